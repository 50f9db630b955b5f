/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/tv-date.h"

G_BEGIN_DECLS

char *tv_list_title_class (const char *text);
char *tv_list_title_sheet_class (const char *title);
char *tv_list_title_tidy_class (const char *name);
TvDate tv_list_title_measuring_date (const char *text);
int tv_list_title_round (const char *text);

G_END_DECLS
