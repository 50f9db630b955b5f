/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A strip over a page that says a sentence for as long as it is true, with a button for what can be
 * done about it. Hidden until it has something to say. */
#define TV_TYPE_NOTICE_BAR (tv_notice_bar_get_type ())
G_DECLARE_FINAL_TYPE (TvNoticeBar, tv_notice_bar, TV, NOTICE_BAR, GtkBox)

void tv_notice_bar_tell (TvNoticeBar *self, const char *sentence);
void tv_notice_bar_set_action (TvNoticeBar *self, const char *label, const char *action_name);
void tv_notice_bar_set_can_close (TvNoticeBar *self, gboolean can_close);
const char *tv_notice_bar_get_sentence (TvNoticeBar *self);

G_END_DECLS
