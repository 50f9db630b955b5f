/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-backup-keep.h"

G_BEGIN_DECLS

void tv_backup_state_note (const char *book_folder, const char *place, const char *file_name,
                           const char *state, const char *time_utc);
gboolean tv_backup_state_is_current (const char *book_folder, const char *place, const char *state);

G_END_DECLS
