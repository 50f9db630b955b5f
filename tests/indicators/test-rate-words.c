/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said beside a rate: never more than the count and its interval bear. */

#include "base/tv-language.h"
#include "indicators/tv-rate-words.h"

#include <stdio.h>
#include <string.h>

static TvTarget
make_target (TvDirection direction, gint64 value_thousandths)
{
    return (TvTarget){ .year = 2026,
                       .direction = direction,
                       .value_thousandths = value_thousandths,
                       .has_value = TRUE,
                       .unit = (char *) "percent",
                       .code = (char *) "E-I.2a",
                       .wording_vi = (char *) "Suy dinh dưỡng thể nhẹ cân",
                       .wording_en = (char *) "Underweight",
                       .source = (char *) "Kế hoạch 36" };
}

static TvRate
make_rate (guint n_cases, guint n)
{
    TvRate rate;

    tv_rate_init (&rate, TV_INTERVAL_WILSON, n_cases, n, n);
    return rate;
}

static void
assert_text (char *found, const char *expected)
{
    g_assert_cmpstr (found, ==, expected);
    g_free (found);
}

static void
test_point (void)
{
    TvRate rate = make_rate (4, 118), none = make_rate (0, 0);

    assert_text (tv_rate_point_sentence (&rate, TV_POPULATION_UNDER_FIVE),
                 "One child is 0.85 percentage points.");
    assert_text (tv_rate_point_sentence (&rate, TV_POPULATION_SCHOOL_AGE),
                 "One student is 0.85 percentage points.");
    assert_text (tv_rate_point_sentence (&none, TV_POPULATION_UNDER_FIVE), NULL);
}

static void
test_small (void)
{
    TvRate few = make_rate (1, 12), almost = make_rate (1, 99), enough = make_rate (1, 100);
    TvRate none = make_rate (0, 0);
    g_autofree char *sentence = tv_rate_small_sentence (&almost);

    assert_text (tv_rate_small_sentence (&few),
                 "The rate is of 12 children alone: one more or one fewer moves it by 8.3 "
                 "percentage points, so it jumps about from round to round. Look at the children, "
                 "not at the rate.");
    g_assert_nonnull (sentence);
    assert_text (tv_rate_small_sentence (&enough), NULL);
    assert_text (tv_rate_small_sentence (&none), NULL);
}

static void
test_allowance (void)
{
    const struct {
        guint n_cases, n;
        TvDirection direction;
        gint64 value_thousandths;
        const char *text;
    } cases[] = {
        { 4, 118, TV_DIRECTION_BELOW, 6400,
          "Up to 7 of 118 would still meet the target; there are 4." },
        { 7, 118, TV_DIRECTION_BELOW, 6400,
          "Up to 7 of 118 would still meet the target; there are 7." },
        { 9, 118, TV_DIRECTION_BELOW, 6400,
          "Up to 7 of 118 would meet the target; there are 9. 2 fewer would meet it." },
        { 0, 50, TV_DIRECTION_BELOW, 1000,
          "Of 50 counted, not a single one may be a case if the target is to be met; there is "
          "none." },
        { 2, 50, TV_DIRECTION_BELOW, 1000,
          "Of 50 counted, not a single one may be a case if the target is to be met; cases: 2." },
        { 0, 50, TV_DIRECTION_BELOW, 0,
          "This target cannot be met by any number of children; check its value." },
        { 115, 118, TV_DIRECTION_AT_LEAST, 95100,
          "At least 113 of 118 meet the target; there are 115." },
        { 110, 118, TV_DIRECTION_AT_LEAST, 95100,
          "At least 113 of 118 would meet the target; there are 110. 3 more would meet it." },
        { 50, 50, TV_DIRECTION_AT_LEAST, 101000,
          "This target cannot be met by any number of children; check its value." },
        { 0, 0, TV_DIRECTION_BELOW, 6400, NULL },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        TvTarget target = make_target (cases[i].direction, cases[i].value_thousandths);
        TvRate rate = make_rate (cases[i].n_cases, cases[i].n);

        assert_text (tv_rate_allowance_sentence (&rate, &target), cases[i].text);
        assert_text (tv_rate_allowance_sentence (&rate, NULL), NULL);
    }
}

/* Taking away, or adding, as many as the sentence says meets the target, and one less does not. */
static void
test_allowance_holds (void)
{
    TvTarget target = make_target (TV_DIRECTION_BELOW, 9600);

    for (guint n = 20; n < 300; n += 7) {
        guint n_cases = n / 3, allowed, n_over;
        TvRate rate = make_rate (n_cases, n), last, over;
        g_autofree char *sentence = tv_rate_allowance_sentence (&rate, &target);
        TvJudgement judgement;

        if (sscanf (sentence, "Up to %u of %*u would meet the target; there are %*u. %u fewer",
                    &allowed, &n_over)
            != 2) {
            g_assert_nonnull (strstr (sentence, "not a single one"));
            continue;
        }
        last = make_rate (n_cases - n_over, n);
        over = make_rate (n_cases - n_over + 1, n);
        tv_rate_judge (&last, &target, &judgement);
        g_assert_cmpint (judgement.verdict, ==, TV_VERDICT_MET);
        tv_rate_judge (&over, &target, &judgement);
        g_assert_cmpint (judgement.verdict, ==, TV_VERDICT_NOT_MET);
    }
}

