/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed into a measuring sheet, what it becomes, and what the book then holds. */

#include "workflows/tv-measuring-save.h"

#include "base/tv-language.h"
#include "store/tv-store-history.h"
#include "tests/workflows/tv-class-fixture.h"
#include "tests/workflows/tv-entry-fixture.h"
#include "workflows/tv-class-list.h"
#include "workflows/tv-measuring-sheet.h"
#include "workflows/tv-overview.h"
#include "workflows/tv-round-opening.h"

#include <math.h>

typedef struct {
    TvQuantity quantity;
    const char *text;
    int value; /* 0 where it is refused */
    guint n_readings;
} TypedCase;

static const TypedCase typed_cases[] = {
    { TV_QUANTITY_WEIGHT, "15,4", 15400, 1 },
    { TV_QUANTITY_WEIGHT, "15.4", 15400, 1 },
    { TV_QUANTITY_WEIGHT, " 15,45 ", 15450, 1 },
    { TV_QUANTITY_WEIGHT, "68,4-53,1", 15300, 2 },
    { TV_QUANTITY_WEIGHT, "68.4 - 53.1", 15300, 2 },
    { TV_QUANTITY_WEIGHT, "53,1-68,4", 0, 2 },
    { TV_QUANTITY_WEIGHT, "68,4-", 0, 0 },
    { TV_QUANTITY_WEIGHT, "-5", 0, 0 },
    { TV_QUANTITY_WEIGHT, "15,4kg", 0, 0 },
    { TV_QUANTITY_WEIGHT, "0", 0, 0 },
    { TV_QUANTITY_WEIGHT, "1,2,3", 0, 0 },
    { TV_QUANTITY_WEIGHT, "0,5", 500, 1 },
    { TV_QUANTITY_WEIGHT, "250", 250000, 1 },
    { TV_QUANTITY_WEIGHT, "250,1", 0, 1 },
    { TV_QUANTITY_HEIGHT, "101,2", 1012, 1 },
    { TV_QUANTITY_HEIGHT, "101.25", 1013, 1 },
    { TV_QUANTITY_HEIGHT, "112-3", 0, 0 },
    { TV_QUANTITY_HEIGHT, "1,12", 0, 1 },
    { TV_QUANTITY_HEIGHT, "1125", 0, 1 },
    { TV_QUANTITY_HEIGHT, "một trăm", 0, 0 },
    { TV_QUANTITY_HEIGHT, "30", 300, 1 },
    { TV_QUANTITY_HEIGHT, "230", 2300, 1 },
};

static void
test_typed (void)
{
    for (guint i = 0; i < G_N_ELEMENTS (typed_cases); i++) {
        const TypedCase *one = &typed_cases[i];
        g_auto (TvTypedValue) typed = { 0 };

        g_test_message ("%s", one->text);
        tv_typed_value_read (&typed, one->quantity, one->text);
        g_assert_false (typed.is_empty);
        g_assert_cmpuint (typed.n_readings, ==, one->n_readings);
        if (one->value) {
            g_assert_null (typed.refusal);
            g_assert_cmpint (typed.value, ==, one->value);
        } else {
            g_assert_nonnull (typed.refusal);
            g_assert_cmpuint (strlen (typed.refusal), >, 20);
        }
    }
}

static void
test_typed_keeps_what_was_meant (void)
{
    g_auto (TvTypedValue) typed = { 0 };
    g_auto (TvTypedValue) empty = { 0 };

    tv_typed_value_read (&typed, TV_QUANTITY_HEIGHT, "1125");
    g_assert_true (typed.is_out_of_range);
    g_assert_cmpint (typed.value, ==, 11250);
    tv_typed_value_read (&empty, TV_QUANTITY_HEIGHT, "  ");
    g_assert_true (empty.is_empty);
    g_assert_null (empty.refusal);
}

