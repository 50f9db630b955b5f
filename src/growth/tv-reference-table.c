/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of WHO's tables, and what lies between two of them. */

#include "growth/tv-reference-table.h"

#include <math.h>

/**
 * tv_lms_value:
 * @lms: a row, or what lies between two
 * @z: how many standard deviations from the median, -3 to 3
 *
 * Returns: M (1 + L S z)^(1/L): what somebody measures at @z
 */
double
tv_lms_value (const TvLms *lms, double z)
{
    return lms->m * exp (log1p (lms->l * lms->s * z) / lms->l);
}