static void
test_census (void)
{
    TvTarget target = make_target (TV_DIRECTION_BELOW, 6400);
    TvRate good = make_rate (4, 118), bad = make_rate (9, 118), none = make_rate (0, 0);

    assert_text (
        tv_rate_census_sentence (&good, &target),
        "Read as a count of this school: 4 of 118 = 3.4 %, so the target (<\u00a06.4\u00a0%) is "
        "met. There is nothing to estimate; the report says so.");
    assert_text (tv_rate_census_sentence (&bad, &target),
                 "Read as a count of this school: 9 of 118 = 7.6 %, so the target "
                 "(<\u00a06.4\u00a0%) is not "
                 "met. There is nothing to estimate; the report says so.");
    assert_text (tv_rate_census_sentence (&none, &target), NULL);
    assert_text (tv_rate_census_sentence (&good, NULL), NULL);
}

static void
assert_uncertainty (guint n_cases, guint n, TvDirection direction, gint64 value_thousandths,
                    const char *words, const char *verdict)
{
    TvTarget target = make_target (direction, value_thousandths);
    TvRate rate = make_rate (n_cases, n);
    g_autofree char *sentence = tv_rate_uncertainty_sentence (&rate, &target);

    g_assert_nonnull (strstr (sentence, words));
    g_assert_true (g_str_has_suffix (sentence, verdict));
}

static void
test_uncertainty (void)
{
    TvTarget target = make_target (TV_DIRECTION_BELOW, 6400);
    TvRate rate = make_rate (4, 118), none = make_rate (0, 0);

    assert_text (
        tv_rate_uncertainty_sentence (&rate, &target),
        "Read as an estimate of the situation behind it: the interval 1.3–8.4 % spans the "
        "target (<\u00a06.4\u00a0%), so there is not enough ground to say whether it is met.");
    assert_uncertainty (0, 1000, TV_DIRECTION_BELOW, 1000, "wholly below", "that it is met.");
    assert_uncertainty (20, 118, TV_DIRECTION_BELOW, 1000, "wholly above", "that it is not met.");
    assert_uncertainty (999, 1000, TV_DIRECTION_AT_LEAST, 95100, "wholly above", "that it is met.");
    assert_uncertainty (50, 100, TV_DIRECTION_AT_LEAST, 95100, "wholly below",
                        "that it is not met.");
    assert_uncertainty (20, 20, TV_DIRECTION_AT_LEAST, 95100, "spans", "whether it is met.");
    assert_text (tv_rate_uncertainty_sentence (&none, &target), NULL);
    assert_text (tv_rate_uncertainty_sentence (&rate, NULL), NULL);
}

static void
test_origin (void)
{
    TvTarget target = make_target (TV_DIRECTION_BELOW, 6400);
    g_autofree char *vietnamese = NULL;

    assert_text (
        tv_target_origin_sentence (&target),
        "Underweight: <\u00a06.4\u00a0% is the target of the whole city for 2026; a school is a "
        "contribution to it. Source: Kế hoạch 36.");
    tv_language_start (TV_LANGUAGE_VIETNAMESE);
    vietnamese = tv_target_origin_sentence (&target);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    g_assert_nonnull (strstr (vietnamese, "Suy dinh dưỡng thể nhẹ cân"));
    g_assert_nonnull (strstr (vietnamese, "<\u00a06,4\u00a0%"));
    target.source = NULL;
    target.wording_en = (char *) "";
    assert_text (
        tv_target_origin_sentence (&target),
        "Suy dinh dưỡng thể nhẹ cân: <\u00a06.4\u00a0% is asked for 2026. Where this target stands "
        "has not been entered.");
    target.has_value = FALSE;
    assert_text (tv_target_origin_sentence (&target), NULL);
    assert_text (tv_target_origin_sentence (NULL), NULL);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    g_test_add_func ("/rate-words/point", test_point);
    g_test_add_func ("/rate-words/small", test_small);
    g_test_add_func ("/rate-words/allowance", test_allowance);
    g_test_add_func ("/rate-words/allowance-holds", test_allowance_holds);
    g_test_add_func ("/rate-words/census", test_census);
    g_test_add_func ("/rate-words/uncertainty", test_uncertainty);
    g_test_add_func ("/rate-words/origin", test_origin);
    return g_test_run ();
}
