/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/shell/tv-workspace.h"
#include "workflows/tv-history.h"

G_BEGIN_DECLS

/* The change sets that a filter lets pass, the newest first, read as far as somebody looks.
 * Signal: "chosen" (gint64 id): one is to be opened, 0: none is chosen any more. */
#define TV_TYPE_HISTORY_LIST (tv_history_list_get_type ())
G_DECLARE_FINAL_TYPE (TvHistoryList, tv_history_list, TV, HISTORY_LIST, GtkWidget)

void tv_history_list_set_workspace (TvHistoryList *self, TvWorkspace *workspace);
void tv_history_list_set_filter (TvHistoryList *self, const TvHistoryFilter *filter);
void tv_history_list_refresh (TvHistoryList *self);
guint tv_history_list_count (TvHistoryList *self);

G_END_DECLS
