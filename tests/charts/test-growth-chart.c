/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a growth chart puts its points, lines and words. */

#include "base/tv-language.h"
#include "charts/tv-axis.h"
#include "charts/tv-growth-chart-layout.h"
#include "growth/tv-growth-curve.h"
#include "tv-chart-samples.h"

#include <math.h>
#include <string.h>

#define WIDTH_PT 520
#define HEIGHT_PT 340

static TvGrowthChartLayout *
lay_out (const TvGrowthChart *chart)
{
    return tv_growth_chart_layout_new (chart, WIDTH_PT, HEIGHT_PT,
                                       tv_theme_get (TV_THEME_PRINT_COLOUR));
}

/* Each point lies on the sheet, right on the line of its z. */
static void
test_points (void)
{
    g_autoptr (TvGrowthChart) chart
        = tv_sample_growth_chart (TV_MEASURE_HEIGHT, TV_SEX_MALE, 25, 58, 3, -2);
    g_autoptr (TvGrowthChartLayout) layout = lay_out (chart);

    g_assert_cmpuint (chart->n_points, ==, 12);
    for (guint i = 0; i < layout->marks->len; i++) {
        const TvGrowthMark *mark = &g_array_index (layout->marks, TvGrowthMark, i);
        double value = tv_growth_curve_value_at_age (TV_Z_HEIGHT_FOR_AGE, TV_SEX_MALE,
                                                     chart->points[i].age_days, -2);

        g_assert_true (tv_rect_contains (&layout->plot, mark->spot.x_pt, mark->spot.y_pt));
        g_assert_cmpfloat_with_epsilon (mark->spot.y_pt, tv_growth_chart_layout_y (layout, value),
                                        0.3);
        g_assert_cmpint (
            tv_growth_chart_layout_find (layout, mark->spot.x_pt + 1, mark->spot.y_pt - 1, 6), ==,
            (int) i);
    }
    g_assert_cmpint (tv_growth_chart_layout_find (layout, layout->plot.x_pt, layout->plot.y_pt, 6),
                     ==, -1);
}

/* A height measured lying where the table is of standing is drawn where its z stands. */
static void
test_position (void)
{
    const TvMeasurement values
        = { .date = 800, .position = TV_POSITION_RECUMBENT, .weight_g = 12000, .height_mm = 870 };
    g_autoptr (TvMeasurement) measurement = tv_measurement_new (&values);
    g_autoptr (TvGrowthChart) chart = tv_growth_chart_new_for_child (
        TV_MEASURE_HEIGHT, TV_SEX_FEMALE, 0, NULL, NULL, &measurement, 1);

    g_assert_cmpfloat (chart->points[0].value, ==, 87.0);
    g_assert_cmpfloat_with_epsilon (chart->points[0].plotted, 86.3, 0.03);
}

static guint
count_lines_across (const TvGrowthChartLayout *layout, double x)
{
    double x_pt = tv_growth_chart_layout_x (layout, x);
    guint n = 0;

    for (guint i = 0; i < layout->lines->len; i++) {
        const TvGrowthLine *line = g_ptr_array_index (layout->lines, i);

        n += line->spots[0].x_pt < x_pt - 1e-6 && line->spots[line->n_spots - 1].x_pt > x_pt + 1e-6;
    }
    return n;
}

/* No line crosses the second birthday of height and BMI, nor the fifth of anything. */
static void
test_seams (void)
{
    static const struct {
        TvMeasure measure;
        int first_month, last_month;
        double inside, seam;
        guint n_seams;
    } cases[] = {
        { TV_MEASURE_HEIGHT, 6, 40, 500, 730.5, 1 },
        { TV_MEASURE_BMI, 6, 40, 500, 730.5, 1 },
        { TV_MEASURE_HEIGHT, 50, 75, 1700, 1826.5, 1 },
        { TV_MEASURE_WEIGHT, 50, 75, 1900, 1826.5, 1 },
        { TV_MEASURE_BMI, 15, 75, 1900, 1826.5, 2 },
        { TV_MEASURE_WEIGHT, 6, 40, 500, 1826.5, 0 },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (TvGrowthChart) chart = tv_sample_growth_chart (
            cases[i].measure, TV_SEX_FEMALE, cases[i].first_month, cases[i].last_month, 5, 0.5);
        g_autoptr (TvGrowthChartLayout) layout = lay_out (chart);

        g_assert_cmpuint (layout->seams->len, ==, cases[i].n_seams);
        g_assert_cmpuint (count_lines_across (layout, cases[i].seam), ==, 0);
        g_assert_cmpuint (count_lines_across (layout, cases[i].inside), ==, TV_GROWTH_N_LINES);
    }
}

