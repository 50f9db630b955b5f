/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-rates.h"

G_BEGIN_DECLS

char *tv_rates_explain (const TvRates *rates, const TvRateLine *line);

G_END_DECLS
