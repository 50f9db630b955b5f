/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Targets are data: a year gets them by a copy, what is odd about one is refused, and rates are
 * judged by them as soon as they stand. */

#include "workflows/tv-targets.h"

#include "base/tv-language.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-targets.h"
#include "tests/workflows/tv-class-fixture.h"
#include "workflows/tv-error-sentence.h"
#include "workflows/tv-rates.h"

#include <string.h>

#define WINTER_ROUND "2026-3"

static TvTargets *
load (TvClassFixture *fixture, int year)
{
    GAsyncResult *result = NULL;
    g_autoptr (GAsyncResult) kept = NULL;
    g_autoptr (GError) error = NULL;
    TvTargets *targets;

    tv_targets_load_async (fixture->store, year, NULL, tv_test_keep_result, &result);
    kept = tv_test_take_result (&result);
    targets = tv_targets_load_finish (fixture->store, kept, &error);
    g_assert_no_error (error);
    return targets;
}

static gboolean
finish (TvClassFixture *fixture, GAsyncResult **result, GError **error)
{
    g_autoptr (GAsyncResult) kept = tv_test_take_result (result);

    return tv_targets_write_finish (fixture->store, kept, error);
}

static void
add_year (TvClassFixture *fixture, int year)
{
    GAsyncResult *result = NULL;
    g_autoptr (GError) error = NULL;

    tv_targets_add_year_async (fixture->store, year, tv_test_keep_result, &result);
    finish (fixture, &result, &error);
    g_assert_no_error (error);
}

static void
save (TvClassFixture *fixture, const TvTarget *target, GError **error)
{
    GAsyncResult *result = NULL;

    tv_targets_save_async (fixture->store, target, tv_test_keep_result, &result);
    finish (fixture, &result, error);
}

static const TvTarget *
find (const TvTargets *targets, const char *code)
{
    for (guint i = 0; i < targets->list->len; i++) {
        const TvTarget *target = g_ptr_array_index (targets->list, i);

        if (strcmp (target->code, code) == 0)
            return target;
    }
    return NULL;
}

/* In February of the next year, with one child of three underweight. */
static gboolean
write_winter_round (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                    GError **error)
{
    TvClassFixture *fixture = input;
    TvRound round = { .year_id = fixture->year_id,
                      .code = (char *) WINTER_ROUND,
                      .name = (char *) WINTER_ROUND,
                      .kind = TV_ROUND_REGULAR,
                      .first_day = tv_date_from_ymd (2027, 2, 10),
                      .last_day = tv_date_from_ymd (2027, 2, 20) };
    gint64 round_id = tv_store_put_round (change, &round, error);

    for (int i = 0; i < TV_FIXTURE_N_STUDENTS; i++) {
        TvMeasurement measurement = { .student_id = fixture->student_ids[i],
                                      .round_id = round_id,
                                      .date = tv_date_from_ymd (2027, 2, 15),
                                      .position = TV_POSITION_STANDING,
                                      .weight_g = i == 0 ? 11000 : 16500,
                                      .height_mm = 1050 };

        if (tv_store_put_measurement (change, &measurement, error) == 0)
            return FALSE;
    }
    return round_id != 0;
}

static TvRates *
rates_of (TvClassFixture *fixture, const char *round_code)
{
    const TvRatesQuery query = { .round_code = (char *) round_code,
                                 .population = TV_POPULATION_UNDER_FIVE,
                                 .overweight_rule = TV_OVERWEIGHT_BY_BOOK,
                                 .interval = TV_INTERVAL_WILSON,
                                 .split = TV_SPLIT_NONE };
    g_autoptr (GError) error = NULL;
    TvRates *rates = tv_rates_work_out (fixture->store, &query, &error);

    g_assert_no_error (error);
    return rates;
}

/* A round is judged by the year of its first day, and as soon as that year has targets. */
static void
test_verdict (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvRates) before = NULL, copied = NULL, edited = NULL;
    g_autoptr (TvTargets) targets = NULL;
    g_autoptr (GError) error = NULL;
    g_autofree char *missing = NULL;
    const TvRateLine *line;
    TvTarget values;

    g_assert_true (
        tv_store_write (fixture->store, "import", write_winter_round, fixture, NULL, &error));
    before = rates_of (fixture, WINTER_ROUND);
    line = tv_rates_find (before, TV_UNDERWEIGHT, "All");
    g_assert_cmpuint (line->rate.n, ==, 3);
    g_assert_cmpuint (line->rate.n_cases, ==, 1);
    g_assert_null (line->target);
    missing = tv_rates_targets_sentence (before);
    g_assert_nonnull (strstr (missing, "2027"));

    add_year (fixture, 2027);
    copied = rates_of (fixture, WINTER_ROUND);
    line = tv_rates_find (copied, TV_UNDERWEIGHT, "All");
    g_assert_cmpint (line->target->year, ==, 2027);
    g_assert_null (tv_rates_targets_sentence (copied));
    g_assert_cmpint (line->target->value_thousandths, ==, 6400);
    g_assert_cmpint (line->judgement.verdict, ==, TV_VERDICT_NOT_MET);

    targets = load (fixture, 2027);
    values = *find (targets, "E-I.2a");
    values.value_thousandths = 40 * 1000;
    save (fixture, &values, &error);
    g_assert_no_error (error);
    edited = rates_of (fixture, WINTER_ROUND);
    line = tv_rates_find (edited, TV_UNDERWEIGHT, "All");
    g_assert_cmpint (line->target->value_thousandths, ==, 40 * 1000);
    g_assert_cmpint (line->judgement.verdict, ==, TV_VERDICT_MET);
}

