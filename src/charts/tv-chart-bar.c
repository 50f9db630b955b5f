/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A bar: softly filled so that a curve can be drawn over it, with a clear edge, and with a pattern
 * where it is to stand out. */

#include "charts/tv-chart-bar.h"

/* How much of its colour a bar is filled with; the rest is the ground's. */
#define FILL_SHARE 0.36
#define HATCH_STEP_PT 4

static TvColour
mix (const TvColour *colour, const TvColour *ground, double share)
{
    return (TvColour){ colour->red * share + ground->red * (1 - share),
                       colour->green * share + ground->green * (1 - share),
                       colour->blue * share + ground->blue * (1 - share) };
}

static void
hatch (const TvChartBar *self, cairo_t *cr)
{
    const TvRect *box = &self->box;
    double reach_pt = box->height_pt;
    /* All bars share one raster, so that the pattern runs through neighbours. */
    double first_pt = HATCH_STEP_PT * (int) ((box->x_pt - reach_pt) / HATCH_STEP_PT - 1);

    for (double x_pt = first_pt; x_pt < box->x_pt + box->width_pt + reach_pt;
         x_pt += HATCH_STEP_PT) {
        double bottom_pt = box->y_pt + box->height_pt;

        cairo_move_to (cr, x_pt, bottom_pt);
        cairo_rel_line_to (cr, self->slant == TV_SLANT_UP ? reach_pt : -reach_pt, -reach_pt);
    }
    cairo_stroke (cr);
}

/**
 * tv_chart_bar_paint:
 * @self: where it stands and how it stands out
 * @cr: where to, in points
 * @theme: with which colours
 */
void
tv_chart_bar_paint (const TvChartBar *self, cairo_t *cr, const TvTheme *theme)
{
    const TvColour *colour = self->tone == TV_TONE_CALM ? &theme->data : &theme->state[self->tone];
    TvColour fill = mix (colour, &theme->ground, FILL_SHARE);

    if (self->box.height_pt <= 0)
        return;
    cairo_save (cr);
    cairo_rectangle (cr, self->box.x_pt, self->box.y_pt, self->box.width_pt, self->box.height_pt);
    tv_colour_set (&fill, cr);
    cairo_fill_preserve (cr);
    tv_colour_set (colour, cr);
    if (self->slant != TV_SLANT_NONE) {
        cairo_save (cr);
        cairo_clip_preserve (cr);
        cairo_new_path (cr);
        cairo_set_line_width (cr, theme->line_pt * 0.9);
        hatch (self, cr);
        cairo_restore (cr);
        cairo_rectangle (cr, self->box.x_pt, self->box.y_pt, self->box.width_pt,
                         self->box.height_pt);
    }
    cairo_set_line_width (cr, theme->line_pt);
    cairo_stroke (cr);
    cairo_restore (cr);
}
