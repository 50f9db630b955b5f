/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a chart of rates puts its groups, and what its themes promise to the eye. */

#include "base/tv-language.h"
#include "charts/tv-rate-axis.h"
#include "charts/tv-rate-chart-layout.h"
#include "charts/tv-rate-scale.h"
#include "tv-chart-samples.h"

#include <math.h>
#include <string.h>

static TvRateChartLayout *
lay_out (const TvRateChart *chart, double width_pt, double height_pt)
{
    return tv_rate_chart_layout_new (chart, width_pt, height_pt,
                                     tv_theme_get (TV_THEME_PRINT_COLOUR));
}

static void
test_bars (void)
{
    g_autoptr (TvRateChart) chart = tv_sample_rate_chart (8);
    g_autoptr (TvRateChartLayout) layout = lay_out (chart, 480, 240);

    g_assert_cmpuint (layout->bars->len, ==, 9);
    g_assert_cmpfloat (layout->target_pt, >, layout->plot.x_pt);
    for (guint i = 0; i < layout->bars->len; i++) {
        const TvRateBar *bar = &g_array_index (layout->bars, TvRateBar, i);
        const TvRate *rate = &chart->rows[i].rate;

        g_assert_cmpint (tv_rate_chart_layout_find (layout, bar->row.x_pt + 40, bar->middle_pt), ==,
                         (int) i);
        g_assert_cmpint (bar->has_rate, ==, rate->n > 0);
        if (!bar->has_rate)
            continue;
        g_assert_cmpfloat (bar->lower_pt, <=, bar->rate_pt);
        g_assert_cmpfloat (bar->rate_pt, <=, bar->upper_pt);
        g_assert_cmpint (bar->rate_pt < layout->target_pt, ==, rate->percent < 6.4);
    }
    g_assert_cmpint (tv_rate_chart_layout_find (layout, 40, 2), ==, -1);
}

static gboolean
says (const GArray *labels, const char *text)
{
    for (guint i = 0; i < labels->len; i++) {
        if (g_strcmp0 (tv_chart_label_text (&g_array_index (labels, TvChartLabel, i)), text) == 0)
            return TRUE;
    }
    return FALSE;
}

static void
test_words (void)
{
    g_autoptr (TvRateChart) chart = tv_sample_rate_chart (8);
    g_autoptr (TvRateChartLayout) layout = lay_out (chart, 480, 240);
    g_autofree char *count
        = g_strdup_printf ("%u/%u", chart->rows[2].rate.n_cases, chart->rows[2].rate.n);

    g_assert_true (says (layout->labels, "target <\u00a06.4\u00a0%"));
    g_assert_true (says (layout->labels, count));
    g_assert_true (says (layout->labels, "nobody counted"));
    g_assert_true (says (layout->labels, "Toàn trường"));
}

/* Forty classes on one page: every row its own stripe, every word legible and on the sheet. */
static void
test_forty (void)
{
    g_autoptr (TvRateChart) chart = tv_sample_rate_chart (40);
    g_autoptr (TvRateChartLayout) layout = lay_out (chart, 480, 680);

    g_assert_cmpuint (layout->bars->len, ==, 41);
    for (guint i = 0; i < layout->labels->len; i++) {
        const TvChartLabel *label = &g_array_index (layout->labels, TvChartLabel, i);

        g_assert_true (tv_rect_is_inside (&label->box, &layout->sheet));
        g_assert_cmpfloat (label->box.height_pt, >=, 6);
    }
    for (guint i = 1; i < layout->bars->len; i++)
        g_assert_cmpfloat (g_array_index (layout->bars, TvRateBar, i).row.y_pt
                               - g_array_index (layout->bars, TvRateBar, i - 1).row.y_pt,
                           >=, 13);
}

static void
test_nobody (void)
{
    const TvRateChart values = { .title = (char *) "Tỷ lệ" };
    g_autoptr (TvRateChart) chart = tv_rate_chart_new (&values);
    g_autoptr (TvRateChartLayout) layout = lay_out (chart, 480, 200);
    g_auto (GStrv) sentences = tv_rate_chart_describe (chart);

    g_assert_cmpuint (layout->bars->len, ==, 0);
    g_assert_true (isnan (layout->target_pt));
    g_assert_true (says (layout->labels, "There are no groups to compare yet."));
    g_assert_cmpstr (sentences[0], ==, "There are no groups to compare yet.");
}

