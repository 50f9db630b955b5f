/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Enrolments, rounds, sessions, measurements, and the lists that join them. */

#include "tv-test-book.h"

#include "store/tv-store-enrolments.h"
#include "store/tv-store-grid.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-roster.h"
#include "store/tv-store-round-rows.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-sessions.h"
#include "store/tv-store-years.h"

static void
test_within (gconstpointer data)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();

    tv_test_book_write (book, "test", (TvWriteWork) data, book);
}

static gint64
measure (TvChange *change, gint64 student_id, gint64 round_id, TvDate date, int weight_g,
         const char *excluded_reason)
{
    TvMeasurement values = { .student_id = student_id,
                             .round_id = round_id,
                             .date = date,
                             .weight_g = weight_g,
                             .excluded_reason = (char *) excluded_reason };
    g_autoptr (GError) error = NULL;
    gint64 id = tv_store_put_measurement (change, &values, &error);

    g_assert_no_error (error);
    return id;
}

static gint64
put_round (TvChange *change, TvTestBook *book, const char *code, TvRoundKind kind, TvDate first_day)
{
    TvRound values = { .year_id = book->year_id,
                       .code = (char *) code,
                       .name = (char *) code,
                       .kind = kind,
                       .first_day = first_day,
                       .last_day = first_day == TV_DATE_NONE ? TV_DATE_NONE : first_day + 4 };
    g_autoptr (GError) error = NULL;
    gint64 id = tv_store_put_round (change, &values, &error);

    g_assert_no_error (error);
    return id;
}

static void
test_enrolled_on (void)
{
    TvDate day = tv_date_from_ymd (2026, 9, 14);

    g_assert_true (
        tv_store_is_enrolled_on (TV_ENROLMENT_STUDYING, TV_DATE_NONE, TV_DATE_NONE, day));
    g_assert_true (tv_store_is_enrolled_on (TV_ENROLMENT_ARRIVED, day, TV_DATE_NONE, day));
    g_assert_false (tv_store_is_enrolled_on (TV_ENROLMENT_ARRIVED, day + 1, TV_DATE_NONE, day));
    /* Who leaves later stays in the round. */
    g_assert_true (tv_store_is_enrolled_on (TV_ENROLMENT_MOVED_AWAY, TV_DATE_NONE, day, day));
    g_assert_false (tv_store_is_enrolled_on (TV_ENROLMENT_MOVED_AWAY, TV_DATE_NONE, day - 1, day));
    g_assert_false (
        tv_store_is_enrolled_on (TV_ENROLMENT_STOPPED, TV_DATE_NONE, TV_DATE_NONE, day));
}

static gboolean
enrolments_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
               GError **error)
{
    TvTestBook *book = input;
    TvConnection *connection = tv_change_connection (change);
    TvDate moving = tv_date_from_ymd (2026, 10, 1);
    g_autoptr (TvEnrolment) first
        = tv_store_get_enrolment (connection, book->enrolment_ids[0], error);
    g_autoptr (TvEnrolment) before = NULL, after = NULL, last_year = NULL;
    g_autoptr (GPtrArray) of_student = NULL, of_class = NULL;
    TvEnrolment values = *first;

    values.until = moving - 1;
    tv_store_put_enrolment (change, &values, error);
    values.id = 0;
    values.uid = NULL;
    values.class_id = book->other_class_id;
    values.from = moving;
    values.until = TV_DATE_NONE;
    g_assert_cmpint (tv_store_put_enrolment (change, &values, error), >, 0);

    tv_store_find_enrolment_on (connection, first->student_id, moving - 1, &before, error);
    tv_store_find_enrolment_on (connection, first->student_id, moving, &after, error);
    tv_store_find_enrolment_on (connection, first->student_id, moving - 365, &last_year, error);
    g_assert_cmpint (before->class_id, ==, book->class_id);
    g_assert_cmpint (after->class_id, ==, book->other_class_id);
    g_assert_null (last_year);
    of_student = tv_store_list_enrolments_of_student (connection, first->student_id, error);
    g_assert_cmpuint (of_student->len, ==, 2);
    g_assert_cmpint (((TvEnrolment *) of_student->pdata[0])->from, ==, moving);
    of_class = tv_store_list_enrolments_of_class (connection, book->other_class_id, error);
    g_assert_cmpuint (of_class->len, ==, 2);
    return TRUE;
}

