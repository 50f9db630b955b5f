/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rates for people: a table for each indicator, and what is said of its target. */

#include "cli/tv-cli-rates-format.h"

#include "base/tv-number.h"
#include "indicators/tv-rate-words.h"
#include "workflows/tv-targets.h"

#include <glib/gi18n.h>

#define N_COLUMNS 6

typedef struct {
    char *cells[N_COLUMNS];
} Row;

static void
clear_row (gpointer data)
{
    Row *row = data;

    for (guint i = 0; i < N_COLUMNS; i++)
        g_free (row->cells[i]);
}

static GArray *
rows_new (void)
{
    GArray *rows = g_array_new (FALSE, TRUE, sizeof (Row));

    g_array_set_clear_func (rows, clear_row);
    return rows;
}

static void
add_head (GArray *rows)
{
    Row row = { { g_strdup (_ ("Group")), g_strdup (C_ ("column", "Cases")),
                  g_strdup (C_ ("column", "Children")), g_strdup (C_ ("column", "Rate, %")),
                  /* xgettext:no-c-format */
                  g_strdup (C_ ("column", "95 % interval")), g_strdup (C_ ("column", "Target")) } };

    g_array_append_val (rows, row);
}

static void
add_rate (GArray *rows, const char *group, const TvRate *rate, const TvTarget *target)
{
    Row row = { { g_strdup (group), g_strdup_printf ("%u", rate->n_cases),
                  g_strdup_printf ("%u", rate->n) } };

    if (rate->n > 0) {
        g_autofree char *lower = tv_rate_percent_text (rate->lower, target);
        g_autofree char *upper = tv_rate_percent_text (rate->upper, target);

        row.cells[3] = tv_rate_percent_text (rate->percent, target);
        row.cells[4] = g_strdup_printf ("%s–%s", lower, upper);
    } else {
        row.cells[3] = g_strdup ("");
        row.cells[4] = g_strdup ("");
    }
    row.cells[5] = target ? tv_target_text (target) : g_strdup ("");
    g_array_append_val (rows, row);
}

/* Appends a cell with spaces to its column's width, words to the left and numbers to the right. */
static void
append_cell (GString *text, const char *cell, glong width, gboolean is_words)
{
    glong n_spaces = width - g_utf8_strlen (cell, -1);

    if (is_words)
        g_string_append (text, cell);
    for (glong i = 0; i < n_spaces; i++)
        g_string_append_c (text, ' ');
    if (!is_words)
        g_string_append (text, cell);
}

static void
append_rows (GString *text, const GArray *rows)
{
    glong widths[N_COLUMNS] = { 0 };

    for (guint i = 0; i < rows->len; i++) {
        for (guint j = 0; j < N_COLUMNS; j++)
            widths[j] = MAX (widths[j], g_utf8_strlen (g_array_index (rows, Row, i).cells[j], -1));
    }
    for (guint i = 0; i < rows->len; i++) {
        gsize end;

        for (guint j = 0; j < N_COLUMNS; j++) {
            g_string_append (text, "  ");
            append_cell (text, g_array_index (rows, Row, i).cells[j], widths[j],
                         j == 0 || j == N_COLUMNS - 1);
        }
        for (end = text->len; end > 0 && text->str[end - 1] == ' ';)
            end--;
        g_string_truncate (text, end);
        g_string_append_c (text, '\n');
    }
}

static void
add_rounds (GArray *rows, const TvCliRatesFacts *facts, const TvIndicator *indicator)
{
    g_autoptr (GArray) points = tv_cli_rates_facts_follow (facts, indicator);

    for (guint i = 0; i < points->len; i++) {
        const TvRatePoint *point = &g_array_index (points, TvRatePoint, i);

        add_rate (rows, point->round->name, &point->all, NULL);
    }
}

/* Takes @sentence over; NULL is none. */
static void
append_sentence (GString *text, char *sentence)
{
    g_autofree char *owned = sentence;

    if (owned)
        g_string_append_printf (text, "  %s\n", owned);
}

static void
append_target (GString *text, TvPopulation population, const TvRateLine *line)
{
    const TvRate *rate = &line->rate;

    append_sentence (text, tv_rate_sentence (rate, line->target));
    append_sentence (text, tv_rate_allowance_sentence (rate, line->target));
    append_sentence (text, tv_rate_point_sentence (rate, population));
    append_sentence (text, tv_rate_census_sentence (rate, line->target));
    append_sentence (text, tv_rate_uncertainty_sentence (rate, line->target));
    append_sentence (text, tv_target_say_origin (line->target));
}

