/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "workflows/tv-rate-history.h"

G_BEGIN_DECLS

/* Reads a round in every way the rates page can ask for, then the rounds that may be chosen next,
 * and keeps them, so that another choice is an answer and not a question to the book. Signals:
 * "arrived" (something is kept that was not), "failed" (GError *). */
#define TV_TYPE_RATES_LOADER (tv_rates_loader_get_type ())
G_DECLARE_FINAL_TYPE (TvRatesLoader, tv_rates_loader, TV, RATES_LOADER, GObject)

TvRatesLoader *tv_rates_loader_new (void);
void tv_rates_loader_start (TvRatesLoader *self, TvStore *store, const char *round_code,
                            const char *const *next_codes);
void tv_rates_loader_stop (TvRatesLoader *self);
void tv_rates_loader_forget (TvRatesLoader *self);
TvRates *
tv_rates_loader_want (TvRatesLoader *self, TvPopulation population, TvIntervalKind interval);
TvRateHistory *tv_rates_loader_get_history (TvRatesLoader *self);

G_END_DECLS
