/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

/* The pairs of records that may be of one child, each to be put together or told apart. */
#define TV_TYPE_DUPLICATES_WINDOW (tv_duplicates_window_get_type ())
G_DECLARE_FINAL_TYPE (TvDuplicatesWindow, tv_duplicates_window, TV, DUPLICATES_WINDOW, AdwWindow)

TvDuplicatesWindow *tv_duplicates_window_present (TvWorkspace *workspace, GtkWindow *parent);

G_END_DECLS
