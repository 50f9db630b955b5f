/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rates of one round: fetched, scored and counted on the reading thread. */

#include "workflows/tv-rates.h"

#include "store/tv-store-classes.h"
#include "store/tv-store-round-rows.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-school.h"
#include "store/tv-store-sessions.h"
#include "store/tv-store-sign-in.h"
#include "store/tv-store-targets.h"
#include "workflows/tv-preferences.h"
#include "workflows/tv-rates-count.h"
#include "workflows/tv-targets.h"

#include <glib/gi18n.h>

typedef struct {
    TvRates rates;
    TvRoundRows *rows;   /* keep the texts of the children, as do the sessions */
    GPtrArray *sessions; /* of TvSession */
} Rates;

typedef struct {
    TvRatesQuery query;
    TvDate today;
} Input;

static void
free_input (gpointer data)
{
    Input *self = data;

    g_free (self->query.round_code);
    g_free (self);
}

static Input *
make_input (TvStore *store, const TvRatesQuery *query)
{
    Input *self = g_new0 (Input, 1);

    self->query = *query;
    self->query.round_code = g_strdup (query->round_code);
    self->today = tv_clock_today (tv_store_clock (store));
    return self;
}

static TvRates *
make_rates (const TvRatesQuery *query)
{
    Rates *self = g_atomic_rc_box_new0 (Rates);

    self->rates.population = query->population;
    self->rates.overweight_rule = query->overweight_rule;
    self->rates.interval = query->interval;
    self->rates.split = query->split;
    self->rates.children = g_array_new (FALSE, FALSE, sizeof (TvRateChild));
    self->rates.lines = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_rate_line_free);
    return &self->rates;
}

static gboolean
find_round (TvConnection *connection, const char *code, TvRound **round, GError **error)
{
    if (!code)
        return tv_store_find_latest_round (connection, round, error);
    if (!tv_store_find_round_by_code (connection, code, round, error))
        return FALSE;
    if (*round && (*round)->kind == TV_ROUND_REGULAR)
        return TRUE;
    if (*round)
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                     _ ("Rates are taken of regular rounds only; “%s” is not one."), code);
    else
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                     _ ("There is no measuring round “%s” in this record book."), code);
    return FALSE;
}

static gboolean
count_round (TvRates *self, TvConnection *connection, const Input *input, GError **error)
{
    Rates *owner = (Rates *) self;
    g_autoptr (GPtrArray) targets = NULL;

    self->plan_year = tv_targets_year_of_round (self->round, input->today);
    targets = tv_store_list_targets (connection, self->plan_year, error);
    if (!targets)
        return FALSE;
    self->has_targets = targets->len > 0;
    self->classes = tv_store_list_classes (connection, self->round->year_id, error);
    if (!self->classes)
        return FALSE;
    owner->sessions = tv_store_list_sessions (connection, self->round->id, 0, error);
    if (!owner->sessions)
        return FALSE;
    owner->rows = tv_store_list_round_rows (connection, self->round->id, error);
    if (!owner->rows)
        return FALSE;
    tv_rates_count_children (self, owner->rows, input->today);
    tv_rates_take_sessions (self, owner->sessions);
    tv_rates_count_lines (self, input->query.interval, targets);
    return TRUE;
}

static gpointer
work_out (TvConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
    const Input *input = data;
    g_autoptr (TvRates) self = make_rates (&input->query);

    self->school = tv_store_get_school (connection, error);
    if (!self->school || !find_round (connection, input->query.round_code, &self->round, error))
        return NULL;
    if (self->overweight_rule == TV_OVERWEIGHT_BY_BOOK
        && !tv_overweight_rule_read (connection, &self->overweight_rule, error))
        return NULL;
    if (self->round && !count_round (self, connection, input, error))
        return NULL;
    if (self->population == TV_POPULATION_BY_SCHOOL)
        self->population = self->school->level == TV_LEVEL_KINDERGARTEN ? TV_POPULATION_UNDER_FIVE
                                                                        : TV_POPULATION_SCHOOL_AGE;
    return g_steal_pointer (&self);
}

/**
 * tv_rates_work_out_within:
 * @connection: of a reading, or of a change whose writings count
 * @query: of which round, how counted
 * @today: the day it is
 * @error: (nullable): as tv_rates_work_out()
 *
 * Returns: (transfer full) (nullable): what the round says
 */
