/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Examines a book: the file, its layout, the keys between its tables, and whether its history tells
 * the truth about every record. The history is read once and each table once. */

#include "store/tv-store-check.h"

#include "store/tv-history-check.h"
#include "store/tv-recorded-table.h"
#include "store/tv-row-json.h"
#include "store/tv-schema.h"

#include <string.h>

/* A plain file has no marks of its pages for the engine to look at: there it says nothing. */
static const char *const questions_about_file[]
    = { "PRAGMA integrity_check(20)", "PRAGMA cipher_integrity_check" };

static gboolean
count_pages (TvConnection *connection, gint64 *n_pages, GError **error)
{
    g_autoptr (TvStatement) row = tv_connection_prepare (connection, "PRAGMA page_count", error);

    if (!row || tv_statement_step (row, error) != TV_STEP_ROW)
        return FALSE;
    *n_pages = tv_statement_get_int (row, 0);
    return TRUE;
}

/* What stands behind the last page is the seal of a backup, which the engine takes for a damaged
 * page. */
static gboolean
is_of_book (const char *answer, gint64 n_pages)
{
    const char *page = answer ? strstr (answer, "page ") : NULL;

    return !page || g_ascii_strtoll (page + strlen ("page "), NULL, 10) <= n_pages;
}

static gboolean
check_file (TvConnection *connection, TvBookCheck *check, GError **error)
{
    gint64 n_pages;

    if (!count_pages (connection, &n_pages, error))
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (questions_about_file); i++) {
        g_autoptr (TvStatement) row
            = tv_connection_prepare (connection, questions_about_file[i], error);
        TvStep step;

        if (!row)
            return FALSE;
        while ((step = tv_statement_step (row, error)) == TV_STEP_ROW) {
            const char *answer = tv_statement_get_text (row, 0);

            if (g_strcmp0 (answer, "ok") != 0 && is_of_book (answer, n_pages))
                tv_book_check_add (check, TV_BOOK_TROUBLE_FILE, NULL, 0, answer);
        }
        if (step == TV_STEP_ERROR)
            return FALSE;
    }
    return TRUE;
}

static const char sql_list_layout[] = "SELECT name, type, tbl_name, sql FROM sqlite_schema";

/* Name -> what it is made by. */
static GHashTable *
read_layout (TvConnection *connection, GError **error)
{
    g_autoptr (TvStatement) row = tv_connection_prepare (connection, sql_list_layout, error);
    g_autoptr (GHashTable) layout = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    TvStep step;

    if (!row)
        return NULL;
    while ((step = tv_statement_step (row, error)) == TV_STEP_ROW) {
        const char *name = tv_statement_get_text (row, 0);

        g_hash_table_replace (layout, g_strdup (name ? name : ""), tv_row_json_write (row));
    }
    return step == TV_STEP_DONE ? g_steal_pointer (&layout) : NULL;
}

static void
compare_layouts (GHashTable *a, GHashTable *b, gboolean is_difference_told, TvBookCheck *check)
{
    GHashTableIter iter;
    gpointer name, sql;

    g_hash_table_iter_init (&iter, a);
    while (g_hash_table_iter_next (&iter, &name, &sql)) {
        const char *other = g_hash_table_lookup (b, name);

        if (!other || (is_difference_told && g_strcmp0 (other, sql) != 0))
            tv_book_check_add (check, TV_BOOK_TROUBLE_LAYOUT, name, 0, NULL);
    }
}

/* A constraint or a trigger that was taken away would let in what it keeps out. */
static gboolean
check_layout (TvConnection *connection, TvBookCheck *check, GError **error)
{
    g_autoptr (TvConnection) sound = tv_schema_make_plan (check->version, error);
    g_autoptr (GHashTable) plan = sound ? read_layout (sound, error) : NULL;
    g_autoptr (GHashTable) layout = plan ? read_layout (connection, error) : NULL;

    if (!layout)
        return FALSE;
    compare_layouts (plan, layout, TRUE, check);
    compare_layouts (layout, plan, FALSE, check);
    return TRUE;
}

static const char sql_has_version[]
    = "SELECT COUNT(*), COALESCE(MIN(version), 0), COALESCE(MAX(version), 0) FROM schema_version";

