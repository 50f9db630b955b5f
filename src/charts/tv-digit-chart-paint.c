/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart of last digits in ink: every number comes from its layout. */

#include "charts/tv-digit-chart-layout.h"

static void
paint_band (const TvDigitPanel *panel, cairo_t *cr, const TvTheme *theme)
{
    if (panel->band.height_pt <= 0)
        return;
    tv_colour_set (&theme->grid, cr);
    cairo_rectangle (cr, panel->band.x_pt, panel->band.y_pt, panel->band.width_pt,
                     panel->band.height_pt);
    cairo_fill (cr);
}

static void
paint_even_line (const TvDigitPanel *panel, cairo_t *cr, const TvTheme *theme)
{
    static const double dashes[] = { 4, 2.5 };

    tv_colour_set (&theme->target, cr);
    cairo_set_line_width (cr, theme->line_pt);
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
    cairo_move_to (cr, panel->plot.box.x_pt, panel->even_pt);
    cairo_rel_line_to (cr, panel->plot.box.width_pt, 0);
    cairo_stroke (cr);
    cairo_set_dash (cr, NULL, 0, 0);
}

/**
 * tv_digit_chart_paint:
 * @self: where everything stands
 * @cr: where to draw, in points; the whole clip gets the ground's colour
 * @theme: with which look; the one the layout was made with
 */
void
tv_digit_chart_paint (const TvDigitChartLayout *self, cairo_t *cr, const TvTheme *theme)
{
    cairo_save (cr);
    tv_colour_set (&theme->ground, cr);
    cairo_paint (cr);
    for (int i = 0; i < TV_DIGIT_N_MEASURES; i++) {
        const TvDigitPanel *panel = &self->panels[i];

        tv_percent_plot_paint_grid (&panel->plot, cr, theme);
        paint_band (panel, cr, theme);
        for (guint digit = 0; digit < TV_N_DIGITS; digit++)
            tv_chart_bar_paint (&panel->bars[digit], cr, theme);
        paint_even_line (panel, cr, theme);
        tv_percent_plot_paint_frame (&panel->plot, cr, theme);
    }
    tv_chart_labels_paint (self->labels, cr, theme);
    cairo_restore (cr);
}

/**
 * tv_digit_chart_draw:
 * @self: what to show
 * @cr: where to draw, in points from its origin
 * @width_pt: how wide
 * @height_pt: how high
 * @theme: with which look
 *
 * One door for screen, paper, PDF, SVG and PNG.
 */
void
tv_digit_chart_draw (const TvDigitChart *self, cairo_t *cr, double width_pt, double height_pt,
                     const TvTheme *theme)
{
    g_autoptr (TvDigitChartLayout) layout
        = tv_digit_chart_layout_new (self, width_pt, height_pt, theme);

    cairo_save (cr);
    cairo_rectangle (cr, 0, 0, width_pt, height_pt);
    cairo_clip (cr);
    tv_digit_chart_paint (layout, cr, theme);
    cairo_restore (cr);
}
