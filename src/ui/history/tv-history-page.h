/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/shell/tv-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Everything that was done in the book, and by whom. */
#define TV_TYPE_HISTORY_PAGE (tv_history_page_get_type ())
G_DECLARE_FINAL_TYPE (TvHistoryPage, tv_history_page, TV, HISTORY_PAGE, GtkWidget)

GtkWidget *tv_history_page_new (TvWorkspace *workspace);

G_END_DECLS
