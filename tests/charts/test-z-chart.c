/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bars that add up, zones with WHO's names, words that stand apart, and nothing but WHO's curve
 * where there is nobody. */

#include "base/tv-language.h"
#include "charts/tv-z-chart-layout.h"
#include "tv-chart-checks.h"
#include "tv-quality-samples.h"

#include <math.h>
#include <string.h>

static void
draw (gconstpointer data, cairo_t *cr, double width_pt, double height_pt, const TvTheme *theme)
{
    tv_z_chart_draw (data, cr, width_pt, height_pt, theme);
}

static TvZChartLayout *
lay_out (const TvZChart *chart, double width_pt, double height_pt)
{
    return tv_z_chart_layout_new (chart, width_pt, height_pt, tv_theme_get (TV_THEME_SCREEN_LIGHT));
}

static const TvZColumn *
column_at (const TvZChartLayout *layout, guint i)
{
    return &g_array_index (layout->columns, TvZColumn, i);
}

/* The heights of the bars are shares: together they are all children. */
static void
test_whole (void)
{
    static const double means[] = { -5, -1, -0.35, 0, 2, 5.2 };

    for (guint i = 0; i < G_N_ELEMENTS (means); i++) {
        g_autoptr (TvZChart) chart
            = tv_sample_z_chart (TV_Z_HEIGHT_FOR_AGE, TV_STANDARD_2006, 233, means[i], 1.1);
        g_autoptr (TvZChartLayout) layout = lay_out (chart, 400, 260);
        double percent = 0;

        for (guint k = 0; k < layout->columns->len; k++)
            percent += column_at (layout, k)->bar.box.height_pt / layout->plot.box.height_pt
                       * layout->plot.last_percent;
        g_assert_cmpfloat_with_epsilon (percent, 100, 1e-6);
    }
}

/* At least from -4 to +4, and farther only where somebody stands there. */
static void
test_reach (void)
{
    g_autoptr (TvZChart) usual
        = tv_sample_z_chart (TV_Z_HEIGHT_FOR_AGE, TV_STANDARD_2006, 60, 0, 1);
    g_autoptr (TvZChart) low
        = tv_sample_z_chart (TV_Z_HEIGHT_FOR_AGE, TV_STANDARD_2006, 60, -4.2, 0.5);
    g_autoptr (TvZChartLayout) usual_layout = lay_out (usual, 400, 260);
    g_autoptr (TvZChartLayout) low_layout = lay_out (low, 400, 260);

    g_assert_cmpint (usual_layout->first_sd, ==, -4);
    g_assert_cmpint (usual_layout->last_sd, ==, 4);
    g_assert_cmpuint (usual_layout->columns->len, ==, 16);
    g_assert_cmpint (low_layout->first_sd, ==, -6);
    g_assert_cmpint (low_layout->last_sd, ==, 4);
    g_assert_cmpfloat (usual_layout->mean_pt, ==, usual_layout->zero_pt);
    g_assert_cmpfloat (low_layout->mean_pt, <, low_layout->zero_pt);
}

/* The curve is highest at 0, with the half-SD share of the normal density, and even to both sides.
 */
static void
test_curve (void)
{
    g_autoptr (TvZChart) chart
        = tv_sample_z_chart (TV_Z_HEIGHT_FOR_AGE, TV_STANDARD_2006, 60, 0, 1);
    g_autoptr (TvZChartLayout) layout = lay_out (chart, 400, 260);
    const TvSpot *middle = &layout->curve[layout->n_spots / 2];

    g_assert_cmpfloat_with_epsilon (middle->x_pt, layout->zero_pt, 1e-6);
    g_assert_cmpfloat_with_epsilon (middle->y_pt, tv_percent_plot_y (&layout->plot, 19.9471140),
                                    1e-4);
    for (guint i = 0; i < layout->n_spots; i++) {
        g_assert_cmpfloat (layout->curve[i].y_pt, >=, middle->y_pt);
        g_assert_cmpfloat_with_epsilon (layout->curve[i].y_pt,
                                        layout->curve[layout->n_spots - 1 - i].y_pt, 1e-6);
    }
}

