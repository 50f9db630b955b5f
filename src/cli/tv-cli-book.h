/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/tv-cli-context.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

TvStore *tv_cli_open_book (const TvCliContext *context, const char *folder, GError **error);
gboolean tv_cli_find_backup_key (const TvCliContext *context, const char *path, TvStore *present,
                                 TvSecret **key, GError **error);

G_END_DECLS
