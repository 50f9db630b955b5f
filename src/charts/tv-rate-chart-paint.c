/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart of rates in ink: every number comes from its layout. */

#include "charts/tv-axis.h"
#include "charts/tv-chart-mark.h"
#include "charts/tv-rate-chart-layout.h"

#include <math.h>

static void
paint_grid (const TvRateChartLayout *self, cairo_t *cr, const TvTheme *theme)
{
    tv_colour_set (&theme->grid, cr);
    cairo_set_line_width (cr, theme->hair_pt);
    for (guint i = 0; i < self->ticks->len; i++) {
        cairo_move_to (cr, g_array_index (self->ticks, TvTick, i).position_pt, self->plot.y_pt);
        cairo_rel_line_to (cr, 0, self->plot.height_pt);
    }
    for (guint i = 1; i < self->bars->len; i++) {
        const TvRateBar *bar = &g_array_index (self->bars, TvRateBar, i);

        cairo_move_to (cr, 0, bar->row.y_pt);
        cairo_rel_line_to (cr, bar->row.width_pt, 0);
    }
    cairo_stroke (cr);
}

/* The whole stands on ground of its own, apart from its parts. */
static void
paint_stripes (const TvRateChartLayout *self, cairo_t *cr, const TvTheme *theme)
{
    tv_colour_set (&theme->zone[TV_TONE_CALM], cr);
    for (guint i = 0; i < self->bars->len; i++) {
        const TvRateBar *bar = &g_array_index (self->bars, TvRateBar, i);

        if (!bar->is_whole || self->bars->len == 1)
            continue;
        cairo_rectangle (cr, bar->row.x_pt, bar->row.y_pt, bar->row.width_pt, bar->row.height_pt);
        cairo_fill (cr);
    }
}

static void
paint_target (const TvRateChartLayout *self, cairo_t *cr, const TvTheme *theme)
{
    static const double dashes[] = { 4, 2.5 };

    if (isnan (self->target_pt))
        return;
    tv_colour_set (&theme->target, cr);
    cairo_set_line_width (cr, theme->line_pt);
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
    cairo_move_to (cr, self->target_pt, self->plot.y_pt);
    cairo_rel_line_to (cr, 0, self->plot.height_pt);
    cairo_stroke (cr);
    cairo_set_dash (cr, NULL, 0, 0);
}

/* An interval that goes on past the plot ends in a point instead of a bar. */
static void
trace_interval (const TvRateBar *bar, cairo_t *cr, double cap_pt)
{
    cairo_move_to (cr, bar->lower_pt, bar->middle_pt);
    cairo_line_to (cr, bar->upper_pt, bar->middle_pt);
    cairo_move_to (cr, bar->lower_pt, bar->middle_pt - cap_pt);
    cairo_rel_line_to (cr, 0, 2 * cap_pt);
    if (bar->is_beyond) {
        cairo_move_to (cr, bar->upper_pt - cap_pt, bar->middle_pt - cap_pt);
        cairo_line_to (cr, bar->upper_pt, bar->middle_pt);
        cairo_line_to (cr, bar->upper_pt - cap_pt, bar->middle_pt + cap_pt);
    } else {
        cairo_move_to (cr, bar->upper_pt, bar->middle_pt - cap_pt);
        cairo_rel_line_to (cr, 0, 2 * cap_pt);
    }
}

static void
paint_bar (const TvRateBar *bar, cairo_t *cr, const TvTheme *theme)
{
    const TvColour *colour = bar->tone == TV_TONE_CALM ? &theme->data : &theme->state[bar->tone];
    double cap_pt = MIN (bar->row.height_pt * 0.2, 3);
    double radius_pt = MIN (bar->row.height_pt * 0.25, bar->is_whole ? 4.2 : 3.2);

    tv_colour_set (colour, cr);
    cairo_set_line_width (cr, bar->is_whole ? theme->data_pt : theme->line_pt);
    trace_interval (bar, cr, cap_pt);
    cairo_stroke (cr);
    tv_mark_paint (bar->is_whole ? TV_MARK_DIAMOND : TV_MARK_CIRCLE, FALSE,
                   (TvSpot){ bar->rate_pt, bar->middle_pt }, radius_pt, colour, theme, cr);
}

static void
paint_frame (const TvRateChartLayout *self, cairo_t *cr, const TvTheme *theme)
{
    tv_colour_set (&theme->ink, cr);
    cairo_set_line_width (cr, theme->hair_pt * 1.4);
    cairo_move_to (cr, self->plot.x_pt, self->plot.y_pt);
    cairo_rel_line_to (cr, 0, self->plot.height_pt);
    cairo_rel_line_to (cr, self->plot.width_pt, 0);
    for (guint i = 0; i < self->ticks->len; i++) {
        cairo_move_to (cr, g_array_index (self->ticks, TvTick, i).position_pt,
                       self->plot.y_pt + self->plot.height_pt);
        cairo_rel_line_to (cr, 0, 3);
    }
    cairo_stroke (cr);
}

/**
 * tv_rate_chart_paint:
 * @self: where everything stands
 * @cr: where to draw, in points; the whole clip gets the ground's colour
 * @theme: with which look; the one the layout was made with
 */
void
tv_rate_chart_paint (const TvRateChartLayout *self, cairo_t *cr, const TvTheme *theme)
{
    cairo_save (cr);
    tv_colour_set (&theme->ground, cr);
    cairo_paint (cr);
    paint_stripes (self, cr, theme);
    paint_grid (self, cr, theme);
    paint_target (self, cr, theme);
    paint_frame (self, cr, theme);
    for (guint i = 0; i < self->bars->len; i++) {
        const TvRateBar *bar = &g_array_index (self->bars, TvRateBar, i);

        if (bar->has_rate)
            paint_bar (bar, cr, theme);
    }
    tv_chart_labels_paint (self->labels, cr, theme);
    cairo_restore (cr);
}

/**
 * tv_rate_chart_draw:
 * @self: what to show
 * @cr: where to draw, in points from its origin
 * @width_pt: how wide
 * @height_pt: how high; tv_rate_chart_natural_height() is what it wants
 * @theme: with which look
 *
 * One door for screen, paper, PDF, SVG and PNG.
 */
void
tv_rate_chart_draw (const TvRateChart *self, cairo_t *cr, double width_pt, double height_pt,
                    const TvTheme *theme)
{
    g_autoptr (TvRateChartLayout) layout
        = tv_rate_chart_layout_new (self, width_pt, height_pt, theme);

    cairo_save (cr);
    cairo_rectangle (cr, 0, 0, width_pt, height_pt);
    cairo_clip (cr);
    tv_rate_chart_paint (layout, cr, theme);
    cairo_restore (cr);
}
