/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

/* Classes, children, preview, done: the steps from one school year into the next. */
#define TV_TYPE_YEAR_WINDOW (tv_year_window_get_type ())
G_DECLARE_FINAL_TYPE (TvYearWindow, tv_year_window, TV, YEAR_WINDOW, AdwWindow)

void tv_year_window_present (TvWorkspace *workspace, GtkWindow *parent);

G_END_DECLS
