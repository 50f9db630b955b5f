/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How a file is known to be a record book, and the ladder from older books to today's. A change of
 * the schema is a new script under data/schema/sqlite, a new rung here, and a book of the version
 * before kept in tests/fixtures/store. */

#include "store/tv-schema.h"

#include "store/sqlite/tv-sqlite-private.h"
#include "store/tv-schema-resource.h"
#include "store/tv-store-copy.h"
#include "store/tv-store-file.h"

#include <glib/gstdio.h>

/* "TVoc" in ASCII, in the header of every book: tells it from other programs' files. */
#define APPLICATION_ID 0x54566f63

static const TvSchemaStep steps_of_books[] = {
    { 1, "/io/github/tamvoc/TamVoc/schema/sqlite/0001-initial.sql", NULL },
    { 2, "/io/github/tamvoc/TamVoc/schema/sqlite/0002-people-and-history.sql", NULL },
    { 3, "/io/github/tamvoc/TamVoc/schema/sqlite/0003-measuring-morning.sql", NULL },
};

/**
 * tv_schema_get_steps:
 * @n_steps: (out): how many
 *
 * Returns: (transfer none) (array length=n_steps): all rungs, from an empty file to today's book
 */
const TvSchemaStep *
tv_schema_get_steps (guint *n_steps)
{
    *n_steps = G_N_ELEMENTS (steps_of_books);
    return steps_of_books;
}

static gboolean
read_number (TvConnection *connection, const char *sql, gint64 *number, GError **error)
{
    g_autoptr (TvStatement) statement = tv_connection_prepare (connection, sql, error);

    if (!statement || !tv_statement_fetch (statement, error))
        return FALSE;
    *number = tv_statement_get_int (statement, 0);
    return TRUE;
}

static const char sql_last_program[]
    = "SELECT program FROM schema_version ORDER BY version DESC LIMIT 1";

static char *
read_last_program (TvConnection *connection)
{
    g_autoptr (TvStatement) statement = tv_connection_prepare (connection, sql_last_program, NULL);

    if (!statement || tv_statement_step (statement, NULL) != TV_STEP_ROW)
        return g_strdup ("?");
    return g_strdup (tv_statement_get_text (statement, 0));
}

/**
 * tv_schema_identify:
 * @connection: to a file
 * @newest: the newest version that this program knows
 * @version: (out): the book's own
 * @error: (nullable): TV_STORE_ERROR_NOT_A_BOOK, _NEWER, _CORRUPT …
 *
 * A file that brings along what would run by itself is no book, whatever it says of itself.
 *
 * Returns: whether it is a record book that this program understands
 */
gboolean
tv_schema_identify (TvConnection *connection, int newest, int *version, GError **error)
{
    gint64 application_id, number;

    if (!read_number (connection, "PRAGMA application_id", &application_id, error)
        || !read_number (connection, "PRAGMA user_version", &number, error))
        return FALSE;
    if (application_id != APPLICATION_ID || number < 1) {
        g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_A_BOOK,
                     "application id %" G_GINT64_MODIFIER "x, version %" G_GINT64_FORMAT,
                     application_id, number);
        return FALSE;
    }
    if (number > newest) {
        g_autofree char *program = read_last_program (connection);

        g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NEWER, "%s", program);
        return FALSE;
    }
    *version = (int) number;
    return tv_sqlite_schema_guard (connection, *version, error);
}

static const char sql_note_version[]
    = "INSERT INTO schema_version (version, program) VALUES ($1, $2)";

static gboolean
note_version (TvConnection *connection, int version, GError **error)
{
    g_autofree char *pragmas = g_strdup_printf (
        "PRAGMA application_id = %d; PRAGMA user_version = %d", APPLICATION_ID, version);
    g_autoptr (TvStatement) statement = tv_connection_prepare (connection, sql_note_version, error);

    if (!statement)
        return FALSE;
    tv_statement_bind_int (statement, 1, version);
    tv_statement_bind_text (statement, 2, TV_VERSION);
    return tv_statement_run (statement, error) && tv_connection_exec (connection, pragmas, error);
}

static gboolean
climb (TvConnection *connection, const TvSchemaStep *step, GError **error)
{
    g_autoptr (GBytes) bytes = NULL;
    const char *script = step->script;

    /* A resource ends with a zero byte that its size does not count. */
    if (step->resource) {
        bytes = g_resource_lookup_data (tv_schema_get_resource (), step->resource,
                                        G_RESOURCE_LOOKUP_FLAGS_NONE, error);
        if (!bytes)
            return FALSE;
        script = g_bytes_get_data (bytes, NULL);
    }
    if (!tv_connection_begin (connection, error))
        return FALSE;
    if (tv_connection_exec (connection, script, error)
        && note_version (connection, step->version, error)
        && tv_connection_commit (connection, error))
        return TRUE;
    tv_connection_rollback (connection);
    return FALSE;
}

/* A copy that was broken off must not pass for one. */
static gboolean
keep_copy (TvConnection *connection, const char *copy_path, GError **error)
{
    g_autofree char *unfinished = g_strconcat (copy_path, ".unfinished", NULL);

    g_unlink (unfinished);
    return tv_store_copy (connection, unfinished, error)
           && tv_store_file_move (unfinished, copy_path, error);
}

/**
 * tv_schema_upgrade:
 * @connection: to a new file or to a record book, open for writing
 * @steps: (array length=n_steps): the ladder, lowest version first
 * @n_steps: how many rungs
 * @copy_path: (nullable): where a copy of the book as it was goes, if there is anything to climb
 * @error: (nullable): a #TvStoreError
 *
 * Climbs whatever rungs are above the book's version, each in a transaction of its own, so that
 * the book stands on one rung or the next whatever happens.
 *
 * Returns: whether the book is of the newest version now
 */
gboolean
tv_schema_upgrade (TvConnection *connection, const TvSchemaStep *steps, guint n_steps,
                   const char *copy_path, GError **error)
{
    gint64 version;

    if (!read_number (connection, "PRAGMA user_version", &version, error))
        return FALSE;
    if (copy_path && version < steps[n_steps - 1].version
        && !keep_copy (connection, copy_path, error))
        return FALSE;
    for (guint i = 0; i < n_steps; i++) {
        if (steps[i].version > version && !climb (connection, &steps[i], error))
            return FALSE;
    }
    return TRUE;
}

/**
 * tv_schema_make_plan:
 * @version: a rung of the ladder
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): an empty book of that version, in memory
 */
TvConnection *
tv_schema_make_plan (int version, GError **error)
{
    g_autoptr (TvConnection) plan
        = tv_connection_open (":memory:", TV_CONNECTION_WRITE, NULL, error);
    guint n_steps;
    const TvSchemaStep *steps = tv_schema_get_steps (&n_steps);

    while (n_steps > 0 && steps[n_steps - 1].version > version)
        n_steps--;
    if (!plan || !tv_schema_upgrade (plan, steps, n_steps, NULL, error))
        return NULL;
    return g_steal_pointer (&plan);
}
