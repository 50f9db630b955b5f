/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The z-scores of a child: WHO's Child Growth Standards (2006) and Growth Reference (2007), as
 * WHO's R packages anthro and anthroplus work them out. docs/METHODS.md tells the rules; the
 * order of steps here is theirs, because rounding depends on it. */

#include "growth/tv-growth.h"

#include "growth/tv-reference-table.h"

#include <math.h>

#define FIRST_STANDING_DAY 731 /* tables are of length before, of height from here on */
#define LYING_IS_LONGER_CM 0.7

/* Beyond this the hundredths would not fit; no z of a living child comes near. */
#define LARGEST_HUNDREDTHS 2e9

/* What the scores need of a child, each worked out once. */
typedef struct {
    const TvGrowthInput *input;
    TvZReason age_reason; /* TV_Z_PRESENT where the standard knows such an age */
    double age_months;
    int age_day; /* completed days, rounded half up; only of a known age in the tables of 2006 */
    double weight_kg;
    double height_cm; /* as the table wants it: lying or standing */
    double bmi;
    double ln_weight;
    gboolean has_weight;
    gboolean has_height;
} Child;

/* WHO's limits of plausibility in hundredths; a z on the limit itself is still plausible. */
static const struct {
    gint32 low;
    gint32 high;
} limits[TV_Z_N_KINDS] = {
    [TV_Z_WEIGHT_FOR_AGE] = { -600, 500 },
    [TV_Z_HEIGHT_FOR_AGE] = { -600, 600 },
    [TV_Z_WEIGHT_FOR_HEIGHT] = { -500, 500 },
    [TV_Z_BMI_FOR_AGE] = { -500, 500 },
};

static void
set_none (TvGrowth *growth, TvZKind kind, TvZReason reason)
{
    growth->z[kind] = (TvZScore){ TV_Z_NONE, FALSE, reason };
}

static void
set_z (TvGrowth *growth, TvStandard standard, TvZKind kind, double z)
{
    double hundredths = CLAMP (z * 100, -LARGEST_HUNDREDTHS, LARGEST_HUNDREDTHS);
    gint32 rounded = (gint32) lrint (hundredths);

    growth->standard = standard;
    growth->z[kind].hundredths = rounded;
    growth->z[kind].is_flagged = rounded < limits[kind].low || rounded > limits[kind].high;
    growth->z[kind].reason = TV_Z_PRESENT;
}

/* Past three standard deviations a Box-Cox curve of weights runs away, so WHO goes on in steps as
 * wide as the last one inside. */
static double
straighten (const TvLms *lms, double value, double z)
{
    double at_three = tv_lms_value (lms, z > 0 ? 3 : -3);
    double at_two = tv_lms_value (lms, z > 0 ? 2 : -2);

    return z > 0 ? 3 + (value - at_three) / (at_three - at_two)
                 : -3 + (value - at_three) / (at_two - at_three);
}

/* ((value / M)^L - 1) / (L S), the power by way of logarithms since that of M is at hand. */
static inline double
score_weight (const TvLms *lms, double value, double ln_value)
{
    double z = (exp (lms->l * (ln_value - lms->ln_m)) - 1) / (lms->l * lms->s);

    return G_LIKELY (fabs (z) <= 3) ? z : straighten (lms, value, z);
}

/* L is 1 in the tables of height, whose tails are therefore straight as they are. */
static inline double
score_height (const TvLms *lms, double height_cm)
{
    return (height_cm / lms->m - 1) / lms->s;
}

static double
find_months (const TvGrowthInput *input)
{
    return isnan (input->age_days) ? input->age_months : input->age_days / TV_DAYS_PER_MONTH;
}

/* WHO rounds a half day up. */
static int
find_day (const TvGrowthInput *input, double age_months)
{
    double days = isnan (input->age_days) ? age_months * TV_DAYS_PER_MONTH : input->age_days;
    double whole = floor (days);

    return (int) whole + (days - whole >= 0.5);
}

