/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Text tables in the encodings and with the separators that are met. */

#include "base/tv-text.h"
#include "exchange/tv-csv-reader.h"
#include "exchange/tv-exchange-error.h"

#include <string.h>

static TvSheet *
read_bytes (const char *data, gsize size)
{
    g_autoptr (GBytes) bytes = g_bytes_new (data, size);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvWorkbook) book = tv_csv_read ("a.csv", bytes, &error);

    g_assert_no_error (error);
    return tv_sheet_ref (tv_workbook_get_sheet (book, 0));
}

static void
assert_cell (TvSheet *sheet, guint row, guint column, const char *text)
{
    g_autofree char *clean = tv_text_clean (tv_sheet_get_cell (sheet, row, column)->text);

    g_assert_cmpstr (clean, ==, text);
}

static void
test_separators (void)
{
    static const char *const tables[] = { "Tên;Cân\nAn;15,5\nBình;16,2\n", "Tên,Cân\nAn,\"15,5\"\n",
                                          "Tên\tCân\nAn\t15,5\n", "sep=;\nTên;Cân\nAn;15,5\n" };

    for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
        g_autoptr (TvSheet) sheet = read_bytes (tables[i], strlen (tables[i]));
        guint first = strncmp (tables[i], "sep", 3) == 0 ? 2 : 1;

        g_assert_cmpuint (tv_sheet_get_source_row (sheet, 0), ==, first);
        assert_cell (sheet, 0, 0, "Tên");
        assert_cell (sheet, 1, 1, "15,5");
    }
}

static void
test_lines (void)
{
    static const char text[] = "a;b\r\n\r\n \r\"hai\r\ndòng\";\"\"\"q\"\"\";;d";
    g_autoptr (TvSheet) sheet = read_bytes (text, strlen (text));

    g_assert_cmpuint (tv_sheet_get_n_rows (sheet), ==, 2);
    g_assert_cmpuint (tv_sheet_get_source_row (sheet, 1), ==, 4);
    assert_cell (sheet, 1, 0, "hai dòng");
    assert_cell (sheet, 1, 1, "\"q\"");
    g_assert_cmpint (tv_sheet_get_cell (sheet, 1, 2)->kind, ==, TV_CELL_EMPTY);
    assert_cell (sheet, 1, 3, "d");
}

/* The same list in each encoding, with and without a mark. */
static void
test_encodings (void)
{
    static const char text[] = "STT;Họ và tên;Giới tính\n1;Nguyễn Thị Hường;Nữ\n2;Đỗ Đức Ý;Nam\n"
                               "3;Trần Quỳnh Như;Nữ\n4;Phạm Hữu Thịnh;Nam\n";
    static const struct {
        const char *name;
        const char *mark;
        gsize n_mark;
    } encodings[] = { { "UTF-8", "", 0 },
                      { "UTF-8", "\xef\xbb\xbf", 3 },
                      { "UTF-16LE", "\xff\xfe", 2 },
                      { "UTF-16BE", "\xfe\xff", 2 },
                      { "UTF-16LE", "", 0 },
                      { "WINDOWS-1258", "", 0 } };

    for (guint i = 0; i < G_N_ELEMENTS (encodings); i++) {
        g_autoptr (GError) error = NULL;
        gsize size;
        g_autofree char *body
            = g_convert (text, -1, encodings[i].name, "UTF-8", NULL, &size, &error);
        g_autoptr (GByteArray) all = g_byte_array_new ();
        g_autoptr (TvSheet) sheet = NULL;

        g_assert_no_error (error);
        g_byte_array_append (all, (const guint8 *) encodings[i].mark, encodings[i].n_mark);
        g_byte_array_append (all, (const guint8 *) body, (guint) size);
        sheet = read_bytes ((const char *) all->data, all->len);
        g_assert_cmpuint (tv_sheet_get_n_rows (sheet), ==, 5);
        assert_cell (sheet, 0, 1, "Họ và tên");
        assert_cell (sheet, 1, 1, "Nguyễn Thị Hường");
        assert_cell (sheet, 2, 1, "Đỗ Đức Ý");
        assert_cell (sheet, 4, 2, "Nam");
    }
}

/* The rows behind the quote would all be one cell. */
static void
test_open_quote (void)
{
    g_autoptr (GBytes) bytes = g_bytes_new_static ("a;b\n1;\"hai\n3;4\n", 15);
    g_autoptr (GError) error = NULL;

    g_assert_null (tv_csv_read ("a.csv", bytes, &error));
    g_assert_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_BROKEN);
}

static void
test_binary (void)
{
    g_autoptr (GBytes) bytes = g_bytes_new_static ("abc\0\1\2\3def;ghi\n", 15);
    g_autoptr (GError) error = NULL;

    g_assert_null (tv_csv_read ("a.csv", bytes, &error));
    g_assert_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_WRONG_TYPE);
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/csv/separators", test_separators);
    g_test_add_func ("/csv/lines", test_lines);
    g_test_add_func ("/csv/encodings", test_encodings);
    g_test_add_func ("/csv/open-quote", test_open_quote);
    g_test_add_func ("/csv/binary", test_binary);
    return g_test_run ();
}
