/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where everything of a chart of rates stands: groups down the side, each with its rate and
 * interval across, its count and percent beside it. Up to forty groups stay readable. */

#include "charts/tv-rate-chart-layout.h"

#include "base/tv-number.h"
#include "charts/tv-axis.h"
#include "charts/tv-rate-axis.h"

#include <glib/gi18n.h>
#include <math.h>

#define MARGIN_PT 6
#define GAP_PT 5
#define TICK_PT 4

/* A stripe that lets the eye rest, the highest that still looks like a list, and the smallest
 * letters that can be read on paper. */
#define ROW_NATURAL_PT 16
#define ROW_MOST_PT 26
#define LETTERS_LEAST_PT 5.5

/* Names of groups take at most this share of the width. */
#define NAMES_SHARE 0.3

/* Widths of the columns beside the plot, and the size of the words in the rows. */
typedef struct {
    double letters_pt;
    double names_pt;
    double counts_pt;
    double percents_pt;
} Columns;

static double
line_height (const TvTheme *theme, double size_pt)
{
    TvTextStyle style = tv_text_style (theme, size_pt);
    double width_pt, height_pt;

    tv_chart_text_measure (&style, "Ằg", &width_pt, &height_pt);
    return height_pt;
}

static double
head_height (const TvRateChart *chart, const TvTheme *theme)
{
    return MARGIN_PT + (chart->title ? line_height (theme, theme->title_pt) : 0)
           + (chart->subtitle ? line_height (theme, theme->text_pt) : 0)
           + 2 * line_height (theme, theme->small_pt) + GAP_PT;
}

static double
foot_height (const TvTheme *theme)
{
    return TICK_PT + line_height (theme, theme->small_pt) + MARGIN_PT;
}

static char *
count_text (const TvRate *rate)
{
    return g_strdup_printf ("%u/%u", rate->n_cases, rate->n);
}

static char *
percent_text (const TvRateChartRow *row, const TvTarget *target)
{
    g_autofree char *number
        = row->rate.n > 0 ? tv_rate_percent_text (row->rate.percent, row->is_whole ? target : NULL)
                          : NULL;

    return number ? g_strconcat (number, " %", NULL) : g_strdup ("–");
}

static void
widen (double *width_pt, const TvTextStyle *style, const char *text)
{
    double text_width_pt, height_pt;

    tv_chart_text_measure (style, text, &text_width_pt, &height_pt);
    *width_pt = MAX (*width_pt, text_width_pt);
}

static void
measure_columns (const TvRateChart *chart, const TvTheme *theme, double row_pt, double width_pt,
                 Columns *columns)
{
    TvTextStyle style;

    *columns = (Columns){ .letters_pt = CLAMP (row_pt * 0.66, LETTERS_LEAST_PT, theme->text_pt) };
    style = tv_text_style (theme, columns->letters_pt);
    style.is_bold = TRUE;
    for (guint i = 0; i < chart->n_rows; i++) {
        g_autofree char *count = count_text (&chart->rows[i].rate);
        g_autofree char *percent = percent_text (&chart->rows[i], chart->target);

        widen (&columns->names_pt, &style, chart->rows[i].group);
        widen (&columns->counts_pt, &style, count);
        widen (&columns->percents_pt, &style, percent);
    }
    columns->names_pt = MIN (columns->names_pt, width_pt * NAMES_SHARE);
    style.size_pt = theme->small_pt;
    widen (&columns->counts_pt, &style, C_ ("column", "Count"));
    widen (&columns->percents_pt, &style, C_ ("column", "Rate"));
}

/* Returns where the words end. */
static double
add_title (TvRateChartLayout *self, const TvRateChart *chart, const TvTheme *theme)
{
    TvTextStyle style = tv_text_style (theme, theme->title_pt);
    TvSpot spot = { MARGIN_PT, MARGIN_PT };

    style.is_bold = TRUE;
    if (chart->title)
        spot.y_pt += tv_chart_labels_add (self->labels, &style, TV_INK_MAIN, chart->title, spot,
                                          TV_ANCHOR_TOP_LEFT)
                         ->box.height_pt;
    style.is_bold = FALSE;
    style.size_pt = theme->text_pt;
    if (chart->subtitle)
        spot.y_pt += tv_chart_labels_add (self->labels, &style, TV_INK_SOFT, chart->subtitle, spot,
                                          TV_ANCHOR_TOP_LEFT)
                         ->box.height_pt;
    return spot.y_pt;
}

static double
x_of (const TvRateChartLayout *self, double percent)
{
    return self->plot.x_pt
           + MIN (percent, self->last_percent) / self->last_percent * self->plot.width_pt;
}

static void
settle_axis (TvRateChartLayout *self, const TvRateChart *chart)
{
    double highest = 0, upper = 0;

    for (guint i = 0; i < chart->n_rows; i++) {
        const TvRate *rate = &chart->rows[i].rate;

        if (rate->n > 0) {
            highest = MAX (highest, rate->percent);
            upper = MAX (upper, rate->upper);
        }
    }
    self->last_percent = tv_rate_axis_end (highest, upper, chart->target);
}

