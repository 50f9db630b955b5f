/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart of rounds in ink: every number comes from its layout. */

#include "charts/tv-axis.h"
#include "charts/tv-trend-chart-layout.h"

#include <math.h>

/* Of the radius of a mark. */
#define SAME_SHARE 1.2
#define CAP_SHARE 0.8

/* Of the end of an interval: crowded intervals are drawn thinner, too. */
#define THIN_SHARE 0.55

static const double same_dashes[] = { 3, 2 };
static const double target_dashes[] = { 6, 3 };

static void
paint_years (const TvTrendChartLayout *self, cairo_t *cr, const TvTheme *theme)
{
    const double foot_pt = 24;

    tv_colour_set (&theme->grid, cr);
    cairo_set_line_width (cr, theme->hair_pt);
    for (guint i = 0; i < self->year_ends->len; i++) {
        cairo_move_to (cr, g_array_index (self->year_ends, double, i), self->plot.box.y_pt);
        cairo_rel_line_to (cr, 0, self->plot.box.height_pt + foot_pt);
    }
    cairo_stroke (cr);
}

static void
paint_target (const TvTrendChartLayout *self, cairo_t *cr, const TvTheme *theme)
{
    if (isnan (self->target_pt))
        return;
    tv_colour_set (&theme->target, cr);
    cairo_set_line_width (cr, theme->line_pt);
    cairo_set_dash (cr, target_dashes, G_N_ELEMENTS (target_dashes), 0);
    cairo_move_to (cr, self->plot.box.x_pt, self->target_pt);
    cairo_rel_line_to (cr, self->plot.box.width_pt, 0);
    cairo_stroke (cr);
    cairo_set_dash (cr, NULL, 0, 0);
}

/* An interval that goes on past the plot ends in a point instead of a bar. */
static void
paint_interval (const TvTrendStop *stop, double cap_pt, cairo_t *cr, const TvTheme *theme)
{
    const TvColour *colour = stop->tone == TV_TONE_CALM ? &theme->data : &theme->state[stop->tone];

    tv_colour_set (colour, cr);
    cairo_set_line_width (cr, stop->is_chosen ? theme->data_pt
                                              : MIN (theme->line_pt, cap_pt * THIN_SHARE));
    cairo_move_to (cr, stop->x_pt, stop->lower_pt);
    cairo_line_to (cr, stop->x_pt, stop->upper_pt);
    cairo_move_to (cr, stop->x_pt - cap_pt, stop->lower_pt);
    cairo_rel_line_to (cr, 2 * cap_pt, 0);
    if (stop->is_beyond) {
        cairo_move_to (cr, stop->x_pt - cap_pt, stop->upper_pt + cap_pt);
        cairo_line_to (cr, stop->x_pt, stop->upper_pt);
        cairo_line_to (cr, stop->x_pt + cap_pt, stop->upper_pt + cap_pt);
    } else {
        cairo_move_to (cr, stop->x_pt - cap_pt, stop->upper_pt);
        cairo_rel_line_to (cr, 2 * cap_pt, 0);
    }
    cairo_stroke (cr);
}

/* A round without a rate breaks the line. */
static void
paint_line (const TvTrendChartLayout *self, cairo_t *cr, gboolean is_same)
{
    gboolean is_drawing = FALSE;

    for (guint i = 0; i < self->stops->len; i++) {
        const TvTrendStop *stop = &g_array_index (self->stops, TvTrendStop, i);
        double y_pt = is_same ? stop->same_pt : stop->rate_pt;

        if (!isnan (y_pt) && is_drawing)
            cairo_line_to (cr, stop->x_pt, y_pt);
        else if (!isnan (y_pt))
            cairo_move_to (cr, stop->x_pt, y_pt);
        is_drawing = !isnan (y_pt);
    }
    cairo_stroke (cr);
}

static void
paint_lines (const TvTrendChartLayout *self, cairo_t *cr, const TvTheme *theme)
{
    cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
    tv_colour_set (&theme->ink_soft, cr);
    cairo_set_line_width (cr, theme->line_pt);
    cairo_set_dash (cr, same_dashes, G_N_ELEMENTS (same_dashes), 0);
    paint_line (self, cr, TRUE);
    cairo_set_dash (cr, NULL, 0, 0);
    tv_colour_set (&theme->data, cr);
    cairo_set_line_width (cr, theme->data_pt);
    paint_line (self, cr, FALSE);
}

