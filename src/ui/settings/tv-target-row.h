/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "records/tv-target.h"

G_BEGIN_DECLS

/* One target of the plan, whose value can be changed. Signal: "edited" (gint64 thousandths). */
#define TV_TYPE_TARGET_ROW (tv_target_row_get_type ())
G_DECLARE_FINAL_TYPE (TvTargetRow, tv_target_row, TV, TARGET_ROW, AdwActionRow)

GtkWidget *tv_target_row_new (TvTarget *target);
TvTarget *tv_target_row_get_target (TvTargetRow *self);

G_END_DECLS
