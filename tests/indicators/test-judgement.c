/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rates against targets: on the edge, in each direction, and in words. */

#include "base/tv-language.h"
#include "indicators/tv-rate.h"

#include <math.h>

static TvTarget
make_target (TvDirection direction, gint64 value_thousandths)
{
    return (TvTarget){ .direction = direction,
                       .value_thousandths = value_thousandths,
                       .has_value = TRUE,
                       .unit = (char *) "percent" };
}

static TvJudgement
judge (guint n_cases, guint n, TvDirection direction, gint64 value_thousandths)
{
    TvTarget target = make_target (direction, value_thousandths);
    TvJudgement judgement;
    TvRate rate;

    tv_rate_init (&rate, TV_INTERVAL_WILSON, n_cases, n, n);
    tv_rate_judge (&rate, &target, &judgement);
    return judgement;
}

/* 8 of 125 are 6.4 % to the last digit. */
static void
test_edges (void)
{
    g_assert_cmpint (judge (8, 125, TV_DIRECTION_BELOW, 6400).verdict, ==, TV_VERDICT_NOT_MET);
    g_assert_cmpint (judge (7, 125, TV_DIRECTION_BELOW, 6400).verdict, ==, TV_VERDICT_MET);
    g_assert_cmpint (judge (8, 125, TV_DIRECTION_AT_MOST, 6400).verdict, ==, TV_VERDICT_MET);
    g_assert_cmpint (judge (9, 125, TV_DIRECTION_AT_MOST, 6400).verdict, ==, TV_VERDICT_NOT_MET);
    g_assert_cmpint (judge (951, 1000, TV_DIRECTION_AT_LEAST, 95100).verdict, ==, TV_VERDICT_MET);
    g_assert_cmpint (judge (950, 1000, TV_DIRECTION_AT_LEAST, 95100).verdict, ==,
                     TV_VERDICT_NOT_MET);
    g_assert_cmpint (judge (20, 20, TV_DIRECTION_AT_LEAST, 100000).verdict, ==, TV_VERDICT_MET);
}

/* The count allowed is the last that meets the target: one more, or one fewer, does not. */
static void
test_cases_allowed (void)
{
    const gint64 values[] = { 1000, 6400, 9600, 33333, 50000, 95100, 99500 };

    for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
        for (guint n = 1; n < 300; n++) {
            guint below = judge (0, n, TV_DIRECTION_BELOW, values[i]).n_cases_allowed;
            guint most = judge (0, n, TV_DIRECTION_AT_MOST, values[i]).n_cases_allowed;
            guint least = judge (0, n, TV_DIRECTION_AT_LEAST, values[i]).n_cases_allowed;

            g_assert_cmpint (judge (below, n, TV_DIRECTION_BELOW, values[i]).verdict, ==,
                             TV_VERDICT_MET);
            g_assert_cmpint (judge (below + 1, n, TV_DIRECTION_BELOW, values[i]).verdict, ==,
                             TV_VERDICT_NOT_MET);
            g_assert_cmpint (judge (most, n, TV_DIRECTION_AT_MOST, values[i]).verdict, ==,
                             TV_VERDICT_MET);
            g_assert_cmpint (judge (most + 1, n, TV_DIRECTION_AT_MOST, values[i]).verdict, ==,
                             TV_VERDICT_NOT_MET);
            g_assert_cmpint (judge (least, n, TV_DIRECTION_AT_LEAST, values[i]).verdict, ==,
                             TV_VERDICT_MET);
            if (least > 0)
                g_assert_cmpint (judge (least - 1, n, TV_DIRECTION_AT_LEAST, values[i]).verdict, ==,
                                 TV_VERDICT_NOT_MET);
        }
    }
}

