/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

/* A field that finds one child of the book while its name is typed.
 * Signal: "chosen": another child was chosen, or none any more. */
#define TV_TYPE_CHILD_ENTRY (tv_child_entry_get_type ())
G_DECLARE_FINAL_TYPE (TvChildEntry, tv_child_entry, TV, CHILD_ENTRY, GtkWidget)

void tv_child_entry_set_workspace (TvChildEntry *self, TvWorkspace *workspace);
void tv_child_entry_set_child (TvChildEntry *self, gint64 student_id);
gint64 tv_child_entry_get_child (TvChildEntry *self);

G_END_DECLS
