/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/tv-folder-kind.h"

G_BEGIN_DECLS

/* What the folder is for: a book is in danger where a backup is not. */
typedef enum {
    TV_FOLDER_FOR_BOOK,
    TV_FOLDER_FOR_BACKUP,
} TvFolderUse;

char *tv_folder_warning_write (const TvFolderKind *kind, TvFolderUse use);
void tv_folder_warning_async (const char *folder, TvFolderUse use, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
char *tv_folder_warning_finish (GAsyncResult *result);

G_END_DECLS