static void
test_certainty (void)
{
    /* 0 of 20 may be anything up to 16 %; 0 of 1000 up to 0.4 %. */
    g_assert_false (judge (0, 20, TV_DIRECTION_BELOW, 1000).is_certain);
    g_assert_true (judge (0, 1000, TV_DIRECTION_BELOW, 1000).is_certain);
    g_assert_false (judge (13, 200, TV_DIRECTION_BELOW, 6400).is_certain);
    g_assert_true (judge (13, 200, TV_DIRECTION_BELOW, 1000).is_certain);
    g_assert_cmpint (judge (13, 200, TV_DIRECTION_BELOW, 1000).verdict, ==, TV_VERDICT_NOT_MET);
    g_assert_true (judge (1000, 1000, TV_DIRECTION_AT_LEAST, 95100).is_certain);
    g_assert_false (judge (20, 20, TV_DIRECTION_AT_LEAST, 95100).is_certain);
    g_assert_true (judge (50, 100, TV_DIRECTION_AT_LEAST, 95100).is_certain);
    g_assert_true (judge (50, 100, TV_DIRECTION_AT_MOST, 10000).is_certain);
}

static void
test_no_verdict (void)
{
    TvTarget target = make_target (TV_DIRECTION_BELOW, 6400);
    TvJudgement judgement;
    TvRate rate;

    tv_rate_init (&rate, TV_INTERVAL_WILSON, 0, 0, 0);
    tv_rate_judge (&rate, &target, &judgement);
    g_assert_cmpint (judgement.verdict, ==, TV_VERDICT_NONE);
    g_assert_true (isnan (judgement.points_per_child));
    tv_rate_init (&rate, TV_INTERVAL_WILSON, 4, 118, 118);
    tv_rate_judge (&rate, NULL, &judgement);
    g_assert_cmpint (judgement.verdict, ==, TV_VERDICT_NONE);
    g_assert_cmpfloat (fabs (judgement.points_per_child - 0.847457627), <, 1e-9);
    target.has_value = FALSE;
    tv_rate_judge (&rate, &target, &judgement);
    g_assert_cmpint (judgement.verdict, ==, TV_VERDICT_NONE);
    target.has_value = TRUE;
    target.unit = (char *) "count";
    tv_rate_judge (&rate, &target, &judgement);
    g_assert_cmpint (judgement.verdict, ==, TV_VERDICT_NONE);
    target.unit = (char *) "per-100000";
    target.value_thousandths = 80000;
    tv_rate_judge (&rate, &target, &judgement);
    g_assert_cmpint (judgement.verdict, ==, TV_VERDICT_NOT_MET);
    g_assert_cmpuint (judgement.n_cases_allowed, ==, 0);
}

static void
assert_sentence (guint n_cases, guint n, const TvTarget *target, const char *expected)
{
    g_autofree char *sentence = NULL;
    TvRate rate;

    tv_rate_init (&rate, TV_INTERVAL_WILSON, n_cases, n, n);
    sentence = tv_rate_sentence (&rate, target);
    g_assert_cmpstr (sentence, ==, expected);
}

static void
test_sentences (void)
{
    TvTarget below = make_target (TV_DIRECTION_BELOW, 6400);
    TvTarget one = make_target (TV_DIRECTION_BELOW, 1000);

    tv_language_start (TV_LANGUAGE_ENGLISH);
    assert_sentence (0, 0, &below, "No child has a value that counts, so there is no rate.");
    assert_sentence (4, 118, NULL,
                     "4 of 118 children = 3.4 %; 95 % confidence interval 1.3–8.4 %.");
    assert_sentence (0, 1, NULL, "0 of 1 child = 0.0 %; 95 % confidence interval 0.0–79.3 %.");
    assert_sentence (
        4, 118, &below,
        "4 of 118 children = 3.4 %; 95 % confidence interval 1.3–8.4 %. The target "
        "(<\u00a06.4\u00a0%) is met by the count, but the interval reaches beyond it: there is "
        "not enough ground for a conclusion.");
    assert_sentence (
        13, 200, &below,
        "13 of 200 children = 6.5 %; 95 % confidence interval 3.8–10.8 %. The target "
        "(<\u00a06.4\u00a0%) is not met by the count, but the interval reaches beyond it: there "
        "is not enough ground for a conclusion.");
    assert_sentence (13, 200, &one,
                     "13 of 200 children = 6.5 %; 95 % confidence interval 3.8–10.8 %. The target "
                     "(<\u00a01\u00a0%) is not met.");
    assert_sentence (0, 1000, &one,
                     "0 of 1000 children = 0.0 %; 95 % confidence interval 0.0–0.4 %. The target "
                     "(<\u00a01\u00a0%) is met.");
    g_assert_cmpstr (tv_verdict_code (TV_VERDICT_MET), ==, "met");
    g_assert_cmpstr (tv_verdict_code (TV_VERDICT_NOT_MET), ==, "not-met");
    g_assert_cmpstr (tv_verdict_code (TV_VERDICT_NONE), ==, "");
    g_assert_cmpstr (tv_verdict_label (TV_VERDICT_MET), ==, "Met");
    g_assert_cmpstr (tv_verdict_label (TV_VERDICT_NOT_MET), ==, "Not met");
}

