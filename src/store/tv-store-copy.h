/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-book-contents.h"
#include "store/tv-store-check.h"
#include "store/tv-store-protect.h"

G_BEGIN_DECLS

gboolean tv_store_copy (TvConnection *connection, const char *path, GError **error);
TvBookContents *
tv_store_copy_with_progress (TvConnection *connection, const char *path, TvStoreProgress progress,
                             gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
