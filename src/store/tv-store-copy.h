/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-store-check.h"

G_BEGIN_DECLS

gboolean tv_store_copy (TvConnection *connection, const char *path, GError **error);
TvBookCheck *tv_store_check_copy (const char *path, GError **error);
gboolean tv_store_put_back (const char *path, const char *folder, GError **error);

G_END_DECLS
