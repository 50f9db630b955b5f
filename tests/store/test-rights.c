/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every way of writing a record, tried by everybody; who may ask for names; and the last day. */

#include "tv-test-people.h"

#include "store/tv-access.h"
#include "store/tv-store-access.h"
#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-people.h"
#include "store/tv-store-private.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-school.h"
#include "store/tv-store-sessions.h"
#include "store/tv-store-settings.h"
#include "store/tv-store-sign-in.h"
#include "store/tv-store-signings.h"
#include "store/tv-store-students.h"
#include "store/tv-store-targets.h"
#include "store/tv-store-years.h"

#define NURSE (1u << TV_ROLE_NURSE)
#define PRINCIPAL (1u << TV_ROLE_PRINCIPAL)
#define TEACHER (1u << TV_ROLE_TEACHER)

/* The other class's child, session and measurement. */
typedef struct {
    TvTestBook *book;
    gint64 other_session_id;
    gint64 other_measurement_id;
    gint64 last_set_id;   /* the nurse's */
    gint64 hidden_set_id; /* the nurse's, about a child alone */
} Place;

typedef gboolean (*Act) (TvChange *change, Place *place, GError **error);

static gboolean
put_measurement (TvChange *change, Place *place, gint64 id, gint64 student_id, GError **error)
{
    TvReading reading = { TV_QUANTITY_WEIGHT, 15100 };
    TvMeasurement values = { .id = id,
                             .student_id = student_id,
                             .round_id = place->book->round_id,
                             .date = tv_date_from_ymd (2026, 9, 15),
                             .weight_g = 15100,
                             .readings = &reading,
                             .n_readings = 1 };

    return tv_store_put_measurement (change, &values, error) != 0;
}

static gboolean
put_session (TvChange *change, Place *place, gint64 id, gint64 class_id, GError **error)
{
    TvSession values = { .id = id,
                         .round_id = place->book->round_id,
                         .class_id = class_id,
                         .date = tv_date_from_ymd (2026, 9, 16),
                         .measurer = (char *) "Cô Hai" };

    return tv_store_put_session (change, &values, error) != 0;
}

static gboolean
act_edit_school (TvChange *change, Place *place, GError **error)
{
    TvSchool values = { .id = 1, .name = (char *) "Tên khác", .level = TV_LEVEL_KINDERGARTEN };

    return tv_store_put_school (change, &values, error);
}

static gboolean
act_add_year (TvChange *change, Place *place, GError **error)
{
    return tv_store_ensure_year (change, 2031, error) != 0;
}

static gboolean
act_add_class (TvChange *change, Place *place, GError **error)
{
    return tv_store_ensure_class (change, place->book->year_id, "5B", 5, error) != 0;
}

static gboolean
put_person (TvChange *change, gint64 id, TvRole role, GError **error)
{
    TvPerson values = {
        .id = id, .name = (char *) "Cô Mới", .role = role, .until = TV_DATE_NONE, .is_active = TRUE
    };

    return tv_store_put_person (change, &values, error) != 0;
}

static gboolean
act_add_person (TvChange *change, Place *place, GError **error)
{
    return put_person (change, 0, TV_ROLE_AUDITOR, error);
}

static gboolean
act_edit_person (TvChange *change, Place *place, GError **error)
{
    return put_person (change, 1, TV_ROLE_NURSE, error);
}

static gboolean
act_add_student (TvChange *change, Place *place, GError **error)
{
    TvStudent values = { .name = (char *) "Mới", .birth_date = tv_date_from_ymd (2022, 1, 1) };

    return tv_store_put_student (change, &values, error) != 0;
}

static gboolean
act_edit_student (TvChange *change, Place *place, GError **error)
{
    TvStudent values = { .id = place->book->student_ids[0],
                         .name = (char *) "Tên khác",
                         .birth_date = tv_date_from_ymd (2022, 1, 1) };

    return tv_store_put_student (change, &values, error) != 0;
}

static gboolean
act_move_student (TvChange *change, Place *place, GError **error)
{
    TvEnrolment values = { .id = place->book->enrolment_ids[3],
                           .student_id = place->book->student_ids[3],
                           .class_id = place->book->class_id,
                           .year_id = place->book->year_id,
                           .from = TV_DATE_NONE,
                           .until = TV_DATE_NONE };

    return tv_store_put_enrolment (change, &values, error) != 0;
}

