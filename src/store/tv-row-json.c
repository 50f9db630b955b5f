/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A row as the history keeps it: one flat JSON object, columns in the table's order, whole numbers,
 * texts and nulls. The same row always gives the same text, so that texts can be compared and
 * digested. */

#include "store/tv-row-json.h"

#include "base/tv-number.h"

#include <json-glib/json-glib.h>
#include <string.h>

struct _TvRowJson {
    JsonNode *root;
    GArray *fields; /* of TvField */
};

/* Most texts hold nothing that JSON has to write otherwise, and go in whole. */
static void
append_text (GString *json, const char *text)
{
    const char *begin = text;

    g_string_append_c (json, '"');
    for (const char *p = text; *p; p++) {
        if (*p != '"' && *p != '\\' && (guchar) *p >= 0x20)
            continue;
        g_string_append_len (json, begin, p - begin);
        if ((guchar) *p < 0x20)
            g_string_append_printf (json, "\\u%04x", (guint) *p);
        else
            g_string_append_printf (json, "\\%c", *p);
        begin = p + 1;
    }
    g_string_append (json, begin);
    g_string_append_c (json, '"');
}

/**
 * tv_row_json_write:
 * @statement: one that stands on a row of whole numbers, texts and nulls
 *
 * Returns: (transfer full): the row
 */
char *
tv_row_json_write (TvStatement *statement)
{
    GString *json = g_string_sized_new (512);
    int n_columns = tv_statement_n_columns (statement);

    for (int i = 0; i < n_columns; i++) {
        g_string_append_c (json, i == 0 ? '{' : ',');
        append_text (json, tv_statement_column_name (statement, i));
        g_string_append_c (json, ':');
        if (tv_statement_is_null (statement, i))
            g_string_append (json, "null");
        else if (tv_statement_is_text (statement, i))
            append_text (json, tv_statement_get_text (statement, i));
        else
            tv_number_append_whole (json, tv_statement_get_int (statement, i));
    }
    g_string_append_c (json, '}');
    return g_string_free (json, FALSE);
}

/* What follows a shorter row in a longer one: columns that hold nothing. */
static gboolean
is_all_null (const char *columns)
{
    while (g_str_has_prefix (columns, ",\"")) {
        const char *value = strstr (columns, "\":");

        if (!value || !g_str_has_prefix (value, "\":null"))
            return FALSE;
        columns = value + strlen ("\":null");
    }
    return strcmp (columns, "}") == 0;
}

/**
 * tv_row_json_still_says:
 * @now: (nullable): a record as it stands
 * @then: (nullable): the same record as the history says it was; %NULL if it did not stand
 *
 * A table that was given further columns since has them at the end of its rows, and nothing in
 * them until the record is written again.
 *
 * Returns: whether nothing was changed in between
 */
gboolean
tv_row_json_still_says (const char *now, const char *then)
{
    gsize length;

    if (!now || !then)
        return now == then;
    length = strlen (then);
    if (length == 0 || then[length - 1] != '}' || strncmp (now, then, length - 1) != 0)
        return FALSE;
    return is_all_null (now + length - 1);
}

/* Columns become part of an SQL text, so nothing but a column's name may pass. */
static gboolean
is_column_name (const char *name)
{
    return *name && strspn (name, "abcdefghijklmnopqrstuvwxyz_") == strlen (name);
}

static void
add_field_cb (JsonObject *object, const char *name, JsonNode *node, gpointer user_data)
{
    TvRowJson *self = user_data;
    TvField field = { g_intern_string (name), TV_FIELD_NULL, 0, NULL };

    if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING) {
        field.kind = TV_FIELD_TEXT;
        field.text = json_node_get_string (node);
    } else if (JSON_NODE_HOLDS_VALUE (node)) {
        field.kind = TV_FIELD_NUMBER;
        field.number = json_node_get_int (node);
    }
    if (is_column_name (name))
        g_array_append_val (self->fields, field);
}

/**
 * tv_row_json_read:
 * @json: (nullable): what tv_row_json_write() gave
 * @error: (nullable): TV_STORE_ERROR_CORRUPT
 *
 * Returns: (transfer full) (nullable): the row
 */
TvRowJson *
tv_row_json_read (const char *json, GError **error)
{
    g_autoptr (JsonNode) root = json ? json_from_string (json, NULL) : NULL;
    TvRowJson *self;

    if (!root || !JSON_NODE_HOLDS_OBJECT (root)) {
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_CORRUPT,
                             "an entry of the history does not hold a record");
        return NULL;
    }
    self = g_new0 (TvRowJson, 1);
    self->fields = g_array_new (FALSE, FALSE, sizeof (TvField));
    json_object_foreach_member (json_node_get_object (root), add_field_cb, self);
    self->root = g_steal_pointer (&root);
    return self;
}

void
tv_row_json_free (TvRowJson *self)
{
    json_node_unref (self->root);
    g_array_unref (self->fields);
    g_free (self);
}

const TvField *
tv_row_json_fields (TvRowJson *self, guint *n_fields)
{
    *n_fields = self->fields->len;
    return (const TvField *) (gpointer) self->fields->data;
}
