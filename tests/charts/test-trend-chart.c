/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rounds in time, rates against the target, names that stand apart, and one round alone. */

#include "base/tv-language.h"
#include "charts/tv-trend-chart-layout.h"
#include "tv-chart-checks.h"
#include "tv-quality-samples.h"

#include <math.h>
#include <string.h>

static void
draw (gconstpointer data, cairo_t *cr, double width_pt, double height_pt, const TvTheme *theme)
{
    tv_trend_chart_draw (data, cr, width_pt, height_pt, theme);
}

static TvTrendChartLayout *
lay_out (const TvTrendChart *chart, double width_pt, double height_pt)
{
    return tv_trend_chart_layout_new (chart, width_pt, height_pt,
                                      tv_theme_get (TV_THEME_SCREEN_LIGHT));
}

static const TvTrendStop *
stop_at (const TvTrendChartLayout *layout, guint i)
{
    return &g_array_index (layout->stops, TvTrendStop, i);
}

/* The plan's year alone is held against its target. */
static gboolean
is_judged (const TvTrendChart *chart, guint i)
{
    int year;

    tv_date_get_ymd (chart->points[i].day, &year, NULL, NULL);
    return year == chart->target->year || chart->points[i].is_chosen;
}

static void
test_stops (void)
{
    g_autoptr (TvTrendChart) chart = tv_sample_trend_chart (9, 8);
    g_autoptr (TvTrendChartLayout) layout = lay_out (chart, 600, 280);
    guint n_judged = 0;

    g_assert_cmpuint (layout->stops->len, ==, 9);
    for (guint i = 0; i < 9; i++) {
        const TvTrendStop *stop = stop_at (layout, i);
        const TvRate *rate = &chart->points[i].all;

        g_assert_true (tv_rect_contains (&layout->plot.box, stop->x_pt, layout->plot.box.y_pt));
        g_assert_cmpint (tv_trend_chart_layout_find (layout, stop->x_pt, stop->column.y_pt + 1), ==,
                         (int) i);
        g_assert_cmpint (isnan (stop->rate_pt), ==, rate->n == 0);
        if (rate->n == 0)
            continue;
        g_assert_cmpfloat (stop->lower_pt, >=, stop->rate_pt);
        g_assert_cmpfloat (stop->rate_pt, >=, stop->upper_pt);
        g_assert_cmpint (stop->rate_pt > layout->target_pt, ==, rate->percent < 6.4);
        g_assert_cmpint (stop->tone, ==,
                         is_judged (chart, i) && rate->percent >= 6.4 ? TV_TONE_WATCH
                                                                      : TV_TONE_CALM);
        n_judged += is_judged (chart, i);
    }
    g_assert_cmpuint (n_judged, >, 0);
    g_assert_cmpuint (n_judged, <, 8);
    g_assert_cmpint (tv_trend_chart_layout_find (layout, 1, 1), ==, -1);
}

/* Days tell how far apart rounds stand; without them, or where they do not rise, all steps are
 * equal. */
static void
test_time (void)
{
    g_autoptr (TvTrendChart) chart = tv_sample_trend_chart (6, 5);
    g_autoptr (TvTrendChartLayout) by_day = lay_out (chart, 600, 280);
    g_autoptr (TvTrendChartLayout) by_step = NULL;
    double first_pt = stop_at (by_day, 0)->x_pt, last_pt = stop_at (by_day, 5)->x_pt;

    for (guint i = 1; i < 6; i++) {
        double share = (double) (chart->points[i].day - chart->points[0].day)
                       / (chart->points[5].day - chart->points[0].day);

        g_assert_cmpfloat_with_epsilon (stop_at (by_day, i)->x_pt,
                                        first_pt + share * (last_pt - first_pt), 1e-6);
    }
    chart->points[3].day = TV_DATE_NONE;
    by_step = lay_out (chart, 600, 280);
    for (guint i = 1; i < 6; i++)
        g_assert_cmpfloat_with_epsilon (stop_at (by_step, i)->x_pt,
                                        first_pt + i / 5.0 * (last_pt - first_pt), 1e-6);
}