static void
test_enter_values (void)
{
    g_autoptr (TvMeasurement) weighed
        = tv_entry_fixture_type (NULL, TV_QUANTITY_WEIGHT, "68,4-53,1", FALSE);
    g_autoptr (TvMeasurement) both
        = tv_entry_fixture_type (weighed, TV_QUANTITY_HEIGHT, "101,2", FALSE);
    g_autoptr (TvMeasurement) again
        = tv_entry_fixture_type (both, TV_QUANTITY_HEIGHT, "101,0", TRUE);
    g_autoptr (TvMeasurement) corrected
        = tv_entry_fixture_type (again, TV_QUANTITY_WEIGHT, "15,2", FALSE);
    g_autoptr (TvMeasurement) half
        = tv_entry_fixture_type (corrected, TV_QUANTITY_WEIGHT, "", FALSE);

    g_assert_cmpint (weighed->weight_g, ==, 15300);
    g_assert_cmpint (weighed->n_readings, ==, 2);
    g_assert_cmpint (weighed->position, ==, TV_POSITION_STANDING);
    g_assert_cmpint (weighed->date, ==, tv_date_from_ymd (2026, 11, 20));
    g_assert_cmpint (both->height_mm, ==, 1012);
    g_assert_cmpint (again->height_mm, ==, 1011);
    g_assert_cmpint (again->n_readings, ==, 4);
    g_assert_cmpint (corrected->n_readings, ==, 3);
    g_assert_cmpint (half->weight_g, ==, 0);
    g_assert_cmpint (half->height_mm, ==, 1011);
    g_assert_cmpint (half->n_readings, ==, 2);
}

static void
test_enter_nothing_left (void)
{
    g_autoptr (TvMeasurement) weighed
        = tv_entry_fixture_type (NULL, TV_QUANTITY_WEIGHT, "15,3", FALSE);

    g_assert_null (tv_entry_fixture_type (weighed, TV_QUANTITY_WEIGHT, "", FALSE));
}

static void
test_enter_state_and_back (void)
{
    g_autoptr (TvMeasurement) weighed
        = tv_entry_fixture_type (NULL, TV_QUANTITY_WEIGHT, "15,3", FALSE);
    TvMeasuringEntry entry = { .kind = TV_ENTRY_STATE, .state = TV_MEASUREMENT_ABSENT };
    g_autoptr (TvMeasurement) absent = tv_entry_fixture_enter (weighed, &entry);
    g_autoptr (TvMeasurement) back
        = tv_entry_fixture_type (absent, TV_QUANTITY_HEIGHT, "101,2", FALSE);

    g_assert_cmpint (absent->state, ==, TV_MEASUREMENT_ABSENT);
    g_assert_cmpint (absent->weight_g, ==, 0);
    g_assert_cmpint (back->state, ==, TV_MEASUREMENT_MEASURED);
    g_assert_cmpint (back->height_mm, ==, 1012);
}

static void
test_keeping_ends_with_the_value (void)
{
    g_autoptr (TvStudent) student = tv_entry_fixture_student ();
    g_autoptr (TvMeasurement) weighed
        = tv_entry_fixture_type (NULL, TV_QUANTITY_WEIGHT, "40", FALSE);
    TvMeasuringEntry entry = { .kind = TV_ENTRY_KEEP, .reason = "đã cân lại" };
    g_autoptr (TvMeasurement) kept = tv_entry_fixture_enter (weighed, &entry);
    g_autoptr (TvMeasurement) other = tv_entry_fixture_type (kept, TV_QUANTITY_WEIGHT, "41", FALSE);
    g_auto (TvMeasuringFinding) asked = { 0 };
    g_auto (TvMeasuringFinding) quiet = { 0 };

    tv_measuring_assess (student, weighed, NULL, &asked);
    g_assert_cmpuint (asked.n_questions, >, 0);
    tv_measuring_assess (student, kept, NULL, &quiet);
    g_assert_cmpuint (quiet.n_questions, ==, 0);
    g_assert_cmpstr (kept->kept_reason, ==, "đã cân lại");
    g_assert_null (other->kept_reason);
}

