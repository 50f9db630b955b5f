/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold of any children: groups add up, a healthy child never raises a rate, flags and
 * oedema do what WHO's rules say and nothing else. */

#include "indicators/tv-age-group.h"
#include "indicators/tv-prevalence.h"
#include "tv-subject-samples.h"

#define N_MANY 700
#define MAX_INDICATORS 9

/* The fixed groups come first in every indicator's rows: all, boys, girls. */
#define N_FIXED_GROUPS 3

static GArray *
survey (const TvSubject *subjects, guint n, TvPopulation population, TvOverweightRule rule)
{
    g_autoptr (TvPrevalence) prevalence = tv_prevalence_new (population, rule);

    for (guint i = 0; i < n; i++)
        tv_prevalence_add (prevalence, &subjects[i]);
    return tv_prevalence_make_rows (prevalence, TV_INTERVAL_WILSON);
}

/* Children of the population, whose sex and age in days are known. */
static TvSubject *
make_known_subjects (GRand *random, TvPopulation population)
{
    TvSubject *subjects = tv_subject_random_array (random, population, N_MANY);

    for (guint i = 0; i < N_MANY; i++) {
        gboolean is_school = population == TV_POPULATION_SCHOOL_AGE;

        subjects[i].sex = g_rand_boolean (random) ? TV_SEX_MALE : TV_SEX_FEMALE;
        subjects[i].age_days
            = g_rand_int_range (random, is_school ? 1827 : 0, is_school ? 6940 : 1827);
    }
    return subjects;
}

static void
assert_sum (const TvRate *whole, guint n, guint n_cases)
{
    g_assert_cmpuint (whole->n, ==, n);
    g_assert_cmpuint (whole->n_cases, ==, n_cases);
}

/* Rows of one indicator: all = boys + girls = the narrow ages; a wide age = the narrow ones in it.
 */
static void
assert_groups_add_up (const TvPrevalenceRow *rows, TvPopulation population)
{
    guint n_narrow, n_ages;
    const TvAgeGroup *ages = tv_age_groups (population, &n_narrow, &n_ages);
    const TvPrevalenceRow *age_rows = rows + N_FIXED_GROUPS;
    guint n = 0, n_cases = 0;

    for (guint i = 0; i < n_narrow; i++) {
        n += age_rows[i].rate.n;
        n_cases += age_rows[i].rate.n_cases;
    }
    if (!rows[0].is_blank) {
        assert_sum (&rows[0].rate, n, n_cases);
        assert_sum (&rows[0].rate, rows[1].rate.n + rows[2].rate.n,
                    rows[1].rate.n_cases + rows[2].rate.n_cases);
    }
    for (guint wide = n_narrow; wide < n_ages; wide++) {
        n = n_cases = 0;
        for (guint i = 0; i < n_narrow; i++) {
            if (!tv_age_group_holds (&ages[wide], ages[i].from_months))
                continue;
            n += age_rows[i].rate.n;
            n_cases += age_rows[i].rate.n_cases;
        }
        assert_sum (&age_rows[wide].rate, n, n_cases);
    }
}

static void
test_groups_add_up (void)
{
    for (guint32 seed = 0; seed < 8; seed++) {
        g_autoptr (GRand) random = g_rand_new_with_seed (seed);
        TvPopulation population = (TvPopulation) (seed % 2);
        TvOverweightRule rule = (TvOverweightRule) (seed / 2 % 2);
        g_autofree TvSubject *subjects = make_known_subjects (random, population);
        g_autoptr (GArray) rows = survey (subjects, N_MANY, population, rule);
        guint n_ages, n_indicators;

        tv_age_groups (population, NULL, &n_ages);
        tv_indicators (population, rule, &n_indicators);
        g_assert_cmpuint (rows->len, ==, n_indicators * (N_FIXED_GROUPS + n_ages));
        for (guint i = 0; i < rows->len; i += N_FIXED_GROUPS + n_ages)
            assert_groups_add_up (&g_array_index (rows, TvPrevalenceRow, i), population);
    }
}

/* A child between the lines of every indicator, on the edge now and then; some values missing. */
static TvSubject
make_healthy (GRand *random, TvPopulation population)
{
    gboolean is_school = population == TV_POPULATION_SCHOOL_AGE;
    TvSubject subject = tv_subject_random (random, population);

    subject.has_oedema = FALSE;
    for (int kind = 0; kind < TV_Z_N_KINDS; kind++) {
        TvZScore *z = &subject.growth.z[kind];
        int high = is_school && kind == TV_Z_BMI_FOR_AGE ? 100 : 200;

        if (z->hundredths != TV_Z_NONE)
            z->hundredths = CLAMP (z->hundredths, -200, high);
        z->is_flagged = FALSE;
    }
    return subject;
}

static double
get_percent (const TvRate *rate)
{
    return rate->n == 0 ? 0 : rate->percent;
}

/* Neither cases nor any rate of any group rise; only the number of children does. */
static void
test_healthy_child_never_raises_a_rate (void)
{
    for (guint32 seed = 0; seed < 400; seed++) {
        g_autoptr (GRand) random = g_rand_new_with_seed (seed);
        TvPopulation population = (TvPopulation) (seed % 2);
        TvOverweightRule rule = (TvOverweightRule) (seed / 2 % 2);
        guint n = (guint) g_rand_int_range (random, 0, 60);
        g_autofree TvSubject *subjects = tv_subject_random_array (random, population, n + 1);
        g_autoptr (GArray) before = survey (subjects, n, population, rule);
        g_autoptr (GArray) after = NULL;

        subjects[n] = make_healthy (random, population);
        after = survey (subjects, n + 1, population, rule);
        for (guint i = 0; i < before->len; i++) {
            const TvRate *old = &g_array_index (before, TvPrevalenceRow, i).rate;
            const TvRate *new = &g_array_index (after, TvPrevalenceRow, i).rate;

            g_assert_cmpuint (new->n_cases, ==, old->n_cases);
            g_assert_true (new->n == old->n || new->n == old->n + 1);
            g_assert_cmpfloat (get_percent (new), <=, get_percent (old));
        }
    }
}

