/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "store/tv-connection.h"
#include "store/tv-store-passwords.h"
#include "store/tv-store-protect.h"
#include "store/tv-store-sign-in.h"
#include "tv-test-people.h"

#include <stdio.h>
#include <string.h>

/* A program without an engine that encrypts says so, and that is then the whole test. */
static gboolean
engine_encrypts (void)
{
    g_autoptr (TvTestBook) book = NULL;
    g_autoptr (TvKeyRing) ring = NULL;
    g_autoptr (TvSecret) key = NULL;
    g_autoptr (GError) error = NULL;

    if (tv_engine_encrypts ())
        return TRUE;
    book = tv_test_book_new ();
    ring = tv_key_ring_new ();
    key = tv_secret_new_random (TV_KEY_SIZE);
    g_assert_false (tv_store_protect (book->store, ring, key, NULL, NULL, NULL, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NO_ENCRYPTION);
    g_assert_cmpint (tv_test_book_count (book, "student"), ==, 4);
    return FALSE;
}

static gboolean
never_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
          GError **error)
{
    g_assert_not_reached ();
}

static void
protect (TvTestBook *book, TvSecret *key)
{
    g_autoptr (TvKeyRing) ring = tv_key_ring_new ();
    g_autoptr (GError) error = NULL;

    g_assert_true (tv_store_protect (book->store, ring, key, NULL, NULL, NULL, &error));
    g_assert_no_error (error);
    tv_test_book_sign_in (book);
}

static void
reopen_with (TvTestBook *book, TvSecret *key)
{
    g_autoptr (GError) error = NULL;

    tv_store_close (book->store);
    g_clear_object (&book->store);
    book->store = tv_store_open_with_key (book->folder, key, book->clock, &error);
    g_assert_no_error (error);
    /* The key alone is nobody. */
    g_assert_false (tv_store_write (book->store, "test", never_cb, NULL, NULL, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED);
    tv_test_book_sign_in (book);
}

static void
test_there_and_back (void)
{
    g_autoptr (TvTestBook) book = NULL;
    g_autoptr (TvSecret) key = tv_secret_new_random (TV_KEY_SIZE);
    g_autoptr (GError) error = NULL;
    g_autofree char *before = NULL, *within = NULL, *after = NULL;

    if (!engine_encrypts ())
        return;
    book = tv_test_book_new ();
    before = tv_test_book_dump (book);
    g_assert_false (tv_store_is_protected (book->store));
    protect (book, key);
    g_assert_true (tv_store_is_protected (book->store));
    within = tv_test_book_dump (book);
    g_assert_cmpstr (before, ==, within);
    reopen_with (book, key);
    g_assert_true (tv_store_unprotect (book->store, NULL, NULL, NULL, &error));
    g_assert_no_error (error);
    g_assert_false (tv_store_is_protected (book->store));
    g_assert_false (tv_key_ring_exists (book->folder));
    tv_test_book_reopen (book);
    after = tv_test_book_dump (book);
    g_assert_cmpstr (before, ==, after);
}

/* In a plain book everybody is its nurse. */
static void
test_only_the_nurse_takes_it_off (void)
{
    g_autoptr (TvTestBook) book = NULL;
    g_autoptr (TvTestPeople) people = NULL;
    g_autoptr (TvSecret) key = tv_secret_new_random (TV_KEY_SIZE);

    if (!engine_encrypts ())
        return;
    book = tv_test_book_new ();
    people = tv_test_people_new (book);
    protect (book, key);
    for (TvRole role = TV_ROLE_PRINCIPAL; role <= TV_ROLE_AUDITOR; role++) {
        g_autoptr (GError) error = NULL;

        tv_test_people_sign_in (people, book, role);
        g_assert_false (tv_store_unprotect (book->store, NULL, NULL, NULL, &error));
        g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED);
        g_assert_true (tv_store_is_protected (book->store));
    }
}

static void
assert_refused (TvTestBook *book, TvSecret *key, TvStoreError code)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = tv_store_open_with_key (book->folder, key, book->clock, &error);

    g_assert_null (store);
    g_assert_error (error, TV_STORE_ERROR, (int) code);
}

