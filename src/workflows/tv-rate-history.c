/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All regular rounds of a book, each counted by the rules of tv-rates.h and kept in a few bytes a
 * child. The rounds are read one at a time, so that other questions to the book come in between. */

#include "workflows/tv-rate-history.h"

#include "store/tv-store-error.h"
#include "store/tv-store-round-rows.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-years.h"
#include "workflows/tv-preferences.h"
#include "workflows/tv-rates-count.h"

/* What is read first: which rounds there are, and how overweight is counted. */
typedef struct {
    GPtrArray *rounds; /* of TvRound, the oldest first */
    TvOverweightRule rule;
} Plan;

typedef struct {
    TvRound *round;
    TvOverweightRule rule;
    TvDate today;
} RoundInput;

/* A history that is being read. */
typedef struct {
    TvStore *store;
    Plan *plan;
    TvRateHistory *history;
    guint n_read;
} Reading;

/* A round and the year it belongs to, for the order of time. */
typedef struct {
    int first_year;
    TvRound *round;
} DatedRound;

static void
free_plan (gpointer data)
{
    Plan *self = data;

    g_clear_pointer (&self->rounds, g_ptr_array_unref);
    g_free (self);
}

static void
free_round (gpointer data)
{
    TvRateRound *self = data;

    tv_round_unref (self->round);
    g_array_unref (self->moments);
    g_free (self);
}

static void
free_input (gpointer data)
{
    RoundInput *self = data;

    tv_round_unref (self->round);
    g_free (self);
}

static void
free_reading (gpointer data)
{
    Reading *self = data;

    g_object_unref (self->store);
    g_clear_pointer (&self->plan, free_plan);
    g_clear_pointer (&self->history, tv_rate_history_unref);
    g_free (self);
}

static TvRateHistory *
make_history (void)
{
    TvRateHistory *self = g_atomic_rc_box_new0 (TvRateHistory);

    self->rounds = g_ptr_array_new_with_free_func (free_round);
    return self;
}

/* The order in which tv_store_find_latest_round() takes the last. */
static int
compare_rounds (gconstpointer a, gconstpointer b)
{
    const DatedRound *left = a, *right = b;
    const TvRound *l = left->round, *r = right->round;

    if (left->first_year != right->first_year)
        return left->first_year < right->first_year ? -1 : 1;
    if (l->first_day != r->first_day) /* TV_DATE_NONE is before every day */
        return l->first_day < r->first_day ? -1 : 1;
    return l->id < r->id ? -1 : l->id > r->id;
}

static int
find_first_year (GPtrArray *years, gint64 year_id)
{
    for (guint i = 0; i < years->len; i++) {
        const TvSchoolYear *year = g_ptr_array_index (years, i);

        if (year->id == year_id)
            return year->first_year;
    }
    return 0;
}

static GPtrArray *
list_regular_rounds (TvConnection *connection, GError **error)
{
    g_autoptr (GPtrArray) years = tv_store_list_years (connection, error);
    g_autoptr (GPtrArray) rounds = years ? tv_store_list_rounds (connection, 0, error) : NULL;
    g_autoptr (GArray) dated = g_array_new (FALSE, FALSE, sizeof (DatedRound));
    GPtrArray *regular;

    if (!rounds)
        return NULL;
    for (guint i = 0; i < rounds->len; i++) {
        TvRound *round = g_ptr_array_index (rounds, i);
        DatedRound each = { find_first_year (years, round->year_id), round };

        if (round->kind == TV_ROUND_REGULAR)
            g_array_append_val (dated, each);
    }
    g_array_sort (dated, compare_rounds);
    regular = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_round_unref);
    for (guint i = 0; i < dated->len; i++)
        g_ptr_array_add (regular, tv_round_ref (g_array_index (dated, DatedRound, i).round));
    return regular;
}

