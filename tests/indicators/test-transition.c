/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The same children twice: one table by hand, all small ones against sums over single children. */

#include "base/tv-language.h"
#include "indicators/tv-transition.h"

#include <math.h>

static void
assert_close (double value, double expected, double within)
{
    if (!(fabs (value - expected) <= within))
        g_error ("%.12g is not %.12g", value, expected);
}

static TvTransition
fill (guint n_stayed, guint n_new, guint n_recovered, guint n_never)
{
    const guint counts[] = { n_stayed, n_new, n_recovered, n_never };
    TvTransition transition = { 0 };

    for (int kind = 0; kind < 4; kind++) {
        for (guint i = 0; i < counts[kind]; i++)
            tv_transition_add (&transition, kind == 0 || kind == 2, kind == 0 || kind == 1);
    }
    tv_transition_close (&transition);
    return transition;
}

/* 7 stayed, 3 new, 5 recovered, 103 never. With half a child more in each cell 3.5 rise and 5.5
 * fall of 120: -2/120 ± 1.959964 √(9 - 4/120) / 120 = -1.6667 ± 4.8908 points. */
static void
test_by_hand (void)
{
    TvTransition t = fill (7, 3, 5, 103);

    g_assert_cmpuint (t.n_stayed, ==, 7);
    g_assert_cmpuint (t.n_new, ==, 3);
    g_assert_cmpuint (t.n_recovered, ==, 5);
    g_assert_cmpuint (t.n_never, ==, 103);
    g_assert_cmpuint (t.before.n_cases, ==, 12);
    g_assert_cmpuint (t.before.n, ==, 118);
    g_assert_cmpuint (t.now.n_cases, ==, 10);
    g_assert_cmpuint (t.now.n, ==, 118);
    g_assert_cmpuint (t.recovery.n_cases, ==, 5);
    g_assert_cmpuint (t.recovery.n, ==, 12);
    assert_close (t.change, 100 * -2 / 118.0, 1e-12);
    assert_close (t.change_lower, -6.5575, 1e-4);
    assert_close (t.change_upper, 3.2241, 1e-4);
    /* Wilson's for 5 of 12. */
    assert_close (t.recovery.lower, 19.326, 1e-3);
    assert_close (t.recovery.upper, 68.049, 1e-3);
}

/* The second way: each child is +1, 0 or -1, four halves are added, and the interval is that of
 * the mean of what there is then. */
static void
assert_as_plainly_worked (const TvTransition *t)
{
    const double step[] = { 0, 1, -1, 0 };
    const double cells[] = { t->n_stayed, t->n_new, t->n_recovered, t->n_never };
    double n = 0, sum = 0, squares = 0, mean, error;

    for (int i = 0; i < 4; i++) {
        n += cells[i] + 0.5;
        sum += step[i] * (cells[i] + 0.5);
    }
    mean = sum / n;
    for (int i = 0; i < 4; i++)
        squares += (cells[i] + 0.5) * (step[i] - mean) * (step[i] - mean);
    error = 1.959963984540054 * sqrt (squares) / n;
    assert_close (t->change, t->now.percent - t->before.percent, 1e-9);
    assert_close (t->change_lower, 100 * fmax (-1, mean - error), 1e-9);
    assert_close (t->change_upper, 100 * fmin (1, mean + error), 1e-9);
}

/* For every way in which up to nine children can change: as worked plainly, the change lies in its
 * interval, which has a width, and seen backwards it is the same with the other sign. */
static void
test_all_small_groups (void)
{
    for (guint code = 1; code < 10000; code++) {
        guint cells[] = { code % 10, code / 10 % 10, code / 100 % 10, code / 1000 };
        TvTransition t, back;

        if (cells[0] + cells[1] + cells[2] + cells[3] > 9)
            continue;
        t = fill (cells[0], cells[1], cells[2], cells[3]);
        back = fill (cells[0], cells[2], cells[1], cells[3]);
        assert_as_plainly_worked (&t);
        g_assert_cmpfloat (t.change_lower, <=, t.change);
        g_assert_cmpfloat (t.change_upper, >=, t.change);
        g_assert_cmpfloat (t.change_lower, <, t.change_upper);
        assert_close (t.change, -back.change, 1e-9);
        assert_close (t.change_lower, -back.change_upper, 1e-9);
        assert_close (t.now.percent, back.before.percent, 1e-9);
    }
}

