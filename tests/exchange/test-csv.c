/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Text tables in the encodings and with the separators that are met. */

#include "base/tv-text.h"
#include "exchange/tv-csv-reader.h"
#include "exchange/tv-exchange-error.h"
#include "exchange/tv-workbook-charset.h"

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
    static const char *const tables[]
        = { "Tên;Cân\nAn;15,5\nBình;16,2\n", "Tên,Cân\nAn,\"15,5\"\n",
            "Tên\tCân\nAn\t15,5\n",          "Tên|Cân\nAn|15,5\n",
            "sep=;\nTên;Cân\nAn;15,5\n",     "SEP=|\r\nTên|Cân\r\nAn|15,5\r\n" };

    for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
        g_autoptr (TvSheet) sheet = read_bytes (tables[i], strlen (tables[i]));
        guint first = g_ascii_strncasecmp (tables[i], "sep", 3) == 0 ? 2 : 1;

        g_assert_cmpuint (tv_sheet_get_source_row (sheet, 0), ==, first);
        assert_cell (sheet, 0, 0, "Tên");
        assert_cell (sheet, 1, 1, "15,5");
    }
}

/* More commas than semicolons in every line, and as many in each: all of the lines are asked, and a
 * comma is believed last. */
static void
test_decimal_commas (void)
{
    static const char table[]
        = "CÂN ĐO LỚP 1A, 1B, 1C, 1D, ĐỢT 1, NĂM HỌC 2026-2027\n"
          "TT;Ngày, tháng, năm, sinh;Cân, kg;Cao, cm\n"
          "1;5/9/2020;15,5;101,5, đứng, gầy\n2;6/9/2020;16,5;102,5, đứng, gầy\n";
    g_autoptr (TvSheet) sheet = read_bytes (table, strlen (table));
    static const char noted[] = "Tên,Ghi chú\nAn,a;b;c\nTú,d\n";
    g_autoptr (TvSheet) words = read_bytes (noted, strlen (noted));

    assert_cell (sheet, 2, 2, "15,5");
    assert_cell (sheet, 3, 3, "102,5, đứng, gầy");
    assert_cell (words, 1, 1, "a;b;c");
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
                      { "UTF-16BE", "", 0 },
                      { "VISCII", "", 0 },
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

/* Bytes that only a person who knows the font can read stay western letters, and are Vietnamese
 * once the cells are looked at. */
static void
test_old_encodings (void)
{
    static const char *const texts[] = {
        "STT;H\xe4 v\xb5 t\xaan;Gi\xedi t\xddnh\n1;Nguy\xd4n Th\xde H\xad\xeang;N\xf7\n2;\xa7\xe7 "
        "\xa7\xf8"
        "c Th\xbeng;Nam\n",
        "STT;Ho\xef va\xf8 te\xe2n;Gi\xf4\xf9i t\xednh\n1;Nguye\xe3n Th\xf2 "
        "H\xf6\xf4\xf8ng;N\xf6\xf5\n"
        "2;\xd1o\xe3 \xd1\xf6\xf9"
        "c Tha\xe9ng;Nam\n",
        /* Windows-1258, composed as far as it can be. */
        "STT;Ho\xf2 v\xe0 t\xean;Gi\xf5\xeci t\xednh\n1;Nguy\xea\xden Thi\xf2 "
        "H\xfd\xf5\xccng;N\xfd\xde\n2;"
        "\xd0\xf4\xde \xd0\xfd\xec"
        "c Th\xe3\xecng;Nam\n"
    };

    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
        g_autoptr (TvWorkbook) book = tv_csv_read ("a.csv", bytes, NULL);
        g_auto (TvCharsetCounts) counts = { 0 };
        g_autoptr (TvWorkbook) decoded = tv_workbook_decode (book, NULL, &counts);
        TvSheet *sheet = tv_workbook_get_sheet (decoded, 0);

        assert_cell (sheet, 0, 1, "Họ và tên");
        assert_cell (sheet, 0, 2, "Giới tính");
        assert_cell (sheet, 1, 1, "Nguyễn Thị Hường");
        assert_cell (sheet, 1, 2, "Nữ");
        assert_cell (sheet, 2, 1, "Đỗ Đức Thắng");
        g_assert_cmpuint (counts.n_cells[TV_CHARSET_TCVN3] > 0, ==, i == 0);
        g_assert_cmpuint (counts.n_cells[TV_CHARSET_VNI] > 0, ==, i == 1);
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
    g_test_add_func ("/csv/decimal-commas", test_decimal_commas);
    g_test_add_func ("/csv/old-encodings", test_old_encodings);
    g_test_add_func ("/csv/lines", test_lines);
    g_test_add_func ("/csv/encodings", test_encodings);
    g_test_add_func ("/csv/open-quote", test_open_quote);
    g_test_add_func ("/csv/binary", test_binary);
    return g_test_run ();
}
