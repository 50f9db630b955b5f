/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything that tamvoc-cli rates tells of a round, gathered once for all formats. */

#include "cli/tv-cli-rates-facts.h"

#include "store/tv-store.h"
#include "workflows/tv-rates-quality.h"

#include <glib/gi18n.h>

/* The history of the book counts overweight as the book has chosen. Where the question chose
 * otherwise, the two would not be of one rule. */
static gboolean
find_rule (TvCliRatesFacts *self, TvStore *store, const TvRatesQuery *query, GError **error)
{
    TvRatesQuery by_book = *query;
    g_autoptr (TvRates) rates = NULL;

    self->is_by_book = query->overweight_rule == TV_OVERWEIGHT_BY_BOOK;
    if (self->is_by_book)
        return TRUE;
    by_book.overweight_rule = TV_OVERWEIGHT_BY_BOOK;
    by_book.split = TV_SPLIT_NONE;
    rates = tv_rates_work_out (store, &by_book, error);
    if (!rates)
        return FALSE;
    self->is_by_book = rates->overweight_rule == self->rates->overweight_rule;
    return TRUE;
}

static gboolean
find_before (TvCliRatesFacts *self, const char *since, GError **error)
{
    const char *code = self->rates->round->code;

    if (!since) {
        tv_rate_history_find (self->history, code, &self->before);
        return TRUE;
    }
    for (guint i = 0; i < self->history->rounds->len; i++) {
        TvRateRound *round = g_ptr_array_index (self->history->rounds, i);

        if (g_str_equal (round->round->code, code))
            break;
        if (g_str_equal (round->round->code, since)) {
            self->before = round;
            return TRUE;
        }
    }
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 /* Translators: two codes of rounds, such as 2025-1 and 2026-1 */
                 _ ("There is no regular round %1$s before round %2$s."), since, code);
    return FALSE;
}

static void
index_children (TvCliRatesFacts *self)
{
    self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
    for (guint i = 0; i < self->rates->children->len; i++) {
        const TvRateChild *child = tv_rates_child (self->rates, i);

        g_hash_table_insert (self->by_id, (gpointer) &child->student_id, (gpointer) child);
    }
}

/* Reads as many rounds as the book has, which takes as many times as long as the rates alone. */
static gboolean
read_past (TvCliRatesFacts *self, TvStore *store, const TvCliRatesQuestion *question,
           GError **error)
{
    self->history = tv_rate_history_read (store, error);
    return self->history && find_rule (self, store, &question->query, error)
           && find_before (self, question->since, error);
}

/**
 * tv_cli_rates_facts_read:
 * @store: a record book
 * @question: what is asked
 *
 * Returns: (transfer full) (nullable): the round's rates and what is told beside them; where the
 *   book has no round, rates without one and nothing else; NULL with @error
 */
TvCliRatesFacts *
tv_cli_rates_facts_read (TvStore *store, const TvCliRatesQuestion *question, GError **error)
{
    g_autoptr (TvCliRatesFacts) self = g_new0 (TvCliRatesFacts, 1);

    self->has_rounds = question->has_rounds;
    self->rates = tv_rates_work_out (store, &question->query, error);
    if (!self->rates)
        return NULL;
    if (!self->rates->round)
        return g_steal_pointer (&self);
    if ((!question->is_brief || question->has_rounds || question->since)
        && !read_past (self, store, question, error))
        return NULL;
    if (question->is_brief)
        return g_steal_pointer (&self);
    self->months = tv_rates_read_in_months (self->rates);
    self->quality = tv_rates_check_quality (self->rates, self->before);
    index_children (self);
    return g_steal_pointer (&self);
}

void
tv_cli_rates_facts_free (TvCliRatesFacts *self)
{
    g_clear_pointer (&self->by_id, g_hash_table_unref);
    g_clear_pointer (&self->quality, g_ptr_array_unref);
    g_clear_pointer (&self->months, tv_months_reading_free);
    g_clear_pointer (&self->history, tv_rate_history_unref);
    g_clear_pointer (&self->rates, tv_rates_unref);
    g_free (self);
}

/**
 * tv_cli_rates_facts_find:
 *
 * Returns: (transfer none) (nullable): the child with that key, where it is one of the round's
 */
const TvRateChild *
tv_cli_rates_facts_find (const TvCliRatesFacts *self, gint64 student_id)
{
    return g_hash_table_lookup (self->by_id, &student_id);
}

/**
 * tv_cli_rates_facts_has_past:
 * @indicator: (nullable): one of the population's; NULL for malnutrition
 *
 * Returns: whether earlier rounds were counted by the same rule
 */
gboolean
tv_cli_rates_facts_has_past (const TvCliRatesFacts *self, const TvIndicator *indicator)
{
    return self->is_by_book || !indicator || indicator->is_below;
}

/**
 * tv_cli_rates_facts_follow:
 * @indicator: one of the population's
 *
 * Returns: (transfer full) (element-type TvRatePoint): the rounds up to this one, as
 *   tv_rate_history_follow(); none where tv_cli_rates_facts_has_past() does not hold
 */
GArray *
tv_cli_rates_facts_follow (const TvCliRatesFacts *self, const TvIndicator *indicator)
{
    const TvRates *rates = self->rates;

    if (!tv_cli_rates_facts_has_past (self, indicator))
        return g_array_new (FALSE, FALSE, sizeof (TvRatePoint));
    return tv_rate_history_follow (self->history, rates->round->code, rates->population,
                                   indicator->id, rates->interval);
}

/**
 * tv_cli_rates_facts_compare:
 * @indicator: (nullable): one of the population's; NULL for malnutrition
 *
 * Returns: (transfer full) (nullable): the same children in the round before; NULL without one
 */
TvRateComparison *
tv_cli_rates_facts_compare (const TvCliRatesFacts *self, const TvIndicator *indicator)
{
    const TvRates *rates = self->rates;

    if (!self->before || !tv_cli_rates_facts_has_past (self, indicator))
        return NULL;
    return tv_rate_history_compare (self->history, rates->round->code, self->before->round->code,
                                    rates->population,
                                    indicator ? indicator->id : TV_CONDITION_MALNOURISHED);
}
