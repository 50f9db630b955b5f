/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words for z-scores, on both sides of every cut-off. */

#include "growth/tv-growth-class.h"
#include "growth/tv-growth-reason.h"

#include "base/tv-language.h"

#include <math.h>

static void
test_cutoffs (void)
{
    static const struct {
        TvStandard standard;
        TvZKind kind;
        gint32 at[6]; /* hundredths, each the first of its class */
        TvGrowthClass classes[6];
    } rows[] = {
        { TV_STANDARD_2006,
          TV_Z_WEIGHT_FOR_AGE,
          { -301, -201, -200, 201, 301 },
          { TV_CLASS_SEVERELY_UNDERWEIGHT, TV_CLASS_UNDERWEIGHT, TV_CLASS_NORMAL,
            TV_CLASS_HIGH_WEIGHT, TV_CLASS_HIGH_WEIGHT } },
        { TV_STANDARD_2007,
          TV_Z_WEIGHT_FOR_AGE,
          { -301, -300, 200, 201, 900 },
          { TV_CLASS_SEVERELY_UNDERWEIGHT, TV_CLASS_UNDERWEIGHT, TV_CLASS_NORMAL,
            TV_CLASS_HIGH_WEIGHT, TV_CLASS_HIGH_WEIGHT } },
        { TV_STANDARD_2006,
          TV_Z_HEIGHT_FOR_AGE,
          { -301, -300, -200, 200, 201 },
          { TV_CLASS_SEVERELY_STUNTED, TV_CLASS_STUNTED, TV_CLASS_NORMAL, TV_CLASS_NORMAL,
            TV_CLASS_TALL } },
        { TV_STANDARD_2006,
          TV_Z_WEIGHT_FOR_HEIGHT,
          { -301, -201, 200, 201, 301 },
          { TV_CLASS_SEVERELY_WASTED, TV_CLASS_WASTED, TV_CLASS_NORMAL, TV_CLASS_OVERWEIGHT,
            TV_CLASS_OBESE } },
        { TV_STANDARD_2006,
          TV_Z_BMI_FOR_AGE,
          { -301, -201, 101, 300, 301 },
          { TV_CLASS_SEVERELY_WASTED, TV_CLASS_WASTED, TV_CLASS_NORMAL, TV_CLASS_OVERWEIGHT,
            TV_CLASS_OBESE } },
        { TV_STANDARD_2007,
          TV_Z_BMI_FOR_AGE,
          { -301, -300, 100, 200, 300 },
          { TV_CLASS_SEVERELY_THIN, TV_CLASS_THIN, TV_CLASS_NORMAL, TV_CLASS_OVERWEIGHT,
            TV_CLASS_OBESE } },
        { TV_STANDARD_2007,
          TV_Z_BMI_FOR_AGE,
          { -201, -200, 101, 201, 301 },
          { TV_CLASS_THIN, TV_CLASS_NORMAL, TV_CLASS_OVERWEIGHT, TV_CLASS_OBESE,
            TV_CLASS_SEVERELY_OBESE } },
    };

    for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
        for (guint j = 0; j < 5; j++)
            g_assert_cmpint (tv_growth_class (rows[i].standard, rows[i].kind, rows[i].at[j]), ==,
                             rows[i].classes[j]);
    }
}

static void
test_none (void)
{
    g_assert_cmpint (tv_growth_class (TV_STANDARD_2006, TV_Z_BMI_FOR_AGE, TV_Z_NONE), ==,
                     TV_CLASS_NONE);
    g_assert_cmpint (tv_growth_class (TV_STANDARD_2007, TV_Z_WEIGHT_FOR_HEIGHT, 0), ==,
                     TV_CLASS_NONE);
    g_assert_cmpint (tv_growth_class (TV_STANDARD_NONE, TV_Z_WEIGHT_FOR_AGE, 0), ==, TV_CLASS_NONE);
}

static TvGrowth
make_growth (TvStandard standard, gint32 weight, gint32 height, gint32 weight_for_height,
             gint32 bmi)
{
    const gint32 hundredths[] = { weight, height, weight_for_height, bmi };
    TvGrowth growth = { .standard = standard };

    for (guint i = 0; i < TV_Z_N_KINDS; i++)
        growth.z[i] = (TvZScore){ hundredths[i], FALSE,
                                  hundredths[i] == TV_Z_NONE ? TV_Z_NO_VALUE : TV_Z_PRESENT };
    return growth;
}

