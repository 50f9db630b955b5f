/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-connection.h"

G_BEGIN_DECLS

GHashTable *tv_year_find_unplaced (TvConnection *connection, gint64 year_id, int first_year,
                                   guint *n_placed, GError **error);

G_END_DECLS