static void
set_age (Child *child, TvStandard standard)
{
    double months = find_months (child->input);

    child->age_months = months;
    child->age_day = 0;
    child->age_reason = TV_Z_PRESENT;
    if (isnan (months)) {
        child->age_reason = TV_Z_NO_AGE;
    } else if (standard == TV_STANDARD_2006) {
        if (months >= 0 && months < 60)
            child->age_day = find_day (child->input, months);
        if (months < 0 || months >= 60 || child->age_day > TV_LAST_DAY_2006)
            child->age_reason = TV_Z_AGE_OUTSIDE;
    } else if (months < 60 || months > 228) {
        child->age_reason = TV_Z_AGE_OUTSIDE;
    }
}

/* Length where the table is of length, height where it is of height. Nobody stands at eight
 * months: there the position is passed over, as if it had not been written down. */
static double
convert_height (const Child *child, gboolean *is_too_young)
{
    const TvGrowthInput *input = child->input;
    gboolean is_standing = input->position == TV_POSITION_STANDING;

    *is_too_young = is_standing && child->age_months < 9;
    if (isnan (child->age_months) || *is_too_young)
        return input->height_cm;
    if (child->age_months < 60 && child->age_day < FIRST_STANDING_DAY)
        return is_standing ? input->height_cm + LYING_IS_LONGER_CM : input->height_cm;
    return input->position == TV_POSITION_RECUMBENT ? input->height_cm - LYING_IS_LONGER_CM
                                                    : input->height_cm;
}

/* A weight or height of nothing is a value nobody measured. */
static void
set_values (Child *child, double height_cm)
{
    double metres = height_cm / 100;

    child->weight_kg = child->input->weight_kg;
    child->height_cm = height_cm;
    child->has_weight = child->weight_kg > 0 && child->weight_kg < HUGE_VAL;
    child->has_height = height_cm > 0 && height_cm < HUGE_VAL && child->input->height_cm > 0;
    child->ln_weight = child->has_weight ? log (child->weight_kg) : 0;
    child->bmi = child->weight_kg / (metres * metres);
}

static TvZReason
find_reason (const Child *child, TvZReason age_reason, gboolean uses_weight, gboolean uses_height)
{
    if (child->input->sex != TV_SEX_MALE && child->input->sex != TV_SEX_FEMALE)
        return TV_Z_NO_SEX;
    if (age_reason != TV_Z_PRESENT)
        return age_reason;
    if ((uses_weight && !child->has_weight) || (uses_height && !child->has_height))
        return TV_Z_NO_VALUE;
    return uses_weight && child->input->has_oedema ? TV_Z_OEDEMA : TV_Z_PRESENT;
}

/* A known age decides between the tables of length and of height, then the position as written
 * down; without either, 87 cm does. */
static TvTableId
choose_weight_for_height (const Child *child)
{
    gboolean is_length;

    if (child->age_reason == TV_Z_PRESENT)
        is_length = child->age_day < FIRST_STANDING_DAY;
    else if (child->input->position == TV_POSITION_UNKNOWN)
        is_length = child->height_cm < 87;
    else
        is_length = child->input->position == TV_POSITION_RECUMBENT;
    return is_length ? TV_TABLE_WEIGHT_FOR_LENGTH_2006 : TV_TABLE_WEIGHT_FOR_HEIGHT_2006;
}

static void
score_weight_for_height (const Child *child, TvGrowth *growth)
{
    TvZReason age_reason = child->age_reason == TV_Z_NO_AGE ? TV_Z_PRESENT : child->age_reason;
    TvZReason reason = find_reason (child, age_reason, TRUE, TRUE);
    TvLms lms;

    if (reason == TV_Z_PRESENT
        && !tv_reference_table_interpolate (choose_weight_for_height (child), child->input->sex,
                                            child->height_cm, &lms))
        reason = TV_Z_HEIGHT_OUTSIDE;
    if (reason == TV_Z_PRESENT)
        set_z (growth, TV_STANDARD_2006, TV_Z_WEIGHT_FOR_HEIGHT,
               score_weight (&lms, child->weight_kg, child->ln_weight));
    else
        set_none (growth, TV_Z_WEIGHT_FOR_HEIGHT, reason);
}

