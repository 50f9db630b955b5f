/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/shell/tv-workspace.h"

G_BEGIN_DECLS

/* When and where the open book was backed up, the second place, and the way back from a backup.
 * Signals: "told" (sentence), "failed" (GError). */
#define TV_TYPE_BACKUP_GROUP (tv_backup_group_get_type ())
G_DECLARE_FINAL_TYPE (TvBackupGroup, tv_backup_group, TV, BACKUP_GROUP, AdwPreferencesGroup)

void tv_backup_group_set_workspace (TvBackupGroup *self, TvWorkspace *workspace);

G_END_DECLS
