/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Prepared statements: kept by their text, lent out one at a time, bound by name. */

#include "store/sqlite/tv-sqlite-private.h"

struct _TvStatement {
    TvConnection *connection; /* unowned */
    sqlite3_stmt *stmt;
    int *places; /* parameter n of the text -> the engine's own number for it */
    gboolean is_kept;
    gboolean is_lent;
};

void
tv_sqlite_statement_drop (TvStatement *self)
{
    sqlite3_finalize (self->stmt);
    g_free (self->places);
    g_free (self);
}

/* The engine numbers $1 … $n in the order in which they first stand in the text; we by name. */
static void
find_places (TvStatement *self)
{
    int n = sqlite3_bind_parameter_count (self->stmt);

    self->places = g_new0 (int, n + 1);
    for (int i = 1; i <= n; i++) {
        const char *name = sqlite3_bind_parameter_name (self->stmt, i);
        gint64 number = name && name[0] == '$' ? g_ascii_strtoll (name + 1, NULL, 10) : 0;

        g_assert (number >= 1 && number <= n);
        self->places[number] = i;
    }
}

static TvStatement *
compile (TvConnection *connection, const char *sql, GError **error)
{
    TvStatement *self = g_new0 (TvStatement, 1);
    int code = sqlite3_prepare_v3 (connection->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &self->stmt,
                                   NULL);

    if (code != SQLITE_OK) {
        tv_sqlite_set_error (error, connection->db, code, sql);
        tv_sqlite_statement_drop (self);
        return NULL;
    }
    self->connection = connection;
    /* How a query is answered would tell the names that keep the connection to what it may see. */
    if (connection->access && sqlite3_stmt_isexplain (self->stmt)) {
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED, sql);
        tv_sqlite_statement_drop (self);
        return NULL;
    }
    find_places (self);
    return self;
}

/**
 * tv_connection_prepare:
 * @self: a connection
 * @sql: one statement
 * @error: (nullable): a #TvStoreError
 *
 * The same text comes back ready-made the next time; while it is on loan, a second one is made.
 *
 * Returns: (transfer full) (nullable): the statement, to be handed back by tv_statement_free()
 */
TvStatement *
tv_connection_prepare (TvConnection *self, const char *sql, GError **error)
{
    TvStatement *statement = g_hash_table_lookup (self->statements, sql);

    if (!statement || statement->is_lent) {
        gboolean is_kept = statement == NULL;

        statement = compile (self, sql, error);
        if (!statement)
            return NULL;
        statement->is_kept = is_kept;
        if (is_kept)
            g_hash_table_insert (self->statements, (gpointer) sqlite3_sql (statement->stmt),
                                 statement);
    }
    statement->is_lent = TRUE;
    return statement;
}

/**
 * tv_statement_free:
 * @self: (transfer full): a statement, run or not
 */
void
tv_statement_free (TvStatement *self)
{
    if (!self->is_kept) {
        tv_sqlite_statement_drop (self);
        return;
    }
    sqlite3_reset (self->stmt);
    sqlite3_clear_bindings (self->stmt);
    self->is_lent = FALSE;
}

void
tv_statement_bind_int (TvStatement *self, int parameter, gint64 value)
{
    int code = sqlite3_bind_int64 (self->stmt, self->places[parameter], value);

    g_assert (code == SQLITE_OK);
}

/**
 * tv_statement_bind_text:
 * @value: (nullable): a text that lives until the statement is handed back
 */
void
tv_statement_bind_text (TvStatement *self, int parameter, const char *value)
{
    int code = sqlite3_bind_text (self->stmt, self->places[parameter], value, -1, SQLITE_STATIC);

    g_assert (code == SQLITE_OK);
}

void
tv_statement_bind_date (TvStatement *self, int parameter, TvDate value)
{
    int code = sqlite3_bind_text (self->stmt, self->places[parameter], tv_date_to_iso (value), -1,
                                  g_free);

    g_assert (code == SQLITE_OK);
}

/**
 * tv_statement_bind_key:
 * @id: key of a record; 0 is none
 */
void
tv_statement_bind_key (TvStatement *self, int parameter, gint64 id)
{
    if (id == 0)
        tv_statement_bind_null (self, parameter);
    else
        tv_statement_bind_int (self, parameter, id);
}

void
tv_statement_bind_null (TvStatement *self, int parameter)
{
    int code = sqlite3_bind_null (self->stmt, self->places[parameter]);

    g_assert (code == SQLITE_OK);
}

/**
 * tv_statement_step:
 * @self: a statement with all parameters bound
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether there is a row (its columns stand until the next step), the end, or an error
 */
TvStep
tv_statement_step (TvStatement *self, GError **error)
{
    int code = sqlite3_step (self->stmt);

    if (code == SQLITE_ROW)
        return TV_STEP_ROW;
    if (code == SQLITE_DONE)
        return TV_STEP_DONE;
    tv_sqlite_set_error (error, self->connection->db, code, sqlite3_sql (self->stmt));
    return TV_STEP_ERROR;
}

/**
 * tv_statement_fetch:
 * @self: a statement with all parameters bound, which gives a row in every sound book
 * @error: (nullable): a #TvStoreError, TV_STORE_ERROR_CORRUPT where there is no row
 *
 * Returns: whether the row is there; its columns stand until the next step
 */
gboolean
tv_statement_fetch (TvStatement *self, GError **error)
{
    TvStep step = tv_statement_step (self, error);

    if (step == TV_STEP_DONE)
        g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_CORRUPT, "no row came of: %s",
                     sqlite3_sql (self->stmt));
    return step == TV_STEP_ROW;
}

/**
 * tv_statement_run:
 * @self: a statement with all parameters bound
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it was done to its end
 */
gboolean
tv_statement_run (TvStatement *self, GError **error)
{
    TvStep step;

    do
        step = tv_statement_step (self, error);
    while (step == TV_STEP_ROW);
    return step == TV_STEP_DONE;
}

int
tv_statement_n_columns (TvStatement *self)
{
    return sqlite3_column_count (self->stmt);
}

const char *
tv_statement_column_name (TvStatement *self, int column)
{
    return sqlite3_column_name (self->stmt, column);
}

gboolean
tv_statement_is_null (TvStatement *self, int column)
{
    return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

gboolean
tv_statement_is_text (TvStatement *self, int column)
{
    return sqlite3_column_type (self->stmt, column) == SQLITE_TEXT;
}

/**
 * tv_statement_get_int:
 *
 * Returns: the column's number, 0 where there is none
 */
gint64
tv_statement_get_int (TvStatement *self, int column)
{
    return sqlite3_column_int64 (self->stmt, column);
}

/**
 * tv_statement_get_text:
 *
 * Returns: (transfer none) (nullable): the column's text, until the next step
 */
const char *
tv_statement_get_text (TvStatement *self, int column)
{
    return (const char *) sqlite3_column_text (self->stmt, column);
}

TvDate
tv_statement_get_date (TvStatement *self, int column)
{
    return tv_date_parse_iso (tv_statement_get_text (self, column));
}
