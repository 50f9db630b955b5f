/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/tv-school.h"

G_BEGIN_DECLS

int tv_class_order_compare (const TvClass *a, const TvClass *b);

G_END_DECLS