static gboolean
check_version (TvConnection *connection, TvBookCheck *check, GError **error)
{
    g_autoptr (TvStatement) row = tv_connection_prepare (connection, sql_has_version, error);

    if (!row || !tv_statement_fetch (row, error))
        return FALSE;
    if (tv_statement_get_int (row, 0) != check->version || tv_statement_get_int (row, 1) != 1
        || tv_statement_get_int (row, 2) != check->version)
        tv_book_check_add (check, TV_BOOK_TROUBLE_VERSION, NULL, check->version, NULL);
    return TRUE;
}

static gboolean
check_references (TvConnection *connection, TvBookCheck *check, GError **error)
{
    g_autoptr (TvStatement) row
        = tv_connection_prepare (connection, "PRAGMA foreign_key_check", error);
    TvStep step;

    if (!row)
        return FALSE;
    while ((step = tv_statement_step (row, error)) == TV_STEP_ROW)
        tv_book_check_add (check, TV_BOOK_TROUBLE_REFERENCE, tv_statement_get_text (row, 0),
                           tv_statement_get_int (row, 1), tv_statement_get_text (row, 2));
    return step == TV_STEP_DONE;
}

static void
meet_record (TvStatement *row, guint table, const char *name, TvRecordStates *states,
             TvBookCheck *check)
{
    g_autofree char *json = tv_row_json_write (row);
    gint64 id = tv_statement_get_int (row, 0);

    switch (tv_record_states_meet (states, table, id, json)) {
    case TV_RECORD_UNHEARD_OF:
        tv_book_check_add (check, TV_BOOK_TROUBLE_UNHEARD_OF, name, id, NULL);
        break;
    case TV_RECORD_DIFFERS:
        tv_book_check_add (check, TV_BOOK_TROUBLE_VALUE, name, id, NULL);
        break;
    case TV_RECORD_AS_TOLD:
        break;
    }
}

/* Every recorded table begins with its id. The table itself is read, not one of its indices. */
static gboolean
meet_records (TvConnection *connection, guint table, const char *name, TvRecordStates *states,
              TvBookCheck *check, GError **error)
{
    g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY id", name);
    g_autoptr (TvStatement) row = tv_connection_prepare (connection, sql, error);
    TvStep step;

    if (!row)
        return FALSE;
    while ((step = tv_statement_step (row, error)) == TV_STEP_ROW)
        meet_record (row, table, name, states, check);
    return step == TV_STEP_DONE;
}

static void
add_missing_cb (guint table, gint64 id, gpointer user_data)
{
    guint n_tables;
    const TvRecordedTable *tables = tv_recorded_table_list (&n_tables);

    tv_book_check_add (user_data, TV_BOOK_TROUBLE_GONE, tables[table].name, id, NULL);
}

static gboolean
has_table (TvConnection *connection, const char *name)
{
    g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s LIMIT 0", name);
    g_autoptr (TvStatement) row = tv_connection_prepare (connection, sql, NULL);

    return row != NULL;
}

static gboolean
check_records (TvConnection *connection, TvBookCheck *check, GError **error)
{
    g_autoptr (TvRecordStates) states = tv_record_states_new ();
    guint n_tables;
    const TvRecordedTable *tables = tv_recorded_table_list (&n_tables);

    if (!tv_history_check (connection, check, states, error))
        return FALSE;
    for (guint i = 0; i < n_tables; i++) {
        /* A copy of an older book lacks what came later; its layout was compared already. */
        if (has_table (connection, tables[i].name)
            && !meet_records (connection, i, tables[i].name, states, check, error))
            return FALSE;
    }
    tv_record_states_list_missing (states, add_missing_cb, check);
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
 * @connection: a connection whose reader may see the whole book
 * @error: (nullable): a #TvStoreError if the book cannot even be read through
 *
 * Reads the whole book. Every value of a record stands twice in the file, in its table and in the
 * history behind a digest, so that one that was changed past the program is found.
 *
 * Returns: (transfer full) (nullable): what was found
 */
TvBookCheck *
tv_store_check (TvConnection *connection, GError **error)
{
    g_autoptr (TvBookCheck) check = tv_book_check_new ();

    if (!tv_schema_identify (connection, G_MAXINT, &check->version, error)
        || !check_file (connection, check, error) || !check_layout (connection, check, error)
        || !check_version (connection, check, error) || !check_references (connection, check, error)
        || !check_records (connection, check, error) || !count_records (connection, check, error))
        return NULL;
    return g_steal_pointer (&check);
}
