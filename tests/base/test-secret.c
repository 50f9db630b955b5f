/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tv-secret.h"

#include <string.h>

static void
test_keeps_what_it_was_given (void)
{
    const guint8 bytes[] = { 1, 0, 2, 255 };
    g_autoptr (TvSecret) secret = tv_secret_new (bytes, sizeof bytes);
    g_autoptr (TvSecret) held = tv_secret_ref (secret);
    g_autoptr (TvSecret) empty = tv_secret_new (NULL, 0);

    g_assert_cmpmem (tv_secret_bytes (held), tv_secret_size (held), bytes, sizeof bytes);
    g_assert_cmpuint (tv_secret_size (empty), ==, 0);
    g_assert_cmpstr (tv_secret_text (empty), ==, "");
}

static void
test_two_spellings_are_one_password (void)
{
    g_autoptr (TvSecret) composed = tv_secret_new_text ("T\xe1\xba\xa7m");
    g_autoptr (TvSecret) apart = tv_secret_new_text ("Ta\xcc\x82\xcc\x80m");
    g_autoptr (TvSecret) other = tv_secret_new_text ("Tam");

    g_assert_true (tv_secret_equal (composed, apart));
    g_assert_false (tv_secret_equal (composed, other));
    g_assert_cmpstr (tv_secret_text (composed), ==, "Tầm");
}

static void
test_random_ones_differ (void)
{
    g_autoptr (TvSecret) one = tv_secret_new_random (32);
    g_autoptr (TvSecret) other = tv_secret_new_random (32);

    g_assert_cmpuint (tv_secret_size (one), ==, 32);
    g_assert_false (tv_secret_equal (one, other));
}

static void
test_wipes (void)
{
    char text[] = "mật khẩu";
    const char nothing[sizeof text] = { 0 };

    tv_secret_wipe (text, sizeof text);
    g_assert_cmpmem (text, sizeof text, nothing, sizeof nothing);
}

/* Whoever writes into a secret, or reads past its end, is stopped. */
static void
test_memory_is_guarded (void)
{
    if (g_test_subprocess ()) {
        g_autoptr (TvSecret) secret = tv_secret_new_text ("a");

        ((char *) tv_secret_bytes (secret))[0] = 'b';
        return;
    }
    g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
    g_test_trap_assert_failed ();
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/secret/kept", test_keeps_what_it_was_given);
    g_test_add_func ("/secret/spellings", test_two_spellings_are_one_password);
    g_test_add_func ("/secret/random", test_random_ones_differ);
    g_test_add_func ("/secret/wiped", test_wipes);
    g_test_add_func ("/secret/guarded", test_memory_is_guarded);
    return g_test_run ();
}
