/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rounds of a book say one after another: of everybody, and of the same children. Moments
 * stand in the order of the students' keys, so two rounds are read side by side like a zip. */

#include "workflows/tv-rate-history.h"

/* Two rounds, walked together: at each step the moments of one child, either of them may be %NULL.
 */
typedef struct {
    const GArray *before;
    const GArray *now;
    guint n_before;
    guint n_now;
} Zip;

static const TvRateMoment *
peek (const GArray *moments, guint index)
{
    return index < moments->len ? &g_array_index (moments, TvRateMoment, index) : NULL;
}

static gboolean
step (Zip *self, const TvRateMoment **before, const TvRateMoment **now)
{
    *before = peek (self->before, self->n_before);
    *now = peek (self->now, self->n_now);
    if (*before && *now && (*before)->student_id != (*now)->student_id) {
        if ((*before)->student_id < (*now)->student_id)
            *now = NULL;
        else
            *before = NULL;
    }
    self->n_before += *before != NULL;
    self->n_now += *now != NULL;
    return *before || *now;
}

static gboolean
has_value (const TvRateMoment *moment, guint condition)
{
    return moment && (moment->values >> condition & 1);
}

static gboolean
is_counted (const TvRateMoment *moment, TvPopulation population, guint condition)
{
    return has_value (moment, condition) && moment->population == population;
}

static gboolean
is_case (const TvRateMoment *moment, guint condition)
{
    return moment->cases >> condition & 1;
}

static guint
find_index (const TvRateHistory *self, const char *code)
{
    for (guint i = self->rounds->len; i > 0; i--) {
        const TvRateRound *round = g_ptr_array_index (self->rounds, i - 1);

        if (!code || g_strcmp0 (round->round->code, code) == 0)
            return i - 1;
    }
    return self->rounds->len;
}

/**
 * tv_rate_history_find:
 * @self: a history
 * @code: (nullable): of a regular round; %NULL for the latest
 * @before: (out) (optional) (transfer none) (nullable): the regular round before it
 *
 * Returns: (transfer none) (nullable): the round
 */
const TvRateRound *
tv_rate_history_find (const TvRateHistory *self, const char *code, const TvRateRound **before)
{
    guint index = find_index (self, code);
    gboolean is_found = index < self->rounds->len;

    if (before)
        *before = is_found && index > 0 ? g_ptr_array_index (self->rounds, index - 1) : NULL;
    return is_found ? g_ptr_array_index (self->rounds, index) : NULL;
}

/**
 * tv_rate_round_find:
 * @self: a round
 * @student_id: a student
 *
 * Returns: (transfer none) (nullable): the child, where the round counts it
 */
