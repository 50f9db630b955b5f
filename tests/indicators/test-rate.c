/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rates and their intervals, each against a second way to come by them, and verdicts on the edge
 * of a target. */

#include "base/tv-language.h"
#include "indicators/tv-rate.h"
#include "indicators/tv-t-quantile.h"

#include <math.h>

static void
assert_close (double value, double expected, double within)
{
    if (!(fabs (value - expected) <= within))
        g_error ("%.12g is not %.12g", value, expected);
}

/* Printed tables of Student's t, two-sided 95 %. */
static void
test_t_quantile (void)
{
    const struct {
        guint n_degrees;
        double t;
    } known[] = {
        { 1, 12.7062047361747 },   { 2, 4.30265272974946 },   { 3, 3.18244630528371 },
        { 4, 2.77644510519779 },   { 5, 2.57058183563631 },   { 9, 2.26215716279820 },
        { 10, 2.22813885198627 },  { 29, 2.04522964213270 },  { 30, 2.04227245630124 },
        { 100, 1.98397151852355 }, { 120, 1.97993040508242 }, { 1000, 1.96233908082641 },
    };
    double last = G_MAXDOUBLE;

    for (guint i = 0; i < G_N_ELEMENTS (known); i++)
        assert_close (tv_t_quantile_975 (known[i].n_degrees), known[i].t, 1e-9);
    assert_close (tv_t_quantile_975 (G_MAXINT), 1.95996398454005, 1e-8);
    /* No step where the sum hands over to the series. */
    for (guint n = 1; n < 2000; n++) {
        double t = tv_t_quantile_975 (n);

        g_assert_cmpfloat (t, <, last);
        if (n > 150)
            assert_close (last - t, 2.3722712 / ((double) n * (n - 1)), 2e-2 * (last - t));
        last = t;
    }
}

/* Wilson's limits are the shares from which the count is just 1.96 standard errors away. */
static double
find_share (double n, double p, double low, double high)
{
    gboolean is_above = high > p;

    for (int i = 0; i < 200; i++) {
        double middle = (low + high) / 2;
        gboolean is_inside
            = fabs (p - middle) < 1.959963984540054 * sqrt (middle * (1 - middle) / n);

        if (is_inside == is_above)
            low = middle;
        else
            high = middle;
    }
    return 100 * low;
}

static void
test_wilson (void)
{
    TvRate rate;

    for (guint n = 1; n < 400; n += 1 + n / 7) {
        for (guint n_cases = 0; n_cases <= n; n_cases++) {
            double p = (double) n_cases / n;

            tv_rate_init (&rate, TV_INTERVAL_WILSON, n_cases, n, n);
            g_assert_cmpuint (rate.n, ==, n);
            g_assert_cmpuint (rate.n_cases, ==, n_cases);
            assert_close (rate.percent, 100 * p, 1e-12);
            assert_close (rate.lower, n_cases == 0 ? 0 : find_share (n, p, 0, p), 1e-9);
            assert_close (rate.upper, n_cases == n ? 100 : find_share (n, p, p, 1), 1e-9);
        }
    }
}

/* Figures worked by hand for 13 and 2 of 200, and none of 20 (z² / (n + z²)). */
static void
test_wilson_known (void)
{
    TvRate rate;

    tv_rate_init (&rate, TV_INTERVAL_WILSON, 13, 200, 200);
    assert_close (rate.lower, 3.8376, 5e-4);
    assert_close (rate.upper, 10.8019, 5e-4);
    tv_rate_init (&rate, TV_INTERVAL_WILSON, 2, 200, 200);
    assert_close (rate.lower, 0.275, 5e-4);
    assert_close (rate.upper, 3.572, 5e-4);
    tv_rate_init (&rate, TV_INTERVAL_WILSON, 0, 20, 20);
    g_assert_cmpfloat (rate.lower, ==, 0);
    assert_close (rate.upper, 100 * 3.841458820694124 / 23.841458820694124, 1e-9);
    tv_rate_init (&rate, TV_INTERVAL_WILSON, 20, 20, 20);
    assert_close (rate.lower, 100 * 20 / 23.841458820694124, 1e-9);
    g_assert_cmpfloat (rate.upper, ==, 100);
}

/* On the scale of log odds, whose way back is a tanh, the limits lie t standard errors off. */
static void
test_logit (void)
{
    const guint cases[][3]
        = { { 1, 2, 2 },        { 3, 10, 10 },         { 4, 118, 240 }, { 7, 8, 1000 },
            { 250, 933, 1866 }, { 1, 100000, 100000 }, { 40, 300, 301 } };
    TvRate rate;

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        double n_cases = cases[i][0], n = cases[i][1], n_sample = cases[i][2];
        double p = n_cases / n;
        double standard_error = sqrt (n_sample / (n_sample - 1)) * sqrt (p * (1 - p) / n);
        double step = tv_t_quantile_975 (cases[i][2] - 1) * standard_error / (p * (1 - p));

        tv_rate_init (&rate, TV_INTERVAL_LOGIT, cases[i][0], cases[i][1], cases[i][2]);
        assert_close (rate.percent, 100 * p, 1e-12);
        assert_close (rate.lower, 50 + 50 * tanh ((log (p / (1 - p)) - step) / 2), 1e-9);
        assert_close (rate.upper, 50 + 50 * tanh ((log (p / (1 - p)) + step) / 2), 1e-9);
    }
}

/* 10 of 40 in a sample of 40: t(39) = 2.022691, step = 2.022691 x sqrt (40/39/7.5) = 0.747991;
 * ln (1/3) = -1.098612; limits 1/(1+e^1.846603) and 1/(1+e^0.350621). */
static void
test_logit_by_hand (void)
{
    TvRate rate;

    tv_rate_init (&rate, TV_INTERVAL_LOGIT, 10, 40, 40);
    assert_close (rate.percent, 25, 1e-12);
    assert_close (rate.lower, 13.6272, 1e-3);
    assert_close (rate.upper, 41.3232, 1e-3);
}

static void
test_ends (void)
{
    TvRate rate;

    tv_rate_init (&rate, TV_INTERVAL_LOGIT, 0, 30, 40);
    g_assert_true (rate.percent == 0 && rate.lower == 0 && rate.upper == 0);
    tv_rate_init (&rate, TV_INTERVAL_LOGIT, 30, 30, 40);
    g_assert_true (rate.percent == 100 && rate.lower == 100 && rate.upper == 100);
    tv_rate_init (&rate, TV_INTERVAL_LOGIT, 1, 1, 1);
    g_assert_true (rate.percent == 100 && rate.lower == 100 && rate.upper == 100);
    for (int kind = TV_INTERVAL_WILSON; kind <= TV_INTERVAL_LOGIT; kind++) {
        tv_rate_init (&rate, (TvIntervalKind) kind, 0, 0, 40);
        g_assert_true (isnan (rate.percent) && isnan (rate.lower) && isnan (rate.upper));
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/rate/t-quantile", test_t_quantile);
    g_test_add_func ("/rate/wilson", test_wilson);
    g_test_add_func ("/rate/wilson-known", test_wilson_known);
    g_test_add_func ("/rate/logit", test_logit);
    g_test_add_func ("/rate/logit-by-hand", test_logit_by_hand);
    g_test_add_func ("/rate/ends", test_ends);
    return g_test_run ();
}
