/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "growth/tv-reference-table.h"

G_BEGIN_DECLS

/* The LMS formula for the four z-scores of a child at once. Near the median, where nearly all
 * children are, its power is two short series without a branch, which run side by side in the
 * registers of the processor; elsewhere the functions of libm do it. docs/METHODS.md has the
 * derivation. All inline, since a call costs as much as the series. */

/* The program is built for the oldest 64-bit processor; where the system can choose among several
 * builds of one function as it loads the program, newer ones get theirs. */
#ifdef TV_HAS_TARGET_CLONES
#define TV_FOR_EACH_PROCESSOR __attribute__ ((target_clones ("default", "arch=x86-64-v3")))
#else
#define TV_FOR_EACH_PROCESSOR
#endif

/* Within these, the series below give z to 1e-11. */
#define TV_LMS_LARGEST_U 0.2
#define TV_LMS_LARGEST_X 0.4

typedef double TvFour __attribute__ ((vector_size (32)));
typedef gint32 TvFourInts __attribute__ ((vector_size (16)));
typedef gint64 TvFourFacts __attribute__ ((vector_size (32)));

/* atanh (u) / u = 1 + u²/3 + u⁴/5 + …, in an order that lets independent terms run together. */
static inline TvFour
tv_lms_atanh_series (TvFour u)
{
    TvFour t = u * u, t2 = t * t;
    TvFour low = (1 + t * (1 / 3.0)) + t2 * (1 / 5.0 + t * (1 / 7.0));
    TvFour high = (1 / 9.0 + t * (1 / 11.0)) + t2 * (1 / 13.0 + t * (1 / 15.0));

    return low + t2 * t2 * high;
}

/* (exp (x) - 1) / x = 1 + x/2! + x²/3! + … */
static inline TvFour
tv_lms_exp_series (TvFour x)
{
    TvFour x2 = x * x, x4 = x2 * x2;
    TvFour low = (1 + x * (1 / 2.0)) + x2 * (1 / 6.0 + x * (1 / 24.0));
    TvFour middle = (1 / 120.0 + x * (1 / 720.0)) + x2 * (1 / 5040.0 + x * (1 / 40320.0));
    TvFour high = 1 / 362880.0 + x * (1 / 3628800.0);

    return low + x4 * (middle + x4 * high);
}

/* The nearer whole number, an even one from the middle: above 2^52 doubles have no fractions. */
static inline TvFourInts
tv_lms_round_all (TvFour numbers)
{
    const double no_fractions = 6755399441055744.0; /* 1.5 * 2^52 */

    return __builtin_convertvector((numbers + no_fractions) - no_fractions, TvFourInts);
}

gint32 tv_lms_score_far (const TvLms *lms, double value);

/* Writes the z-scores of four values above zero, each rounded once to the nearer hundredth. */
static G_ALWAYS_INLINE inline void
tv_lms_score_four (const TvLms *const rows[4], const double values[4], gint32 hundredths[4])
{
    TvFour value = { values[0], values[1], values[2], values[3] };
    TvFour l = { rows[0]->l, rows[1]->l, rows[2]->l, rows[3]->l };
    TvFour m = { rows[0]->m, rows[1]->m, rows[2]->m, rows[3]->m };
    TvFour s = { rows[0]->s, rows[1]->s, rows[2]->s, rows[3]->s };
    TvFour sum = value + m;
    TvFour inverse = 1 / (sum * s);
    TvFour u = (value - m) * inverse * s;
    TvFour ln = 2 * u * tv_lms_atanh_series (u);
    TvFour x = l * ln;
    TvFour z = ln * inverse * sum * tv_lms_exp_series (x);
    TvFourInts rounded = tv_lms_round_all (z * 100);
    TvFourFacts is_near = (u * u <= TV_LMS_LARGEST_U * TV_LMS_LARGEST_U)
                          & (x * x <= TV_LMS_LARGEST_X * TV_LMS_LARGEST_X) & (z * z <= 9);

    for (int i = 0; i < 4; i++)
        hundredths[i] = rounded[i];
    if (G_LIKELY (is_near[0] & is_near[1] & is_near[2] & is_near[3]))
        return;
    for (int i = 0; i < 4; i++) {
        if (!is_near[i])
            hundredths[i] = tv_lms_score_far (rows[i], values[i]);
    }
}

G_END_DECLS
