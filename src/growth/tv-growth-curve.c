/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* WHO's tables the other way round: which height or weight stands at a given z, for the lines of
 * a chart and for cut-offs in words. */

#include "growth/tv-growth-curve.h"

#include "growth/tv-reference-table.h"

#include <math.h>

/* Weight-for-age stops earlier, and 2006 counts its heights by position. */
static gboolean
choose_table (TvStandard standard, TvZKind kind, TvPosition position, TvTableId *id)
{
    static const TvTableId tables_2006[] = {
        [TV_Z_WEIGHT_FOR_AGE] = TV_TABLE_WEIGHT_FOR_AGE_2006,
        [TV_Z_HEIGHT_FOR_AGE] = TV_TABLE_HEIGHT_FOR_AGE_2006,
        [TV_Z_WEIGHT_FOR_HEIGHT] = TV_TABLE_WEIGHT_FOR_HEIGHT_2006,
        [TV_Z_BMI_FOR_AGE] = TV_TABLE_BMI_FOR_AGE_2006,
    };
    static const TvTableId tables_2007[] = {
        [TV_Z_WEIGHT_FOR_AGE] = TV_TABLE_WEIGHT_FOR_AGE_2007,
        [TV_Z_HEIGHT_FOR_AGE] = TV_TABLE_HEIGHT_FOR_AGE_2007,
        [TV_Z_BMI_FOR_AGE] = TV_TABLE_BMI_FOR_AGE_2007,
    };

    if (standard == TV_STANDARD_2006)
        *id = kind == TV_Z_WEIGHT_FOR_HEIGHT && position == TV_POSITION_RECUMBENT
                  ? TV_TABLE_WEIGHT_FOR_LENGTH_2006
                  : tables_2006[kind];
    else if (standard == TV_STANDARD_2007 && kind != TV_Z_WEIGHT_FOR_HEIGHT)
        *id = tables_2007[kind];
    else
        return FALSE;
    return TRUE;
}

/* Beyond three standard deviations in steps as wide as the last one inside. */
static double
value_at (const TvLms *lms, double z)
{
    double edge = z > 0 ? 3 : -3;
    double at_edge;

    if (fabs (z) <= 3)
        return tv_lms_value (lms, z);
    at_edge = tv_lms_value (lms, edge);
    return at_edge + fabs (z - edge) * (at_edge - tv_lms_value (lms, edge * 2 / 3));
}

/**
 * tv_growth_curve_axis:
 *
 * Returns: what the x of this table counts
 */
TvGrowthAxis
tv_growth_curve_axis (TvStandard standard, TvZKind kind)
{
    if (kind == TV_Z_WEIGHT_FOR_HEIGHT)
        return TV_AXIS_HEIGHT_CM;
    return standard == TV_STANDARD_2007 ? TV_AXIS_AGE_MONTHS : TV_AXIS_AGE_DAYS;
}

/**
 * tv_growth_curve_range:
 * @standard: TV_STANDARD_2006 or TV_STANDARD_2007
 * @position: of weight-for-height alone: the table of length if lying, else that of height
 * @first_x: (out): days, months or cm
 * @last_x: (out): the same
 *
 * Returns: whether there is such a table
 */
gboolean
tv_growth_curve_range (TvStandard standard, TvZKind kind, TvPosition position, double *first_x,
                       double *last_x)
{
    TvTableId id;

    if (!choose_table (standard, kind, position, &id))
        return FALSE;
    *first_x = tv_reference_tables[id].first_x;
    *last_x = tv_reference_tables[id].last_x;
    return TRUE;
}

/**
 * tv_growth_curve_value:
 * @standard: TV_STANDARD_2006 or TV_STANDARD_2007
 * @position: of weight-for-height alone: the table of length if lying, else that of height
 * @x: days (the row of the nearest one answers, a half day up), months or cm
 * @z: how many standard deviations from the median
 *
 * The inverse of tv_growth_score(), tails beyond ±3 included.
 *
 * Returns: kg, cm or kg/m² at @z; NAN for an unknown sex and outside the table
 */
double
tv_growth_curve_value (TvStandard standard, TvZKind kind, TvPosition position, TvSex sex, double x,
                       double z)
{
    const TvLms *lms;
    TvTableId id;
    TvLms between;

    if (sex == TV_SEX_UNKNOWN || !choose_table (standard, kind, position, &id))
        return NAN;
    if (tv_growth_curve_axis (standard, kind) == TV_AXIS_AGE_DAYS)
        x = floor (x + 0.5);
    lms = tv_reference_table_find (id, sex, x, &between);
    return lms ? value_at (lms, z) : NAN;
}

/**
 * tv_growth_curve_value_at_age:
 * @age_days: completed days, may have a fraction
 * @z: how many standard deviations from the median
 *
 * Returns: kg, cm or kg/m² at @z by the standard of that age; NAN outside it, for an unknown sex
 *   and for weight-for-height, which has no age
 */
double
tv_growth_curve_value_at_age (TvZKind kind, TvSex sex, double age_days, double z)
{
    if (kind == TV_Z_WEIGHT_FOR_HEIGHT)
        return NAN;
    if (floor (age_days + 0.5) <= TV_LAST_DAY_2006)
        return tv_growth_curve_value (TV_STANDARD_2006, kind, TV_POSITION_UNKNOWN, sex, age_days,
                                      z);
    return tv_growth_curve_value (TV_STANDARD_2007, kind, TV_POSITION_UNKNOWN, sex,
                                  age_days / TV_DAYS_PER_MONTH, z);
}
