/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says what is being done, and offers to stop it; short work is done before it appears. */
#define TV_TYPE_PROGRESS_DIALOG (tv_progress_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TvProgressDialog, tv_progress_dialog, TV, PROGRESS_DIALOG, GtkWindow)

TvProgressDialog *
tv_progress_dialog_start (GtkWindow *parent, const char *doing, GCancellable *cancellable);
void tv_progress_dialog_set_fraction (TvProgressDialog *self, double fraction);
void tv_progress_dialog_set_doing (TvProgressDialog *self, const char *doing);
void tv_progress_dialog_end (TvProgressDialog *self);

G_END_DECLS
