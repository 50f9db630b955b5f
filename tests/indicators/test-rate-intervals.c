/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Both intervals over a grid of samples. WHO's is worked out a second time from the ground: t by
 * integrating its density, the standard error from the single children, the limits as odds. */

#include "indicators/tv-rate.h"
#include "indicators/tv-t-quantile.h"

#include <math.h>

/* A tenth of a thousandth of a point is what is promised; far less is seen. */
#define POINTS_ALLOWED 1e-6

static void
assert_close (double value, double expected, double within)
{
    if (!(fabs (value - expected) <= within))
        g_error ("%.12g is not %.12g", value, expected);
}

static double
get_t_density (double n_degrees, double t)
{
    return exp (lgamma ((n_degrees + 1) / 2) - lgamma (n_degrees / 2)
                - (n_degrees + 1) / 2 * log1p (t * t / n_degrees))
           / sqrt (n_degrees * G_PI);
}

/* The probability that |T| stays below @t, by Simpson's rule. */
static double
integrate_t (double n_degrees, double t)
{
    const int n = 4000;
    double sum = 0;

    for (int i = 0; i <= n; i++)
        sum += (i == 0 || i == n ? 1 : i % 2 ? 4 : 2) * get_t_density (n_degrees, t * i / n);
    return 2 * sum * t / n / 3;
}

/* Newton's steps towards 95 %, from below, where the distribution is concave. */
static double
find_t (double n_degrees)
{
    double t = 1;

    for (int i = 0; i < 40; i++)
        t += (0.95 - integrate_t (n_degrees, t)) / (2 * get_t_density (n_degrees, t));
    return t;
}

/* The sizes of samples that are tried: all small ones, about where t changes its formula, large. */
static const guint sizes[] = { 2,  3,  4,  5,  6,   7,   8,   9,   10,  11,  12,   13,    14,
                               15, 16, 17, 18, 19,  20,  21,  22,  23,  24,  25,   26,    27,
                               28, 29, 30, 50, 118, 199, 200, 201, 202, 500, 1000, 10000, 300000 };

static void
test_t_by_integral (void)
{
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        assert_close (tv_t_quantile_975 (sizes[i] - 1), find_t (sizes[i] - 1), 1e-7);
}

/* The standard error of a domain of a simple random sample with replacement: a child with a value
 * leaves (is it a case - p) / n, any other child of the sample leaves 0. */
static double
get_standard_error (guint n_cases, guint n, guint n_sample)
{
    double p = (double) n_cases / n, sum = 0, sum_squares = 0;

    for (guint i = 0; i < n_sample; i++) {
        double left = i < n_cases ? (1 - p) / n : i < n ? -p / n : 0;

        sum += left;
        sum_squares += left * left;
    }
    sum_squares -= sum * sum / n_sample;
    return sqrt (sum_squares * n_sample / (n_sample - 1.0));
}

static void
assert_logit (guint n_cases, guint n, guint n_sample, double t)
{
    double p = (double) n_cases / n;
    double odds = (double) n_cases / (n - n_cases);
    double factor = exp (t * get_standard_error (n_cases, n, n_sample) / (p * (1 - p)));
    TvRate rate;

    tv_rate_init (&rate, TV_INTERVAL_LOGIT, n_cases, n, n_sample);
    assert_close (rate.lower, 100 * (odds / factor) / (1 + odds / factor), POINTS_ALLOWED);
    assert_close (rate.upper, 100 - 100 / (1 + odds * factor), POINTS_ALLOWED);
    g_assert_true (0 <= rate.lower && rate.lower < rate.percent);
    g_assert_true (rate.percent < rate.upper && rate.upper <= 100);
}

static void
test_logit_from_the_ground (void)
{
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
        guint n_sample = sizes[i];
        double t = find_t (n_sample - 1);

        for (guint n = 2; n <= n_sample; n += n_sample <= 30 ? 1 : 1 + n_sample / 4) {
            for (guint n_cases = 1; n_cases < n; n_cases += n <= 30 ? 1 : 1 + n / 5)
                assert_logit (n_cases, n, n_sample, t);
            assert_logit (n - 1, n, n_sample, t);
        }
        assert_logit (1, n_sample, n_sample, t);
    }
}

/* More children without a value never widen WHO's interval: N / (N - 1) and t only fall. */
static void
test_logit_narrows_with_the_sample (void)
{
    TvRate rate, wider;

    for (guint n = 2; n < 60; n++) {
        tv_rate_init (&wider, TV_INTERVAL_LOGIT, n / 2, n, n);
        for (guint n_sample = n + 1; n_sample < 400; n_sample += 7) {
            tv_rate_init (&rate, TV_INTERVAL_LOGIT, n / 2, n, n_sample);
            g_assert_cmpfloat (rate.lower, >, wider.lower);
            g_assert_cmpfloat (rate.upper, <, wider.upper);
            wider = rate;
        }
    }
}

/* Wilson's holds the rate and has a width everywhere, is the same seen from the other side, and is
 * z² / (n + z²) wide at the ends. */
static void
test_wilson_everywhere (void)
{
    const double z2 = 1.959963984540054 * 1.959963984540054;

    for (guint n = 1; n < 1200; n += 1 + n / 9) {
        for (guint n_cases = 0; n_cases <= n; n_cases++) {
            TvRate rate, mirror;

            tv_rate_init (&rate, TV_INTERVAL_WILSON, n_cases, n, n);
            tv_rate_init (&mirror, TV_INTERVAL_WILSON, n - n_cases, n, n);
            g_assert_true (0 <= rate.lower && rate.lower <= rate.percent);
            g_assert_true (rate.percent <= rate.upper && rate.upper <= 100);
            g_assert_cmpfloat (rate.lower, <, rate.upper);
            g_assert_true (n_cases == 0 || rate.lower > 0);
            g_assert_true (n_cases == n || rate.upper < 100);
            assert_close (rate.lower, 100 - mirror.upper, 1e-9);
        }
    }
    for (guint n = 1; n < 3000; n++) {
        TvRate none, all;

        tv_rate_init (&none, TV_INTERVAL_WILSON, 0, n, n);
        tv_rate_init (&all, TV_INTERVAL_WILSON, n, n, n);
        g_assert_true (none.lower == 0 && all.upper == 100);
        assert_close (none.upper, 100 * z2 / (n + z2), 1e-9);
        assert_close (all.lower, 100 * n / (n + z2), 1e-9);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/rate-intervals/t-by-integral", test_t_by_integral);
    g_test_add_func ("/rate-intervals/logit-from-the-ground", test_logit_from_the_ground);
    g_test_add_func ("/rate-intervals/logit-narrows-with-the-sample",
                     test_logit_narrows_with_the_sample);
    g_test_add_func ("/rate-intervals/wilson-everywhere", test_wilson_everywhere);
    return g_test_run ();
}
