/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a hand does to digits: it types a value into the other column, moves the decimal sign or
 * leaves it out, types metres, or two digits in the wrong order. The digits are read in another way
 * only where the way they stand is odd; of several ways the one that fits the child best is asked
 * about. */

#include "growth/tv-doubt-private.h"

#include <math.h>

/* From here on a value is odd enough to look for other orders of its digits, and up to here
 * another one fits. In tolerances. */
#define ODD 2.5
#define ODD_AT_FIRST 3.0 /* where nothing was measured before */
#define FITTING 1.5

/* A value in the other column, with its own column still empty. */
#define FITTING_ALONE 2.0

#define MAX_DIGITS 8

static int
in_grams (double kg)
{
    return isnan (kg) ? 0 : (int) lround (kg * 1000);
}

static int
in_millimetres (double cm)
{
    return isnan (cm) ? 0 : (int) lround (cm * 10);
}

static gboolean
could_be_both (const TvDoubtSearch *self, double kg, double cm)
{
    return _tv_doubt_could_be_height (self, cm) && _tv_doubt_could_be_weight (self, kg, cm);
}

static void
add_swap (TvDoubtSearch *self, double kg, double cm)
{
    TvDoubt *doubt = _tv_doubt_add (self, TV_DOUBT_SWAPPED);

    doubt->weight_g = in_grams (kg);
    doubt->height_mm = in_millimetres (cm);
    self->is_asked[TV_QUANTITY_WEIGHT] = self->is_asked[TV_QUANTITY_HEIGHT] = TRUE;
}

/* One value in the other one's column: nothing but itself tells, so it has to fit well, and better
 * than with its decimal sign elsewhere. */
static gboolean
find_swap_of_one (TvDoubtSearch *self)
{
    double kg = self->input->weight_kg, cm = self->input->height_cm;
    double off;

    if (isnan (cm)) {
        if (_tv_doubt_could_be_weight (self, kg, NAN) || !_tv_doubt_could_be_height (self, kg))
            return FALSE;
        off = fabs (tv_doubt_fit_height (&self->fit, kg, self->input->position));
        if (!(off <= FITTING_ALONE)
            || (_tv_doubt_could_be_weight (self, kg / 10, NAN)
                && fabs (tv_doubt_fit_weight (&self->fit, kg / 10, NAN)) < off))
            return FALSE;
        add_swap (self, NAN, kg);
        return TRUE;
    }
    if (_tv_doubt_could_be_height (self, cm) || !_tv_doubt_could_be_weight (self, cm, NAN))
        return FALSE;
    off = fabs (tv_doubt_fit_weight (&self->fit, cm, NAN));
    if (!(off <= FITTING_ALONE)
        || (_tv_doubt_could_be_height (self, cm * 10)
            && fabs (tv_doubt_fit_height (&self->fit, cm * 10, self->input->position)) < off))
        return FALSE;
    add_swap (self, cm, NAN);
    return TRUE;
}

static gboolean
find_swap (TvDoubtSearch *self)
{
    double kg = self->input->weight_kg, cm = self->input->height_cm;

    if (isnan (kg) && isnan (cm))
        return FALSE;
    if (isnan (kg) || isnan (cm))
        return find_swap_of_one (self);
    if (_tv_doubt_could_be_height (self, cm) || _tv_doubt_could_be_weight (self, kg, cm)
        || !could_be_both (self, cm, kg))
        return FALSE;
    add_swap (self, cm, kg);
    return TRUE;
}

static double
deviation (const TvDoubtSearch *self, TvQuantity quantity, double value, double height_cm)
{
    if (quantity == TV_QUANTITY_HEIGHT)
        return fabs (tv_doubt_fit_height (&self->fit, value, self->input->position));
    return fabs (tv_doubt_fit_weight (&self->fit, value, height_cm));
}

/* A weight of whole hundreds of grams was typed with one decimal, else with two. */
static int
last_decimal (TvQuantity quantity, double value)
{
    if (quantity == TV_QUANTITY_HEIGHT || fabs (value * 10 - rint (value * 10)) < TV_DOUBT_TINY)
        return 10;
    return 100;
}

/* The best of all values with two neighbouring digits exchanged, NAN where none fits. */
static double
find_other_order (const TvDoubtSearch *self, TvQuantity quantity, double value, double height_cm)
{
    int unit = last_decimal (quantity, value);
    double best = FITTING, found = NAN;
    char digits[MAX_DIGITS + 1];
    gsize n_digits = (gsize) g_snprintf (digits, sizeof digits, "%ld", lround (value * unit));

    for (gsize i = 0; i + 1 < MIN (n_digits, MAX_DIGITS); i++) {
        char digit = digits[i];
        double other, off;

        if (digit == digits[i + 1] || (i == 0 && digits[1] == '0'))
            continue;
        digits[i] = digits[i + 1];
        digits[i + 1] = digit;
        other = (double) g_ascii_strtoll (digits, NULL, 10) / unit;
        digits[i + 1] = digits[i];
        digits[i] = digit;
        off = deviation (self, quantity, other, height_cm);
        if (off <= best) {
            best = off;
            found = other;
        }
    }
    return found;
}

