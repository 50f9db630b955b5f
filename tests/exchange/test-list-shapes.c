/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists in the shapes that schools and clinics give them. */

#include "exchange/tv-list-reader.h"
#include "exchange/tv-workbook-file.h"
#include "tv-xlsx-maker.h"

#include <string.h>

static TvListFile *
read_data (const char *data, const char *workbook)
{
    TvListOptions options = { tv_date_from_ymd (2026, 9, 20), TV_DATE_NONE, NULL };
    g_autoptr (GBytes) bytes = tv_xlsx_maker_book_with (workbook, data, NULL, NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvWorkbook) book = tv_workbook_read_bytes ("a.xlsx", bytes, NULL, &error);
    TvListFile *list;

    g_assert_no_error (error);
    list = tv_list_read (book, &options, &error);
    g_assert_no_error (error);
    return list;
}

static TvListFile *
read_rows (const char *const *rows)
{
    g_autofree char *data = tv_xlsx_maker_rows (rows);

    return read_data (data, NULL);
}

static const TvListRow *
row_at (TvListFile *list, guint index)
{
    g_assert_cmpuint (index, <, list->rows->len);
    return g_ptr_array_index (list->rows, index);
}

/* Three header rows, of which one groups and one numbers; eyes that are no boys; a doctor who
 * signs. */
static void
test_clinic_sheet (void)
{
    static const char *const rows[]
        = { "TRUNG TÂM Y TẾ QUẬN||||||||||",
            "KẾT QUẢ KHÁM SỨC KHỎE HỌC SINH LỚP 1A, ngày 15/9/26",
            "STT|Họ và tên|Ngày sinh|Giới tính|Thể lực||||Mắt||Kết luận",
            "||||Cân nặng lúc khám|Chiều cao đứng|BMI|Huyết áp|Trái|Phải|",
            "(1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)|(9)|(10)|(11)",
            "=1|Nguyễn Văn An|27/07/2019|Nam|=21.5|115,5|=16.1|90/60|10/10|9/10|Bình thường",
            "=2|Trần Thị Bình|01/02/2019|Nữ|20,1|=112|=16|90/60|10/10|10/10|Sâu răng",
            "Tổng cộng: 2 học sinh",
            "|||||||||Bác sĩ khám|",
            "|||||||||Lê Thị Hoa|",
            NULL };
    g_autoptr (TvListFile) list = read_rows (rows);

    g_assert_cmpuint (list->rows->len, ==, 2);
    g_assert_cmpint (list->measured_on, ==, tv_date_from_ymd (2026, 9, 15));
    for (guint i = 0; i < 2; i++) {
        const TvListRow *row = row_at (list, i);

        g_assert_cmpstr (row->class_name, ==, "1A");
        g_assert_cmpuint (row->n_faults, ==, 0);
        g_assert_cmpint (row->sex, ==, i == 0 ? TV_SEX_MALE : TV_SEX_FEMALE);
        g_assert_cmpint (row->weight_g, ==, i == 0 ? 21500 : 20100);
        g_assert_cmpint (row->height_mm, ==, i == 0 ? 1155 : 1120);
    }
}

/* CN and CC measure side by side; alone CC is an attendance, and the list no weighing sheet. */
static void
test_abbreviations (void)
{
    static const char *const both[]
        = { "Lớp 1A", "TT|Họ tên|Ngày sinh|CN|CC", "=1|Lê An|01/02/2019|=20.5|=115", NULL };
    static const char *const alone[]
        = { "Lớp 1A", "TT|Họ tên|Ngày sinh|CC", "=1|Lê An|01/02/2019|=10", NULL };
    g_autoptr (TvListFile) sheet = read_rows (both);
    g_autoptr (TvListFile) list = read_rows (alone);

    g_assert_cmpint (row_at (sheet, 0)->weight_g, ==, 20500);
    g_assert_cmpint (row_at (sheet, 0)->height_mm, ==, 1150);
    g_assert_false (list->has_measures);
}

