/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* When children are to be weighed again: the circular's intervals at their boundaries, the weeks,
 * and the list that is made of a book. */

#include "store/tv-store-enrolments.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-students.h"
#include "tests/workflows/tv-class-fixture.h"
#include "workflows/tv-due-date.h"
#include "workflows/tv-due-list.h"

static TvDate
day (int year, int month, int day_of_month)
{
    return tv_date_from_ymd (year, month, day_of_month);
}

static void
test_intervals (void)
{
    const TvDate birth = day (2024, 3, 10);

    /* 24 months are complete on 10 March 2026, 72 on 10 March 2030. */
    g_assert_cmpint (tv_due_interval_months (birth, birth), ==, 1);
    g_assert_cmpint (tv_due_interval_months (birth, day (2026, 3, 9)), ==, 1);
    g_assert_cmpint (tv_due_interval_months (birth, day (2026, 3, 10)), ==, 3);
    g_assert_cmpint (tv_due_interval_months (birth, day (2030, 3, 9)), ==, 3);
    g_assert_cmpint (tv_due_interval_months (birth, day (2030, 3, 10)), ==, 6);
    g_assert_cmpint (tv_due_interval_months (TV_DATE_NONE, day (2026, 3, 9)), ==, 6);
}

static void
test_dates (void)
{
    const TvDate birth = day (2024, 3, 10), first = day (2026, 9, 7);

    g_assert_cmpint (tv_due_date (birth, TV_DATE_NONE, first), ==, first);
    g_assert_cmpint (tv_due_date (TV_DATE_NONE, TV_DATE_NONE, first), ==, first);
    g_assert_cmpint (tv_due_date (birth, day (2026, 3, 9), first), ==, day (2026, 4, 9));
    g_assert_cmpint (tv_due_date (birth, day (2026, 3, 10), first), ==, day (2026, 6, 10));
    g_assert_cmpint (tv_due_date (birth, day (2030, 3, 10), first), ==, day (2030, 9, 10));
    /* The last day of a shorter month. */
    g_assert_cmpint (tv_due_date (birth, day (2026, 1, 31), first), ==, day (2026, 2, 28));
    g_assert_cmpint (tv_due_date (birth, day (2026, 11, 30), first), ==, day (2027, 2, 28));
}

/* 20 November 2026 is a Friday. */
static void
test_weeks (void)
{
    const TvDate today = day (2026, 11, 20);

    g_assert_cmpint (tv_due_time (day (2026, 11, 19), today), ==, TV_DUE_OVERDUE);
    g_assert_cmpint (tv_due_time (today, today), ==, TV_DUE_THIS_WEEK);
    g_assert_cmpint (tv_due_time (day (2026, 11, 22), today), ==, TV_DUE_THIS_WEEK);
    g_assert_cmpint (tv_due_time (day (2026, 11, 23), today), ==, TV_DUE_NEXT_WEEK);
    g_assert_cmpint (tv_due_time (day (2026, 11, 29), today), ==, TV_DUE_NEXT_WEEK);
    g_assert_cmpint (tv_due_time (day (2026, 11, 30), today), ==, TV_DUE_FORTNIGHT_AFTER);
    g_assert_cmpint (tv_due_time (day (2026, 12, 13), today), ==, TV_DUE_FORTNIGHT_AFTER);
    g_assert_cmpint (tv_due_time (day (2026, 12, 14), today), ==, TV_DUE_LATER);
    g_assert_cmpint (tv_due_time (day (1969, 12, 29), day (1969, 12, 28)), ==, TV_DUE_NEXT_WEEK);
}

/* The children of the fixture were weighed on 15 September 2026 at four years: due on 15 December.
 * The first is made so young that it was due a month later; the second is weighed once more but by
 * height alone, which changes nothing; the third was weighed on 1 September. */
static gboolean
vary_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
         GError **error)
{
    TvClassFixture *fixture = input;
    TvConnection *connection = tv_change_connection (change);
    g_autoptr (TvStudent) first = tv_store_get_student (connection, fixture->student_ids[0], error);
    g_autoptr (GPtrArray) of_third
        = tv_store_list_measurements_of_student (connection, fixture->student_ids[2], error);
    TvMeasurement height = { .student_id = fixture->student_ids[1],
                             .round_id = fixture->round_id,
                             .date = day (2026, 11, 12),
                             .position = TV_POSITION_STANDING,
                             .height_mm = 1020 };
    TvMeasurement earlier = *(TvMeasurement *) of_third->pdata[0];
    TvStudent young = *first;

    young.birth_date = day (2025, 1, 10);
    earlier.date = day (2026, 9, 1);
    return tv_store_put_student (change, &young, error)
           && tv_store_put_measurement (change, &height, error)
           && tv_store_put_measurement (change, &earlier, error);
}

/* A fourth child came on 16 November and was never weighed; another has left. */
static gboolean
add_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
        GError **error)
{
    TvClassFixture *fixture = input;
    TvStudent student = { .name = "Phạm Tuệ Lâm", .birth_date = day (2023, 1, 1) };
    TvEnrolment enrolment = { .class_id = fixture->class_id,
                              .year_id = fixture->year_id,
                              .status = TV_ENROLMENT_STUDYING,
                              .from = day (2026, 11, 16),
                              .until = TV_DATE_NONE };
    gint64 id;

    enrolment.student_id = tv_store_put_student (change, &student, error);
    id = tv_store_put_enrolment (change, &enrolment, error);
    enrolment.student_id = tv_store_put_student (change, &student, error);
    enrolment.status = TV_ENROLMENT_STOPPED;
    enrolment.until = day (2026, 11, 19);
    return id != 0 && tv_store_put_enrolment (change, &enrolment, error) != 0;
}

static void
apply (TvClassFixture *fixture, TvWriteWork work)
{
    g_autoptr (GError) error = NULL;

    tv_store_write (fixture->store, "test", work, fixture, NULL, &error);
    g_assert_no_error (error);
}

static void
test_list (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvDueList) before = NULL, after = NULL, grown = NULL;
    g_autoptr (GError) error = NULL;

    before = tv_due_list_read (fixture->store, fixture->year_id, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (before->n_students, ==, 3);
    for (int time = 0; time < TV_DUE_N_LISTED; time++)
        g_assert_cmpuint (before->children[time]->len, ==, 0);

    apply (fixture, vary_cb);
    after = tv_due_list_read (fixture->store, fixture->year_id, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (after->children[TV_DUE_OVERDUE]->len, ==, 1);
    g_assert_cmpint (g_array_index (after->children[TV_DUE_OVERDUE], gint64, 0), ==,
                     fixture->student_ids[0]);
    g_assert_cmpuint (after->children[TV_DUE_FORTNIGHT_AFTER]->len, ==, 1);
    g_assert_cmpint (g_array_index (after->children[TV_DUE_FORTNIGHT_AFTER], gint64, 0), ==,
                     fixture->student_ids[2]);

    apply (fixture, add_cb);
    grown = tv_due_list_read (fixture->store, fixture->year_id, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (grown->n_students, ==, 4);
    g_assert_cmpuint (grown->children[TV_DUE_OVERDUE]->len, ==, 2);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/due/intervals", test_intervals);
    g_test_add_func ("/due/dates", test_dates);
    g_test_add_func ("/due/weeks", test_weeks);
    g_test_add ("/due/list", TvClassFixture, NULL, tv_class_fixture_set_up, test_list,
                tv_class_fixture_tear_down);
    return g_test_run ();
}
