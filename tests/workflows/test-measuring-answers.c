/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the answers to a question do: a proposal taken, a child measured again, two rows exchanged;
 * and what is asked then. */

#include "workflows/tv-measuring-save.h"

#include "base/tv-language.h"
#include "records/tv-repeats.h"
#include "store/tv-store-grid.h"
#include "tests/workflows/tv-class-fixture.h"
#include "tests/workflows/tv-entry-fixture.h"
#include "workflows/tv-measuring-sheet.h"

#include <math.h>

static int
value_of (const TvMeasurement *measurement, TvQuantity quantity)
{
    return quantity == TV_QUANTITY_WEIGHT ? measurement->weight_g : measurement->height_mm;
}

/* Weighed twice, marked as absent after all, and measured on a later day: what was read before the
 * mark is not held against the new value. */
static void
test_mark_between (void)
{
    const TvMeasuringEntry absent = { .kind = TV_ENTRY_STATE, .state = TV_MEASUREMENT_ABSENT };
    g_autoptr (TvMeasurement) once
        = tv_entry_fixture_type (NULL, TV_QUANTITY_WEIGHT, "15,4", FALSE);
    g_autoptr (TvMeasurement) twice
        = tv_entry_fixture_type (once, TV_QUANTITY_WEIGHT, "16,9", TRUE);
    g_autoptr (TvMeasurement) marked = tv_entry_fixture_enter (twice, &absent);
    g_autoptr (TvMeasurement) tall
        = tv_entry_fixture_type (marked, TV_QUANTITY_HEIGHT, "101", FALSE);
    g_autoptr (GArray) repeats = tv_repeats_list (tall, TV_QUANTITY_WEIGHT);

    g_assert_cmpint (marked->state, ==, TV_MEASUREMENT_ABSENT);
    g_assert_cmpuint (marked->n_readings, ==, 0);
    g_assert_cmpuint (repeats->len, ==, 0);
    g_assert_false (tv_repeats_want_third (repeats, TV_QUANTITY_WEIGHT));
    g_assert_cmpint (tall->height_mm, ==, 1010);
}

/* The first reading, then those that were taken again. */
static const struct {
    TvQuantity quantity;
    const char *texts[3];
    int accepted;
    gboolean wants_third;
} series[] = {
    { TV_QUANTITY_HEIGHT, { "101", "101,7" }, 1014, FALSE },
    { TV_QUANTITY_HEIGHT, { "101", "101,8" }, 1018, TRUE },
    { TV_QUANTITY_HEIGHT, { "101", "101,8", "101,1" }, 1011, FALSE },
    { TV_QUANTITY_HEIGHT, { "100", "101", "102" }, 1010, FALSE },
    { TV_QUANTITY_WEIGHT, { "15,4", "15,5" }, 15450, FALSE },
    { TV_QUANTITY_WEIGHT, { "15,4", "15,51" }, 15510, TRUE },
    { TV_QUANTITY_WEIGHT, { "154", "15,4" }, 15400, TRUE },
    { TV_QUANTITY_WEIGHT, { "154", "15,4", "15,5" }, 15450, FALSE },
    { TV_QUANTITY_WEIGHT, { "68,4-53,1", "68,5-53,1" }, 15350, FALSE },
    { TV_QUANTITY_WEIGHT, { "68,4-53,1", "15,6" }, 15600, TRUE },
    { TV_QUANTITY_WEIGHT, { "68,4-53,1", "15,6", "68,7-53,2" }, 15550, FALSE },
};

static void
test_measured_again (void)
{
    for (guint i = 0; i < G_N_ELEMENTS (series); i++) {
        g_autoptr (TvMeasurement) measurement = NULL;
        g_autoptr (GArray) repeats = NULL;
        guint n_repeats = 0;

        for (guint k = 0; k < 3 && series[i].texts[k]; k++) {
            g_autoptr (TvMeasurement) before = g_steal_pointer (&measurement);

            measurement
                = tv_entry_fixture_type (before, series[i].quantity, series[i].texts[k], k > 0);
            n_repeats++;
        }
        g_test_message ("series %u", i);
        repeats = tv_repeats_list (measurement, series[i].quantity);
        g_assert_cmpuint (repeats->len, ==, n_repeats);
        g_assert_cmpint (value_of (measurement, series[i].quantity), ==, series[i].accepted);
        g_assert_cmpint (tv_repeats_want_third (repeats, series[i].quantity), ==,
                         series[i].wants_third);
    }
}

