/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

/* What an undo or a redo is answered with; @workspace is (transfer full). */
void tv_undo_outcome_undone_cb (GObject *source, GAsyncResult *result, gpointer workspace);
void tv_undo_outcome_redone_cb (GObject *source, GAsyncResult *result, gpointer workspace);

void tv_undo_outcome_take_back (TvWorkspace *workspace, GtkWindow *window, const char *action);

G_END_DECLS
