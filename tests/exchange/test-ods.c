/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* OpenDocument tables: every kind of cell, what repeats, fonts, and what is refused. */

#include "exchange/tv-exchange-error.h"
#include "exchange/tv-ods-styles.h"
#include "exchange/tv-workbook-file.h"
#include "tv-xlsx-maker.h"

#include <string.h>

#define MIME_TYPE "application/vnd.oasis.opendocument.spreadsheet"
#define MANIFEST "META-INF/manifest.xml"

static GBytes *
make_with (const char *manifest, const char *shared, const char *styles, const char *tables)
{
    g_autofree char *content = g_strdup_printf (
        "<o:document-content xmlns:o='o' xmlns:t='t' xmlns:x='x' xmlns:s='s' xmlns:c='c' "
        "xmlns:f='f'>%s<o:body><o:spreadsheet>%s</o:spreadsheet></o:body></o:document-content>",
        styles, tables);

    return tv_xlsx_maker_zip ("mimetype", MIME_TYPE, MANIFEST, manifest, "styles.xml", shared,
                              "content.xml", content, NULL);
}

static TvWorkbook *
read_taken (GBytes *taken)
{
    g_autoptr (GBytes) bytes = taken;
    g_autoptr (GError) error = NULL;
    TvWorkbook *book = tv_workbook_read_bytes ("a.ods", bytes, NULL, &error);

    g_assert_no_error (error);
    return book;
}

static TvWorkbook *
read_rows (const char *rows)
{
    g_autofree char *table = g_strdup_printf ("<t:table t:name='Lá'>%s</t:table>", rows);

    return read_taken (make_with (NULL, NULL, "", table));
}

static void
assert_refused (GBytes *taken, int code)
{
    g_autoptr (GBytes) bytes = taken;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvWorkbook) book = tv_workbook_read_bytes ("a.ods", bytes, NULL, &error);

    g_assert_null (book);
    g_assert_error (error, TV_EXCHANGE_ERROR, code);
}

static void
assert_rows_refused (const char *rows, int code)
{
    g_autofree char *table = g_strdup_printf ("<t:table>%s</t:table>", rows);

    assert_refused (make_with (NULL, NULL, "", table), code);
}

static void
test_kinds (void)
{
    g_autoptr (TvWorkbook) book = read_rows (
        "<t:table-row><t:table-cell o:value-type='float' o:value='16.55'><x:p>16,6</x:p>"
        "</t:table-cell>"
        "<t:table-cell o:value-type='percentage' o:value='0.5'><x:p>50%</x:p></t:table-cell>"
        "<t:table-cell o:value-type='date' o:date-value='2020-09-05'><x:p>5/9</x:p></t:table-cell>"
        "<t:table-cell o:value-type='date' o:date-value='2020-09-05T07:30:00'/>"
        "<t:table-cell o:value-type='time' o:time-value='PT06H00M00S'/>"
        "<t:table-cell o:value-type='boolean' o:boolean-value='true'><x:p>ĐÚNG</x:p></t:table-cell>"
        "<t:table-cell o:value-type='string' o:string-value='chữ'><x:p>khác</x:p></t:table-cell>"
        "<t:table-cell t:formula='of:=1+1' o:value-type='float' o:value='2'/>"
        "<t:table-cell t:formula='of:=1/0' o:value-type='string' o:string-value='' "
        "c:value-type='error'><x:p>#DIV/0!</x:p></t:table-cell>"
        "<t:table-cell t:formula='of:=A1'/><t:table-cell t:formula='of:=A1' o:value-type='string'/>"
        "<t:table-cell o:value-type='float' o:value='mười'><x:p>10</x:p></t:table-cell>"
        "</t:table-row>");
    TvSheet *sheet = tv_workbook_get_sheet (book, 0);
    static const char *const texts[] = { "16.55", "0.5", "05/09/2020", "05/09/2020", "0.25", "TRUE",
                                         "chữ",   "2",   "#DIV/0!",    "",           "",     "10" };

    g_assert_cmpstr (tv_sheet_get_title (sheet), ==, "Lá");
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        g_assert_cmpstr (tv_sheet_get_cell (sheet, 0, i)->text, ==, texts[i]);
    g_assert_cmpint (tv_sheet_get_cell (sheet, 0, 2)->kind, ==, TV_CELL_DATE);
    g_assert_cmpint (tv_sheet_get_cell (sheet, 0, 2)->date, ==, tv_date_from_ymd (2020, 9, 5));
    g_assert_cmpfloat (tv_sheet_get_cell (sheet, 0, 2)->number, ==, 44079);
    g_assert_cmpint (tv_sheet_get_cell (sheet, 0, 11)->kind, ==, TV_CELL_TEXT);
    g_assert_cmpuint (tv_sheet_get_n_lost_formulas (sheet), ==, 1);
}

