/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-store-round-rows.h"
#include "workflows/tv-rates.h"

G_BEGIN_DECLS

/* The counting behind tv-rates.h, without a record book. */

void tv_rates_count_children (TvRates *self, const TvRoundRows *rows, TvDate today);
void tv_rates_take_sessions (TvRates *self, GPtrArray *sessions);
void tv_rates_count_lines (TvRates *self, TvIntervalKind interval, GPtrArray *targets);
void tv_rate_line_free (TvRateLine *self);

/* As tv_rates_work_out(), within a reading or a change that goes on. */
TvRates *tv_rates_work_out_within (TvConnection *connection, const TvRatesQuery *query,
                                   TvDate today, GError **error);

G_END_DECLS
