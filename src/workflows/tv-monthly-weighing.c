/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is weighed every month, between the rounds of the whole school. */

#include "workflows/tv-monthly-weighing.h"

#include "growth/tv-growth-class.h"

#define YOUNG_UNTIL_MONTHS 24

static gboolean
is_young (const TvStudent *student, TvDate day)
{
    return student->birth_date != TV_DATE_NONE
           && tv_date_completed_months (student->birth_date, day) < YOUNG_UNTIL_MONTHS;
}

/* By the age and the cut-offs of the day of that measurement. */
static gboolean
is_followed (const TvStudent *student, const TvMeasurement *last)
{
    TvGrowth growth;

    if (!last)
        return FALSE;
    tv_growth_score_measurement (student->sex, student->birth_date, last, &growth);
    return tv_growth_is_undernourished (&growth) || tv_growth_is_overweight (&growth);
}

/**
 * tv_weighed_monthly:
 * @student: a child
 * @last: (nullable): the latest measurement that counts, of before the month
 * @day: the day of the weighing
 *
 * The youngest by the circular's interval; the others because growth that has gone wrong is watched
 * more closely. What a measurement cannot say, since birth date or sex is missing, makes nobody
 * followed.
 *
 * Returns: whether and why the child is weighed every month
 */
TvWeighedMonthly
tv_weighed_monthly (const TvStudent *student, const TvMeasurement *last, TvDate day)
{
    if (is_young (student, day))
        return TV_WEIGHED_MONTHLY_YOUNG;
    return is_followed (student, last) ? TV_WEIGHED_MONTHLY_FOLLOWED : TV_WEIGHED_MONTHLY_NOT;
}
