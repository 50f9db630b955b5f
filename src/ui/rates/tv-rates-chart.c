/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart of the rates page: the lines of one indicator, drawn by src/charts. */

#include "ui/rates/tv-rates-chart.h"

#include "charts/tv-rate-chart-layout.h"

/* Where everything stands is worked out once for a size: the words of a hundred groups are measured
 * then. */
typedef struct {
    TvRateChart *chart;
    TvRateChartLayout *layout; /* NULL until it was drawn */
    double width_pt;
    double height_pt;
    const TvTheme *theme;
} Drawing;

static const TvRateChartLayout *
lay_out (Drawing *self, double width_pt, double height_pt, const TvTheme *theme)
{
    if (self->layout && self->width_pt == width_pt && self->height_pt == height_pt
        && self->theme == theme)
        return self->layout;
    g_clear_pointer (&self->layout, tv_rate_chart_layout_free);
    self->layout = tv_rate_chart_layout_new (self->chart, width_pt, height_pt, theme);
    self->width_pt = width_pt;
    self->height_pt = height_pt;
    self->theme = theme;
    return self->layout;
}

static void
draw_chart (gpointer data, cairo_t *cr, double width_pt, double height_pt, const TvTheme *theme)
{
    cairo_save (cr);
    cairo_rectangle (cr, 0, 0, width_pt, height_pt);
    cairo_clip (cr);
    tv_rate_chart_paint (lay_out (data, width_pt, height_pt, theme), cr, theme);
    cairo_restore (cr);
}

static char *
describe_chart (gpointer data)
{
    const Drawing *self = data;
    g_auto (GStrv) sentences = tv_rate_chart_describe (self->chart);

    return g_strjoinv (" ", sentences);
}

static char *
tell_of_chart (gpointer data, double x_pt, double y_pt, double width_pt, double height_pt)
{
    Drawing *self = data;
    const TvTheme *theme = self->theme ? self->theme : tv_theme_get (TV_THEME_SCREEN_LIGHT);
    int row = tv_rate_chart_layout_find (lay_out (self, width_pt, height_pt, theme), x_pt, y_pt);

    return row < 0 ? NULL : tv_rate_chart_row_describe (&self->chart->rows[row]);
}

static void
free_chart (gpointer data)
{
    Drawing *self = data;

    g_clear_pointer (&self->layout, tv_rate_chart_layout_free);
    tv_rate_chart_unref (self->chart);
    g_free (self);
}

static const TvDrawingSource chart_source
    = { draw_chart, describe_chart, tell_of_chart, free_chart };

/**
 * tv_rates_chart_show:
 * @view: where the chart is shown
 * @shown: which indicator, split how
 */
void
tv_rates_chart_show (TvDrawingView *view, const TvRatesShown *shown)
{
    g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (TvRateChartRow));
    TvRateChart values = { 0 };
    Drawing *drawing = g_new0 (Drawing, 1);

    for (guint i = 0; i < shown->rates->lines->len; i++) {
        const TvRateLine *line = g_ptr_array_index (shown->rates->lines, i);
        TvRateChartRow row = { line->group, line->rate, line->split == TV_SPLIT_NONE };

        if (!tv_rates_shown_holds (shown, line))
            continue;
        if (row.is_whole)
            values.target = line->target;
        g_array_append_val (rows, row);
    }
    values.rows = (TvRateChartRow *) rows->data;
    values.n_rows = rows->len;
    drawing->chart = tv_rate_chart_new (&values);
    tv_drawing_view_set_size (
        view, 300,
        tv_rate_chart_natural_height (drawing->chart, tv_theme_get (TV_THEME_SCREEN_LIGHT)));
    tv_drawing_view_set_source (view, &chart_source, drawing);
}
