/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rates in figures beside their marks. Never at the end of an interval, where they would be read
 * as its height; and only where they cover no mark, no interval and no line. */

#include "charts/tv-trend-chart-layout.h"

#include "base/tv-number.h"

#include <math.h>

/* How closely a line is looked at. */
#define STEP_PT 2

/* Figures at more rounds than these would be a swarm. */
#define MOST_TOLD 12

/* From a mark to the figures beside it. */
#define GAP_PT 2

static gboolean
hits_stretch (const TvRect *box, double x_pt, double from_pt, double to_pt, double reach_pt)
{
    const TvRect stretch = { x_pt - reach_pt, from_pt, 2 * reach_pt, to_pt - from_pt };

    return !isnan (from_pt) && tv_rect_overlaps (box, &stretch);
}

static gboolean
hits_line (const TvRect *box, double from_x_pt, double from_y_pt, double to_x_pt, double to_y_pt)
{
    int n_steps;

    if (isnan (from_y_pt) || isnan (to_y_pt))
        return FALSE;
    n_steps = (int) (hypot (to_x_pt - from_x_pt, to_y_pt - from_y_pt) / STEP_PT) + 1;
    for (int step = 0; step <= n_steps; step++) {
        double share = (double) step / n_steps;

        if (tv_rect_contains (box, from_x_pt + share * (to_x_pt - from_x_pt),
                              from_y_pt + share * (to_y_pt - from_y_pt)))
            return TRUE;
    }
    return FALSE;
}

static gboolean
hits_mark (const TvRect *box, const TvTrendStop *stop, double mark_pt)
{
    return hits_stretch (box, stop->x_pt, stop->rate_pt - mark_pt, stop->rate_pt + mark_pt, mark_pt)
           || hits_stretch (box, stop->x_pt, stop->same_pt - mark_pt, stop->same_pt + mark_pt,
                            mark_pt);
}

static gboolean
hits_interval (const TvTrendChartLayout *self, const TvRect *box)
{
    for (guint i = 0; i < self->stops->len; i++) {
        const TvTrendStop *stop = &g_array_index (self->stops, TvTrendStop, i);

        if (hits_stretch (box, stop->x_pt, stop->upper_pt, stop->lower_pt, self->mark_pt))
            return TRUE;
    }
    return FALSE;
}

/* A mark, one of the two lines or the target's. */
static gboolean
hits_drawing (const TvTrendChartLayout *self, const TvRect *box)
{
    for (guint i = 0; i < self->stops->len; i++) {
        const TvTrendStop *stop = &g_array_index (self->stops, TvTrendStop, i);
        const TvTrendStop *next = stop + 1;

        if (hits_mark (box, stop, stop->is_chosen ? self->ring_pt : self->mark_pt + 1))
            return TRUE;
        if (i + 1 < self->stops->len
            && (hits_line (box, stop->x_pt, stop->rate_pt, next->x_pt, next->rate_pt)
                || hits_line (box, stop->x_pt, stop->same_pt, next->x_pt, next->same_pt)))
            return TRUE;
    }
    return !isnan (self->target_pt)
           && hits_line (box, self->plot.box.x_pt, self->target_pt,
                         self->plot.box.x_pt + self->plot.box.width_pt, self->target_pt);
}

static gboolean
hits_words (const GArray *labels, const TvRect *box)
{
    for (guint i = 0; i < labels->len; i++) {
        if (tv_rect_overlaps (&g_array_index (labels, TvChartLabel, i).box, box))
            return TRUE;
    }
    return FALSE;
}

/* What figures may cover where there is no better place for them. */
typedef enum {
    MAY_COVER_NOTHING,
    MAY_COVER_INTERVALS,
    MAY_COVER_ALL_BUT_WORDS,
} Leave;

static gboolean
is_free (const TvTrendChartLayout *self, const TvRect *box, Leave leave)
{
    if (!tv_rect_is_inside (box, &self->plot.box) || hits_words (self->labels, box))
        return FALSE;
    if (leave == MAY_COVER_ALL_BUT_WORDS)
        return TRUE;
    return !hits_drawing (self, box)
           && (leave == MAY_COVER_INTERVALS || !hits_interval (self, box));
}

/* Right or left of the mark, at its height or above or below. */
static gboolean
find_place (const TvTrendChartLayout *self, const TvTrendStop *stop, double width_pt,
            double height_pt, Leave most, TvSpot *spot)
{
    static const double downs[] = { -1.1, 0.1, -0.5, -1.8, 0.8, -2.6, 1.6 };
    double gap_pt = (stop->is_chosen ? self->ring_pt : self->mark_pt + 1) + GAP_PT;

    for (Leave leave = MAY_COVER_NOTHING; leave <= most; leave++) {
        for (guint i = 0; i < 2 * G_N_ELEMENTS (downs); i++) {
            double x_pt = i % 2 == 0 ? stop->x_pt + gap_pt : stop->x_pt - gap_pt - width_pt;
            TvRect box = { x_pt, stop->rate_pt + downs[i / 2] * height_pt, width_pt, height_pt };

            if (is_free (self, &box, leave)) {
                *spot = (TvSpot){ box.x_pt, box.y_pt };
                return TRUE;
            }
        }
    }
    return FALSE;
}

static void
add_value (TvTrendChartLayout *self, const TvTrendChart *chart, const TvTheme *theme, guint i)
{
    const TvTrendStop *stop = &g_array_index (self->stops, TvTrendStop, i);
    TvTextStyle style = tv_small_style (theme);
    g_autofree char *number = NULL;
    g_autofree char *text = NULL;
    double width_pt, height_pt;
    TvSpot spot;

    if (isnan (stop->rate_pt))
        return;
    style.is_bold = stop->is_chosen;
    number = tv_rate_percent_text (chart->points[i].all.percent, chart->target);
    text = stop->is_chosen ? g_strconcat (number, " %", NULL) : g_strdup (number);
    tv_chart_text_measure (&style, text, &width_pt, &height_pt);
    if (find_place (self, stop, width_pt, height_pt,
                    stop->is_chosen ? MAY_COVER_ALL_BUT_WORDS : MAY_COVER_NOTHING, &spot))
        tv_chart_labels_add (self->labels, &style, stop->is_chosen ? TV_INK_MAIN : TV_INK_SOFT,
                             text, spot, TV_ANCHOR_TOP_LEFT)
            ->has_plate
            = stop->is_chosen;
}

/**
 * tv_trend_add_values:
 * @self: a layout with all its other words
 * @chart: what it shows
 * @theme: its look
 *
 * The chosen round's rate in figures, then those of the last and the first; all others only where
 * there are so few that most of them will have room.
 */
void
tv_trend_add_values (TvTrendChartLayout *self, const TvTrendChart *chart, const TvTheme *theme)
{
    for (guint i = 0; i < chart->n_points; i++) {
        if (chart->points[i].is_chosen)
            add_value (self, chart, theme, i);
    }
    for (guint i = chart->n_points; i > 0; i--) {
        if (chart->points[i - 1].is_chosen)
            continue;
        if (i == 1 || i == chart->n_points || chart->n_points <= MOST_TOLD)
            add_value (self, chart, theme, i - 1);
    }
}
