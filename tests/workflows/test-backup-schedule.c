/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which backups stay, over years of days with and without work. */

#include "workflows/tv-backup-schedule.h"

#include "base/tv-date.h"

#define DAY ((gint64) 86400)

static GArray *
rotate (GArray *times, gint64 now)
{
    g_autofree gboolean *is_kept
        = tv_backup_schedule_choose ((const gint64 *) (gpointer) times->data, times->len, now);
    GArray *left = g_array_new (FALSE, FALSE, sizeof (gint64));

    for (guint i = 0; i < times->len; i++) {
        if (is_kept[i])
            g_array_append_vals (left, &g_array_index (times, gint64, i), 1);
    }
    g_array_unref (times);
    return left;
}

static gboolean
has_between (GArray *times, gint64 from, gint64 until)
{
    for (guint i = 0; i < times->len; i++) {
        if (g_array_index (times, gint64, i) >= from && g_array_index (times, gint64, i) < until)
            return TRUE;
    }
    return FALSE;
}

static void
assert_covers (GArray *times, TvDate today)
{
    int year, month, day;
    TvDate monday = today - (today + 3) % 7;

    for (int i = 0; i < 7; i++)
        g_assert_true (has_between (times, (today - i) * DAY, (today - i + 1) * DAY));
    for (int i = 0; i < 4; i++)
        g_assert_true (has_between (times, (monday - 7 * i) * DAY, (monday - 7 * i + 7) * DAY));
    tv_date_get_ymd (today, &year, &month, &day);
    for (int i = 0; i < 12; i++) {
        TvDate first = tv_date_add_months (tv_date_from_ymd (year, month, 1), -i);

        g_assert_true (has_between (times, first * DAY, tv_date_add_months (first, 1) * DAY));
    }
    g_assert_cmpuint (times->len, <=, 7 + 4 + 12);
}

/* Three times a day for three years: after the first, every span has its backup on every day. */
static void
test_every_day (void)
{
    TvDate begin = tv_date_from_ymd (2026, 1, 1);
    GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));

    for (TvDate day = begin; day < begin + 3 * 365; day++) {
        for (int hour = 8; hour <= 16; hour += 4) {
            gint64 now = day * DAY + hour * 3600;

            g_array_append_val (times, now);
            times = rotate (times, now);
            g_assert_cmpint (g_array_index (times, gint64, times->len - 1), ==, now);
        }
        if (day >= begin + 365)
            assert_covers (times, day);
    }
    g_array_unref (times);
}

/* Whatever days there was work on: a second look right after takes nothing more away, and the
 * newest of each span that has one is there. */
static void
test_any_days (void)
{
    for (int run = 0; run < 300; run++) {
        GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));
        gint64 now = tv_date_from_ymd (2026, 1, 1) * DAY;
        guint n_before;

        for (int i = 0; i < 200; i++) {
            now += g_test_rand_int_range (60, (gint32) (5 * DAY));
            g_array_append_val (times, now);
            times = rotate (times, now);
            g_assert_true (has_between (times, now, now + 1));
        }
        n_before = times->len;
        times = rotate (times, now);
        g_assert_cmpuint (times->len, ==, n_before);
        g_assert_cmpuint (n_before, <=, 23);
        g_array_unref (times);
    }
}

static void
test_wrong_clock (void)
{
    GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));
    gint64 now = tv_date_from_ymd (2026, 11, 22) * DAY + 3600;
    gint64 future = now + 4000 * DAY, earlier = now - 600;

    g_array_append_val (times, future);
    g_array_append_val (times, earlier);
    g_array_append_val (times, now);
    times = rotate (times, now);
    g_assert_cmpuint (times->len, ==, 2);
    g_assert_true (has_between (times, future, future + 1));
    g_assert_true (has_between (times, now, now + 1));
    g_array_unref (times);
}

/* After a year without work the last one is a month's that is gone, and still the last one. */
static void
test_long_pause (void)
{
    GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));
    gint64 old = tv_date_from_ymd (2020, 5, 5) * DAY, now = tv_date_from_ymd (2026, 5, 5) * DAY;
    g_autofree gboolean *is_kept = NULL;

    g_array_append_val (times, old);
    g_array_append_val (times, now);
    is_kept = tv_backup_schedule_choose ((const gint64 *) (gpointer) times->data, 2, now);
    g_assert_false (is_kept[0]);
    g_assert_true (is_kept[1]);
    g_array_unref (times);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/workflows/backup-schedule/every-day", test_every_day);
    g_test_add_func ("/workflows/backup-schedule/any-days", test_any_days);
    g_test_add_func ("/workflows/backup-schedule/wrong-clock", test_wrong_clock);
    g_test_add_func ("/workflows/backup-schedule/long-pause", test_long_pause);
    return g_test_run ();
}
