/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Values in the wrong row: they are odd for the child, and just what the child above or below it on
 * the roll would have by now. Only last times can tell, so both children need one. */

#include "growth/tv-doubt-private.h"

#include <math.h>

/* Weight and height together have to be this far off, as squares of tolerances: one of them by
 * three, or both by a little more than two. */
#define ODD_MISFIT 9.0

/* Either may be this far off for the child whose values they are said to be. */
#define FITTING 2.0

static gboolean
fits_both (const TvDoubtFit *fit, double kg, double cm, TvPosition position)
{
    return fabs (tv_doubt_fit_height (fit, cm, position)) <= FITTING
           && fabs (tv_doubt_fit_weight (fit, kg, cm)) <= FITTING;
}

static gboolean
has_both (const TvDoubtFit *fit)
{
    return !isnan (fit->height_cm) && !isnan (fit->weight_kg);
}

/* Returns how badly the values fit that neighbour, INFINITY where they do not. */
static double
try_neighbour (const TvDoubtInput *input, TvDoubtSide side)
{
    const TvDoubtNeighbour *neighbour = &input->neighbours[side];
    TvDoubtBefore before = {
        .sex = neighbour->sex,
        .birth_date = neighbour->birth_date,
        .date = neighbour->previous_date,
        .position = neighbour->previous_position,
        .weight_kg = neighbour->previous_weight_kg,
        .height_cm = neighbour->previous_height_cm,
    };
    TvDoubtFit fit;

    if (!neighbour->name)
        return INFINITY;
    tv_doubt_fit_init (&fit, &before, input->date);
    if (!has_both (&fit) || !fits_both (&fit, input->weight_kg, input->height_cm, input->position))
        return INFINITY;
    return tv_doubt_fit_misfit (&fit, input->weight_kg, input->height_cm, input->position);
}

/* Whether what stands in the row on that side would be right for this child. */
static gboolean
has_own_values (const TvDoubtSearch *self, TvDoubtSide side)
{
    const TvDoubtNeighbour *neighbour = &self->input->neighbours[side];

    return neighbour->name
           && fits_both (&self->fit, neighbour->weight_kg, neighbour->height_cm,
                         self->input->position);
}

static void
ask (TvDoubtSearch *self, TvDoubtSide side)
{
    const TvDoubtNeighbour *neighbour = &self->input->neighbours[side];
    TvDoubt *doubt = _tv_doubt_add (self, TV_DOUBT_NEIGHBOUR);

    doubt->side = side;
    doubt->can_exchange = (isnan (neighbour->weight_kg) && isnan (neighbour->height_cm))
                          || has_own_values (self, side);
    doubt->is_slip
        = has_own_values (self, side == TV_DOUBT_ABOVE ? TV_DOUBT_BELOW : TV_DOUBT_ABOVE);
    self->is_asked[TV_QUANTITY_WEIGHT] = self->is_asked[TV_QUANTITY_HEIGHT] = TRUE;
}

/**
 * _tv_doubt_find_neighbour:
 *
 * Finds out whether both values fit the child above or below, and not this one.
 */
void
_tv_doubt_find_neighbour (TvDoubtSearch *self)
{
    const TvDoubtInput *input = self->input;
    double above, below;

    if (isnan (input->weight_kg) || isnan (input->height_cm) || !has_both (&self->fit)
        || tv_doubt_fit_misfit (&self->fit, input->weight_kg, input->height_cm, input->position)
               < ODD_MISFIT)
        return;
    above = try_neighbour (input, TV_DOUBT_ABOVE);
    below = try_neighbour (input, TV_DOUBT_BELOW);
    if (!isinf (above) || !isinf (below))
        ask (self, above < below ? TV_DOUBT_ABOVE : TV_DOUBT_BELOW);
}
