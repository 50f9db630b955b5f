/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "base/tv-language.h"
#include "records/tv-school.h"

G_BEGIN_DECLS

#define TV_TYPE_APPLICATION (tv_application_get_type ())
G_DECLARE_FINAL_TYPE (TvApplication, tv_application, TV, APPLICATION, AdwApplication)

TvApplication *tv_application_new (void);
void tv_application_open_book (TvApplication *self, const char *folder);
void tv_application_reopen_book (TvApplication *self, const char *folder);
void tv_application_open_practice (TvApplication *self);
void tv_application_create_book (TvApplication *self, const char *folder, const TvSchool *school);
void tv_application_close_windows_later (TvApplication *self, GtkWidget *but);
void tv_application_change_language (TvApplication *self, TvLanguage language);

G_END_DECLS
