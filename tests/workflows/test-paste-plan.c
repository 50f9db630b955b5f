/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is on the clipboard, and which child of a class each value would land on. */

#include "base/tv-language.h"
#include "workflows/tv-paste-plan.h"
#include "workflows/tv-paste-summary.h"

#include <string.h>

enum {
    BAO,
    AN,
    CHAU,
    PHAM_BAO,
    BAO_AGAIN, /* a second child of the first one's name */
    DUY,       /* is measured already: 16.0 kg, 103.0 cm */
    N_CHILDREN,
};

static const struct {
    const char *name;
    int day; /* of May 2022 */
    TvSex sex;
} children[N_CHILDREN] = {
    { "Nguyễn Gia Bảo", 1, TV_SEX_MALE },  { "Trần Khánh An", 2, TV_SEX_FEMALE },
    { "Lê Minh Châu", 3, TV_SEX_FEMALE },  { "Phạm Gia Bảo", 10, TV_SEX_MALE },
    { "Nguyễn Gia Bảo", 11, TV_SEX_MALE }, { "Hoàng Đức Duy", 20, TV_SEX_MALE },
};

static TvMeasurement *
measure (int child, int year, int weight_g, int height_mm)
{
    TvMeasurement values = { .id = year * 10 + child,
                             .student_id = child + 1,
                             .round_id = year,
                             .weight_g = weight_g,
                             .height_mm = height_mm,
                             .position = TV_POSITION_STANDING };

    values.date = tv_date_from_ymd (year, 5, 15);
    return tv_measurement_new (&values);
}

static void
free_row (gpointer data)
{
    TvMeasuringRow *row = data;

    tv_student_unref (row->student);
    g_clear_pointer (&row->current, tv_measurement_unref);
    g_clear_pointer (&row->previous, tv_measurement_unref);
    g_free (row);
}

static TvMeasuringSheet *
make_sheet (void)
{
    TvMeasuringSheet *sheet = g_atomic_rc_box_new0 (TvMeasuringSheet);
    TvRound round = { .id = 2026, .code = (char *) "2026-1", .name = (char *) "2026-1" };

    sheet->round = tv_round_new (&round);
    sheet->rows = g_ptr_array_new_with_free_func (free_row);
    for (int i = 0; i < N_CHILDREN; i++) {
        TvMeasuringRow *row = g_new0 (TvMeasuringRow, 1);
        TvStudent values
            = { .id = i + 1, .name = (char *) children[i].name, .sex = children[i].sex };

        values.birth_date = tv_date_from_ymd (2022, 5, children[i].day);
        row->student = tv_student_new (&values);
        row->roll_number = i + 1;
        row->previous = measure (i, 2025, 13200 + 100 * i, 945 + i);
        if (i == DUY)
            row->current = measure (i, 2026, 16000, 1030);
        g_ptr_array_add (sheet->rows, row);
    }
    return sheet;
}

static TvPastePlan *
try_plan (const char *text, guint start, TvQuantity cursor, GError **error)
{
    g_autoptr (TvMeasuringSheet) sheet = make_sheet ();
    TvSession values = { .round_id = 2026 };
    g_autoptr (TvSession) session = NULL;

    values.date = tv_date_from_ymd (2026, 5, 15);
    session = tv_session_new (&values);
    return tv_paste_plan_new (text, sheet, session, start, cursor, error);
}

static TvPastePlan *
plan_at (const char *text, guint start, TvQuantity cursor)
{
    g_autoptr (GError) error = NULL;
    TvPastePlan *plan = try_plan (text, start, cursor, &error);

    g_assert_no_error (error);
    return plan;
}

static TvPastePlan *
plan_of (const char *text)
{
    return plan_at (text, 0, TV_QUANTITY_WEIGHT);
}

/* The line brings these values for this child, and they are ticked; 0 is none. */
static void
assert_lands (const TvPastePlan *plan, guint index, int child, int weight_g, int height_mm)
{
    const TvPasteRow *row;

    g_assert_cmpuint (index, <, plan->rows->len);
    row = tv_paste_plan_row (plan, index);
    g_assert_cmpint (row->match.child, ==, child);
    g_assert_cmpint (row->parts[TV_PASTE_PART_WEIGHT].typed.value, ==, weight_g);
    g_assert_cmpint (row->parts[TV_PASTE_PART_HEIGHT].typed.value, ==, height_mm);
    g_assert_cmpint (row->parts[TV_PASTE_PART_WEIGHT].is_taken, ==, weight_g != 0);
    g_assert_cmpint (row->parts[TV_PASTE_PART_HEIGHT].is_taken, ==, height_mm != 0);
}

