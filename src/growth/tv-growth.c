/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The z-scores of a child: WHO's Child Growth Standards (2006) and Growth Reference (2007), as
 * WHO's R packages anthro and anthroplus work them out. docs/METHODS.md tells the rules; the
 * order of steps here is theirs, because rounding depends on it. */

#include "growth/tv-growth.h"

#include "growth/tv-growth-child.h"
#include "growth/tv-lms-four.h"

#include <math.h>

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

static inline void
set_score (TvGrowth *growth, TvZKind kind, TvZReason reason, gint32 hundredths)
{
    gboolean is_present = reason == TV_Z_PRESENT;
    gboolean is_beyond = hundredths < limits[kind].low || hundredths > limits[kind].high;

    growth->z[kind].reason = reason;
    growth->z[kind].hundredths = is_present ? hundredths : TV_Z_NONE;
    growth->z[kind].is_flagged = is_present && is_beyond;
}

static G_ALWAYS_INLINE inline void
score_rows (const TvLms *const rows[TV_Z_N_KINDS], double weight_for_age, double height_for_age,
            double weight_for_height, double bmi_for_age, const TvZReason reasons[TV_Z_N_KINDS],
            TvGrowth *growth)
{
    const double values[] = { weight_for_age, height_for_age, weight_for_height, bmi_for_age };
    gint32 hundredths[TV_Z_N_KINDS];

    tv_lms_score_four (rows, values, hundredths);
    for (TvZKind kind = 0; kind < TV_Z_N_KINDS; kind++)
        set_score (growth, kind, reasons[kind], hundredths[kind]);
}

/* Nearly every child is under five, of an age in days, and known in full; then there is nothing
 * to ask but whether weight-for-height has such a height. The rest of this file would say the
 * same, in twice the time. */
static G_ALWAYS_INLINE inline gboolean
score_usual (const TvGrowthInput *input, TvGrowth *growth)
{
    double weight_kg = input->weight_kg, height_cm = input->height_cm;
    TvZReason reasons[TV_Z_N_KINDS] = { TV_Z_PRESENT };
    const TvLms *rows[TV_Z_N_KINDS];
    TvGrowthChild child = { .input = input, .age_reason = TV_Z_PRESENT };
    TvLms between;

    if (!(input->age_days >= 0 && input->age_days <= TV_LAST_DAY_2006
          && tv_growth_child_is_measured (weight_kg)
          && tv_growth_child_is_measured (height_cm - TV_GROWTH_LYING_IS_LONGER_CM))
        || input->sex == TV_SEX_UNKNOWN || input->has_oedema)
        return FALSE;
    child.age_day = tv_growth_child_round_day (input->age_days);
    child.is_length = child.age_day < TV_GROWTH_FIRST_STANDING_DAY;
    growth->is_standing_too_young
        = (input->position == TV_POSITION_STANDING)
          & (input->age_days < TV_GROWTH_FIRST_STANDING_MONTH * TV_DAYS_PER_MONTH);
    height_cm = tv_growth_child_convert_height (height_cm, child.is_length, input->position,
                                                growth->is_standing_too_young);
    child.height_cm = height_cm;
    for (TvZKind kind = 0; kind < TV_Z_N_KINDS; kind++)
        rows[kind] = tv_growth_child_find_row (&child, TV_STANDARD_2006, kind, &between);
    if (!rows[TV_Z_WEIGHT_FOR_HEIGHT]) {
        reasons[TV_Z_WEIGHT_FOR_HEIGHT] = TV_Z_HEIGHT_OUTSIDE;
        rows[TV_Z_WEIGHT_FOR_HEIGHT] = rows[TV_Z_WEIGHT_FOR_AGE];
    }
    score_rows (rows, weight_kg, height_cm, weight_kg,
                tv_growth_child_find_bmi (weight_kg, height_cm), reasons, growth);
    growth->standard = TV_STANDARD_2006;
    growth->lacks_weight = growth->lacks_height = FALSE;
    return TRUE;
}

/* What cannot be judged is scored as 1 of 1, and passed over. */
static void
score_each (const TvGrowthInput *input, TvStandard standard, TvGrowth *growth)
{
    static const TvLms one = { 1, 1, 1 };
    double weight_kg = input->weight_kg;
    const TvLms *rows[TV_Z_N_KINDS];
    TvLms between[TV_Z_N_KINDS];
    TvZReason reasons[TV_Z_N_KINDS];
    double values[TV_Z_N_KINDS];
    TvGrowthChild child;

    tv_growth_child_init (&child, input, standard);
    tv_growth_child_find_reasons (&child, standard, reasons);
    values[TV_Z_WEIGHT_FOR_AGE] = values[TV_Z_WEIGHT_FOR_HEIGHT] = weight_kg;
    values[TV_Z_HEIGHT_FOR_AGE] = child.height_cm;
    values[TV_Z_BMI_FOR_AGE] = tv_growth_child_find_bmi (weight_kg, child.height_cm);
    growth->is_standing_too_young = child.is_standing_too_young;
    growth->lacks_weight = !child.has_weight;
    growth->lacks_height = !child.has_height;
    growth->standard = TV_STANDARD_NONE;
    for (TvZKind kind = 0; kind < TV_Z_N_KINDS; kind++) {
        rows[kind] = reasons[kind] == TV_Z_PRESENT
                         ? tv_growth_child_find_row (&child, standard, kind, &between[kind])
                         : NULL;
        if (rows[kind]) {
            growth->standard = standard;
            continue;
        }
        if (reasons[kind] == TV_Z_PRESENT)
            reasons[kind] = TV_Z_HEIGHT_OUTSIDE;
        rows[kind] = &one;
        values[kind] = 1;
    }
    score_rows (rows, values[0], values[1], values[2], values[3], reasons, growth);
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
    return tv_growth_find_months (input) >= 60 ? TV_STANDARD_2007 : TV_STANDARD_2006;
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
TV_FOR_EACH_PROCESSOR
void
tv_growth_score (const TvGrowthInput *input, TvStandard standard, TvGrowth *growth)
{
    if (standard == TV_STANDARD_2007 || !score_usual (input, growth))
        score_each (input, tv_growth_standard_asked (input, standard), growth);
}

/**
 * tv_growth_input_of_measurement:
 * @sex: of the child
 * @birth_date: of the child, or TV_DATE_NONE
 * @measurement: one measurement of the child
 *
 * Returns: what tv_growth_score() asks for
 */
TvGrowthInput
tv_growth_input_of_measurement (TvSex sex, TvDate birth_date, const TvMeasurement *measurement)
{
    gboolean has_age = birth_date != TV_DATE_NONE && measurement->date != TV_DATE_NONE;

    return (TvGrowthInput){
        .sex = sex,
        .age_days = has_age ? measurement->date - birth_date : NAN,
        .age_months = NAN,
        .weight_kg = measurement->weight_g > 0 ? measurement->weight_g / 1000.0 : NAN,
        .height_cm = measurement->height_mm > 0 ? measurement->height_mm / 10.0 : NAN,
        .position = measurement->position,
        .has_oedema = measurement->has_oedema,
    };
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
    TvGrowthInput input = tv_growth_input_of_measurement (sex, birth_date, measurement);

    tv_growth_score (&input, TV_STANDARD_BY_AGE, growth);
}

/**
 * tv_growth_limits:
 * @kind: one of the z-scores
 * @low: (out): WHO's lower limit of plausibility in hundredths, itself still plausible
 * @high: (out): the upper one
 */
void
tv_growth_limits (TvZKind kind, gint32 *low, gint32 *high)
{
    *low = limits[kind].low;
    *high = limits[kind].high;
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
