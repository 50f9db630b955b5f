/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "growth/tv-growth.h"

G_BEGIN_DECLS

void tv_growth_score_completed_months (const TvGrowthInput *input, int completed_months,
                                       TvGrowth *growth);

G_END_DECLS