static void
test_assess (void)
{
    g_autoptr (TvStudent) student = tv_entry_fixture_student ();
    g_autoptr (TvMeasurement) weighed
        = tv_entry_fixture_type (NULL, TV_QUANTITY_WEIGHT, "15,4", FALSE);
    g_autoptr (TvMeasurement) measured
        = tv_entry_fixture_type (weighed, TV_QUANTITY_HEIGHT, "94,0", FALSE);
    g_auto (TvMeasuringFinding) finding = { 0 };
    g_auto (TvMeasuringFinding) nothing = { 0 };

    /* A boy of 54 months and 94.0 cm is below -2 in height; WHO's -2 there is about 97.8 cm. */
    tv_measuring_assess (student, measured, NULL, &finding);
    g_assert_cmpint (finding.growth.z[TV_Z_HEIGHT_FOR_AGE].hundredths, <, -200);
    g_assert_cmpint (finding.concern, ==, TV_CONCERN_LOW_MODERATE);
    g_assert_nonnull (strstr (finding.words, "stunted"));
    g_assert_nonnull (strstr (finding.numbers, "−"));
    tv_measuring_assess (student, NULL, NULL, &nothing);
    g_assert_cmpstr (nothing.words, ==, "");
    g_assert_cmpint (nothing.concern, ==, TV_CONCERN_UNKNOWN);
}

static void
test_proposal (void)
{
    g_autoptr (TvStudent) student = tv_entry_fixture_student ();
    g_autoptr (TvMeasurement) swapped
        = tv_entry_fixture_type (NULL, TV_QUANTITY_WEIGHT, "101,2", FALSE);
    TvMeasurement typed = *swapped;
    g_auto (TvMeasuringFinding) finding = { 0 };
    TvMeasuringEntry entry = { .kind = TV_ENTRY_PROPOSAL };
    g_autoptr (TvMeasurement) righted = NULL;

    typed.height_mm = 154;
    tv_measuring_assess (student, &typed, NULL, &finding);
    g_assert_cmpuint (finding.n_questions, >, 0);
    g_assert_cmpint (finding.questions[0].doubt.kind, ==, TV_DOUBT_SWAPPED);
    entry.weight_g = finding.questions[0].doubt.weight_g;
    entry.height_mm = finding.questions[0].doubt.height_mm;
    righted = tv_entry_fixture_enter (swapped, &entry);
    g_assert_cmpint (righted->weight_g, ==, 15400);
    g_assert_cmpint (righted->height_mm, ==, 1012);
    g_assert_cmpuint (righted->n_readings, ==, 2);
}

/* Millimetres cannot hold metres: the digits that were typed decide what is proposed. */
static void
test_metres (void)
{
    static const struct {
        const char *text;
        int height_mm;
        gboolean lost_a_digit;
    } cases[] = {
        { "0,95", 950, TRUE },   { "0.97", 970, TRUE },    { "1,02", 1020, TRUE },
        { "0,955", 955, FALSE }, { "1.018", 1018, FALSE },
    };
    g_autoptr (TvStudent) student = tv_entry_fixture_student ();
    g_autoptr (TvMeasurement) weighed
        = tv_entry_fixture_type (NULL, TV_QUANTITY_WEIGHT, "15,4", FALSE);

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_auto (TvTypedValue) typed = { 0 };
        g_auto (TvMeasuringFinding) finding = { 0 };
        TvMeasurement values = *weighed;
        double numbers[2] = { NAN, NAN };

        g_test_message ("%s", cases[i].text);
        tv_typed_value_read (&typed, TV_QUANTITY_HEIGHT, cases[i].text);
        g_assert_true (typed.is_out_of_range);
        values.height_mm = typed.value;
        numbers[TV_QUANTITY_HEIGHT] = typed.number;
        tv_measuring_assess_typed (student, &values, NULL, numbers, &finding);
        g_assert_cmpuint (finding.n_questions, ==, 1);
        g_assert_cmpint (finding.questions[0].doubt.kind, ==, TV_DOUBT_METRES);
        g_assert_cmpint (finding.questions[0].doubt.height_mm, ==, cases[i].height_mm);
        g_assert_cmpint (finding.questions[0].doubt.lost_a_digit, ==, cases[i].lost_a_digit);
        g_assert_cmpstr (finding.words, ==, "");
    }
}

