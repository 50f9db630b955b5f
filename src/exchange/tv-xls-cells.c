/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The cells of one sheet of an .xls workbook. Of a formula the result counts that was kept when the
 * file was saved ([MS-XLS] 2.4.127, 2.5.133). */

#include "exchange/tv-xls-cells.h"

#include <math.h>
#include <string.h>

/* What a formula's result is where it is no number. */
enum {
    RESULT_TEXT = 0,
    RESULT_BOOLEAN = 1,
    RESULT_ERROR = 2,
    RESULT_EMPTY = 3,
};

/* Of what is said of a whole row, be it by a filter ([MS-XLS] 2.4.221). */
enum {
    ROW_IS_HIDDEN = 1 << 5,
};

typedef struct {
    TvXlsBook *book;
    GArray *cells;
    GHashTable *hidden_rows;
    gboolean text_follows; /* whether the last cell's result is the next text */
} Reader;

void
tv_xls_cell_clear (gpointer cell)
{
    g_clear_pointer (&((TvXlsCell *) cell)->text, g_free);
}

/* The place and style with which every record of a single cell begins. */
static TvXlsCell
begin_cell (const TvXlsRecord *record, TvXlsCellKind kind)
{
    return (TvXlsCell){ tv_xls_record_get_16 (record, 0), tv_xls_record_get_16 (record, 2),
                        tv_xls_record_get_16 (record, 4), kind };
}

/* A number in 30 bits: whole, or the upper part of a double, and a hundredth of it where bit 0 says
 * so ([MS-XLS] 2.5.217). */
static double
decode_rk (guint32 bits)
{
    guint64 upper = (guint64) (bits & ~3u) << 32;
    double number;

    if (bits & 2)
        number = (gint32) (bits & ~3u) / 4;
    else
        memcpy (&number, &upper, sizeof number);
    return bits & 1 ? number / 100 : number;
}

static char *
name_value (guint8 value, gboolean is_error)
{
    static const struct {
        guint8 code;
        const char *name;
    } errors[] = {
        { 0x00, "#NULL!" }, { 0x07, "#DIV/0!" }, { 0x0f, "#VALUE!" }, { 0x17, "#REF!" },
        { 0x1d, "#NAME?" }, { 0x24, "#NUM!" },   { 0x2a, "#N/A" },
    };

    if (!is_error)
        return g_strdup (value ? "TRUE" : "FALSE");
    for (guint i = 0; i < G_N_ELEMENTS (errors); i++) {
        if (errors[i].code == value)
            return g_strdup (errors[i].name);
    }
    return g_strdup ("#ERROR!");
}

static void
add_number (Reader *self, const TvXlsRecord *record, double number)
{
    TvXlsCell cell = begin_cell (record, TV_XLS_CELL_NUMBER);

    cell.number = number;
    g_array_append_val (self->cells, cell);
}

static void
add_numbers (Reader *self, const TvXlsRecord *record)
{
    TvXlsCell cell = begin_cell (record, TV_XLS_CELL_NUMBER);

    for (gsize at = 4; at + 6 < record->size; at += 6) {
        cell.style = tv_xls_record_get_16 (record, at);
        cell.number = decode_rk (tv_xls_record_get_32 (record, at + 2));
        g_array_append_val (self->cells, cell);
        cell.column++;
    }
}

static void
add_text (Reader *self, const TvXlsRecord *record)
{
    TvXlsCell cell = begin_cell (record, TV_XLS_CELL_TEXT);

    cell.text = tv_xls_text_read (record, 6, 2, &self->book->text_kind);
    g_array_append_val (self->cells, cell);
}

static void
add_shared_text (Reader *self, const TvXlsRecord *record)
{
    TvXlsCell cell = begin_cell (record, TV_XLS_CELL_SHARED_TEXT);

    cell.shared = tv_xls_record_get_32 (record, 6);
    g_array_append_val (self->cells, cell);
}

static void
add_value (Reader *self, const TvXlsRecord *record)
{
    TvXlsCell cell = begin_cell (record, TV_XLS_CELL_TEXT);

    if (record->size < 8)
        return;
    cell.text = name_value (record->data[6], record->data[7] != 0);
    g_array_append_val (self->cells, cell);
}