static gboolean
put_round (TvChange *change, Place *place, gint64 id, const char *name, GError **error)
{
    TvRound values = { .id = id,
                       .year_id = place->book->year_id,
                       .code = (char *) (id ? "2026-1" : "2026-9"),
                       .name = (char *) name,
                       .first_day = tv_date_from_ymd (2026, 9, 14),
                       .last_day = tv_date_from_ymd (2026, 9, 18) };

    return tv_store_put_round (change, &values, error) != 0;
}

static gboolean
act_open_round (TvChange *change, Place *place, GError **error)
{
    return put_round (change, place, 0, "Đợt 9", error);
}

static gboolean
act_rename_round (TvChange *change, Place *place, GError **error)
{
    return put_round (change, place, place->book->round_id, "Tên khác", error);
}

static gboolean
act_sign_off (TvChange *change, Place *place, GError **error)
{
    return tv_store_sign_off_round (change, place->book->round_id, error)
           && tv_store_put_signed_figures (change, "2026-1", "enrolled=4", error);
}

static gboolean
act_sign_and_reopen (TvChange *change, Place *place, GError **error)
{
    return act_sign_off (change, place, error)
           && tv_store_reopen_round (change, place->book->round_id, "Cân lệch", error);
}

static gboolean
act_add_session (TvChange *change, Place *place, GError **error)
{
    return put_session (change, place, 0, place->book->class_id, error);
}

static gboolean
act_add_other_session (TvChange *change, Place *place, GError **error)
{
    return put_session (change, place, 0, place->book->other_class_id, error);
}

static gboolean
act_edit_session (TvChange *change, Place *place, GError **error)
{
    return put_session (change, place, place->book->session_id, place->book->class_id, error);
}

static gboolean
act_edit_other_session (TvChange *change, Place *place, GError **error)
{
    return put_session (change, place, place->other_session_id, place->book->other_class_id, error);
}

static gboolean
act_give_session_away (TvChange *change, Place *place, GError **error)
{
    return put_session (change, place, place->book->session_id, place->book->other_class_id, error);
}

static gboolean
act_delete_other_session (TvChange *change, Place *place, GError **error)
{
    return tv_store_delete_session (change, place->other_session_id, error);
}

static gboolean
act_measure (TvChange *change, Place *place, GError **error)
{
    return put_measurement (change, place, 0, place->book->student_ids[1], error);
}

static gboolean
act_measure_other (TvChange *change, Place *place, GError **error)
{
    return put_measurement (change, place, 0, place->book->student_ids[3], error);
}

static gboolean
act_correct (TvChange *change, Place *place, GError **error)
{
    return put_measurement (change, place, place->book->measurement_id, place->book->student_ids[0],
                            error);
}

static gboolean
act_correct_other (TvChange *change, Place *place, GError **error)
{
    return put_measurement (change, place, place->other_measurement_id, place->book->student_ids[3],
                            error);
}

static gboolean
act_take_other (TvChange *change, Place *place, GError **error)
{
    return put_measurement (change, place, place->other_measurement_id, place->book->student_ids[0],
                            error);
}

static gboolean
act_give_away (TvChange *change, Place *place, GError **error)
{
    return put_measurement (change, place, place->book->measurement_id, place->book->student_ids[3],
                            error);
}

static gboolean
act_exclude (TvChange *change, Place *place, GError **error)
{
    return tv_store_exclude_measurement (change, place->book->measurement_id, "nhầm", error);
}

static gboolean
act_exclude_other (TvChange *change, Place *place, GError **error)
{
    return tv_store_exclude_measurement (change, place->other_measurement_id, "nhầm", error);
}

static gboolean
act_delete_measurement (TvChange *change, Place *place, GError **error)
{
    return tv_store_delete_measurement (change, place->book->measurement_id, error);
}

static gboolean
act_delete_other_measurement (TvChange *change, Place *place, GError **error)
{
    return tv_change_delete (change, "measurement", place->other_measurement_id, error);
}

