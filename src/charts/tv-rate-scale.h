/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/tv-chart-label.h"
#include "indicators/tv-rate.h"

G_BEGIN_DECLS

/* Where everything of the scale stands; belongs to the thread that made it. */
typedef struct {
    TvRect bar; /* the scale itself, from 0 to @last_percent */
    double last_percent;
    double rate_pt; /* x; NAN where nobody was measured */
    double lower_pt;
    double upper_pt;
    double target_pt;         /* x; NAN without a target */
    gboolean is_target_below; /* the good side is the left one */
    TvTone tone;
    GArray *labels; /* of TvChartLabel */
} TvRateScaleLayout;

TvRateScaleLayout *
tv_rate_scale_layout_new (const TvRate *rate, const TvTarget *target, double width_pt,
                          double height_pt, const TvTheme *theme);
void tv_rate_scale_layout_free (TvRateScaleLayout *self);
void tv_rate_scale_draw (const TvRate *rate, const TvTarget *target, cairo_t *cr, double width_pt,
                         double height_pt, const TvTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvRateScaleLayout, tv_rate_scale_layout_free)

G_END_DECLS
