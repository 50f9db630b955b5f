/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which backups stay: the last one of each of the last 7 days, 4 weeks and 12 months. Nothing is
 * asked and nothing is deleted here. */

#include "workflows/tv-backup-schedule.h"

#include "base/tv-date.h"

#define SECONDS_A_DAY ((gint64) 86400)

typedef gint64 (*Count) (TvDate day);

static gint64
count_days (TvDate day)
{
    return day;
}

/* Weeks begin on Monday; 1970 began on a Thursday. */
static gint64
count_weeks (TvDate day)
{
    gint64 since_monday = (gint64) day + 3;

    return since_monday >= 0 ? since_monday / 7 : (since_monday - 6) / 7;
}

static gint64
count_months (TvDate day)
{
    int year, month, day_of_month;

    tv_date_get_ymd (day, &year, &month, &day_of_month);
    return (gint64) year * 12 + month;
}

static TvDate
get_day (gint64 time_s)
{
    return (TvDate) (time_s >= 0 ? time_s / SECONDS_A_DAY : (time_s + 1) / SECONDS_A_DAY - 1);
}

static gboolean
is_last_of_its_span (const gint64 *times_s, guint n_times, guint index, Count count, gint64 now_s)
{
    gint64 span = count (get_day (times_s[index]));

    for (guint i = 0; i < n_times; i++) {
        gboolean is_later
            = times_s[i] > times_s[index] || (times_s[i] == times_s[index] && i > index);

        if (is_later && times_s[i] <= now_s && count (get_day (times_s[i])) == span)
            return FALSE;
    }
    return TRUE;
}

/**
 * tv_backup_schedule_choose:
 * @times_s: (array length=n_times): when each backup was made, in seconds of civil time since 1970
 *   began, in any order
 * @n_times: how many
 * @now_s: what time it is, counted in the same way
 *
 * A backup from a time that has not come yet, as a clock that was wrong leaves them, stays, and
 * stands in no other's place.
 *
 * Returns: (transfer full) (array length=n_times): whether each is kept
 */
gboolean *
tv_backup_schedule_choose (const gint64 *times_s, guint n_times, gint64 now_s)
{
    static const struct {
        Count count;
        gint64 n_spans;
    } rules[] = {
        { count_days, TV_BACKUP_SCHEDULE_DAYS },
        { count_weeks, TV_BACKUP_SCHEDULE_WEEKS },
        { count_months, TV_BACKUP_SCHEDULE_MONTHS },
    };
    gboolean *is_kept = g_new0 (gboolean, MAX (n_times, 1));
    TvDate today = get_day (now_s);

    for (guint i = 0; i < n_times; i++) {
        is_kept[i] = times_s[i] > now_s;
        for (guint r = 0; r < G_N_ELEMENTS (rules) && !is_kept[i]; r++) {
            gint64 age = rules[r].count (today) - rules[r].count (get_day (times_s[i]));

            is_kept[i] = age < rules[r].n_spans
                         && is_last_of_its_span (times_s, n_times, i, rules[r].count, now_s);
        }
    }
    return is_kept;
}
