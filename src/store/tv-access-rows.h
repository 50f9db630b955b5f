/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tv-change.h"

G_BEGIN_DECLS

gboolean tv_access_rows_put (TvChange *change, const char *what, const char *student_uid,
                             const char *reason, GError **error);

G_END_DECLS
