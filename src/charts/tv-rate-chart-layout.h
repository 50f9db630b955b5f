/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/tv-chart-label.h"
#include "charts/tv-rate-chart.h"

G_BEGIN_DECLS

/* A group where it is drawn. */
typedef struct {
    TvRect row; /* the whole stripe, names and numbers too */
    double middle_pt;
    double rate_pt; /* x; no meaning where nobody was measured */
    double lower_pt;
    double upper_pt;
    gboolean has_rate;
    gboolean is_beyond; /* the interval goes on past the plot */
    gboolean is_whole;
    TvTone tone;
} TvRateBar;

/* Where everything stands; belongs to the thread that made it. */
typedef struct {
    TvRect sheet;
    TvRect plot;
    double last_percent; /* at the right end; the left one is 0 */
    GArray *ticks;       /* of TvTick */
    GArray *bars;        /* of TvRateBar, in the order of the chart's rows */
    double target_pt;    /* x, NAN without a target */
    GArray *labels;      /* of TvChartLabel */
} TvRateChartLayout;

TvRateChartLayout *tv_rate_chart_layout_new (const TvRateChart *chart, double width_pt,
                                             double height_pt, const TvTheme *theme);
void tv_rate_chart_layout_free (TvRateChartLayout *self);
int tv_rate_chart_layout_find (const TvRateChartLayout *self, double x_pt, double y_pt);
void tv_rate_chart_paint (const TvRateChartLayout *self, cairo_t *cr, const TvTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvRateChartLayout, tv_rate_chart_layout_free)

G_END_DECLS
