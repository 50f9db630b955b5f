/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-target.h"
#include "store/tv-change.h"

G_BEGIN_DECLS

GPtrArray *tv_store_list_targets (TvConnection *connection, int year, GError **error);
GArray *tv_store_list_target_years (TvConnection *connection, GError **error);
gint64 tv_store_put_target (TvChange *change, const TvTarget *target, GError **error);
gboolean tv_store_delete_target (TvChange *change, gint64 id, GError **error);

G_END_DECLS
