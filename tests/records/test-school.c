/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* School years, classes and grades as schools write them. */

#include "base/tv-language.h"
#include "records/tv-round.h"
#include "records/tv-school.h"

static void
assert_text (char *text, const char *expected)
{
    g_autofree char *owned = text;

    g_assert_cmpstr (owned, ==, expected);
}

static void
test_year (void)
{
    const char *good[] = { "2026-2027",
                           "2026 - 2027",
                           "Năm học 2026–2027, học kỳ I",
                           "2026/2027",
                           "NĂM HỌC 2026 - 2027",
                           "2026\xc2\xa0-\xc2\xa0"
                           "2027" };
    const char *bad[] = { "2026",       "2026-2028",  "2027-2026",  "1926-1927", "năm 2026",
                          "12026-2027", "0202620271", "2026-20271", "",          "2026-2026" };
    int first_year = 0;

    for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
        first_year = 0;
        g_assert_true (tv_school_year_parse (good[i], &first_year));
        g_assert_cmpint (first_year, ==, 2026);
    }
    for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
        g_assert_false (tv_school_year_parse (bad[i], &first_year));
    g_assert_false (tv_school_year_parse (NULL, &first_year));
    assert_text (tv_school_year_name (2026), "2026-2027");
}

static void
test_year_of_date (void)
{
    g_assert_cmpint (tv_school_year_of_date (tv_date_from_ymd (2026, 8, 1)), ==, 2026);
    g_assert_cmpint (tv_school_year_of_date (tv_date_from_ymd (2026, 7, 31)), ==, 2025);
    g_assert_cmpint (tv_school_year_of_date (tv_date_from_ymd (2026, 12, 31)), ==, 2026);
    g_assert_cmpint (tv_school_year_of_date (tv_date_from_ymd (2027, 1, 1)), ==, 2026);
}

static void
test_grades (void)
{
    const int expected[][2] = { { 0, 5 }, { 1, 5 }, { 6, 9 }, { 10, 12 }, { 0, 12 } };
    int first, last;

    for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
        tv_level_get_grades ((TvLevel) i, &first, &last);
        g_assert_cmpint (first, ==, expected[i][0]);
        g_assert_cmpint (last, ==, expected[i][1]);
    }
}

static void
test_guess_grade (void)
{
    const struct {
        const char *name;
        TvLevel level;
        int grade;
    } cases[] = {
        { "1A", TV_LEVEL_PRIMARY, 1 },
        { "LỚP 5A2", TV_LEVEL_PRIMARY, 5 },
        { "6A", TV_LEVEL_PRIMARY, -1 },
        { "Lớp 10A2", TV_LEVEL_UPPER_SECONDARY, 10 },
        { "9/1", TV_LEVEL_LOWER_SECONDARY, 9 },
        { "Sáng", TV_LEVEL_PRIMARY, -1 },
        { "", TV_LEVEL_PRIMARY, -1 },
        { "Mẫu giáo lớn A1", TV_LEVEL_KINDERGARTEN, 5 },
        { "Mẫu giáo nhỡ B1", TV_LEVEL_KINDERGARTEN, 4 },
        { "Mẫu giáo bé C1", TV_LEVEL_KINDERGARTEN, 3 },
        { "MẪU GIÁO BÉ C2", TV_LEVEL_KINDERGARTEN, 3 },
        { "Nhà trẻ D1", TV_LEVEL_KINDERGARTEN, 0 },
        { "Nhóm trẻ 24-36 tháng tuổi", TV_LEVEL_KINDERGARTEN, 0 },
        { "MGL A2", TV_LEVEL_KINDERGARTEN, 5 },
        { "Lớp 4 tuổi B", TV_LEVEL_KINDERGARTEN, 4 },
        { "3-4 tuổi", TV_LEVEL_KINDERGARTEN, 3 },
        { "Hoa Sen", TV_LEVEL_KINDERGARTEN, -1 },
        { "Nhóm 25-36 tháng", TV_LEVEL_KINDERGARTEN, 0 },
        { "Nhóm 36 tháng tuổi", TV_LEVEL_KINDERGARTEN, 0 },
        { "Nhóm A", TV_LEVEL_KINDERGARTEN, -1 },
        { "Nhóm 3 tuổi", TV_LEVEL_KINDERGARTEN, 3 },
        { "Lớn1", TV_LEVEL_KINDERGARTEN, 5 },
        { "MGB2", TV_LEVEL_KINDERGARTEN, 3 },
        { "Bến Thành", TV_LEVEL_KINDERGARTEN, -1 },
        { "Nhà trẻ D1", TV_LEVEL_WARD, 0 },
        { "Mẫu giáo nhỡ B2", TV_LEVEL_WARD, 4 },
        { "99999999999999999999", TV_LEVEL_PRIMARY, -1 },
        { "Mẫu giáo lớn", TV_LEVEL_WARD, 5 },
        { "12C", TV_LEVEL_WARD, 12 },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_test_message ("%s", cases[i].name);
        g_assert_cmpint (tv_class_guess_grade (cases[i].name, cases[i].level), ==, cases[i].grade);
    }
}

static void
test_names (void)
{
    tv_language_start (TV_LANGUAGE_ENGLISH);
    assert_text (tv_class_grade_label (3, TV_LEVEL_PRIMARY), "Grade 3");
    assert_text (tv_class_grade_label (3, TV_LEVEL_KINDERGARTEN), "Kindergarten, 3–4 years");
    assert_text (tv_class_grade_label (0, TV_LEVEL_KINDERGARTEN), "Nursery");
    assert_text (tv_class_grade_label (-1, TV_LEVEL_PRIMARY), "Other classes");
    assert_text (tv_class_name_key ("LỚP 1A"), "1a");
    assert_text (tv_class_name_key (" Lớp  1a "), "1a");
    assert_text (tv_class_name_key ("1A"), "1a");
    assert_text (tv_class_name_key ("Mẫu giáo bé C1"), "mau giao be c1");
    assert_text (tv_class_name_key ("Lớp 1Đ"), "1đ");
    assert_text (tv_class_name_key ("1D"), "1d");
    assert_text (tv_class_name_key ("LỚP Đ"), "đ");
    assert_text (tv_class_name_key ("Đốm Đỏ"), "dom do");
    assert_text (tv_round_default_name (1, 2026), "Round 1 of school year 2026-2027");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/school/year", test_year);
    g_test_add_func ("/school/year-of-date", test_year_of_date);
    g_test_add_func ("/school/grades", test_grades);
    g_test_add_func ("/school/guess-grade", test_guess_grade);
    g_test_add_func ("/school/names", test_names);
    return g_test_run ();
}
