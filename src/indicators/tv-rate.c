/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A count of children as a rate with its 95 % interval. */

#include "indicators/tv-rate.h"

#include "indicators/tv-t-quantile.h"

#include <math.h>

#define NORMAL_QUANTILE_975 1.959963984540054

/* E. B. Wilson, Journal of the American Statistical Association 22 (1927) 209-212. */
static void
set_wilson (TvRate *rate)
{
    const double z2 = NORMAL_QUANTILE_975 * NORMAL_QUANTILE_975;
    double n = rate->n;
    double p = rate->n_cases / n;
    double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
    double half = NORMAL_QUANTILE_975 * sqrt (p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);

    rate->lower = rate->n_cases == 0 ? 0 : 100 * (centre - half);
    rate->upper = rate->n_cases == rate->n ? 100 : 100 * (centre + half);
}

/* As R's survey package gives it for a domain of a simple random sample drawn with replacement:
 * symmetric on the scale of ln(p / (1 - p)), and without width at 0 and 100 %. */
static void
set_logit (TvRate *rate, double n_sample)
{
    double p = (double) rate->n_cases / rate->n;
    double log_odds, half;

    rate->lower = rate->upper = rate->percent;
    if (rate->n_cases == 0 || rate->n_cases == rate->n)
        return;
    log_odds = log (p / (1 - p));
    half = tv_t_quantile_975 ((guint) n_sample - 1)
           * sqrt (n_sample / (n_sample - 1) / (rate->n * p * (1 - p)));
    rate->lower = 100 / (1 + exp (half - log_odds));
    rate->upper = 100 / (1 + exp (-half - log_odds));
}

/**
 * tv_rate_init:
 * @rate: (out caller-allocates): the rate
 * @kind: which interval
 * @n_cases: children counted, at most @n
 * @n: children with a valid value
 * @n_sample: children in the whole sample, those without a value and of other groups among them;
 *   at least @n; only TV_INTERVAL_LOGIT asks for it
 */
void
tv_rate_init (TvRate *rate, TvIntervalKind kind, guint n_cases, guint n, guint n_sample)
{
    g_return_if_fail (n_cases <= n && n <= n_sample);
    *rate = (TvRate){ n, n_cases, NAN, NAN, NAN };
    if (n == 0)
        return;
    rate->percent = 100.0 * n_cases / n;
    if (kind == TV_INTERVAL_WILSON)
        set_wilson (rate);
    else
        set_logit (rate, n_sample);
}
