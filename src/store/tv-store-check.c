/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Examines a book: the file, the keys between its tables, and whether its history tells the truth
 * about every record. */

#include "store/tv-store-check.h"

#include "store/tv-change-private.h"
#include "store/tv-history-chain.h"
#include "store/tv-row-json.h"
#include "store/tv-schema.h"

/* More of one kind than this says nothing new. */
#define MAX_TROUBLES_OF_A_KIND 20

void
tv_book_check_free (TvBookCheck *self)
{
    g_ptr_array_unref (self->troubles);
    g_free (self);
}

G_GNUC_PRINTF (2, 3)
static void
add_trouble (TvBookCheck *check, const char *format, ...)
{
    va_list arguments;

    va_start (arguments, format);
    g_ptr_array_add (check->troubles, g_strdup_vprintf (format, arguments));
    va_end (arguments);
}

static gboolean
check_file (TvConnection *connection, TvBookCheck *check, GError **error)
{
    g_autoptr (TvStatement) integrity
        = tv_connection_prepare (connection, "PRAGMA integrity_check(20)", error);
    g_autoptr (TvStatement) keys
        = tv_connection_prepare (connection, "PRAGMA foreign_key_check", error);
    TvStep step;

    if (!integrity || !keys)
        return FALSE;
    while ((step = tv_statement_step (integrity, error)) == TV_STEP_ROW) {
        if (g_strcmp0 (tv_statement_get_text (integrity, 0), "ok") != 0)
            add_trouble (check, "file: %s", tv_statement_get_text (integrity, 0));
    }
    if (step == TV_STEP_ERROR)
        return FALSE;
    while ((step = tv_statement_step (keys, error)) == TV_STEP_ROW) {
        add_trouble (check, "%s %" G_GINT64_FORMAT ": the record it refers to in %s is missing",
                     tv_statement_get_text (keys, 0), tv_statement_get_int (keys, 1),
                     tv_statement_get_text (keys, 2));
    }
    return step == TV_STEP_DONE;
}

static const char sql_list_entries_of_link[]
    = "SELECT table_name, record_id, record_uid, action, old_json, new_json, salt, digest"
      " FROM change_entry WHERE change_set_id = $1 ORDER BY id";

/* Values that were erased leave their digest behind, and the salt that could tell them is gone. */
static void
check_entry (TvStatement *row, gint64 change_set_id, TvBookCheck *check, guint *n_troubles)
{
    const char *salt = tv_statement_get_text (row, 6);
    g_autofree char *actual = NULL;

    if (!salt)
        return;
    actual = tv_history_digest_values (salt, tv_statement_get_text (row, 4),
                                       tv_statement_get_text (row, 5));
    if (g_strcmp0 (actual, tv_statement_get_text (row, 7)) != 0
        && (*n_troubles)++ < MAX_TROUBLES_OF_A_KIND)
        add_trouble (check, "history %" G_GINT64_FORMAT ": the entry for %s %s was altered",
                     change_set_id, tv_statement_get_text (row, 0), tv_statement_get_text (row, 2));
}

static gboolean
check_entries (TvConnection *connection, gint64 change_set_id, GChecksum *link, TvBookCheck *check,
               guint *n_troubles, GError **error)
{
    g_autoptr (TvStatement) row
        = tv_connection_prepare (connection, sql_list_entries_of_link, error);
    TvStep step;

    if (!row)
        return FALSE;
    tv_statement_bind_int (row, 1, change_set_id);
    while ((step = tv_statement_step (row, error)) == TV_STEP_ROW) {
        tv_history_link_add (link, tv_statement_get_text (row, 0), tv_statement_get_int (row, 1),
                             tv_statement_get_text (row, 2), tv_statement_get_text (row, 3),
                             tv_statement_get_text (row, 7));
        check_entry (row, change_set_id, check, n_troubles);
    }
    return step == TV_STEP_DONE;
}

static const char sql_list_links[]
    = "SELECT id, device_id, uid, person_id, time_utc, kind, undo_of, chain FROM change_set"
      " ORDER BY device_id, id";

static GChecksum *
begin_link (TvStatement *row, const char *previous)
{
    return tv_history_link_new (previous, tv_statement_get_text (row, 2),
                                tv_statement_get_int (row, 3), tv_statement_get_text (row, 4),
                                tv_statement_get_text (row, 5), tv_statement_get_int (row, 6));
}

