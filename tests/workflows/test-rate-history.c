/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rounds of a book one after another: a few children whose way is known, and a practice school
 * whose every round is held against its rates. */

#include "indicators/tv-overlap.h"
#include "tests/workflows/tv-rates-fixture.h"
#include "workflows/tv-rate-history.h"

#include <math.h>

typedef TvRatesFixture Fixture;

/* A boy born on 29 May 2023 is in the middle of WHO's tables with 12.7, 13.8 and 14.8 kg, and
 * below -2 with 9.5, 10.2 and 11 kg. */
static const TvRatesSample children[] = {
    { "Stays", "C1", { 2023, 5, 29 }, { { 9500, 830 }, { 10200, 860 }, { 11000, 900 } } },
    { "Recovers", "C1", { 2023, 5, 29 }, { { 9500, 830 }, { 10200, 870 }, { 14800, 975 } } },
    { "Falls", "C1", { 2023, 5, 29 }, { { 12700, 885 }, { 13800, 930 }, { 11000, 930 } } },
    { "Fine", "C1", { 2023, 5, 29 }, { { 12700, 885 }, { 13800, 930 }, { 14800, 975 } } },
    { "New", "C1", { 2023, 5, 29 }, { { 0 }, { 0 }, { 11000, 930 } } },
    { "Gone", "C1", { 2023, 5, 29 }, { { 12700, 885 }, { 10200, 870 }, { 0 } } },
    { "Turned five", "C2", { 2021, 3, 15 }, { { 12000, 1020 }, { 12500, 1040 }, { 19000, 1110 } } },
    { "Height alone", "C2", { 2023, 5, 29 }, { { 12700, 885 }, { 13800, 930 }, { 0, 975 } } },
    { "Taken out",
      "C2",
      { 2023, 5, 29 },
      { { 12700, 885 }, { 13800, 930, .excluded_reason = "wrong child" }, { 14800, 975 } } },
};

static TvRateHistory *
read_history (Fixture *fixture)
{
    g_autoptr (GError) error = NULL;
    TvRateHistory *history = tv_rate_history_read (fixture->store, &error);

    g_assert_no_error (error);
    return history;
}

static void
assert_names (const TvRates *rates, const GArray *ids, const char *expected)
{
    g_autofree char *names = tv_rates_fixture_names (rates, ids);

    g_assert_cmpstr (names, ==, expected);
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvRateHistory) history = NULL;
    const TvRateRound *round, *before;

    tv_rates_fixture_fill (fixture, children, G_N_ELEMENTS (children));
    history = read_history (fixture);
    g_assert_cmpuint (history->rounds->len, ==, 3);
    round = tv_rate_history_find (history, NULL, &before);
    g_assert_cmpstr (round->round->code, ==, "2026-1");
    g_assert_cmpstr (before->round->code, ==, "2025-2");
    g_assert_cmpuint (round->n_enrolled, ==, G_N_ELEMENTS (children));
    g_assert_cmpuint (round->n_measured, ==, 8);
    round = tv_rate_history_find (history, "2025-1", &before);
    g_assert_cmpstr (round->round->code, ==, "2025-1");
    g_assert_null (before);
    g_assert_null (tv_rate_history_find (history, "2019-1", &before));
    g_assert_null (before);
    round = tv_rate_history_find (history, "2025-2", NULL);
    g_assert_cmpint (tv_rate_round_find (round, 2)->weight_g, ==, 10200);
    g_assert_null (tv_rate_round_find (round, 5));
    g_assert_null (tv_rate_round_find (round, 9)); /* what somebody took out is not counted */
    g_assert_null (tv_rate_round_find (round, 99));
}

static void
assert_point (const GArray *points, guint i, const char *code, guint n, guint n_cases, guint n_same,
              guint n_same_cases)
{
    const TvRatePoint *point = &g_array_index (points, TvRatePoint, i);

    g_test_message ("%s", code);
    g_assert_cmpstr (point->round->code, ==, code);
    g_assert_cmpuint (point->all.n, ==, n);
    g_assert_cmpuint (point->all.n_cases, ==, n_cases);
    g_assert_cmpuint (point->same.n, ==, n_same);
    g_assert_cmpuint (point->same.n_cases, ==, n_same_cases);
}

