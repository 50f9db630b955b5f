/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-year-turn.h"

G_BEGIN_DECLS

/* A child of the year that ends, as a list holds it. */
#define TV_TYPE_YEAR_ITEM (tv_year_item_get_type ())
G_DECLARE_FINAL_TYPE (TvYearItem, tv_year_item, TV, YEAR_ITEM, GObject)

TvYearItem *tv_year_item_new (TvYearProposal *proposal, guint index);
const TvYearChild *tv_year_item_get_child (TvYearItem *self);
const char *tv_year_item_get_class_name (TvYearItem *self);
gboolean tv_year_item_matches (TvYearItem *self, const char *folded_query);

G_END_DECLS
