/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/shell/tv-workspace.h"
#include "workflows/tv-child.h"

G_BEGIN_DECLS

/* A child's growth chart, one measure at a time. */
#define TV_TYPE_GROWTH_VIEW (tv_growth_view_get_type ())
G_DECLARE_FINAL_TYPE (TvGrowthView, tv_growth_view, TV, GROWTH_VIEW, GtkWidget)

void tv_growth_view_set_workspace (TvGrowthView *self, TvWorkspace *workspace);
void tv_growth_view_show (TvGrowthView *self, TvChild *child);

G_END_DECLS
