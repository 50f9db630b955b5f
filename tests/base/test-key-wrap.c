/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tv-key-wrap.h"

#include <string.h>

static const TvKeyWrapCost cheap = { .passes = 1, .memory_kib = 8 };

static TvKeyWrap
seal (const TvSecret *key, const char *password)
{
    g_autoptr (TvSecret) secret = tv_secret_new_text (password);
    TvKeyWrap wrap;

    g_assert_true (tv_key_wrap_seal (&wrap, key, secret, cheap, "book, person"));
    return wrap;
}

static TvSecret *
open_with (const TvKeyWrap *wrap, const char *password, const char *context)
{
    g_autoptr (TvSecret) secret = tv_secret_new_text (password);

    return tv_key_wrap_open (wrap, secret, context);
}

static void
test_opens_with_its_password (void)
{
    g_autoptr (TvSecret) key = tv_secret_new_random (TV_KEY_SIZE);
    TvKeyWrap wrap = seal (key, "hoa sữa");
    g_autoptr (TvSecret) opened = open_with (&wrap, "hoa sữa", "book, person");

    g_assert_nonnull (opened);
    g_assert_true (tv_secret_equal (key, opened));
    g_assert_null (open_with (&wrap, "hoa sua", "book, person"));
    g_assert_null (open_with (&wrap, "", "book, person"));
    g_assert_null (open_with (&wrap, "hoa sữa", "book, other person"));
}

static void
test_shows_nothing_of_the_key (void)
{
    g_autoptr (TvSecret) key = tv_secret_new_random (TV_KEY_SIZE);
    TvKeyWrap one = seal (key, "a"), other = seal (key, "a");

    g_assert_true (memcmp (one.sealed, tv_secret_bytes (key), TV_KEY_SIZE) != 0);
    g_assert_true (memcmp (one.sealed, other.sealed, sizeof one.sealed) != 0);
}

static void
test_every_changed_bit_is_seen (void)
{
    g_autoptr (TvSecret) key = tv_secret_new_random (TV_KEY_SIZE);
    const TvKeyWrap wrap = seal (key, "a");
    guint8 *const places[]
        = { (guint8 *) &wrap.salt, (guint8 *) &wrap.nonce, (guint8 *) &wrap.sealed };
    const gsize sizes[] = { sizeof wrap.salt, sizeof wrap.nonce, sizeof wrap.sealed };
    guint n_tried = 0;

    for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
        for (gsize bit = 0; bit < sizes[i] * 8; bit++) {
            TvKeyWrap changed = wrap;
            guint8 *bytes = (guint8 *) &changed + (places[i] - (const guint8 *) &wrap);

            bytes[bit / 8] ^= (guint8) (1 << bit % 8);
            g_assert_null (open_with (&changed, "a", "book, person"));
            n_tried++;
        }
    }
    g_test_message ("%u bits changed, all of them seen", n_tried);
    g_assert_cmpuint (n_tried, ==, 8 * (16 + 24 + 48));
}

static void
test_bounds_of_the_cost (void)
{
    const TvKeyWrapCost costs[] = { { 0, 64 }, { 17, 64 }, { 1, 7 }, { 1, 1024 * 1024 + 1 } };

    for (guint i = 0; i < G_N_ELEMENTS (costs); i++)
        g_assert_false (tv_key_wrap_cost_is_bearable (costs[i]));
    g_assert_true (tv_key_wrap_cost_is_bearable (cheap));
    g_assert_true (tv_key_wrap_cost_is_bearable (tv_key_wrap_cost_for_people ()));
    g_assert_cmpuint (tv_key_wrap_cost_for_people ().memory_kib, >=, 64 * 1024);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/key-wrap/opens", test_opens_with_its_password);
    g_test_add_func ("/key-wrap/hides", test_shows_nothing_of_the_key);
    g_test_add_func ("/key-wrap/bits", test_every_changed_bit_is_seen);
    g_test_add_func ("/key-wrap/cost", test_bounds_of_the_cost);
    return g_test_run ();
}
