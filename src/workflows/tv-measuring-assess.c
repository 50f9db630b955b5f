/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a measurement says: class, z-scores and questions. Nothing here reads a book, so the window
 * can ask it between two frames. */

#include "workflows/tv-measuring.h"

#include "base/tv-number.h"
#include "records/tv-repeats.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-grid.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

static double
kilograms (int weight_g)
{
    return weight_g ? weight_g / 1000.0 : NAN;
}

static double
centimetres (int height_mm)
{
    return height_mm ? height_mm / 10.0 : NAN;
}

static double
typed_or (const TvMeasuringCase *self, TvQuantity quantity, double standing)
{
    return self->typed && !isnan (self->typed[quantity]) ? self->typed[quantity] : standing;
}

static void
fill_neighbour (const TvMeasuringBeside *beside, TvDoubtNeighbour *neighbour)
{
    const TvMeasurement *current = beside->current, *previous = beside->previous;

    if (!beside->student)
        return;
    *neighbour = (TvDoubtNeighbour){
        .name = beside->student->name,
        .sex = beside->student->sex,
        .birth_date = beside->student->birth_date,
        .weight_kg = kilograms (current ? current->weight_g : 0),
        .height_cm = centimetres (current ? current->height_mm : 0),
        .previous_date = previous ? previous->date : TV_DATE_NONE,
        .previous_position = previous ? previous->position : TV_POSITION_UNKNOWN,
        .previous_weight_kg = kilograms (previous ? previous->weight_g : 0),
        .previous_height_cm = centimetres (previous ? previous->height_mm : 0),
    };
}

/* A question weighs what was typed, not what a record can keep of it: 0.95 is not 1.0. */
static void
fill_input (const TvMeasuringCase *self, TvDoubtInput *input)
{
    const TvMeasurement *measurement = self->measurement, *previous = self->previous;

    *input = (TvDoubtInput){
        .sex = self->student->sex,
        .birth_date = self->student->birth_date,
        .date = measurement->date,
        .position = measurement->position,
        .weight_kg = typed_or (self, TV_QUANTITY_WEIGHT, kilograms (measurement->weight_g)),
        .height_cm = typed_or (self, TV_QUANTITY_HEIGHT, centimetres (measurement->height_mm)),
        .previous_date = previous ? previous->date : TV_DATE_NONE,
        .previous_position = previous ? previous->position : TV_POSITION_UNKNOWN,
        .previous_weight_kg = kilograms (previous ? previous->weight_g : 0),
        .previous_height_cm = centimetres (previous ? previous->height_mm : 0),
    };
    for (int side = 0; side < TV_DOUBT_N_SIDES; side++)
        fill_neighbour (&self->beside[side], &input->neighbours[side]);
}

static void
add_question (TvMeasuringFinding *finding, const TvDoubt *doubt, const TvDoubtInput *input)
{
    TvMeasuringQuestion *question = &finding->questions[finding->n_questions++];

    question->doubt = *doubt;
    question->sentence = tv_doubt_sentence (doubt, input);
}

/* Two readings too far apart are the question; two that agree are the answer to most others. */
static gboolean
is_settled (const TvDoubt *doubt, const GArray *const *repeats)
{
    gboolean is_settled = FALSE;

    switch (doubt->kind) {
    case TV_DOUBT_WEIGHT_DIGITS:
    case TV_DOUBT_HEIGHT_DIGITS:
    case TV_DOUBT_SHORTER:
    case TV_DOUBT_HEIGHT_CHANGE:
    case TV_DOUBT_SAME:
    case TV_DOUBT_WEIGHT_CHANGE:
    case TV_DOUBT_Z_JUMP:
        for (int i = 0; i < TV_N_QUANTITIES; i++)
            is_settled
                |= tv_doubt_is_about (doubt, i)
                   && (tv_repeats_agree (repeats[i], i) || tv_repeats_want_third (repeats[i], i));
        return is_settled;
    default:
        return FALSE;
    }
}

static void
ask_for_third (const GArray *repeats, TvQuantity quantity, const TvDoubtInput *input,
               TvMeasuringFinding *finding)
{
    TvDoubt doubt = { .kind = TV_DOUBT_READINGS };

    if (!tv_repeats_want_third (repeats, quantity))
        return;
    doubt.z_kind = quantity == TV_QUANTITY_WEIGHT ? TV_Z_WEIGHT_FOR_AGE : TV_Z_HEIGHT_FOR_AGE;
    for (guint i = 0; i < G_N_ELEMENTS (doubt.readings); i++)
        doubt.readings[i] = g_array_index (repeats, TvRepeat, i).value;
    add_question (finding, &doubt, input);
}

