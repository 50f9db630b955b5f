/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures of a round as they were signed, in words and numbers that people can read in the
 * history, too: "enrolled=170 measured=165 population=under-five stunting=14/165". */

#include "workflows/tv-round-figures.h"

#include "store/tv-store-signings.h"
#include "workflows/tv-rates-count.h"

#include <glib/gi18n.h>
#include <string.h>

#define WHOLE_SCHOOL "All"
#define UNDER_FIVE "under-five"
#define SCHOOL_AGE "school-age"

/* A rate's two counts, or a count alone. */
typedef struct {
    guint n_cases;
    guint n;
} Figure;

/**
 * tv_round_figures_init_query:
 * @query: (out): what the figures of a signature are taken by; it borrows from @round
 * @round: a regular round
 */
void
tv_round_figures_init_query (TvRatesQuery *query, const TvRound *round)
{
    *query = (TvRatesQuery){ .round_code = round->code,
                             .population = TV_POPULATION_BY_SCHOOL,
                             .overweight_rule = TV_OVERWEIGHT_BY_BOOK,
                             .interval = TV_INTERVAL_WILSON,
                             .split = TV_SPLIT_NONE };
}

/**
 * tv_round_figures_to_text:
 * @rates: of the round, as tv_round_figures_init_query() asks for them
 *
 * Returns: (transfer full): how many are enrolled and measured, and of each indicator how many
 *   cases there are and of how many
 */
char *
tv_round_figures_to_text (const TvRates *rates)
{
    GString *text = g_string_new (NULL);

    g_string_append_printf (
        text, "enrolled=%u measured=%u population=%s", rates->n_enrolled, rates->n_measured,
        rates->population == TV_POPULATION_UNDER_FIVE ? UNDER_FIVE : SCHOOL_AGE);
    for (guint i = 0; i < rates->lines->len; i++) {
        const TvRateLine *line = g_ptr_array_index (rates->lines, i);

        if (line->split == TV_SPLIT_NONE)
            g_string_append_printf (text, " %s=%u/%u", line->indicator->code, line->rate.n_cases,
                                    line->rate.n);
    }
    return g_string_free (text, FALSE);
}

/* FALSE where @text does not tell of it. */
static gboolean
find_word (char **words, const char *name, const char **value)
{
    gsize length = strlen (name);

    for (guint i = 0; words[i]; i++) {
        if (strncmp (words[i], name, length) == 0 && words[i][length] == '=') {
            *value = words[i] + length + 1;
            return TRUE;
        }
    }
    return FALSE;
}

static gboolean
find_figure (char **words, const char *name, Figure *figure)
{
    const char *value;
    char *end;

    if (!find_word (words, name, &value))
        return FALSE;
    figure->n_cases = (guint) g_ascii_strtoull (value, &end, 10);
    figure->n = *end == '/' ? (guint) g_ascii_strtoull (end + 1, NULL, 10) : 0;
    return TRUE;
}

static void
compare_count (GPtrArray *changes, const char *label, char **words, const char *name, guint now)
{
    Figure was;

    if (find_figure (words, name, &was) && was.n_cases != now)
        /* Translators: what was counted, such as "Measured", and two numbers of children. */
        g_ptr_array_add (
            changes, g_strdup_printf (_ ("%1$s: signed %2$u, now %3$u"), label, was.n_cases, now));
}

static void
compare_indicator (GPtrArray *changes, char **words, TvPopulation population,
                   const TvIndicator *indicator, const TvRates *rates)
{
    const TvRateLine *line = population == rates->population
                                 ? tv_rates_find (rates, indicator->id, WHOLE_SCHOOL)
                                 : NULL;
    const char *label = tv_indicator_label (population, indicator->id);
    Figure was;

    if (!find_figure (words, indicator->code, &was))
        return;
    if (!line)
        /* Translators: an indicator, its cases and of how many children they are; the round's
         * children are now judged by the other age. */
        g_ptr_array_add (changes, g_strdup_printf (_ ("%1$s: signed %2$u of %3$u, now not counted"),
                                                   label, was.n_cases, was.n));
    else if (line->rate.n_cases != was.n_cases || line->rate.n != was.n)
        /* Translators: an indicator, its cases and of how many children they are, as signed and as
         * they are now. */
        g_ptr_array_add (changes,
                         g_strdup_printf (_ ("%1$s: signed %2$u of %3$u, now %4$u of %5$u"), label,
                                          was.n_cases, was.n, line->rate.n_cases, line->rate.n));
}

/**
 * tv_round_figures_compare:
 * @text: what was signed, as tv_round_figures_to_text() wrote it
 * @rates: of the round as it is now
 *
 * Returns: (transfer full) (element-type utf8): each figure that is no longer as it was signed, in
 *   words such as "Stunting: signed 14 of 165, now 13 of 165"; empty if all are
 */
GPtrArray *
tv_round_figures_compare (const char *text, const TvRates *rates)
{
    g_auto (GStrv) words = g_strsplit (text, " ", -1);
    GPtrArray *changes = g_ptr_array_new_with_free_func (g_free);
    TvPopulation population = TV_POPULATION_UNDER_FIVE;
    const TvIndicator *indicators;
    const char *value;
    guint n;

    if (find_word (words, "population", &value) && g_str_equal (value, SCHOOL_AGE))
        population = TV_POPULATION_SCHOOL_AGE;
    compare_count (changes, C_ ("figure", "Enrolled"), words, "enrolled", rates->n_enrolled);
    compare_count (changes, C_ ("figure", "Measured"), words, "measured", rates->n_measured);
    indicators = tv_indicators (population, rates->overweight_rule, &n);
    for (guint i = 0; i < n; i++)
        compare_indicator (changes, words, population, &indicators[i], rates);
    return changes;
}

/**
 * tv_round_figures_keep:
 * @change: in which the round was signed off
 * @round: as it stands now
 * @today: the day it is
 * @error: (nullable): as tv_rates_work_out()
 *
 * Writes down what is signed. It has to come last, when the round's last day is known.
 *
 * Returns: whether it was written
 */
gboolean
tv_round_figures_keep (TvChange *change, const TvRound *round, TvDate today, GError **error)
{
    g_autoptr (TvRates) rates = NULL;
    g_autofree char *text = NULL;
    TvRatesQuery query;

    tv_round_figures_init_query (&query, round);
    rates = tv_rates_work_out_within (tv_change_connection (change), &query, today, error);
    if (!rates)
        return FALSE;
    text = tv_round_figures_to_text (rates);
    return tv_store_put_signed_figures (change, round->code, text, error);
}
