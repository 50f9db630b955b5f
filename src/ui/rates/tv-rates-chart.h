/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/rates/tv-rates-section.h"
#include "ui/widgets/tv-drawing-view.h"

G_BEGIN_DECLS

void tv_rates_chart_show (TvDrawingView *view, const TvRatesShown *shown);

G_END_DECLS