static void
test_follow (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvRateHistory) history = NULL;
    g_autoptr (GArray) points = NULL;
    g_autoptr (GArray) early = NULL;
    g_autoptr (GArray) unknown = NULL;

    tv_rates_fixture_fill (fixture, children, G_N_ELEMENTS (children));
    history = read_history (fixture);
    points = tv_rate_history_follow (history, NULL, TV_POPULATION_UNDER_FIVE, TV_UNDERWEIGHT,
                                     TV_INTERVAL_WILSON);
    g_assert_cmpuint (points->len, ==, 3);
    /* Stays, Recovers, Turned five; New was not there. */
    assert_point (points, 0, "2025-1", 8, 3, 5, 2);
    /* And Gone; Taken out stands outside. */
    assert_point (points, 1, "2025-2", 7, 4, 4, 2);
    /* Stays, Falls, New. */
    assert_point (points, 2, "2026-1", 6, 3, 6, 3);
    early = tv_rate_history_follow (history, "2025-2", TV_POPULATION_UNDER_FIVE, TV_UNDERWEIGHT,
                                    TV_INTERVAL_WILSON);
    g_assert_cmpuint (early->len, ==, 2);
    unknown = tv_rate_history_follow (history, "2019-1", TV_POPULATION_UNDER_FIVE, TV_UNDERWEIGHT,
                                      TV_INTERVAL_WILSON);
    g_assert_cmpuint (unknown->len, ==, 0);
}

static void
test_compare (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvRateHistory) history = NULL;
    g_autoptr (TvRateComparison) comparison = NULL;
    g_autoptr (TvRates) rates = NULL;

    tv_rates_fixture_fill (fixture, children, G_N_ELEMENTS (children));
    history = read_history (fixture);
    rates = tv_rates_fixture_work_out (fixture, NULL, TV_POPULATION_UNDER_FIVE, TV_SPLIT_NONE);
    comparison
        = tv_rate_history_compare (history, NULL, NULL, TV_POPULATION_UNDER_FIVE, TV_UNDERWEIGHT);
    g_assert_cmpstr (comparison->before->code, ==, "2025-2");
    g_assert_cmpstr (comparison->now->code, ==, "2026-1");
    assert_names (rates, comparison->stayed, "Stays");
    assert_names (rates, comparison->fresh, "Falls");
    assert_names (rates, comparison->recovered, "Recovers");
    assert_names (rates, comparison->turned_five, "Turned five");
    g_assert_cmpuint (comparison->transition.n_never, ==, 1);
    g_assert_cmpuint (comparison->transition.before.n, ==, 4);
    g_assert_cmpuint (comparison->transition.recovery.n_cases, ==, 1);
    g_assert_cmpuint (comparison->transition.recovery.n, ==, 2);
    g_assert_cmpuint (comparison->n_only_now, ==, 2);    /* New, Taken out */
    g_assert_cmpuint (comparison->n_only_before, ==, 3); /* Gone, Turned five, Height alone */
}

/* Whoever was malnourished at four and is well at five has recovered, whichever table says so. */
static void
test_recovery (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvRateHistory) history = NULL;
    g_autoptr (TvRates) rates = NULL;

    tv_rates_fixture_fill (fixture, children, G_N_ELEMENTS (children));
    history = read_history (fixture);
    rates = tv_rates_fixture_work_out (fixture, NULL, TV_POPULATION_UNDER_FIVE, TV_SPLIT_NONE);
    for (int population = TV_POPULATION_UNDER_FIVE; population <= TV_POPULATION_SCHOOL_AGE;
         population++) {
        g_autoptr (TvRateComparison) comparison = tv_rate_history_compare (
            history, NULL, NULL, (TvPopulation) population, TV_CONDITION_MALNOURISHED);
        gboolean is_young = population == TV_POPULATION_UNDER_FIVE;

        assert_names (rates, comparison->recovered,
                      is_young ? "Recovers, Turned five" : "Turned five");
        assert_names (rates, comparison->stayed, is_young ? "Stays" : "");
        g_assert_cmpuint (comparison->transition.n_never, ==, is_young ? 2 : 0);
        g_assert_cmpuint (comparison->n_only_before, ==, is_young ? 1 : 0);
        g_assert_cmpuint (comparison->n_only_now, ==, is_young ? 2 : 0);
    }
}