static void
test_texts (void)
{
    g_autoptr (TvWorkbook) book = read_rows (
        "<t:table-row><t:table-cell><o:annotation><x:p>ghi chú</x:p></o:annotation>"
        "<x:p>Ngày, tháng,</x:p><x:p>năm sinh</x:p></t:table-cell>"
        "<t:table-cell><x:p>\n  Nguyễn <x:s x:c='2'/>Gia<x:span> Bảo</x:span>"
        "<x:tab/>1A<x:line-break/>cũ <x:note><x:p>chú</x:p></x:note></x:p></t:table-cell>"
        "<t:table-cell><s:frame><x:p>hình</x:p></s:frame></t:table-cell>"
        "<t:table-cell><x:p/><x:p>  </x:p></t:table-cell></t:table-row>");
    TvSheet *sheet = tv_workbook_get_sheet (book, 0);

    g_assert_cmpstr (tv_sheet_get_cell (sheet, 0, 0)->text, ==, "Ngày, tháng,\nnăm sinh");
    g_assert_cmpstr (tv_sheet_get_cell (sheet, 0, 1)->text, ==, "Nguyễn   Gia Bảo\t1A\ncũ ");
    g_assert_cmpint (tv_sheet_get_cell (sheet, 0, 2)->kind, ==, TV_CELL_EMPTY);
    g_assert_cmpint (tv_sheet_get_cell (sheet, 0, 3)->kind, ==, TV_CELL_EMPTY);
}

/* Groups, repeats and covered cells: each cell is where a spreadsheet program shows it. */
static void
test_places (void)
{
    g_autoptr (TvWorkbook) book = read_rows (
        "<t:table-column t:number-columns-repeated='16384'/>"
        "<t:table-header-rows><t:table-row><t:table-cell t:number-columns-spanned='2'><x:p>a</x:p>"
        "</t:table-cell><t:covered-table-cell/><t:table-cell><x:p>b</x:p></t:table-cell>"
        "</t:table-row></t:table-header-rows>"
        "<t:table-row t:number-rows-repeated='3'><t:table-cell t:number-columns-repeated='16384'/>"
        "</t:table-row><t:shapes><t:table-row><t:table-cell><x:p>no</x:p></t:table-cell>"
        "</t:table-row></t:shapes>"
        "<t:table-row-group><t:table-row t:number-rows-repeated='2'><t:table-cell/>"
        "<t:table-cell t:number-columns-repeated='2'><x:p>c</x:p></t:table-cell></t:table-row>"
        "</t:table-row-group>"
        "<t:table-row t:number-rows-repeated='1048569'><t:table-cell/></t:table-row>"
        "<t:table-row><t:table-cell><x:p>d</x:p></t:table-cell></t:table-row>");
    TvSheet *sheet = tv_workbook_get_sheet (book, 0);
    static const guint rows[] = { 1, 5, 6, 1048576 };

    g_assert_cmpuint (tv_sheet_get_n_rows (sheet), ==, G_N_ELEMENTS (rows));
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        g_assert_cmpuint (tv_sheet_get_source_row (sheet, i), ==, rows[i]);
    g_assert_cmpstr (tv_sheet_get_cell (sheet, 0, 2)->text, ==, "b");
    for (guint i = 1; i < 3; i++) {
        g_assert_cmpstr (tv_sheet_get_cell (sheet, i, 0)->text, ==, "");
        g_assert_cmpstr (tv_sheet_get_cell (sheet, i, 1)->text, ==, "c");
        g_assert_cmpstr (tv_sheet_get_cell (sheet, i, 2)->text, ==, "c");
    }
}

