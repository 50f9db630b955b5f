/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "workflows/tv-duplicate-merge.h"

G_BEGIN_DECLS

/* Two records side by side; of what they say otherwise one is chosen. */
#define TV_TYPE_DUPLICATE_VIEW (tv_duplicate_view_get_type ())
G_DECLARE_FINAL_TYPE (TvDuplicateView, tv_duplicate_view, TV, DUPLICATE_VIEW, GtkWidget)

void
tv_duplicate_view_show (TvDuplicateView *self, TvDuplicatePreview *preview, const char *reason);
void tv_duplicate_view_clear (TvDuplicateView *self);
const TvDuplicatePreview *tv_duplicate_view_get_preview (TvDuplicateView *self);
guint tv_duplicate_view_get_theirs (TvDuplicateView *self);

G_END_DECLS
