/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How well a weight and a height go with a child: with its own last measurement, carried on along
 * its place among WHO's children, else with children of its age. A deviation is counted in
 * tolerances, so that centimetres and kilograms can be weighed against each other. */

#include "growth/tv-doubt-fit.h"

#include "growth/tv-growth-curve.h"

#include <math.h>

#define DAYS_PER_YEAR 365.25
#define INFANT_DAYS 365 /* younger children grow too unevenly to be carried on */
#define EARLIEST_SPURT_YEARS 9
#define LONGEST_YEARS 2

/* Two readings of 0.5 cm, and the spread of what children grow in a year. */
#define READING_CM 0.7
#define CHILD_CM_PER_YEAR 1.2
#define SPURT_CM_PER_YEAR 2.0

/* Clothes and meals, and the spread of what children gain in a year. */
#define READING_SHARE 0.04
#define CHILD_SHARE_PER_YEAR 0.08

/* Children of a school beside WHO's, where nothing was measured before. */
#define HEIGHT_Z -0.3
#define HEIGHT_Z_SPREAD 1.2
#define WEIGHT_Z 0.0
#define BMI_Z 0.4
#define BMI_Z_SPREAD 1.4

#define LYING_IS_LONGER_CM 0.7
#define STANDS_FROM_DAYS 731
#define STANDS_BY_MISTAKE_DAYS 274 /* nine months */

static double
z_of (const TvGrowth *growth, TvZKind kind)
{
    const TvZScore *z = &growth->z[kind];

    return z->hundredths == TV_Z_NONE ? NAN : z->hundredths / 100.0;
}

static void
score (TvSex sex, double age_days, TvPosition position, double kg, double cm, TvGrowth *growth)
{
    TvGrowthInput input = {
        .sex = sex,
        .age_days = age_days,
        .age_months = NAN,
        .weight_kg = kg,
        .height_cm = cm,
        .position = position,
    };

    tv_growth_score (&input, TV_STANDARD_BY_AGE, growth);
}

static double
spread (double at_once, double in_a_year, double years)
{
    return sqrt (at_once * at_once + in_a_year * in_a_year * years);
}

/* Weight keeps its place for its age; past ten years, where WHO has no such table, the BMI does. */
static double
expect_weight (const TvDoubtFit *self, const TvGrowth *then)
{
    double kg = tv_growth_curve_value_at_age (TV_Z_WEIGHT_FOR_AGE, self->sex, self->age_days,
                                              z_of (then, TV_Z_WEIGHT_FOR_AGE));
    double bmi;

    if (!isnan (kg) || isnan (self->height_cm))
        return kg;
    bmi = tv_growth_curve_value_at_age (TV_Z_BMI_FOR_AGE, self->sex, self->age_days,
                                        z_of (then, TV_Z_BMI_FOR_AGE));
    return bmi * self->height_cm * self->height_cm / 10000;
}

/**
 * tv_doubt_fit_init:
 * @self: (out caller-allocates): what is to be expected
 * @before: the child, and what was measured of it last time
 * @day: the day for which it is to be expected
 *
 * A measurement counts when it is of an earlier day, at most two years ago, and of a child that was
 * one year old by then.
 */