static gboolean
rounds_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
           GError **error)
{
    TvTestBook *book = input;
    TvConnection *connection = tv_change_connection (change);
    gint64 second = put_round (change, book, "2026-2", TV_ROUND_REGULAR, TV_DATE_NONE);
    g_autofree char *code
        = tv_store_next_round_code (connection, book->year_id, TV_ROUND_REGULAR, error);
    g_autoptr (TvRound) latest = NULL, by_code = NULL, none = NULL, got = NULL;
    g_autoptr (GPtrArray) rounds = NULL, of_other_year = NULL;
    g_autoptr (GError) refusal = NULL;
    TvRound values;

    g_assert_cmpstr (code, ==, "2026-3");
    put_round (change, book, "2026-m1", TV_ROUND_MONTHLY, tv_date_from_ymd (2026, 11, 2));
    tv_store_find_latest_round (connection, &latest, error);
    g_assert_cmpstr (latest->code, ==, "2026-1");
    got = tv_store_get_round (connection, second, error);
    values = *got;
    values.first_day = tv_date_from_ymd (2026, 12, 7);
    values.is_closed = TRUE;
    g_assert_cmpint (tv_store_put_round (change, &values, error), ==, second);
    g_clear_pointer (&latest, tv_round_unref);
    tv_store_find_latest_round (connection, &latest, error);
    g_assert_cmpint (latest->id, ==, second);
    g_assert_true (latest->is_closed);
    g_assert_cmpint (latest->last_day, ==, TV_DATE_NONE);
    tv_store_find_round_by_code (connection, "2026-1", &by_code, error);
    g_assert_cmpint (by_code->id, ==, book->round_id);
    g_assert_true (tv_store_find_round_by_code (connection, "1999-1", &none, error));
    g_assert_null (none);
    rounds = tv_store_list_rounds (connection, 0, error);
    g_assert_cmpuint (rounds->len, ==, 3);
    g_assert_cmpstr (((TvRound *) rounds->pdata[0])->code, ==, "2026-2");
    of_other_year
        = tv_store_list_rounds (connection, tv_store_ensure_year (change, 2025, error), error);
    g_assert_cmpuint (of_other_year->len, ==, 0);
    g_assert_true (tv_store_delete_round (change, second, error));
    g_assert_false (tv_store_delete_round (change, book->round_id, &refusal));
    g_assert_error (refusal, TV_STORE_ERROR, TV_STORE_ERROR_CONSTRAINT);
    return TRUE;
}

static gboolean
sessions_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
             GError **error)
{
    TvTestBook *book = input;
    TvConnection *connection = tv_change_connection (change);
    TvSession values = { .round_id = book->round_id,
                         .class_id = book->other_class_id,
                         .date = tv_date_from_ymd (2026, 9, 15),
                         .measurer = (char *) "Cô Hiền",
                         .clothing = TV_CLOTHING_COAT_ON,
                         .is_scale_checked = TRUE };
    gint64 id = tv_store_put_session (change, &values, error);
    g_autoptr (TvSession) session = tv_store_get_session (connection, id, error);
    g_autoptr (GPtrArray) all = tv_store_list_sessions (connection, book->round_id, 0, error);
    g_autoptr (GPtrArray) one
        = tv_store_list_sessions (connection, book->round_id, book->class_id, error);

    g_assert_cmpstr (session->measurer, ==, "Cô Hiền");
    g_assert_cmpint (session->clothing, ==, TV_CLOTHING_COAT_ON);
    g_assert_true (session->is_scale_checked);
    g_assert_false (session->is_board_checked);
    g_assert_cmpuint (all->len, ==, 2);
    g_assert_cmpint (((TvSession *) all->pdata[1])->id, ==, id);
    g_assert_cmpuint (one->len, ==, 1);
    g_assert_true (tv_store_delete_session (change, id, error));
    return TRUE;
}