static gboolean
act_delete_student (TvChange *change, Place *place, GError **error)
{
    return tv_change_delete (change, "enrolment", place->book->enrolment_ids[2], error)
           && tv_store_delete_student (change, place->book->student_ids[2], error);
}

static gboolean
act_edit_target (TvChange *change, Place *place, GError **error)
{
    const TvField fields[] = { TV_FIELD_OF_TEXT ("how", "khác") };

    return tv_change_put (change, "target", 1, NULL, fields, 1, error) != 0;
}

static gboolean
act_set (TvChange *change, Place *place, GError **error)
{
    return tv_store_put_setting (change, "overweight-rule", "1", error);
}

static gboolean
act_forge_signature (TvChange *change, Place *place, GError **error)
{
    return tv_store_put_setting (change, "signed-2026-1", "enrolled=4", error);
}

static gboolean
act_undo_nurse (TvChange *change, Place *place, GError **error)
{
    return tv_store_undo_change (change, place->last_set_id, error);
}

static gboolean
act_undo_hidden (TvChange *change, Place *place, GError **error)
{
    return tv_store_undo_change (change, place->hidden_set_id, error);
}

/* A work that overlooks the refusal is not committed either. */
static gboolean
act_overlook (TvChange *change, Place *place, GError **error)
{
    g_autoptr (GError) overlooked = NULL;

    act_set (change, place, &overlooked);
    return TRUE;
}

static const struct {
    const char *name;
    Act act;
    guint roles;
} acts[] = {
    { "edit-school", act_edit_school, NURSE },
    { "add-year", act_add_year, NURSE },
    { "add-class", act_add_class, NURSE },
    { "add-person", act_add_person, NURSE | PRINCIPAL },
    { "edit-person", act_edit_person, NURSE | PRINCIPAL },
    { "add-student", act_add_student, NURSE },
    { "edit-student", act_edit_student, NURSE },
    { "move-student", act_move_student, NURSE },
    { "delete-student", act_delete_student, NURSE },
    { "open-round", act_open_round, NURSE },
    { "rename-round", act_rename_round, NURSE },
    { "sign-off", act_sign_off, NURSE | PRINCIPAL },
    { "sign-and-reopen", act_sign_and_reopen, NURSE | PRINCIPAL },
    { "forge-signature", act_forge_signature, NURSE | PRINCIPAL },
    { "add-session", act_add_session, NURSE | TEACHER },
    { "add-other-session", act_add_other_session, NURSE },
    { "edit-session", act_edit_session, NURSE | TEACHER },
    { "edit-other-session", act_edit_other_session, NURSE },
    { "give-session-away", act_give_session_away, NURSE },
    { "delete-other-session", act_delete_other_session, NURSE },
    { "measure", act_measure, NURSE | TEACHER },
    { "measure-other", act_measure_other, NURSE },
    { "correct", act_correct, NURSE | TEACHER },
    { "correct-other", act_correct_other, NURSE },
    { "take-other", act_take_other, NURSE },
    { "give-away", act_give_away, NURSE },
    { "exclude", act_exclude, NURSE },
    { "exclude-other", act_exclude_other, NURSE },
    { "delete", act_delete_measurement, NURSE | TEACHER },
    { "delete-other", act_delete_other_measurement, NURSE },
    { "edit-target", act_edit_target, NURSE },
    { "set", act_set, NURSE },
    { "undo-nurse", act_undo_nurse, NURSE },
    { "undo-hidden", act_undo_hidden, NURSE },
    { "overlook", act_overlook, NURSE },
};

typedef struct {
    Place *place;
    Act act;
    gboolean is_done;
} Trial;

static gboolean
try_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
        GError **error)
{
    Trial *trial = input;

    return trial->act (change, trial->place, error);
}

static gboolean
put_other_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
              GError **error)
{
    Place *place = input;
    TvSession session = { .round_id = place->book->round_id,
                          .class_id = place->book->other_class_id,
                          .date = tv_date_from_ymd (2026, 9, 15) };
    TvMeasurement measurement = { .student_id = place->book->student_ids[3],
                                  .round_id = place->book->round_id,
                                  .date = tv_date_from_ymd (2026, 9, 15),
                                  .weight_g = 16000 };

    place->other_session_id = tv_store_put_session (change, &session, error);
    place->other_measurement_id = tv_store_put_measurement (change, &measurement, error);
    return place->other_measurement_id != 0;
}

