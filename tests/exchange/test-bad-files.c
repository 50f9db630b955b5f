/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that are no list: each is refused for what it is, and none does harm. */

#include "exchange/tv-exchange-error.h"
#include "exchange/tv-sheet.h"
#include "exchange/tv-workbook-file.h"
#include "exchange/tv-zip-parts.h"
#include "tv-list-try.h"
#include "tv-xlsx-maker.h"

#include <glib/gstdio.h>
#include <string.h>

static int
try_text (const char *text, gssize size)
{
    g_autoptr (GBytes) bytes = g_bytes_new (text, size < 0 ? strlen (text) : (gsize) size);

    return tv_list_try (bytes);
}

static int
try_rows (const char *const *rows)
{
    g_autofree char *data = tv_xlsx_maker_rows (rows);

    return tv_list_try_taken (tv_xlsx_maker_book (data));
}

static void
test_types (void)
{
    g_assert_cmpint (try_text ("", 0), ==, TV_EXCHANGE_ERROR_EMPTY);
    g_assert_cmpint (try_text ("%PDF-1.7\n%\xe2\xe3", -1), ==, TV_EXCHANGE_ERROR_WRONG_TYPE);
    g_assert_cmpint (try_text ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), ==,
                     TV_EXCHANGE_ERROR_WRONG_TYPE);
    g_assert_cmpint (try_text ("\xef\xbb\xbf <html><table>", -1), ==, TV_EXCHANGE_ERROR_WEB_PAGE);
    g_assert_cmpint (try_text ("<?xml version='1.0'?><Workbook/>", -1), ==,
                     TV_EXCHANGE_ERROR_WEB_PAGE);
    g_assert_cmpint (try_text ("just a letter to the school", -1), ==, TV_EXCHANGE_ERROR_NO_HEADER);
    g_assert_cmpint (try_text ("Họ và tên\nNguyễn Gia Bảo", -1), ==, TV_EXCHANGE_ERROR_NO_HEADER);
    g_assert_cmpint (tv_list_try_taken (tv_xlsx_maker_zip ("a.txt", "a", NULL)), ==,
                     TV_EXCHANGE_ERROR_WRONG_TYPE);
    g_assert_cmpint (
        tv_list_try_taken (tv_xlsx_maker_zip ("[Content_Types].xml", "<Types/>",
                                              "word/document.xml", "<document/>", NULL)),
        ==, TV_EXCHANGE_ERROR_WRONG_TYPE);
}

/* A compound file of a header and one directory sector with one entry of that name. */
static int
try_compound (const char *stream)
{
    guint8 data[1024] = { 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1 };
    g_autoptr (GBytes) bytes = NULL;

    for (gsize i = 0; stream[i]; i++)
        data[512 + 2 * i] = (guint8) stream[i];
    bytes = g_bytes_new (data, sizeof data);
    return tv_list_try (bytes);
}

static void
test_compound (void)
{
    g_assert_cmpint (try_compound ("EncryptedPackage"), ==, TV_EXCHANGE_ERROR_ENCRYPTED);
    g_assert_cmpint (try_compound ("Workbook"), ==, TV_EXCHANGE_ERROR_BROKEN);
}

static void
test_bombs (void)
{
    g_autofree char *long_part = g_strnfill (TV_ZIP_MAX_PART_BYTES + 1, ' ');
    g_autofree char *part = g_strnfill (TV_ZIP_MAX_PART_BYTES - 1, ' ');
    g_autoptr (GBytes) one = tv_xlsx_maker_zip ("[Content_Types].xml", long_part, NULL);
    g_autoptr (GBytes) many
        = tv_xlsx_maker_zip ("[Content_Types].xml", "<Types/>", "xl/a.xml", part, "xl/b.xml", part,
                             "xl/c.xml", part, "xl/d.xml", part, NULL);

    g_assert_cmpuint (g_bytes_get_size (one), <, 1024 * 1024);
    g_assert_cmpint (tv_list_try (one), ==, TV_EXCHANGE_ERROR_TOO_LARGE);
    g_assert_cmpint (tv_list_try (many), ==, TV_EXCHANGE_ERROR_TOO_LARGE);
}

/* What stays within the bounds of unpacking and grows afterwards: one part named as many sheets,
 * one text that cells refer to. */