static gboolean
has_key (const TvTrendChartLayout *layout, TvTrendKeyKind kind)
{
    for (guint i = 0; i < layout->n_keys; i++) {
        if (layout->keys[i].kind == kind)
            return TRUE;
    }
    return FALSE;
}

static void
test_words (void)
{
    g_autoptr (TvTrendChart) chart = tv_sample_trend_chart (9, 8);
    g_autoptr (TvTrendChartLayout) wide = lay_out (chart, 900, 320);
    g_autoptr (TvTrendChartLayout) narrow = lay_out (chart, 320, 240);

    g_assert_true (tv_labels_say (wide->labels, "target 2026: <\u00a06.4\u00a0%"));
    g_assert_true (tv_labels_say (wide->labels, "all children"));
    g_assert_true (tv_labels_say (wide->labels, "the same children"));
    g_assert_true (tv_labels_say (wide->labels, "2018-2019"));
    g_assert_true (tv_labels_say (wide->labels, "Đợt 3"));
    g_assert_false (tv_labels_say (wide->labels, "Đợt 3 năm học 2019-2020"));
    g_assert_cmpuint (wide->year_ends->len, ==, 2);
    g_assert_cmpuint (wide->n_keys, ==, 3);
    g_assert_cmpuint (narrow->n_keys, ==, 3);
}

static void
rename_points (TvTrendChart *chart, const char *const *names)
{
    for (guint i = 0; i < chart->n_points; i++) {
        g_free (chart->points[i].name);
        chart->points[i].name = g_strdup (names[i]);
    }
}

/* The school year stands beneath the names, so they go without it, whatever language they were
 * written in; a name of another kind stays whole. */
static void
test_names (void)
{
    static const struct {
        const char *names[4];
        const char *shown[4];
    } cases[] = {
        { { "Round 1 of school year 2017-2018", "Round 2 of school year 2017-2018",
            "Round 3 of school year 2017-2018", "Round 1 of school year 2018-2019" },
          { "Round 1", "Round 2", "Round 3", "Round 1" } },
        { { "Đầu năm", "2017-2018, giữa năm", "Cuối năm (2017-2018)", "Đầu năm học mới" },
          { "Đầu năm", "giữa năm", "Cuối năm", "Đầu năm học mới" } },
        { { "2017-2018", "A", "B năm", "C năm" }, { "2017-2018", "A", "B năm", "C năm" } },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (TvTrendChart) chart = tv_sample_trend_chart (4, 3);
        g_autoptr (TvTrendChartLayout) layout = NULL;

        rename_points (chart, cases[i].names);
        layout = lay_out (chart, 900, 300);
        for (guint k = 0; k < 4; k++)
            g_assert_true (tv_labels_say (layout->labels, cases[i].shown[k]));
    }
}

/* Nobody was followed: there is no second line, and nothing is said of one. */
static void
test_without_same (void)
{
    g_autoptr (TvTrendChart) chart = tv_sample_trend_chart (5, 2);
    g_autoptr (TvTrendChartLayout) with = lay_out (chart, 600, 280);
    g_autoptr (TvTrendChartLayout) without = NULL;

    g_assert_true (has_key (with, TV_TREND_SAME));
    for (guint i = 0; i < chart->n_points; i++) {
        if (!chart->points[i].is_chosen)
            chart->points[i].same = (TvRate){ 0, 0, NAN, NAN, NAN };
    }
    without = lay_out (chart, 600, 280);
    g_assert_false (has_key (without, TV_TREND_SAME));
    for (guint i = 0; i < without->stops->len; i++)
        g_assert_true (isnan (stop_at (without, i)->same_pt));
}

