/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The texts of a workbook: most writers keep each once, in a part of its own. */

#include "exchange/tv-xlsx-strings.h"

#include "exchange/tv-exchange-error.h"

#include <string.h>

/* What _x000D_ stands for, and nothing else of that shape: ECMA-376 part 1, 22.9.2.19. */
static gboolean
is_escape (const char *p)
{
    if (p[0] != '_' || p[1] != 'x')
        return FALSE;
    for (int i = 2; i < 6; i++) {
        if (!g_ascii_isxdigit (p[i]))
            return FALSE;
    }
    return p[6] == '_';
}

/**
 * tv_xlsx_string_decode:
 * @text: text as it stands in the file, where _x000D_ is a carriage return
 *
 * Returns: (transfer full): the text meant
 */
char *
tv_xlsx_string_decode (const char *text)
{
    g_autoptr (GString) result = g_string_sized_new (strlen (text));

    for (const char *p = text; *p;) {
        if (is_escape (p)) {
            gunichar c = (gunichar) g_ascii_strtoull (p + 2, NULL, 16);

            if (c != 0 && g_unichar_validate (c))
                g_string_append_unichar (result, c);
            p += 7;
        } else {
            g_string_append_c (result, *p++);
        }
    }
    return g_string_free (g_steal_pointer (&result), FALSE);
}

/**
 * tv_xlsx_string_read:
 * @part: a walk that has just met the beginning of @element
 * @element: "si" or "is"
 * @error: BROKEN of #TvExchangeError
 *
 * Joins the runs of a text whose words are formatted differently; how it is pronounced is left out.
 *
 * Returns: (transfer full) (nullable): the text; the walk then stands behind the element
 */
char *
tv_xlsx_string_read (TvXmlPart *part, const char *element, GError **error)
{
    g_autoptr (GString) text = g_string_new (NULL);
    gboolean is_text = FALSE, is_sound = FALSE;

    for (;;) {
        TvXmlEvent event = tv_xml_part_next (part, error);

        if (event == TV_XML_ERROR)
            return NULL;
        if (event == TV_XML_DONE) {
            g_set_error_literal (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_BROKEN,
                                 "a text without an end");
            return NULL;
        }
        if (event == TV_XML_TEXT) {
            if (is_text && !is_sound)
                g_string_append (text, tv_xml_part_get_text (part));
        } else if (tv_xml_part_is (part, "t")) {
            is_text = event == TV_XML_START;
        } else if (tv_xml_part_is (part, "rPh")) {
            is_sound = event == TV_XML_START;
        } else if (event == TV_XML_END && tv_xml_part_is (part, element)) {
            break;
        }
    }
    return strstr (text->str, "_x") ? tv_xlsx_string_decode (text->str)
                                    : g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * tv_xlsx_strings_read:
 * @bytes: the part xl/sharedStrings.xml
 * @error: BROKEN or TOO_LARGE of #TvExchangeError
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the texts by their numbers
 */
GPtrArray *
tv_xlsx_strings_read (GBytes *bytes, GError **error)
{
    g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (TvXmlPart) part = tv_xml_part_new (bytes);
    TvXmlEvent event;

    while ((event = tv_xml_part_next (part, error)) != TV_XML_DONE) {
        char *text;

        if (event == TV_XML_ERROR)
            return NULL;
        if (event != TV_XML_START || !tv_xml_part_is (part, "si"))
            continue;
        if (strings->len >= TV_XLSX_MAX_STRINGS) {
            g_set_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_TOO_LARGE,
                         "more than %d texts", TV_XLSX_MAX_STRINGS);
            return NULL;
        }
        text = tv_xlsx_string_read (part, "si", error);
        if (!text)
            return NULL;
        g_ptr_array_add (strings, text);
    }
    return g_steal_pointer (&strings);
}
