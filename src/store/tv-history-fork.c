/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the histories of two copies of a book part. The chain of each device is walked back from
 * its end; a link covers all before it, so the first one that the other book has too is where both
 * were one. */

#include "store/tv-history-fork.h"

static void
free_record (gpointer data)
{
    TvForkedRecord *self = data;

    g_free (self->table);
    g_free (self->uid);
    g_free (self->base_json);
    g_free (self);
}

/**
 * tv_history_fork_key:
 * @table: a recorded table
 * @uid: of a record in it
 *
 * Returns: (transfer full): what the record is found by
 */
char *
tv_history_fork_key (const char *table, const char *uid)
{
    return g_strconcat (table, " ", uid, NULL);
}

static const char sql_knows_link[] = "SELECT chain FROM change_set WHERE uid = $1 UNION ALL"
                                     " SELECT $2 FROM setting WHERE name = $3";

/* A change set of the same name and another link is of a history that somebody wrote anew. */
static gboolean
is_known (TvConnection *other, const char *uid, const char *chain, gboolean *is_there,
          GError **error)
{
    g_autoptr (TvStatement) row = tv_connection_prepare (other, sql_knows_link, error);
    g_autofree char *mark = g_strconcat (TV_HISTORY_MERGED_PREFIX, uid, NULL);
    TvStep step;

    if (!row)
        return FALSE;
    tv_statement_bind_text (row, 1, uid);
    tv_statement_bind_text (row, 2, chain);
    tv_statement_bind_text (row, 3, mark);
    step = tv_statement_step (row, error);
    *is_there = step == TV_STEP_ROW;
    if (*is_there && g_strcmp0 (tv_statement_get_text (row, 0), chain) != 0) {
        g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_CORRUPT,
                     "change set %s has another link in the other book", uid);
        return FALSE;
    }
    return step != TV_STEP_ERROR;
}

static void
note_record (TvHistoryFork *self, TvStatement *entry)
{
    const char *table = tv_statement_get_text (entry, 0);
    const char *uid = tv_statement_get_text (entry, 1);
    gboolean is_insert = g_strcmp0 (tv_statement_get_text (entry, 4), "insert") == 0;
    char *key = tv_history_fork_key (table, uid);
    TvForkedRecord *record = g_hash_table_lookup (self->records, key);

    if (!record) {
        record = g_new0 (TvForkedRecord, 1);
        record->table = g_strdup (table);
        record->uid = g_strdup (uid);
        record->id = tv_statement_get_int (entry, 2);
        g_hash_table_insert (self->records, g_strdup (key), record);
    }
    /* Entries come from the last to the first, so what stays is how it was before all of them. */
    g_free (record->base_json);
    record->base_json = g_strdup (tv_statement_get_text (entry, 3));
    record->is_base_known = is_insert || record->base_json;
    g_free (key);
}

static const char sql_entries_backwards[]
    = "SELECT table_name, record_uid, record_id, old_json, action FROM change_entry"
      " WHERE change_set_id = $1 ORDER BY id DESC";

static gboolean
read_entries (TvHistoryFork *self, TvConnection *book, gint64 change_set_id, GError **error)
{
    g_autoptr (TvStatement) entry = tv_connection_prepare (book, sql_entries_backwards, error);
    gboolean is_change = FALSE;
    TvStep step;

    if (!entry)
        return FALSE;
    tv_statement_bind_int (entry, 1, change_set_id);
    while ((step = tv_statement_step (entry, error)) == TV_STEP_ROW) {
        is_change = is_change || g_strcmp0 (tv_statement_get_text (entry, 0), "access") != 0;
        note_record (self, entry);
    }
    self->n_changes += is_change;
    return step == TV_STEP_DONE;
}

static const char sql_links_backwards[]
    = "SELECT id, uid, chain FROM change_set WHERE device_id = $1 ORDER BY id DESC";

static gboolean
walk_back (TvHistoryFork *self, TvConnection *book, gint64 device_id, TvConnection *other,
           GError **error)
{
    g_autoptr (TvStatement) row = tv_connection_prepare (book, sql_links_backwards, error);
    gboolean is_there = FALSE, is_first = TRUE;
    TvStep step;

    if (!row)
        return FALSE;
    tv_statement_bind_int (row, 1, device_id);
    while ((step = tv_statement_step (row, error)) == TV_STEP_ROW) {
        const char *uid = tv_statement_get_text (row, 1);

        if (!is_known (other, uid, tv_statement_get_text (row, 2), &is_there, error))
            return FALSE;
        if (is_there)
            break;
        if (is_first)
            g_ptr_array_add (self->heads, g_strdup (uid));
        is_first = FALSE;
        if (!read_entries (self, book, tv_statement_get_int (row, 0), error))
            return FALSE;
    }
    self->has_common = self->has_common || is_there;
    return step != TV_STEP_ERROR;
}

static const char sql_devices_of_fork[] = "SELECT id FROM device ORDER BY id DESC";

/**
 * tv_history_fork_read:
 * @book: a connection to one of two copies of a book, inside a transaction that reads
 * @other: a connection to the other one
 * @error: (nullable): TV_STORE_ERROR_CORRUPT where one history was written anew
 *
 * Takes time by what is new in @book, not by how long its history is. Devices are walked from the
 * youngest to the oldest.
 *
 * Returns: (transfer full) (nullable): what @book went through that @other does not know of
 */
TvHistoryFork *
tv_history_fork_read (TvConnection *book, TvConnection *other, GError **error)
{
    g_autoptr (TvHistoryFork) self = g_new0 (TvHistoryFork, 1);
    g_autoptr (TvStatement) row = tv_connection_prepare (book, sql_devices_of_fork, error);
    TvStep step = TV_STEP_ERROR;

    self->heads = g_ptr_array_new_with_free_func (g_free);
    self->records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_record);
    while (row && (step = tv_statement_step (row, error)) == TV_STEP_ROW) {
        if (!walk_back (self, book, tv_statement_get_int (row, 0), other, error))
            return NULL;
    }
    return step == TV_STEP_DONE ? g_steal_pointer (&self) : NULL;
}

void
tv_history_fork_free (TvHistoryFork *self)
{
    g_ptr_array_unref (self->heads);
    g_hash_table_unref (self->records);
    g_free (self);
}
