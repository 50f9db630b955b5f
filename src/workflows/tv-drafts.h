/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "records/tv-draft.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

gint64 tv_drafts_owner (TvStore *store);

void tv_drafts_load_async (TvStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data);
GPtrArray *tv_drafts_load_finish (TvStore *store, GAsyncResult *result, GError **error);

void tv_drafts_save_async (TvStore *store, TvDraft *draft, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data);
gboolean tv_drafts_save_finish (TvStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