static void
assert_window (const TvGrowthChart *chart, double first_year, double last_year)
{
    g_autoptr (TvGrowthChartLayout) layout = lay_out (chart);

    g_assert_cmpfloat_with_epsilon (layout->window.first_x, first_year * 365.25, 1e-6);
    g_assert_cmpfloat_with_epsilon (layout->window.last_x, last_year * 365.25, 1e-6);
}

static void
test_windows (void)
{
    static const struct {
        TvMeasure measure;
        int first_month, last_month;
        double first_year, last_year;
    } cases[] = {
        { TV_MEASURE_HEIGHT, 25, 58, 0, 5 },  { TV_MEASURE_HEIGHT, 62, 110, 5, 10 },
        { TV_MEASURE_BMI, 70, 200, 5, 19 },   { TV_MEASURE_WEIGHT, 44, 76, 2, 7 },
        { TV_MEASURE_HEIGHT, 20, 100, 1, 9 }, { TV_MEASURE_WEIGHT, 100, 150, 5, 13 },
        { TV_MEASURE_Z, 25, 58, 0, 5 },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (TvGrowthChart) chart = tv_sample_growth_chart (
            cases[i].measure, TV_SEX_MALE, cases[i].first_month, cases[i].last_month, 3, 0);

        assert_window (chart, cases[i].first_year, cases[i].last_year);
    }
}

/* Words never cover each other, and none leaves the sheet. */
static void
assert_words (const TvGrowthChart *chart, double width_pt, double height_pt)
{
    g_autoptr (TvGrowthChartLayout) layout = tv_growth_chart_layout_new (
        chart, width_pt, height_pt, tv_theme_get (TV_THEME_PRINT_GREY));

    for (guint i = 0; i < layout->labels->len; i++) {
        const TvChartLabel *label = &g_array_index (layout->labels, TvChartLabel, i);

        if (!tv_rect_is_inside (&label->box, &layout->sheet))
            g_error ("\"%s\" leaves the sheet", tv_chart_label_text (label));
        for (guint k = 0; k < i; k++) {
            const TvChartLabel *other = &g_array_index (layout->labels, TvChartLabel, k);
            TvRect inner = { other->box.x_pt, other->box.y_pt + other->box.height_pt * 0.2,
                             other->box.width_pt, other->box.height_pt * 0.6 };

            if (tv_rect_overlaps (&label->box, &inner))
                g_error ("\"%s\" covers \"%s\"", tv_chart_label_text (label),
                         tv_chart_label_text (other));
        }
    }
}

static void
test_words (void)
{
    for (int measure = 0; measure < TV_N_MEASURES; measure++) {
        static const double zs[] = { -3.4, -2, 0, 2.5 };

        for (guint i = 0; i < G_N_ELEMENTS (zs); i++) {
            g_autoptr (TvGrowthChart) chart
                = tv_sample_growth_chart ((TvMeasure) measure, TV_SEX_FEMALE, 38, 59, 3, zs[i]);

            assert_words (chart, WIDTH_PT, HEIGHT_PT);
            assert_words (chart, 340, 240);
        }
    }
}

static void
test_line_numbers (void)
{
    static const char *const numbers[] = { "−3", "−2", "−1", "0", "+1", "+2", "+3", "stunted" };
    g_autoptr (TvGrowthChart) chart
        = tv_sample_growth_chart (TV_MEASURE_HEIGHT, TV_SEX_MALE, 30, 50, 4, 0);
    g_autoptr (TvGrowthChartLayout) layout = lay_out (chart);

    for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
        guint n = 0;

        for (guint k = 0; k < layout->labels->len; k++) {
            const TvChartLabel *label = &g_array_index (layout->labels, TvChartLabel, k);

            n += label->box.x_pt > layout->plot.x_pt + layout->plot.width_pt
                 && g_strcmp0 (tv_chart_label_text (label), numbers[i]) == 0;
        }
        g_assert_cmpuint (n, ==, 1);
    }
}

static gboolean
says (const TvGrowthChartLayout *layout, const char *text)
{
    for (guint i = 0; i < layout->labels->len; i++) {
        if (g_strcmp0 (tv_chart_label_text (&g_array_index (layout->labels, TvChartLabel, i)), text)
            == 0)
            return TRUE;
    }
    return FALSE;
}