static void
test_large_groups (void)
{
    g_autoptr (GRand) random = g_rand_new_with_seed (5);

    for (int i = 0; i < 300; i++) {
        guint most = 1u << g_rand_int_range (random, 1, 12);
        TvTransition t = fill ((guint) g_rand_int_range (random, 0, 1 + (int) most),
                               (guint) g_rand_int_range (random, 0, 1 + (int) most),
                               (guint) g_rand_int_range (random, 0, 1 + (int) most), 1 + most);

        assert_as_plainly_worked (&t);
        g_assert_true (t.change_lower <= t.change && t.change <= t.change_upper);
    }
}

static void
test_nobody (void)
{
    TvTransition t = fill (0, 0, 0, 0);

    g_assert_true (isnan (t.change) && isnan (t.change_lower) && isnan (t.change_upper));
    g_assert_true (isnan (t.before.percent) && isnan (t.recovery.percent));
    t = fill (0, 2, 0, 8);
    g_assert_true (isnan (t.recovery.percent));
    assert_close (t.change, 20, 1e-12);
}

static void
assert_sentences (const TvTransition *transition, const char *expected)
{
    g_auto (GStrv) sentences = tv_transition_sentences (transition);
    g_autofree char *text = g_strjoinv ("\n", sentences);

    g_assert_cmpstr (text, ==, expected);
}

static void
test_sentences (void)
{
    TvTransition some = fill (7, 3, 5, 103), fallen = fill (0, 0, 20, 80);
    TvTransition risen = fill (0, 20, 0, 80), nobody = fill (0, 0, 0, 0), all = fill (4, 0, 0, 0);

    tv_language_start (TV_LANGUAGE_ENGLISH);
    assert_sentences (&some,
                      "5 of 12 children who were cases before have recovered (41.7 %; 95 % "
                      "confidence interval 19.3–68.0 %).\n"
                      "Of the children who were no cases before, 3 of 106 are now.\n"
                      "Of the same 118 children the rate went from 10.2 % to 8.5 %: −1.7 "
                      "percentage points (95 % confidence interval −6.6 to +3.2). The interval "
                      "holds 0, so there is not enough ground to speak of a change.");
    assert_sentences (&fallen,
                      "20 of 20 children who were cases before have recovered (100.0 %; 95 % "
                      "confidence interval 83.9–100.0 %).\n"
                      "Of the children who were no cases before, 0 of 80 are now.\n"
                      "Of the same 100 children the rate went from 20.0 % to 0.0 %: −20.0 "
                      "percentage points (95 % confidence interval −27.5 to −11.7). It has "
                      "fallen.");
    assert_sentences (&risen, "None of these children was a case before.\n"
                              "Of the children who were no cases before, 20 of 100 are now.\n"
                              "Of the same 100 children the rate went from 0.0 % to 20.0 %: +20.0 "
                              "percentage points (95 % confidence interval +11.7 to +27.5). It has "
                              "risen.");
    assert_sentences (&nobody, "No child has a value in both rounds.");
    assert_sentences (&all,
                      "0 of 4 children who were cases before have recovered (0.0 %; 95 % "
                      "confidence interval 0.0–49.0 %).\n"
                      "All of these children were cases before.\n"
                      "Of the same 4 children the rate went from 100.0 % to 100.0 %: 0.0 "
                      "percentage points (95 % confidence interval −32.7 to +32.7). The interval "
                      "holds 0, so there is not enough ground to speak of a change.");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/transition/by-hand", test_by_hand);
    g_test_add_func ("/transition/all-small-groups", test_all_small_groups);
    g_test_add_func ("/transition/large-groups", test_large_groups);
    g_test_add_func ("/transition/nobody", test_nobody);
    g_test_add_func ("/transition/sentences", test_sentences);
    return g_test_run ();
}
