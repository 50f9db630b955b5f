/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart of z-scores in ink: every number comes from its layout. */

#include "charts/tv-axis.h"
#include "charts/tv-chart-mark.h"
#include "charts/tv-z-chart-layout.h"

#include <math.h>

static void
paint_grounds (const TvZChartLayout *self, cairo_t *cr, const TvTheme *theme)
{
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
    for (guint i = 0; i < self->n_zones; i++) {
        const TvRect *ground = &self->grounds[i];

        if (self->zones[i].tone == TV_TONE_CALM)
            continue;
        tv_colour_set (&theme->zone[self->zones[i].tone], cr);
        cairo_rectangle (cr, ground->x_pt, ground->y_pt, ground->width_pt, ground->height_pt);
        cairo_fill (cr);
    }
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
}

static void
paint_cutoffs (const TvZChartLayout *self, cairo_t *cr, const TvTheme *theme)
{
    static const double dashes[] = { 2, 2 };

    tv_colour_set (&theme->ink_soft, cr);
    cairo_set_line_width (cr, theme->line_pt);
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
    for (guint i = 1; i < self->n_zones; i++) {
        cairo_move_to (cr, self->grounds[i].x_pt, self->plot.box.y_pt - 3);
        cairo_rel_line_to (cr, 0, self->plot.box.height_pt + 3);
    }
    cairo_stroke (cr);
    cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_curve (const TvZChartLayout *self, cairo_t *cr, const TvTheme *theme)
{
    double bottom_pt = self->plot.box.y_pt + self->plot.box.height_pt;

    for (guint i = 0; i < self->n_spots; i++)
        cairo_line_to (cr, self->curve[i].x_pt, self->curve[i].y_pt);
    cairo_move_to (cr, self->key_from.x_pt, self->key_from.y_pt);
    cairo_line_to (cr, self->key_to.x_pt, self->key_to.y_pt);
    tv_colour_set (&theme->curve, cr);
    cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_width (cr, theme->data_pt);
    cairo_stroke (cr);
    cairo_set_line_width (cr, theme->hair_pt * 1.4);
    cairo_move_to (cr, self->zero_pt, self->plot.box.y_pt);
    cairo_line_to (cr, self->zero_pt, bottom_pt);
    cairo_stroke (cr);
}

static void
paint_mean (const TvZChartLayout *self, cairo_t *cr, const TvTheme *theme)
{
    const double radius_pt = 3.4;

    if (isnan (self->mean_pt))
        return;
    tv_colour_set (&theme->data, cr);
    cairo_set_line_width (cr, theme->data_pt);
    cairo_move_to (cr, self->mean_pt, self->plot.box.y_pt);
    cairo_rel_line_to (cr, 0, self->plot.box.height_pt);
    cairo_stroke (cr);
    tv_mark_paint (TV_MARK_DOWN, FALSE, (TvSpot){ self->mean_pt, self->plot.box.y_pt }, radius_pt,
                   &theme->data, theme, cr);
}

static void
paint_x_ticks (const TvZChartLayout *self, cairo_t *cr, const TvTheme *theme)
{
    tv_colour_set (&theme->ink, cr);
    cairo_set_line_width (cr, theme->hair_pt * 1.4);
    for (guint i = 0; i < self->x_ticks->len; i++) {
        cairo_move_to (cr, g_array_index (self->x_ticks, TvTick, i).position_pt,
                       self->plot.box.y_pt + self->plot.box.height_pt);
        cairo_rel_line_to (cr, 0, 3);
    }
    cairo_stroke (cr);
}

/**
 * tv_z_chart_paint:
 * @self: where everything stands
 * @cr: where to draw, in points; the whole clip gets the ground's colour
 * @theme: with which look; the one the layout was made with
 */
void
tv_z_chart_paint (const TvZChartLayout *self, cairo_t *cr, const TvTheme *theme)
{
    cairo_save (cr);
    tv_colour_set (&theme->ground, cr);
    cairo_paint (cr);
    paint_grounds (self, cr, theme);
    tv_percent_plot_paint_grid (&self->plot, cr, theme);
    for (guint i = 0; i < self->columns->len; i++)
        tv_chart_bar_paint (&g_array_index (self->columns, TvZColumn, i).bar, cr, theme);
    paint_cutoffs (self, cr, theme);
    paint_curve (self, cr, theme);
    tv_percent_plot_paint_frame (&self->plot, cr, theme);
    paint_x_ticks (self, cr, theme);
    paint_mean (self, cr, theme);
    tv_chart_labels_paint (self->labels, cr, theme);
    cairo_restore (cr);
}

/**
 * tv_z_chart_draw:
 * @self: what to show
 * @cr: where to draw, in points from its origin
 * @width_pt: how wide
 * @height_pt: how high
 * @theme: with which look
 *
 * One door for screen, paper, PDF, SVG and PNG.
 */
void
tv_z_chart_draw (const TvZChart *self, cairo_t *cr, double width_pt, double height_pt,
                 const TvTheme *theme)
{
    g_autoptr (TvZChartLayout) layout = tv_z_chart_layout_new (self, width_pt, height_pt, theme);

    cairo_save (cr);
    cairo_rectangle (cr, 0, 0, width_pt, height_pt);
    cairo_clip (cr);
    tv_z_chart_paint (layout, cr, theme);
    cairo_restore (cr);
}
