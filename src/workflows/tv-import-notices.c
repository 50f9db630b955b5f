/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to be known of a whole file before it is written: how it was read where that was not
 * plain, and that it may be the wrong one. */

#include "workflows/tv-import-private.h"
#include "workflows/tv-import-reading.h"
#include "workflows/tv-import-step.h"

#include <glib/gi18n.h>
#include <string.h>

/* A list of one or two may well be of newcomers. */
static const guint MIN_ROWS = 3;

static void
add_charsets (TvImportPlan *self, GPtrArray *notices)
{
    for (guint i = 0; i < TV_CHARSET_N; i++) {
        guint n = self->list->charsets.n_cells[i];

        if (n > 0)
            g_ptr_array_add (
                notices,
                /* Translators: %1$u is a number of cells, %2$s an encoding such as TCVN3 (ABC). */
                g_strdup_printf (ngettext ("%1$u cell was written in %2$s and is read as Unicode. "
                                           "Look at some names before you write.",
                                           "%1$u cells were written in %2$s and are read as "
                                           "Unicode. Look at some names before you write.",
                                           n),
                                 n, tv_charset_label ((TvCharset) i)));
    }
}

/* One sentence about a column of dates, NULL where there is nothing to say. */
static char *
say_dates (TvImportPlan *self, const TvColumn *column)
{
    g_autofree char *letters = tv_sheet_column_letters (column->column);

    if (column->dates.n_turned > 0 && self->date_order == TV_DATE_ORDER_UNKNOWN)
        /* Translators: %1$s is the letter of a column, %2$u a number of dates. The words in quotes
         * are one of the ways in which dates can be read. */
        return g_strdup_printf (
            ngettext ("In column %1$s the spreadsheet seems to have taken day for month in %2$u "
                      "date. If so, choose “Month before day” for the dates.",
                      "In column %1$s the spreadsheet seems to have taken day for month in %2$u "
                      "dates. If so, choose “Month before day” for the dates.",
                      column->dates.n_turned),
            letters, column->dates.n_turned);
    if (column->dates.is_mixed && self->date_order == TV_DATE_ORDER_UNKNOWN)
        /* Translators: %s is the letter of a column. */
        return g_strdup_printf (_ ("In column %s some dates have the day first and some the month. "
                                   "All are read with the day first; the others wait to be "
                                   "corrected."),
                                letters);
    if (column->dates.order == TV_DATE_ORDER_MONTH_FIRST)
        /* Translators: %s is the letter of a column. */
        return g_strdup_printf (_ ("In column %s the month stands before the day; its dates are "
                                   "turned round."),
                                letters);
    if (column->dates.is_either && column->dates.order == TV_DATE_ORDER_UNKNOWN)
        /* Translators: %s is the letter of a column. */
        return g_strdup_printf (_ ("Nothing in column %s tells day from month. The day is taken to "
                                   "stand first, as in Vietnam."),
                                letters);
    return NULL;
}

static void
add_once (GPtrArray *notices, char *taken)
{
    if (!taken || g_ptr_array_find_with_equal_func (notices, taken, g_str_equal, NULL))
        g_free (taken);
    else
        g_ptr_array_add (notices, taken);
}

static void
add_dates (TvImportPlan *self, GPtrArray *notices)
{
    for (guint i = 0; i < self->list->sheets->len; i++) {
        const TvListSheet *sheet = g_ptr_array_index (self->list->sheets, i);

        for (guint j = 0; j < sheet->maps->len; j++) {
            guint n_columns;
            const TvColumn *columns
                = tv_column_map_get_columns (g_ptr_array_index (sheet->maps, j), &n_columns);

            for (guint k = 0; k < n_columns; k++)
                add_once (notices, say_dates (self, &columns[k]));
        }
    }
}

static void
add_hidden_rows (TvImportPlan *self, GPtrArray *notices)
{
    guint n = 0;

    for (guint i = 0; i < self->list->sheets->len; i++) {
        const TvListSheet *sheet = g_ptr_array_index (self->list->sheets, i);

        n += sheet->state == TV_LIST_SHEET_READ ? sheet->n_hidden_rows : 0;
    }
    if (n > 0)
        g_ptr_array_add (
            notices,
            /* Translators: %u is a number of rows. */
            g_strdup_printf (
                ngettext ("%u row is hidden in the spreadsheet, perhaps by a filter. It "
                          "is read all the same.",
                          "%u rows are hidden in the spreadsheet, perhaps by a filter. "
                          "They are read all the same.",
                          n),
                n));
}

