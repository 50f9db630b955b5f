/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One rate on a small scale: its interval, the rate itself, and the mark of the plan's target. */

#include "charts/tv-rate-scale.h"

#include "base/tv-number.h"
#include "charts/tv-chart-mark.h"
#include "charts/tv-rate-axis.h"

#include <glib/gi18n.h>
#include <math.h>

#define MARGIN_PT 6
#define BAR_PT 7

static double
x_of (const TvRateScaleLayout *self, double percent)
{
    return self->bar.x_pt
           + MIN (percent, self->last_percent) / self->last_percent * self->bar.width_pt;
}

static void
add_ends (TvRateScaleLayout *self, const TvTheme *theme)
{
    TvTextStyle style = tv_text_style (theme, theme->small_pt);
    double y_pt = self->bar.y_pt + self->bar.height_pt + 3;
    g_autofree char *number = tv_number_format (
        self->last_percent, self->last_percent < 10 && fmod (self->last_percent, 1) > 0);
    g_autofree char *last = g_strconcat (number, " %", NULL);

    tv_chart_labels_add (self->labels, &style, TV_INK_SOFT, "0", (TvSpot){ self->bar.x_pt, y_pt },
                         TV_ANCHOR_TOP_LEFT);
    tv_chart_labels_add (self->labels, &style, TV_INK_SOFT, last,
                         (TvSpot){ self->bar.x_pt + self->bar.width_pt, y_pt }, (TvAnchor){ 1, 0 });
}

static void
add_target (TvRateScaleLayout *self, const TvTarget *target, const TvTheme *theme)
{
    TvTextStyle style = tv_text_style (theme, theme->small_pt);
    g_autofree char *goal = tv_target_text (target);
    /* Translators: beside the target's line on a chart; %s is such as "< 6.4 %" */
    g_autofree char *text = g_strdup_printf (C_ ("chart", "target %s"), goal);
    double width_pt, height_pt, x_pt;

    style.is_bold = TRUE;
    tv_chart_text_measure (&style, text, &width_pt, &height_pt);
    x_pt = CLAMP (
        self->target_pt, self->bar.x_pt + width_pt / 2,
        MAX (self->bar.x_pt + self->bar.width_pt - width_pt / 2, self->bar.x_pt + width_pt / 2));
    tv_chart_labels_add (self->labels, &style, TV_INK_MAIN, text,
                         (TvSpot){ x_pt, self->bar.y_pt - 5 }, TV_ANCHOR_BOTTOM);
}

/**
 * tv_rate_scale_layout_new:
 * @rate: what was found
 * @target: (nullable): what the plan asks
 * @width_pt: of the scale with its words
 * @height_pt: of the scale with its words; about 40 points are enough
 * @theme: its look
 *
 * Returns: (transfer full): where everything stands
 */
TvRateScaleLayout *
tv_rate_scale_layout_new (const TvRate *rate, const TvTarget *target, double width_pt,
                          double height_pt, const TvTheme *theme)
{
    TvRateScaleLayout *self = g_new0 (TvRateScaleLayout, 1);
    gboolean has_rate = rate->n > 0;
    double goal = tv_target_percent (target);
    TvJudgement judgement;

    self->labels = tv_chart_labels_new ();
    self->bar
        = (TvRect){ MARGIN_PT, height_pt / 2 - BAR_PT / 2.0, width_pt - 2 * MARGIN_PT, BAR_PT };
    self->last_percent
        = tv_rate_axis_end (has_rate ? rate->percent : 0, has_rate ? rate->upper : 0, target);
    self->rate_pt = has_rate ? x_of (self, rate->percent) : NAN;
    self->lower_pt = has_rate ? x_of (self, rate->lower) : NAN;
    self->upper_pt = has_rate ? x_of (self, rate->upper) : NAN;
    self->target_pt = isnan (goal) ? NAN : x_of (self, goal);
    self->is_target_below = target && target->direction != TV_DIRECTION_AT_LEAST;
    tv_rate_judge (rate, target, &judgement);
    self->tone = judgement.verdict == TV_VERDICT_NOT_MET ? TV_TONE_WATCH : TV_TONE_CALM;
    add_ends (self, theme);
    if (!isnan (goal))
        add_target (self, target, theme);
    return self;
}

