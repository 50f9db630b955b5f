/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whoever compares rounds goes to and fro between a few of them. Those asked for longest ago make
 * room for others. */

#include "ui/rates/tv-rates-kept.h"

#define N_POPULATIONS (TV_POPULATION_SCHOOL_AGE + 1)
#define N_INTERVALS (TV_INTERVAL_LOGIT + 1)

typedef struct {
    char *code; /* (nullable) */
    TvRates *rates[N_POPULATIONS][N_INTERVALS];
} KeptRound;

struct _TvRatesKept {
    GPtrArray *rounds; /* of KeptRound, the one used last at the end */
};

static void
free_round (gpointer data)
{
    KeptRound *round = data;

    for (guint i = 0; i < N_POPULATIONS; i++) {
        for (guint j = 0; j < N_INTERVALS; j++)
            g_clear_pointer (&round->rates[i][j], tv_rates_unref);
    }
    g_free (round->code);
    g_free (round);
}

static KeptRound *
find_round (TvRatesKept *self, const char *round_code, guint *index)
{
    for (guint i = 0; i < self->rounds->len; i++) {
        KeptRound *round = g_ptr_array_index (self->rounds, i);

        if (g_strcmp0 (round->code, round_code) == 0) {
            *index = i;
            return round;
        }
    }
    return NULL;
}

TvRatesKept *
tv_rates_kept_new (void)
{
    TvRatesKept *self = g_new0 (TvRatesKept, 1);

    self->rounds = g_ptr_array_new_with_free_func (free_round);
    return self;
}

void
tv_rates_kept_free (TvRatesKept *self)
{
    g_ptr_array_unref (self->rounds);
    g_free (self);
}

/**
 * tv_rates_kept_use:
 * @round_code: (nullable): a round, kept or not
 *
 * If it is kept, it will be forgotten after all others.
 */
void
tv_rates_kept_use (TvRatesKept *self, const char *round_code)
{
    guint index = 0;

    if (find_round (self, round_code, &index))
        g_ptr_array_add (self->rounds, g_ptr_array_steal_index (self->rounds, index));
}

/**
 * tv_rates_kept_put:
 * @round_code: (nullable): the round as it was asked for
 * @rates: (transfer none): what it says, for one population and interval
 *
 * A round that was not kept pushes out the one used longest ago.
 */
void
tv_rates_kept_put (TvRatesKept *self, const char *round_code, TvRates *rates)
{
    guint index = 0;
    KeptRound *round = find_round (self, round_code, &index);
    TvRates **place;

    if (!round) {
        round = g_new0 (KeptRound, 1);
        round->code = g_strdup (round_code);
        g_ptr_array_add (self->rounds, round);
        if (self->rounds->len > TV_RATES_KEPT_ROUNDS)
            g_ptr_array_remove_index (self->rounds, 0);
    }
    place = &round->rates[rates->population][rates->interval];
    tv_rates_ref (rates);
    g_clear_pointer (place, tv_rates_unref);
    *place = rates;
}

/**
 * tv_rates_kept_find:
 * @round_code: (nullable): a round
 * @population: whose rates
 * @interval: with which interval
 *
 * Returns: (transfer none) (nullable): what is kept of it
 */
TvRates *
tv_rates_kept_find (TvRatesKept *self, const char *round_code, TvPopulation population,
                    TvIntervalKind interval)
{
    guint index = 0;
    const KeptRound *round = find_round (self, round_code, &index);

    return round ? round->rates[population][interval] : NULL;
}

/**
 * tv_rates_kept_forget:
 *
 * Forgets all rounds: the book has changed.
 */
void
tv_rates_kept_forget (TvRatesKept *self)
{
    g_ptr_array_set_size (self->rounds, 0);
}
