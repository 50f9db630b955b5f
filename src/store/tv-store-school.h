/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-change.h"

G_BEGIN_DECLS

TvSchool *tv_store_get_school (TvConnection *connection, GError **error);
gboolean tv_store_put_school (TvChange *change, const TvSchool *school, GError **error);

G_END_DECLS
