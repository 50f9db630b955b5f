/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the styles of an xlsx tell of its cells: dates, and fonts. A date in an xlsx is a number
 * whose style says how to show it; nothing else tells it from a weight. Built-in formats: ECMA-376
 * part 1, 18.8.30. */

#include "exchange/tv-xlsx-styles.h"

#include "exchange/tv-charset.h"
#include "exchange/tv-exchange-error.h"
#include "exchange/tv-xml-part.h"

#include <string.h>

struct _TvXlsxStyles {
    GHashTable *date_formats; /* custom number formats that are dates: id to itself */
    GHashTable *other_formats;
    GArray *is_date;          /* of gboolean, one a cell style */
    GPtrArray *fonts;         /* names by their numbers, of those alone that tell an old encoding */
    GPtrArray *font_of_style; /* the same by cell style, borrowed */
};

static guint
read_number (TvXmlPart *part, const char *attribute)
{
    g_autofree char *text = tv_xml_part_dup_attribute (part, attribute);

    return text ? (guint) g_ascii_strtoull (text, NULL, 10) : 0;
}

static void
note_format (TvXlsxStyles *self, TvXmlPart *part)
{
    g_autofree char *code = tv_xml_part_dup_attribute (part, "formatCode");
    guint id = read_number (part, "numFmtId");
    gboolean is_date = code && tv_xlsx_format_is_date (code);

    g_hash_table_add (is_date ? self->date_formats : self->other_formats, GUINT_TO_POINTER (id));
}

static void
note_cell_style (TvXlsxStyles *self, TvXmlPart *part)
{
    guint id = read_number (part, "numFmtId");
    gpointer key = GUINT_TO_POINTER (id);
    gboolean is_date = g_hash_table_contains (self->date_formats, key)
                       || (tv_xlsx_format_is_builtin_date (id)
                           && !g_hash_table_contains (self->other_formats, key));

    g_array_append_val (self->is_date, is_date);
    id = read_number (part, "fontId");
    g_ptr_array_add (self->font_of_style,
                     id < self->fonts->len ? g_ptr_array_index (self->fonts, id) : NULL);
}

/* The name stands inside the font that was counted last. */
static void
note_font_name (TvXlsxStyles *self, TvXmlPart *part)
{
    g_autofree char *name = tv_xml_part_dup_attribute (part, "val");
    gboolean is_capital;

    if (self->fonts->len == 0 || g_ptr_array_index (self->fonts, self->fonts->len - 1)
        || tv_charset_of_font (name, &is_capital) == TV_CHARSET_UNICODE)
        return;
    g_ptr_array_index (self->fonts, self->fonts->len - 1) = g_steal_pointer (&name);
}

static gboolean
is_too_large (TvXlsxStyles *self, GError **error)
{
    if (self->is_date->len <= TV_XLSX_MAX_STYLES && self->fonts->len <= TV_XLSX_MAX_STYLES
        && g_hash_table_size (self->date_formats) + g_hash_table_size (self->other_formats)
               <= TV_XLSX_MAX_STYLES)
        return FALSE;
    g_set_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_TOO_LARGE, "more than %d styles",
                 TV_XLSX_MAX_STYLES);
    return TRUE;
}

/* Skips to the character after a bracket or a quoted text, NULL where it does not end. */
static const char *
skip_to (const char *p, char end)
{
    const char *found = strchr (p + 1, end);

    return found ? found + 1 : p + strlen (p);
}

/**
 * tv_xlsx_format_is_builtin_date:
 * @format: the number of a format that the file need not define
 *
 * Returns: whether it shows a date: 14 to 17 and 22 do everywhere, 27 to 36 and 50 to 58 in East
 * Asian editions
 */
gboolean
tv_xlsx_format_is_builtin_date (guint format)
{
    return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 36)
           || (format >= 50 && format <= 58);
}

/**
 * tv_xlsx_format_is_date:
 * @format_code: a number format: dd/mm/yyyy, [$-42A]d mmmm yyyy;@, 0.0" kg"
 *
 * Returns: whether it shows a day, a month or a year; a time of day alone is no date
 */
