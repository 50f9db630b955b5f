/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A paragraph in a cell of an OpenDocument table, as it reads. */

#include "exchange/tv-ods-text.h"

#include "exchange/tv-exchange-error.h"
#include "exchange/tv-sheet.h"

/**
 * tv_ods_text_skip:
 * @part: standing at the start of an element
 * @error: BROKEN of #TvExchangeError
 *
 * Returns: whether the element's end was reached
 */
gboolean
tv_ods_text_skip (TvXmlPart *part, GError **error)
{
    guint depth = 1;

    while (depth > 0) {
        switch (tv_xml_part_next (part, error)) {
        case TV_XML_START:
            depth++;
            break;
        case TV_XML_END:
            depth--;
            break;
        case TV_XML_TEXT:
            break;
        case TV_XML_DONE:
            g_set_error_literal (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_BROKEN,
                                 "an element without an end");
            return FALSE;
        default:
            return FALSE;
        }
    }
    return TRUE;
}

/* White space in the part counts as one space, at the begin of a paragraph as none: more of it has
 * elements of its own (OpenDocument 1.3 part 3, 6.1.2). */
static void
append_collapsed (GString *text, gsize begin, gboolean *is_after_space, const char *more)
{
    for (; *more; more++) {
        if (!g_ascii_isspace (*more)) {
            g_string_append_c (text, *more);
            *is_after_space = FALSE;
        } else if (!*is_after_space && text->len > begin) {
            g_string_append_c (text, ' ');
            *is_after_space = TRUE;
        }
    }
}

static void
append_spaces (GString *text, TvXmlPart *part)
{
    g_autofree char *count = tv_xml_part_dup_attribute (part, "c");
    guint64 n = count ? g_ascii_strtoull (count, NULL, 10) : 1;

    for (guint64 i = 0; i < n && text->len <= TV_SHEET_MAX_TEXT_BYTES; i++)
        g_string_append_c (text, ' ');
}

static gboolean
is_left_out (TvXmlPart *part)
{
    return tv_xml_part_is (part, "annotation") || tv_xml_part_is (part, "note")
           || tv_xml_part_is (part, "frame") || tv_xml_part_is (part, "ruby-text");
}

/* The style of the first letters counts, if they have one of their own. */
static void
note_span (TvXmlPart *part, const GString *text, gsize begin, char **style)
{
    if (*style || text->len > begin || !tv_xml_part_is (part, "span"))
        return;
    *style = tv_xml_part_dup_attribute (part, "style-name");
}

static gboolean
begin_element (TvXmlPart *part, GString *text, guint *depth, GError **error)
{
    if (is_left_out (part))
        return tv_ods_text_skip (part, error);
    if (tv_xml_part_is (part, "s"))
        append_spaces (text, part);
    else if (tv_xml_part_is (part, "tab"))
        g_string_append_c (text, '\t');
    else if (tv_xml_part_is (part, "line-break"))
        g_string_append_c (text, '\n');
    *depth += 1;
    return TRUE;
}

/**
 * tv_ods_text_read:
 * @part: standing at the start of a paragraph
 * @text: what it says is appended here
 * @style: (inout) (nullable): the name of the style of its first letters, if they have one
 * @error: BROKEN or TOO_LARGE of #TvExchangeError
 *
 * Returns: whether the paragraph's end was reached
 */
gboolean
tv_ods_text_read (TvXmlPart *part, GString *text, char **style, GError **error)
{
    gsize begin = text->len;
    gboolean is_after_space = FALSE;
    guint depth = 1;

    while (depth > 0) {
        TvXmlEvent event = tv_xml_part_next (part, error);

        if (event == TV_XML_ERROR)
            return FALSE;
        if (event == TV_XML_DONE || text->len > TV_SHEET_MAX_TEXT_BYTES) {
            g_set_error_literal (error, TV_EXCHANGE_ERROR,
                                 event == TV_XML_DONE ? TV_EXCHANGE_ERROR_BROKEN
                                                      : TV_EXCHANGE_ERROR_TOO_LARGE,
                                 "a paragraph that does not end");
            return FALSE;
        }
        if (event == TV_XML_TEXT) {
            append_collapsed (text, begin, &is_after_space, tv_xml_part_get_text (part));
        } else if (event == TV_XML_START) {
            note_span (part, text, begin, style);
            if (!begin_element (part, text, &depth, error))
                return FALSE;
        } else {
            depth--;
        }
    }
    return TRUE;
}
