/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The envelope of files for others: what comes back, and that no byte of it can be another one. */

#include "base/tv-envelope.h"
#include "base/tv-file-digest.h"

#include <glib/gstdio.h>
#include <string.h>

#define MAGIC "TamVoc test  \r\n\032"

static const TvKeyWrapCost little = { 1, 8 };

static GBytes *
close_text (const char *text, const char *password)
{
    g_autoptr (GBytes) content = g_bytes_new (text, strlen (text));
    g_autoptr (TvSecret) secret = password ? tv_secret_new_text (password) : NULL;

    return tv_envelope_close (MAGIC, content, secret, little);
}

static TvEnvelopeFlaw
open_bytes (GBytes *envelope, const char *password, const char *expected)
{
    g_autoptr (TvSecret) secret = password ? tv_secret_new_text (password) : NULL;
    TvEnvelopeFlaw flaw;
    g_autoptr (GBytes) content = tv_envelope_open (MAGIC, envelope, secret, &flaw);

    g_assert_cmpint (content != NULL, ==, flaw == TV_ENVELOPE_GOOD);
    if (content)
        g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), expected,
                         strlen (expected));
    return flaw;
}

static void
assert_hidden (GBytes *envelope, const char *text)
{
    gsize size;
    const guint8 *bytes = g_bytes_get_data (envelope, &size);

    for (gsize i = 0; i + strlen (text) <= size; i++)
        g_assert_cmpint (memcmp (bytes + i, text, strlen (text)), !=, 0);
}

static void
test_there_and_back (void)
{
    g_autoptr (GBytes) plain = close_text ("Nguyễn Thử An", NULL);
    g_autoptr (GBytes) sealed = close_text ("Nguyễn Thử An", "đúng");
    g_autoptr (GBytes) again = close_text ("Nguyễn Thử An", "đúng");
    g_autoptr (GBytes) empty = close_text ("", "đúng");

    g_assert_cmpint (open_bytes (plain, NULL, "Nguyễn Thử An"), ==, TV_ENVELOPE_GOOD);
    g_assert_cmpint (open_bytes (sealed, "đúng", "Nguyễn Thử An"), ==, TV_ENVELOPE_GOOD);
    g_assert_cmpint (open_bytes (empty, "đúng", ""), ==, TV_ENVELOPE_GOOD);
    g_assert_cmpint (open_bytes (sealed, NULL, ""), ==, TV_ENVELOPE_PASSWORD_NEEDED);
    g_assert_cmpint (open_bytes (sealed, "sai", ""), ==, TV_ENVELOPE_WRONG_PASSWORD);
    g_assert_false (g_bytes_equal (sealed, again));
    assert_hidden (sealed, "Nguyễn");
}

static void
assert_no_byte_turns (GBytes *envelope, const char *password)
{
    gsize size;
    const guint8 *bytes = g_bytes_get_data (envelope, &size);

    for (gsize i = 0; i < size; i++) {
        guint8 *copy = g_memdup2 (bytes, size);
        g_autoptr (GBytes) turned = g_bytes_new_take (copy, size);

        copy[i] ^= 1;
        g_assert_cmpint (open_bytes (turned, password, ""), ==,
                         i < TV_ENVELOPE_MAGIC_SIZE ? TV_ENVELOPE_OTHER : TV_ENVELOPE_ALTERED);
    }
    for (gsize n = 0; n < size; n++) {
        g_autoptr (GBytes) cut = g_bytes_new (bytes, n);

        g_assert_cmpint (open_bytes (cut, password, ""), !=, TV_ENVELOPE_GOOD);
    }
    g_test_message ("%" G_GSIZE_FORMAT " bytes turned and cut", size);
}

static void
test_every_byte (void)
{
    g_autoptr (GBytes) plain = close_text ("Nguyễn Thử An", NULL);
    g_autoptr (GBytes) sealed = close_text ("Nguyễn Thử An", "đúng");

    assert_no_byte_turns (plain, NULL);
    assert_no_byte_turns (sealed, "đúng");
}

/* As somebody does who knows how the digest is made. */
static void
digest_anew (guint8 *bytes, gsize size, const char *path)
{
    g_autoptr (GError) error = NULL;

    g_file_set_contents_full (path, (const char *) bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE,
                              0600, &error);
    g_assert_no_error (error);
    tv_file_digest (path, size - TV_FILE_DIGEST_SIZE, bytes + size - TV_FILE_DIGEST_SIZE, NULL,
                    &error);
    g_assert_no_error (error);
}

/* A sealed one is refused all the same, whichever byte was turned. */
static void
test_digest_made_anew (void)
{
    g_autoptr (GBytes) sealed = close_text ("Nguyễn Thử An", "đúng");
    g_autofree char *folder = g_dir_make_tmp ("tamvoc-envelope-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "file", NULL);
    gsize size;
    const guint8 *bytes = g_bytes_get_data (sealed, &size);

    for (gsize i = TV_ENVELOPE_MAGIC_SIZE; i < size - TV_FILE_DIGEST_SIZE; i++) {
        guint8 *copy = g_memdup2 (bytes, size);
        g_autoptr (GBytes) turned = g_bytes_new_take (copy, size);

        copy[i] ^= 1;
        digest_anew (copy, size, path);
        g_assert_cmpint (open_bytes (turned, "đúng", ""), !=, TV_ENVELOPE_GOOD);
    }
    g_unlink (path);
    g_rmdir (folder);
}

static void
test_newer (void)
{
    g_autoptr (GBytes) plain = close_text ("An", NULL);
    g_autofree char *folder = g_dir_make_tmp ("tamvoc-envelope-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "file", NULL);
    gsize size = g_bytes_get_size (plain);
    guint8 *copy = g_memdup2 (g_bytes_get_data (plain, NULL), size);
    g_autoptr (GBytes) newer = g_bytes_new_take (copy, size);

    copy[TV_ENVELOPE_MAGIC_SIZE]++;
    digest_anew (copy, size, path);
    g_assert_cmpint (open_bytes (newer, NULL, ""), ==, TV_ENVELOPE_NEWER);
    g_unlink (path);
    g_rmdir (folder);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/envelope/there-and-back", test_there_and_back);
    g_test_add_func ("/envelope/every-byte", test_every_byte);
    g_test_add_func ("/envelope/digest-made-anew", test_digest_made_anew);
    g_test_add_func ("/envelope/newer", test_newer);
    return g_test_run ();
}
