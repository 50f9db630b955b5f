/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How the file of an import is read: which column is what, in which encoding its text is, whether
 * day or month stands first. The file tells most of it; what a person says against it is remembered
 * for the next list of that layout. */

#include "workflows/tv-import-reading.h"

#include "workflows/tv-import-columns.h"
#include "workflows/tv-import-private.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * tv_import_plan_read_list:
 * @error: (nullable): #TvExchangeError
 *
 * Reads the workbook by what has been said of it.
 *
 * Returns: whether it holds a list; where not, the list stays that it was
 */
gboolean
tv_import_plan_read_list (TvImportPlan *self, GError **error)
{
    TvListOptions options = {
        .today = self->today,
        .measured_on = self->options.measuring_date,
        .choices = self->choices,
        .charset = self->has_charset ? &self->charset : NULL,
        .date_order = self->date_order,
    };
    TvListFile *list = tv_list_read (self->workbook, &options, error);

    if (!list)
        return FALSE;
    g_clear_pointer (&self->list, tv_list_file_unref);
    self->list = list;
    return TRUE;
}

/* The layout of the first header. */
static const char *
find_layout (TvListFile *list)
{
    for (guint i = 0; i < list->sheets->len; i++) {
        const TvListSheet *sheet = g_ptr_array_index (list->sheets, i);

        if (sheet->maps->len > 0)
            return tv_column_map_get_layout (g_ptr_array_index (sheet->maps, 0));
    }
    return "";
}

/* The old encoding of which most was found, Unicode where none was. */
static TvCharset
find_charset (TvListFile *list)
{
    guint best = TV_CHARSET_UNICODE;

    for (guint i = 0; i < TV_CHARSET_N; i++) {
        if (list->charsets.n_cells[i] > list->charsets.n_cells[best])
            best = i;
    }
    return (TvCharset) best;
}

/**
 * tv_import_plan_recall:
 *
 * Reads the list again where people have said something of a list of the same layout and encoding.
 */
void
tv_import_plan_recall (TvImportPlan *self)
{
    self->layout = g_strdup (find_layout (self->list));
    self->text_layout
        = g_strjoin ("/", self->layout, tv_charset_code (find_charset (self->list)), NULL);
    self->has_charset
        = tv_import_columns_get_charset (self->choices, self->text_layout, &self->charset);
    self->date_order = tv_import_columns_get_date_order (self->choices, self->layout);
    if ((self->has_charset || self->date_order != TV_DATE_ORDER_UNKNOWN)
        && !tv_import_plan_read_list (self, NULL)) {
        self->has_charset = FALSE;
        self->date_order = TV_DATE_ORDER_UNKNOWN;
    }
}

/* Reads the list with other choices and keeps them where children are found so. */
static gboolean
read_anew (TvImportPlan *self, GHashTable *choices)
{
    g_autoptr (GHashTable) old = g_steal_pointer (&self->choices);
    gboolean is_good;

    self->choices = g_hash_table_ref (choices);
    is_good = tv_import_plan_read_list (self, NULL);
    if (is_good) {
        self->has_new_choices = TRUE;
        tv_import_plan_weigh_anew (self);
    } else {
        g_hash_table_unref (self->choices);
        self->choices = g_steal_pointer (&old);
    }
    return is_good;
}

/**
 * tv_import_plan_map_column:
 * @sheet: title of the sheet
 * @column: letter of the column
 * @field: (nullable): code of the field, %NULL to pass it over
 *
 * Holds for every column of that header in lists of this layout, and is remembered once the plan is
 * written.
 *
 * Returns: whether children are still found; where not, the plan stays as it was
 */
gboolean
tv_import_plan_map_column (TvImportPlan *self, const char *sheet, const char *column,
                           const char *field)
{
    g_autoptr (GHashTable) choices = tv_import_columns_copy (self->choices);
    TvListField chosen = TV_LIST_NO_FIELD;

    return (!field || tv_list_field_parse (field, &chosen))
           && tv_import_columns_choose (choices, self->list, sheet, column, chosen)
           && read_anew (self, choices);
}

/**
 * tv_import_plan_has_charsets:
 *
 * Returns: whether anything in the file could be in an old Vietnamese encoding
 */
gboolean
tv_import_plan_has_charsets (TvImportPlan *self)
{
    return self->list->charsets.has_choice;
}

/* "Unicode, TCVN3 (ABC)": what was found in the list as it is read now. */
static char *
name_found_charsets (TvImportPlan *self)
{
    g_autoptr (GPtrArray) names = g_ptr_array_new ();

    for (guint i = 0; i < TV_CHARSET_N; i++) {
        if (self->list->charsets.n_cells[i] > 0)
            g_ptr_array_add (names, (gpointer) tv_charset_label ((TvCharset) i));
    }
    if (names->len == 0)
        g_ptr_array_add (names, (gpointer) tv_charset_label (TV_CHARSET_UNICODE));
    g_ptr_array_add (names, NULL);
    return g_strjoinv (", ", (char **) names->pdata);
}

