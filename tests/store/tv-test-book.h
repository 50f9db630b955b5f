/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tv-change.h"

G_BEGIN_DECLS

/* A record book in a temporary folder: the year 2026-2027, classes 3A and 4A, three children in 3A
 * and one in 4A, the round 2026-1, and a measurement with two readings of the first child. */
typedef struct {
    char *folder;
    TvClock *clock;
    TvStore *store;
    char *nurse_uid; /* the first person of the book */
    gint64 year_id;
    gint64 class_id; /* 3A */
    gint64 other_class_id;
    gint64 student_ids[4];
    gint64 enrolment_ids[4];
    gint64 round_id;
    gint64 session_id;
    gint64 measurement_id;
} TvTestBook;

TvTestBook *tv_test_book_new (void);
TvTestBook *tv_test_book_new_empty (void);
/* In a protected book nobody else is there. */
void tv_test_book_sign_in (TvTestBook *self);
void tv_test_book_reopen (TvTestBook *self);
void tv_test_book_free (TvTestBook *self);

char *tv_test_folder_new (void);
void tv_test_folder_remove (const char *folder);

/* Every row of every table but those of the history, as text. */
char *tv_test_book_dump (TvTestBook *self);
gint64 tv_test_book_count (TvTestBook *self, const char *table);
void tv_test_book_write (TvTestBook *self, const char *kind, TvWriteWork work, gpointer input);
gint64 tv_test_book_undo_last (TvTestBook *self, GError **error);

/* Writes in the file past the program; the book must be closed. */
void tv_test_book_tamper (TvTestBook *self, const char *sql);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvTestBook, tv_test_book_free)

G_END_DECLS
