/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who falls out of a comparison of the same children, and why: else a rate that fell because the
 * malnourished left school would look like a recovery. */

#include "ui/rates/tv-rates-gap.h"

#include <glib/gi18n.h>

static gboolean
is_counted (const TvRateMoment *moment, TvPopulation population, TvIndicatorId indicator)
{
    return moment && moment->population == population && (moment->values >> indicator & 1);
}

/* Reasons are words that stay as long as the program; in the order in which they were met. */
typedef struct {
    const char *words[16];
    guint counts[16];
    guint n;
} Reasons;

static void
add_reason (Reasons *self, const char *words)
{
    guint i = 0;

    while (i < self->n && self->words[i] != words)
        i++;
    if (i == G_N_ELEMENTS (self->words))
        return;
    self->n = MAX (self->n, i + 1);
    self->words[i] = words;
    self->counts[i]++;
}

static char *
join_reasons (const Reasons *self)
{
    GString *text = g_string_new (NULL);

    for (guint i = 0; i < self->n; i++) {
        if (i > 0)
            g_string_append (text, " · ");
        /* Translators: why children cannot be compared, and how many: "Absent: 3" */
        g_string_append_printf (text, _ ("%s: %u"), self->words[i], self->counts[i]);
    }
    return g_string_free (text, FALSE);
}

static const char *
say_missing_then (const TvRateMoment *then, TvPopulation population)
{
    if (!then)
        return _ ("Not measured then, or not at the school yet");
    if (then->population != population)
        return _ ("Of another age then");
    return _ ("No value that counts then");
}

/* Index of the children of @rates by student. */
static GHashTable *
index_children (const TvRates *rates)
{
    GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

    for (guint i = 0; i < rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (rates, i);

        g_hash_table_insert (index, (gpointer) &child->student_id, (gpointer) child);
    }
    return index;
}

static const char *
say_missing_now (const TvRates *rates, const TvRateChild *child, const TvIndicator *indicator)
{
    TvLeftOut reason
        = child ? tv_rates_left_out (rates, child, indicator) : TV_LEFT_OUT_NOT_ENROLLED;

    if (reason == TV_LEFT_OUT_NOT_ENROLLED)
        return _ ("No longer at the school");
    if (reason == TV_LEFT_OUT_OTHER_AGE && rates->population == TV_POPULATION_UNDER_FIVE)
        return _ ("Turned five since");
    return tv_left_out_label (reason);
}

/**
 * tv_rates_gap_find_now_only:
 * @self: (out caller-allocates): who is counted now and was not then
 * @before: the round before
 * @now: the round that is asked about
 * @population: which children
 * @indicator: of which indicator
 */
void
tv_rates_gap_find_now_only (TvRatesGap *self, const TvRateRound *before, const TvRateRound *now,
                            TvPopulation population, TvIndicatorId indicator)
{
    Reasons reasons = { 0 };

    self->students = g_array_new (FALSE, FALSE, sizeof (gint64));
    for (guint i = 0; i < now->moments->len; i++) {
        const TvRateMoment *moment = &g_array_index (now->moments, TvRateMoment, i);
        const TvRateMoment *then;

        if (!is_counted (moment, population, indicator))
            continue;
        then = tv_rate_round_find (before, moment->student_id);
        if (is_counted (then, population, indicator))
            continue;
        g_array_append_val (self->students, moment->student_id);
        add_reason (&reasons, say_missing_then (then, population));
    }
    self->reasons = join_reasons (&reasons);
}

/**
 * tv_rates_gap_find_then_only:
 * @self: (out caller-allocates): who was counted then and is not now
 * @before: the round before
 * @now: the round that is asked about
 * @rates: what the round that is asked about says
 * @indicator: of which indicator
 */
void
tv_rates_gap_find_then_only (TvRatesGap *self, const TvRateRound *before, const TvRateRound *now,
                             const TvRates *rates, const TvIndicator *indicator)
{
    g_autoptr (GHashTable) children = index_children (rates);
    Reasons reasons = { 0 };

    self->students = g_array_new (FALSE, FALSE, sizeof (gint64));
    for (guint i = 0; i < before->moments->len; i++) {
        const TvRateMoment *then = &g_array_index (before->moments, TvRateMoment, i);
        const TvRateMoment *today;

        if (!is_counted (then, rates->population, indicator->id))
            continue;
        today = tv_rate_round_find (now, then->student_id);
        if (is_counted (today, rates->population, indicator->id))
            continue;
        g_array_append_val (self->students, then->student_id);
        add_reason (
            &reasons,
            say_missing_now (rates, g_hash_table_lookup (children, &then->student_id), indicator));
    }
    self->reasons = join_reasons (&reasons);
}

void
tv_rates_gap_clear (TvRatesGap *self)
{
    g_clear_pointer (&self->students, g_array_unref);
    g_clear_pointer (&self->reasons, g_free);
}
