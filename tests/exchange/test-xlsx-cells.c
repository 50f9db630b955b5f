/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells of an xlsx in all the ways in which programs write them. */

#include "exchange/tv-exchange-error.h"
#include "exchange/tv-workbook-file.h"
#include "exchange/tv-xlsx-sheet.h"
#include "exchange/tv-xlsx-strings.h"
#include "exchange/tv-xlsx-styles.h"
#include "tv-xlsx-maker.h"

static TvWorkbook *
read_book (GBytes *taken)
{
    g_autoptr (GBytes) bytes = taken;
    g_autoptr (GError) error = NULL;
    TvWorkbook *book = tv_workbook_read_bytes ("a.xlsx", bytes, NULL, &error);

    g_assert_no_error (error);
    return book;
}

static void
test_kinds (void)
{
    g_autoptr (TvWorkbook) book = read_book (tv_xlsx_maker_book_with (
        NULL,
        "<row r='3'><c r='A3' t='s'><v>0</v></c><c r='B3' t='s'><v>1</v></c>"
        "<c r='C3' t='inlineStr'><is><r><t>hai </t></r><r><t>phần</t></r><rPh><t>no</t></rPh></is>"
        "</c><c r='D3' t='str'><f>1+1</f><v>two_x0020_words</v></c>"
        "<c r='E3'><f>1+1</f><v>2</v></c><c r='F3' t='b'><v>1</v></c>"
        "<c r='G3' t='e'><v>#N/A</v></c><c r='H3'><v>0.30000000000000004</v></c>"
        "<c r='I3'><f>now()</f></c><c r='J3'/><c r='K3' t='d'><v>2026-09-15T00:00:00</v></c></row>",
        "<x:sst xmlns:x='x'><x:si><x:t>Nguyễn</x:t></x:si>"
        "<x:si><x:r><x:t xml:space='preserve'>An </x:t></x:r><x:r><x:t>Bình</x:t></x:r></x:si>"
        "</x:sst>",
        NULL));
    TvSheet *sheet = tv_workbook_get_sheet (book, 0);
    static const char *const texts[]
        = { "Nguyễn", "An Bình", "hai phần", "two words", "2", "TRUE", "#N/A", "0.3", "", "" };

    g_assert_cmpstr (tv_sheet_get_title (sheet), ==, "Trang 1");
    g_assert_cmpuint (tv_sheet_get_n_rows (sheet), ==, 1);
    g_assert_cmpuint (tv_sheet_get_source_row (sheet, 0), ==, 3);
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        g_assert_cmpstr (tv_sheet_get_cell (sheet, 0, i)->text, ==, texts[i]);
    g_assert_cmpint (tv_sheet_get_cell (sheet, 0, 4)->kind, ==, TV_CELL_NUMBER);
    g_assert_cmpint (tv_sheet_get_cell (sheet, 0, 8)->kind, ==, TV_CELL_EMPTY);
    g_assert_cmpint (tv_sheet_get_cell (sheet, 0, 10)->date, ==, tv_date_from_ymd (2026, 9, 15));
    g_assert_cmpuint (tv_sheet_get_n_lost_formulas (sheet), ==, 1);
}

static void
test_places (void)
{
    g_autoptr (TvWorkbook) book = read_book (
        tv_xlsx_maker_book ("<row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row>"
                            "<row r='1048576'><c r='XFD1048576'><v>4</v></c></row>"));
    TvSheet *sheet = tv_workbook_get_sheet (book, 0);
    g_autofree char *last = tv_sheet_column_letters (TV_SHEET_MAX_COLUMNS - 1);
    g_autofree char *z = tv_sheet_column_letters (25);
    g_autofree char *aa = tv_sheet_column_letters (26);

    g_assert_cmpstr (tv_sheet_get_cell (sheet, 0, 0)->text, ==, "1");
    g_assert_cmpstr (tv_sheet_get_cell (sheet, 0, 3)->text, ==, "2");
    g_assert_cmpstr (tv_sheet_get_cell (sheet, 0, 4)->text, ==, "3");
    g_assert_cmpuint (tv_sheet_get_source_row (sheet, 1), ==, TV_SHEET_MAX_ROWS);
    g_assert_cmpstr (tv_sheet_get_cell (sheet, 1, TV_SHEET_MAX_COLUMNS - 1)->text, ==, "4");
    g_assert_cmpstr (last, ==, "XFD");
    g_assert_cmpstr (z, ==, "Z");
    g_assert_cmpstr (aa, ==, "AA");
}

static const char STYLES[]
    = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy'/>"
      "<numFmt numFmtId='165' formatCode='0.0&quot; ngày&quot;'/></numFmts>"
      "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
      "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/>"
      "</cellXfs></styleSheet>";

static const char DATES[] = "<row r='1'><c r='A1'><v>45500</v></c><c r='B1' s='1'><v>45500</v></c>"
                            "<c r='C1' s='2'><v>45500.75</v></c><c r='D1' s='3'><v>45500</v></c>"
                            "<c r='E1' s='2'><v>-3</v></c></row>";

