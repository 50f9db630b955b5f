/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates as lists have them, and what a whole column tells of them. */

#include "exchange/tv-list-reader.h"
#include "exchange/tv-list-value.h"
#include "exchange/tv-workbook-file.h"
#include "tv-xlsx-maker.h"

static void
test_wordings (void)
{
    static const char *const wordings[] = {
        "05/09/2019",
        "5/9/2019",
        "5/9/19",
        "05-09-2019",
        "5.9.2019",
        "5. 9. 2019",
        "05 / 09 / 2019",
        "5 9 2019",
        "5,9,2019",
        "2019-09-05",
        "2019/09/05",
        "2019-09-05T00:00:00",
        "05/09/2019 00:00:00",
        " 05/09/2019 ",
        "43713",
        "43713.0",
        "43713,75",
        "05092019",
        "5092019",
        "ngày 5 tháng 9 năm 2019",
        "Ngày 05 tháng 09 năm 2019",
        "5 tháng 9 năm 2019",
        "5 tháng 9, 2019",
        "5 thg 9, 2019",
        "05-Sep-19",
        "5 September 2019",
    };
    TvDate earliest = tv_date_from_ymd (1990, 1, 1), latest = tv_date_from_ymd (2026, 9, 20);

    for (guint i = 0; i < G_N_ELEMENTS (wordings); i++) {
        TvDate date;

        g_test_message ("%s", wordings[i]);
        g_assert_cmpint (tv_list_value_date (wordings[i], earliest, latest, &date), ==,
                         TV_LIST_FAULT_NONE);
        g_assert_cmpint (date, ==, tv_date_from_ymd (2019, 9, 5));
    }
}

static void
test_no_dates (void)
{
    static const struct {
        const char *text;
        TvListFaultCode fault;
    } cases[] = {
        { "2019", TV_LIST_FAULT_NOT_A_DATE },
        { "9/2019", TV_LIST_FAULT_NOT_A_DATE },
        { "5/9/209", TV_LIST_FAULT_NOT_A_DATE },
        { "5//9/2019", TV_LIST_FAULT_NONE },
        { "5/9/2019/1", TV_LIST_FAULT_NOT_A_DATE },
        { "31/09/2019", TV_LIST_FAULT_NO_SUCH_DAY },
        { "ngày 31 tháng 2 năm 2019", TV_LIST_FAULT_NO_SUCH_DAY },
        { "5 tháng chín năm 2019", TV_LIST_FAULT_NOT_A_DATE },
        { "5-xyz-2019", TV_LIST_FAULT_NOT_A_DATE },
        { "9999999999999999999", TV_LIST_FAULT_NOT_A_DATE },
        { "19999", TV_LIST_FAULT_NOT_A_DATE },
        { "5/9/27", TV_LIST_FAULT_TOO_EARLY }, /* of 1927 */
        { "5/9/89", TV_LIST_FAULT_TOO_EARLY },
        { "5/9/95", TV_LIST_FAULT_NONE },
        { "", TV_LIST_FAULT_NOT_A_DATE },
    };
    TvDate earliest = tv_date_from_ymd (1990, 1, 1), latest = tv_date_from_ymd (2026, 9, 20);

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        TvDate date;

        g_test_message ("%s", cases[i].text);
        g_assert_cmpint (tv_list_value_date (cases[i].text, earliest, latest, &date), ==,
                         cases[i].fault);
    }
}

static TvListFile *
read_list (const char *const *rows, const char *workbook, TvDateOrder order)
{
    TvListOptions options
        = { tv_date_from_ymd (2026, 9, 20), TV_DATE_NONE, NULL, .date_order = order };
    g_autofree char *data = tv_xlsx_maker_rows (rows);
    g_autoptr (GBytes) bytes = tv_xlsx_maker_book_with (workbook, data, NULL, NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvWorkbook) book = tv_workbook_read_bytes ("1A.xlsx", bytes, NULL, &error);
    TvListFile *list;

    g_assert_no_error (error);
    list = tv_list_read (book, &options, &error);
    g_assert_no_error (error);
    return list;
}

static const TvDateColumn *
dates_of (TvListFile *list)
{
    TvListSheet *sheet = g_ptr_array_index (list->sheets, 0);
    guint n_columns;
    const TvColumn *columns
        = tv_column_map_get_columns (g_ptr_array_index (sheet->maps, 0), &n_columns);

    for (guint i = 0; i < n_columns; i++) {
        if (columns[i].field == TV_LIST_BIRTH_DATE)
            return &columns[i].dates;
    }
    g_assert_not_reached ();
}

static TvDate
born (TvListFile *list, guint index)
{
    return ((TvListRow *) g_ptr_array_index (list->rows, index))->birth_date;
}

