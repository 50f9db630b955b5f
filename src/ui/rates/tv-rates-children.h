/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/shell/tv-workspace.h"
#include "workflows/tv-rates.h"

G_BEGIN_DECLS

GArray *tv_rates_list_cases (const TvRates *rates, const TvRateLine *line);
void tv_rates_open_cases (const TvRates *rates, const TvRateLine *line, TvWorkspace *workspace);

G_END_DECLS