static gboolean
put_hidden_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
               GError **error)
{
    const Place *place = input;
    TvStudent values = { .id = place->book->student_ids[3],
                         .name = (char *) "Phạm Thị Cúc",
                         .birth_date = tv_date_from_ymd (2022, 1, 1) };

    return tv_store_put_student (change, &values, error) != 0;
}

static guint
try_all (TvRole role)
{
    guint n_refused = 0;

    for (guint i = 0; i < G_N_ELEMENTS (acts); i++) {
        g_autoptr (TvTestBook) book = tv_test_book_new ();
        g_autoptr (TvTestPeople) people = tv_test_people_new (book);
        Place place = { .book = book };
        Trial trial = { &place, acts[i].act, FALSE };
        g_autofree char *before = NULL, *after = NULL;
        g_autoptr (GError) error = NULL;

        tv_test_book_write (book, "edit-student", put_hidden_cb, &place);
        place.hidden_set_id = tv_test_book_count (book, "change_set");
        tv_test_book_write (book, "measure", put_other_cb, &place);
        place.last_set_id = tv_test_book_count (book, "change_set");
        before = tv_test_book_dump (book);
        tv_test_people_sign_in (people, book, role);
        trial.is_done = tv_store_write (book->store, "try", try_cb, &trial, NULL, &error);
        if (trial.is_done != ((acts[i].roles & 1u << role) != 0))
            g_error ("%s by %s: %s", acts[i].name, tv_role_code (role),
                     error ? error->message : "was not refused");
        if (trial.is_done)
            continue;
        /* What a teacher does not see is not there to be taken back. */
        if (!g_error_matches (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_FOUND))
            g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED);
        n_refused++;
        tv_test_people_sign_in (people, book, TV_ROLE_NURSE);
        after = tv_test_book_dump (book);
        g_assert_cmpstr (before, ==, after);
    }
    return n_refused;
}

static void
test_writing (gconstpointer data)
{
    TvRole role = (TvRole) GPOINTER_TO_INT (data);
    guint n_refused = try_all (role);

    g_test_message ("%s: %u of %u acts refused", tv_role_code (role), n_refused,
                    (guint) G_N_ELEMENTS (acts));
    g_assert_cmpuint (n_refused > 0, ==, role != TV_ROLE_NURSE);
}

static gpointer
read_name_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvStudent) student = tv_store_get_student (connection, 1, error);

    return student ? g_strdup (student->name) : NULL;
}

static void
assert_name (TvTestBook *book, const char *expected)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *name = tv_store_read (book->store, read_name_cb, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpstr (name, ==, expected);
}

static gboolean
was_refused (TvStore *store, const char *reason, TvStoreError code)
{
    g_autoptr (GError) error = NULL;

    return !tv_store_request_records (store, reason, &error)
           && g_error_matches (error, TV_STORE_ERROR, (int) code);
}

static void
test_request (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvTestPeople) people = tv_test_people_new (book);
    g_autoptr (GError) error = NULL;
    gint64 begin_us;

    tv_test_people_sign_in (people, book, TV_ROLE_TEACHER);
    g_assert_true (was_refused (book->store, "vì", TV_STORE_ERROR_NOT_ALLOWED));
    tv_test_people_sign_in (people, book, TV_ROLE_AUDITOR);
    g_assert_true (was_refused (book->store, "vì", TV_STORE_ERROR_NOT_ALLOWED));
    tv_test_people_sign_in (people, book, TV_ROLE_PRINCIPAL);
    assert_name (book, "•••");
    g_assert_true (was_refused (book->store, NULL, TV_STORE_ERROR_NO_REASON));
    g_assert_true (was_refused (book->store, "  ", TV_STORE_ERROR_NO_REASON));
    assert_name (book, "•••");
    begin_us = tv_clock_now_us (book->clock);
    g_assert_true (tv_store_request_records (book->store, "Phụ huynh hỏi", &error));
    g_assert_no_error (error);
    assert_name (book, "Nguyễn Gia Bảo");
    /* Each question is a thousandth of a second to this clock. */
    while (tv_clock_now_us (book->clock) < begin_us + TV_ACCESS_REQUEST_US - G_USEC_PER_SEC / 100)
        continue;
    assert_name (book, "Nguyễn Gia Bảo");
    while (tv_clock_now_us (book->clock) < begin_us + TV_ACCESS_REQUEST_US + G_USEC_PER_SEC / 100)
        continue;
    assert_name (book, "•••");
    g_assert_true (tv_store_request_records (book->store, "Lần nữa", &error));
    assert_name (book, "Nguyễn Gia Bảo");
    tv_test_people_sign_in (people, book, TV_ROLE_PRINCIPAL);
    assert_name (book, "•••");
}

