/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/rates/tv-rates-section.h"

G_BEGIN_DECLS

/* The lines of one indicator. Signals: "line-wanted" and "why-wanted" (guint position): a row was
 * activated, or its button was. */
#define TV_TYPE_RATES_TABLE (tv_rates_table_get_type ())
G_DECLARE_FINAL_TYPE (TvRatesTable, tv_rates_table, TV, RATES_TABLE, GtkWidget)

void tv_rates_table_show (TvRatesTable *self, const TvRatesShown *shown);
const TvRateLine *tv_rates_table_get_line (TvRatesTable *self, guint position);
guint tv_rates_table_get_n_lines (TvRatesTable *self);

G_END_DECLS
