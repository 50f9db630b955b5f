/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "records/tv-round.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

void tv_round_closing_sign_off_async (TvStore *store, gint64 round_id, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
void tv_round_closing_reopen_async (TvStore *store, gint64 round_id, const char *reason,
                                    GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);
TvRound *tv_round_closing_finish (TvStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
