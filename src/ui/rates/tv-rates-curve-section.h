/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/rates/tv-rates-section.h"

G_BEGIN_DECLS

/* The z-scores of the school or of a group over WHO's curve, and the same in a table whose lines
 * open their children. */
#define TV_TYPE_RATES_CURVE_SECTION (tv_rates_curve_section_get_type ())
G_DECLARE_FINAL_TYPE (TvRatesCurveSection, tv_rates_curve_section, TV, RATES_CURVE_SECTION,
                      GtkWidget)

GtkWidget *tv_rates_curve_section_new (void);

G_END_DECLS
