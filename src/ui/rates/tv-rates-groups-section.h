/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/rates/tv-rates-section.h"

G_BEGIN_DECLS

/* The chosen indicator: what is said of the whole school, then its groups as chart and table. */
#define TV_TYPE_RATES_GROUPS_SECTION (tv_rates_groups_section_get_type ())
G_DECLARE_FINAL_TYPE (TvRatesGroupsSection, tv_rates_groups_section, TV, RATES_GROUPS_SECTION,
                      GtkWidget)

GtkWidget *tv_rates_groups_section_new (void);

G_END_DECLS