static gpointer
read_plan (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    Plan *plan = g_new0 (Plan, 1);

    if (tv_overweight_rule_read (connection, &plan->rule, error))
        plan->rounds = list_regular_rounds (connection, error);
    if (!plan->rounds)
        g_clear_pointer (&plan, free_plan);
    return plan;
}

static void
find_conditions (const TvSubject *subject, TvPopulation population, TvOverweightRule rule,
                 TvRateMoment *moment)
{
    const guint forms
        = 1u << TV_UNDERWEIGHT | 1u << TV_STUNTING | 1u << TV_WASTING | 1u << TV_THINNESS;
    guint n_indicators;
    const TvIndicator *indicators = tv_indicators (population, rule, &n_indicators);
    guint values = 0, cases = 0;

    for (guint i = 0; i < n_indicators; i++) {
        gboolean is_case;

        if (!tv_subject_has_value (subject, population, &indicators[i], &is_case))
            continue;
        values |= 1u << indicators[i].id;
        cases |= (guint) is_case << indicators[i].id;
    }
    values |= (guint) ((values & forms) != 0) << TV_CONDITION_MALNOURISHED;
    cases |= (guint) ((cases & forms) != 0) << TV_CONDITION_MALNOURISHED;
    moment->values = (guint16) values;
    moment->cases = (guint16) cases;
}

/* Whoever stands outside only because of the age may still be of the other population. */
static gboolean
find_population (const TvRateChild *child, TvPopulation *population)
{
    *population
        = child->left_out == TV_LEFT_OUT_NOT ? TV_POPULATION_UNDER_FIVE : TV_POPULATION_SCHOOL_AGE;
    return child->left_out == TV_LEFT_OUT_NOT
           || (child->left_out == TV_LEFT_OUT_OTHER_AGE
               && tv_subject_is_in (&child->subject, TV_POPULATION_SCHOOL_AGE));
}

static TvRateRound *
make_round (const TvRates *rates, TvRound *round, TvOverweightRule rule)
{
    TvRateRound *self = g_new0 (TvRateRound, 1);

    self->round = tv_round_ref (round);
    self->n_enrolled = rates->n_enrolled;
    self->n_measured = rates->n_measured;
    self->moments = g_array_sized_new (FALSE, FALSE, sizeof (TvRateMoment), rates->n_measured);
    for (guint i = 0; i < rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (rates, i);
        TvRateMoment moment = { .student_id = child->student_id,
                                .weight_g = child->weight_g,
                                .height_mm = child->height_mm };
        TvPopulation population;

        if (!find_population (child, &population))
            continue;
        moment.population = (guint8) population;
        find_conditions (&child->subject, population, rule, &moment);
        g_array_append_val (self->moments, moment);
    }
    return self;
}

static gpointer
read_round (TvConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
    const RoundInput *input = data;
    g_autoptr (TvRoundRows) rows = tv_store_list_round_rows (connection, input->round->id, error);
    g_autoptr (GArray) children = g_array_new (FALSE, FALSE, sizeof (TvRateChild));
    TvRates rates = { .round = input->round,
                      .population = TV_POPULATION_UNDER_FIVE,
                      .overweight_rule = input->rule,
                      .children = children };

    if (!rows)
        return NULL;
    tv_rates_count_children (&rates, rows, input->today);
    return make_round (&rates, input->round, input->rule);
}

static RoundInput *
make_input (TvStore *store, const Plan *plan, guint index)
{
    RoundInput *self = g_new0 (RoundInput, 1);

    self->round = tv_round_ref (g_ptr_array_index (plan->rounds, index));
    self->rule = plan->rule;
    self->today = tv_clock_today (tv_store_clock (store));
    return self;
}

/* Takes @round and @failure over. A round that was deleted since the list was read is no longer
 * part of the history. */
static gboolean
take_round (TvRateHistory *self, TvRateRound *round, GError *failure, GError **error)
{
    if (round) {
        g_ptr_array_add (self->rounds, round);
        return TRUE;
    }
    if (g_error_matches (failure, TV_STORE_ERROR, TV_STORE_ERROR_NOT_FOUND)) {
        g_error_free (failure);
        return TRUE;
    }
    g_propagate_error (error, failure);
    return FALSE;
}