static TvGrowthChart *
make_outlier (double weight_kg)
{
    const TvGrowthPoint points[] = {
        { .date = 1300,
          .age_days = 1300,
          .value = 15,
          .plotted = 15,
          .z = 0,
          .kind = TV_Z_WEIGHT_FOR_AGE,
          .standard = TV_STANDARD_2006,
          .height_cm = NAN },
        { .date = 1400,
          .age_days = 1400,
          .value = weight_kg,
          .plotted = weight_kg,
          .z = 590,
          .kind = TV_Z_WEIGHT_FOR_AGE,
          .standard = TV_STANDARD_2006,
          .height_cm = NAN,
          .is_flagged = TRUE },
        { .date = 1350,
          .age_days = 1350,
          .value = 15.2,
          .plotted = 15.2,
          .z = 5,
          .kind = TV_Z_WEIGHT_FOR_AGE,
          .standard = TV_STANDARD_2006,
          .height_cm = NAN },
    };
    const TvGrowthChart values = { .measure = TV_MEASURE_WEIGHT,
                                   .sex = TV_SEX_MALE,
                                   .points = (TvGrowthPoint *) points,
                                   .n_points = G_N_ELEMENTS (points) };

    return tv_growth_chart_new (&values);
}

/* The axis gives way a little; what lies absurdly far away is marked at its edge, with its value.
 */
static void
test_outliers (void)
{
    g_autoptr (TvGrowthChart) near = make_outlier (34);
    g_autoptr (TvGrowthChart) far = make_outlier (153);
    g_autoptr (TvGrowthChartLayout) near_layout = lay_out (near);
    g_autoptr (TvGrowthChartLayout) far_layout = lay_out (far);
    const TvGrowthMark *mark = &g_array_index (near_layout->marks, TvGrowthMark, 2);

    g_assert_cmpint (near->points[1].date, ==, 1350);
    g_assert_cmpfloat (near_layout->window.last_y, >=, 34);
    g_assert_true (tv_rect_contains (&near_layout->plot, mark->spot.x_pt, mark->spot.y_pt));
    g_assert_cmpint (mark->mark, ==, TV_MARK_CIRCLE);
    g_assert_true (mark->is_hollow);

    mark = &g_array_index (far_layout->marks, TvGrowthMark, 2);
    g_assert_cmpfloat (far_layout->window.last_y, <=, 40);
    g_assert_true (tv_rect_contains (&far_layout->plot, mark->spot.x_pt, mark->spot.y_pt));
    g_assert_cmpint (mark->mark, ==, TV_MARK_ARROW_UP);
    g_assert_true (says (far_layout, "153.0 kg"));
    /* Not joined: only the two that count are. */
    g_assert_cmpuint (far_layout->joints->len, ==, 1);
}

static void
test_nothing (void)
{
    g_autoptr (TvGrowthChart) empty
        = tv_growth_chart_new_for_child (TV_MEASURE_WEIGHT, TV_SEX_MALE, 0, NULL, NULL, NULL, 0);
    g_autoptr (TvGrowthChart) sexless
        = tv_sample_growth_chart (TV_MEASURE_HEIGHT, TV_SEX_UNKNOWN, 30, 30, 5, 0);
    g_autoptr (TvGrowthChartLayout) empty_layout = lay_out (empty);
    g_autoptr (TvGrowthChartLayout) sexless_layout = lay_out (sexless);
    g_auto (GStrv) sentences = tv_growth_chart_describe (empty);

    g_assert_cmpuint (empty_layout->marks->len, ==, 0);
    g_assert_cmpuint (empty_layout->lines->len, ==, TV_GROWTH_N_LINES);
    g_assert_cmpuint (sexless_layout->lines->len, ==, 0);
    g_assert_cmpstr (sentences[0], ==, "Weight for age: not measured yet.");
    g_assert_null (sentences[1]);
}

/* Where WHO's tables end, the points go on and the sheet says why they stand alone. */
static void
test_table_ends (void)
{
    static const struct {
        TvMeasure measure;
        int last_month;
        const char *notice;
    } cases[] = {
        { TV_MEASURE_WEIGHT, 118, NULL },
        { TV_MEASURE_WEIGHT, 128,
          "WHO has no weight for age beyond ten years; BMI for age goes on." },
        { TV_MEASURE_HEIGHT, 226, NULL },
        { TV_MEASURE_BMI, 226, NULL },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (TvGrowthChart) chart = tv_sample_growth_chart (cases[i].measure, TV_SEX_MALE,
                                                                  100, cases[i].last_month, 2, 0.5);
        g_autoptr (TvGrowthChartLayout) layout = lay_out (chart);

        g_assert_cmpint (says (layout, "normal"), ==, !cases[i].notice);
        g_assert_true (!cases[i].notice || says (layout, cases[i].notice));
        for (guint k = 0; k < layout->marks->len; k++) {
            TvSpot spot = g_array_index (layout->marks, TvGrowthMark, k).spot;

            g_assert_true (tv_rect_contains (&layout->plot, spot.x_pt, spot.y_pt));
        }
    }
}