static void
assert_origin (const TvTarget *target, const char *expected)
{
    g_autofree char *text = tv_target_say_origin (target);

    if (!strstr (text, expected))
        g_error ("“%s” does not say “%s”", text, expected);
}

/* What the school asks of itself is not announced as the city's. */
static void
test_origin (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvTargets) plan = load (fixture, 2026), edited = NULL, next = NULL;
    g_autoptr (GError) error = NULL;
    TvTarget values = *find (plan, "E-I.2a");

    assert_origin (&values, "the whole city for 2026");
    values.value_thousandths = 20 * 1000;
    save (fixture, &values, &error);
    g_assert_no_error (error);
    edited = load (fixture, 2026);
    g_assert_true (tv_target_is_changed (find (edited, "E-I.2a")));
    assert_origin (find (edited, "E-I.2a"), "<\u00a020\u00a0% was entered in this record book");
    assert_origin (find (edited, "E-I.2a"), "asks <\u00a06.4\u00a0%");
    g_assert_false (tv_target_is_changed (find (edited, "E-I.2b")));
    add_year (fixture, 2027);
    next = load (fixture, 2027);
    assert_origin (find (next, "E-I.2b"), "has not been entered");
}

/* While children are still to be measured, a verdict is of those measured so far. */
static void
test_under_way (TvClassFixture *fixture, gconstpointer data)
{
    TvRound round = { .is_closed = FALSE };
    TvRates rates = { .round = &round, .n_enrolled = 116, .n_measured = 102, .n_half_measured = 2 };
    g_autofree char *open = tv_rates_progress_sentence (&rates);

    g_assert_nonnull (strstr (open, "100 of 116"));
    g_assert_cmpstr (tv_rates_say_verdict (&rates, TRUE), ==, "The target is met so far");
    rates.n_enrolled = 100;
    g_assert_null (tv_rates_progress_sentence (&rates));
    rates.n_enrolled = 116;
    round.is_closed = TRUE;
    g_assert_null (tv_rates_progress_sentence (&rates));
    g_assert_cmpstr (tv_rates_say_verdict (&rates, FALSE), ==, "The target is not met");
}

/* All of the year before but its sources, which are of that year; a second copy is refused; one
 * step takes it back. */
static void
test_add_year (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvTargets) old = load (fixture, 2026), copy = NULL, after = NULL;
    GAsyncResult *result = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (old->year, ==, 2026);
    g_assert_cmpint (tv_targets_next_year (old), ==, 2027);
    add_year (fixture, 2027);
    copy = load (fixture, 2027);
    g_assert_cmpint (copy->year, ==, 2027);
    g_assert_cmpuint (copy->years->len, ==, 2);
    g_assert_cmpuint (copy->list->len, ==, old->list->len);
    for (guint i = 0; i < old->list->len; i++) {
        const TvTarget *a = g_ptr_array_index (old->list, i);
        const TvTarget *b = g_ptr_array_index (copy->list, i);

        g_assert_cmpstr (a->code, ==, b->code);
        g_assert_null (b->source);
        g_assert_cmpstr (a->uid, !=, b->uid);
        g_assert_cmpint (a->value_thousandths, ==, b->value_thousandths);
        g_assert_null (tv_target_find_shipped (b));
    }
    tv_targets_add_year_async (fixture->store, 2027, tv_test_keep_result, &result);
    g_assert_false (finish (fixture, &result, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
    tv_class_fixture_undo (fixture);
    after = load (fixture, 2027);
    g_assert_cmpint (after->year, ==, 2026);
    g_assert_cmpuint (after->years->len, ==, 1);
}

/* A year between or before others begins with what is nearest to it. */
static void
test_model (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvTargets) early = NULL, late = NULL, between = NULL;
    g_autoptr (GError) error = NULL;
    TvTarget values;

    add_year (fixture, 2029);
    late = load (fixture, 2029);
    values = *find (late, "E-I.2a");
    values.value_thousandths = 5000;
    save (fixture, &values, &error);
    g_assert_no_error (error);
    add_year (fixture, 2028);
    between = load (fixture, 2028);
    g_assert_cmpint (find (between, "E-I.2a")->value_thousandths, ==, 6400);
    add_year (fixture, 2025);
    early = load (fixture, 2025);
    g_assert_cmpint (find (early, "E-I.2a")->value_thousandths, ==, 6400);
    g_assert_cmpint (tv_targets_next_year (early), ==, 2030);
}

