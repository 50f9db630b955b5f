/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "workflows/tv-paste-plan.h"

G_BEGIN_DECLS

/* A line of a plan to paste, as the table shows it.
 * Properties: "line", "child", "verdict", "remarks": texts for people, notified when the ticks
 * change them. */
#define TV_TYPE_PASTE_ITEM (tv_paste_item_get_type ())
G_DECLARE_FINAL_TYPE (TvPasteItem, tv_paste_item, TV, PASTE_ITEM, GObject)

TvPasteItem *tv_paste_item_new (TvPastePlan *plan, guint index);
guint tv_paste_item_get_index (TvPasteItem *self);
const TvPasteRow *tv_paste_item_get_row (TvPasteItem *self);
void tv_paste_item_update (TvPasteItem *self);

G_END_DECLS
