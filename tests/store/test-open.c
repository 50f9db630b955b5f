/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Making and opening books, and refusing what is none. */

#include "tv-test-book.h"

#include "store/tv-store-settings.h"
#include "store/tv-store-students.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#define NOBODY 65534

static const TvSchool school = { .name = (char *) "Trường", .level = TV_LEVEL_PRIMARY };

static TvStore *
create (const char *folder, GError **error)
{
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 9, 21));

    return tv_store_create_seeded (folder, &school, clock, 1, error);
}

static TvStore *
open_book (const char *folder, GError **error)
{
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 9, 21));

    return tv_store_open (folder, clock, error);
}

static void
assert_mode (const char *folder, const char *name, guint mode)
{
    g_autofree char *path = g_build_filename (folder, name, NULL);
    GStatBuf status;

    g_assert_cmpint (g_stat (path, &status), ==, 0);
    g_assert_cmphex (status.st_mode & 0777, ==, mode);
}

static void
test_create (void)
{
    g_autofree char *parent = tv_test_folder_new ();
    g_autofree char *folder = g_build_filename (parent, "a", "book", NULL);
    g_autofree char *middle = g_build_filename (parent, "a", NULL);
    g_autofree char *journal = NULL;
    g_autoptr (TvStore) store = NULL;
    g_autoptr (TvStore) again = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_false (tv_store_exists (folder));
    store = create (folder, &error);
    g_assert_no_error (error);
    g_assert_true (tv_store_exists (folder));
    g_assert_cmpstr (tv_store_folder (store), ==, folder);
    g_assert_false (tv_store_is_read_only (store));
    assert_mode (parent, "a/book", 0700);
    assert_mode (folder, "book.db", 0600);
    assert_mode (folder, "book.db-wal", 0600);
    assert_mode (folder, "lock", 0600);
    tv_store_close (store);
    journal = g_build_filename (folder, "book.db-wal", NULL);
    g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));

    again = create (folder, &error);
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_EXISTS);
    g_assert_null (again);
    g_assert_true (tv_store_exists (folder));
    tv_test_folder_remove (folder);
    tv_test_folder_remove (middle);
    tv_test_folder_remove (parent);
}

/* The same seed and clock make the same book, uids and history and all. */
static void
test_same_seed (void)
{
    g_autoptr (TvTestBook) first = tv_test_book_new ();
    g_autoptr (TvTestBook) second = tv_test_book_new ();
    g_autofree char *first_dump = tv_test_book_dump (first);
    g_autofree char *second_dump = tv_test_book_dump (second);

    g_assert_cmpstr (first_dump, ==, second_dump);
}

static void
assert_refused (const char *folder, int code)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = open_book (folder, &error);

    g_assert_error (error, TV_STORE_ERROR, code);
    g_assert_null (store);
}

static void
write_book (const char *folder, const char *content, gssize size)
{
    g_autofree char *path = g_build_filename (folder, "book.db", NULL);
    g_autoptr (GError) error = NULL;

    g_file_set_contents (path, content, size, &error);
    g_assert_no_error (error);
}

static void
run_on_book (const char *folder, const char *sql)
{
    g_autofree char *path = g_build_filename (folder, "book.db", NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvConnection) connection
        = tv_connection_open (path, TV_CONNECTION_CREATE, NULL, &error);

    g_assert_no_error (error);
    tv_connection_exec (connection, sql, &error);
    g_assert_no_error (error);
}

static void
test_refusals (void)
{
    g_autofree char *folder = tv_test_folder_new ();
    g_autofree char *garbage = g_strnfill (8192, 'x');
    g_autofree char *path = g_build_filename (folder, "book.db", NULL);

    assert_refused (folder, TV_STORE_ERROR_NOT_FOUND);
    write_book (folder, "", 0);
    assert_refused (folder, TV_STORE_ERROR_NOT_A_BOOK);
    write_book (folder, garbage, 8192);
    assert_refused (folder, TV_STORE_ERROR_NOT_A_BOOK);
    write_book (folder, "họ tên;lớp\n", -1);
    assert_refused (folder, TV_STORE_ERROR_NOT_A_BOOK);
    g_unlink (path);
    run_on_book (folder, "CREATE TABLE student (id INTEGER); PRAGMA user_version = 1");
    assert_refused (folder, TV_STORE_ERROR_NOT_A_BOOK);
    run_on_book (folder, "PRAGMA application_id = 1196444487");
    assert_refused (folder, TV_STORE_ERROR_NOT_A_BOOK);
    tv_test_folder_remove (folder);
}

