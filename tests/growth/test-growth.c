/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The places where one rule ends and the next begins: the tables' ends, the day on which lying
 * becomes standing, the day on which 2006 becomes 2007, the limits of plausibility. */

#include "growth/tv-growth.h"
#include "growth/tv-growth-curve.h"

#include <math.h>

/* Medians of boys on both sides of the second birthday: length on day 730, height on day 731. */
#define MEDIAN_730 87.8018
#define MEDIAN_731 87.1303

static TvGrowthInput
make_boy (double age_days, double weight_kg, double height_cm, TvPosition position)
{
    return (TvGrowthInput){
        .sex = TV_SEX_MALE,
        .age_days = age_days,
        .age_months = NAN,
        .weight_kg = weight_kg,
        .height_cm = height_cm,
        .position = position,
    };
}

static TvZScore
score (TvGrowthInput input, TvStandard standard, TvZKind kind)
{
    TvGrowth growth;

    tv_growth_score (&input, standard, &growth);
    return growth.z[kind];
}

static int
score_height (double age_days, double height_cm, TvPosition position)
{
    return score (make_boy (age_days, NAN, height_cm, position), TV_STANDARD_BY_AGE,
                  TV_Z_HEIGHT_FOR_AGE)
        .hundredths;
}

static TvZReason
why_no_weight_for_height (double age_days, double height_cm, TvPosition position)
{
    return score (make_boy (age_days, height_cm / 6, height_cm, position), TV_STANDARD_BY_AGE,
                  TV_Z_WEIGHT_FOR_HEIGHT)
        .reason;
}

static TvGrowth
score_age (TvStandard standard, double age_days, double age_months)
{
    TvGrowthInput input = make_boy (age_days, 18, 110, TV_POSITION_STANDING);
    TvGrowth growth;

    input.age_months = age_months;
    tv_growth_score (&input, standard, &growth);
    return growth;
}

static void
assert_reasons (const TvGrowth *growth, TvZReason weight, TvZReason height,
                TvZReason weight_for_height, TvZReason bmi)
{
    g_assert_cmpint (growth->z[TV_Z_WEIGHT_FOR_AGE].reason, ==, weight);
    g_assert_cmpint (growth->z[TV_Z_HEIGHT_FOR_AGE].reason, ==, height);
    g_assert_cmpint (growth->z[TV_Z_WEIGHT_FOR_HEIGHT].reason, ==, weight_for_height);
    g_assert_cmpint (growth->z[TV_Z_BMI_FOR_AGE].reason, ==, bmi);
    for (guint i = 0; i < TV_Z_N_KINDS; i++)
        g_assert_cmpint (growth->z[i].hundredths == TV_Z_NONE, ==,
                         growth->z[i].reason != TV_Z_PRESENT);
}

static void
test_fifth_birthday (void)
{
    TvGrowth last = score_age (TV_STANDARD_BY_AGE, 1826, NAN);
    TvGrowth first = score_age (TV_STANDARD_BY_AGE, 1827, NAN);
    TvGrowth between = score_age (TV_STANDARD_BY_AGE, 1826.25, NAN);

    g_assert_cmpint (last.standard, ==, TV_STANDARD_2006);
    assert_reasons (&last, TV_Z_PRESENT, TV_Z_PRESENT, TV_Z_PRESENT, TV_Z_PRESENT);
    g_assert_cmpint (first.standard, ==, TV_STANDARD_2007);
    assert_reasons (&first, TV_Z_PRESENT, TV_Z_PRESENT, TV_Z_NOT_DEFINED, TV_Z_PRESENT);
    g_assert_cmpint (between.standard, ==, TV_STANDARD_2007);
}

static void
test_forced_standard (void)
{
    TvGrowth late = score_age (TV_STANDARD_2006, 1827, NAN);
    TvGrowth early = score_age (TV_STANDARD_2007, 1826, NAN);
    TvGrowth almost = score_age (TV_STANDARD_2006, NAN, 59.9999);
    TvGrowth sixty = score_age (TV_STANDARD_2006, 1826.25, NAN);

    g_assert_cmpint (late.standard, ==, TV_STANDARD_NONE);
    assert_reasons (&late, TV_Z_AGE_OUTSIDE, TV_Z_AGE_OUTSIDE, TV_Z_AGE_OUTSIDE, TV_Z_AGE_OUTSIDE);
    assert_reasons (&early, TV_Z_AGE_OUTSIDE, TV_Z_AGE_OUTSIDE, TV_Z_NOT_DEFINED, TV_Z_AGE_OUTSIDE);
    assert_reasons (&almost, TV_Z_PRESENT, TV_Z_PRESENT, TV_Z_PRESENT, TV_Z_PRESENT);
    assert_reasons (&sixty, TV_Z_AGE_OUTSIDE, TV_Z_AGE_OUTSIDE, TV_Z_AGE_OUTSIDE, TV_Z_AGE_OUTSIDE);
}

