/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/shell/tv-workspace.h"
#include "workflows/tv-overview.h"

G_BEGIN_DECLS

/* One rate of the school: the count first, then what it says of the plan. */
#define TV_TYPE_RATE_CARD (tv_rate_card_get_type ())
G_DECLARE_FINAL_TYPE (TvRateCard, tv_rate_card, TV, RATE_CARD, GtkBox)

GtkWidget *tv_rate_card_new (TvWorkspace *workspace, TvOverview *overview, const TvRateLine *line);

G_END_DECLS
