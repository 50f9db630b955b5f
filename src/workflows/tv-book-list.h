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

/* Which change sets of the history are listed. */
typedef struct {
    const char *child; /* its uid or personal number; NULL: of everybody */
    const char
        *person; /* name of who acted, in any case and with or without accents; NULL: whoever */
    const char *kind; /* such as "measure"; NULL: every kind */
    TvDate first_day; /* civil days, both counted; TV_DATE_NONE: no bound */
    TvDate last_day;
} TvBookHistoryFilter;

gboolean tv_book_list_parse (const char *code, TvBookListKind *kind);
gboolean tv_book_list_write (TvStore *store, TvBookListKind kind, FILE *file, GError **error);
gboolean tv_book_list_write_history (TvStore *store, const TvBookHistoryFilter *filter, FILE *file,
                                     GError **error);

G_END_DECLS
