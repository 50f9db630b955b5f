/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells a workbook to the program that asked for it, in the pieces of tv-xls-stream.h. */

#include "exchange/tv-xls-writer.h"

#include "exchange/tv-xls-stream.h"

#include <string.h>

typedef struct {
    FILE *stream;
    const TvXlsBook *book;
    TvXlsTextSource source;
    gpointer user_data;
} Writer;

static void
write_number (Writer *self, const void *number, gsize size)
{
    fwrite (number, 1, size, self->stream);
}

static void
write_text (Writer *self, const char *text)
{
    guint32 size = text ? (guint32) strlen (text) : 0;

    write_number (self, &size, sizeof size);
    if (size > 0)
        fwrite (text, 1, size, self->stream);
}

static void
write_styles (Writer *self)
{
    for (guint i = 0; i < self->book->styles->len; i++) {
        const TvXlsStyle *style = &g_array_index (self->book->styles, TvXlsStyle, i);

        fputc (TV_XLS_STREAM_STYLE, self->stream);
        write_number (self, &style->format, sizeof style->format);
        write_text (self,
                    g_hash_table_lookup (self->book->formats, GUINT_TO_POINTER (style->format)));
        write_text (self, tv_xls_book_get_font (self->book, style));
    }
}

static const char *
find_text (Writer *self, const TvXlsSheet *sheet, const TvXlsCell *cell)
{
    const char *text = self->source ? self->source (sheet, cell, self->user_data) : NULL;
    GPtrArray *texts = self->book->texts;

    if (text)
        return text;
    if (cell->kind == TV_XLS_CELL_TEXT)
        return cell->text;
    return texts && cell->shared < texts->len ? g_ptr_array_index (texts, cell->shared) : NULL;
}

/* A formula without a result counts as lost where no formula of the workbook has one: then it was
 * saved by a program that works none out. Elsewhere its result is an empty text. */
static void
write_cell (Writer *self, const TvXlsSheet *sheet, const TvXlsCell *cell)
{
    if (cell->kind == TV_XLS_CELL_EMPTY_RESULT) {
        if (!self->book->has_results)
            fputc (TV_XLS_STREAM_LOST, self->stream);
        return;
    }
    fputc (cell->kind == TV_XLS_CELL_NUMBER ? TV_XLS_STREAM_NUMBER : TV_XLS_STREAM_TEXT,
           self->stream);
    write_number (self, &cell->column, sizeof cell->column);
    write_number (self, &cell->style, sizeof cell->style);
    if (cell->kind == TV_XLS_CELL_NUMBER)
        write_number (self, &cell->number, sizeof cell->number);
    else
        write_text (self, find_text (self, sheet, cell));
}

static void
write_row (Writer *self, const TvXlsSheet *sheet, guint32 row)
{
    fputc (TV_XLS_STREAM_ROW, self->stream);
    write_number (self, &row, sizeof row);
    if (g_hash_table_contains (sheet->hidden_rows, GUINT_TO_POINTER (row - 1)))
        fputc (TV_XLS_STREAM_HIDDEN, self->stream);
}

static void
write_sheet (Writer *self, const TvXlsSheet *sheet)
{
    guint8 is_hidden = sheet->is_hidden ? 1 : 0;
    guint32 row = 0;

    fputc (TV_XLS_STREAM_SHEET, self->stream);
    write_number (self, &is_hidden, sizeof is_hidden);
    write_text (self, sheet->title);
    for (guint i = 0; i < sheet->cells->len; i++) {
        const TvXlsCell *cell = &g_array_index (sheet->cells, TvXlsCell, i);
        const TvXlsCell *next = i + 1 < sheet->cells->len ? cell + 1 : NULL;

        /* Of two values for one cell the later one counts. */
        if (next && next->row == cell->row && next->column == cell->column)
            continue;
        if (row != cell->row + 1u) {
            row = cell->row + 1u;
            write_row (self, sheet, row);
        }
        write_cell (self, sheet, cell);
    }
}

/**
 * tv_xls_write_refusal:
 * @stream: where to
 * @code: of #TvExchangeError: why there is no workbook
 */
void
tv_xls_write_refusal (FILE *stream, int code)
{
    fputs (TV_XLS_STREAM_HEAD, stream);
    fputc (TV_XLS_STREAM_REFUSED, stream);
    fputc (code, stream);
}

/**
 * tv_xls_write_book:
 * @stream: where to
 * @book: what the records tell
 * @source: (nullable): who is asked first for the text of a cell
 * @user_data: for @source
 */
void
tv_xls_write_book (FILE *stream, const TvXlsBook *book, TvXlsTextSource source, gpointer user_data)
{
    Writer self = { stream, book, source, user_data };

    fputs (TV_XLS_STREAM_HEAD, stream);
    fputc (TV_XLS_STREAM_DATE_MODE, stream);
    fputc (book->is_from_1904 ? 1 : 0, stream);
    write_styles (&self);
    for (guint i = 0; i < book->sheets->len; i++)
        write_sheet (&self, g_ptr_array_index (book->sheets, i));
    fputc (TV_XLS_STREAM_END, stream);
}
