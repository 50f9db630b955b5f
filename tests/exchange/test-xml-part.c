/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The walk through XML: what it tells of a part, and where it stops. */

#include "exchange/tv-exchange-error.h"
#include "exchange/tv-xml-part.h"

#include <string.h>

static TvXmlPart *
walk (const char *xml)
{
    g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));

    return tv_xml_part_new (bytes);
}

/* Joins texts that follow one another, as readers do. */
static char *
join_texts (TvXmlPart *part)
{
    GString *text = g_string_new (NULL);
    g_autoptr (GError) error = NULL;
    TvXmlEvent event;

    while ((event = tv_xml_part_next (part, &error)) != TV_XML_DONE) {
        g_assert_no_error (error);
        if (event == TV_XML_TEXT)
            g_string_append (text, tv_xml_part_get_text (part));
    }
    return g_string_free (text, FALSE);
}

static void
assert_broken (const char *xml)
{
    g_autoptr (TvXmlPart) part = walk (xml);
    g_autoptr (GError) error = NULL;
    TvXmlEvent event;

    do
        event = tv_xml_part_next (part, &error);
    while (event != TV_XML_DONE && event != TV_XML_ERROR);
    g_assert_cmpint (event, ==, TV_XML_ERROR);
    g_assert_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_BROKEN);
    g_clear_error (&error);
    g_assert_cmpint (tv_xml_part_next (part, &error), ==, TV_XML_ERROR);
}

static void
test_events (void)
{
    g_autoptr (TvXmlPart) part
        = walk ("<?xml version='1.0'?><!-- c --><x:a xmlns:x='u' xmlns:r='v' x:n='1' r:m='2'>"
                "t<b n=''/></x:a>");
    g_autofree char *first = NULL, *second = NULL, *third = NULL, *empty = NULL;

    g_assert_cmpint (tv_xml_part_next (part, NULL), ==, TV_XML_START);
    g_assert_true (tv_xml_part_is (part, "a"));
    g_assert_false (tv_xml_part_is (part, "x:a"));
    first = tv_xml_part_dup_attribute (part, "n");
    second = tv_xml_part_dup_attribute (part, "m");
    third = tv_xml_part_dup_attribute (part, "r");
    g_assert_cmpstr (first, ==, "1");
    g_assert_cmpstr (second, ==, "2");
    g_assert_null (third);
    g_assert_cmpint (tv_xml_part_next (part, NULL), ==, TV_XML_TEXT);
    g_assert_cmpstr (tv_xml_part_get_text (part), ==, "t");
    g_assert_false (tv_xml_part_is (part, "a"));
    g_assert_cmpint (tv_xml_part_next (part, NULL), ==, TV_XML_START);
    empty = tv_xml_part_dup_attribute (part, "n");
    g_assert_cmpstr (empty, ==, "");
    g_assert_cmpint (tv_xml_part_next (part, NULL), ==, TV_XML_END);
    g_assert_true (tv_xml_part_is (part, "b"));
    g_assert_null (tv_xml_part_dup_attribute (part, "n"));
    g_assert_cmpint (tv_xml_part_next (part, NULL), ==, TV_XML_END);
    g_assert_true (tv_xml_part_is (part, "a"));
    g_assert_cmpint (tv_xml_part_next (part, NULL), ==, TV_XML_DONE);
    g_assert_cmpint (tv_xml_part_next (part, NULL), ==, TV_XML_DONE);
}

static void
test_escapes (void)
{
    g_autoptr (TvXmlPart) part
        = walk ("<a n='Lan &amp; Mai &lt;2&gt; &#38; &quot;&#x1ec7;&quot;'>1 &amp; 2 &#38; 3"
                "<![CDATA[ <4> & ]]>&#x110;ỗ</a>");
    g_autofree char *attribute = NULL, *text = NULL;

    g_assert_cmpint (tv_xml_part_next (part, NULL), ==, TV_XML_START);
    attribute = tv_xml_part_dup_attribute (part, "n");
    g_assert_cmpstr (attribute, ==, "Lan & Mai <2> & \"ệ\"");
    text = join_texts (part);
    g_assert_cmpstr (text, ==, "1 & 2 & 3 <4> & Đỗ");
}

/* Far more than the parser is given at once, with letters of three bytes across every border. */
static void
test_long_text (void)
{
    g_autoptr (GString) xml = g_string_new ("<a n='1'>");
    g_autoptr (GString) expected = g_string_new (NULL);
    g_autoptr (TvXmlPart) part = NULL;
    g_autofree char *text = NULL;

    for (guint i = 0; i < 50000; i++)
        g_string_append (expected, i % 7 ? "ệ" : "a");
    g_string_append_printf (xml, "%s</a>", expected->str);
    part = walk (xml->str);
    text = join_texts (part);
    g_assert_cmpstr (text, ==, expected->str);
}

static void
test_other_encoding (void)
{
    static const char latin[] = "<?xml version='1.0' encoding='ISO-8859-1'?><a>L\xea</a>";
    g_autoptr (TvXmlPart) part = walk (latin);
    g_autofree char *text = join_texts (part);
    gsize size;
    g_autofree char *utf16
        = g_convert ("\xef\xbb\xbf<a>Lê Mạnh</a>", -1, "UTF-16LE", "UTF-8", NULL, &size, NULL);
    g_autoptr (GBytes) bytes = g_bytes_new (utf16, size);
    g_autoptr (TvXmlPart) wide = tv_xml_part_new (bytes);
    g_autofree char *wide_text = join_texts (wide);

    g_assert_cmpstr (text, ==, "Lê");
    g_assert_cmpstr (wide_text, ==, "Lê Mạnh");
}

static void
test_broken (void)
{
    static const char *const parts[] = {
        "",
        "<",
        "a",
        "<a>",
        "<a></b>",
        "<a/><b/>",
        "<a>&b;</a>",
        "<a n='&b;'/>",
        "<a n='1' n='2'/>",
        "<x:a/>",
        "<a>\x01</a>",
        "<a>\xff\xfe</a>",
        "<!DOCTYPE a><a/>",
        "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        "<!DOCTYPE a SYSTEM 'file:///dev/null'><a/>",
    };

    for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        assert_broken (parts[i]);
}

/* A part of nothing but beginnings would take memory for each of them. */
static void
test_too_deep (void)
{
    g_autoptr (GString) deep = g_string_new (NULL);
    g_autoptr (GString) allowed = g_string_new (NULL);
    g_autoptr (TvXmlPart) part = NULL;
    g_autofree char *text = NULL;

    for (guint i = 0; i < 200; i++)
        g_string_append (allowed, "<a>");
    g_string_append (allowed, "1");
    for (guint i = 0; i < 200; i++)
        g_string_append (allowed, "</a>");
    part = walk (allowed->str);
    text = join_texts (part);
    g_assert_cmpstr (text, ==, "1");
    for (guint i = 0; i < 300; i++)
        g_string_append (deep, "<a>");
    for (guint i = 0; i < 300; i++)
        g_string_append (deep, "</a>");
    assert_broken (deep->str);
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/xml-part/events", test_events);
    g_test_add_func ("/xml-part/escapes", test_escapes);
    g_test_add_func ("/xml-part/long-text", test_long_text);
    g_test_add_func ("/xml-part/other-encoding", test_other_encoding);
    g_test_add_func ("/xml-part/broken", test_broken);
    g_test_add_func ("/xml-part/too-deep", test_too_deep);
    return g_test_run ();
}
