/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/shell/tv-workspace.h"
#include "ui/widgets/tv-form-dialog.h"
#include "workflows/tv-child.h"

G_BEGIN_DECLS

TvFormDialog *tv_place_dialog_change_class (TvWorkspace *workspace, TvChild *child,
                                            GPtrArray *classes, GtkWidget *parent);
TvFormDialog *tv_place_dialog_come_back (TvWorkspace *workspace, TvChild *child, GPtrArray *classes,
                                         GtkWidget *parent);
TvFormDialog *tv_place_dialog_leave (TvWorkspace *workspace, TvChild *child, GtkWidget *parent);

G_END_DECLS
