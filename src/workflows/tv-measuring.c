/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What an entry makes of a measurement, and what the measurement then says: class, z-scores and
 * questions. Nothing here reads or writes a book, so the window can ask it between two frames. */

#include "workflows/tv-measuring.h"

#include "base/tv-number.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* The readings of one quantity make way for others, or stay before them. */
static GArray *
merge_readings (const TvMeasurement *current, TvQuantity quantity, const int *values,
                guint n_values, gboolean keeps_old)
{
    GArray *readings = g_array_new (FALSE, FALSE, sizeof (TvReading));

    for (guint i = 0; i < current->n_readings; i++) {
        if (current->readings[i].quantity != quantity || keeps_old)
            g_array_append_val (readings, current->readings[i]);
    }
    for (guint i = 0; i < n_values; i++) {
        TvReading reading = { quantity, values[i] };

        g_array_append_val (readings, reading);
    }
    return readings;
}

static void
put_value (TvMeasurement *values, TvQuantity quantity, int value)
{
    if (quantity == TV_QUANTITY_WEIGHT)
        values->weight_g = value;
    else
        values->height_mm = value;
}

/* What stood was of another day when nothing had been measured yet. */
static void
begin_measuring (TvMeasurement *values, const TvSession *session, const TvStudent *student)
{
    if (values->state == TV_MEASUREMENT_MEASURED && (values->weight_g || values->height_mm))
        return;
    values->date = session->date;
    values->session_id = session->id;
    values->position = student->birth_date == TV_DATE_NONE
                           ? TV_POSITION_UNKNOWN
                           : tv_position_by_age (session->date - student->birth_date);
}

/* A new value stands for itself: what was said of the old one is gone with it. */
static TvMeasurement *
with_value (TvMeasurement *values, TvQuantity quantity, int value, const int *readings,
            guint n_readings, gboolean is_further)
{
    g_autoptr (GArray) all = merge_readings (values, quantity, readings, n_readings, is_further);

    put_value (values, quantity, value);
    values->state = TV_MEASUREMENT_MEASURED;
    values->kept_reason = NULL;
    values->excluded_reason = NULL;
    values->readings = (TvReading *) (gpointer) all->data;
    values->n_readings = all->len;
    return tv_measurement_new (values);
}

static TvMeasurement *
with_proposal (TvMeasurement *values, const TvMeasuringEntry *entry)
{
    g_autoptr (TvMeasurement) half = NULL;
    TvMeasurement half_values;

    half = with_value (values, TV_QUANTITY_WEIGHT,
                       entry->weight_g ? entry->weight_g : values->weight_g, &entry->weight_g,
                       entry->weight_g != 0, entry->weight_g == 0);
    half_values = *half;
    return with_value (&half_values, TV_QUANTITY_HEIGHT,
                       entry->height_mm ? entry->height_mm : half->height_mm, &entry->height_mm,
                       entry->height_mm != 0, entry->height_mm == 0);
}

static TvMeasurement *
with_state (TvMeasurement *values, TvMeasurementState state)
{
    values->state = state;
    values->weight_g = 0;
    values->height_mm = 0;
    values->kept_reason = NULL;
    values->excluded_reason = NULL;
    return tv_measurement_new (values);
}

/**
 * tv_measuring_entry_of_value:
 * @entry: (out caller-allocates): an entry of the value
 * @quantity: weight or height
 * @typed: a value without a refusal; an empty one takes the value away
 * @is_further: whether the child was measured again
 */
void
tv_measuring_entry_of_value (TvMeasuringEntry *entry, TvQuantity quantity,
                             const TvTypedValue *typed, gboolean is_further)
{
    *entry = (TvMeasuringEntry){ .kind = TV_ENTRY_VALUE,
                                 .quantity = quantity,
                                 .value = typed->value,
                                 .n_readings = typed->n_readings,
                                 .is_further = is_further };
    memcpy (entry->readings, typed->readings, sizeof entry->readings);
}

/**
 * tv_measuring_enter:
 * @current: (nullable): what stands for the child in this round
 * @session: the session that goes on
 * @student: the child
 * @entry: what is entered
 *
 * Returns: (transfer full) (nullable): what is to stand then; %NULL where nothing is left to keep
 */
