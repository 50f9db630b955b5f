/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Notices that nobody is at the machine any more.
 * Signal: "away": no key and no pointer for as long as the setting "lock-after-minutes" says, the
 * machine goes to sleep, or the session's screen is locked. */
#define TV_TYPE_AWAY_WATCH (tv_away_watch_get_type ())
G_DECLARE_FINAL_TYPE (TvAwayWatch, tv_away_watch, TV, AWAY_WATCH, GObject)

TvAwayWatch *tv_away_watch_new (GtkApplication *application);
void tv_away_watch_let_sleep (TvAwayWatch *self);

G_END_DECLS
