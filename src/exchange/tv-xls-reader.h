/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/tv-sheet.h"

G_BEGIN_DECLS

TvWorkbook *
tv_xls_read (const char *name, GBytes *bytes, GCancellable *cancellable, GError **error);

G_END_DECLS