/**
 * tv_rate_history_read:
 * @store: a record book
 * @error: (nullable): a #TvStoreError
 *
 * Blocks; the window uses tv_rate_history_read_async().
 *
 * Returns: (transfer full) (nullable): all regular rounds; none where the book has none
 */
TvRateHistory *
tv_rate_history_read (TvStore *store, GError **error)
{
    g_autoptr (TvRateHistory) self = make_history ();
    Plan *plan = tv_store_read (store, read_plan, NULL, error);
    gboolean is_good = plan != NULL;

    for (guint i = 0; is_good && i < plan->rounds->len; i++) {
        RoundInput *input = make_input (store, plan, i);
        GError *failure = NULL;
        TvRateRound *round = tv_store_read (store, read_round, input, &failure);

        is_good = take_round (self, round, failure, error);
        free_input (input);
    }
    g_clear_pointer (&plan, free_plan);
    return is_good ? g_steal_pointer (&self) : NULL;
}

static void read_next (GTask *task);

static void
round_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (GTask) task = user_data;
    Reading *self = g_task_get_task_data (task);
    GError *failure = NULL;
    GError *error = NULL;
    TvRateRound *round = tv_store_read_finish (TV_STORE (source), result, &failure);

    if (!take_round (self->history, round, failure, &error)) {
        g_task_return_error (task, error);
        return;
    }
    self->n_read++;
    read_next (g_steal_pointer (&task));
}

/* Takes @task over. */
static void
read_next (GTask *task)
{
    Reading *self = g_task_get_task_data (task);

    if (g_task_return_error_if_cancelled (task)) {
        g_object_unref (task);
    } else if (self->n_read == self->plan->rounds->len) {
        g_task_return_pointer (task, g_steal_pointer (&self->history),
                               (GDestroyNotify) tv_rate_history_unref);
        g_object_unref (task);
    } else {
        tv_store_read_async (self->store, read_round,
                             make_input (self->store, self->plan, self->n_read), free_input,
                             free_round, g_task_get_cancellable (task), round_read_cb, task);
    }
}

static void
plan_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (GTask) task = user_data;
    Reading *self = g_task_get_task_data (task);
    GError *error = NULL;

    self->plan = tv_store_read_finish (TV_STORE (source), result, &error);
    if (!self->plan)
        g_task_return_error (task, error);
    else
        read_next (g_steal_pointer (&task));
}

/**
 * tv_rate_history_read_async:
 * @store: a record book
 * @cancellable: (nullable): to give up, at the latest after the round being read
 * @callback: called when done
 * @user_data: for @callback
 */
void
tv_rate_history_read_async (TvStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
    GTask *task = g_task_new (store, cancellable, callback, user_data);
    Reading *self = g_new0 (Reading, 1);

    self->store = g_object_ref (store);
    self->history = make_history ();
    g_task_set_source_tag (task, tv_rate_history_read_async);
    g_task_set_task_data (task, self, free_reading);
    tv_store_read_async (store, read_plan, NULL, NULL, free_plan, cancellable, plan_read_cb, task);
}

/**
 * tv_rate_history_read_finish:
 * @store: a record book
 * @result: what the callback got
 * @error: (nullable): as tv_rate_history_read(); G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): all regular rounds
 */
TvRateHistory *
tv_rate_history_read_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, store), NULL);
    return g_task_propagate_pointer (G_TASK (result), error);
}

TvRateHistory *
tv_rate_history_ref (TvRateHistory *self)
{
    return g_atomic_rc_box_acquire (self);
}

static void
clear_history (gpointer data)
{
    TvRateHistory *self = data;

    g_ptr_array_unref (self->rounds);
}

void
tv_rate_history_unref (TvRateHistory *self)
{
    g_atomic_rc_box_release_full (self, clear_history);
}
