/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Fills a sheet, within the bounds of what one file may bring. */

#include "exchange/tv-sheet-builder.h"

#include "base/tv-text.h"
#include "exchange/tv-exchange-error.h"
#include "exchange/tv-sheet-private.h"

#include <math.h>
#include <string.h>

struct _TvSheetBuilder {
    TvSheet *sheet;
    TvSheetBudget *budget;
    guint source_row;
    gboolean is_row_hidden; /* that is begun last */
    gboolean is_row_open;   /* whether the last of the rows is the one being filled */
};

static gboolean
draw_on_budget (TvSheetBuilder *self, const TvCell *cell, GError **error)
{
    gsize n_bytes = strlen (cell->text);

    if (self->budget->n_cells == 0 || n_bytes > self->budget->n_text_bytes) {
        g_set_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_TOO_LARGE,
                     "more than %d filled cells or %d bytes of text, in sheet “%s”",
                     TV_WORKBOOK_MAX_CELLS, TV_WORKBOOK_MAX_TEXT_BYTES, self->sheet->title);
        return FALSE;
    }
    self->budget->n_cells--;
    self->budget->n_text_bytes -= n_bytes;
    return TRUE;
}

static gboolean
add_cell (TvSheetBuilder *self, const TvCell *cell, GError **error)
{
    TvSheet *sheet = self->sheet;
    TvSheetRow *row;

    if (cell->column >= TV_SHEET_MAX_COLUMNS) {
        g_set_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_BROKEN,
                     "cell in column %u, beyond the last possible one", cell->column + 1);
        return FALSE;
    }
    if (!draw_on_budget (self, cell, error))
        return FALSE;
    if (!self->is_row_open) {
        TvSheetRow next = { self->source_row, sheet->cells->len, 0 };

        g_array_append_val (sheet->rows, next);
        self->is_row_open = TRUE;
        sheet->n_hidden_rows += self->is_row_hidden;
    }
    row = &g_array_index (sheet->rows, TvSheetRow, sheet->rows->len - 1);
    if (row->n_cells > 0
        && g_array_index (sheet->cells, TvCell, sheet->cells->len - 1).column >= cell->column) {
        g_set_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_BROKEN,
                     "cells of row %u are out of order", self->source_row);
        return FALSE;
    }
    g_array_append_vals (sheet->cells, cell, 1);
    row->n_cells++;
    return TRUE;
}

/**
 * tv_sheet_builder_new:
 * @title: the sheet's name; it is cleaned
 * @is_hidden: whether the file's author put it out of sight
 * @budget: what all sheets of the file may still bring; must outlive the builder
 *
 * Returns: (transfer full): a sheet without rows
 */
TvSheetBuilder *
tv_sheet_builder_new (const char *title, gboolean is_hidden, TvSheetBudget *budget)
{
    TvSheetBuilder *self = g_new0 (TvSheetBuilder, 1);

    self->budget = budget;
    self->sheet = g_atomic_rc_box_new0 (TvSheet);
    self->sheet->title = tv_text_clean (title);
    self->sheet->is_hidden = is_hidden;
    self->sheet->rows = g_array_new (FALSE, FALSE, sizeof (TvSheetRow));
    self->sheet->cells = g_array_new (FALSE, FALSE, sizeof (TvCell));
    self->sheet->texts = g_string_chunk_new (4096);
    return self;
}

void
tv_sheet_builder_free (TvSheetBuilder *self)
{
    g_clear_pointer (&self->sheet, tv_sheet_unref);
    g_free (self);
}

/**
 * tv_sheet_builder_set_from_1904:
 * @is_from_1904: whether a bare number that stands for a day counts from 1904 on, not from 1900
 */
void
tv_sheet_builder_set_from_1904 (TvSheetBuilder *self, gboolean is_from_1904)
{
    self->sheet->is_from_1904 = is_from_1904;
}

/**
 * tv_sheet_builder_begin_row:
 * @source_row: its number, from 1, larger than the one before
 *
 * A row into which nothing is put leaves no trace.
 *
 * Returns: whether there can be such a row
 */
gboolean
tv_sheet_builder_begin_row (TvSheetBuilder *self, guint source_row, GError **error)
{
    if (source_row <= self->source_row || source_row > TV_SHEET_MAX_ROWS) {
        g_set_error (error, TV_EXCHANGE_ERROR,
                     source_row > TV_SHEET_MAX_ROWS ? TV_EXCHANGE_ERROR_TOO_LARGE
                                                    : TV_EXCHANGE_ERROR_BROKEN,
                     "row %u after row %u", source_row, self->source_row);
        return FALSE;
    }
    self->source_row = source_row;
    self->is_row_open = FALSE;
    self->is_row_hidden = FALSE;
    return TRUE;
}

