/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/rates/tv-rates-section.h"

G_BEGIN_DECLS

/* How well the chosen round was measured: the whole of it, each class, whoever measured. */
#define TV_TYPE_RATES_QUALITY_SECTION (tv_rates_quality_section_get_type ())
G_DECLARE_FINAL_TYPE (TvRatesQualitySection, tv_rates_quality_section, TV, RATES_QUALITY_SECTION,
                      GtkWidget)

GtkWidget *tv_rates_quality_section_new (void);

G_END_DECLS
