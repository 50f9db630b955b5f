/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What leaves the book is entered in its history first, and does not leave where that fails. */

#include "tv-test-people.h"
#include "workflows/tv-book-list.h"
#include "workflows/tv-export-log.h"

#include <stdio.h>
#include <string.h>

static guint
count (TvTestBook *book)
{
    return (guint) tv_test_book_count (book, "access");
}

static gboolean
list (TvTestBook *book, TvBookListKind kind, GError **error)
{
    FILE *file = tmpfile ();
    gboolean is_good = tv_book_list_write (book->store, kind, file, error);
    gboolean is_empty = ftell (file) == 0;

    fclose (file);
    /* What is refused is not written in part either. */
    g_assert_cmpint (is_good, ==, !is_empty);
    return is_good;
}

static void
test_lists (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (GError) error = NULL;

    g_assert_true (list (book, TV_BOOK_LIST_CLASSES, &error));
    g_assert_cmpuint (count (book), ==, 0);
    g_assert_true (list (book, TV_BOOK_LIST_STUDENTS, &error));
    g_assert_cmpuint (count (book), ==, 1);
    g_assert_true (list (book, TV_BOOK_LIST_MEASUREMENTS, &error));
    g_assert_true (list (book, TV_BOOK_LIST_HISTORY, &error));
    g_assert_cmpuint (count (book), ==, 3);
    g_assert_no_error (error);
}

static gboolean
may (TvTestBook *book, TvExport what, const char *student_uid)
{
    g_autoptr (GError) error = NULL;

    if (tv_export_log (book->store, what, student_uid, &error))
        return TRUE;
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED);
    return FALSE;
}

static void
test_rights (void)
{
    static const gboolean allowed[][5] = {
        [TV_ROLE_NURSE] = { TRUE, TRUE, TRUE, TRUE, TRUE },
        [TV_ROLE_PRINCIPAL] = { TRUE, TRUE, TRUE, FALSE, FALSE },
        [TV_ROLE_TEACHER] = { FALSE, FALSE, FALSE, FALSE, FALSE },
        [TV_ROLE_AUDITOR] = { FALSE, FALSE, FALSE, FALSE, TRUE },
    };
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvTestPeople) people = tv_test_people_new (book);

    for (TvRole role = TV_ROLE_NURSE; role <= TV_ROLE_AUDITOR; role++) {
        tv_test_people_sign_in (people, book, role);
        for (TvExport what = TV_EXPORT_LIST; what <= TV_EXPORT_HISTORY; what++) {
            guint before = count (book);

            g_assert_cmpint (may (book, what, NULL), ==, allowed[role][what]);
            g_assert_cmpuint (count (book), ==, before + (allowed[role][what] != FALSE));
        }
    }
}

static void
test_unknown_child (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (GError) error = NULL;

    g_assert_false (tv_export_log (book->store, TV_EXPORT_CHART, "nobody", &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_FOUND);
    g_assert_cmpuint (count (book), ==, 0);
}

/* Whoever sees everything may read on where another has the book; on request is not enough. */
static void
test_read_only (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvTestPeople) people = tv_test_people_new (book);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) second = tv_store_open (book->folder, book->clock, &error);
    TvTestBook other = { .folder = book->folder, .clock = book->clock, .store = second };

    g_assert_no_error (error);
    g_assert_true (tv_store_is_read_only (second));
    g_assert_true (tv_export_log (second, TV_EXPORT_LIST, NULL, &error));
    tv_test_people_sign_in (people, &other, TV_ROLE_PRINCIPAL);
    g_assert_false (tv_export_log (second, TV_EXPORT_LIST, NULL, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
    g_assert_nonnull (strstr (error->message, "history"));
    g_clear_error (&error);
    /* An auditor sees the history in the window too. */
    tv_test_people_sign_in (people, &other, TV_ROLE_AUDITOR);
    g_assert_true (tv_export_log (second, TV_EXPORT_HISTORY, NULL, &error));
    g_assert_no_error (error);
}

/* The book's lock is ours, but another program has begun to write in the file. */
static void
test_file_held (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvTestPeople) people = tv_test_people_new (book);
    g_autofree char *path = g_build_filename (book->folder, "book.db", NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvConnection) other = tv_connection_open (path, TV_CONNECTION_WRITE, NULL, &error);

    g_assert_no_error (error);
    tv_test_people_sign_in (people, book, TV_ROLE_NURSE);
    g_assert_true (tv_connection_begin (other, &error));
    g_assert_false (tv_store_is_read_only (book->store));
    g_assert_true (tv_export_log (book->store, TV_EXPORT_LIST, NULL, &error));
    g_assert_no_error (error);
    tv_connection_rollback (other);
    tv_test_people_sign_in (people, book, TV_ROLE_PRINCIPAL);
    g_assert_true (tv_connection_begin (other, &error));
    g_assert_false (tv_export_log (book->store, TV_EXPORT_LIST, NULL, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
    tv_connection_rollback (other);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/export-log/lists", test_lists);
    g_test_add_func ("/export-log/rights", test_rights);
    g_test_add_func ("/export-log/unknown-child", test_unknown_child);
    g_test_add_func ("/export-log/read-only", test_read_only);
    g_test_add_func ("/export-log/file-held", test_file_held);
    return g_test_run ();
}
