/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

/* How many children are due to be weighed, week by week; each number opens them. */
#define TV_TYPE_DUE_VIEW (tv_due_view_get_type ())
G_DECLARE_FINAL_TYPE (TvDueView, tv_due_view, TV, DUE_VIEW, AdwBin)

void tv_due_view_refresh (TvDueView *self, TvWorkspace *workspace);

G_END_DECLS
