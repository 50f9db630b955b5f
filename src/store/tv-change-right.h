/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tv-change-private.h"

G_BEGIN_DECLS

gboolean tv_change_right_is_kept (const TvChange *change);
gboolean tv_change_right_check (TvChange *change, const TvRecordedTable *table, TvAction action,
                                GError **error);
gboolean tv_change_right_check_rows (TvChange *change, const TvRecordedTable *table,
                                     const char *old_json, const char *new_json, GError **error);
gboolean tv_change_right_keeps_nurse (const TvChange *change, GError **error);
gboolean
tv_change_right_refuse (TvChange *change, const TvRecordedTable *table, gint64 id, GError **error);

G_END_DECLS