static void
test_nobody_opens_without_the_key (void)
{
    g_autoptr (TvTestBook) book = NULL;
    g_autoptr (TvSecret) key = tv_secret_new_random (TV_KEY_SIZE);
    g_autoptr (TvSecret) other = tv_secret_new_random (TV_KEY_SIZE);

    if (!engine_encrypts ())
        return;
    book = tv_test_book_new ();
    protect (book, key);
    tv_store_close (book->store);
    assert_refused (book, NULL, TV_STORE_ERROR_PROTECTED);
    assert_refused (book, other, TV_STORE_ERROR_CORRUPT);
    reopen_with (book, key);
}

/* Whether a text stands in any file of the book's folder. */
static gboolean
folder_shows (const char *folder, const char *text)
{
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    const char *name;

    while ((name = g_dir_read_name (dir))) {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        g_autofree char *content = NULL;
        gsize size;

        if (g_file_get_contents (path, &content, &size, NULL)
            && memmem (content, size, text, strlen (text)))
            return TRUE;
    }
    return FALSE;
}

static void
test_no_file_shows_a_name (void)
{
    static const char *const names[]
        = { "Nguyễn Gia Bảo", "Trần An", "Mầm non", "Lê Thị Đào", "CREATE TABLE student" };
    g_autoptr (TvTestBook) book = NULL;
    g_autoptr (TvSecret) key = tv_secret_new_random (TV_KEY_SIZE);

    if (!engine_encrypts ())
        return;
    book = tv_test_book_new ();
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        g_assert_true (folder_shows (book->folder, names[i]));
    protect (book, key);
    tv_test_book_count (book, "student");
    /* It stands open, so that its journal is there too. */
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        g_assert_false (folder_shows (book->folder, names[i]));
}

static gpointer
never_read_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    g_assert_not_reached ();
}

