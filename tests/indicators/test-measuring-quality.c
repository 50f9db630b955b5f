/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Last digits and the rest: patterns by hand, scores by another formula, the limit of chance by
 * integral and by trial, and what is said where something is odd. */

#include "base/tv-language.h"
#include "indicators/tv-measuring-quality.h"

#include <math.h>
#include <string.h>

static void
assert_close (double value, double expected, double within)
{
    if (!(fabs (value - expected) <= within))
        g_error ("%.12g is not %.12g", value, expected);
}

static void
add (TvMeasuringQuality *quality, int weight_g, int height_mm)
{
    const TvQualityChild child = { .weight_g = weight_g, .height_mm = height_mm };

    tv_measuring_quality_add (quality, &child);
}

/* Weights of which each of the ten digits comes up as often as told, heights all 100.0 cm. */
static TvMeasuringQuality
fill_digits (const guint counts[10])
{
    TvMeasuringQuality quality = { 0 };

    for (int digit = 0; digit < 10; digit++) {
        for (guint i = 0; i < counts[digit]; i++)
            add (&quality, 12000 + 1000 * (int) (i % 7) + 100 * digit, 1000);
    }
    tv_measuring_quality_close (&quality);
    return quality;
}

static void
test_digits (void)
{
    TvMeasuringQuality q = { 0 };

    add (&q, 15400, 1125);
    add (&q, 15000, 1120);
    add (&q, 15050, 1129);
    add (&q, 0, 1125);
    add (&q, 9900, 0);
    add (&q, 0, 0);
    tv_measuring_quality_close (&q);
    g_assert_cmpuint (q.n_children, ==, 6);
    g_assert_cmpuint (q.n_missing, ==, 3);
    g_assert_cmpuint (q.weight.n, ==, 4);
    g_assert_cmpuint (q.weight.digits[4], ==, 1);
    g_assert_cmpuint (q.weight.digits[0], ==, 2);
    g_assert_cmpuint (q.weight.digits[9], ==, 1);
    g_assert_cmpuint (q.weight.n_whole, ==, 1);
    g_assert_cmpuint (q.height.n, ==, 4);
    g_assert_cmpuint (q.height.digits[5], ==, 2);
    g_assert_cmpuint (q.height.digits[0], ==, 1);
    g_assert_cmpuint (q.height.digits[9], ==, 1);
    g_assert_cmpuint (q.height.n_whole, ==, 1);
    /* Weights: (1.6² + 0.6² x 2 + 0.4² x 7) / 0.4 = 11, score 100 √(11/36). */
    assert_close (q.weight.score, 100 * sqrt (11.0 / 36), 1e-9);
    g_assert_false (q.weight.is_uneven);
}

/* One digit alone is 100, all alike 0, two alone 100 √(4/9). */
static void
test_scores_by_hand (void)
{
    const guint even[] = { 10, 10, 10, 10, 10, 10, 10, 10, 10, 10 };
    const guint one[] = { 0, 0, 0, 60, 0, 0, 0, 0, 0, 0 };
    const guint two[] = { 25, 0, 0, 0, 0, 25, 0, 0, 0, 0 };
    const guint too_few[] = { 49, 0, 0, 0, 0, 0, 0, 0, 0, 0 };
    const TvMeasuringQuality empty = { 0 };
    TvMeasuringQuality q = fill_digits (even);

    assert_close (q.weight.score, 0, 1e-12);
    g_assert_false (q.weight.is_uneven);
    assert_close (q.height.score, 100, 1e-9);
    g_assert_true (q.height.is_uneven);
    q = fill_digits (one);
    assert_close (q.weight.score, 100, 1e-9);
    g_assert_cmpuint (q.weight.n_whole, ==, 0);
    g_assert_true (q.weight.is_uneven);
    q = fill_digits (two);
    assert_close (q.weight.score, 66.666666667, 1e-6);
    assert_close (q.weight.score_limit, 100 * sqrt (16.919 / 450), 1e-9);
    g_assert_true (q.weight.is_uneven);
    q = fill_digits (too_few);
    g_assert_false (q.weight.is_uneven);
    q = empty;
    tv_measuring_quality_close (&q);
    g_assert_true (isnan (q.weight.score) && isnan (q.weight.score_limit));
}

/* How likely chi-squared with nine degrees of freedom is below @x: Simpson's rule over its
 * density. */
