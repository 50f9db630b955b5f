/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-change.h"

G_BEGIN_DECLS

typedef enum {
    TV_ACTION_INSERT,
    TV_ACTION_UPDATE,
    TV_ACTION_DELETE,
} TvAction;

const char *tv_action_code (TvAction action);

/* What happened to one record; old and new are JSON objects of its columns, NULL where it did not
 * stand or its values were erased. */
typedef struct {
    char *table;
    gint64 record_id;
    char *record_uid;
    TvAction action;
    char *old_json;
    char *new_json;
} TvHistoryEntry;

/* One change set: everything that was written at once. */
typedef struct {
    gint64 id; /* goes up with time */
    char *device;
    gint64 person_id;
    char *person_name; /* as it is today */
    char *time_utc;    /* YYYY-MM-DDTHH:MM:SS.mmmZ */
    char *kind;
    gint64 undo_of; /* 0: not an undo */
    gboolean is_undone;
    GPtrArray *entries; /* of TvHistoryEntry, in the order of writing */
} TvChangeSet;

void tv_change_set_free (TvChangeSet *self);

GPtrArray *tv_store_list_history (TvConnection *connection, gint64 before, guint limit,
                                  gint64 student_id, GError **error);
GPtrArray *tv_store_list_history_of_kinds (TvConnection *connection, const char *kind,
                                           const char *other_kind, GError **error);
TvChangeSet *tv_store_get_change_set (TvConnection *connection, gint64 id, GError **error);
gboolean tv_store_find_undoable (TvConnection *connection, gint64 *id, GError **error);
gboolean tv_store_find_redoable (TvConnection *connection, gint64 *id, GError **error);
gboolean tv_store_undo_change (TvChange *change, gint64 id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvChangeSet, tv_change_set_free)

G_END_DECLS
