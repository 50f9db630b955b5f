/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/tv-chart-bar.h"
#include "charts/tv-digit-chart.h"
#include "charts/tv-percent-plot.h"

G_BEGIN_DECLS

#define TV_N_DIGITS 10

typedef enum {
    TV_DIGIT_WEIGHT,
    TV_DIGIT_HEIGHT,
} TvDigitMeasure;

#define TV_DIGIT_N_MEASURES 2

const TvDigitPattern *tv_digit_chart_pattern (const TvDigitChart *self, TvDigitMeasure measure);
double tv_digit_band (const TvDigitPattern *pattern);
const char *tv_digit_verdict (const TvDigitPattern *pattern);
char *tv_digit_describe (const TvDigitPattern *pattern, TvDigitMeasure measure, guint digit);

/* One of the two halves. */
typedef struct {
    TvPercentPlot plot;
    TvRect columns[TV_N_DIGITS]; /* the whole height of the plot */
    TvChartBar bars[TV_N_DIGITS];
    double even_pt; /* y of 10 % */
    TvRect band;    /* what chance leaves; without height where there is nothing to judge */
} TvDigitPanel;

/* Where everything stands; belongs to the thread that made it. */
typedef struct {
    TvRect sheet;
    gboolean is_stacked;                      /* weight over height, not beside it */
    TvDigitPanel panels[TV_DIGIT_N_MEASURES]; /* by TvDigitMeasure */
    GArray *labels;                           /* of TvChartLabel */
} TvDigitChartLayout;

TvDigitChartLayout *tv_digit_chart_layout_new (const TvDigitChart *chart, double width_pt,
                                               double height_pt, const TvTheme *theme);
void tv_digit_chart_layout_free (TvDigitChartLayout *self);
gboolean tv_digit_chart_layout_find (const TvDigitChartLayout *self, double x_pt, double y_pt,
                                     TvDigitMeasure *measure, guint *digit);
void tv_digit_chart_paint (const TvDigitChartLayout *self, cairo_t *cr, const TvTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvDigitChartLayout, tv_digit_chart_layout_free)

G_END_DECLS
