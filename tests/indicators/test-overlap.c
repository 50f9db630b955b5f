/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Both countings: eight children by hand, then many against plain comparisons of doubles, and
 * against the rates they have to add up to. */

#include "base/tv-language.h"
#include "indicators/tv-overlap.h"
#include "tv-subject-samples.h"

#include <math.h>
#include <string.h>

#define NO TV_Z_NONE
#define N_MANY 3000

static TvOverlap
count_parts (const TvSubject *subjects, guint n, TvPopulation population, TvOverweightRule rule)
{
    TvOverlap overlap = { 0 };

    for (guint i = 0; i < n; i++)
        tv_overlap_add (&overlap, &subjects[i], population, rule);
    return overlap;
}

static void
assert_parts (const TvOverlap *overlap, const guint expected[TV_OVERLAP_N_PARTS])
{
    for (guint i = 0; i < TV_OVERLAP_N_PARTS; i++) {
        g_test_message ("%s", tv_overlap_part_code (i, TV_POPULATION_UNDER_FIVE));
        g_assert_cmpuint (overlap->n_parts[i], ==, expected[i]);
    }
}

/* One child in each part, on the edge where there is one, and one more of whom nothing is known. */
static void
test_by_hand (void)
{
    const TvSubject subjects[] = {
        tv_subject_sample (TV_SEX_MALE, 1000, -200, -200, -200, -900),
        tv_subject_sample (TV_SEX_MALE, 1000, -201, -200, 0, 0),
        tv_subject_sample (TV_SEX_MALE, 1000, 0, -201, 250, 0),
        tv_subject_sample (TV_SEX_MALE, 1000, -250, -250, NO, 0),
        tv_subject_sample (TV_SEX_FEMALE, 1000, 0, 0, -201, 0),
        tv_subject_sample (TV_SEX_FEMALE, 1000, -250, NO, -250, 0),
        tv_subject_sample (TV_SEX_FEMALE, 1000, 0, -250, -250, 0),
        tv_subject_sample (TV_SEX_FEMALE, 1000, -250, -250, -250, 0),
        tv_subject_sample (TV_SEX_FEMALE, 1000, NO, NO, NO, 250),
        tv_subject_sample (TV_SEX_FEMALE, 1827, -250, -250, -250, 250),
    };
    const guint expected[] = { 1, 1, 1, 1, 1, 1, 1, 1 };
    TvOverlap overlap = count_parts (subjects, G_N_ELEMENTS (subjects), TV_POPULATION_UNDER_FIVE,
                                     TV_OVERWEIGHT_BY_WEIGHT_FOR_HEIGHT);

    g_assert_cmpuint (overlap.n, ==, 8);
    assert_parts (&overlap, expected);
    g_assert_cmpuint (tv_overlap_count_with (&overlap, TV_FORM_UNDERWEIGHT), ==, 4);
    g_assert_cmpuint (tv_overlap_count_with (&overlap, TV_FORM_STUNTED), ==, 4);
    g_assert_cmpuint (tv_overlap_count_with (&overlap, TV_FORM_WASTED), ==, 4);
    g_assert_cmpuint (tv_overlap_count_any (&overlap), ==, 7);
    /* Both values: all but the fourth, the sixth and the ninth. */
    g_assert_cmpuint (overlap.n_double, ==, 6);
    g_assert_cmpuint (overlap.n_double_cases, ==, 1);
}

