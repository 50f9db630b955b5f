/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-measurement.h"
#include "store/tv-change.h"

G_BEGIN_DECLS

GPtrArray *
tv_store_list_measurements_of_student (TvConnection *connection, gint64 student_id, GError **error);
GPtrArray *
tv_store_list_measurements_of_round (TvConnection *connection, gint64 round_id, GError **error);
TvMeasurement *tv_store_get_measurement (TvConnection *connection, gint64 id, GError **error);
gint64
tv_store_put_measurement (TvChange *change, const TvMeasurement *measurement, GError **error);
gboolean
tv_store_exclude_measurement (TvChange *change, gint64 id, const char *reason, GError **error);
gboolean tv_store_delete_measurement (TvChange *change, gint64 id, GError **error);

G_END_DECLS
