/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/rates/tv-rates-section.h"

G_BEGIN_DECLS

/* The chosen indicator from round to round, and the same children in the chosen round and an
 * earlier one. */
#define TV_TYPE_RATES_CHANGE_SECTION (tv_rates_change_section_get_type ())
G_DECLARE_FINAL_TYPE (TvRatesChangeSection, tv_rates_change_section, TV, RATES_CHANGE_SECTION,
                      GtkWidget)

GtkWidget *tv_rates_change_section_new (void);

G_END_DECLS
