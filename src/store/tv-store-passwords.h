/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-store.h"

G_BEGIN_DECLS

gboolean tv_store_set_password (TvStore *store, const char *person_uid, const char *label,
                                const TvSecret *password, GError **error);
gboolean tv_store_confirm_password (TvStore *store, const char *person_uid,
                                    const TvSecret *password, GError **error);
gboolean tv_store_remove_password (TvStore *store, const char *person_uid, GError **error);
gboolean tv_store_set_recovery_code (TvStore *store, const TvSecret *code, GError **error);

G_END_DECLS
