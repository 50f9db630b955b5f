/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/tv-sign-in-guard.h"
#include "store/tv-store-error.h"
#include "tv-test-book.h"

static guint
get_wait_s (const char *folder, TvClock *clock)
{
    g_autoptr (GError) error = NULL;

    if (tv_sign_in_guard_lets_try (folder, clock, &error))
        return 0;
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_TOO_SOON);
    return (guint) g_ascii_strtoull (error->message, NULL, 10);
}

static void
test_wrong_passwords_slow_down (void)
{
    static const guint waits_s[] = { 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300 };
    g_autofree char *folder = tv_test_folder_new ();
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 9, 15));

    g_assert_cmpuint (get_wait_s (folder, clock), ==, 0);
    for (guint i = 0; i < G_N_ELEMENTS (waits_s); i++) {
        tv_sign_in_guard_note (folder, clock, FALSE);
        g_assert_cmpuint (get_wait_s (folder, clock), ==, waits_s[i]);
    }
    tv_sign_in_guard_note (folder, clock, TRUE);
    g_assert_cmpuint (get_wait_s (folder, clock), ==, 0);
    tv_test_folder_remove (folder);
}

static void
test_the_wait_ends (void)
{
    g_autofree char *folder = tv_test_folder_new ();
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 9, 15));
    g_autoptr (TvClock) tomorrow = tv_clock_new_fixed (tv_date_from_ymd (2026, 9, 16));
    g_autoptr (TvClock) set_back = tv_clock_new_fixed (tv_date_from_ymd (2026, 9, 14));
    gint64 begin_us;

    for (guint i = 0; i < 20; i++)
        tv_sign_in_guard_note (folder, clock, FALSE);
    g_assert_cmpuint (get_wait_s (folder, clock), ==, 300);
    g_assert_cmpuint (get_wait_s (folder, tomorrow), ==, 0);
    g_assert_cmpuint (get_wait_s (folder, set_back), ==, 300);
    begin_us = tv_clock_now_us (set_back);
    /* Each question is a thousandth of a second to this clock. */
    while (tv_clock_now_us (set_back) < begin_us + 299 * G_USEC_PER_SEC)
        continue;
    g_assert_cmpuint (get_wait_s (folder, set_back), ==, 1);
    while (tv_clock_now_us (set_back) < begin_us + 300 * G_USEC_PER_SEC)
        continue;
    g_assert_cmpuint (get_wait_s (folder, set_back), ==, 0);
    tv_test_folder_remove (folder);
}

static void
test_a_damaged_count_keeps_nobody_out (void)
{
    g_autofree char *folder = tv_test_folder_new ();
    g_autofree char *path = g_build_filename (folder, "attempts", NULL);
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 9, 15));

    g_assert_true (g_file_set_contents (path, "99 x", -1, NULL));
    g_assert_cmpuint (get_wait_s (folder, clock), ==, 0);
    g_assert_true (g_file_set_contents (path, "99 -9223372036854775808", -1, NULL));
    g_assert_cmpuint (get_wait_s (folder, clock), ==, 0);
    tv_test_folder_remove (folder);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/sign-in-guard/slows", test_wrong_passwords_slow_down);
    g_test_add_func ("/sign-in-guard/ends", test_the_wait_ends);
    g_test_add_func ("/sign-in-guard/damaged", test_a_damaged_count_keeps_nobody_out);
    return g_test_run ();
}
