/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables as files hold them, before anybody asks what they mean. */

#include "exchange/tv-sheet-builder.h"

#include "base/tv-text.h"
#include "exchange/tv-exchange-error.h"

#include <math.h>
#include <string.h>

typedef struct {
    guint source_row;
    guint first_cell;
    guint n_cells;
} Row;

struct _TvSheet {
    char *title;
    gboolean is_hidden;
    gboolean is_from_1904;
    guint n_hidden_rows;
    guint n_lost_formulas;
    GArray *rows;  /* of Row */
    GArray *cells; /* of TvCell, row after row */
    GStringChunk *texts;
    TvSheet *origin; /* that owns the other texts; NULL where there are none */
};

struct _TvSheetBuilder {
    TvSheet *sheet;
    TvSheetBudget *budget;
    guint source_row;
    gboolean is_row_hidden; /* that is begun last */
    gboolean is_row_open;   /* whether the last of the rows is the one being filled */
};

struct _TvWorkbook {
    char *name;
    GPtrArray *sheets;
};

static const TvCell EMPTY_CELL = { 0, TV_CELL_EMPTY, "", 0, TV_DATE_NONE };

static void
clear_sheet (gpointer data)
{
    TvSheet *self = data;

    g_free (self->title);
    g_array_unref (self->rows);
    g_array_unref (self->cells);
    g_string_chunk_free (self->texts);
    g_clear_pointer (&self->origin, tv_sheet_unref);
}

static void
clear_workbook (gpointer data)
{
    TvWorkbook *self = data;

    g_free (self->name);
    g_ptr_array_unref (self->sheets);
}

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
    Row *row;

    if (cell->column >= TV_SHEET_MAX_COLUMNS) {
        g_set_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_BROKEN,
                     "cell in column %u, beyond the last possible one", cell->column + 1);
        return FALSE;
    }
    if (!draw_on_budget (self, cell, error))
        return FALSE;
    if (!self->is_row_open) {
        Row next = { self->source_row, sheet->cells->len, 0 };

        g_array_append_val (sheet->rows, next);
        self->is_row_open = TRUE;
        sheet->n_hidden_rows += self->is_row_hidden;
    }
    row = &g_array_index (sheet->rows, Row, sheet->rows->len - 1);
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
    self->sheet->rows = g_array_new (FALSE, FALSE, sizeof (Row));
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

/**
 * tv_sheet_with_texts:
 * @texts: (element-type TvCell utf8): cells of the sheet, by their places in memory, to what they
 *   are to say
 *
 * Returns: (transfer full): the sheet with other texts in those cells
 */
TvSheet *
tv_sheet_with_texts (TvSheet *self, GHashTable *texts)
{
    TvSheet *copy = g_atomic_rc_box_new0 (TvSheet);

    *copy = *self;
    copy->title = g_strdup (self->title);
    copy->rows = g_array_ref (self->rows);
    copy->cells = g_array_copy (self->cells);
    copy->texts = g_string_chunk_new (4096);
    copy->origin = tv_sheet_ref (self);
    for (guint i = 0; i < self->cells->len; i++) {
        const char *text = g_hash_table_lookup (texts, &g_array_index (self->cells, TvCell, i));

        if (text)
            g_array_index (copy->cells, TvCell, i).text
                = g_string_chunk_insert_const (copy->texts, text);
    }
    return copy;
}

