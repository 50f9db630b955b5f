/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in a table of a report, whatever it is written to. */

#include "reports/tv-report-table.h"

#include "base/tv-number.h"

#include <math.h>

static void
clear_cell (gpointer data)
{
    g_free (((TvReportCell *) data)->text);
}

static void
free_row (gpointer data)
{
    TvReportRow *row = data;

    g_array_unref (row->cells);
    g_free (row);
}

static TvReportRow *
get_last_row (const TvReportTable *self)
{
    return g_ptr_array_index (self->rows, self->rows->len - 1);
}

/* Whether a cell of an upper row reaches down into the last row at that column. */
static gboolean
is_covered (const TvReportTable *self, guint column)
{
    guint last = self->rows->len - 1;

    for (guint i = 0; i < last; i++) {
        const TvReportRow *row = tv_report_table_row (self, i);

        for (guint k = 0; k < row->cells->len; k++) {
            const TvReportCell *cell = &g_array_index (row->cells, TvReportCell, k);

            if (i + cell->n_rows > last && column >= cell->column
                && column < cell->column + cell->n_columns)
                return TRUE;
        }
    }
    return FALSE;
}

static guint
find_next_column (const TvReportTable *self)
{
    const GArray *cells = get_last_row (self)->cells;
    guint column = 0;

    if (cells->len > 0) {
        const TvReportCell *last = &g_array_index (cells, TvReportCell, cells->len - 1);

        column = last->column + last->n_columns;
    }
    if (self->rows->len <= self->n_head_rows) {
        while (column < self->n_columns && is_covered (self, column))
            column++;
    }
    return column;
}

static void
add_cell (TvReportTable *self, TvReportCell cell)
{
    cell.column = find_next_column (self);
    g_assert (cell.column + cell.n_columns <= self->n_columns);
    g_array_append_val (get_last_row (self)->cells, cell);
}

/**
 * tv_report_table_new:
 * @columns: (array length=n_columns): width and alignment of each
 * @n_columns: how many, at least one
 * @size_pt: the size of the letters
 *
 * Returns: (transfer full): a table without rows
 */
TvReportTable *
tv_report_table_new (const TvReportColumn *columns, guint n_columns, double size_pt)
{
    TvReportTable *self = g_new0 (TvReportTable, 1);

    self->columns = g_memdup2 (columns, sizeof *columns * n_columns);
    self->n_columns = n_columns;
    self->size_pt = size_pt;
    self->rows = g_ptr_array_new_with_free_func (free_row);
    return self;
}

void
tv_report_table_free (TvReportTable *self)
{
    g_free (self->columns);
    g_ptr_array_unref (self->rows);
    g_free (self);
}

/**
 * tv_report_table_set_row_height:
 * @row_height_pt: that every row below the head has at least, for writing into it
 */
void
tv_report_table_set_row_height (TvReportTable *self, double row_height_pt)
{
    self->row_height_pt = row_height_pt;
}

/**
 * tv_report_table_add_row:
 * @kind: what row; heads first
 *
 * Cells are added to this row until the next one is begun.
 */
void
tv_report_table_add_row (TvReportTable *self, TvReportRowKind kind)
{
    TvReportRow *row = g_new0 (TvReportRow, 1);

    g_assert (kind != TV_REPORT_ROW_HEAD || self->rows->len == self->n_head_rows);
    row->kind = kind;
    row->cells = g_array_new (FALSE, FALSE, sizeof (TvReportCell));
    g_array_set_clear_func (row->cells, clear_cell);
    g_ptr_array_add (self->rows, row);
    if (kind == TV_REPORT_ROW_HEAD)
        self->n_head_rows++;
}

/**
 * tv_report_table_add_text:
 * @text: (nullable): what stands in the next cell, which in a group row goes all across
 */
void
tv_report_table_add_text (TvReportTable *self, const char *text)
{
    gboolean is_across = get_last_row (self)->kind == TV_REPORT_ROW_GROUP;

    add_cell (self, (TvReportCell){ .text = g_strdup (text ? text : ""),
                                    .n_columns = is_across ? self->n_columns : 1,
                                    .n_rows = 1 });
}

/**
 * tv_report_table_add_head:
 * @text: what stands in the next cell of the head that nothing from above reaches into
 * @n_columns: over how many columns
 * @n_rows: how far down
 */
void
tv_report_table_add_head (TvReportTable *self, const char *text, guint n_columns, guint n_rows)
{
    g_assert (get_last_row (self)->kind == TV_REPORT_ROW_HEAD);
    add_cell (self,
              (TvReportCell){ .text = g_strdup (text), .n_columns = n_columns, .n_rows = n_rows });
}

/**
 * tv_report_table_add_number:
 * @number: what stands in the next cell; NAN leaves it empty
 * @n_decimals: how many are shown
 */
void
tv_report_table_add_number (TvReportTable *self, double number, int n_decimals)
{
    if (isnan (number)) {
        tv_report_table_add_text (self, NULL);
        return;
    }
    add_cell (self, (TvReportCell){ .kind = TV_REPORT_CELL_NUMBER,
                                    .text = tv_number_format (number, n_decimals),
                                    .number = number,
                                    .n_decimals = n_decimals,
                                    .n_columns = 1,
                                    .n_rows = 1 });
}

/**
 * tv_report_table_add_date:
 * @date: what stands in the next cell; TV_DATE_NONE leaves it empty
 */
void
tv_report_table_add_date (TvReportTable *self, TvDate date)
{
    if (date == TV_DATE_NONE) {
        tv_report_table_add_text (self, NULL);
        return;
    }
    add_cell (self, (TvReportCell){ .kind = TV_REPORT_CELL_DATE,
                                    .text = tv_date_to_text (date),
                                    .date = date,
                                    .n_columns = 1,
                                    .n_rows = 1 });
}

/**
 * tv_report_table_row:
 * @row: which, heads counted, from 0
 *
 * Returns: (transfer none): the row
 */
const TvReportRow *
tv_report_table_row (const TvReportTable *self, guint row)
{
    return g_ptr_array_index (self->rows, row);
}
