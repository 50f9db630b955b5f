/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

void tv_round_dialog_open_new (TvWorkspace *workspace, TvRoundKind kind, GtkWidget *parent);
void tv_round_dialog_edit (TvWorkspace *workspace, GtkWidget *parent);

G_END_DECLS
