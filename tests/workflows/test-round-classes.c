/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening and changing a round, and that whatever counts the children of a round that takes in
 * some classes counts theirs alone. */

#include "store/tv-store-classes.h"
#include "store/tv-store-round-classes.h"
#include "store/tv-store-rounds.h"
#include "tests/workflows/tv-class-fixture.h"
#include "tests/workflows/tv-rates-fixture.h"
#include "workflows/tv-class-list.h"
#include "workflows/tv-rate-history.h"
#include "workflows/tv-roster.h"
#include "workflows/tv-round-closing.h"
#include "workflows/tv-round-opening.h"
#include "workflows/tv-round-review.h"

#include <string.h>

/* In the round 2026-1 class B has a short child who is measured and one who is not. */
static const TvRatesSample children[] = {
    { "Fine", "A", { 2023, 5, 29 }, { { 0 }, { 0 }, { 14800, 975 } } },
    { "Waiting", "A", { 2023, 5, 29 }, { { 0 }, { 0 }, { 0 } } },
    { "Short", "B", { 2023, 5, 29 }, { { 0 }, { 0 }, { 12500, 880 } } },
    { "Not asked", "B", { 2023, 5, 29 }, { { 0 }, { 0 }, { 0 } } },
};

typedef struct {
    const char *code;
    const char *class_name; /* NULL: all */
    TvRound *round;
    gint64 class_id;
} Limit;

static gboolean
limit_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
          GError **error)
{
    Limit *limit = input;
    TvConnection *connection = tv_change_connection (change);
    g_autoptr (TvClass) class_ = NULL;

    if (!tv_store_find_round_by_code (connection, limit->code, &limit->round, error))
        return FALSE;
    if (!limit->class_name)
        return tv_store_put_round_classes (change, limit->round->id, NULL, 0, error);
    g_assert_true (
        tv_store_find_class (connection, limit->round->year_id, limit->class_name, &class_, error));
    limit->class_id = class_->id;
    return tv_store_put_round_classes (change, limit->round->id, &class_->id, 1, error);
}

/* Past the workflow, which would not leave out a class that has values. */
static void
limit (TvRatesFixture *fixture, Limit *self)
{
    g_autoptr (GError) error = NULL;

    g_clear_pointer (&self->round, tv_round_unref);
    tv_store_write (fixture->store, "edit-round", limit_cb, self, NULL, &error);
    g_assert_no_error (error);
}

static void
test_rates (TvRatesFixture *fixture, gconstpointer data)
{
    Limit to_a = { "2026-1", "A" };
    Limit to_all = { "2026-1", NULL };
    g_autoptr (TvRates) limited = NULL;
    g_autoptr (TvRates) whole = NULL;

    tv_rates_fixture_fill (fixture, children, G_N_ELEMENTS (children));
    limit (fixture, &to_a);
    limited
        = tv_rates_fixture_work_out (fixture, "2026-1", TV_POPULATION_BY_SCHOOL, TV_SPLIT_CLASS);
    g_assert_cmpuint (limited->n_enrolled, ==, 2);
    g_assert_cmpuint (limited->n_measured, ==, 1);
    g_assert_cmpuint (tv_rates_find (limited, TV_STUNTING, "All")->rate.n, ==, 1);
    g_assert_cmpuint (tv_rates_find (limited, TV_STUNTING, "All")->rate.n_cases, ==, 0);
    g_assert_nonnull (tv_rates_find (limited, TV_STUNTING, "A"));
    g_assert_null (tv_rates_find (limited, TV_STUNTING, "B"));

    limit (fixture, &to_all);
    whole = tv_rates_fixture_work_out (fixture, "2026-1", TV_POPULATION_BY_SCHOOL, TV_SPLIT_CLASS);
    g_assert_cmpuint (whole->n_enrolled, ==, 4);
    g_assert_cmpuint (tv_rates_find (whole, TV_STUNTING, "All")->rate.n, ==, 2);
    g_assert_cmpuint (tv_rates_find (whole, TV_STUNTING, "All")->rate.n_cases, ==, 1);
    tv_round_unref (to_a.round);
    tv_round_unref (to_all.round);
}

