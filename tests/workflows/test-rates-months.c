/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A round read at completed months: a few children next to a cut-off, and a practice school where
 * both readings are of the same children. */

#include "tests/workflows/tv-rates-fixture.h"
#include "workflows/tv-rates-months.h"

typedef TvRatesFixture Fixture;

/* On 10 September 2026. WHO's table has -2 in height of boys at 88.7 cm for 36 months and at
 * 89.2 cm for 37; in weight at 11.3 and 11.4 kg. */
static const TvRatesSample children[] = {
    { "Nearly 37 months", "C1", { 2023, 8, 12 }, { { 0 }, { 0 }, { 13000, 889 } } },
    { "Just 36 months", "C1", { 2023, 9, 10 }, { { 0 }, { 0 }, { 13000, 889 } } },
    { "Clearly short", "C1", { 2023, 8, 12 }, { { 0 }, { 0 }, { 12500, 880 } } },
    { "Weight alone", "C1", { 2023, 8, 12 }, { { 0 }, { 0 }, { 13000, 0 } } },
    { "Slip of the pen", "C1", { 2023, 8, 12 }, { { 0 }, { 0 }, { 130000, 950 } } },
    { "Fifth birthday", "C1", { 2021, 9, 10 }, { { 0 }, { 0 }, { 18500, 1100 } } },
    { "Away", "C1", { 2023, 8, 12 }, { { 0 }, { 0 }, { .state = TV_MEASUREMENT_ABSENT } } },
};

static const TvRate *
get_rate (const TvMonthsReading *reading, guint i)
{
    return &g_array_index (reading->rates, TvRate, i);
}

static void
test_by_hand (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvRates) rates = NULL;
    g_autoptr (TvMonthsReading) reading = NULL;
    const TvMonthsDifference *difference;

    tv_rates_fixture_fill (fixture, children, G_N_ELEMENTS (children));
    rates = tv_rates_fixture_work_out (fixture, NULL, TV_POPULATION_UNDER_FIVE, TV_SPLIT_NONE);
    reading = tv_rates_read_in_months (rates);
    g_assert_cmpuint (reading->differences->len, ==, 1);
    g_assert_cmpuint (reading->n_children, ==, 1);
    difference = &g_array_index (reading->differences, TvMonthsDifference, 0);
    g_assert_cmpstr (tv_rates_child (rates, difference->child)->name, ==, "Nearly 37 months");
    g_assert_cmpint (difference->kind, ==, TV_Z_HEIGHT_FOR_AGE);
    g_assert_cmpint (difference->completed_months, ==, 36);
    g_assert_cmpint (difference->exact_hundredths, <, -200);
    g_assert_cmpint (difference->exact_class, ==, TV_CLASS_STUNTED);
    g_assert_cmpint (difference->months_hundredths, >=, -200);
    g_assert_cmpint (difference->months_class, ==, TV_CLASS_NORMAL);
    for (guint i = 0; i < rates->lines->len; i++) {
        const TvRateLine *line = g_ptr_array_index (rates->lines, i);
        guint n_fewer = line->indicator->id == TV_STUNTING;

        g_assert_cmpuint (get_rate (reading, i)->n, ==, line->rate.n);
        g_assert_cmpuint (get_rate (reading, i)->n_cases, ==, line->rate.n_cases - n_fewer);
    }
    g_assert_cmpuint (tv_rates_find (rates, TV_STUNTING, "All")->rate.n_cases, ==, 2);
}

/* On its fifth birthday a child may be of day 1826, the last of the tables by day, and is of month
 * 60, the first of those by month; it stays among the children under five. */
