/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Digests beside those of the standard, and beside GLib's. */

#include "base/tv-sha256.h"

#include <string.h>

static void
assert_digest (TvSha256 *digest, const char *expected)
{
    g_autofree char *text = tv_sha256_end (digest);

    g_assert_cmpstr (text, ==, expected);
}

/* FIPS 180-2, appendix B, and the digest of nothing. */
static void
test_standard (void)
{
    static const char long_text[] = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    g_autoptr (TvSha256) digest = tv_sha256_new ();

    assert_digest (digest, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    tv_sha256_add (digest, "abc", 3);
    assert_digest (digest, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    tv_sha256_add (digest, long_text, strlen (long_text));
    assert_digest (digest, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

static void
test_lengths (void)
{
    guint8 bytes[300];
    g_autoptr (TvSha256) digest = tv_sha256_new ();

    for (guint i = 0; i < sizeof bytes; i++)
        bytes[i] = (guint8) (i * 37);
    for (gsize size = 0; size <= sizeof bytes; size++) {
        g_autofree char *expected = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, size);

        tv_sha256_add (digest, bytes, size / 3);
        tv_sha256_add (digest, bytes + size / 3, size - size / 3);
        assert_digest (digest, expected);
    }
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/sha256/standard", test_standard);
    g_test_add_func ("/sha256/lengths", test_lengths);
    return g_test_run ();
}
