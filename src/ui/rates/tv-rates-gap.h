/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-rate-history.h"

G_BEGIN_DECLS

/* Children who were counted in one of two rounds alone, and so cannot be compared. */
typedef struct {
    GArray *students; /* of gint64 */
    char *reasons;    /* why, each with how many, for people; empty where there are none */
} TvRatesGap;

void
tv_rates_gap_find_now_only (TvRatesGap *self, const TvRateRound *before, const TvRateRound *now,
                            TvPopulation population, TvIndicatorId indicator);
void
tv_rates_gap_find_then_only (TvRatesGap *self, const TvRateRound *before, const TvRateRound *now,
                             const TvRates *rates, const TvIndicator *indicator);
void tv_rates_gap_clear (TvRatesGap *self);

G_END_DECLS