static gboolean
measurements_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                 GError **error)
{
    TvTestBook *book = input;
    TvConnection *connection = tv_change_connection (change);
    TvReading readings[] = { { TV_QUANTITY_WEIGHT, 68400 },
                             { TV_QUANTITY_WEIGHT, 53100 },
                             { TV_QUANTITY_HEIGHT, 1002 } };
    g_autoptr (TvMeasurement) first
        = tv_store_get_measurement (connection, book->measurement_id, error);
    g_autoptr (TvMeasurement) second = NULL, excluded = NULL, counting = NULL;
    g_autoptr (GPtrArray) of_student = NULL, of_round = NULL;
    TvMeasurement values = *first;

    g_assert_cmpint (first->weight_g, ==, 15400);
    g_assert_cmpint (first->position, ==, TV_POSITION_STANDING);
    g_assert_cmpint (first->session_id, ==, book->session_id);
    g_assert_cmpuint (first->n_readings, ==, 2);
    g_assert_cmpint (first->readings[1].quantity, ==, TV_QUANTITY_HEIGHT);
    values.readings = readings;
    values.n_readings = 3;
    values.weight_g = 15300;
    values.kept_reason = (char *) "cân lại vẫn thế";
    tv_store_put_measurement (change, &values, error);
    second = tv_store_get_measurement (connection, book->measurement_id, error);
    g_assert_cmpuint (second->n_readings, ==, 3);
    g_assert_cmpint (second->readings[1].value, ==, 53100);
    g_assert_cmpstr (second->kept_reason, ==, "cân lại vẫn thế");
    g_assert_true (tv_store_exclude_measurement (change, second->id, "cân hỏng", error));
    excluded = tv_store_get_measurement (connection, second->id, error);
    g_assert_cmpstr (excluded->excluded_reason, ==, "cân hỏng");
    g_assert_cmpuint (excluded->n_readings, ==, 3);
    g_assert_true (tv_store_exclude_measurement (change, second->id, NULL, error));
    counting = tv_store_get_measurement (connection, second->id, error);
    g_assert_true (tv_measurement_counts (counting));

    measure (change, book->student_ids[0], 0, tv_date_from_ymd (2026, 8, 1), 15000, NULL);
    of_student = tv_store_list_measurements_of_student (connection, book->student_ids[0], error);
    g_assert_cmpuint (of_student->len, ==, 2);
    g_assert_cmpint (((TvMeasurement *) of_student->pdata[0])->weight_g, ==, 15000);
    g_assert_cmpuint (((TvMeasurement *) of_student->pdata[1])->n_readings, ==, 3);
    of_round = tv_store_list_measurements_of_round (connection, book->round_id, error);
    g_assert_cmpuint (of_round->len, ==, 1);
    return tv_store_delete_measurement (change, second->id, error);
}

static gboolean
roster_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
           GError **error)
{
    TvTestBook *book = input;
    TvConnection *connection = tv_change_connection (change);
    g_autoptr (TvEnrolment) first
        = tv_store_get_enrolment (connection, book->enrolment_ids[0], error);
    g_autoptr (TvEnrolment) second
        = tv_store_get_enrolment (connection, book->enrolment_ids[1], error);
    g_autoptr (GPtrArray) roster = NULL, one_class = NULL;
    TvEnrolment values;
    /* Without roll numbers the order is by given name: An before Bảo; Đào has her number. */
    static const int in_order[] = { 2, 1, 0, 3 };

    values = *first;
    values.roll_number = 0;
    tv_store_put_enrolment (change, &values, error);
    values = *second;
    values.roll_number = 0;
    tv_store_put_enrolment (change, &values, error);
    measure (change, book->student_ids[0], 0, tv_date_from_ymd (2026, 10, 1), 15600, NULL);
    measure (change, book->student_ids[0], 0, tv_date_from_ymd (2026, 11, 1), 99000, "nhầm");
    roster = tv_store_list_roster (connection, book->year_id, 0, error);
    g_assert_cmpuint (roster->len, ==, 4);
    for (guint i = 0; i < roster->len; i++) {
        const TvRosterRow *row = roster->pdata[i];

        g_assert_cmpint (row->student->id, ==, book->student_ids[in_order[i]]);
        g_assert_cmpint (row->enrolment->student_id, ==, row->student->id);
        g_assert_cmpstr (row->class_->name, ==, i < 3 ? "3A" : "4A");
        if (in_order[i] == 0)
            g_assert_cmpint (row->last->weight_g, ==, 15600);
        else
            g_assert_null (row->last);
    }
    one_class = tv_store_list_roster (connection, book->year_id, book->other_class_id, error);
    g_assert_cmpuint (one_class->len, ==, 1);
    return TRUE;
}

