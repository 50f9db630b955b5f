/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "workflows/tv-backup-restore.h"

G_BEGIN_DECLS

typedef void (*TvBackupOpenerGiven) (gpointer object, const TvBackupOpener *opener);

void tv_backup_password_ask (GtkWidget *parent, const char *path, const char *remark,
                             TvBackupOpenerGiven given, gpointer object);

G_END_DECLS
