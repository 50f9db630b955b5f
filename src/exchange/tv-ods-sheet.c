/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One sheet of an OpenDocument table. Rows and cells that are alike stand there once with a count,
 * which may be a million: what is empty is counted on, what is filled is drawn from the budget. */

#include "exchange/tv-ods-sheet.h"

#include "exchange/tv-exchange-error.h"
#include "exchange/tv-ods-cell.h"
#include "exchange/tv-ods-text.h"

#include <string.h>

/* Columns that share a style for the cells that name none. */
typedef struct {
    guint64 end; /* the column behind the last of them */
    char *style;
} Span;

typedef struct {
    TvXmlPart *part;
    TvOdsContext *context;
    TvSheetBuilder *builder;
    GArray *spans; /* of Span, from left to right */
    GArray *cells; /* of TvOdsCell, the filled ones of the row being read */
    gboolean is_row_hidden;
    char *row_style;  /* of its cells that name none */
    guint64 next_row; /* number of the next row, from 1 */
} Reader;

static void
clear_span (gpointer data)
{
    g_free (((Span *) data)->style);
}

static void
clear_reader (Reader *self)
{
    g_clear_pointer (&self->builder, tv_sheet_builder_free);
    g_clear_pointer (&self->spans, g_array_unref);
    g_clear_pointer (&self->cells, g_array_unref);
    g_free (self->row_style);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, clear_reader)

static guint64
read_count (TvXmlPart *part, const char *attribute)
{
    g_autofree char *text = tv_xml_part_dup_attribute (part, attribute);
    guint64 count = text ? g_ascii_strtoull (text, NULL, 10) : 1;

    return CLAMP (count, 1, G_MAXUINT32);
}

/* What lies behind the last possible column is never asked for. */
static void
note_columns (Reader *self)
{
    guint64 begin
        = self->spans->len > 0 ? g_array_index (self->spans, Span, self->spans->len - 1).end : 0;
    Span span = { begin + read_count (self->part, "number-columns-repeated"), NULL };

    if (begin >= TV_SHEET_MAX_COLUMNS)
        return;
    span.style = tv_xml_part_dup_attribute (self->part, "default-cell-style-name");
    g_array_append_val (self->spans, span);
}

static const char *
find_column_style (Reader *self, guint64 column, guint *span)
{
    while (*span < self->spans->len && g_array_index (self->spans, Span, *span).end <= column)
        *span += 1;
    return *span < self->spans->len ? g_array_index (self->spans, Span, *span).style : NULL;
}

static const char *
find_font (Reader *self, const TvOdsCell *cell, guint *span)
{
    const char *style = cell->style;
    const char *font = cell->text_style ? tv_ods_styles_get_font (self->context->styles, "text",
                                                                  cell->text_style)
                                        : NULL;

    if (font)
        return font;
    if (!style)
        style = self->row_style;
    if (!style)
        style = find_column_style (self, cell->column, span);
    return tv_ods_styles_get_font (self->context->styles, "table-cell", style);
}

static gboolean
read_cells (Reader *self, GError **error)
{
    guint64 column = 0;
    guint span = 0;
    TvXmlEvent event;

    while ((event = tv_xml_part_next (self->part, error)) != TV_XML_END) {
        TvOdsCell cell = { 0 };

        if (event == TV_XML_TEXT)
            continue;
        if (event != TV_XML_START)
            return tv_ods_cell_set_unended (event, error);
        if (!tv_xml_part_is (self->part, "table-cell")
            && !tv_xml_part_is (self->part, "covered-table-cell")) {
            if (!tv_ods_text_skip (self->part, error))
                return FALSE;
            continue;
        }
        cell.column = column;
        cell.n_columns = read_count (self->part, "number-columns-repeated");
        column += cell.n_columns;
        if (!tv_ods_cell_read (&cell, self->part, error)) {
            tv_ods_cell_clear (&cell);
            return FALSE;
        }
        if (cell.is_formula_lost)
            tv_sheet_builder_count_lost_formula (self->builder);
        if (cell.kind == TV_CELL_TEXT)
            cell.font = find_font (self, &cell, &span);
        if (cell.kind == TV_CELL_EMPTY)
            tv_ods_cell_clear (&cell);
        else
            g_array_append_val (self->cells, cell);
    }
    return TRUE;
}

static gboolean
build_row (Reader *self, guint64 row, GError **error)
{
    if (!tv_sheet_builder_begin_row (self->builder, (guint) MIN (row, G_MAXUINT32), error))
        return FALSE;
    if (self->is_row_hidden)
        tv_sheet_builder_hide_row (self->builder);
    for (guint i = 0; i < self->cells->len; i++) {
        if (!tv_ods_cell_build (&g_array_index (self->cells, TvOdsCell, i), self->builder, error))
            return FALSE;
    }
    return TRUE;
}

