/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/tv-store.h"

G_BEGIN_DECLS

/* What numbering a class anew would do. */
typedef struct {
    guint n_children; /* who sit in it today */
    guint n_changed;  /* who would get another number */
} TvRollNumbers;

void tv_roll_numbers_look_async (TvStore *store, gint64 class_id, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
TvRollNumbers *tv_roll_numbers_look_finish (TvStore *store, GAsyncResult *result, GError **error);

void tv_roll_numbers_renew_async (TvStore *store, gint64 class_id, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
gboolean tv_roll_numbers_renew_finish (TvStore *store, GAsyncResult *result, guint *n_changed,
                                       GError **error);

G_END_DECLS