/**
 * tv_rate_scale_layout_free:
 *
 * Frees all of it.
 */
void
tv_rate_scale_layout_free (TvRateScaleLayout *self)
{
    g_array_unref (self->labels);
    g_free (self);
}

static void
fill_stretch (const TvRateScaleLayout *self, cairo_t *cr, double from_pt, double to_pt,
              const TvColour *colour)
{
    tv_colour_set (colour, cr);
    cairo_rectangle (cr, from_pt, self->bar.y_pt, to_pt - from_pt, self->bar.height_pt);
    cairo_fill (cr);
}

static void
paint_ground (const TvRateScaleLayout *self, cairo_t *cr, const TvTheme *theme)
{
    double first_pt = self->bar.x_pt, last_pt = first_pt + self->bar.width_pt;
    double middle_pt = isnan (self->target_pt) ? last_pt : self->target_pt;

    fill_stretch (self, cr, first_pt, middle_pt,
                  &theme->zone[self->is_target_below || isnan (self->target_pt) ? TV_TONE_CALM
                                                                                : TV_TONE_ACT]);
    fill_stretch (self, cr, middle_pt, last_pt,
                  &theme->zone[self->is_target_below ? TV_TONE_ACT : TV_TONE_CALM]);
    tv_colour_set (&theme->ink_soft, cr);
    cairo_set_line_width (cr, theme->hair_pt);
    cairo_rectangle (cr, self->bar.x_pt, self->bar.y_pt, self->bar.width_pt, self->bar.height_pt);
    cairo_stroke (cr);
}

static void
paint_rate (const TvRateScaleLayout *self, cairo_t *cr, const TvTheme *theme)
{
    const TvColour *colour = self->tone == TV_TONE_CALM ? &theme->data : &theme->state[self->tone];
    double middle_pt = self->bar.y_pt + self->bar.height_pt / 2;

    tv_colour_set (colour, cr);
    cairo_set_line_width (cr, theme->data_pt);
    cairo_move_to (cr, self->lower_pt, middle_pt);
    cairo_line_to (cr, self->upper_pt, middle_pt);
    cairo_stroke (cr);
    tv_mark_paint (self->tone == TV_TONE_CALM ? TV_MARK_CIRCLE : TV_MARK_DIAMOND, FALSE,
                   (TvSpot){ self->rate_pt, middle_pt }, 4, colour, theme, cr);
}

/**
 * tv_rate_scale_draw:
 * @rate: what was found
 * @target: (nullable): what the plan asks
 * @cr: where to draw, in points from its origin; the ground is left as it is
 * @width_pt: how wide
 * @height_pt: how high
 * @theme: with which look
 */
void
tv_rate_scale_draw (const TvRate *rate, const TvTarget *target, cairo_t *cr, double width_pt,
                    double height_pt, const TvTheme *theme)
{
    g_autoptr (TvRateScaleLayout) layout
        = tv_rate_scale_layout_new (rate, target, width_pt, height_pt, theme);

    cairo_save (cr);
    paint_ground (layout, cr, theme);
    if (!isnan (layout->target_pt)) {
        tv_colour_set (&theme->target, cr);
        cairo_set_line_width (cr, theme->data_pt);
        cairo_move_to (cr, layout->target_pt, layout->bar.y_pt - 4);
        cairo_rel_line_to (cr, 0, layout->bar.height_pt + 8);
        cairo_stroke (cr);
    }
    if (!isnan (layout->rate_pt))
        paint_rate (layout, cr, theme);
    tv_chart_labels_paint (layout->labels, cr, theme);
    cairo_restore (cr);
}
