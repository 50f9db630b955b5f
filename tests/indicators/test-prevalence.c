/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Prevalence: a few children counted by hand, then many against a second count, written as plainly
 * as can be. */

#include "indicators/tv-age-group.h"
#include "indicators/tv-prevalence.h"
#include "tv-subject-samples.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define NO TV_Z_NONE

static GArray *
survey (const TvSubject *subjects, guint n_subjects, TvPopulation population, TvOverweightRule rule,
        TvIntervalKind interval)
{
    g_autoptr (TvPrevalence) prevalence = tv_prevalence_new (population, rule);

    for (guint i = 0; i < n_subjects; i++)
        tv_prevalence_add (prevalence, &subjects[i]);
    return tv_prevalence_make_rows (prevalence, interval);
}

static const TvPrevalenceRow *
find_row (const GArray *rows, const char *code, const char *group)
{
    for (guint i = 0; i < rows->len; i++) {
        const TvPrevalenceRow *row = &g_array_index (rows, TvPrevalenceRow, i);

        if (strcmp (row->indicator->code, code) == 0 && strcmp (row->group, group) == 0)
            return row;
    }
    g_assert_not_reached ();
}

static void
assert_count (const GArray *rows, const char *code, const char *group, guint n_cases, guint n)
{
    const TvPrevalenceRow *row = find_row (rows, code, group);

    g_test_message ("%s of %s", code, group);
    g_assert_false (row->is_blank);
    g_assert_cmpuint (row->rate.n_cases, ==, n_cases);
    g_assert_cmpuint (row->rate.n, ==, n);
}

/* The order and the words of the table are what files are read by. */
static void
test_table (void)
{
    const char *under_five[] = { "underweight waz<-2", "severe_underweight waz<-3",
                                 "stunting haz<-2",    "severe_stunting haz<-3",
                                 "wasting whz<-2",     "severe_wasting whz<-3",
                                 "overweight whz>+2",  "obesity whz>+3" };
    const char *school_age[] = { "underweight waz<-2",   "severe_underweight waz<-3",
                                 "stunting haz<-2",      "severe_stunting haz<-3",
                                 "thinness baz<-2",      "severe_thinness baz<-3",
                                 "overweight baz>+1",    "obesity baz>+2",
                                 "severe_obesity baz>+3" };
    guint n;
    const TvIndicator *list
        = tv_indicators (TV_POPULATION_UNDER_FIVE, TV_OVERWEIGHT_BY_WEIGHT_FOR_HEIGHT, &n);

    g_assert_cmpuint (n, ==, G_N_ELEMENTS (under_five));
    for (guint i = 0; i < n; i++) {
        g_autofree char *text = g_strconcat (list[i].code, " ", list[i].rule, NULL);

        g_assert_cmpstr (text, ==, under_five[i]);
    }
    list = tv_indicators (TV_POPULATION_SCHOOL_AGE, TV_OVERWEIGHT_BY_WEIGHT_FOR_HEIGHT, &n);
    g_assert_cmpuint (n, ==, G_N_ELEMENTS (school_age));
    for (guint i = 0; i < n; i++) {
        g_autofree char *text = g_strconcat (list[i].code, " ", list[i].rule, NULL);

        g_assert_cmpstr (text, ==, school_age[i]);
    }
    g_assert_cmpstr (
        tv_indicator_find (TV_POPULATION_UNDER_FIVE, TV_OVERWEIGHT_BY_BMI_FOR_AGE, TV_OVERWEIGHT)
            ->rule,
        ==, "baz>+2");
    g_assert_null (tv_indicator_find (TV_POPULATION_UNDER_FIVE, TV_OVERWEIGHT_BY_WEIGHT_FOR_HEIGHT,
                                      TV_THINNESS));
}

/* What is written in each rule is what is counted. */
static void
test_rules_say_what_they_do (void)
{
    const char *kinds[] = { "waz", "haz", "whz", "baz" };

    for (int population = 0; population < 2; population++) {
        for (int rule = 0; rule < 2; rule++) {
            guint n;
            const TvIndicator *list
                = tv_indicators ((TvPopulation) population, (TvOverweightRule) rule, &n);

            for (guint i = 0; i < n; i++) {
                g_autofree char *words = tv_indicator_rule_label (&list[i]);
                g_autofree char *text
                    = g_strdup_printf ("%s%s%d", kinds[list[i].kind], list[i].is_below ? "<" : ">+",
                                       list[i].cut_hundredths / 100);

                g_assert_cmpstr (text, ==, list[i].rule);
                g_assert_nonnull (strstr (words, list[i].is_below ? "below −" : "above +"));
                g_assert_cmpuint (
                    strlen (tv_indicator_label ((TvPopulation) population, list[i].id)), >, 0);
            }
        }
    }
}

