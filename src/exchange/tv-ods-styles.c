/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The fonts behind the styles of an OpenDocument table: a cell names a style, the style a font or a
 * parent, and the font a family (OpenDocument 1.3 part 3, 16). */

#include "exchange/tv-ods-styles.h"

#include "exchange/tv-exchange-error.h"
#include "exchange/tv-xml-part.h"

#include <string.h>

/* A chain of parents longer than that leads in a circle. */
#define MAX_PARENTS 16

typedef struct {
    char *parent;
    char *font; /* as the style says it: the name of a face, or a family */
    gboolean is_hidden;
} Style;

struct _TvOdsStyles {
    GHashTable *styles; /* "family/name" to Style */
    GHashTable *faces;  /* name of a face to its family */
};

static void
free_style (gpointer data)
{
    Style *style = data;

    g_free (style->parent);
    g_free (style->font);
    g_free (style);
}

/**
 * tv_ods_styles_new:
 *
 * Returns: (transfer full): no styles yet
 */
TvOdsStyles *
tv_ods_styles_new (void)
{
    TvOdsStyles *self = g_new0 (TvOdsStyles, 1);

    self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_style);
    self->faces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    return self;
}

void
tv_ods_styles_free (TvOdsStyles *self)
{
    g_hash_table_unref (self->styles);
    g_hash_table_unref (self->faces);
    g_free (self);
}

static char *
style_key (const char *family, const char *name)
{
    return g_strconcat (family, "/", name ? name : "", NULL);
}

/* "'.VnTime', serif" to ".VnTime". */
static char *
first_family (const char *families)
{
    g_auto (GStrv) all = g_strsplit (families, ",", 2);
    const char *first = all[0] ? g_strstrip (all[0]) : "";
    gsize n = strlen (first);

    if (n >= 2 && (first[0] == '\'' || first[0] == '"') && first[n - 1] == first[0])
        return g_strndup (first + 1, n - 2);
    return g_strdup (first);
}

static void
note_face (TvOdsStyles *self, TvXmlPart *part)
{
    g_autofree char *name = tv_xml_part_dup_attribute (part, "name");
    g_autofree char *families = tv_xml_part_dup_attribute (part, "font-family");

    if (name && families)
        g_hash_table_insert (self->faces, g_steal_pointer (&name), first_family (families));
}

/* Returns the style that the following properties belong to. */
static Style *
note_style (TvOdsStyles *self, TvXmlPart *part)
{
    g_autofree char *family = tv_xml_part_dup_attribute (part, "family");
    g_autofree char *name = tv_xml_part_dup_attribute (part, "name");
    Style *style = g_new0 (Style, 1);

    style->parent = tv_xml_part_dup_attribute (part, "parent-style-name");
    g_hash_table_insert (self->styles, style_key (family ? family : "", name), style);
    return style;
}

static void
note_text_properties (Style *style, TvXmlPart *part)
{
    g_autofree char *families = NULL;

    g_clear_pointer (&style->font, g_free);
    style->font = tv_xml_part_dup_attribute (part, "font-name");
    if (style->font)
        return;
    families = tv_xml_part_dup_attribute (part, "font-family");
    style->font = families ? first_family (families) : NULL;
}

static void
note_table_properties (Style *style, TvXmlPart *part)
{
    g_autofree char *display = tv_xml_part_dup_attribute (part, "display");

    style->is_hidden = g_strcmp0 (display, "false") == 0;
}

static gboolean
is_too_large (TvOdsStyles *self, GError **error)
{
    if (g_hash_table_size (self->styles) + g_hash_table_size (self->faces) <= TV_ODS_MAX_STYLES)
        return FALSE;
    g_set_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_TOO_LARGE, "more than %d styles",
                 TV_ODS_MAX_STYLES);
    return TRUE;
}

static void
take_element (TvOdsStyles *self, TvXmlPart *part, Style **style)
{
    if (tv_xml_part_is (part, "font-face"))
        note_face (self, part);
    else if (tv_xml_part_is (part, "style") || tv_xml_part_is (part, "default-style"))
        *style = note_style (self, part);
    else if (*style && tv_xml_part_is (part, "text-properties"))
        note_text_properties (*style, part);
    else if (*style && tv_xml_part_is (part, "table-properties"))
        note_table_properties (*style, part);
}

/**
 * tv_ods_styles_read:
 * @bytes: the part styles.xml or content.xml, which is read up to its body
 * @error: BROKEN or TOO_LARGE of #TvExchangeError
 *
 * Returns: whether its styles were added to those read before
 */
gboolean
tv_ods_styles_read (TvOdsStyles *self, GBytes *bytes, GError **error)
{
    g_autoptr (TvXmlPart) part = tv_xml_part_new (bytes);
    Style *style = NULL; /* the one that is open; in the table, where it stays until the next */
    TvXmlEvent event;

    while ((event = tv_xml_part_next (part, error)) != TV_XML_DONE) {
        if (event == TV_XML_ERROR)
            return FALSE;
        if (event == TV_XML_TEXT)
            continue;
        if (event == TV_XML_START && tv_xml_part_is (part, "body"))
            return TRUE;
        if (event == TV_XML_START)
            take_element (self, part, &style);
        else if (tv_xml_part_is (part, "style") || tv_xml_part_is (part, "default-style"))
            style = NULL;
        if (is_too_large (self, error))
            return FALSE;
    }
    return TRUE;
}

static const Style *
find_style (TvOdsStyles *self, const char *family, const char *name)
{
    g_autofree char *key = style_key (family, name);

    return g_hash_table_lookup (self->styles, key);
}

/**
 * tv_ods_styles_get_font:
 * @family: of the style: table-cell, text
 * @style: (nullable): its name; without one what holds for the whole family counts
 *
 * Returns: (transfer none) (nullable): the name of the font that the style comes to
 */
const char *
tv_ods_styles_get_font (TvOdsStyles *self, const char *family, const char *style)
{
    const Style *found = find_style (self, family, style);
    const char *font = NULL, *family_name;

    for (guint i = 0; i < MAX_PARENTS && found && !(font = found->font) && found->parent; i++)
        found = find_style (self, family, found->parent);
    if (!font && (found = find_style (self, family, NULL)))
        font = found->font;
    family_name = font ? g_hash_table_lookup (self->faces, font) : NULL;
    return family_name ? family_name : font;
}

/**
 * tv_ods_styles_is_hidden:
 * @table_style: (nullable): the name of a sheet's style
 *
 * Returns: whether sheets in that style are out of sight
 */
gboolean
tv_ods_styles_is_hidden (TvOdsStyles *self, const char *table_style)
{
    const Style *style = find_style (self, "table", table_style);

    return style && style->is_hidden;
}
