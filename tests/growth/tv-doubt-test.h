/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "growth/tv-doubt.h"

G_BEGIN_DECLS

TvDoubtInput tv_doubt_test_input (double years, double weight_kg, double height_cm);
void tv_doubt_test_set_previous (TvDoubtInput *input, int days, double weight_kg, double height_cm);
void tv_doubt_test_set_neighbour (TvDoubtInput *input, TvDoubtSide side, int days, double weight_kg,
                                  double height_cm);
TvDoubt tv_doubt_test_find_first (const TvDoubtInput *input, TvDoubtKind kind);
TvDoubt tv_doubt_test_find_only (const TvDoubtInput *input, TvDoubtKind kind);
void tv_doubt_test_assert_none (const TvDoubtInput *input);

G_END_DECLS
