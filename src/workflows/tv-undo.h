/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tv-store.h"

G_BEGIN_DECLS

void tv_undo_last_async (TvStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data);
char *tv_undo_last_finish (TvStore *store, GAsyncResult *result, GError **error);

void tv_redo_last_async (TvStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data);
char *tv_redo_last_finish (TvStore *store, GAsyncResult *result, GError **error);

void tv_undo_change_async (TvStore *store, gint64 id, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data);
void tv_redo_change_async (TvStore *store, gint64 id, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data);

const char *tv_change_kind_label (const char *kind);

G_END_DECLS