const TvRateMoment *
tv_rate_round_find (const TvRateRound *self, gint64 student_id)
{
    guint low = 0, high = self->moments->len;

    while (low < high) {
        guint middle = low + (high - low) / 2;
        const TvRateMoment *moment = &g_array_index (self->moments, TvRateMoment, middle);

        if (moment->student_id == student_id)
            return moment;
        if (moment->student_id < student_id)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static void
count_point (const TvRateRound *round, const TvRateRound *chosen, TvPopulation population,
             guint condition, TvIntervalKind interval, TvRatePoint *point)
{
    Zip zip = { .before = round->moments, .now = chosen->moments };
    guint n = 0, n_cases = 0, n_same = 0, n_same_cases = 0, n_sample = 0;
    const TvRateMoment *then, *now;

    while (step (&zip, &then, &now)) {
        n_sample += then && then->population == population;
        if (!is_counted (then, population, condition))
            continue;
        n++;
        n_cases += is_case (then, condition);
        if (!is_counted (now, population, condition))
            continue;
        n_same++;
        n_same_cases += is_case (then, condition);
    }
    point->round = round->round;
    tv_rate_init (&point->all, interval, n_cases, n, n_sample);
    tv_rate_init (&point->same, interval, n_same_cases, n_same, n_sample);
}

/**
 * tv_rate_history_follow:
 * @self: a history
 * @code: (nullable): the chosen round; %NULL for the latest
 * @population: which children
 * @condition: a #TvIndicatorId, or TV_CONDITION_MALNOURISHED
 * @interval: which interval
 *
 * The rounds up to the chosen one, each with its own rate and with that of the children who have a
 * value in the chosen round too, both times in this population: a cohort, so that who came and who
 * left does not look like a change.
 *
 * Returns: (transfer full) (element-type TvRatePoint): the oldest first, the chosen round last; its
 *   rounds live as long as @self
 */
GArray *
tv_rate_history_follow (const TvRateHistory *self, const char *code, TvPopulation population,
                        guint condition, TvIntervalKind interval)
{
    GArray *points = g_array_new (FALSE, FALSE, sizeof (TvRatePoint));
    guint chosen = find_index (self, code);

    for (guint i = 0; chosen < self->rounds->len && i <= chosen; i++) {
        TvRatePoint point;

        count_point (g_ptr_array_index (self->rounds, i), g_ptr_array_index (self->rounds, chosen),
                     population, condition, interval, &point);
        g_array_append_val (points, point);
    }
    return points;
}

static TvRateComparison *
make_comparison (const TvRateRound *before, const TvRateRound *now)
{
    TvRateComparison *self = g_new0 (TvRateComparison, 1);

    self->before = before->round;
    self->now = now->round;
    self->stayed = g_array_new (FALSE, FALSE, sizeof (gint64));
    self->fresh = g_array_new (FALSE, FALSE, sizeof (gint64));
    self->recovered = g_array_new (FALSE, FALSE, sizeof (gint64));
    self->turned_five = g_array_new (FALSE, FALSE, sizeof (gint64));
    return self;
}

static gboolean
has_turned_five (const TvRateMoment *before, const TvRateMoment *now)
{
    return before && now && before->population == TV_POPULATION_UNDER_FIVE
           && now->population == TV_POPULATION_SCHOOL_AGE;
}

/* Underweight is not the same thing by both tables, so who changes the table is not compared; but
 * whether a child was malnourished and has recovered is asked of the child. */
static gboolean
is_comparable (const TvRateMoment *before, const TvRateMoment *now, TvPopulation population,
               guint condition)
{
    if (!has_value (before, condition) || !has_value (now, condition))
        return FALSE;
    if (condition == TV_CONDITION_MALNOURISHED && has_turned_five (before, now))
        return TRUE;
    return before->population == population && now->population == population;
}

static void
add_pair (TvRateComparison *self, const TvRateMoment *before, const TvRateMoment *now,
          guint condition)
{
    gboolean was = is_case (before, condition), is = is_case (now, condition);

    tv_transition_add (&self->transition, was, is);
    if (was && is)
        g_array_append_val (self->stayed, now->student_id);
    else if (is)
        g_array_append_val (self->fresh, now->student_id);
    else if (was)
        g_array_append_val (self->recovered, now->student_id);
}

static TvRateComparison *
compare_rounds (const TvRateRound *before, const TvRateRound *now, TvPopulation population,
                guint condition)
{
    TvRateComparison *self = make_comparison (before, now);
    Zip zip = { .before = before->moments, .now = now->moments };
    const TvRateMoment *then, *today;

    while (step (&zip, &then, &today)) {
        if (has_turned_five (then, today))
            g_array_append_val (self->turned_five, today->student_id);
        if (is_comparable (then, today, population, condition)) {
            add_pair (self, then, today, condition);
            continue;
        }
        self->n_only_before += is_counted (then, population, condition);
        self->n_only_now += is_counted (today, population, condition);
    }
    tv_transition_close (&self->transition);
    return self;
}

/**
 * tv_rate_history_compare:
 * @self: a history
 * @code: (nullable): the round that is asked about; %NULL for the latest
 * @before_code: (nullable): an earlier regular round; %NULL for the one before
 * @population: which children
 * @condition: a #TvIndicatorId, or TV_CONDITION_MALNOURISHED
 *
 * Compares the children who have a value in both rounds, in @population both times. Of malnutrition
 * those who turned five in between are compared, too, in either population.
 *
 * Returns: (transfer full) (nullable): the same children twice, its rounds living as long as @self;
 *   %NULL where there is no such earlier round
 */
TvRateComparison *
tv_rate_history_compare (const TvRateHistory *self, const char *code, const char *before_code,
                         TvPopulation population, guint condition)
{
    guint now = find_index (self, code);
    guint before = before_code ? find_index (self, before_code) : now - 1;

    if (now >= self->rounds->len || before >= now)
        return NULL;
    return compare_rounds (g_ptr_array_index (self->rounds, before),
                           g_ptr_array_index (self->rounds, now), population, condition);
}

void
tv_rate_comparison_free (TvRateComparison *self)
{
    g_array_unref (self->stayed);
    g_array_unref (self->fresh);
    g_array_unref (self->recovered);
    g_array_unref (self->turned_five);
    g_free (self);
}