static void
assert_words (const TvGrowth *growth, TvGrowthClass expected_class, const char *expected)
{
    g_autofree char *words = tv_growth_words (growth);

    g_assert_cmpint (tv_growth_main_class (growth), ==, expected_class);
    g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
    TvGrowth growth = make_growth (TV_STANDARD_2006, 0, 0, 0, 0);

    assert_words (&growth, TV_CLASS_NORMAL, "normal");
    growth = make_growth (TV_STANDARD_2006, -250, -210, -100, -100);
    assert_words (&growth, TV_CLASS_UNDERWEIGHT, "stunted, underweight");
    growth = make_growth (TV_STANDARD_2006, -250, -310, -210, -310);
    assert_words (&growth, TV_CLASS_SEVERELY_STUNTED, "wasted, severely stunted, underweight");
    growth = make_growth (TV_STANDARD_2007, TV_Z_NONE, -250, TV_Z_NONE, 210);
    assert_words (&growth, TV_CLASS_OBESE, "obese, stunted");
}

/* One value alone never makes a child normal. */
static void
test_half_measured (void)
{
    TvGrowthInput input = {
        .sex = TV_SEX_MALE, .age_days = 1400, .age_months = NAN, .weight_kg = 15.5, .height_cm = NAN
    };
    TvGrowth growth;

    tv_growth_score (&input, TV_STANDARD_BY_AGE, &growth);
    assert_words (&growth, TV_CLASS_NONE, "height not measured");
    input.weight_kg = NAN;
    input.height_cm = 100;
    tv_growth_score (&input, TV_STANDARD_BY_AGE, &growth);
    assert_words (&growth, TV_CLASS_NONE, "weight not measured");
    input.height_cm = 90;
    tv_growth_score (&input, TV_STANDARD_BY_AGE, &growth);
    assert_words (&growth, TV_CLASS_STUNTED, "stunted; weight not measured");
    input.weight_kg = 15.5;
    input.height_cm = 100;
    tv_growth_score (&input, TV_STANDARD_BY_AGE, &growth);
    assert_words (&growth, TV_CLASS_NORMAL, "normal");
    /* Being tall is no reason to care, and none to call the rest well. */
    input.weight_kg = NAN;
    input.height_cm = 118;
    tv_growth_score (&input, TV_STANDARD_BY_AGE, &growth);
    assert_words (&growth, TV_CLASS_NONE, "tall for age; weight not measured");
    /* A ten-year-old has no weight-for-age, measured or not. */
    input = (TvGrowthInput){ .sex = TV_SEX_FEMALE,
                             .age_days = 4000,
                             .age_months = NAN,
                             .weight_kg = NAN,
                             .height_cm = 141 };
    tv_growth_score (&input, TV_STANDARD_BY_AGE, &growth);
    assert_words (&growth, TV_CLASS_NONE, "weight not measured");
    input.weight_kg = 35;
    input.height_cm = NAN;
    tv_growth_score (&input, TV_STANDARD_BY_AGE, &growth);
    assert_words (&growth, TV_CLASS_NONE, "height not measured");
    input.sex = TV_SEX_UNKNOWN;
    tv_growth_score (&input, TV_STANDARD_BY_AGE, &growth);
    assert_words (&growth, TV_CLASS_NONE, "The child's sex is not known.");
}

/* The lists of the first page hold those whom words call so, and nobody else. */
static void
test_lists_follow_words (void)
{
    TvGrowth growth = make_growth (TV_STANDARD_2006, 0, 0, -190, -210);

    g_assert_false (tv_growth_is_undernourished (&growth));
    growth = make_growth (TV_STANDARD_2006, 0, 0, 290, 310);
    g_assert_false (tv_growth_is_obese (&growth));
    growth = make_growth (TV_STANDARD_2006, 0, 0, -210, -190);
    g_assert_true (tv_growth_is_undernourished (&growth));
    growth = make_growth (TV_STANDARD_2006, 0, 0, TV_Z_NONE, -210);
    g_assert_true (tv_growth_is_undernourished (&growth));
    growth = make_growth (TV_STANDARD_2007, TV_Z_NONE, 0, TV_Z_NONE, 210);
    g_assert_true (tv_growth_is_obese (&growth));
    growth.z[TV_Z_BMI_FOR_AGE].is_flagged = TRUE;
    g_assert_false (tv_growth_is_obese (&growth));
}

