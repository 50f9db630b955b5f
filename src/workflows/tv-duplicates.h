/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-store.h"
#include "workflows/tv-duplicate-judge.h"

G_BEGIN_DECLS

/* Two records that may be of one child. */
typedef struct {
    TvStudent *one;
    TvStudent *other;
    TvDuplicateReason reason;
} TvDuplicatePair;

GPtrArray *tv_duplicates_find (TvStore *store, GError **error);
void tv_duplicates_find_async (TvStore *store, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *tv_duplicates_find_finish (TvStore *store, GAsyncResult *result, GError **error);
const char *tv_duplicate_reason_sentence (TvDuplicateReason reason);

/* The setting in which it is kept who was said to be two children. */
#define TV_DIFFERENT_CHILDREN_SETTING "different-children"

void tv_duplicates_part_async (TvStore *store, const char *uid, const char *other_uid,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean tv_duplicates_part_finish (TvStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
