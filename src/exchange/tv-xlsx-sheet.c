/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One worksheet part of an xlsx: its rows and cells, whatever program wrote them. */

#include "exchange/tv-xlsx-sheet.h"

#include "exchange/tv-exchange-error.h"
#include "exchange/tv-sheet-builder.h"
#include "exchange/tv-xlsx-strings.h"
#include "exchange/tv-xml-part.h"

#include <math.h>
#include <string.h>

typedef struct {
    TvXmlPart *part;
    TvSheetBuilder *builder;
    const TvXlsxContext *context;
    guint row;         /* number of the row being read, 0 before the first */
    guint next_column; /* where a cell stands that does not say it */
    GString *value;    /* of the cell being read */
} Reader;

/* What one cell element holds before its type is weighed. */
typedef struct {
    guint column;
    guint style;
    char type[8]; /* "n" where the cell does not say it */
    char *text;
    GString *value; /* unowned */
    gboolean has_formula;
} RawCell;

static void
clear_cell (RawCell *cell)
{
    g_free (cell->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RawCell, clear_cell)

static gboolean
set_broken (GError **error, const char *detail)
{
    g_set_error_literal (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_BROKEN, detail);
    return FALSE;
}

/**
 * tv_xlsx_date:
 * @serial: days as a spreadsheet counts them; a time of day behind the point is cut off
 * @is_from_1904: whether day 0 is 1904-01-01, as old Macintosh files have it
 *
 * Without that, day 1 is 1900-01-01 and a 29 February 1900 is counted that never was.
 *
 * Returns: the date, or TV_DATE_NONE where the number is none
 */
TvDate
tv_xlsx_date (double serial, gboolean is_from_1904)
{
    double day = floor (serial);

    if (!(day >= 1) || day > 2958465)
        return TV_DATE_NONE;
    if (is_from_1904)
        return (TvDate) day - 24107;
    return (TvDate) day - (day < 60 ? 25568 : 25569);
}

/* "AB12" to column 27. Which row it is, the row element has told. */
static gboolean
parse_reference (const char *reference, guint *column)
{
    guint result = 0;

    for (; g_ascii_isalpha (*reference) && result <= TV_SHEET_MAX_COLUMNS; reference++)
        result = result * 26 + (guint) (g_ascii_toupper (*reference) - 'A') + 1;
    if (result == 0 || result > TV_SHEET_MAX_COLUMNS || !g_ascii_isdigit (*reference))
        return FALSE;
    *column = result - 1;
    return TRUE;
}

static gboolean
begin_row (Reader *self, GError **error)
{
    const char *number = tv_xml_part_get_attribute (self->part, "r");
    const char *hidden = tv_xml_part_get_attribute (self->part, "hidden");
    guint64 row = number ? g_ascii_strtoull (number, NULL, 10) : self->row + 1;

    if (row > TV_SHEET_MAX_ROWS)
        row = TV_SHEET_MAX_ROWS + 1;
    if (!tv_sheet_builder_begin_row (self->builder, (guint) row, error))
        return FALSE;
    if (g_strcmp0 (hidden, "1") == 0 || g_strcmp0 (hidden, "true") == 0)
        tv_sheet_builder_hide_row (self->builder);
    self->row = (guint) row;
    self->next_column = 0;
    return TRUE;
}

/* A number on its way into the sheet: a date where its style says so. */
static gboolean
add_number (Reader *self, const RawCell *cell, GError **error)
{
    char *end;
    double number = g_ascii_strtod (cell->value->str, &end);
    TvDate date = TV_DATE_NONE;

    if (end == cell->value->str || *end != '\0')
        return tv_sheet_builder_add_text (self->builder, cell->column, cell->value->str, error);
    if (tv_xlsx_styles_is_date (self->context->styles, cell->style))
        date = tv_xlsx_date (number, self->context->is_from_1904);
    if (date != TV_DATE_NONE)
        return tv_sheet_builder_add_date (self->builder, cell->column, number, date, error);
    return tv_sheet_builder_add_number (self->builder, cell->column, number, error);
}

/* A text that somebody sees, in the font in which it is shown. */
static gboolean
add_text (Reader *self, const RawCell *cell, const char *text, GError **error)
{
    return tv_sheet_builder_add_text_in_font (
        self->builder, cell->column, text,
        tv_xlsx_styles_get_font (self->context->styles, cell->style), error);
}

static gboolean
add_shared_string (Reader *self, const RawCell *cell, GError **error)
{
    guint64 index = g_ascii_strtoull (cell->value->str, NULL, 10);
    GPtrArray *strings = self->context->strings;

    if (!strings || index >= strings->len)
        return set_broken (error, "a cell refers to a text that is not there");
    return add_text (self, cell, g_ptr_array_index (strings, index), error);
}

/* ISO 8601 dates, as the strict edition of the format has them. */
static gboolean
add_iso_date (Reader *self, const RawCell *cell, GError **error)
{
    g_autofree char *day = g_strndup (cell->value->str, 10);
    TvDate date = tv_date_parse_iso (day);

    if (date == TV_DATE_NONE)
        return tv_sheet_builder_add_text (self->builder, cell->column, cell->value->str, error);
    return tv_sheet_builder_add_date (self->builder, cell->column, date + 25569, date, error);
}

static gboolean
add_cell (Reader *self, const RawCell *cell, GError **error)
{
    const char *type = cell->type;

    if (cell->text)
        return add_text (self, cell, cell->text, error);
    if (cell->value->len == 0) {
        if (cell->has_formula && strcmp (type, "str") != 0)
            tv_sheet_builder_count_lost_formula (self->builder);
        return TRUE;
    }
    if (strcmp (type, "s") == 0)
        return add_shared_string (self, cell, error);
    if (strcmp (type, "n") == 0)
        return add_number (self, cell, error);
    if (strcmp (type, "d") == 0)
        return add_iso_date (self, cell, error);
    if (strcmp (type, "b") == 0)
        return tv_sheet_builder_add_text (self->builder, cell->column,
                                          strcmp (cell->value->str, "0") == 0 ? "FALSE" : "TRUE",
                                          error);
    if (strcmp (type, "str") == 0) {
        g_autofree char *text = tv_xlsx_string_decode (cell->value->str);

        return add_text (self, cell, text, error);
    }
    /* "e": an error such as #N/A reads as its own text. */
    return tv_sheet_builder_add_text (self->builder, cell->column, cell->value->str, error);
}

static gboolean
place_cell (Reader *self, RawCell *cell, GError **error)
{
    const char *reference = tv_xml_part_get_attribute (self->part, "r");
    const char *style = tv_xml_part_get_attribute (self->part, "s");
    const char *type = tv_xml_part_get_attribute (self->part, "t");

    g_strlcpy (cell->type, type ? type : "n", sizeof cell->type);
    cell->style = style ? (guint) g_ascii_strtoull (style, NULL, 10) : 0;
    cell->column = self->next_column;
    if (self->row == 0)
        return set_broken (error, "a cell outside every row");
    if (reference && !parse_reference (reference, &cell->column))
        return set_broken (error, "a cell with an impossible place");
    self->next_column = cell->column + 1;
    return TRUE;
}

static gboolean
read_cell (Reader *self, GError **error)
{
    g_auto (RawCell) cell = { .value = g_string_truncate (self->value, 0) };
    gboolean is_value = FALSE;

    if (!place_cell (self, &cell, error))
        return FALSE;
    for (;;) {
        TvXmlEvent event = tv_xml_part_next (self->part, error);

        if (event == TV_XML_ERROR)
            return FALSE;
        if (event == TV_XML_DONE)
            return set_broken (error, "a cell without an end");
        if (event == TV_XML_TEXT) {
            if (is_value)
                g_string_append (cell.value, tv_xml_part_get_text (self->part));
        } else if (tv_xml_part_is (self->part, "v")) {
            is_value = event == TV_XML_START;
        } else if (event == TV_XML_START && tv_xml_part_is (self->part, "f")) {
            cell.has_formula = TRUE;
        } else if (event == TV_XML_START && tv_xml_part_is (self->part, "is")) {
            g_clear_pointer (&cell.text, g_free);
            cell.text = tv_xlsx_string_read (self->part, "is", error);
            if (!cell.text)
                return FALSE;
        } else if (event == TV_XML_END && tv_xml_part_is (self->part, "c")) {
            return add_cell (self, &cell, error);
        }
    }
}

/**
 * tv_xlsx_sheet_read:
 * @bytes: a worksheet part
 * @title: what the sheet is called
 * @is_hidden: whether it is out of sight
 * @context: the workbook's texts and styles
 * @error: BROKEN or TOO_LARGE of #TvExchangeError
 *
 * Returns: (transfer full) (nullable): the sheet
 */
TvSheet *
tv_xlsx_sheet_read (GBytes *bytes, const char *title, gboolean is_hidden,
                    const TvXlsxContext *context, GError **error)
{
    g_autoptr (TvXmlPart) part = tv_xml_part_new (bytes);
    g_autoptr (TvSheetBuilder) builder = tv_sheet_builder_new (title, is_hidden, context->budget);
    g_autoptr (GString) value = g_string_new (NULL);
    Reader self = { part, builder, context, 0, 0, value };
    gboolean is_in_data = FALSE;
    TvXmlEvent event;

    tv_sheet_builder_set_from_1904 (builder, context->is_from_1904);
    while ((event = tv_xml_part_next (part, error)) != TV_XML_DONE) {
        if (event == TV_XML_ERROR)
            return NULL;
        if (event == TV_XML_TEXT)
            continue;
        if (tv_xml_part_is (part, "sheetData"))
            is_in_data = event == TV_XML_START;
        else if (event == TV_XML_START && is_in_data && tv_xml_part_is (part, "row")) {
            if (!begin_row (&self, error))
                return NULL;
        } else if (event == TV_XML_START && is_in_data && tv_xml_part_is (part, "c")) {
            if (!read_cell (&self, error))
                return NULL;
        }
    }
    return tv_sheet_builder_finish (builder);
}
