/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where everything of a growth chart stands: words around, the plot between them, its axes. */

#include "charts/tv-growth-chart-layout.h"

#include "base/tv-number.h"
#include "charts/tv-axis.h"

#include <glib/gi18n.h>
#include <math.h>

/* Room around the sheet, and between words and what they belong to. */
#define MARGIN_PT 6
#define GAP_PT 4
#define TICK_PT 4

/* The words beside the plot: wide enough for two of them, never more than a fifth of the sheet. */
#define WORDS_MOST_PT 104
#define WORDS_SHARE 0.2

static double
line_height (const TvTheme *theme, double size_pt)
{
    TvTextStyle style = tv_text_style (theme, size_pt);
    double width_pt, height_pt;

    tv_chart_text_measure (&style, "Ằg", &width_pt, &height_pt);
    return height_pt;
}

/* Returns where the plot may begin. */
static double
add_title (TvGrowthChartLayout *self, const TvGrowthChart *chart, const TvTheme *theme)
{
    TvTextStyle style = tv_text_style (theme, theme->title_pt);
    double y_pt = MARGIN_PT;

    style.is_bold = TRUE;
    style.width_pt = self->sheet.width_pt - 2 * MARGIN_PT;
    if (chart->title) {
        const TvChartLabel *label
            = tv_chart_labels_add (self->labels, &style, TV_INK_MAIN, chart->title,
                                   (TvSpot){ MARGIN_PT, y_pt }, TV_ANCHOR_TOP_LEFT);

        y_pt += label->box.height_pt;
    }
    style.is_bold = FALSE;
    style.size_pt = theme->text_pt;
    if (chart->subtitle) {
        const TvChartLabel *label
            = tv_chart_labels_add (self->labels, &style, TV_INK_SOFT, chart->subtitle,
                                   (TvSpot){ MARGIN_PT, y_pt }, TV_ANCHOR_TOP_LEFT);

        y_pt += label->box.height_pt;
    }
    return y_pt + line_height (theme, theme->small_pt) + 2 * GAP_PT;
}

static const char *
source_text (const TvGrowthChart *chart, double first_x, double last_x)
{
    gboolean is_by_age = chart->measure != TV_MEASURE_WEIGHT_FOR_HEIGHT;
    gboolean has_2006 = !is_by_age || first_x < 1826;
    gboolean has_2007 = is_by_age && last_x > 1827;

    if (has_2006 && has_2007)
        return _ ("Lines: WHO Child Growth Standards 2006 and, from five years, WHO Growth "
                  "Reference 2007; age exact to the day");
    if (has_2007)
        return _ ("Lines: WHO Growth Reference 2007; age exact to the day");
    return _ ("Lines: WHO Child Growth Standards 2006; age exact to the day");
}

static double
add_source (TvGrowthChartLayout *self, const TvGrowthChart *chart, const TvTheme *theme)
{
    TvTextStyle style = tv_text_style (theme, theme->small_pt - 1);
    TvGrowthWindow window = tv_growth_window_choose (chart, 100);
    double bottom_pt = self->sheet.height_pt - MARGIN_PT;
    const TvChartLabel *label;

    style.width_pt = self->sheet.width_pt - 2 * MARGIN_PT;
    label = tv_chart_labels_add (self->labels, &style, TV_INK_SOFT,
                                 source_text (chart, window.first_x, window.last_x),
                                 (TvSpot){ MARGIN_PT, bottom_pt }, (TvAnchor){ 0, 1 });
    return bottom_pt - label->box.height_pt - GAP_PT;
}

static gboolean
is_by_age (const TvGrowthChart *chart)
{
    return chart->measure != TV_MEASURE_WEIGHT_FOR_HEIGHT;
}

static const char *
unit_of (TvMeasure measure)
{
    switch (measure) {
    case TV_MEASURE_HEIGHT:
        return "cm";
    case TV_MEASURE_WEIGHT:
    case TV_MEASURE_WEIGHT_FOR_HEIGHT:
        return "kg";
    case TV_MEASURE_BMI:
        return "kg/m²";
    case TV_MEASURE_Z:
        return "z";
    }
    g_return_val_if_reached ("");
}

/* The plot is what words leave: numbers and unit at the left, the lines' names at the right, two
 * rows of ages (or one of heights) below. */
static void
place_plot (TvGrowthChartLayout *self, const TvGrowthChart *chart, const TvTheme *theme,
            double top_pt, double bottom_pt, double words_pt)
{
    TvTextStyle style = tv_text_style (theme, theme->small_pt);
    double row_pt = line_height (theme, theme->small_pt);
    double left_pt, number_pt, caption_pt, height_pt;

    tv_chart_text_measure (&style, "000", &number_pt, &height_pt);
    tv_chart_text_measure (&style, C_ ("age axis", "months"), &caption_pt, &height_pt);
    left_pt = MARGIN_PT + MAX (number_pt, is_by_age (chart) ? caption_pt : 0) + TICK_PT + GAP_PT;
    self->plot.x_pt = left_pt;
    self->plot.y_pt = top_pt;
    self->plot.width_pt = self->sheet.width_pt - left_pt - words_pt - number_pt - 2 * GAP_PT;
    self->plot.height_pt = bottom_pt - top_pt - TICK_PT - row_pt * 2;
    self->plot.width_pt = MAX (self->plot.width_pt, 10);
    self->plot.height_pt = MAX (self->plot.height_pt, 10);
}

