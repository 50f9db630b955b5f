/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/tv-chart-label.h"

G_BEGIN_DECLS

/* The smallest letters that everybody can read on paper. */
#define TV_SMALLEST_LETTERS_PT 8

/* A plot whose height is percent from 0 up. */
typedef struct {
    TvRect box;
    double last_percent; /* at the top */
    GArray *ticks;       /* of TvTick, from 0 up; positions are y */
} TvPercentPlot;

TvTextStyle tv_small_style (const TvTheme *theme);
double tv_line_height (const TvTextStyle *style);
double tv_percent_plot_gutter (double last_percent, const TvTheme *theme);
void tv_percent_plot_init (TvPercentPlot *self, const TvRect *box, double last_percent,
                           const TvTheme *theme, GArray *labels);
void tv_percent_plot_clear (TvPercentPlot *self);
double tv_percent_plot_y (const TvPercentPlot *self, double percent);
void tv_percent_plot_paint_grid (const TvPercentPlot *self, cairo_t *cr, const TvTheme *theme);
void tv_percent_plot_paint_frame (const TvPercentPlot *self, cairo_t *cr, const TvTheme *theme);

G_END_DECLS
