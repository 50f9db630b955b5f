/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A rate and its interval as somebody with a calculator would work them out again: every number of
 * each formula stands there, with more decimals than the result needs. */

#include "workflows/tv-rates-explain-figures.h"

#include "base/tv-number.h"
#include "indicators/tv-t-quantile.h"

#include <glib/gi18n.h>
#include <math.h>

#define N_DECIMALS 6
#define NORMAL_QUANTILE_975 1.959963984540054

/**
 * tv_rates_explain_sentence:
 * @text: grows by a line
 * @sentence: (transfer full) (nullable): what is said on it; without one nothing is added
 */
void
tv_rates_explain_sentence (GString *text, char *sentence)
{
    if (sentence)
        g_string_append_printf (text, "  %s\n", sentence);
    g_free (sentence);
}

/* With the true minus sign, and no sign where it is none. */
static char *
say (double value)
{
    char *number = tv_number_format (value, N_DECIMALS);
    char *negative;

    if (number[0] != '-')
        return number;
    negative = g_strconcat ("−", number + 1, NULL);
    g_free (number);
    return negative;
}

/**
 * tv_rates_explain_share:
 * @text: grows by the lines
 * @rate: of at least one child
 *
 * How the count becomes a percentage.
 */
void
tv_rates_explain_share (GString *text, const TvRate *rate)
{
    g_autofree char *share = say (rate->percent / 100);
    g_autofree char *percent = tv_number_format (rate->percent, 1);

    tv_rates_explain_sentence (
        text,
        /* Translators: how many children have a value, and how many of them are cases */
        g_strdup_printf (ngettext ("n = %1$u child with a value; cases among them: %2$u.",
                                   "n = %1$u children with a value; cases among them: %2$u.",
                                   rate->n),
                         rate->n, rate->n_cases));
    /* Translators: 4 / 118 = 0.033898, which is 3.4 % */
    tv_rates_explain_sentence (text,
                               g_strdup_printf (_ ("p = %1$u / %2$u = %3$s, which is %4$s %%."),
                                                rate->n_cases, rate->n, share, percent));
}

static void
add_ends (GString *text, const TvRate *rate)
{
    g_autofree char *lower = tv_number_format (rate->lower, 1);
    g_autofree char *upper = tv_number_format (rate->upper, 1);

    tv_rates_explain_sentence (
        text,
        /* Translators: the ends of a confidence interval, such as 1.3 and 8.4 */
        g_strdup_printf (_ ("The 95 %% confidence interval goes from %1$s %% to %2$s %%."), lower,
                         upper));
}

/* At 0 and at n the curve meets the edge, and its last digit is not left to rounding. */
static void
add_wilson_edge (GString *text, const TvRate *rate)
{
    if (rate->n_cases == 0)
        tv_rates_explain_sentence (
            text, g_strdup (_ ("There is no case, so the lower end is 0 %; the upper end says how "
                               "high the rate may be all the same.")));
    else if (rate->n_cases == rate->n)
        tv_rates_explain_sentence (
            text, g_strdup (_ ("Every child is a case, so the upper end is 100 %; the lower end "
                               "says how low the rate may be all the same.")));
}

