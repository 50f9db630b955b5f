/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Last digits as bars: they add up, chance has its band, and too few are not judged. */

#include "base/tv-language.h"
#include "charts/tv-digit-chart-layout.h"
#include "tv-chart-checks.h"
#include "tv-quality-samples.h"

#include <math.h>
#include <string.h>

static void
draw (gconstpointer data, cairo_t *cr, double width_pt, double height_pt, const TvTheme *theme)
{
    tv_digit_chart_draw (data, cr, width_pt, height_pt, theme);
}

static TvDigitChartLayout *
lay_out (const TvDigitChart *chart, double width_pt, double height_pt)
{
    return tv_digit_chart_layout_new (chart, width_pt, height_pt,
                                      tv_theme_get (TV_THEME_SCREEN_LIGHT));
}

static void
test_whole (void)
{
    g_autoptr (TvDigitChart) chart = tv_sample_digit_chart (400, 40);
    g_autoptr (TvDigitChartLayout) layout = lay_out (chart, 640, 240);

    for (int i = 0; i < TV_DIGIT_N_MEASURES; i++) {
        const TvDigitPanel *panel = &layout->panels[i];
        double percent = 0;

        for (guint digit = 0; digit < TV_N_DIGITS; digit++)
            percent += panel->bars[digit].box.height_pt / panel->plot.box.height_pt
                       * panel->plot.last_percent;
        g_assert_cmpfloat_with_epsilon (percent, 100, 1e-6);
    }
}

/* 400 values: chance is 10 % ± 3 points. */
static void
test_band (void)
{
    g_autoptr (TvDigitChart) chart = tv_sample_digit_chart (400, 40);
    g_autoptr (TvDigitChartLayout) layout = lay_out (chart, 640, 240);
    const TvDigitPanel *weight = &layout->panels[TV_DIGIT_WEIGHT];
    const TvDigitPanel *height = &layout->panels[TV_DIGIT_HEIGHT];

    g_assert_cmpfloat_with_epsilon (tv_digit_band (&chart->weight), 3, 1e-9);
    g_assert_cmpfloat_with_epsilon (weight->band.y_pt, tv_percent_plot_y (&weight->plot, 13), 1e-9);
    g_assert_cmpfloat_with_epsilon (weight->band.y_pt + weight->band.height_pt,
                                    tv_percent_plot_y (&weight->plot, 7), 1e-9);
    g_assert_true (chart->weight.is_uneven);
    g_assert_cmpint (weight->bars[0].slant, ==, TV_SLANT_UP);
    g_assert_cmpint (weight->bars[0].tone, ==, TV_TONE_WATCH);
    g_assert_cmpint (weight->bars[4].slant, ==, TV_SLANT_DOWN);
    g_assert_false (chart->height.is_uneven);
    for (guint digit = 0; digit < TV_N_DIGITS; digit++)
        g_assert_cmpint (height->bars[digit].slant, ==, TV_SLANT_NONE);
}

/* One bar beyond chance in a pattern that is even as a whole carries a pattern, and no alarm. */
static void
test_single_bar (void)
{
    TvDigitChart values = { .weight = { .n = 1000, .score = 4, .score_limit = 5 } };
    g_autoptr (TvDigitChart) chart = NULL;
    g_autoptr (TvDigitChartLayout) layout = NULL;

    for (guint digit = 0; digit < TV_N_DIGITS; digit++)
        values.weight.digits[digit] = digit == 5 ? 127 : 97;
    chart = tv_digit_chart_new (&values);
    layout = lay_out (chart, 640, 240);
    g_assert_cmpint (layout->panels[TV_DIGIT_WEIGHT].bars[5].slant, ==, TV_SLANT_UP);
    g_assert_cmpint (layout->panels[TV_DIGIT_WEIGHT].bars[5].tone, ==, TV_TONE_CALM);
}

static void
test_few (void)
{
    for (guint n = 0; n < TV_QUALITY_FEWEST; n += 7) {
        g_autoptr (TvDigitChart) chart = tv_sample_digit_chart (n, 100);
        g_autoptr (TvDigitChartLayout) layout = lay_out (chart, 640, 240);
        g_auto (GStrv) sentences = tv_digit_chart_describe (chart);
        g_autofree char *joined = g_strjoinv (" ", sentences);

        g_assert_cmpfloat (layout->panels[0].band.height_pt, ==, 0);
        g_assert_cmpint (layout->panels[0].bars[0].slant, ==, TV_SLANT_NONE);
        g_assert_null (strstr (joined, "nan"));
        g_assert_nonnull (
            strstr (joined, n == 0 ? "No weight has been written down yet." : "too few to judge"));
        tv_check_labels (layout->labels, &layout->sheet);
        for (guint digit = 0; digit < TV_N_DIGITS; digit++)
            g_assert_true (isfinite (layout->panels[1].bars[digit].box.height_pt));
    }
}

