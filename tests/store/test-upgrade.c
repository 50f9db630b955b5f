/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The ladder from older books to today's. */

#include "tv-test-book.h"

#include "store/tv-schema.h"
#include "store/tv-store-check.h"

#include <glib/gstdio.h>

/* Two rungs of a ladder that is not ours, over a book of today. */
static const TvSchemaStep further_steps[] = {
    { 101, NULL, "ALTER TABLE student ADD COLUMN blood_group TEXT" },
    { 102, NULL, "CREATE TABLE visit (id INTEGER PRIMARY KEY) STRICT" },
};

static const TvSchemaStep broken_steps[] = {
    { 101, NULL, "ALTER TABLE student ADD COLUMN blood_group TEXT" },
    { 102, NULL, "CREATE TABLE visit (id INTEGER PRIMARY KEY) STRICT; CREATE TABLE student (x)" },
};

static TvConnection *
open_file (const char *folder, const char *name, TvConnectionMode mode)
{
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autoptr (GError) error = NULL;
    TvConnection *connection = tv_connection_open (path, mode, NULL, &error);

    g_assert_no_error (error);
    return connection;
}

static gint64
read_number (TvConnection *connection, const char *sql)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStatement) row = tv_connection_prepare (connection, sql, &error);

    g_assert_no_error (error);
    g_assert_cmpint (tv_statement_step (row, &error), ==, TV_STEP_ROW);
    return tv_statement_get_int (row, 0);
}

static void
test_climb (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autofree char *copy_path = g_build_filename (book->folder, "copy.db", NULL);
    g_autoptr (TvConnection) connection = NULL;
    g_autoptr (TvConnection) copy = NULL;
    g_autoptr (GError) error = NULL;
    GStatBuf status;
    guint n_steps;
    int version;

    tv_schema_get_steps (&n_steps);
    g_clear_object (&book->store);
    connection = open_file (book->folder, "book.db", TV_CONNECTION_WRITE);
    tv_schema_upgrade (connection, further_steps, 2, copy_path, &error);
    g_assert_no_error (error);
    g_assert_true (tv_schema_identify (connection, 102, &version, &error));
    g_assert_cmpint (version, ==, 102);
    g_assert_cmpint (read_number (connection, "SELECT COUNT(blood_group) FROM student"), ==, 0);
    g_assert_cmpint (read_number (connection, "SELECT COUNT(*) FROM visit"), ==, 0);
    g_assert_cmpint (read_number (connection, "SELECT COUNT(*) FROM schema_version"), ==,
                     (int) n_steps + 2);

    /* The copy is the book as it was, and nobody else's to read. */
    copy = open_file (book->folder, "copy.db", TV_CONNECTION_READ);
    g_assert_true (tv_schema_identify (copy, (int) n_steps, &version, &error));
    g_assert_cmpint (read_number (copy, "SELECT COUNT(*) FROM student"), ==, 4);
    g_assert_cmpint (g_stat (copy_path, &status), ==, 0);
    g_assert_cmphex (status.st_mode & 0777, ==, 0600);
}

static void
test_broken_rung (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvConnection) connection = NULL;
    g_autoptr (GError) error = NULL;
    int version;

    g_clear_object (&book->store);
    connection = open_file (book->folder, "book.db", TV_CONNECTION_WRITE);
    g_assert_false (tv_schema_upgrade (connection, broken_steps, 2, NULL, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_FAILED);
    g_clear_error (&error);
    g_assert_true (tv_schema_identify (connection, 102, &version, &error));
    g_assert_cmpint (version, ==, 101);
    g_assert_cmpint (
        read_number (connection, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'visit'"), ==, 0);
}

static void
test_nothing_to_climb (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (GDir) dir = NULL;
    const char *name;

    tv_test_book_reopen (book);
    dir = g_dir_open (book->folder, 0, NULL);
    while ((name = g_dir_read_name (dir)))
        g_assert_false (g_str_has_prefix (name, "book-version"));
}

static gpointer
check_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return tv_store_check (connection, error);
}

/* Rows that were written before the tables grew are still what the history says of them: the whole
 * of a test book can be taken back, down to what made the book. */
static void
check_history (TvTestBook *book)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvBookCheck) found = tv_store_read (book->store, check_cb, NULL, &error);

    g_assert_no_error (error);
    for (guint i = 0; i < found->troubles->len; i++)
        g_test_message ("%s", (char *) found->troubles->pdata[i]);
    g_assert_cmpuint (found->troubles->len, ==, 0);
    tv_test_book_undo_last (book, &error);
    g_assert_no_error (error);
    g_assert_cmpint (tv_test_book_count (book, "student"), ==, 0);
}

/* A book of each version that was ever in use opens, and says what it said. */
static void
test_old_book (gconstpointer data)
{
    g_autofree char *folder = tv_test_folder_new ();
    g_autofree char *source = g_test_build_filename (G_TEST_DIST, "fixtures", "store", data, NULL);
    g_autofree char *script = NULL;
    g_autoptr (TvConnection) connection = NULL;
    g_autoptr (GError) error = NULL;
    TvTestBook book = { .folder = folder };

    g_file_get_contents (source, &script, NULL, &error);
    g_assert_no_error (error);
    connection = open_file (folder, "book.db", TV_CONNECTION_CREATE);
    tv_connection_exec (connection, script, &error);
    g_assert_no_error (error);
    g_clear_pointer (&connection, tv_connection_free);
    book.clock = tv_clock_new_fixed (tv_date_from_ymd (2030, 1, 1));
    book.store = tv_store_open (folder, book.clock, &error);
    g_assert_no_error (error);
    g_assert_false (tv_store_is_read_only (book.store));
    g_assert_cmpint (tv_test_book_count (&book, "student"), ==, 4);
    g_assert_cmpint (tv_test_book_count (&book, "reading"), ==, 2);
    check_history (&book);
    g_clear_object (&book.store);
    tv_clock_unref (book.clock);
    tv_test_folder_remove (folder);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/upgrade/climb", test_climb);
    g_test_add_func ("/upgrade/broken-rung", test_broken_rung);
    g_test_add_func ("/upgrade/nothing-to-climb", test_nothing_to_climb);
    g_test_add_data_func ("/upgrade/version-1", "book-0001.sql", test_old_book);
    g_test_add_data_func ("/upgrade/version-2", "book-0002.sql", test_old_book);
    return g_test_run ();
}
