/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

/* Several children go to another class at once: who is ticked, where to, from which day on. */
#define TV_TYPE_MOVE_WINDOW (tv_move_window_get_type ())
G_DECLARE_FINAL_TYPE (TvMoveWindow, tv_move_window, TV, MOVE_WINDOW, AdwWindow)

void tv_move_window_present (TvWorkspace *workspace, GtkWindow *parent, GListModel *listed,
                             GPtrArray *classes);

G_END_DECLS
