/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rectangles in points, and labels that stand in each other's way. */

#include "charts/tv-geometry.h"

/**
 * tv_rect_contains:
 *
 * Returns: whether the spot lies in @rect or on its edge
 */
gboolean
tv_rect_contains (const TvRect *rect, double x_pt, double y_pt)
{
    return x_pt >= rect->x_pt && x_pt <= rect->x_pt + rect->width_pt && y_pt >= rect->y_pt
           && y_pt <= rect->y_pt + rect->height_pt;
}

/**
 * tv_rect_overlaps:
 *
 * Returns: whether @a and @b share more than an edge
 */
gboolean
tv_rect_overlaps (const TvRect *a, const TvRect *b)
{
    return a->x_pt < b->x_pt + b->width_pt && b->x_pt < a->x_pt + a->width_pt
           && a->y_pt < b->y_pt + b->height_pt && b->y_pt < a->y_pt + a->height_pt;
}

/**
 * tv_rect_is_inside:
 *
 * Returns: whether @inner lies wholly in @outer
 */
gboolean
tv_rect_is_inside (const TvRect *inner, const TvRect *outer)
{
    return tv_rect_contains (outer, inner->x_pt, inner->y_pt)
           && tv_rect_contains (outer, inner->x_pt + inner->width_pt,
                                inner->y_pt + inner->height_pt);
}

/**
 * tv_push_apart:
 * @middles_pt: (inout) (array length=n): where labels want to stand, in rising order
 * @n: how many there are
 * @gap_pt: the least distance between the middles of two neighbours
 * @first_pt: no middle may lie before this
 * @last_pt: no middle may lie after this, where there is room for all of them
 *
 * Moves labels along one line just as far as it takes for none to cover its neighbour: down from
 * the first, then back up from the end.
 */
void
tv_push_apart (double *middles_pt, guint n, double gap_pt, double first_pt, double last_pt)
{
    double least = first_pt, most = last_pt;

    for (guint i = 0; i < n; i++) {
        middles_pt[i] = MAX (middles_pt[i], least);
        least = middles_pt[i] + gap_pt;
    }
    for (guint i = n; i > 0; i--) {
        middles_pt[i - 1] = MIN (middles_pt[i - 1], most);
        most = middles_pt[i - 1] - gap_pt;
    }
}

/**
 * tv_settle_apart:
 * @middles_pt: (inout) (array length=n): where things want to have their middles, in rising order
 * @lengths_pt: (array length=n): how long each is along the line
 * @n: how many there are
 * @gap_pt: the least room between two neighbours
 * @first_pt: nothing may begin before this
 * @last_pt: nothing may end after this, where there is room for all of them
 *
 * As tv_push_apart(), for things of unlike lengths.
 */
void
tv_settle_apart (double *middles_pt, const double *lengths_pt, guint n, double gap_pt,
                 double first_pt, double last_pt)
{
    double least = first_pt, most = last_pt;

    for (guint i = 0; i < n; i++) {
        middles_pt[i] = MAX (middles_pt[i], least + lengths_pt[i] / 2);
        least = middles_pt[i] + lengths_pt[i] / 2 + gap_pt;
    }
    for (guint i = n; i > 0; i--) {
        middles_pt[i - 1] = MIN (middles_pt[i - 1], most - lengths_pt[i - 1] / 2);
        most = middles_pt[i - 1] - lengths_pt[i - 1] / 2 - gap_pt;
    }
}
