/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A growth chart in ink: every number comes from its layout. */

#include "charts/tv-axis.h"
#include "charts/tv-chart-mark.h"
#include "charts/tv-growth-chart-layout.h"

#include <math.h>

/* The pattern alone says which line it is: 0 and ±2 whole, ±1 dotted, ±3 dashed. */
static void
set_pattern (cairo_t *cr, const TvTheme *theme, int z)
{
    static const double dots[] = { 0.8, 2.4 }, dashes[] = { 6, 2.5 };

    cairo_set_dash (cr, NULL, 0, 0);
    cairo_set_line_width (cr, theme->line_pt);
    if (ABS (z) == 1) {
        cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
        cairo_set_line_width (cr, theme->line_pt * 0.8);
    } else if (ABS (z) == 3) {
        cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
    } else if (z == 0) {
        cairo_set_line_width (cr, theme->line_pt * 0.8);
    } else {
        cairo_set_line_width (cr, theme->line_pt * 1.25);
    }
}

static void
trace (cairo_t *cr, const TvSpot *spots, guint n_spots)
{
    for (guint i = 0; i < n_spots; i++)
        cairo_line_to (cr, spots[i].x_pt, spots[i].y_pt);
}

static void
clip_to_plot (const TvGrowthChartLayout *self, cairo_t *cr)
{
    cairo_rectangle (cr, self->plot.x_pt, self->plot.y_pt, self->plot.width_pt,
                     self->plot.height_pt);
    cairo_clip (cr);
}

/* Slanted hair lines over the plot; low and high zones slant against each other. */
static void
hatch (const TvGrowthChartLayout *self, cairo_t *cr, gboolean is_low)
{
    const double step_pt = 6;
    double reach_pt = self->plot.height_pt;

    for (double x_pt = self->plot.x_pt - reach_pt; x_pt < self->plot.x_pt + self->plot.width_pt;
         x_pt += step_pt) {
        cairo_move_to (cr, is_low ? x_pt : x_pt + reach_pt, self->plot.y_pt);
        cairo_line_to (cr, is_low ? x_pt + reach_pt : x_pt, self->plot.y_pt + reach_pt);
    }
    cairo_stroke (cr);
}

static void
paint_zone (const TvGrowthChartLayout *self, cairo_t *cr, const TvTheme *theme,
            const TvGrowthZone *zone)
{
    trace (cr, zone->outline, zone->n_spots);
    cairo_close_path (cr);
    tv_colour_set (&theme->zone[zone->tone], cr);
    if (zone->tone != TV_TONE_ACT) {
        cairo_fill (cr);
        return;
    }
    cairo_fill_preserve (cr);
    cairo_save (cr);
    cairo_clip (cr);
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
    tv_colour_set (&theme->hatch, cr);
    cairo_set_line_width (cr, theme->hair_pt);
    hatch (self, cr, zone->is_low);
    cairo_restore (cr);
}

static void
paint_zones (const TvGrowthChartLayout *self, cairo_t *cr, const TvTheme *theme)
{
    /* Zones share their edges; softened edges would leave hair lines of the ground between. */
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
    for (guint i = 0; i < self->zones->len; i++)
        paint_zone (self, cr, theme, g_ptr_array_index (self->zones, i));
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
}

static void
paint_grid (const TvGrowthChartLayout *self, cairo_t *cr, const TvTheme *theme)
{
    double bottom_pt = self->plot.y_pt + self->plot.height_pt;

    tv_colour_set (&theme->grid, cr);
    cairo_set_line_width (cr, theme->hair_pt);
    for (guint i = 0; i < self->y_ticks->len; i++) {
        const TvTick *tick = &g_array_index (self->y_ticks, TvTick, i);

        cairo_move_to (cr, self->plot.x_pt, tick->position_pt);
        cairo_rel_line_to (cr, self->plot.width_pt, 0);
    }
    for (guint i = 0; i < self->x_ticks->len; i++) {
        const TvTick *tick = &g_array_index (self->x_ticks, TvTick, i);

        if (tick->is_strong) {
            cairo_move_to (cr, tick->position_pt, self->plot.y_pt);
            cairo_line_to (cr, tick->position_pt, bottom_pt);
        }
    }
    cairo_stroke (cr);
}