TvRates *
tv_rates_work_out_within (TvConnection *connection, const TvRatesQuery *query, TvDate today,
                          GError **error)
{
    Input input = { *query, today };

    return work_out (connection, &input, NULL, error);
}

/**
 * tv_rates_work_out:
 * @store: a record book
 * @query: of which round, how counted
 * @error: (nullable): a #TvStoreError; G_IO_ERROR_NOT_FOUND or _NOT_SUPPORTED where the round is
 *   not there or no regular one, with a sentence for people
 *
 * Blocks; the window uses tv_rates_work_out_async().
 *
 * Returns: (transfer full) (nullable): what the round says; without a round where the book has none
 */
TvRates *
tv_rates_work_out (TvStore *store, const TvRatesQuery *query, GError **error)
{
    Input *input;
    TvRates *self;

    /* A class teacher sees one class: worked out for the school it would be a false figure. */
    if (!tv_store_check_right (store, TV_RIGHT_READ_RATES, error))
        return NULL;
    input = make_input (store, query);
    self = tv_store_read (store, work_out, input, error);
    free_input (input);
    return self;
}

/**
 * tv_rates_work_out_async:
 * @store: a record book
 * @query: of which round, how counted
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @user_data: for @callback
 */
void
tv_rates_work_out_async (TvStore *store, const TvRatesQuery *query, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
    tv_store_read_async (store, work_out, make_input (store, query), free_input,
                         (GDestroyNotify) tv_rates_unref, cancellable, callback, user_data);
}

/**
 * tv_rates_work_out_finish:
 * @store: a record book
 * @result: what the callback got
 * @error: (nullable): as tv_rates_work_out()
 *
 * Returns: (transfer full) (nullable): what the round says
 */
TvRates *
tv_rates_work_out_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_read_finish (store, result, error);
}

TvRates *
tv_rates_ref (TvRates *self)
{
    return g_atomic_rc_box_acquire (self);
}

static void
clear_rates (gpointer data)
{
    Rates *self = data;

    g_clear_pointer (&self->rates.school, tv_school_unref);
    g_clear_pointer (&self->rates.round, tv_round_unref);
    g_clear_pointer (&self->rates.classes, g_ptr_array_unref);
    g_array_unref (self->rates.children);
    g_ptr_array_unref (self->rates.lines);
    g_clear_pointer (&self->rows, tv_round_rows_unref);
    g_clear_pointer (&self->sessions, g_ptr_array_unref);
}

void
tv_rates_unref (TvRates *self)
{
    g_atomic_rc_box_release_full (self, clear_rates);
}

/**
 * tv_rates_find:
 * @self: rates
 * @id: an indicator
 * @group_code: "All", a class, a grade, "M", "F", an age group
 *
 * Returns: (transfer none) (nullable): its line
 */
const TvRateLine *
tv_rates_find (const TvRates *self, TvIndicatorId id, const char *group_code)
{
    for (guint i = 0; i < self->lines->len; i++) {
        const TvRateLine *line = g_ptr_array_index (self->lines, i);

        if (line->indicator->id == id && g_str_equal (line->group_code, group_code))
            return line;
    }
    return NULL;
}

/**
 * tv_rates_child:
 * @self: rates
 * @index: below the number of children
 *
 * Returns: (transfer none): the child
 */
const TvRateChild *
tv_rates_child (const TvRates *self, guint index)
{
    return &g_array_index (self->children, TvRateChild, index);
}

/**
 * tv_rates_left_out:
 * @self: rates
 * @child: one of its children
 * @indicator: one of its population's indicators
 *
 * Returns: why the child is not among those the indicator's rate is taken of
 */
TvLeftOut
tv_rates_left_out (const TvRates *self, const TvRateChild *child, const TvIndicator *indicator)
{
    gboolean is_case;

    if (child->left_out != TV_LEFT_OUT_NOT)
        return child->left_out;
    if (tv_subject_has_value (&child->subject, self->population, indicator, &is_case))
        return TV_LEFT_OUT_NOT;
    return child->subject.growth.z[indicator->kind].is_flagged ? TV_LEFT_OUT_IMPLAUSIBLE
                                                               : TV_LEFT_OUT_NO_VALUE;
}
