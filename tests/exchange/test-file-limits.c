/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that grow when they are read, each past one bound, and files that lead to other files: a
 * list of children does neither. */

#include "exchange/tv-csv-reader.h"
#include "exchange/tv-exchange-error.h"
#include "exchange/tv-xlsx-reader.h"
#include "exchange/tv-xlsx-strings.h"
#include "exchange/tv-xlsx-styles.h"
#include "tv-list-try.h"
#include "tv-xlsx-maker.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEADER "<row><c t='inlineStr'><is><t>Họ và tên</t></is></c></row>"

static char *
repeat (const char *text, guint n)
{
    GString *result = g_string_sized_new (n * strlen (text));

    for (guint i = 0; i < n; i++)
        g_string_append (result, text);
    return g_string_free (result, FALSE);
}

/* @text n times between @before and @behind. */
static char *
repeat_in (const char *before, const char *text, guint n, const char *behind)
{
    g_autofree char *all = repeat (text, n);

    return g_strconcat (before, all, behind, NULL);
}

static void
assert_too_large (GBytes *taken)
{
    g_assert_cmpint (tv_list_try_taken (taken), ==, TV_EXCHANGE_ERROR_TOO_LARGE);
}

static void
test_parts (void)
{
    g_autofree char *sheets = repeat_in ("<workbook><sheets>", "<sheet id='rId1'/>",
                                         TV_WORKBOOK_MAX_SHEETS + 1, "</sheets></workbook>");
    g_autofree char *strings = repeat_in ("<sst>", "<si/>", TV_XLSX_MAX_STRINGS + 1, "</sst>");
    g_autofree char *styles = repeat_in ("<styleSheet><cellXfs>", "<xf/>", TV_XLSX_MAX_STYLES + 1,
                                         "</cellXfs></styleSheet>");

    assert_too_large (tv_xlsx_maker_book_with (sheets, "", NULL, NULL));
    assert_too_large (tv_xlsx_maker_book_with (NULL, "", strings, NULL));
    assert_too_large (tv_xlsx_maker_book_with (NULL, "", NULL, styles));
}

static void
test_relations (void)
{
    g_autoptr (GString) relations = g_string_new ("<Relationships>");

    for (int i = 0; i <= TV_ZIP_MAX_PARTS + 1; i++)
        g_string_append_printf (relations, "<Relationship Id='r%d' Type='x/%d' Target='a'/>", i, i);
    g_string_append (relations, "</Relationships>");
    assert_too_large (tv_xlsx_maker_zip ("[Content_Types].xml", "<Types/>", "_rels/.rels",
                                         relations->str, "xl/workbook.xml", "<workbook/>", NULL));
}

static void
test_cells (void)
{
    g_autofree char *row = repeat_in ("", "1;", 16000, "\n");
    g_autofree char *text = repeat (row, TV_WORKBOOK_MAX_CELLS / 16000 + 1);
    g_autofree char *wide = repeat_in ("", ";", TV_SHEET_MAX_COLUMNS, "1\n");

    assert_too_large (g_bytes_new (text, strlen (text)));
    g_assert_cmpint (tv_list_try_taken (g_bytes_new (wide, strlen (wide))), ==,
                     TV_EXCHANGE_ERROR_BROKEN);
    assert_too_large (
        g_bytes_new_take (g_strnfill (TV_CSV_MAX_BYTES + 1, 'a'), TV_CSV_MAX_BYTES + 1));
}

/* One long text, and a thousand cells that say no more than its number. */
static void
test_repeated_text (void)
{
    g_autofree char *text = g_strnfill (TV_SHEET_MAX_TEXT_BYTES - 100, 'a');
    g_autofree char *strings = g_strdup_printf ("<sst><si><t>%s</t></si></sst>", text);
    g_autofree char *row
        = repeat_in (HEADER "<row>", "<c t='s'><v>0</v></c>",
                     TV_WORKBOOK_MAX_TEXT_BYTES / TV_SHEET_MAX_TEXT_BYTES + 2, "</row>");

    assert_too_large (tv_xlsx_maker_book_with (NULL, row, strings, NULL));
}

static void
test_nesting (void)
{
    g_autofree char *open = repeat ("<a>", 1000);
    g_autofree char *close = repeat ("</a>", 1000);
    g_autofree char *nested = g_strconcat (open, close, NULL);

    g_assert_cmpint (tv_list_try_taken (tv_xlsx_maker_book (nested)), ==, TV_EXCHANGE_ERROR_BROKEN);
}

