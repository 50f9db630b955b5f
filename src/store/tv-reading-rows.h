/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/tv-measurement.h"
#include "store/tv-change.h"

G_BEGIN_DECLS

TvMeasurement *
tv_reading_rows_attach (TvConnection *connection, TvMeasurement *measurement, GError **error);
gboolean tv_reading_rows_put (TvChange *change, gint64 measurement_id, const TvReading *readings,
                              guint n_readings, GError **error);
gboolean tv_reading_rows_delete (TvChange *change, gint64 measurement_id, GError **error);

G_END_DECLS
