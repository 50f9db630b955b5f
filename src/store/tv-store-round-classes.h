/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-change.h"

G_BEGIN_DECLS

/* Which classes a round takes in: those that it names, or all where it names none. */
typedef struct {
    GHashTable *ids; /* of gint64 class keys; empty: all classes */
} TvRoundClasses;

TvRoundClasses *
tv_store_get_round_classes (TvConnection *connection, gint64 round_id, GError **error);
gboolean tv_store_put_round_classes (TvChange *change, gint64 round_id, const gint64 *class_ids,
                                     guint n_classes, GError **error);
void tv_round_classes_free (TvRoundClasses *self);
gboolean tv_round_classes_are_all (const TvRoundClasses *self);
gboolean tv_round_classes_cover (const TvRoundClasses *self, gint64 class_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvRoundClasses, tv_round_classes_free)

G_END_DECLS
