/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "charts/tv-theme.h"
#include "indicators/tv-rate.h"

G_BEGIN_DECLS

/* One round. */
typedef struct {
    char *name;  /* "Đợt 1 2026-2027" */
    TvDate day;  /* the round's first, TV_DATE_NONE unknown */
    TvRate all;  /* n is 0 where nobody was measured */
    TvRate same; /* of the children that are counted in the chosen round */
    gboolean is_chosen;
} TvTrendPoint;

/* One indicator from round to round, against the plan's target. Never changes. */
typedef struct {
    char *title;          /* (nullable) */
    TvTarget *target;     /* (nullable) */
    TvTrendPoint *points; /* the oldest first */
    guint n_points;
} TvTrendChart;

TvTrendChart *tv_trend_chart_new (const TvTrendChart *values);
TvTrendChart *tv_trend_chart_ref (TvTrendChart *self);
void tv_trend_chart_unref (TvTrendChart *self);
char **tv_trend_chart_describe (const TvTrendChart *self);
char *tv_trend_chart_tell (const TvTrendChart *self, double x_pt, double y_pt, double width_pt,
                           double height_pt);
void tv_trend_chart_draw (const TvTrendChart *self, cairo_t *cr, double width_pt, double height_pt,
                          const TvTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvTrendChart, tv_trend_chart_unref)

G_END_DECLS
