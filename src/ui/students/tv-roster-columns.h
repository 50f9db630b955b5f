/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How wide the list is. */
typedef enum {
    TV_ROSTER_BESIDE_CHILD,
    TV_ROSTER_NARROW, /* on half a screen */
    TV_ROSTER_WIDE,
} TvRosterRoom;

void tv_roster_columns_add (GtkColumnView *view, gboolean is_kindergarten);
void tv_roster_columns_set_room (GtkColumnView *view, TvRosterRoom room);

G_END_DECLS
