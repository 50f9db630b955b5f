/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-rates.h"
#include "workflows/tv-roster.h"

G_BEGIN_DECLS

GArray *tv_report_order_children (const TvRates *rates, const TvRoster *roster);

G_END_DECLS
