/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A round that is signed off takes nothing in, whoever writes, and the history knows who signed
 * and why it was opened again. */

#include "tv-test-book.h"

#include "store/tv-reading-rows.h"
#include "store/tv-store-history.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-sessions.h"
#include "store/tv-store-signings.h"
#include "store/tv-store-students.h"

typedef gboolean (*Writing) (TvChange *change, TvTestBook *book, GError **error);

static gboolean
sign_off_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
             GError **error)
{
    return tv_store_sign_off_round (change, ((TvTestBook *) input)->round_id, error);
}

static gboolean
reopen_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
           GError **error)
{
    return tv_store_reopen_round (change, ((TvTestBook *) input)->round_id, "Cân lệch 0,5 kg",
                                  error);
}

static void
sign_off (TvTestBook *book)
{
    tv_test_book_write (book, TV_CHANGE_SIGN_OFF, sign_off_cb, book);
}

static void
reopen (TvTestBook *book)
{
    tv_test_book_write (book, TV_CHANGE_REOPEN, reopen_cb, book);
}

static gboolean
add_measurement (TvChange *change, TvTestBook *book, GError **error)
{
    TvReading reading = { TV_QUANTITY_WEIGHT, 15300 };
    TvMeasurement values = { .student_id = book->student_ids[1],
                             .round_id = book->round_id,
                             .date = tv_date_from_ymd (2026, 9, 15),
                             .weight_g = 15300,
                             .readings = &reading,
                             .n_readings = 1 };

    return tv_store_put_measurement (change, &values, error) != 0;
}

static gboolean
edit_measurement (TvChange *change, TvTestBook *book, GError **error)
{
    TvMeasurement values = { .id = book->measurement_id,
                             .student_id = book->student_ids[0],
                             .round_id = book->round_id,
                             .date = tv_date_from_ymd (2026, 9, 15),
                             .weight_g = 15300 };

    return tv_store_put_measurement (change, &values, error) != 0;
}

static gboolean
move_out (TvChange *change, TvTestBook *book, GError **error)
{
    TvMeasurement values = { .id = book->measurement_id,
                             .student_id = book->student_ids[0],
                             .date = tv_date_from_ymd (2026, 9, 15),
                             .weight_g = 15300 };

    return tv_store_put_measurement (change, &values, error) != 0;
}

static gboolean
exclude_measurement (TvChange *change, TvTestBook *book, GError **error)
{
    return tv_store_exclude_measurement (change, book->measurement_id, "cân hỏng", error);
}

static gboolean
add_reading (TvChange *change, TvTestBook *book, GError **error)
{
    const TvReading readings[] = { { TV_QUANTITY_WEIGHT, 15400 },
                                   { TV_QUANTITY_HEIGHT, 998 },
                                   { TV_QUANTITY_HEIGHT, 999 } };

    return tv_reading_rows_put (change, book->measurement_id, readings, 3, error);
}

static gboolean
delete_measurement (TvChange *change, TvTestBook *book, GError **error)
{
    return tv_store_delete_measurement (change, book->measurement_id, error);
}

static gboolean
edit_session (TvChange *change, TvTestBook *book, GError **error)
{
    g_autoptr (TvSession) session
        = tv_store_get_session (tv_change_connection (change), book->session_id, error);
    TvSession values = *session;

    values.measurer = (char *) "Lê Thu Hà";
    return tv_store_put_session (change, &values, error) != 0;
}

static gboolean
add_session (TvChange *change, TvTestBook *book, GError **error)
{
    TvSession values = { .round_id = book->round_id,
                         .class_id = book->class_id,
                         .date = tv_date_from_ymd (2026, 9, 16) };

    return tv_store_put_session (change, &values, error) != 0;
}

static const Writing measured[]
    = { add_measurement, edit_measurement,   move_out,     exclude_measurement,
        add_reading,     delete_measurement, edit_session, add_session };

typedef struct {
    TvTestBook *book;
    Writing writing;
} Attempt;

static gboolean
attempt_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
            GError **error)
{
    Attempt *attempt = input;

    return attempt->writing (change, attempt->book, error);
}

/* Every one that is refused can be done again once the round is open. */
static void
test_guard (void)
{
    for (guint i = 0; i < G_N_ELEMENTS (measured); i++) {
        g_autoptr (TvTestBook) book = tv_test_book_new ();
        Attempt attempt = { book, measured[i] };
        g_autofree char *before = NULL, *after = NULL;
        g_autoptr (GError) error = NULL;

        g_test_message ("writing %u", i);
        sign_off (book);
        before = tv_test_book_dump (book);
        g_assert_false (
            tv_store_write (book->store, "measure", attempt_cb, &attempt, NULL, &error));
        g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_SIGNED_OFF);
        after = tv_test_book_dump (book);
        g_assert_cmpstr (before, ==, after);
        reopen (book);
        tv_test_book_write (book, "measure", attempt_cb, &attempt);
    }
}

static gboolean
move_in_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
            GError **error)
{
    TvTestBook *book = input;
    TvMeasurement values = { .student_id = book->student_ids[1],
                             .date = tv_date_from_ymd (2026, 9, 15),
                             .weight_g = 15300 };

    values.id = tv_store_put_measurement (change, &values, error);
    g_assert_cmpint (values.id, >, 0);
    values.round_id = book->round_id;
    return tv_store_put_measurement (change, &values, error) != 0;
}