static void
add_y_axis (TvGrowthChartLayout *self, const TvGrowthChart *chart, const TvTheme *theme)
{
    TvTextStyle style = tv_text_style (theme, theme->small_pt);
    double span = self->window.last_y - self->window.first_y;
    guint n_most = (guint) floor (span / self->window.step_y + 0.5);

    /* Standard deviations are counted in whole ones. */
    if (chart->measure == TV_MEASURE_Z)
        n_most = MIN (n_most, (guint) span);

    self->y_ticks
        = tv_axis_number_ticks (self->window.first_y, self->window.last_y, MAX (n_most, 1));
    for (guint i = 0; i < self->y_ticks->len; i++) {
        TvTick *tick = &g_array_index (self->y_ticks, TvTick, i);

        tick->position_pt = tv_growth_chart_layout_y (self, tick->value);
        if (chart->measure == TV_MEASURE_Z) {
            g_free (tick->label);
            tick->label = tv_number_format_signed (tick->value, 0);
        }
        tv_chart_labels_add (self->labels, &style, TV_INK_MAIN, tick->label,
                             (TvSpot){ self->plot.x_pt - TICK_PT - 2, tick->position_pt },
                             TV_ANCHOR_RIGHT);
    }
    style.is_bold = TRUE;
    tv_chart_labels_add (self->labels, &style, TV_INK_MAIN, unit_of (chart->measure),
                         (TvSpot){ self->plot.x_pt, self->plot.y_pt - GAP_PT }, (TvAnchor){ 1, 1 });
}

/* Adds the words of ticks that have any, and the ticks to the axis. */
static void
take_ticks (TvGrowthChartLayout *self, GArray *ticks, const TvTextStyle *style, TvInk ink,
            double y_pt)
{
    for (guint i = 0; i < ticks->len; i++) {
        TvTick tick = g_array_index (ticks, TvTick, i);

        tick.position_pt = tv_growth_chart_layout_x (self, tick.value);
        if (tick.label)
            tv_chart_labels_add (self->labels, style, ink, tick.label,
                                 (TvSpot){ tick.position_pt, y_pt }, TV_ANCHOR_TOP);
        tick.label = g_strdup (tick.label);
        g_array_append_val (self->x_ticks, tick);
    }
}

static double
widest_label (const TvTextStyle *style, const GArray *ticks)
{
    double widest_pt = 0;

    for (guint i = 0; i < ticks->len; i++) {
        const char *label = g_array_index (ticks, TvTick, i).label;
        double width_pt = 0, height_pt;

        if (label)
            tv_chart_text_measure (style, label, &width_pt, &height_pt);
        widest_pt = MAX (widest_pt, width_pt);
    }
    return widest_pt;
}

/* Months above, years below them; past eight years nobody counts in months. */
static void
add_age_axis (TvGrowthChartLayout *self, const TvTheme *theme)
{
    TvTextStyle style = tv_text_style (theme, theme->small_pt);
    double first = self->window.first_x, last = self->window.last_x;
    double y_pt = self->plot.y_pt + self->plot.height_pt + TICK_PT;
    double row_pt = line_height (theme, theme->small_pt);
    g_autoptr (GArray) years = tv_axis_year_ticks (first, last, 1);
    double room_pt = widest_label (&style, years) + 6;
    int step_years = tv_axis_year_step (first, last, self->plot.width_pt, room_pt);
    g_autoptr (GArray) shown_years = tv_axis_year_ticks (first, last, step_years);

    if (last - first <= 8 * TV_DAYS_PER_YEAR) {
        int step = tv_axis_month_step (first, last, self->plot.width_pt,
                                       row_pt * (last > 100 * TV_DAYS_PER_MONTH ? 2.2 : 1.7));
        g_autoptr (GArray) months = tv_axis_month_ticks (first, last, step);

        take_ticks (self, months, &style, TV_INK_SOFT, y_pt);
        tv_chart_labels_add (self->labels, &style, TV_INK_SOFT, C_ ("age axis", "months"),
                             (TvSpot){ self->plot.x_pt - TICK_PT - 4, y_pt }, (TvAnchor){ 1, 0 });
        y_pt += row_pt;
    }
    style.is_bold = TRUE;
    take_ticks (self, shown_years, &style, TV_INK_MAIN, y_pt);
}

static void
add_height_axis (TvGrowthChartLayout *self, const TvTheme *theme)
{
    TvTextStyle style = tv_text_style (theme, theme->small_pt);
    double y_pt = self->plot.y_pt + self->plot.height_pt + TICK_PT;
    g_autoptr (GArray) ticks = tv_axis_number_ticks (self->window.first_x, self->window.last_x,
                                                     (guint) MAX (self->plot.width_pt / 30, 2));

    take_ticks (self, ticks, &style, TV_INK_MAIN, y_pt);
    style.is_bold = TRUE;
    tv_chart_labels_add (
        self->labels, &style, TV_INK_MAIN, _ ("Length or height, cm"),
        (TvSpot){ self->plot.x_pt + self->plot.width_pt / 2, y_pt + theme->small_pt * 1.4 },
        TV_ANCHOR_TOP);
}

