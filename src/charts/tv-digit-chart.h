/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "charts/tv-theme.h"
#include "indicators/tv-measuring-quality.h"

G_BEGIN_DECLS

/* How often each last digit was written down, weight beside height. Never changes. */
typedef struct {
    TvDigitPattern weight;
    TvDigitPattern height;
} TvDigitChart;

TvDigitChart *tv_digit_chart_new (const TvDigitChart *values);
TvDigitChart *tv_digit_chart_ref (TvDigitChart *self);
void tv_digit_chart_unref (TvDigitChart *self);
char **tv_digit_chart_describe (const TvDigitChart *self);
char *tv_digit_chart_tell (const TvDigitChart *self, double x_pt, double y_pt, double width_pt,
                           double height_pt);
void tv_digit_chart_draw (const TvDigitChart *self, cairo_t *cr, double width_pt, double height_pt,
                          const TvTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvDigitChart, tv_digit_chart_unref)

G_END_DECLS
