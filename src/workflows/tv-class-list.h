/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-roster.h"

G_BEGIN_DECLS

void tv_class_list_load_async (TvStore *store, gint64 year_id, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
void tv_class_list_load_of_round_async (TvStore *store, gint64 year_id, gint64 round_id,
                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer user_data);
GPtrArray *tv_class_list_load_finish (TvStore *store, GAsyncResult *result, GError **error);

GPtrArray *tv_class_list_read (TvConnection *connection, gint64 year_id, GError **error);
GPtrArray *tv_class_list_read_of_round (TvConnection *connection, gint64 year_id, gint64 round_id,
                                        GError **error);

G_END_DECLS