static void
paint_lines (const TvGrowthChartLayout *self, cairo_t *cr, const TvTheme *theme)
{
    tv_colour_set (&theme->curve, cr);
    cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
    for (guint i = 0; i < self->lines->len; i++) {
        const TvGrowthLine *line = g_ptr_array_index (self->lines, i);

        set_pattern (cr, theme, line->z);
        trace (cr, line->spots, line->n_spots);
        cairo_stroke (cr);
    }
    cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_seams (const TvGrowthChartLayout *self, cairo_t *cr, const TvTheme *theme)
{
    static const double dashes[] = { 2, 2 };

    tv_colour_set (&theme->ink_soft, cr);
    cairo_set_line_width (cr, theme->hair_pt);
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
    for (guint i = 0; i < self->seams->len; i++) {
        cairo_move_to (cr, g_array_index (self->seams, double, i), self->plot.y_pt);
        cairo_rel_line_to (cr, 0, self->plot.height_pt);
    }
    cairo_stroke (cr);
    cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_frame (const TvGrowthChartLayout *self, cairo_t *cr, const TvTheme *theme)
{
    const double tick_pt = 3;
    double bottom_pt = self->plot.y_pt + self->plot.height_pt;

    tv_colour_set (&theme->ink, cr);
    cairo_set_line_width (cr, theme->hair_pt * 1.4);
    cairo_rectangle (cr, self->plot.x_pt, self->plot.y_pt, self->plot.width_pt,
                     self->plot.height_pt);
    for (guint i = 0; i < self->x_ticks->len; i++) {
        cairo_move_to (cr, g_array_index (self->x_ticks, TvTick, i).position_pt, bottom_pt);
        cairo_rel_line_to (cr, 0, tick_pt);
    }
    for (guint i = 0; i < self->y_ticks->len; i++) {
        cairo_move_to (cr, self->plot.x_pt, g_array_index (self->y_ticks, TvTick, i).position_pt);
        cairo_rel_line_to (cr, -tick_pt, 0);
    }
    cairo_stroke (cr);
}

static void
paint_joints (const TvGrowthChartLayout *self, cairo_t *cr, const TvTheme *theme,
              gboolean are_leaders)
{
    static const double dots[] = { 0.8, 2 };

    if (are_leaders)
        cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
    tv_colour_set (&theme->data, cr);
    cairo_set_line_width (cr, are_leaders ? theme->hair_pt : theme->data_pt);
    cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
    for (guint i = 0; i < self->joints->len; i++) {
        const TvGrowthJoint *joint = &g_array_index (self->joints, TvGrowthJoint, i);

        if (joint->is_leader == are_leaders) {
            cairo_move_to (cr, joint->from.x_pt, joint->from.y_pt);
            cairo_line_to (cr, joint->to.x_pt, joint->to.y_pt);
        }
    }
    cairo_stroke (cr);
    cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
    cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_marks (const TvGrowthChartLayout *self, cairo_t *cr, const TvTheme *theme)
{
    for (guint i = 0; i < self->marks->len; i++) {
        const TvGrowthMark *mark = &g_array_index (self->marks, TvGrowthMark, i);
        const TvColour *colour
            = mark->tone == TV_TONE_CALM ? &theme->data : &theme->state[mark->tone];

        tv_mark_paint (mark->mark, mark->is_hollow, mark->spot, mark->radius_pt, colour, theme, cr);
    }
}

/**
 * tv_growth_chart_paint:
 * @self: where everything stands
 * @cr: where to draw, in points; the whole clip gets the ground's colour
 * @theme: with which look; the one the layout was made with
 */
void
tv_growth_chart_paint (const TvGrowthChartLayout *self, cairo_t *cr, const TvTheme *theme)
{
    cairo_save (cr);
    tv_colour_set (&theme->ground, cr);
    cairo_paint (cr);
    cairo_save (cr);
    clip_to_plot (self, cr);
    paint_zones (self, cr, theme);
    paint_grid (self, cr, theme);
    paint_lines (self, cr, theme);
    paint_seams (self, cr, theme);
    paint_joints (self, cr, theme, TRUE);
    paint_joints (self, cr, theme, FALSE);
    cairo_restore (cr);
    paint_frame (self, cr, theme);
    tv_chart_labels_paint (self->labels, cr, theme);
    paint_marks (self, cr, theme);
    cairo_restore (cr);
}

/**
 * tv_growth_chart_draw:
 * @self: what to show
 * @cr: where to draw, in points from its origin
 * @width_pt: how wide
 * @height_pt: how high
 * @theme: with which look
 *
 * One door for screen, paper, PDF, SVG and PNG.
 */
void
tv_growth_chart_draw (const TvGrowthChart *self, cairo_t *cr, double width_pt, double height_pt,
                      const TvTheme *theme)
{
    g_autoptr (TvGrowthChartLayout) layout
        = tv_growth_chart_layout_new (self, width_pt, height_pt, theme);

    cairo_save (cr);
    cairo_rectangle (cr, 0, 0, width_pt, height_pt);
    cairo_clip (cr);
    tv_growth_chart_paint (layout, cr, theme);
    cairo_restore (cr);
}
