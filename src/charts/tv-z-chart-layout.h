/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/tv-chart-bar.h"
#include "charts/tv-percent-plot.h"
#include "charts/tv-z-chart.h"

G_BEGIN_DECLS

/* The cut-offs part the axis into at most this many zones. */
#define TV_Z_MOST_ZONES 4

/* A stretch of z between two cut-offs. Its ends are edges of bins: a z on its lower end is in it.
 */
typedef struct {
    gint32 from; /* hundredths */
    gint32 to;
    const char *word; /* what a child in it is called, "" where WHO has no word */
    TvTone tone;
    TvSlant slant;
    gboolean is_first; /* has no end at its left */
    gboolean is_last;
} TvZZone;

guint tv_z_zones (TvStandard standard, TvZKind kind, TvZZone zones[TV_Z_MOST_ZONES]);
guint tv_z_zone_count (const TvZZone *zone, const TvZDistribution *distribution);
double tv_z_zone_expected_percent (const TvZZone *zone);
char *tv_z_bin_describe (const TvZChart *chart, guint bin);

/* A bin where it is drawn. */
typedef struct {
    guint bin;
    TvRect column; /* the whole height of the plot */
    TvChartBar bar;
} TvZColumn;

/* Where everything stands; belongs to the thread that made it. */
typedef struct {
    TvRect sheet;
    TvPercentPlot plot;
    int first_sd; /* at the left end, whole */
    int last_sd;
    GArray *x_ticks; /* of TvTick */
    TvZZone zones[TV_Z_MOST_ZONES];
    guint n_zones;
    TvRect grounds[TV_Z_MOST_ZONES]; /* of the zones */
    GArray *columns;                 /* of TvZColumn, from left to right */
    TvSpot *curve;                   /* WHO's */
    guint n_spots;
    double zero_pt;  /* x of WHO's mean */
    double mean_pt;  /* x of the group's, NAN where there is nobody */
    TvSpot key_from; /* a piece of WHO's line beside its words */
    TvSpot key_to;
    GArray *labels; /* of TvChartLabel */
} TvZChartLayout;

TvZChartLayout *tv_z_chart_layout_new (const TvZChart *chart, double width_pt, double height_pt,
                                       const TvTheme *theme);
void tv_z_chart_layout_free (TvZChartLayout *self);
int tv_z_chart_layout_find (const TvZChartLayout *self, double x_pt, double y_pt);
double tv_z_chart_x (const TvZChartLayout *self, double z);
double tv_z_words_height (const TvZChartLayout *self, const TvZDistribution *distribution,
                          const TvTheme *theme);
void tv_z_add_zone_words (TvZChartLayout *self, const TvZDistribution *distribution, double top_pt,
                          const TvTheme *theme);
void
tv_z_add_means (TvZChartLayout *self, const TvZDistribution *distribution, const TvTheme *theme);
void tv_z_chart_paint (const TvZChartLayout *self, cairo_t *cr, const TvTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvZChartLayout, tv_z_chart_layout_free)

G_END_DECLS