static gboolean
grid_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
         GError **error)
{
    TvTestBook *book = input;
    TvConnection *connection = tv_change_connection (change);
    gint64 second
        = put_round (change, book, "2026-2", TV_ROUND_REGULAR, tv_date_from_ymd (2026, 12, 7));
    g_autoptr (GPtrArray) now = NULL, then = NULL;
    g_autoptr (GError) refusal = NULL;
    const TvGridRow *row;

    measure (change, book->student_ids[0], second, tv_date_from_ymd (2026, 12, 7), 16000, "nhầm");
    measure (change, book->student_ids[0], second, tv_date_from_ymd (2026, 12, 7), 15800, NULL);
    measure (change, book->student_ids[1], 0, tv_date_from_ymd (2027, 1, 20), 14000, NULL);
    now = tv_store_list_grid (connection, book->class_id, second, error);
    g_assert_cmpuint (now->len, ==, 3);
    row = now->pdata[0];
    g_assert_cmpint (row->current->weight_g, ==, 15800);
    g_assert_cmpint (row->previous->weight_g, ==, 15400);
    row = now->pdata[1];
    g_assert_null (row->current);
    g_assert_null (row->previous);
    then = tv_store_list_grid (connection, book->class_id, book->round_id, error);
    row = then->pdata[0];
    g_assert_cmpuint (row->current->n_readings, ==, 2);
    g_assert_null (row->previous);
    g_assert_null (tv_store_list_grid (connection, book->class_id, 99, &refusal));
    g_assert_error (refusal, TV_STORE_ERROR, TV_STORE_ERROR_NOT_FOUND);
    return TRUE;
}

static void
move_class (TvChange *change, TvTestBook *book, gint64 enrolment_id, TvDate day)
{
    g_autoptr (TvEnrolment) enrolment
        = tv_store_get_enrolment (tv_change_connection (change), enrolment_id, NULL);
    TvEnrolment values = *enrolment;

    values.until = day - 1;
    tv_store_put_enrolment (change, &values, NULL);
    values.id = 0;
    values.uid = NULL;
    values.class_id = book->other_class_id;
    values.from = day;
    values.until = TV_DATE_NONE;
    g_assert_cmpint (tv_store_put_enrolment (change, &values, NULL), >, 0);
}

static gboolean
round_rows_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
               GError **error)
{
    TvTestBook *book = input;
    TvConnection *connection = tv_change_connection (change);
    TvDate round_day = tv_date_from_ymd (2026, 9, 14);
    g_autoptr (TvRoundRows) rows = NULL;
    g_autoptr (GError) refusal = NULL;
    const TvRoundRow *row;

    /* Child 0 was measured in 3A and moves later; child 1 moves before and is measured in 4A; child
     * 2 is excluded first and measured again; child 3 is not measured. */
    move_class (change, book, book->enrolment_ids[0], round_day + 10);
    move_class (change, book, book->enrolment_ids[1], round_day - 3);
    measure (change, book->student_ids[1], book->round_id, round_day, 14000, NULL);
    measure (change, book->student_ids[2], book->round_id, round_day, 41000, "nhầm");
    measure (change, book->student_ids[2], book->round_id, round_day, 14100, NULL);
    rows = tv_store_list_round_rows (connection, book->round_id, error);
    g_assert_cmpuint (rows->n_rows, ==, 4);
    row = &rows->rows[0];
    g_assert_cmpstr (row->name, ==, "Nguyễn Gia Bảo");
    g_assert_cmpint (row->sex, ==, TV_SEX_MALE);
    g_assert_cmpint (row->birth_date, ==, tv_date_from_ymd (2023, 1, 10));
    g_assert_cmpstr (row->class_name, ==, "3A");
    g_assert_cmpint (row->grade, ==, 3);
    g_assert_cmpint (row->weight_g, ==, 15400);
    g_assert_cmpint (row->height_mm, ==, 998);
    g_assert_cmpint (row->position, ==, TV_POSITION_STANDING);
    g_assert_cmpint (row->date, ==, round_day);
    g_assert_cmpint (row->session_id, ==, book->session_id);
    g_assert_cmpstr (rows->rows[1].class_name, ==, "4A");
    g_assert_cmpint (rows->rows[2].weight_g, ==, 14100);
    g_assert_null (rows->rows[2].excluded_reason);
    g_assert_cmpint (rows->rows[3].measurement_id, ==, 0);
    g_assert_cmpint (rows->rows[3].date, ==, TV_DATE_NONE);
    g_assert_null (tv_store_list_round_rows (connection, 99, &refusal));
    g_assert_error (refusal, TV_STORE_ERROR, TV_STORE_ERROR_NOT_FOUND);
    return TRUE;
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/measuring/enrolled-on", test_enrolled_on);
    g_test_add_data_func ("/measuring/enrolments", enrolments_cb, test_within);
    g_test_add_data_func ("/measuring/rounds", rounds_cb, test_within);
    g_test_add_data_func ("/measuring/sessions", sessions_cb, test_within);
    g_test_add_data_func ("/measuring/measurements", measurements_cb, test_within);
    g_test_add_data_func ("/measuring/roster", roster_cb, test_within);
    g_test_add_data_func ("/measuring/grid", grid_cb, test_within);
    g_test_add_data_func ("/measuring/round-rows", round_rows_cb, test_within);
    return g_test_run ();
}
