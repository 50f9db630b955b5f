/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Class lists and weighing sheets as schools keep them, read from files of other programs. */

#include "base/tv-number.h"
#include "base/tv-text.h"
#include "exchange/tv-list-reader.h"
#include "exchange/tv-workbook-file.h"
#include "tv-xlsx-maker.h"

#include <math.h>
#include <string.h>

static TvListFile *
read_book (TvWorkbook *book)
{
    TvListOptions options = { tv_date_from_ymd (2026, 9, 20), TV_DATE_NONE, NULL };
    g_autoptr (GError) error = NULL;
    TvListFile *list = tv_list_read (book, &options, &error);

    g_assert_no_error (error);
    return list;
}

static TvListFile *
read_fixture (const char *name)
{
    g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "exchange", name, NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvWorkbook) book = tv_workbook_read (path, NULL, &error);

    g_assert_no_error (error);
    return read_book (book);
}

static TvListFile *
read_rows (const char *const *rows)
{
    g_autofree char *data = tv_xlsx_maker_rows (rows);
    g_autoptr (GBytes) bytes = tv_xlsx_maker_book (data);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvWorkbook) book = tv_workbook_read_bytes ("a.xlsx", bytes, NULL, &error);

    g_assert_no_error (error);
    return read_book (book);
}

static const TvListRow *
row_at (TvListFile *list, guint index)
{
    g_assert_cmpuint (index, <, list->rows->len);
    return g_ptr_array_index (list->rows, index);
}

/* How many classes there are, and how many rows the class of that name has. */
static guint
count_classes (TvListFile *list, const char *name, guint *n_in_class)
{
    g_autoptr (GHashTable) classes = g_hash_table_new (g_str_hash, g_str_equal);

    *n_in_class = 0;
    for (guint i = 0; i < list->rows->len; i++) {
        g_assert_nonnull (row_at (list, i)->class_name);
        g_hash_table_add (classes, row_at (list, i)->class_name);
        *n_in_class += strcmp (row_at (list, i)->class_name, name) == 0;
    }
    return g_hash_table_size (classes);
}

static guint
count_refused (TvListFile *list)
{
    guint n = 0;

    for (guint i = 0; i < list->rows->len; i++)
        n += tv_list_row_is_refused (row_at (list, i));
    return n;
}

static void
assert_fault (const TvListRow *row, TvListField field, TvListFaultCode code, const char *column)
{
    const TvListFault *fault = tv_list_row_find_fault (row, field);

    g_assert_nonnull (fault);
    g_assert_cmpint (fault->code, ==, code);
    g_assert_cmpstr (fault->column, ==, column);
}

static void
test_ministry_export (void)
{
    g_autoptr (TvListFile) list = read_fixture ("primary-ministry-export.xlsx");
    guint n_here = 0, n_in_class;

    g_assert_cmpuint (list->rows->len, ==, 1077);
    g_assert_cmpuint (count_classes (list, "1D", &n_in_class), ==, 25);
    g_assert_cmpuint (n_in_class, ==, 46);
    g_assert_false (list->has_measures);
    g_assert_cmpuint (list->sheets->len, ==, 4);
    for (guint i = 1; i < 4; i++)
        g_assert_cmpint (((TvListSheet *) g_ptr_array_index (list->sheets, i))->state, ==,
                         TV_LIST_SHEET_NO_HEADER);
    for (guint i = 0; i < 1077; i++) {
        const TvListRow *row = row_at (list, i);

        n_here += tv_enrolment_status_is_here (row->status);
        g_assert_cmpuint (row->source_row, ==, i + 2);
        g_assert_cmpstr (row->ethnic_group, ==, "Kinh");
        g_assert_cmpuint (strlen (row->ministry_code), ==, 10);
    }
    g_assert_cmpuint (n_here, ==, 1018 + 25);
    g_assert_cmpuint (count_refused (list), ==, 2);
    assert_fault (row_at (list, 1074), TV_LIST_NAME, TV_LIST_FAULT_MISSING, "D");
    assert_fault (row_at (list, 1075), TV_LIST_BIRTH_DATE, TV_LIST_FAULT_NO_SUCH_DAY, "E");
    assert_fault (row_at (list, 1076), TV_LIST_PERSONAL_NUMBER, TV_LIST_FAULT_OTHER_SEX, "K");
    g_assert_false (tv_list_row_is_refused (row_at (list, 1076)));
    g_assert_cmpint (row_at (list, 1076)->birth_date, ==, tv_date_from_ymd (2016, 7, 28));
}