/* A value from a list has no readings; measured again, it is the first of them. */
static void
test_value_without_readings (void)
{
    TvMeasurement values = { .student_id = 5,
                             .round_id = 3,
                             .date = tv_date_from_ymd (2026, 11, 12),
                             .weight_g = 15400,
                             .height_mm = 1010 };
    g_autoptr (TvMeasurement) listed = tv_measurement_new (&values);
    g_autoptr (TvMeasurement) again
        = tv_entry_fixture_type (listed, TV_QUANTITY_HEIGHT, "101,4", TRUE);

    g_assert_cmpuint (again->n_readings, ==, 2);
    g_assert_cmpint (again->readings[0].value, ==, 1010);
    g_assert_cmpint (again->height_mm, ==, 1012);
    g_assert_cmpint (again->date, ==, values.date);
}

/* A value that is typed over makes away with the repeats of the old one. */
static void
test_typed_over (void)
{
    g_autoptr (TvMeasurement) first
        = tv_entry_fixture_type (NULL, TV_QUANTITY_HEIGHT, "101", FALSE);
    g_autoptr (TvMeasurement) again
        = tv_entry_fixture_type (first, TV_QUANTITY_HEIGHT, "103", TRUE);
    g_autoptr (TvMeasurement) over
        = tv_entry_fixture_type (again, TV_QUANTITY_HEIGHT, "102,5", FALSE);

    g_assert_cmpuint (over->n_readings, ==, 1);
    g_assert_cmpint (over->height_mm, ==, 1025);
}

static void
assess (const TvMeasurement *measurement, const TvMeasurement *previous,
        TvMeasuringFinding *finding)
{
    g_autoptr (TvStudent) student = tv_entry_fixture_student ();

    tv_measuring_assess (student, measurement, previous, finding);
}

static TvMeasurement *
make_previous (int weight_g, int height_mm)
{
    TvMeasurement values = { .date = tv_date_from_ymd (2026, 5, 20),
                             .position = TV_POSITION_STANDING,
                             .weight_g = weight_g,
                             .height_mm = height_mm };

    return tv_measurement_new (&values);
}

static void
test_third_is_asked_for (void)
{
    g_autoptr (TvMeasurement) weighed
        = tv_entry_fixture_type (NULL, TV_QUANTITY_WEIGHT, "15,4", FALSE);
    g_autoptr (TvMeasurement) first
        = tv_entry_fixture_type (weighed, TV_QUANTITY_HEIGHT, "101", FALSE);
    g_autoptr (TvMeasurement) second
        = tv_entry_fixture_type (first, TV_QUANTITY_HEIGHT, "101,8", TRUE);
    g_autoptr (TvMeasurement) third
        = tv_entry_fixture_type (second, TV_QUANTITY_HEIGHT, "101,6", TRUE);
    g_auto (TvMeasuringFinding) asked = { 0 };
    g_auto (TvMeasuringFinding) quiet = { 0 };

    assess (second, NULL, &asked);
    g_assert_cmpuint (asked.n_questions, ==, 1);
    g_assert_cmpint (asked.questions[0].doubt.kind, ==, TV_DOUBT_READINGS);
    g_assert_nonnull (strstr (asked.questions[0].sentence, "101.0 cm and 101.8 cm"));
    g_assert_true (tv_doubt_is_about (&asked.questions[0].doubt, TV_QUANTITY_HEIGHT));
    g_assert_false (tv_doubt_has_proposal (&asked.questions[0].doubt));
    assess (third, NULL, &quiet);
    g_assert_cmpuint (quiet.n_questions, ==, 0);
    g_assert_cmpint (third->height_mm, ==, 1017);
}