static void
find_questions (const TvMeasuringCase *self, TvMeasuringFinding *finding)
{
    g_autoptr (GArray) weights = tv_repeats_list (self->measurement, TV_QUANTITY_WEIGHT);
    g_autoptr (GArray) heights = tv_repeats_list (self->measurement, TV_QUANTITY_HEIGHT);
    const GArray *repeats[TV_N_QUANTITIES] = { weights, heights };
    TvDoubt doubts[TV_DOUBT_N_KINDS];
    TvDoubtInput input;
    guint n_doubts;

    fill_input (self, &input);
    ask_for_third (weights, TV_QUANTITY_WEIGHT, &input, finding);
    ask_for_third (heights, TV_QUANTITY_HEIGHT, &input, finding);
    n_doubts = tv_doubt_find (&input, doubts);
    for (guint i = 0; i < n_doubts; i++) {
        if (!is_settled (&doubts[i], repeats))
            add_question (finding, &doubts[i], &input);
    }
}

static gboolean
is_possible (const TvMeasurement *measurement)
{
    int weight_g = measurement->weight_g;
    int height_mm = measurement->height_mm;

    return (weight_g == 0 || (weight_g >= TV_WEIGHT_MIN_G && weight_g <= TV_WEIGHT_MAX_G))
           && (height_mm == 0 || (height_mm >= TV_HEIGHT_MIN_MM && height_mm <= TV_HEIGHT_MAX_MM));
}

/**
 * tv_z_kind_short_label:
 *
 * Returns: what the z is of, in two letters, for where there is room for no more
 */
const char *
tv_z_kind_short_label (TvZKind kind)
{
    switch (kind) {
    case TV_Z_WEIGHT_FOR_AGE:
        /* Translators: short for weight for age. */
        return _ ("W/A");
    case TV_Z_HEIGHT_FOR_AGE:
        /* Translators: short for height for age. */
        return _ ("H/A");
    case TV_Z_WEIGHT_FOR_HEIGHT:
        /* Translators: short for weight for height. */
        return _ ("W/H");
    case TV_Z_BMI_FOR_AGE:
    default:
        /* Translators: short for BMI for age. */
        return _ ("BMI/A");
    }
}

/* Under five weight-for-height tells the proportion, later BMI: one of the two is enough here. */
static char *
write_numbers (const TvGrowth *growth)
{
    static const TvZKind kinds[]
        = { TV_Z_HEIGHT_FOR_AGE, TV_Z_WEIGHT_FOR_AGE, TV_Z_WEIGHT_FOR_HEIGHT, TV_Z_BMI_FOR_AGE };
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
        const TvZScore *z = &growth->z[kinds[i]];
        g_autofree char *number = NULL;
        g_auto (GStrv) letters = NULL;
        g_autofree char *label = NULL;

        if (z->hundredths == TV_Z_NONE
            || (kinds[i] == TV_Z_BMI_FOR_AGE
                && growth->z[TV_Z_WEIGHT_FOR_HEIGHT].hundredths != TV_Z_NONE))
            continue;
        number = tv_number_format_signed (z->hundredths / 100.0, 2);
        /* No line ends behind the stroke of "W/A". */
        letters = g_strsplit (tv_z_kind_short_label (kinds[i]), "/", -1);
        label = g_strjoinv ("/\u2060", letters);
        g_string_append_printf (text, "%s%s\u00a0%s", text->len > 0 ? " " : "", label, number);
    }
    return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * tv_measuring_assess:
 * @student: the child
 * @measurement: (nullable): what stands, or would stand; values no child has are asked about but
 *   give no class
 * @previous: (nullable): the measurement before
 * @finding: (out caller-allocates): what it says; clear it with tv_measuring_finding_clear()
 *
 * Takes some microseconds. Nothing is known of the children beside.
 */
void
tv_measuring_assess (const TvStudent *student, const TvMeasurement *measurement,
                     const TvMeasurement *previous, TvMeasuringFinding *finding)
{
    tv_measuring_assess_typed (student, measurement, previous, NULL, finding);
}

