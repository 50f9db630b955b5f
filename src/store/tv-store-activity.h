/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-connection.h"

G_BEGIN_DECLS

/* How often something was done. */
typedef struct {
    char *kind;
    gint64 n_changes;
} TvActivity;

GPtrArray *tv_store_list_activity (TvConnection *connection, TvDate since, GError **error);

G_END_DECLS
