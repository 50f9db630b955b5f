/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-right.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

gboolean tv_store_sign_in (TvStore *self, const char *person_uid, GError **error);
void tv_store_sign_in_async (TvStore *self, const char *person_uid, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
gboolean tv_store_sign_in_finish (TvStore *self, GAsyncResult *result, GError **error);

TvPerson *tv_store_get_person_signed_in (TvStore *self);
TvPerson *tv_store_get_actor (TvStore *self, GError **error);
gint64 tv_store_get_actor_id (TvStore *self);
gboolean tv_store_may (TvStore *self, TvRight right);
gboolean tv_store_check_right (TvStore *self, TvRight right, GError **error);

G_END_DECLS
