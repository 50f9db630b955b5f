/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Doubts in words: one short question each, with the number that it proposes and the number of
 * last time, where there was one. */

#include "growth/tv-doubt.h"

#include "base/tv-number.h"

#include <glib/gi18n.h>
#include <math.h>

/* One question about one value, without and with what was measured before. */
typedef struct {
    const char *alone; /* the value proposed */
    const char *after; /* the value proposed, the one before, and its date */
} Sentences;

static char *
say_kg (double weight_g)
{
    return tv_number_format_fixed (isnan (weight_g) ? 0 : lround (weight_g), 3, 1);
}

static char *
say_cm (double height_mm)
{
    return tv_number_format_fixed (isnan (height_mm) ? 0 : lround (height_mm), 1, 1);
}

/* Translators: %1$s is a weight in kilograms; %2$s one of the day %3$s. */
static const Sentences weight_point_lost
    = { N_ ("Decimal point lost? It would be %1$s kg."),
        N_ ("Decimal point lost? It would be %1$s kg, after %2$s kg on %3$s.") };
static const Sentences weight_point_moved
    = { N_ ("Decimal point moved? It would be %1$s kg."),
        N_ ("Decimal point moved? It would be %1$s kg, after %2$s kg on %3$s.") };
static const Sentences weight_digit_lost
    = { N_ ("Decimal point moved, and the last digit lost? Measure again; it would be about "
            "%1$s kg."),
        N_ ("Decimal point moved, and the last digit lost? Measure again; it would be about "
            "%1$s kg, after %2$s kg on %3$s.") };
static const Sentences weight_digits
    = { N_ ("Two digits changed places? It would be %1$s kg."),
        N_ ("Two digits changed places? It would be %1$s kg, after %2$s kg on %3$s.") };

/* Translators: %1$s is a height in centimetres; %2$s one of the day %3$s. */
static const Sentences height_point_lost
    = { N_ ("Decimal point lost? It would be %1$s cm."),
        N_ ("Decimal point lost? It would be %1$s cm, after %2$s cm on %3$s.") };
static const Sentences height_point_moved
    = { N_ ("Decimal point moved? It would be %1$s cm."),
        N_ ("Decimal point moved? It would be %1$s cm, after %2$s cm on %3$s.") };
static const Sentences height_digit_lost
    = { N_ ("Decimal point moved, and the last digit lost? Measure again; it would be about "
            "%1$s cm."),
        N_ ("Decimal point moved, and the last digit lost? Measure again; it would be about "
            "%1$s cm, after %2$s cm on %3$s.") };
static const Sentences height_digits
    = { N_ ("Two digits changed places? It would be %1$s cm."),
        N_ ("Two digits changed places? It would be %1$s cm, after %2$s cm on %3$s.") };
static const Sentences metres = { N_ ("In metres? It would be %1$s cm."),
                                  N_ ("In metres? It would be %1$s cm, after %2$s cm on %3$s.") };
static const Sentences metres_digit_lost
    = { N_ ("In metres, without the last digit? Measure again; it would be about %1$s cm."),
        N_ ("In metres, without the last digit? Measure again; it would be about %1$s cm, after "
            "%2$s cm on %3$s.") };

/* The format is one of those above. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static char *
say_value (const Sentences *sentences, const char *value, const char *before, const char *date)
{
    if (before)
        return g_strdup_printf (_ (sentences->after), value, before, date);
    return g_strdup_printf (_ (sentences->alone), value);
}
#pragma GCC diagnostic pop

static const Sentences *
choose_weight_sentences (const TvDoubt *doubt, const TvDoubtInput *input)
{
    if (doubt->kind == TV_DOUBT_WEIGHT_DIGITS)
        return &weight_digits;
    if (doubt->lost_a_digit)
        return &weight_digit_lost;
    return doubt->weight_g < input->weight_kg * 1000 ? &weight_point_lost : &weight_point_moved;
}

static const Sentences *
choose_height_sentences (const TvDoubt *doubt, const TvDoubtInput *input)
{
    if (doubt->kind == TV_DOUBT_HEIGHT_DIGITS)
        return &height_digits;
    if (doubt->kind == TV_DOUBT_METRES)
        return doubt->lost_a_digit ? &metres_digit_lost : &metres;
    if (doubt->lost_a_digit)
        return &height_digit_lost;
    return doubt->height_mm < input->height_cm * 10 ? &height_point_lost : &height_point_moved;
}

static gboolean
has_before (const TvDoubtInput *input, double value)
{
    return input->previous_date != TV_DATE_NONE && !isnan (value);
}

static char *
say_proposal (const TvDoubt *doubt, const TvDoubtInput *input)
{
    g_autofree char *date = tv_date_to_text (input->previous_date);
    g_autofree char *value = NULL;
    g_autofree char *before = NULL;

    if (doubt->weight_g) {
        value = say_kg (doubt->weight_g);
        if (has_before (input, input->previous_weight_kg))
            before = say_kg (input->previous_weight_kg * 1000);
        return say_value (choose_weight_sentences (doubt, input), value, before, date);
    }
    value = say_cm (doubt->height_mm);
    if (has_before (input, input->previous_height_cm))
        before = say_cm (input->previous_height_cm * 10);
    return say_value (choose_height_sentences (doubt, input), value, before, date);
}

static char *
say_swap (const TvDoubt *doubt, const TvDoubtInput *input)
{
    g_autofree char *height = say_cm (doubt->height_mm);
    g_autofree char *weight = say_kg (doubt->weight_g);
    g_autofree char *old_height = say_cm (input->previous_height_cm * 10);
    g_autofree char *old_weight = say_kg (input->previous_weight_kg * 1000);

    if (!doubt->weight_g)
        /* Translators: %s is a height in centimetres that was typed as a weight. */
        return g_strdup_printf (_ ("Is that the height? It would be %s cm."), height);
    if (!doubt->height_mm)
        /* Translators: %s is a weight in kilograms that was typed as a height. */
        return g_strdup_printf (_ ("Is that the weight? It would be %s kg."), weight);
    if (has_before (input, input->previous_weight_kg)
        && has_before (input, input->previous_height_cm))
        /* Translators: a weight in kilograms and a height in centimetres; then both of last time.
         */
        return g_strdup_printf (_ ("Weight and height changed places? It would be %1$s kg and "
                                   "%2$s cm, after %3$s kg and %4$s cm."),
                                weight, height, old_weight, old_height);
    /* Translators: a weight in kilograms and a height in centimetres */
    return g_strdup_printf (_ ("Weight and height changed places? It would be %1$s kg and "
                               "%2$s cm."),
                            weight, height);
}