/**
 * tv_sheet_builder_hide_row:
 *
 * Notes that the row just begun is out of sight, be it by a filter.
 */
void
tv_sheet_builder_hide_row (TvSheetBuilder *self)
{
    self->is_row_hidden = TRUE;
}

/* The font's name as it may be kept: names of fonts are short, whatever a file says. */
static const char *
keep_font (TvSheetBuilder *self, const char *font)
{
    g_autofree char *cut = NULL;
    g_autofree char *valid = NULL;

    if (!font || !*font)
        return NULL;
    cut = g_strndup (font, TV_SHEET_MAX_FONT_BYTES);
    valid = g_utf8_make_valid (cut, -1);
    return g_string_chunk_insert_const (self->sheet->texts, valid);
}

/**
 * tv_sheet_builder_add_text:
 * @column: from 0, larger than the one before in this row
 * @text: UTF-8; a cell of white space alone counts as empty
 *
 * Returns: whether the cell fits
 */
gboolean
tv_sheet_builder_add_text (TvSheetBuilder *self, guint column, const char *text, GError **error)
{
    return tv_sheet_builder_add_text_in_font (self, column, text, NULL, error);
}

/**
 * tv_sheet_builder_add_text_in_font:
 * @column: from 0, larger than the one before in this row
 * @text: UTF-8; a cell of white space alone counts as empty
 * @font: (nullable): the name of the font that the file shows it in; its begin alone is kept
 *
 * Returns: whether the cell fits
 */
gboolean
tv_sheet_builder_add_text_in_font (TvSheetBuilder *self, guint column, const char *text,
                                   const char *font, GError **error)
{
    g_autofree char *valid = NULL;
    TvCell cell = { column, TV_CELL_TEXT, NULL, 0, TV_DATE_NONE };
    const char *p;

    if (strnlen (text, TV_SHEET_MAX_TEXT_BYTES + 1) > TV_SHEET_MAX_TEXT_BYTES) {
        g_set_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_TOO_LARGE,
                     "the text in row %u, column %u is longer than any cell", self->source_row,
                     column + 1);
        return FALSE;
    }
    p = valid = g_utf8_make_valid (text, -1);
    while (*p && (g_unichar_isspace (g_utf8_get_char (p)) || g_utf8_get_char (p) == 0xa0))
        p = g_utf8_next_char (p);
    if (!*p)
        return TRUE;
    cell.text = g_string_chunk_insert_const (self->sheet->texts, valid);
    cell.font = keep_font (self, font);
    return add_cell (self, &cell, error);
}

/**
 * tv_sheet_builder_add_number:
 * @column: from 0, larger than the one before in this row
 * @number: the value; what is not finite counts as empty
 *
 * Returns: whether the cell fits
 */
gboolean
tv_sheet_builder_add_number (TvSheetBuilder *self, guint column, double number, GError **error)
{
    TvCell cell = { column, TV_CELL_NUMBER, NULL, number, TV_DATE_NONE };
    char text[G_ASCII_DTOSTR_BUF_SIZE];

    if (!isfinite (number))
        return TRUE;
    /* 15 digits, as spreadsheet programs show them: 0.1 + 0.2 reads 0.3. */
    g_ascii_formatd (text, sizeof text, fabs (number) < 1e15 ? "%.15g" : "%.0f", number);
    cell.text = g_string_chunk_insert_const (self->sheet->texts, text);
    return add_cell (self, &cell, error);
}

/**
 * tv_sheet_builder_add_date:
 * @column: from 0, larger than the one before in this row
 * @serial: the number that stands for the date in the file
 * @date: the date
 *
 * Returns: whether the cell fits
 */
gboolean
tv_sheet_builder_add_date (TvSheetBuilder *self, guint column, double serial, TvDate date,
                           GError **error)
{
    g_autofree char *text = tv_date_to_text (date);
    TvCell cell = { column, TV_CELL_DATE, NULL, serial, date };

    cell.text = g_string_chunk_insert_const (self->sheet->texts, text);
    return add_cell (self, &cell, error);
}

/**
 * tv_sheet_builder_count_lost_formula:
 *
 * Notes that a formula came without its result: only a spreadsheet program can work it out.
 */
void
tv_sheet_builder_count_lost_formula (TvSheetBuilder *self)
{
    self->sheet->n_lost_formulas++;
}

/**
 * tv_sheet_builder_finish:
 *
 * Returns: (transfer full): the sheet; the builder is empty from here on
 */
TvSheet *
tv_sheet_builder_finish (TvSheetBuilder *self)
{
    return g_steal_pointer (&self->sheet);
}
