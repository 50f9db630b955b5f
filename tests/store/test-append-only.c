/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the history says can be added to, and not be said otherwise. */

#include "tv-test-book.h"

#include <string.h>

/* On a book in which change set 1 made it, 2 filled it, and 3 is under way. */
static const char *const refused[] = {
    "DELETE FROM device",
    "DELETE FROM change_set WHERE id = 2",
    "DELETE FROM change_entry WHERE id = 3",
    "DELETE FROM change_entry",
    "DELETE FROM access",
    "UPDATE device SET name = 'x'",
    "UPDATE device SET id = 7",
    "UPDATE change_set SET chain = '' WHERE id = 2",
    "UPDATE change_set SET chain = 'x' WHERE id = 2",
    "UPDATE change_set SET chain = '' WHERE id = 3",
    "UPDATE change_set SET chain = 'x', id = 9 WHERE id = 3",
    "UPDATE change_set SET chain = 'x', uid = 'y' WHERE id = 3",
    "UPDATE change_set SET chain = 'x', person_id = 9 WHERE id = 3",
    "UPDATE change_set SET chain = 'x', time_utc = '2026' WHERE id = 3",
    "UPDATE change_set SET chain = 'x', kind = 'y' WHERE id = 3",
    "UPDATE change_set SET chain = 'x', undo_of = 1 WHERE id = 3",
    "UPDATE change_set SET kind = 'y' WHERE id = 2",
    "UPDATE change_entry SET new_json = '{}' WHERE id = 3",
    "UPDATE change_entry SET new_json = NULL WHERE id = 3",
    "UPDATE change_entry SET salt = NULL WHERE id = 3",
    "UPDATE change_entry SET old_json = NULL, new_json = NULL, salt = NULL, digest = 'x'",
    "UPDATE change_entry SET old_json = NULL, new_json = NULL, salt = NULL, record_uid = 'x'",
    "UPDATE change_entry SET old_json = NULL, new_json = NULL, salt = NULL, record_id = 99",
    "UPDATE change_entry SET old_json = NULL, new_json = NULL, salt = NULL, student_id = 99",
    "UPDATE change_entry SET old_json = NULL, new_json = NULL, salt = NULL, table_name = 'x'",
    "UPDATE change_entry SET old_json = NULL, new_json = NULL, salt = NULL, action = 'update'"
    " WHERE action = 'insert'",
    "UPDATE change_entry SET old_json = NULL, new_json = NULL, salt = NULL, change_set_id = 1",
    "UPDATE change_entry SET old_json = NULL, new_json = NULL, salt = NULL, id = id + 1000",
    "INSERT OR REPLACE INTO device SELECT * FROM device",
    "INSERT OR REPLACE INTO change_set SELECT * FROM change_set WHERE id = 2",
    "REPLACE INTO change_entry SELECT * FROM change_entry WHERE id = 3",
    "UPDATE OR REPLACE change_entry SET id = 4 WHERE id = 3",
    "UPDATE access SET reason = 'x'",
    "UPDATE access SET reason = NULL, time_utc = '2026'",
    "UPDATE access SET reason = NULL, person_id = 2",
    "UPDATE access SET reason = NULL, what = 'y'",
    "UPDATE access SET reason = NULL, student_uid = 'y'",
    "REPLACE INTO access SELECT * FROM access",
};

static const char *const allowed[] = {
    "UPDATE change_set SET chain = 'x' WHERE id = 3",
    "UPDATE change_entry SET old_json = NULL, new_json = NULL, salt = NULL WHERE id = 3",
    "UPDATE access SET reason = NULL",
};

static const char begin_third[]
    = "INSERT INTO change_set (uid, device_id, person_id, time_utc, kind, chain)"
      " VALUES ('third', 1, 1, '2026-09-21T00:00:00.000Z', 'x', '');"
      "INSERT INTO person (uid, school_id, name, role, is_active)"
      " VALUES ('second', 1, 'B', 'auditor', 1);"
      "INSERT INTO access (uid, school_id, person_id, time_utc, what, student_uid, reason)"
      " VALUES ('a', 1, 1, '2026-09-21T00:00:00.000Z', 'x', 's', 'r')";

static gboolean
try_all_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
            GError **error)
{
    TvConnection *connection = tv_change_connection (change);

    g_assert_true (tv_connection_exec (connection, begin_third, error));
    for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
        g_autoptr (GError) refusal = NULL;

        g_test_message ("%s", refused[i]);
        g_assert_false (tv_connection_exec (connection, refused[i], &refusal));
        g_assert_error (refusal, TV_STORE_ERROR, TV_STORE_ERROR_CONSTRAINT);
        g_assert_nonnull (strstr (refusal->message, "the history is kept"));
    }
    for (guint i = 0; i < G_N_ELEMENTS (allowed); i++) {
        tv_connection_exec (connection, allowed[i], error);
        g_assert_no_error (*error);
    }
    /* What was tried here is not to stay. */
    g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_FAILED, "given up");
    return FALSE;
}

static void
test_refused (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (GError) error = NULL;

    g_assert_false (tv_store_write (book->store, "try", try_all_cb, NULL, NULL, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_FAILED);
    g_test_message ("%u ways of altering the history refused", (guint) G_N_ELEMENTS (refused));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/append-only/refused", test_refused);
    return g_test_run ();
}