static void
test_growing (void)
{
    static const char workbook[] = "<workbook xmlns:r='r'><sheets><sheet name='1' r:id='rId1'/>"
                                   "<sheet name='2' r:id='rId1'/></sheets></workbook>";
    g_autofree char *long_text = g_strnfill (TV_SHEET_MAX_TEXT_BYTES + 1, 'a');
    g_autofree char *strings = g_strdup_printf ("<sst><si><t>%s</t></si></sst>", long_text);

    g_assert_cmpint (tv_list_try_taken (tv_xlsx_maker_book_with (
                         workbook, "<row><c><v>1</v></c></row>", NULL, NULL)),
                     ==, TV_EXCHANGE_ERROR_BROKEN);
    g_assert_cmpint (tv_list_try_taken (tv_xlsx_maker_book_with (
                         NULL, "<row><c t='s'><v>0</v></c></row>", strings, NULL)),
                     ==, TV_EXCHANGE_ERROR_TOO_LARGE);
}

/* Entities are never expanded, whatever they stand for. */
static void
test_entities (void)
{
    static const char strings[]
        = "<!DOCTYPE sst [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
          "<!ENTITY c SYSTEM 'file:///etc/hostname'>]>"
          "<sst><si><t>&b;&b;&c;</t></si></sst>";

    g_assert_cmpint (tv_list_try_taken (tv_xlsx_maker_book_with (
                         NULL, "<row><c t='s'><v>0</v></c></row>", strings, NULL)),
                     ==, TV_EXCHANGE_ERROR_BROKEN);
}

static void
test_broken_parts (void)
{
    static const char *const rows[]
        = { "<row><c><v>1</v></c>",
            "<row r='0'><c><v>1</v></c></row>",
            "<row r='2'><c><v>1</v></c></row><row r='1'><c><v>1</v></c></row>",
            "<row><c r='B1'><v>1</v></c><c r='A1'><v>1</v></c></row>",
            "<row><c r='ZZZZ1'><v>1</v></c></row>",
            "<row><c r='1'><v>1</v></c></row>",
            "<row><c t='s'><v>4</v></c></row>",
            "<c><v>1</v></c>" };

    for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        g_assert_cmpint (tv_list_try_taken (tv_xlsx_maker_book (rows[i])), ==,
                         TV_EXCHANGE_ERROR_BROKEN);
    g_assert_cmpint (
        tv_list_try_taken (tv_xlsx_maker_book ("<row r='1048577'><c><v>1</v></c></row>")), ==,
        TV_EXCHANGE_ERROR_TOO_LARGE);
    g_assert_cmpint (
        tv_list_try_taken (tv_xlsx_maker_zip ("[Content_Types].xml", "<Types/>", NULL)), ==,
        TV_EXCHANGE_ERROR_BROKEN);
    g_assert_cmpint (tv_list_try_taken (tv_xlsx_maker_zip ("[Content_Types].xml", "",
                                                           "xl/workbook.xml", "", NULL)),
                     ==, TV_EXCHANGE_ERROR_BROKEN);
    g_assert_cmpint (tv_list_try_taken (tv_xlsx_maker_zip (
                         "[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<workbook/>",
                         "xl/_rels/workbook.xml.rels", "<a b=<c", NULL)),
                     ==, TV_EXCHANGE_ERROR_BROKEN);
    g_assert_cmpint (tv_list_try_taken (tv_xlsx_maker_book_with ("<document/>", "", NULL, NULL)),
                     ==, TV_EXCHANGE_ERROR_WRONG_TYPE);
}

static void
test_lists (void)
{
    static const char *const no_header[] = { "Trường mầm non|a", "Bảo|27/07/2024", NULL };
    static const char *const no_rows[]
        = { "STT|Họ và tên|Ngày sinh", "Cộng: 0", "||Hiệu trưởng", NULL };

    g_assert_cmpint (tv_list_try_taken (tv_xlsx_maker_book ("")), ==, TV_EXCHANGE_ERROR_NO_HEADER);
    g_assert_cmpint (try_rows (no_header), ==, TV_EXCHANGE_ERROR_NO_HEADER);
    g_assert_cmpint (try_rows (no_rows), ==, TV_EXCHANGE_ERROR_NO_ROWS);
}

static GBytes *
load_fixture (const char *name)
{
    g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "exchange", name, NULL);
    g_autoptr (GError) error = NULL;
    char *data;
    gsize size;

    g_file_get_contents (path, &data, &size, &error);
    g_assert_no_error (error);
    return g_bytes_new_take (data, size);
}

/* A file cut short is refused, wherever the cut is: a half of a class must not look like all. */
static void
test_cut_short (gconstpointer name)
{
    g_autoptr (GBytes) bytes = load_fixture (name);
    gsize size = g_bytes_get_size (bytes);

    g_assert_cmpint (tv_list_try (bytes), ==, -1);
    for (gsize n = 1; n < size; n += 1 + size / 97) {
        g_autoptr (GBytes) prefix = g_bytes_new_from_bytes (bytes, 0, n);

        g_assert_cmpint (tv_list_try (prefix), !=, -1);
    }
}

