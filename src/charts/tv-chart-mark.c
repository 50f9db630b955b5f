/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The shapes by which a value's state is told where there is no colour. */

#include "charts/tv-chart-mark.h"

static void
trace_polygon (cairo_t *cr, TvSpot spot, double radius_pt, const TvSpot *corners, guint n_corners)
{
    for (guint i = 0; i < n_corners; i++)
        cairo_line_to (cr, spot.x_pt + corners[i].x_pt * radius_pt,
                       spot.y_pt + corners[i].y_pt * radius_pt);
    cairo_close_path (cr);
}

/* Corners in radii; sized so that all shapes look equally big. */
static void
trace_mark (TvMark mark, cairo_t *cr, TvSpot spot, double radius_pt)
{
    static const TvSpot square[] = { { -0.9, -0.9 }, { 0.9, -0.9 }, { 0.9, 0.9 }, { -0.9, 0.9 } };
    static const TvSpot diamond[] = { { 0, -1.3 }, { 1.3, 0 }, { 0, 1.3 }, { -1.3, 0 } };
    static const TvSpot up[] = { { 0, -1.3 }, { 1.25, 0.9 }, { -1.25, 0.9 } };
    static const TvSpot down[] = { { 0, 1.3 }, { 1.25, -0.9 }, { -1.25, -0.9 } };
    static const TvSpot cross[] = { { -1.2, -0.8 }, { -0.8, -1.2 }, { 0, -0.4 },   { 0.8, -1.2 },
                                    { 1.2, -0.8 },  { 0.4, 0 },     { 1.2, 0.8 },  { 0.8, 1.2 },
                                    { 0, 0.4 },     { -0.8, 1.2 },  { -1.2, 0.8 }, { -0.4, 0 } };
    static const TvSpot arrow_up[]
        = { { 0, -2 },      { 1.3, -0.2 },   { 0.45, -0.2 }, { 0.45, 1.6 },
            { -0.45, 1.6 }, { -0.45, -0.2 }, { -1.3, -0.2 } };
    static const TvSpot arrow_down[]
        = { { 0, 2 },        { 1.3, 0.2 },   { 0.45, 0.2 }, { 0.45, -1.6 },
            { -0.45, -1.6 }, { -0.45, 0.2 }, { -1.3, 0.2 } };
    static const struct {
        const TvSpot *corners;
        guint n_corners;
    } shapes[] = {
        [TV_MARK_SQUARE] = { square, G_N_ELEMENTS (square) },
        [TV_MARK_DIAMOND] = { diamond, G_N_ELEMENTS (diamond) },
        [TV_MARK_UP] = { up, G_N_ELEMENTS (up) },
        [TV_MARK_DOWN] = { down, G_N_ELEMENTS (down) },
        [TV_MARK_CROSS] = { cross, G_N_ELEMENTS (cross) },
        [TV_MARK_ARROW_UP] = { arrow_up, G_N_ELEMENTS (arrow_up) },
        [TV_MARK_ARROW_DOWN] = { arrow_down, G_N_ELEMENTS (arrow_down) },
    };

    cairo_new_path (cr);
    if (mark == TV_MARK_CIRCLE)
        cairo_arc (cr, spot.x_pt, spot.y_pt, radius_pt, 0, 2 * G_PI);
    else
        trace_polygon (cr, spot, radius_pt, shapes[mark].corners, shapes[mark].n_corners);
}

/**
 * tv_mark_paint:
 * @mark: its shape
 * @is_hollow: whether only its outline is drawn
 * @spot: its middle
 * @radius_pt: its size
 * @colour: its colour
 * @theme: whose ground stands around it
 * @cr: where to
 */
void
tv_mark_paint (TvMark mark, gboolean is_hollow, TvSpot spot, double radius_pt,
               const TvColour *colour, const TvTheme *theme, cairo_t *cr)
{
    trace_mark (mark, cr, spot, radius_pt);
    tv_colour_set (&theme->ground, cr);
    cairo_set_line_width (cr, 1.6);
    cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
    cairo_stroke_preserve (cr);
    if (is_hollow) {
        cairo_fill_preserve (cr);
        tv_colour_set (colour, cr);
        cairo_set_line_width (cr, 1.2);
        cairo_stroke (cr);
        return;
    }
    tv_colour_set (colour, cr);
    cairo_fill (cr);
}