static void
test_newer (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = NULL;

    tv_test_book_tamper (book, "INSERT INTO schema_version VALUES (900, '7.5');"
                               "PRAGMA user_version = 900");
    store = open_book (book->folder, &error);
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NEWER);
    g_assert_cmpstr (error->message, ==, "7.5");
    tv_test_book_tamper (book, "PRAGMA user_version = 0");
    assert_refused (book->folder, TV_STORE_ERROR_NOT_A_BOOK);
}

static void
test_truncated (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autofree char *path = g_build_filename (book->folder, "book.db", NULL);
    g_autofree char *content = NULL;
    gsize size;

    g_clear_object (&book->store);
    g_assert_true (g_file_get_contents (path, &content, &size, NULL));
    write_book (book->folder, content, (gssize) (size / 2));
    assert_refused (book->folder, TV_STORE_ERROR_CORRUPT);
}

static gboolean
put_setting_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                GError **error)
{
    return tv_store_put_setting (change, "a", input ? input : "1", error);
}

static void
assert_only_read (TvStore *store, int code)
{
    g_autoptr (GError) error = NULL;

    g_assert_true (tv_store_is_read_only (store));
    g_assert_false (tv_store_write (store, "edit", put_setting_cb, NULL, NULL, &error));
    g_assert_error (error, TV_STORE_ERROR, code);
}

/* A second program may look, and is told who writes; when the first has gone it may write. */
static void
test_two_programs (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvStore) second = open_book (book->folder, NULL);
    g_autoptr (TvStore) third = NULL;
    TvStore *first = book->store;

    assert_only_read (second, TV_STORE_ERROR_BUSY);
    tv_test_book_write (book, "edit", put_setting_cb, NULL);
    book->store = second;
    g_assert_cmpint (tv_test_book_count (book, "setting"), ==, 1);
    book->store = NULL;
    g_clear_object (&first);
    third = open_book (book->folder, NULL);
    g_assert_false (tv_store_is_read_only (third));
}

static void
count_change_cb (TvStore *store, guint topics, guint *n_changes)
{
    if (topics & TV_TOPIC_MEASUREMENTS)
        *n_changes += 1;
}

/* Whoever could only look takes the book over without opening it anew; before that it stays as it
 * is, and the reason is told again. */
static void
test_take_over (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvStore) second = open_book (book->folder, NULL);
    TvStore *first = book->store;
    g_autoptr (GError) error = NULL;
    guint n_changes = 0;

    g_signal_connect (second, "changed", G_CALLBACK (count_change_cb), &n_changes);
    g_assert_false (tv_store_try_writing (second, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_BUSY);
    assert_only_read (second, TV_STORE_ERROR_BUSY);
    g_clear_error (&error);
    tv_test_book_write (book, "edit", put_setting_cb, NULL);
    book->store = second;
    g_clear_object (&first);
    g_assert_true (tv_store_try_writing (second, &error));
    g_assert_no_error (error);
    g_assert_false (tv_store_is_read_only (second));
    g_assert_null (tv_store_get_refusal (second));
    while (n_changes == 0)
        g_main_context_iteration (NULL, TRUE);
    tv_test_book_write (book, "edit", put_setting_cb, (gpointer) "2");
    g_assert_cmpint (tv_test_book_count (book, "setting"), ==, 1);
    first = open_book (book->folder, NULL);
    assert_only_read (first, TV_STORE_ERROR_BUSY);
    g_clear_object (&first);
    g_assert_true (tv_store_try_writing (second, &error));
    book->store = NULL;
}

/* A book that was closed while somebody tried stays closed. */
static void
test_take_over_closed (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvStore) second = open_book (book->folder, NULL);
    g_autoptr (GError) error = NULL;

    tv_store_close (book->store);
    tv_store_close (second);
    g_assert_false (tv_store_try_writing (second, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_FAILED);
    g_clear_object (&book->store);
    book->store = open_book (book->folder, NULL);
    g_assert_false (tv_store_is_read_only (book->store));
}

/* Root may write anywhere, so the book is looked at as somebody who may not. */
static void
become_nobody (void)
{
    if (geteuid () == 0)
        g_assert_cmpint (seteuid (NOBODY), ==, 0);
}

