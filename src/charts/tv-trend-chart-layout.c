/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where everything of a chart of rounds stands: time across, percent up, and at the right end what
 * each line is. */

#include "charts/tv-trend-chart-layout.h"

#include "charts/tv-rate-axis.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>

#define MARGIN_PT 6
#define GAP_PT 4
#define TICK_PT 6

/* How far the first and the last round keep from the edges of the plot. */
#define INSET_PT 14

/* The words at the right end are broken into lines so that they take at most this share. */
#define KEYS_SHARE 0.22
#define KEYS_LEAST_PT 48

/* The radius of a mark, of the distance to the next round. */
#define MARK_SHARE 0.28
#define MARK_LEAST_PT 1.8
#define MARK_MOST_PT 3.2
#define RING_GAP_PT 3.8

static double
round_position (const TvTrendChart *chart, guint i, gboolean is_by_day)
{
    double first = chart->points[0].day, last = chart->points[chart->n_points - 1].day;

    if (chart->n_points == 1)
        return 0.5;
    if (!is_by_day)
        return (double) i / (chart->n_points - 1);
    return (chart->points[i].day - first) / (last - first);
}

/* Days must be known of all rounds, and rise. */
static gboolean
has_all_days (const TvTrendChart *chart)
{
    for (guint i = 0; i < chart->n_points; i++) {
        if (chart->points[i].day == TV_DATE_NONE
            || (i > 0 && chart->points[i].day <= chart->points[i - 1].day))
            return FALSE;
    }
    return TRUE;
}

static double
get_axis_end (const TvTrendChart *chart)
{
    double highest = 0, upper = 0;

    for (guint i = 0; i < chart->n_points; i++) {
        const TvTrendPoint *point = &chart->points[i];

        if (point->all.n > 0) {
            highest = MAX (highest, point->all.percent);
            upper = MAX (upper, point->all.upper);
        }
        if (point->same.n > 0)
            highest = MAX (highest, point->same.percent);
    }
    return tv_rate_axis_end (highest, upper, chart->target);
}

static double
add_title (TvTrendChartLayout *self, const TvTrendChart *chart, const TvTheme *theme)
{
    TvTextStyle style = tv_text_style (theme, theme->title_pt);
    TvChartLabel *label;

    style.is_bold = TRUE;
    if (!chart->title)
        return MARGIN_PT;
    label = tv_chart_labels_add (self->labels, &style, TV_INK_MAIN, chart->title,
                                 (TvSpot){ MARGIN_PT, MARGIN_PT }, TV_ANCHOR_TOP_LEFT);
    tv_chart_label_shorten (label, self->sheet.width_pt - 2 * MARGIN_PT);
    return label->box.y_pt + label->box.height_pt;
}

/* What the signs mean that have no words of their own, as far as there is room for it. Returns
 * where it ends. */
static double
add_explanation (TvTrendChartLayout *self, double top_pt, const TvTheme *theme)
{
    TvTextStyle style = tv_small_style (theme);
    g_autofree char *text
        /* Translators: above a chart of rates by round */
        = g_strdup_printf (C_ ("chart", "Upright line: 95 %% confidence interval. Ring: the chosen "
                                        "round."));

    tv_chart_label_shorten (tv_chart_labels_add (self->labels, &style, TV_INK_SOFT, text,
                                                 (TvSpot){ MARGIN_PT, top_pt }, TV_ANCHOR_TOP_LEFT),
                            self->sheet.width_pt - 2 * MARGIN_PT);
    return top_pt + tv_line_height (&style) + 2 * GAP_PT;
}

/* A target is asked of the rounds of its own year; the line through the others is for comparing. */
static TvTone
tone_of (const TvTrendPoint *point, const TvTarget *target)
{
    TvJudgement judgement;
    int year = 0;

    if (point->day != TV_DATE_NONE)
        tv_date_get_ymd (point->day, &year, NULL, NULL);
    if (!target || (year != target->year && !point->is_chosen))
        return TV_TONE_CALM;
    tv_rate_judge (&point->all, target, &judgement);
    return judgement.verdict == TV_VERDICT_NOT_MET ? TV_TONE_WATCH : TV_TONE_CALM;
}