/* A flag takes its own form away; oedema makes underweight and wasted, and no overweight. */
static void
test_flags_and_oedema (void)
{
    TvSubject subjects[] = {
        tv_subject_sample (TV_SEX_MALE, 1000, -650, -250, -100, 0),
        tv_subject_sample (TV_SEX_MALE, 1000, NO, -250, NO, NO),
        tv_subject_sample (TV_SEX_MALE, 1000, 100, 100, 300, 300),
        tv_subject_sample (TV_SEX_MALE, 1000, NO, -650, NO, NO),
    };
    const guint expected[] = { 0, 0, 1, 0, 0, 1, 0, 1 };
    TvOverlap overlap;

    subjects[0].growth.z[TV_Z_WEIGHT_FOR_AGE].is_flagged = TRUE;
    subjects[1].has_oedema = TRUE;
    subjects[2].has_oedema = TRUE;
    subjects[3].growth.z[TV_Z_HEIGHT_FOR_AGE].is_flagged = TRUE;
    overlap = count_parts (subjects, G_N_ELEMENTS (subjects), TV_POPULATION_UNDER_FIVE,
                           TV_OVERWEIGHT_BY_BMI_FOR_AGE);
    g_assert_cmpuint (overlap.n, ==, 3);
    assert_parts (&overlap, expected);
    g_assert_cmpuint (overlap.n_double, ==, 3);
    g_assert_cmpuint (overlap.n_double_cases, ==, 0);
}

/* Who is double burdened depends on the rule under five, and at school age on BMI alone. */
static void
test_double_burden_by_rule (void)
{
    const TvSubject small = tv_subject_sample (TV_SEX_MALE, 1000, 0, -250, 201, 200);
    const TvSubject pupil = tv_subject_sample (TV_SEX_MALE, 3000, 0, -250, NO, 101);
    gboolean is_case;

    g_assert_true (tv_overlap_find_double_burden (&small, TV_POPULATION_UNDER_FIVE,
                                                  TV_OVERWEIGHT_BY_WEIGHT_FOR_HEIGHT, &is_case));
    g_assert_true (is_case);
    g_assert_true (tv_overlap_find_double_burden (&small, TV_POPULATION_UNDER_FIVE,
                                                  TV_OVERWEIGHT_BY_BMI_FOR_AGE, &is_case));
    g_assert_false (is_case);
    g_assert_true (tv_overlap_find_double_burden (&pupil, TV_POPULATION_SCHOOL_AGE,
                                                  TV_OVERWEIGHT_BY_WEIGHT_FOR_HEIGHT, &is_case));
    g_assert_true (is_case);
}

/* The second way: doubles below -2, one form after the other. */
static gboolean
is_below (const TvSubject *s, int kind, gboolean is_school, gboolean *is_known)
{
    double z = s->growth.z[kind].is_flagged || s->growth.z[kind].hundredths == NO
                   ? NAN
                   : s->growth.z[kind].hundredths / 100.0;

    if (s->has_oedema && kind != 1 && !(is_school && kind == 0 && tv_subject_months (s) > 120))
        z = -3.1;
    *is_known = *is_known || !isnan (z);
    return z < -2.0;
}

static void
assert_as_plainly_counted (const TvSubject *subjects, gboolean is_school, const TvOverlap *overlap)
{
    guint n = 0, plain[2][2][2] = { 0 };

    for (guint i = 0; i < N_MANY; i++) {
        const TvSubject *s = &subjects[i];
        double months = tv_subject_months (s);
        gboolean is_known = FALSE;
        int waz = is_below (s, 0, is_school, &is_known);
        int haz = is_below (s, 1, is_school, &is_known);
        int thin = is_below (s, is_school ? 3 : 2, is_school, &is_known);

        if (!is_known
            || (is_school ? !(months >= 60 && months <= 228) : months * 30.4375 >= 1826.5))
            continue;
        n++;
        plain[waz][haz][thin]++;
    }
    g_assert_cmpuint (overlap->n, ==, n);
    g_assert_cmpuint (n, >, N_MANY / 3);
    for (guint forms = 0; forms < TV_OVERLAP_N_PARTS; forms++)
        g_assert_cmpuint (overlap->n_parts[forms], ==, plain[forms % 2][forms / 2 % 2][forms / 4]);
}