/**
 * tv_measuring_assess_typed:
 * @student: the child
 * @measurement: (nullable): as tv_measuring_assess()
 * @previous: (nullable): the measurement before
 * @typed: (nullable) (array fixed-size=2): by #TvQuantity, kg and cm as they were typed, with
 *   decimals that @measurement cannot keep; NAN where it holds the value itself
 * @finding: (out caller-allocates): what it says; clear it with tv_measuring_finding_clear()
 */
void
tv_measuring_assess_typed (const TvStudent *student, const TvMeasurement *measurement,
                           const TvMeasurement *previous, const double *typed,
                           TvMeasuringFinding *finding)
{
    TvMeasuringCase one
        = { .student = student, .measurement = measurement, .previous = previous, .typed = typed };

    tv_measuring_assess_case (&one, finding);
}

static gboolean
is_empty (const TvMeasurement *measurement)
{
    return !measurement
           || (measurement->state == TV_MEASUREMENT_MEASURED && !measurement->weight_g
               && !measurement->height_mm);
}

/**
 * tv_measuring_assess_case:
 * @self: a child, what stands or would stand of it, and what is known beside
 * @finding: (out caller-allocates): what it says; clear it with tv_measuring_finding_clear()
 *
 * As tv_measuring_assess(), with all that a row of the sheet knows.
 */
void
tv_measuring_assess_case (const TvMeasuringCase *self, TvMeasuringFinding *finding)
{
    const TvMeasurement *measurement = self->measurement;

    memset (finding, 0, sizeof *finding);
    for (int kind = 0; kind < TV_Z_N_KINDS; kind++)
        finding->growth.z[kind] = (TvZScore){ TV_Z_NONE, FALSE, TV_Z_NO_VALUE };
    if (is_empty (measurement) || measurement->state != TV_MEASUREMENT_MEASURED) {
        finding->words = g_strdup (
            is_empty (measurement) ? "" : tv_measurement_state_label (measurement->state));
        finding->numbers = g_strdup ("");
        return;
    }
    if (!measurement->kept_reason && !measurement->excluded_reason)
        find_questions (self, finding);
    if (is_possible (measurement)) {
        tv_growth_score_measurement (self->student->sex, self->student->birth_date, measurement,
                                     &finding->growth);
        finding->words = tv_growth_words (&finding->growth);
        finding->concern = tv_growth_class_concern (tv_growth_main_class (&finding->growth));
    } else {
        finding->words = g_strdup ("");
    }
    finding->numbers = write_numbers (&finding->growth);
}

/* The next row in that direction whose child was in the class on that day, as on the sheet. */
static void
find_beside (const GPtrArray *rows, guint index, int step, TvDate day, TvMeasuringBeside *beside)
{
    for (int i = (int) index + step; i >= 0 && i < (int) rows->len; i += step) {
        const TvGridRow *row = g_ptr_array_index (rows, i);

        if (!tv_store_is_enrolled_on (row->enrolment->status, row->enrolment->from,
                                      row->enrolment->until,
                                      row->current ? row->current->date : day))
            continue;
        *beside = (TvMeasuringBeside){ row->student, row->current, row->previous };
        return;
    }
}

/**
 * tv_measuring_assess_grid:
 * @rows: (element-type TvGridRow): a class in a round, from tv_store_list_grid()
 * @index: of the row
 * @finding: (out caller-allocates): what it says; clear it with tv_measuring_finding_clear()
 *
 * As tv_measuring_assess_case(), with the children who stand above and below on the sheet.
 */
void
tv_measuring_assess_grid (const GPtrArray *rows, guint index, TvMeasuringFinding *finding)
{
    const TvGridRow *row = g_ptr_array_index (rows, index);
    TvMeasuringCase one
        = { .student = row->student, .measurement = row->current, .previous = row->previous };

    if (row->current) {
        find_beside (rows, index, -1, row->current->date, &one.beside[TV_DOUBT_ABOVE]);
        find_beside (rows, index, 1, row->current->date, &one.beside[TV_DOUBT_BELOW]);
    }
    tv_measuring_assess_case (&one, finding);
}

/**
 * tv_measuring_finding_clear:
 * @self: a finding that was worked out
 */
void
tv_measuring_finding_clear (TvMeasuringFinding *self)
{
    g_clear_pointer (&self->words, g_free);
    g_clear_pointer (&self->numbers, g_free);
    for (guint i = 0; i < self->n_questions; i++)
        g_clear_pointer (&self->questions[i].sentence, g_free);
    self->n_questions = 0;
}
