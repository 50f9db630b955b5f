/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart of the rates page: the lines of one indicator, drawn by src/charts. */

#include "ui/rates/tv-rates-chart.h"

#include "charts/tv-rate-chart-layout.h"

static void
draw_chart (gpointer data, cairo_t *cr, double width_pt, double height_pt, const TvTheme *theme)
{
    tv_rate_chart_draw (data, cr, width_pt, height_pt, theme);
}

static char *
describe_chart (gpointer data)
{
    g_auto (GStrv) sentences = tv_rate_chart_describe (data);

    return g_strjoinv (" ", sentences);
}

static char *
tell_of_chart (gpointer data, double x_pt, double y_pt, double width_pt, double height_pt)
{
    TvRateChart *chart = data;
    g_autoptr (TvRateChartLayout) layout = tv_rate_chart_layout_new (
        chart, width_pt, height_pt, tv_theme_get (TV_THEME_SCREEN_LIGHT));
    int row = tv_rate_chart_layout_find (layout, x_pt, y_pt);

    return row < 0 ? NULL : tv_rate_chart_row_describe (&chart->rows[row]);
}

static void
free_chart (gpointer data)
{
    tv_rate_chart_unref (data);
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
    TvRateChart *chart;

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
    chart = tv_rate_chart_new (&values);
    tv_drawing_view_set_size (
        view, 300, tv_rate_chart_natural_height (chart, tv_theme_get (TV_THEME_SCREEN_LIGHT)));
    tv_drawing_view_set_source (view, &chart_source, chart);
}