static char *
say_neighbour (const TvDoubt *doubt, const TvDoubtInput *input)
{
    const TvDoubtNeighbour *neighbour = &input->neighbours[doubt->side];
    g_autofree char *height = say_cm (neighbour->previous_height_cm * 10);
    g_autofree char *weight = say_kg (neighbour->previous_weight_kg * 1000);

    if (doubt->is_slip)
        /* Translators: %1$s is a child's name, then weight in kg and height in cm of last time. */
        return g_strdup_printf (_ ("Have the rows slipped by one? These values fit %1$s (last time "
                                   "%2$s kg, %3$s cm)."),
                                neighbour->name, weight, height);
    if (doubt->side == TV_DOUBT_ABOVE)
        /* Translators: %1$s is a child's name, then weight in kg and height in cm of last time. */
        return g_strdup_printf (_ ("The values of the row above? They fit %1$s (last time %2$s kg, "
                                   "%3$s cm)."),
                                neighbour->name, weight, height);
    /* Translators: %1$s is a child's name, then weight in kg and height in cm of last time. */
    return g_strdup_printf (_ ("The values of the row below? They fit %1$s (last time %2$s kg, "
                               "%3$s cm)."),
                            neighbour->name, weight, height);
}

static char *
say_limits (const TvDoubt *doubt, const TvDoubtInput *input)
{
    g_autofree char *date = tv_date_to_text (input->previous_date);
    g_autofree char *height = say_cm (input->previous_height_cm * 10);
    g_autofree char *weight = say_kg (input->previous_weight_kg * 1000);

    switch (doubt->z_kind) {
    case TV_Z_HEIGHT_FOR_AGE:
        if (!has_before (input, input->previous_height_cm))
            return g_strdup (_ ("The height is beyond WHO's limits for this age. Is it right?"));
        /* Translators: a height in centimetres, and the date on which it was measured */
        return g_strdup_printf (_ ("The height is beyond WHO's limits for this age, after %1$s cm "
                                   "on %2$s. Is it right?"),
                                height, date);
    case TV_Z_WEIGHT_FOR_AGE:
        if (!has_before (input, input->previous_weight_kg))
            return g_strdup (_ ("The weight is beyond WHO's limits for this age. Is it right?"));
        /* Translators: a weight in kilograms, and the date on which it was measured */
        return g_strdup_printf (_ ("The weight is beyond WHO's limits for this age, after %1$s kg "
                                   "on %2$s. Is it right?"),
                                weight, date);
    case TV_Z_WEIGHT_FOR_HEIGHT:
    case TV_Z_BMI_FOR_AGE:
    default:
        if (!has_before (input, input->previous_height_cm)
            || !has_before (input, input->previous_weight_kg))
            return g_strdup (_ ("Weight and height together are beyond WHO's limits. Are both "
                                "right?"));
        /* Translators: a weight in kilograms and a height in centimetres, of last time */
        return g_strdup_printf (_ ("Weight and height together are beyond WHO's limits, after "
                                   "%1$s kg and %2$s cm. Are both right?"),
                                weight, height);
    }
}

