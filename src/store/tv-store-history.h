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
    gint64 id; /* goes up in the order of writing */
    char *table;
    gint64 record_id;
    char *record_uid;
    gint64 student_id; /* the child it is about, 0 for none */
    TvAction action;
    char *old_json;
    char *new_json;
    gboolean is_erased; /* its values were, on somebody's lawful request */
} TvHistoryEntry;

void tv_history_entry_free (TvHistoryEntry *self);

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
GPtrArray *tv_store_list_entries (TvConnection *connection, gint64 change_set_id, gint64 after,
                                  guint limit, GError **error);
gboolean tv_store_find_undoable (TvConnection *connection, gint64 *id, GError **error);
gboolean tv_store_find_redoable (TvConnection *connection, gint64 *id, GError **error);
gboolean tv_store_undo_change (TvChange *change, gint64 id, GError **error);

/* The columns of a change set as queries name them, where change_set is h, its device d and its
 * person p, and what makes a #TvChangeSet without entries of them. A set is undone while an undo of
 * it stands that was not itself undone. */
#define TV_IS_UNDONE                                                                               \
    "EXISTS (SELECT 1 FROM change_set u WHERE u.undo_of = h.id"                                    \
    " AND NOT EXISTS (SELECT 1 FROM change_set v WHERE v.undo_of = u.id))"
#define TV_CHANGE_SET_COLUMNS                                                                      \
    "h.id, d.name, h.person_id, p.name, h.time_utc, h.kind, h.undo_of, " TV_IS_UNDONE
#define TV_CHANGE_SET_JOIN                                                                         \
    " FROM change_set h JOIN device d ON d.id = h.device_id"                                       \
    " LEFT JOIN person p ON p.id = h.person_id"

enum {
    TV_N_CHANGE_SET_COLUMNS = 8,
};

gpointer tv_read_change_set (TvStatement *row, int first);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvChangeSet, tv_change_set_free)

G_END_DECLS
