/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

void tv_transfer_reading_choose (TvWorkspace *workspace, GtkWindow *parent);
void tv_transfer_reading_open (TvWorkspace *workspace, GtkWindow *parent, const char *path);

G_END_DECLS
