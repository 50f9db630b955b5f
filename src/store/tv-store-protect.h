/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-key-ring.h"

G_BEGIN_DECLS

/* How far it has come, from 0 to 1; called on the thread that does it. */
typedef void (*TvStoreProgress) (double fraction, gpointer data);

gboolean
tv_store_protect (const char *folder, TvKeyRing *ring, TvSecret *key, TvStoreProgress progress,
                  gpointer data, GCancellable *cancellable, GError **error);
gboolean tv_store_unprotect (const char *folder, TvSecret *key, TvStoreProgress progress,
                             gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
