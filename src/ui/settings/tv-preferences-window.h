/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

#define TV_TYPE_PREFERENCES_WINDOW (tv_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (TvPreferencesWindow, tv_preferences_window, TV, PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

GtkWidget *tv_preferences_window_new (GtkWindow *parent, TvWorkspace *workspace);

G_END_DECLS
