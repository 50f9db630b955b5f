/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/tv-chart-mark.h"
#include "charts/tv-percent-plot.h"
#include "charts/tv-trend-chart.h"

G_BEGIN_DECLS

/* Half the length of a key's piece of line. */
#define TV_TREND_KEY_REACH_PT 7

/* A round where it is drawn. */
typedef struct {
    TvRect column; /* from halfway to the round before to halfway to the next */
    double x_pt;
    double rate_pt; /* y, as are these; NAN where nobody was measured */
    double lower_pt;
    double upper_pt;
    double same_pt;     /* NAN where nobody of the chosen round was measured */
    gboolean is_beyond; /* the interval goes on over the plot */
    gboolean is_chosen;
    TvTone tone;
} TvTrendStop;

/* What stands at the right end, beside its words. */
typedef enum {
    TV_TREND_ALL,
    TV_TREND_SAME,
    TV_TREND_TARGET,
} TvTrendKeyKind;

#define TV_TREND_N_KEYS 3

typedef struct {
    TvTrendKeyKind kind;
    TvSpot spot;   /* the middle of a piece of its line */
    double end_pt; /* y at which the line itself ends */
} TvTrendKey;

/* Where everything stands; belongs to the thread that made it. */
typedef struct {
    TvRect sheet;
    TvPercentPlot plot;
    gboolean is_by_day; /* gaps between rounds are as long as the time between them */
    double mark_pt;     /* radius of a mark; smaller where rounds stand close */
    double ring_pt;     /* radius of the ring around the chosen one */
    GArray *stops;      /* of TvTrendStop, in the order of the chart's points */
    GArray *year_ends;  /* of double: x between two school years; none where there is no room */
    double target_pt;   /* y, NAN without a target */
    TvTrendKey keys[TV_TREND_N_KEYS];
    guint n_keys;
    GArray *labels; /* of TvChartLabel */
} TvTrendChartLayout;

TvTrendChartLayout *tv_trend_chart_layout_new (const TvTrendChart *chart, double width_pt,
                                               double height_pt, const TvTheme *theme);
void tv_trend_chart_layout_free (TvTrendChartLayout *self);
int tv_trend_chart_layout_find (const TvTrendChartLayout *self, double x_pt, double y_pt);
void tv_trend_add_names (TvTrendChartLayout *self, const TvTrendChart *chart, const TvTheme *theme);
void
tv_trend_add_values (TvTrendChartLayout *self, const TvTrendChart *chart, const TvTheme *theme);
void tv_trend_chart_paint (const TvTrendChartLayout *self, cairo_t *cr, const TvTheme *theme);
char *tv_trend_point_describe (const TvTrendPoint *point);
gboolean tv_trend_chart_has_same (const TvTrendChart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvTrendChartLayout, tv_trend_chart_layout_free)

G_END_DECLS
