/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An OpenDocument table, as LibreOffice saves it: which sheets there are, in which order. */

#include "exchange/tv-ods-reader.h"

#include "exchange/tv-exchange-error.h"
#include "exchange/tv-ods-sheet.h"
#include "exchange/tv-ods-text.h"

#include <string.h>

#define MIME_TYPE "application/vnd.oasis.opendocument"

static gboolean
begins_with (GBytes *bytes, const char *prefix)
{
    gsize size, n = strlen (prefix);
    const char *data = bytes ? g_bytes_get_data (bytes, &size) : NULL;

    return data && size >= n && memcmp (data, prefix, n) == 0;
}

/**
 * tv_ods_is_document:
 * @parts: what stands in a zip
 *
 * Returns: whether it is an OpenDocument file, of whatever kind
 */
gboolean
tv_ods_is_document (TvZipParts *parts)
{
    return begins_with (tv_zip_parts_get (parts, "mimetype"), MIME_TYPE)
           || (tv_zip_parts_has (parts, "content.xml")
               && tv_zip_parts_has (parts, "META-INF/manifest.xml"));
}

/* A password leaves the names of the parts as they are and says in the list of contents how each is
 * encrypted; newer programs put all parts into one. */
static gboolean
is_encrypted (TvZipParts *parts)
{
    GBytes *bytes = tv_zip_parts_get (parts, "META-INF/manifest.xml");
    g_autoptr (TvXmlPart) part = bytes ? tv_xml_part_new (bytes) : NULL;
    TvXmlEvent event;

    if (tv_zip_parts_has (parts, "encrypted-package"))
        return TRUE;
    while (part && (event = tv_xml_part_next (part, NULL)) != TV_XML_DONE
           && event != TV_XML_ERROR) {
        if (event == TV_XML_START && tv_xml_part_is (part, "encryption-data"))
            return TRUE;
    }
    return FALSE;
}

static gboolean
set_error (GError **error, int code, const char *detail)
{
    g_set_error_literal (error, TV_EXCHANGE_ERROR, code, detail);
    return FALSE;
}

static GBytes *
find_content (TvZipParts *parts, GError **error)
{
    GBytes *mime_type = tv_zip_parts_get (parts, "mimetype");
    GBytes *content = tv_zip_parts_get (parts, "content.xml");

    if (mime_type && !begins_with (mime_type, MIME_TYPE ".spreadsheet"))
        set_error (error, TV_EXCHANGE_ERROR_WRONG_TYPE, "an OpenDocument file, but no table");
    else if (is_encrypted (parts))
        set_error (error, TV_EXCHANGE_ERROR_ENCRYPTED, "the table is protected with a password");
    else if (!content)
        set_error (error, TV_EXCHANGE_ERROR_BROKEN, "the part “content.xml” is missing");
    else
        return content;
    return NULL;
}

static TvOdsStyles *
read_styles (TvZipParts *parts, GBytes *content, GError **error)
{
    g_autoptr (TvOdsStyles) styles = tv_ods_styles_new ();
    GBytes *shared = tv_zip_parts_get (parts, "styles.xml");

    if ((shared && !tv_ods_styles_read (styles, shared, error))
        || !tv_ods_styles_read (styles, content, error))
        return NULL;
    return g_steal_pointer (&styles);
}

static gboolean
add_sheet (GPtrArray *sheets, TvSheet *sheet, GError **error)
{
    if (!sheet)
        return FALSE;
    g_ptr_array_add (sheets, sheet);
    if (sheets->len <= TV_WORKBOOK_MAX_SHEETS)
        return TRUE;
    return set_error (error, TV_EXCHANGE_ERROR_TOO_LARGE, "more sheets than anybody turns over");
}

/* Sheets are the tables that stand in the table document itself; others, such as those that keep
 * track of changes, are passed over. */
static gboolean
read_document (TvXmlPart *part, TvOdsContext *context, GPtrArray *sheets, GError **error)
{
    TvXmlEvent event;

    while ((event = tv_xml_part_next (part, error)) != TV_XML_END) {
        if (event == TV_XML_TEXT)
            continue;
        if (event == TV_XML_ERROR)
            return FALSE;
        if (event == TV_XML_DONE)
            return set_error (error, TV_EXCHANGE_ERROR_BROKEN, "a document without an end");
        if (tv_xml_part_is (part, "table")) {
            if (!add_sheet (sheets, tv_ods_sheet_read (part, context, error), error))
                return FALSE;
        } else if (!tv_ods_text_skip (part, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

/* The end is read too: a part that was cut short must not look whole. */
static gboolean
read_content (GBytes *content, TvOdsContext *context, GPtrArray *sheets, GError **error)
{
    g_autoptr (TvXmlPart) part = tv_xml_part_new (content);
    gboolean is_table = FALSE;
    TvXmlEvent event;

    while ((event = tv_xml_part_next (part, error)) != TV_XML_DONE) {
        if (event == TV_XML_ERROR)
            return FALSE;
        if (event != TV_XML_START || !tv_xml_part_is (part, "spreadsheet") || is_table)
            continue;
        is_table = TRUE;
        if (!read_document (part, context, sheets, error))
            return FALSE;
    }
    return is_table || set_error (error, TV_EXCHANGE_ERROR_WRONG_TYPE, "the document is no table");
}

/**
 * tv_ods_read:
 * @name: the file's name, without its folder
 * @parts: its parts
 * @cancellable: (nullable): to stop between rows
 * @error: #TvExchangeError or G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the workbook
 */
TvWorkbook *
tv_ods_read (const char *name, TvZipParts *parts, GCancellable *cancellable, GError **error)
{
    g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_sheet_unref);
    GBytes *content = find_content (parts, error);
    g_autoptr (TvOdsStyles) styles = content ? read_styles (parts, content, error) : NULL;
    TvOdsContext context = { styles, TV_SHEET_BUDGET_FULL, TV_ODS_MAX_REPEATED_CELLS, cancellable };

    if (!styles || !read_content (content, &context, sheets, error))
        return NULL;
    return tv_workbook_new (name, g_steal_pointer (&sheets));
}
