/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/tv-digit-chart.h"
#include "charts/tv-trend-chart.h"
#include "charts/tv-z-chart.h"

G_BEGIN_DECLS

/* Made-up groups, rounds and last digits for the tests of drawings. */

TvZChart *tv_sample_z_chart (TvZKind kind, TvStandard standard, guint n, double mean, double sd);
TvTrendChart *tv_sample_trend_chart (guint n_rounds, guint chosen);
TvDigitChart *tv_sample_digit_chart (guint n, guint percent_of_zeros);

G_END_DECLS