/* Whoever measured again and read the same has answered; what the other value asks stays. */
static void
test_confirmed (void)
{
    g_autoptr (TvMeasurement) previous = make_previous (15000, 1030);
    g_autoptr (TvMeasurement) weighed
        = tv_entry_fixture_type (NULL, TV_QUANTITY_WEIGHT, "12,2", FALSE);
    g_autoptr (TvMeasurement) shorter
        = tv_entry_fixture_type (weighed, TV_QUANTITY_HEIGHT, "101", FALSE);
    g_autoptr (TvMeasurement) confirmed
        = tv_entry_fixture_type (shorter, TV_QUANTITY_HEIGHT, "101,2", TRUE);
    g_autoptr (TvMeasurement) differing
        = tv_entry_fixture_type (shorter, TV_QUANTITY_HEIGHT, "102,2", TRUE);
    g_auto (TvMeasuringFinding) asked = { 0 };
    g_auto (TvMeasuringFinding) less = { 0 };
    g_auto (TvMeasuringFinding) third = { 0 };

    assess (shorter, previous, &asked);
    g_assert_cmpuint (asked.n_questions, ==, 2);
    g_assert_cmpint (asked.questions[0].doubt.kind, ==, TV_DOUBT_SHORTER);
    g_assert_cmpint (asked.questions[1].doubt.kind, ==, TV_DOUBT_WEIGHT_CHANGE);
    assess (confirmed, previous, &less);
    g_assert_cmpuint (less.n_questions, ==, 1);
    g_assert_cmpint (less.questions[0].doubt.kind, ==, TV_DOUBT_WEIGHT_CHANGE);
    /* One cause, one question: two readings that differ come before what either would ask. */
    assess (differing, previous, &third);
    g_assert_cmpuint (third.n_questions, ==, 2);
    g_assert_cmpint (third.questions[0].doubt.kind, ==, TV_DOUBT_READINGS);
    g_assert_cmpint (third.questions[1].doubt.kind, ==, TV_DOUBT_WEIGHT_CHANGE);
}

/* The height stands in the column of the weight, and nothing else is there yet. */
static void
test_swap_of_one (void)
{
    g_autoptr (TvMeasurement) typed
        = tv_entry_fixture_type (NULL, TV_QUANTITY_WEIGHT, "101,2", FALSE);
    g_auto (TvMeasuringFinding) finding = { 0 };
    TvMeasuringEntry entry = { .kind = TV_ENTRY_PROPOSAL, .is_swap = TRUE };
    g_autoptr (TvMeasurement) righted = NULL;

    assess (typed, NULL, &finding);
    g_assert_cmpint (finding.questions[0].doubt.kind, ==, TV_DOUBT_SWAPPED);
    entry.weight_g = finding.questions[0].doubt.weight_g;
    entry.height_mm = finding.questions[0].doubt.height_mm;
    righted = tv_entry_fixture_enter (typed, &entry);
    g_assert_cmpint (righted->weight_g, ==, 0);
    g_assert_cmpint (righted->height_mm, ==, 1012);
    g_assert_cmpuint (righted->n_readings, ==, 1);
    g_assert_true (tv_measuring_entry_takes (&entry, TV_QUANTITY_WEIGHT));
}

static void
test_beside (void)
{
    TvStudent values = { .id = 6, .name = "Châu", .sex = TV_SEX_FEMALE };
    g_autoptr (TvStudent) student = tv_entry_fixture_student ();
    g_autoptr (TvStudent) other = NULL;
    g_autoptr (TvMeasurement) weighed
        = tv_entry_fixture_type (NULL, TV_QUANTITY_WEIGHT, "20,6", FALSE);
    g_autoptr (TvMeasurement) typed
        = tv_entry_fixture_type (weighed, TV_QUANTITY_HEIGHT, "110,4", FALSE);
    g_autoptr (TvMeasurement) previous = make_previous (14500, 980);
    g_autoptr (TvMeasurement) other_previous = make_previous (19300, 1071);
    TvMeasuringCase one = { .student = student, .measurement = typed, .previous = previous };
    g_auto (TvMeasuringFinding) alone = { 0 };
    g_auto (TvMeasuringFinding) finding = { 0 };

    values.birth_date = tv_date_from_ymd (2022, 2, 11);
    other = tv_student_new (&values);
    tv_measuring_assess_case (&one, &alone);
    g_assert_cmpint (alone.questions[0].doubt.kind, !=, TV_DOUBT_NEIGHBOUR);
    one.beside[TV_DOUBT_BELOW] = (TvMeasuringBeside){ other, NULL, other_previous };
    tv_measuring_assess_case (&one, &finding);
    g_assert_cmpuint (finding.n_questions, ==, 1);
    g_assert_cmpint (finding.questions[0].doubt.kind, ==, TV_DOUBT_NEIGHBOUR);
    g_assert_nonnull (strstr (finding.questions[0].sentence, "Châu (last time 19.3 kg, 107.1 cm)"));
}

