/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The file "people" of a protected book, which is read before anybody has signed in. What could be
 * read is written and read again: it says the same. */

#include "fuzz-entry.h"

#include "store/tv-key-ring.h"
#include "store/tv-store-error.h"

#include <string.h>

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
    tv_fuzz_silence ();
    return 0;
}

static void
assert_same (TvKeyRing *ring, const char *printed)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvKeyRing) again = tv_key_ring_parse (printed, strlen (printed), &error);
    g_autofree char *printed_again = NULL;
    guint n_holders, n_again;

    g_assert_no_error (error);
    printed_again = tv_key_ring_print (again);
    g_assert_cmpstr (printed_again, ==, printed);
    tv_key_ring_holders (ring, &n_holders);
    tv_key_ring_holders (again, &n_again);
    g_assert_cmpuint (n_holders, ==, n_again);
    g_assert_cmpint (tv_key_ring_has_recovery (ring), ==, tv_key_ring_has_recovery (again));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvKeyRing) ring = tv_key_ring_parse ((const char *) data, size, &error);
    g_autofree char *printed = NULL;

    if (ring) {
        g_assert_no_error (error);
        printed = tv_key_ring_print (ring);
        assert_same (ring, printed);
    } else {
        g_assert_nonnull (error);
        g_assert_true (error->domain == TV_STORE_ERROR);
        g_assert_cmpuint (strlen (error->message), >, 0);
    }
    return 0;
}