/* Bytes turned here and there: whatever comes out, nothing falls over. */
static void
test_turned_bytes (gconstpointer name)
{
    g_autoptr (GBytes) bytes = load_fixture (name);
    g_autoptr (GRand) random = g_rand_new_with_seed (7);
    gsize size;
    const guint8 *data = g_bytes_get_data (bytes, &size);
    guint n_refused = 0;

    for (guint round = 0; round < 60; round++) {
        g_autofree guint8 *copy = g_memdup2 (data, size);
        g_autoptr (GBytes) turned = NULL;

        for (guint i = 0; i < 20; i++)
            copy[g_rand_int_range (random, 0, (gint32) size)] ^= (guint8) g_rand_int (random);
        turned = g_bytes_new (copy, size);
        n_refused += tv_list_try (turned) != -1;
    }
    g_assert_cmpuint (n_refused, >, 0);
}

/* A text cut short is still a text; it only must not fall over. */
static void
test_short_texts (void)
{
    g_autoptr (GBytes) bytes = load_fixture ("primary-list.csv");
    gsize size = g_bytes_get_size (bytes);

    for (gsize n = 1; n < size; n += 101) {
        g_autoptr (GBytes) prefix = g_bytes_new_from_bytes (bytes, 0, n);
        int code = tv_list_try (prefix);

        g_assert_true (code == -1 || code == TV_EXCHANGE_ERROR_NO_HEADER
                       || code == TV_EXCHANGE_ERROR_NO_ROWS);
    }
}

static void
test_paths (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GError) folder_error = NULL;

    g_assert_null (tv_workbook_read ("/nowhere/at/all.xlsx", NULL, &error));
    g_assert_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_NOT_FOUND);
    g_assert_null (tv_workbook_read (g_get_tmp_dir (), NULL, &folder_error));
    g_assert_error (folder_error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_IO);
}

static void
test_cancelled (void)
{
    g_autofree char *path
        = g_test_build_filename (G_TEST_DIST, "fixtures", "exchange", "primary-list.csv", NULL);
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GError) error = NULL;

    g_cancellable_cancel (cancellable);
    g_assert_null (tv_workbook_read (path, cancellable, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/bad-files/types", test_types);
    g_test_add_func ("/bad-files/compound", test_compound);
    g_test_add_func ("/bad-files/bombs", test_bombs);
    g_test_add_func ("/bad-files/growing", test_growing);
    g_test_add_func ("/bad-files/entities", test_entities);
    g_test_add_func ("/bad-files/broken-parts", test_broken_parts);
    g_test_add_func ("/bad-files/lists", test_lists);
    g_test_add_data_func ("/bad-files/cut-short/export", "primary-ministry-export.xlsx",
                          test_cut_short);
    g_test_add_data_func ("/bad-files/cut-short/class-lists", "kindergarten-class-lists.xlsx",
                          test_cut_short);
    g_test_add_data_func ("/bad-files/cut-short/weighing", "kindergarten-weighing-1.xlsx",
                          test_cut_short);
    g_test_add_data_func ("/bad-files/cut-short/libreoffice",
                          "kindergarten-weighing-1-libreoffice.xlsx", test_cut_short);
    g_test_add_data_func ("/bad-files/cut-short/old-excel", "primary-ministry-export.xls",
                          test_cut_short);
    g_test_add_data_func ("/bad-files/turned-bytes/old-excel", "primary-ministry-export.xls",
                          test_turned_bytes);
    g_test_add_data_func ("/bad-files/cut-short/open-document", "kindergarten-class-lists.ods",
                          test_cut_short);
    g_test_add_data_func ("/bad-files/turned-bytes/open-document", "kindergarten-class-lists.ods",
                          test_turned_bytes);
    g_test_add_data_func ("/bad-files/turned-bytes/class-lists", "kindergarten-class-lists.xlsx",
                          test_turned_bytes);
    g_test_add_data_func ("/bad-files/turned-bytes/libreoffice",
                          "kindergarten-weighing-1-libreoffice.xlsx", test_turned_bytes);
    g_test_add_func ("/bad-files/short-texts", test_short_texts);
    g_test_add_func ("/bad-files/paths", test_paths);
    g_test_add_func ("/bad-files/cancelled", test_cancelled);
    return g_test_run ();
}
