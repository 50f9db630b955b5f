/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What an entry makes of a measurement: a value, a repeat, a proposal taken, a row exchanged with
 * another. Nothing here reads or writes a book, so the window can ask it between two frames. */

#include "workflows/tv-measuring.h"

#include "records/tv-repeats.h"

#include <string.h>

static int
get_value (const TvMeasurement *measurement, TvQuantity quantity)
{
    return quantity == TV_QUANTITY_WEIGHT ? measurement->weight_g : measurement->height_mm;
}

static gboolean
has_reading (const TvMeasurement *measurement, TvQuantity quantity)
{
    for (guint i = 0; i < measurement->n_readings; i++) {
        if (measurement->readings[i].quantity == quantity)
            return TRUE;
    }
    return FALSE;
}

static void
append (GArray *readings, TvQuantity quantity, int value)
{
    TvReading reading = { quantity, value };

    g_array_append_val (readings, reading);
}

/* The readings of one quantity make way for others, or stay before them; a value that came without
 * readings, as from a list, is one itself. */
static GArray *
merge_readings (const TvMeasurement *current, TvQuantity quantity, const int *values,
                guint n_values, gboolean keeps_old)
{
    GArray *readings = g_array_new (FALSE, FALSE, sizeof (TvReading));

    for (guint i = 0; i < current->n_readings; i++) {
        if (current->readings[i].quantity != quantity || keeps_old)
            g_array_append_val (readings, current->readings[i]);
    }
    if (keeps_old && n_values > 0 && get_value (current, quantity)
        && !has_reading (current, quantity))
        append (readings, quantity, get_value (current, quantity));
    for (guint i = 0; i < n_values; i++)
        append (readings, quantity, values[i]);
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

/* A new value stands for itself: what was said of the old one is gone with it. A repeat is weighed
 * against those before it. */
static TvMeasurement *
with_value (TvMeasurement *values, TvQuantity quantity, int value, const int *readings,
            guint n_readings, gboolean is_further)
{
    g_autoptr (GArray) all = merge_readings (values, quantity, readings, n_readings, is_further);

    values->state = TV_MEASUREMENT_MEASURED;
    values->kept_reason = NULL;
    values->excluded_reason = NULL;
    values->readings = (TvReading *) (gpointer) all->data;
    values->n_readings = all->len;
    if (is_further && n_readings > 0) {
        g_autoptr (GArray) repeats = tv_repeats_list (values, quantity);

        value = tv_repeats_accept (repeats, quantity);
    }
    put_value (values, quantity, value);
    return tv_measurement_new (values);
}

/* Returns one quantity as it is proposed: another value, none where both change places, or what
 * stands. */
static TvMeasurement *
with_proposed (TvMeasurement *values, TvQuantity quantity, int proposed, gboolean is_swap)
{
    if (proposed || is_swap)
        return with_value (values, quantity, proposed, &proposed, proposed != 0, FALSE);
    return with_value (values, quantity, get_value (values, quantity), NULL, 0, TRUE);
}

static TvMeasurement *
with_proposal (TvMeasurement *values, const TvMeasuringEntry *entry)
{
    g_autoptr (TvMeasurement) half
        = with_proposed (values, TV_QUANTITY_WEIGHT, entry->weight_g, entry->is_swap);
    TvMeasurement half_values = *half;

    return with_proposed (&half_values, TV_QUANTITY_HEIGHT, entry->height_mm, entry->is_swap);
}

/* What was read before the mark is in the history; left here, it would be weighed against what is
 * measured on another day. */
static TvMeasurement *
with_state (TvMeasurement *values, TvMeasurementState state)
{
    values->state = state;
    values->weight_g = 0;
    values->height_mm = 0;
    values->n_readings = 0;
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

/* Whether a measurement says anything. */
static gboolean
is_worth_keeping (const TvMeasurement *measurement)
{
    return measurement->state != TV_MEASUREMENT_MEASURED || measurement->weight_g
           || measurement->height_mm || measurement->n_readings > 0;
}

/* What one child's record becomes with what was typed into the other one's row. How it was measured
 * goes by the age of the child that it was. */
static TvMeasurement *
take_row (const TvMeasurement *own, const TvMeasurement *typed, const TvSession *session,
          const TvStudent *student)
{
    TvMeasurement values = { .student_id = student->id, .round_id = session->round_id };

    if (own)
        values = *own;
    values.weight_g = values.height_mm = 0;
    begin_measuring (&values, session, student);
    if (typed) {
        values.date = typed->date;
        values.session_id = typed->session_id;
        values.weight_g = typed->weight_g;
        values.height_mm = typed->height_mm;
        values.position = student->birth_date == TV_DATE_NONE
                              ? typed->position
                              : tv_position_by_age (typed->date - student->birth_date);
    }
    values.state = typed ? typed->state : TV_MEASUREMENT_MEASURED;
    values.readings = typed ? typed->readings : NULL;
    values.n_readings = typed ? typed->n_readings : 0;
    values.kept_reason = NULL;
    values.excluded_reason = NULL;
    return is_worth_keeping (&values) ? tv_measurement_new (&values) : NULL;
}

/**
 * tv_measuring_exchange:
 * @session: the session that goes on
 * @student: a child
 * @current: (nullable): what stands for it in this round
 * @other: the child beside
 * @other_current: (nullable): what stands for that one
 * @wanted: (out) (transfer full) (nullable): what is to stand for @student then
 * @other_wanted: (out) (transfer full) (nullable): what is to stand for @other
 *
 * Gives each of two children what was typed into the row of the other one; notes and oedema, which
 * nobody types there, stay.
 */
void
tv_measuring_exchange (const TvSession *session, const TvStudent *student,
                       const TvMeasurement *current, const TvStudent *other,
                       const TvMeasurement *other_current, TvMeasurement **wanted,
                       TvMeasurement **other_wanted)
{
    *wanted = take_row (current, other_current, session, student);
    *other_wanted = take_row (other_current, current, session, other);
}

/**
 * tv_measuring_enter:
 * @current: (nullable): what stands for the child in this round
 * @session: the session that goes on
 * @student: the child
 * @entry: what is entered; an exchange asks for tv_measuring_exchange()
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
    case TV_ENTRY_EXCHANGE:
        g_return_val_if_reached (NULL);
    case TV_ENTRY_POSITION:
    default:
        values.position = entry->position;
        result = tv_measurement_new (&values);
        break;
    }
    return is_worth_keeping (result) ? g_steal_pointer (&result) : NULL;
}
