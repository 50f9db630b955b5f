/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-round.h"
#include "store/tv-change.h"

G_BEGIN_DECLS

GPtrArray *
tv_store_list_sessions (TvConnection *connection, gint64 round_id, gint64 class_id, GError **error);
TvSession *tv_store_get_session (TvConnection *connection, gint64 id, GError **error);
gint64 tv_store_put_session (TvChange *change, const TvSession *session, GError **error);
gboolean tv_store_delete_session (TvChange *change, gint64 id, GError **error);

G_END_DECLS
