/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

/* Rates of one indicator: chart, table, and the children behind every number. */
#define TV_TYPE_RATES_PAGE (tv_rates_page_get_type ())
G_DECLARE_FINAL_TYPE (TvRatesPage, tv_rates_page, TV, RATES_PAGE, GtkWidget)

GtkWidget *tv_rates_page_new (TvWorkspace *workspace);

G_END_DECLS