static void
score_for_age_2006 (const Child *child, TvGrowth *growth, TvZKind kind)
{
    gboolean uses_weight = kind != TV_Z_HEIGHT_FOR_AGE;
    gboolean uses_height = kind != TV_Z_WEIGHT_FOR_AGE;
    TvZReason reason = find_reason (child, child->age_reason, uses_weight, uses_height);
    TvSex sex = child->input->sex;
    int day = child->age_day;
    double z;

    if (reason != TV_Z_PRESENT) {
        set_none (growth, kind, reason);
        return;
    }
    if (kind == TV_Z_WEIGHT_FOR_AGE)
        z = score_weight (tv_reference_table_row (TV_TABLE_WEIGHT_FOR_AGE_2006, sex, day),
                          child->weight_kg, child->ln_weight);
    else if (kind == TV_Z_HEIGHT_FOR_AGE)
        z = score_height (tv_reference_table_row (TV_TABLE_HEIGHT_FOR_AGE_2006, sex, day),
                          child->height_cm);
    else
        z = score_weight (tv_reference_table_row (TV_TABLE_BMI_FOR_AGE_2006, sex, day), child->bmi,
                          log (child->bmi));
    set_z (growth, TV_STANDARD_2006, kind, z);
}

static void
score_for_age_2007 (const Child *child, TvGrowth *growth, TvZKind kind)
{
    static const TvTableId tables[] = {
        [TV_Z_WEIGHT_FOR_AGE] = TV_TABLE_WEIGHT_FOR_AGE_2007,
        [TV_Z_HEIGHT_FOR_AGE] = TV_TABLE_HEIGHT_FOR_AGE_2007,
        [TV_Z_BMI_FOR_AGE] = TV_TABLE_BMI_FOR_AGE_2007,
    };
    gboolean uses_weight = kind != TV_Z_HEIGHT_FOR_AGE;
    gboolean uses_height = kind != TV_Z_WEIGHT_FOR_AGE;
    TvZReason reason = find_reason (child, child->age_reason, uses_weight, uses_height);
    TvLms lms;

    if (reason != TV_Z_NO_SEX && child->age_reason == TV_Z_PRESENT
        && !tv_reference_table_interpolate (tables[kind], child->input->sex, child->age_months,
                                            &lms))
        reason = TV_Z_AGE_OUTSIDE;
    if (reason != TV_Z_PRESENT)
        set_none (growth, kind, reason);
    else if (kind == TV_Z_WEIGHT_FOR_AGE)
        set_z (growth, TV_STANDARD_2007, kind,
               score_weight (&lms, child->weight_kg, child->ln_weight));
    else if (kind == TV_Z_HEIGHT_FOR_AGE)
        set_z (growth, TV_STANDARD_2007, kind, score_height (&lms, child->height_cm));
    else
        set_z (growth, TV_STANDARD_2007, kind, score_weight (&lms, child->bmi, log (child->bmi)));
}

static void
score_2006 (const TvGrowthInput *input, TvGrowth *growth)
{
    Child child = { .input = input };

    set_age (&child, TV_STANDARD_2006);
    set_values (&child, convert_height (&child, &growth->is_standing_too_young));
    score_for_age_2006 (&child, growth, TV_Z_WEIGHT_FOR_AGE);
    score_for_age_2006 (&child, growth, TV_Z_HEIGHT_FOR_AGE);
    score_for_age_2006 (&child, growth, TV_Z_BMI_FOR_AGE);
    score_weight_for_height (&child, growth);
}

