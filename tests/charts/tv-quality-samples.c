/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Groups whose z-scores are normal as closely as whole children can be, rounds whose rate falls
 * slowly, digits of which one is written too often: a test knows what must come of them. */

#include "tv-quality-samples.h"

#include <math.h>

static double
normal_quantile (double share)
{
    double low = -8, high = 8;

    for (int i = 0; i < 60; i++) {
        double middle = (low + high) / 2;

        if (erfc (-middle / G_SQRT2) / 2 < share)
            low = middle;
        else
            high = middle;
    }
    return (low + high) / 2;
}

TvZChart *
tv_sample_z_chart (TvZKind kind, TvStandard standard, guint n, double mean, double sd)
{
    static const char *const titles[] = { "Cân nặng theo tuổi", "Chiều cao theo tuổi",
                                          "Cân nặng theo chiều cao", "BMI theo tuổi" };
    TvZChart values = { .title = (char *) titles[kind], .kind = kind, .standard = standard };

    for (guint i = 0; i < n; i++) {
        double z = mean + sd * normal_quantile ((i + 0.5) / n);
        TvZScore score = { .hundredths = (gint32) lround (CLAMP (z, -6, 6) * 100) };

        tv_z_distribution_add (&values.distribution, &score);
    }
    tv_z_distribution_close (&values.distribution);
    return tv_z_chart_new (&values);
}

/* Three rounds a school year, in September, December and March; the fifth had nobody, and from the
 * chosen round's children every earlier round knows fewer. */
TvTrendChart *
tv_sample_trend_chart (guint n_rounds, guint chosen)
{
    static const int months[] = { 9, 12, 3 };
    const TvTarget target_values = { .year = 2026,
                                     .value_thousandths = 6400,
                                     .has_value = TRUE,
                                     .unit = (char *) "percent",
                                     .direction = TV_DIRECTION_BELOW };
    g_autoptr (TvTarget) target = tv_target_new (&target_values);
    g_autofree TvTrendPoint *points = g_new0 (TvTrendPoint, n_rounds);
    TvTrendChart values = { .title = (char *) "Suy dinh dưỡng thể thấp còi, trẻ dưới 5 tuổi",
                            .target = target,
                            .points = points,
                            .n_points = n_rounds };
    TvTrendChart *chart;

    for (guint i = 0; i < n_rounds; i++) {
        int year = 2017 + (int) i / 3, number = (int) i % 3;
        guint n = i == 4 ? 0 : 118 - i % 4, n_cases = n == 0 ? 0 : 12 - i * 8 / n_rounds + i % 2;
        guint n_same = n == 0 ? 0 : n * (n_rounds + 2 * i) / (3 * n_rounds);

        points[i].name = g_strdup_printf ("Đợt %d năm học %d-%d", number + 1, year, year + 1);
        points[i].day = tv_date_from_ymd (year + (number == 2), months[number], 14);
        points[i].is_chosen = i == chosen;
        tv_rate_init (&points[i].all, TV_INTERVAL_WILSON, n_cases, n, n);
        tv_rate_init (&points[i].same, TV_INTERVAL_WILSON,
                      i == chosen ? n_cases : (n_cases * n_same + n / 2) / MAX (n, 1),
                      i == chosen ? n : n_same, n);
    }
    chart = tv_trend_chart_new (&values);
    for (guint i = 0; i < n_rounds; i++)
        g_free (points[i].name);
    return chart;
}

/* Of @n values each, @percent_of_zeros end in 0 and the others are spread evenly; heights have
 * every digit equally often, as far as @n allows. */
TvDigitChart *
tv_sample_digit_chart (guint n, guint percent_of_zeros)
{
    TvMeasuringQuality quality = { 0 };
    TvDigitChart values;

    for (guint i = 0; i < n; i++) {
        gboolean is_zero = i * percent_of_zeros / 100 != (i + 1) * percent_of_zeros / 100;
        TvQualityChild child = { .weight_g = 15000 + (is_zero ? 0 : 100 * (int) (i % 9 + 1)),
                                 .height_mm = 1000 + (int) i % 200 };

        tv_measuring_quality_add (&quality, &child);
    }
    tv_measuring_quality_close (&quality);
    values = (TvDigitChart){ quality.weight, quality.height };
    return tv_digit_chart_new (&values);
}