static TvMeasuringSheet *
load (TvClassFixture *fixture)
{
    g_autoptr (GError) error = NULL;
    TvMeasuringSheet *sheet
        = tv_measuring_sheet_load (fixture->store, fixture->round_id, fixture->class_id, &error);

    g_assert_no_error (error);
    return sheet;
}

static const TvMeasuringRow *
row_at (TvMeasuringSheet *sheet, guint index)
{
    g_assert_cmpuint (index, <, sheet->rows->len);
    return g_ptr_array_index (sheet->rows, index);
}

static void
save (TvClassFixture *fixture, TvSession *session, guint student, TvQuantity quantity,
      const char *text, GAsyncResult **result)
{
    g_auto (TvTypedValue) typed = { 0 };
    TvMeasuringEntry entry;

    tv_typed_value_read (&typed, quantity, text);
    tv_measuring_entry_of_value (&entry, quantity, &typed, FALSE);
    tv_measuring_save_async (fixture->store, session, fixture->student_ids[student], &entry, NULL,
                             tv_test_keep_result, result);
}

static void
finish (TvClassFixture *fixture, GAsyncResult **pending)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GAsyncResult) result = tv_test_take_result (pending);
    g_autoptr (TvSession) session = tv_measuring_save_finish (fixture->store, result, &error);

    g_assert_no_error (error);
    g_assert_cmpint (session->id, >, 0);
}

static void
test_two_cells_one_measurement (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvMeasuringSheet) before = load (fixture);
    g_autoptr (TvMeasuringSheet) after = NULL;
    g_autoptr (TvSession) session
        = tv_measuring_sheet_session (before, tv_date_from_ymd (2026, 11, 20));
    GAsyncResult *weight = NULL, *height = NULL;
    TvMeasuringProgress progress;

    g_assert_cmpuint (before->rows->len, ==, TV_FIXTURE_N_STUDENTS);
    g_assert_cmpuint (before->sessions->len, ==, 0);
    g_assert_null (row_at (before, 0)->current);
    g_assert_cmpint (row_at (before, 0)->previous->height_mm, ==, 1012);
    save (fixture, session, 0, TV_QUANTITY_WEIGHT, "68,4-53,1", &weight);
    save (fixture, session, 0, TV_QUANTITY_HEIGHT, "102,5", &height);
    finish (fixture, &weight);
    finish (fixture, &height);
    after = load (fixture);
    g_assert_cmpuint (after->sessions->len, ==, 1);
    g_assert_cmpint (row_at (after, 0)->current->weight_g, ==, 15300);
    g_assert_cmpint (row_at (after, 0)->current->height_mm, ==, 1025);
    g_assert_cmpuint (row_at (after, 0)->current->n_readings, ==, 3);
    tv_measuring_sheet_count (after, &progress);
    g_assert_cmpuint (progress.n_measured, ==, 1);
    g_assert_cmpuint (progress.n_half, ==, 0);
    g_assert_cmpuint (progress.n_marked, ==, 0);
}