static void
test_school_age_ends (void)
{
    static const struct {
        double months;
        TvZReason weight;
        TvZReason height;
    } ages[] = {
        { 60, TV_Z_PRESENT, TV_Z_PRESENT },
        { 120, TV_Z_PRESENT, TV_Z_PRESENT },
        { 120.01, TV_Z_AGE_OUTSIDE, TV_Z_PRESENT },
        { 228, TV_Z_AGE_OUTSIDE, TV_Z_PRESENT },
        { 228.01, TV_Z_AGE_OUTSIDE, TV_Z_AGE_OUTSIDE },
        { 1000, TV_Z_AGE_OUTSIDE, TV_Z_AGE_OUTSIDE },
    };

    for (guint i = 0; i < G_N_ELEMENTS (ages); i++) {
        TvGrowth growth = score_age (TV_STANDARD_BY_AGE, NAN, ages[i].months);

        assert_reasons (&growth, ages[i].weight, ages[i].height, TV_Z_NOT_DEFINED, ages[i].height);
    }
}

/* Tenth and nineteenth birthdays in whole days. */
static void
test_school_age_days (void)
{
    TvGrowth growth = score_age (TV_STANDARD_BY_AGE, 3652, NAN);

    g_assert_cmpint (growth.z[TV_Z_WEIGHT_FOR_AGE].reason, ==, TV_Z_PRESENT);
    growth = score_age (TV_STANDARD_BY_AGE, 3653, NAN);
    g_assert_cmpint (growth.z[TV_Z_WEIGHT_FOR_AGE].reason, ==, TV_Z_AGE_OUTSIDE);
    growth = score_age (TV_STANDARD_BY_AGE, 6939, NAN);
    g_assert_cmpint (growth.z[TV_Z_HEIGHT_FOR_AGE].reason, ==, TV_Z_PRESENT);
    growth = score_age (TV_STANDARD_BY_AGE, 6940, NAN);
    g_assert_cmpint (growth.z[TV_Z_HEIGHT_FOR_AGE].reason, ==, TV_Z_AGE_OUTSIDE);
}

/* The usual child and the one whose age comes in months take different ways to the same z. */
static void
test_forms_of_age (void)
{
    for (int day = 0; day <= 1826; day++) {
        TvPosition position = day % 3;
        double height_cm
            = tv_growth_curve_value_at_age (TV_Z_HEIGHT_FOR_AGE, TV_SEX_MALE, day, day % 7 - 3.3);
        TvGrowthInput in_days = make_boy (day, height_cm * height_cm / 650, height_cm, position);
        TvGrowthInput in_months = in_days;
        TvGrowth by_days, by_months;

        in_months.age_days = NAN;
        in_months.age_months = day / TV_DAYS_PER_MONTH;
        tv_growth_score (&in_days, TV_STANDARD_BY_AGE, &by_days);
        tv_growth_score (&in_months, TV_STANDARD_2006, &by_months);
        g_assert_cmpint (by_days.standard, ==, by_months.standard);
        g_assert_cmpint (by_days.is_standing_too_young, ==, by_months.is_standing_too_young);
        for (guint i = 0; i < TV_Z_N_KINDS; i++) {
            g_assert_cmpint (by_days.z[i].hundredths, ==, by_months.z[i].hundredths);
            g_assert_cmpint (by_days.z[i].reason, ==, by_months.z[i].reason);
            g_assert_cmpint (by_days.z[i].is_flagged, ==, by_months.z[i].is_flagged);
        }
    }
}

