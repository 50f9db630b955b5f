/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/shell/tv-workspace.h"
#include "workflows/tv-history.h"

G_BEGIN_DECLS

/* What of the history is to be seen: of which child, by whom, of which kind, on which days.
 * Signal: "changed": something else is to be seen. */
#define TV_TYPE_HISTORY_FILTER_BAR (tv_history_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (TvHistoryFilterBar, tv_history_filter_bar, TV, HISTORY_FILTER_BAR, GtkWidget)

void tv_history_filter_bar_set_workspace (TvHistoryFilterBar *self, TvWorkspace *workspace);
void tv_history_filter_bar_read_choices (TvHistoryFilterBar *self);
void tv_history_filter_bar_show_child (TvHistoryFilterBar *self, gint64 student_id);
void tv_history_filter_bar_focus_child (TvHistoryFilterBar *self);
const TvHistoryFilter *tv_history_filter_bar_get_filter (TvHistoryFilterBar *self);

G_END_DECLS
