/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What else the children of a round say: a few whose forms are known, and a practice school whose
 * parts have to add up. */

#include "tests/workflows/tv-rates-fixture.h"
#include "workflows/tv-rates-parts.h"

#include <math.h>

typedef TvRatesFixture Fixture;

/* Boys of 1200 days: -2 is at 11.7 kg and at 90.5 cm. For a height of 97.5 cm -2 is at 12.5 kg, for
 * 88 cm +2 at 14.7 kg. */
static const TvRatesSample children[] = {
    { "Fine", "C1", { 2023, 5, 29 }, { { 0 }, { 0 }, { 14800, 975 } } },
    { "Light", "C1", { 2023, 5, 29 }, { { 0 }, { 0 }, { 11400, 915 } } },
    { "Short", "C1", { 2023, 5, 29 }, { { 0 }, { 0 }, { 12500, 880 } } },
    { "Both", "C1", { 2023, 5, 29 }, { { 0 }, { 0 }, { 11000, 870 } } },
    { "Wasted", "C2", { 2023, 5, 29 }, { { 0 }, { 0 }, { 11900, 975 } } },
    { "All three", "C2", { 2023, 5, 29 }, { { 0 }, { 0 }, { 9000, 880 } } },
    { "Short and heavy", "C2", { 2023, 5, 29 }, { { 0 }, { 0 }, { 16000, 880 } } },
    { "Weight alone", "C2", { 2023, 5, 29 }, { { 0 }, { 0 }, { 14800, 0 } } },
    { "Slip of the pen", "C2", { 2023, 5, 29 }, { { 0 }, { 0 }, { 148000, 975 } } },
    { "Away", "C2", { 2023, 5, 29 }, { { 0 }, { 0 }, { .state = TV_MEASUREMENT_ABSENT } } },
    { "Waiting", "C2", { 2023, 5, 29 }, { { 0 }, { 0 }, { 0 } } },
    { "Five", "C2", { 2021, 3, 15 }, { { 0 }, { 0 }, { 19000, 1110 } } },
};

static TvRates *
make_school (Fixture *fixture, TvSplit split)
{
    tv_rates_fixture_fill (fixture, children, G_N_ELEMENTS (children));
    return tv_rates_fixture_work_out (fixture, NULL, TV_POPULATION_UNDER_FIVE, split);
}

/* Takes @ids over. */
static void
assert_names (const TvRates *rates, GArray *ids, const char *expected)
{
    g_autofree char *names = tv_rates_fixture_names (rates, ids);

    g_assert_cmpstr (names, ==, expected);
    g_array_unref (ids);
}

static void
test_forms_by_hand (Fixture *fixture, gconstpointer data)
{
    const struct {
        guint forms;
        const char *names;
        guint n_in_c1;
    } parts[] = {
        { 0, "Fine, Weight alone, Slip of the pen", 1 },
        { TV_FORM_UNDERWEIGHT, "Light", 1 },
        { TV_FORM_STUNTED, "Short, Short and heavy", 1 },
        { TV_FORM_UNDERWEIGHT | TV_FORM_STUNTED, "Both", 1 },
        { TV_FORM_WASTED, "Wasted", 0 },
        { TV_FORM_UNDERWEIGHT | TV_FORM_WASTED, "", 0 },
        { TV_FORM_STUNTED | TV_FORM_WASTED, "", 0 },
        { TV_FORM_UNDERWEIGHT | TV_FORM_STUNTED | TV_FORM_WASTED, "All three", 0 },
    };
    g_autoptr (TvRates) rates = make_school (fixture, TV_SPLIT_CLASS);
    const TvRateLine *class_ = tv_rates_find (rates, TV_OBESITY, "C1");
    TvOverlap overlap, of_class;

    tv_rates_count_overlap (rates, NULL, &overlap);
    tv_rates_count_overlap (rates, class_, &of_class);
    for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
        g_autoptr (GArray) in_class = tv_rates_list_part (rates, class_, parts[i].forms);
        GArray *list = tv_rates_list_part (rates, NULL, parts[i].forms);

        g_test_message ("forms %u", parts[i].forms);
        g_assert_cmpuint (overlap.n_parts[parts[i].forms], ==, list->len);
        assert_names (rates, list, parts[i].names);
        g_assert_cmpuint (of_class.n_parts[parts[i].forms], ==, parts[i].n_in_c1);
        g_assert_cmpuint (in_class->len, ==, parts[i].n_in_c1);
    }
    g_assert_cmpuint (overlap.n, ==, 9);
    g_assert_cmpuint (of_class.n, ==, 4);
    assert_names (rates, tv_rates_list_with_any_form (rates, NULL),
                  "Light, Short, Both, Wasted, All three, Short and heavy");
    assert_names (rates, tv_rates_list_with_any_form (rates, class_), "Light, Short, Both");
    assert_names (rates, tv_rates_list_double_burden (rates, NULL), "Short and heavy");
    assert_names (rates, tv_rates_list_double_burden (rates, class_), "");
    g_assert_cmpuint (overlap.n_double_cases, ==, 1);
}