typedef struct {
    const char *wording_vi;
    const char *wording_en;
    const char *unit;
    gboolean has_value;
    gint64 value_thousandths;
    TvDirection direction;
    gboolean is_good;
} Case;

static const Case cases[] = {
    { "Nhẹ cân", "Underweight", "percent", TRUE, 6400, TV_DIRECTION_BELOW, TRUE },
    { "Nhẹ cân", "Underweight", "percent", TRUE, 0, TV_DIRECTION_AT_MOST, TRUE },
    { "Nhẹ cân", "Underweight", "percent", TRUE, 100000, TV_DIRECTION_AT_LEAST, TRUE },
    { "Nhẹ cân", "Underweight", "percent", TRUE, 100001, TV_DIRECTION_AT_LEAST, FALSE },
    { "Nhẹ cân", "Underweight", "percent", TRUE, -1, TV_DIRECTION_BELOW, FALSE },
    { "Nhẹ cân", "Underweight", "percent", TRUE, 6400, TV_DIRECTION_NONE, FALSE },
    { "Nhẹ cân", "Underweight", "percent", FALSE, 0, TV_DIRECTION_NONE, TRUE },
    { "", "Underweight", "percent", TRUE, 6400, TV_DIRECTION_BELOW, FALSE },
    { "Nhẹ cân", NULL, "percent", TRUE, 6400, TV_DIRECTION_BELOW, FALSE },
    { "Tai nạn", "Injuries", "per-100000", TRUE, 800 * 1000, TV_DIRECTION_AT_MOST, TRUE },
    { "Xã", "Communes", "of-126", TRUE, 126 * 1000, TV_DIRECTION_AT_LEAST, TRUE },
    { "Xã", "Communes", "of-126", TRUE, 127 * 1000, TV_DIRECTION_AT_LEAST, FALSE },
};

/* What the form does not accept, the book does not take either, and says why in a sentence. */
static void
test_faults (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvTargets) targets = load (fixture, 2026);

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        const Case *one = &cases[i];
        TvTarget values = *find (targets, "E-I.2a");
        g_autoptr (GError) error = NULL;
        g_autofree char *sentence = NULL;

        g_test_message ("case %u", i);
        values.wording_vi = (char *) one->wording_vi;
        values.wording_en = (char *) one->wording_en;
        values.unit = (char *) one->unit;
        values.has_value = one->has_value;
        values.value_thousandths = one->value_thousandths;
        values.direction = one->direction;
        g_assert_cmpint (tv_target_find_fault (&values) == NULL, ==, one->is_good);
        save (fixture, &values, &error);
        if (one->is_good) {
            g_assert_no_error (error);
            continue;
        }
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
        sentence = tv_error_sentence (error);
        g_assert_cmpstr (sentence, ==, tv_target_find_fault (&values));
    }
}

/* Whatever was changed of it, the target that the program came with comes back whole. */
static void
test_put_back (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvTargets) old = load (fixture, 2026), changed = NULL, back = NULL;
    GAsyncResult *result = NULL;
    g_autoptr (GError) error = NULL;
    TvTarget values = *find (old, "E-I.2a");

    for (guint i = 0; i < old->list->len; i++)
        g_assert_true (tv_target_is_as_shipped (g_ptr_array_index (old->list, i)));
    values.has_value = FALSE;
    values.direction = TV_DIRECTION_NONE;
    values.wording_en = (char *) "Light children";
    values.source = NULL;
    save (fixture, &values, &error);
    g_assert_no_error (error);
    changed = load (fixture, 2026);
    g_assert_false (find (changed, "E-I.2a")->has_value);
    g_assert_false (tv_target_is_as_shipped (find (changed, "E-I.2a")));
    tv_targets_put_back_async (fixture->store, find (changed, "E-I.2a"), tv_test_keep_result,
                               &result);
    g_assert_true (finish (fixture, &result, &error));
    back = load (fixture, 2026);
    g_assert_true (tv_target_is_as_shipped (find (back, "E-I.2a")));
    g_assert_cmpstr (find (back, "E-I.2a")->source, ==, find (old, "E-I.2a")->source);
    g_assert_cmpint (find (back, "E-I.2a")->id, ==, find (old, "E-I.2a")->id);
}

#define ADD(name, test)                                                                            \
    g_test_add ("/workflows/targets/" name, TvClassFixture, NULL, tv_class_fixture_set_up, test,   \
                tv_class_fixture_tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    ADD ("verdict", test_verdict);
    ADD ("origin", test_origin);
    ADD ("under-way", test_under_way);
    ADD ("add-year", test_add_year);
    ADD ("model", test_model);
    ADD ("faults", test_faults);
    ADD ("put-back", test_put_back);
    return g_test_run ();
}