static void
test_lying_becomes_standing (void)
{
    TvGrowthInput two_years = make_boy (NAN, NAN, MEDIAN_731, TV_POSITION_STANDING);

    g_assert_cmpint (score_height (730, MEDIAN_730, TV_POSITION_RECUMBENT), ==, 0);
    g_assert_cmpint (score_height (730, MEDIAN_730, TV_POSITION_UNKNOWN), ==, 0);
    g_assert_cmpint (score_height (730, MEDIAN_730 - 0.7, TV_POSITION_STANDING), ==, 0);
    g_assert_cmpint (score_height (731, MEDIAN_731, TV_POSITION_STANDING), ==, 0);
    g_assert_cmpint (score_height (731, MEDIAN_731, TV_POSITION_UNKNOWN), ==, 0);
    g_assert_cmpint (score_height (731, MEDIAN_731 + 0.7, TV_POSITION_RECUMBENT), ==, 0);
    /* The nearest day's row answers, a half day up: 24 months are 730.5 days. */
    g_assert_cmpint (score_height (730.49, MEDIAN_730, TV_POSITION_UNKNOWN), ==, 0);
    two_years.age_months = 24;
    g_assert_cmpint (score (two_years, TV_STANDARD_BY_AGE, TV_Z_HEIGHT_FOR_AGE).hundredths, ==, 0);
}

static void
test_too_young_to_stand (void)
{
    TvGrowthInput input = make_boy (273, 8, 70, TV_POSITION_STANDING);
    TvGrowth growth;

    tv_growth_score (&input, TV_STANDARD_BY_AGE, &growth);
    g_assert_true (growth.is_standing_too_young);
    g_assert_cmpint (growth.z[TV_Z_HEIGHT_FOR_AGE].hundredths, ==,
                     score_height (273, 70, TV_POSITION_UNKNOWN));
    input.age_days = 274;
    tv_growth_score (&input, TV_STANDARD_BY_AGE, &growth);
    g_assert_false (growth.is_standing_too_young);
    g_assert_cmpint (growth.z[TV_Z_HEIGHT_FOR_AGE].hundredths, ==,
                     score_height (274, 70.7, TV_POSITION_RECUMBENT));
}

/* 45 to 110 cm lying, 65 to 120 cm standing, after the 0.7 cm. */
static void
test_height_edges (void)
{
    static const struct {
        double age_days;
        double height_cm;
        TvPosition position;
        gboolean is_inside;
    } heights[] = {
        { 300, 45, TV_POSITION_RECUMBENT, TRUE },
        { 300, 44.99, TV_POSITION_RECUMBENT, FALSE },
        { 300, 44.3, TV_POSITION_STANDING, TRUE },
        { 300, 44.29, TV_POSITION_STANDING, FALSE },
        { 500, 110, TV_POSITION_RECUMBENT, TRUE },
        { 500, 110.001, TV_POSITION_RECUMBENT, FALSE },
        { 500, 109.3, TV_POSITION_STANDING, TRUE },
        { 500, 109.5, TV_POSITION_STANDING, FALSE },
        { 500, 115, TV_POSITION_UNKNOWN, FALSE },
        { 1000, 65, TV_POSITION_STANDING, TRUE },
        { 1000, 64.99, TV_POSITION_STANDING, FALSE },
        { 1000, 65.7, TV_POSITION_RECUMBENT, TRUE },
        { 1000, 65.69, TV_POSITION_RECUMBENT, FALSE },
        { 1000, 120, TV_POSITION_STANDING, TRUE },
        { 1000, 120.001, TV_POSITION_STANDING, FALSE },
        { 1000, 120.7, TV_POSITION_RECUMBENT, TRUE },
        { 1000, 120.71, TV_POSITION_RECUMBENT, FALSE },
        { NAN, 111, TV_POSITION_RECUMBENT, FALSE },
        { NAN, 64.9, TV_POSITION_STANDING, FALSE },
        { NAN, 111, TV_POSITION_STANDING, TRUE },
    };

    for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
        g_assert_cmpint (why_no_weight_for_height (heights[i].age_days, heights[i].height_cm,
                                                   heights[i].position),
                         ==, heights[i].is_inside ? TV_Z_PRESENT : TV_Z_HEIGHT_OUTSIDE);
}

static int
score_without_age (double height_cm, TvPosition position)
{
    return score (make_boy (NAN, 12, height_cm, position), TV_STANDARD_BY_AGE,
                  TV_Z_WEIGHT_FOR_HEIGHT)
        .hundredths;
}

/* Without an age the position chooses the table and nothing is converted; without a position, 87.
 */
