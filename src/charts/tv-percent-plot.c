/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A plot over an axis of percent at its left: its numbers, its grid, its frame. */

#include "charts/tv-percent-plot.h"

#include "base/tv-number.h"
#include "charts/tv-axis.h"

#define TICK_PT 3
#define NUMBER_GAP_PT 4

/* One number on the axis wants this much height. */
#define STEP_PT 26

/**
 * tv_small_style:
 * @theme: whose font is meant
 *
 * Returns: the style of the small words on a chart, never below #TV_SMALLEST_LETTERS_PT
 */
TvTextStyle
tv_small_style (const TvTheme *theme)
{
    return tv_text_style (theme, MAX (theme->small_pt, TV_SMALLEST_LETTERS_PT));
}

/**
 * tv_line_height:
 *
 * Returns: how high one line of such words is, in points, with all accents
 */
double
tv_line_height (const TvTextStyle *style)
{
    double width_pt, height_pt;

    tv_chart_text_measure (style, "Ằg", &width_pt, &height_pt);
    return height_pt;
}

/**
 * tv_percent_plot_gutter:
 * @last_percent: where the axis ends
 * @theme: the look
 *
 * Returns: how much room the numbers want at the left of the plot, in points
 */
double
tv_percent_plot_gutter (double last_percent, const TvTheme *theme)
{
    TvTextStyle style = tv_small_style (theme);
    g_autofree char *number = tv_number_format (last_percent, last_percent < 5 ? 1 : 0);
    g_autofree char *text = g_strconcat (number, " %", NULL);
    double width_pt, height_pt;

    tv_chart_text_measure (&style, text, &width_pt, &height_pt);
    return width_pt + NUMBER_GAP_PT;
}

/**
 * tv_percent_plot_init:
 * @self: (out caller-allocates): the plot
 * @box: where it stands on the sheet
 * @last_percent: where the axis ends, above 0
 * @theme: the look
 * @labels: (element-type TvChartLabel): gets the axis's numbers
 */
void
tv_percent_plot_init (TvPercentPlot *self, const TvRect *box, double last_percent,
                      const TvTheme *theme, GArray *labels)
{
    TvTextStyle style = tv_small_style (theme);

    self->box = *box;
    self->last_percent = last_percent;
    self->ticks
        = tv_axis_number_ticks (0, last_percent, (guint) CLAMP (box->height_pt / STEP_PT, 2, 10));
    for (guint i = 0; i < self->ticks->len; i++) {
        TvTick *tick = &g_array_index (self->ticks, TvTick, i);
        g_autofree char *text = i + 1 == self->ticks->len ? g_strconcat (tick->label, " %", NULL)
                                                          : g_strdup (tick->label);

        tick->position_pt = tv_percent_plot_y (self, tick->value);
        tv_chart_labels_add (labels, &style, TV_INK_SOFT, text,
                             (TvSpot){ box->x_pt - NUMBER_GAP_PT, tick->position_pt },
                             TV_ANCHOR_RIGHT);
    }
}

/**
 * tv_percent_plot_clear:
 *
 * Frees what it holds.
 */
void
tv_percent_plot_clear (TvPercentPlot *self)
{
    g_clear_pointer (&self->ticks, g_array_unref);
}

/**
 * tv_percent_plot_y:
 * @percent: 0 or more
 *
 * Returns: where that percent stands, in points from the sheet's top; what lies beyond the axis
 *   stands at its end
 */
double
tv_percent_plot_y (const TvPercentPlot *self, double percent)
{
    return self->box.y_pt + (1 - CLAMP (percent / self->last_percent, 0, 1)) * self->box.height_pt;
}

/**
 * tv_percent_plot_paint_grid:
 * @cr: where to, in points
 * @theme: the look
 *
 * Draws a line across the plot at each number but 0.
 */
void
tv_percent_plot_paint_grid (const TvPercentPlot *self, cairo_t *cr, const TvTheme *theme)
{
    tv_colour_set (&theme->grid, cr);
    cairo_set_line_width (cr, theme->hair_pt);
    for (guint i = 1; i < self->ticks->len; i++) {
        cairo_move_to (cr, self->box.x_pt, g_array_index (self->ticks, TvTick, i).position_pt);
        cairo_rel_line_to (cr, self->box.width_pt, 0);
    }
    cairo_stroke (cr);
}

/**
 * tv_percent_plot_paint_frame:
 * @cr: where to, in points
 * @theme: the look
 *
 * Draws the left and the lower edge, with a mark at each number.
 */
void
tv_percent_plot_paint_frame (const TvPercentPlot *self, cairo_t *cr, const TvTheme *theme)
{
    tv_colour_set (&theme->ink, cr);
    cairo_set_line_width (cr, theme->hair_pt * 1.4);
    cairo_move_to (cr, self->box.x_pt, self->box.y_pt);
    cairo_rel_line_to (cr, 0, self->box.height_pt);
    cairo_rel_line_to (cr, self->box.width_pt, 0);
    for (guint i = 0; i < self->ticks->len; i++) {
        cairo_move_to (cr, self->box.x_pt, g_array_index (self->ticks, TvTick, i).position_pt);
        cairo_rel_line_to (cr, -TICK_PT, 0);
    }
    cairo_stroke (cr);
}
