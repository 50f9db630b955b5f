/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "records/tv-round.h"

G_BEGIN_DECLS

/* Date, measurer, clothing and checked devices of one morning with one class.
 * Signal: "edited" (TvSession *): as it is to stand. */
#define TV_TYPE_SESSION_BAR (tv_session_bar_get_type ())
G_DECLARE_FINAL_TYPE (TvSessionBar, tv_session_bar, TV, SESSION_BAR, GtkWidget)

void
tv_session_bar_show (TvSessionBar *self, TvSession *session, TvDate today, gboolean is_unfinished);
TvSession *tv_session_bar_get_session (TvSessionBar *self);
TvDate tv_session_bar_find_day (TvSessionBar *self, gint64 round_id, gint64 class_id, TvDate today);
gboolean tv_session_bar_needs_day (TvSessionBar *self);
void tv_session_bar_go_on (TvSessionBar *self, TvDate day);

G_END_DECLS
