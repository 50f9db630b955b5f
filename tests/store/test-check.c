/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the examination of a book finds, and that a sound book has nothing to find. */

#include "tv-test-book.h"

#include "store/tv-store-check.h"

static gpointer
check_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return tv_store_check (connection, error);
}

static TvBookCheck *
check (TvTestBook *book)
{
    g_autoptr (GError) error = NULL;
    TvBookCheck *found = tv_store_read (book->store, check_cb, NULL, &error);

    g_assert_no_error (error);
    return found;
}

static void
test_sound (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvBookCheck) found = NULL;

    tv_test_book_undo_last (book, NULL);
    found = check (book);
    for (guint i = 0; i < found->troubles->len; i++)
        g_test_message ("%s", (char *) found->troubles->pdata[i]);
    g_assert_cmpuint (found->troubles->len, ==, 0);
    g_assert_cmpint (found->version, ==, 2);
    g_assert_cmpint (found->n_students, ==, 0);
    g_assert_cmpint (found->n_changes, ==, 3);
}

typedef struct {
    const char *path;
    const char *sql;
    guint n_troubles;
    const char *trouble; /* how the first begins */
} Tampering;

static const Tampering tamperings[] = {
    { "/check/value", "UPDATE measurement SET weight_g = 12000", 1, "measurement 1: differs" },
    { "/check/unheard-of",
      "INSERT INTO setting (uid, school_id, name, value) VALUES ('x', 1, 'x', 'x')", 1,
      "setting: the history does not know of 1 records" },
    { "/check/deleted", "DELETE FROM reading WHERE id = 1", 1, "reading 1: differs" },
    { "/check/entry-value",
      "UPDATE change_entry SET new_json = replace (new_json, '15400', '12000')"
      " WHERE table_name = 'measurement'",
      2, "history 2: the entry for measurement" },
    { "/check/value-and-entry",
      "UPDATE measurement SET weight_g = 12000;"
      "UPDATE change_entry SET new_json = replace (new_json, '15400', '12000')"
      " WHERE table_name = 'measurement'",
      1, "history 2: the entry for measurement" },
    { "/check/entry-removed", "DELETE FROM change_entry WHERE table_name = 'session'", 2,
      "history 2: the chain is broken" },
    { "/check/time", "UPDATE change_set SET time_utc = '2026-01-01T00:00:00.000Z' WHERE id = 2", 1,
      "history 2: the chain is broken" },
    { "/check/set-removed",
      "DELETE FROM change_entry WHERE change_set_id = 1; DELETE FROM change_set WHERE id = 1", 4,
      "history 2: the chain is broken" },
    { "/check/missing-record", "PRAGMA foreign_keys = OFF; DELETE FROM student WHERE id = 4", 2,
      "enrolment 4: the record it refers to in student is missing" },
    /* Values may be erased: the chain covers digests alone. */
    { "/check/erased",
      "UPDATE change_entry SET old_json = NULL, new_json = NULL, salt = NULL"
      " WHERE table_name = 'student'",
      0, NULL },
};

static void
test_tampering (gconstpointer data)
{
    const Tampering *tampering = data;
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvBookCheck) found = NULL;

    tv_test_book_tamper (book, tampering->sql);
    tv_test_book_reopen (book);
    found = check (book);
    for (guint i = 0; i < found->troubles->len; i++)
        g_test_message ("%s", (char *) found->troubles->pdata[i]);
    g_assert_cmpuint (found->troubles->len, ==, tampering->n_troubles);
    if (tampering->n_troubles > 0)
        g_assert_true (g_str_has_prefix (found->troubles->pdata[0], tampering->trouble));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/check/sound", test_sound);
    for (guint i = 0; i < G_N_ELEMENTS (tamperings); i++)
        g_test_add_data_func (tamperings[i].path, &tamperings[i], test_tampering);
    return g_test_run ();
}