/* Names come out composed, however they were written. */
static void
test_normal_forms (void)
{
    g_autoptr (TvListFile) list = read_fixture ("primary-ministry-export.xlsx");
    guint n_parted = 0;

    for (guint i = 0; i < list->rows->len; i++) {
        const TvListRow *row = row_at (list, i);
        g_autofree char *composed = NULL;

        if (!row->name)
            continue;
        composed = g_utf8_normalize (row->name, -1, G_NORMALIZE_NFC);
        g_assert_cmpstr (row->name, ==, composed);
        n_parted += strlen (row->name) > 0;
    }
    g_assert_cmpuint (n_parted, ==, 1076);
}

static void
test_csv_list (void)
{
    g_autoptr (TvListFile) list = read_fixture ("primary-list.csv");
    guint n_in_class;

    g_assert_cmpuint (list->rows->len, ==, 300);
    g_assert_cmpuint (count_refused (list), ==, 0);
    g_assert_cmpuint (count_classes (list, "1A", &n_in_class), ==, 7);
    g_assert_cmpuint (n_in_class, ==, 45);
    g_assert_cmpstr (row_at (list, 0)->name, ==, "Dương Quỳnh Giang");
    g_assert_cmpstr (row_at (list, 0)->personal_number, ==, "000320842950");
    g_assert_cmpuint (row_at (list, 299)->source_row, ==, 301);
}

/* The same sixty children as the list in Unicode begins with. */
static void
test_tcvn3 (void)
{
    g_autoptr (TvListFile) list = read_fixture ("primary-list-tcvn3.xlsx");
    g_autoptr (TvListFile) unicode = read_fixture ("primary-list.csv");
    const TvListRereading *rereading;

    g_assert_cmpuint (list->rows->len, ==, 60);
    g_assert_cmpuint (count_refused (list), ==, 0);
    for (guint i = 0; i < 60; i++) {
        const TvListRow *row = row_at (list, i), *same = row_at (unicode, i);

        g_assert_cmpstr (row->name, ==, same->name);
        g_assert_cmpstr (row->class_name, ==, same->class_name);
        g_assert_cmpstr (row->personal_number, ==, same->personal_number);
        g_assert_cmpint (row->birth_date, ==, same->birth_date);
        g_assert_cmpint (row->sex, ==, same->sex);
    }
    g_assert_cmpuint (list->charsets.n_cells[TV_CHARSET_TCVN3], >, 60);
    g_assert_cmpuint (unicode->charsets.n_cells[TV_CHARSET_TCVN3], ==, 0);
    g_assert_cmpuint (list->rereadings->len, ==, TV_LIST_MAX_REREADINGS);
    rereading = g_ptr_array_index (list->rereadings, 0);
    g_assert_cmpstr (rereading->before, ==, "D\u00ad¬ng Quúnh Giang");
    g_assert_cmpstr (rereading->after, ==, "Dương Quỳnh Giang");
}

typedef struct {
    char *class_name;
    char *name;
    TvDate birth_date;
    TvSex sex;
    double weight_kg;
    double height_cm;
    char *entered_as;
} Truth;

static void
free_truth (gpointer data)
{
    Truth *truth = data;

    g_free (truth->class_name);
    g_free (truth->name);
    g_free (truth->entered_as);
    g_free (truth);
}

/* What was really measured, in the order of the sheets. */
static GPtrArray *
read_truth (void)
{
    g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "exchange",
                                                   "kindergarten-weighing-1-truth.csv", NULL);
    g_autoptr (GPtrArray) truths = g_ptr_array_new_with_free_func (free_truth);
    g_autofree char *text = NULL;
    g_auto (GStrv) lines = NULL;

    g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    lines = g_strsplit (text, "\n", -1);
    for (guint i = 1; lines[i] && *lines[i]; i++) {
        g_auto (GStrv) cells = g_strsplit (g_strchomp (lines[i]), ",", -1);
        Truth *truth = g_new0 (Truth, 1);

        g_assert_cmpuint (g_strv_length (cells), ==, 7);
        truth->class_name = g_strdup (cells[0]);
        truth->name = g_strdup (cells[1]);
        truth->birth_date = tv_date_parse_iso (cells[2]);
        g_assert_true (tv_sex_parse (cells[3], &truth->sex));
        truth->weight_kg = g_ascii_strtod (cells[4], NULL);
        truth->height_cm = g_ascii_strtod (cells[5], NULL);
        truth->entered_as = g_strdup (cells[6]);
        g_ptr_array_add (truths, truth);
    }
    g_assert_cmpuint (truths->len, ==, 217);
    return g_steal_pointer (&truths);
}