static void
test_a_lock_closes_it_for_everybody (void)
{
    g_autoptr (TvTestBook) book = NULL;
    g_autoptr (TvSecret) key = tv_secret_new_random (TV_KEY_SIZE);
    g_autoptr (TvSecret) other = tv_secret_new_random (TV_KEY_SIZE);
    g_autoptr (GError) error = NULL;

    if (!engine_encrypts ())
        return;
    book = tv_test_book_new ();
    protect (book, key);
    tv_store_lock (book->store);
    g_assert_true (tv_store_is_locked (book->store));
    g_assert_false (tv_store_write (book->store, "test", never_cb, NULL, NULL, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_LOCKED);
    g_clear_error (&error);
    g_assert_null (tv_store_read (book->store, never_read_cb, NULL, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_LOCKED);
    g_clear_error (&error);
    g_assert_false (tv_store_unlock (book->store, other, &error));
    g_assert_true (tv_store_is_locked (book->store));
    g_clear_error (&error);
    g_assert_false (tv_store_unlock (book->store, NULL, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_PROTECTED);
    g_clear_error (&error);
    g_assert_true (tv_store_unlock (book->store, key, &error));
    g_assert_no_error (error);
    tv_test_book_sign_in (book);
    g_assert_cmpint (tv_test_book_count (book, "student"), ==, 4);
    g_assert_false (tv_store_is_read_only (book->store));
}

static void
note_progress_cb (double fraction, gpointer data)
{
    double *last = data;

    g_assert_cmpfloat (fraction, >=, *last);
    g_assert_cmpfloat (fraction, <=, 1);
    *last = fraction;
}

static void
test_tells_how_far_and_can_be_given_up (void)
{
    g_autoptr (TvTestBook) book = NULL;
    g_autoptr (TvSecret) key = tv_secret_new_random (TV_KEY_SIZE);
    g_autoptr (TvKeyRing) ring = tv_key_ring_new ();
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GError) error = NULL;
    double last = 0;

    if (!engine_encrypts ())
        return;
    book = tv_test_book_new ();
    g_cancellable_cancel (cancellable);
    g_assert_false (tv_store_protect (book->store, ring, key, NULL, NULL, cancellable, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_clear_error (&error);
    g_assert_false (tv_store_is_protected (book->store));
    g_assert_cmpint (tv_test_book_count (book, "student"), ==, 4);
    g_assert_true (
        tv_store_protect (book->store, ring, key, note_progress_cb, &last, NULL, &error));
    g_assert_no_error (error);
    g_assert_cmpfloat (last, ==, 1);
}

static void
test_a_book_that_is_only_read_is_left_alone (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvStore) second = NULL;
    g_autoptr (TvKeyRing) ring = tv_key_ring_new ();
    g_autoptr (TvSecret) key = tv_secret_new_random (TV_KEY_SIZE);
    g_autoptr (GError) error = NULL;

    second = tv_store_open (book->folder, book->clock, &error);
    g_assert_no_error (error);
    g_assert_false (tv_store_protect (second, ring, key, NULL, NULL, NULL, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_BUSY);
    g_assert_false (tv_key_ring_exists (book->folder));
}

static gboolean
is_digit_of_key (const guint8 *key, gsize i, char c)
{
    guint value = i % 2 == 0 ? key[i / 2] >> 4 : key[i / 2] & 15;

    return g_ascii_xdigit_value (c) == (int) value;
}

/* How often the key stands there as the engine reads it, in hexadecimal digits. It is compared
 * digit by digit, so that the test itself does not write it down. */
static guint
count_key (const char *memory, gsize size, const guint8 *key)
{
    guint n = 0;

    for (gsize at = 0; at + 2 * TV_KEY_SIZE <= size; at++) {
        gsize i = 0;

        while (i < 2 * TV_KEY_SIZE && is_digit_of_key (key, i, memory[at + i]))
            i++;
        n += i == 2 * TV_KEY_SIZE;
    }
    return n;
}

#define MOST_OF_A_PIECE (1ul << 30)

/* In all that the program may write to, and so has written. */
static guint
count_key_in_memory (TvSecret *key)
{
    g_autofree char *maps = NULL;
    g_auto (GStrv) lines = NULL;
    FILE *memory = fopen ("/proc/self/mem", "rb");
    guint n = 0;

    g_assert_true (g_file_get_contents ("/proc/self/maps", &maps, NULL, NULL));
    lines = g_strsplit (maps, "\n", -1);
    for (guint i = 0; memory && lines[i]; i++) {
        unsigned long from, to;
        g_autofree char *bytes = NULL;
        gsize n_read;

        if (sscanf (lines[i], "%lx-%lx", &from, &to) != 2 || !strstr (lines[i], " rw-p ")
            || to - from > MOST_OF_A_PIECE)
            continue;
        bytes = g_try_malloc (to - from);
        fseek (memory, (long) from, SEEK_SET);
        n_read = bytes ? fread (bytes, 1, to - from, memory) : 0;
        n += count_key (bytes, n_read, tv_secret_bytes (key));
    }
    if (memory)
        fclose (memory);
    return n;
}

static void
test_the_key_is_wiped (void)
{
    g_autoptr (TvTestBook) book = NULL;
    g_autoptr (TvSecret) key = tv_secret_new_random (TV_KEY_SIZE);
    g_autoptr (GError) error = NULL;

    if (!engine_encrypts ())
        return;
    book = tv_test_book_new ();
    protect (book, key);
    g_assert_cmpuint (count_key_in_memory (key), >, 0);
    tv_store_lock (book->store);
    /* AddressSanitizer keeps what was freed as it was. */
#ifndef __SANITIZE_ADDRESS__
    g_assert_cmpuint (count_key_in_memory (key), ==, 0);
#endif
}

/* Taking the protection off may end with a power cut, and a part of the book in plain. */
static void
test_nothing_unfinished_stays (void)
{
    g_autoptr (TvTestBook) book = NULL;
    g_autoptr (TvStore) second = NULL;
    g_autoptr (TvSecret) key = tv_secret_new_random (TV_KEY_SIZE);
    g_autofree char *path = NULL;
    g_autoptr (GError) error = NULL;

    if (!engine_encrypts ())
        return;
    book = tv_test_book_new ();
    path = g_build_filename (book->folder, "book.db.unfinished", NULL);
    protect (book, key);
    g_assert_true (g_file_set_contents (path, "Nguyễn Gia Bảo", -1, NULL));
    /* Whoever only reads may come while another one is at it. */
    second = tv_store_open_with_key (book->folder, key, book->clock, &error);
    g_assert_no_error (error);
    g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    g_clear_object (&second);
    reopen_with (book, key);
    g_assert_false (folder_shows (book->folder, "Nguyễn Gia Bảo"));
}

static char *
read_people (TvTestBook *book)
{
    g_autofree char *path = g_build_filename (book->folder, "people", NULL);
    char *text = NULL;

    g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    return text;
}

/* Two that change the passwords at once would each write down what the other has not yet. */
static void
test_one_at_a_time_changes_passwords (void)
{
    g_autoptr (TvTestBook) book = NULL;
    g_autoptr (TvStore) second = NULL;
    g_autoptr (TvSecret) key = tv_secret_new_random (TV_KEY_SIZE);
    g_autoptr (TvSecret) password = tv_secret_new_text ("ba con mèo nhỏ");
    g_autofree char *before = NULL, *after = NULL;
    g_autoptr (GError) error = NULL;

    if (!engine_encrypts ())
        return;
    book = tv_test_book_new ();
    protect (book, key);
    second = tv_store_open_with_key (book->folder, key, book->clock, &error);
    g_assert_no_error (error);
    g_assert_true (tv_store_sign_in (second, book->nurse_uid, &error));
    before = read_people (book);
    g_assert_false (tv_store_set_password (second, book->nurse_uid, "Y tế", password, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_BUSY);
    g_clear_error (&error);
    after = read_people (book);
    g_assert_cmpstr (before, ==, after);
    g_assert_true (tv_store_set_password (book->store, book->nurse_uid, "Y tế", password, &error));
    g_assert_no_error (error);
}

/* Whoever finds the book open does not know the password. */
static void
test_a_present_password_is_confirmed (void)
{
    g_autoptr (TvTestBook) book = NULL;
    g_autoptr (TvSecret) key = tv_secret_new_random (TV_KEY_SIZE);
    g_autoptr (TvSecret) password = tv_secret_new_text ("ba con mèo nhỏ");
    g_autoptr (TvSecret) wrong = tv_secret_new_text ("ba con mèo to");
    g_autoptr (GError) error = NULL;

    if (!engine_encrypts ())
        return;
    book = tv_test_book_new ();
    protect (book, key);
    tv_store_set_password (book->store, book->nurse_uid, "Y tế", password, &error);
    g_assert_no_error (error);
    g_assert_true (tv_store_confirm_password (book->store, book->nurse_uid, password, &error));
    g_assert_no_error (error);
    for (guint i = 0; i < 3; i++) {
        g_assert_false (tv_store_confirm_password (book->store, book->nurse_uid, wrong, &error));
        g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_WRONG_PASSWORD);
        g_clear_error (&error);
    }
    /* Now the right one waits too: nobody tries a list of words here. */
    g_assert_false (tv_store_confirm_password (book->store, book->nurse_uid, password, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_TOO_SOON);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/protect/there-and-back", test_there_and_back);
    g_test_add_func ("/protect/right", test_only_the_nurse_takes_it_off);
    g_test_add_func ("/protect/key", test_nobody_opens_without_the_key);
    g_test_add_func ("/protect/names", test_no_file_shows_a_name);
    g_test_add_func ("/protect/lock", test_a_lock_closes_it_for_everybody);
    g_test_add_func ("/protect/progress", test_tells_how_far_and_can_be_given_up);
    g_test_add_func ("/protect/wiped", test_the_key_is_wiped);
    g_test_add_func ("/protect/unfinished", test_nothing_unfinished_stays);
    g_test_add_func ("/protect/passwords", test_one_at_a_time_changes_passwords);
    g_test_add_func ("/protect/confirm", test_a_present_password_is_confirmed);
    g_test_add_func ("/protect/read-only", test_a_book_that_is_only_read_is_left_alone);
    return g_test_run ();
}