/* Rows that somebody or a filter put out of sight; the empty one does not count. */
static void
test_hidden_rows (void)
{
    g_autoptr (TvWorkbook) book = read_rows (
        "<t:table-row t:visibility='visible'><t:table-cell><x:p>a</x:p></t:table-cell>"
        "</t:table-row><t:table-row t:visibility='filter' t:number-rows-repeated='2'>"
        "<t:table-cell><x:p>b</x:p></t:table-cell></t:table-row>"
        "<t:table-row t:visibility='collapse'><t:table-cell><x:p>c</x:p></t:table-cell>"
        "</t:table-row><t:table-row t:visibility='collapse'><t:table-cell/></t:table-row>");

    g_assert_cmpuint (tv_sheet_get_n_hidden_rows (tv_workbook_get_sheet (book, 0)), ==, 3);
}

static void
test_sheets (void)
{
    g_autoptr (TvWorkbook) book
        = read_taken (make_with (NULL, NULL,
                                 "<s:style s:name='ta1' s:family='table'>"
                                 "<s:table-properties t:display='true'/></s:style>"
                                 "<s:style s:name='ta2' s:family='table'>"
                                 "<s:table-properties t:display='false'/></s:style>",
                                 "<t:tracked-changes><t:table t:name='no'/></t:tracked-changes>"
                                 "<t:table t:name='Lớp 1' t:style-name='ta1'/>"
                                 "<t:table t:name='Tra cứu' t:style-name='ta2'/>"));

    g_assert_cmpuint (tv_workbook_get_n_sheets (book), ==, 2);
    g_assert_cmpstr (tv_sheet_get_title (tv_workbook_get_sheet (book, 0)), ==, "Lớp 1");
    g_assert_false (tv_sheet_is_hidden (tv_workbook_get_sheet (book, 0)));
    g_assert_true (tv_sheet_is_hidden (tv_workbook_get_sheet (book, 1)));
}

/* A text's font comes from its letters, its cell, its row, its column, the parents of those, and
 * the default at last. */
static void
test_fonts (void)
{
    static const char shared[]
        = "<o:document-styles xmlns:o='o' xmlns:s='s' xmlns:f='f'>"
          "<s:font-face s:name='Arial1' f:font-family=\"'Arial', sans-serif\"/>"
          "<s:default-style s:family='table-cell'><s:text-properties s:font-name='Arial1'/>"
          "</s:default-style><s:style s:name='Cũ' s:family='table-cell'>"
          "<s:text-properties s:font-name='.VnTime' s:font-name-asian='SimSun'/></s:style>"
          "<s:style s:name='A' s:family='table-cell' s:parent-style-name='B'/>"
          "<s:style s:name='B' s:family='table-cell' s:parent-style-name='A'/>"
          "</o:document-styles>";
    g_autoptr (TvWorkbook) book = read_taken (make_with (
        NULL, shared,
        "<s:style s:name='ce1' s:family='table-cell' s:parent-style-name='Cũ'/>"
        "<s:style s:name='ce2' s:family='table-cell'>"
        "<s:text-properties f:font-family='VNI-Times'/></s:style>"
        "<s:style s:name='T1' s:family='text'><s:text-properties "
        "s:font-name='.VnArial'/></s:style>",
        "<t:table><t:table-column t:number-columns-repeated='2'/>"
        "<t:table-column t:default-cell-style-name='ce2'/><t:table-row>"
        "<t:table-cell><x:p>a</x:p></t:table-cell>"
        "<t:table-cell t:style-name='ce1'><x:p>b</x:p></t:table-cell>"
        "<t:table-cell><x:p>c</x:p></t:table-cell>"
        "<t:table-cell t:style-name='ce2'><x:p><x:span x:style-name='T1'>d</x:span>d</x:p>"
        "</t:table-cell><t:table-cell t:style-name='A'><x:p>e</x:p></t:table-cell></t:table-row>"
        "<t:table-row t:default-cell-style-name='ce1'><t:table-cell><x:p>f</x:p></t:table-cell>"
        "</t:table-row></t:table>"));
    TvSheet *sheet = tv_workbook_get_sheet (book, 0);
    static const char *const fonts[] = { "Arial", ".VnTime", "VNI-Times", ".VnArial", "Arial" };

    for (guint i = 0; i < G_N_ELEMENTS (fonts); i++)
        g_assert_cmpstr (tv_sheet_get_cell (sheet, 0, i)->font, ==, fonts[i]);
    g_assert_cmpstr (tv_sheet_get_cell (sheet, 1, 0)->font, ==, ".VnTime");
}

