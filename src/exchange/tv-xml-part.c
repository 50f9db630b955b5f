/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks through the XML of a spreadsheet with libxml2's reader, as events. */

#include "exchange/tv-xml-part.h"

#include "exchange/tv-exchange-error.h"

#include <libxml/xmlreader.h>
#include <string.h>

struct _TvXmlPart {
    GBytes *bytes;
    xmlTextReaderPtr reader;
    gboolean end_waits; /* an element without content: its end is still to be told */
    char *trouble;
};

static void
note_trouble_cb (void *user_data, xmlErrorPtr error)
{
    TvXmlPart *self = user_data;

    if (!self->trouble && error && error->level >= XML_ERR_ERROR)
        self->trouble = g_strchomp (g_strdup (error->message));
}

static TvXmlEvent
fail (TvXmlPart *self, GError **error)
{
    g_set_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_BROKEN, "damaged XML: %s",
                 self->trouble ? self->trouble : "no detail");
    return TV_XML_ERROR;
}

/**
 * tv_xml_part_new:
 * @bytes: an XML document
 *
 * Returns: (transfer full): a walk standing before its first node
 */
TvXmlPart *
tv_xml_part_new (GBytes *bytes)
{
    TvXmlPart *self = g_new0 (TvXmlPart, 1);
    gsize size;
    const char *data = g_bytes_get_data (bytes, &size);

    self->bytes = g_bytes_ref (bytes);
    if (size > 0 && size <= G_MAXINT)
        self->reader = xmlReaderForMemory (data, (int) size, NULL, NULL, XML_PARSE_NONET);
    if (self->reader)
        xmlTextReaderSetStructuredErrorHandler (self->reader, note_trouble_cb, self);
    return self;
}

void
tv_xml_part_free (TvXmlPart *self)
{
    g_clear_pointer (&self->reader, xmlFreeTextReader);
    g_bytes_unref (self->bytes);
    g_free (self->trouble);
    g_free (self);
}

/**
 * tv_xml_part_next:
 * @error: BROKEN of #TvExchangeError
 *
 * Returns: what comes next; after TV_XML_DONE and TV_XML_ERROR nothing more does
 */
TvXmlEvent
tv_xml_part_next (TvXmlPart *self, GError **error)
{
    int result;

    if (self->end_waits) {
        self->end_waits = FALSE;
        return TV_XML_END;
    }
    if (!self->reader)
        return fail (self, error);
    while ((result = xmlTextReaderRead (self->reader)) == 1) {
        switch (xmlTextReaderNodeType (self->reader)) {
        case XML_READER_TYPE_ELEMENT:
            self->end_waits = xmlTextReaderIsEmptyElement (self->reader) == 1;
            return TV_XML_START;
        case XML_READER_TYPE_END_ELEMENT:
            return TV_XML_END;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_WHITESPACE:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
            return TV_XML_TEXT;
        case XML_READER_TYPE_DOCUMENT_TYPE:
        case XML_READER_TYPE_ENTITY_REFERENCE:
            g_set_error_literal (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_BROKEN,
                                 "XML with a document type of its own");
            return TV_XML_ERROR;
        default:
            break;
        }
    }
    return result == 0 && !self->trouble ? TV_XML_DONE : fail (self, error);
}

/**
 * tv_xml_part_is:
 * @name: a local name
 *
 * Returns: whether the element that was just begun or ended is called that
 */
gboolean
tv_xml_part_is (TvXmlPart *self, const char *name)
{
    const xmlChar *found = xmlTextReaderConstLocalName (self->reader);

    return found && strcmp ((const char *) found, name) == 0;
}

/**
 * tv_xml_part_get_text:
 *
 * Returns: (transfer none): the text just met
 */
const char *
tv_xml_part_get_text (TvXmlPart *self)
{
    const xmlChar *text = xmlTextReaderConstValue (self->reader);

    return text ? (const char *) text : "";
}

/**
 * tv_xml_part_dup_attribute:
 * @name: a local name
 *
 * Returns: (transfer full) (nullable): that attribute of the element just begun
 */
char *
tv_xml_part_dup_attribute (TvXmlPart *self, const char *name)
{
    char *found = NULL;

    while (!found && xmlTextReaderMoveToNextAttribute (self->reader) == 1) {
        if (tv_xml_part_is (self, name))
            found = g_strdup (tv_xml_part_get_text (self));
    }
    xmlTextReaderMoveToElement (self->reader);
    return found;
}
