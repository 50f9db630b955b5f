/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "workflows/tv-history.h"

G_BEGIN_DECLS

/* One change set in the list: what and when, about whom and by whom. */
#define TV_TYPE_HISTORY_ROW (tv_history_row_get_type ())
G_DECLARE_FINAL_TYPE (TvHistoryRow, tv_history_row, TV, HISTORY_ROW, GtkBox)

GtkWidget *tv_history_row_new (void);
void tv_history_row_show (TvHistoryRow *self, const TvHistoryLine *line);

G_END_DECLS
