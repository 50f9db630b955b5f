/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-history.h"

G_BEGIN_DECLS

/* One change set, as a row of a list. */
#define TV_TYPE_HISTORY_ITEM (tv_history_item_get_type ())
G_DECLARE_FINAL_TYPE (TvHistoryItem, tv_history_item, TV, HISTORY_ITEM, GObject)

TvHistoryItem *tv_history_item_new (TvHistoryLine *line);
const TvHistoryLine *tv_history_item_get_line (TvHistoryItem *self);

G_END_DECLS