static void
test_edges_are_not_cases (void)
{
    TvSubject subjects[] = {
        tv_subject_sample (TV_SEX_MALE, 1000, -200, -300, 200, 0),
        tv_subject_sample (TV_SEX_MALE, 1000, -201, -301, 201, 0),
        tv_subject_sample (TV_SEX_FEMALE, 1000, -301, -200, 301, 0),
        tv_subject_sample (TV_SEX_FEMALE, 1000, NO, NO, NO, NO),
    };
    g_autoptr (GArray) rows = survey (subjects, G_N_ELEMENTS (subjects), TV_POPULATION_UNDER_FIVE,
                                      TV_OVERWEIGHT_BY_WEIGHT_FOR_HEIGHT, TV_INTERVAL_WILSON);

    assert_count (rows, "underweight", "All", 2, 3);
    assert_count (rows, "severe_underweight", "All", 1, 3);
    assert_count (rows, "stunting", "All", 2, 3);
    assert_count (rows, "severe_stunting", "All", 1, 3);
    assert_count (rows, "overweight", "All", 2, 3);
    assert_count (rows, "obesity", "All", 1, 3);
    assert_count (rows, "wasting", "All", 0, 3);
    assert_count (rows, "underweight", "M", 1, 2);
    assert_count (rows, "underweight", "F", 1, 1);
    assert_count (rows, "underweight", "24-35 mo", 2, 3);
    assert_count (rows, "underweight", "36-47 mo", 0, 0);
}

/* A flagged z is none for its own indicator alone. Oedema makes three cases of a child, without a
 * weight, past a flag, and leaves its height alone. */
static void
test_flags_and_oedema (void)
{
    TvSubject subjects[] = {
        tv_subject_sample (TV_SEX_MALE, 400, -650, -250, -100, 0),
        tv_subject_sample (TV_SEX_FEMALE, 400, NO, -250, NO, NO),
        tv_subject_sample (TV_SEX_FEMALE, 400, 600, 100, 600, NO),
        tv_subject_sample (TV_SEX_UNKNOWN, NAN, NO, NO, NO, NO),
    };
    g_autoptr (GArray) rows = NULL;

    subjects[0].growth.z[TV_Z_WEIGHT_FOR_AGE].is_flagged = TRUE;
    subjects[1].has_oedema = TRUE;
    subjects[2].has_oedema = TRUE;
    subjects[2].growth.z[TV_Z_WEIGHT_FOR_AGE].is_flagged = TRUE;
    subjects[2].growth.z[TV_Z_WEIGHT_FOR_HEIGHT].is_flagged = TRUE;
    subjects[3].has_oedema = TRUE;
    rows = survey (subjects, G_N_ELEMENTS (subjects), TV_POPULATION_UNDER_FIVE,
                   TV_OVERWEIGHT_BY_WEIGHT_FOR_HEIGHT, TV_INTERVAL_WILSON);
    assert_count (rows, "severe_underweight", "All", 3, 3);
    assert_count (rows, "severe_underweight", "F", 2, 2);
    assert_count (rows, "severe_underweight", "M", 0, 0);
    assert_count (rows, "severe_underweight", "12-23 mo", 2, 2);
    assert_count (rows, "stunting", "All", 2, 3);
    assert_count (rows, "severe_wasting", "All", 3, 4);
    assert_count (rows, "overweight", "All", 0, 4);
}

/* Who is in: days 0 to 1826 and unknown ages; 60 to 228 months. */
static void
test_population (void)
{
    const struct {
        double days, months;
        gboolean is_under_five, is_school_age;
    } cases[] = {
        { 0, NAN, TRUE, FALSE },      { 1826, NAN, TRUE, FALSE },  { 1826.3, NAN, TRUE, TRUE },
        { 1826.5, NAN, FALSE, TRUE }, { 1827, NAN, FALSE, TRUE },  { NAN, 59.9999, TRUE, FALSE },
        { NAN, 60, TRUE, TRUE },      { NAN, 228, FALSE, TRUE },   { NAN, 228.01, FALSE, FALSE },
        { 6939, NAN, FALSE, TRUE },   { 6940, NAN, FALSE, FALSE }, { NAN, NAN, TRUE, FALSE },
        { -1, NAN, FALSE, FALSE },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        TvSubject subject = { .age_days = cases[i].days, .age_months = cases[i].months };

        g_test_message ("%g days, %g months", cases[i].days, cases[i].months);
        g_assert_cmpint (tv_subject_is_in (&subject, TV_POPULATION_UNDER_FIVE), ==,
                         cases[i].is_under_five);
        g_assert_cmpint (tv_subject_is_in (&subject, TV_POPULATION_SCHOOL_AGE), ==,
                         cases[i].is_school_age);
    }
}