/* Why the plot is empty, where it is. */
static void
add_notice (TvGrowthChartLayout *self, const TvGrowthChart *chart, const TvTheme *theme)
{
    TvTextStyle style = tv_text_style (theme, theme->text_pt);
    TvSpot spot
        = { self->plot.x_pt + self->plot.width_pt / 2, self->plot.y_pt + self->plot.height_pt / 2 };
    const char *notice = NULL;

    if (chart->sex == TV_SEX_UNKNOWN)
        notice = _ ("The sex is not known, so WHO's lines cannot be drawn.");
    else if (chart->n_points == 0)
        notice = _ ("Not measured yet.");
    if (!notice)
        return;
    style.width_pt = self->plot.width_pt * 0.8;
    style.alignment = PANGO_ALIGN_CENTER;
    tv_chart_labels_add (self->labels, &style, TV_INK_MAIN, notice, spot, TV_ANCHOR_MIDDLE)
        ->has_plate
        = TRUE;
}

/**
 * tv_growth_chart_layout_x:
 * @x: days, or cm of weight-for-height
 *
 * Returns: how far from the left of the sheet that is, in points
 */
double
tv_growth_chart_layout_x (const TvGrowthChartLayout *self, double x)
{
    return self->plot.x_pt
           + (x - self->window.first_x) / (self->window.last_x - self->window.first_x)
                 * self->plot.width_pt;
}

/**
 * tv_growth_chart_layout_y:
 * @y: cm, kg, kg/m² or z
 *
 * Returns: how far from the top of the sheet that is, in points
 */
double
tv_growth_chart_layout_y (const TvGrowthChartLayout *self, double y)
{
    return self->plot.y_pt + self->plot.height_pt
           - (y - self->window.first_y) / (self->window.last_y - self->window.first_y)
                 * self->plot.height_pt;
}

/**
 * tv_growth_chart_layout_new:
 * @chart: what to show
 * @width_pt: of the sheet
 * @height_pt: of the sheet
 * @theme: its look; the sizes of its letters count here
 *
 * Returns: (transfer full): where everything stands
 */
TvGrowthChartLayout *
tv_growth_chart_layout_new (const TvGrowthChart *chart, double width_pt, double height_pt,
                            const TvTheme *theme)
{
    TvGrowthChartLayout *self = g_new0 (TvGrowthChartLayout, 1);
    double top_pt, bottom_pt, words_pt;

    self->sheet = (TvRect){ 0, 0, width_pt, height_pt };
    self->labels = tv_chart_labels_new ();
    self->x_ticks = tv_axis_ticks_new ();
    words_pt = tv_growth_chart_layout_words_width (chart, theme,
                                                   MIN (width_pt * WORDS_SHARE, WORDS_MOST_PT));
    top_pt = add_title (self, chart, theme);
    bottom_pt = add_source (self, chart, theme);
    place_plot (self, chart, theme, top_pt, bottom_pt, words_pt);
    self->window = tv_growth_window_choose (chart, self->plot.height_pt);
    add_y_axis (self, chart, theme);
    if (is_by_age (chart))
        add_age_axis (self, theme);
    else
        add_height_axis (self, theme);
    tv_growth_chart_layout_add_lines (self, chart, theme, words_pt);
    tv_growth_chart_layout_add_points (self, chart, theme, words_pt);
    add_notice (self, chart, theme);
    return self;
}

/**
 * tv_growth_chart_layout_free:
 *
 * Frees all of it.
 */
void
tv_growth_chart_layout_free (TvGrowthChartLayout *self)
{
    g_array_unref (self->x_ticks);
    g_array_unref (self->y_ticks);
    g_ptr_array_unref (self->lines);
    g_ptr_array_unref (self->zones);
    g_array_unref (self->seams);
    g_array_unref (self->joints);
    g_array_unref (self->marks);
    g_array_unref (self->labels);
    g_free (self);
}

/**
 * tv_growth_chart_layout_find:
 * @x_pt: of the pointer
 * @y_pt: of the pointer
 * @reach_pt: how far away a point may lie
 *
 * Returns: the index (in the chart) of the nearest point, or -1 where none is near enough
 */
int
tv_growth_chart_layout_find (const TvGrowthChartLayout *self, double x_pt, double y_pt,
                             double reach_pt)
{
    double nearest_pt = reach_pt;
    int found = -1;

    for (guint i = 0; i < self->marks->len; i++) {
        const TvGrowthMark *mark = &g_array_index (self->marks, TvGrowthMark, i);
        double away_pt = hypot (mark->spot.x_pt - x_pt, mark->spot.y_pt - y_pt);

        if (away_pt <= nearest_pt) {
            nearest_pt = away_pt;
            found = (int) mark->point;
        }
    }
    return found;
}
