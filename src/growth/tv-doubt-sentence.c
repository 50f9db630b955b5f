/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Doubts in words: one short question each, with the number that it proposes. */

#include "growth/tv-doubt.h"

#include "base/tv-number.h"

#include <glib/gi18n.h>
#include <math.h>

static char *
say_kg (int weight_g)
{
    return tv_number_format_fixed (weight_g, 3, 1);
}

static char *
say_cm (int height_mm)
{
    return tv_number_format_fixed (height_mm, 1, 1);
}

static int
round_known (double value)
{
    return isnan (value) ? 0 : (int) lround (value);
}

static const char *
say_limits (TvZKind kind)
{
    switch (kind) {
    case TV_Z_HEIGHT_FOR_AGE:
        return _ ("The height is beyond WHO's limits for this age. Is it right?");
    case TV_Z_WEIGHT_FOR_AGE:
        return _ ("The weight is beyond WHO's limits for this age. Is it right?");
    case TV_Z_WEIGHT_FOR_HEIGHT:
    case TV_Z_BMI_FOR_AGE:
    default:
        return _ ("Weight and height together are beyond WHO's limits. Are both right?");
    }
}

static char *
say_jump (TvZKind kind, const char *date)
{
    switch (kind) {
    case TV_Z_HEIGHT_FOR_AGE:
        /* Translators: %s is a date */
        return g_strdup_printf (_ ("The height has left the child's own curve since %s."), date);
    case TV_Z_WEIGHT_FOR_AGE:
        /* Translators: %s is a date */
        return g_strdup_printf (_ ("The weight has left the child's own curve since %s."), date);
    case TV_Z_WEIGHT_FOR_HEIGHT:
    case TV_Z_BMI_FOR_AGE:
    default:
        /* Translators: %s is a date */
        return g_strdup_printf (_ ("The BMI has left the child's own curve since %s."), date);
    }
}

static char *
say_comparison (const TvDoubt *doubt, const TvDoubtInput *input)
{
    g_autofree char *date = tv_date_to_text (input->previous_date);
    g_autofree char *height = say_cm (round_known (input->previous_height_cm * 10));
    g_autofree char *weight = say_kg (round_known (input->previous_weight_kg * 1000));

    switch (doubt->kind) {
    case TV_DOUBT_SHORTER:
        /* Translators: a height in centimetres, and the date on which it was measured */
        return g_strdup_printf (_ ("Shorter than before: %1$s cm on %2$s."), height, date);
    case TV_DOUBT_SAME:
        /* Translators: %s is a date */
        return g_strdup_printf (_ ("Weight and height are the same as on %s, to the digit."), date);
    case TV_DOUBT_WEIGHT_CHANGE:
        /* Translators: a weight in kilograms, and the date on which it was measured */
        return g_strdup_printf (_ ("A large change of weight: %1$s kg on %2$s."), weight, date);
    default:
        return say_jump (doubt->z_kind, date);
    }
}

static char *
say_metres (const TvDoubt *doubt, const char *height)
{
    if (doubt->lost_a_digit)
        /* Translators: %s is a height in centimetres */
        return g_strdup_printf (
            _ ("In metres, without the last digit? Measure again; it would be about %s cm."),
            height);
    /* Translators: %s is a height in centimetres */
    return g_strdup_printf (_ ("In metres? It would be %s cm."), height);
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
    g_autofree char *height = say_cm (doubt->height_mm);
    g_autofree char *weight = say_kg (doubt->weight_g);

    switch (doubt->kind) {
    case TV_DOUBT_SWAPPED:
        /* Translators: a weight in kilograms and a height in centimetres */
        return g_strdup_printf (_ ("Weight and height changed places? It would be %1$s kg and "
                                   "%2$s cm."),
                                weight, height);
    case TV_DOUBT_WEIGHT_POINT:
        /* Translators: %s is a weight in kilograms */
        return g_strdup_printf (_ ("Decimal point lost? It would be %s kg."), weight);
    case TV_DOUBT_HEIGHT_POINT:
        /* Translators: %s is a height in centimetres */
        return g_strdup_printf (_ ("Decimal point lost? It would be %s cm."), height);
    case TV_DOUBT_METRES:
        return say_metres (doubt, height);
    case TV_DOUBT_LIMITS:
        return g_strdup (say_limits (doubt->z_kind));
    case TV_DOUBT_SHORTER:
    case TV_DOUBT_SAME:
    case TV_DOUBT_WEIGHT_CHANGE:
    case TV_DOUBT_Z_JUMP:
    default:
        return say_comparison (doubt, input);
    }
}
