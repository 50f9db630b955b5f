/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

/* One change set, opened, with the button that takes it back. */
#define TV_TYPE_HISTORY_DETAIL (tv_history_detail_get_type ())
G_DECLARE_FINAL_TYPE (TvHistoryDetail, tv_history_detail, TV, HISTORY_DETAIL, GtkWidget)

void tv_history_detail_set_workspace (TvHistoryDetail *self, TvWorkspace *workspace);
void tv_history_detail_open (TvHistoryDetail *self, gint64 id);
void tv_history_detail_refresh (TvHistoryDetail *self);

G_END_DECLS
