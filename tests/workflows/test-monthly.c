/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The monthly weighing: who is weighed, the sheet over all classes, and that a value goes into a
 * session of the child's own class. */

#include "store/tv-store-enrolments.h"
#include "store/tv-store-measurements.h"
#include "store/tv-store-round-classes.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-sessions.h"
#include "store/tv-store-students.h"
#include "tests/workflows/tv-class-fixture.h"
#include "workflows/tv-measuring-save.h"
#include "workflows/tv-measuring-sheet.h"
#include "workflows/tv-monthly-session.h"
#include "workflows/tv-monthly-weighing.h"

static TvDate
day (int year, int month, int day_of_month)
{
    return tv_date_from_ymd (year, month, day_of_month);
}

/* A boy of 40 months: WHO's medians are 98.8 cm and 15.2 kg for height and weight by age; of a
 * child of 94 cm 2 SD below is 11.9 kg, of one of 100 cm 2 SD above is 18.4 kg. */
static void
test_rule (void)
{
    const TvDate today = day (2026, 11, 20);
    const struct {
        TvDate birth;
        int weight_g;
        int height_mm;
        TvWeighedMonthly expected;
    } cases[] = {
        { day (2024, 11, 21), 0, 0, TV_WEIGHED_MONTHLY_YOUNG },
        { day (2024, 11, 20), 0, 0, TV_WEIGHED_MONTHLY_NOT },
        { day (2023, 7, 20), 15200, 988, TV_WEIGHED_MONTHLY_NOT },
        { day (2023, 7, 20), 15200, 0, TV_WEIGHED_MONTHLY_NOT },
        { day (2023, 7, 20), 10500, 960, TV_WEIGHED_MONTHLY_FOLLOWED },
        { day (2023, 7, 20), 13000, 880, TV_WEIGHED_MONTHLY_FOLLOWED },
        { day (2023, 7, 20), 19500, 1000, TV_WEIGHED_MONTHLY_FOLLOWED },
        { day (2023, 7, 20), 15200, 9880, TV_WEIGHED_MONTHLY_NOT },
        /* Weight for height needs no birth date. */
        { TV_DATE_NONE, 10500, 960, TV_WEIGHED_MONTHLY_FOLLOWED },
        { TV_DATE_NONE, 13000, 880, TV_WEIGHED_MONTHLY_NOT },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (TvStudent) student = tv_student_new (
            &(TvStudent){ .name = "A", .sex = TV_SEX_MALE, .birth_date = cases[i].birth });
        g_autoptr (TvMeasurement) last
            = tv_measurement_new (&(TvMeasurement){ .date = day (2026, 11, 19),
                                                    .position = TV_POSITION_STANDING,
                                                    .weight_g = cases[i].weight_g,
                                                    .height_mm = cases[i].height_mm });

        g_test_message ("case %u", i);
        g_assert_cmpint (tv_weighed_monthly (student, cases[i].weight_g ? last : NULL, today), ==,
                         cases[i].expected);
    }
}

typedef struct {
    TvClassFixture *class_;
    gint64 round_id;
    gint64 young_id; /* in the other class */
} Monthly;

/* A child of 20 months sits in the other class; the first child of the class was thin. */
static gboolean
fill_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
         GError **error)
{
    Monthly *monthly = input;
    TvClassFixture *fixture = monthly->class_;
    TvStudent young = { .name = "Đỗ Bảo An", .sex = TV_SEX_FEMALE, .birth_date = day (2025, 3, 1) };
    TvEnrolment enrolment = { .class_id = fixture->other_class_id,
                              .year_id = fixture->year_id,
                              .roll_number = 1,
                              .status = TV_ENROLMENT_STUDYING,
                              .from = TV_DATE_NONE,
                              .until = TV_DATE_NONE };
    TvMeasurement thin = { .student_id = fixture->student_ids[0],
                           .date = day (2026, 10, 1),
                           .position = TV_POSITION_STANDING,
                           .weight_g = 11000,
                           .height_mm = 1013 };
    TvRound round = { .year_id = fixture->year_id,
                      .code = "2026-M1",
                      .name = "Tháng 11",
                      .kind = TV_ROUND_MONTHLY,
                      .first_day = day (2026, 11, 1),
                      .last_day = day (2026, 11, 30) };

    monthly->young_id = tv_store_put_student (change, &young, error);
    enrolment.student_id = monthly->young_id;
    monthly->round_id = tv_store_put_round (change, &round, error);
    return monthly->round_id && tv_store_put_enrolment (change, &enrolment, error)
           && tv_store_put_measurement (change, &thin, error);
}

