/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/rates/tv-rates-section.h"

G_BEGIN_DECLS

/* The rate by the exact day beside that by completed months, and the children who differ. */
#define TV_TYPE_RATES_MONTHS_VIEW (tv_rates_months_view_get_type ())
G_DECLARE_FINAL_TYPE (TvRatesMonthsView, tv_rates_months_view, TV, RATES_MONTHS_VIEW, GtkWidget)

void tv_rates_months_view_show (TvRatesMonthsView *self, const TvRatesShown *shown);

G_END_DECLS
