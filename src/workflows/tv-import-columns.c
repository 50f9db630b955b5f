/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which column of a list is what, shown to people; and what they say against it, remembered for
 * the next list of the same layout, with what they say of its text and its dates. */

#include "workflows/tv-import-columns.h"

#include "exchange/tv-sheet.h"
#include "store/tv-store-settings.h"
#include "workflows/tv-import-book.h"
#include "workflows/tv-import.h"

#include <string.h>

static void
free_column (gpointer data)
{
    TvImportColumn *column = data;

    g_free (column->sheet);
    g_free (column->column);
    g_free (column->header);
    g_free (column->field);
    g_free (column);
}

static GHashTable *
new_choices (void)
{
    return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* Beside its columns, a layout has an encoding and an order of dates. No header is such a word. */
#define TEXT_KEY "/@text"
#define DATES_KEY "/@dates"

static gboolean
parse_value (const char *key, const char *code, int *value)
{
    TvListField field = TV_LIST_NO_FIELD;
    TvCharset charset = TV_CHARSET_UNICODE;
    TvDateOrder order = TV_DATE_ORDER_UNKNOWN;
    gboolean is_known;

    if (g_str_has_suffix (key, TEXT_KEY)) {
        is_known = tv_charset_parse (code, &charset);
        *value = (int) charset;
    } else if (g_str_has_suffix (key, DATES_KEY)) {
        is_known = tv_date_order_parse (code, &order);
        *value = (int) order;
    } else {
        is_known = tv_list_field_parse (code, &field);
        *value = (int) field;
    }
    return is_known;
}

static const char *
value_code (const char *key, int value)
{
    if (g_str_has_suffix (key, TEXT_KEY))
        return tv_charset_code ((TvCharset) value);
    if (g_str_has_suffix (key, DATES_KEY))
        return tv_date_order_code ((TvDateOrder) value);
    return tv_list_field_code ((TvListField) value);
}

/**
 * tv_import_columns_load:
 * @connection: a connection
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): what people have said of columns so far
 */
GHashTable *
tv_import_columns_load (TvConnection *connection, GError **error)
{
    g_autoptr (GHashTable) choices = new_choices ();
    g_autofree char *text = NULL;
    g_auto (GStrv) lines = NULL;

    if (!tv_store_find_setting (connection, TV_IMPORT_COLUMNS_SETTING, &text, error))
        return NULL;
    lines = g_strsplit (text ? text : "", "\n", -1);
    for (char **line = lines; *line; line++) {
        char *sign = strchr (*line, '=');
        int value;

        if (!sign)
            continue;
        *sign = '\0';
        if (parse_value (*line, sign + 1, &value))
            g_hash_table_insert (choices, g_strdup (*line), GINT_TO_POINTER (value));
    }
    return g_steal_pointer (&choices);
}

GHashTable *
tv_import_columns_copy (GHashTable *choices)
{
    GHashTable *copy = new_choices ();
    GHashTableIter iter;
    gpointer key, field;

    g_hash_table_iter_init (&iter, choices);
    while (g_hash_table_iter_next (&iter, &key, &field))
        g_hash_table_insert (copy, g_strdup (key), field);
    return copy;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * tv_import_columns_to_text:
 * @choices: what people have said
 *
 * Returns: (transfer full): one line a choice, as the setting holds it
 */
char *
tv_import_columns_to_text (GHashTable *choices)
{
    g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
    GHashTableIter iter;
    gpointer key, field;

    g_hash_table_iter_init (&iter, choices);
    while (g_hash_table_iter_next (&iter, &key, &field))
        g_ptr_array_add (lines, g_strdup_printf ("%s=%s", (const char *) key,
                                                 value_code (key, GPOINTER_TO_INT (field))));
    g_ptr_array_sort (lines, compare_lines);
    g_ptr_array_add (lines, NULL);
    return g_strjoinv ("\n", (char **) lines->pdata);
}

static TvImportColumn *
make_column (const TvListSheet *sheet, const TvColumn *found)
{
    TvImportColumn *column = g_new0 (TvImportColumn, 1);

    column->sheet = g_strdup (sheet->title);
    column->column = tv_sheet_column_letters (found->column);
    column->header = g_strdup (found->header);
    column->field
        = g_strdup (found->field == TV_LIST_NO_FIELD ? NULL : tv_list_field_code (found->field));
    return column;
}

/* Whether an earlier header of the list had the same column: most sheets repeat one layout. */
static gboolean
is_listed (GPtrArray *columns, const TvImportColumn *wanted)
{
    for (guint i = 0; i < columns->len; i++) {
        const TvImportColumn *column = g_ptr_array_index (columns, i);

        if (strcmp (column->column, wanted->column) == 0
            && strcmp (column->header, wanted->header) == 0)
            return TRUE;
    }
    return FALSE;
}

/**
 * tv_import_columns_list:
 * @list: a list
 *
 * Returns: (transfer full) (element-type TvImportColumn): the columns of its headers, each layout
 *   once
 */
GPtrArray *
tv_import_columns_list (TvListFile *list)
{
    GPtrArray *columns = g_ptr_array_new_with_free_func (free_column);

    for (guint i = 0; i < list->sheets->len; i++) {
        const TvListSheet *sheet = g_ptr_array_index (list->sheets, i);

        for (guint j = 0; j < sheet->maps->len; j++) {
            guint n_found;
            const TvColumn *found
                = tv_column_map_get_columns (g_ptr_array_index (sheet->maps, j), &n_found);

            for (guint k = 0; k < n_found; k++) {
                TvImportColumn *column = make_column (sheet, &found[k]);

                if (is_listed (columns, column))
                    free_column (column);
                else
                    g_ptr_array_add (columns, column);
            }
        }
    }
    return columns;
}

/* The layouts of the sheet in which the column has that header. */
static void
choose_in_layouts (GHashTable *choices, const TvListSheet *sheet, const char *letters,
                   const char *header, TvListField field)
{
    for (guint i = 0; i < sheet->maps->len; i++) {
        TvColumnMap *map = g_ptr_array_index (sheet->maps, i);
        guint n_columns;
        const TvColumn *columns = tv_column_map_get_columns (map, &n_columns);

        for (guint j = 0; j < n_columns; j++) {
            g_autofree char *own = tv_sheet_column_letters (columns[j].column);
            g_autofree char *key = tv_list_field_header_key (header);

            if (strcmp (own, letters) == 0 && strcmp (columns[j].header, header) == 0)
                g_hash_table_insert (choices,
                                     g_strjoin ("/", tv_column_map_get_layout (map), key, NULL),
                                     GINT_TO_POINTER (field));
        }
    }
}

/**
 * tv_import_columns_choose:
 * @choices: what is changed
 * @list: the list in which the column stands
 * @sheet: title of a sheet
 * @column: letter of the column
 * @field: what it is from now on, in lists of that layout
 *
 * Returns: whether there is such a column with a header
 */
gboolean
tv_import_columns_choose (GHashTable *choices, TvListFile *list, const char *sheet,
                          const char *column, TvListField field)
{
    g_autoptr (GPtrArray) columns = tv_import_columns_list (list);

    for (guint i = 0; i < columns->len; i++) {
        const TvImportColumn *found = g_ptr_array_index (columns, i);

        if (strcmp (found->sheet, sheet) != 0 || strcmp (found->column, column) != 0
            || !*found->header)
            continue;
        for (guint j = 0; j < list->sheets->len; j++)
            choose_in_layouts (choices, g_ptr_array_index (list->sheets, j), column, found->header,
                               field);
        return TRUE;
    }
    return FALSE;
}

/**
 * tv_import_columns_get_charset:
 * @layout: of a list
 * @charset: (out): its encoding
 *
 * Returns: whether a person has said it
 */
gboolean
tv_import_columns_get_charset (GHashTable *choices, const char *layout, TvCharset *charset)
{
    g_autofree char *key = g_strconcat (layout, TEXT_KEY, NULL);
    gpointer value = NULL;
    gboolean is_said = g_hash_table_lookup_extended (choices, key, NULL, &value);

    *charset = (TvCharset) GPOINTER_TO_INT (value);
    return is_said;
}

/**
 * tv_import_columns_set_charset:
 * @charset: (nullable): the encoding, %NULL to leave it to the file again
 */
void
tv_import_columns_set_charset (GHashTable *choices, const char *layout, const TvCharset *charset)
{
    g_autofree char *key = g_strconcat (layout, TEXT_KEY, NULL);

    if (charset)
        g_hash_table_insert (choices, g_steal_pointer (&key), GINT_TO_POINTER (*charset));
    else
        g_hash_table_remove (choices, key);
}

TvDateOrder
tv_import_columns_get_date_order (GHashTable *choices, const char *layout)
{
    g_autofree char *key = g_strconcat (layout, DATES_KEY, NULL);

    return (TvDateOrder) GPOINTER_TO_INT (g_hash_table_lookup (choices, key));
}

/**
 * tv_import_columns_set_date_order:
 * @order: the order of dates in lists of that layout, UNKNOWN to leave it to the columns again
 */
void
tv_import_columns_set_date_order (GHashTable *choices, const char *layout, TvDateOrder order)
{
    g_autofree char *key = g_strconcat (layout, DATES_KEY, NULL);

    if (order != TV_DATE_ORDER_UNKNOWN)
        g_hash_table_insert (choices, g_steal_pointer (&key), GINT_TO_POINTER (order));
    else
        g_hash_table_remove (choices, key);
}
