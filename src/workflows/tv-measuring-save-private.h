/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-change.h"
#include "workflows/tv-measuring-save.h"

G_BEGIN_DECLS

/* For what enters values of several children as one change. */
gboolean _tv_measuring_save_find_current (TvConnection *connection, gint64 student_id,
                                          gint64 round_id, TvMeasurement **current, GError **error);
TvSession *_tv_measuring_save_entry (TvChange *change, const TvSession *session, gint64 student_id,
                                     const TvMeasuringEntry *entry, GError **error);

G_END_DECLS