static double
integrate_chi_squared (double x)
{
    const int n = 20000;
    double sum = 0;

    for (int i = 0; i <= n; i++) {
        double at = x * i / n;
        double density = pow (at, 3.5) * exp (-at / 2) / (pow (2, 4.5) * tgamma (4.5));

        sum += (i == 0 || i == n ? 1 : i % 2 ? 4 : 2) * density;
    }
    return sum * x / n / 3;
}

/* Digits drawn evenly: the score comes from sums of squares, the limit holds 95 of 100. */
static void
test_chance (void)
{
    const guint sizes[] = { 50, 118, 1000 };
    g_autoptr (GRand) random = g_rand_new_with_seed (11);

    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
        guint n = sizes[i], n_beyond = 0;

        for (int trial = 0; trial < 2000; trial++) {
            TvMeasuringQuality q = { 0 };
            double squares = 0;

            for (guint k = 0; k < n; k++)
                add (&q, g_rand_int_range (random, 80, 400) * 100, 0);
            tv_measuring_quality_close (&q);
            for (int digit = 0; digit < 10; digit++)
                squares += q.weight.digits[digit] * (double) q.weight.digits[digit];
            assert_close (q.weight.score, 100 * sqrt ((10 * squares / n - n) / (9 * n)), 1e-6);
            n_beyond += q.weight.score > q.weight.score_limit ? 1 : 0;
            if (trial == 0)
                assert_close (integrate_chi_squared (9 * n * pow (q.weight.score_limit / 100, 2)),
                              0.95, 1e-5);
        }
        g_assert_cmpuint (n_beyond, >, 60);
        g_assert_cmpuint (n_beyond, <, 140);
    }
}

static TvSubject
make_subject (int waz, int haz)
{
    TvSubject subject = { .sex = TV_SEX_FEMALE, .age_days = 1000 };
    const int z[] = { waz, haz, TV_Z_NONE, TV_Z_NONE };

    for (int i = 0; i < TV_Z_N_KINDS; i++)
        subject.growth.z[i].hundredths = z[i];
    return subject;
}

static void
test_scores_and_repeats (void)
{
    TvSubject subjects[] = {
        make_subject (-100, -50),
        make_subject (TV_Z_NONE, TV_Z_NONE),
        make_subject (550, 20),
        make_subject (TV_Z_NONE, 100),
    };
    const TvQualityChild children[] = {
        { &subjects[0], 15400, 1125, 15400, 1125 },
        { &subjects[1], 15400, 0, 15400, 1125 },
        { &subjects[2], 15400, 1125, 15400, 1120 },
        { &subjects[3], 15400, 1125, 0, 1125 },
        { NULL, 0, 0, 15400, 1125 },
    };
    const TvQualityCounts counts[] = {
        TV_QUALITY_TO_MEASURE | TV_QUALITY_MEASURED | TV_QUALITY_SCORED | TV_QUALITY_COMPARED
            | TV_QUALITY_REPEATED,
        TV_QUALITY_TO_MEASURE | TV_QUALITY_MISSING,
        TV_QUALITY_TO_MEASURE | TV_QUALITY_MEASURED | TV_QUALITY_SCORED | TV_QUALITY_FLAGGED
            | TV_QUALITY_COMPARED,
        TV_QUALITY_TO_MEASURE | TV_QUALITY_MEASURED | TV_QUALITY_SCORED,
        TV_QUALITY_TO_MEASURE | TV_QUALITY_MISSING,
    };
    TvMeasuringQuality q = { 0 };

    subjects[2].growth.z[TV_Z_WEIGHT_FOR_AGE].is_flagged = TRUE;
    for (guint i = 0; i < G_N_ELEMENTS (children); i++)
        g_assert_cmphex (tv_measuring_quality_add (&q, &children[i]), ==, counts[i]);
    tv_measuring_quality_close (&q);
    g_assert_cmpuint (q.n_children, ==, 5);
    g_assert_cmpuint (q.n_missing, ==, 2);
    g_assert_cmpuint (q.n_scored, ==, 3);
    g_assert_cmpuint (q.n_flagged, ==, 1);
    g_assert_cmpuint (q.n_compared, ==, 2);
    g_assert_cmpuint (q.n_repeated, ==, 1);
    g_assert_cmpuint (q.z[TV_Z_WEIGHT_FOR_AGE].n_sample, ==, 5);
    g_assert_cmpuint (q.z[TV_Z_WEIGHT_FOR_AGE].n, ==, 1);
    g_assert_cmpuint (q.z[TV_Z_WEIGHT_FOR_AGE].n_flagged, ==, 1);
    g_assert_cmpuint (q.z[TV_Z_HEIGHT_FOR_AGE].n, ==, 3);
    assert_close (q.z[TV_Z_HEIGHT_FOR_AGE].mean, 0.7 / 3, 1e-12);
}

