/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "charts/tv-theme.h"
#include "growth/tv-growth.h"
#include "records/tv-measurement.h"

G_BEGIN_DECLS

/* What a growth chart shows. */
typedef enum {
    TV_MEASURE_HEIGHT,
    TV_MEASURE_WEIGHT,
    TV_MEASURE_BMI,
    TV_MEASURE_WEIGHT_FOR_HEIGHT,
    TV_MEASURE_Z, /* all four as z over age */
} TvMeasure;

#define TV_N_MEASURES 5

gboolean tv_measure_parse (const char *code, TvMeasure *measure);
const char *tv_measure_code (TvMeasure measure);
const char *tv_measure_label (TvMeasure measure);
char *tv_measure_format (TvMeasure measure, double value);

/* One value on a chart. */
typedef struct {
    TvDate date;
    int age_days;
    TvZKind kind;
    double value;     /* cm, kg or kg/m² as measured */
    double plotted;   /* the same as WHO's table counts it: 0.7 cm off if measured lying or standing
                         where the table is of the other */
    double height_cm; /* as the table counts it; only of weight-for-height, else NAN */
    gint32 z;         /* hundredths, or TV_Z_NONE */
    TvStandard standard;
    gboolean is_flagged;  /* beyond WHO's limits of plausibility */
    gboolean is_excluded; /* somebody took it out */
} TvGrowthPoint;

/* A child's growth in one measure. Never changes. */
typedef struct {
    TvMeasure measure;
    TvSex sex;
    char *title;           /* (nullable) */
    char *subtitle;        /* (nullable) */
    TvGrowthPoint *points; /* by date */
    guint n_points;
} TvGrowthChart;

TvGrowthChart *tv_growth_chart_new (const TvGrowthChart *values);
TvGrowthChart *
tv_growth_chart_new_for_child (TvMeasure measure, TvSex sex, TvDate birth_date, const char *title,
                               const char *subtitle, TvMeasurement *const *measurements,
                               guint n_measurements);
TvGrowthChart *tv_growth_chart_ref (TvGrowthChart *self);
void tv_growth_chart_unref (TvGrowthChart *self);
gboolean tv_growth_point_counts (const TvGrowthPoint *point);
char *tv_growth_point_describe (const TvGrowthPoint *point);
char **tv_growth_chart_describe (const TvGrowthChart *self);
void tv_growth_chart_draw (const TvGrowthChart *self, cairo_t *cr, double width_pt,
                           double height_pt, const TvTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvGrowthChart, tv_growth_chart_unref)

G_END_DECLS
