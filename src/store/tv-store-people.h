/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-change.h"

G_BEGIN_DECLS

GPtrArray *tv_store_list_people (TvConnection *connection, GError **error);
TvPerson *tv_store_get_person (TvConnection *connection, gint64 id, GError **error);
gint64 tv_store_put_person (TvChange *change, const TvPerson *person, GError **error);

G_END_DECLS