/* E. B. Wilson, Journal of the American Statistical Association 22 (1927) 209-212. */
static void
explain_wilson (GString *text, const TvRate *rate)
{
    const double z = NORMAL_QUANTILE_975, z2 = z * z;
    double n = rate->n, p = rate->n_cases / n;
    double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
    double half = z * sqrt (p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
    g_autofree char *z_text = say (z), *z2_text = say (z2), *p_text = say (p);
    g_autofree char *rest_text = say (1 - p), *centre_text = say (centre), *half_text = say (half);
    g_autofree char *lower_text = say (rate->lower / 100), *upper_text = say (rate->upper / 100);

    add_ends (text, rate);
    add_wilson_edge (text, rate);
    tv_rates_explain_sentence (
        text,
        /* Translators: the quantile of the normal curve and its square */
        g_strdup_printf (_ ("It is Wilson's interval (E. B. Wilson, 1927), with z = %1$s and "
                            "z² = %2$s."),
                         z_text, z2_text));
    tv_rates_explain_sentence (
        text,
        /* Translators: a formula: p, z², n and the result */
        g_strdup_printf (_ ("Centre: (p + z² / 2n) / (1 + z² / n) = (%1$s + %2$s / (2 × %3$u)) / "
                            "(1 + %2$s / %3$u) = %4$s."),
                         p_text, z2_text, rate->n, centre_text));
    tv_rates_explain_sentence (
        text,
        /* Translators: a formula: z, p, 1 − p, n, z² and the result */
        g_strdup_printf (_ ("Half width: z × √(p (1 − p) / n + z² / 4n²) / (1 + z² / n) = %1$s × "
                            "√(%2$s × %3$s / %4$u + %5$s / (4 × %4$u²)) / (1 + %5$s / %4$u) = "
                            "%6$s."),
                         z_text, p_text, rest_text, rate->n, z2_text, half_text));
    tv_rates_explain_sentence (
        text,
        /* Translators: centre and half width of an interval, and its two ends */
        g_strdup_printf (_ ("Ends: %1$s − %2$s = %3$s and %1$s + %2$s = %4$s."), centre_text,
                         half_text, lower_text, upper_text));
}

/* A domain of a simple random sample, as R's package survey has it. */
static void
explain_logit (GString *text, const TvRate *rate, guint n_sample)
{
    double n = rate->n, p = rate->n_cases / n, sample = n_sample;
    double log_odds = log (p / (1 - p));
    double t = tv_t_quantile_975 (n_sample - 1);
    double half = t * sqrt (sample / ((sample - 1) * n * p * (1 - p)));
    g_autofree char *p_text = say (p), *rest_text = say (1 - p), *t_text = say (t);
    g_autofree char *odds_text = say (log_odds), *half_text = say (half);
    g_autofree char *lower_text = say (rate->lower / 100), *upper_text = say (rate->upper / 100);

    tv_rates_explain_sentence (
        text,
        /* Translators: children of the whole sample, degrees of freedom, Student's t */
        g_strdup_printf (_ ("It is WHO's interval on the scale of ln(p / (1 − p)): the whole "
                            "sample has N = %1$u children, and Student's t for %2$u degrees of "
                            "freedom is %3$s."),
                         n_sample, n_sample - 1, t_text));
    tv_rates_explain_sentence (
        text,
        /* Translators: a formula: p, 1 − p and the result */
        g_strdup_printf (_ ("Centre: g = ln(p / (1 − p)) = ln(%1$s / %2$s) = %3$s."), p_text,
                         rest_text, odds_text));
    tv_rates_explain_sentence (
        text,
        /* Translators: a formula: t, N, N − 1, n, p, 1 − p and the result */
        g_strdup_printf (
            _ ("Half width: h = t × √(N / ((N − 1) × n × p × (1 − p))) = %1$s × √(%2$u "
               "/ (%3$u × %4$u × %5$s × %6$s)) = %7$s."),
            t_text, n_sample, n_sample - 1, rate->n, p_text, rest_text, half_text));
    tv_rates_explain_sentence (
        text,
        /* Translators: the two ends of an interval */
        g_strdup_printf (_ ("Ends: 1 / (1 + e^(h − g)) = %1$s and 1 / (1 + e^(−h − g)) = %2$s."),
                         lower_text, upper_text));
}

/**
 * tv_rates_explain_interval:
 * @text: grows by the lines
 * @rate: of at least one child
 * @kind: which interval the rate has
 * @n_sample: children in the whole sample, those of other groups and without a value among them
 *
 * How the 95 % interval came about.
 */
void
tv_rates_explain_interval (GString *text, const TvRate *rate, TvIntervalKind kind, guint n_sample)
{
    if (kind == TV_INTERVAL_WILSON) {
        explain_wilson (text, rate);
        return;
    }
    add_ends (text, rate);
    if (rate->n_cases == 0 || rate->n_cases == rate->n)
        tv_rates_explain_sentence (
            text, g_strdup (_ ("WHO's interval has no width where no child or every child is a "
                               "case.")));
    else
        explain_logit (text, rate, n_sample);
}
