/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The machine's clock is set back by years, as an empty battery does it: nothing is refused, and
 * the history keeps the order in which things were done. */

#include "tv-storm-book.h"
#include "tv-storm-scale.h"
#include "tv-storm-work.h"

#include "store/tv-store-history.h"

static TvStore *
open_on (const char *folder, int year)
{
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (year, 3, 1));
    g_autoptr (GError) error = NULL;
    TvStore *store = tv_store_open (folder, clock, &error);

    g_assert_no_error (error);
    g_assert_false (tv_store_is_read_only (store));
    return store;
}

/* Types the cells from @first to @last on a day of that year. */
static void
type_in (const char *folder, int year, guint first, guint last)
{
    g_autoptr (TvStore) store = open_on (folder, year);
    g_autoptr (GError) error = NULL;

    for (guint i = first; i <= last; i++) {
        tv_storm_work_type_cell (store, i, &error);
        g_assert_no_error (error);
    }
    tv_store_close (store);
}

static gboolean
undo_last_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
              GError **error)
{
    return tv_store_find_undoable (tv_change_connection (change), input, error)
           && tv_store_undo_change (change, *(gint64 *) input, error);
}

static void
assert_order_of_years (TvStore *store)
{
    static const char sql[]
        = "SELECT COUNT(*) FROM change_set a JOIN change_set b ON b.id = a.id + 1"
          " WHERE b.time_utc < a.time_utc";

    /* From 2026 to 2011, and from 2030 to 1999. */
    g_assert_cmpint (tv_storm_book_ask (store, sql), ==, 2);
}

static void
test_clock_back (void)
{
    g_autofree char *folder = tv_storm_folder_new ();
    g_autoptr (TvStore) store = NULL;
    g_autoptr (GError) error = NULL;
    g_autofree char *trouble = NULL;
    gint64 last, undone = 0;

    tv_storm_book_make (folder);
    type_in (folder, 2011, 0, 3);
    type_in (folder, 2030, 4, 7);
    type_in (folder, 1999, 8, 11);
    store = open_on (folder, 1999);
    assert_order_of_years (store);
    last = tv_storm_book_ask (store, "SELECT MAX(id) FROM change_set");
    g_assert_cmpint (tv_storm_book_ask (store, "SELECT COUNT(*) FROM measurement"), ==, 12);

    /* What is taken back is what was done last, whatever the clock said then. */
    tv_store_write (store, "undo", undo_last_cb, &undone, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpint (undone, ==, last);
    g_assert_cmpint (
        tv_storm_book_ask (store, "SELECT COUNT(*) FROM measurement WHERE student_id = 12"), ==, 0);
    g_assert_cmpint (
        tv_storm_book_ask (store, "SELECT COUNT(DISTINCT uid) = COUNT(*) FROM change_set"), ==, 1);
    trouble = tv_storm_book_examine (store);
    g_assert_cmpstr (trouble, ==, NULL);
    tv_storm_tell ("clock set back twice, by up to 31 years: 12 cells kept in their order");
    tv_store_close (store);
    tv_storm_folder_remove (folder);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/storm/clock-back", test_clock_back);
    return g_test_run ();
}
