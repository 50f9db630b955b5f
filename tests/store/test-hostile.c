/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Books that somebody made to do harm: what they bring along is never run, and they lead to no
 * other file. */

#include "tv-test-book.h"

#include <string.h>

typedef struct {
    const char *path;
    const char *sql;
} Addition;

/* Each would run by itself as soon as rows are read or written. */
static const Addition additions[] = {
    { "/hostile/trigger",
      "CREATE TRIGGER x AFTER INSERT ON student BEGIN DELETE FROM reading; END" },
    { "/hostile/view", "CREATE VIEW x AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1"
                       " FROM n) SELECT i FROM n" },
    { "/hostile/view-in-place-of-a-table", "PRAGMA foreign_keys = OFF; DROP TABLE reading;"
                                           "CREATE VIEW reading AS SELECT 1 AS id, 'x' AS uid" },
    { "/hostile/extension", "CREATE VIRTUAL TABLE x USING fts5 (name)" },
    { "/hostile/worked-out-column",
      "ALTER TABLE setting ADD COLUMN x TEXT AS (hex (zeroblob (length (value))))" },
    { "/hostile/worked-out-index", "CREATE INDEX x ON setting (hex (zeroblob (length (value))))" },
    { "/hostile/index-under-our-name",
      "DROP INDEX access_student; CREATE INDEX access_student ON access (hex (student_uid))" },
    { "/hostile/partial-index", "CREATE INDEX x ON setting (name) WHERE length (hex (value)) > 5" },
};

static void
assert_refused (TvTestBook *book, int code)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = tv_store_open (book->folder, book->clock, &error);

    g_assert_error (error, TV_STORE_ERROR, code);
    g_assert_null (store);
}

static void
test_addition (gconstpointer data)
{
    const Addition *addition = data;
    g_autoptr (TvTestBook) book = tv_test_book_new ();

    tv_test_book_tamper (book, addition->sql);
    assert_refused (book, TV_STORE_ERROR_NOT_A_BOOK);
}

static void
put_number (GByteArray *bytes, guint32 number)
{
    guint8 parts[] = { (guint8) (number >> 24), (guint8) (number >> 16), (guint8) (number >> 8),
                       (guint8) number };

    g_byte_array_append (bytes, parts, sizeof parts);
}

#define PAGE_SIZE 4096
#define SECTOR_SIZE 512

/* A journal without pages, of a change of two files whose list stands at @other. */
static GByteArray *
make_journal (const char *other, guint32 n_pages)
{
    static const guint8 magic[] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };
    GByteArray *bytes = g_byte_array_new ();
    guint32 sum = 0;

    g_byte_array_append (bytes, magic, sizeof magic);
    put_number (bytes, 0);
    put_number (bytes, 1);
    put_number (bytes, n_pages);
    put_number (bytes, SECTOR_SIZE);
    put_number (bytes, PAGE_SIZE);
    g_byte_array_set_size (bytes, SECTOR_SIZE);
    memset (bytes->data + 28, 0, SECTOR_SIZE - 28);
    put_number (bytes, 0x40000000 / PAGE_SIZE + 1);
    g_byte_array_append (bytes, (const guint8 *) other, (guint) strlen (other));
    for (const char *p = other; *p; p++)
        sum += (guint32) (gint32) (signed char) *p;
    put_number (bytes, (guint32) strlen (other));
    put_number (bytes, sum);
    g_byte_array_append (bytes, magic, sizeof magic);
    return bytes;
}

/* The engine would read the file that such a journal names, and delete it: beside the lock at once,
 * beside the book as soon as it were written. */
static void
test_journal (gconstpointer name)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autofree char *outside = tv_test_folder_new ();
    g_autofree char *letter = g_build_filename (outside, "letter.txt", NULL);
    g_autofree char *path = g_build_filename (book->folder, name, NULL);
    g_autofree char *journal_path = g_strconcat (path, "-journal", NULL);
    g_autoptr (GByteArray) journal = NULL;
    g_autofree char *content = NULL;
    gsize size;

    g_clear_object (&book->store);
    g_assert_true (g_file_set_contents (letter, "Dear parents", -1, NULL));
    g_assert_true (g_file_get_contents (path, &content, &size, NULL));
    journal = make_journal (letter, (guint32) (size / PAGE_SIZE));
    g_assert_true (g_file_set_contents (journal_path, (const char *) journal->data,
                                        (gssize) journal->len, NULL));
    assert_refused (book, TV_STORE_ERROR_NOT_A_BOOK);
    g_assert_true (g_file_test (letter, G_FILE_TEST_EXISTS));
    tv_test_folder_remove (outside);
}

/* What a file could make the engine do is bounded for every connection. */
static void
test_limits (void)
{
    static const char *const refused[]
        = { "SELECT length (zeroblob (17 * 1024 * 1024))", "SELECT \"no such column\"",
            "PRAGMA writable_schema = ON; DELETE FROM sqlite_master",
            "ATTACH ':memory:' AS a; ATTACH ':memory:' AS b", "SELECT load_extension ('x')" };
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autofree char *path = g_build_filename (book->folder, "book.db", NULL);
    g_autoptr (TvConnection) connection = NULL;
    g_autoptr (GError) error = NULL;

    g_clear_object (&book->store);
    connection = tv_connection_open (path, TV_CONNECTION_WRITE, NULL, &error);
    g_assert_no_error (error);
    for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
        g_test_message ("%s", refused[i]);
        g_assert_false (tv_connection_exec (connection, refused[i], &error));
        g_assert_nonnull (error);
        g_clear_error (&error);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (additions); i++)
        g_test_add_data_func (additions[i].path, &additions[i], test_addition);
    g_test_add_data_func ("/hostile/journal-of-the-book", "book.db", test_journal);
    g_test_add_data_func ("/hostile/journal-of-the-lock", "lock", test_journal);
    g_test_add_func ("/hostile/limits", test_limits);
    return g_test_run ();
}