/* Cut-offs and names are those of the classes; a tall child is no alarm. */
static void
test_zones (void)
{
    static const struct {
        TvZKind kind;
        TvStandard standard;
        guint n_zones;
        const char *low;
        const char *high;
        TvTone high_tone;
    } cases[] = {
        { TV_Z_WEIGHT_FOR_AGE, TV_STANDARD_2006, 3, "underweight", "heavy for age", TV_TONE_CALM },
        { TV_Z_HEIGHT_FOR_AGE, TV_STANDARD_2006, 3, "stunted", "tall for age", TV_TONE_CALM },
        { TV_Z_WEIGHT_FOR_HEIGHT, TV_STANDARD_2006, 3, "wasted", "overweight or obese",
          TV_TONE_WATCH },
        { TV_Z_BMI_FOR_AGE, TV_STANDARD_2006, 3, "wasted", "overweight or obese", TV_TONE_WATCH },
        { TV_Z_HEIGHT_FOR_AGE, TV_STANDARD_2007, 3, "stunted", "tall for age", TV_TONE_CALM },
        { TV_Z_BMI_FOR_AGE, TV_STANDARD_2007, 4, "thin", "obese", TV_TONE_ACT },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        TvZZone zones[TV_Z_MOST_ZONES];
        guint n = tv_z_zones (cases[i].standard, cases[i].kind, zones);
        double percent = 0;

        g_assert_cmpuint (n, ==, cases[i].n_zones);
        g_assert_cmpstr (zones[0].word, ==, cases[i].low);
        g_assert_cmpstr (zones[n - 1].word, ==, cases[i].high);
        g_assert_cmpint (zones[0].tone, ==, TV_TONE_WATCH);
        g_assert_cmpint (zones[n - 1].tone, ==, cases[i].high_tone);
        g_assert_cmpint (zones[1].slant, ==, TV_SLANT_NONE);
        g_assert_cmpint (zones[0].slant, !=, zones[n - 1].slant);
        for (guint k = 0; k < n; k++)
            percent += tv_z_zone_expected_percent (&zones[k]);
        g_assert_cmpfloat_with_epsilon (percent, 100, 1e-6);
        g_assert_cmpfloat_with_epsilon (tv_z_zone_expected_percent (&zones[0]), 2.275, 1e-3);
    }
}

/* A z on the cut-off itself: -2.00 is not below -2, and +2.00 is not above +2. */
static void
test_on_the_edge (void)
{
    static const gint32 values[] = { -201, -200, 200, 201 };
    TvZChart chart = { .kind = TV_Z_HEIGHT_FOR_AGE, .standard = TV_STANDARD_2006 };
    TvZZone zones[TV_Z_MOST_ZONES];

    for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
        TvZScore z = { .hundredths = values[i] };

        tv_z_distribution_add (&chart.distribution, &z);
    }
    tv_z_distribution_close (&chart.distribution);
    g_assert_cmpuint (tv_z_zones (chart.standard, chart.kind, zones), ==, 3);
    g_assert_cmpuint (tv_z_zone_count (&zones[0], &chart.distribution), ==, 1);
    g_assert_cmpuint (tv_z_zone_count (&zones[1], &chart.distribution), ==, 2);
    g_assert_cmpuint (tv_z_zone_count (&zones[2], &chart.distribution), ==, 1);
}

/* On the screen and on paper: the other looks have letters of these sizes. */
static void
check_all_sizes (const TvZChart *chart)
{
    static const TvThemeKind looks[] = { TV_THEME_SCREEN_LIGHT, TV_THEME_PRINT_GREY };
    static const double widths_pt[] = { 320, 380, 500, 640, 900 };

    for (guint i = 0; i < G_N_ELEMENTS (widths_pt); i++) {
        for (guint k = 0; k < G_N_ELEMENTS (looks); k++) {
            g_autoptr (TvZChartLayout) layout
                = tv_z_chart_layout_new (chart, widths_pt[i], 240, tv_theme_get (looks[k]));

            tv_check_labels (layout->labels, &layout->sheet);
            g_assert_true (tv_rect_is_inside (&layout->plot.box, &layout->sheet));
        }
    }
}