/* 157 kg instead of 15.7 says that the value is wrong, not that the child is obese. */
static void
test_implausible (void)
{
    TvGrowth growth = make_growth (TV_STANDARD_2006, 2400, -210, 3000, 3000);

    growth.z[TV_Z_WEIGHT_FOR_AGE].is_flagged = TRUE;
    growth.z[TV_Z_WEIGHT_FOR_HEIGHT].is_flagged = TRUE;
    growth.z[TV_Z_BMI_FOR_AGE].is_flagged = TRUE;
    assert_words (&growth, TV_CLASS_IMPLAUSIBLE, "implausible value, stunted");
    g_assert_cmpint (tv_growth_class_concern (tv_growth_main_class (&growth)), ==,
                     TV_CONCERN_QUESTION);
}

/* Under five years BMI-for-age speaks only where weight-for-height is silent. */
static void
test_bmi_under_five (void)
{
    TvGrowth growth = make_growth (TV_STANDARD_2006, 0, 0, 199, 201);

    assert_words (&growth, TV_CLASS_NORMAL, "normal");
    growth = make_growth (TV_STANDARD_2006, 0, 0, TV_Z_NONE, 201);
    assert_words (&growth, TV_CLASS_OVERWEIGHT, "overweight");
}

static void
test_oedema (void)
{
    TvGrowth growth = make_growth (TV_STANDARD_2006, TV_Z_NONE, 0, TV_Z_NONE, TV_Z_NONE);

    growth.z[TV_Z_BMI_FOR_AGE].reason = TV_Z_OEDEMA;
    assert_words (&growth, TV_CLASS_SEVERELY_WASTED, "severely wasted");
    growth.standard = TV_STANDARD_2007;
    assert_words (&growth, TV_CLASS_SEVERELY_THIN, "severely thin");
}

static void
test_no_z (void)
{
    TvGrowth growth = make_growth (TV_STANDARD_NONE, TV_Z_NONE, TV_Z_NONE, TV_Z_NONE, TV_Z_NONE);

    assert_words (&growth, TV_CLASS_NONE, "Weight or height has not been measured.");
    growth.z[TV_Z_HEIGHT_FOR_AGE].reason = TV_Z_NO_AGE;
    assert_words (&growth, TV_CLASS_NONE, "The child's birth date is not known.");
}

static void
test_every_word (void)
{
    for (TvGrowthClass i = TV_CLASS_NORMAL; i <= TV_CLASS_SEVERELY_OBESE; i++) {
        g_assert_cmpstr (tv_growth_class_label (i), !=, "");
        g_assert_cmpint (tv_growth_class_concern (i), !=, TV_CONCERN_UNKNOWN);
    }
    g_assert_cmpint (tv_growth_class_concern (TV_CLASS_NONE), ==, TV_CONCERN_UNKNOWN);
    g_assert_cmpint (tv_growth_class_concern (TV_CLASS_THIN), ==, TV_CONCERN_LOW_MODERATE);
    g_assert_cmpint (tv_growth_class_concern (TV_CLASS_OBESE), ==, TV_CONCERN_HIGH_SEVERE);
    for (TvZReason i = TV_Z_NO_SEX; i <= TV_Z_NOT_DEFINED; i++)
        g_assert_cmpstr (tv_z_reason_sentence (i), !=, "");
    g_assert_cmpstr (tv_z_kind_code (TV_Z_WEIGHT_FOR_HEIGHT), ==, "whz");
    g_assert_cmpstr (tv_z_kind_label (TV_Z_BMI_FOR_AGE), ==, "BMI for age");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    g_test_add_func ("/growth/class/cut-offs", test_cutoffs);
    g_test_add_func ("/growth/class/none", test_none);
    g_test_add_func ("/growth/class/words", test_words);
    g_test_add_func ("/growth/class/half-measured", test_half_measured);
    g_test_add_func ("/growth/class/lists-follow-words", test_lists_follow_words);
    g_test_add_func ("/growth/class/implausible", test_implausible);
    g_test_add_func ("/growth/class/bmi-under-five", test_bmi_under_five);
    g_test_add_func ("/growth/class/oedema", test_oedema);
    g_test_add_func ("/growth/class/no-z", test_no_z);
    g_test_add_func ("/growth/class/every-word", test_every_word);
    return g_test_run ();
}
