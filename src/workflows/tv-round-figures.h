/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-round.h"
#include "store/tv-change.h"
#include "workflows/tv-rates.h"

G_BEGIN_DECLS

/* The figures that were signed: they are kept, since a child's own details stay editable. */

void tv_round_figures_init_query (TvRatesQuery *query, const TvRound *round);
char *tv_round_figures_to_text (const TvRates *rates);
GPtrArray *tv_round_figures_compare (const char *text, const TvRates *rates);
gboolean
tv_round_figures_keep (TvChange *change, const TvRound *round, TvDate today, GError **error);

G_END_DECLS