static void
test_missing_age (void)
{
    TvGrowthInput input = make_boy (NAN, 12, 86.9, TV_POSITION_UNKNOWN);
    TvGrowth growth;

    g_assert_cmpint (score_without_age (86.9, TV_POSITION_UNKNOWN), ==,
                     score_without_age (86.9, TV_POSITION_RECUMBENT));
    g_assert_cmpint (score_without_age (87, TV_POSITION_UNKNOWN), ==,
                     score_without_age (87, TV_POSITION_STANDING));
    g_assert_cmpint (score_without_age (87, TV_POSITION_STANDING), !=,
                     score_without_age (87, TV_POSITION_RECUMBENT));
    tv_growth_score (&input, TV_STANDARD_BY_AGE, &growth);
    assert_reasons (&growth, TV_Z_NO_AGE, TV_Z_NO_AGE, TV_Z_PRESENT, TV_Z_NO_AGE);
    g_assert_cmpint (growth.standard, ==, TV_STANDARD_2006);
    tv_growth_score (&input, TV_STANDARD_2007, &growth);
    assert_reasons (&growth, TV_Z_NO_AGE, TV_Z_NO_AGE, TV_Z_NOT_DEFINED, TV_Z_NO_AGE);
}

static void
test_missing_and_absurd_values (void)
{
    static const struct {
        double weight_kg;
        double height_cm;
        TvZReason weight, height, both;
    } values[] = {
        { NAN, 95, TV_Z_NO_VALUE, TV_Z_PRESENT, TV_Z_NO_VALUE },
        { 14, NAN, TV_Z_PRESENT, TV_Z_NO_VALUE, TV_Z_NO_VALUE },
        { 0, 95, TV_Z_NO_VALUE, TV_Z_PRESENT, TV_Z_NO_VALUE },
        { 14, 0, TV_Z_PRESENT, TV_Z_NO_VALUE, TV_Z_NO_VALUE },
        { -1, -1, TV_Z_NO_VALUE, TV_Z_NO_VALUE, TV_Z_NO_VALUE },
        { INFINITY, 95, TV_Z_NO_VALUE, TV_Z_PRESENT, TV_Z_NO_VALUE },
        { 14, INFINITY, TV_Z_PRESENT, TV_Z_NO_VALUE, TV_Z_NO_VALUE },
    };
    TvGrowth growth;

    for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
        TvGrowthInput input
            = make_boy (1200, values[i].weight_kg, values[i].height_cm, TV_POSITION_STANDING);

        tv_growth_score (&input, TV_STANDARD_BY_AGE, &growth);
        assert_reasons (&growth, values[i].weight, values[i].height, values[i].both,
                        values[i].both);
    }
}

/* However absurd, a number gives a z that fits, is flagged, and keeps its sign. */
static void
test_enormous_values (void)
{
    TvZScore heavy = score (make_boy (1200, 1e300, 95, TV_POSITION_STANDING), TV_STANDARD_BY_AGE,
                            TV_Z_WEIGHT_FOR_AGE);
    TvZScore tiny = score (make_boy (1200, 1e-300, 95, TV_POSITION_STANDING), TV_STANDARD_BY_AGE,
                           TV_Z_WEIGHT_FOR_AGE);

    g_assert_cmpint (heavy.hundredths, >, 100000);
    g_assert_true (heavy.is_flagged);
    g_assert_cmpint (tiny.hundredths, <, -600);
    g_assert_cmpint (tiny.hundredths, >, -100000);
    g_assert_true (tiny.is_flagged);
}

static void
test_sex_and_oedema (void)
{
    TvGrowthInput input = make_boy (1200, 14, 95, TV_POSITION_STANDING);
    TvGrowth growth;

    input.has_oedema = TRUE;
    tv_growth_score (&input, TV_STANDARD_BY_AGE, &growth);
    assert_reasons (&growth, TV_Z_OEDEMA, TV_Z_PRESENT, TV_Z_OEDEMA, TV_Z_OEDEMA);
    input.age_days = 3000;
    tv_growth_score (&input, TV_STANDARD_BY_AGE, &growth);
    assert_reasons (&growth, TV_Z_OEDEMA, TV_Z_PRESENT, TV_Z_NOT_DEFINED, TV_Z_OEDEMA);
    input.sex = TV_SEX_UNKNOWN;
    tv_growth_score (&input, TV_STANDARD_2006, &growth);
    assert_reasons (&growth, TV_Z_NO_SEX, TV_Z_NO_SEX, TV_Z_NO_SEX, TV_Z_NO_SEX);
    g_assert_cmpint (growth.standard, ==, TV_STANDARD_NONE);
}

static void
test_negative_age (void)
{
    TvGrowth growth = score_age (TV_STANDARD_BY_AGE, -1, NAN);

    assert_reasons (&growth, TV_Z_AGE_OUTSIDE, TV_Z_AGE_OUTSIDE, TV_Z_AGE_OUTSIDE,
                    TV_Z_AGE_OUTSIDE);
}

