/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/tv-store.h"
#include "workflows/tv-measuring.h"

G_BEGIN_DECLS

gboolean tv_measuring_entry_takes (const TvMeasuringEntry *entry, TvQuantity quantity);

void tv_measuring_save_async (TvStore *store, const TvSession *session, gint64 student_id,
                              const TvMeasuringEntry *entry, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
void tv_measuring_save_session_async (TvStore *store, const TvSession *session,
                                      GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data);
TvSession *tv_measuring_save_finish (TvStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