/* Shapes in which spreadsheet programs, phones and people hand over the same two children. */
static const char *const shapes[] = {
    /* Excel: CRLF and one at the end. */
    "15,4\t101,2\r\n15,6\t101,4\r\n",
    /* LibreOffice and Google Sheets. */
    "15,4\t101,2\n15,6\t101,4",
    "15.4\t101.2\n15.6\t101.4\n\n\n",
    /* Height first. */
    "101,2\t15,4\n101,4\t15,6\n",
    /* With units, and spaces around. */
    " 15,4 kg\t101,2 cm\n15,6kg\t101,4cm \n",
    /* A cell with a line break in it. */
    "\"15,4\n\"\t101,2\n15,6\t\"101,4\"\n",
    /* Headers: known, known in two lines, shortened, and with a numbering below. */
    "Cân nặng (kg)\tChiều cao (cm)\n15,4\t101,2\n15,6\t101,4\n",
    "CÂN NẶNG\tCHIỀU CAO\r\n15,4\t101,2\r\n15,6\t101,4\r\n",
    "Chiều cao đứng\tCân nặng\n101,2\t15,4\n101,4\t15,6\n",
    /* An empty column and one that is not used. */
    "\t15,4\t101,2\n\t15,6\t101,4\n",
    "15,4\t101,2\tbình thường\n15,6\t101,4\tbình thường\n",
    /* By name, in any order of columns, with and without marks. */
    "Trần Khánh An\t02/05/2022\t15,4\t101,2\nLê Minh Châu\t03/05/2022\t15,6\t101,4\n",
    "Lê Minh Châu\t15,6\t101,4\nTrần Khánh An\t15,4\t101,2\n",
    "101,2\t15,4\t1\tTrần Khánh An\n101,4\t15,6\t2\tLê Minh Châu\n",
    "1\tTRẦN KHÁNH AN\t2/5/2022\t15,4\t101,2\n2\tLÊ MINH CHÂU\t3/5/2022\t15,6\t101,4\n",
    "STT\tHọ và tên\tNgày sinh\tCân nặng\tChiều cao\n(1)\t(2)\t(3)\t(4)\t(5)\n"
    "1\tTrần Khánh An\t02/05/2022\t15,4\t101,2\n2\tLê Minh Châu\t03/05/2022\t15,6\t101,4\n",
    "TT\tHọ và tên\t\tCân nặng\tCao\n"
    "1\tTrần Khánh\tAn\t15,4\t101,2\n2\tLê Minh\tChâu\t15,6\t101,4\n",
    "1\tTrần Khánh\tAn\t15,4\t101,2\n2\tLê Minh\tChâu\t15,6\t101,4\n",
    "1\tLe Minh Chau\t3/5/2022\t15,6\t101,4\n2\tTran Khanh An\t2/5/2022\t15,4\t101,2\n",
    /* NFD, as a Mac writes it. */
    "1\tTra\xcc\x82\xcc\x80n Kha\xcc\x81nh An\t15,4\t101,2\n"
    "2\tLe\xcc\x82 Minh Cha\xcc\x82u\t15,6\t101,4\n",
    /* The serial number of a date that lost its format, sex, and the year of birth. */
    "Trần Khánh An\t44683\tNam\t15,4\t101,2\nLê Minh Châu\t44684\tNữ\t15,6\t101,4\n",
    "1\tTrần Khánh An\t2022\t15,4\t101,2\n2\tLê Minh Châu\t2022\t15,6\t101,4\n",
    /* By roll number alone. */
    "STT\tCân nặng\tChiều cao\n3\t15,6\t101,4\n2\t15,4\t101,2\n",
};

static const TvPasteRow *
find_row_of (const TvPastePlan *plan, int child)
{
    for (guint i = 0; i < plan->rows->len; i++) {
        if (tv_paste_plan_row (plan, i)->match.child == child)
            return tv_paste_plan_row (plan, i);
    }
    return NULL;
}

