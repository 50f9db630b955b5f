/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-student.h"

G_BEGIN_DECLS

/* One row of a table of WHO: power, median, coefficient of variation, and the median's logarithm,
 * which saves one at every z-score. */
typedef struct {
    double l;
    double m;
    double s;
    double ln_m;
} TvLms;

typedef enum {
    TV_TABLE_WEIGHT_FOR_AGE_2006,
    TV_TABLE_HEIGHT_FOR_AGE_2006,
    TV_TABLE_BMI_FOR_AGE_2006,
    TV_TABLE_WEIGHT_FOR_LENGTH_2006,
    TV_TABLE_WEIGHT_FOR_HEIGHT_2006,
    TV_TABLE_WEIGHT_FOR_AGE_2007,
    TV_TABLE_HEIGHT_FOR_AGE_2007,
    TV_TABLE_BMI_FOR_AGE_2007,
} TvTableId;

typedef struct {
    const TvLms *rows[2];  /* boys, girls */
    int first_x;           /* of the first row: days, months or cm */
    int last_x;            /* the last that may be asked for, in it */
    double steps_per_unit; /* rows in one day, month or cm */
} TvReferenceTable;

extern const TvReferenceTable tv_reference_tables[];

/* The row of a whole step: day 1826 has one, day 1826.5 has not. The caller keeps to the range. */
static inline const TvLms *
tv_reference_table_row (TvTableId id, TvSex sex, int x)
{
    const TvReferenceTable *table = &tv_reference_tables[id];

    return &table->rows[sex == TV_SEX_FEMALE][x - table->first_x];
}

gboolean tv_reference_table_interpolate (TvTableId id, TvSex sex, double x, TvLms *lms);
double tv_lms_value (const TvLms *lms, double z);

G_END_DECLS
