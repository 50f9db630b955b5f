/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "records/tv-round.h"
#include "records/tv-school.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

void tv_round_opening_propose_async (TvStore *store, gint64 year_id, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
TvRound *tv_round_opening_propose_finish (TvStore *store, GAsyncResult *result, GError **error);

void tv_round_opening_open_async (TvStore *store, const TvRound *round, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
TvRound *tv_round_opening_open_finish (TvStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
