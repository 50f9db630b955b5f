/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-round.h"
#include "store/tv-change.h"

G_BEGIN_DECLS

GPtrArray *tv_store_list_rounds (TvConnection *connection, gint64 year_id, GError **error);
TvRound *tv_store_get_round (TvConnection *connection, gint64 id, GError **error);
gboolean tv_store_find_round_by_code (TvConnection *connection, const char *code, TvRound **found,
                                      GError **error);
gboolean tv_store_find_latest_round (TvConnection *connection, TvRound **found, GError **error);
char *tv_store_next_round_code (TvConnection *connection, gint64 year_id, TvRoundKind kind,
                                GError **error);
gint64 tv_store_put_round (TvChange *change, const TvRound *round, GError **error);
gboolean tv_store_delete_round (TvChange *change, gint64 id, GError **error);

G_END_DECLS
