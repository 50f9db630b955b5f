/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/tv-store.h"
#include "workflows/tv-paste-plan.h"

G_BEGIN_DECLS

/* What pasting a block into a class would do, line by line; Enter takes it over, Escape leaves.
 * Signal: "pasted" (TvPastePlan *, guint n_children): it is in the book. */
#define TV_TYPE_PASTE_WINDOW (tv_paste_window_get_type ())
G_DECLARE_FINAL_TYPE (TvPasteWindow, tv_paste_window, TV, PASTE_WINDOW, AdwWindow)

TvPasteWindow *tv_paste_window_new (GtkWindow *parent, TvStore *store, TvPastePlan *plan);

G_END_DECLS