/* On the screen and on paper: the other looks have letters of these sizes. */
static void
check_all_sizes (const TvTrendChart *chart)
{
    static const TvThemeKind looks[] = { TV_THEME_SCREEN_LIGHT, TV_THEME_PRINT_GREY };
    static const double widths_pt[] = { 320, 400, 560, 900 }, heights_pt[] = { 200, 280 };

    for (guint i = 0; i < G_N_ELEMENTS (widths_pt) * G_N_ELEMENTS (heights_pt); i++) {
        for (guint k = 0; k < G_N_ELEMENTS (looks); k++) {
            g_autoptr (TvTrendChartLayout) layout = tv_trend_chart_layout_new (
                chart, widths_pt[i / 2], heights_pt[i % 2], tv_theme_get (looks[k]));

            tv_check_labels (layout->labels, &layout->sheet);
            g_assert_true (tv_rect_is_inside (&layout->plot.box, &layout->sheet));
            g_assert_cmpfloat (layout->plot.box.width_pt, >, widths_pt[i / 2] / 3);
        }
    }
}

/* One round to thirty, any of them chosen, in both languages. */
static void
test_sizes (void)
{
    static const TvLanguage languages[] = { TV_LANGUAGE_VIETNAMESE, TV_LANGUAGE_ENGLISH };
    static const guint n_rounds[] = { 1, 2, 3, 9, 17, 30 };

    for (guint i = 0; i < G_N_ELEMENTS (languages) * G_N_ELEMENTS (n_rounds); i++) {
        guint n = n_rounds[i % G_N_ELEMENTS (n_rounds)];

        tv_language_start (languages[i / G_N_ELEMENTS (n_rounds)]);
        for (guint chosen = 0; chosen < n; chosen += MAX (n / 3, 1)) {
            g_autoptr (TvTrendChart) chart = tv_sample_trend_chart (n, chosen);

            check_all_sizes (chart);
            g_clear_pointer (&chart->target, tv_target_unref);
            chart->points[0].day = TV_DATE_NONE;
            check_all_sizes (chart);
        }
    }
}

/* The chosen round has its name and its rate in figures whatever the room. */
static void
test_chosen (void)
{
    for (guint chosen = 0; chosen < 30; chosen += 7) {
        g_autoptr (TvTrendChart) chart = tv_sample_trend_chart (30, chosen);
        g_autoptr (TvTrendChartLayout) layout = lay_out (chart, 320, 240);
        g_autofree char *percent = g_strdup_printf ("%.1f %%", chart->points[chosen].all.percent);

        g_assert_true (stop_at (layout, chosen)->is_chosen);
        g_assert_true (tv_labels_say (layout->labels, chart->points[chosen].name));
        g_assert_true (tv_labels_say (layout->labels, percent));
    }
}

static void
test_sentences (void)
{
    g_autoptr (TvTrendChart) chart = tv_sample_trend_chart (5, 3);
    g_auto (GStrv) sentences = tv_trend_chart_describe (chart);
    g_autofree char *joined = g_strjoinv ("\n", sentences);

    g_assert_cmpuint (g_strv_length (sentences), ==, 7);
    g_assert_cmpstr (sentences[0], ==,
                     "The rate went from 10.2 % (Đợt 1 năm học 2017-2018) to 7.8 % (Đợt 1 năm học "
                     "2018-2019).");
    g_assert_nonnull (strstr (sentences[1], "12 of 118 children, 10.2 % (95 % confidence"));
    g_assert_nonnull (strstr (sentences[1], "Of the same children: "));
    g_assert_null (strstr (sentences[4], "Of the same children: "));
    g_assert_nonnull (strstr (sentences[5], "The target (<\u00a06.4\u00a0%)"));
    g_assert_cmpstr (sentences[6], ==, "Đợt 2 năm học 2018-2019: nobody counted.");
    g_assert_null (strstr (joined, "nan"));
}

