/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a class is called in the next school year. */

#include "workflows/tv-year-promotion.h"

typedef struct {
    const char *name;
    TvLevel level;
    int age;
    TvYearFate fate;
    const char *next; /* NULL unless it goes on */
    int grade;
} Case;

static TvClass *
class_new (const char *name, TvLevel level)
{
    return tv_class_new (
        &(TvClass){ .name = (char *) name, .grade = tv_class_guess_grade (name, level) });
}

static void
assert_case (const Case *expected, GPtrArray *classes)
{
    g_autoptr (TvClass) class_ = class_new (expected->name, expected->level);
    TvYearPromotion promotion;

    tv_year_promotion_propose (class_, expected->level, expected->age, classes, &promotion);
    g_test_message ("%s -> %s", expected->name, promotion.name ? promotion.name : "-");
    g_assert_cmpint (promotion.fate, ==, expected->fate);
    g_assert_cmpstr (promotion.name, ==, expected->next);
    if (promotion.fate == TV_YEAR_GOES_ON)
        g_assert_cmpint (promotion.grade, ==, expected->grade);
    tv_year_promotion_clear (&promotion);
}

static void
test_names (void)
{
    static const Case cases[] = {
        { "1A", TV_LEVEL_PRIMARY, 7, TV_YEAR_GOES_ON, "2A", 2 },
        { "LỚP 4A10", TV_LEVEL_PRIMARY, 10, TV_YEAR_GOES_ON, "LỚP 5A10", 5 },
        { "5A1", TV_LEVEL_PRIMARY, 11, TV_YEAR_FINISHES, NULL, -1 },
        { "Lớp ghép", TV_LEVEL_PRIMARY, 8, TV_YEAR_GOES_ON, "Lớp ghép", -1 },
        { "9B", TV_LEVEL_LOWER_SECONDARY, 15, TV_YEAR_FINISHES, NULL, -1 },
        { "9B", TV_LEVEL_WARD, 15, TV_YEAR_WAITS, NULL, -1 },
        { "5A1", TV_LEVEL_WARD, 11, TV_YEAR_WAITS, NULL, -1 },
        { "4A1", TV_LEVEL_WARD, 10, TV_YEAR_GOES_ON, "5A1", 5 },
        { "10A12", TV_LEVEL_UPPER_SECONDARY, 16, TV_YEAR_GOES_ON, "11A12", 11 },
        { "12A1", TV_LEVEL_UPPER_SECONDARY, 18, TV_YEAR_FINISHES, NULL, -1 },
        { "Mẫu giáo bé C1", TV_LEVEL_KINDERGARTEN, 4, TV_YEAR_GOES_ON, "Mẫu giáo nhỡ C1", 4 },
        { "MẪU GIÁO NHỠ 2", TV_LEVEL_KINDERGARTEN, 5, TV_YEAR_GOES_ON, "MẪU GIÁO LỚN 2", 5 },
        { "Bé1", TV_LEVEL_KINDERGARTEN, 4, TV_YEAR_GOES_ON, "Nhỡ1", 4 },
        { "MGB A", TV_LEVEL_KINDERGARTEN, 4, TV_YEAR_GOES_ON, "MGN A", 4 },
        { "Lớp 3-4 tuổi A", TV_LEVEL_KINDERGARTEN, 4, TV_YEAR_GOES_ON, "Lớp 4-5 tuổi A", 4 },
        { "Mẫu giáo lớn A1", TV_LEVEL_KINDERGARTEN, 6, TV_YEAR_FINISHES, NULL, -1 },
        { "Mẫu giáo lớn A1", TV_LEVEL_WARD, 6, TV_YEAR_WAITS, NULL, -1 },
        { "Nhà trẻ D2", TV_LEVEL_KINDERGARTEN, 3, TV_YEAR_GOES_ON, "Mẫu giáo bé D2", 3 },
        { "Nhóm trẻ 25-36 tháng", TV_LEVEL_KINDERGARTEN, 3, TV_YEAR_GOES_ON, "Mẫu giáo bé", 3 },
        { "Nhóm trẻ 13-24 tháng", TV_LEVEL_KINDERGARTEN, 2, TV_YEAR_GOES_ON, "Nhóm trẻ 13-24 tháng",
          0 },
        { "Hoa Hồng", TV_LEVEL_KINDERGARTEN, 5, TV_YEAR_GOES_ON, "Hoa Hồng", 5 },
        { "Hoa Hồng", TV_LEVEL_KINDERGARTEN, 6, TV_YEAR_FINISHES, NULL, -1 },
        { "Hoa Hồng", TV_LEVEL_KINDERGARTEN, -1, TV_YEAR_GOES_ON, "Hoa Hồng", -1 },
    };
    g_autoptr (GPtrArray) none = g_ptr_array_new ();

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        assert_case (&cases[i], none);
}

/* The class one step up tells how the school calls it. */
static void
test_custom (void)
{
    static const char *const names[] = { "Nhà trẻ D1", "Mẫu giáo bé C1", "Mẫu giáo bé C2",
                                         "Mẫu giáo nhỡ B1", "Mẫu giáo lớn A1" };
    static const Case cases[] = {
        { "Nhà trẻ D1", TV_LEVEL_KINDERGARTEN, 3, TV_YEAR_GOES_ON, "Mẫu giáo bé C1", 3 },
        { "Mẫu giáo bé C1", TV_LEVEL_KINDERGARTEN, 4, TV_YEAR_GOES_ON, "Mẫu giáo nhỡ B1", 4 },
        { "Mẫu giáo bé C3", TV_LEVEL_KINDERGARTEN, 4, TV_YEAR_GOES_ON, "Mẫu giáo nhỡ B3", 4 },
        { "Mẫu giáo nhỡ B2", TV_LEVEL_KINDERGARTEN, 5, TV_YEAR_GOES_ON, "Mẫu giáo lớn A2", 5 },
    };
    g_autoptr (GPtrArray) classes
        = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_class_unref);

    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        g_ptr_array_add (classes, class_new (names[i], TV_LEVEL_KINDERGARTEN));
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        assert_case (&cases[i], classes);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/year-promotion/names", test_names);
    g_test_add_func ("/year-promotion/custom", test_custom);
    return g_test_run ();
}
