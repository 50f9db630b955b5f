/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The same children in two rounds. Rates of two rounds also differ because children came and
 * left; of the same ones that cannot be. */

#include "indicators/tv-transition.h"

#include "base/tv-number.h"

#include <glib/gi18n.h>
#include <math.h>

#define NORMAL_QUANTILE_975 1.959963984540054

/**
 * tv_transition_add:
 * @self: a transition, zeroed before the first child
 * @was_case: whether the child was a case before
 * @is_case: whether it is one now
 */
void
tv_transition_add (TvTransition *self, gboolean was_case, gboolean is_case)
{
    if (was_case && is_case)
        self->n_stayed++;
    else if (is_case)
        self->n_new++;
    else if (was_case)
        self->n_recovered++;
    else
        self->n_never++;
}

/* A. Agresti and Y. Min, Statistics in Medicine 24 (2005) 729-740: half a child more in each of
 * the four cells, then the plain interval for the difference of paired shares. */
static void
set_change (TvTransition *self, double n)
{
    double risen = self->n_new + 0.5, fallen = self->n_recovered + 0.5;
    double difference = risen - fallen;
    double centre = difference / (n + 2);
    double half
        = NORMAL_QUANTILE_975 * sqrt (risen + fallen - difference * difference / (n + 2)) / (n + 2);

    self->change = 100 * ((double) self->n_new - (double) self->n_recovered) / n;
    self->change_lower = 100 * MAX (centre - half, -1);
    self->change_upper = 100 * MIN (centre + half, 1);
}

/**
 * tv_transition_close:
 * @self: a transition with all its children
 *
 * Works out the rates, by Wilson's interval, and the change between them.
 */
void
tv_transition_close (TvTransition *self)
{
    guint n_before = self->n_stayed + self->n_recovered;
    guint n_now = self->n_stayed + self->n_new;
    guint n = n_before + self->n_new + self->n_never;

    tv_rate_init (&self->before, TV_INTERVAL_WILSON, n_before, n, n);
    tv_rate_init (&self->now, TV_INTERVAL_WILSON, n_now, n, n);
    tv_rate_init (&self->recovery, TV_INTERVAL_WILSON, self->n_recovered, n_before, n_before);
    self->change = self->change_lower = self->change_upper = NAN;
    if (n > 0)
        set_change (self, n);
}

static char *
say_recovery (const TvTransition *self)
{
    const TvRate *rate = &self->recovery;
    g_autofree char *percent = tv_number_format (rate->percent, 1);
    g_autofree char *lower = tv_number_format (rate->lower, 1);
    g_autofree char *upper = tv_number_format (rate->upper, 1);

    if (rate->n == 0)
        return g_strdup (_ ("None of these children was a case before."));
    /* Translators: 5 recovered, of 12 who were cases before; 41.7 %, interval from 19.3 to 68.0 */
    return g_strdup_printf (
        ngettext ("%u of %u child who was a case before has recovered (%s %%; 95 %% confidence "
                  "interval %s–%s %%).",
                  "%u of %u children who were cases before have recovered (%s %%; 95 %% "
                  "confidence interval %s–%s %%).",
                  rate->n),
        rate->n_cases, rate->n, percent, lower, upper);
}

static char *
say_new (const TvTransition *self)
{
    guint n = self->n_new + self->n_never;

    if (n == 0)
        return g_strdup (_ ("All of these children were cases before."));
    /* Translators: 3 new cases, of 106 children who were none before */
    return g_strdup_printf (ngettext ("%u of %u child who was no case before is one now.",
                                      "Of the children who were no cases before, %u of %u are now.",
                                      n),
                            self->n_new, n);
}

static const char *
get_change_format (const TvTransition *self)
{
    if (self->change_upper < 0)
        /* Translators: 118 children, from 10.2 % to 4.2 %, −6.0 points, from −10.1 to −1.7 */
        return ngettext ("Of the same %u child the rate went from %s %% to %s %%: %s percentage "
                         "points (95 %% confidence interval %s to %s). It has fallen.",
                         "Of the same %u children the rate went from %s %% to %s %%: %s percentage "
                         "points (95 %% confidence interval %s to %s). It has fallen.",
                         self->now.n);
    if (self->change_lower > 0)
        /* Translators: 118 children, from 4.2 % to 10.2 %, +6.0 points, from +1.7 to +10.1 */
        return ngettext ("Of the same %u child the rate went from %s %% to %s %%: %s percentage "
                         "points (95 %% confidence interval %s to %s). It has risen.",
                         "Of the same %u children the rate went from %s %% to %s %%: %s percentage "
                         "points (95 %% confidence interval %s to %s). It has risen.",
                         self->now.n);
    /* Translators: 118 children, from 10.2 % to 8.5 %, −1.7 points, from −4.5 to +1.2 */
    return ngettext ("Of the same %u child the rate went from %s %% to %s %%: %s percentage points "
                     "(95 %% confidence interval %s to %s). The interval holds 0, so there is not "
                     "enough ground to speak of a change.",
                     "Of the same %u children the rate went from %s %% to %s %%: %s percentage "
                     "points (95 %% confidence interval %s to %s). The interval holds 0, so there "
                     "is not enough ground to speak of a change.",
                     self->now.n);
}

static char *
say_change (const TvTransition *self)
{
    g_autofree char *before = tv_number_format (self->before.percent, 1);
    g_autofree char *now = tv_number_format (self->now.percent, 1);
    g_autofree char *change = tv_number_format_signed (self->change, 1);
    g_autofree char *lower = tv_number_format_signed (self->change_lower, 1);
    g_autofree char *upper = tv_number_format_signed (self->change_upper, 1);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    return g_strdup_printf (get_change_format (self), self->now.n, before, now, change, lower,
                            upper);
#pragma GCC diagnostic pop
}

static void
take_sentence (GStrvBuilder *sentences, char *sentence)
{
    g_strv_builder_add (sentences, sentence);
    g_free (sentence);
}

/**
 * tv_transition_sentences:
 * @self: a closed transition
 *
 * Returns: (transfer full) (array zero-terminated=1): how many have recovered, how many are new,
 *   and how the rate of the same children changed, for people
 */
char **
tv_transition_sentences (const TvTransition *self)
{
    g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();

    if (self->now.n == 0) {
        g_strv_builder_add (sentences, _ ("No child has a value in both rounds."));
        return g_strv_builder_end (sentences);
    }
    take_sentence (sentences, say_recovery (self));
    take_sentence (sentences, say_new (self));
    take_sentence (sentences, say_change (self));
    return g_strv_builder_end (sentences);
}
