/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "records/tv-target.h"

G_BEGIN_DECLS

/* One target of a plan. Activating it is to edit it; "put-back-wanted" asks for the target that
 * the program came with. */
#define TV_TYPE_TARGET_ROW (tv_target_row_get_type ())
G_DECLARE_FINAL_TYPE (TvTargetRow, tv_target_row, TV, TARGET_ROW, AdwActionRow)

GtkWidget *tv_target_row_new (TvTarget *target, gboolean can_edit);
TvTarget *tv_target_row_get_target (TvTargetRow *self);

G_END_DECLS