static void
add_stop (TvTrendChartLayout *self, const TvTrendChart *chart, guint i)
{
    const TvTrendPoint *point = &chart->points[i];
    const TvRect *box = &self->plot.box;
    double inset_pt = MIN (INSET_PT, box->width_pt / 6);
    TvTrendStop stop = {
        .x_pt = box->x_pt + inset_pt
                + round_position (chart, i, self->is_by_day) * (box->width_pt - 2 * inset_pt),
        .rate_pt = NAN,
        .lower_pt = NAN,
        .upper_pt = NAN,
        .same_pt = NAN,
        .is_chosen = point->is_chosen,
    };

    if (point->all.n > 0) {
        stop.rate_pt = tv_percent_plot_y (&self->plot, point->all.percent);
        stop.lower_pt = tv_percent_plot_y (&self->plot, point->all.lower);
        stop.upper_pt = tv_percent_plot_y (&self->plot, point->all.upper);
        stop.is_beyond = point->all.upper > self->plot.last_percent;
        stop.tone = tone_of (point, chart->target);
    }
    if (point->same.n > 0 && tv_trend_chart_has_same (chart))
        stop.same_pt = tv_percent_plot_y (&self->plot, point->same.percent);
    g_array_append_val (self->stops, stop);
}

/* Each round is answered for from halfway to its neighbours. */
static void
set_columns (TvTrendChartLayout *self)
{
    const TvRect *box = &self->plot.box;
    double from_pt = box->x_pt;

    for (guint i = 0; i < self->stops->len; i++) {
        TvTrendStop *stop = &g_array_index (self->stops, TvTrendStop, i);
        double to_pt = box->x_pt + box->width_pt;

        if (i + 1 < self->stops->len)
            to_pt = (stop->x_pt + g_array_index (self->stops, TvTrendStop, i + 1).x_pt) / 2;
        stop->column = (TvRect){ from_pt, box->y_pt, to_pt - from_pt, box->height_pt };
        from_pt = to_pt;
    }
}

/* Marks that would cover their neighbours are drawn smaller. */
static void
settle_marks (TvTrendChartLayout *self)
{
    double least_pt = G_MAXDOUBLE;

    for (guint i = 1; i < self->stops->len; i++)
        least_pt = MIN (least_pt, g_array_index (self->stops, TvTrendStop, i).x_pt
                                      - g_array_index (self->stops, TvTrendStop, i - 1).x_pt);
    self->mark_pt = CLAMP (least_pt * MARK_SHARE, MARK_LEAST_PT, MARK_MOST_PT);
    self->ring_pt = self->mark_pt + RING_GAP_PT;
}

static TvTextStyle
key_style (const TvTheme *theme, TvTrendKeyKind kind)
{
    TvTextStyle style = tv_small_style (theme);

    style.is_bold = kind == TV_TREND_TARGET;
    return style;
}

static char *
key_text (const TvTrendChart *chart, TvTrendKeyKind kind)
{
    g_autofree char *goal = NULL;

    if (kind == TV_TREND_ALL)
        return g_strdup (C_ ("chart", "all children"));
    if (kind == TV_TREND_SAME)
        /* Translators: those counted in the chosen round, in the other rounds */
        return g_strdup (C_ ("chart", "the same children"));
    goal = tv_target_text (chart->target);
    /* Translators: beside the target's line on a chart: its year, and what it asks: "< 6.4 %" */
    return g_strdup_printf (C_ ("chart", "target %1$d: %2$s"), chart->target->year, goal);
}

