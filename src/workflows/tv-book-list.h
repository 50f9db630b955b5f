/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tv-store.h"

#include <stdio.h>

G_BEGIN_DECLS

typedef enum {
    TV_BOOK_LIST_STUDENTS,
    TV_BOOK_LIST_CLASSES,
    TV_BOOK_LIST_ROUNDS,
    TV_BOOK_LIST_MEASUREMENTS,
    TV_BOOK_LIST_HISTORY,
} TvBookListKind;

gboolean tv_book_list_parse (const char *code, TvBookListKind *kind);
gboolean tv_book_list_write (TvStore *store, TvBookListKind kind, FILE *file, GError **error);

G_END_DECLS
