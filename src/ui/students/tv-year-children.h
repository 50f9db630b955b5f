/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "workflows/tv-year-turn.h"

G_BEGIN_DECLS

/* The children one by one, for the few who do not go where their class goes: who stays in the same
 * grade, moves away, stops, or has no place yet. */
#define TV_TYPE_YEAR_CHILDREN (tv_year_children_get_type ())
G_DECLARE_FINAL_TYPE (TvYearChildren, tv_year_children, TV, YEAR_CHILDREN, AdwBin)

void tv_year_children_show (TvYearChildren *self, TvYearTurn *turn);

G_END_DECLS