static void
append_indicator (GString *text, const TvCliRatesFacts *facts, const TvIndicator *indicator)
{
    const TvRates *rates = facts->rates;
    g_autofree char *rule = tv_indicator_rule_label (indicator);
    g_autoptr (GArray) rows = rows_new ();
    const TvRateLine *whole = NULL;

    add_head (rows);
    for (guint i = 0; i < rates->lines->len; i++) {
        const TvRateLine *line = g_ptr_array_index (rates->lines, i);

        if (line->indicator != indicator)
            continue;
        add_rate (rows, line->group, &line->rate, line->target);
        if (line->target)
            whole = line;
    }
    if (facts->has_rounds)
        add_rounds (rows, facts, indicator);
    g_string_append_printf (text, "\n%s (%s)\n",
                            tv_indicator_label (rates->population, indicator->id), rule);
    append_rows (text, rows);
    if (whole)
        append_target (text, rates->population, whole);
}

/* Said once: which of the two intervals stands in the tables, and how far a rate of few holds. */
static void
append_reading (GString *text, const TvRates *rates)
{
    const TvRate rate = { .n = rates->n_population };
    g_autofree char *no_target = tv_rates_targets_sentence (rates);
    g_autofree char *progress = tv_rates_progress_sentence (rates);

    g_string_append_printf (text, "%s\n",
                            rates->interval == TV_INTERVAL_LOGIT
                                /* xgettext:no-c-format */
                                ? _ ("Intervals: 95 %, WHO's by the logit.")
                                /* xgettext:no-c-format */
                                : _ ("Intervals: 95 %, by Wilson's method."));
    if (rates->n_population > 0) {
        g_autofree char *small = tv_rate_small_sentence (&rate);

        if (small)
            g_string_append_printf (text, "%s\n", small);
    }
    if (progress)
        g_string_append_printf (text, "%s\n", progress);
    if (no_target)
        g_string_append_printf (text, "%s\n", no_target);
}

static void
append_cover (GString *text, const TvRates *rates)
{
    g_string_append_printf (text, "%s\n%s\n", rates->school->name, rates->round->name);
    if (rates->school->is_practice)
        g_string_append_printf (text, "%s\n", _ ("PRACTICE DATA"));
    g_string_append_c (text, '\n');
    /* Translators: 231 of 240 children measured */
    g_string_append_printf (
        text,
        ngettext ("%u of %u child measured.", "%u of %u children measured.", rates->n_enrolled),
        rates->n_measured - rates->n_half_measured, rates->n_enrolled);
    g_string_append_c (text, '\n');
    if (rates->population == TV_POPULATION_UNDER_FIVE)
        g_string_append_printf (text,
                                ngettext ("Counted: %u child under 60 months on its measuring day.",
                                          "Counted: %u children under 60 months on their "
                                          "measuring day.",
                                          rates->n_population),
                                rates->n_population);
    else
        g_string_append_printf (text,
                                ngettext ("Counted: %u child of 5 to 19 years.",
                                          "Counted: %u children of 5 to 19 years.",
                                          rates->n_population),
                                rates->n_population);
    g_string_append_c (text, '\n');
    if (rates->has_coats_on)
        g_string_append_printf (text, "%s\n",
                                _ ("Some were weighed with the coat still on; rates that go by "
                                   "weight are uncertain for that."));
}

/**
 * tv_cli_rates_to_text:
 * @facts: of a round
 *
 * Returns: (transfer full): the rates for people, in their language
 */
char *
tv_cli_rates_to_text (const TvCliRatesFacts *facts)
{
    GString *text = g_string_new (NULL);
    guint n_indicators;
    const TvIndicator *indicators
        = tv_indicators (facts->rates->population, facts->rates->overweight_rule, &n_indicators);

    append_cover (text, facts->rates);
    append_reading (text, facts->rates);
    for (guint i = 0; i < n_indicators; i++)
        append_indicator (text, facts, &indicators[i]);
    tv_cli_rates_append_children (text, facts);
    tv_cli_rates_append_change (text, facts);
    return g_string_free (text, FALSE);
}