static TvGridRow *
make_row (gint64 id, TvEnrolmentStatus status, TvMeasurement *current, TvMeasurement *previous)
{
    TvGridRow *row = g_new0 (TvGridRow, 1);
    TvStudent student = { .id = id, .name = "Châu", .sex = TV_SEX_MALE };
    TvEnrolment enrolment
        = { .student_id = id, .status = status, .from = TV_DATE_NONE, .until = TV_DATE_NONE };

    student.birth_date = tv_date_from_ymd (2022, 5, 1);
    if (status != TV_ENROLMENT_STUDYING)
        enrolment.until = tv_date_from_ymd (2026, 10, 1);
    row->student = tv_student_new (&student);
    row->enrolment = tv_enrolment_new (&enrolment);
    row->current = current ? tv_measurement_ref (current) : NULL;
    row->previous = previous ? tv_measurement_ref (previous) : NULL;
    return row;
}

/* Signing off asks of the same children beside as the sheet: whoever left is not between them. */
static void
test_beside_in_a_class (void)
{
    g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_grid_row_free);
    g_autoptr (TvMeasurement) weighed
        = tv_entry_fixture_type (NULL, TV_QUANTITY_WEIGHT, "20,6", FALSE);
    g_autoptr (TvMeasurement) typed
        = tv_entry_fixture_type (weighed, TV_QUANTITY_HEIGHT, "110,4", FALSE);
    g_autoptr (TvMeasurement) previous = make_previous (14500, 980);
    g_autoptr (TvMeasurement) other_previous = make_previous (19300, 1071);
    g_auto (TvMeasuringFinding) found = { 0 };
    g_auto (TvMeasuringFinding) empty = { 0 };

    g_ptr_array_add (rows, make_row (1, TV_ENROLMENT_STUDYING, typed, previous));
    g_ptr_array_add (rows, make_row (2, TV_ENROLMENT_MOVED_AWAY, NULL, NULL));
    g_ptr_array_add (rows, make_row (3, TV_ENROLMENT_STUDYING, NULL, other_previous));
    tv_measuring_assess_grid (rows, 0, &found);
    g_assert_cmpuint (found.n_questions, ==, 1);
    g_assert_cmpint (found.questions[0].doubt.kind, ==, TV_DOUBT_NEIGHBOUR);
    g_assert_cmpint (found.questions[0].doubt.side, ==, TV_DOUBT_BELOW);
    tv_measuring_assess_grid (rows, 2, &empty);
    g_assert_cmpuint (empty.n_questions, ==, 0);
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

static const TvMeasurement *
current_at (TvMeasuringSheet *sheet, guint index)
{
    return ((const TvMeasuringRow *) g_ptr_array_index (sheet->rows, index))->current;
}

static void
save (TvClassFixture *fixture, guint student, const TvMeasuringEntry *entry)
{
    g_autoptr (TvMeasuringSheet) sheet = load (fixture);
    g_autoptr (TvSession) session
        = tv_measuring_sheet_session (sheet, tv_date_from_ymd (2026, 11, 20));
    g_autoptr (GError) error = NULL;
    GAsyncResult *pending = NULL;
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (TvSession) saved = NULL;

    tv_measuring_save_async (fixture->store, session, fixture->student_ids[student], entry, NULL,
                             tv_test_keep_result, &pending);
    result = tv_test_take_result (&pending);
    saved = tv_measuring_save_finish (fixture->store, result, &error);
    g_assert_no_error (error);
}

