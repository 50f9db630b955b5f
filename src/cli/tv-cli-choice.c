/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The choices that prevalence and rates have in common. */

#include "cli/tv-cli-choice.h"

#include <glib/gi18n.h>

static gboolean
choose (const TvCliContext *context, const char *text, const char *first, const char *second,
        guint *which)
{
    *which = g_str_equal (text, second);
    if (*which || g_str_equal (text, first))
        return TRUE;
    /* Translators: what was given, and the two words that can be */
    tv_cli_usage (context, _ ("“%1$s” cannot be chosen here; %2$s and %3$s can."), text, first,
                  second);
    return FALSE;
}

/**
 * tv_cli_choose_population:
 * @context: of the command
 * @text: (nullable): what was given; %NULL leaves @population as it is
 * @population: (inout): whom to count, by "under-five" or "school-age"
 *
 * Returns: whether @text can be chosen; if not, it was said what can
 */
gboolean
tv_cli_choose_population (const TvCliContext *context, const char *text, TvPopulation *population)
{
    guint which;

    if (!text)
        return TRUE;
    if (!choose (context, text, "under-five", "school-age", &which))
        return FALSE;
    *population = which ? TV_POPULATION_SCHOOL_AGE : TV_POPULATION_UNDER_FIVE;
    return TRUE;
}

/**
 * tv_cli_choose_interval:
 * @context: of the command
 * @text: (nullable): what was given; %NULL leaves @interval as it is
 * @interval: (inout): how the interval is worked out, by "wilson" or "logit"
 *
 * Returns: whether @text can be chosen; if not, it was said what can
 */
gboolean
tv_cli_choose_interval (const TvCliContext *context, const char *text, TvIntervalKind *interval)
{
    guint which;

    if (!text)
        return TRUE;
    if (!choose (context, text, "wilson", "logit", &which))
        return FALSE;
    *interval = which ? TV_INTERVAL_LOGIT : TV_INTERVAL_WILSON;
    return TRUE;
}

/**
 * tv_cli_choose_overweight:
 * @context: of the command
 * @text: (nullable): what was given; %NULL leaves @rule as it is
 * @rule: (inout): what overweight of under-fives goes by, "whz" or "baz"
 *
 * Returns: whether @text can be chosen; if not, it was said what can
 */
gboolean
tv_cli_choose_overweight (const TvCliContext *context, const char *text, TvOverweightRule *rule)
{
    guint which;

    if (!text)
        return TRUE;
    if (!choose (context, text, "whz", "baz", &which))
        return FALSE;
    *rule = which ? TV_OVERWEIGHT_BY_BMI_FOR_AGE : TV_OVERWEIGHT_BY_WEIGHT_FOR_HEIGHT;
    return TRUE;
}
