/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How often each last digit was written down: what the chart is made of, and the same in
 * sentences. */

#include "charts/tv-digit-chart-layout.h"

#include "base/tv-number.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * tv_digit_chart_new:
 * @values: what it holds; the patterns are worked out
 *
 * Returns: (transfer full): an unchanging copy
 */
TvDigitChart *
tv_digit_chart_new (const TvDigitChart *values)
{
    TvDigitChart *self = g_atomic_rc_box_new (TvDigitChart);

    *self = *values;
    return self;
}

TvDigitChart *
tv_digit_chart_ref (TvDigitChart *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_digit_chart_unref (TvDigitChart *self)
{
    g_atomic_rc_box_release (self);
}

/**
 * tv_digit_chart_pattern:
 *
 * Returns: (transfer none): the digits of that measure
 */
const TvDigitPattern *
tv_digit_chart_pattern (const TvDigitChart *self, TvDigitMeasure measure)
{
    return measure == TV_DIGIT_WEIGHT ? &self->weight : &self->height;
}

/**
 * tv_digit_band:
 *
 * Two standard errors of a share of 10 %: 2 √(0.1 × 0.9 / n).
 *
 * Returns: how many percentage points chance moves one digit's share up or down; 0 where there are
 *   too few values to judge
 */
double
tv_digit_band (const TvDigitPattern *pattern)
{
    return pattern->n < TV_QUALITY_FEWEST ? 0 : 200 * sqrt (0.09 / pattern->n);
}

/**
 * tv_digit_verdict:
 *
 * Returns: (transfer none): the pattern in a word
 */
const char *
tv_digit_verdict (const TvDigitPattern *pattern)
{
    if (pattern->n < TV_QUALITY_FEWEST)
        return C_ ("last digits", "too few to judge");
    return pattern->is_uneven ? C_ ("last digits", "uneven") : C_ ("last digits", "even");
}

/**
 * tv_digit_describe:
 * @pattern: the digits of a measure
 * @measure: which it is
 * @digit: 0 to 9
 *
 * Returns: (transfer full): how often this digit stands, and how often it would if all were even
 */
char *
tv_digit_describe (const TvDigitPattern *pattern, TvDigitMeasure measure, guint digit)
{
    guint count = pattern->digits[digit], n = pattern->n;
    g_autofree char *percent = tv_number_format (n > 0 ? 100.0 * count / n : 0, 1);

    if (measure == TV_DIGIT_WEIGHT)
        return g_strdup_printf (
            /* Translators: weights written as 15.3: digit 3, 12 of 118, 10.2 % */
            ngettext ("Weights ending in %1$u: %2$u of %3$u, %4$s %%; even would be 10 %%.",
                      "Weights ending in %1$u: %2$u of %3$u, %4$s %%; even would be 10 %%.", n),
            digit, count, n, percent);
    return g_strdup_printf (
        /* Translators: heights written as 101.3: digit 3, 12 of 118, 10.2 % */
        ngettext ("Heights ending in %1$u: %2$u of %3$u, %4$s %%; even would be 10 %%.",
                  "Heights ending in %1$u: %2$u of %3$u, %4$s %%; even would be 10 %%.", n),
        digit, count, n, percent);
}

static char *
describe_pattern (const TvDigitPattern *pattern, TvDigitMeasure measure)
{
    g_autofree char *score = tv_number_format (pattern->score, 1);
    const char *verdict = tv_digit_verdict (pattern);

    if (measure == TV_DIGIT_WEIGHT)
        return g_strdup_printf (
            /* Translators: 118 values, score 12.3, "even" */
            ngettext ("Last digits of %1$u weight: score %2$s (0 is even, 100 is one digit "
                      "alone); %3$s.",
                      "Last digits of %1$u weights: score %2$s (0 is even, 100 is one digit "
                      "alone); %3$s.",
                      pattern->n),
            pattern->n, score, verdict);
    return g_strdup_printf (
        /* Translators: 118 values, score 12.3, "even" */
        ngettext ("Last digits of %1$u height: score %2$s (0 is even, 100 is one digit alone); "
                  "%3$s.",
                  "Last digits of %1$u heights: score %2$s (0 is even, 100 is one digit alone); "
                  "%3$s.",
                  pattern->n),
        pattern->n, score, verdict);
}

static guint
find_most (const TvDigitPattern *pattern)
{
    guint most = 0;

    for (guint digit = 1; digit < TV_N_DIGITS; digit++) {
        if (pattern->digits[digit] > pattern->digits[most])
            most = digit;
    }
    return most;
}

/**
 * tv_digit_chart_describe:
 *
 * Returns: (transfer full): what the chart shows, sentence by sentence
 */
char **
tv_digit_chart_describe (const TvDigitChart *self)
{
    g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();

    for (int i = 0; i < TV_DIGIT_N_MEASURES; i++) {
        TvDigitMeasure measure = (TvDigitMeasure) i;
        const TvDigitPattern *pattern = tv_digit_chart_pattern (self, measure);
        g_autofree char *whole = NULL;
        g_autofree char *most = NULL;

        if (pattern->n == 0) {
            g_strv_builder_add (sentences, measure == TV_DIGIT_WEIGHT
                                               ? _ ("No weight has been written down yet.")
                                               : _ ("No height has been written down yet."));
            continue;
        }
        whole = describe_pattern (pattern, measure);
        most = tv_digit_describe (pattern, measure, find_most (pattern));
        g_strv_builder_add (sentences, whole);
        g_strv_builder_add (sentences, most);
    }
    return g_strv_builder_end (sentences);
}

/**
 * tv_digit_chart_tell:
 * @x_pt: of the pointer
 * @y_pt: of the pointer
 * @width_pt: of the drawing
 * @height_pt: of the drawing
 *
 * Returns: (transfer full) (nullable): what stands there, in a sentence
 */
char *
tv_digit_chart_tell (const TvDigitChart *self, double x_pt, double y_pt, double width_pt,
                     double height_pt)
{
    g_autoptr (TvDigitChartLayout) layout = tv_digit_chart_layout_new (
        self, width_pt, height_pt, tv_theme_get (TV_THEME_SCREEN_LIGHT));
    TvDigitMeasure measure;
    guint digit;

    if (!tv_digit_chart_layout_find (layout, x_pt, y_pt, &measure, &digit))
        return NULL;
    if (tv_digit_chart_pattern (self, measure)->n == 0)
        return NULL;
    return tv_digit_describe (tv_digit_chart_pattern (self, measure), measure, digit);
}