TvSheet *
tv_sheet_ref (TvSheet *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_sheet_unref (TvSheet *self)
{
    g_atomic_rc_box_release_full (self, clear_sheet);
}

const char *
tv_sheet_get_title (TvSheet *self)
{
    return self->title;
}

gboolean
tv_sheet_is_hidden (TvSheet *self)
{
    return self->is_hidden;
}

/**
 * tv_sheet_get_n_rows:
 *
 * Returns: how many rows have something in them
 */
guint
tv_sheet_get_n_rows (TvSheet *self)
{
    return self->rows->len;
}

/**
 * tv_sheet_get_source_row:
 * @row: which of the filled rows, from 0
 *
 * Returns: its number in the file, from 1
 */
guint
tv_sheet_get_source_row (TvSheet *self, guint row)
{
    g_return_val_if_fail (row < self->rows->len, 0);
    return g_array_index (self->rows, Row, row).source_row;
}

/**
 * tv_sheet_get_cells:
 * @row: which of the filled rows, from 0
 * @n_cells: (out): how many cells of it are filled, at least 1
 *
 * Returns: (transfer none) (array length=n_cells): the filled cells from left to right
 */
const TvCell *
tv_sheet_get_cells (TvSheet *self, guint row, guint *n_cells)
{
    const Row *found;

    g_return_val_if_fail (row < self->rows->len, NULL);
    found = &g_array_index (self->rows, Row, row);
    *n_cells = found->n_cells;
    return &g_array_index (self->cells, TvCell, found->first_cell);
}

/**
 * tv_sheet_get_cell:
 * @row: which of the filled rows, from 0
 * @column: from 0
 *
 * Returns: (transfer none): the cell, an empty one where nothing stands
 */
const TvCell *
tv_sheet_get_cell (TvSheet *self, guint row, guint column)
{
    guint n_cells, from = 0;
    const TvCell *cells = tv_sheet_get_cells (self, row, &n_cells);

    while (from < n_cells) {
        guint middle = from + (n_cells - from) / 2;

        if (cells[middle].column == column)
            return &cells[middle];
        if (cells[middle].column < column)
            from = middle + 1;
        else
            n_cells = middle;
    }
    return &EMPTY_CELL;
}

/**
 * tv_sheet_is_from_1904:
 *
 * Returns: whether a bare number that stands for a day counts from 1904 on, as on old Macintoshes
 */
gboolean
tv_sheet_is_from_1904 (TvSheet *self)
{
    return self->is_from_1904;
}

/**
 * tv_sheet_get_n_hidden_rows:
 *
 * Returns: how many of the filled rows are out of sight
 */
guint
tv_sheet_get_n_hidden_rows (TvSheet *self)
{
    return self->n_hidden_rows;
}

/**
 * tv_sheet_get_n_lost_formulas:
 *
 * Returns: how many formulas came without their results, and therefore read as empty
 */
guint
tv_sheet_get_n_lost_formulas (TvSheet *self)
{
    return self->n_lost_formulas;
}

/**
 * tv_sheet_column_letters:
 * @column: from 0
 *
 * Returns: (transfer full): its name in a spreadsheet program: A, …, Z, AA, …
 */
char *
tv_sheet_column_letters (guint column)
{
    char letters[8];
    guint at = sizeof letters - 1;

    letters[at] = '\0';
    do {
        letters[--at] = 'A' + column % 26;
        column = column / 26;
    } while (column-- > 0 && at > 0);
    return g_strdup (letters + at);
}

/**
 * tv_workbook_new:
 * @name: the file's name, without its folder
 * @sheets: (element-type TvSheet) (transfer full): its sheets, with tv_sheet_unref() to free them
 *
 * Returns: (transfer full): the workbook
 */
TvWorkbook *
tv_workbook_new (const char *name, GPtrArray *sheets)
{
    TvWorkbook *self = g_atomic_rc_box_new (TvWorkbook);

    self->name = g_strdup (name);
    self->sheets = sheets;
    return self;
}

void
tv_workbook_unref (TvWorkbook *self)
{
    g_atomic_rc_box_release_full (self, clear_workbook);
}

const char *
tv_workbook_get_name (TvWorkbook *self)
{
    return self->name;
}

guint
tv_workbook_get_n_sheets (TvWorkbook *self)
{
    return self->sheets->len;
}

TvSheet *
tv_workbook_get_sheet (TvWorkbook *self, guint index)
{
    g_return_val_if_fail (index < self->sheets->len, NULL);
    return g_ptr_array_index (self->sheets, index);
}
