/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/shell/tv-workspace.h"
#include "workflows/tv-child.h"

G_BEGIN_DECLS

/* The measurements of one child, the latest first, each with its ways to be corrected. */
#define TV_TYPE_VISIT_TABLE (tv_visit_table_get_type ())
G_DECLARE_FINAL_TYPE (TvVisitTable, tv_visit_table, TV, VISIT_TABLE, GtkWidget)

void tv_visit_table_set_workspace (TvVisitTable *self, TvWorkspace *workspace);
void tv_visit_table_show (TvVisitTable *self, TvChild *child);

G_END_DECLS