/* Who was only weighed still waits: on the sheet, on the first page and in words. */
static void
test_half_measured_waits (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvMeasuringSheet) before = load (fixture);
    g_autoptr (TvMeasuringSheet) after = NULL;
    g_autoptr (TvSession) session
        = tv_measuring_sheet_session (before, tv_date_from_ymd (2026, 11, 20));
    g_autoptr (GError) error = NULL;
    g_autoptr (TvOverview) overview = NULL;
    GAsyncResult *weight = NULL;
    TvMeasuringProgress progress;
    gboolean is_listed = FALSE;

    save (fixture, session, 0, TV_QUANTITY_WEIGHT, "15,3", &weight);
    finish (fixture, &weight);
    after = load (fixture);
    tv_measuring_sheet_count (after, &progress);
    g_assert_cmpuint (progress.n_measured, ==, 0);
    g_assert_cmpuint (progress.n_half, ==, 1);
    overview = tv_overview_work_out (fixture->store, after->round->code, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (overview->rates->n_measured, ==, 1);
    g_assert_cmpuint (overview->rates->n_half_measured, ==, 1);
    for (guint i = 0; i < overview->not_measured->len; i++)
        is_listed |= g_array_index (overview->not_measured, gint64, i) == fixture->student_ids[0];
    g_assert_true (is_listed);
    g_assert_cmpuint (overview->not_measured->len, ==, TV_FIXTURE_N_STUDENTS);
}

static void
test_undo_takes_one_cell (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvMeasuringSheet) sheet = load (fixture);
    g_autoptr (TvMeasuringSheet) half = NULL;
    g_autoptr (TvMeasuringSheet) none = NULL;
    g_autoptr (TvSession) session
        = tv_measuring_sheet_session (sheet, tv_date_from_ymd (2026, 11, 20));
    GAsyncResult *pending = NULL;

    save (fixture, session, 1, TV_QUANTITY_WEIGHT, "16,0", &pending);
    finish (fixture, &pending);
    save (fixture, session, 1, TV_QUANTITY_HEIGHT, "103", &pending);
    finish (fixture, &pending);
    tv_class_fixture_undo (fixture);
    half = load (fixture);
    g_assert_cmpint (row_at (half, 1)->current->weight_g, ==, 16000);
    g_assert_cmpint (row_at (half, 1)->current->height_mm, ==, 0);
    tv_class_fixture_undo (fixture);
    none = load (fixture);
    g_assert_null (row_at (none, 1)->current);
    g_assert_cmpuint (none->sessions->len, ==, 0);
}

static void
test_session_date_moves_its_measurements (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvMeasuringSheet) sheet = load (fixture);
    g_autoptr (TvMeasuringSheet) measured = NULL;
    g_autoptr (TvMeasuringSheet) moved = NULL;
    g_autoptr (TvSession) session
        = tv_measuring_sheet_session (sheet, tv_date_from_ymd (2026, 11, 20));
    g_autoptr (TvSession) wanted = NULL;
    TvSession values;
    GAsyncResult *pending = NULL;

    save (fixture, session, 2, TV_QUANTITY_WEIGHT, "16,0", &pending);
    finish (fixture, &pending);
    measured = load (fixture);
    values = *(TvSession *) g_ptr_array_index (measured->sessions, 0);
    values.date = tv_date_from_ymd (2026, 11, 18);
    values.clothing = TV_CLOTHING_COAT_OFF;
    wanted = tv_session_new (&values);
    tv_measuring_save_session_async (fixture->store, wanted, NULL, tv_test_keep_result, &pending);
    finish (fixture, &pending);
    moved = load (fixture);
    g_assert_cmpuint (moved->sessions->len, ==, 1);
    g_assert_cmpint (row_at (moved, 2)->current->date, ==, tv_date_from_ymd (2026, 11, 18));
}

/* Both are sent before either has come back. */
static void
test_one_session_a_day (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (TvMeasuringSheet) sheet = load (fixture);
    g_autoptr (TvMeasuringSheet) after = NULL;
    g_autoptr (TvSession) session
        = tv_measuring_sheet_session (sheet, tv_date_from_ymd (2026, 11, 20));
    g_autoptr (TvSession) named = NULL;
    TvSession values = *session;
    GAsyncResult *cell = NULL, *head = NULL;

    values.measurer = (char *) "Cô Hoa";
    named = tv_session_new (&values);
    save (fixture, session, 0, TV_QUANTITY_WEIGHT, "15,5", &cell);
    tv_measuring_save_session_async (fixture->store, named, NULL, tv_test_keep_result, &head);
    finish (fixture, &cell);
    finish (fixture, &head);
    after = load (fixture);
    g_assert_cmpuint (after->sessions->len, ==, 1);
    g_assert_cmpstr (((TvSession *) g_ptr_array_index (after->sessions, 0))->measurer, ==,
                     "Cô Hoa");
}

