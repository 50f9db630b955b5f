/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What of a child goes into the tables: the age in the form that they have, the height lying or
 * standing, and why a score cannot be. */

#include "growth/tv-growth-child.h"

#include <math.h>

#define LAST_WEIGHT_MONTH_2007 120

static void
set_age (TvGrowthChild *child, TvStandard standard)
{
    const TvGrowthInput *input = child->input;
    double months = child->age_months;

    child->age_reason = isnan (months) ? TV_Z_NO_AGE : TV_Z_AGE_OUTSIDE;
    if (standard == TV_STANDARD_2006 && months >= 0 && months < 60) {
        child->age_day = tv_growth_child_round_day (
            isnan (input->age_days) ? months * TV_DAYS_PER_MONTH : input->age_days);
        child->is_length = child->age_day < TV_GROWTH_FIRST_STANDING_DAY;
        if (child->age_day <= TV_LAST_DAY_2006)
            child->age_reason = TV_Z_PRESENT;
    } else if (standard == TV_STANDARD_2007 && months >= 60 && months <= 228) {
        child->age_reason = TV_Z_PRESENT;
    }
}

static inline TvZReason
find_reason (const TvGrowthChild *child, TvZReason age_reason, gboolean uses_weight,
             gboolean uses_height)
{
    if (child->input->sex != TV_SEX_MALE && child->input->sex != TV_SEX_FEMALE)
        return TV_Z_NO_SEX;
    if (age_reason != TV_Z_PRESENT)
        return age_reason;
    if ((uses_weight && !child->has_weight) || (uses_height && !child->has_height))
        return TV_Z_NO_VALUE;
    return uses_weight && child->input->has_oedema ? TV_Z_OEDEMA : TV_Z_PRESENT;
}

/**
 * tv_growth_find_months:
 *
 * Returns: the age in months of 30.4375 days, unrounded; NAN if it is not known
 */
double
tv_growth_find_months (const TvGrowthInput *input)
{
    return isnan (input->age_days) ? input->age_months : input->age_days / TV_DAYS_PER_MONTH;
}

/**
 * tv_growth_child_init:
 * @child: (out caller-allocates): keeps @input, which has to outlive it
 * @standard: TV_STANDARD_2006 or TV_STANDARD_2007
 */
void
tv_growth_child_init (TvGrowthChild *child, const TvGrowthInput *input, TvStandard standard)
{
    gboolean is_2006 = standard == TV_STANDARD_2006;

    *child = (TvGrowthChild){ .input = input, .height_cm = input->height_cm };
    child->age_months = tv_growth_find_months (input);
    set_age (child, standard);
    child->is_standing_too_young = is_2006 && input->position == TV_POSITION_STANDING
                                   && child->age_months < TV_GROWTH_FIRST_STANDING_MONTH;
    if (is_2006 && child->age_reason != TV_Z_NO_AGE)
        child->height_cm = tv_growth_child_convert_height (
            input->height_cm, child->is_length, input->position, child->is_standing_too_young);
    child->has_weight = tv_growth_child_is_measured (input->weight_kg);
    child->has_height = input->height_cm > 0 && tv_growth_child_is_measured (child->height_cm);
}

/**
 * tv_growth_child_find_reasons:
 * @reasons: (out caller-allocates): by TvZKind, why there is no z as far as the child is
 *   concerned; whether weight-for-height has such a height, the table knows
 */
void
tv_growth_child_find_reasons (const TvGrowthChild *child, TvStandard standard,
                              TvZReason reasons[TV_Z_N_KINDS])
{
    TvZReason age = child->age_reason, weight_age = age;

    if (standard == TV_STANDARD_2007 && child->age_months > LAST_WEIGHT_MONTH_2007)
        weight_age = TV_Z_AGE_OUTSIDE;
    reasons[TV_Z_WEIGHT_FOR_AGE] = find_reason (child, weight_age, TRUE, FALSE);
    reasons[TV_Z_HEIGHT_FOR_AGE] = find_reason (child, age, FALSE, TRUE);
    reasons[TV_Z_BMI_FOR_AGE] = find_reason (child, age, TRUE, TRUE);
    reasons[TV_Z_WEIGHT_FOR_HEIGHT]
        = standard == TV_STANDARD_2007
              ? TV_Z_NOT_DEFINED
              : find_reason (child, age == TV_Z_NO_AGE ? TV_Z_PRESENT : age, TRUE, TRUE);
}
