/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-change.h"

G_BEGIN_DECLS

GPtrArray *tv_store_list_years (TvConnection *connection, GError **error);
TvSchoolYear *tv_store_get_year (TvConnection *connection, gint64 id, GError **error);
gboolean
tv_store_find_year (TvConnection *connection, int first_year, TvSchoolYear **found, GError **error);
gint64 tv_store_ensure_year (TvChange *change, int first_year, GError **error);

G_END_DECLS
