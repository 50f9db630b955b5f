/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-rates.h"

G_BEGIN_DECLS

/* How many rounds are kept; of 3,000 children each takes about 2 MB for both ages. */
#define TV_RATES_KEPT_ROUNDS 12

/* The rates of some rounds, so that choosing one of them reads nothing. A round is named by its
 * code; %NULL is the latest. */
typedef struct _TvRatesKept TvRatesKept;

TvRatesKept *tv_rates_kept_new (void);
void tv_rates_kept_free (TvRatesKept *self);
void tv_rates_kept_use (TvRatesKept *self, const char *round_code);
void tv_rates_kept_put (TvRatesKept *self, const char *round_code, TvRates *rates);
TvRates *tv_rates_kept_find (TvRatesKept *self, const char *round_code, TvPopulation population,
                             TvIntervalKind interval);
void tv_rates_kept_forget (TvRatesKept *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvRatesKept, tv_rates_kept_free)

G_END_DECLS
