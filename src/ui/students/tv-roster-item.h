/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "workflows/tv-roster.h"

G_BEGIN_DECLS

/* One child of a roster, as a row of a list. */
#define TV_TYPE_ROSTER_ITEM (tv_roster_item_get_type ())
G_DECLARE_FINAL_TYPE (TvRosterItem, tv_roster_item, TV, ROSTER_ITEM, GObject)

GPtrArray *tv_roster_items_new (TvRoster *roster);
const TvRosterEntry *tv_roster_item_get_entry (TvRosterItem *self);

G_END_DECLS
