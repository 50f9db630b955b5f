/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "charts/tv-theme.h"
#include "indicators/tv-rate.h"

G_BEGIN_DECLS

/* One group of children: the whole school, a grade, a class. */
typedef struct {
    char *group;
    TvRate rate;
    gboolean is_whole; /* what the target is asked of; stands apart from its parts */
} TvRateChartRow;

/* One indicator in several groups, against the plan's target. Never changes. */
typedef struct {
    char *title;      /* (nullable) */
    char *subtitle;   /* (nullable) */
    TvTarget *target; /* (nullable) */
    TvRateChartRow *rows;
    guint n_rows;
} TvRateChart;

TvRateChart *tv_rate_chart_new (const TvRateChart *values);
TvRateChart *tv_rate_chart_ref (TvRateChart *self);
void tv_rate_chart_unref (TvRateChart *self);
char *tv_rate_chart_row_describe (const TvRateChartRow *row);
char **tv_rate_chart_describe (const TvRateChart *self);
double tv_rate_chart_natural_height (const TvRateChart *self, const TvTheme *theme);
void tv_rate_chart_draw (const TvRateChart *self, cairo_t *cr, double width_pt, double height_pt,
                         const TvTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvRateChart, tv_rate_chart_unref)

G_END_DECLS