static void
test_review_and_lists (TvRatesFixture *fixture, gconstpointer data)
{
    Limit to_a = { "2026-1", "A" };
    g_autoptr (TvRoundReview) review = NULL;
    g_autoptr (TvRoster) roster = NULL;
    g_autoptr (TvRateHistory) history = NULL;
    const TvRateRound *round, *before = NULL;
    g_autoptr (GError) error = NULL;

    tv_rates_fixture_fill (fixture, children, G_N_ELEMENTS (children));
    limit (fixture, &to_a);
    review = tv_round_review_read (fixture->store, to_a.round, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (review->n_unmeasured, ==, 1);
    g_assert_cmpuint (review->unmeasured->len, ==, 1);
    g_assert_cmpstr (((TvUnmeasuredClass *) review->unmeasured->pdata[0])->class_name, ==, "A");
    roster = tv_roster_load_round (fixture->store, to_a.round->id, to_a.round->year_id, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (roster->entries->len, ==, 2);
    history = tv_rate_history_read (fixture->store, &error);
    g_assert_no_error (error);
    round = tv_rate_history_find (history, "2026-1", &before);
    g_assert_cmpuint (round->n_enrolled, ==, 2);
    g_assert_cmpuint (round->moments->len, ==, 1);
    tv_round_unref (to_a.round);
}

static TvRoundPlan *
read_plan (TvStore *store, gint64 year_id, gint64 round_id)
{
    GAsyncResult *pending = NULL;
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;
    TvRoundPlan *plan;

    tv_round_opening_plan_async (store, year_id, round_id, NULL, tv_test_keep_result, &pending);
    result = tv_test_take_result (&pending);
    plan = tv_round_opening_plan_finish (store, result, &error);
    g_assert_no_error (error);
    return plan;
}

static TvRound *
save (TvStore *store, const TvRound *round, gint64 class_id, GError **error)
{
    GAsyncResult *pending = NULL;
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

    if (class_id)
        g_array_append_val (ids, class_id);
    tv_round_opening_save_async (store, round, ids, NULL, tv_test_keep_result, &pending);
    result = tv_test_take_result (&pending);
    return tv_round_opening_save_finish (store, result, error);
}

static void
test_open (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvRoundPlan) plan = read_plan (fixture->store, fixture->year_id, 0);
    g_autoptr (TvRoundPlan) standing = NULL;
    g_autoptr (TvRound) round = NULL;
    g_autoptr (GError) error = NULL;
    const TvRoundPlanClass *first, *second;

    g_assert_null (tv_round_plan_get_standing (plan));
    g_assert_cmpstr (plan->rounds[TV_ROUND_REGULAR]->code, ==, "2026-3");
    g_assert_cmpstr (plan->rounds[TV_ROUND_MONTHLY]->code, ==, "2026-M1");
    g_assert_cmpstr (plan->rounds[TV_ROUND_CLINIC]->code, ==, "2026-C1");
    g_assert_cmpint (plan->rounds[TV_ROUND_MONTHLY]->last_day, ==, tv_date_from_ymd (2026, 11, 30));
    g_assert_cmpuint (plan->others->len, ==, 2);

    round = save (fixture->store, plan->rounds[TV_ROUND_MONTHLY], fixture->class_id, &error);
    g_assert_no_error (error);
    standing = read_plan (fixture->store, fixture->year_id, round->id);
    g_assert_cmpint (tv_round_plan_get_standing (standing)->id, ==, round->id);
    g_assert_false (standing->takes_in_all);
    first = g_ptr_array_index (standing->classes, 0);
    second = g_ptr_array_index (standing->classes, 1);
    g_assert_cmpint (first->class_->id, ==, fixture->class_id);
    g_assert_true (first->is_taken_in);
    g_assert_false (second->is_taken_in);
    g_clear_pointer (&plan, tv_round_plan_unref);
    plan = read_plan (fixture->store, fixture->year_id, 0);
    g_assert_cmpstr (plan->rounds[TV_ROUND_MONTHLY]->code, ==, "2026-M2");
    tv_class_fixture_undo (fixture);
    g_clear_pointer (&plan, tv_round_plan_unref);
    plan = read_plan (fixture->store, fixture->year_id, 0);
    g_assert_cmpstr (plan->rounds[TV_ROUND_MONTHLY]->code, ==, "2026-M1");
}

static void
test_change (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvRoundPlan) plan
        = read_plan (fixture->store, fixture->year_id, fixture->first_round_id);
    g_autoptr (TvRoundPlan) again = NULL;
    g_autoptr (TvRound) changed = NULL, narrowed = NULL;
    g_autoptr (GError) error = NULL, refusal = NULL;
    TvRound values = *tv_round_plan_get_standing (plan);

    g_assert_cmpuint (((TvRoundPlanClass *) plan->classes->pdata[0])->n_values, ==, 3);
    g_assert_cmpuint (((TvRoundPlanClass *) plan->classes->pdata[1])->n_values, ==, 0);
    g_assert_cmpint (plan->first_value, ==, tv_date_from_ymd (2026, 9, 15));
    g_assert_cmpint (plan->last_value, ==, tv_date_from_ymd (2026, 9, 15));
    values.name = (char *) "Đợt đầu năm";
    values.last_day += 7;
    changed = save (fixture->store, &values, fixture->class_id, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (changed->name, ==, "Đợt đầu năm");

    /* The other class has no value; the first has, and stays. */
    narrowed = save (fixture->store, changed, fixture->other_class_id, &refusal);
    g_assert_null (narrowed);
    g_assert_error (refusal, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
    g_assert_nonnull (strstr (refusal->message, "Mầm 1"));
    again = read_plan (fixture->store, fixture->year_id, fixture->first_round_id);
    g_assert_true (((TvRoundPlanClass *) again->classes->pdata[0])->is_taken_in);
    g_assert_false (((TvRoundPlanClass *) again->classes->pdata[1])->is_taken_in);
}

static void
test_change_signed (TvClassFixture *fixture, gconstpointer data)
{
    GAsyncResult *pending = NULL;
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (TvRound) closed = NULL, changed = NULL;
    g_autoptr (GError) error = NULL, refusal = NULL;
    TvRound values;

    tv_round_closing_sign_off_async (fixture->store, fixture->first_round_id, NULL,
                                     tv_test_keep_result, &pending);
    result = tv_test_take_result (&pending);
    closed = tv_round_closing_finish (fixture->store, result, &error);
    g_assert_no_error (error);
    values = *closed;
    values.is_closed = FALSE;
    changed = save (fixture->store, &values, 0, &refusal);
    g_assert_null (changed);
    g_assert_error (refusal, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

static void
test_class_list (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvRoundPlan) plan = read_plan (fixture->store, fixture->year_id, 0);
    g_autoptr (TvRound) round = NULL;
    g_autoptr (GPtrArray) some = NULL, all = NULL;
    GAsyncResult *pending = NULL;
    g_autoptr (GAsyncResult) first = NULL, second = NULL;
    g_autoptr (GError) error = NULL;

    round = save (fixture->store, plan->rounds[TV_ROUND_REGULAR], fixture->other_class_id, &error);
    g_assert_no_error (error);
    tv_class_list_load_of_round_async (fixture->store, fixture->year_id, round->id, NULL,
                                       tv_test_keep_result, &pending);
    first = tv_test_take_result (&pending);
    some = tv_class_list_load_finish (fixture->store, first, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (some->len, ==, 1);
    g_assert_cmpint (((TvRosterClass *) some->pdata[0])->class_->id, ==, fixture->other_class_id);
    tv_class_list_load_async (fixture->store, fixture->year_id, NULL, tv_test_keep_result,
                              &pending);
    second = tv_test_take_result (&pending);
    all = tv_class_list_load_finish (fixture->store, second, &error);
    g_assert_cmpuint (all->len, ==, 2);
}

/* What stands in each row is judged, and what the remark is about. */
static void
test_judge (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvRoundPlan) plan = read_plan (fixture->store, fixture->year_id, 0);
    const TvDate day = tv_date_from_ymd (2027, 1, 11);
    const struct {
        TvRoundWish wish;
        gboolean can_be;
        const char *word; /* of the remark; NULL: none */
    } cases[] = {
        { { TV_ROUND_REGULAR, "Đợt 3", day, day + 13, TRUE, 0 }, TRUE, NULL },
        { { TV_ROUND_REGULAR, "Đợt 3", day, day, TRUE, 0 }, TRUE, NULL },
        { { TV_ROUND_REGULAR, NULL, day, day + 13, TRUE, 0 }, FALSE, NULL },
        { { TV_ROUND_REGULAR, "Đợt 3", TV_DATE_NONE, day, TRUE, 0 }, FALSE, "date" },
        { { TV_ROUND_REGULAR, "Đợt 3", day, day - 1, TRUE, 0 }, FALSE, "before" },
        { { TV_ROUND_REGULAR, "Đợt 3", day, day + 13, FALSE, 0 }, FALSE, "class" },
        { { TV_ROUND_REGULAR, "Đợt 3", day, day + 13, FALSE, 1 }, TRUE, NULL },
        { { TV_ROUND_REGULAR, "Đợt 3", day + 400, day + 413, TRUE, 0 }, TRUE, "2026-2027" },
        { { TV_ROUND_REGULAR, "Đợt 3", day, day + 59, TRUE, 0 }, TRUE, NULL },
        { { TV_ROUND_REGULAR, "Đợt 3", day, day + 60, TRUE, 0 }, TRUE, "61" },
        { { TV_ROUND_REGULAR, "Đợt 3", tv_date_from_ymd (2026, 12, 10), day, TRUE, 0 },
          TRUE,
          "2026-2" },
        { { TV_ROUND_REGULAR, "Đợt 3", tv_date_from_ymd (2026, 12, 11), day, TRUE, 0 },
          TRUE,
          NULL },
        { { TV_ROUND_MONTHLY, "Tháng 11", tv_date_from_ymd (2026, 11, 20), day - 30, TRUE, 0 },
          TRUE,
          NULL },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *remark = NULL;

        g_assert_cmpint (tv_round_plan_judge (plan, &cases[i].wish, &remark), ==, cases[i].can_be);
        if (cases[i].word) {
            g_assert_nonnull (remark);
            g_test_message ("%u: %s", i, remark);
            g_assert_nonnull (strstr (remark, cases[i].word));
        } else {
            g_assert_null (remark);
        }
    }
}

static void
test_judge_days_of_values (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvRoundPlan) plan
        = read_plan (fixture->store, fixture->year_id, fixture->first_round_id);
    TvRoundWish wish = { .kind = TV_ROUND_REGULAR,
                         .name = "Đợt 1",
                         .first_day = tv_date_from_ymd (2026, 9, 15),
                         .last_day = tv_date_from_ymd (2026, 9, 15),
                         .takes_in_all = TRUE };
    g_autofree char *fitting = NULL;
    g_autofree char *late = NULL;

    g_assert_true (tv_round_plan_judge (plan, &wish, &fitting));
    g_assert_null (fitting);
    wish.first_day = tv_date_from_ymd (2026, 9, 16);
    wish.last_day = tv_date_from_ymd (2026, 9, 20);
    g_assert_true (tv_round_plan_judge (plan, &wish, &late));
    g_assert_nonnull (late);
}

#define ADD_RATES(path, function)                                                                  \
    g_test_add ("/round-classes/" path, TvRatesFixture, NULL, tv_rates_fixture_set_up, function,   \
                tv_rates_fixture_tear_down)
#define ADD(path, function)                                                                        \
    g_test_add ("/round-classes/" path, TvClassFixture, NULL, tv_class_fixture_set_up, function,   \
                tv_class_fixture_tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    ADD_RATES ("rates", test_rates);
    ADD_RATES ("review-and-lists", test_review_and_lists);
    ADD ("open", test_open);
    ADD ("change", test_change);
    ADD ("change-signed", test_change_signed);
    ADD ("class-list", test_class_list);
    ADD ("judge", test_judge);
    ADD ("judge-days-of-values", test_judge_days_of_values);
    return g_test_run ();
}
