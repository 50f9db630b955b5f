/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The LMS formula for values far from the median; tv-lms-four.h has it for all others. */

#include "growth/tv-lms-four.h"

#include <math.h>

/* Beyond this the hundredths would not fit; no z of a living child comes near. */
#define LARGEST_HUNDREDTHS 2e9

/* Past three standard deviations a Box-Cox curve of weights runs away, so WHO goes on in steps as
 * wide as the last one inside. Height has L = 1, where this changes nothing. */
static double
straighten (const TvLms *lms, double value, double z)
{
    double at_three = tv_lms_value (lms, z > 0 ? 3 : -3);
    double at_two = tv_lms_value (lms, z > 0 ? 2 : -2);

    return z > 0 ? 3 + (value - at_three) / (at_three - at_two)
                 : -3 + (value - at_three) / (at_two - at_three);
}

/**
 * tv_lms_score_far:
 * @lms: L, M and S for the value
 * @value: what was measured, above zero
 *
 * Returns: the z-score in hundredths, ((value / M)^L - 1) / (L S) of the LMS method, beyond ±3 in
 *   equal steps; for any value, by the functions of libm
 */
gint32
tv_lms_score_far (const TvLms *lms, double value)
{
    double z = (exp (lms->l * log (value / lms->m)) - 1) / (lms->l * lms->s);

    if (fabs (z) > 3)
        z = straighten (lms, value, z);
    return (gint32) lrint (CLAMP (z * 100, -LARGEST_HUNDREDTHS, LARGEST_HUNDREDTHS));
}