static void
fill (Monthly *self, TvClassFixture *fixture)
{
    g_autoptr (GError) error = NULL;

    self->class_ = fixture;
    tv_store_write (fixture->store, "test", fill_cb, self, NULL, &error);
    g_assert_no_error (error);
}

static TvMeasuringSheet *
load (const Monthly *self)
{
    g_autoptr (GError) error = NULL;
    TvMeasuringSheet *sheet = tv_measuring_sheet_load (self->class_->store, self->round_id,
                                                       TV_MEASURING_ALL_CLASSES, &error);

    g_assert_no_error (error);
    return sheet;
}

static const TvMeasuringRow *
get_row (const TvMeasuringSheet *sheet, guint index)
{
    return g_ptr_array_index (sheet->rows, index);
}

static void
test_sheet (TvClassFixture *fixture, gconstpointer data)
{
    Monthly monthly;
    g_autoptr (TvMeasuringSheet) sheet = NULL;
    g_autoptr (TvSession) session = NULL;

    fill (&monthly, fixture);
    sheet = load (&monthly);
    g_assert_cmpint (sheet->class_->id, ==, TV_MEASURING_ALL_CLASSES);
    g_assert_cmpuint (sheet->rows->len, ==, 2);
    g_assert_cmpint (get_row (sheet, 0)->student->id, ==, fixture->student_ids[0]);
    g_assert_cmpstr (get_row (sheet, 0)->class_->name, ==, "Mầm 1");
    g_assert_cmpint (get_row (sheet, 1)->student->id, ==, monthly.young_id);
    g_assert_cmpstr (get_row (sheet, 1)->class_->name, ==, "Chồi 1");
    session = tv_measuring_sheet_session (sheet, day (2026, 11, 20));
    g_assert_cmpint (session->id, ==, 0);
    g_assert_cmpint (session->class_id, ==, TV_MEASURING_ALL_CLASSES);
}

static gboolean
limit_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
          GError **error)
{
    const Monthly *monthly = input;

    return tv_store_put_round_classes (change, monthly->round_id, &monthly->class_->other_class_id,
                                       1, error);
}

static void
test_sheet_of_some_classes (TvClassFixture *fixture, gconstpointer data)
{
    Monthly monthly;
    g_autoptr (TvMeasuringSheet) sheet = NULL;
    g_autoptr (GError) error = NULL;

    fill (&monthly, fixture);
    tv_store_write (fixture->store, "edit-round", limit_cb, &monthly, NULL, &error);
    g_assert_no_error (error);
    sheet = load (&monthly);
    g_assert_cmpuint (sheet->rows->len, ==, 1);
    g_assert_cmpint (get_row (sheet, 0)->student->id, ==, monthly.young_id);
}

static TvSession *
weigh (const Monthly *self, TvSession *session, gint64 student_id, GError **error)
{
    TvMeasuringEntry entry
        = { .kind = TV_ENTRY_VALUE, .quantity = TV_QUANTITY_WEIGHT, .value = 11200 };
    GAsyncResult *pending = NULL;
    g_autoptr (GAsyncResult) result = NULL;

    tv_measuring_save_async (self->class_->store, session, student_id, &entry, NULL,
                             tv_test_keep_result, &pending);
    result = tv_test_take_result (&pending);
    return tv_measuring_save_finish (self->class_->store, result, error);
}

static gpointer
list_sessions_cb (TvConnection *connection, gpointer input, GCancellable *cancellable,
                  GError **error)
{
    return tv_store_list_sessions (connection, *(gint64 *) input, 0, error);
}

static GPtrArray *
list_sessions (const Monthly *self)
{
    g_autoptr (GError) error = NULL;
    gint64 round_id = self->round_id;
    GPtrArray *sessions = tv_store_read (self->class_->store, list_sessions_cb, &round_id, &error);

    g_assert_no_error (error);
    return sessions;
}

