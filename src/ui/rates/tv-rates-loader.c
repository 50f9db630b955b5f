/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One question to the book at a time, the most wanted first: the choice that is shown, then the
 * rounds before it, then the choices nobody has made yet. */

#include "ui/rates/tv-rates-loader.h"

#define N_POPULATIONS (TV_POPULATION_SCHOOL_AGE + 1)
#define N_INTERVALS (TV_INTERVAL_LOGIT + 1)

struct _TvRatesLoader {
    GObject parent_instance;

    TvStore *store;
    char *round_code;
    GCancellable *reading; /* NULL while nothing is asked */
    TvPopulation population;
    TvIntervalKind interval;
    TvRates *kept[N_POPULATIONS][N_INTERVALS];
    TvRateHistory *history;
    gboolean has_failed; /* what failed once is not asked for again and again */
};

enum {
    ARRIVED,
    FAILED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TvRatesLoader, tv_rates_loader, G_TYPE_OBJECT)

static void ask (TvRatesLoader *self);

/* Another answer may be on its way by now, which is not to be taken for this one. */
static gboolean
take_answer (TvRatesLoader *self, const GError *error)
{
    if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return FALSE;
    g_clear_object (&self->reading);
    if (!error)
        return TRUE;
    self->has_failed = TRUE;
    g_signal_emit (self, signals[FAILED], 0, error);
    return FALSE;
}

static void
rates_worked_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvRatesLoader) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvRates) rates = tv_rates_work_out_finish (TV_STORE (source), result, &error);
    TvRates **place;

    if (!take_answer (self, error))
        return;
    if (self->population == TV_POPULATION_BY_SCHOOL)
        self->population = rates->population;
    place = &self->kept[rates->population][rates->interval];
    g_clear_pointer (place, tv_rates_unref);
    *place = g_steal_pointer (&rates);
    g_signal_emit (self, signals[ARRIVED], 0);
    ask (self);
}

static void
ask_for_rates (TvRatesLoader *self, TvPopulation population, TvIntervalKind interval)
{
    const TvRatesQuery query = { .round_code = self->round_code,
                                 .population = population,
                                 .overweight_rule = TV_OVERWEIGHT_BY_BOOK,
                                 .interval = interval,
                                 .split = TV_SPLIT_EVERY };

    self->reading = g_cancellable_new ();
    tv_rates_work_out_async (self->store, &query, self->reading, rates_worked_out_cb,
                             g_object_ref (self));
}

static void
history_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvRatesLoader) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvRateHistory) history
        = tv_rate_history_read_finish (TV_STORE (source), result, &error);

    if (!take_answer (self, error))
        return;
    g_clear_pointer (&self->history, tv_rate_history_unref);
    self->history = g_steal_pointer (&history);
    g_signal_emit (self, signals[ARRIVED], 0);
    ask (self);
}

static void
ask (TvRatesLoader *self)
{
    if (self->reading || !self->store || self->has_failed)
        return;
    if (self->population == TV_POPULATION_BY_SCHOOL
        || !self->kept[self->population][self->interval]) {
        ask_for_rates (self, self->population, self->interval);
        return;
    }
    for (guint i = 0; i < N_POPULATIONS * N_INTERVALS; i++) {
        /* The other age first, then both with the other interval. */
        TvPopulation population = (self->population + 1 + i) % N_POPULATIONS;
        TvIntervalKind interval = (self->interval + i / N_POPULATIONS) % N_INTERVALS;

        if (self->kept[population][interval])
            continue;
        ask_for_rates (self, population, interval);
        return;
    }
    if (self->history)
        return;
    self->reading = g_cancellable_new ();
    tv_rate_history_read_async (self->store, self->reading, history_read_cb, g_object_ref (self));
}

static void
forget_rates (TvRatesLoader *self)
{
    for (guint i = 0; i < N_POPULATIONS; i++) {
        for (guint j = 0; j < N_INTERVALS; j++)
            g_clear_pointer (&self->kept[i][j], tv_rates_unref);
    }
}

/**
 * tv_rates_loader_stop:
 *
 * Gives up what is being read; nothing arrives until it is started again.
 */
void
tv_rates_loader_stop (TvRatesLoader *self)
{
    g_cancellable_cancel (self->reading);
    g_clear_object (&self->reading);
    g_clear_object (&self->store);
    forget_rates (self);
}

/**
 * tv_rates_loader_start:
 * @store: a record book
 * @round_code: (nullable): its round; the latest one if none is said
 *
 * Forgets the rates that are kept and reads them anew; the history of all rounds stays.
 */
void
tv_rates_loader_start (TvRatesLoader *self, TvStore *store, const char *round_code)
{
    tv_rates_loader_stop (self);
    self->store = g_object_ref (store);
    self->has_failed = FALSE;
    g_free (self->round_code);
    self->round_code = g_strdup (round_code);
    ask (self);
}

/**
 * tv_rates_loader_forget:
 *
 * Forgets the history as well: the book has changed, or is another one. What is being read may be
 * of the book as it was, so that is given up, too, until somebody starts anew.
 */
void
tv_rates_loader_forget (TvRatesLoader *self)
{
    g_cancellable_cancel (self->reading);
    g_clear_object (&self->reading);
    g_clear_pointer (&self->history, tv_rate_history_unref);
}

/**
 * tv_rates_loader_want:
 * @population: whose rates; TV_POPULATION_BY_SCHOOL where nobody has chosen
 * @interval: with which interval
 *
 * Returns: (transfer none) (nullable): the rates if they are kept; else they are read next
 */
TvRates *
tv_rates_loader_want (TvRatesLoader *self, TvPopulation population, TvIntervalKind interval)
{
    if (population != TV_POPULATION_BY_SCHOOL)
        self->population = population;
    self->interval = interval;
    if (self->population == TV_POPULATION_BY_SCHOOL)
        return NULL;
    ask (self);
    return self->kept[self->population][self->interval];
}

/**
 * tv_rates_loader_get_history:
 *
 * Returns: (transfer none) (nullable): all rounds, once they have been read
 */
TvRateHistory *
tv_rates_loader_get_history (TvRatesLoader *self)
{
    return self->history;
}

static void
tv_rates_loader_dispose (GObject *object)
{
    TvRatesLoader *self = TV_RATES_LOADER (object);

    tv_rates_loader_stop (self);
    tv_rates_loader_forget (self);
    g_clear_pointer (&self->round_code, g_free);
    G_OBJECT_CLASS (tv_rates_loader_parent_class)->dispose (object);
}

static void
tv_rates_loader_class_init (TvRatesLoaderClass *klass)
{
    G_OBJECT_CLASS (klass)->dispose = tv_rates_loader_dispose;
    signals[ARRIVED] = g_signal_new ("arrived", TV_TYPE_RATES_LOADER, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
    signals[FAILED]
        = g_signal_new ("failed", TV_TYPE_RATES_LOADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                        G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
tv_rates_loader_init (TvRatesLoader *self)
{
    self->population = TV_POPULATION_BY_SCHOOL;
}

TvRatesLoader *
tv_rates_loader_new (void)
{
    return g_object_new (TV_TYPE_RATES_LOADER, NULL);
}
