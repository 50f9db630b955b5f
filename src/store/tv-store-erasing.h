/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-change.h"

G_BEGIN_DECLS

/* The kind of a change set that erases a child. */
#define TV_CHANGE_ERASE "erase"

gboolean
tv_store_erase_student (TvChange *change, gint64 student_id, const char *reason, GError **error);
gboolean tv_store_empty_journal (TvStore *self, GError **error);

G_END_DECLS
