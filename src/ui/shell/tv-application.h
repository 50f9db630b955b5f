/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TV_TYPE_APPLICATION (tv_application_get_type ())
G_DECLARE_FINAL_TYPE (TvApplication, tv_application, TV, APPLICATION, AdwApplication)

TvApplication *tv_application_new (void);
void tv_application_open_book (TvApplication *self, const char *folder);

G_END_DECLS