static gboolean
check_history (TvConnection *connection, TvBookCheck *check, GError **error)
{
    g_autoptr (TvStatement) row = tv_connection_prepare (connection, sql_list_links, error);
    g_autofree char *previous = g_strdup ("");
    gint64 device_id = 0;
    guint n_troubles = 0;
    TvStep step;

    if (!row)
        return FALSE;
    while ((step = tv_statement_step (row, error)) == TV_STEP_ROW) {
        gint64 id = tv_statement_get_int (row, 0);
        gboolean is_first = tv_statement_get_int (row, 1) != device_id;
        const char *stored = tv_statement_get_text (row, 7);
        g_autoptr (GChecksum) link = begin_link (row, is_first ? "" : previous);

        if (!check_entries (connection, id, link, check, &n_troubles, error))
            return FALSE;
        if (g_strcmp0 (g_checksum_get_string (link), stored) != 0
            && n_troubles++ < MAX_TROUBLES_OF_A_KIND)
            add_trouble (check, "history %" G_GINT64_FORMAT ": the chain is broken here", id);
        device_id = tv_statement_get_int (row, 1);
        g_free (previous);
        previous = g_strdup (stored);
        check->n_changes++;
    }
    return step == TV_STEP_DONE;
}

static const char sql_get_state[]
    = "SELECT table_name, record_id, new_json, salt FROM change_entry WHERE id = $1";

static gboolean
check_state (TvConnection *connection, gint64 entry_id, TvBookCheck *check, guint *n_troubles,
             GError **error)
{
    g_autoptr (TvStatement) row = tv_connection_prepare (connection, sql_get_state, error);
    g_autofree char *now = NULL;
    const char *table;

    if (!row)
        return FALSE;
    tv_statement_bind_int (row, 1, entry_id);
    if (!tv_statement_fetch (row, error))
        return FALSE;
    table = tv_statement_get_text (row, 0);
    if (!tv_recorded_table_find (table) || tv_statement_is_null (row, 3))
        return TRUE;
    if (!tv_change_read_row (connection, table, tv_statement_get_int (row, 1), &now, error))
        return FALSE;
    if (!tv_row_json_still_says (now, tv_statement_get_text (row, 2))
        && (*n_troubles)++ < MAX_TROUBLES_OF_A_KIND)
        add_trouble (check, "%s %" G_GINT64_FORMAT ": differs from what the history says of it",
                     table, tv_statement_get_int (row, 1));
    return TRUE;
}

static const char sql_list_last_entries[]
    = "SELECT MAX(id) FROM change_entry GROUP BY table_name, record_id";

/* A record that was written past the program differs from what the history last said of it. */
static gboolean
check_last_states (TvConnection *connection, TvBookCheck *check, GError **error)
{
    g_autoptr (TvStatement) row = tv_connection_prepare (connection, sql_list_last_entries, error);
    guint n_troubles = 0;
    TvStep step;

    if (!row)
        return FALSE;
    while ((step = tv_statement_step (row, error)) == TV_STEP_ROW) {
        if (!check_state (connection, tv_statement_get_int (row, 0), check, &n_troubles, error))
            return FALSE;
    }
    return step == TV_STEP_DONE;
}

/* A record that the history has never heard of was put there past the program. */
static gboolean
check_unheard_of (TvConnection *connection, TvBookCheck *check, GError **error)
{
    guint n_tables;
    const TvRecordedTable *tables = tv_recorded_table_list (&n_tables);

    for (guint i = 0; i < n_tables; i++) {
        g_autofree char *sql = g_strdup_printf (
            "SELECT COUNT(*) FROM %s WHERE uid NOT IN (SELECT record_uid FROM change_entry"
            " WHERE table_name = '%s' AND action = 'insert')",
            tables[i].name, tables[i].name);
        g_autoptr (TvStatement) row = tv_connection_prepare (connection, sql, error);

        if (!row || !tv_statement_fetch (row, error))
            return FALSE;
        if (tv_statement_get_int (row, 0) > 0)
            add_trouble (check, "%s: the history does not know of %" G_GINT64_FORMAT " records",
                         tables[i].name, tv_statement_get_int (row, 0));
    }
    return TRUE;
}

static const char sql_count_records[]
    = "SELECT (SELECT COUNT(*) FROM student), (SELECT COUNT(*) FROM measurement)";

static gboolean
count_records (TvConnection *connection, TvBookCheck *check, GError **error)
{
    g_autoptr (TvStatement) row = tv_connection_prepare (connection, sql_count_records, error);

    if (!row || !tv_statement_fetch (row, error))
        return FALSE;
    check->n_students = tv_statement_get_int (row, 0);
    check->n_measurements = tv_statement_get_int (row, 1);
    return TRUE;
}

/**
 * tv_store_check:
 * @connection: a connection
 * @error: (nullable): a #TvStoreError if the book cannot even be read through
 *
 * Reads the whole book.
 *
 * Returns: (transfer full) (nullable): what was found
 */
TvBookCheck *
tv_store_check (TvConnection *connection, GError **error)
{
    g_autoptr (TvBookCheck) check = g_new0 (TvBookCheck, 1);

    check->troubles = g_ptr_array_new_with_free_func (g_free);
    if (!tv_schema_identify (connection, G_MAXINT, &check->version, error)
        || !check_file (connection, check, error) || !check_history (connection, check, error)
        || !check_last_states (connection, check, error)
        || !check_unheard_of (connection, check, error)
        || !count_records (connection, check, error))
        return NULL;
    return g_steal_pointer (&check);
}
