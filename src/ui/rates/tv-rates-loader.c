/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One question to the book at a time, the most wanted first: the choice that is shown, the choices
 * nobody has made yet, the history, and then the rounds that may be chosen next. */

#include "ui/rates/tv-rates-loader.h"

#include "ui/rates/tv-rates-kept.h"

#define N_POPULATIONS (TV_POPULATION_SCHOOL_AGE + 1)
#define N_INTERVALS (TV_INTERVAL_LOGIT + 1)

struct _TvRatesLoader {
    GObject parent_instance;

    TvStore *store;
    char *round_code;
    GCancellable *reading; /* NULL while nothing is asked */
    TvPopulation population;
    TvIntervalKind interval;
    TvRatesKept *kept;
    char *asked_code; /* (nullable): the round that is being read */
    GStrv next_codes; /* (nullable): rounds that may be chosen next, the likeliest first */
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

    if (!take_answer (self, error))
        return;
    if (self->population == TV_POPULATION_BY_SCHOOL)
        self->population = rates->population;
    tv_rates_kept_put (self->kept, self->asked_code, rates);
    g_signal_emit (self, signals[ARRIVED], 0);
    ask (self);
}

static void
ask_for_rates (TvRatesLoader *self, const char *round_code, TvPopulation population,
               TvIntervalKind interval)
{
    const TvRatesQuery query = { .round_code = (char *) round_code,
                                 .population = population,
                                 .overweight_rule = TV_OVERWEIGHT_BY_BOOK,
                                 .interval = interval,
                                 .split = TV_SPLIT_EVERY };

    g_free (self->asked_code);
    self->asked_code = g_strdup (round_code);
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

static gboolean
has_rates (TvRatesLoader *self, const char *round_code, TvPopulation population,
           TvIntervalKind interval)
{
    return tv_rates_kept_find (self->kept, round_code, population, interval) != NULL;
}

/* Returns whether there was a choice to ask for: the other age first, then both with the other
 * interval. */
static gboolean
ask_for_other_choices (TvRatesLoader *self)
{
    for (guint i = 0; i < N_POPULATIONS * N_INTERVALS; i++) {
        TvPopulation population = (self->population + 1 + i) % N_POPULATIONS;
        TvIntervalKind interval = (self->interval + i / N_POPULATIONS) % N_INTERVALS;

        if (has_rates (self, self->round_code, population, interval))
            continue;
        ask_for_rates (self, self->round_code, population, interval);
        return TRUE;
    }
    return FALSE;
}

/* The interval is chosen once in a year; other rounds are read with the chosen one alone. */
static void
ask_for_next_rounds (TvRatesLoader *self)
{
    for (guint i = 0; self->next_codes && self->next_codes[i]; i++) {
        for (guint n = 0; n < N_POPULATIONS; n++) {
            TvPopulation population = (self->population + n) % N_POPULATIONS;

            if (has_rates (self, self->next_codes[i], population, self->interval))
                continue;
            ask_for_rates (self, self->next_codes[i], population, self->interval);
            return;
        }
    }
}

static void
ask (TvRatesLoader *self)
{
    if (self->reading || !self->store || self->has_failed)
        return;
    if (self->population == TV_POPULATION_BY_SCHOOL
        || !has_rates (self, self->round_code, self->population, self->interval)) {
        ask_for_rates (self, self->round_code, self->population, self->interval);
        return;
    }
    if (ask_for_other_choices (self))
        return;
    if (self->history) {
        ask_for_next_rounds (self);
        return;
    }
    self->reading = g_cancellable_new ();
    tv_rate_history_read_async (self->store, self->reading, history_read_cb, g_object_ref (self));
}

static void
give_up (TvRatesLoader *self)
{
    g_cancellable_cancel (self->reading);
    g_clear_object (&self->reading);
}

/* The rounds that may be chosen next are kept longest, and the chosen one longer still. */
static void
use_rounds (TvRatesLoader *self)
{
    for (guint i = self->next_codes ? g_strv_length (self->next_codes) : 0; i > 0; i--)
        tv_rates_kept_use (self->kept, self->next_codes[i - 1]);
    tv_rates_kept_use (self->kept, self->round_code);
}

/**
 * tv_rates_loader_stop:
 *
 * Gives up what is being read; nothing arrives until it is started again.
 */
void
tv_rates_loader_stop (TvRatesLoader *self)
{
    give_up (self);
    g_clear_object (&self->store);
}

/**
 * tv_rates_loader_start:
 * @store: a record book, the same one each time
 * @round_code: (nullable): its round; the latest one if none is said
 * @next_codes: (nullable): rounds that may be chosen next, the likeliest first; fewer than
 *   TV_RATES_KEPT_ROUNDS
 *
 * Reads what is not kept yet, @next_codes at last.
 */
void
tv_rates_loader_start (TvRatesLoader *self, TvStore *store, const char *round_code,
                       const char *const *next_codes)
{
    tv_rates_loader_stop (self);
    self->store = g_object_ref (store);
    self->has_failed = FALSE;
    g_free (self->round_code);
    self->round_code = g_strdup (round_code);
    g_strfreev (self->next_codes);
    self->next_codes = g_strdupv ((GStrv) next_codes);
    use_rounds (self);
    ask (self);
}

/**
 * tv_rates_loader_forget:
 *
 * Forgets everything: the book has changed. What is being read may be of the book as it was, so
 * that is given up, too, until somebody starts anew.
 */
void
tv_rates_loader_forget (TvRatesLoader *self)
{
    give_up (self);
    tv_rates_kept_forget (self->kept);
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
    return tv_rates_kept_find (self->kept, self->round_code, self->population, self->interval);
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
    g_clear_pointer (&self->history, tv_rate_history_unref);
    g_clear_pointer (&self->kept, tv_rates_kept_free);
    g_clear_pointer (&self->round_code, g_free);
    g_clear_pointer (&self->asked_code, g_free);
    g_clear_pointer (&self->next_codes, g_strfreev);
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
    self->kept = tv_rates_kept_new ();
}

TvRatesLoader *
tv_rates_loader_new (void)
{
    return g_object_new (TV_TYPE_RATES_LOADER, NULL);
}
