/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The hand-over of the practice school, held against the book's other figures, and of a book with
 * nothing in it. */

#include "store/tv-store-people.h"
#include "tv-test-book.h"
#include "workflows/tv-demo.h"
#include "workflows/tv-overview.h"
#include "workflows/tv-report-handover.h"

#include <string.h>

static const TvHandoverRow *
find_row (GPtrArray *list, const char *what)
{
    for (guint i = 0; i < list->len; i++) {
        const TvHandoverRow *row = g_ptr_array_index (list, i);

        if (g_strcmp0 (row->what, what) == 0)
            return row;
    }
    return NULL;
}

/* Whoever is a case of a rate of malnutrition is to be followed up. */
static guint
assert_has_cases (const TvHandover *handover, const TvRates *rates)
{
    static const TvIndicatorId ids[] = { TV_UNDERWEIGHT, TV_STUNTING, TV_WASTING };
    guint n_cases = 0;

    for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
        const TvRateLine *line = tv_rates_find (rates, ids[i], "All");

        for (guint k = 0; k < line->cases->len; k++, n_cases++) {
            guint child = g_array_index (line->cases, guint, k);

            g_assert_nonnull (find_row (handover->follow_ups, tv_rates_child (rates, child)->name));
        }
    }
    return n_cases;
}

static void
test_practice_school (void)
{
    g_autofree char *folder = tv_test_folder_new ();
    g_autofree char *book = g_build_filename (folder, "book", NULL);
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 11, 21));
    const TvDemoOptions options = { .n_students = 118, .seed = 1, .level = TV_LEVEL_KINDERGARTEN };
    TvRatesQuery query
        = { .population = TV_POPULATION_BY_SCHOOL, .overweight_rule = TV_OVERWEIGHT_BY_BOOK };
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = tv_demo_create (book, &options, clock, NULL, NULL, NULL, &error);
    g_autoptr (TvHandover) handover = tv_report_handover_gather (store, &error);
    g_autoptr (TvRates) rates = tv_rates_work_out (store, &query, &error);
    g_autoptr (TvReport) report = NULL;

    g_assert_no_error (error);
    g_assert_cmpuint (handover->rounds->len, ==, 1);
    g_assert_cmpuint (handover->deadlines->len, ==, TV_DEADLINE_N_KINDS);
    g_assert_cmpuint (assert_has_cases (handover, rates), >, 0);
    g_assert_cmpuint (handover->follow_ups->len, <, rates->n_measured);
    g_assert_cmpuint (handover->questions->len, >, 0);
    g_assert_cmpuint (handover->people->len, >=, 1);
    g_assert_nonnull (find_row (handover->changes, "Making the record book"));
    report = tv_handover_make_report (handover);
    g_assert_true (tv_report_holds_personal_data (report));
    g_assert_true (tv_report_is_practice (report));
    tv_store_close (store);
    tv_test_folder_remove (book);
    tv_test_folder_remove (folder);
}

static gboolean
add_substitutes_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                    GError **error)
{
    TvDate today = tv_clock_today (tv_change_clock (change));
    const TvPerson gone = { .name = (char *) "Trần Thị Nghỉ",
                            .role = TV_ROLE_NURSE,
                            .until = today - 1,
                            .is_active = TRUE };
    const TvPerson here = {
        .name = (char *) "Lê Thị Thay", .role = TV_ROLE_NURSE, .until = today, .is_active = TRUE
    };

    return tv_store_put_person (change, &gone, error) && tv_store_put_person (change, &here, error);
}

static void
test_who_acts_today (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (GError) error = NULL;
    g_autoptr (TvHandover) handover = NULL;

    tv_test_book_write (book, "add-person", add_substitutes_cb, NULL);
    handover = tv_report_handover_gather (book->store, &error);
    g_assert_no_error (error);
    g_assert_null (find_row (handover->people, "Trần Thị Nghỉ"));
    g_assert_nonnull (find_row (handover->people, "Lê Thị Thay"));
    g_assert_nonnull (strstr (find_row (handover->people, "Lê Thị Thay")->text, "/"));
}

static void
test_an_empty_book (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new_empty ();
    g_autoptr (GError) error = NULL;
    g_autoptr (TvHandover) handover = tv_report_handover_gather (book->store, &error);
    g_autoptr (TvReport) report = NULL;

    g_assert_no_error (error);
    g_assert_cmpuint (handover->rounds->len, ==, 0);
    g_assert_cmpuint (handover->follow_ups->len, ==, 0);
    report = tv_handover_make_report (handover);
    g_assert_cmpuint (tv_report_n_pages (report), ==, 1);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/handover/practice", test_practice_school);
    g_test_add_func ("/handover/people", test_who_acts_today);
    g_test_add_func ("/handover/empty", test_an_empty_book);
    return g_test_run ();
}