/* A few bytes that say they are a million rows, columns, spaces or sheets. */
static void
test_bombs (void)
{
    g_autoptr (GString) sheets = g_string_new (NULL);
    g_autoptr (GString) styles = g_string_new (NULL);

    assert_rows_refused ("<t:table-row t:number-rows-repeated='1048576'><t:table-cell "
                         "t:number-columns-repeated='16384'><x:p>a</x:p></t:table-cell>"
                         "</t:table-row>",
                         TV_EXCHANGE_ERROR_TOO_LARGE);
    assert_rows_refused ("<t:table-row><t:table-cell t:number-columns-repeated='4000000000'>"
                         "<x:p>a</x:p></t:table-cell></t:table-row>",
                         TV_EXCHANGE_ERROR_TOO_LARGE);
    assert_rows_refused ("<t:table-row><t:table-cell t:number-columns-repeated='16384'/>"
                         "<t:table-cell><x:p>a</x:p></t:table-cell></t:table-row>",
                         TV_EXCHANGE_ERROR_BROKEN);
    assert_rows_refused ("<t:table-row t:number-rows-repeated='4000000000'><t:table-cell/>"
                         "</t:table-row><t:table-row><t:table-cell><x:p>a</x:p></t:table-cell>"
                         "</t:table-row>",
                         TV_EXCHANGE_ERROR_TOO_LARGE);
    assert_rows_refused ("<t:table-row><t:table-cell><x:p>a<x:s x:c='99999999999999'/></x:p>"
                         "</t:table-cell></t:table-row>",
                         TV_EXCHANGE_ERROR_TOO_LARGE);
    for (guint i = 0; i <= TV_WORKBOOK_MAX_SHEETS; i++)
        g_string_append (sheets, "<t:table/>");
    assert_refused (make_with (NULL, NULL, "", sheets->str), TV_EXCHANGE_ERROR_TOO_LARGE);
    for (guint i = 0; i <= TV_ODS_MAX_STYLES; i++)
        g_string_append_printf (styles, "<s:style s:name='%u'/>", i);
    assert_refused (make_with (NULL, NULL, styles->str, ""), TV_EXCHANGE_ERROR_TOO_LARGE);
}

static void
test_refused (void)
{
    assert_refused (tv_xlsx_maker_zip ("mimetype", MIME_TYPE, NULL), TV_EXCHANGE_ERROR_BROKEN);
    assert_refused (tv_xlsx_maker_zip ("mimetype", "application/vnd.oasis.opendocument.text",
                                       "content.xml", "<a/>", NULL),
                    TV_EXCHANGE_ERROR_WRONG_TYPE);
    assert_refused (tv_xlsx_maker_zip ("content.xml", "<a><body><text/></body></a>", MANIFEST,
                                       "<manifest/>", NULL),
                    TV_EXCHANGE_ERROR_WRONG_TYPE);
    assert_refused (tv_xlsx_maker_zip ("mimetype", MIME_TYPE, "content.xml",
                                       "<a><spreadsheet><table><table-row>", NULL),
                    TV_EXCHANGE_ERROR_BROKEN);
    assert_refused (make_with ("<manifest><file-entry><encryption-data/></file-entry></manifest>",
                               NULL, "", ""),
                    TV_EXCHANGE_ERROR_ENCRYPTED);
    assert_refused (tv_xlsx_maker_zip ("mimetype", MIME_TYPE, "encrypted-package", "\1\2\3", NULL),
                    TV_EXCHANGE_ERROR_ENCRYPTED);
}

static void
test_cancelled (void)
{
    g_autoptr (GBytes) bytes = make_with (
        NULL, NULL, "", "<t:table><t:table-row><t:table-cell/></t:table-row></t:table>");
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GError) error = NULL;

    g_cancellable_cancel (cancellable);
    g_assert_null (tv_workbook_read_bytes ("a.ods", bytes, cancellable, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/ods/kinds", test_kinds);
    g_test_add_func ("/ods/texts", test_texts);
    g_test_add_func ("/ods/places", test_places);
    g_test_add_func ("/ods/hidden-rows", test_hidden_rows);
    g_test_add_func ("/ods/sheets", test_sheets);
    g_test_add_func ("/ods/fonts", test_fonts);
    g_test_add_func ("/ods/bombs", test_bombs);
    g_test_add_func ("/ods/refused", test_refused);
    g_test_add_func ("/ods/cancelled", test_cancelled);
    return g_test_run ();
}
