/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicators/tv-overlap.h"
#include "indicators/tv-z-distribution.h"
#include "workflows/tv-rates.h"

G_BEGIN_DECLS

/* What else the children of a round say, by group: worked out from #TvRates, without the book. */

gboolean
tv_rates_is_in_group (const TvRates *self, const TvRateLine *line, const TvRateChild *child);
void tv_rates_count_overlap (const TvRates *self, const TvRateLine *group, TvOverlap *overlap);
GArray *tv_rates_list_part (const TvRates *self, const TvRateLine *group, guint forms);
GArray *tv_rates_list_with_any_form (const TvRates *self, const TvRateLine *group);
GArray *tv_rates_list_double_burden (const TvRates *self, const TvRateLine *group);
void tv_rates_distribute (const TvRates *self, const TvRateLine *group, TvZKind kind,
                          TvZDistribution *distribution);
GArray *
tv_rates_list_left_out (const TvRates *self, const TvIndicator *indicator, TvLeftOut reason);

G_END_DECLS
