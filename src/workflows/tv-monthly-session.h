/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "records/tv-round.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

void tv_monthly_session_save_async (TvStore *store, TvSession *session, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
TvSession *tv_monthly_session_save_finish (TvStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