/* The rounded z decides: 6.004 is 6.00, and 6.00 is still plausible. */
static void
test_limits (void)
{
    static const struct {
        TvZKind kind;
        double low, high;
    } limits[] = {
        { TV_Z_WEIGHT_FOR_AGE, -6, 5 },
        { TV_Z_HEIGHT_FOR_AGE, -6, 6 },
        { TV_Z_BMI_FOR_AGE, -5, 5 },
    };

    for (guint i = 0; i < G_N_ELEMENTS (limits); i++) {
        const double offsets[] = { -0.004, 0.004, -0.006, 0.006 };

        for (guint j = 0; j < 4; j++) {
            gboolean is_low = offsets[j] < 0;
            double z = (is_low ? limits[i].low : limits[i].high) + offsets[j];
            double value = tv_growth_curve_value (TV_STANDARD_2006, limits[i].kind,
                                                  TV_POSITION_UNKNOWN, TV_SEX_MALE, 1200, z);
            TvGrowthInput input = make_boy (1200, value, 100, TV_POSITION_STANDING);
            TvZScore found;

            if (limits[i].kind == TV_Z_HEIGHT_FOR_AGE)
                input.height_cm = value;
            found = score (input, TV_STANDARD_BY_AGE, limits[i].kind);
            g_assert_cmpint (found.is_flagged, ==, j >= 2);
            if (j < 2)
                g_assert_cmpint (found.hundredths, ==,
                                 (int) (is_low ? limits[i].low : limits[i].high) * 100);
        }
    }
}

static void
test_measurement (void)
{
    TvMeasurement measurement = {
        .date = tv_date_from_ymd (2026, 9, 15),
        .position = TV_POSITION_STANDING,
        .weight_g = 15400,
        .height_mm = 1023,
    };
    TvDate birth_date = tv_date_from_ymd (2022, 6, 1);
    TvGrowthInput input
        = make_boy (measurement.date - birth_date, 15.4, 102.3, TV_POSITION_STANDING);
    TvGrowth growth, expected;

    tv_growth_score (&input, TV_STANDARD_BY_AGE, &expected);
    tv_growth_score_measurement (TV_SEX_MALE, birth_date, &measurement, &growth);
    for (guint i = 0; i < TV_Z_N_KINDS; i++)
        g_assert_cmpint (growth.z[i].hundredths, ==, expected.z[i].hundredths);
    measurement.weight_g = 0;
    tv_growth_score_measurement (TV_SEX_MALE, TV_DATE_NONE, &measurement, &growth);
    assert_reasons (&growth, TV_Z_NO_AGE, TV_Z_NO_AGE, TV_Z_NO_VALUE, TV_Z_NO_AGE);
}

/* Areas under the normal curve, from printed tables. */
static void
test_centile (void)
{
    static const struct {
        gint32 hundredths;
        double percent;
    } areas[] = { { 0, 50 },          { 100, 84.134475 }, { 196, 97.500210 }, { -196, 2.499790 },
                  { -300, 0.134990 }, { 300, 99.865010 }, { 100000, 100 },    { -100000, 0 } };

    for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
        g_assert_cmpfloat_with_epsilon (tv_growth_centile (areas[i].hundredths), areas[i].percent,
                                        1e-6);
    g_assert_true (isnan (tv_growth_centile (TV_Z_NONE)));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/growth/age/fifth-birthday", test_fifth_birthday);
    g_test_add_func ("/growth/age/forced-standard", test_forced_standard);
    g_test_add_func ("/growth/age/school-age-ends", test_school_age_ends);
    g_test_add_func ("/growth/age/school-age-days", test_school_age_days);
    g_test_add_func ("/growth/age/missing", test_missing_age);
    g_test_add_func ("/growth/age/negative", test_negative_age);
    g_test_add_func ("/growth/age/forms", test_forms_of_age);
    g_test_add_func ("/growth/height/lying-becomes-standing", test_lying_becomes_standing);
    g_test_add_func ("/growth/height/too-young-to-stand", test_too_young_to_stand);
    g_test_add_func ("/growth/height/edges", test_height_edges);
    g_test_add_func ("/growth/values/missing-and-absurd", test_missing_and_absurd_values);
    g_test_add_func ("/growth/values/enormous", test_enormous_values);
    g_test_add_func ("/growth/values/sex-and-oedema", test_sex_and_oedema);
    g_test_add_func ("/growth/limits", test_limits);
    g_test_add_func ("/growth/measurement", test_measurement);
    g_test_add_func ("/growth/centile", test_centile);
    return g_test_run ();
}
