/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a file brings along that would run by itself when rows are read or written: triggers, views,
 * tables of the engine's extensions, worked-out columns and indices. A book has those that the
 * ladder made and no others. Whether its tables are whole is another question, which the
 * examination answers. */

#include "store/sqlite/tv-sqlite-private.h"

/* Indices that the engine makes for a key have no text of their own: they come with their table. A
 * table of an extension, as a view, has no page to begin on. */
static const char sql_list_active[]
    = "SELECT type, name, tbl_name, sql FROM main.sqlite_master"
      " WHERE (type <> 'table' AND (type <> 'index' OR sql IS NOT NULL)) OR rootpage IS NULL"
      " OR rootpage = 0";

static const char sql_list_worked_out[] = "SELECT t.name, c.name FROM main.sqlite_master t"
                                          " JOIN pragma_table_xinfo (t.name) c ON c.hidden <> 0"
                                          " WHERE t.type = 'table' AND t.rootpage > 0";

static char *
describe (TvStatement *row)
{
    GString *text = g_string_new (NULL);

    for (int i = 0; i < tv_statement_n_columns (row); i++) {
        const char *part = tv_statement_get_text (row, i);

        g_string_append_printf (text, "%s%s", i > 0 ? " | " : "", part ? part : "");
    }
    return g_string_free (text, FALSE);
}

/* The active objects as a set of their descriptions. */
static GHashTable *
list_active (TvConnection *connection, GError **error)
{
    g_autoptr (GHashTable) active = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (TvStatement) row = tv_connection_prepare (connection, sql_list_active, error);
    TvStep step;

    if (!row)
        return NULL;
    while ((step = tv_statement_step (row, error)) == TV_STEP_ROW)
        g_hash_table_add (active, describe (row));
    return step == TV_STEP_DONE ? g_steal_pointer (&active) : NULL;
}

static gboolean
refuse (const char *what, GError **error)
{
    g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_A_BOOK, "no book has this: %s", what);
    return FALSE;
}

static gboolean
guard_active (GHashTable *active, GHashTable *planned, GError **error)
{
    GHashTableIter iter;
    gpointer what;

    g_hash_table_iter_init (&iter, active);
    while (g_hash_table_iter_next (&iter, &what, NULL)) {
        if (!g_hash_table_contains (planned, what))
            return refuse (what, error);
    }
    return TRUE;
}

static gboolean
guard_columns (TvConnection *connection, GError **error)
{
    g_autoptr (TvStatement) row = tv_connection_prepare (connection, sql_list_worked_out, error);
    TvStep step = row ? tv_statement_step (row, error) : TV_STEP_ERROR;
    g_autofree char *what = step == TV_STEP_ROW ? describe (row) : NULL;

    return what ? refuse (what, error) : step == TV_STEP_DONE;
}

/**
 * tv_sqlite_schema_guard:
 * @connection: to a file that says of itself that it is a book
 * @version: of the book, as it says
 * @error: (nullable): TV_STORE_ERROR_NOT_A_BOOK, _CORRUPT …
 *
 * Returns: whether nothing in the file runs by itself but what a book of this version has; of a
 *   version beyond the ladder nothing is known, and it is let pass
 */
gboolean
tv_sqlite_schema_guard (TvConnection *connection, int version, GError **error)
{
    guint n_steps;
    const TvSchemaStep *steps = tv_schema_get_steps (&n_steps);
    g_autoptr (GHashTable) active = NULL;
    g_autoptr (GHashTable) planned = NULL;
    g_autoptr (TvConnection) plan = NULL;

    if (version > steps[n_steps - 1].version)
        return TRUE;
    active = list_active (connection, error);
    plan = active ? tv_schema_make_plan (version, error) : NULL;
    planned = plan ? list_active (plan, error) : NULL;
    return planned && guard_active (active, planned, error) && guard_columns (connection, error);
}
