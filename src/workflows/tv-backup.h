/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-book-contents.h"
#include "store/tv-store-protect.h"
#include "workflows/tv-book-check.h"

G_BEGIN_DECLS

TvBookContents *tv_backup_copy (TvStore *store, const char *path, TvStoreProgress progress,
                                gpointer data, GCancellable *cancellable, GError **error);
TvSecret *tv_backup_key_of (TvStore *store);
TvBookReport *tv_backup_write (TvStore *store, const char *path, GError **error);
TvBookReport *tv_backup_put_back (const char *path, TvSecret *key, const char *folder,
                                  gboolean is_damage_accepted, TvClock *clock, GError **error);

G_END_DECLS