static void
add_lost_formulas (TvImportPlan *self, GPtrArray *notices)
{
    guint n = 0;

    for (guint i = 0; i < self->list->sheets->len; i++) {
        const TvListSheet *sheet = g_ptr_array_index (self->list->sheets, i);

        n += sheet->state == TV_LIST_SHEET_READ ? sheet->n_lost_formulas : 0;
    }
    if (n > 0)
        g_ptr_array_add (
            notices,
            /* Translators: %u is a number of cells. */
            g_strdup_printf (
                ngettext ("%u cell holds a formula without its result and is read as empty. Open "
                          "the file in Excel or LibreOffice, save it there, and choose it again.",
                          "%u cells hold formulas without their results and are read as empty. "
                          "Open the file in Excel or LibreOffice, save it there, and choose it "
                          "again.",
                          n),
                n));
}

/* Of the rows of one sheet, or of all where @sheet is -1, how many have a name, and how many of
 * these are of children whom the book knows. */
static void
count_known (TvImportPlan *self, int sheet, guint *n_named, guint *n_known)
{
    *n_named = *n_known = 0;
    for (guint i = 0; i < self->steps->len; i++) {
        const TvImportStep *step = g_ptr_array_index (self->steps, i);

        if (!step->row || !step->row->name || (sheet >= 0 && step->row->sheet != (guint) sheet))
            continue;
        *n_named += 1;
        *n_known += step->known != NULL;
    }
}

/* A weighing sheet names children of the book; a class list whose every child is new is of a first
 * class, or of another school. */
static void
add_strangers (TvImportPlan *self, GPtrArray *notices)
{
    guint n_named, n_known;

    if (self->book->students->len == 0)
        return;
    count_known (self, -1, &n_named, &n_known);
    if (n_named >= MIN_ROWS && n_known == 0) {
        g_ptr_array_add (notices,
                         g_strdup (_ ("No name of this file is known in this record book. Is it of "
                                      "another school or of another year?")));
        return;
    }
    for (guint i = 0; self->list->has_measures && i < self->list->sheets->len; i++) {
        const TvListSheet *sheet = g_ptr_array_index (self->list->sheets, i);

        count_known (self, (int) i, &n_named, &n_known);
        if (n_named >= MIN_ROWS && n_known == 0)
            g_ptr_array_add (
                notices,
                /* Translators: %s is the name of a sheet in a spreadsheet. */
                g_strdup_printf (_ ("No name of sheet “%s” is known in this record book. Is it of "
                                    "another school or of another year?"),
                                 sheet->title));
    }
}

/**
 * tv_import_plan_notices:
 *
 * Returns: (transfer full) (element-type utf8): sentences about the whole file, the gravest first;
 * free it with g_ptr_array_unref()
 */
GPtrArray *
tv_import_plan_notices (TvImportPlan *self)
{
    GPtrArray *notices = g_ptr_array_new_with_free_func (g_free);

    add_strangers (self, notices);
    add_lost_formulas (self, notices);
    add_charsets (self, notices);
    add_dates (self, notices);
    add_hidden_rows (self, notices);
    return notices;
}

/**
 * tv_import_plan_unused_columns:
 *
 * Returns: (transfer full) (nullable): the headers of the columns that stay out of the book, parted
 * by commas
 */
char *
tv_import_plan_unused_columns (TvImportPlan *self)
{
    g_autoptr (GPtrArray) columns = tv_import_plan_columns (self);
    g_autoptr (GPtrArray) headers = g_ptr_array_new ();

    for (guint i = 0; i < columns->len; i++) {
        const TvImportColumn *column = g_ptr_array_index (columns, i);

        if (!column->field && *column->header
            && !g_ptr_array_find_with_equal_func (headers, column->header, g_str_equal, NULL))
            g_ptr_array_add (headers, column->header);
    }
    if (headers->len == 0)
        return NULL;
    g_ptr_array_add (headers, NULL);
    return g_strjoinv (", ", (char **) headers->pdata);
}