/* What the workbook's relation to its sheet says, in the place of the good one. */
static int
try_relation (const char *attributes)
{
    g_autofree char *relations = g_strdup_printf (
        "<Relationships><Relationship Id='rId1' Type='x/worksheet' %s/></Relationships>",
        attributes);

    return tv_list_try_taken (tv_xlsx_maker_zip (
        "[Content_Types].xml", "<Types/>", "xl/workbook.xml",
        "<workbook xmlns:r='r'><sheets><sheet name='1' r:id='rId1'/></sheets></workbook>",
        "xl/_rels/workbook.xml.rels", relations, "xl/worksheets/sheet1.xml",
        "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>", NULL));
}

/* A sheet that really lies on the disk, at the end of every way out of the zip: were it read, the
 * file would have a header. */
static void
test_relations_outside (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("tamvoc-test-XXXXXX", &error);
    g_autofree char *path = g_build_filename (folder, "sheet.xml", NULL);
    g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
    g_autofree char *absolute = g_strdup_printf ("Target='%s'", path);
    g_autofree char *climbing = g_strdup_printf ("Target='../../../../../..%s'", path);
    g_autofree char *as_uri = g_strdup_printf ("Target='%s'", uri);
    g_autofree char *external = g_strdup_printf ("TargetMode='External' Target='%s'", uri);
    const char *const ways_out[] = { absolute, climbing, as_uri, external,
                                     "TargetMode='External' Target='worksheets/sheet1.xml'" };

    g_assert_no_error (error);
    g_assert_true (g_file_set_contents (path,
                                        "<worksheet><sheetData>" HEADER "</sheetData>"
                                        "</worksheet>",
                                        -1, NULL));
    g_assert_cmpint (try_relation ("Target='worksheets/sheet1.xml'"), ==,
                     TV_EXCHANGE_ERROR_NO_HEADER);
    for (guint i = 0; i < G_N_ELEMENTS (ways_out); i++)
        g_assert_cmpint (try_relation (ways_out[i]), ==, TV_EXCHANGE_ERROR_BROKEN);
    g_remove (path);
    g_rmdir (folder);
}

/* Parts are unpacked into memory alone, whatever their names are. */
static void
test_parts_outside (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("tamvoc-test-XXXXXX", &error);
    g_autofree char *path = g_build_filename (folder, "part.xml", NULL);
    g_autofree char *climbing = g_strconcat ("../../../../../../../..", path, NULL);

    g_assert_no_error (error);
    g_assert_cmpint (tv_list_try_taken (tv_xlsx_maker_zip ("[Content_Types].xml", "<Types/>", path,
                                                           "<a/>", climbing, "<a/>",
                                                           "xl/workbook.xml", "<workbook/>", NULL)),
                     ==, TV_EXCHANGE_ERROR_NO_HEADER);
    g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    g_rmdir (folder);
}

/* An entity that stands for a file which is there. */
static void
test_entities_outside (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("tamvoc-test-XXXXXX", &error);
    g_autofree char *path = g_build_filename (folder, "name.txt", NULL);
    g_autofree char *strings
        = g_strdup_printf ("<!DOCTYPE sst [<!ENTITY a SYSTEM '%s'><!ENTITY %% b SYSTEM '%s'>]>"
                           "<sst><si><t>&a;</t></si></sst>",
                           path, path);
    g_autofree char *document_type = g_strdup_printf ("<!DOCTYPE sst SYSTEM '%s'><sst/>", path);

    g_assert_no_error (error);
    g_assert_true (g_file_set_contents (path, "Họ và tên", -1, NULL));
    g_assert_cmpint (tv_list_try_taken (tv_xlsx_maker_book_with (
                         NULL, "<row><c t='s'><v>0</v></c></row>", strings, NULL)),
                     ==, TV_EXCHANGE_ERROR_BROKEN);
    g_assert_cmpint (tv_list_try_taken (tv_xlsx_maker_book_with (NULL, "", document_type, NULL)),
                     ==, TV_EXCHANGE_ERROR_BROKEN);
    g_remove (path);
    g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/file-limits/parts", test_parts);
    g_test_add_func ("/file-limits/relations", test_relations);
    g_test_add_func ("/file-limits/cells", test_cells);
    g_test_add_func ("/file-limits/repeated-text", test_repeated_text);
    g_test_add_func ("/file-limits/nesting", test_nesting);
    g_test_add_func ("/file-limits/outside/relations", test_relations_outside);
    g_test_add_func ("/file-limits/outside/parts", test_parts_outside);
    g_test_add_func ("/file-limits/outside/entities", test_entities_outside);
    return g_test_run ();
}