static void
test_fifth_birthday (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvRates) rates = NULL;
    g_autoptr (TvMonthsReading) reading = NULL;

    tv_rates_fixture_fill (fixture, &children[5], 1);
    rates = tv_rates_fixture_work_out (fixture, NULL, TV_POPULATION_UNDER_FIVE, TV_SPLIT_NONE);
    g_assert_cmpfloat (tv_rates_child (rates, 0)->subject.age_days, ==, 1826);
    reading = tv_rates_read_in_months (rates);
    for (guint i = 0; i < rates->lines->len; i++)
        g_assert_cmpuint (get_rate (reading, i)->n, ==, 1);
}

/* A second account, for every child and z kind: each class that differs is listed, no other is. */
static void
test_second_account (Fixture *fixture, gconstpointer data)
{
    TvLevel level = (TvLevel) GPOINTER_TO_INT (data);
    g_autoptr (TvRates) rates = NULL;
    g_autoptr (TvMonthsReading) reading = NULL;
    guint n_children = 0;
    int last = -1;

    tv_rates_fixture_practise (fixture, level, 400);
    rates = tv_rates_fixture_work_out (fixture, NULL, TV_POPULATION_BY_SCHOOL, TV_SPLIT_NONE);
    reading = tv_rates_read_in_months (rates);
    for (guint i = 0; i < reading->differences->len; i++) {
        const TvMonthsDifference *difference
            = &g_array_index (reading->differences, TvMonthsDifference, i);
        const TvRateChild *child = tv_rates_child (rates, difference->child);
        const TvZScore *z = &child->subject.growth.z[difference->kind];

        g_assert_cmpint (child->left_out, ==, TV_LEFT_OUT_NOT);
        g_assert_cmpint (difference->kind, !=, TV_Z_WEIGHT_FOR_HEIGHT);
        g_assert_cmpint (difference->exact_hundredths, ==, z->hundredths);
        g_assert_false (z->is_flagged);
        g_assert_cmpint (difference->exact_class, !=, difference->months_class);
        g_assert_cmpint (ABS (difference->exact_hundredths - difference->months_hundredths), <, 40);
        g_assert_cmpint ((int) difference->child, >=, last);
        n_children += (int) difference->child != last;
        last = (int) difference->child;
    }
    g_assert_cmpuint (n_children, ==, reading->n_children);
    g_assert_cmpuint (n_children, >, 0);
    for (guint i = 0; i < rates->lines->len; i++) {
        const TvRateLine *line = g_ptr_array_index (rates->lines, i);

        g_assert_cmpuint (get_rate (reading, i)->n, ==, line->rate.n);
    }
}

/* How many cases the months have more or fewer is what the list of differences says. */
static void
test_rates_follow_differences (Fixture *fixture, gconstpointer data)
{
    const struct {
        TvIndicatorId id;
        TvZKind kind;
        TvGrowthClass mild;
        TvGrowthClass severe;
    } asked[] = {
        { TV_UNDERWEIGHT, TV_Z_WEIGHT_FOR_AGE, TV_CLASS_UNDERWEIGHT,
          TV_CLASS_SEVERELY_UNDERWEIGHT },
        { TV_STUNTING, TV_Z_HEIGHT_FOR_AGE, TV_CLASS_STUNTED, TV_CLASS_SEVERELY_STUNTED },
    };
    g_autoptr (TvRates) rates = NULL;
    g_autoptr (TvMonthsReading) reading = NULL;

    tv_rates_fixture_practise (fixture, TV_LEVEL_KINDERGARTEN, 400);
    rates = tv_rates_fixture_work_out (fixture, NULL, TV_POPULATION_UNDER_FIVE, TV_SPLIT_NONE);
    reading = tv_rates_read_in_months (rates);
    for (guint i = 0; i < rates->lines->len; i++) {
        const TvRateLine *line = g_ptr_array_index (rates->lines, i);
        int n_more = (int) get_rate (reading, i)->n_cases - (int) line->rate.n_cases;

        for (guint k = 0; k < G_N_ELEMENTS (asked); k++) {
            for (guint j = 0; line->indicator->id == asked[k].id && j < reading->differences->len;
                 j++) {
                const TvMonthsDifference *difference
                    = &g_array_index (reading->differences, TvMonthsDifference, j);

                if (difference->kind != asked[k].kind)
                    continue;
                n_more -= difference->months_class == asked[k].mild
                          || difference->months_class == asked[k].severe;
                n_more += difference->exact_class == asked[k].mild
                          || difference->exact_class == asked[k].severe;
            }
            if (line->indicator->id == asked[k].id)
                g_assert_cmpint (n_more, ==, 0);
        }
    }
}

