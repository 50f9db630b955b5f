/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-backup-seal.h"
#include "store/tv-store-copy.h"

G_BEGIN_DECLS

TvConnection *tv_store_open_source (TvStore *store, GError **error);

TvBookContents *tv_backup_file_write (TvConnection *source, const char *keys, const char *path,
                                      TvStoreProgress progress, gpointer data,
                                      GCancellable *cancellable, GError **error);
gboolean tv_backup_file_is_protected (const char *path);
TvKeyRing *tv_backup_file_read_keys (const char *path, GError **error);
TvConnection *tv_backup_file_open (const char *path, TvSecret *key, GError **error);
gboolean tv_backup_file_holds (const char *path, TvSecret *key, const TvBookContents *contents,
                               GError **error);
TvBookCheck *
tv_backup_file_check (const char *path, TvSecret *key, GCancellable *cancellable, GError **error);
gboolean
tv_backup_file_put_back (const char *path, TvSecret *key, const char *folder, GError **error);
gboolean
tv_backup_file_replace (const char *path, TvSecret *key, const char *folder, GError **error);
void tv_backup_file_finish_replacing (const char *folder);

G_END_DECLS