static void
test_sizes (void)
{
    static const double means[] = { -5, -2.6, -0.35, -0.004, 0.2, 1.4, 5 };
    static const TvLanguage languages[] = { TV_LANGUAGE_VIETNAMESE, TV_LANGUAGE_ENGLISH };

    for (guint i = 0; i < G_N_ELEMENTS (languages) * G_N_ELEMENTS (means); i++) {
        double mean = means[i % G_N_ELEMENTS (means)];

        tv_language_start (languages[i / G_N_ELEMENTS (means)]);
        for (int kind = 0; kind < TV_Z_N_KINDS; kind++) {
            g_autoptr (TvZChart) young
                = tv_sample_z_chart ((TvZKind) kind, TV_STANDARD_2006, 118, mean, 1.1);
            g_autoptr (TvZChart) old
                = tv_sample_z_chart ((TvZKind) kind, TV_STANDARD_2007, 3000, mean, 1.2);

            check_all_sizes (young);
            check_all_sizes (old);
        }
    }
}

static void
test_words (void)
{
    g_autoptr (TvZChart) chart
        = tv_sample_z_chart (TV_Z_BMI_FOR_AGE, TV_STANDARD_2007, 200, 0.5, 1);
    g_autoptr (TvZChartLayout) layout = lay_out (chart, 500, 260);

    g_assert_true (tv_labels_say (layout->labels, "mean +0.50"));
    g_assert_true (tv_labels_say (layout->labels, "WHO: mean 0"));
    g_assert_true (tv_labels_say (layout->labels, "overweight"));
    g_assert_true (tv_labels_say (layout->labels, "+1 to +2: 24.0 %"));
    g_assert_true (tv_labels_say (layout->labels, "WHO: 13.6 %"));
    g_assert_true (tv_labels_say (layout->labels, "above +2: 6.5 %"));
}

/* Where there is room the means stand beside the zones' words, and the plot is higher. */
static void
test_one_row (void)
{
    g_autoptr (TvZChart) chart
        = tv_sample_z_chart (TV_Z_HEIGHT_FOR_AGE, TV_STANDARD_2006, 200, -0.4, 1);
    g_autoptr (TvZChartLayout) wide = lay_out (chart, 800, 260);
    g_autoptr (TvZChartLayout) narrow = lay_out (chart, 320, 260);

    g_assert_cmpfloat (wide->plot.box.height_pt, >, narrow->plot.box.height_pt + 10);
    g_assert_cmpuint (wide->labels->len, ==, narrow->labels->len);
}

static void
test_sentences (void)
{
    g_autoptr (TvZChart) chart
        = tv_sample_z_chart (TV_Z_HEIGHT_FOR_AGE, TV_STANDARD_2006, 200, -0.5, 1);
    g_auto (GStrv) sentences = tv_z_chart_describe (chart);

    g_assert_cmpuint (g_strv_length (sentences), ==, 3);
    g_assert_nonnull (strstr (sentences[0], "200 children"));
    g_assert_nonnull (strstr (sentences[0], "−0.50"));
    g_assert_cmpstr (sentences[1], ==,
                     "Below −2 SD (stunted): 13 of 200 children, 6.5 %; WHO expects 2.3 %.");
    g_assert_cmpstr (sentences[2], ==,
                     "Above +2 SD (tall for age): 1 of 200 children, 0.5 %; WHO expects 2.3 %.");
}

static void
test_tell (void)
{
    g_autoptr (TvZChart) chart
        = tv_sample_z_chart (TV_Z_HEIGHT_FOR_AGE, TV_STANDARD_2006, 200, 0, 1);
    g_autoptr (TvZChartLayout) layout = lay_out (chart, 400, 260);
    const TvRect *column = &column_at (layout, 8)->column;
    g_autofree char *told
        = tv_z_chart_tell (chart, column->x_pt + column->width_pt / 2, column->y_pt + 2, 400, 260);

    g_assert_cmpstr (told, ==,
                     "From 0.0 to +0.5 SD: 39 of 200 children, 19.5 %; WHO expects 19.1 %.");
    g_assert_null (tv_z_chart_tell (chart, 2, 2, 400, 260));
    g_assert_null (tv_z_chart_tell (chart, column->x_pt, 258, 400, 260));
}

