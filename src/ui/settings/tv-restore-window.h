/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/tv-store.h"

G_BEGIN_DECLS

/* Leads from a backup to a book: which one, what is in it, and what is to be done with it.
 * Signals: "restored" (folder): the book of the backup stands there, and the book that was open is
 * closed; "merged" (sentence): its changes are in the book that is open. */
#define TV_TYPE_RESTORE_WINDOW (tv_restore_window_get_type ())
G_DECLARE_FINAL_TYPE (TvRestoreWindow, tv_restore_window, TV, RESTORE_WINDOW, AdwWindow)

TvRestoreWindow *tv_restore_window_new (GtkWindow *parent, TvStore *present);
void tv_restore_window_look_into (TvRestoreWindow *self, const char *path);

G_END_DECLS