static void
assert_child (const TvListRow *row, const Truth *truth)
{
    g_assert_cmpstr (row->class_name, ==, truth->class_name);
    g_assert_cmpstr (row->name, ==, truth->name);
    g_assert_cmpint (row->birth_date, ==, truth->birth_date);
    g_assert_cmpint (row->sex, ==, truth->sex);
    g_assert_false (tv_list_row_is_refused (row));
}

static void
test_class_lists (void)
{
    g_autoptr (TvListFile) list = read_fixture ("kindergarten-class-lists.xlsx");
    g_autoptr (GPtrArray) truths = read_truth ();
    guint n_notes = 0;

    g_assert_cmpuint (list->rows->len, ==, 217);
    g_assert_cmpint (list->first_year, ==, 2026);
    g_assert_false (list->has_measures);
    g_assert_cmpuint (((TvListSheet *) g_ptr_array_index (list->sheets, 0))->maps->len, ==, 7);
    for (guint i = 0; i < 217; i++) {
        const TvListRow *row = row_at (list, i);

        assert_child (row, g_ptr_array_index (truths, i));
        g_assert_cmpuint (row->n_faults, ==, 0);
        n_notes += row->notes != NULL;
    }
    g_assert_cmpuint (row_at (list, 0)->source_row, ==, 7);
    g_assert_cmpuint (row_at (list, 216)->source_row, ==, 247);
    g_assert_cmpint (row_at (list, 216)->roll_number, ==, 29);
    g_assert_cmpuint (n_notes, >, 0);
}

/* Every row that is not a child's is accounted for. */
static void
test_passed_rows (void)
{
    g_autoptr (TvListFile) list = read_fixture ("kindergarten-class-lists.xlsx");
    guint n[TV_LIST_PASSED_OTHER + 1] = { 0 };

    for (guint i = 0; i < list->passed_rows->len; i++)
        n[((TvListPassedRow *) g_ptr_array_index (list->passed_rows, i))->reason]++;
    g_assert_cmpuint (n[TV_LIST_PASSED_TITLE], ==, 3 + 7);
    g_assert_cmpuint (n[TV_LIST_PASSED_HEADER], ==, 7);
    g_assert_cmpuint (n[TV_LIST_PASSED_TOTAL], ==, 7);
    g_assert_cmpuint (n[TV_LIST_PASSED_SIGNATURE], ==, 2);
    g_assert_cmpuint (n[TV_LIST_PASSED_OTHER], ==, 0);
}

static void
assert_measures (const TvListRow *row, const Truth *truth)
{
    int weight_g = (int) lround (truth->weight_kg * 1000);
    int height_mm = (int) lround (truth->height_cm * 10);

    if (strcmp (truth->entered_as, "absent") == 0) {
        g_assert_cmpint (row->state, ==, TV_MEASUREMENT_ABSENT);
        g_assert_cmpint (row->weight_g + row->height_mm, ==, 0);
        g_assert_null (row->notes);
    } else if (strcmp (truth->entered_as, "swapped") == 0) {
        g_assert_cmpfloat (row->typed_weight_kg, ==, truth->height_cm);
        g_assert_cmpfloat (row->typed_height_cm, ==, truth->weight_kg);
        assert_fault (row, TV_LIST_HEIGHT, TV_LIST_FAULT_OUT_OF_RANGE, "F");
    } else if (strcmp (truth->entered_as, "metres") == 0
               || strcmp (truth->entered_as, "lost-point") == 0) {
        g_assert_cmpint (row->weight_g, ==, weight_g);
        g_assert_cmpint (row->height_mm, ==, 0);
        assert_fault (row, TV_LIST_HEIGHT, TV_LIST_FAULT_OUT_OF_RANGE, "F");
    } else {
        g_assert_cmpint (row->weight_g, ==, weight_g);
        g_assert_cmpint (row->height_mm, ==, height_mm);
        g_assert_cmpint (row->state, ==, TV_MEASUREMENT_MEASURED);
        g_assert_cmpuint (row->n_faults, ==, 0);
    }
}

static void
test_weighing (gconstpointer name)
{
    g_autoptr (TvListFile) list = read_fixture (name);
    g_autoptr (GPtrArray) truths = read_truth ();

    g_assert_cmpuint (list->rows->len, ==, 217);
    g_assert_true (list->has_measures);
    g_assert_cmpint (list->measured_on, ==, tv_date_from_ymd (2026, 9, 15));
    g_assert_cmpint (list->round_number, ==, 1);
    for (guint i = 0; i < 217; i++) {
        assert_child (row_at (list, i), g_ptr_array_index (truths, i));
        assert_measures (row_at (list, i), g_ptr_array_index (truths, i));
        g_assert_cmpint (row_at (list, i)->measured_on, ==, list->measured_on);
    }
}