static void
test_shapes (void)
{
    for (guint i = 0; i < G_N_ELEMENTS (shapes); i++) {
        g_autoptr (TvPastePlan) plan = plan_at (shapes[i], AN, TV_QUANTITY_WEIGHT);
        const TvPasteRow *an = find_row_of (plan, AN), *chau = find_row_of (plan, CHAU);

        g_test_message ("%s", shapes[i]);
        g_assert_cmpuint (plan->rows->len, ==, 2);
        g_assert_nonnull (an);
        g_assert_nonnull (chau);
        g_assert_cmpint (an->parts[TV_PASTE_PART_WEIGHT].typed.value, ==, 15400);
        g_assert_cmpint (an->parts[TV_PASTE_PART_HEIGHT].typed.value, ==, 1012);
        g_assert_cmpint (chau->parts[TV_PASTE_PART_WEIGHT].typed.value, ==, 15600);
        g_assert_cmpint (chau->parts[TV_PASTE_PART_HEIGHT].typed.value, ==, 1014);
        g_assert_cmpint (chau->verdict, ==, TV_PASTE_ROW_ENTERED);
        g_assert_false (plan->columns.is_doubtful);
    }
}

/* From the cell with the cursor downwards; a column is known by its values before its place. */
static void
test_one_column (void)
{
    g_autoptr (TvPastePlan) weights = plan_at ("15,4\n15,6\n", 1, TV_QUANTITY_WEIGHT);
    g_autoptr (TvPastePlan) heights = plan_at ("101,2\n\n101,4", 1, TV_QUANTITY_WEIGHT);
    g_autoptr (TvPastePlan) metres = plan_at ("1,012\n1,014", 0, TV_QUANTITY_WEIGHT);
    g_autoptr (TvPastePlan) unclear = plan_at ("38\n38\n", 0, TV_QUANTITY_HEIGHT);

    assert_lands (weights, 0, AN, 15400, 0);
    assert_lands (weights, 1, CHAU, 15600, 0);
    assert_lands (heights, 0, AN, 0, 1012);
    /* An empty cell keeps its place. */
    assert_lands (heights, 1, CHAU, 0, 0);
    assert_lands (heights, 2, PHAM_BAO, 0, 1014);
    g_assert_cmpint (metres->columns.fields[0], ==, TV_PASTE_HEIGHT);
    g_assert_cmpint (unclear->columns.fields[0], ==, TV_PASTE_HEIGHT);
    g_assert_true (unclear->columns.is_doubtful);
}

static void
test_columns_are_corrected (void)
{
    g_autoptr (TvPastePlan) plan = plan_of ("15,4\t101,2\t15,0\n15,6\t101,4\t15,2\n");

    g_assert_true (plan->columns.is_doubtful);
    assert_lands (plan, 0, BAO, 15400, 1012);
    tv_paste_plan_set_field (plan, 2, TV_PASTE_WEIGHT);
    assert_lands (plan, 0, BAO, 15000, 1012);
    g_assert_cmpint (plan->columns.fields[0], ==, TV_PASTE_UNUSED);
    g_assert_false (plan->columns.is_doubtful);
}

static void
test_states (void)
{
    g_autoptr (TvPastePlan) plan = plan_of ("15,4\t101,2\nvắng\t\nVắng\tvắng\n\tKhông hợp tác\n"
                                            "15,5\tkhông đo được\nvắng\tvắng");
    g_autoptr (TvPastePlan) noted = plan_of ("Họ tên\tCân nặng\tChiều cao\tGhi chú\n"
                                             "Trần Khánh An\t\t\tvắng\n"
                                             "Lê Minh Châu\t15\t101\tngoan\n");

    assert_lands (plan, 0, BAO, 15400, 1012);
    for (guint i = 1; i <= 3; i++) {
        const TvPastePart *part = &tv_paste_plan_row (plan, i)->parts[TV_PASTE_PART_STATE];

        g_assert_true (part->is_taken);
        g_assert_cmpint (part->state, ==, i == 3 ? TV_MEASUREMENT_REFUSED : TV_MEASUREMENT_ABSENT);
    }
    /* A weight beside it is worth more. */
    assert_lands (plan, 4, BAO_AGAIN, 15500, 0);
    g_assert_cmpint (tv_paste_plan_row (plan, 4)->parts[TV_PASTE_PART_STATE].news, ==,
                     TV_PASTE_NOTHING);
    /* What was measured is not wiped out by a word. */
    g_assert_cmpint (tv_paste_plan_row (plan, 5)->parts[TV_PASTE_PART_STATE].news, ==,
                     TV_PASTE_OTHER);
    g_assert_cmpint (tv_paste_plan_row (plan, 5)->verdict, ==, TV_PASTE_ROW_KEPT);
    g_assert_true (tv_paste_plan_row (noted, 0)->parts[TV_PASTE_PART_STATE].is_taken);
    assert_lands (noted, 1, CHAU, 15000, 1010);
}

