/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/tv-store.h"

G_BEGIN_DECLS

/* What a year's book lacks: values that nobody knows, and values that nobody is sure of. Lists are
 * of student ids (gint64). Never changes. */
typedef struct {
    guint n_students; /* enrolled now */
    GArray *without_birth_date;
    GArray *without_sex;
    GArray *without_personal_number;
    GArray *incomplete; /* without birth date or sex: no class can be told */
    GArray *doubtful;   /* a value of the round raises a question that nobody has answered */
} TvBookGaps;

TvBookGaps *tv_book_gaps_find (TvStore *store, gint64 year_id, gint64 round_id, GError **error);
void
tv_book_gaps_find_async (TvStore *store, gint64 year_id, gint64 round_id, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data);
TvBookGaps *tv_book_gaps_find_finish (TvStore *store, GAsyncResult *result, GError **error);
TvBookGaps *tv_book_gaps_ref (TvBookGaps *self);
void tv_book_gaps_unref (TvBookGaps *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvBookGaps, tv_book_gaps_unref)

G_END_DECLS