static void
test_sessions (TvClassFixture *fixture, gconstpointer data)
{
    Monthly monthly;
    g_autoptr (TvMeasuringSheet) sheet = NULL, weighed = NULL;
    g_autoptr (TvSession) head = NULL, first = NULL, second = NULL, noted = NULL, again = NULL;
    g_autoptr (GPtrArray) sessions = NULL, after = NULL;
    g_autoptr (GError) error = NULL;
    GAsyncResult *pending = NULL;
    g_autoptr (GAsyncResult) result = NULL;
    TvSession values;

    fill (&monthly, fixture);
    sheet = load (&monthly);
    head = tv_measuring_sheet_session (sheet, day (2026, 11, 20));
    first = weigh (&monthly, head, fixture->student_ids[0], &error);
    g_assert_no_error (error);
    g_assert_cmpint (first->class_id, ==, fixture->class_id);
    second = weigh (&monthly, head, monthly.young_id, &error);
    g_assert_no_error (error);
    g_assert_cmpint (second->class_id, ==, fixture->other_class_id);
    sessions = list_sessions (&monthly);
    g_assert_cmpuint (sessions->len, ==, 2);

    values = *head;
    values.measurer = "Cô Hà";
    values.clothing = TV_CLOTHING_LIGHT;
    noted = tv_session_new (&values);
    tv_monthly_session_save_async (fixture->store, noted, NULL, tv_test_keep_result, &pending);
    result = tv_test_take_result (&pending);
    again = tv_monthly_session_save_finish (fixture->store, result, &error);
    g_assert_no_error (error);
    after = list_sessions (&monthly);
    g_assert_cmpuint (after->len, ==, 2);
    for (guint i = 0; i < after->len; i++) {
        const TvSession *session = g_ptr_array_index (after, i);

        g_assert_cmpstr (session->measurer, ==, "Cô Hà");
        g_assert_cmpint (session->clothing, ==, TV_CLOTHING_LIGHT);
    }
    weighed = load (&monthly);
    g_assert_cmpint (get_row (weighed, 0)->current->weight_g, ==, 11200);
    g_assert_cmpint (get_row (weighed, 1)->current->session_id, ==, second->id);
}

/* Whoever sits in no class on the day of the weighing has no session to be in. */
static void
test_before_school (TvClassFixture *fixture, gconstpointer data)
{
    Monthly monthly;
    g_autoptr (TvSession) head = NULL, session = NULL;
    g_autoptr (GError) error = NULL;

    fill (&monthly, fixture);
    head
        = tv_session_new (&(TvSession){ .round_id = monthly.round_id, .date = day (2024, 11, 20) });
    session = weigh (&monthly, head, monthly.young_id, &error);
    g_assert_null (session);
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* The classes of a round were changed while a sheet of another was open. */
static void
test_class_left_out (TvClassFixture *fixture, gconstpointer data)
{
    Monthly monthly;
    g_autoptr (TvSession) head = NULL, session = NULL;
    g_autoptr (GPtrArray) sessions = NULL;
    g_autoptr (GError) error = NULL, refusal = NULL;

    fill (&monthly, fixture);
    tv_store_write (fixture->store, "edit-round", limit_cb, &monthly, NULL, &error);
    g_assert_no_error (error);
    head
        = tv_session_new (&(TvSession){ .round_id = monthly.round_id, .date = day (2026, 11, 20) });
    session = weigh (&monthly, head, fixture->student_ids[0], &refusal);
    g_assert_null (session);
    g_assert_error (refusal, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
    sessions = list_sessions (&monthly);
    g_assert_cmpuint (sessions->len, ==, 0);
}

/* The same where the class had its session before it was left out. */
static void
test_class_left_out_later (TvClassFixture *fixture, gconstpointer data)
{
    Monthly monthly;
    g_autoptr (TvSession) head = NULL, standing = NULL, again = NULL, of_class = NULL;
    g_autoptr (GError) error = NULL, refusal = NULL, direct_refusal = NULL;

    fill (&monthly, fixture);
    head
        = tv_session_new (&(TvSession){ .round_id = monthly.round_id, .date = day (2026, 11, 20) });
    standing = weigh (&monthly, head, fixture->student_ids[0], &error);
    g_assert_no_error (error);
    tv_store_write (fixture->store, "edit-round", limit_cb, &monthly, NULL, &error);
    g_assert_no_error (error);
    again = weigh (&monthly, head, fixture->student_ids[1], &refusal);
    g_assert_null (again);
    g_assert_error (refusal, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
    of_class = weigh (&monthly, standing, fixture->student_ids[1], &direct_refusal);
    g_assert_null (of_class);
    g_assert_error (direct_refusal, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

#define ADD(path, function)                                                                        \
    g_test_add ("/monthly/" path, TvClassFixture, NULL, tv_class_fixture_set_up, function,         \
                tv_class_fixture_tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/monthly/rule", test_rule);
    ADD ("sheet", test_sheet);
    ADD ("sheet-of-some-classes", test_sheet_of_some_classes);
    ADD ("sessions", test_sessions);
    ADD ("before-school", test_before_school);
    ADD ("class-left-out", test_class_left_out);
    ADD ("class-left-out-later", test_class_left_out_later);
    return g_test_run ();
}