static void
test_open_round (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    GAsyncResult *pending = NULL;
    g_autoptr (GAsyncResult) proposed = NULL;
    g_autoptr (GAsyncResult) opened = NULL;
    g_autoptr (TvRoundPlan) plan = NULL;
    g_autoptr (TvRound) round = NULL;
    const TvRound *proposal;

    tv_round_opening_plan_async (fixture->store, fixture->year_id, 0, NULL, tv_test_keep_result,
                                 &pending);
    proposed = tv_test_take_result (&pending);
    plan = tv_round_opening_plan_finish (fixture->store, proposed, &error);
    g_assert_no_error (error);
    proposal = plan->rounds[TV_ROUND_REGULAR];
    g_assert_cmpstr (proposal->code, ==, "2026-3");
    g_assert_cmpint (proposal->first_day, ==, tv_date_from_ymd (2026, 11, 20));
    tv_round_opening_save_async (fixture->store, proposal, NULL, NULL, tv_test_keep_result,
                                 &pending);
    opened = tv_test_take_result (&pending);
    round = tv_round_opening_save_finish (fixture->store, opened, &error);
    g_assert_no_error (error);
    g_assert_cmpint (round->id, >, fixture->round_id);
    g_assert_cmpstr (round->code, ==, "2026-3");
}

static void
test_class_list (TvClassFixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    GAsyncResult *pending = NULL;
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GPtrArray) classes = NULL;

    tv_class_list_load_async (fixture->store, fixture->year_id, NULL, tv_test_keep_result,
                              &pending);
    result = tv_test_take_result (&pending);
    classes = tv_class_list_load_finish (fixture->store, result, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (classes->len, ==, 2);
    g_assert_cmpstr (((TvRosterClass *) g_ptr_array_index (classes, 0))->class_->name, ==, "Mầm 1");
    g_assert_cmpuint (((TvRosterClass *) g_ptr_array_index (classes, 0))->n_students, ==, 3);
}

static void
add (const char *path, void (*test) (TvClassFixture *, gconstpointer))
{
    g_test_add (path, TvClassFixture, NULL, tv_class_fixture_set_up, test,
                tv_class_fixture_tear_down);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    g_test_add_func ("/measuring/typed", test_typed);
    g_test_add_func ("/measuring/typed-keeps-what-was-meant", test_typed_keeps_what_was_meant);
    g_test_add_func ("/measuring/enter-values", test_enter_values);
    g_test_add_func ("/measuring/enter-nothing-left", test_enter_nothing_left);
    g_test_add_func ("/measuring/enter-state-and-back", test_enter_state_and_back);
    g_test_add_func ("/measuring/keeping-ends-with-the-value", test_keeping_ends_with_the_value);
    g_test_add_func ("/measuring/assess", test_assess);
    g_test_add_func ("/measuring/proposal", test_proposal);
    g_test_add_func ("/measuring/metres", test_metres);
    add ("/measuring/two-cells-one-measurement", test_two_cells_one_measurement);
    add ("/measuring/half-measured-waits", test_half_measured_waits);
    add ("/measuring/undo-takes-one-cell", test_undo_takes_one_cell);
    add ("/measuring/session-date", test_session_date_moves_its_measurements);
    add ("/measuring/one-session-a-day", test_one_session_a_day);
    add ("/measuring/open-round", test_open_round);
    add ("/measuring/class-list", test_class_list);
    return g_test_run ();
}
