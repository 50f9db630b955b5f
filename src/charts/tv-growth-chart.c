/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a growth chart is made of: a child's measurements, each with the place it has among WHO's
 * lines. */

#include "charts/tv-growth-chart.h"

#include "base/tv-number.h"
#include "growth/tv-growth-curve.h"
#include "records/tv-vocabulary.h"

#include <glib/gi18n.h>
#include <math.h>

static const char *const measure_codes[]
    = { "height", "weight", "bmi", "weight-for-height", "z", NULL };

static const TvZKind measure_kinds[] = {
    [TV_MEASURE_HEIGHT] = TV_Z_HEIGHT_FOR_AGE,
    [TV_MEASURE_WEIGHT] = TV_Z_WEIGHT_FOR_AGE,
    [TV_MEASURE_BMI] = TV_Z_BMI_FOR_AGE,
    [TV_MEASURE_WEIGHT_FOR_HEIGHT] = TV_Z_WEIGHT_FOR_HEIGHT,
};

/**
 * tv_measure_parse:
 * @code: "height", "weight", "bmi", "weight-for-height" or "z"
 * @measure: (out): what it means
 *
 * Returns: whether there is such a chart
 */
gboolean
tv_measure_parse (const char *code, TvMeasure *measure)
{
    int value;

    if (!tv_vocabulary_parse (measure_codes, code, &value))
        return FALSE;
    *measure = (TvMeasure) value;
    return TRUE;
}

const char *
tv_measure_code (TvMeasure measure)
{
    return tv_vocabulary_code (measure_codes, measure);
}

/**
 * tv_measure_label:
 *
 * Returns: (transfer none): the name of the chart, for people
 */
const char *
tv_measure_label (TvMeasure measure)
{
    switch (measure) {
    case TV_MEASURE_HEIGHT:
        return _ ("Height for age");
    case TV_MEASURE_WEIGHT:
        return _ ("Weight for age");
    case TV_MEASURE_BMI:
        return _ ("BMI for age");
    case TV_MEASURE_WEIGHT_FOR_HEIGHT:
        return _ ("Weight for height");
    case TV_MEASURE_Z:
        return _ ("All measures as z-scores");
    }
    g_return_val_if_reached ("");
}

/**
 * tv_measure_format:
 * @measure: not TV_MEASURE_Z
 * @value: cm, kg or kg/m²
 *
 * Returns: (transfer full): the value with its unit, as people write it
 */
char *
tv_measure_format (TvMeasure measure, double value)
{
    g_autofree char *number = tv_number_format (value, 1);

    switch (measure) {
    case TV_MEASURE_HEIGHT:
        return g_strconcat (number, " cm", NULL);
    case TV_MEASURE_BMI:
        return g_strconcat (number, " kg/m²", NULL);
    case TV_MEASURE_WEIGHT:
    case TV_MEASURE_WEIGHT_FOR_HEIGHT: {
        g_autofree char *weight = tv_number_format_fixed (llround (value * 1000), 3, 1);

        return g_strconcat (weight, " kg", NULL);
    }
    case TV_MEASURE_Z:
        break;
    }
    g_return_val_if_reached (NULL);
}

static void
clear_growth_chart (gpointer data)
{
    TvGrowthChart *self = data;

    g_free (self->title);
    g_free (self->subtitle);
    g_free (self->points);
}

static int
compare_points (gconstpointer a, gconstpointer b, gpointer unused)
{
    const TvGrowthPoint *first = a, *second = b;

    return (first->date > second->date) - (first->date < second->date);
}

/**
 * tv_growth_chart_new:
 * @values: what it holds; the points in any order
 *
 * Returns: (transfer full): an unchanging copy, its points by date
 */
TvGrowthChart *
tv_growth_chart_new (const TvGrowthChart *values)
{
    TvGrowthChart *self = g_atomic_rc_box_new (TvGrowthChart);

    *self = *values;
    self->title = g_strdup (values->title);
    self->subtitle = g_strdup (values->subtitle);
    self->points = g_memdup2 (values->points, sizeof *values->points * values->n_points);
    if (self->n_points > 1)
        g_qsort_with_data (self->points, (int) self->n_points, sizeof *self->points, compare_points,
                           NULL);
    return self;
}

