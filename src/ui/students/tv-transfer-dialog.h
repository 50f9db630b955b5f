/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/shell/tv-workspace.h"
#include "ui/widgets/tv-form-dialog.h"
#include "workflows/tv-child.h"
#include "workflows/tv-transfer-out.h"

G_BEGIN_DECLS

TvFormDialog *tv_transfer_dialog_send (TvWorkspace *workspace, TvChild *child, GtkWidget *parent);
void
tv_transfer_dialog_write (TvWorkspace *workspace, GtkWindow *window, const TvTransferOut *request);

G_END_DECLS
