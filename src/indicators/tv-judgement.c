/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A rate held against the plan's target. The verdict is of the count, in whole numbers: 4 of 50 is
 * 8 % exactly, and not below it. Whether the interval bears it out is said beside it. */

#include "indicators/tv-rate.h"

#include "base/tv-number.h"

#include <float.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define MOST_DECIMALS 4

/* The target as a share of the children: @part of @whole. FALSE where it is no share. */
static gboolean
get_share (const TvTarget *target, gint64 *part, gint64 *whole)
{
    static const struct {
        const char *unit;
        gint64 per;
    } units[] = { { "percent", 100 }, { "per-1000", 1000 }, { "per-100000", 100000 } };

    for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
        if (g_strcmp0 (target->unit, units[i].unit) == 0) {
            *part = target->value_thousandths;
            *whole = units[i].per * 1000;
            return target->has_value && target->direction != TV_DIRECTION_NONE;
        }
    }
    return FALSE;
}

static gboolean
is_met (TvDirection direction, double value, double goal)
{
    switch (direction) {
    case TV_DIRECTION_BELOW:
        return value < goal;
    case TV_DIRECTION_AT_MOST:
        return value <= goal;
    default:
        return value >= goal;
    }
}

/* The end of the interval that speaks most against the verdict. */
static double
get_weakest_end (const TvRate *rate, TvDirection direction, gboolean met)
{
    gboolean wants_low = direction != TV_DIRECTION_AT_LEAST;

    return wants_low == met ? rate->upper : rate->lower;
}

/* The count on the edge of the target, on its good side. */
static guint
count_allowed (TvDirection direction, gint64 n, gint64 part, gint64 whole)
{
    if (direction == TV_DIRECTION_AT_LEAST)
        return (guint) ((part * n + whole - 1) / whole);
    if (direction == TV_DIRECTION_BELOW)
        return (guint) MAX (0, (part * n - 1) / whole);
    return (guint) (part * n / whole);
}

/**
 * tv_rate_judge:
 * @rate: a rate
 * @target: (nullable): what the plan asks
 * @judgement: (out caller-allocates): what the count says of it
 */
void
tv_rate_judge (const TvRate *rate, const TvTarget *target, TvJudgement *judgement)
{
    gint64 part, whole;
    gboolean met;

    *judgement = (TvJudgement){ .points_per_child = rate->n > 0 ? 100.0 / rate->n : NAN };
    if (!target || rate->n == 0 || !get_share (target, &part, &whole))
        return;
    /* Both sides are whole numbers below 2^53, so nothing is rounded here. */
    met = is_met (target->direction, (double) rate->n_cases * whole, (double) part * rate->n);
    judgement->verdict = met ? TV_VERDICT_MET : TV_VERDICT_NOT_MET;
    judgement->is_certain
        = is_met (target->direction, get_weakest_end (rate, target->direction, met),
                  100.0 * part / whole)
          == met;
    judgement->n_cases_allowed = count_allowed (target->direction, rate->n, part, whole);
}

/**
 * tv_verdict_label:
 *
 * Returns: (transfer none): the verdict in a word
 */
const char *
tv_verdict_label (TvVerdict verdict)
{
    switch (verdict) {
    case TV_VERDICT_MET:
        return C_ ("target", "Met");
    case TV_VERDICT_NOT_MET:
        return C_ ("target", "Not met");
    default:
        return C_ ("target", "Not judged");
    }
}

/**
 * tv_verdict_code:
 *
 * Returns: (transfer none): "met", "not-met", or "" for no verdict
 */
const char *
tv_verdict_code (TvVerdict verdict)
{
    static const char *const codes[] = { "", "met", "not-met" };

    return codes[verdict];
}

/**
 * tv_target_text:
 * @target: a target
 *
 * Returns: (transfer full): the target as it stands in tables of every language: "< 6.4 %",
 *   "≤ 80/100000", "≥ 79/126", "≤ 0"; "" where it has no value
 */
char *
tv_target_text (const TvTarget *target)
{
    static const char *const signs[] = { "", "<\u00a0", "≤\u00a0", "≥\u00a0" };
    const char *sign = signs[target->direction];
    const char *unit = target->unit ? target->unit : "";
    g_autofree char *value = NULL;

    if (!target->has_value)
        return g_strdup ("");
    value = tv_number_format_fixed (target->value_thousandths, 3, 0);
    if (strcmp (unit, "percent") == 0)
        return g_strdup_printf ("%s%s\u00a0%%", sign, value);
    if (g_str_has_prefix (unit, "per-"))
        return g_strdup_printf ("%s%s/%s", sign, value, unit + strlen ("per-"));
    if (g_str_has_prefix (unit, "of-"))
        return g_strdup_printf ("%s%s/%s", sign, value, unit + strlen ("of-"));
    return g_strconcat (sign, value, NULL);
}

/* On which side of the goal the value is as it is written, and as it is. */
static gboolean
is_true_to (double goal, double percent, int n_decimals)
{
    double scale = pow (10, n_decimals);
    double written = round (percent * scale * (1 + DBL_EPSILON)) / scale;

    return (written < goal) == (percent < goal) && (written > goal) == (percent > goal);
}