TvMeasurement *
tv_measuring_enter (const TvMeasurement *current, const TvSession *session,
                    const TvStudent *student, const TvMeasuringEntry *entry)
{
    TvMeasurement values = { .student_id = student->id, .round_id = session->round_id };
    g_autoptr (TvMeasurement) result = NULL;

    if (current)
        values = *current;
    begin_measuring (&values, session, student);
    switch (entry->kind) {
    case TV_ENTRY_VALUE:
        result = with_value (&values, entry->quantity, entry->value, entry->readings,
                             entry->n_readings, entry->is_further);
        break;
    case TV_ENTRY_PROPOSAL:
        result = with_proposal (&values, entry);
        break;
    case TV_ENTRY_STATE:
        result = with_state (&values, entry->state);
        break;
    case TV_ENTRY_KEEP:
        values.kept_reason = (char *) entry->reason;
        result = tv_measurement_new (&values);
        break;
    case TV_ENTRY_POSITION:
    default:
        values.position = entry->position;
        result = tv_measurement_new (&values);
        break;
    }
    if (result->state == TV_MEASUREMENT_MEASURED && !result->weight_g && !result->height_mm
        && result->n_readings == 0)
        return NULL;
    return g_steal_pointer (&result);
}

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

/* A question weighs what was typed, not what a record can keep of it: 0.95 is not 1.0. */
static void
find_questions (const TvStudent *student, const TvMeasurement *measurement,
                const TvMeasurement *previous, const double *typed, TvMeasuringFinding *finding)
{
    TvDoubtInput input = {
        .sex = student->sex,
        .birth_date = student->birth_date,
        .date = measurement->date,
        .position = measurement->position,
        .weight_kg = kilograms (measurement->weight_g),
        .height_cm = centimetres (measurement->height_mm),
        .previous_date = previous ? previous->date : TV_DATE_NONE,
        .previous_position = previous ? previous->position : TV_POSITION_UNKNOWN,
        .previous_weight_kg = kilograms (previous ? previous->weight_g : 0),
        .previous_height_cm = centimetres (previous ? previous->height_mm : 0),
    };
    TvDoubt doubts[TV_DOUBT_N_KINDS];

    if (typed && !isnan (typed[TV_QUANTITY_WEIGHT]))
        input.weight_kg = typed[TV_QUANTITY_WEIGHT];
    if (typed && !isnan (typed[TV_QUANTITY_HEIGHT]))
        input.height_cm = typed[TV_QUANTITY_HEIGHT];
    finding->n_questions = tv_doubt_find (&input, doubts);
    for (guint i = 0; i < finding->n_questions; i++) {
        finding->questions[i].doubt = doubts[i];
        finding->questions[i].sentence = tv_doubt_sentence (&doubts[i], &input);
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
 * Takes some microseconds.
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
    memset (finding, 0, sizeof *finding);
    for (int kind = 0; kind < TV_Z_N_KINDS; kind++)
        finding->growth.z[kind] = (TvZScore){ TV_Z_NONE, FALSE, TV_Z_NO_VALUE };
    if (!measurement
        || (measurement->state == TV_MEASUREMENT_MEASURED && !measurement->weight_g
            && !measurement->height_mm)) {
        finding->words = g_strdup ("");
        finding->numbers = g_strdup ("");
        return;
    }
    if (measurement->state != TV_MEASUREMENT_MEASURED) {
        finding->words = g_strdup (tv_measurement_state_label (measurement->state));
        finding->numbers = g_strdup ("");
        return;
    }
    if (!measurement->kept_reason && !measurement->excluded_reason)
        find_questions (student, measurement, previous, typed, finding);
    if (is_possible (measurement)) {
        tv_growth_score_measurement (student->sex, student->birth_date, measurement,
                                     &finding->growth);
        finding->words = tv_growth_words (&finding->growth);
        finding->concern = tv_growth_class_concern (tv_growth_main_class (&finding->growth));
    } else {
        finding->words = g_strdup ("");
    }
    finding->numbers = write_numbers (&finding->growth);
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