static void
add_axis (TvRateChartLayout *self, const TvTheme *theme)
{
    TvTextStyle style = tv_text_style (theme, theme->small_pt);
    double y_pt = self->plot.y_pt + self->plot.height_pt + TICK_PT;

    self->ticks = tv_axis_number_ticks (0, self->last_percent,
                                        (guint) CLAMP (self->plot.width_pt / 40, 2, 10));
    for (guint i = 0; i < self->ticks->len; i++) {
        TvTick *tick = &g_array_index (self->ticks, TvTick, i);
        g_autofree char *text = i + 1 == self->ticks->len ? g_strconcat (tick->label, " %", NULL)
                                                          : g_strdup (tick->label);

        tick->position_pt = x_of (self, tick->value);
        tv_chart_labels_add (self->labels, &style, TV_INK_SOFT, text,
                             (TvSpot){ tick->position_pt, y_pt }, TV_ANCHOR_TOP);
    }
}

/* The line's words stand over it, moved aside where they would leave the plot. */
static void
add_target (TvRateChartLayout *self, const TvRateChart *chart, const TvTheme *theme)
{
    TvTextStyle style = tv_text_style (theme, theme->small_pt);
    double percent = tv_target_percent (chart->target);
    g_autofree char *goal = NULL;
    g_autofree char *text = NULL;
    double width_pt, height_pt, x_pt;

    self->target_pt = NAN;
    if (isnan (percent))
        return;
    self->target_pt = x_of (self, percent);
    goal = tv_target_text (chart->target);
    /* Translators: beside the target's line on a chart; %s is such as "< 6.4 %" */
    text = g_strdup_printf (C_ ("chart", "target %s"), goal);
    style.is_bold = TRUE;
    tv_chart_text_measure (&style, text, &width_pt, &height_pt);
    x_pt = CLAMP (
        self->target_pt, self->plot.x_pt + width_pt / 2,
        MAX (self->plot.x_pt + self->plot.width_pt - width_pt / 2, self->plot.x_pt + width_pt / 2));
    tv_chart_labels_add (self->labels, &style, TV_INK_MAIN, text,
                         (TvSpot){ x_pt, self->plot.y_pt - 2 }, TV_ANCHOR_BOTTOM);
}

static TvTone
tone_of (const TvRateChartRow *row, const TvTarget *target)
{
    TvJudgement judgement;

    if (!row->is_whole)
        return TV_TONE_CALM;
    tv_rate_judge (&row->rate, target, &judgement);
    return judgement.verdict == TV_VERDICT_NOT_MET ? TV_TONE_WATCH : TV_TONE_CALM;
}

static void
add_words (TvRateChartLayout *self, const TvRateChartRow *row, const TvTarget *target,
           const TvTheme *theme, const Columns *columns, double y_pt)
{
    TvTextStyle style = tv_text_style (theme, columns->letters_pt);
    g_autofree char *count = count_text (&row->rate);
    g_autofree char *percent = percent_text (row, target);
    double right_pt = self->sheet.width_pt - MARGIN_PT;
    TvChartLabel *label;

    style.is_bold = row->is_whole;
    tv_chart_labels_add (self->labels, &style, TV_INK_MAIN, percent, (TvSpot){ right_pt, y_pt },
                         TV_ANCHOR_RIGHT);
    tv_chart_labels_add (self->labels, &style, TV_INK_MAIN, count,
                         (TvSpot){ right_pt - columns->percents_pt - 2 * GAP_PT, y_pt },
                         TV_ANCHOR_RIGHT);
    label = tv_chart_labels_add (self->labels, &style, TV_INK_MAIN, row->group,
                                 (TvSpot){ MARGIN_PT, y_pt }, TV_ANCHOR_LEFT);
    tv_chart_label_shorten (label, columns->names_pt);
    if (row->rate.n == 0)
        tv_chart_labels_add (self->labels, &style, TV_INK_SOFT, C_ ("rate", "nobody counted"),
                             (TvSpot){ self->plot.x_pt + GAP_PT, y_pt }, TV_ANCHOR_LEFT)
            ->has_plate
            = TRUE;
}

static void
add_bar (TvRateChartLayout *self, const TvRateChart *chart, guint i, double row_pt)
{
    const TvRateChartRow *row = &chart->rows[i];
    double top_pt = self->plot.y_pt + row_pt * i;
    TvRateBar bar = {
        .row = { 0, top_pt, self->sheet.width_pt, row_pt },
        .middle_pt = top_pt + row_pt / 2,
        .has_rate = row->rate.n > 0,
        .is_whole = row->is_whole,
        .tone = tone_of (row, chart->target),
    };

    if (bar.has_rate) {
        bar.rate_pt = x_of (self, row->rate.percent);
        bar.lower_pt = x_of (self, row->rate.lower);
        bar.upper_pt = x_of (self, row->rate.upper);
        bar.is_beyond = row->rate.upper > self->last_percent;
    }
    g_array_append_val (self->bars, bar);
}

