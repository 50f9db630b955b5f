/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "growth/tv-growth.h"
#include "growth/tv-reference-table.h"

#include <math.h>

G_BEGIN_DECLS

#define TV_GROWTH_FIRST_STANDING_MONTH 9 /* the youngest who can be measured standing */
#define TV_GROWTH_FIRST_STANDING_DAY 731 /* tables are of length before, of height from here on */
#define TV_GROWTH_LYING_IS_LONGER_CM 0.7

/* What the scores need of a child, each worked out once. */
typedef struct {
    const TvGrowthInput *input;
    TvZReason age_reason; /* TV_Z_PRESENT where the standard knows such an age */
    double age_months;
    int age_day;        /* only of an age in the tables of 2006 */
    gboolean is_length; /* of an age whose tables are of length, not height */
    double height_cm;   /* as the table wants it: lying or standing */
    gboolean has_weight;
    gboolean has_height;
    gboolean is_standing_too_young; /* the position was passed over */
} TvGrowthChild;

/* Completed days; WHO counts a half day as a whole one. */
static inline int
tv_growth_child_round_day (double age_days)
{
    int whole = (int) age_days;

    return whole + (age_days - whole >= 0.5);
}

/* Length where the table is of length, height where it is of height. Nobody stands at eight months:
 * there the position is passed over, as if it had not been written down. */
static inline double
tv_growth_child_convert_height (double height_cm, gboolean is_length, TvPosition position,
                                gboolean is_too_young)
{
    static const double added_cm[2][3] = {
        { [TV_POSITION_RECUMBENT] = -TV_GROWTH_LYING_IS_LONGER_CM },
        { [TV_POSITION_STANDING] = TV_GROWTH_LYING_IS_LONGER_CM },
    };

    return is_too_young ? height_cm : height_cm + added_cm[is_length][position];
}

/* A weight or height of nothing is a value nobody measured. */
static inline gboolean
tv_growth_child_is_measured (double value)
{
    return value > 0 && value < HUGE_VAL;
}

static inline double
tv_growth_child_find_bmi (double weight_kg, double height_cm)
{
    return weight_kg * 10000 / (height_cm * height_cm);
}

/* A known age decides between the tables of length and of height, then the position as written
 * down; without either, 87 cm does. */
static inline TvTableId
tv_growth_child_choose_weight_for_height (const TvGrowthChild *child)
{
    gboolean is_length = child->is_length;

    if (child->age_reason != TV_Z_PRESENT)
        is_length = child->input->position == TV_POSITION_UNKNOWN
                        ? child->height_cm < 87
                        : child->input->position == TV_POSITION_RECUMBENT;
    return is_length ? TV_TABLE_WEIGHT_FOR_LENGTH_2006 : TV_TABLE_WEIGHT_FOR_HEIGHT_2006;
}

/* The row that judges this kind of a child who has all it takes; NULL for a height outside the
 * table. */
static G_ALWAYS_INLINE inline const TvLms *
tv_growth_child_find_row (const TvGrowthChild *child, TvStandard standard, TvZKind kind,
                          TvLms *between)
{
    static const TvTableId tables_2006[] = {
        [TV_Z_WEIGHT_FOR_AGE] = TV_TABLE_WEIGHT_FOR_AGE_2006,
        [TV_Z_HEIGHT_FOR_AGE] = TV_TABLE_HEIGHT_FOR_AGE_2006,
        [TV_Z_BMI_FOR_AGE] = TV_TABLE_BMI_FOR_AGE_2006,
    };
    static const TvTableId tables_2007[] = {
        [TV_Z_WEIGHT_FOR_AGE] = TV_TABLE_WEIGHT_FOR_AGE_2007,
        [TV_Z_HEIGHT_FOR_AGE] = TV_TABLE_HEIGHT_FOR_AGE_2007,
        [TV_Z_BMI_FOR_AGE] = TV_TABLE_BMI_FOR_AGE_2007,
    };
    TvSex sex = child->input->sex;

    if (kind == TV_Z_WEIGHT_FOR_HEIGHT)
        return tv_reference_table_find (tv_growth_child_choose_weight_for_height (child), sex,
                                        child->height_cm, between);
    if (standard == TV_STANDARD_2006)
        return tv_reference_table_day (tables_2006[kind], sex, child->age_day);
    return tv_reference_table_find (tables_2007[kind], sex, child->age_months, between);
}

double tv_growth_find_months (const TvGrowthInput *input);
void tv_growth_child_init (TvGrowthChild *child, const TvGrowthInput *input, TvStandard standard);
void tv_growth_child_find_reasons (const TvGrowthChild *child, TvStandard standard,
                                   TvZReason reasons[TV_Z_N_KINDS]);

G_END_DECLS
