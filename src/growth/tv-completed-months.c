/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The reading that charts on paper and the tables of the handbooks give: whole months alone. */

#include "growth/tv-completed-months.h"

#include <math.h>

#define FIRST_MONTH_2007 60

/**
 * tv_growth_score_completed_months:
 * @input: a child on one day; its age is passed over
 * @completed_months: calendar months it has completed, as tv_date_completed_months() counts them;
 *   below 0 for an age that is not known
 * @growth: (out caller-allocates): what the row of that month says
 *
 * WHO's monthly tables of 2006 are the rows of day round (months × 30.4375) of those by day ("WHO
 * Child Growth Standards: Methods and development", 2006, one month is 30.4375 days); those of 2007
 * are by month, and begin where five years are completed. Whether the table is of length or of
 * height goes by the same row: of height from 24 months on.
 */
void
tv_growth_score_completed_months (const TvGrowthInput *input, int completed_months,
                                  TvGrowth *growth)
{
    TvGrowthInput whole = *input;
    gboolean is_young = completed_months < FIRST_MONTH_2007;

    whole.age_days = NAN;
    whole.age_months = completed_months < 0 ? NAN : completed_months;
    if (completed_months >= 0 && is_young)
        whole.age_days = floor (completed_months * TV_DAYS_PER_MONTH + 0.5);
    tv_growth_score (&whole, is_young ? TV_STANDARD_2006 : TV_STANDARD_2007, growth);
}