static void
become_oneself (void)
{
    g_assert_cmpint (seteuid (getuid ()), ==, 0);
}

static void
set_modes (const char *folder, int folder_mode, int file_mode)
{
    g_autofree char *path = g_build_filename (folder, "book.db", NULL);
    g_autofree char *lock = g_build_filename (folder, "lock", NULL);

    g_assert_cmpint (g_chmod (path, file_mode), ==, 0);
    g_assert_cmpint (g_chmod (lock, file_mode), ==, 0);
    g_assert_cmpint (g_chmod (folder, folder_mode), ==, 0);
}

static void
test_read_only (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autofree char *inside = g_build_filename (book->folder, "inside", NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = NULL;

    g_clear_object (&book->store);
    set_modes (book->folder, 0555, 0444);
    become_nobody ();
    book->store = open_book (book->folder, &error);
    g_assert_no_error (error);
    assert_only_read (book->store, TV_STORE_ERROR_READ_ONLY);
    g_assert_cmpint (tv_test_book_count (book, "student"), ==, 4);
    store = create (inside, &error);
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_READ_ONLY);
    g_clear_error (&error);
    store = create (book->folder, &error);
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_READ_ONLY);
    g_clear_object (&book->store);
    become_oneself ();
    set_modes (book->folder, 0700, 0600);
}

/* The folder can be written and the file cannot, as one copied from a disc: it is read, and nothing
 * is left beside it. */
static void
test_read_only_file (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autofree char *journal = g_build_filename (book->folder, "book.db-wal", NULL);
    g_autoptr (GError) error = NULL;

    g_clear_object (&book->store);
    set_modes (book->folder, 0777, 0444);
    become_nobody ();
    book->store = open_book (book->folder, &error);
    g_assert_no_error (error);
    assert_only_read (book->store, TV_STORE_ERROR_READ_ONLY);
    g_assert_cmpint (tv_test_book_count (book, "student"), ==, 4);
    g_clear_object (&book->store);
    g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
    become_oneself ();
    set_modes (book->folder, 0700, 0600);
}

/* The engine takes a path from here as any other, where nothing can be written too. */
static void
test_path_from_here (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autofree char *parent = g_path_get_dirname (book->folder);
    g_autofree char *name = g_path_get_basename (book->folder);
    g_autofree char *here = g_get_current_dir ();
    g_autoptr (GError) error = NULL;

    g_clear_object (&book->store);
    set_modes (book->folder, 0555, 0444);
    become_nobody ();
    g_assert_cmpint (g_chdir (parent), ==, 0);
    book->store = open_book (name, &error);
    g_assert_no_error (error);
    g_assert_cmpint (tv_test_book_count (book, "student"), ==, 4);
    g_clear_object (&book->store);
    become_oneself ();
    g_assert_cmpint (g_chdir (here), ==, 0);
    set_modes (book->folder, 0700, 0600);
}

/* Files may not grow past the lock's size, so there is no room for the journal's index: what is
 * there can still be read, and written again when there is room. */
static void
test_no_room (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (GError) error = NULL;
    struct rlimit usual, tight;

    g_clear_object (&book->store);
    signal (SIGXFSZ, SIG_IGN);
    g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &usual), ==, 0);
    tight = (struct rlimit){ 16384, usual.rlim_max };
    g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tight), ==, 0);
    book->store = open_book (book->folder, &error);
    g_assert_no_error (error);
    assert_only_read (book->store, TV_STORE_ERROR_FULL);
    g_assert_cmpint (tv_test_book_count (book, "student"), ==, 4);
    g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &usual), ==, 0);
    tv_test_book_reopen (book);
    tv_test_book_write (book, "edit", put_setting_cb, NULL);
}

/* Where a file stands in the way of the folder. */
static void
test_in_the_way (void)
{
    g_autofree char *folder = tv_test_folder_new ();
    g_autofree char *file = g_build_filename (folder, "file", NULL);
    g_autofree char *inside = g_build_filename (file, "book", NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = NULL;

    g_assert_true (g_file_set_contents (file, "x", 1, NULL));
    store = create (inside, &error);
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_READ_ONLY);
    g_clear_error (&error);
    store = create (file, &error);
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_READ_ONLY);
    tv_test_folder_remove (folder);
}