/* What the child's height or weight is of that kind; NAN where it was not taken. */
static double
measured_value (const TvMeasurement *measurement, TvZKind kind)
{
    double weight_kg = measurement->weight_g > 0 ? measurement->weight_g / 1000.0 : NAN;
    double height_cm = measurement->height_mm > 0 ? measurement->height_mm / 10.0 : NAN;

    switch (kind) {
    case TV_Z_HEIGHT_FOR_AGE:
        return height_cm;
    case TV_Z_WEIGHT_FOR_AGE:
        return weight_kg;
    case TV_Z_BMI_FOR_AGE:
        return weight_kg / (height_cm / 100 * height_cm / 100);
    case TV_Z_WEIGHT_FOR_HEIGHT:
        return isnan (height_cm) ? NAN : weight_kg;
    }
    g_return_val_if_reached (NAN);
}

/* A z found by the table stands on the curve of that z: so dot and line can never disagree. */
static double
value_among_lines (TvZKind kind, TvSex sex, int age_days, gint32 z, double value)
{
    double found
        = z == TV_Z_NONE ? NAN : tv_growth_curve_value_at_age (kind, sex, age_days, z / 100.0);

    return isnan (found) ? value : found;
}

static void
add_point (GArray *points, TvZKind kind, TvSex sex, TvDate birth_date,
           const TvMeasurement *measurement, const TvGrowth *growth)
{
    double value = measured_value (measurement, kind);
    int age_days = measurement->date - birth_date;
    gint32 z = growth->z[kind].hundredths;
    TvGrowthPoint point = {
        .date = measurement->date,
        .age_days = age_days,
        .kind = kind,
        .value = value,
        .plotted = value_among_lines (kind, sex, age_days, z, value),
        .height_cm = NAN,
        .z = z,
        .standard = growth->standard,
        .is_flagged = growth->z[kind].is_flagged,
        .is_excluded = measurement->excluded_reason != NULL,
    };

    if (isnan (value) || growth->z[kind].reason == TV_Z_NOT_DEFINED)
        return;
    if (kind == TV_Z_WEIGHT_FOR_HEIGHT)
        point.height_cm = value_among_lines (TV_Z_HEIGHT_FOR_AGE, sex, age_days,
                                             growth->z[TV_Z_HEIGHT_FOR_AGE].hundredths,
                                             measurement->height_mm / 10.0);
    g_array_append_val (points, point);
}

/**
 * tv_growth_chart_new_for_child:
 * @measure: what to show
 * @sex: of the child
 * @birth_date: of the child; without one there are no points
 * @title: (nullable): over the chart
 * @subtitle: (nullable): under the title
 * @measurements: (array length=n_measurements): all of the child, in any order
 * @n_measurements: how many there are
 *
 * Those who were not measured that day are passed over; a measurement taken out of the count
 * stays on the chart, marked as such.
 *
 * Returns: (transfer full): the chart
 */
TvGrowthChart *
tv_growth_chart_new_for_child (TvMeasure measure, TvSex sex, TvDate birth_date, const char *title,
                               const char *subtitle, TvMeasurement *const *measurements,
                               guint n_measurements)
{
    g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TvGrowthPoint));
    TvGrowthChart values = {
        .measure = measure, .sex = sex, .title = (char *) title, .subtitle = (char *) subtitle
    };

    for (guint i = 0; i < n_measurements; i++) {
        const TvMeasurement *measurement = measurements[i];
        TvGrowth growth;

        if (measurement->state != TV_MEASUREMENT_MEASURED || birth_date == TV_DATE_NONE
            || measurement->date < birth_date)
            continue;
        tv_growth_score_measurement (sex, birth_date, measurement, &growth);
        for (int kind = 0; kind < TV_Z_N_KINDS; kind++) {
            gboolean is_wanted = measure == TV_MEASURE_Z ? growth.z[kind].hundredths != TV_Z_NONE
                                                         : kind == (int) measure_kinds[measure];

            if (is_wanted)
                add_point (points, (TvZKind) kind, sex, birth_date, measurement, &growth);
        }
    }
    values.points = (TvGrowthPoint *) (void *) points->data;
    values.n_points = points->len;
    return tv_growth_chart_new (&values);
}

TvGrowthChart *
tv_growth_chart_ref (TvGrowthChart *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_growth_chart_unref (TvGrowthChart *self)
{
    g_atomic_rc_box_release_full (self, clear_growth_chart);
}

/**
 * tv_growth_point_counts:
 *
 * Returns: whether the point belongs to the child's line: neither taken out nor implausible
 */
gboolean
tv_growth_point_counts (const TvGrowthPoint *point)
{
    return !point->is_flagged && !point->is_excluded;
}
