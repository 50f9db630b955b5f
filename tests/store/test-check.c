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

/* Numbers that grow with the program, not with the test. */
static gboolean
is_counter (TvBookTroubleKind kind)
{
    return kind == TV_BOOK_TROUBLE_NUMBERING || kind == TV_BOOK_TROUBLE_VERSION;
}

/* "value measurement 1" for each trouble, up to the fourth. */
static char *
tell (const TvBookCheck *found)
{
    GString *told = g_string_new (NULL);

    for (guint i = 0; i < MIN (found->troubles->len, 4); i++) {
        const TvBookTrouble *trouble = g_ptr_array_index (found->troubles, i);

        g_string_append_printf (told, "%s%s", i ? "; " : "", tv_book_trouble_code (trouble->kind));
        if (*trouble->table)
            g_string_append_printf (told, " %s", trouble->table);
        if (trouble->id && !is_counter (trouble->kind))
            g_string_append_printf (told, " %" G_GINT64_FORMAT, trouble->id);
    }
    return g_string_free (told, FALSE);
}

static void
assert_found (TvTestBook *book, const char *wanted)
{
    g_autoptr (TvBookCheck) found = check (book);
    g_autofree char *told = tell (found);

    g_assert_cmpstr (told, ==, wanted);
    g_assert_true ((*wanted == '\0') == (tv_book_check_count (found) == 0));
}

static void
test_sound (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvBookCheck) found = NULL;

    tv_test_book_undo_last (book, NULL);
    assert_found (book, "");
    found = check (book);
    g_assert_cmpint (found->version, ==, tv_test_book_count (book, "schema_version"));
    g_assert_cmpint (found->n_students, ==, 0);
    g_assert_cmpint (found->n_changes, ==, 3);
    g_assert_cmpint (found->n_entries, ==, tv_test_book_count (book, "change_entry"));
}

typedef struct {
    const char *path;
    const char *sql;
    const char *troubles;
} Tampering;

static const Tampering tamperings[] = {
    { "/check/value", "UPDATE measurement SET weight_g = 12000", "value measurement 1" },
    { "/check/value-taken-away", "UPDATE student SET birth_date = NULL WHERE id = 2",
      "value student 2" },
    { "/check/value-added", "UPDATE student SET notes = 'x' WHERE id = 2", "value student 2" },
    { "/check/key", "UPDATE reading SET id = 9 WHERE id = 2",
      "unheard-of reading 9; gone reading 2" },
    { "/check/unheard-of",
      "INSERT INTO setting (uid, school_id, name, value) VALUES ('x', 1, 'x', 'x')",
      "unheard-of setting 1" },
    { "/check/deleted", "DELETE FROM reading WHERE id = 1", "gone reading 1" },
    { "/check/entry-value",
      "UPDATE change_entry SET new_json = replace (new_json, '15400', '12000')"
      " WHERE table_name = 'measurement'",
      "entry measurement 2; value measurement 1" },
    { "/check/value-and-entry",
      "UPDATE measurement SET weight_g = 12000;"
      "UPDATE change_entry SET new_json = replace (new_json, '15400', '12000')"
      " WHERE table_name = 'measurement'",
      "entry measurement 2" },
    { "/check/entry-salt", "UPDATE change_entry SET salt = NULL WHERE table_name = 'measurement'",
      "entry measurement 2" },
    { "/check/entry-removed", "DELETE FROM change_entry WHERE table_name = 'session'",
      "numbering change_entry; chain 2; unheard-of session 1" },
    { "/check/time", "UPDATE change_set SET time_utc = '2026-01-01T00:00:00.000Z' WHERE id = 2",
      "chain 2" },
    { "/check/set-removed",
      "DELETE FROM change_entry WHERE change_set_id = 1; DELETE FROM change_set WHERE id = 1",
      "numbering change_entry; numbering change_set; chain 2; unheard-of school 1" },
    { "/check/missing-record", "PRAGMA foreign_keys = OFF; DELETE FROM student WHERE id = 4",
      "reference enrolment 4; gone student 4" },
    { "/check/layout", "DROP INDEX reading_measurement; CREATE TABLE x (x)",
      "layout reading_measurement; layout x" },
    { "/check/version", "DELETE FROM schema_version WHERE version = 1", "version" },
    /* Values may be erased: the chain covers digests alone. */
    { "/check/erased",
      "UPDATE change_entry SET old_json = NULL, new_json = NULL, salt = NULL"
      " WHERE table_name = 'student'",
      "" },
};

static void
test_tampering (gconstpointer data)
{
    const Tampering *tampering = data;
    g_autoptr (TvTestBook) book = tv_test_book_new ();

    tv_test_book_tamper (book, tampering->sql);
    tv_test_book_reopen (book);
    assert_found (book, tampering->troubles);
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
