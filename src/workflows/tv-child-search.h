/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tv-store.h"

G_BEGIN_DECLS

/* A child that was found by its name or number, whether it is still at the school or not. */
typedef struct {
    gint64 student_id;
    char *name;
    char *detail; /* date of birth and class, to tell namesakes apart; "" where neither is known */
} TvChildFound;

void
tv_child_search_async (TvStore *store, const char *query, guint limit, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *tv_child_search_finish (TvStore *store, GAsyncResult *result, GError **error);

void tv_child_name_async (TvStore *store, gint64 student_id, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data);
char *tv_child_name_finish (TvStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
