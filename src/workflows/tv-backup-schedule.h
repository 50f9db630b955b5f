/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TV_BACKUP_SCHEDULE_DAYS 7
#define TV_BACKUP_SCHEDULE_WEEKS 4
#define TV_BACKUP_SCHEDULE_MONTHS 12

gboolean *tv_backup_schedule_choose (const gint64 *times_s, guint n_times, gint64 now_s);

G_END_DECLS
