/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The clock that is handed to whatever asks for the time, so that practice books and tests do not
 * depend on the day they are made. */

#include "base/tv-clock.h"

struct _TvClock {
    gboolean is_fixed;
    TvDate today;
    gint64 now_us; /* of a fixed clock; moves on by a millisecond at each reading */
    GMutex mutex;
};

/**
 * tv_clock_new_system:
 *
 * Returns: (transfer full): a clock that tells the machine's time
 */
TvClock *
tv_clock_new_system (void)
{
    TvClock *self = g_atomic_rc_box_new0 (TvClock);

    g_mutex_init (&self->mutex);
    return self;
}

/**
 * tv_clock_new_fixed:
 * @today: a real date
 *
 * Returns: (transfer full): a clock on which it is always @today; it starts at 08:00 there
 *   (UTC+7) and moves on by one millisecond each time it is read, so that what came first
 *   stays first
 */
TvClock *
tv_clock_new_fixed (TvDate today)
{
    TvClock *self = tv_clock_new_system ();

    g_assert (today != TV_DATE_NONE);
    self->is_fixed = TRUE;
    self->today = today;
    self->now_us = ((gint64) today * 86400 + 3600) * G_USEC_PER_SEC;
    return self;
}

TvClock *
tv_clock_ref (TvClock *self)
{
    return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
    TvClock *self = data;

    g_mutex_clear (&self->mutex);
}

void
tv_clock_unref (TvClock *self)
{
    g_atomic_rc_box_release_full (self, clear);
}

/**
 * tv_clock_today:
 *
 * Returns: the civil date, in the machine's time zone
 */
TvDate
tv_clock_today (TvClock *self)
{
    g_autoptr (GDateTime) now = NULL;

    if (self->is_fixed)
        return self->today;
    now = g_date_time_new_now_local ();
    return tv_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                             g_date_time_get_day_of_month (now));
}

/**
 * tv_clock_now_us:
 *
 * Returns: microseconds since 1970 began, UTC
 */
gint64
tv_clock_now_us (TvClock *self)
{
    gint64 now_us;

    if (!self->is_fixed)
        return g_get_real_time ();
    g_mutex_lock (&self->mutex);
    now_us = self->now_us;
    self->now_us += 1000;
    g_mutex_unlock (&self->mutex);
    return now_us;
}

/**
 * tv_clock_now_utc:
 *
 * Returns: (transfer full): the time as YYYY-MM-DDTHH:MM:SS.mmmZ, as the history keeps it
 */
char *
tv_clock_now_utc (TvClock *self)
{
    gint64 now_us = tv_clock_now_us (self);
    g_autoptr (GDateTime) second = g_date_time_new_from_unix_utc (now_us / G_USEC_PER_SEC);
    g_autofree char *text = g_date_time_format (second, "%Y-%m-%dT%H:%M:%S");

    return g_strdup_printf ("%s.%03dZ", text, (int) (now_us / 1000 % 1000));
}