static gpointer
find_reason_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvStatement) row = tv_connection_prepare (
        connection,
        "SELECT h.kind || ' ' || p.role || ' ' || a.what || ' ' || a.reason || ' ' ||"
        " (SELECT s.name FROM student s WHERE s.id = e.student_id)"
        " FROM change_set h JOIN person p ON p.id = h.person_id"
        " JOIN change_entry e ON e.change_set_id = h.id AND e.table_name = 'access'"
        " JOIN access a ON a.id = e.record_id WHERE a.reason IS NOT NULL",
        error);

    g_assert_no_error (*error);
    g_assert_cmpint (tv_statement_step (row, error), ==, TV_STEP_ROW);
    return g_strdup (tv_statement_get_text (row, 0));
}

static gboolean
set_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
        GError **error)
{
    return act_set (change, NULL, error);
}

static void
test_log (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvTestPeople) people = tv_test_people_new (book);
    g_autoptr (GError) error = NULL;
    g_autofree char *found = NULL;
    gint64 last;

    tv_test_book_write (book, "edit", set_cb, NULL);
    last = tv_test_book_count (book, "change_set");
    tv_test_people_sign_in (people, book, TV_ROLE_PRINCIPAL);
    g_assert_true (tv_store_log_access (book->store, TV_ACCESS_EXPORT_CHART, book->student_ids[0],
                                        " Cho mẹ cháu ", &error));
    g_assert_no_error (error);
    g_assert_false (tv_store_log_access (book->store, TV_ACCESS_EXPORT_CHART, 999, "x", &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_FOUND);
    g_clear_error (&error);
    tv_test_people_sign_in (people, book, TV_ROLE_NURSE);
    found = tv_store_read (book->store, find_reason_cb, NULL, &error);
    g_assert_cmpstr (found, ==, "export-chart principal export-chart Cho mẹ cháu Nguyễn Gia Bảo");
    /* What was looked at is in nobody's way who takes a change back. */
    g_assert_cmpint (tv_test_book_undo_last (book, &error), ==, last);
    g_assert_no_error (error);
}

static void
test_last_day (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvTestPeople) people = tv_test_people_new (book);
    guint n_refused = 0;

    for (TvRole role = TV_ROLE_NURSE; role <= TV_ROLE_AUDITOR; role++)
        tv_test_people_sign_in (people, book, role);
    tv_clock_unref (book->clock);
    book->clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 9, 22));
    tv_test_book_reopen (book);
    for (TvRole role = TV_ROLE_NURSE; role <= TV_ROLE_AUDITOR; role++, n_refused++) {
        g_autoptr (GError) error = NULL;

        g_assert_false (tv_store_sign_in (book->store, people->uids[role], &error));
        g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED);
    }
    g_assert_cmpuint (n_refused, ==, 4);
}

/* The window stands open over midnight. */
static void
test_last_day_passes (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvTestPeople) people = tv_test_people_new (book);
    g_autoptr (TvClock) tomorrow = tv_clock_new_fixed (tv_date_from_ymd (2026, 9, 22));
    TvClock *today = book->store->clock;

    for (TvRole role = TV_ROLE_NURSE; role <= TV_ROLE_AUDITOR; role++) {
        g_autoptr (GError) error = NULL;

        tv_test_people_sign_in (people, book, role);
        book->store->clock = tomorrow;
        g_assert_null (tv_store_read (book->store, read_name_cb, NULL, &error));
        g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED);
        g_clear_error (&error);
        g_assert_false (tv_store_write (book->store, "edit", set_cb, NULL, NULL, &error));
        g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED);
        book->store->clock = today;
    }
}

