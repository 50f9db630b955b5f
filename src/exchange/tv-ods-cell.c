/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in a cell of an OpenDocument table: its typed value where it has one, otherwise its
 * paragraphs. The result of a formula is kept like any other value. */

#include "exchange/tv-ods-cell.h"

#include "exchange/tv-exchange-error.h"
#include "exchange/tv-ods-text.h"

#include <math.h>
#include <string.h>

/* The serial number of 1970-01-01, as spreadsheet programs count days. */
#define SERIAL_OF_1970 25569

void
tv_ods_cell_clear (gpointer self)
{
    TvOdsCell *cell = self;

    g_clear_pointer (&cell->text, g_free);
    g_clear_pointer (&cell->style, g_free);
    g_clear_pointer (&cell->text_style, g_free);
}

/**
 * tv_ods_cell_set_unended:
 * @event: what came in the place of an end
 * @error: BROKEN of #TvExchangeError, unless the event has set its own
 *
 * Returns: FALSE
 */
gboolean
tv_ods_cell_set_unended (TvXmlEvent event, GError **error)
{
    if (event != TV_XML_ERROR)
        g_set_error_literal (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_BROKEN,
                             "a table without an end");
    return FALSE;
}

/* The paragraphs of the cell, a line each; notes and drawings are no part of it. */
static gboolean
read_paragraphs (TvOdsCell *self, TvXmlPart *part, GString *text, GError **error)
{
    gboolean is_first = TRUE;
    TvXmlEvent event;

    while ((event = tv_xml_part_next (part, error)) != TV_XML_END) {
        if (event == TV_XML_TEXT)
            continue;
        if (event != TV_XML_START)
            return tv_ods_cell_set_unended (event, error);
        if (!tv_xml_part_is (part, "p")) {
            if (!tv_ods_text_skip (part, error))
                return FALSE;
            continue;
        }
        if (!is_first)
            g_string_append_c (text, '\n');
        is_first = FALSE;
        if (!tv_ods_text_read (part, text, &self->text_style, error))
            return FALSE;
    }
    return TRUE;
}

static void
set_text (TvOdsCell *self, const char *text)
{
    self->kind = *text ? TV_CELL_TEXT : TV_CELL_EMPTY;
    self->text = *text ? g_strdup (text) : NULL;
}

/* "2018-05-03" or "2018-05-03T07:30:00"; the time of day is cut off, as in other workbooks. */
static gboolean
take_date (TvOdsCell *self, const char *value)
{
    g_autofree char *day = g_strndup (value, 10);

    self->date = tv_date_parse_iso (day);
    if (self->date == TV_DATE_NONE)
        return FALSE;
    self->kind = TV_CELL_DATE;
    self->number = (double) self->date + SERIAL_OF_1970;
    return TRUE;
}

/* "PT07H30M00S": in other workbooks the part of a day that it is. */
static gboolean
take_time (TvOdsCell *self, const char *value)
{
    static const struct {
        char letter;
        double seconds;
    } units[] = { { 'H', 3600 }, { 'M', 60 }, { 'S', 1 } };
    const char *p = value + 2;
    double seconds = 0;

    if (!g_str_has_prefix (value, "PT"))
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (units) && *p; i++) {
        char *end;
        double number = g_ascii_strtod (p, &end);

        if (end == p || *end != units[i].letter)
            continue;
        seconds += number * units[i].seconds;
        p = end + 1;
    }
    self->kind = TV_CELL_NUMBER;
    self->number = seconds / 86400;
    return *p == '\0';
}

static gboolean
take_number (TvOdsCell *self, const char *value)
{
    char *end;

    self->number = g_ascii_strtod (value, &end);
    self->kind = TV_CELL_NUMBER;
    return end != value && *end == '\0';
}

/* Returns whether the typed value says what the cell holds. */
static gboolean
take_typed_value (TvOdsCell *self, TvXmlPart *part, const char *type)
{
    static const struct {
        const char *type, *attribute;
        gboolean (*take) (TvOdsCell *self, const char *value);
    } kinds[] = {
        { "float", "value", take_number },    { "percentage", "value", take_number },
        { "currency", "value", take_number }, { "date", "date-value", take_date },
        { "time", "time-value", take_time },
    };

    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
        g_autofree char *value = NULL;

        if (strcmp (type, kinds[i].type) != 0)
            continue;
        value = tv_xml_part_dup_attribute (part, kinds[i].attribute);
        return value && kinds[i].take (self, value);
    }
    return FALSE;
}

/* A text may stand in an attribute in the place of paragraphs; a truth value reads as in xlsx. */
static char *
dup_given_text (TvXmlPart *part, const char *type)
{
    g_autofree char *value = NULL;

    if (strcmp (type, "boolean") != 0)
        return tv_xml_part_dup_attribute (part, "string-value");
    value = tv_xml_part_dup_attribute (part, "boolean-value");
    return g_strdup (g_strcmp0 (value, "true") == 0 ? "TRUE" : "FALSE");
}

/**
 * tv_ods_cell_read:
 * @self: a cell of zeros, but for its place
 * @part: standing at the start of the cell's element
 * @error: BROKEN or TOO_LARGE of #TvExchangeError
 *
 * Returns: whether the element's end was reached
 */
gboolean
tv_ods_cell_read (TvOdsCell *self, TvXmlPart *part, GError **error)
{
    g_autofree char *type = tv_xml_part_dup_attribute (part, "value-type");
    g_autofree char *formula = tv_xml_part_dup_attribute (part, "formula");
    g_autofree char *given = dup_given_text (part, type ? type : "");
    g_autoptr (GString) text = g_string_new (NULL);
    gboolean is_typed = type && take_typed_value (self, part, type);

    self->style = tv_xml_part_dup_attribute (part, "style-name");
    if (!read_paragraphs (self, part, text, error))
        return FALSE;
    if (!is_typed)
        set_text (self, given && *given ? given : text->str);
    self->is_formula_lost = formula && !type && self->kind == TV_CELL_EMPTY;
    return TRUE;
}

static gboolean
build_one (const TvOdsCell *self, guint column, TvSheetBuilder *builder, GError **error)
{
    switch (self->kind) {
    case TV_CELL_TEXT:
        return tv_sheet_builder_add_text_in_font (builder, column, self->text, self->font, error);
    case TV_CELL_NUMBER:
        return tv_sheet_builder_add_number (builder, column, self->number, error);
    case TV_CELL_DATE:
        return tv_sheet_builder_add_date (builder, column, self->number, self->date, error);
    default:
        return TRUE;
    }
}

/**
 * tv_ods_cell_build:
 * @builder: standing in the cell's row
 * @error: BROKEN or TOO_LARGE of #TvExchangeError
 *
 * Returns: whether the sheet took it, as often as it stands side by side
 */
gboolean
tv_ods_cell_build (const TvOdsCell *self, TvSheetBuilder *builder, GError **error)
{
    for (guint64 i = 0; i < self->n_columns; i++) {
        if (!build_one (self, (guint) MIN (self->column + i, TV_SHEET_MAX_COLUMNS), builder, error))
            return FALSE;
    }
    return TRUE;
}