static void
test_describe (void)
{
    g_autoptr (TvRateChart) chart = tv_sample_rate_chart (3);
    g_auto (GStrv) sentences = tv_rate_chart_describe (chart);

    g_assert_cmpuint (g_strv_length (sentences), ==, 4);
    g_assert_nonnull (strstr (sentences[0], "The target (<\u00a06.4\u00a0%)"));
    g_assert_cmpstr (sentences[3], ==, "Lớp 1D: nobody counted.");
}

/* Intervals of small groups must not press all rates to the left. */
static void
test_axis_end (void)
{
    g_assert_cmpfloat (tv_rate_axis_end (8, 10, NULL), ==, 10);
    g_assert_cmpfloat (tv_rate_axis_end (4, 60, NULL), ==, 10);
    g_assert_cmpfloat (tv_rate_axis_end (0, 0, NULL), ==, 2);
    g_assert_cmpfloat (tv_rate_axis_end (99, 100, NULL), ==, 100);
}

static void
test_scale (void)
{
    g_autoptr (TvRateChart) chart = tv_sample_rate_chart (1);
    TvRate rate, none;

    tv_rate_init (&rate, TV_INTERVAL_WILSON, 12, 118, 118);
    tv_rate_init (&none, TV_INTERVAL_WILSON, 0, 0, 0);
    {
        g_autoptr (TvRateScaleLayout) layout = tv_rate_scale_layout_new (
            &rate, chart->target, 200, 44, tv_theme_get (TV_THEME_SCREEN_LIGHT));
        g_autoptr (TvRateScaleLayout) empty
            = tv_rate_scale_layout_new (&none, NULL, 200, 44, tv_theme_get (TV_THEME_SCREEN_LIGHT));

        g_assert_cmpfloat (layout->target_pt, <, layout->rate_pt);
        g_assert_cmpfloat (layout->lower_pt, <, layout->rate_pt);
        g_assert_cmpfloat (layout->rate_pt, <, layout->upper_pt);
        g_assert_cmpint (layout->tone, ==, TV_TONE_WATCH);
        g_assert_true (says (layout->labels, "target <\u00a06.4\u00a0%"));
        g_assert_true (isnan (empty->rate_pt) && isnan (empty->target_pt));
    }
}

/* Words 4.5:1 and more against all they stand on, curves 3:1 (WCAG 2.1), and zones whose
 * lightness a grey printer still parts. */
static void
test_contrast (void)
{
    for (int kind = 0; kind < TV_THEME_N_KINDS; kind++) {
        const TvTheme *theme = tv_theme_get ((TvThemeKind) kind);

        g_assert_cmpfloat (tv_colour_contrast (&theme->ink, &theme->ground), >=, 7);
        g_assert_cmpfloat (tv_colour_contrast (&theme->ink_soft, &theme->ground), >=, 4.5);
        g_assert_cmpfloat (tv_colour_contrast (&theme->data, &theme->ground), >=, 4.5);
        for (int tone = 0; tone < TV_N_TONES; tone++) {
            g_assert_cmpfloat (tv_colour_contrast (&theme->state[tone], &theme->ground), >=, 4.5);
            g_assert_cmpfloat (tv_colour_contrast (&theme->curve, &theme->zone[tone]), >=, 3);
            g_assert_cmpfloat (tv_colour_contrast (&theme->data, &theme->zone[tone]), >=, 3);
        }
        for (int tone = 1; tone < TV_N_TONES; tone++)
            g_assert_cmpfloat (tv_colour_contrast (&theme->zone[tone], &theme->zone[tone - 1]), >,
                               1.1);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    g_test_add_func ("/charts/rate/bars", test_bars);
    g_test_add_func ("/charts/rate/words", test_words);
    g_test_add_func ("/charts/rate/forty-classes", test_forty);
    g_test_add_func ("/charts/rate/nobody", test_nobody);
    g_test_add_func ("/charts/rate/describe", test_describe);
    g_test_add_func ("/charts/rate/axis-end", test_axis_end);
    g_test_add_func ("/charts/rate/scale", test_scale);
    g_test_add_func ("/charts/theme/contrast", test_contrast);
    return g_test_run ();
}