/* Whether a value times @factor says less than what was read from the instrument: millimetres, or
 * hundreds of grams. */
static gboolean
loses_a_digit (double value, double factor)
{
    return factor > 1 && fabs (value * factor - rint (value * factor)) < TV_DOUBT_TINY;
}

static gboolean
is_possible (const TvDoubtSearch *self, TvQuantity quantity, double value, double height_cm)
{
    return quantity == TV_QUANTITY_HEIGHT ? _tv_doubt_could_be_height (self, value)
                                          : _tv_doubt_could_be_weight (self, value, height_cm);
}

/* Returns where the decimal sign has to go: the factor that fits the child best, 0 where none does
 * or where two digits exchanged fit better. */
static double
find_factor (const TvDoubtSearch *self, TvQuantity quantity, double value, double height_cm)
{
    static const double factors[][4] = { [TV_QUANTITY_WEIGHT] = { 0.1, 10, 0.01, 0.001 },
                                         [TV_QUANTITY_HEIGHT] = { 0.1, 10, 100, 0.01 } };
    double other = find_other_order (self, quantity, value, height_cm);
    double best = isnan (other) ? INFINITY : deviation (self, quantity, other, height_cm);
    double factor = 0;

    for (guint i = 0; i < G_N_ELEMENTS (factors[quantity]); i++) {
        double moved = value * factors[quantity][i];
        double off = deviation (self, quantity, moved, height_cm);

        if (is_possible (self, quantity, moved, height_cm)
            && (off < best || (isnan (off) && factor == 0))) {
            best = isnan (off) ? best : off;
            factor = factors[quantity][i];
        }
    }
    return factor;
}

/* Returns the height that was probably meant. */
static double
find_moved_height (TvDoubtSearch *self)
{
    double cm = self->input->height_cm, factor;
    TvDoubt *doubt;

    if (isnan (cm) || _tv_doubt_could_be_height (self, cm))
        return cm;
    factor = find_factor (self, TV_QUANTITY_HEIGHT, cm, cm);
    if (factor == 0)
        return cm;
    doubt = _tv_doubt_add (self, factor == 100 ? TV_DOUBT_METRES : TV_DOUBT_HEIGHT_POINT);
    doubt->height_mm = in_millimetres (cm * factor);
    doubt->lost_a_digit = loses_a_digit (cm, factor);
    self->is_asked[TV_QUANTITY_HEIGHT] = TRUE;
    return cm * factor;
}

static void
find_moved_weight (TvDoubtSearch *self, double height_cm)
{
    double kg = self->input->weight_kg, factor;
    TvDoubt *doubt;

    if (isnan (kg) || _tv_doubt_could_be_weight (self, kg, height_cm))
        return;
    factor = find_factor (self, TV_QUANTITY_WEIGHT, kg, height_cm);
    if (factor == 0)
        return;
    doubt = _tv_doubt_add (self, TV_DOUBT_WEIGHT_POINT);
    doubt->weight_g = in_grams (kg * factor);
    doubt->lost_a_digit = loses_a_digit (kg, factor);
    self->is_asked[TV_QUANTITY_WEIGHT] = TRUE;
}

/**
 * _tv_doubt_find_misplaced:
 *
 * Finds values that no child can have, and that one could have in the other column or with the
 * decimal sign elsewhere.
 */
void
_tv_doubt_find_misplaced (TvDoubtSearch *self)
{
    if (!find_swap (self))
        find_moved_weight (self, find_moved_height (self));
}

static void
find_digits_of (TvDoubtSearch *self, TvQuantity quantity, double value)
{
    double expected = quantity == TV_QUANTITY_HEIGHT ? self->fit.height_cm : self->fit.weight_kg;
    double odd = isnan (expected) ? ODD_AT_FIRST : ODD;
    double height_cm = self->input->height_cm;
    double other;

    if (isnan (value) || !(deviation (self, quantity, value, height_cm) >= odd))
        return;
    other = find_other_order (self, quantity, value, height_cm);
    if (isnan (other))
        return;
    if (quantity == TV_QUANTITY_HEIGHT)
        _tv_doubt_add (self, TV_DOUBT_HEIGHT_DIGITS)->height_mm = in_millimetres (other);
    else
        _tv_doubt_add (self, TV_DOUBT_WEIGHT_DIGITS)->weight_g = in_grams (other);
    self->is_asked[quantity] = TRUE;
}

/**
 * _tv_doubt_find_digits:
 *
 * Finds a height or a weight that is odd, and is not with two digits the other way round. A weight
 * beside a height that is wrong itself is left alone, unless it was weighed before.
 */
void
_tv_doubt_find_digits (TvDoubtSearch *self)
{
    find_digits_of (self, TV_QUANTITY_HEIGHT, self->input->height_cm);
    if (!self->is_asked[TV_QUANTITY_HEIGHT] || !isnan (self->fit.weight_kg))
        find_digits_of (self, TV_QUANTITY_WEIGHT, self->input->weight_kg);
}
