/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "growth/tv-growth.h"

G_BEGIN_DECLS

/* What the x axis of a table counts. */
typedef enum {
    TV_AXIS_AGE_DAYS,
    TV_AXIS_AGE_MONTHS,
    TV_AXIS_HEIGHT_CM,
} TvGrowthAxis;

TvGrowthAxis tv_growth_curve_axis (TvStandard standard, TvZKind kind);
gboolean tv_growth_curve_range (TvStandard standard, TvZKind kind, TvPosition position,
                                double *first_x, double *last_x);
double tv_growth_curve_value (TvStandard standard, TvZKind kind, TvPosition position, TvSex sex,
                              double x, double z);
double tv_growth_curve_value_at_age (TvZKind kind, TvSex sex, double age_days, double z);

G_END_DECLS
