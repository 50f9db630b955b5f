/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How often a child is to be weighed and measured: the older, the less often. */

#include "workflows/tv-due-date.h"

#define MONTHLY_UNTIL_MONTHS 24
#define QUARTERLY_UNTIL_MONTHS 72

/**
 * tv_due_interval_months:
 * @birth_date: TV_DATE_NONE where it is not known
 * @last_day: the day the child was weighed
 *
 * Source: Joint Circular 13/2016/TTLT-BYT-BGDĐT, article 9: monthly under 24 months, quarterly from
 * 24 months to 6 years, afterwards twice a school year. Of a child whose age is not known the
 * longest interval is taken: it is called late too late rather than wrongly.
 *
 * Returns: in how many months it is to be weighed again
 */
int
tv_due_interval_months (TvDate birth_date, TvDate last_day)
{
    int months = birth_date == TV_DATE_NONE ? QUARTERLY_UNTIL_MONTHS
                                            : tv_date_completed_months (birth_date, last_day);

    if (months < MONTHLY_UNTIL_MONTHS)
        return 1;
    return months < QUARTERLY_UNTIL_MONTHS ? 3 : 6;
}

/**
 * tv_due_date:
 * @birth_date: TV_DATE_NONE where it is not known
 * @last_day: the day the child was weighed last, TV_DATE_NONE where it never was
 * @first_day: its first day at the school
 *
 * Returns: the day on which the child is to be weighed next: for one that never was, its first
 */
TvDate
tv_due_date (TvDate birth_date, TvDate last_day, TvDate first_day)
{
    if (last_day == TV_DATE_NONE)
        return first_day;
    return tv_date_add_months (last_day, tv_due_interval_months (birth_date, last_day));
}
