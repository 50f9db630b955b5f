/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/rates/tv-rates-section.h"

G_BEGIN_DECLS

/* The same children in two rounds: what became of them in words, and in rows that open them. */
#define TV_TYPE_RATES_COMPARISON_VIEW (tv_rates_comparison_view_get_type ())
G_DECLARE_FINAL_TYPE (TvRatesComparisonView, tv_rates_comparison_view, TV, RATES_COMPARISON_VIEW,
                      GtkWidget)

GtkWidget *tv_rates_comparison_view_new (void);
void tv_rates_comparison_view_show (TvRatesComparisonView *self, const TvRatesShown *shown,
                                    const TvRateRound *before, const TvRateRound *now);

G_END_DECLS
