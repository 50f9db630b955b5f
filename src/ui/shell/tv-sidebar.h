/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

/* The left side of the window: whose book it is, which year and round, which pages.
 * Signal: "page-activated" (const char *code). */
#define TV_TYPE_SIDEBAR (tv_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (TvSidebar, tv_sidebar, TV, SIDEBAR, GtkBox)

void tv_sidebar_set_workspace (TvSidebar *self, TvWorkspace *workspace);
void tv_sidebar_select (TvSidebar *self, guint page_index);

G_END_DECLS
