/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Distributions of z: four children by hand, many against sums over doubles, and WHO's curve
 * against an integral of the normal density. */

#include "base/tv-language.h"
#include "indicators/tv-t-quantile.h"
#include "indicators/tv-z-distribution.h"

#include <math.h>
#include <string.h>

static void
assert_close (double value, double expected, double within)
{
    if (!(fabs (value - expected) <= within))
        g_error ("%.12g is not %.12g", value, expected);
}

static TvZDistribution
fill (const int *hundredths, guint n)
{
    TvZDistribution distribution = { 0 };

    for (guint i = 0; i < n; i++) {
        TvZScore z = { .hundredths = hundredths[i],
                       .is_flagged = hundredths[i] != TV_Z_NONE && ABS (hundredths[i]) > 500 };

        tv_z_distribution_add (&distribution, &z);
    }
    tv_z_distribution_close (&distribution);
    return distribution;
}

/* -1, 0, 1 and 2 in a sample of 5: mean 0.5, squares 2.25 + 0.25 + 0.25 + 2.25 = 5, SD √(5/3) =
 * 1.290994, t(4) = 2.776445, half width 2.776445 √(5/4 x 5) / 4 = 1.735278. */
static void
test_by_hand (void)
{
    const int z[] = { -100, 0, 100, 200, TV_Z_NONE };
    TvZDistribution d = fill (z, G_N_ELEMENTS (z));

    g_assert_cmpuint (d.n, ==, 4);
    g_assert_cmpuint (d.n_flagged, ==, 0);
    g_assert_cmpuint (d.n_sample, ==, 5);
    assert_close (d.mean, 0.5, 1e-12);
    assert_close (d.sd, 1.290994, 1e-6);
    assert_close (d.mean_lower, 0.5 - 1.735278, 1e-6);
    assert_close (d.mean_upper, 0.5 + 1.735278, 1e-6);
    g_assert_cmpuint (d.counts[10], ==, 1);
    g_assert_cmpuint (d.counts[12], ==, 1);
    g_assert_cmpuint (d.counts[13], ==, 1);
    g_assert_cmpuint (d.counts[15], ==, 1);
}

/* The end nearer to 0 is in, the other one out, but for -6 and +6. */
static void
test_bins (void)
{
    for (int z = -600; z <= 600; z++) {
        TvZDistribution d = { 0 };
        const TvZScore score = { .hundredths = z };
        guint bin = 0;

        for (guint i = 0; i < TV_Z_N_BINS; i++) {
            double left = -6 + 0.5 * i;

            if (z <= 0 ? z / 100.0 >= left && z / 100.0 < left + 0.5
                       : z / 100.0 > left && z / 100.0 <= left + 0.5)
                bin = i;
        }
        tv_z_distribution_add (&d, &score);
        g_assert_cmpuint (d.counts[bin], ==, 1);
        g_assert_cmpuint (tv_z_distribution_find_bin (z), ==, bin);
    }
    g_assert_cmpuint (tv_z_distribution_find_bin (-700), ==, 0);
    g_assert_cmpuint (tv_z_distribution_find_bin (700), ==, TV_Z_N_BINS - 1);
}

static void
test_few (void)
{
    const int one[] = { -150, TV_Z_NONE, TV_Z_NONE };
    const int same[] = { -133, -133, -133 };
    const int wild[] = { -650, 650, TV_Z_NONE };
    TvZDistribution d = fill (NULL, 0);

    g_assert_true (isnan (d.mean) && isnan (d.mean_lower) && isnan (d.sd));
    d = fill (one, G_N_ELEMENTS (one));
    assert_close (d.mean, -1.5, 1e-12);
    g_assert_true (isnan (d.mean_lower) && isnan (d.mean_upper) && isnan (d.sd));
    d = fill (same, G_N_ELEMENTS (same));
    g_assert_true (d.sd == 0 && d.mean_lower == d.mean && d.mean_upper == d.mean);
    d = fill (wild, G_N_ELEMENTS (wild));
    g_assert_cmpuint (d.n, ==, 0);
    g_assert_cmpuint (d.n_flagged, ==, 2);
    g_assert_cmpuint (d.n_sample, ==, 3);
    g_assert_true (isnan (d.mean));
}

/* Mean, SD and interval once more, in doubles and two passes, by the standard error of a domain:
 * each child leaves (z - mean) / n, who has no z leaves nothing. */