/* WHO's table has +2 in BMI of boys at 18.36 for 36 months and at 18.33 for 37. */
static const TvRatesSample heavy
    = { "Nearly 37 months", "C1", { 2023, 8, 12 }, { { 0 }, { 0 }, { 16500, 948 } } };

static TvMonthsReading *
read_heavy (Fixture *fixture, TvOverweightRule rule, guint *n_by_day, guint *n_by_months)
{
    const TvRatesQuery query = { .population = TV_POPULATION_UNDER_FIVE, .overweight_rule = rule };
    g_autoptr (GError) error = NULL;
    g_autoptr (TvRates) rates = tv_rates_work_out (fixture->store, &query, &error);
    TvMonthsReading *reading;

    g_assert_no_error (error);
    reading = tv_rates_read_in_months (rates);
    for (guint i = 0; i < rates->lines->len; i++) {
        const TvRateLine *line = g_ptr_array_index (rates->lines, i);

        if (line->indicator->id != TV_OVERWEIGHT)
            continue;
        *n_by_day = line->rate.n_cases;
        *n_by_months = get_rate (reading, i)->n_cases;
    }
    return reading;
}

/* Who is overweight by one reading of BMI-for-age alone is named where a school counts by that. */
static void
test_overweight_by_bmi (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvMonthsReading) by_bmi = NULL, by_height = NULL;
    const TvMonthsDifference *difference;
    guint n_by_day, n_by_months;

    tv_rates_fixture_fill (fixture, &heavy, 1);
    by_height = read_heavy (fixture, TV_OVERWEIGHT_BY_WEIGHT_FOR_HEIGHT, &n_by_day, &n_by_months);
    g_assert_cmpuint (n_by_day, ==, 0);
    g_assert_cmpuint (n_by_months, ==, 0);
    g_assert_cmpuint (by_height->differences->len, ==, 0);
    by_bmi = read_heavy (fixture, TV_OVERWEIGHT_BY_BMI_FOR_AGE, &n_by_day, &n_by_months);
    g_assert_cmpuint (n_by_day, ==, 1);
    g_assert_cmpuint (n_by_months, ==, 0);
    g_assert_cmpuint (by_bmi->differences->len, ==, 1);
    difference = &g_array_index (by_bmi->differences, TvMonthsDifference, 0);
    g_assert_cmpint (difference->kind, ==, TV_Z_BMI_FOR_AGE);
    g_assert_cmpint (difference->exact_class, ==, TV_CLASS_OVERWEIGHT);
    g_assert_cmpint (difference->months_class, ==, TV_CLASS_NORMAL);
}

#define ADD(path, data, test)                                                                      \
    g_test_add ("/rates-months/" path, Fixture, data, tv_rates_fixture_set_up, test,               \
                tv_rates_fixture_tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    ADD ("by-hand", NULL, test_by_hand);
    ADD ("fifth-birthday", NULL, test_fifth_birthday);
    ADD ("list/kindergarten", GINT_TO_POINTER (TV_LEVEL_KINDERGARTEN), test_second_account);
    ADD ("list/primary", GINT_TO_POINTER (TV_LEVEL_PRIMARY), test_second_account);
    ADD ("rates", NULL, test_rates_follow_differences);
    ADD ("overweight-by-bmi", NULL, test_overweight_by_bmi);
    return g_test_run ();
}
