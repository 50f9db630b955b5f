/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was done in the book, by whom and when. */

#include "store/tv-store-history.h"

#include "store/tv-record-rows.h"
#include "store/tv-store-access.h"

#include "records/tv-vocabulary.h"

static const char *const action_codes[] = { "insert", "update", "delete", NULL };

const char *
tv_action_code (TvAction action)
{
    return tv_vocabulary_code (action_codes, action);
}

void
tv_history_entry_free (TvHistoryEntry *self)
{
    g_free (self->table);
    g_free (self->record_uid);
    g_free (self->old_json);
    g_free (self->new_json);
    g_free (self);
}

static void
free_entry (gpointer data)
{
    tv_history_entry_free (data);
}

void
tv_change_set_free (TvChangeSet *self)
{
    g_free (self->device);
    g_free (self->person_name);
    g_free (self->time_utc);
    g_free (self->kind);
    g_ptr_array_unref (self->entries);
    g_free (self);
}

static gpointer
read_entry (TvStatement *row, int first)
{
    TvHistoryEntry *entry = g_new0 (TvHistoryEntry, 1);
    int action = TV_ACTION_INSERT;

    entry->id = tv_statement_get_int (row, first);
    entry->table = g_strdup (tv_statement_get_text (row, first + 1));
    entry->record_id = tv_statement_get_int (row, first + 2);
    entry->record_uid = g_strdup (tv_statement_get_text (row, first + 3));
    entry->student_id = tv_statement_get_int (row, first + 4);
    tv_vocabulary_parse (action_codes, tv_statement_get_text (row, first + 5), &action);
    entry->action = (TvAction) action;
    entry->old_json = g_strdup (tv_statement_get_text (row, first + 6));
    entry->new_json = g_strdup (tv_statement_get_text (row, first + 7));
    entry->is_erased = tv_statement_is_null (row, first + 8);
    return entry;
}

/**
 * tv_read_change_set:
 * @row: a statement that stands on a row with TV_CHANGE_SET_COLUMNS
 * @first: at which column they begin
 *
 * Returns: (transfer full): a #TvChangeSet without entries
 */
gpointer
tv_read_change_set (TvStatement *row, int first)
{
    TvChangeSet *set = g_new0 (TvChangeSet, 1);

    set->id = tv_statement_get_int (row, first);
    set->device = g_strdup (tv_statement_get_text (row, first + 1));
    set->person_id = tv_statement_get_int (row, first + 2);
    set->person_name = g_strdup (tv_statement_get_text (row, first + 3));
    set->time_utc = g_strdup (tv_statement_get_text (row, first + 4));
    set->kind = g_strdup (tv_statement_get_text (row, first + 5));
    set->undo_of = tv_statement_get_int (row, first + 6);
    set->is_undone = tv_statement_get_int (row, first + 7) != 0;
    set->entries = g_ptr_array_new_with_free_func (free_entry);
    return set;
}

#define TV_ENTRY_COLUMNS                                                                           \
    "id, table_name, record_id, record_uid, student_id, action, old_json, new_json, salt"

static const char sql_list_entries[]
    = "SELECT " TV_ENTRY_COLUMNS " FROM change_entry"
      " WHERE change_set_id = $1 AND ($2 = 0 OR student_id = $2) ORDER BY id";

static gboolean
fill_entries (TvConnection *connection, TvChangeSet *set, gint64 student_id, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_list_entries, set->id, error);
    GPtrArray *entries;

    if (statement)
        tv_statement_bind_int (statement, 2, student_id);
    entries = tv_rows_list (statement, read_entry, free_entry, error);
    if (!entries)
        return FALSE;
    g_ptr_array_unref (set->entries);
    set->entries = entries;
    return TRUE;
}

static const char sql_list_change_sets[]
    = "SELECT " TV_CHANGE_SET_COLUMNS TV_CHANGE_SET_JOIN
      " WHERE ($1 = 0 OR h.id < $1) ORDER BY h.id DESC LIMIT $2";

static const char sql_list_change_sets_of_student[]
    = "SELECT " TV_CHANGE_SET_COLUMNS TV_CHANGE_SET_JOIN " WHERE ($1 = 0 OR h.id < $1)"
      " AND h.id IN (SELECT e.change_set_id FROM change_entry e WHERE e.student_id = $3)"
      " ORDER BY h.id DESC LIMIT $2";

/**
 * tv_store_list_history:
 * @connection: a connection
 * @before: only change sets before this one, 0 from the newest
 * @limit: how many at most
 * @student_id: only what is about this child, 0 everything
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TvChangeSet): the newest first, with those of
 *   their entries that were asked for
 */
GPtrArray *
tv_store_list_history (TvConnection *connection, gint64 before, guint limit, gint64 student_id,
                       GError **error)
{
    g_autoptr (TvStatement) statement = tv_connection_prepare (
        connection, student_id ? sql_list_change_sets_of_student : sql_list_change_sets, error);
    g_autoptr (GPtrArray) sets = NULL;

    if (!statement)
        return NULL;
    tv_statement_bind_int (statement, 1, before);
    tv_statement_bind_int (statement, 2, limit);
    if (student_id)
        tv_statement_bind_int (statement, 3, student_id);
    sets = tv_rows_list (statement, tv_read_change_set, (GDestroyNotify) tv_change_set_free, error);
    for (guint i = 0; sets && i < sets->len; i++) {
        if (!fill_entries (connection, sets->pdata[i], student_id, error))
            return NULL;
    }
    return g_steal_pointer (&sets);
}