/* Each class under a title and a header of its own, the last with other columns in another order.
 */
static void
test_blocks (void)
{
    static const char *const rows[] = { "TRƯỜNG TIỂU HỌC THỬ NGHIỆM",
                                        "NĂM HỌC 2026 - 2027",
                                        "LỚP 1A (GVCN: Cô Hoa)",
                                        "STT|Họ và tên|Ngày sinh|Nữ",
                                        "=1|Lê An|01/02/2020|",
                                        "=2|Vũ Mai|11/02/2020|x",
                                        "Cộng: 2",
                                        "",
                                        "LỚP 1B",
                                        "STT|Họ và tên|Ngày sinh|Nữ",
                                        "=1|Lê Bình|01/02/2020|",
                                        "Cộng: 1",
                                        "LỚP 2A",
                                        "Ngày sinh|Tên|Họ đệm|Giới tính",
                                        "02/03/2019|Chi|Trần Thị|Nữ",
                                        "Hà Nội, ngày 5 tháng 9 năm 2026",
                                        "Hiệu trưởng",
                                        NULL };
    static const char *const names[] = { "Lê An", "Vũ Mai", "Lê Bình", "Trần Thị Chi" };
    static const char *const classes[] = { "1A", "1A", "1B", "2A" };
    g_autoptr (TvListFile) list = read_rows (rows);

    g_assert_cmpuint (list->rows->len, ==, G_N_ELEMENTS (names));
    g_assert_cmpint (list->first_year, ==, 2026);
    for (guint i = 0; i < list->rows->len; i++) {
        g_assert_cmpstr (row_at (list, i)->name, ==, names[i]);
        g_assert_cmpstr (row_at (list, i)->class_name, ==, classes[i]);
        g_assert_cmpint (row_at (list, i)->sex, ==, i % 2 ? TV_SEX_FEMALE : TV_SEX_MALE);
    }
}

/* What a filter hides is read, and counted; a hidden sheet is not. */
static void
test_hidden (void)
{
    static const char data[]
        = "<row r='1'><c r='A1' t='str'><v>Họ tên</v></c><c r='B1' t='str'><v>Ngày "
          "sinh</v></c></row>"
          "<row r='2' hidden='1'><c r='A2' t='str'><v>Lê An</v></c><c r='B2' t='str'>"
          "<v>1/2/2020</v></c></row><row r='3' hidden='true'></row>"
          "<row r='4' hidden='0'><c r='A4' t='str'><v>Lê Tú</v></c><c r='B4' t='str'>"
          "<v>1/3/2020</v></c></row>";
    g_autoptr (TvListFile) list = read_data (data, NULL);

    g_assert_cmpuint (list->rows->len, ==, 2);
    g_assert_cmpuint (((TvListSheet *) g_ptr_array_index (list->sheets, 0))->n_hidden_rows, ==, 1);
}

/* The name of a text file is the name of its class, without what it ends with. */
static void
test_file_name (void)
{
    static const char text[] = "Họ tên;Ngày sinh\nLê An;13/2/2020\n";
    TvListOptions options = { tv_date_from_ymd (2026, 9, 20), TV_DATE_NONE, NULL };
    g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
    g_autoptr (TvWorkbook) book = tv_workbook_read_bytes ("Mẫu giáo bé C1.csv", bytes, NULL, NULL);
    g_autoptr (TvListFile) list = tv_list_read (book, &options, NULL);

    g_assert_cmpstr (row_at (list, 0)->class_name, ==, "Mẫu giáo bé C1");
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/list-shapes/clinic-sheet", test_clinic_sheet);
    g_test_add_func ("/list-shapes/abbreviations", test_abbreviations);
    g_test_add_func ("/list-shapes/blocks", test_blocks);
    g_test_add_func ("/list-shapes/hidden", test_hidden);
    g_test_add_func ("/list-shapes/file-name", test_file_name);
    return g_test_run ();
}