static void
test_left_out_by_hand (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvRates) rates = make_school (fixture, TV_SPLIT_NONE);
    const TvIndicator *wasting = tv_rates_find (rates, TV_WASTING, "All")->indicator;

    assert_names (rates, tv_rates_list_left_out (rates, NULL, TV_LEFT_OUT_ABSENT), "Away");
    assert_names (rates, tv_rates_list_left_out (rates, NULL, TV_LEFT_OUT_NOT_MEASURED), "Waiting");
    assert_names (rates, tv_rates_list_left_out (rates, NULL, TV_LEFT_OUT_OTHER_AGE), "Five");
    assert_names (rates, tv_rates_list_left_out (rates, NULL, TV_LEFT_OUT_IMPLAUSIBLE), "");
    assert_names (rates, tv_rates_list_left_out (rates, wasting, TV_LEFT_OUT_IMPLAUSIBLE),
                  "Slip of the pen");
    assert_names (rates, tv_rates_list_left_out (rates, wasting, TV_LEFT_OUT_NO_VALUE),
                  "Weight alone");
    assert_names (rates, tv_rates_list_left_out (rates, wasting, TV_LEFT_OUT_ABSENT), "Away");
}

static void
test_distribution_by_hand (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvRates) rates = make_school (fixture, TV_SPLIT_CLASS);
    TvZDistribution all, of_class;

    tv_rates_distribute (rates, NULL, TV_Z_WEIGHT_FOR_HEIGHT, &all);
    g_assert_cmpuint (all.n_sample, ==, 9);
    g_assert_cmpuint (all.n, ==, 7);
    g_assert_cmpuint (all.n_flagged, ==, 1);
    tv_rates_distribute (rates, tv_rates_find (rates, TV_STUNTING, "C1"), TV_Z_HEIGHT_FOR_AGE,
                         &of_class);
    g_assert_cmpuint (of_class.n_sample, ==, 4);
    g_assert_cmpuint (of_class.n, ==, 4);
    g_assert_false (isnan (of_class.sd));
}

/* Whoever a line counts is in its group, and nobody else of the group has a value. */
static void
assert_group_is_of_line (const TvRates *rates, const TvRateLine *line)
{
    guint n = 0, n_cases = 0;

    for (guint i = 0; i < rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (rates, i);
        gboolean is_case;

        if (!tv_rates_is_in_group (rates, line, child)
            || tv_rates_left_out (rates, child, line->indicator) != TV_LEFT_OUT_NOT)
            continue;
        tv_subject_has_value (&child->subject, rates->population, line->indicator, &is_case);
        g_assert_true (!is_case || g_array_index (line->cases, guint, n_cases) == i);
        n++;
        n_cases += is_case;
    }
    g_test_message ("%s of %s", line->indicator->code, line->group_code);
    g_assert_cmpuint (n, ==, line->rate.n);
    g_assert_cmpuint (n_cases, ==, line->rate.n_cases);
}

static void
test_groups (Fixture *fixture, gconstpointer data)
{
    TvLevel level = (TvLevel) GPOINTER_TO_INT (data);
    g_autoptr (TvRates) rates = NULL;

    tv_rates_fixture_practise (fixture, level, 150);
    rates = tv_rates_fixture_work_out (fixture, NULL, TV_POPULATION_BY_SCHOOL, TV_SPLIT_EVERY);
    g_assert_cmpuint (rates->lines->len, >, 60);
    for (guint i = 0; i < rates->lines->len; i++)
        assert_group_is_of_line (rates, g_ptr_array_index (rates->lines, i));
}

static void
assert_overlap_is_of_rates (const TvRates *rates, guint first, const TvOverlap *overlap)
{
    const struct {
        TvIndicatorId id;
        TvForm form;
    } forms[] = {
        { TV_UNDERWEIGHT, TV_FORM_UNDERWEIGHT },
        { TV_STUNTING, TV_FORM_STUNTED },
        { TV_WASTING, TV_FORM_WASTED },
        { TV_THINNESS, TV_FORM_WASTED },
    };

    for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
        for (guint k = first; k < rates->lines->len; k++) {
            const TvRateLine *line = g_ptr_array_index (rates->lines, k);
            const TvRateLine *group = g_ptr_array_index (rates->lines, first);

            if (line->indicator->id == forms[i].id && line->split == group->split
                && g_str_equal (line->group_code, group->group_code))
                g_assert_cmpuint (tv_overlap_count_with (overlap, forms[i].form), ==,
                                  line->rate.n_cases);
        }
    }
}

