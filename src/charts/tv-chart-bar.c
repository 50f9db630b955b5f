/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A bar: softly filled so that a curve can be drawn over it, with a clear edge, and with a pattern
 * where it is to stand out. */

#include "charts/tv-chart-bar.h"

#include <math.h>

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

/* Lines on which x + y, or for the other slant x - y, is a multiple of the step, so that the
 * pattern runs on through neighbours. Only the pieces within the bar are traced: that needs no
 * clip. */
static void
trace_hatch (const TvChartBar *self, cairo_t *cr)
{
    double sign = self->slant == TV_SLANT_UP ? 1 : -1;
    double left_pt = self->box.x_pt, right_pt = left_pt + self->box.width_pt;
    double top_pt = self->box.y_pt, bottom_pt = top_pt + self->box.height_pt;
    double least_pt = MIN (sign * top_pt, sign * bottom_pt);
    double most_pt = MAX (sign * top_pt, sign * bottom_pt);

    for (double sum_pt = ceil ((left_pt + least_pt) / HATCH_STEP_PT) * HATCH_STEP_PT;
         sum_pt < right_pt + most_pt; sum_pt += HATCH_STEP_PT) {
        double from_pt = MAX (left_pt, sum_pt - most_pt);
        double to_pt = MIN (right_pt, sum_pt - least_pt);

        cairo_move_to (cr, from_pt, sign * (sum_pt - from_pt));
        cairo_line_to (cr, to_pt, sign * (sum_pt - to_pt));
    }
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
    cairo_rectangle (cr, self->box.x_pt, self->box.y_pt, self->box.width_pt, self->box.height_pt);
    tv_colour_set (&fill, cr);
    cairo_fill (cr);
    tv_colour_set (colour, cr);
    if (self->slant != TV_SLANT_NONE) {
        cairo_set_line_width (cr, theme->line_pt * 0.9);
        trace_hatch (self, cr);
        cairo_stroke (cr);
    }
    cairo_rectangle (cr, self->box.x_pt, self->box.y_pt, self->box.width_pt, self->box.height_pt);
    cairo_set_line_width (cr, theme->line_pt);
    cairo_stroke (cr);
}
