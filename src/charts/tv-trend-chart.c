/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One indicator from round to round: what it is made of, and the same in sentences. */

#include "charts/tv-trend-chart-layout.h"

#include "base/tv-number.h"

#include <glib/gi18n.h>

static void
clear_trend_chart (gpointer data)
{
    TvTrendChart *self = data;

    g_free (self->title);
    g_clear_pointer (&self->target, tv_target_unref);
    for (guint i = 0; i < self->n_points; i++)
        g_free (self->points[i].name);
    g_free (self->points);
}

/**
 * tv_trend_chart_new:
 * @values: what it holds
 *
 * Returns: (transfer full): an unchanging copy
 */
TvTrendChart *
tv_trend_chart_new (const TvTrendChart *values)
{
    TvTrendChart *self = g_atomic_rc_box_new (TvTrendChart);

    *self = *values;
    self->title = g_strdup (values->title);
    self->target = values->target ? tv_target_ref (values->target) : NULL;
    self->points = g_memdup2 (values->points, sizeof *values->points * values->n_points);
    for (guint i = 0; i < self->n_points; i++)
        self->points[i].name = g_strdup (values->points[i].name);
    return self;
}

TvTrendChart *
tv_trend_chart_ref (TvTrendChart *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_trend_chart_unref (TvTrendChart *self)
{
    g_atomic_rc_box_release_full (self, clear_trend_chart);
}

/**
 * tv_trend_chart_has_same:
 *
 * Returns: whether the chosen round's children were counted in another round too
 */
gboolean
tv_trend_chart_has_same (const TvTrendChart *self)
{
    for (guint i = 0; i < self->n_points; i++) {
        if (!self->points[i].is_chosen && self->points[i].same.n > 0)
            return TRUE;
    }
    return FALSE;
}

static char *
describe_same (const TvRate *rate)
{
    g_autofree char *percent = tv_number_format (rate->percent, 1);

    return g_strdup_printf (
        /* Translators: of the chosen round's children, in another round: 4 of 98, 4.1 % */
        ngettext ("Of the same children: %1$u of %2$u child, %3$s %%.",
                  "Of the same children: %1$u of %2$u children, %3$s %%.", rate->n),
        rate->n_cases, rate->n, percent);
}

/**
 * tv_trend_point_describe:
 * @point: a round
 *
 * Returns: (transfer full): which round, how many of how many, the rate and its interval; and of
 *   the chosen round's children
 */
char *
tv_trend_point_describe (const TvTrendPoint *point)
{
    g_autofree char *percent = tv_number_format (point->all.percent, 1);
    g_autofree char *lower = tv_number_format (point->all.lower, 1);
    g_autofree char *upper = tv_number_format (point->all.upper, 1);
    g_autofree char *all = NULL;
    g_autofree char *same = NULL;

    if (point->all.n == 0)
        /* Translators: %s is a round of measuring */
        return g_strdup_printf (_ ("%s: nobody counted."), point->name);
    all = g_strdup_printf (
        /* Translators: round; 4 of 118 children, 3.4 %, interval from 1.3 to 8.4 */
        ngettext ("%1$s: %2$u of %3$u child, %4$s %% (95 %% confidence interval %5$s–%6$s %%).",
                  "%1$s: %2$u of %3$u children, %4$s %% (95 %% confidence interval %5$s–%6$s %%).",
                  point->all.n),
        point->name, point->all.n_cases, point->all.n, percent, lower, upper);
    if (point->is_chosen || point->same.n == 0)
        return g_steal_pointer (&all);
    same = describe_same (&point->same);
    return g_strjoin (" ", all, same, NULL);
}

/* From the first round with a rate to the last. */
static char *
describe_course (const TvTrendChart *self)
{
    const TvTrendPoint *first = NULL, *last = NULL;
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;

    for (guint i = 0; i < self->n_points; i++) {
        if (self->points[i].all.n == 0)
            continue;
        first = first ? first : &self->points[i];
        last = &self->points[i];
    }
    if (!first || first == last)
        return NULL;
    before = tv_number_format (first->all.percent, 1);
    after = tv_number_format (last->all.percent, 1);
    /* Translators: two rates and their rounds: 8.5 (Round 1), 6.2 (Round 9) */
    return g_strdup_printf (_ ("The rate went from %1$s %% (%2$s) to %3$s %% (%4$s)."), before,
                            first->name, after, last->name);
}

/**
 * tv_trend_chart_describe:
 *
 * Returns: (transfer full): what the chart shows, sentence by sentence
 */
char **
tv_trend_chart_describe (const TvTrendChart *self)
{
    g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
    g_autofree char *course = describe_course (self);

    if (self->n_points == 0)
        g_strv_builder_add (sentences, _ ("There is no round with a rate yet."));
    if (course)
        g_strv_builder_add (sentences, course);
    for (guint i = 0; i < self->n_points; i++) {
        const TvTrendPoint *point = &self->points[i];
        g_autofree char *sentence = tv_trend_point_describe (point);

        g_strv_builder_add (sentences, sentence);
        if (point->is_chosen && point->all.n > 0 && self->target) {
            g_autofree char *verdict = tv_rate_sentence (&point->all, self->target);

            g_strv_builder_add (sentences, verdict);
        }
    }
    return g_strv_builder_end (sentences);
}

/**
 * tv_trend_chart_tell:
 * @x_pt: of the pointer
 * @y_pt: of the pointer
 * @width_pt: of the drawing
 * @height_pt: of the drawing
 *
 * Returns: (transfer full) (nullable): what the round there says
 */
char *
tv_trend_chart_tell (const TvTrendChart *self, double x_pt, double y_pt, double width_pt,
                     double height_pt)
{
    g_autoptr (TvTrendChartLayout) layout = tv_trend_chart_layout_new (
        self, width_pt, height_pt, tv_theme_get (TV_THEME_SCREEN_LIGHT));
    int stop = tv_trend_chart_layout_find (layout, x_pt, y_pt);

    return stop < 0 ? NULL : tv_trend_point_describe (&self->points[stop]);
}
