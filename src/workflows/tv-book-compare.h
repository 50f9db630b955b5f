/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-book-contents.h"

G_BEGIN_DECLS

typedef enum {
    TV_BOOKS_SAME,
    TV_BOOKS_OURS_AHEAD,   /* the other one is an older state of ours */
    TV_BOOKS_THEIRS_AHEAD, /* ours is an older state of the other one */
    TV_BOOKS_BOTH_CHANGED, /* both were written in since they parted */
    TV_BOOKS_UNRELATED,    /* of another school, or made separately */
} TvBookRelation;

/* How a book and a backup, or a book from another machine, stand to each other. */
typedef struct {
    TvBookRelation relation;
    guint n_ours;   /* changes here that the other one does not know of */
    guint n_theirs; /* changes there that this one does not know of */
} TvBookComparison;

TvBookComparison *tv_book_compare (TvStore *ours, const char *path, TvSecret *key, GError **error);
TvBookComparison *
tv_book_compare_connections (TvConnection *ours, TvConnection *theirs, GError **error);
char *tv_book_comparison_sentence (const TvBookComparison *self);

G_END_DECLS
