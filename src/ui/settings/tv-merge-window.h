/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/tv-store.h"

G_BEGIN_DECLS

/* What both copies of a book have changed, child by child, for a choice between the two.
 * Signals: "merged" (sentence): it is done. */
#define TV_TYPE_MERGE_WINDOW (tv_merge_window_get_type ())
G_DECLARE_FINAL_TYPE (TvMergeWindow, tv_merge_window, TV, MERGE_WINDOW, AdwWindow)

TvMergeWindow *
tv_merge_window_new (GtkWindow *parent, TvStore *store, const char *path, TvSecret *key);

G_END_DECLS
