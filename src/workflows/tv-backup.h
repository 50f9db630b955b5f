/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-store.h"
#include "workflows/tv-book-check.h"

G_BEGIN_DECLS

TvBookReport *tv_backup_write (TvStore *store, const char *path, GError **error);
TvBookReport *tv_backup_put_back (const char *path, const char *folder, gboolean is_damage_accepted,
                                  TvClock *clock, GError **error);

G_END_DECLS
