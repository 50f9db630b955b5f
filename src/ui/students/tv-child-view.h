/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/shell/tv-workspace.h"
#include "workflows/tv-child.h"

G_BEGIN_DECLS

/* One child: who it is, how it does, its growth and its measurements. */
#define TV_TYPE_CHILD_VIEW (tv_child_view_get_type ())
G_DECLARE_FINAL_TYPE (TvChildView, tv_child_view, TV, CHILD_VIEW, GtkWidget)

void tv_child_view_set_workspace (TvChildView *self, TvWorkspace *workspace);
void tv_child_view_show (TvChildView *self, TvChild *child, GPtrArray *classes);
TvChild *tv_child_view_get_child (TvChildView *self);

G_END_DECLS