/* Nobody, and a single child: the axis stands, nothing is drawn from numbers there are none of. */
static void
test_few (void)
{
    g_autoptr (TvZChart) none = tv_sample_z_chart (TV_Z_HEIGHT_FOR_AGE, TV_STANDARD_2006, 0, 0, 1);
    g_autoptr (TvZChart) one
        = tv_sample_z_chart (TV_Z_HEIGHT_FOR_AGE, TV_STANDARD_2006, 1, -2.5, 1);
    g_autoptr (TvZChartLayout) layout = lay_out (none, 400, 260);
    g_autoptr (TvZChartLayout) one_layout = lay_out (one, 400, 260);
    g_auto (GStrv) sentences = tv_z_chart_describe (none);
    g_auto (GStrv) one_sentences = tv_z_chart_describe (one);

    g_assert_true (isnan (layout->mean_pt));
    g_assert_true (tv_labels_say (layout->labels, "No child has a z-score yet."));
    g_assert_cmpstr (sentences[0], ==, "No child has a z-score yet.");
    for (guint i = 0; i < layout->columns->len; i++)
        g_assert_cmpfloat (column_at (layout, i)->bar.box.height_pt, ==, 0);
    g_assert_true (tv_labels_say (one_layout->labels, "mean −2.50"));
    g_assert_true (tv_labels_say (one_layout->labels, "SD –"));
    g_assert_cmpuint (g_strv_length (one_sentences), ==, 3);
    check_all_sizes (none);
    check_all_sizes (one);
}

static void
test_drawing (void)
{
    g_autoptr (TvZChart) chart
        = tv_sample_z_chart (TV_Z_HEIGHT_FOR_AGE, TV_STANDARD_2006, 3000, -0.35, 1.02);

    tv_check_same_bytes (draw, chart);
    tv_check_speed (draw, chart);
}

static void
test_pictures (void)
{
    g_autoptr (TvZChart) none = NULL;
    g_autoptr (TvZChart) young = NULL;
    g_autoptr (TvZChart) old = NULL;

    tv_language_start (TV_LANGUAGE_VIETNAMESE);
    none = tv_sample_z_chart (TV_Z_HEIGHT_FOR_AGE, TV_STANDARD_2006, 0, 0, 1);
    young = tv_sample_z_chart (TV_Z_HEIGHT_FOR_AGE, TV_STANDARD_2006, 118, -0.85, 1.12);
    old = tv_sample_z_chart (TV_Z_BMI_FOR_AGE, TV_STANDARD_2007, 3000, 0.9, 1.3);
    tv_write_pictures (draw, none, "z-chart-nobody", 400, 240);
    tv_write_pictures (draw, young, "z-chart-narrow", 320, 240);
    tv_write_pictures (draw, young, "z-chart", 600, 300);
    tv_write_pictures (draw, old, "z-chart-school-narrow", 320, 240);
    tv_write_pictures (draw, old, "z-chart-school", 900, 340);
    tv_language_start (TV_LANGUAGE_ENGLISH);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    g_test_add_func ("/charts/z/whole", test_whole);
    g_test_add_func ("/charts/z/reach", test_reach);
    g_test_add_func ("/charts/z/curve", test_curve);
    g_test_add_func ("/charts/z/zones", test_zones);
    g_test_add_func ("/charts/z/on-the-edge", test_on_the_edge);
    g_test_add_func ("/charts/z/sizes", test_sizes);
    g_test_add_func ("/charts/z/words", test_words);
    g_test_add_func ("/charts/z/one-row", test_one_row);
    g_test_add_func ("/charts/z/sentences", test_sentences);
    g_test_add_func ("/charts/z/tell", test_tell);
    g_test_add_func ("/charts/z/few", test_few);
    g_test_add_func ("/charts/z/drawing", test_drawing);
    g_test_add_func ("/charts/z/pictures", test_pictures);
    return g_test_run ();
}