static void
test_what_stands (void)
{
    g_autoptr (TvPastePlan) plan = plan_at ("16,2\t103\n", DUY, TV_QUANTITY_WEIGHT);
    const TvPasteRow *row = tv_paste_plan_row (plan, 0);
    TvPasteCounts counts;

    g_assert_cmpint (row->parts[TV_PASTE_PART_WEIGHT].news, ==, TV_PASTE_OTHER);
    g_assert_cmpstr (row->parts[TV_PASTE_PART_WEIGHT].old_text, ==, "16.0");
    g_assert_cmpint (row->parts[TV_PASTE_PART_HEIGHT].news, ==, TV_PASTE_SAME);
    g_assert_cmpint (row->verdict, ==, TV_PASTE_ROW_KEPT);
    tv_paste_plan_set_replaces (plan, TRUE);
    row = tv_paste_plan_row (plan, 0);
    g_assert_true (row->parts[TV_PASTE_PART_WEIGHT].is_taken);
    g_assert_false (row->parts[TV_PASTE_PART_HEIGHT].is_taken);
    g_assert_cmpint (row->verdict, ==, TV_PASTE_ROW_REPLACES);
    tv_paste_plan_count (plan, &counts);
    g_assert_cmpuint (counts.n_replaced, ==, 1);
    g_assert_true (tv_paste_plan_take (plan, 0, TV_PASTE_PART_WEIGHT, FALSE));
    g_assert_cmpint (row->verdict, ==, TV_PASTE_ROW_KEPT);
    g_assert_false (tv_paste_plan_take (plan, 0, TV_PASTE_PART_HEIGHT, TRUE));
}

static void
test_longer_than_the_class (void)
{
    g_autoptr (TvPastePlan) plan
        = plan_at ("15\n15,1\n15,2\n15,3\n", BAO_AGAIN, TV_QUANTITY_WEIGHT);
    TvPasteCounts counts;
    g_autofree char *summary = tv_paste_plan_summary (plan);

    tv_paste_plan_count (plan, &counts);
    assert_lands (plan, 0, BAO_AGAIN, 15000, 0);
    g_assert_cmpuint (counts.n_children, ==, 1);
    g_assert_cmpuint (counts.n_by_verdict[TV_PASTE_ROW_KEPT], ==, 1);
    g_assert_cmpuint (counts.n_by_verdict[TV_PASTE_ROW_BEYOND], ==, 2);
    g_assert_false (tv_paste_plan_take (plan, 2, TV_PASTE_PART_WEIGHT, TRUE));
    g_assert_nonnull (strstr (summary, "2 "));
}

static void
assert_asked (const TvPastePlan *plan, guint index, guint n_near)
{
    const TvPasteRow *row = tv_paste_plan_row (plan, index);

    g_assert_cmpint (row->match.child, ==, TV_PASTE_NOBODY);
    g_assert_cmpint (row->verdict, ==, TV_PASTE_ROW_NOBODY);
    g_assert_cmpuint (row->match.n_near, ==, n_near);
    g_assert_cmpuint (row->remarks->len, ==, 1);
}

static void
test_one_name_twice (void)
{
    g_autoptr (TvPastePlan) bare = plan_of ("Nguyễn Gia Bảo\t15,4\nTrần Khánh An\t15,6\n");
    g_autoptr (TvPastePlan) dated = plan_of ("Nguyễn Gia Bảo\t11/05/2022\t15,4\n"
                                             "Nguyễn Gia Bảo\t01/05/2022\t15,6\n");
    g_autoptr (TvPastePlan) numbered
        = plan_of ("STT\tHọ tên\tCân nặng\n5\tNguyễn Gia Bảo\t15,4\n1\tNguyễn Gia Bảo\t15,6\n");

    assert_asked (bare, 0, 2);
    assert_lands (bare, 1, AN, 15600, 0);
    tv_paste_plan_choose_child (bare, 0, BAO_AGAIN);
    assert_lands (bare, 0, BAO_AGAIN, 15400, 0);
    assert_lands (dated, 0, BAO_AGAIN, 15400, 0);
    assert_lands (dated, 1, BAO, 15600, 0);
    assert_lands (numbered, 0, BAO_AGAIN, 15400, 0);
    assert_lands (numbered, 1, BAO, 15600, 0);
}

