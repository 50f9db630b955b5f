/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Clock, identifiers, language and private files: what the rest is handed from outside. */

#include "base/tv-clock.h"
#include "base/tv-language.h"
#include "base/tv-platform.h"
#include "base/tv-uid.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_fixed (void)
{
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 9, 5));
    g_autofree char *first = tv_clock_now_utc (clock);
    g_autofree char *second = tv_clock_now_utc (clock);

    g_assert_cmpint (tv_clock_today (clock), ==, tv_date_from_ymd (2026, 9, 5));
    g_assert_cmpstr (first, ==, "2026-09-05T01:00:00.000Z");
    g_assert_cmpstr (second, ==, "2026-09-05T01:00:00.001Z");
}

static void
test_system (void)
{
    g_autoptr (TvClock) clock = tv_clock_new_system ();
    gint64 before_us = g_get_real_time ();
    gint64 now_us = tv_clock_now_us (clock);
    g_autoptr (GDateTime) now = g_date_time_new_now_local ();
    TvDate today = tv_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                                     g_date_time_get_day_of_month (now));

    g_assert_cmpint (now_us, >=, before_us);
    g_assert_cmpint (now_us, <=, g_get_real_time ());
    g_assert_cmpint (tv_clock_today (clock) - today, >=, 0);
    g_assert_cmpint (tv_clock_today (clock) - today, <=, 1);
}

static void
test_uid (void)
{
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 9, 5));
    g_autoptr (TvClock) again = tv_clock_new_fixed (tv_date_from_ymd (2026, 9, 5));
    g_autoptr (GRand) random = g_rand_new_with_seed (7);
    g_autoptr (GRand) random_again = g_rand_new_with_seed (7);
    g_autoptr (GRegex) shape = g_regex_new (
        "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", 0, 0, NULL);
    g_autofree char *last = g_strdup ("");

    for (int i = 0; i < 1000; i++) {
        g_autofree char *uid = tv_uid_new (clock, random);
        g_autofree char *same = tv_uid_new (again, random_again);

        g_assert_true (g_regex_match (shape, uid, 0, NULL));
        g_assert_cmpstr (uid, ==, same);
        g_assert_cmpint (strcmp (last, uid), <, 0);
        g_free (last);
        last = g_steal_pointer (&uid);
    }
    /* The thousandth of that morning: 1788570000999 ms since 1970. */
    g_assert_true (g_str_has_prefix (last, "01a06f14-5e67-7"));
}

static void
test_uid_without_seed (void)
{
    g_autoptr (TvClock) clock = tv_clock_new_system ();
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

    for (int i = 0; i < 10000; i++)
        g_assert_true (g_hash_table_add (seen, tv_uid_new (clock, NULL)));
}

static void
test_language (void)
{
    TvLanguage language;

    g_assert_true (tv_language_parse ("vi", &language));
    g_assert_cmpint (language, ==, TV_LANGUAGE_VIETNAMESE);
    g_assert_true (tv_language_parse ("en_GB.UTF-8", &language));
    g_assert_cmpint (language, ==, TV_LANGUAGE_ENGLISH);
    g_assert_true (tv_language_parse ("vi-VN", &language));
    g_assert_cmpint (language, ==, TV_LANGUAGE_VIETNAMESE);
    g_assert_false (tv_language_parse ("fr", &language));
    g_assert_false (tv_language_parse ("view", &language));
    g_assert_false (tv_language_parse ("", &language));
    g_assert_false (tv_language_parse (NULL, &language));
    tv_language_start (TV_LANGUAGE_ENGLISH);
    g_assert_cmpint (tv_language_get (), ==, TV_LANGUAGE_ENGLISH);
    g_assert_cmpstr (tv_language_code (tv_language_get ()), ==, "en");
}

static void
test_can_write (void)
{
    g_autofree char *path = NULL;
    g_autoptr (GError) error = NULL;
    int file = g_file_open_tmp ("tv-platform-XXXXXX", &path, &error);

    g_assert_no_error (error);
    g_assert_true (g_close (file, NULL));
    g_assert_true (tv_platform_can_write (path));
    g_unlink (path);
    g_assert_false (tv_platform_can_write (path));
}

static void
test_machine_name (void)
{
    g_autofree char *name = tv_platform_machine_name ();

    g_assert_cmpuint (strlen (name), >, 0);
    g_assert_true (g_utf8_validate (name, -1, NULL));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/clock/fixed", test_fixed);
    g_test_add_func ("/clock/system", test_system);
    g_test_add_func ("/uid/seeded", test_uid);
    g_test_add_func ("/uid/without-seed", test_uid_without_seed);
    g_test_add_func ("/language", test_language);
    g_test_add_func ("/platform/can-write", test_can_write);
    g_test_add_func ("/platform/machine-name", test_machine_name);
    return g_test_run ();
}
