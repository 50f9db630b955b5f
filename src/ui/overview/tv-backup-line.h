/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

/* When and where the book was backed up last; a warning where that is long ago. */
#define TV_TYPE_BACKUP_LINE (tv_backup_line_get_type ())
G_DECLARE_FINAL_TYPE (TvBackupLine, tv_backup_line, TV, BACKUP_LINE, AdwBin)

void tv_backup_line_refresh (TvBackupLine *self, TvWorkspace *workspace);

G_END_DECLS
