/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks for typing and measuring errors while the child is still in the room. A value is held
 * impossible by WHO's own limits for the child's age, and only then asked whether another
 * reading of the same digits would be possible; what was measured before tells the rest. The
 * numbers stand in docs/METHODS.md. */

#include "growth/tv-doubt-private.h"

#include "growth/tv-growth-curve.h"

#include <math.h>

TvDoubt *
_tv_doubt_add (TvDoubtSearch *self, TvDoubtKind kind)
{
    TvDoubt *doubt = &self->doubts[self->n_doubts++];

    *doubt = (TvDoubt){ .kind = kind };
    return doubt;
}

static gboolean
is_between (double value, double low, double high)
{
    return value >= low && value <= high;
}

gboolean
_tv_doubt_could_be_height (const TvDoubtSearch *self, double cm)
{
    TvSex sex = self->input->sex;
    double low = tv_growth_curve_value_at_age (TV_Z_HEIGHT_FOR_AGE, sex, self->age_days, -6);
    double high = tv_growth_curve_value_at_age (TV_Z_HEIGHT_FOR_AGE, sex, self->age_days, 6);

    return isnan (low) ? is_between (cm, TV_HEIGHT_MIN_MM / 10.0, TV_HEIGHT_MAX_MM / 10.0)
                       : is_between (cm, low, high);
}

/* Weight-for-age ends at ten years; from there BMI judges, with the median height in the place of
 * one that cannot be. */
gboolean
_tv_doubt_could_be_weight (const TvDoubtSearch *self, double kg, double cm)
{
    TvSex sex = self->input->sex;
    double age = self->age_days;
    double low = tv_growth_curve_value_at_age (TV_Z_WEIGHT_FOR_AGE, sex, age, -6);
    double high = tv_growth_curve_value_at_age (TV_Z_WEIGHT_FOR_AGE, sex, age, 5);

    if (isnan (low)) {
        double height_cm = _tv_doubt_could_be_height (self, cm)
                               ? cm
                               : tv_growth_curve_value_at_age (TV_Z_HEIGHT_FOR_AGE, sex, age, 0);
        double square = height_cm / 100 * (height_cm / 100);

        low = square * tv_growth_curve_value_at_age (TV_Z_BMI_FOR_AGE, sex, age, -5);
        high = square * tv_growth_curve_value_at_age (TV_Z_BMI_FOR_AGE, sex, age, 5);
    }
    return isnan (low) ? is_between (kg, TV_WEIGHT_MIN_G / 1000.0, TV_WEIGHT_MAX_G / 1000.0)
                       : is_between (kg, low, high);
}

void
_tv_doubt_score (const TvDoubtSearch *self, TvDate date, TvPosition position, double kg, double cm,
                 TvGrowth *growth)
{
    double days_ago = self->input->date - date;
    TvGrowthInput input = {
        .sex = self->input->sex,
        .age_days = self->age_days - days_ago,
        .age_months = NAN,
        .weight_kg = kg,
        .height_cm = cm,
        .position = position,
    };

    tv_growth_score (&input, TV_STANDARD_BY_AGE, growth);
}

/* A height that is asked about already explains what it does to weight-for-height and BMI. */
static gboolean
is_open (const TvDoubtSearch *self, TvZKind kind)
{
    if (kind == TV_Z_HEIGHT_FOR_AGE)
        return !self->is_asked[TV_QUANTITY_HEIGHT];
    return !self->is_asked[TV_QUANTITY_WEIGHT]
           && (kind == TV_Z_WEIGHT_FOR_AGE || !self->is_asked[TV_QUANTITY_HEIGHT]);
}

static void
add_limits (TvDoubtSearch *self, TvZKind kind)
{
    _tv_doubt_add (self, TV_DOUBT_LIMITS)->z_kind = kind;
    if (kind != TV_Z_WEIGHT_FOR_AGE)
        self->is_asked[TV_QUANTITY_HEIGHT] = TRUE;
    if (kind != TV_Z_HEIGHT_FOR_AGE)
        self->is_asked[TV_QUANTITY_WEIGHT] = TRUE;
}

static void
find_limits (TvDoubtSearch *self, const TvGrowth *growth)
{
    static const TvZKind kinds[]
        = { TV_Z_HEIGHT_FOR_AGE, TV_Z_WEIGHT_FOR_AGE, TV_Z_WEIGHT_FOR_HEIGHT, TV_Z_BMI_FOR_AGE };
    const TvDoubtInput *input = self->input;

    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
        if (growth->z[kinds[i]].is_flagged && is_open (self, kinds[i])) {
            add_limits (self, kinds[i]);
            return;
        }
    }
    if (!isnan (input->height_cm) && is_open (self, TV_Z_HEIGHT_FOR_AGE)
        && !_tv_doubt_could_be_height (self, input->height_cm))
        add_limits (self, TV_Z_HEIGHT_FOR_AGE);
    else if (!isnan (input->weight_kg) && is_open (self, TV_Z_WEIGHT_FOR_AGE)
             && !_tv_doubt_could_be_weight (self, input->weight_kg, input->height_cm))
        add_limits (self, TV_Z_WEIGHT_FOR_AGE);
}

/* WHO's tables want lengths before the second birthday and heights after it. */
static void
find_position (TvDoubtSearch *self)
{
    const TvDoubtInput *input = self->input;
    TvPosition usual;

    if (isnan (self->age_days) || isnan (input->height_cm)
        || input->position == TV_POSITION_UNKNOWN)
        return;
    usual = tv_position_by_age ((int) self->age_days);
    if (input->position != usual)
        _tv_doubt_add (self, TV_DOUBT_POSITION)->position = usual;
}

