/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tv_text_clean (const char *text);
char *tv_text_fold (const char *text);
gboolean tv_text_matches (const char *folded, const char *folded_query);
char *tv_text_name_key (const char *name);
int tv_text_compare (const char *a, const char *b);
char *tv_text_sort_key (const char *text);
const char *tv_text_given_name (const char *name);

G_END_DECLS
