/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes rows of recorded tables, whichever they are, and enters each in the history as it was
 * before and as it is after. */

#include "store/tv-change-private.h"
#include "store/tv-change-right.h"
#include "store/tv-round-guard.h"
#include "store/tv-row-json.h"

#include "base/tv-number.h"

#include <string.h>

/* A row on its way into the history. */
typedef struct {
    gint64 id;
    char *uid;
    char *json;
} Row;

static void
clear_row (Row *row)
{
    g_clear_pointer (&row->uid, g_free);
    g_clear_pointer (&row->json, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, clear_row)

/* Every recorded table begins with id and uid. */
static void
take_row (TvStatement *statement, Row *row)
{
    row->id = tv_statement_get_int (statement, 0);
    row->uid = g_strdup (tv_statement_get_text (statement, 1));
    row->json = tv_row_json_write (statement);
}

static void
bind_field (TvStatement *statement, int parameter, const TvField *field)
{
    switch (field->kind) {
    case TV_FIELD_NULL:
        tv_statement_bind_null (statement, parameter);
        break;
    case TV_FIELD_NUMBER:
        tv_statement_bind_int (statement, parameter, field->number);
        break;
    case TV_FIELD_TEXT:
        tv_statement_bind_text (statement, parameter, field->text);
        break;
    case TV_FIELD_DAY:
        tv_statement_bind_date (statement, parameter, (TvDate) field->number);
        break;
    }
}

static gboolean
read_row (TvConnection *connection, const char *table, gint64 id, Row *row, GError **error)
{
    g_autofree char *sql = g_strconcat ("SELECT * FROM ", table, " WHERE id = $1", NULL);
    g_autoptr (TvStatement) statement = tv_connection_prepare (connection, sql, error);
    TvStep step;

    if (!statement)
        return FALSE;
    tv_statement_bind_int (statement, 1, id);
    step = tv_statement_step (statement, error);
    if (step == TV_STEP_ROW)
        take_row (statement, row);
    return step != TV_STEP_ERROR;
}

/* Writes, and reads what then stands. A statement that gives back what it wrote takes longer than
 * the two: the engine makes a table of its own for that, with every row. */
static gboolean
write_row (TvChange *self, const TvRecordedTable *table, const char *sql, const TvField *fields,
           guint n_fields, gint64 id, Row *row, GError **error)
{
    g_autoptr (TvStatement) statement = tv_connection_prepare (self->connection, sql, error);

    if (!statement)
        return FALSE;
    for (guint i = 0; i < n_fields; i++)
        bind_field (statement, (int) i + 1, &fields[i]);
    if (id != 0)
        tv_statement_bind_int (statement, (int) n_fields + 1, id);
    if (!tv_statement_run (statement, error))
        return FALSE;
    row->id = id != 0 ? id : tv_connection_last_key (self->connection);
    if (!read_row (self->connection, table->name, row->id, row, error))
        return FALSE;
    return row->json || tv_change_right_refuse (self, table, row->id, error);
}

static gboolean
find_student (TvChange *self, const TvRecordedTable *table, gint64 id, gint64 *student_id,
              GError **error)
{
    g_autoptr (TvStatement) statement = NULL;
    TvStep step;

    *student_id = 0;
    if (!table->student_query)
        return TRUE;
    statement = tv_connection_prepare (self->connection, table->student_query, error);
    if (!statement)
        return FALSE;
    tv_statement_bind_int (statement, 1, id);
    step = tv_statement_step (statement, error);
    if (step == TV_STEP_ROW)
        *student_id = tv_statement_get_int (statement, 0);
    return step != TV_STEP_ERROR;
}

/**
 * tv_change_read_row:
 * @connection: a connection
 * @table: a recorded table
 * @id: key of a record
 * @json: (out) (transfer full) (nullable): the record as the history keeps it, %NULL if none stands
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether the table could be read
 */
gboolean
tv_change_read_row (TvConnection *connection, const char *table, gint64 id, char **json,
                    GError **error)
{
    g_auto (Row) row = { 0 };

    if (!read_row (connection, table, id, &row, error))
        return FALSE;
    *json = g_steal_pointer (&row.json);
    return TRUE;
}

/* Most new records say themselves whose they are. */
static gboolean
find_student_of_new (TvChange *self, const TvRecordedTable *table, gint64 id, const TvField *fields,
                     guint n_fields, gint64 *student_id, GError **error)
{
    for (guint i = 0; i < n_fields; i++) {
        if (strcmp (fields[i].column, "student_id") == 0) {
            *student_id = fields[i].number;
            return TRUE;
        }
    }
    return find_student (self, table, id, student_id, error);
}

static void
append_parameter (GString *sql, guint number)
{
    g_string_append_c (sql, '$');
    tv_number_append_whole (sql, number);
}

static char *
write_insert (const TvRecordedTable *table, const TvField *fields, guint n_fields)
{
    GString *sql = g_string_sized_new (512);

    g_string_append (sql, "INSERT INTO main.");
    g_string_append (sql, table->name);
    for (guint i = 0; i < n_fields; i++) {
        g_string_append (sql, i ? ", " : " (");
        g_string_append (sql, fields[i].column);
    }
    for (guint i = 0; i < n_fields; i++) {
        g_string_append (sql, i ? ", " : ") VALUES (");
        append_parameter (sql, i + 1);
    }
    g_string_append_c (sql, ')');
    return g_string_free (sql, FALSE);
}

static char *
write_update (const TvRecordedTable *table, const TvField *fields, guint n_fields)
{
    GString *sql = g_string_sized_new (512);

    g_string_append (sql, "UPDATE main.");
    g_string_append (sql, table->name);
    for (guint i = 0; i < n_fields; i++) {
        g_string_append (sql, i ? ", " : " SET ");
        g_string_append (sql, fields[i].column);
        g_string_append (sql, " = ");
        append_parameter (sql, i + 1);
    }
    g_string_append (sql, " WHERE id = ");
    append_parameter (sql, n_fields + 1);
    return g_string_free (sql, FALSE);
}

/**
 * tv_change_insert_row:
 * @self: a change
 * @table: where to
 * @fields: (array length=n_fields): every column that is not to be null; id only when a record
 *   comes back that had one
 * @n_fields: how many
 * @error: (nullable): a #TvStoreError
 *
 * Returns: the new record's key, 0 on error
 */
gint64
tv_change_insert_row (TvChange *self, const TvRecordedTable *table, const TvField *fields,
                      guint n_fields, GError **error)
{
    g_autofree char *sql = write_insert (table, fields, n_fields);
    g_auto (Row) row = { 0 };
    gint64 student_id;

    if (!tv_change_right_check (self, table, TV_ACTION_INSERT, error)
        || !tv_round_guard_check_fields (self, fields, n_fields, error))
        return 0;
    if (!write_row (self, table, sql, fields, n_fields, 0, &row, error)
        || !tv_change_right_check_rows (self, table, NULL, row.json, error)
        || !find_student_of_new (self, table, row.id, fields, n_fields, &student_id, error)
        || !tv_change_record (self, table, TV_ACTION_INSERT, row.id, row.uid, student_id, NULL,
                              row.json, error))
        return 0;
    return row.id;
}

/* Whoever does not see all is not told whether there is such a record. */
static gboolean
set_missing (TvChange *self, const TvRecordedTable *table, gint64 id, GError **error)
{
    if (tv_change_right_is_kept (self))
        return tv_change_right_refuse (self, table, id, error);
    g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_FOUND, "%s %" G_GINT64_FORMAT,
                 table->name, id);
    return FALSE;
}

