/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A growth chart in sentences: for screen readers, for the caption under it, and for who does not
 * read curves. */

#include "charts/tv-growth-chart.h"

#include "base/tv-number.h"
#include "growth/tv-growth-class.h"

#include <glib/gi18n.h>

/* Two values closer in time than this say nothing of a trend. */
#define TREND_MIN_DAYS 25

/* Less than this is within what a scale or a board may be off: 0.1 kg, 0.3 cm, 0.1 kg/m². */
static double
smallest_step (TvZKind kind)
{
    return kind == TV_Z_HEIGHT_FOR_AGE ? 0.3 : 0.1;
}

static TvMeasure
measure_of (TvZKind kind)
{
    static const TvMeasure measures[TV_Z_N_KINDS] = {
        [TV_Z_WEIGHT_FOR_AGE] = TV_MEASURE_WEIGHT,
        [TV_Z_HEIGHT_FOR_AGE] = TV_MEASURE_HEIGHT,
        [TV_Z_WEIGHT_FOR_HEIGHT] = TV_MEASURE_WEIGHT_FOR_HEIGHT,
        [TV_Z_BMI_FOR_AGE] = TV_MEASURE_BMI,
    };

    return measures[kind];
}

/* The last point of that kind that counts before @end, NULL where there is none. */
static const TvGrowthPoint *
find_before (const TvGrowthChart *self, TvZKind kind, const TvGrowthPoint *end, int min_days)
{
    for (guint i = self->n_points; i > 0; i--) {
        const TvGrowthPoint *point = &self->points[i - 1];

        if (point->kind == kind && tv_growth_point_counts (point)
            && (!end || (point < end && end->age_days - point->age_days >= min_days)))
            return point;
    }
    return NULL;
}

static void
add_head (const TvGrowthChart *self, GStrvBuilder *sentences)
{
    g_autofree char *sentence = NULL;

    if (self->n_points == 0) {
        /* Translators: %s is the name of the chart, such as Height for age */
        sentence = g_strdup_printf (_ ("%s: not measured yet."), tv_measure_label (self->measure));
    } else {
        g_autofree char *first = tv_date_to_text (self->points[0].date);
        g_autofree char *last = tv_date_to_text (self->points[self->n_points - 1].date);

        sentence = g_strdup_printf (
            /* Translators: name of the chart, number of values, first and last date */
            ngettext ("%1$s: %2$u value, from %3$s to %4$s.",
                      "%1$s: %2$u values, from %3$s to %4$s.", self->n_points),
            tv_measure_label (self->measure), self->n_points, first, last);
    }
    g_strv_builder_add (sentences, sentence);
}

static void
add_trend (const TvGrowthPoint *before, const TvGrowthPoint *last, GStrvBuilder *sentences)
{
    g_autofree char *now = tv_measure_format (measure_of (last->kind), last->value);
    g_autofree char *then = tv_measure_format (measure_of (last->kind), before->value);
    g_autofree char *date = tv_date_to_text (before->date);
    g_autofree char *sentence = NULL;
    double change = last->plotted - before->plotted;
    double step = smallest_step (last->kind);

    if (change >= step)
        /* Translators: an earlier value, its date, the last value */
        sentence
            = g_strdup_printf (_ ("The line goes up: %1$s on %2$s, now %3$s."), then, date, now);
    else if (change <= -step)
        sentence
            = g_strdup_printf (_ ("The line goes down: %1$s on %2$s, now %3$s."), then, date, now);
    else
        sentence
            = g_strdup_printf (_ ("The line is flat: %1$s on %2$s, now %3$s."), then, date, now);
    g_strv_builder_add (sentences, sentence);
}

static void
add_kind (const TvGrowthChart *self, TvZKind kind, GStrvBuilder *sentences)
{
    const TvGrowthPoint *last = find_before (self, kind, NULL, 0);
    const TvGrowthPoint *before;
    g_autofree char *words = NULL;

    if (!last)
        return;
    words = tv_growth_point_describe (last);
    g_strv_builder_add (sentences, words);
    before = find_before (self, kind, last, TREND_MIN_DAYS);
    if (before && self->measure != TV_MEASURE_Z)
        add_trend (before, last, sentences);
}

static void
add_left_out (const TvGrowthChart *self, GStrvBuilder *sentences)
{
    guint n = 0;

    for (guint i = 0; i < self->n_points; i++)
        n += !tv_growth_point_counts (&self->points[i]);
    if (n > 0) {
        g_autofree char *sentence = g_strdup_printf (
            ngettext ("%u value is shown but does not count: taken out or not plausible.",
                      "%u values are shown but do not count: taken out or not plausible.", n),
            n);

        g_strv_builder_add (sentences, sentence);
    }
}

/**
 * tv_growth_point_describe:
 * @point: a point
 *
 * Returns: (transfer full): one sentence: date, value, class and z
 */
char *
tv_growth_point_describe (const TvGrowthPoint *point)
{
    g_autofree char *date = tv_date_to_text (point->date);
    g_autofree char *value = tv_measure_format (measure_of (point->kind), point->value);
    g_autofree char *z = NULL;

    if (point->z == TV_Z_NONE)
        /* Translators: a date and a value */
        return g_strdup_printf (_ ("%1$s: %2$s; there is no z-score."), date, value);
    z = tv_number_format_signed (point->z / 100.0, 2);
    if (point->is_flagged || point->is_excluded)
        /* Translators: a date, a value, a z-score */
        return g_strdup_printf (_ ("%1$s: %2$s, not counted (z %3$s)."), date, value, z);
    /* Translators: a date, a value, what the z is of, a class such as "stunted", the z-score */
    return g_strdup_printf (
        _ ("%1$s: %2$s, %3$s: %4$s (z %5$s)."), date, value, tv_z_kind_label (point->kind),
        tv_growth_class_label (tv_growth_class (point->standard, point->kind, point->z)), z);
}

/**
 * tv_growth_chart_describe:
 *
 * Returns: (transfer full): what the chart shows, sentence by sentence
 */
char **
tv_growth_chart_describe (const TvGrowthChart *self)
{
    g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();

    add_head (self, sentences);
    for (int kind = 0; kind < TV_Z_N_KINDS; kind++)
        add_kind (self, (TvZKind) kind, sentences);
    add_left_out (self, sentences);
    return g_strv_builder_end (sentences);
}
