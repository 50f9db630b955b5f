/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/shell/tv-page.h"

G_BEGIN_DECLS

/* The main window.
 * Signals: "signed-in" (TvStore *): somebody has opened the book that tv_window_ask_sign_in() asked
 * for; "sign-in-left": another book is to be chosen instead; "locked": nothing of the book is open
 * any more; "person-changed" (TvStore *): somebody else than the one who locked it has signed in.
 */
#define TV_TYPE_WINDOW (tv_window_get_type ())
G_DECLARE_FINAL_TYPE (TvWindow, tv_window, TV, WINDOW, AdwApplicationWindow)

GtkWidget *tv_window_new (GtkApplication *application, TvWorkspace *workspace);
TvWorkspace *tv_window_get_workspace (TvWindow *self);
void tv_window_set_first_page (TvWindow *self, const char *code);
TvPage *tv_window_show_page (TvWindow *self, const char *code);
const char *tv_window_get_page_code (TvWindow *self);
void tv_window_ask_sign_in (TvWindow *self, const char *folder);
void tv_window_lock (TvWindow *self);
gboolean tv_window_is_locked (TvWindow *self);
gboolean tv_window_drop_content (TvWindow *self);

G_END_DECLS