/* A hundred children with even digits whose z-scores stand two apart at @waz and @haz from 0. */
static TvMeasuringQuality
make_good (int waz, int haz)
{
    TvMeasuringQuality q = { 0 };

    for (int i = 0; i < 100; i++) {
        TvSubject subject = make_subject (i % 2 ? waz : -waz, i % 2 ? haz : -haz);
        const TvQualityChild child = { &subject, 12000 + 100 * i, 900 + i, 11000 + 100 * i, 900 };

        tv_measuring_quality_add (&q, &child);
    }
    return q;
}

static void
assert_remarks (TvMeasuringQuality q, const char *expected)
{
    g_auto (GStrv) remarks = NULL;
    g_autofree char *text = NULL;

    tv_measuring_quality_close (&q);
    remarks = tv_measuring_quality_remarks (&q);
    text = g_strjoinv ("\n", remarks);
    g_assert_cmpstr (text, ==, expected);
}

static void
test_remarks_on_spread (void)
{
    assert_remarks (make_good (100, 100), "");
    assert_remarks (make_good (150, 128), "");
    assert_remarks (make_good (60, 140),
                    "Weight-for-age has a standard deviation of 0.60 (100 children), below 0.8. "
                    "Children usually differ more: look whether values were copied or "
                    "estimated.\n"
                    "Height-for-age has a standard deviation of 1.41 (100 children), above 1.3. "
                    "Wrong heights or wrong birth dates are likely.");
}

static void
test_remarks_on_values (void)
{
    TvMeasuringQuality q = make_good (100, 100);
    const guint uneven[] = { 40, 6, 6, 6, 6, 30, 6, 6, 6, 6 };

    q.n_flagged = 1;
    q.n_repeated = 5;
    assert_remarks (q, "");
    q.n_flagged = 2;
    q.n_repeated = 6;
    assert_remarks (q, "2 of 100 children have an implausible value (2.0 %). Above 1 % errors of "
                       "measuring or of birth dates are likely.\n"
                       "6 of 100 children have the same weight and height as in the round before "
                       "(6.0 %): old values may have been copied.");
    q = make_good (100, 100);
    /* 10 (40² + 30² + 8 x 6²) / 118 - 118 = 118.27, score 100 √(118.27 / (9 x 118)) = 33.4. */
    memcpy (q.weight.digits, uneven, sizeof uneven);
    q.weight.n = 118;
    q.weight.n_whole = 40;
    assert_remarks (q, "The tenths of the weights are uneven, with too many of: 0, 5. The digit "
                       "preference score is 33; up to 20 is acceptable.\n"
                       "40 of 118 weights are in whole kilograms (34 %); about 10 % are when "
                       "tenths are written down.");
}

/* Of few values it is said that they are few, and nothing else. */
static void
test_remarks_on_few (void)
{
    TvMeasuringQuality q = { 0 };

    assert_remarks (q, "Weights: 0, heights: 0. These are too few values to judge how well they "
                       "were measured; at least 50 of each are needed.");
    for (int i = 0; i < 49; i++) {
        TvSubject subject = make_subject (0, 0);
        const TvQualityChild child = { &subject, 15000, 1000, 15000, 1000 };

        subject.growth.z[TV_Z_WEIGHT_FOR_AGE].is_flagged = TRUE;
        tv_measuring_quality_add (&q, &child);
    }
    assert_remarks (q, "Weights: 49, heights: 49. These are too few values to judge how well they "
                       "were measured; at least 50 of each are needed.");
    q = make_good (100, 100);
    memset (&q.height, 0, sizeof q.height);
    assert_remarks (q, "0 heights: too few to judge; at least 50 are needed.");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    g_test_add_func ("/measuring-quality/digits", test_digits);
    g_test_add_func ("/measuring-quality/scores-by-hand", test_scores_by_hand);
    g_test_add_func ("/measuring-quality/chance", test_chance);
    g_test_add_func ("/measuring-quality/scores-and-repeats", test_scores_and_repeats);
    g_test_add_func ("/measuring-quality/remarks-on-spread", test_remarks_on_spread);
    g_test_add_func ("/measuring-quality/remarks-on-values", test_remarks_on_values);
    g_test_add_func ("/measuring-quality/remarks-on-few", test_remarks_on_few);
    return g_test_run ();
}