/* Two header rows, a name over two columns, columns numbered below, marks for both sexes. */
static void
test_two_headers (void)
{
    static const char *const rows[] = { "DANH SÁCH LỚP 2B",
                                        "TT|Họ và tên||Ngày sinh|Giới tính||Ghi chú",
                                        "||||Nam|Nữ|",
                                        "(1)|(2)|(3)|(4)|(5)|(6)|(7)",
                                        "=1|Nguyễn Văn|An|27/07/2019|x||",
                                        "=2|Trần Thị|Bình|01/02/2019||x|hen",
                                        "=3|Lê|Chi|01/03/2019|x|x|",
                                        "Tổng số: 3",
                                        NULL };
    g_autoptr (TvListFile) list = read_rows (rows);

    g_assert_cmpuint (list->rows->len, ==, 3);
    g_assert_cmpstr (row_at (list, 0)->name, ==, "Nguyễn Văn An");
    g_assert_cmpint (row_at (list, 0)->sex, ==, TV_SEX_MALE);
    g_assert_cmpint (row_at (list, 1)->sex, ==, TV_SEX_FEMALE);
    g_assert_cmpstr (row_at (list, 1)->notes, ==, "hen");
    g_assert_cmpstr (row_at (list, 1)->class_name, ==, "2B");
    g_assert_true (tv_list_row_is_refused (row_at (list, 2)));
}

/* A child is never lost among totals and signatures, and nobody who signs becomes a child. */
static void
test_doubtful_rows (void)
{
    static const char *const rows[] = { "STT|Lớp|Họ tên|Ngày sinh|Giới tính|Số định danh",
                                        "=1|1A|TỐNG THỊ HÀ|=43000|nữ|=320842950",
                                        "=2|1A||01/01/2019|Nam|",
                                        "=3|1A|Lê Văn Cộng|01/01/1989|Nam|00022x",
                                        "||Nguyễn Gia Bảo 2|01/01/2019|khác|",
                                        "||Vũ Minh Anh|||",
                                        "||Tổng số: 5|||",
                                        "||Người lập biểu|||Hiệu trưởng",
                                        "||Trần Thị Hoa|||Lê Văn Nam",
                                        NULL };
    g_autoptr (TvListFile) list = read_rows (rows);

    g_assert_cmpuint (list->rows->len, ==, 5);
    g_assert_cmpstr (row_at (list, 0)->name, ==, "Tống Thị Hà");
    g_assert_cmpstr (row_at (list, 0)->personal_number, ==, "000320842950");
    g_assert_cmpint (row_at (list, 0)->birth_date, ==, tv_date_from_ymd (2017, 9, 22));
    assert_fault (row_at (list, 1), TV_LIST_NAME, TV_LIST_FAULT_MISSING, "C");
    assert_fault (row_at (list, 2), TV_LIST_BIRTH_DATE, TV_LIST_FAULT_TOO_EARLY, "D");
    assert_fault (row_at (list, 2), TV_LIST_PERSONAL_NUMBER, TV_LIST_FAULT_NOT_A_NUMBER, "F");
    assert_fault (row_at (list, 3), TV_LIST_SEX, TV_LIST_FAULT_UNKNOWN_WORD, "E");
    assert_fault (row_at (list, 4), TV_LIST_CLASS, TV_LIST_FAULT_MISSING, "B");
}

/* Absence said in the place of a value, a date for each row, a position. */
static void
test_measuring_columns (void)
{
    static const char *const rows[]
        = { "Lớp 1A",
            "Họ tên|Ngày sinh|Nữ|Ngày cân|Chiều cao|Cân nặng|Tư thế|Ghi chú",
            "An Văn|01/01/2025||15/09/2026|=80.5|10,2|Nằm|áo mỏng",
            "Bình Thị|01/01/2025|x|15/09/2026|vắng|-||",
            "Chi Thị|01/01/2025|x|15/09/2026|không đo được|10||",
            "Dũng Văn|16/09/2026||15/09/2026|=50|=3||",
            NULL };
    g_autoptr (TvListFile) list = read_rows (rows);

    g_assert_cmpuint (list->rows->len, ==, 4);
    g_assert_cmpint (row_at (list, 0)->height_mm, ==, 805);
    g_assert_cmpint (row_at (list, 0)->weight_g, ==, 10200);
    g_assert_cmpint (row_at (list, 0)->position, ==, TV_POSITION_RECUMBENT);
    g_assert_cmpstr (row_at (list, 0)->notes, ==, "áo mỏng");
    g_assert_cmpint (row_at (list, 1)->state, ==, TV_MEASUREMENT_ABSENT);
    g_assert_cmpint (row_at (list, 2)->state, ==, TV_MEASUREMENT_MEASURED);
    g_assert_cmpint (row_at (list, 2)->weight_g, ==, 10000);
    assert_fault (row_at (list, 3), TV_LIST_BIRTH_DATE, TV_LIST_FAULT_TOO_LATE, "B");
}

