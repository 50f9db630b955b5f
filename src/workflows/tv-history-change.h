/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workflows/tv-history-words.h"
#include "workflows/tv-history.h"

G_BEGIN_DECLS

/* What happened to one record of a change set. */
typedef struct {
    char *label; /* "Measurement" */
    char *name;  /* which one; "" where that was erased */
    TvAction action;
    gboolean is_erased;
    gboolean is_hidden; /* its values are there, but not for whoever looks */
    gboolean is_access; /* nothing was changed: somebody looked at data or took them along */
    GPtrArray *fields;  /* of TvHistoryField; none where they cannot be seen */
} TvHistoryRecord;

/* One change set, opened. */
typedef struct {
    TvHistoryLine *line;
    char *device;
    char *state;         /* by whom and when it was taken back; NULL: it stands */
    const char *refusal; /* why it cannot be taken back; NULL: it can be tried */
    GPtrArray *records;  /* of TvHistoryRecord: a page of them */
    gint64 last_entry;   /* where the next page goes on */
    gboolean has_more;
} TvHistoryChange;

void tv_history_change_free (TvHistoryChange *self);

void tv_history_change_load_async (TvStore *store, gint64 id, gint64 after, guint limit,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data);
TvHistoryChange *
tv_history_change_load_finish (TvStore *store, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvHistoryChange, tv_history_change_free)

G_END_DECLS
