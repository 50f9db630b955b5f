/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tv-store-history-search.h"
#include "workflows/tv-history-names.h"

G_BEGIN_DECLS

/* One change set as the list of the history shows it. */
typedef struct {
    gint64 id;
    TvDate day;        /* civil date */
    char *when;        /* "21/11/2026 08:15" */
    char *who;         /* "" where nobody is known */
    char *what;        /* "Entering a measurement" */
    char *about;       /* which child, class, round, or how many; "" for nothing */
    gint64 student_id; /* the one child it is about, 0 for none or several */
    gboolean is_undo;
    gboolean is_undone;
} TvHistoryLine;

TvHistoryLine *tv_history_line_ref (TvHistoryLine *self);
void tv_history_line_unref (TvHistoryLine *self);
TvHistoryLine *tv_history_line_new (const TvHistoryHead *head, TvHistoryNames *names);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvHistoryLine, tv_history_line_unref)

void
tv_history_load_async (TvStore *store, const TvHistoryFilter *filter, gint64 before, guint limit,
                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *tv_history_load_finish (TvStore *store, GAsyncResult *result, GError **error);

/* What can be filtered by: who acted, and what was done. */
typedef struct {
    GPtrArray *people; /* of TvPerson */
    GPtrArray *kinds;  /* of char *: codes, in the order of their labels */
} TvHistoryChoices;

void tv_history_choices_free (TvHistoryChoices *self);
void tv_history_choices_load_async (TvStore *store, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
TvHistoryChoices *
tv_history_choices_load_finish (TvStore *store, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvHistoryChoices, tv_history_choices_free)

G_END_DECLS
