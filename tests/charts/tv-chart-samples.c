/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Children who grow along a line of WHO's, so that a test knows where their points must stand. */

#include "tv-chart-samples.h"

#include "charts/tv-axis.h"
#include "growth/tv-growth-curve.h"

#include <math.h>

#define BIRTH_DATE 17000

static TvMeasurement *
make_measurement (TvSex sex, int age_days, double z)
{
    double height_cm = tv_growth_curve_value_at_age (TV_Z_HEIGHT_FOR_AGE, sex, age_days, z);
    double bmi = tv_growth_curve_value_at_age (TV_Z_BMI_FOR_AGE, sex, age_days, z);
    TvMeasurement values = {
        .date = BIRTH_DATE + age_days,
        .position = age_days < 731 ? TV_POSITION_RECUMBENT : TV_POSITION_STANDING,
        .height_mm = (int) lround (height_cm * 10),
        .weight_g = (int) lround (bmi * height_cm * height_cm / 10),
    };

    return tv_measurement_new (&values);
}

/* A child measured every @step_months, always at about @z in height and BMI. */
TvGrowthChart *
tv_sample_growth_chart (TvMeasure measure, TvSex sex, int first_month, int last_month,
                        int step_months, double z)
{
    g_autoptr (GPtrArray) measurements
        = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_measurement_unref);

    for (int month = first_month; month <= last_month; month += step_months)
        g_ptr_array_add (measurements,
                         make_measurement (sex, (int) (month * TV_DAYS_PER_MONTH), z));
    return tv_growth_chart_new_for_child (
        measure, sex, BIRTH_DATE, "Chiều cao theo tuổi", "Nguyễn Thị Ánh Tuyết, lớp Mẫu giáo bé B1",
        (TvMeasurement **) measurements->pdata, measurements->len);
}

/* The whole school and @n_groups classes against the target of 6.4 %; the third has nobody. */
TvRateChart *
tv_sample_rate_chart (guint n_groups)
{
    const TvTarget target_values = { .year = 2026,
                                     .value_thousandths = 6400,
                                     .has_value = TRUE,
                                     .unit = (char *) "percent",
                                     .direction = TV_DIRECTION_BELOW };
    g_autoptr (TvTarget) target = tv_target_new (&target_values);
    g_autofree TvRateChartRow *rows = g_new0 (TvRateChartRow, n_groups + 1);
    TvRateChart values = { .title = (char *) "Suy dinh dưỡng thể nhẹ cân",
                           .subtitle = (char *) "Đợt 1",
                           .target = target,
                           .rows = rows,
                           .n_rows = n_groups + 1 };
    TvRateChart *chart;
    guint n_all = 0, n_all_cases = 0;

    for (guint i = 1; i <= n_groups; i++) {
        guint n = i == 3 ? 0 : 25 + i * 7 % 15, n_cases = i == 3 ? 0 : i * 5 % 4;

        rows[i].group = g_strdup_printf ("Lớp %u%c", i / 6 + 1, 'A' + i % 6);
        tv_rate_init (&rows[i].rate, TV_INTERVAL_WILSON, n_cases, n, n);
        n_all += n;
        n_all_cases += n_cases;
    }
    rows[0] = (TvRateChartRow){ .group = g_strdup ("Toàn trường"), .is_whole = TRUE };
    tv_rate_init (&rows[0].rate, TV_INTERVAL_WILSON, n_all_cases, n_all, n_all);
    chart = tv_rate_chart_new (&values);
    for (guint i = 0; i <= n_groups; i++)
        g_free (rows[i].group);
    return chart;
}

/* All that the drawing does, on a surface without edges. */
cairo_surface_t *
tv_sample_record (const TvGrowthChart *chart, double width_pt, double height_pt)
{
    cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
    cairo_t *cr = cairo_create (surface);

    tv_growth_chart_draw (chart, cr, width_pt, height_pt, tv_theme_get (TV_THEME_PRINT_COLOUR));
    cairo_destroy (cr);
    return surface;
}

static void
draw_sheet (cairo_t *cr, guint page, gconstpointer data)
{
    const TvGrowthChart *const *chart = data;

    tv_growth_chart_draw (*chart, cr, 520, 340, tv_theme_get (TV_THEME_PRINT_COLOUR));
}

TvDrawing
tv_sample_drawing (const TvGrowthChart *const *chart)
{
    return (TvDrawing){ .title = "Chiều cao theo tuổi",
                        .created = BIRTH_DATE,
                        .width_pt = 520,
                        .height_pt = 340,
                        .n_pages = 1,
                        .draw = draw_sheet,
                        .data = chart };
}
