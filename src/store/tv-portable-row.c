/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A record as it is outside its book. Keys are numbers that each copy of a book gives out by
 * itself; uids are the same in all of them. */

#include "store/tv-portable-row.h"

#include "store/tv-row-json.h"

#include <string.h>

static const struct {
    const char *column;
    const char *table;
} keys[] = {
    { "student_id", "student" }, { "class_id", "class" },     { "year_id", "school_year" },
    { "round_id", "round" },     { "session_id", "session" }, { "measurement_id", "measurement" },
    { "person_id", "person" },
};

/**
 * tv_portable_refers_to:
 * @column: of a recorded table
 *
 * Returns: (transfer none) (nullable): the table that its values are keys of
 */
const char *
tv_portable_refers_to (const char *column)
{
    for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
        if (strcmp (keys[i].column, column) == 0)
            return keys[i].table;
    }
    return NULL;
}

static void
free_field (gpointer data)
{
    TvPortableField *self = data;

    g_free (self->text);
    g_free (self);
}

static const char sql_uid_of_gone[]
    = "SELECT record_uid FROM change_entry WHERE table_name = $1 AND record_id = $2"
      " ORDER BY id DESC LIMIT 1";

/* The record may be gone by now; the history still names it. */
static char *
find_uid_of_gone (TvConnection *connection, const char *table, gint64 id, GError **error)
{
    g_autoptr (TvStatement) row = tv_connection_prepare (connection, sql_uid_of_gone, error);
    TvStep step;

    if (!row)
        return NULL;
    tv_statement_bind_text (row, 1, table);
    tv_statement_bind_int (row, 2, id);
    step = tv_statement_step (row, error);
    if (step == TV_STEP_ERROR)
        return NULL;
    return g_strdup (step == TV_STEP_ROW ? tv_statement_get_text (row, 0) : "");
}

static char *
find_uid (TvConnection *connection, const char *table, gint64 id, GError **error)
{
    g_autofree char *sql = g_strdup_printf ("SELECT uid FROM %s WHERE id = $1", table);
    g_autoptr (TvStatement) row = tv_connection_prepare (connection, sql, error);
    TvStep step;

    if (!row)
        return NULL;
    tv_statement_bind_int (row, 1, id);
    step = tv_statement_step (row, error);
    if (step == TV_STEP_ROW)
        return g_strdup (tv_statement_get_text (row, 0));
    return step == TV_STEP_DONE ? find_uid_of_gone (connection, table, id, error) : NULL;
}

static TvPortableField *
make_field (TvConnection *connection, const TvField *from, GError **error)
{
    const char *table = tv_portable_refers_to (from->column);
    TvPortableField *self = g_new0 (TvPortableField, 1);

    self->column = g_intern_string (from->column);
    self->kind = from->kind;
    self->number = from->number;
    self->text = g_strdup (from->text);
    self->refers_to = table;
    if (table && from->kind == TV_FIELD_NUMBER) {
        self->kind = TV_FIELD_TEXT;
        self->text = find_uid (connection, table, from->number, error);
        if (!self->text)
            g_clear_pointer (&self, free_field);
    }
    return self;
}

/* What names the record itself, and whose book it is, is not compared. */
static gboolean
is_own_name (const char *column)
{
    return strcmp (column, "id") == 0 || strcmp (column, "uid") == 0
           || strcmp (column, "school_id") == 0;
}

/**
 * tv_portable_row_read:
 * @connection: to the book in whose history or table the record stands
 * @json: (nullable): a record as the history keeps it
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TvPortableField): its columns; none where @json
 *   is %NULL
 */
GPtrArray *
tv_portable_row_read (TvConnection *connection, const char *json, GError **error)
{
    g_autoptr (GPtrArray) row = g_ptr_array_new_with_free_func (free_field);
    g_autoptr (TvRowJson) read = NULL;
    const TvField *fields;
    guint n_fields;

    if (!json)
        return g_steal_pointer (&row);
    read = tv_row_json_read (json, error);
    if (!read)
        return NULL;
    fields = tv_row_json_fields (read, &n_fields);
    for (guint i = 0; i < n_fields; i++) {
        TvPortableField *field;

        if (is_own_name (fields[i].column))
            continue;
        field = make_field (connection, &fields[i], error);
        if (!field)
            return NULL;
        g_ptr_array_add (row, field);
    }
    return g_steal_pointer (&row);
}

const TvPortableField *
tv_portable_row_find (GPtrArray *row, const char *column)
{
    for (guint i = 0; i < row->len; i++) {
        const TvPortableField *field = g_ptr_array_index (row, i);

        if (strcmp (field->column, column) == 0)
            return field;
    }
    return NULL;
}

/**
 * tv_portable_field_equal:
 * @one: (nullable): a column; %NULL is as one that holds nothing
 * @other: (nullable): the same column of another record
 */
gboolean
tv_portable_field_equal (const TvPortableField *one, const TvPortableField *other)
{
    TvFieldKind kind = one ? one->kind : TV_FIELD_NULL;
    TvFieldKind other_kind = other ? other->kind : TV_FIELD_NULL;

    if (kind != other_kind || kind == TV_FIELD_NULL)
        return kind == other_kind;
    return kind == TV_FIELD_NUMBER ? one->number == other->number
                                   : g_strcmp0 (one->text, other->text) == 0;
}

/**
 * tv_record_find_id:
 * @connection: a connection
 * @table: a recorded table
 * @uid: of a record
 * @id: (out): its key, 0 where there is none
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it could be looked for
 */
gboolean
tv_record_find_id (TvConnection *connection, const char *table, const char *uid, gint64 *id,
                   GError **error)
{
    g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE uid = $1", table);
    g_autoptr (TvStatement) row = tv_connection_prepare (connection, sql, error);
    TvStep step;

    if (!row)
        return FALSE;
    tv_statement_bind_text (row, 1, uid);
    step = tv_statement_step (row, error);
    *id = step == TV_STEP_ROW ? tv_statement_get_int (row, 0) : 0;
    return step != TV_STEP_ERROR;
}
