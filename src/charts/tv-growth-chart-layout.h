/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/tv-chart-label.h"
#include "charts/tv-chart-mark.h"
#include "charts/tv-growth-chart-window.h"

G_BEGIN_DECLS

/* One of WHO's lines, between two steps. */
typedef struct {
    int z; /* -3 to 3 */
    TvSpot *spots;
    guint n_spots;
} TvGrowthLine;

/* The ground between two lines that mean the same. */
typedef struct {
    TvGrowthClass growth_class; /* TV_CLASS_NONE on the chart of z, where measures differ */
    TvTone tone;
    gboolean is_low; /* for the slant of the hatching */
    TvSpot *outline;
    guint n_spots;
    double end_top_pt; /* what it takes at its right end */
    double end_bottom_pt;
} TvGrowthZone;

/* A point of the chart where it is drawn. */
typedef struct {
    guint point; /* index in the chart */
    TvSpot spot;
    TvMark mark;
    TvTone tone;
    double radius_pt;
    gboolean is_hollow;
} TvGrowthMark;

typedef struct {
    TvSpot from;
    TvSpot to;
    gboolean is_leader; /* from a point to its words */
} TvGrowthJoint;

/* Where everything stands. Used for painting, for finding what lies under the pointer, and by
 * tests; belongs to the thread that made it. */
typedef struct {
    TvRect sheet;
    TvRect plot;
    TvGrowthWindow window;
    GArray *x_ticks;  /* of TvTick */
    GArray *y_ticks;  /* of TvTick */
    GPtrArray *lines; /* of TvGrowthLine */
    GPtrArray *zones; /* of TvGrowthZone */
    GArray *seams;    /* of double, pt */
    GArray *joints;   /* of TvGrowthJoint */
    GArray *marks;    /* of TvGrowthMark, in the order of the chart's points */
    GArray *labels;   /* of TvChartLabel */
} TvGrowthChartLayout;

TvGrowthChartLayout *tv_growth_chart_layout_new (const TvGrowthChart *chart, double width_pt,
                                                 double height_pt, const TvTheme *theme);
void tv_growth_chart_layout_free (TvGrowthChartLayout *self);
double tv_growth_chart_layout_x (const TvGrowthChartLayout *self, double x);
double tv_growth_chart_layout_y (const TvGrowthChartLayout *self, double y);
int tv_growth_chart_layout_find (const TvGrowthChartLayout *self, double x_pt, double y_pt,
                                 double reach_pt);
void tv_growth_chart_paint (const TvGrowthChartLayout *self, cairo_t *cr, const TvTheme *theme);

/* Steps of the layout, in files of their own. */
double tv_growth_chart_layout_words_width (const TvGrowthChart *chart, const TvTheme *theme,
                                           double most_pt);
void tv_growth_chart_layout_add_lines (TvGrowthChartLayout *self, const TvGrowthChart *chart,
                                       const TvTheme *theme, double words_pt);
void tv_growth_chart_layout_add_points (TvGrowthChartLayout *self, const TvGrowthChart *chart,
                                        const TvTheme *theme, double words_pt);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvGrowthChartLayout, tv_growth_chart_layout_free)

G_END_DECLS
