/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A rate in a CSV file, the same in every command. */

#include "cli/tv-cli-rate-csv.h"

#include <math.h>

static void
append_number (GString *text, double value)
{
    char buffer[G_ASCII_DTOSTR_BUF_SIZE];

    g_string_append_c (text, ',');
    if (!isnan (value))
        g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, "%.6f", value));
}

/**
 * tv_cli_append_rate_csv:
 * @text: where to
 * @rate: a rate
 *
 * Appends ",n,cases,percent,lower,upper", with six decimals; of nobody there is no percentage.
 */
void
tv_cli_append_rate_csv (GString *text, const TvRate *rate)
{
    g_string_append_printf (text, ",%u,%u", rate->n, rate->n_cases);
    append_number (text, rate->percent);
    append_number (text, rate->lower);
    append_number (text, rate->upper);
}