/* In whole days the groups under five begin at these. */
static void
test_age_groups (void)
{
    const int first_days[] = { 0, 183, 366, 731, 1096, 1461, 1827 };
    guint n, n_narrow;
    const TvAgeGroup *groups = tv_age_groups (TV_POPULATION_UNDER_FIVE, &n_narrow, &n);

    g_assert_cmpuint (n, ==, 6);
    g_assert_cmpuint (n_narrow, ==, 6);
    for (int day = 0; day <= 1826; day++) {
        for (guint i = 0; i < n; i++)
            g_assert_cmpint (tv_age_group_holds (&groups[i], day / 30.4375), ==,
                             day >= first_days[i] && day < first_days[i + 1]);
    }
    groups = tv_age_groups (TV_POPULATION_SCHOOL_AGE, &n_narrow, &n);
    g_assert_cmpuint (n, ==, 18);
    g_assert_cmpuint (n_narrow, ==, 15);
    g_assert_cmpstr (groups[0].code, ==, "60-71 mo");
    g_assert_cmpstr (groups[13].code, ==, "216-227 mo");
    g_assert_cmpstr (groups[14].code, ==, "228-228 mo");
    g_assert_cmpstr (groups[15].code, ==, "60-119 mo");
    g_assert_cmpstr (groups[16].code, ==, "120-179 mo");
    g_assert_cmpstr (groups[17].code, ==, "180-228 mo");
    g_assert_true (tv_age_group_holds (&groups[14], 228));
    g_assert_false (tv_age_group_holds (&groups[13], 228));
    g_assert_true (tv_age_group_holds (&groups[17], 228));
    g_assert_false (tv_age_group_holds (&groups[15], 120));
    g_assert_false (tv_age_group_holds (&groups[0], NAN));
}

static void
assert_age_label (TvPopulation population, guint index, const char *expected)
{
    g_autofree char *label = tv_age_group_label (&tv_age_groups (population, NULL, NULL)[index]);

    g_assert_cmpstr (label, ==, expected);
}

static void
test_age_labels (void)
{
    assert_age_label (TV_POPULATION_UNDER_FIVE, 0, "0–5 months");
    assert_age_label (TV_POPULATION_UNDER_FIVE, 2, "12–23 months");
    assert_age_label (TV_POPULATION_SCHOOL_AGE, 0, "5 years");
    assert_age_label (TV_POPULATION_SCHOOL_AGE, 13, "18 years");
    assert_age_label (TV_POPULATION_SCHOOL_AGE, 14, "19 years");
    assert_age_label (TV_POPULATION_SCHOOL_AGE, 15, "60–119 months");
}

/* Weight-for-age of school age is given by age group only, and oedema counts in it to 120 months.
 */
static void
test_weight_at_school_age (void)
{
    TvSubject subjects[] = {
        tv_subject_sample (TV_SEX_MALE, NAN, -250, 0, NO, 0),
        tv_subject_sample (TV_SEX_MALE, NAN, NO, 0, NO, NO),
        tv_subject_sample (TV_SEX_FEMALE, NAN, NO, 0, NO, NO),
        tv_subject_sample (TV_SEX_FEMALE, NAN, NO, 0, NO, 150),
    };
    const double months[] = { 100, 120, 120.02, 228 };
    const char *blanks[] = { "All", "M", "F" };
    g_autoptr (GArray) rows = NULL;

    for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
        subjects[i].age_months = months[i];
    subjects[1].has_oedema = TRUE;
    subjects[2].has_oedema = TRUE;
    rows = survey (subjects, G_N_ELEMENTS (subjects), TV_POPULATION_SCHOOL_AGE,
                   TV_OVERWEIGHT_BY_WEIGHT_FOR_HEIGHT, TV_INTERVAL_LOGIT);
    for (guint i = 0; i < G_N_ELEMENTS (blanks); i++) {
        g_assert_true (find_row (rows, "underweight", blanks[i])->is_blank);
        g_assert_true (find_row (rows, "severe_underweight", blanks[i])->is_blank);
        g_assert_true (isnan (find_row (rows, "underweight", blanks[i])->rate.percent));
    }
    assert_count (rows, "underweight", "96-107 mo", 1, 1);
    assert_count (rows, "underweight", "120-131 mo", 1, 1);
    assert_count (rows, "underweight", "120-179 mo", 1, 1);
    assert_count (rows, "severe_thinness", "All", 2, 4);
    assert_count (rows, "severe_thinness", "120-131 mo", 2, 2);
    assert_count (rows, "overweight", "228-228 mo", 1, 1);
    assert_count (rows, "obesity", "180-228 mo", 0, 1);
}

