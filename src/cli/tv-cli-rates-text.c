/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rates as a table for people, and a sentence for each target; and as CSV. */

#include "cli/tv-cli-rates-format.h"

#include "base/tv-number.h"
#include "cli/tv-cli-rate-csv.h"
#include "workflows/tv-csv-line.h"

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
add_line (GArray *rows, const TvRateLine *line)
{
    Row row = { { g_strdup (line->group), g_strdup_printf ("%u", line->rate.n_cases),
                  g_strdup_printf ("%u", line->rate.n) } };

    if (line->rate.n > 0) {
        g_autofree char *lower = tv_number_format (line->rate.lower, 1);
        g_autofree char *upper = tv_number_format (line->rate.upper, 1);

        row.cells[3] = tv_number_format (line->rate.percent, 1);
        row.cells[4] = g_strdup_printf ("%s–%s", lower, upper);
    } else {
        row.cells[3] = g_strdup ("");
        row.cells[4] = g_strdup ("");
    }
    row.cells[5] = line->target ? tv_target_text (line->target) : g_strdup ("");
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
append_indicator (GString *text, const TvRates *rates, const TvIndicator *indicator)
{
    g_autofree char *rule = tv_indicator_rule_label (indicator);
    g_autoptr (GArray) rows = rows_new ();
    const TvRateLine *whole = NULL;

    add_head (rows);
    for (guint i = 0; i < rates->lines->len; i++) {
        const TvRateLine *line = g_ptr_array_index (rates->lines, i);

        if (line->indicator != indicator)
            continue;
        add_line (rows, line);
        if (line->target)
            whole = line;
    }
    g_string_append_printf (text, "\n%s (%s)\n",
                            tv_indicator_label (rates->population, indicator->id), rule);
    append_rows (text, rows);
    if (whole) {
        g_autofree char *sentence = tv_rate_sentence (&whole->rate, whole->target);

        g_string_append_printf (text, "  %s\n", sentence);
    }
}

static void
append_left_out (GString *text, const TvRates *rates)
{
    for (int reason = TV_LEFT_OUT_NOT_MEASURED; reason <= TV_LEFT_OUT_NOT_ENROLLED; reason++) {
        guint n = 0;

        for (guint i = 0; i < rates->children->len; i++)
            n += tv_rates_child (rates, i)->left_out == (TvLeftOut) reason;
        if (n > 0)
            g_string_append_printf (text, "  %s: %u\n", tv_left_out_label ((TvLeftOut) reason), n);
    }
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
 * @rates: of a round
 *
 * Returns: (transfer full): the rates for people, in their language
 */
char *
tv_cli_rates_to_text (const TvRates *rates)
{
    GString *text = g_string_new (NULL);
    guint n_indicators;
    const TvIndicator *indicators
        = tv_indicators (rates->population, rates->overweight_rule, &n_indicators);

    append_cover (text, rates);
    for (guint i = 0; i < n_indicators; i++)
        append_indicator (text, rates, &indicators[i]);
    g_string_append_printf (text, "\n%s\n", _ ("Not counted:"));
    append_left_out (text, rates);
    return g_string_free (text, FALSE);
}

static void
append_csv_line (GString *text, const TvRateLine *line)
{
    g_string_append_printf (text, "%s,%s,", line->indicator->code, line->indicator->rule);
    tv_csv_append (text, line->group_code);
    tv_cli_append_rate_csv (text, &line->rate);
    g_string_append_c (text, ',');
    if (line->target) {
        char buffer[G_ASCII_DTOSTR_BUF_SIZE];

        g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, "%.6g",
                                                (double) line->target->value_thousandths / 1000));
    }
    g_string_append_printf (text, ",%s\n", tv_verdict_code (line->judgement.verdict));
}

/**
 * tv_cli_rates_to_csv:
 * @rates: of a round
 *
 * Returns: (transfer full): one row for each indicator and group
 */
char *
tv_cli_rates_to_csv (const TvRates *rates)
{
    GString *text = g_string_new (TV_CLI_RATE_HEADER ",target,verdict\n");
    guint n_indicators;
    const TvIndicator *indicators
        = tv_indicators (rates->population, rates->overweight_rule, &n_indicators);

    for (guint i = 0; i < n_indicators; i++) {
        for (guint j = 0; j < rates->lines->len; j++) {
            const TvRateLine *line = g_ptr_array_index (rates->lines, j);

            if (line->indicator == &indicators[i])
                append_csv_line (text, line);
        }
    }
    return g_string_free (text, FALSE);
}
