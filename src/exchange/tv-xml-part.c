/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks through the XML of a spreadsheet. libxml2 tells what it meets as it is fed; what came of
 * one piece is kept until it is asked for. Its own reader makes a tree of it all, which takes twice
 * as long. */

#include "exchange/tv-xml-part.h"

#include "exchange/tv-exchange-error.h"

#include <libxml/parser.h>
#include <string.h>

#define PIECE_SIZE 16384
#define ENCODING_SIZE 4 /* bytes by which the parser tells the encoding */
#define MAX_DEPTH 256   /* as the parser has it for its trees */

/* Names are the parser's own and stay as long as it does; texts begin at a place in @texts. */
typedef struct {
    TvXmlEvent event;
    const char *name;
    gsize text;
    guint first_attribute;
    guint n_attributes;
} Node;

typedef struct {
    const char *name;
    gsize value;
} Attribute;

struct _TvXmlPart {
    GBytes *bytes;
    gsize n_fed;
    xmlParserCtxtPtr parser; /* NULL: there is nothing to parse */
    GArray *nodes;           /* of Node */
    GArray *attributes;      /* of Attribute */
    GString *texts;
    guint n_taken; /* of the nodes */
    guint depth;
    gboolean is_at_end; /* the parser has seen all that it will */
    gboolean has_type;
    char *trouble;
};

static gsize
keep_text (TvXmlPart *self, const char *text, gsize length)
{
    gsize place = self->texts->len;

    g_string_append_len (self->texts, text, (gssize) length);
    g_string_append_c (self->texts, '\0');
    return place;
}

static void
note_trouble_cb (void *user_data, xmlErrorPtr error)
{
    TvXmlPart *self = user_data;

    if (!self->trouble && error && error->level >= XML_ERR_ERROR)
        self->trouble = g_strchomp (g_strdup (error->message));
}

static void
begin_element_cb (void *user_data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                  int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
                  const xmlChar **attributes)
{
    TvXmlPart *self = user_data;
    Node node
        = { TV_XML_START, (const char *) name, 0, self->attributes->len, (guint) n_attributes };

    /* Name, prefix, address, where the value begins and where it ends. */
    for (int i = 0; i < n_attributes; i++, attributes += 5) {
        Attribute attribute
            = { (const char *) attributes[0], keep_text (self, (const char *) attributes[3],
                                                         (gsize) (attributes[4] - attributes[3])) };

        g_array_append_val (self->attributes, attribute);
    }
    g_array_append_val (self->nodes, node);
    if (++self->depth <= MAX_DEPTH)
        return;
    if (!self->trouble)
        self->trouble = g_strdup ("elements stand too deep in one another");
    xmlStopParser (self->parser);
}

static void
end_element_cb (void *user_data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    TvXmlPart *self = user_data;
    Node node = { TV_XML_END, (const char *) name, 0, 0, 0 };

    g_array_append_val (self->nodes, node);
    self->depth--;
}

static void
text_cb (void *user_data, const xmlChar *text, int length)
{
    TvXmlPart *self = user_data;
    Node node = { TV_XML_TEXT, NULL, keep_text (self, (const char *) text, (gsize) length), 0, 0 };

    g_array_append_val (self->nodes, node);
}

static void
refuse_type_cb (void *user_data, const xmlChar *name, const xmlChar *public_id,
                const xmlChar *system_id)
{
    TvXmlPart *self = user_data;

    self->has_type = TRUE;
    xmlStopParser (self->parser);
}

static xmlParserCtxtPtr
new_parser (TvXmlPart *self, const char *data, gsize size)
{
    xmlSAXHandler handler = {
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = begin_element_cb,
        .endElementNs = end_element_cb,
        .characters = text_cb,
        .ignorableWhitespace = text_cb,
        .cdataBlock = text_cb,
        .internalSubset = refuse_type_cb,
        .serror = note_trouble_cb,
    };
    xmlParserCtxtPtr parser
        = xmlCreatePushParserCtxt (&handler, self, data, (int) MIN (size, ENCODING_SIZE), NULL);

    /* Without NOENT an & in an attribute would come as it was written. There are no entities but
     * XML's own five where there is no document type. */
    if (parser)
        xmlCtxtUseOptions (parser, XML_PARSE_NONET | XML_PARSE_NOENT);
    return parser;
}