static const char sql_list_change_sets_of_kinds[]
    = "SELECT " TV_CHANGE_SET_COLUMNS TV_CHANGE_SET_JOIN " WHERE h.kind IN ($1, $2)"
      " OR h.undo_of IN (SELECT o.id FROM change_set o WHERE o.kind IN ($1, $2))"
      " OR h.undo_of IN (SELECT u.id FROM change_set u JOIN change_set o ON o.id = u.undo_of"
      " WHERE o.kind IN ($1, $2)) ORDER BY h.id DESC";

/**
 * tv_store_list_history_of_kinds:
 * @connection: a connection
 * @kind: of change sets
 * @other_kind: of change sets, too
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TvChangeSet): the newest first, with all their
 *   entries; those that were undone are among them, and those by which they were taken back or
 *   done again
 */
GPtrArray *
tv_store_list_history_of_kinds (TvConnection *connection, const char *kind, const char *other_kind,
                                GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_text (connection, sql_list_change_sets_of_kinds, kind, error);
    g_autoptr (GPtrArray) sets = NULL;

    if (!statement)
        return NULL;
    tv_statement_bind_text (statement, 2, other_kind);
    sets = tv_rows_list (statement, tv_read_change_set, (GDestroyNotify) tv_change_set_free, error);
    for (guint i = 0; sets && i < sets->len; i++) {
        if (!fill_entries (connection, sets->pdata[i], 0, error))
            return NULL;
    }
    return g_steal_pointer (&sets);
}

static const char sql_get_change_set[]
    = "SELECT " TV_CHANGE_SET_COLUMNS TV_CHANGE_SET_JOIN " WHERE h.id = $1";

/**
 * tv_store_get_change_set:
 * @connection: a connection
 * @id: of a change set
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): the change set with all its entries
 */
TvChangeSet *
tv_store_get_change_set (TvConnection *connection, gint64 id, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_get_change_set, id, error);
    g_autoptr (TvChangeSet) set = tv_rows_get (statement, tv_read_change_set, "change set", error);

    if (!set || !fill_entries (connection, set, 0, error))
        return NULL;
    return g_steal_pointer (&set);
}

static const char sql_list_entries_after[]
    = "SELECT " TV_ENTRY_COLUMNS " FROM change_entry"
      " WHERE change_set_id = $1 AND id > $2 ORDER BY id LIMIT $3";

/**
 * tv_store_list_entries:
 * @connection: a connection
 * @change_set_id: of a change set
 * @after: only entries after this one, 0 from the first
 * @limit: how many at most
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TvHistoryEntry): what was written in it, in the
 *   order of writing
 */
GPtrArray *
tv_store_list_entries (TvConnection *connection, gint64 change_set_id, gint64 after, guint limit,
                       GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_prepare_with_int (connection, sql_list_entries_after, change_set_id, error);

    if (statement) {
        tv_statement_bind_int (statement, 2, after);
        tv_statement_bind_int (statement, 3, limit);
    }
    return tv_rows_list (statement, read_entry, free_entry, error);
}

static gboolean
find_id (TvConnection *connection, const char *sql, gint64 *id, GError **error)
{
    g_autoptr (TvStatement) statement = tv_connection_prepare (connection, sql, error);
    TvStep step;

    if (!statement)
        return FALSE;
    step = tv_statement_step (statement, error);
    *id = step == TV_STEP_ROW ? tv_statement_get_int (statement, 0) : 0;
    return step != TV_STEP_ERROR;
}

static const char sql_find_undoable[]
    = "SELECT h.id FROM change_set h WHERE h.undo_of IS NULL"
      " AND h.kind NOT IN ('create', 'practice')"
      " AND NOT " TV_IS_ACCESS " AND NOT " TV_IS_UNDONE " ORDER BY h.id DESC LIMIT 1";

/**
 * tv_store_find_undoable:
 * @connection: a connection
 * @id: (out): the newest change set that stands; 0 if there is none. So undo after undo walks back,
 *   to where the book or its practice school was made.
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it could be looked for
 */
gboolean
tv_store_find_undoable (TvConnection *connection, gint64 *id, GError **error)
{
    return find_id (connection, sql_find_undoable, id, error);
}

static const char sql_find_redoable[]
    = "SELECT h.id FROM change_set h JOIN change_set o ON o.id = h.undo_of"
      " WHERE o.undo_of IS NULL AND NOT " TV_IS_UNDONE
      " AND h.id > (SELECT COALESCE(MAX(n.id), 0) FROM change_set n WHERE n.undo_of IS NULL"
      " AND NOT " TV_IS_LATER_ACCESS ")"
      " ORDER BY h.id DESC LIMIT 1";

/**
 * tv_store_find_redoable:
 * @connection: a connection
 * @id: (out): the newest undo since the last thing that was done otherwise; 0 if there is none.
 *   Undoing it does again what it undid.
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it could be looked for
 */
gboolean
tv_store_find_redoable (TvConnection *connection, gint64 *id, GError **error)
{
    return find_id (connection, sql_find_redoable, id, error);
}
