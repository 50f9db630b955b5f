/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes a change set back, whatever it was about. */

#include "store/tv-change-private.h"
#include "store/tv-change-right.h"
#include "store/tv-row-json.h"
#include "store/tv-store-access.h"
#include "store/tv-store-erasing.h"
#include "store/tv-store-signings.h"

#include <string.h>

static gboolean
set_edited_since (GError **error, const TvHistoryEntry *entry)
{
    g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_EDITED_SINCE, "%s %s", entry->table,
                 entry->record_uid);
    return FALSE;
}

/* The record must stand as the change left it, or somebody's later work would be lost. */
static gboolean
check_untouched (TvChange *change, const TvHistoryEntry *entry, GError **error)
{
    g_autofree char *now = NULL;

    if (!tv_change_read_row (change->connection, entry->table, entry->record_id, &now, error))
        return FALSE;
    return tv_row_json_still_says (now, entry->new_json) || set_edited_since (error, entry);
}

static gboolean
put_back (TvChange *change, const TvRecordedTable *table, const TvHistoryEntry *entry,
          GError **error)
{
    g_autoptr (TvRowJson) row = NULL;
    const TvField *fields;
    guint n_fields;

    if (entry->action == TV_ACTION_INSERT)
        return tv_change_delete_row (change, table, entry->record_id, error);
    row = tv_row_json_read (entry->old_json, error);
    if (!row)
        return FALSE;
    fields = tv_row_json_fields (row, &n_fields);
    if (entry->action == TV_ACTION_DELETE)
        return tv_change_insert_row (change, table, fields, n_fields, error) != 0;
    return tv_change_update_row (change, table, entry->record_id, fields, n_fields, error);
}

static gboolean
undo_entry (TvChange *change, const TvHistoryEntry *entry, GError **error)
{
    const TvRecordedTable *table = tv_recorded_table_find (entry->table);
    g_autoptr (GError) own_error = NULL;

    if (!table) {
        g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_CORRUPT, "no table %s", entry->table);
        return FALSE;
    }
    /* Who looked at what stays known: a merge brings such records along. */
    if (strcmp (entry->table, "access") == 0)
        return TRUE;
    if (!check_untouched (change, entry, error))
        return FALSE;
    if (put_back (change, table, entry, &own_error))
        return TRUE;
    /* Records made later refer to this one, or one made later has taken its key. */
    if (g_error_matches (own_error, TV_STORE_ERROR, TV_STORE_ERROR_CONSTRAINT))
        return set_edited_since (error, entry);
    g_propagate_error (error, g_steal_pointer (&own_error));
    return FALSE;
}

/* What a book began with stays: a change of kind "create", and a made-up school. */
static gboolean
is_beginning (const TvChangeSet *set)
{
    return g_str_equal (set->kind, "create") || g_str_equal (set->kind, "practice");
}

/* What was erased on somebody's request is nowhere any more, so nothing that had to do with it can
 * be put back, nor is its erasing taken back. */
static gboolean
check_kept (const TvChangeSet *set, GError **error)
{
    gboolean is_erased = g_str_equal (set->kind, TV_CHANGE_ERASE);

    for (guint i = 0; i < set->entries->len && !is_erased; i++)
        is_erased = ((TvHistoryEntry *) set->entries->pdata[i])->is_erased;
    if (is_erased)
        g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_ERASED, "change set %" G_GINT64_FORMAT,
                     set->id);
    return !is_erased;
}

/* Taking it back and doing it again, as often as one likes, is not counted. */
static const char sql_find_newer[]
    = "SELECT n.id FROM change_set n WHERE n.id > $1 AND NOT " TV_IS_LATER_ACCESS
      " AND (n.undo_of IS NULL"
      " OR n.undo_of <> $1 AND NOT EXISTS"
      " (SELECT 1 FROM change_set u WHERE u.id = n.undo_of AND u.undo_of = $1)) LIMIT 1";

/* Whoever sees part of the book sees part of a change, or nothing of it, and would take that alone
 * back. */
static gboolean
check_own (TvChange *change, const TvChangeSet *set, GError **error)
{
    if (!tv_change_right_is_kept (change) || set->person_id == change->person_id)
        return TRUE;
    g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED,
                 "change set %" G_GINT64_FORMAT " is of person %" G_GINT64_FORMAT, set->id,
                 set->person_id);
    return FALSE;
}

/* A slip of the hand is taken back at once. What was signed and left standing is reopened, which
 * asks for a reason. */
static gboolean
check_signing (TvChange *change, const TvChangeSet *set, GError **error)
{
    g_autoptr (TvStatement) statement = NULL;
    TvStep step;

    if (!g_str_equal (set->kind, TV_CHANGE_SIGN_OFF))
        return TRUE;
    statement = tv_connection_prepare (change->connection, sql_find_newer, error);
    if (!statement)
        return FALSE;
    tv_statement_bind_int (statement, 1, set->id);
    step = tv_statement_step (statement, error);
    if (step == TV_STEP_ROW)
        g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_TO_REOPEN,
                     "change set %" G_GINT64_FORMAT, tv_statement_get_int (statement, 0));
    return step == TV_STEP_DONE;
}

static gboolean
check_undoable (TvChange *change, const TvChangeSet *set, GError **error)
{
    g_autoptr (TvChangeSet) undone = NULL;

    if (set->undo_of != 0) {
        undone = tv_store_get_change_set (change->connection, set->undo_of, error);
        if (!undone)
            return FALSE;
    }
    if (!set->is_undone && !is_beginning (set) && !tv_access_is_kind (set->kind)
        && (!undone || undone->undo_of == 0))
        return TRUE;
    g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOTHING_TO_UNDO,
                 "change set %" G_GINT64_FORMAT, set->id);
    return FALSE;
}

/**
 * tv_store_undo_change:
 * @change: a change in which nothing was written yet
 * @id: of a change set; that of an undo does again what was undone; 0, as tv_store_find_undoable()
 *   gives it, is refused
 * @error: (nullable): TV_STORE_ERROR_EDITED_SINCE if later edits stand on it,
 *   TV_STORE_ERROR_ERASED if values of it were erased, TV_STORE_ERROR_NOTHING_TO_UNDO if it is
 *   undone already or made the book, TV_STORE_ERROR_TO_REOPEN if it signed a round off and anything
 *   was written since, TV_STORE_ERROR_NOT_ALLOWED if it is somebody else's and whoever acts does
 *   not see the whole book
 *
 * Afterwards every table but those of the history and of who looked at what is as if the change set
 * had never been.
 *
 * Returns: whether it was taken back
 */
gboolean
tv_store_undo_change (TvChange *change, gint64 id, GError **error)
{
    g_autoptr (TvChangeSet) set = NULL;

    g_return_val_if_fail (change->change_set_id == 0, FALSE);
    if (id == 0) {
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_NOTHING_TO_UNDO,
                             "nothing was done yet");
        return FALSE;
    }
    set = tv_store_get_change_set (change->connection, id, error);
    if (!set || !check_own (change, set, error) || !check_kept (set, error)
        || !check_undoable (change, set, error) || !check_signing (change, set, error))
        return FALSE;
    change->undo_of = set->id;
    for (guint i = set->entries->len; i > 0; i--) {
        if (!undo_entry (change, set->entries->pdata[i - 1], error))
            return FALSE;
    }
    return TRUE;
}
