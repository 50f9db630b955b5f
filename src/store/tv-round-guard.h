/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tv-change-private.h"

G_BEGIN_DECLS

gboolean tv_round_guard_check_record (TvChange *change, const TvRecordedTable *table, gint64 id,
                                      GError **error);
gboolean tv_round_guard_check_fields (TvChange *change, const TvField *fields, guint n_fields,
                                      GError **error);

G_END_DECLS
