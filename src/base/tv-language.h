/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
    TV_LANGUAGE_VIETNAMESE,
    TV_LANGUAGE_ENGLISH,
} TvLanguage;

gboolean tv_language_parse (const char *code, TvLanguage *language);
const char *tv_language_code (TvLanguage language);
void tv_language_start (TvLanguage language);
TvLanguage tv_language_get (void);

G_END_DECLS
