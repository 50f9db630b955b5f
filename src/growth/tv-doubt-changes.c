/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the last measurement says of a value: that nobody shrinks, and that nobody grows or gains
 * without end. One cause is asked about once: whoever shrank has jumped in z, too. */

#include "growth/tv-doubt-private.h"

#include "growth/tv-growth-curve.h"

#include <math.h>

#define DAYS_PER_YEAR 365.25
#define INFANT_DAYS 365 /* before this age growth is too uneven to compare */
#define YEAR_DAYS 366
#define TWO_YEARS_DAYS 731
#define QUARTER_DAYS 92

#define SHRINKING_CM 0.5
#define LYING_IS_LONGER_CM 0.7

/* At most so much a month, from one month on; and at most so many times what the child's own curve
 * of WHO's grows, with two readings of one centimetre each on top. */
#define CM_PER_MONTH 2.5
#define OWN_CURVE 1.5
#define OWN_CURVE_IN_SPURT 2.0
#define SPURT_YEARS 8
#define READINGS_CM 2.0

/* A height that is the same again is odd only where it should have grown by this. */
#define NOTICEABLE_CM 1.5

#define QUARTER_CHANGE 0.15
#define CHANGE_PER_QUARTER 0.05 /* in each one after the first */
#define LOSS 0.10

#define JUMP_HUNDREDTHS 100

static double
previous_height (const TvDoubtInput *input)
{
    /* Who stood up since the last time is 0.7 cm shorter without having shrunk. */
    if (input->previous_position == TV_POSITION_RECUMBENT
        && input->position == TV_POSITION_STANDING)
        return input->previous_height_cm - LYING_IS_LONGER_CM;
    return input->previous_height_cm;
}

static gboolean
find_shorter (TvDoubtSearch *self)
{
    const TvDoubtInput *input = self->input;

    if (!(previous_height (input) - input->height_cm > SHRINKING_CM + TV_DOUBT_TINY))
        return FALSE;
    _tv_doubt_add (self, TV_DOUBT_SHORTER);
    return TRUE;
}

/* How far the child's own curve goes up from last time to now. */
static double
own_gain (const TvDoubtSearch *self, const TvGrowth *before, int days)
{
    const TvZScore *z = &before->z[TV_Z_HEIGHT_FOR_AGE];
    TvSex sex = self->input->sex;

    if (z->hundredths == TV_Z_NONE || z->is_flagged)
        return NAN;
    return tv_growth_curve_value_at_age (TV_Z_HEIGHT_FOR_AGE, sex, self->age_days,
                                         z->hundredths / 100.0)
           - tv_growth_curve_value_at_age (TV_Z_HEIGHT_FOR_AGE, sex, self->age_days - days,
                                           z->hundredths / 100.0);
}

static gboolean
find_height_change (TvDoubtSearch *self, const TvGrowth *before, int days)
{
    double gain = self->input->height_cm - previous_height (self->input);
    double months = days / TV_DAYS_PER_MONTH;
    gboolean is_in_spurt = self->age_days >= SPURT_YEARS * DAYS_PER_YEAR;
    double usual = (is_in_spurt ? OWN_CURVE_IN_SPURT : OWN_CURVE) * own_gain (self, before, days)
                   + READINGS_CM;

    if (days > TWO_YEARS_DAYS
        || !((months >= 1 && gain > CM_PER_MONTH * months + TV_DOUBT_TINY)
             || gain > usual + TV_DOUBT_TINY))
        return FALSE;
    _tv_doubt_add (self, TV_DOUBT_HEIGHT_CHANGE);
    return TRUE;
}

static gboolean
is_same (double now, double before)
{
    return fabs (now - before) < TV_DOUBT_TINY;
}