static void
test_compare_what (Fixture *fixture, gconstpointer data)
{
    const struct {
        const char *now;
        const char *before;
        gboolean is_there;
    } cases[] = {
        { NULL, NULL, TRUE },          { "2026-1", "2025-1", TRUE },  { "2025-2", "2025-1", TRUE },
        { "2025-1", NULL, FALSE },     { "2025-2", "2026-1", FALSE }, { "2026-1", "2026-1", FALSE },
        { "2026-1", "2019-1", FALSE }, { "2019-1", NULL, FALSE },
    };
    g_autoptr (TvRateHistory) history = NULL;

    tv_rates_fixture_fill (fixture, children, G_N_ELEMENTS (children));
    history = read_history (fixture);
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        TvRateComparison *found = tv_rate_history_compare (history, cases[i].now, cases[i].before,
                                                           TV_POPULATION_UNDER_FIVE, TV_STUNTING);

        g_test_message ("%s after %s", cases[i].now, cases[i].before);
        g_assert_cmpint (found != NULL, ==, cases[i].is_there);
        g_clear_pointer (&found, tv_rate_comparison_free);
    }
}

/* What a round of the history says is what its rates say. */
static void
assert_equals_rates (const TvRateHistory *history, const TvRateRound *round, const TvRates *rates)
{
    guint n_population = 0, n_values = 0, n_malnourished = 0;
    TvOverlap overlap = { 0 };

    g_assert_cmpuint (round->n_enrolled, ==, rates->n_enrolled);
    g_assert_cmpuint (round->n_measured, ==, rates->n_measured);
    for (guint i = 0; i < round->moments->len; i++) {
        const TvRateMoment *moment = &g_array_index (round->moments, TvRateMoment, i);

        g_assert_true (tv_rate_round_find (round, moment->student_id) == moment);
        if (moment->population != rates->population)
            continue;
        n_population++;
        n_values += moment->values >> TV_CONDITION_MALNOURISHED & 1;
        n_malnourished += moment->cases >> TV_CONDITION_MALNOURISHED & 1;
    }
    g_assert_cmpuint (n_population, ==, rates->n_population);
    for (guint i = 0; i < rates->children->len; i++) {
        if (tv_rates_child (rates, i)->left_out == TV_LEFT_OUT_NOT)
            tv_overlap_add (&overlap, &tv_rates_child (rates, i)->subject, rates->population,
                            rates->overweight_rule);
    }
    g_assert_cmpuint (n_values, ==, overlap.n);
    g_assert_cmpuint (n_malnourished, ==, tv_overlap_count_any (&overlap));
    for (guint i = 0; i < rates->lines->len; i++) {
        const TvRateLine *line = g_ptr_array_index (rates->lines, i);
        g_autoptr (GArray) points
            = tv_rate_history_follow (history, round->round->code, rates->population,
                                      line->indicator->id, TV_INTERVAL_WILSON);
        const TvRatePoint *last = &g_array_index (points, TvRatePoint, points->len - 1);

        g_test_message ("%s in %s", line->indicator->code, round->round->code);
        g_assert_cmpmem (&last->all, sizeof last->all, &line->rate, sizeof line->rate);
        g_assert_cmpuint (last->same.n, ==, line->rate.n);
        g_assert_cmpuint (last->same.n_cases, ==, line->rate.n_cases);
    }
}