static void
test_names_of_nobody (void)
{
    g_autoptr (TvPastePlan) plan
        = plan_of ("Họ tên\tCân nặng\nLê Minh Chau\t15\nVũ Thị Xuân\t15,1\nHoàng Đúc Duy\t15,2\n"
                   "Trần Khánh An\t15,3\nTrần Khánh An\t15,4\nAn Trần Khánh\t15,5\nTổng cộng\t\n");
    const TvPasteRow *second = tv_paste_plan_row (plan, 4);

    /* Marks that differ may be another child: offered, not taken. */
    assert_asked (plan, 0, 1);
    assert_asked (plan, 1, 0);
    assert_asked (plan, 2, 1);
    g_assert_cmpint (tv_paste_plan_row (plan, 2)->match.near[0], ==, DUY);
    assert_lands (plan, 3, AN, 15300, 0);
    g_assert_cmpint (second->verdict, ==, TV_PASTE_ROW_NOBODY);
    g_assert_cmpuint (second->remarks->len, ==, 1);
    assert_asked (plan, 5, 1);
    g_assert_cmpint (tv_paste_plan_row (plan, 6)->verdict, ==, TV_PASTE_ROW_EMPTY);
    g_assert_cmpuint (tv_paste_plan_row (plan, 6)->remarks->len, ==, 0);
    tv_paste_plan_choose_child (plan, 2, DUY);
    g_assert_cmpint (tv_paste_plan_row (plan, 2)->parts[TV_PASTE_PART_WEIGHT].news, ==,
                     TV_PASTE_OTHER);
}

/* The twin sits in another class, and comes first. */
static void
test_twins (void)
{
    g_autoptr (TvPastePlan) twins = plan_of ("Trần Khánh Ân\t02/05/2022\t15,9\n"
                                             "Trần Khánh An\t02/05/2022\t15,3\n");
    g_autoptr (TvPastePlan) alone = plan_of ("Trần Khánh Ân\t02/05/2022\t15,9\n"
                                             "Lê Minh Châu\t03/05/2022\t15,3\n");
    g_autoptr (TvPastePlan) unsure = plan_of ("Trần Khánh An\t02/05/2021\t15,9\n"
                                              "Trần Khánh An\t02/05/2022\t15,3\n");

    assert_lands (twins, 1, AN, 15300, 0);
    g_assert_cmpint (tv_paste_plan_row (twins, 0)->verdict, ==, TV_PASTE_ROW_NOBODY);
    g_assert_false (tv_paste_plan_row (twins, 0)->parts[TV_PASTE_PART_WEIGHT].is_taken);
    assert_lands (alone, 0, AN, 15900, 0);
    assert_lands (unsure, 1, AN, 15300, 0);
    g_assert_cmpint (tv_paste_plan_row (unsure, 0)->verdict, ==, TV_PASTE_ROW_NOBODY);
    /* Who says that the first line is about her after all is believed. */
    tv_paste_plan_choose_child (twins, 0, AN);
    assert_lands (twins, 0, AN, 15900, 0);
    g_assert_cmpint (tv_paste_plan_row (twins, 1)->verdict, ==, TV_PASTE_ROW_NOBODY);
}

static void
test_birth_dates_that_differ (void)
{
    g_autoptr (TvPastePlan) plan = plan_of ("Trần Khánh An\t02/05/2021\t15\n"
                                            "Lê Minh Chau\t03/05/2022\t15,1\n");

    g_assert_cmpint (tv_paste_plan_row (plan, 0)->match.child, ==, AN);
    g_assert_cmpint (tv_paste_plan_row (plan, 0)->verdict, ==, TV_PASTE_ROW_NOT_TAKEN);
    g_assert_cmpuint (tv_paste_plan_row (plan, 0)->remarks->len, ==, 1);
    g_assert_true (tv_paste_plan_take (plan, 0, TV_PASTE_PART_WEIGHT, TRUE));
    /* A name with a slip is the child's where the day of birth says so, too. */
    assert_lands (plan, 1, CHAU, 15100, 0);
}

