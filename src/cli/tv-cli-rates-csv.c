/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rates as CSV, in the columns of prevalence and two more. */

#include "cli/tv-cli-rates-format.h"

#include "cli/tv-cli-rate-csv.h"
#include "workflows/tv-csv-line.h"

static void
append_line (GString *text, const TvRateLine *line)
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

/* A round is a group named by its code; what the plan asks stands with the whole school alone. */
static void
append_rounds (GString *text, const TvCliRatesFacts *facts, const TvIndicator *indicator)
{
    g_autoptr (GArray) points = tv_cli_rates_facts_follow (facts, indicator);

    for (guint i = 0; i < points->len; i++) {
        const TvRatePoint *point = &g_array_index (points, TvRatePoint, i);
        g_autofree char *group = g_strconcat ("round:", point->round->code, NULL);

        g_string_append_printf (text, "%s,%s,", indicator->code, indicator->rule);
        tv_csv_append (text, group);
        tv_cli_append_rate_csv (text, &point->all);
        g_string_append (text, ",,\n");
    }
}

/**
 * tv_cli_rates_to_csv:
 * @facts: of a round
 *
 * Returns: (transfer full): one row for each indicator and group
 */
char *
tv_cli_rates_to_csv (const TvCliRatesFacts *facts)
{
    const TvRates *rates = facts->rates;
    GString *text = g_string_new (TV_CLI_RATE_HEADER ",target,verdict\n");
    guint n_indicators;
    const TvIndicator *indicators
        = tv_indicators (rates->population, rates->overweight_rule, &n_indicators);

    for (guint i = 0; i < n_indicators; i++) {
        for (guint j = 0; j < rates->lines->len; j++) {
            const TvRateLine *line = g_ptr_array_index (rates->lines, j);

            if (line->indicator == &indicators[i])
                append_line (text, line);
        }
        if (facts->has_rounds)
            append_rounds (text, facts, &indicators[i]);
    }
    return g_string_free (text, FALSE);
}