static void
test_target_text (void)
{
    const struct {
        TvDirection direction;
        gint64 value_thousandths;
        const char *unit;
        gboolean has_value;
        const char *text;
    } cases[] = {
        { TV_DIRECTION_BELOW, 6400, "percent", TRUE, "<\u00a06.4\u00a0%" },
        { TV_DIRECTION_AT_LEAST, 100000, "percent", TRUE, "≥\u00a0100\u00a0%" },
        { TV_DIRECTION_AT_MOST, 80000, "per-100000", TRUE, "≤\u00a080/100000" },
        { TV_DIRECTION_AT_MOST, 1500, "per-1000", TRUE, "≤\u00a01.5/1000" },
        { TV_DIRECTION_AT_LEAST, 79000, "of-126", TRUE, "≥\u00a079/126" },
        { TV_DIRECTION_AT_MOST, 0, "count", TRUE, "≤\u00a00" },
        { TV_DIRECTION_NONE, 0, "count", FALSE, "" },
        { TV_DIRECTION_NONE, 5000, NULL, TRUE, "5" },
    };

    tv_language_start (TV_LANGUAGE_ENGLISH);
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        const TvTarget target = { .direction = cases[i].direction,
                                  .value_thousandths = cases[i].value_thousandths,
                                  .unit = (char *) cases[i].unit,
                                  .has_value = cases[i].has_value };
        g_autofree char *text = tv_target_text (&target);

        g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
assert_percent (guint n_cases, guint n, const TvTarget *target, const char *expected)
{
    g_autofree char *text = tv_rate_percent_text (100.0 * n_cases / n, target);

    g_assert_cmpstr (text, ==, expected);
}

/* 7 of 110 are 6.36 %: written as 6.4 % it would stand beside "< 6.4 % is met". */
static void
test_percent_keeps_its_side (void)
{
    TvTarget below = make_target (TV_DIRECTION_BELOW, 6400);

    tv_language_start (TV_LANGUAGE_ENGLISH);
    assert_percent (7, 110, &below, "6.36");
    assert_percent (7, 110, NULL, "6.4");
    assert_percent (8, 125, &below, "6.4");
    assert_percent (641, 10000, &below, "6.41");
    assert_percent (7, 118, &below, "5.9");
    below.value_thousandths = 6250;
    assert_percent (6, 96, &below, "6.25");
    below.value_thousandths = 6400;
    for (guint n = 1; n < 1000; n++) {
        for (guint n_cases = n / 20; n_cases <= n / 10; n_cases++) {
            g_autofree char *text = tv_rate_percent_text (100.0 * n_cases / n, &below);
            gboolean is_met
                = judge (n_cases, n, TV_DIRECTION_BELOW, 6400).verdict == TV_VERDICT_MET;

            g_assert_cmpint (g_ascii_strtod (text, NULL) < 6.4, ==, is_met);
        }
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/judgement/edges", test_edges);
    g_test_add_func ("/judgement/cases-allowed", test_cases_allowed);
    g_test_add_func ("/judgement/certainty", test_certainty);
    g_test_add_func ("/judgement/no-verdict", test_no_verdict);
    g_test_add_func ("/judgement/sentences", test_sentences);
    g_test_add_func ("/judgement/target-text", test_target_text);
    g_test_add_func ("/judgement/percent-keeps-its-side", test_percent_keeps_its_side);
    return g_test_run ();
}