/**
 * tv_change_update_row:
 * @self: a change
 * @table: whose record it is
 * @id: the record's key
 * @fields: (array length=n_fields): the columns that are set
 * @n_fields: how many
 * @error: (nullable): a #TvStoreError, TV_STORE_ERROR_NOT_FOUND if there is no such record
 *
 * A record that stays as it was is not entered in the history.
 *
 * Returns: whether it was done
 */
gboolean
tv_change_update_row (TvChange *self, const TvRecordedTable *table, gint64 id,
                      const TvField *fields, guint n_fields, GError **error)
{
    g_autofree char *sql = write_update (table, fields, n_fields);
    g_auto (Row) before = { 0 };
    g_auto (Row) after = { 0 };
    gint64 student_id;

    if (!tv_change_right_check (self, table, TV_ACTION_UPDATE, error)
        || !tv_round_guard_check_record (self, table, id, error)
        || !tv_round_guard_check_fields (self, fields, n_fields, error)
        || !read_row (self->connection, table->name, id, &before, error))
        return FALSE;
    if (!before.json)
        return set_missing (self, table, id, error);
    if (!write_row (self, table, sql, fields, n_fields, id, &after, error)
        || !tv_change_right_check_rows (self, table, before.json, after.json, error))
        return FALSE;
    if (g_strcmp0 (before.json, after.json) == 0)
        return TRUE;
    return find_student (self, table, id, &student_id, error)
           && tv_change_record (self, table, TV_ACTION_UPDATE, id, after.uid, student_id,
                                before.json, after.json, error);
}

/**
 * tv_change_delete_row:
 * @self: a change
 * @table: whose record it is
 * @id: the record's key; no other record may refer to it
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it was done
 */
gboolean
tv_change_delete_row (TvChange *self, const TvRecordedTable *table, gint64 id, GError **error)
{
    g_autofree char *sql = g_strdup_printf ("DELETE FROM main.%s WHERE id = $1", table->name);
    g_autoptr (TvStatement) statement = NULL;
    g_auto (Row) before = { 0 };
    gint64 student_id;

    if (!tv_change_right_check (self, table, TV_ACTION_DELETE, error)
        || !tv_round_guard_check_record (self, table, id, error)
        || !read_row (self->connection, table->name, id, &before, error)
        || !find_student (self, table, id, &student_id, error))
        return FALSE;
    if (!before.json)
        return set_missing (self, table, id, error);
    if (!tv_change_right_check_rows (self, table, before.json, NULL, error))
        return FALSE;
    statement = tv_connection_prepare (self->connection, sql, error);
    if (!statement)
        return FALSE;
    tv_statement_bind_int (statement, 1, id);
    return tv_statement_run (statement, error)
           && tv_change_record (self, table, TV_ACTION_DELETE, id, before.uid, student_id,
                                before.json, NULL, error);
}
