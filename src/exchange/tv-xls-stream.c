/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes a workbook of what the program that reads .xls files tells. That program has had a
 * stranger's file in its hands, so nothing that it says is believed: every length is held against
 * what is there, and the sheets grow within the bounds of any other file. */

#include "exchange/tv-xls-stream.h"

#include "exchange/tv-exchange-error.h"
#include "exchange/tv-sheet-builder.h"
#include "exchange/tv-xlsx-sheet.h"
#include "exchange/tv-xlsx-styles.h"

#include <string.h>

typedef struct {
    gboolean is_date;
    char *font;
} Style;

typedef struct {
    const guint8 *data;
    gsize n_left;
    gboolean is_from_1904;
    GArray *styles; /* of Style */
    GPtrArray *sheets;
    TvSheetBudget budget;
    TvSheetBuilder *builder; /* of the sheet being told, NULL before the first */
    gboolean has_row;        /* whether one of its rows is */
} Reader;

static void
clear_style (gpointer data)
{
    g_free (((Style *) data)->font);
}

static void
clear_reader (Reader *self)
{
    g_array_unref (self->styles);
    g_clear_pointer (&self->sheets, g_ptr_array_unref);
    g_clear_pointer (&self->builder, tv_sheet_builder_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, clear_reader)

static gboolean
set_broken (GError **error, const char *detail)
{
    g_set_error_literal (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_BROKEN, detail);
    return FALSE;
}

static gboolean
take (Reader *self, void *value, gsize size, GError **error)
{
    if (self->n_left < size)
        return set_broken (error, "what the reader of .xls files tells breaks off");
    memcpy (value, self->data, size);
    self->data += size;
    self->n_left -= size;
    return TRUE;
}

static gboolean
take_text (Reader *self, char **text, GError **error)
{
    guint32 size;

    if (!take (self, &size, sizeof size, error))
        return FALSE;
    if (size > self->n_left)
        return set_broken (error, "a text that is longer than what is told");
    *text = g_strndup ((const char *) self->data, size);
    self->data += size;
    self->n_left -= size;
    return TRUE;
}

static gboolean
take_refusal (Reader *self, GError **error)
{
    guint8 code;

    if (!take (self, &code, sizeof code, error))
        return FALSE;
    if (code != TV_EXCHANGE_ERROR_ENCRYPTED && code != TV_EXCHANGE_ERROR_TOO_LARGE
        && code != TV_EXCHANGE_ERROR_WRONG_TYPE)
        code = TV_EXCHANGE_ERROR_BROKEN;
    g_set_error_literal (error, TV_EXCHANGE_ERROR, code, "the reader of .xls files refuses it");
    return FALSE;
}

static gboolean
take_date_mode (Reader *self, GError **error)
{
    guint8 is_from_1904;

    if (!take (self, &is_from_1904, sizeof is_from_1904, error))
        return FALSE;
    self->is_from_1904 = is_from_1904 != 0;
    return TRUE;
}

static gboolean
take_style (Reader *self, GError **error)
{
    g_autofree char *code = NULL;
    Style style = { FALSE, NULL };
    guint16 format;

    if (self->styles->len > G_MAXUINT16)
        return set_broken (error, "more styles than cells can name");
    if (!take (self, &format, sizeof format, error) || !take_text (self, &code, error)
        || !take_text (self, &style.font, error))
        return FALSE;
    style.is_date = *code ? tv_xlsx_format_is_date (code) : tv_xlsx_format_is_builtin_date (format);
    g_array_append_val (self->styles, style);
    return TRUE;
}

static void
finish_sheet (Reader *self)
{
    if (self->builder)
        g_ptr_array_add (self->sheets, tv_sheet_builder_finish (self->builder));
    g_clear_pointer (&self->builder, tv_sheet_builder_free);
}

static gboolean
take_sheet (Reader *self, GError **error)
{
    g_autofree char *title = NULL;
    guint8 is_hidden;

    finish_sheet (self);
    self->has_row = FALSE;
    if (self->sheets->len >= TV_WORKBOOK_MAX_SHEETS)
        return set_broken (error, "more sheets than anybody turns over");
    if (!take (self, &is_hidden, sizeof is_hidden, error) || !take_text (self, &title, error))
        return FALSE;
    self->builder = tv_sheet_builder_new (title, is_hidden != 0, &self->budget);
    return TRUE;
}

static gboolean
take_row (Reader *self, GError **error)
{
    guint32 row;

    self->has_row = take (self, &row, sizeof row, error);
    return self->has_row && tv_sheet_builder_begin_row (self->builder, row, error);
}

static const Style *
find_style (Reader *self, guint16 style)
{
    static const Style plain = { FALSE, NULL };

    return style < self->styles->len ? &g_array_index (self->styles, Style, style) : &plain;
}

static gboolean
take_cell_text (Reader *self, GError **error)
{
    g_autofree char *text = NULL;
    guint16 column, style;

    return take (self, &column, sizeof column, error) && take (self, &style, sizeof style, error)
           && take_text (self, &text, error)
           && tv_sheet_builder_add_text_in_font (self->builder, column, text,
                                                 find_style (self, style)->font, error);
}

static gboolean
take_cell_number (Reader *self, GError **error)
{
    TvDate date = TV_DATE_NONE;
    guint16 column, style;
    double number;

    if (!take (self, &column, sizeof column, error) || !take (self, &style, sizeof style, error)
        || !take (self, &number, sizeof number, error))
        return FALSE;
    if (find_style (self, style)->is_date)
        date = tv_xlsx_date (number, self->is_from_1904);
    return date == TV_DATE_NONE
               ? tv_sheet_builder_add_number (self->builder, column, number, error)
               : tv_sheet_builder_add_date (self->builder, column, number, date, error);
}

static gboolean
take_sheet_piece (Reader *self, guint8 letter, GError **error)
{
    if (!self->builder || (!self->has_row && letter != TV_XLS_STREAM_ROW))
        return set_broken (error, "cells outside every row of a sheet");
    switch (letter) {
    case TV_XLS_STREAM_ROW:
        return take_row (self, error);
    case TV_XLS_STREAM_HIDDEN:
        tv_sheet_builder_hide_row (self->builder);
        return TRUE;
    case TV_XLS_STREAM_TEXT:
        return take_cell_text (self, error);
    case TV_XLS_STREAM_NUMBER:
        return take_cell_number (self, error);
    case TV_XLS_STREAM_LOST:
        tv_sheet_builder_count_lost_formula (self->builder);
        return TRUE;
    default:
        return set_broken (error, "a piece that is not known");
    }
}

static gboolean
take_piece (Reader *self, guint8 letter, GError **error)
{
    switch (letter) {
    case TV_XLS_STREAM_REFUSED:
        return take_refusal (self, error);
    case TV_XLS_STREAM_DATE_MODE:
        return take_date_mode (self, error);
    case TV_XLS_STREAM_STYLE:
        return take_style (self, error);
    case TV_XLS_STREAM_SHEET:
        return take_sheet (self, error);
    default:
        return take_sheet_piece (self, letter, error);
    }
}

static gboolean
take_head (Reader *self, GError **error)
{
    char head[sizeof TV_XLS_STREAM_HEAD - 1];

    return take (self, head, sizeof head, error)
           && (memcmp (head, TV_XLS_STREAM_HEAD, sizeof head) == 0
               || set_broken (error, "the reader of .xls files speaks another language"));
}

/**
 * tv_xls_stream_read:
 * @name: the file's name, without its folder
 * @data: what the program that reads .xls files told
 * @size: of it
 * @cancellable: (nullable): to stop
 * @error: #TvExchangeError, or G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the workbook
 */
TvWorkbook *
tv_xls_stream_read (const char *name, const guint8 *data, gsize size, GCancellable *cancellable,
                    GError **error)
{
    g_auto (Reader) self = { data, size, .budget = TV_SHEET_BUDGET_FULL };
    guint8 letter;

    self.styles = g_array_new (FALSE, FALSE, sizeof (Style));
    g_array_set_clear_func (self.styles, clear_style);
    self.sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_sheet_unref);
    if (!take_head (&self, error))
        return NULL;
    while (take (&self, &letter, sizeof letter, error)) {
        if (letter == TV_XLS_STREAM_END) {
            finish_sheet (&self);
            return tv_workbook_new (name, g_steal_pointer (&self.sheets));
        }
        if (g_cancellable_set_error_if_cancelled (cancellable, error)
            || !take_piece (&self, letter, error))
            return NULL;
    }
    return NULL;
}
