/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/tv-growth-chart.h"
#include "charts/tv-rate-chart.h"
#include "charts/tv-surface.h"

G_BEGIN_DECLS

/* Made-up children, schools and pages for the tests of drawings. */

TvGrowthChart *tv_sample_growth_chart (TvMeasure measure, TvSex sex, int first_month,
                                       int last_month, int step_months, double z);
TvRateChart *tv_sample_rate_chart (guint n_groups);
cairo_surface_t *tv_sample_record (const TvGrowthChart *chart, double width_pt, double height_pt);
TvDrawing tv_sample_drawing (const TvGrowthChart *const *chart);

G_END_DECLS