static TvXmlEvent
fail (TvXmlPart *self, GError **error)
{
    if (self->has_type)
        g_set_error_literal (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_BROKEN,
                             "XML with a document type of its own");
    else
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
    self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
    self->attributes = g_array_new (FALSE, FALSE, sizeof (Attribute));
    self->texts = g_string_new (NULL);
    self->n_fed = MIN (size, ENCODING_SIZE);
    if (size > 0)
        self->parser = new_parser (self, data, size);
    return self;
}

void
tv_xml_part_free (TvXmlPart *self)
{
    g_clear_pointer (&self->parser, xmlFreeParserCtxt);
    g_array_unref (self->nodes);
    g_array_unref (self->attributes);
    g_string_free (self->texts, TRUE);
    g_bytes_unref (self->bytes);
    g_free (self->trouble);
    g_free (self);
}

/* Gives the parser its next piece, in the place of what came of the last one. */
static void
feed (TvXmlPart *self)
{
    gsize size;
    const char *data = g_bytes_get_data (self->bytes, &size);
    gsize length = MIN (size - self->n_fed, PIECE_SIZE);

    g_array_set_size (self->nodes, 0);
    g_array_set_size (self->attributes, 0);
    g_string_truncate (self->texts, 0);
    self->n_taken = 0;
    self->is_at_end = self->n_fed == size;
    xmlParseChunk (self->parser, data + self->n_fed, (int) length, self->is_at_end);
    self->n_fed += length;
    if (!self->parser->wellFormed || self->has_type)
        self->is_at_end = TRUE;
}

/**
 * tv_xml_part_next:
 * @error: BROKEN of #TvExchangeError
 *
 * A text may come in several pieces.
 *
 * Returns: what comes next; after TV_XML_DONE and TV_XML_ERROR nothing more does
 */
TvXmlEvent
tv_xml_part_next (TvXmlPart *self, GError **error)
{
    if (!self->parser)
        return fail (self, error);
    while (self->n_taken == self->nodes->len && !self->is_at_end)
        feed (self);
    if (self->n_taken < self->nodes->len)
        return g_array_index (self->nodes, Node, self->n_taken++).event;
    if (self->trouble || self->has_type || !self->parser->wellFormed)
        return fail (self, error);
    return TV_XML_DONE;
}

static const Node *
get_node (TvXmlPart *self)
{
    return self->n_taken > 0 ? &g_array_index (self->nodes, Node, self->n_taken - 1) : NULL;
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
    const Node *node = get_node (self);

    return node && node->name && strcmp (node->name, name) == 0;
}

/**
 * tv_xml_part_get_text:
 *
 * Returns: (transfer none): the text just met
 */
const char *
tv_xml_part_get_text (TvXmlPart *self)
{
    const Node *node = get_node (self);

    return node && node->event == TV_XML_TEXT ? self->texts->str + node->text : "";
}

/**
 * tv_xml_part_get_attribute:
 * @name: a local name
 *
 * Returns: (transfer none) (nullable): that attribute of the element just begun, until the next
 * event
 */
const char *
tv_xml_part_get_attribute (TvXmlPart *self, const char *name)
{
    const Node *node = get_node (self);

    for (guint i = 0; node && i < node->n_attributes; i++) {
        const Attribute *attribute
            = &g_array_index (self->attributes, Attribute, node->first_attribute + i);

        if (strcmp (attribute->name, name) == 0)
            return self->texts->str + attribute->value;
    }
    return NULL;
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
    return g_strdup (tv_xml_part_get_attribute (self, name));
}