/* Runs @check for each indicator of each population and rule with many children. */
static void
check_every_indicator (void (*check) (TvSubject *subject, TvPopulation population,
                                      const TvIndicator *indicator))
{
    for (int i = 0; i < 4; i++) {
        g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) i);
        guint n;
        const TvIndicator *list
            = tv_indicators ((TvPopulation) (i % 2), (TvOverweightRule) (i / 2), &n);

        g_assert_cmpuint (n, <=, MAX_INDICATORS);
        for (int child = 0; child < N_MANY; child++) {
            for (guint k = 0; k < n; k++) {
                TvSubject subject = tv_subject_random (random, (TvPopulation) (i % 2));

                check (&subject, (TvPopulation) (i % 2), &list[k]);
            }
        }
    }
}

/* A flag on its own z takes the value away, on another one does nothing. */
static void
check_flag (TvSubject *subject, TvPopulation population, const TvIndicator *indicator)
{
    gboolean is_case, is_case_after;
    gboolean has_value;

    subject->has_oedema = FALSE;
    has_value = tv_subject_has_value (subject, population, indicator, &is_case);
    for (int kind = 0; kind < TV_Z_N_KINDS; kind++) {
        if (kind != (int) indicator->kind)
            subject->growth.z[kind].is_flagged = TRUE;
    }
    g_assert_cmpint (tv_subject_has_value (subject, population, indicator, &is_case_after), ==,
                     has_value);
    g_assert_cmpint (is_case_after, ==, is_case);
    subject->growth.z[indicator->kind].is_flagged = TRUE;
    g_assert_false (tv_subject_has_value (subject, population, indicator, &is_case));
    g_assert_false (is_case);
}

/* Oedema: below every line of weight, above none, with or without a z; height is left alone, and
 * past ten years there is no weight-for-age. */
static void
check_oedema (TvSubject *subject, TvPopulation population, const TvIndicator *indicator)
{
    gboolean is_case, is_case_without;
    gboolean has_value_without;

    subject->has_oedema = FALSE;
    has_value_without = tv_subject_has_value (subject, population, indicator, &is_case_without);
    subject->has_oedema = TRUE;
    if (indicator->kind == TV_Z_HEIGHT_FOR_AGE) {
        g_assert_cmpint (tv_subject_has_value (subject, population, indicator, &is_case), ==,
                         has_value_without);
        g_assert_cmpint (is_case, ==, is_case_without);
    } else if (population == TV_POPULATION_SCHOOL_AGE && indicator->kind == TV_Z_WEIGHT_FOR_AGE
               && tv_subject_months (subject) > 120) {
        g_assert_false (tv_subject_has_value (subject, population, indicator, &is_case));
    } else {
        g_assert_true (tv_subject_has_value (subject, population, indicator, &is_case));
        g_assert_cmpint (is_case, ==, indicator->is_below);
    }
}

static void
test_flags (void)
{
    check_every_indicator (check_flag);
}

static void
test_oedema (void)
{
    check_every_indicator (check_oedema);
}

/* Who is a severe case is one of the milder figure, too. */
static void
test_severe_is_within_moderate (void)
{
    const TvIndicatorId pairs[][2] = {
        { TV_SEVERE_UNDERWEIGHT, TV_UNDERWEIGHT },
        { TV_SEVERE_STUNTING, TV_STUNTING },
        { TV_SEVERE_WASTING, TV_WASTING },
        { TV_SEVERE_THINNESS, TV_THINNESS },
        { TV_OBESITY, TV_OVERWEIGHT },
        { TV_SEVERE_OBESITY, TV_OBESITY },
    };
    g_autoptr (GRand) random = g_rand_new_with_seed (3);

    for (int i = 0; i < 4 * N_MANY; i++) {
        TvPopulation population = (TvPopulation) (i % 2);
        TvSubject subject = tv_subject_random (random, population);

        for (guint k = 0; k < G_N_ELEMENTS (pairs); k++) {
            TvOverweightRule rule = (TvOverweightRule) (i / 2 % 2);
            const TvIndicator *severe = tv_indicator_find (population, rule, pairs[k][0]);
            const TvIndicator *milder = tv_indicator_find (population, rule, pairs[k][1]);
            gboolean is_severe, is_milder;

            if (!severe || !milder)
                continue;
            g_assert_cmpint (tv_subject_has_value (&subject, population, severe, &is_severe), ==,
                             tv_subject_has_value (&subject, population, milder, &is_milder));
            g_assert_true (is_milder || !is_severe);
        }
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/prevalence-properties/groups-add-up", test_groups_add_up);
    g_test_add_func ("/prevalence-properties/healthy-child-never-raises-a-rate",
                     test_healthy_child_never_raises_a_rate);
    g_test_add_func ("/prevalence-properties/flags", test_flags);
    g_test_add_func ("/prevalence-properties/oedema", test_oedema);
    g_test_add_func ("/prevalence-properties/severe-is-within-moderate",
                     test_severe_is_within_moderate);
    return g_test_run ();
}
