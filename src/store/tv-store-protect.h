/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-key-ring.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

/* How far it has come, from 0 to 1; called on the thread that does it. */
typedef void (*TvStoreProgress) (double fraction, gpointer data);

gboolean tv_store_protect (TvStore *store, TvKeyRing *ring, TvSecret *key, TvStoreProgress progress,
                           gpointer data, GCancellable *cancellable, GError **error);
gboolean tv_store_unprotect (TvStore *store, TvStoreProgress progress, gpointer data,
                             GCancellable *cancellable, GError **error);

G_END_DECLS