/* What a few bytes make of one cell is refused before it is made: every cell beyond the first is
 * drawn from what the file may repeat. */
static gboolean
draw_on_repeats (Reader *self, guint64 n_rows, GError **error)
{
    guint64 n_cells = 0, n_repeated;

    for (guint i = 0; i < self->cells->len && n_cells <= TV_WORKBOOK_MAX_CELLS; i++)
        n_cells += g_array_index (self->cells, TvOdsCell, i).n_columns;
    n_repeated = MIN (n_cells, TV_WORKBOOK_MAX_CELLS + 1) * n_rows;
    n_repeated -= MIN (n_repeated, self->cells->len);
    if (n_repeated > self->context->n_repeated) {
        g_set_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_TOO_LARGE,
                     "more than %d cells that repeat others, up to row %" G_GUINT64_FORMAT,
                     TV_ODS_MAX_REPEATED_CELLS, self->next_row);
        return FALSE;
    }
    self->context->n_repeated -= (guint) n_repeated;
    return TRUE;
}

static gboolean
read_row (Reader *self, GError **error)
{
    guint64 n_rows = read_count (self->part, "number-rows-repeated");
    g_autofree char *visibility = tv_xml_part_dup_attribute (self->part, "visibility");

    self->is_row_hidden = visibility && strcmp (visibility, "visible") != 0;
    g_array_set_size (self->cells, 0);
    g_free (self->row_style);
    self->row_style = tv_xml_part_dup_attribute (self->part, "default-cell-style-name");
    if (g_cancellable_set_error_if_cancelled (self->context->cancellable, error)
        || !read_cells (self, error) || !draw_on_repeats (self, n_rows, error))
        return FALSE;
    for (guint64 i = 0; i < n_rows && self->cells->len > 0; i++) {
        if (!build_row (self, self->next_row + i, error))
            return FALSE;
    }
    self->next_row = MIN (self->next_row + n_rows, G_MAXUINT32);
    return TRUE;
}

/* Around rows and columns there may be groups, which say nothing of their own. */
static gboolean
is_group (TvXmlPart *part)
{
    static const char *const groups[]
        = { "table-rows",    "table-header-rows",    "table-row-group",
            "table-columns", "table-header-columns", "table-column-group" };

    for (guint i = 0; i < G_N_ELEMENTS (groups); i++) {
        if (tv_xml_part_is (part, groups[i]))
            return TRUE;
    }
    return FALSE;
}

static gboolean
read_table (Reader *self, GError **error)
{
    guint depth = 1;

    while (depth > 0) {
        TvXmlEvent event = tv_xml_part_next (self->part, error);

        if (event == TV_XML_END) {
            depth--;
        } else if (event == TV_XML_START && is_group (self->part)) {
            depth++;
        } else if (event == TV_XML_START && tv_xml_part_is (self->part, "table-row")) {
            if (!read_row (self, error))
                return FALSE;
        } else if (event == TV_XML_START) {
            if (tv_xml_part_is (self->part, "table-column"))
                note_columns (self);
            if (!tv_ods_text_skip (self->part, error))
                return FALSE;
        } else if (event != TV_XML_TEXT) {
            return tv_ods_cell_set_unended (event, error);
        }
    }
    return TRUE;
}

/**
 * tv_ods_sheet_read:
 * @part: the part content.xml, standing at the start of a table
 * @context: what the sheets share
 * @error: BROKEN or TOO_LARGE of #TvExchangeError, or G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the sheet; the part stands at the table's end
 */
TvSheet *
tv_ods_sheet_read (TvXmlPart *part, TvOdsContext *context, GError **error)
{
    g_auto (Reader) self = { part, context, .next_row = 1 };
    g_autofree char *title = tv_xml_part_dup_attribute (part, "name");
    g_autofree char *style = tv_xml_part_dup_attribute (part, "style-name");

    self.spans = g_array_new (FALSE, FALSE, sizeof (Span));
    g_array_set_clear_func (self.spans, clear_span);
    self.cells = g_array_new (FALSE, FALSE, sizeof (TvOdsCell));
    g_array_set_clear_func (self.cells, tv_ods_cell_clear);
    self.builder = tv_sheet_builder_new (title, tv_ods_styles_is_hidden (context->styles, style),
                                         &context->budget);
    return read_table (&self, error) ? tv_sheet_builder_finish (self.builder) : NULL;
}
