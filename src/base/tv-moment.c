/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Moments as the history keeps them, and as the clock on the wall tells them. */

#include "base/tv-moment.h"

static GDateTime *
to_local (const char *time_utc)
{
    g_autoptr (GDateTime) moment = time_utc ? g_date_time_new_from_iso8601 (time_utc, NULL) : NULL;

    return moment ? g_date_time_to_local (moment) : NULL;
}

/**
 * tv_moment_to_text:
 * @time_utc: (nullable): a moment
 *
 * Returns: (transfer full): dd/mm/yyyy HH:MM in the machine's time zone; "" where @time_utc is none
 */
char *
tv_moment_to_text (const char *time_utc)
{
    g_autoptr (GDateTime) local = to_local (time_utc);
    g_autofree char *day = NULL;

    if (!local)
        return g_strdup ("");
    day = tv_date_to_text (tv_moment_day (time_utc));
    return g_strdup_printf ("%s %02d:%02d", day, g_date_time_get_hour (local),
                            g_date_time_get_minute (local));
}

/**
 * tv_moment_day:
 * @time_utc: (nullable): a moment
 *
 * Returns: the civil date it lies in, in the machine's time zone; TV_DATE_NONE where it is none
 */
TvDate
tv_moment_day (const char *time_utc)
{
    g_autoptr (GDateTime) local = to_local (time_utc);

    if (!local)
        return TV_DATE_NONE;
    return tv_date_from_ymd (g_date_time_get_year (local), g_date_time_get_month (local),
                             g_date_time_get_day_of_month (local));
}

/**
 * tv_moment_of_day:
 * @day: a civil date
 *
 * Returns: (transfer full) (nullable): the moment at which it begins in the machine's time zone;
 *   %NULL where @day is none
 */
char *
tv_moment_of_day (TvDate day)
{
    g_autoptr (GDateTime) local = NULL;
    g_autoptr (GDateTime) utc = NULL;
    int year, month, day_of_month;

    if (day == TV_DATE_NONE)
        return NULL;
    tv_date_get_ymd (day, &year, &month, &day_of_month);
    local = g_date_time_new_local (year, month, day_of_month, 0, 0, 0);
    utc = local ? g_date_time_to_utc (local) : NULL;
    return utc ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%S.000Z") : NULL;
}