static void
assert_as_plainly_summed (const int *z, guint n_all, const TvZDistribution *d)
{
    double sum = 0, squares = 0, variance = 0, half;
    guint n = 0, n_binned = 0;

    for (guint i = 0; i < n_all; i++) {
        if (z[i] == TV_Z_NONE || ABS (z[i]) > 500)
            continue;
        n++;
        sum += z[i] / 100.0;
    }
    for (guint i = 0; i < n_all; i++) {
        double away;

        if (z[i] == TV_Z_NONE || ABS (z[i]) > 500)
            continue;
        away = z[i] / 100.0 - sum / n;
        squares += away * away;
        variance += away / n * away / n * n_all / (n_all - 1.0);
    }
    for (guint i = 0; i < TV_Z_N_BINS; i++)
        n_binned += d->counts[i];
    g_assert_cmpuint (d->n, ==, n);
    g_assert_cmpuint (n_binned, ==, n);
    g_assert_cmpuint (d->n_sample, ==, n_all);
    if (n < 2)
        return;
    half = tv_t_quantile_975 (n_all - 1) * sqrt (variance);
    assert_close (d->mean, sum / n, 1e-9);
    assert_close (d->sd, sqrt (squares / (n - 1)), 1e-9);
    assert_close (d->mean_lower, sum / n - half, 1e-9);
    assert_close (d->mean_upper, sum / n + half, 1e-9);
}

static void
test_against_plain_sums (void)
{
    g_autoptr (GRand) random = g_rand_new_with_seed (20);

    for (guint n = 2; n < 5000; n += 1 + n / 5) {
        g_autofree int *z = g_new (int, n);
        TvZDistribution d;

        for (guint i = 0; i < n; i++)
            z[i] = g_rand_int_range (random, 0, 8) == 0 ? TV_Z_NONE
                                                        : g_rand_int_range (random, -560, 560);
        d = fill (z, n);
        assert_as_plainly_summed (z, n, &d);
    }
}

/* Simpson's rule over the density. */
static void
test_expected (void)
{
    double all = 0;

    for (guint bin = 0; bin < TV_Z_N_BINS; bin++) {
        double left = -6 + 0.5 * bin, sum = 0;

        for (int i = 0; i <= 200; i++) {
            double x = left + i * 0.5 / 200;
            double weight = i == 0 || i == 200 ? 1 : i % 2 ? 4 : 2;

            sum += weight * exp (-x * x / 2) / sqrt (2 * G_PI);
        }
        assert_close (tv_z_distribution_expected_percent (bin), 100 * sum * 0.5 / 200 / 3, 1e-9);
        all += tv_z_distribution_expected_percent (bin);
    }
    assert_close (all, 100, 1e-6);
    assert_close (tv_z_distribution_expected_percent (12), 19.146246, 1e-6);
}

static void
assert_sentence (const int *z, guint n, TvZKind kind, const char *expected)
{
    TvZDistribution d = fill (z, n);
    g_autofree char *sentence = tv_z_distribution_sentence (&d, kind);

    g_assert_cmpstr (sentence, ==, expected);
}

static void
test_sentences (void)
{
    const int low[] = { -100, -110, -120, -130, -140, 600 };
    const int high[] = { 100, 110, 120, 130, 140 };
    const int middle[] = { -100, 0, 100, 200 };
    const int nearly_low[] = { -200, -100, 0, 100 };
    const int one[] = { -100, TV_Z_NONE };

    tv_language_start (TV_LANGUAGE_ENGLISH);
    assert_sentence (low, G_N_ELEMENTS (low), TV_Z_HEIGHT_FOR_AGE,
                     "Height-for-age of 5 children: mean −1.20 SD (95 % confidence interval −1.38 "
                     "to −1.02), standard deviation 0.16. The curve lies to the left of WHO's: on "
                     "the whole these values are lower. 1 implausible value is not counted here.");
    assert_sentence (high, G_N_ELEMENTS (high), TV_Z_BMI_FOR_AGE,
                     "BMI-for-age of 5 children: mean +1.20 SD (95 % confidence interval +1.00 to "
                     "+1.40), standard deviation 0.16. The curve lies to the right of WHO's: on "
                     "the whole these values are higher.");
    assert_sentence (middle, G_N_ELEMENTS (middle), TV_Z_WEIGHT_FOR_AGE,
                     "Weight-for-age of 4 children: mean +0.50 SD (95 % confidence interval −1.55 "
                     "to +2.55), standard deviation 1.29. The interval holds 0: whether the curve "
                     "lies beside WHO's cannot be told.");
    assert_sentence (nearly_low, G_N_ELEMENTS (nearly_low), TV_Z_WEIGHT_FOR_HEIGHT,
                     "Weight-for-height of 4 children: mean −0.50 SD (95 % confidence interval "
                     "−2.55 to +1.55), standard deviation 1.29. The interval holds 0: whether the "
                     "curve lies beside WHO's cannot be told.");
    assert_sentence (one, G_N_ELEMENTS (one), TV_Z_WEIGHT_FOR_HEIGHT,
                     "A mean and a spread need at least two children with a z-score.");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/z-distribution/by-hand", test_by_hand);
    g_test_add_func ("/z-distribution/bins", test_bins);
    g_test_add_func ("/z-distribution/few", test_few);
    g_test_add_func ("/z-distribution/against-plain-sums", test_against_plain_sums);
    g_test_add_func ("/z-distribution/expected", test_expected);
    g_test_add_func ("/z-distribution/sentences", test_sentences);
    return g_test_run ();
}