static void
test_rights (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvTestPeople) people = tv_test_people_new (book);
    g_autoptr (GError) error = NULL;

    g_assert_true (tv_right_may_set (TV_ROLE_TEACHER, "measurement", "weight_g"));
    g_assert_false (tv_right_may_set (TV_ROLE_TEACHER, "measurement", "has_oedema"));
    g_assert_false (tv_right_may_set (TV_ROLE_TEACHER, "measurement", "excluded_reason"));
    g_assert_true (tv_store_may (book->store, TV_RIGHT_ERASE));
    tv_test_people_sign_in (people, book, TV_ROLE_PRINCIPAL);
    g_assert_true (tv_store_may (book->store, TV_RIGHT_READ_RATES));
    g_assert_true (tv_store_may (book->store, TV_RIGHT_MANAGE_PEOPLE));
    g_assert_false (tv_store_may (book->store, TV_RIGHT_READ_CHILDREN));
    g_assert_false (tv_store_check_right (book->store, TV_RIGHT_BACK_UP, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED);
    tv_test_people_sign_in (people, book, TV_ROLE_TEACHER);
    g_assert_true (tv_store_may (book->store, TV_RIGHT_MEASURE));
    g_assert_false (tv_store_may (book->store, TV_RIGHT_EXPORT));
    g_assert_false (tv_store_may (book->store, TV_RIGHT_READ_HISTORY));
    tv_test_people_sign_in (people, book, TV_ROLE_AUDITOR);
    g_assert_true (tv_store_may (book->store, TV_RIGHT_READ_HISTORY));
    g_assert_false (tv_store_may (book->store, TV_RIGHT_READ_RATES));
    g_assert_cmpint (tv_store_get_actor_id (book->store), ==, people->ids[TV_ROLE_AUDITOR]);
}

static gboolean
end_nurse_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
              GError **error)
{
    const TvPerson *values = input;

    return tv_store_put_person (change, values, error) != 0;
}

/* Nobody could ever write in the book again. */
static void
test_last_nurse (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    TvPerson values = { .id = 1, .name = (char *) "Cô Một", .role = TV_ROLE_NURSE };
    TvPerson variants[] = { values, values, values };

    variants[0].until = TV_DATE_NONE;
    variants[1].until = tv_date_from_ymd (2027, 5, 31);
    variants[1].is_active = TRUE;
    variants[2].until = TV_DATE_NONE;
    variants[2].is_active = TRUE;
    variants[2].role = TV_ROLE_AUDITOR;
    for (guint i = 0; i < G_N_ELEMENTS (variants); i++) {
        g_autoptr (GError) error = NULL;

        g_assert_false (
            tv_store_write (book->store, "end-person", end_nurse_cb, &variants[i], NULL, &error));
        g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_LAST_NURSE);
    }
    values.id = 0;
    values.until = TV_DATE_NONE;
    values.is_active = TRUE;
    tv_test_book_write (book, "add-person", end_nurse_cb, &values);
    tv_test_book_write (book, "end-person", end_nurse_cb, &variants[0]);
    tv_test_book_write (book, "edit", set_cb, NULL);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    for (TvRole role = TV_ROLE_NURSE; role <= TV_ROLE_AUDITOR; role++) {
        g_autofree char *path = g_strconcat ("/rights/writing/", tv_role_code (role), NULL);

        g_test_add_data_func (path, GINT_TO_POINTER (role), test_writing);
    }
    g_test_add_func ("/rights/request", test_request);
    g_test_add_func ("/rights/log", test_log);
    g_test_add_func ("/rights/last-day", test_last_day);
    g_test_add_func ("/rights/last-day-passes", test_last_day_passes);
    g_test_add_func ("/rights/table", test_rights);
    g_test_add_func ("/rights/last-nurse", test_last_nurse);
    return g_test_run ();
}
