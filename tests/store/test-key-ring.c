/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/tv-key-ring.h"
#include "store/tv-recovery-code.h"
#include "store/tv-sign-in-guard.h"
#include "store/tv-store-error.h"
#include "tv-test-book.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static const TvKeyWrapCost cheap = { .passes = 1, .memory_kib = 8 };

static TvKeyRing *
add (TvKeyRing *ring, const TvSecret *key, const char *uid, const char *password)
{
    g_autoptr (TvSecret) secret = tv_secret_new_text (password);
    g_autoptr (GError) error = NULL;
    TvKeyRing *added
        = tv_key_ring_with_person (ring, key, uid, "Nhân viên y tế", secret, cheap, &error);

    g_assert_no_error (error);
    tv_key_ring_unref (ring);
    return added;
}

static void
assert_opens (TvKeyRing *ring, const char *uid, const char *password, const TvSecret *key)
{
    g_autoptr (TvSecret) secret = tv_secret_new_text (password);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvSecret) opened = tv_key_ring_open (ring, uid, secret, &error);

    if (key) {
        g_assert_no_error (error);
        g_assert_true (tv_secret_equal (opened, key));
    } else {
        g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_WRONG_PASSWORD);
        g_assert_null (opened);
    }
}

static void
test_each_password_opens_the_one_key (void)
{
    g_autoptr (TvSecret) key = tv_secret_new_random (TV_KEY_SIZE);
    g_autoptr (TvKeyRing) ring = tv_key_ring_new ();
    guint n_holders;

    ring = add (g_steal_pointer (&ring), key, "an", "một");
    ring = add (g_steal_pointer (&ring), key, "binh", "hai");
    g_assert_cmpstr (tv_key_ring_holders (ring, &n_holders)[1].person_uid, ==, "binh");
    g_assert_cmpuint (n_holders, ==, 2);
    assert_opens (ring, "an", "một", key);
    assert_opens (ring, "binh", "hai", key);
    assert_opens (ring, "an", "hai", NULL);
    assert_opens (ring, "chi", "một", NULL);
    g_assert_false (tv_key_ring_has_recovery (ring));
}

static void
test_a_new_password_takes_the_old_ones_place (void)
{
    g_autoptr (TvSecret) key = tv_secret_new_random (TV_KEY_SIZE);
    g_autoptr (TvKeyRing) ring = add (tv_key_ring_new (), key, "an", "một");
    g_autoptr (TvKeyRing) gone = NULL;
    guint n_holders;

    ring = add (g_steal_pointer (&ring), key, "an", "hai");
    assert_opens (ring, "an", "hai", key);
    assert_opens (ring, "an", "một", NULL);
    tv_key_ring_holders (ring, &n_holders);
    g_assert_cmpuint (n_holders, ==, 1);
    gone = tv_key_ring_without_person (ring, "an");
    assert_opens (gone, "an", "hai", NULL);
}