static void
test_dates (void)
{
    g_autoptr (TvWorkbook) book = read_book (tv_xlsx_maker_book_with (NULL, DATES, NULL, STYLES));
    TvSheet *sheet = tv_workbook_get_sheet (book, 0);

    g_assert_cmpint (tv_sheet_get_cell (sheet, 0, 0)->kind, ==, TV_CELL_NUMBER);
    g_assert_cmpint (tv_sheet_get_cell (sheet, 0, 1)->date, ==, tv_date_from_ymd (2024, 7, 27));
    g_assert_cmpstr (tv_sheet_get_cell (sheet, 0, 2)->text, ==, "27/07/2024");
    g_assert_cmpint (tv_sheet_get_cell (sheet, 0, 3)->kind, ==, TV_CELL_NUMBER);
    g_assert_cmpint (tv_sheet_get_cell (sheet, 0, 4)->kind, ==, TV_CELL_NUMBER);
}

static void
test_1904 (void)
{
    g_autoptr (TvWorkbook) book = read_book (tv_xlsx_maker_book_with (
        "<workbook xmlns:r='r'><workbookPr date1904='1'/><sheets>"
        "<sheet name='a' sheetId='1' state='veryHidden' r:id='rId1'/></sheets></workbook>",
        DATES, NULL, STYLES));
    TvSheet *sheet = tv_workbook_get_sheet (book, 0);

    g_assert_true (tv_sheet_is_hidden (sheet));
    g_assert_cmpint (tv_sheet_get_cell (sheet, 0, 1)->date, ==, tv_date_from_ymd (2028, 7, 28));
}

static void
test_serials (void)
{
    g_assert_cmpint (tv_xlsx_date (1, FALSE), ==, tv_date_from_ymd (1900, 1, 1));
    g_assert_cmpint (tv_xlsx_date (59, FALSE), ==, tv_date_from_ymd (1900, 2, 28));
    g_assert_cmpint (tv_xlsx_date (61, FALSE), ==, tv_date_from_ymd (1900, 3, 1));
    g_assert_cmpint (tv_xlsx_date (1, TRUE), ==, tv_date_from_ymd (1904, 1, 2));
    g_assert_cmpint (tv_xlsx_date (0.5, FALSE), ==, TV_DATE_NONE);
    g_assert_cmpint (tv_xlsx_date (1e12, FALSE), ==, TV_DATE_NONE);
}

static void
test_formats (void)
{
    static const char *const dates[]
        = { "dd/mm/yyyy", "[$-42A]d mmmm yyyy;@", "mm-yy", "m/d/yy h:mm", "mmm", "yyyy\\-mm\\-dd" };
    static const char *const others[]
        = { "General", "0.00",    "#,##0.0\" kg/day\"", "h:mm:ss",
            "[h]:mm",  "mm:ss.0", "[Red]0.0",           "\\d0",
            "0.0_d",   "@",       "#,##0 \"đ\"",        "[$d-409]0.0" };

    for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
        g_assert_true (tv_xlsx_format_is_date (dates[i]));
    for (guint i = 0; i < G_N_ELEMENTS (others); i++)
        g_assert_false (tv_xlsx_format_is_date (others[i]));
}

static void
test_escapes (void)
{
    g_autofree char *line = tv_xlsx_string_decode ("năm_x000A_sinh");
    g_autofree char *not_one = tv_xlsx_string_decode ("_x00_ _x00g0_ _");

    g_assert_cmpstr (line, ==, "năm\nsinh");
    g_assert_cmpstr (not_one, ==, "_x00_ _x00g0_ _");
}

/* A million rows without a value, then one with: only that one is kept. */
static void
test_empty_rows (void)
{
    g_autoptr (GString) data = g_string_new (NULL);
    g_autoptr (TvWorkbook) book = NULL;

    for (guint row = 1; row <= 1000000; row++)
        g_string_append (data, row % 2 ? "<row/>" : "<row><c s='0'/></row>");
    g_string_append (data, "<row><c><v>7</v></c></row>");
    book = read_book (tv_xlsx_maker_book (data->str));
    g_assert_cmpuint (tv_sheet_get_n_rows (tv_workbook_get_sheet (book, 0)), ==, 1);
    g_assert_cmpuint (tv_sheet_get_source_row (tv_workbook_get_sheet (book, 0), 0), ==, 1000001);
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/xlsx/kinds", test_kinds);
    g_test_add_func ("/xlsx/places", test_places);
    g_test_add_func ("/xlsx/dates", test_dates);
    g_test_add_func ("/xlsx/1904", test_1904);
    g_test_add_func ("/xlsx/serials", test_serials);
    g_test_add_func ("/xlsx/formats", test_formats);
    g_test_add_func ("/xlsx/escapes", test_escapes);
    g_test_add_func ("/xlsx/empty-rows", test_empty_rows);
    return g_test_run ();
}
