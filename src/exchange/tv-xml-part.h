/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A walk through one XML part, from its first node to its last. Names are local names: prefixes
 * and namespaces differ between writers. Nothing outside the part is ever fetched, and a part
 * that declares a document type is refused, since only that can define entities. */
typedef struct _TvXmlPart TvXmlPart;

typedef enum {
    TV_XML_START,
    TV_XML_END,
    TV_XML_TEXT,
    TV_XML_DONE,
    TV_XML_ERROR,
} TvXmlEvent;

TvXmlPart *tv_xml_part_new (GBytes *bytes);
void tv_xml_part_free (TvXmlPart *self);
TvXmlEvent tv_xml_part_next (TvXmlPart *self, GError **error);
gboolean tv_xml_part_is (TvXmlPart *self, const char *name);
const char *tv_xml_part_get_text (TvXmlPart *self);
const char *tv_xml_part_get_attribute (TvXmlPart *self, const char *name);
char *tv_xml_part_dup_attribute (TvXmlPart *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvXmlPart, tv_xml_part_free)

G_END_DECLS
