/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

/* The targets of one year, which year that is, and the way to a further one.
 * Signals: "saved"; "failed" (GError *). */
#define TV_TYPE_TARGET_GROUP (tv_target_group_get_type ())
G_DECLARE_FINAL_TYPE (TvTargetGroup, tv_target_group, TV, TARGET_GROUP, AdwPreferencesGroup)

void tv_target_group_set_workspace (TvTargetGroup *self, TvWorkspace *workspace);

G_END_DECLS