static void
test_given_names (void)
{
    g_autoptr (TvPastePlan) plan = plan_of ("An\t15\nChâu\t15,1\nBảo\t15,2\nGia Bảo\t15,3\n");

    assert_lands (plan, 0, AN, 15000, 0);
    assert_lands (plan, 1, CHAU, 15100, 0);
    assert_asked (plan, 2, 3);
    assert_asked (plan, 3, 3);
}

static void
test_order_in_spite_of_names (void)
{
    g_autoptr (TvPastePlan) plan = plan_of ("Trần Khánh An\t15\nLê Minh Châu\t15,1\n");

    assert_lands (plan, 0, AN, 15000, 0);
    tv_paste_plan_set_mode (plan, TV_PASTE_BY_ORDER);
    assert_lands (plan, 0, BAO, 15000, 0);
    assert_lands (plan, 1, AN, 15100, 0);
    g_assert_cmpuint (tv_paste_plan_row (plan, 0)->remarks->len, ==, 1);
}

static void
test_values_of_no_child (void)
{
    g_autoptr (TvPastePlan) plan = plan_of ("15,4\t1012\n15,6\t1,01\nabc\t101\n15,2\t99,5\n");
    const TvPasteRow *lost_point = tv_paste_plan_row (plan, 0);

    g_assert_cmpint (lost_point->verdict, ==, TV_PASTE_ROW_REFUSED);
    g_assert_true (lost_point->parts[TV_PASTE_PART_WEIGHT].is_taken);
    g_assert_false (lost_point->parts[TV_PASTE_PART_HEIGHT].is_taken);
    /* The question that knows what was meant stands in place of the bare refusal. */
    g_assert_cmpuint (lost_point->remarks->len, ==, 1);
    g_assert_nonnull (strstr (g_ptr_array_index (lost_point->remarks, 0), "101.2"));
    g_assert_cmpint (tv_paste_plan_row (plan, 1)->verdict, ==, TV_PASTE_ROW_REFUSED);
    g_assert_cmpint (tv_paste_plan_row (plan, 2)->verdict, ==, TV_PASTE_ROW_REFUSED);
    g_assert_nonnull (strstr (g_ptr_array_index (tv_paste_plan_row (plan, 2)->remarks, 0), "abc"));
    g_assert_cmpint (tv_paste_plan_row (plan, 3)->verdict, ==, TV_PASTE_ROW_ENTERED);
}

static void
test_questions (void)
{
    g_autoptr (TvPastePlan) plan = plan_of ("45,1\t101,2\n15,6\t91,4\n15,2\t101\n");

    g_assert_cmpint (tv_paste_plan_row (plan, 0)->verdict, ==, TV_PASTE_ROW_QUESTION);
    g_assert_cmpint (tv_paste_plan_row (plan, 1)->verdict, ==, TV_PASTE_ROW_QUESTION);
    g_assert_cmpint (tv_paste_plan_row (plan, 2)->verdict, ==, TV_PASTE_ROW_ENTERED);
    /* What is not taken is not asked about. */
    tv_paste_plan_take (plan, 1, TV_PASTE_PART_HEIGHT, FALSE);
    g_assert_cmpint (tv_paste_plan_row (plan, 1)->verdict, ==, TV_PASTE_ROW_ENTERED);
}

/* Whether the first line, which has the second child's values, is asked about with its name. */
static gboolean
names_the_next (TvClass *class_, TvClass *next_class)
{
    g_autoptr (TvMeasuringSheet) sheet = make_sheet ();
    TvMeasuringRow *row = g_ptr_array_index (sheet->rows, BAO);
    TvMeasuringRow *next = g_ptr_array_index (sheet->rows, AN);
    TvSession values = { .round_id = 2026, .date = tv_date_from_ymd (2026, 5, 15) };
    g_autoptr (TvSession) session = tv_session_new (&values);
    g_autoptr (TvPastePlan) plan = NULL;
    gboolean is_named = FALSE;

    tv_measurement_unref (next->previous);
    next->previous = measure (AN, 2025, 18000, 1050);
    row->class_ = class_;
    next->class_ = next_class;
    plan = tv_paste_plan_new ("20,5\t112,5\n", sheet, session, BAO, TV_QUANTITY_WEIGHT, NULL);
    for (guint i = 0; i < tv_paste_plan_row (plan, 0)->remarks->len; i++)
        is_named
            |= strstr (tv_paste_plan_row (plan, 0)->remarks->pdata[i], children[AN].name) != NULL;
    return is_named;
}