static void
score_2007 (const TvGrowthInput *input, TvGrowth *growth)
{
    Child child = { .input = input };

    set_age (&child, TV_STANDARD_2007);
    set_values (&child, input->height_cm);
    score_for_age_2007 (&child, growth, TV_Z_WEIGHT_FOR_AGE);
    score_for_age_2007 (&child, growth, TV_Z_HEIGHT_FOR_AGE);
    score_for_age_2007 (&child, growth, TV_Z_BMI_FOR_AGE);
    set_none (growth, TV_Z_WEIGHT_FOR_HEIGHT, TV_Z_NOT_DEFINED);
}

/**
 * tv_growth_standard_asked:
 * @input: a child on one day
 * @standard: one of the standards, or TV_STANDARD_BY_AGE
 *
 * WHO's two programs meet without a gap at 60 months of 30.4375 days: day 1826 is the last of
 * 2006, day 1827 the first of 2007. A child of unknown age is asked of 2006, which alone has
 * weight-for-height.
 *
 * Returns: TV_STANDARD_2006 or TV_STANDARD_2007: whose tables are looked into
 */
TvStandard
tv_growth_standard_asked (const TvGrowthInput *input, TvStandard standard)
{
    if (standard == TV_STANDARD_2006 || standard == TV_STANDARD_2007)
        return standard;
    return find_months (input) >= 60 ? TV_STANDARD_2007 : TV_STANDARD_2006;
}

/**
 * tv_growth_score:
 * @input: a child on one day
 * @standard: TV_STANDARD_BY_AGE; or TV_STANDARD_2006 or TV_STANDARD_2007, and then no other
 *   table answers
 * @growth: (out caller-allocates): z-scores in hundredths, flags, and why one is missing
 *
 * z = ((value / M)^L - 1) / (L S) of the LMS method (T. J. Cole), beyond ±3 for what involves
 * weight in equal steps (WHO Child Growth Standards: Methods and development, 2006, chapter 7).
 * The z is rounded once, at the very end; flags, classes and rates are decided on that.
 */
void
tv_growth_score (const TvGrowthInput *input, TvStandard standard, TvGrowth *growth)
{
    growth->standard = TV_STANDARD_NONE;
    growth->is_standing_too_young = FALSE;
    if (tv_growth_standard_asked (input, standard) == TV_STANDARD_2006)
        score_2006 (input, growth);
    else
        score_2007 (input, growth);
}

/**
 * tv_growth_score_measurement:
 * @sex: of the child
 * @birth_date: of the child, or TV_DATE_NONE
 * @measurement: one measurement of the child
 * @growth: (out caller-allocates): z-scores by the standard of the child's age on that day
 */
void
tv_growth_score_measurement (TvSex sex, TvDate birth_date, const TvMeasurement *measurement,
                             TvGrowth *growth)
{
    gboolean has_age = birth_date != TV_DATE_NONE && measurement->date != TV_DATE_NONE;
    TvGrowthInput input = {
        .sex = sex,
        .age_days = has_age ? measurement->date - birth_date : NAN,
        .age_months = NAN,
        .weight_kg = measurement->weight_g > 0 ? measurement->weight_g / 1000.0 : NAN,
        .height_cm = measurement->height_mm > 0 ? measurement->height_mm / 10.0 : NAN,
        .position = measurement->position,
        .has_oedema = measurement->has_oedema,
    };

    tv_growth_score (&input, TV_STANDARD_BY_AGE, growth);
}

/**
 * tv_growth_centile:
 * @hundredths: a z-score, or TV_Z_NONE
 *
 * Returns: of 100 healthy children of that age and sex, how many are below; 0 to 100, NAN for no z
 */
double
tv_growth_centile (gint32 hundredths)
{
    return hundredths == TV_Z_NONE ? NAN : 50 * erfc (-hundredths / 100.0 / G_SQRT2);
}
