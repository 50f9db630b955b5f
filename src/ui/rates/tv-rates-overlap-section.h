/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/rates/tv-rates-section.h"

G_BEGIN_DECLS

/* Both countings of a group: each form by itself as the plan asks, and each child once. */
#define TV_TYPE_RATES_OVERLAP_SECTION (tv_rates_overlap_section_get_type ())
G_DECLARE_FINAL_TYPE (TvRatesOverlapSection, tv_rates_overlap_section, TV, RATES_OVERLAP_SECTION,
                      GtkWidget)

GtkWidget *tv_rates_overlap_section_new (void);

G_END_DECLS
