/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-store.h"

G_BEGIN_DECLS

char **tv_erasing_run (TvStore *store, const char *student_uid, const char *reason, GError **error);
void tv_erasing_run_async (TvStore *store, const char *student_uid, const char *reason,
                           GAsyncReadyCallback callback, gpointer user_data);
char **tv_erasing_run_finish (TvStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
