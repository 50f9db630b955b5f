/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A change is whole or not at all, and only by who may make it. */

#include "tv-test-book.h"

#include "store/tv-store-history.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-people.h"
#include "store/tv-store-settings.h"
#include "store/tv-store-students.h"

static gboolean
fail_halfway_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                 GError **error)
{
    TvTestBook *book = input;

    return tv_store_put_setting (change, "a", "1", error)
           && tv_store_delete_student (change, book->student_ids[0], error)
           && tv_store_delete_student (change, 999, error);
}

static gboolean
give_up_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
            GError **error)
{
    tv_store_put_setting (change, "a", "1", error);
    return FALSE;
}

static void
test_whole_or_not (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autofree char *before = tv_test_book_dump (book);
    gint64 n_entries = tv_test_book_count (book, "change_entry");
    g_autofree char *after = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_false (tv_store_write (book->store, "edit", fail_halfway_cb, book, NULL, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_FOUND);
    g_clear_error (&error);
    g_assert_false (tv_store_write (book->store, "edit", give_up_cb, NULL, NULL, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_FAILED);
    after = tv_test_book_dump (book);
    g_assert_cmpstr (after, ==, before);
    g_assert_cmpint (tv_test_book_count (book, "change_entry"), ==, n_entries);
}

static gboolean
write_same_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
               GError **error)
{
    TvTestBook *book = input;
    g_autoptr (TvStudent) student
        = tv_store_get_student (tv_change_connection (change), book->student_ids[0], error);

    return tv_store_put_student (change, student, error) == book->student_ids[0];
}

static void
test_no_difference (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    gint64 n_sets = tv_test_book_count (book, "change_set");

    tv_test_book_write (book, "edit", write_same_cb, book);
    g_assert_cmpint (tv_test_book_count (book, "change_set"), ==, n_sets);
}

static gboolean
put_setting_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                GError **error)
{
    return tv_store_put_setting (change, "a", "1", error);
}

static gboolean
exclude_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
            GError **error)
{
    TvTestBook *book = input;

    return tv_store_exclude_measurement (change, book->measurement_id, "nhầm", error);
}

static gpointer
history_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    const gint64 *page = input;

    return tv_store_list_history (connection, page[0], (guint) page[1], page[2], error);
}

static GPtrArray *
list_history (TvTestBook *book, gint64 before, gint64 limit, gint64 student_id)
{
    gint64 page[] = { before, limit, student_id };
    g_autoptr (GError) error = NULL;
    GPtrArray *sets = tv_store_read (book->store, history_cb, page, &error);

    g_assert_no_error (error);
    return sets;
}

static void
test_history (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (GPtrArray) all = NULL, of_child = NULL, older = NULL;
    const TvChangeSet *newest;
    const TvHistoryEntry *entry;

    tv_test_book_write (book, "exclude", exclude_cb, book);
    tv_test_book_write (book, "settings", put_setting_cb, book);
    all = list_history (book, 0, 2, 0);
    g_assert_cmpuint (all->len, ==, 2);
    newest = all->pdata[0];
    g_assert_cmpstr (newest->kind, ==, "settings");
    g_assert_cmpstr (newest->person_name, ==, "School nurse");
    g_assert_true (g_str_has_prefix (newest->time_utc, "2026-09-21T01:"));
    older = list_history (book, newest->id, 10, 0);
    g_assert_cmpuint (older->len, ==, 3);
    g_assert_cmpstr (((TvChangeSet *) older->pdata[2])->kind, ==, "create");

    /* The child, its place, its measurement and the two readings; then the exclusion. */
    of_child = list_history (book, 0, 10, book->student_ids[0]);
    g_assert_cmpuint (of_child->len, ==, 2);
    g_assert_cmpuint (((TvChangeSet *) of_child->pdata[1])->entries->len, ==, 5);
    entry = ((TvChangeSet *) of_child->pdata[0])->entries->pdata[0];
    g_assert_cmpstr (entry->table, ==, "measurement");
    g_assert_cmpint (entry->action, ==, TV_ACTION_UPDATE);
    g_assert_nonnull (strstr (entry->old_json, "\"excluded_reason\":null"));
    g_assert_nonnull (strstr (entry->new_json, "\"excluded_reason\":\"nhầm\""));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/change/whole-or-not", test_whole_or_not);
    g_test_add_func ("/change/no-difference", test_no_difference);
    g_test_add_func ("/change/history", test_history);
    return g_test_run ();
}
