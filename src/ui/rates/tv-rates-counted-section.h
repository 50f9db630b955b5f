/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/rates/tv-rates-section.h"

G_BEGIN_DECLS

/* Who is in the denominator, who is not and why; and what completed months would make of it. */
#define TV_TYPE_RATES_COUNTED_SECTION (tv_rates_counted_section_get_type ())
G_DECLARE_FINAL_TYPE (TvRatesCountedSection, tv_rates_counted_section, TV, RATES_COUNTED_SECTION,
                      GtkWidget)

GtkWidget *tv_rates_counted_section_new (void);

G_END_DECLS