static char *
say_jump (TvZKind kind, const char *weight, const char *height, const char *date)
{
    switch (kind) {
    case TV_Z_HEIGHT_FOR_AGE:
        /* Translators: a height in centimetres, and the date on which it was measured */
        return g_strdup_printf (_ ("The height has left the child's own curve: %1$s cm on %2$s."),
                                height, date);
    case TV_Z_WEIGHT_FOR_AGE:
        /* Translators: a weight in kilograms, and the date on which it was measured */
        return g_strdup_printf (_ ("The weight has left the child's own curve: %1$s kg on %2$s."),
                                weight, date);
    case TV_Z_WEIGHT_FOR_HEIGHT:
    case TV_Z_BMI_FOR_AGE:
    default:
        /* Translators: a weight in kilograms and a height in centimetres, and their date */
        return g_strdup_printf (_ ("The BMI has left the child's own curve: %1$s kg and %2$s cm on "
                                   "%3$s."),
                                weight, height, date);
    }
}

static char *
say_same (TvZKind kind, const char *height, const char *date)
{
    if (kind == TV_Z_HEIGHT_FOR_AGE)
        /* Translators: a height in centimetres, and a date */
        return g_strdup_printf (_ ("The height is the same as on %2$s, to the digit: %1$s cm."),
                                height, date);
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("Weight and height are the same as on %s, to the digit."), date);
}

static char *
say_comparison (const TvDoubt *doubt, const TvDoubtInput *input)
{
    g_autofree char *date = tv_date_to_text (input->previous_date);
    g_autofree char *height = say_cm (input->previous_height_cm * 10);
    g_autofree char *weight = say_kg (input->previous_weight_kg * 1000);

    switch (doubt->kind) {
    case TV_DOUBT_SHORTER:
        /* Translators: a height in centimetres, and the date on which it was measured */
        return g_strdup_printf (_ ("Shorter than before: %1$s cm on %2$s."), height, date);
    case TV_DOUBT_HEIGHT_CHANGE:
        /* Translators: a height in centimetres, and the date on which it was measured */
        return g_strdup_printf (_ ("Grown fast for the time between: %1$s cm on %2$s."), height,
                                date);
    case TV_DOUBT_SAME:
        return say_same (doubt->z_kind, height, date);
    case TV_DOUBT_WEIGHT_CHANGE:
        /* Translators: a weight in kilograms, and the date on which it was measured */
        return g_strdup_printf (_ ("A large change of weight: %1$s kg on %2$s."), weight, date);
    default:
        return say_jump (doubt->z_kind, weight, height, date);
    }
}

/* From five years on WHO's tables know no difference. */
static char *
say_position (const TvDoubt *doubt, const TvDoubtInput *input)
{
    if (doubt->position == TV_POSITION_RECUMBENT)
        return g_strdup (_ ("Measured standing before the second birthday, which adds 0.7 cm. Was "
                            "the child lying?"));
    if (input->date - input->birth_date > TV_LAST_DAY_2006)
        return g_strdup (_ ("Measured lying at this age. Was the child standing?"));
    return g_strdup (_ ("Measured lying after the second birthday, which takes 0.7 cm off. Was the "
                        "child standing?"));
}

static char *
say_readings (const TvDoubt *doubt)
{
    g_autofree char *first = NULL;
    g_autofree char *second = NULL;

    if (doubt->z_kind == TV_Z_HEIGHT_FOR_AGE) {
        first = say_cm (doubt->readings[0]);
        second = say_cm (doubt->readings[1]);
        /* Translators: two heights in centimetres */
        return g_strdup_printf (_ ("Third measurement, please: %1$s cm and %2$s cm are more than "
                                   "0.7 cm apart."),
                                first, second);
    }
    first = say_kg (doubt->readings[0]);
    second = say_kg (doubt->readings[1]);
    /* Translators: two weights in kilograms */
    return g_strdup_printf (_ ("Third weighing, please: %1$s kg and %2$s kg are more than 0.1 kg "
                               "apart."),
                            first, second);
}

/**
 * tv_doubt_sentence:
 * @doubt: one of those found by tv_doubt_find()
 * @input: what it was found in
 *
 * Returns: (transfer full): one translated sentence
 */
char *
tv_doubt_sentence (const TvDoubt *doubt, const TvDoubtInput *input)
{
    switch (doubt->kind) {
    case TV_DOUBT_SWAPPED:
        return say_swap (doubt, input);
    case TV_DOUBT_WEIGHT_POINT:
    case TV_DOUBT_HEIGHT_POINT:
    case TV_DOUBT_METRES:
    case TV_DOUBT_WEIGHT_DIGITS:
    case TV_DOUBT_HEIGHT_DIGITS:
        return say_proposal (doubt, input);
    case TV_DOUBT_NEIGHBOUR:
        return say_neighbour (doubt, input);
    case TV_DOUBT_LIMITS:
        return say_limits (doubt, input);
    case TV_DOUBT_POSITION:
        return say_position (doubt, input);
    case TV_DOUBT_READINGS:
        return say_readings (doubt);
    default:
        return say_comparison (doubt, input);
    }
}