static void
save_text (TvClassFixture *fixture, guint student, TvQuantity quantity, const char *text)
{
    g_auto (TvTypedValue) typed = { 0 };
    TvMeasuringEntry entry;

    tv_typed_value_read (&typed, quantity, text);
    tv_measuring_entry_of_value (&entry, quantity, &typed, FALSE);
    save (fixture, student, &entry);
}

/* Into an empty row: the other child has the values, and its own row is gone. */
static void
test_moved_row (TvClassFixture *fixture, gconstpointer data)
{
    TvMeasuringEntry entry = { .kind = TV_ENTRY_EXCHANGE, .other_id = fixture->student_ids[1] };
    g_autoptr (TvMeasuringSheet) moved = NULL;
    g_autoptr (TvMeasuringSheet) undone = NULL;

    save_text (fixture, 0, TV_QUANTITY_WEIGHT, "68,4-53,1");
    save_text (fixture, 0, TV_QUANTITY_HEIGHT, "103,5");
    save (fixture, 0, &entry);
    moved = load (fixture);
    g_assert_null (current_at (moved, 0));
    g_assert_cmpint (current_at (moved, 1)->weight_g, ==, 15300);
    g_assert_cmpint (current_at (moved, 1)->height_mm, ==, 1035);
    g_assert_cmpuint (current_at (moved, 1)->n_readings, ==, 3);
    g_assert_cmpint (current_at (moved, 1)->position, ==, TV_POSITION_STANDING);
    g_assert_cmpuint (moved->sessions->len, ==, 1);
    tv_class_fixture_undo (fixture);
    undone = load (fixture);
    g_assert_cmpint (current_at (undone, 0)->height_mm, ==, 1035);
    g_assert_cmpuint (current_at (undone, 0)->n_readings, ==, 3);
    g_assert_null (current_at (undone, 1));
}

static void
test_exchanged_rows (TvClassFixture *fixture, gconstpointer data)
{
    TvMeasuringEntry entry = { .kind = TV_ENTRY_EXCHANGE, .other_id = fixture->student_ids[2] };
    TvMeasuringEntry kept = { .kind = TV_ENTRY_KEEP, .reason = "đã đo lại" };
    g_autoptr (TvMeasuringSheet) exchanged = NULL;

    save_text (fixture, 1, TV_QUANTITY_WEIGHT, "16,1");
    save_text (fixture, 1, TV_QUANTITY_HEIGHT, "103,1");
    save (fixture, 1, &kept);
    save_text (fixture, 2, TV_QUANTITY_WEIGHT, "17,2");
    save (fixture, 1, &entry);
    exchanged = load (fixture);
    g_assert_cmpint (current_at (exchanged, 1)->weight_g, ==, 17200);
    g_assert_cmpint (current_at (exchanged, 1)->height_mm, ==, 0);
    g_assert_null (current_at (exchanged, 1)->kept_reason);
    g_assert_cmpint (current_at (exchanged, 2)->weight_g, ==, 16100);
    g_assert_cmpint (current_at (exchanged, 2)->height_mm, ==, 1031);
    g_assert_null (current_at (exchanged, 2)->kept_reason);
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
    g_test_add_func ("/measuring-answers/mark-between", test_mark_between);
    g_test_add_func ("/measuring-answers/measured-again", test_measured_again);
    g_test_add_func ("/measuring-answers/value-without-readings", test_value_without_readings);
    g_test_add_func ("/measuring-answers/typed-over", test_typed_over);
    g_test_add_func ("/measuring-answers/third-is-asked-for", test_third_is_asked_for);
    g_test_add_func ("/measuring-answers/confirmed", test_confirmed);
    g_test_add_func ("/measuring-answers/swap-of-one", test_swap_of_one);
    g_test_add_func ("/measuring-answers/beside", test_beside);
    g_test_add_func ("/measuring-answers/beside-in-a-class", test_beside_in_a_class);
    add ("/measuring-answers/moved-row", test_moved_row);
    add ("/measuring-answers/exchanged-rows", test_exchanged_rows);
    return g_test_run ();
}