/**
 * tv_import_plan_charset_labels:
 *
 * Returns: (transfer full): what the text can be read as; the first leaves it to the file
 */
GStrv
tv_import_plan_charset_labels (TvImportPlan *self)
{
    GStrv labels = g_new0 (char *, TV_CHARSET_N + 2);
    g_autofree char *found = name_found_charsets (self);

    /* Translators: %s names encodings, such as TCVN3 (ABC). */
    labels[0] = self->has_charset ? g_strdup (_ ("As the program finds"))
                                  : g_strdup_printf (_ ("As found: %s"), found);
    for (guint i = 0; i < TV_CHARSET_N; i++)
        labels[i + 1] = g_strdup (tv_charset_label ((TvCharset) i));
    return labels;
}

/**
 * tv_import_plan_get_charset:
 *
 * Returns: which of tv_import_plan_charset_labels() holds
 */
guint
tv_import_plan_get_charset (TvImportPlan *self)
{
    return self->has_charset ? (guint) self->charset + 1 : 0;
}

/**
 * tv_import_plan_set_charset:
 * @choice: which of tv_import_plan_charset_labels()
 *
 * Is remembered for lists of this layout once the plan is written.
 *
 * Returns: whether children are still found; where not, the plan stays as it was
 */
gboolean
tv_import_plan_set_charset (TvImportPlan *self, guint choice)
{
    g_autoptr (GHashTable) choices = tv_import_columns_copy (self->choices);
    gboolean had_charset = self->has_charset;
    TvCharset old = self->charset;

    g_return_val_if_fail (choice <= TV_CHARSET_N, FALSE);
    self->has_charset = choice > 0;
    self->charset = choice > 0 ? (TvCharset) (choice - 1) : TV_CHARSET_UNICODE;
    tv_import_columns_set_charset (choices, self->text_layout,
                                   self->has_charset ? &self->charset : NULL);
    if (read_anew (self, choices))
        return TRUE;
    self->has_charset = had_charset;
    self->charset = old;
    return FALSE;
}

/**
 * tv_import_plan_n_examples:
 *
 * Returns: how many names there are to show that were in an old encoding, at most five
 */
guint
tv_import_plan_n_examples (TvImportPlan *self)
{
    return self->list->rereadings->len;
}

/**
 * tv_import_plan_example:
 * @index: which one, from 0
 *
 * Returns: the name before and after, until the list is read anew
 */
TvImportExample
tv_import_plan_example (TvImportPlan *self, guint index)
{
    const TvListRereading *rereading = g_ptr_array_index (self->list->rereadings, index);
    TvImportExample example = { rereading->before, rereading->after };

    return example;
}

/**
 * tv_import_plan_has_date_orders:
 *
 * Returns: whether some column has dates that would be others with the month first
 */
gboolean
tv_import_plan_has_date_orders (TvImportPlan *self)
{
    for (guint i = 0; i < self->list->sheets->len; i++) {
        const TvListSheet *sheet = g_ptr_array_index (self->list->sheets, i);

        for (guint j = 0; j < sheet->maps->len; j++) {
            guint n_columns;
            const TvColumn *columns
                = tv_column_map_get_columns (g_ptr_array_index (sheet->maps, j), &n_columns);

            for (guint k = 0; k < n_columns; k++) {
                if (columns[k].dates.is_either || columns[k].dates.is_mixed
                    || columns[k].dates.n_turned > 0
                    || columns[k].dates.order == TV_DATE_ORDER_MONTH_FIRST)
                    return TRUE;
            }
        }
    }
    return FALSE;
}

/**
 * tv_import_plan_date_order_labels:
 *
 * Returns: (transfer full): how dates can be read; the first leaves it to the columns
 */
GStrv
tv_import_plan_date_order_labels (TvImportPlan *self)
{
    GStrv labels = g_new0 (char *, TV_DATE_ORDER_MONTH_FIRST + 2);

    labels[0] = g_strdup (_ ("As each column tells"));
    for (guint i = TV_DATE_ORDER_DAY_FIRST; i <= TV_DATE_ORDER_MONTH_FIRST; i++)
        labels[i] = g_strdup (tv_date_order_label ((TvDateOrder) i));
    return labels;
}

guint
tv_import_plan_get_date_order (TvImportPlan *self)
{
    return self->date_order;
}

/**
 * tv_import_plan_set_date_order:
 * @choice: which of tv_import_plan_date_order_labels()
 *
 * Is remembered for lists of this layout once the plan is written.
 *
 * Returns: whether children are still found; where not, the plan stays as it was
 */
gboolean
tv_import_plan_set_date_order (TvImportPlan *self, guint choice)
{
    g_autoptr (GHashTable) choices = tv_import_columns_copy (self->choices);
    TvDateOrder old = self->date_order;

    g_return_val_if_fail (choice <= TV_DATE_ORDER_MONTH_FIRST, FALSE);
    self->date_order = (TvDateOrder) choice;
    tv_import_columns_set_date_order (choices, self->layout, self->date_order);
    if (read_anew (self, choices))
        return TRUE;
    self->date_order = old;
    return FALSE;
}