/* A person says what a column is: believed over the wording. */
static void
test_choices (void)
{
    static const char *const rows[]
        = { "Cháu|Ngày sinh|Nam|kg", "An Văn|01/01/2024|x|=10.2", NULL };
    g_autofree char *data = tv_xlsx_maker_rows (rows);
    g_autoptr (GBytes) bytes = tv_xlsx_maker_book (data);
    g_autoptr (GHashTable) choices = g_hash_table_new (g_str_hash, g_str_equal);
    TvListOptions options
        = { tv_date_from_ymd (2026, 9, 20), tv_date_from_ymd (2026, 9, 1), choices };
    g_autoptr (TvWorkbook) book = tv_workbook_read_bytes ("a.xlsx", bytes, NULL, NULL);
    g_autoptr (TvListFile) list = NULL;

    g_hash_table_insert (choices, (gpointer) "chau", GINT_TO_POINTER (TV_LIST_NAME));
    g_hash_table_insert (choices, (gpointer) "kg", GINT_TO_POINTER (TV_LIST_WEIGHT));
    list = tv_list_read (book, &options, NULL);
    g_assert_nonnull (list);
    g_assert_cmpint (row_at (list, 0)->weight_g, ==, 10200);
    g_assert_cmpint (row_at (list, 0)->measured_on, ==, tv_date_from_ymd (2026, 9, 1));
}

/* Two rounds side by side: the first is read, unless a person says which. */
static void
test_repeated_columns (void)
{
    static const char *const rows[] = { "Họ tên|Ngày sinh|Nam|Cân nặng đợt 1|Cân nặng đợt 2",
                                        "An Văn|01/01/2024|x|=10.2|=11", NULL };
    g_autofree char *data = tv_xlsx_maker_rows (rows);
    g_autoptr (GBytes) bytes = tv_xlsx_maker_book (data);
    g_autoptr (GHashTable) choices = g_hash_table_new (g_str_hash, g_str_equal);
    TvListOptions options = { tv_date_from_ymd (2026, 9, 20), TV_DATE_NONE, NULL };
    g_autoptr (TvWorkbook) book
        = tv_workbook_read_bytes ("danh sách lớp 1A.xlsx", bytes, NULL, NULL);
    g_autoptr (TvListFile) first = tv_list_read (book, &options, NULL);
    g_autoptr (TvListFile) second = NULL;

    g_hash_table_insert (choices, (gpointer) "can nang dot 2", GINT_TO_POINTER (TV_LIST_WEIGHT));
    options.choices = choices;
    second = tv_list_read (book, &options, NULL);
    g_assert_cmpint (row_at (first, 0)->weight_g, ==, 10200);
    g_assert_cmpint (row_at (second, 0)->weight_g, ==, 11000);
    g_assert_cmpstr (row_at (first, 0)->class_name, ==, "1A");
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/list-reader/ministry-export", test_ministry_export);
    g_test_add_func ("/list-reader/normal-forms", test_normal_forms);
    g_test_add_func ("/list-reader/tcvn3", test_tcvn3);
    g_test_add_func ("/list-reader/csv", test_csv_list);
    g_test_add_func ("/list-reader/class-lists", test_class_lists);
    g_test_add_func ("/list-reader/passed-rows", test_passed_rows);
    g_test_add_data_func ("/list-reader/weighing", "kindergarten-weighing-1.xlsx", test_weighing);
    g_test_add_data_func ("/list-reader/weighing-libreoffice",
                          "kindergarten-weighing-1-libreoffice.xlsx", test_weighing);
    g_test_add_func ("/list-reader/two-headers", test_two_headers);
    g_test_add_func ("/list-reader/doubtful-rows", test_doubtful_rows);
    g_test_add_func ("/list-reader/measuring-columns", test_measuring_columns);
    g_test_add_func ("/list-reader/choices", test_choices);
    g_test_add_func ("/list-reader/repeated-columns", test_repeated_columns);
    return g_test_run ();
}
