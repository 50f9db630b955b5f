/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "growth/tv-doubt-fit.h"
#include "growth/tv-doubt.h"

G_BEGIN_DECLS

/* Binary fractions of typed decimals differ by less than this. */
#define TV_DOUBT_TINY 1e-6

/* A search for doubts while it goes on. */
typedef struct {
    const TvDoubtInput *input;
    double age_days; /* NAN if not known */
    TvDoubtFit fit;  /* what was to be expected */
    TvDoubt *doubts;
    guint n_doubts;
    gboolean is_asked[2]; /* by TvQuantity: whether there is a question about it */
} TvDoubtSearch;

TvDoubt *_tv_doubt_add (TvDoubtSearch *self, TvDoubtKind kind);
gboolean _tv_doubt_could_be_height (const TvDoubtSearch *self, double cm);
gboolean _tv_doubt_could_be_weight (const TvDoubtSearch *self, double kg, double cm);
void _tv_doubt_score (const TvDoubtSearch *self, TvDate date, TvPosition position, double kg,
                      double cm, TvGrowth *growth);

void _tv_doubt_find_misplaced (TvDoubtSearch *self);
void _tv_doubt_find_digits (TvDoubtSearch *self);
void _tv_doubt_find_neighbour (TvDoubtSearch *self);
void _tv_doubt_find_changes (TvDoubtSearch *self, const TvGrowth *growth);

G_END_DECLS