static void
test_tell (void)
{
    g_autoptr (TvTrendChart) chart = tv_sample_trend_chart (5, 3);
    g_autoptr (TvTrendChartLayout) layout = lay_out (chart, 600, 280);
    g_autofree char *told = tv_trend_chart_tell (chart, stop_at (layout, 1)->x_pt,
                                                 layout->plot.box.y_pt + 5, 600, 280);
    g_autofree char *expected = tv_trend_point_describe (&chart->points[1]);

    g_assert_cmpstr (told, ==, expected);
    g_assert_true (g_str_has_prefix (told, "Đợt 2 năm học 2017-2018: "));
    g_assert_null (tv_trend_chart_tell (chart, 2, 2, 600, 280));
}

/* No round, one round, one where nobody was measured. */
static void
test_few (void)
{
    const TvTrendChart nothing = { .title = (char *) "Tỷ lệ" };
    g_autoptr (TvTrendChart) none = tv_trend_chart_new (&nothing);
    g_autoptr (TvTrendChart) one = tv_sample_trend_chart (1, 0);
    g_autoptr (TvTrendChart) empty = tv_sample_trend_chart (1, 0);
    g_autoptr (TvTrendChartLayout) none_layout = lay_out (none, 400, 240);
    g_autoptr (TvTrendChartLayout) one_layout = lay_out (one, 400, 240);
    g_auto (GStrv) sentences = tv_trend_chart_describe (none);
    double middle_pt = one_layout->plot.box.x_pt + one_layout->plot.box.width_pt / 2;

    g_assert_cmpstr (sentences[0], ==, "There is no round with a rate yet.");
    g_assert_true (tv_labels_say (none_layout->labels, sentences[0]));
    g_assert_cmpfloat_with_epsilon (stop_at (one_layout, 0)->x_pt, middle_pt, 1e-6);
    empty->points[0].all = empty->points[0].same = (TvRate){ 0, 0, NAN, NAN, NAN };
    check_all_sizes (none);
    check_all_sizes (one);
    check_all_sizes (empty);
}

static void
test_drawing (void)
{
    g_autoptr (TvTrendChart) chart = tv_sample_trend_chart (30, 29);

    tv_check_same_bytes (draw, chart);
    tv_check_speed (draw, chart);
}

static void
test_pictures (void)
{
    g_autoptr (TvTrendChart) one = tv_sample_trend_chart (1, 0);
    g_autoptr (TvTrendChart) nine = tv_sample_trend_chart (9, 6);
    g_autoptr (TvTrendChart) thirty = tv_sample_trend_chart (30, 29);

    tv_language_start (TV_LANGUAGE_VIETNAMESE);
    tv_write_pictures (draw, one, "trend-chart-one", 400, 240);
    tv_write_pictures (draw, nine, "trend-chart", 640, 300);
    tv_write_pictures (draw, nine, "trend-chart-narrow", 320, 240);
    tv_write_pictures (draw, thirty, "trend-chart-thirty", 900, 320);
    tv_write_pictures (draw, thirty, "trend-chart-thirty-narrow", 320, 240);
    tv_language_start (TV_LANGUAGE_ENGLISH);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    g_test_add_func ("/charts/trend/stops", test_stops);
    g_test_add_func ("/charts/trend/time", test_time);
    g_test_add_func ("/charts/trend/words", test_words);
    g_test_add_func ("/charts/trend/names", test_names);
    g_test_add_func ("/charts/trend/without-same", test_without_same);
    g_test_add_func ("/charts/trend/sizes", test_sizes);
    g_test_add_func ("/charts/trend/chosen", test_chosen);
    g_test_add_func ("/charts/trend/sentences", test_sentences);
    g_test_add_func ("/charts/trend/tell", test_tell);
    g_test_add_func ("/charts/trend/few", test_few);
    g_test_add_func ("/charts/trend/drawing", test_drawing);
    g_test_add_func ("/charts/trend/pictures", test_pictures);
    return g_test_run ();
}