/* Every kind that is on the chart, whether its line ends on it or not. */
static void
choose_keys (TvTrendChartLayout *self, const TvTrendChart *chart)
{
    gboolean has_rate = FALSE;

    for (guint i = 0; i < chart->n_points; i++)
        has_rate = has_rate || chart->points[i].all.n > 0;
    if (has_rate)
        self->keys[self->n_keys++].kind = TV_TREND_ALL;
    if (has_rate && tv_trend_chart_has_same (chart))
        self->keys[self->n_keys++].kind = TV_TREND_SAME;
    if (!isnan (tv_target_percent (chart->target)))
        self->keys[self->n_keys++].kind = TV_TREND_TARGET;
}

/* How wide the words at the right end are when they are broken into lines. */
static double
measure_keys (const TvTrendChartLayout *self, const TvTrendChart *chart, const TvTheme *theme)
{
    double most_pt = MAX (self->sheet.width_pt * KEYS_SHARE, KEYS_LEAST_PT), width_pt = 0;

    for (guint i = 0; i < self->n_keys; i++) {
        TvTextStyle style = key_style (theme, self->keys[i].kind);
        g_autofree char *text = key_text (chart, self->keys[i].kind);
        double text_width_pt, text_height_pt;

        tv_chart_text_measure (&style, text, &text_width_pt, &text_height_pt);
        width_pt = MAX (width_pt, MIN (text_width_pt + 1, most_pt));
    }
    return width_pt;
}

static double
key_line_end (const TvTrendChartLayout *self, TvTrendKeyKind kind)
{
    if (kind == TV_TREND_TARGET)
        return self->target_pt;
    for (guint i = self->stops->len; i > 0; i--) {
        const TvTrendStop *stop = &g_array_index (self->stops, TvTrendStop, i - 1);
        double y_pt = kind == TV_TREND_ALL ? stop->rate_pt : stop->same_pt;

        if (!isnan (y_pt))
            return y_pt;
    }
    return NAN;
}

static int
compare_keys (const void *a, const void *b)
{
    const TvTrendKey *first = a, *second = b;

    if (first->end_pt != second->end_pt)
        return first->end_pt < second->end_pt ? -1 : 1;
    return (int) first->kind - (int) second->kind;
}

/* At the height where each line ends, moved aside where two would cover each other. */
static void
add_keys (TvTrendChartLayout *self, const TvTrendChart *chart, const TvTheme *theme,
          double words_pt)
{
    static const TvInk inks[] = { TV_INK_DATA, TV_INK_SOFT, TV_INK_MAIN };
    double left_pt = self->plot.box.x_pt + self->plot.box.width_pt + GAP_PT;
    double middles_pt[TV_TREND_N_KEYS], heights_pt[TV_TREND_N_KEYS];

    for (guint i = 0; i < self->n_keys; i++)
        self->keys[i].end_pt = key_line_end (self, self->keys[i].kind);
    qsort (self->keys, self->n_keys, sizeof *self->keys, compare_keys);
    for (guint i = 0; i < self->n_keys; i++) {
        TvTextStyle style = key_style (theme, self->keys[i].kind);
        g_autofree char *text = key_text (chart, self->keys[i].kind);
        double width_pt;

        style.width_pt = words_pt;
        tv_chart_text_measure (&style, text, &width_pt, &heights_pt[i]);
        middles_pt[i] = self->keys[i].end_pt;
    }
    tv_settle_apart (middles_pt, heights_pt, self->n_keys, 1, self->plot.box.y_pt - GAP_PT,
                     self->plot.box.y_pt + self->plot.box.height_pt + GAP_PT);
    for (guint i = 0; i < self->n_keys; i++) {
        TvTextStyle style = key_style (theme, self->keys[i].kind);
        g_autofree char *text = key_text (chart, self->keys[i].kind);

        style.width_pt = words_pt;
        self->keys[i].spot = (TvSpot){ left_pt + TV_TREND_KEY_REACH_PT, middles_pt[i] };
        tv_chart_labels_add (
            self->labels, &style, inks[self->keys[i].kind], text,
            (TvSpot){ left_pt + 2 * TV_TREND_KEY_REACH_PT + GAP_PT, middles_pt[i] },
            TV_ANCHOR_LEFT);
    }
}