static void
test_equals_rates (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvRateHistory) history = NULL;
    guint n_counted = 0;

    tv_rates_fixture_practise (fixture, (TvLevel) GPOINTER_TO_INT (data), 130);
    history = read_history (fixture);
    g_assert_cmpuint (history->rounds->len, >=, 5);
    for (guint i = 0; i < history->rounds->len; i++) {
        const TvRateRound *round = g_ptr_array_index (history->rounds, i);

        for (int population = TV_POPULATION_UNDER_FIVE; population <= TV_POPULATION_SCHOOL_AGE;
             population++) {
            g_autoptr (TvRates) rates = tv_rates_fixture_work_out (
                fixture, round->round->code, (TvPopulation) population, TV_SPLIT_NONE);

            assert_equals_rates (history, round, rates);
            n_counted += rates->n_population;
        }
    }
    g_assert_cmpuint (n_counted, >, 400);
}

static void
assert_adds_up (const TvRateHistory *history, guint i, TvPopulation population, guint condition)
{
    const TvRateRound *now = g_ptr_array_index (history->rounds, i);
    g_autoptr (TvRateComparison) comparison
        = tv_rate_history_compare (history, now->round->code, NULL, population, condition);
    const TvTransition *transition = &comparison->transition;
    guint n_pairs
        = transition->n_stayed + transition->n_new + transition->n_recovered + transition->n_never;
    g_autoptr (GArray) points = tv_rate_history_follow (history, now->round->code, population,
                                                        condition, TV_INTERVAL_WILSON);

    g_assert_cmpuint (comparison->stayed->len, ==, transition->n_stayed);
    g_assert_cmpuint (comparison->fresh->len, ==, transition->n_new);
    g_assert_cmpuint (comparison->recovered->len, ==, transition->n_recovered);
    g_assert_cmpuint (transition->now.n, ==, n_pairs);
    g_assert_cmpuint (g_array_index (points, TvRatePoint, i).all.n, ==,
                      n_pairs + comparison->n_only_now);
    g_assert_cmpuint (g_array_index (points, TvRatePoint, i - 1).all.n, ==,
                      n_pairs + comparison->n_only_before);
    g_assert_cmpuint (g_array_index (points, TvRatePoint, i - 1).same.n, ==, n_pairs);
}

static void
test_adds_up (Fixture *fixture, gconstpointer data)
{
    g_autoptr (TvRateHistory) history = NULL;
    guint n_turned_five = 0;

    tv_rates_fixture_practise (fixture, TV_LEVEL_KINDERGARTEN, 200);
    history = read_history (fixture);
    for (guint i = 1; i < history->rounds->len; i++) {
        const TvRateRound *now = g_ptr_array_index (history->rounds, i);
        g_autoptr (TvRateComparison) comparison = NULL;

        for (int population = TV_POPULATION_UNDER_FIVE; population <= TV_POPULATION_SCHOOL_AGE;
             population++) {
            for (guint id = TV_UNDERWEIGHT; id <= TV_SEVERE_OBESITY; id++)
                assert_adds_up (history, i, (TvPopulation) population, id);
        }
        comparison = tv_rate_history_compare (history, now->round->code, NULL,
                                              TV_POPULATION_UNDER_FIVE, TV_CONDITION_MALNOURISHED);
        n_turned_five += comparison->turned_five->len;
        for (guint j = 1; j < comparison->turned_five->len; j++)
            g_assert_cmpint (g_array_index (comparison->turned_five, gint64, j - 1), <,
                             g_array_index (comparison->turned_five, gint64, j));
    }
    g_assert_cmpuint (n_turned_five, >, 20);
}

typedef struct {
    GAsyncResult *history;
    GAsyncResult *rates;
    gboolean was_rates_first;
} Answers;

static void
history_cb (GObject *source, GAsyncResult *result, gpointer data)
{
    Answers *answers = data;

    answers->history = g_object_ref (result);
    answers->was_rates_first = answers->rates != NULL;
}

