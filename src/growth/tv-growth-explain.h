/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "growth/tv-growth.h"

G_BEGIN_DECLS

char **tv_growth_explain (const TvGrowthInput *input, TvZKind kind);

G_END_DECLS
