/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/tv-date.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

/* When children are to be weighed; weeks begin on Monday. */
typedef enum {
    TV_DUE_OVERDUE, /* before today */
    TV_DUE_THIS_WEEK,
    TV_DUE_NEXT_WEEK,
    TV_DUE_FORTNIGHT_AFTER, /* the two weeks after the next */
    TV_DUE_LATER,
} TvDueTime;

#define TV_DUE_N_LISTED TV_DUE_LATER

/* The children of a school year who are due soon. Never changes. */
typedef struct {
    GArray *children[TV_DUE_N_LISTED]; /* of gint64: student ids */
    guint n_students;                  /* of the year, here today */
} TvDueList;

TvDueTime tv_due_time (TvDate due, TvDate today);

TvDueList *tv_due_list_read (TvStore *store, gint64 year_id, GError **error);
void tv_due_list_read_async (TvStore *store, gint64 year_id, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
TvDueList *tv_due_list_read_finish (TvStore *store, GAsyncResult *result, GError **error);
TvDueList *tv_due_list_ref (TvDueList *self);
void tv_due_list_unref (TvDueList *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvDueList, tv_due_list_unref)

G_END_DECLS
