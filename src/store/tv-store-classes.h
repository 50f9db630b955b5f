/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-change.h"

G_BEGIN_DECLS

/* A class and how many children sit in it today. */
typedef struct {
    TvClass *class_;
    guint n_students;
} TvClassCount;

void tv_class_count_free (TvClassCount *self);

GPtrArray *tv_store_list_classes (TvConnection *connection, gint64 year_id, GError **error);
TvClass *tv_store_get_class (TvConnection *connection, gint64 id, GError **error);
gboolean tv_store_find_class (TvConnection *connection, gint64 year_id, const char *name,
                              TvClass **found, GError **error);
gint64 tv_store_put_class (TvChange *change, const TvClass *class_, GError **error);
gint64 tv_store_ensure_class (TvChange *change, gint64 year_id, const char *name, int grade,
                              GError **error);

G_END_DECLS