/* What was taken over from last time is as odd as growth makes it, and yet has but one cause. */
static gboolean
is_copy (const TvDoubtInput *input)
{
    return fabs (input->weight_kg - input->previous_weight_kg) < TV_DOUBT_TINY
           && fabs (input->height_cm - input->previous_height_cm) < TV_DOUBT_TINY;
}

static void
begin (TvDoubtSearch *self)
{
    const TvDoubtInput *input = self->input;
    TvDoubtBefore before = {
        .sex = input->sex,
        .birth_date = input->birth_date,
        .date = input->previous_date,
        .position = input->previous_position,
        .weight_kg = input->previous_weight_kg,
        .height_cm = input->previous_height_cm,
    };

    tv_doubt_fit_init (&self->fit, &before, input->date);
    self->age_days = self->fit.age_days;
}

/**
 * tv_doubt_find:
 * @input: what was typed, of whom, what was measured before, and of the children beside
 * @doubts: (out caller-allocates): the questions, the likeliest explanation first
 *
 * Returns: how many there are, at most one of each kind and one of each cause
 */
guint
tv_doubt_find (const TvDoubtInput *input, TvDoubt doubts[TV_DOUBT_N_KINDS])
{
    TvDoubtSearch search = { .input = input, .doubts = doubts };
    TvGrowth growth;

    begin (&search);
    _tv_doubt_find_misplaced (&search);
    if (search.n_doubts == 0) {
        _tv_doubt_score (&search, input->date, input->position, input->weight_kg, input->height_cm,
                         &growth);
        if (!is_copy (input))
            _tv_doubt_find_neighbour (&search);
        if (!is_copy (input) && search.n_doubts == 0)
            _tv_doubt_find_digits (&search);
        find_limits (&search, &growth);
        if (input->previous_date != TV_DATE_NONE && input->previous_date < input->date)
            _tv_doubt_find_changes (&search, &growth);
    }
    find_position (&search);
    return search.n_doubts;
}

/**
 * tv_doubt_has_proposal:
 * @self: a doubt
 *
 * Returns: whether it knows what would be right, so that one key can set it
 */
gboolean
tv_doubt_has_proposal (const TvDoubt *self)
{
    return self->weight_g != 0 || self->height_mm != 0 || self->position != TV_POSITION_UNKNOWN
           || self->can_exchange;
}

/**
 * tv_doubt_is_about:
 * @self: a doubt
 * @quantity: weight or height
 *
 * Returns: whether that value would have to be taken again to answer it
 */
gboolean
tv_doubt_is_about (const TvDoubt *self, TvQuantity quantity)
{
    switch (self->kind) {
    case TV_DOUBT_HEIGHT_POINT:
    case TV_DOUBT_METRES:
    case TV_DOUBT_HEIGHT_DIGITS:
    case TV_DOUBT_SHORTER:
    case TV_DOUBT_HEIGHT_CHANGE:
    case TV_DOUBT_POSITION:
        return quantity == TV_QUANTITY_HEIGHT;
    case TV_DOUBT_WEIGHT_POINT:
    case TV_DOUBT_WEIGHT_DIGITS:
    case TV_DOUBT_WEIGHT_CHANGE:
        return quantity == TV_QUANTITY_WEIGHT;
    case TV_DOUBT_LIMITS:
    case TV_DOUBT_SAME:
    case TV_DOUBT_Z_JUMP:
    case TV_DOUBT_READINGS:
        return self->z_kind
                   == (quantity == TV_QUANTITY_HEIGHT ? TV_Z_HEIGHT_FOR_AGE : TV_Z_WEIGHT_FOR_AGE)
               || (self->z_kind != TV_Z_HEIGHT_FOR_AGE && self->z_kind != TV_Z_WEIGHT_FOR_AGE);
    case TV_DOUBT_SWAPPED:
    case TV_DOUBT_NEIGHBOUR:
    default:
        return TRUE;
    }
}

/**
 * tv_doubt_code:
 *
 * Returns: the word for it in files
 */
const char *
tv_doubt_code (TvDoubtKind kind)
{
    static const char *const codes[TV_DOUBT_N_KINDS] = {
        [TV_DOUBT_SWAPPED] = "swapped",
        [TV_DOUBT_WEIGHT_POINT] = "weight-point",
        [TV_DOUBT_HEIGHT_POINT] = "height-point",
        [TV_DOUBT_METRES] = "metres",
        [TV_DOUBT_NEIGHBOUR] = "neighbour",
        [TV_DOUBT_WEIGHT_DIGITS] = "weight-digits",
        [TV_DOUBT_HEIGHT_DIGITS] = "height-digits",
        [TV_DOUBT_LIMITS] = "limits",
        [TV_DOUBT_SHORTER] = "shorter",
        [TV_DOUBT_HEIGHT_CHANGE] = "height-change",
        [TV_DOUBT_SAME] = "same",
        [TV_DOUBT_WEIGHT_CHANGE] = "weight-change",
        [TV_DOUBT_Z_JUMP] = "z-jump",
        [TV_DOUBT_POSITION] = "position",
        [TV_DOUBT_READINGS] = "readings",
    };

    g_return_val_if_fail (kind < TV_DOUBT_N_KINDS, "");
    return codes[kind];
}