gboolean
tv_xlsx_format_is_date (const char *format_code)
{
    gboolean has_month = FALSE, has_time = FALSE;

    if (g_ascii_strncasecmp (format_code, "general", 7) == 0)
        return FALSE;
    for (const char *p = format_code; *p;) {
        char c = g_ascii_tolower (*p);

        if (c == '"' || c == '[') {
            /* [h] counts hours beyond a day. */
            has_time |= c == '[' && p[1] && strchr ("hmsHMS", p[1]) && strchr ("]hmsHMS", p[2]);
            p = skip_to (p, c == '"' ? '"' : ']');
            continue;
        }
        if ((c == '\\' || c == '_' || c == '*') && p[1]) {
            p = g_utf8_next_char (p + 1);
            continue;
        }
        if (c == 'y' || c == 'd')
            return TRUE;
        has_month |= c == 'm';
        has_time |= c == 'h' || c == 's';
        p++;
    }
    return has_month && !has_time;
}

/**
 * tv_xlsx_styles_read:
 * @bytes: the part xl/styles.xml
 * @error: BROKEN or TOO_LARGE of #TvExchangeError
 *
 * Returns: (transfer full) (nullable): the styles
 */
TvXlsxStyles *
tv_xlsx_styles_read (GBytes *bytes, GError **error)
{
    g_autoptr (TvXlsxStyles) self = g_new0 (TvXlsxStyles, 1);
    g_autoptr (TvXmlPart) part = tv_xml_part_new (bytes);
    gboolean is_in_cells = FALSE, is_in_fonts = FALSE;
    TvXmlEvent event;

    self->date_formats = g_hash_table_new (NULL, NULL);
    self->other_formats = g_hash_table_new (NULL, NULL);
    self->is_date = g_array_new (FALSE, FALSE, sizeof (gboolean));
    self->fonts = g_ptr_array_new_with_free_func (g_free);
    self->font_of_style = g_ptr_array_new ();
    while ((event = tv_xml_part_next (part, error)) != TV_XML_DONE) {
        if (event == TV_XML_ERROR)
            return NULL;
        if (event == TV_XML_TEXT)
            continue;
        if (tv_xml_part_is (part, "cellXfs"))
            is_in_cells = event == TV_XML_START;
        else if (tv_xml_part_is (part, "fonts"))
            is_in_fonts = event == TV_XML_START;
        else if (event == TV_XML_START && is_in_fonts && tv_xml_part_is (part, "font"))
            g_ptr_array_add (self->fonts, NULL);
        else if (event == TV_XML_START && is_in_fonts && tv_xml_part_is (part, "name"))
            note_font_name (self, part);
        else if (event == TV_XML_START && tv_xml_part_is (part, "numFmt"))
            note_format (self, part);
        else if (event == TV_XML_START && is_in_cells && tv_xml_part_is (part, "xf"))
            note_cell_style (self, part);
        if (is_too_large (self, error))
            return NULL;
    }
    return g_steal_pointer (&self);
}

void
tv_xlsx_styles_free (TvXlsxStyles *self)
{
    g_hash_table_unref (self->date_formats);
    g_hash_table_unref (self->other_formats);
    g_array_unref (self->is_date);
    g_ptr_array_unref (self->font_of_style);
    g_ptr_array_unref (self->fonts);
    g_free (self);
}

/**
 * tv_xlsx_styles_is_date:
 * @self: (nullable): the styles; a workbook may have none
 * @style: the number of a cell style
 *
 * Returns: whether numbers in that style are dates
 */
gboolean
tv_xlsx_styles_is_date (TvXlsxStyles *self, guint style)
{
    return self && style < self->is_date->len && g_array_index (self->is_date, gboolean, style);
}

/**
 * tv_xlsx_styles_get_font:
 * @self: (nullable): the styles
 * @style: the number of a cell style
 *
 * Returns: (transfer none) (nullable): the name of its font, where the font was made for an old
 *   encoding
 */
const char *
tv_xlsx_styles_get_font (TvXlsxStyles *self, guint style)
{
    return self && style < self->font_of_style->len ? g_ptr_array_index (self->font_of_style, style)
                                                    : NULL;
}