/* Nothing gets in by a side door. */
static void
test_side_door (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (GError) error = NULL;

    sign_off (book);
    g_assert_false (tv_store_write (book->store, "measure", move_in_cb, book, NULL, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_SIGNED_OFF);
}

static gboolean
write_beside_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                 GError **error)
{
    TvTestBook *book = input;
    TvStudent student = { .id = book->student_ids[1],
                          .name = (char *) "Trần An Nhiên",
                          .sex = TV_SEX_FEMALE,
                          .birth_date = tv_date_from_ymd (2022, 12, 31) };
    TvMeasurement measurement = { .student_id = book->student_ids[1],
                                  .date = tv_date_from_ymd (2026, 9, 15),
                                  .weight_g = 15300 };

    return tv_store_put_student (change, &student, error) != 0
           && tv_store_put_measurement (change, &measurement, error) != 0;
}

/* What is of no round, or about the child itself, is written as ever. */
static void
test_beside (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();

    sign_off (book);
    tv_test_book_write (book, "edit-student", write_beside_cb, book);
}

typedef struct {
    TvTestBook *book;
    gboolean is_closed;
    GPtrArray *signings;
} Look;

static gpointer
look_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    Look *look = input;
    g_autoptr (TvRound) round = tv_store_get_round (connection, look->book->round_id, error);

    look->is_closed = round->is_closed;
    look->signings = tv_store_list_signings (connection, look->book->round_id, error);
    return look;
}

static void
check_state (TvTestBook *book, gboolean is_closed, guint n_signings)
{
    Look look = { .book = book };
    g_autoptr (GError) error = NULL;

    g_assert_nonnull (tv_store_read (book->store, look_cb, &look, &error));
    g_assert_no_error (error);
    g_assert_cmpint (look.is_closed, ==, is_closed);
    g_assert_cmpuint (look.signings->len, ==, n_signings);
    g_ptr_array_unref (look.signings);
}

static gboolean
redo_last_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
              GError **error)
{
    gint64 id;

    return tv_store_find_redoable (tv_change_connection (change), &id, error)
           && tv_store_undo_change (change, id, error);
}

/* Each step can be taken back at once, and the book is then as it was, but nothing is hidden. */
static void
test_undo (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autofree char *open = tv_test_book_dump (book);
    g_autofree char *closed = NULL, *closed_again = NULL, *open_again = NULL;
    g_autoptr (GError) error = NULL;

    sign_off (book);
    closed = tv_test_book_dump (book);
    check_state (book, TRUE, 1);
    for (guint i = 0; i < 3; i++) {
        tv_test_book_undo_last (book, &error);
        g_assert_no_error (error);
        g_free (open_again);
        open_again = tv_test_book_dump (book);
        g_assert_cmpstr (open, ==, open_again);
        check_state (book, FALSE, 2 + 2 * i);
        tv_test_book_write (book, "redo", redo_last_cb, NULL);
        check_state (book, TRUE, 3 + 2 * i);
    }
    reopen (book);
    check_state (book, FALSE, 8);
    tv_test_book_undo_last (book, &error);
    g_assert_no_error (error);
    closed_again = tv_test_book_dump (book);
    g_assert_cmpstr (closed, ==, closed_again);
    check_state (book, TRUE, 9);
}

/* What stands signed while other things are written is reopened with a reason, or not at all. */
static void
test_late_undo (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (GError) error = NULL;
    g_autofree char *before = NULL, *after = NULL;

    sign_off (book);
    tv_test_book_write (book, "edit-student", write_beside_cb, book);
    tv_test_book_undo_last (book, &error);
    g_assert_no_error (error);
    before = tv_test_book_dump (book);
    tv_test_book_undo_last (book, &error);
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_TO_REOPEN);
    after = tv_test_book_dump (book);
    g_assert_cmpstr (before, ==, after);
    check_state (book, TRUE, 1);
}

/* The reason outlives the next signing off, and one that is given twice is told twice. */
static void
test_history (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    Look look = { .book = book };
    g_autoptr (GError) error = NULL;
    guint n_reasons = 0;

    sign_off (book);
    reopen (book);
    sign_off (book);
    reopen (book);
    sign_off (book);
    g_assert_nonnull (tv_store_read (book->store, look_cb, &look, &error));
    g_assert_true (look.is_closed);
    g_assert_cmpuint (look.signings->len, ==, 5);
    for (guint i = 0; i < look.signings->len; i++) {
        const TvSigning *signing = g_ptr_array_index (look.signings, i);

        g_assert_cmpint (signing->kind == TV_SIGNING_REOPENED, ==, i % 2 == 1);
        n_reasons += g_strcmp0 (signing->reason, "Cân lệch 0,5 kg") == 0;
    }
    g_assert_cmpuint (n_reasons, ==, 2);
    g_ptr_array_unref (look.signings);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/store/signings/guard", test_guard);
    g_test_add_func ("/store/signings/side-door", test_side_door);
    g_test_add_func ("/store/signings/beside", test_beside);
    g_test_add_func ("/store/signings/undo", test_undo);
    g_test_add_func ("/store/signings/late-undo", test_late_undo);
    g_test_add_func ("/store/signings/history", test_history);
    return g_test_run ();
}