/* The groups of each split together are the whole, in every part and every bin. */
static void
test_adds_up (Fixture *fixture, gconstpointer data)
{
    TvLevel level = (TvLevel) GPOINTER_TO_INT (data);
    g_autoptr (TvRates) rates = NULL;
    TvOverlap whole, sums[TV_SPLIT_EVERY] = { { 0 } };
    TvZDistribution heights;
    guint n_indicators, n_heights[TV_SPLIT_EVERY] = { 0 };

    tv_rates_fixture_practise (fixture, level, 150);
    rates = tv_rates_fixture_work_out (fixture, NULL, TV_POPULATION_BY_SCHOOL, TV_SPLIT_EVERY);
    tv_indicators (rates->population, rates->overweight_rule, &n_indicators);
    tv_rates_count_overlap (rates, NULL, &whole);
    tv_rates_distribute (rates, NULL, TV_Z_HEIGHT_FOR_AGE, &heights);
    for (guint i = 0; i < rates->lines->len; i += n_indicators) {
        const TvRateLine *group = g_ptr_array_index (rates->lines, i);
        g_autoptr (GArray) any = tv_rates_list_with_any_form (rates, group);
        g_autoptr (GArray) both = tv_rates_list_double_burden (rates, group);
        TvZDistribution distribution;
        TvOverlap overlap;

        tv_rates_count_overlap (rates, group, &overlap);
        assert_overlap_is_of_rates (rates, i, &overlap);
        g_assert_cmpuint (any->len, ==, tv_overlap_count_any (&overlap));
        g_assert_cmpuint (both->len, ==, overlap.n_double_cases);
        for (guint forms = 0; forms < TV_OVERLAP_N_PARTS; forms++)
            sums[group->split].n_parts[forms] += overlap.n_parts[forms];
        sums[group->split].n_double += overlap.n_double;
        tv_rates_distribute (rates, group, TV_Z_HEIGHT_FOR_AGE, &distribution);
        n_heights[group->split] += distribution.n;
    }
    for (int split = TV_SPLIT_NONE; split < TV_SPLIT_EVERY; split++) {
        g_assert_cmpmem (sums[split].n_parts, sizeof whole.n_parts, whole.n_parts,
                         sizeof whole.n_parts);
        g_assert_cmpuint (sums[split].n_double, ==, whole.n_double);
        g_assert_cmpuint (n_heights[split], ==, heights.n);
    }
    g_assert_cmpuint (tv_overlap_count_any (&whole), >, 0);
}

static void
test_left_out_adds_up (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvRates) rates = NULL;
    guint n_indicators;

    tv_rates_fixture_practise (fixture, TV_LEVEL_KINDERGARTEN, 150);
    rates = tv_rates_fixture_work_out (fixture, NULL, TV_POPULATION_UNDER_FIVE, TV_SPLIT_NONE);
    tv_indicators (rates->population, rates->overweight_rule, &n_indicators);
    for (guint i = 0; i < n_indicators; i++) {
        const TvRateLine *line = g_ptr_array_index (rates->lines, i);
        guint n_children = 0;

        for (int reason = TV_LEFT_OUT_NOT; reason <= TV_LEFT_OUT_NOT_ENROLLED; reason++) {
            g_autoptr (GArray) list
                = tv_rates_list_left_out (rates, line->indicator, (TvLeftOut) reason);

            n_children += list->len;
            if (reason == TV_LEFT_OUT_NOT)
                g_assert_cmpuint (list->len, ==, line->rate.n);
        }
        g_assert_cmpuint (n_children, ==, rates->children->len);
    }
}

#define ADD(path, data, test)                                                                      \
    g_test_add ("/rates-parts/" path, Fixture, data, tv_rates_fixture_set_up, test,                \
                tv_rates_fixture_tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    ADD ("forms", NULL, test_forms_by_hand);
    ADD ("left-out", NULL, test_left_out_by_hand);
    ADD ("distribution", NULL, test_distribution_by_hand);
    ADD ("groups/kindergarten", GINT_TO_POINTER (TV_LEVEL_KINDERGARTEN), test_groups);
    ADD ("groups/primary", GINT_TO_POINTER (TV_LEVEL_PRIMARY), test_groups);
    ADD ("adds-up/kindergarten", GINT_TO_POINTER (TV_LEVEL_KINDERGARTEN), test_adds_up);
    ADD ("adds-up/primary", GINT_TO_POINTER (TV_LEVEL_PRIMARY), test_adds_up);
    ADD ("left-out-adds-up", NULL, test_left_out_adds_up);
    return g_test_run ();
}