static void
copy_file (const char *from, const char *to, const char *name)
{
    g_autofree char *source = g_build_filename (from, name, NULL);
    g_autofree char *target = g_build_filename (to, name, NULL);
    g_autofree char *content = NULL;
    g_autoptr (GError) error = NULL;
    gsize size;

    g_file_get_contents (source, &content, &size, &error);
    g_assert_no_error (error);
    g_file_set_contents (target, content, (gssize) size, &error);
    g_assert_no_error (error);
}

/* The files as a power cut would leave them: what was committed is there. A lock that is nothing
 * keeps nobody out. */
static void
test_power_cut (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvTestBook) left = g_new0 (TvTestBook, 1);
    g_autofree char *before = NULL, *after = NULL, *lock = NULL;
    g_autoptr (GError) error = NULL;

    tv_test_book_write (book, "edit", put_setting_cb, NULL);
    before = tv_test_book_dump (book);
    left->folder = tv_test_folder_new ();
    left->clock = tv_clock_ref (book->clock);
    copy_file (book->folder, left->folder, "book.db");
    copy_file (book->folder, left->folder, "book.db-wal");
    lock = g_build_filename (left->folder, "lock", NULL);
    g_assert_true (g_file_set_contents (lock, "not a lock, whatever it is", -1, NULL));
    left->store = open_book (left->folder, &error);
    g_assert_no_error (error);
    g_assert_false (tv_store_is_read_only (left->store));
    after = tv_test_book_dump (left);
    g_assert_cmpstr (after, ==, before);
}

static gboolean
fill_disk_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
              GError **error)
{
    g_autofree char *notes = g_strnfill (4000, 'x');
    TvStudent student = { .name = (char *) "A", .birth_date = TV_DATE_NONE, .notes = notes };

    if (!tv_connection_exec (tv_change_connection (change), "PRAGMA max_page_count = 120", error))
        return FALSE;
    for (int i = 0; i < 1000; i++) {
        if (tv_store_put_student (change, &student, error) == 0)
            return FALSE;
    }
    g_assert_not_reached ();
}

/* A full disk takes nothing of what is there, and what is there can still be read. */
static void
test_full (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autofree char *before = tv_test_book_dump (book);
    g_autofree char *after = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_false (tv_store_write (book->store, "import", fill_disk_cb, NULL, NULL, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_FULL);
    after = tv_test_book_dump (book);
    g_assert_cmpstr (after, ==, before);
    tv_test_book_write (book, "edit", put_setting_cb, NULL);
}

/* The window looks at why it can only read, while another thread unlocks the book. */
static void
test_lock_keeps_refusal (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) second = tv_store_open (book->folder, book->clock, &error);
    const GError *refusal;

    g_assert_no_error (error);
    refusal = tv_store_get_refusal (second);
    g_assert_error (refusal, TV_STORE_ERROR, TV_STORE_ERROR_BUSY);
    tv_store_lock (second);
    g_assert_true (tv_store_unlock (second, NULL, &error));
    g_assert_no_error (error);
    g_assert_true (tv_store_get_refusal (second) == refusal);
}

/* Somebody signs in, and the window is closed before the book is open. */
static void
test_closed_stays_closed (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (GError) error = NULL;

    tv_store_lock (book->store);
    tv_store_close (book->store);
    g_assert_false (tv_store_unlock (book->store, NULL, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_FAILED);
    /* Nobody holds the file any more. */
    tv_test_book_reopen (book);
    g_assert_false (tv_store_is_read_only (book->store));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/open/create", test_create);
    g_test_add_func ("/open/same-seed", test_same_seed);
    g_test_add_func ("/open/refusals", test_refusals);
    g_test_add_func ("/open/newer", test_newer);
    g_test_add_func ("/open/truncated", test_truncated);
    g_test_add_func ("/open/two-programs", test_two_programs);
    g_test_add_func ("/open/take-over", test_take_over);
    g_test_add_func ("/open/take-over-closed", test_take_over_closed);
    g_test_add_func ("/open/closed", test_closed_stays_closed);
    g_test_add_func ("/open/lock-keeps-refusal", test_lock_keeps_refusal);
    g_test_add_func ("/open/read-only", test_read_only);
    g_test_add_func ("/open/read-only-file", test_read_only_file);
    g_test_add_func ("/open/path-from-here", test_path_from_here);
    g_test_add_func ("/open/no-room", test_no_room);
    g_test_add_func ("/open/in-the-way", test_in_the_way);
    g_test_add_func ("/open/power-cut", test_power_cut);
    g_test_add_func ("/open/full", test_full);
    return g_test_run ();
}