static void
rates_cb (GObject *source, GAsyncResult *result, gpointer data)
{
    ((Answers *) data)->rates = g_object_ref (result);
}

/* A question of the page is answered before the history is through. */
static void
test_async (Fixture *fixture, gconstpointer data)
{
    const TvRatesQuery query = { .population = TV_POPULATION_BY_SCHOOL };
    g_autoptr (TvRateHistory) history = NULL;
    g_autoptr (TvRateHistory) again = NULL;
    g_autoptr (TvRates) rates = NULL;
    g_autoptr (GError) error = NULL;
    Answers answers = { 0 };

    tv_rates_fixture_practise (fixture, TV_LEVEL_KINDERGARTEN, 60);
    tv_rate_history_read_async (fixture->store, NULL, history_cb, &answers);
    tv_rates_work_out_async (fixture->store, &query, NULL, rates_cb, &answers);
    while (!answers.history || !answers.rates)
        g_main_context_iteration (NULL, TRUE);
    g_assert_true (answers.was_rates_first);
    rates = tv_rates_work_out_finish (fixture->store, answers.rates, &error);
    g_assert_no_error (error);
    history = tv_rate_history_read_finish (fixture->store, answers.history, &error);
    g_assert_no_error (error);
    again = tv_rate_history_ref (history);
    assert_equals_rates (again, tv_rate_history_find (again, NULL, NULL), rates);
    g_object_unref (answers.history);
    g_object_unref (answers.rates);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GError) error = NULL;
    Answers answers = { 0 };

    tv_rates_fixture_practise (fixture, TV_LEVEL_KINDERGARTEN, 40);
    tv_rate_history_read_async (fixture->store, cancellable, history_cb, &answers);
    g_main_context_iteration (NULL, TRUE);
    g_cancellable_cancel (cancellable);
    while (!answers.history)
        g_main_context_iteration (NULL, TRUE);
    g_assert_null (tv_rate_history_read_finish (fixture->store, answers.history, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_object_unref (answers.history);
}

static void
test_no_rounds (Fixture *fixture, gconstpointer data)
{
    const TvSchool school = { .name = (char *) "Tiểu học", .level = TV_LEVEL_PRIMARY };
    g_autoptr (TvRateHistory) history = NULL;
    g_autoptr (GArray) points = NULL;

    fixture->store = tv_store_create_seeded (fixture->folder, &school, fixture->clock, 1, NULL);
    history = read_history (fixture);
    g_assert_cmpuint (history->rounds->len, ==, 0);
    g_assert_null (tv_rate_history_find (history, NULL, NULL));
    g_assert_null (
        tv_rate_history_compare (history, NULL, NULL, TV_POPULATION_SCHOOL_AGE, TV_STUNTING));
    points = tv_rate_history_follow (history, NULL, TV_POPULATION_SCHOOL_AGE, TV_STUNTING,
                                     TV_INTERVAL_WILSON);
    g_assert_cmpuint (points->len, ==, 0);
}

#define ADD(path, data, test)                                                                      \
    g_test_add ("/rate-history/" path, Fixture, data, tv_rates_fixture_set_up, test,               \
                tv_rates_fixture_tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    ADD ("find", NULL, test_find);
    ADD ("follow", NULL, test_follow);
    ADD ("compare", NULL, test_compare);
    ADD ("recovery", NULL, test_recovery);
    ADD ("compare-what", NULL, test_compare_what);
    ADD ("equals-rates/kindergarten", GINT_TO_POINTER (TV_LEVEL_KINDERGARTEN), test_equals_rates);
    ADD ("equals-rates/primary", GINT_TO_POINTER (TV_LEVEL_PRIMARY), test_equals_rates);
    ADD ("adds-up", NULL, test_adds_up);
    ADD ("async", NULL, test_async);
    ADD ("cancel", NULL, test_cancel);
    ADD ("no-rounds", NULL, test_no_rounds);
    return g_test_run ();
}
