/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/tv-growth-chart.h"

G_BEGIN_DECLS

/* What part of the world a chart shows; x in days, or in cm of weight-for-height. */
typedef struct {
    double first_x;
    double last_x;
    double first_y;
    double last_y;
    double step_y; /* from number to number */
} TvGrowthWindow;

/* A stretch of x in which WHO's lines run on without a step. */
typedef struct {
    TvStandard standard;
    TvPosition position;
    double first_x;
    double last_x;
} TvGrowthPiece;

#define TV_GROWTH_MAX_PIECES 3

/* The lines drawn: -3 to +3. */
#define TV_GROWTH_N_LINES 7
#define TV_GROWTH_LINE_Z(i) ((int) (i) -3)

guint tv_growth_pieces (const TvGrowthChart *chart, double first_x, double last_x,
                        TvGrowthPiece pieces[TV_GROWTH_MAX_PIECES]);
double
tv_growth_piece_value (const TvGrowthChart *chart, const TvGrowthPiece *piece, double x, double z);
TvGrowthWindow tv_growth_window_choose (const TvGrowthChart *chart, double plot_height_pt);
double tv_growth_point_x (const TvGrowthChart *chart, const TvGrowthPoint *point);
double tv_growth_point_y (const TvGrowthChart *chart, const TvGrowthPoint *point);

G_END_DECLS
