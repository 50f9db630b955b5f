/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables as files hold them, before anybody asks what they mean. */

#include "exchange/tv-sheet-private.h"

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
    return g_array_index (self->rows, TvSheetRow, row).source_row;
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
    const TvSheetRow *found;

    g_return_val_if_fail (row < self->rows->len, NULL);
    found = &g_array_index (self->rows, TvSheetRow, row);
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