/**
 * tv_rate_percent_decimals:
 * @percent: a rate or an end of its interval, in percent
 * @target: (nullable): what it is held against
 *
 * Returns: 1, and more where rounding would put the rate on the target or past it: 7 of 110 is
 *   6.36 %, and of 6.4 % nobody could say that it is below 6.4 %
 */
int
tv_rate_percent_decimals (double percent, const TvTarget *target)
{
    gint64 part, whole;
    double goal;
    int n_decimals = 1;

    if (!target || isnan (percent) || !get_share (target, &part, &whole))
        return n_decimals;
    goal = 100.0 * (double) part / (double) whole;
    if (fabs (percent - goal) < 1e-9)
        percent = goal;
    while (n_decimals < MOST_DECIMALS && !is_true_to (goal, percent, n_decimals))
        n_decimals++;
    return n_decimals;
}

/**
 * tv_rate_percent_text:
 * @percent: a rate or an end of its interval, in percent
 * @target: (nullable): what it is held against
 *
 * Returns: (transfer full): the number for people, without a sign of percent, with
 *   tv_rate_percent_decimals()
 */
char *
tv_rate_percent_text (double percent, const TvTarget *target)
{
    return tv_number_format (percent, tv_rate_percent_decimals (percent, target));
}

/* A sentence of its own for each case, since languages put these parts in other orders. */
static const char *
get_format (const TvJudgement *judgement, guint n)
{
    if (judgement->verdict == TV_VERDICT_MET && judgement->is_certain)
        /* Translators: 4 of 118 children = 3.4 %, interval from 1.3 to 8.4, target "< 9.6 %" */
        return ngettext ("%u of %u child = %s %%; 95 %% confidence interval %s–%s %%. The target "
                         "(%s) is met.",
                         "%u of %u children = %s %%; 95 %% confidence interval %s–%s %%. The "
                         "target (%s) is met.",
                         n);
    if (judgement->verdict == TV_VERDICT_MET)
        /* Translators: 4 of 118 children = 3.4 %, interval from 1.3 to 8.4, target "< 6.4 %" */
        return ngettext ("%u of %u child = %s %%; 95 %% confidence interval %s–%s %%. The target "
                         "(%s) is met by the count, but the interval reaches beyond it: there is "
                         "not enough ground for a conclusion.",
                         "%u of %u children = %s %%; 95 %% confidence interval %s–%s %%. The "
                         "target (%s) is met by the count, but the interval reaches beyond it: "
                         "there is not enough ground for a conclusion.",
                         n);
    if (judgement->is_certain)
        /* Translators: 20 of 118 children = 16.9 %, interval from 11.2 to 24.7, target "< 1 %" */
        return ngettext ("%u of %u child = %s %%; 95 %% confidence interval %s–%s %%. The target "
                         "(%s) is not met.",
                         "%u of %u children = %s %%; 95 %% confidence interval %s–%s %%. The "
                         "target (%s) is not met.",
                         n);
    /* Translators: 9 of 118 children = 7.6 %, interval from 4.1 to 13.9, target "< 6.4 %" */
    return ngettext ("%u of %u child = %s %%; 95 %% confidence interval %s–%s %%. The target (%s) "
                     "is not met by the count, but the interval reaches beyond it: there is not "
                     "enough ground for a conclusion.",
                     "%u of %u children = %s %%; 95 %% confidence interval %s–%s %%. The target "
                     "(%s) is not met by the count, but the interval reaches beyond it: there is "
                     "not enough ground for a conclusion.",
                     n);
}

/**
 * tv_rate_count_sentence:
 * @rate: a rate
 * @target: (nullable): what it is held against beside the sentence
 *
 * Returns: (transfer full): count, rate and interval for people, without a verdict
 */
char *
tv_rate_count_sentence (const TvRate *rate, const TvTarget *target)
{
    g_autofree char *percent = tv_rate_percent_text (rate->percent, target);
    g_autofree char *lower = tv_rate_percent_text (rate->lower, target);
    g_autofree char *upper = tv_rate_percent_text (rate->upper, target);

    if (rate->n == 0)
        return g_strdup (_ ("No child has a value that counts, so there is no rate."));
    /* Translators: 4 of 118 children = 3.4 %, interval from 1.3 to 8.4 */
    return g_strdup_printf (
        ngettext ("%u of %u child = %s %%; 95 %% confidence interval %s–%s %%.",
                  "%u of %u children = %s %%; 95 %% confidence interval %s–%s %%.", rate->n),
        rate->n_cases, rate->n, percent, lower, upper);
}

/**
 * tv_rate_sentence:
 * @rate: a rate
 * @target: (nullable): what the plan asks
 *
 * Returns: (transfer full): count, rate, interval and verdict for people
 */
char *
tv_rate_sentence (const TvRate *rate, const TvTarget *target)
{
    g_autofree char *percent = NULL, *lower = NULL, *upper = NULL, *goal = NULL;
    TvJudgement judgement;

    tv_rate_judge (rate, target, &judgement);
    if (judgement.verdict == TV_VERDICT_NONE)
        return tv_rate_count_sentence (rate, target);
    percent = tv_rate_percent_text (rate->percent, target);
    lower = tv_rate_percent_text (rate->lower, target);
    upper = tv_rate_percent_text (rate->upper, target);
    goal = tv_target_text (target);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    return g_strdup_printf (get_format (&judgement, rate->n), rate->n_cases, rate->n, percent,
                            lower, upper, goal);
#pragma GCC diagnostic pop
}