static void
test_describe (void)
{
    g_autoptr (TvGrowthChart) chart
        = tv_sample_growth_chart (TV_MEASURE_HEIGHT, TV_SEX_MALE, 37, 43, 3, -2.5);
    g_auto (GStrv) sentences = tv_growth_chart_describe (chart);

    g_assert_cmpuint (g_strv_length (sentences), ==, 3);
    g_assert_cmpstr (sentences[0], ==, "Height for age: 3 values, from 18/08/2019 to 16/02/2020.");
    g_assert_nonnull (strstr (sentences[1], "height for age: stunted (z −2.5"));
    g_assert_true (g_str_has_prefix (sentences[2], "The line goes up: "));
}

/* All marks and words stay on the page, whatever the size. */
static void
test_ink (void)
{
    static const double sizes[][2] = { { 520, 340 }, { 340, 240 }, { 780, 540 }, { 240, 180 } };

    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
        g_autoptr (TvGrowthChart) chart
            = tv_sample_growth_chart (TV_MEASURE_BMI, TV_SEX_MALE, 20, 80, 4, 2.8);
        cairo_surface_t *surface = tv_sample_record (chart, sizes[i][0], sizes[i][1]);
        double x_pt, y_pt, width_pt, height_pt;

        cairo_recording_surface_ink_extents (surface, &x_pt, &y_pt, &width_pt, &height_pt);
        g_assert_cmpfloat (x_pt, >=, 0);
        g_assert_cmpfloat (y_pt, >=, 0);
        g_assert_cmpfloat (x_pt + width_pt, <=, sizes[i][0]);
        g_assert_cmpfloat (y_pt + height_pt, <=, sizes[i][1]);
        cairo_surface_destroy (surface);
    }
}

/* On a sheet of any height, two marks of the y axis never bear one number. */
static void
test_axis_numbers (void)
{
    for (int measure = 0; measure < TV_N_MEASURES; measure++) {
        for (double height_pt = 150; height_pt < 1200; height_pt += 150) {
            g_autoptr (TvGrowthChart) chart
                = tv_sample_growth_chart ((TvMeasure) measure, TV_SEX_MALE, 25, 58, 4, -1);
            g_autoptr (TvGrowthChartLayout) layout = tv_growth_chart_layout_new (
                chart, WIDTH_PT, height_pt, tv_theme_get (TV_THEME_PRINT_COLOUR));

            for (guint i = 1; i < layout->y_ticks->len; i++)
                g_assert_cmpstr (g_array_index (layout->y_ticks, TvTick, i).label, !=,
                                 g_array_index (layout->y_ticks, TvTick, i - 1).label);
        }
    }
}

static void
test_codes (void)
{
    for (int i = 0; i < TV_N_MEASURES; i++) {
        TvMeasure measure;

        g_assert_true (tv_measure_parse (tv_measure_code ((TvMeasure) i), &measure));
        g_assert_cmpint (measure, ==, i);
    }
    g_assert_false (tv_measure_parse ("length", &(TvMeasure){ 0 }));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    g_test_add_func ("/charts/growth/points", test_points);
    g_test_add_func ("/charts/growth/position", test_position);
    g_test_add_func ("/charts/growth/seams", test_seams);
    g_test_add_func ("/charts/growth/windows", test_windows);
    g_test_add_func ("/charts/growth/words", test_words);
    g_test_add_func ("/charts/growth/line-numbers", test_line_numbers);
    g_test_add_func ("/charts/growth/outliers", test_outliers);
    g_test_add_func ("/charts/growth/table-ends", test_table_ends);
    g_test_add_func ("/charts/growth/nothing", test_nothing);
    g_test_add_func ("/charts/growth/describe", test_describe);
    g_test_add_func ("/charts/growth/ink", test_ink);
    g_test_add_func ("/charts/growth/axis-numbers", test_axis_numbers);
    g_test_add_func ("/charts/growth/codes", test_codes);
    return g_test_run ();
}