static void
add_heads (TvRateChartLayout *self, const TvTheme *theme, const Columns *columns)
{
    TvTextStyle style = tv_text_style (theme, theme->small_pt);
    double right_pt = self->sheet.width_pt - MARGIN_PT;
    double y_pt = self->plot.y_pt - 2;

    style.is_bold = TRUE;
    tv_chart_labels_add (self->labels, &style, TV_INK_SOFT, C_ ("column", "Rate"),
                         (TvSpot){ right_pt, y_pt }, (TvAnchor){ 1, 1 });
    tv_chart_labels_add (self->labels, &style, TV_INK_SOFT, C_ ("column", "Count"),
                         (TvSpot){ right_pt - columns->percents_pt - 2 * GAP_PT, y_pt },
                         (TvAnchor){ 1, 1 });
}

static void
add_notice (TvRateChartLayout *self, const TvTheme *theme)
{
    TvTextStyle style = tv_text_style (theme, theme->text_pt);

    tv_chart_labels_add (self->labels, &style, TV_INK_MAIN,
                         _ ("There are no groups to compare yet."),
                         (TvSpot){ self->plot.x_pt + self->plot.width_pt / 2,
                                   self->plot.y_pt + self->plot.height_pt / 2 },
                         TV_ANCHOR_MIDDLE);
}

/**
 * tv_rate_chart_natural_height:
 * @theme: its look
 *
 * Returns: how high the chart wants to be, in points; less is possible, with smaller letters
 */
double
tv_rate_chart_natural_height (const TvRateChart *self, const TvTheme *theme)
{
    return head_height (self, theme) + foot_height (theme)
           + MAX (self->n_rows, 2) * (double) ROW_NATURAL_PT;
}

/**
 * tv_rate_chart_layout_new:
 * @chart: what to show
 * @width_pt: of the sheet
 * @height_pt: of the sheet
 * @theme: its look; the sizes of its letters count here
 *
 * Returns: (transfer full): where everything stands
 */
TvRateChartLayout *
tv_rate_chart_layout_new (const TvRateChart *chart, double width_pt, double height_pt,
                          const TvTheme *theme)
{
    TvRateChartLayout *self = g_new0 (TvRateChartLayout, 1);
    double room_pt = MAX (height_pt - head_height (chart, theme) - foot_height (theme), 10);
    double row_pt = MIN (room_pt / MAX (chart->n_rows, 1), ROW_MOST_PT);
    Columns columns;

    measure_columns (chart, theme, row_pt, width_pt, &columns);
    self->sheet = (TvRect){ 0, 0, width_pt, height_pt };
    self->labels = tv_chart_labels_new ();
    self->bars = g_array_new (FALSE, FALSE, sizeof (TvRateBar));
    add_title (self, chart, theme);
    self->plot.x_pt = MARGIN_PT + columns.names_pt + 2 * GAP_PT;
    self->plot.y_pt = head_height (chart, theme);
    self->plot.width_pt = MAX (width_pt - MARGIN_PT - columns.percents_pt - columns.counts_pt
                                   - 5 * GAP_PT - self->plot.x_pt,
                               10);
    self->plot.height_pt = chart->n_rows > 0 ? row_pt * chart->n_rows : room_pt;
    settle_axis (self, chart);
    add_axis (self, theme);
    add_target (self, chart, theme);
    if (chart->n_rows > 0)
        add_heads (self, theme, &columns);
    else
        add_notice (self, theme);
    for (guint i = 0; i < chart->n_rows; i++) {
        add_bar (self, chart, i, row_pt);
        add_words (self, &chart->rows[i], chart->target, theme, &columns,
                   g_array_index (self->bars, TvRateBar, i).middle_pt);
    }
    return self;
}

/**
 * tv_rate_chart_layout_free:
 *
 * Frees all of it.
 */
void
tv_rate_chart_layout_free (TvRateChartLayout *self)
{
    g_array_unref (self->ticks);
    g_array_unref (self->bars);
    g_array_unref (self->labels);
    g_free (self);
}

/**
 * tv_rate_chart_layout_find:
 * @x_pt: of the pointer
 * @y_pt: of the pointer
 *
 * Returns: the index (in the chart) of the group whose stripe is there, or -1
 */
int
tv_rate_chart_layout_find (const TvRateChartLayout *self, double x_pt, double y_pt)
{
    for (guint i = 0; i < self->bars->len; i++) {
        if (tv_rect_contains (&g_array_index (self->bars, TvRateBar, i).row, x_pt, y_pt))
            return (int) i;
    }
    return -1;
}
