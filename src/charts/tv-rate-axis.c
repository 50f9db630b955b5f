/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How far the axis of a drawing of rates reaches, and where the plan's target stands on it. */

#include "charts/tv-rate-axis.h"

#include "charts/tv-axis.h"

#include <math.h>

/* How many times the highest rate the axis may reach to hold intervals: those of small classes
 * would press all rates together. */
#define INTERVAL_REACH 2.5

/**
 * tv_target_percent:
 * @target: (nullable): what the plan asks
 *
 * Returns: the target on an axis of percent, NAN where it has no place there
 */
double
tv_target_percent (const TvTarget *target)
{
    if (!target || !target->has_value || g_strcmp0 (target->unit, "percent") != 0)
        return NAN;
    return (double) target->value_thousandths / 1000;
}

/**
 * tv_rate_axis_end:
 * @highest_percent: the highest rate shown
 * @highest_upper: the highest end of an interval shown
 * @target: (nullable): what the plan asks
 *
 * Returns: at which percent the axis ends
 */
double
tv_rate_axis_end (double highest_percent, double highest_upper, const TvTarget *target)
{
    double goal = tv_target_percent (target);
    double highest = MAX (highest_percent, isnan (goal) ? 0 : goal);
    double end = MAX (MIN (highest_upper, highest * INTERVAL_REACH), highest * 1.15);
    double step;

    end = CLAMP (end, 2, 100);
    step = tv_axis_nice_step (end, 5);
    return MIN (ceil (end / step - 1e-9) * step, 100);
}