/* The second count: one indicator, one group, over all children, nothing shared. */
static void
count_plainly (const TvSubject *subjects, guint n_subjects, gboolean is_school, const char *rule,
               const char *group, guint *n, guint *n_cases, guint *n_sample)
{
    int cut = (rule[4] == '-' ? -100 : 100) * (rule[5] - '0');
    int low = 0, high = 0;
    gboolean is_age_group = sscanf (group, "%d-%d mo", &low, &high) == 2;

    *n = *n_cases = *n_sample = 0;
    for (guint i = 0; i < n_subjects; i++) {
        const TvSubject *s = &subjects[i];
        double months = isnan (s->age_days) ? s->age_months : s->age_days / 30.4375;
        double day = isnan (s->age_days) ? s->age_months * 30.4375 : s->age_days;
        const TvZScore *z
            = &s->growth.z[rule[0] == 'w' ? (rule[1] == 'a' ? 0 : 2) : (rule[0] == 'h' ? 1 : 3)];
        int value = z->is_flagged ? NO : z->hundredths;

        if (is_school ? !(months >= 60 && months <= 228) : day >= 1826.5)
            continue;
        (*n_sample)++;
        if (s->has_oedema && rule[0] != 'h'
            && !(is_school && rule[1] == 'a' && rule[0] == 'w' && months > 120))
            value = -310;
        if (value == NO)
            continue;
        if (is_age_group && (isnan (months) || months < low || months >= high + 1))
            continue;
        if (strcmp (group, "M") == 0 && s->sex != TV_SEX_MALE)
            continue;
        if (strcmp (group, "F") == 0 && s->sex != TV_SEX_FEMALE)
            continue;
        (*n)++;
        if (rule[3] == '<' ? value < cut : value > cut)
            (*n_cases)++;
    }
}

static void
test_against_plain_count (void)
{
    for (int round = 0; round < 8; round++) {
        gboolean is_school = round % 2;
        TvPopulation population = is_school ? TV_POPULATION_SCHOOL_AGE : TV_POPULATION_UNDER_FIVE;
        g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) round);
        guint n_subjects = (guint) g_rand_int_range (random, 0, 600);
        g_autofree TvSubject *subjects = tv_subject_random_array (random, population, n_subjects);
        g_autoptr (GArray) rows = survey (subjects, n_subjects, population,
                                          (TvOverweightRule) (round / 2 % 2), TV_INTERVAL_LOGIT);

        g_assert_cmpuint (rows->len, ==, is_school ? 9 * 21 : 8 * 9);
        for (guint i = 0; i < rows->len; i++) {
            const TvPrevalenceRow *row = &g_array_index (rows, TvPrevalenceRow, i);
            guint n, n_cases, n_sample;
            TvRate rate;

            count_plainly (subjects, n_subjects, is_school, row->indicator->rule, row->group, &n,
                           &n_cases, &n_sample);
            if (row->is_blank)
                continue;
            tv_rate_init (&rate, TV_INTERVAL_LOGIT, n_cases, n, n_sample);
            g_assert_cmpuint (row->rate.n, ==, n);
            g_assert_cmpuint (row->rate.n_cases, ==, n_cases);
            g_assert_true (row->rate.lower == rate.lower || n == 0);
            g_assert_true (row->rate.upper == rate.upper || n == 0);
        }
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/prevalence/table", test_table);
    g_test_add_func ("/prevalence/rules-say-what-they-do", test_rules_say_what_they_do);
    g_test_add_func ("/prevalence/edges-are-not-cases", test_edges_are_not_cases);
    g_test_add_func ("/prevalence/flags-and-oedema", test_flags_and_oedema);
    g_test_add_func ("/prevalence/population", test_population);
    g_test_add_func ("/prevalence/age-groups", test_age_groups);
    g_test_add_func ("/prevalence/age-labels", test_age_labels);
    g_test_add_func ("/prevalence/weight-at-school-age", test_weight_at_school_age);
    g_test_add_func ("/prevalence/against-plain-count", test_against_plain_count);
    return g_test_run ();
}