static void
test_the_recovery_code_opens (void)
{
    g_autoptr (TvSecret) key = tv_secret_new_random (TV_KEY_SIZE);
    g_autoptr (TvSecret) code = tv_recovery_code_new ();
    g_autoptr (TvSecret) other = tv_recovery_code_new ();
    g_autoptr (TvKeyRing) empty = tv_key_ring_new ();
    g_autoptr (GError) error = NULL;
    g_autoptr (TvKeyRing) ring = tv_key_ring_with_recovery (empty, key, code, cheap, &error);
    g_autoptr (TvSecret) opened = tv_key_ring_recover (ring, code, &error);
    guint n_holders;

    g_assert_no_error (error);
    g_assert_true (tv_secret_equal (opened, key));
    g_assert_true (tv_key_ring_has_recovery (ring));
    g_assert_nonnull (tv_key_ring_holders (ring, &n_holders));
    g_assert_cmpuint (n_holders, ==, 0);
    g_assert_null (tv_key_ring_recover (ring, other, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_WRONG_PASSWORD);
}

static void
test_is_read_back (void)
{
    g_autofree char *folder = tv_test_folder_new ();
    g_autoptr (TvSecret) key = tv_secret_new_random (TV_KEY_SIZE);
    g_autoptr (TvKeyRing) ring = add (tv_key_ring_new (), key, "an", "một");
    g_autofree char *path = g_build_filename (folder, "people", NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvKeyRing) back = NULL;
    GStatBuf status;

    g_assert_false (tv_key_ring_exists (folder));
    g_assert_true (tv_key_ring_write (ring, folder, &error));
    g_assert_no_error (error);
    g_assert_cmpint (g_stat (path, &status), ==, 0);
    g_assert_cmpint (status.st_mode & 0777, ==, 0600);
    back = tv_key_ring_read (folder, &error);
    g_assert_no_error (error);
    assert_opens (back, "an", "một", key);
    tv_test_folder_remove (folder);
}

static void
assert_damaged (const char *text)
{
    g_autoptr (GError) error = NULL;

    g_assert_null (tv_key_ring_parse (text, strlen (text), &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NO_KEYS);
}

/* Nobody waits for what never ends. */
static void
test_a_pipe_is_no_file (void)
{
    g_autofree char *folder = tv_test_folder_new ();
    g_autofree char *people = g_build_filename (folder, "people", NULL);
    g_autofree char *attempts = g_build_filename (folder, "attempts", NULL);
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 9, 15));
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (mkfifo (people, 0600), ==, 0);
    g_assert_cmpint (mkfifo (attempts, 0600), ==, 0);
    g_assert_null (tv_key_ring_read (folder, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NO_KEYS);
    g_assert_true (tv_sign_in_guard_lets_try (folder, clock, NULL));
    tv_test_folder_remove (folder);
}

static void
test_a_damaged_file_is_told (void)
{
    static const char *const texts[] = {
        "",
        "\xff\xfe",
        "[book]\nformat=1\n",
        "[book]\nformat=0\nuid=a\n",
        "[book]\nformat=1\nuid=a\n[stranger]\n",
        "[book]\nformat=1\nuid=a\n[person ]\nlabel=b\n",
        "[book]\nformat=1\nuid=a\n[person b]\nlabel=b\npasses=3\nmemory-kib=99999999\n",
        "[book]\nformat=1\nuid=a\n[person b]\nlabel=b\npasses=3\nmemory-kib=64\nsalt=AAAA\n",
    };
    g_autoptr (GError) error = NULL;

    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        assert_damaged (texts[i]);
    g_assert_null (tv_key_ring_parse ("[book]\nformat=2\n", 16, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NEWER);
}

/* A changed letter makes the file unreadable or a key that does not open: never another key. */
static void
test_no_changed_bit_gives_another_key (void)
{
    g_autoptr (TvSecret) key = tv_secret_new_random (TV_KEY_SIZE);
    g_autoptr (TvSecret) password = tv_secret_new_text ("một");
    g_autoptr (TvKeyRing) ring = add (tv_key_ring_new (), key, "an", "một");
    g_autofree char *text = tv_key_ring_print (ring);
    gsize size = strlen (text);
    guint n_refused = 0, n_the_same = 0;

    for (gsize bit = 0; bit < size * 8; bit++) {
        g_autofree char *changed = g_memdup2 (text, size + 1);
        g_autoptr (TvKeyRing) read = NULL;
        g_autoptr (TvSecret) opened = NULL;

        changed[bit / 8] ^= (char) (1 << bit % 8);
        read = tv_key_ring_parse (changed, size, NULL);
        opened = read ? tv_key_ring_open (read, "an", password, NULL) : NULL;
        if (opened)
            g_assert_true (tv_secret_equal (opened, key));
        *(opened ? &n_the_same : &n_refused) += 1;
    }
    g_test_message ("%u changed bits: %u refused, %u in what carries no key", (guint) size * 8,
                    n_refused, n_the_same);
    g_assert_cmpuint (n_refused, >, n_the_same);
}

static void
test_transfer_codes_are_shorter (void)
{
    g_autoptr (TvSecret) code = tv_transfer_code_new ();
    g_autofree char *small = g_ascii_strdown (tv_secret_text (code), -1);
    g_autoptr (TvSecret) read = tv_transfer_code_parse (small);

    g_assert_cmpuint (tv_secret_size (code), ==, 17);
    g_assert_true (read && tv_secret_equal (read, code));
    g_assert_null (tv_recovery_code_parse (small));
    small[0] = small[0] == '2' ? '3' : '2';
    g_assert_null (tv_transfer_code_parse (small));
}

static void
test_recovery_codes_are_read_as_typed (void)
{
    g_autoptr (TvSecret) code = tv_recovery_code_new ();
    g_autofree char *small = g_ascii_strdown (tv_secret_text (code), -1);
    g_auto (GStrv) groups = g_strsplit (small, "-", -1);
    g_autofree char *spaced = g_strjoinv ("  ", groups);
    g_autoptr (TvSecret) read = tv_recovery_code_parse (spaced);

    g_assert_cmpuint (tv_secret_size (code), ==, 35);
    g_assert_nonnull (read);
    g_assert_true (tv_secret_equal (code, read));
    g_assert_null (tv_recovery_code_parse (""));
    g_assert_null (tv_recovery_code_parse ("7K3QF"));
    g_assert_null (tv_recovery_code_parse ("UUUUU-UUUUU-UUUUU-UUUUU-UUUUU-UUUUU"));
}

/* One wrong letter at every place of a code, whatever letter it is. */
static void
test_one_wrong_letter_is_told (void)
{
    static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    g_autoptr (TvSecret) code = tv_recovery_code_new ();
    guint n_tried = 0;

    for (gsize at = 0; at < tv_secret_size (code); at++) {
        for (const char *letter = letters; *letter; letter++) {
            g_autofree char *wrong = g_strdup (tv_secret_text (code));

            if (wrong[at] == '-' || wrong[at] == *letter)
                continue;
            wrong[at] = *letter;
            g_assert_null (tv_recovery_code_parse (wrong));
            n_tried++;
        }
    }
    g_assert_cmpuint (n_tried, ==, 30 * 31);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/key-ring/opens", test_each_password_opens_the_one_key);
    g_test_add_func ("/key-ring/new-password", test_a_new_password_takes_the_old_ones_place);
    g_test_add_func ("/key-ring/recovery", test_the_recovery_code_opens);
    g_test_add_func ("/key-ring/read-back", test_is_read_back);
    g_test_add_func ("/key-ring/damaged", test_a_damaged_file_is_told);
    g_test_add_func ("/key-ring/pipe", test_a_pipe_is_no_file);
    g_test_add_func ("/key-ring/bits", test_no_changed_bit_gives_another_key);
    g_test_add_func ("/key-ring/transfer-codes-are-shorter", test_transfer_codes_are_shorter);
    g_test_add_func ("/recovery-code/typed", test_recovery_codes_are_read_as_typed);
    g_test_add_func ("/recovery-code/wrong-letter", test_one_wrong_letter_is_told);
    return g_test_run ();
}