void
tv_doubt_fit_init (TvDoubtFit *self, const TvDoubtBefore *before, TvDate day)
{
    gboolean has_age = before->birth_date != TV_DATE_NONE && day != TV_DATE_NONE;
    double years, age_then, cm_per_year;
    TvGrowth then;

    *self = (TvDoubtFit){ .sex = before->sex,
                          .age_days = has_age ? day - before->birth_date : NAN,
                          .height_cm = NAN,
                          .weight_kg = NAN };
    if (!has_age || before->date == TV_DATE_NONE)
        return;
    years = (day - before->date) / DAYS_PER_YEAR;
    age_then = before->date - before->birth_date;
    if (years <= 0 || years > LONGEST_YEARS || age_then < INFANT_DAYS)
        return;
    score (before->sex, age_then, before->position, before->weight_kg, before->height_cm, &then);
    cm_per_year = self->age_days > EARLIEST_SPURT_YEARS * DAYS_PER_YEAR ? SPURT_CM_PER_YEAR
                                                                        : CHILD_CM_PER_YEAR;
    if (!then.z[TV_Z_HEIGHT_FOR_AGE].is_flagged)
        self->height_cm = tv_growth_curve_value_at_age (
            TV_Z_HEIGHT_FOR_AGE, self->sex, self->age_days, z_of (&then, TV_Z_HEIGHT_FOR_AGE));
    self->height_tolerance_cm = spread (READING_CM, cm_per_year, years);
    if (!then.z[TV_Z_WEIGHT_FOR_AGE].is_flagged && !then.z[TV_Z_BMI_FOR_AGE].is_flagged)
        self->weight_kg = expect_weight (self, &then);
    self->weight_tolerance = spread (READING_SHARE, CHILD_SHARE_PER_YEAR, years);
}

/* WHO's tables have lengths before the second birthday, heights after it. */
static double
as_in_table (const TvDoubtFit *self, double cm, TvPosition position)
{
    if (self->age_days < STANDS_FROM_DAYS)
        return position == TV_POSITION_STANDING && self->age_days >= STANDS_BY_MISTAKE_DAYS
                   ? cm + LYING_IS_LONGER_CM
                   : cm;
    return position == TV_POSITION_RECUMBENT && self->age_days <= TV_LAST_DAY_2006
               ? cm - LYING_IS_LONGER_CM
               : cm;
}

/**
 * tv_doubt_fit_height:
 * @self: what is expected
 * @cm: a height, 0 cm or more
 * @position: how it was measured
 *
 * Returns: how many tolerances it is off, below 0 for a height that is too small; NAN where nobody
 *   can say
 */
double
tv_doubt_fit_height (const TvDoubtFit *self, double cm, TvPosition position)
{
    TvGrowth growth;

    if (!isnan (self->height_cm))
        return (as_in_table (self, cm, position) - self->height_cm) / self->height_tolerance_cm;
    score (self->sex, self->age_days, position, NAN, cm, &growth);
    return (z_of (&growth, TV_Z_HEIGHT_FOR_AGE) - HEIGHT_Z) / HEIGHT_Z_SPREAD;
}

/**
 * tv_doubt_fit_weight:
 * @self: what is expected
 * @kg: a weight above 0 kg
 * @cm: the height beside it, NAN where none is known; asked only where nothing was measured before
 *
 * Returns: how many tolerances it is off, below 0 for a weight that is too small; NAN where nobody
 *   can say
 */
double
tv_doubt_fit_weight (const TvDoubtFit *self, double kg, double cm)
{
    TvGrowth growth;
    double bmi_z;

    if (!isnan (self->weight_kg))
        return log (kg / self->weight_kg) / self->weight_tolerance;
    score (self->sex, self->age_days, TV_POSITION_UNKNOWN, kg, cm, &growth);
    bmi_z = z_of (&growth, TV_Z_BMI_FOR_AGE);
    if (!isnan (bmi_z))
        return (bmi_z - BMI_Z) / BMI_Z_SPREAD;
    return (z_of (&growth, TV_Z_WEIGHT_FOR_AGE) - WEIGHT_Z) / BMI_Z_SPREAD;
}

/**
 * tv_doubt_fit_misfit:
 * @self: what is expected
 * @kg: a weight, or NAN
 * @cm: a height, or NAN
 * @position: how it was measured
 *
 * Returns: the squares of the deviations, added; a value of which nobody can say anything counts
 *   as one that fits
 */
double
tv_doubt_fit_misfit (const TvDoubtFit *self, double kg, double cm, TvPosition position)
{
    double height = isnan (cm) ? NAN : tv_doubt_fit_height (self, cm, position);
    double weight = isnan (kg) ? NAN : tv_doubt_fit_weight (self, kg, cm);

    return (isnan (height) ? 0 : height * height) + (isnan (weight) ? 0 : weight * weight);
}
