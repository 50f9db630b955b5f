/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/shell/tv-workspace.h"
#include "workflows/tv-transfer-in.h"

G_BEGIN_DECLS

/* What a file from another school says of a child, and into which class the child comes. */
#define TV_TYPE_TRANSFER_WINDOW (tv_transfer_window_get_type ())
G_DECLARE_FINAL_TYPE (TvTransferWindow, tv_transfer_window, TV, TRANSFER_WINDOW, AdwWindow)

TvTransferWindow *
tv_transfer_window_present (TvWorkspace *workspace, GtkWindow *parent, TvTransferPreview *preview);

G_END_DECLS