static void
paint_marks (const TvTrendChartLayout *self, const TvTrendStop *stop, cairo_t *cr,
             const TvTheme *theme)
{
    const TvColour *colour = stop->tone == TV_TONE_CALM ? &theme->data : &theme->state[stop->tone];

    if (!isnan (stop->same_pt))
        tv_mark_paint (TV_MARK_SQUARE, TRUE, (TvSpot){ stop->x_pt, stop->same_pt },
                       self->mark_pt * SAME_SHARE, &theme->ink_soft, theme, cr);
    if (isnan (stop->rate_pt))
        return;
    tv_mark_paint (TV_MARK_CIRCLE, FALSE, (TvSpot){ stop->x_pt, stop->rate_pt },
                   self->mark_pt * (stop->is_chosen ? 1.2 : 1), colour, theme, cr);
    if (stop->is_chosen) {
        tv_colour_set (colour, cr);
        cairo_set_line_width (cr, theme->line_pt);
        cairo_new_path (cr);
        cairo_arc (cr, stop->x_pt, stop->rate_pt, self->ring_pt, 0, 2 * G_PI);
        cairo_stroke (cr);
    }
}

/* A piece of each line before its words. */
static void
paint_key (const TvTrendKey *key, double mark_pt, cairo_t *cr, const TvTheme *theme)
{
    const TvColour *colours[] = { [TV_TREND_ALL] = &theme->data,
                                  [TV_TREND_SAME] = &theme->ink_soft,
                                  [TV_TREND_TARGET] = &theme->target };
    const TvColour *colour = colours[key->kind];

    tv_colour_set (colour, cr);
    cairo_set_line_width (cr, key->kind == TV_TREND_ALL ? theme->data_pt : theme->line_pt);
    if (key->kind == TV_TREND_SAME)
        cairo_set_dash (cr, same_dashes, G_N_ELEMENTS (same_dashes), 0);
    if (key->kind == TV_TREND_TARGET)
        cairo_set_dash (cr, target_dashes, G_N_ELEMENTS (target_dashes), 0);
    cairo_move_to (cr, key->spot.x_pt - TV_TREND_KEY_REACH_PT, key->spot.y_pt);
    cairo_rel_line_to (cr, 2 * TV_TREND_KEY_REACH_PT, 0);
    cairo_stroke (cr);
    cairo_set_dash (cr, NULL, 0, 0);
    if (key->kind == TV_TREND_ALL)
        tv_mark_paint (TV_MARK_CIRCLE, FALSE, key->spot, mark_pt, colour, theme, cr);
    if (key->kind == TV_TREND_SAME)
        tv_mark_paint (TV_MARK_SQUARE, TRUE, key->spot, mark_pt, colour, theme, cr);
}

static void
paint_stops (const TvTrendChartLayout *self, cairo_t *cr, const TvTheme *theme)
{
    double bottom_pt = self->plot.box.y_pt + self->plot.box.height_pt;

    for (guint i = 0; i < self->stops->len; i++) {
        const TvTrendStop *stop = &g_array_index (self->stops, TvTrendStop, i);

        tv_colour_set (&theme->ink, cr);
        cairo_set_line_width (cr, theme->hair_pt * 1.4);
        cairo_move_to (cr, stop->x_pt, bottom_pt);
        cairo_rel_line_to (cr, 0, 3);
        cairo_stroke (cr);
        if (!isnan (stop->rate_pt))
            paint_interval (stop, self->mark_pt * CAP_SHARE, cr, theme);
    }
    paint_lines (self, cr, theme);
    for (guint i = 0; i < self->stops->len; i++)
        paint_marks (self, &g_array_index (self->stops, TvTrendStop, i), cr, theme);
}

/**
 * tv_trend_chart_paint:
 * @self: where everything stands
 * @cr: where to draw, in points; the whole clip gets the ground's colour
 * @theme: with which look; the one the layout was made with
 */
void
tv_trend_chart_paint (const TvTrendChartLayout *self, cairo_t *cr, const TvTheme *theme)
{
    cairo_save (cr);
    tv_colour_set (&theme->ground, cr);
    cairo_paint (cr);
    paint_years (self, cr, theme);
    tv_percent_plot_paint_grid (&self->plot, cr, theme);
    paint_target (self, cr, theme);
    tv_percent_plot_paint_frame (&self->plot, cr, theme);
    paint_stops (self, cr, theme);
    for (guint i = 0; i < self->n_keys; i++)
        paint_key (&self->keys[i], self->mark_pt, cr, theme);
    tv_chart_labels_paint (self->labels, cr, theme);
    cairo_restore (cr);
}

/**
 * tv_trend_chart_draw:
 * @self: what to show
 * @cr: where to draw, in points from its origin
 * @width_pt: how wide
 * @height_pt: how high
 * @theme: with which look
 *
 * One door for screen, paper, PDF, SVG and PNG.
 */
void
tv_trend_chart_draw (const TvTrendChart *self, cairo_t *cr, double width_pt, double height_pt,
                     const TvTheme *theme)
{
    g_autoptr (TvTrendChartLayout) layout
        = tv_trend_chart_layout_new (self, width_pt, height_pt, theme);

    cairo_save (cr);
    cairo_rectangle (cr, 0, 0, width_pt, height_pt);
    cairo_clip (cr);
    tv_trend_chart_paint (layout, cr, theme);
    cairo_restore (cr);
}
