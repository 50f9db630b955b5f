/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-book-trouble.h"
#include "store/tv-connection.h"

G_BEGIN_DECLS

TvBookCheck *tv_store_check (TvConnection *connection, GError **error);

G_END_DECLS
