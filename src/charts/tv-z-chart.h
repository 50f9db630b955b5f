/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "charts/tv-theme.h"
#include "indicators/tv-z-distribution.h"

G_BEGIN_DECLS

/* The z-scores of a group over WHO's curve. Never changes. */
typedef struct {
    char *title; /* (nullable) */
    TvZKind kind;
    TvStandard standard;
    TvZDistribution distribution;
} TvZChart;

TvZChart *tv_z_chart_new (const TvZChart *values);
TvZChart *tv_z_chart_ref (TvZChart *self);
void tv_z_chart_unref (TvZChart *self);
char **tv_z_chart_describe (const TvZChart *self);
char *
tv_z_chart_tell (const TvZChart *self, double x_pt, double y_pt, double width_pt, double height_pt);
void tv_z_chart_draw (const TvZChart *self, cairo_t *cr, double width_pt, double height_pt,
                      const TvTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvZChart, tv_z_chart_unref)

G_END_DECLS
