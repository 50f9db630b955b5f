/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The reading at completed months against the medians that WHO publishes by month. */

#include "growth/tv-completed-months.h"

#include <math.h>

/* Rows of WHO's tables by month; each median has a z of 0. */
static const struct {
    TvSex sex;
    int months;
    TvZKind kind;
    TvPosition position;
    double weight_kg;
    double height_cm;
} medians[] = {
    { TV_SEX_MALE, 0, TV_Z_HEIGHT_FOR_AGE, TV_POSITION_RECUMBENT, NAN, 49.8842 },
    { TV_SEX_MALE, 12, TV_Z_WEIGHT_FOR_AGE, TV_POSITION_UNKNOWN, 9.6479, NAN },
    { TV_SEX_MALE, 12, TV_Z_HEIGHT_FOR_AGE, TV_POSITION_RECUMBENT, NAN, 75.7488 },
    { TV_SEX_FEMALE, 23, TV_Z_HEIGHT_FOR_AGE, TV_POSITION_RECUMBENT, NAN, 85.5153 },
    { TV_SEX_MALE, 24, TV_Z_HEIGHT_FOR_AGE, TV_POSITION_STANDING, NAN, 87.1161 },
    { TV_SEX_MALE, 24, TV_Z_HEIGHT_FOR_AGE, TV_POSITION_RECUMBENT, NAN, 87.8161 },
    { TV_SEX_MALE, 36, TV_Z_WEIGHT_FOR_AGE, TV_POSITION_STANDING, 14.3429, NAN },
    { TV_SEX_FEMALE, 59, TV_Z_HEIGHT_FOR_AGE, TV_POSITION_STANDING, NAN, 108.8948 },
    { TV_SEX_MALE, 61, TV_Z_HEIGHT_FOR_AGE, TV_POSITION_STANDING, NAN, 110.2647 },
    { TV_SEX_FEMALE, 120, TV_Z_HEIGHT_FOR_AGE, TV_POSITION_STANDING, NAN, 138.6363 },
    { TV_SEX_FEMALE, 228, TV_Z_HEIGHT_FOR_AGE, TV_POSITION_STANDING, NAN, 163.1548 },
};

static void
test_medians (void)
{
    for (guint i = 0; i < G_N_ELEMENTS (medians); i++) {
        const TvGrowthInput input = { .sex = medians[i].sex,
                                      .age_days = 1, /* passed over */
                                      .age_months = NAN,
                                      .weight_kg = medians[i].weight_kg,
                                      .height_cm = medians[i].height_cm,
                                      .position = medians[i].position };
        TvGrowth growth;

        g_test_message ("%d months", medians[i].months);
        tv_growth_score_completed_months (&input, medians[i].months, &growth);
        g_assert_cmpint (growth.standard, ==,
                         medians[i].months < 60 ? TV_STANDARD_2006 : TV_STANDARD_2007);
        g_assert_cmpint (growth.z[medians[i].kind].hundredths, ==, 0);
    }
}

static void
assert_same_scores (const TvGrowth *a, const TvGrowth *b)
{
    g_assert_cmpint (a->standard, ==, b->standard);
    for (int kind = 0; kind < TV_Z_N_KINDS; kind++) {
        g_assert_cmpint (a->z[kind].hundredths, ==, b->z[kind].hundredths);
        g_assert_cmpint (a->z[kind].reason, ==, b->z[kind].reason);
        g_assert_cmpint (a->z[kind].is_flagged, ==, b->z[kind].is_flagged);
    }
}

/* Every month is the row of one day, or of the month itself: half a day is rounded up. */
static void
test_rows (void)
{
    const struct {
        int months;
        int day;
    } days[] = { { 1, 30 }, { 2, 61 }, { 9, 274 }, { 23, 700 }, { 24, 731 }, { 59, 1796 } };
    TvGrowthInput input = { .sex = TV_SEX_FEMALE,
                            .age_days = NAN,
                            .age_months = NAN,
                            .weight_kg = 12.3,
                            .height_cm = 88.4,
                            .position = TV_POSITION_STANDING };
    TvGrowth months, exact;

    for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
        TvGrowthInput on_day = input;

        on_day.age_days = days[i].day;
        tv_growth_score_completed_months (&input, days[i].months, &months);
        tv_growth_score (&on_day, TV_STANDARD_2006, &exact);
        assert_same_scores (&months, &exact);
    }
    for (int month = 60; month <= 230; month++) {
        TvGrowthInput in_month = input;

        in_month.age_months = month;
        tv_growth_score_completed_months (&input, month, &months);
        tv_growth_score (&in_month, TV_STANDARD_2007, &exact);
        assert_same_scores (&months, &exact);
        g_assert_cmpint (months.standard, ==, month <= 228 ? TV_STANDARD_2007 : TV_STANDARD_NONE);
    }
}

static void
test_unknown_age (void)
{
    const TvGrowthInput input = {
        .sex = TV_SEX_MALE, .age_days = 1000, .age_months = NAN, .weight_kg = 12, .height_cm = 90
    };
    TvGrowth growth;

    tv_growth_score_completed_months (&input, -1, &growth);
    g_assert_cmpint (growth.z[TV_Z_HEIGHT_FOR_AGE].reason, ==, TV_Z_NO_AGE);
    g_assert_cmpint (growth.z[TV_Z_WEIGHT_FOR_HEIGHT].reason, ==, TV_Z_PRESENT);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/completed-months/medians", test_medians);
    g_test_add_func ("/completed-months/rows", test_rows);
    g_test_add_func ("/completed-months/unknown-age", test_unknown_age);
    return g_test_run ();
}
