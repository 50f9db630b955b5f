/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/shell/tv-workspace.h"
#include "workflows/tv-round-progress.h"

G_BEGIN_DECLS

/* How far the chosen round has come, class by class, and who is still to be measured.
 * Signals: "class-wanted" (gint64): a class is to be measured; "child-wanted" (gint64, gint64): of
 * that class this child is to be measured now. Either closes the window. */
#define TV_TYPE_ROUND_PROGRESS_WINDOW (tv_round_progress_window_get_type ())
G_DECLARE_FINAL_TYPE (TvRoundProgressWindow, tv_round_progress_window, TV, ROUND_PROGRESS_WINDOW,
                      AdwWindow)

TvRoundProgressWindow *
tv_round_progress_window_present (TvWorkspace *workspace, gint64 class_id, GtkWidget *parent);
const TvRoundProgress *tv_round_progress_window_get_progress (TvRoundProgressWindow *self);

G_END_DECLS
