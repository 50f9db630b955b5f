/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-connection.h"

G_BEGIN_DECLS

/* What a book or a backup holds, in few words. */
typedef struct {
    char *school_uid;
    char *school_name;
    gboolean is_practice;
    int first_year; /* of the latest school year; 0: there is none */
    gint64 n_students;
    gint64 n_measurements;
    gint64 n_rounds;
    gint64 n_change_sets;
    char *state;         /* uid of the last change set, whatever it was; "" without any */
    char *last_time_utc; /* (nullable): when something was written last */
    char *last_person;   /* (nullable): by whom */
    char *last_kind;     /* (nullable): what it was */
} TvBookContents;

TvBookContents *tv_book_contents_read (TvConnection *connection, GError **error);
gboolean tv_book_contents_equal (const TvBookContents *one, const TvBookContents *other);
void tv_book_contents_free (TvBookContents *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvBookContents, tv_book_contents_free)

G_END_DECLS
