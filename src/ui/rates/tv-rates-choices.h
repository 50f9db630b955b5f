/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "workflows/tv-rates.h"

G_BEGIN_DECLS

void tv_rates_choices_fill (GtkDropDown *populations, GtkDropDown *splits);
TvSplit tv_rates_choices_get_split (GtkDropDown *splits);
void tv_rates_choices_fill_indicators (GtkDropDown *indicators, const TvRates *rates,
                                       TvIndicatorId chosen);
const TvIndicator *tv_rates_choices_get_indicator (GtkDropDown *indicators, const TvRates *rates);

G_END_DECLS