static void
find_same (TvDoubtSearch *self, const TvGrowth *before, int days)
{
    const TvDoubtInput *input = self->input;
    TvDoubt *doubt;

    if (!is_same (input->height_cm, input->previous_height_cm))
        return;
    if (is_same (input->weight_kg, input->previous_weight_kg)) {
        doubt = _tv_doubt_add (self, TV_DOUBT_SAME);
        doubt->z_kind = TV_Z_BMI_FOR_AGE;
    } else if (own_gain (self, before, days) >= NOTICEABLE_CM) {
        doubt = _tv_doubt_add (self, TV_DOUBT_SAME);
        doubt->z_kind = TV_Z_HEIGHT_FOR_AGE;
    }
}

static double
usual_change (int days)
{
    if (days <= QUARTER_DAYS)
        return QUARTER_CHANGE;
    return QUARTER_CHANGE + CHANGE_PER_QUARTER * (days - QUARTER_DAYS) / QUARTER_DAYS;
}

/* Within a quarter growth itself does not count; later the weight on the child's own curve is what
 * it is held against. */
static gboolean
find_weight_change (TvDoubtSearch *self, int days, gboolean was_infant)
{
    const TvDoubtInput *input = self->input;
    double gain = input->weight_kg / input->previous_weight_kg - 1;
    double off = days <= QUARTER_DAYS ? gain : input->weight_kg / self->fit.weight_kg - 1;
    gboolean is_loss = gain < -LOSS - TV_DOUBT_TINY;
    gboolean is_beyond = fabs (off) > usual_change (days) + TV_DOUBT_TINY;

    if (days > TWO_YEARS_DAYS || !(is_loss || is_beyond) || (was_infant && !is_loss))
        return FALSE;
    _tv_doubt_add (self, TV_DOUBT_WEIGHT_CHANGE);
    return TRUE;
}

/* A height or a weight that is asked about explains what follows from it. */
static gboolean
is_explained (const TvDoubtSearch *self, TvZKind kind)
{
    gboolean has_weight = kind != TV_Z_HEIGHT_FOR_AGE;
    gboolean has_height = kind != TV_Z_WEIGHT_FOR_AGE;

    return (has_weight && self->is_asked[TV_QUANTITY_WEIGHT])
           || (has_height && self->is_asked[TV_QUANTITY_HEIGHT]);
}

static void
find_z_jump (TvDoubtSearch *self, const TvGrowth *before, const TvGrowth *now)
{
    static const TvZKind kinds[] = { TV_Z_HEIGHT_FOR_AGE, TV_Z_WEIGHT_FOR_AGE, TV_Z_BMI_FOR_AGE };

    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
        const TvZScore *old = &before->z[kinds[i]], *new = &now->z[kinds[i]];

        if (!is_explained (self, kinds[i]) && old->hundredths != TV_Z_NONE
            && new->hundredths != TV_Z_NONE && !old->is_flagged
            && ABS (new->hundredths - old->hundredths) > JUMP_HUNDREDTHS) {
            _tv_doubt_add (self, TV_DOUBT_Z_JUMP)->z_kind = kinds[i];
            return;
        }
    }
}

/**
 * _tv_doubt_find_changes:
 * @growth: of the values as they were typed
 *
 * Compares with the last measurement whatever is not asked about already.
 */
void
_tv_doubt_find_changes (TvDoubtSearch *self, const TvGrowth *growth)
{
    const TvDoubtInput *input = self->input;
    int days = input->date - input->previous_date;
    gboolean was_infant = self->age_days - days < INFANT_DAYS;
    gboolean *is_asked = self->is_asked;
    gboolean had_height = is_asked[TV_QUANTITY_HEIGHT];
    TvGrowth before;

    _tv_doubt_score (self, input->previous_date, input->previous_position,
                     input->previous_weight_kg, input->previous_height_cm, &before);
    if (!had_height)
        is_asked[TV_QUANTITY_HEIGHT]
            = find_shorter (self) || (!was_infant && find_height_change (self, &before, days));
    if (!had_height)
        find_same (self, &before, days);
    if (!is_asked[TV_QUANTITY_WEIGHT])
        is_asked[TV_QUANTITY_WEIGHT] = find_weight_change (self, days, was_infant);
    if (!was_infant && days <= YEAR_DAYS)
        find_z_jump (self, &before, growth);
}
