/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/tv-store.h"

G_BEGIN_DECLS

/* What stands in a window instead of a book that is not open or is locked.
 * Signals: "locked": the book is; "entered" (TvStore *): the book is open; "protect-wanted": the
 * book is open, and the person wants to protect it; "left": another book is to be chosen. */
#define TV_TYPE_SIGN_IN_PAGE (tv_sign_in_page_get_type ())
G_DECLARE_FINAL_TYPE (TvSignInPage, tv_sign_in_page, TV, SIGN_IN_PAGE, GtkBox)

void tv_sign_in_page_ask (TvSignInPage *self, const char *folder);
void tv_sign_in_page_lock (TvSignInPage *self, TvStore *store);

G_END_DECLS