static void
test_sizes (void)
{
    static const TvLanguage languages[] = { TV_LANGUAGE_VIETNAMESE, TV_LANGUAGE_ENGLISH };
    static const double widths_pt[] = { 320, 400, 560, 900 }, heights_pt[] = { 200, 300, 400 };
    static const guint numbers[] = { 0, 1, 49, 118, 3000 };

    for (guint i = 0; i < 2 * G_N_ELEMENTS (numbers); i++) {
        g_autoptr (TvDigitChart) chart = NULL;

        tv_language_start (languages[i % 2]);
        chart = tv_sample_digit_chart (numbers[i / 2], i % 3 * 45);
        for (guint k = 0; k < G_N_ELEMENTS (widths_pt) * G_N_ELEMENTS (heights_pt); k++) {
            g_autoptr (TvDigitChartLayout) layout
                = lay_out (chart, widths_pt[k / 3], heights_pt[k % 3]);

            tv_check_labels (layout->labels, &layout->sheet);
            g_assert_cmpint (layout->is_stacked, ==, k / 3 < 2 && k % 3 > 0);
            g_assert_true (tv_rect_is_inside (&layout->panels[1].plot.box, &layout->sheet));
            g_assert_cmpfloat (layout->panels[1].plot.box.height_pt, >=, 60);
        }
    }
    tv_language_start (TV_LANGUAGE_ENGLISH);
}

static void
test_sentences (void)
{
    g_autoptr (TvDigitChart) chart = tv_sample_digit_chart (400, 40);
    g_auto (GStrv) sentences = tv_digit_chart_describe (chart);

    g_assert_cmpuint (g_strv_length (sentences), ==, 4);
    g_assert_nonnull (strstr (sentences[0], "Last digits of 400 weights"));
    g_assert_nonnull (strstr (sentences[0], "uneven"));
    g_assert_cmpstr (sentences[1], ==,
                     "Weights ending in 0: 160 of 400, 40.0 %; even would be 10 %.");
    g_assert_nonnull (strstr (sentences[2], "score 0.0"));
    g_assert_cmpstr (sentences[3], ==,
                     "Heights ending in 0: 40 of 400, 10.0 %; even would be 10 %.");
}

static void
test_tell (void)
{
    g_autoptr (TvDigitChart) chart = tv_sample_digit_chart (400, 40);
    g_autoptr (TvDigitChart) none = tv_sample_digit_chart (0, 0);
    g_autoptr (TvDigitChartLayout) layout = lay_out (chart, 640, 240);
    const TvRect *column = &layout->panels[TV_DIGIT_HEIGHT].columns[7];
    double x_pt = column->x_pt + column->width_pt / 2, y_pt = column->y_pt + 1;
    g_autofree char *told = tv_digit_chart_tell (chart, x_pt, y_pt, 640, 240);

    g_assert_cmpstr (told, ==, "Heights ending in 7: 40 of 400, 10.0 %; even would be 10 %.");
    g_assert_null (tv_digit_chart_tell (chart, 1, 1, 640, 240));
    g_assert_null (tv_digit_chart_tell (none, x_pt, y_pt, 640, 240));
}

static void
test_drawing (void)
{
    g_autoptr (TvDigitChart) chart = tv_sample_digit_chart (400, 40);

    tv_check_same_bytes (draw, chart);
    tv_check_speed (draw, chart);
}

static void
test_pictures (void)
{
    g_autoptr (TvDigitChart) chart = tv_sample_digit_chart (400, 34);
    g_autoptr (TvDigitChart) few = tv_sample_digit_chart (23, 40);
    g_autoptr (TvDigitChart) none = tv_sample_digit_chart (0, 0);

    tv_language_start (TV_LANGUAGE_VIETNAMESE);
    tv_write_pictures (draw, chart, "digit-chart", 640, 220);
    tv_write_pictures (draw, chart, "digit-chart-narrow", 320, 340);
    tv_write_pictures (draw, few, "digit-chart-few", 320, 200);
    tv_write_pictures (draw, none, "digit-chart-nobody", 640, 200);
    tv_language_start (TV_LANGUAGE_ENGLISH);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    g_test_add_func ("/charts/digit/whole", test_whole);
    g_test_add_func ("/charts/digit/band", test_band);
    g_test_add_func ("/charts/digit/single-bar", test_single_bar);
    g_test_add_func ("/charts/digit/few", test_few);
    g_test_add_func ("/charts/digit/sizes", test_sizes);
    g_test_add_func ("/charts/digit/sentences", test_sentences);
    g_test_add_func ("/charts/digit/tell", test_tell);
    g_test_add_func ("/charts/digit/drawing", test_drawing);
    g_test_add_func ("/charts/digit/pictures", test_pictures);
    return g_test_run ();
}