static void
add_result (Reader *self, const TvXlsRecord *record)
{
    TvXlsCell cell = begin_cell (record, TV_XLS_CELL_NUMBER);

    if (record->size < 14)
        return;
    cell.number = tv_xls_record_get_double (record, 6);
    if (tv_xls_record_get_16 (record, 12) == 0xffff) {
        guint8 kind = record->data[6];

        cell.kind = kind == RESULT_BOOLEAN || kind == RESULT_ERROR ? TV_XLS_CELL_TEXT
                                                                   : TV_XLS_CELL_EMPTY_RESULT;
        if (cell.kind == TV_XLS_CELL_TEXT)
            cell.text = name_value (record->data[8], kind == RESULT_ERROR);
        self->text_follows = kind == RESULT_TEXT;
    }
    self->book->has_results |= cell.kind != TV_XLS_CELL_EMPTY_RESULT || self->text_follows;
    g_array_append_val (self->cells, cell);
}

static void
take_following_text (Reader *self, const TvXlsRecord *record)
{
    TvXlsCell *cell;

    if (!self->text_follows)
        return;
    cell = &g_array_index (self->cells, TvXlsCell, self->cells->len - 1);
    cell->kind = TV_XLS_CELL_TEXT;
    cell->text = tv_xls_text_read (record, 0, 2, &self->book->text_kind);
    self->text_follows = FALSE;
}

static void
note_row (Reader *self, const TvXlsRecord *record)
{
    if (tv_xls_record_get_16 (record, 12) & ROW_IS_HIDDEN)
        g_hash_table_add (self->hidden_rows, GUINT_TO_POINTER (tv_xls_record_get_16 (record, 0)));
}

static void
take_record (Reader *self, const TvXlsRecord *record)
{
    switch (record->type) {
    case TV_XLS_NUMBER:
        add_number (self, record, tv_xls_record_get_double (record, 6));
        break;
    case TV_XLS_RK:
        add_number (self, record, decode_rk (tv_xls_record_get_32 (record, 6)));
        break;
    case TV_XLS_MULTIPLE_RK:
        add_numbers (self, record);
        break;
    case TV_XLS_LABEL:
    case TV_XLS_RICH_STRING:
        add_text (self, record);
        break;
    case TV_XLS_LABEL_SST:
        add_shared_text (self, record);
        break;
    case TV_XLS_BOOL_ERROR:
        add_value (self, record);
        break;
    case TV_XLS_ROW:
        note_row (self, record);
        return;
    case TV_XLS_STRING:
        take_following_text (self, record);
        return;
    case TV_XLS_FORMULA:
        self->text_follows = FALSE;
        add_result (self, record);
        return;
    default:
        return;
    }
    self->text_follows = FALSE;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
    const TvXlsCell *one = a, *other = b;

    return one->row != other->row ? one->row - other->row : one->column - other->column;
}

/**
 * tv_xls_cells_read:
 * @book: the workbook, with what its sheets share
 * @sheet: its cells are added
 * @walk: standing where the sheet's records begin
 *
 * Of records within records, which are charts, nothing is taken.
 *
 * Returns: whether the sheet's end was reached
 */
gboolean
tv_xls_cells_read (TvXlsBook *book, TvXlsSheet *sheet, TvXlsWalk walk)
{
    Reader self = { book, sheet->cells, sheet->hidden_rows, FALSE };
    TvXlsRecord record;
    gboolean is_ended = FALSE;
    guint depth = 0;

    while (tv_xls_walk_next (&walk, &record)) {
        if (record.type == TV_XLS_BOF)
            depth++;
        else if (record.type == TV_XLS_EOF && depth > 0)
            depth--;
        else if (depth == 1)
            take_record (&self, &record);
        is_ended = depth == 0 && record.type == TV_XLS_EOF;
        if (depth == 0)
            break;
    }
    /* Nearly always in order already; a later cell of one place comes behind an earlier one. */
    g_array_sort (sheet->cells, compare_places);
    return is_ended;
}