static void
add_notice (TvTrendChartLayout *self, const TvTheme *theme)
{
    TvTextStyle style = tv_text_style (theme, theme->text_pt);
    const TvRect *box = &self->plot.box;

    tv_chart_labels_add (
        self->labels, &style, TV_INK_MAIN, _ ("There is no round with a rate yet."),
        (TvSpot){ box->x_pt + box->width_pt / 2, box->y_pt + box->height_pt / 2 }, TV_ANCHOR_MIDDLE)
        ->has_plate
        = TRUE;
}

static double
place_plot (TvTrendChartLayout *self, const TvTrendChart *chart, const TvTheme *theme)
{
    TvTextStyle style = tv_small_style (theme);
    double line_pt = tv_line_height (&style);
    double last_percent = get_axis_end (chart);
    double words_pt = measure_keys (self, chart, theme);
    double left_pt = MARGIN_PT + tv_percent_plot_gutter (last_percent, theme);
    double right_pt
        = MARGIN_PT + (self->n_keys > 0 ? words_pt + 2 * TV_TREND_KEY_REACH_PT + 2 * GAP_PT : 0);
    double top_pt = add_explanation (self, add_title (self, chart, theme), theme);
    TvRect box = { left_pt, top_pt, MAX (self->sheet.width_pt - left_pt - right_pt, 10),
                   MAX (self->sheet.height_pt - top_pt - TICK_PT - 2 * line_pt - MARGIN_PT, 10) };

    tv_percent_plot_init (&self->plot, &box, last_percent, theme, self->labels);
    return words_pt;
}

/**
 * tv_trend_chart_layout_new:
 * @chart: what to show
 * @width_pt: of the sheet
 * @height_pt: of the sheet
 * @theme: its look; the sizes of its letters count here
 *
 * Returns: (transfer full): where everything stands
 */
TvTrendChartLayout *
tv_trend_chart_layout_new (const TvTrendChart *chart, double width_pt, double height_pt,
                           const TvTheme *theme)
{
    TvTrendChartLayout *self = g_new0 (TvTrendChartLayout, 1);
    double goal = tv_target_percent (chart->target), words_pt;

    self->sheet = (TvRect){ 0, 0, width_pt, height_pt };
    self->labels = tv_chart_labels_new ();
    self->stops = g_array_new (FALSE, FALSE, sizeof (TvTrendStop));
    self->year_ends = g_array_new (FALSE, FALSE, sizeof (double));
    self->is_by_day = has_all_days (chart);
    choose_keys (self, chart);
    words_pt = place_plot (self, chart, theme);
    self->target_pt = isnan (goal) ? NAN : tv_percent_plot_y (&self->plot, goal);
    for (guint i = 0; i < chart->n_points; i++)
        add_stop (self, chart, i);
    set_columns (self);
    settle_marks (self);
    add_keys (self, chart, theme, words_pt);
    tv_trend_add_names (self, chart, theme);
    tv_trend_add_values (self, chart, theme);
    if (isnan (key_line_end (self, TV_TREND_ALL)))
        add_notice (self, theme);
    return self;
}

/**
 * tv_trend_chart_layout_free:
 *
 * Frees all of it.
 */
void
tv_trend_chart_layout_free (TvTrendChartLayout *self)
{
    tv_percent_plot_clear (&self->plot);
    g_array_unref (self->stops);
    g_array_unref (self->year_ends);
    g_array_unref (self->labels);
    g_free (self);
}

/**
 * tv_trend_chart_layout_find:
 * @x_pt: of the pointer
 * @y_pt: of the pointer
 *
 * Returns: the index (in the chart) of the round whose column is there, or -1
 */
int
tv_trend_chart_layout_find (const TvTrendChartLayout *self, double x_pt, double y_pt)
{
    for (guint i = 0; i < self->stops->len; i++) {
        if (tv_rect_contains (&g_array_index (self->stops, TvTrendStop, i).column, x_pt, y_pt))
            return (int) i;
    }
    return -1;
}
