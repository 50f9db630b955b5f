/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/tv-language.h"

G_BEGIN_DECLS

GSettings *tv_settings_get (void);
TvLanguage tv_settings_get_language (void);
void tv_settings_set_language (TvLanguage language);

G_END_DECLS
