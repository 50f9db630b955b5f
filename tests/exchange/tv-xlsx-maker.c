/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes workbooks part by part, right and wrong ones, so that a test says what stands in each. */

#include "tv-xlsx-maker.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

static const char TYPES[] = "<Types/>";

static const char RELATIONS[]
    = "<Relationships><Relationship Id='rId1' Target='xl/workbook.xml' "
      "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'/>"
      "</Relationships>";

static const char BOOK_RELATIONS[]
    = "<Relationships>"
      "<Relationship Id='rId1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"
      "<Relationship Id='rId2' Type='x/sharedStrings' Target='/xl/sharedStrings.xml'/>"
      "<Relationship Id='rId3' Type='x/styles' Target='styles.xml'/>"
      "</Relationships>";

static const char BOOK[] = "<workbook xmlns:r='r'><sheets>"
                           "<sheet name='Trang 1' sheetId='1' r:id='rId1'/></sheets></workbook>";

static la_ssize_t
write_cb (struct archive *archive, void *user_data, const void *data, size_t size)
{
    g_byte_array_append (user_data, data, (guint) size);
    return (la_ssize_t) size;
}

static void
add_part (struct archive *archive, const char *path, const char *text)
{
    struct archive_entry *entry = archive_entry_new ();

    archive_entry_set_pathname (entry, path);
    archive_entry_set_size (entry, (la_int64_t) strlen (text));
    archive_entry_set_filetype (entry, AE_IFREG);
    archive_entry_set_perm (entry, 0644);
    g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
    g_assert_cmpint (archive_write_data (archive, text, strlen (text)), ==, strlen (text));
    archive_entry_free (entry);
}

/* A zip of the parts given as path and text, by turns; a text that is NULL leaves its part out. */
GBytes *
tv_xlsx_maker_zip (const char *path, ...)
{
    struct archive *archive = archive_write_new ();
    GByteArray *bytes = g_byte_array_new ();
    va_list args;

    archive_write_set_format_zip (archive);
    g_assert_cmpint (archive_write_open (archive, bytes, NULL, write_cb, NULL), ==, ARCHIVE_OK);
    va_start (args, path);
    for (; path; path = va_arg (args, const char *)) {
        const char *text = va_arg (args, const char *);

        if (text)
            add_part (archive, path, text);
    }
    va_end (args);
    g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
    archive_write_free (archive);
    return g_byte_array_free_to_bytes (bytes);
}

GBytes *
tv_xlsx_maker_book_with (const char *workbook, const char *sheet_data, const char *strings,
                         const char *styles)
{
    g_autofree char *sheet
        = g_strdup_printf ("<worksheet><sheetData>%s</sheetData></worksheet>", sheet_data);

    return tv_xlsx_maker_zip ("[Content_Types].xml", TYPES, "_rels/.rels", RELATIONS,
                              "xl/workbook.xml", workbook ? workbook : BOOK,
                              "xl/_rels/workbook.xml.rels", BOOK_RELATIONS,
                              "xl/worksheets/sheet1.xml", sheet, "xl/sharedStrings.xml", strings,
                              "xl/styles.xml", styles, NULL);
}

/* A workbook of one sheet with what stands between <sheetData> and its end. */
GBytes *
tv_xlsx_maker_book (const char *sheet_data)
{
    return tv_xlsx_maker_book_with (NULL, sheet_data, NULL, NULL);
}

/* Rows of texts parted by bars; "" is an empty row, an empty text no cell, "=" before a text
 * makes it a number. */
char *
tv_xlsx_maker_rows (const char *const *rows)
{
    g_autoptr (GString) data = g_string_new (NULL);

    for (guint row = 0; rows[row]; row++) {
        g_auto (GStrv) texts = g_strsplit (rows[row], "|", -1);

        g_string_append_printf (data, "<row r='%u'>", row + 1);
        for (guint column = 0; texts[column]; column++) {
            g_autofree char *text = g_markup_escape_text (texts[column], -1);

            if (*text == '=')
                g_string_append_printf (data, "<c r='%c%u'><v>%s</v></c>", 'A' + (int) column,
                                        row + 1, text + 1);
            else if (*text)
                g_string_append_printf (data, "<c r='%c%u' t='inlineStr'><is><t>%s</t></is></c>",
                                        'A' + (int) column, row + 1, text);
        }
        g_string_append (data, "</row>");
    }
    return g_string_free (g_steal_pointer (&data), FALSE);
}
