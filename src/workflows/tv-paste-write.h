/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-store.h"
#include "workflows/tv-paste-plan.h"

G_BEGIN_DECLS

void tv_paste_write_async (TvStore *store, const TvPastePlan *plan, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data);
gboolean
tv_paste_write_finish (TvStore *store, GAsyncResult *result, guint *n_children, GError **error);

G_END_DECLS
