/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "records/tv-round.h"
#include "records/tv-target.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

/* The targets of one year's plan, as far as they concern this level of school. Never changes. */
typedef struct {
    int year;        /* 0: the book has no targets at all */
    GArray *years;   /* of int: all that have targets, the earliest first */
    GPtrArray *list; /* of TvTarget: of that year, in the plan's order */
} TvTargets;

void tv_targets_load_async (TvStore *store, int year, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);
TvTargets *tv_targets_load_finish (TvStore *store, GAsyncResult *result, GError **error);
TvTargets *tv_targets_ref (TvTargets *self);
void tv_targets_unref (TvTargets *self);
gboolean tv_targets_has_year (const TvTargets *self, int year);
int tv_targets_next_year (const TvTargets *self);
int tv_targets_year_of_round (const TvRound *round, TvDate today);

/* Changes, each a change set of its own; all are ended with tv_targets_write_finish(). */
void tv_targets_add_year_async (TvStore *store, int year, GAsyncReadyCallback callback,
                                gpointer user_data);
void tv_targets_save_async (TvStore *store, const TvTarget *target, GAsyncReadyCallback callback,
                            gpointer user_data);
void tv_targets_put_back_async (TvStore *store, const TvTarget *target,
                                GAsyncReadyCallback callback, gpointer user_data);
gboolean tv_targets_write_finish (TvStore *store, GAsyncResult *result, GError **error);

const char *tv_target_find_fault (const TvTarget *target);
const TvTarget *tv_target_find_shipped (const TvTarget *target);
gboolean tv_target_is_as_shipped (const TvTarget *target);
gboolean tv_target_is_changed (const TvTarget *target);
char *tv_target_say_origin (const TvTarget *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvTargets, tv_targets_unref)

G_END_DECLS