/* As when one types: a child of the next class on the sheet is no neighbour. */
static void
test_neighbours (void)
{
    TvClass class_ = { .id = 1 }, other = { .id = 2 };

    g_assert_true (names_the_next (&class_, &class_));
    g_assert_false (names_the_next (&class_, &other));
}

static void
assert_refused (const char *text)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvPastePlan) plan = try_plan (text, 0, TV_QUANTITY_WEIGHT, &error);

    g_assert_null (plan);
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    g_assert_cmpuint (strlen (error->message), >, 40);
}

static void
test_nothing_and_too_much (void)
{
    g_autoptr (GString) lines = g_string_new (NULL);
    g_autofree char *tabs = g_strnfill (60, '\t');
    g_autofree char *wide = g_strconcat (tabs, "1", NULL);

    assert_refused (NULL);
    assert_refused ("");
    assert_refused ("\r\n\t\t\r\n");
    assert_refused (wide);
    for (guint i = 0; i <= TV_PASTE_MAX_LINES; i++)
        g_string_append (lines, "15\n");
    assert_refused (lines->str);
}

/* The whole school's list pasted into one class, and the end of a column that was marked as a
 * whole: the window waits for this. */
static void
test_long_blocks (void)
{
    g_autoptr (GString) lines = g_string_new (NULL);
    g_autoptr (TvPastePlan) plan = NULL;
    gint64 begun;

    for (guint i = 0; i < TV_PASTE_MAX_LINES; i++)
        g_string_append_printf (lines, "%u\tĐinh Thị %ca%cu Xuyến\t01/02/2022\t15,%u\t10%u\n",
                                i + 1, 'A' + i % 26, 'a' + i / 26 % 26, i % 10, i % 10);
    for (guint i = 0; i < 1000000; i++)
        g_string_append (lines, "\r\n");
    begun = g_get_monotonic_time ();
    plan = plan_of (lines->str);
    g_test_minimized_result ((double) (g_get_monotonic_time () - begun) / 1e6,
                             "%u lines of names nobody has", TV_PASTE_MAX_LINES);
    g_assert_cmpuint (plan->rows->len, ==, TV_PASTE_MAX_LINES);
    g_assert_cmpint (tv_paste_plan_row (plan, 0)->match.child, ==, TV_PASTE_NOBODY);
}

static void
test_marks_that_are_no_quotes (void)
{
    g_autoptr (TvPastePlan) plan
        = plan_of ("\"Trần Khánh An\"\t\"15\"\n\"Bi\" Lê Minh Châu\t15,1\n\"Phạm\t15,2\n\t\t\n\n");

    g_assert_cmpuint (plan->rows->len, ==, 3);
    assert_lands (plan, 0, AN, 15000, 0);
    g_assert_cmpstr (tv_paste_plan_row (plan, 1)->name, ==, "\"Bi\" Lê Minh Châu");
    g_assert_cmpstr (tv_paste_plan_row (plan, 2)->name, ==, "\"Phạm");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    g_test_add_func ("/paste-plan/shapes", test_shapes);
    g_test_add_func ("/paste-plan/one-column", test_one_column);
    g_test_add_func ("/paste-plan/columns", test_columns_are_corrected);
    g_test_add_func ("/paste-plan/states", test_states);
    g_test_add_func ("/paste-plan/what-stands", test_what_stands);
    g_test_add_func ("/paste-plan/longer-than-the-class", test_longer_than_the_class);
    g_test_add_func ("/paste-plan/one-name-twice", test_one_name_twice);
    g_test_add_func ("/paste-plan/names-of-nobody", test_names_of_nobody);
    g_test_add_func ("/paste-plan/twins", test_twins);
    g_test_add_func ("/paste-plan/birth-dates-that-differ", test_birth_dates_that_differ);
    g_test_add_func ("/paste-plan/given-names", test_given_names);
    g_test_add_func ("/paste-plan/order-in-spite-of-names", test_order_in_spite_of_names);
    g_test_add_func ("/paste-plan/values-of-no-child", test_values_of_no_child);
    g_test_add_func ("/paste-plan/questions", test_questions);
    g_test_add_func ("/paste-plan/neighbours", test_neighbours);
    g_test_add_func ("/paste-plan/nothing-and-too-much", test_nothing_and_too_much);
    g_test_add_func ("/paste-plan/long-blocks", test_long_blocks);
    g_test_add_func ("/paste-plan/marks-that-are-no-quotes", test_marks_that_are_no_quotes);
    return g_test_run ();
}