/* Cases of the rate itself. */
static guint
count_cases (const TvSubject *subjects, TvPopulation population, TvIndicatorId id)
{
    const TvIndicator *indicator
        = tv_indicator_find (population, TV_OVERWEIGHT_BY_WEIGHT_FOR_HEIGHT, id);
    guint n_cases = 0;

    for (guint i = 0; i < N_MANY; i++) {
        gboolean is_case;

        if (tv_subject_is_in (&subjects[i], population)
            && tv_subject_has_value (&subjects[i], population, indicator, &is_case))
            n_cases += is_case ? 1 : 0;
    }
    return n_cases;
}

static void
test_parts_add_up (void)
{
    for (guint32 seed = 0; seed < 6; seed++) {
        g_autoptr (GRand) random = g_rand_new_with_seed (seed);
        TvPopulation population = (TvPopulation) (seed % 2);
        gboolean is_school = population == TV_POPULATION_SCHOOL_AGE;
        g_autofree TvSubject *subjects = tv_subject_random_array (random, population, N_MANY);
        TvOverlap overlap
            = count_parts (subjects, N_MANY, population, TV_OVERWEIGHT_BY_WEIGHT_FOR_HEIGHT);
        guint sum = 0;

        for (guint forms = 0; forms < TV_OVERLAP_N_PARTS; forms++)
            sum += overlap.n_parts[forms];
        g_assert_cmpuint (sum, ==, overlap.n);
        assert_as_plainly_counted (subjects, is_school, &overlap);
        g_assert_cmpuint (tv_overlap_count_with (&overlap, TV_FORM_UNDERWEIGHT), ==,
                          count_cases (subjects, population, TV_UNDERWEIGHT));
        g_assert_cmpuint (tv_overlap_count_with (&overlap, TV_FORM_STUNTED), ==,
                          count_cases (subjects, population, TV_STUNTING));
        g_assert_cmpuint (tv_overlap_count_with (&overlap, TV_FORM_WASTED), ==,
                          count_cases (subjects, population, is_school ? TV_THINNESS : TV_WASTING));
    }
}

/* Codes name their forms, and no two parts share a word. */
static void
test_names (void)
{
    tv_language_start (TV_LANGUAGE_ENGLISH);
    for (int population = 0; population < 2; population++) {
        g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
        const char *thin = population == TV_POPULATION_SCHOOL_AGE ? "thin" : "wasted";

        for (guint forms = 0; forms < TV_OVERLAP_N_PARTS; forms++) {
            const char *code = tv_overlap_part_code (forms, (TvPopulation) population);

            g_assert_cmpint (strstr (code, "underweight") != NULL, ==, forms % 2);
            g_assert_cmpint (strstr (code, "stunted") != NULL, ==, forms / 2 % 2);
            g_assert_cmpint (strstr (code, thin) != NULL, ==, forms / 4);
            g_assert_true (
                g_hash_table_add (seen, tv_overlap_part_label (forms, (TvPopulation) population)));
        }
    }
    g_assert_cmpstr (tv_overlap_part_code (0, TV_POPULATION_UNDER_FIVE), ==, "none");
    g_assert_cmpstr (tv_overlap_part_code (3, TV_POPULATION_UNDER_FIVE), ==, "underweight+stunted");
    {
        g_autofree char *wasted = tv_overlap_part_label (6, TV_POPULATION_UNDER_FIVE);
        g_autofree char *thin = tv_overlap_part_label (6, TV_POPULATION_SCHOOL_AGE);

        g_assert_cmpstr (wasted, ==, "Wasted and stunted");
        g_assert_cmpstr (thin, ==, "Thin and stunted");
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/overlap/by-hand", test_by_hand);
    g_test_add_func ("/overlap/flags-and-oedema", test_flags_and_oedema);
    g_test_add_func ("/overlap/double-burden-by-rule", test_double_burden_by_rule);
    g_test_add_func ("/overlap/parts-add-up", test_parts_add_up);
    g_test_add_func ("/overlap/names", test_names);
    return g_test_run ();
}
