/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-change.h"

G_BEGIN_DECLS

gboolean
tv_store_find_setting (TvConnection *connection, const char *key, char **value, GError **error);
gboolean
tv_store_put_setting (TvChange *change, const char *key, const char *value, GError **error);

G_END_DECLS
