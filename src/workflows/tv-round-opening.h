/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/tv-store.h"
#include "workflows/tv-round-plan.h"

G_BEGIN_DECLS

void tv_round_opening_plan_async (TvStore *store, gint64 year_id, gint64 round_id,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
TvRoundPlan *tv_round_opening_plan_finish (TvStore *store, GAsyncResult *result, GError **error);

void tv_round_opening_save_async (TvStore *store, const TvRound *round, const GArray *class_ids,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
TvRound *tv_round_opening_save_finish (TvStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
