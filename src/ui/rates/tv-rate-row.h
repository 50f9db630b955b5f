/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "workflows/tv-rates.h"

G_BEGIN_DECLS

/* One line of the rates table as texts: properties "group", "count", "percent", "interval". */
#define TV_TYPE_RATE_ROW (tv_rate_row_get_type ())
G_DECLARE_FINAL_TYPE (TvRateRow, tv_rate_row, TV, RATE_ROW, GObject)

TvRateRow *tv_rate_row_new (TvRates *rates, const TvRateLine *line);
void tv_rate_row_set (TvRateRow *self, TvRates *rates, const TvRateLine *line);
const TvRateLine *tv_rate_row_get_line (TvRateRow *self);

G_END_DECLS