/* One day beyond the twelfth tells of a whole column where the month stands. */
static void
test_orders (void)
{
    static const char *const american[]
        = { "Họ và tên|Ngày sinh", "Lê An|09/05/2019", "Lê Bình|9/25/2019",
            "Lê Chi|12/01/19",     "Lê Du|2019-11-02", NULL };
    static const char *const usual[]
        = { "Họ và tên|Ngày sinh", "Lê An|09/05/2019", "Lê Bình|25/9/2019", NULL };
    static const char *const either[]
        = { "Họ và tên|Ngày sinh", "Lê An|09/05/2019", "Lê Bình|1/2/2019", NULL };
    static const char *const mixed[]
        = { "Họ và tên|Ngày sinh", "Lê An|09/25/2019", "Lê Bình|25/9/2019", NULL };
    g_autoptr (TvListFile) list = read_list (american, NULL, TV_DATE_ORDER_UNKNOWN);
    g_autoptr (TvListFile) second = read_list (usual, NULL, TV_DATE_ORDER_UNKNOWN);
    g_autoptr (TvListFile) third = read_list (either, NULL, TV_DATE_ORDER_UNKNOWN);
    g_autoptr (TvListFile) fourth = read_list (mixed, NULL, TV_DATE_ORDER_UNKNOWN);
    g_autoptr (TvListFile) said = read_list (either, NULL, TV_DATE_ORDER_MONTH_FIRST);

    g_assert_cmpint (dates_of (list)->order, ==, TV_DATE_ORDER_MONTH_FIRST);
    g_assert_cmpint (born (list, 0), ==, tv_date_from_ymd (2019, 9, 5));
    g_assert_cmpint (born (list, 1), ==, tv_date_from_ymd (2019, 9, 25));
    g_assert_cmpint (born (list, 2), ==, tv_date_from_ymd (2019, 12, 1));
    g_assert_cmpint (born (list, 3), ==, tv_date_from_ymd (2019, 11, 2));
    g_assert_cmpint (dates_of (second)->order, ==, TV_DATE_ORDER_DAY_FIRST);
    g_assert_cmpint (born (second, 0), ==, tv_date_from_ymd (2019, 5, 9));
    g_assert_true (dates_of (third)->is_either);
    g_assert_cmpint (born (third, 0), ==, tv_date_from_ymd (2019, 5, 9));
    g_assert_true (dates_of (fourth)->is_mixed);
    g_assert_true (tv_list_row_is_refused (g_ptr_array_index (fourth->rows, 0)));
    g_assert_cmpint (born (said, 0), ==, tv_date_from_ymd (2019, 9, 5));
}

/* A spreadsheet that took 5/9 for the ninth of May and left 25/9 a text: said, and turned back when
 * a person says that it did. */
static void
test_turned (void)
{
    static const char header[] = "<row r='1'><c r='A1' t='str'><v>Họ tên</v></c>"
                                 "<c r='B1' t='str'><v>Ngày sinh</v></c></row>";
    static const char *const texts[] = { "25/9/2019", "13/2/2019", "31/12/2019" };
    g_autoptr (GString) data = g_string_new (header);
    g_autoptr (GError) error = NULL;

    for (guint i = 0; i < 8; i++) {
        g_string_append_printf (data, "<row r='%u'><c r='A%u' t='str'><v>Lê An</v></c>", i + 2,
                                i + 2);
        if (i < 3)
            g_string_append_printf (data, "<c r='B%u' t='str'><v>%s</v></c></row>", i + 2,
                                    texts[i]);
        else
            g_string_append_printf (data, "<c r='B%u' t='d'><v>2019-05-%02uT00:00:00</v></c></row>",
                                    i + 2, i + 1);
    }
    for (guint order = 0; order <= TV_DATE_ORDER_MONTH_FIRST; order++) {
        TvListOptions options = { tv_date_from_ymd (2026, 9, 20), TV_DATE_NONE, NULL,
                                  .date_order = (TvDateOrder) order };
        g_autoptr (GBytes) bytes = tv_xlsx_maker_book (data->str);
        g_autoptr (TvWorkbook) book = tv_workbook_read_bytes ("1A.xlsx", bytes, NULL, &error);
        g_autoptr (TvListFile) list = tv_list_read (book, &options, &error);
        gboolean is_turned = order == TV_DATE_ORDER_MONTH_FIRST;

        g_assert_no_error (error);
        g_assert_cmpuint (dates_of (list)->n_turned, ==, 5);
        g_assert_cmpint (born (list, 0), ==, tv_date_from_ymd (2019, 9, 25));
        g_assert_cmpint (born (list, 3), ==,
                         is_turned ? tv_date_from_ymd (2019, 4, 5) : tv_date_from_ymd (2019, 5, 4));
    }
}

/* A bare number counts from 1904 on where the workbook does, as text too. */
static void
test_serials (void)
{
    static const char *const from_1900[]
        = { "Họ và tên|Ngày sinh", "Lê An|=43713", "Lê Bình|43713", NULL };
    static const char *const from_1904[]
        = { "Họ và tên|Ngày sinh", "Lê An|=42251", "Lê Bình|42251", NULL };
    static const char old_macintosh[]
        = "<workbook xmlns:r='r'><workbookPr date1904='1'/><sheets>"
          "<sheet name='Trang 1' sheetId='1' r:id='rId1'/></sheets></workbook>";
    g_autoptr (TvListFile) list = read_list (from_1900, NULL, TV_DATE_ORDER_UNKNOWN);
    g_autoptr (TvListFile) old = read_list (from_1904, old_macintosh, TV_DATE_ORDER_UNKNOWN);

    for (guint i = 0; i < 2; i++) {
        g_assert_cmpint (born (list, i), ==, tv_date_from_ymd (2019, 9, 5));
        g_assert_cmpint (born (old, i), ==, tv_date_from_ymd (2019, 9, 5));
    }
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/list-date/wordings", test_wordings);
    g_test_add_func ("/list-date/no-dates", test_no_dates);
    g_test_add_func ("/list-date/orders", test_orders);
    g_test_add_func ("/list-date/turned", test_turned);
    g_test_add_func ("/list-date/serials", test_serials);
    return g_test_run ();
}
