/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-student.h"

G_BEGIN_DECLS

/* One row of a table of WHO: power, median, coefficient of variation. */
typedef struct {
    double l;
    double m;
    double s;
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
    double first_x;        /* of the first row: days, months or cm */
    double last_x;         /* the last that may be asked for, in it */
    double steps_per_unit; /* rows in one day, month or cm */
} TvReferenceTable;

extern const TvReferenceTable tv_reference_tables[];

/* The row of a day. Those tables begin on day 0; the caller keeps to their end. */
static inline const TvLms *
tv_reference_table_day (TvTableId id, TvSex sex, int day)
{
    return &tv_reference_tables[id].rows[sex == TV_SEX_FEMALE][day];
}

/**
 * tv_reference_table_find:
 * @id: which table
 * @sex: male or female
 * @x: days, months or cm
 * @between: (out caller-allocates): written where @x lies between two rows: L, M and S, each on the
 *   straight line from the one to the other, as WHO's own programs do it
 *
 * Returns: (transfer none) (nullable): the row at @x, or @between; NULL where @x lies outside the
 *   table, whose both ends belong to it
 */
static inline const TvLms *
tv_reference_table_find (TvTableId id, TvSex sex, double x, TvLms *between)
{
    const TvReferenceTable *table = &tv_reference_tables[id];
    double steps = table->steps_per_unit;
    const TvLms *row;
    double fraction;
    int step;

    if (!(x >= table->first_x && x <= table->last_x))
        return NULL;
    step = (int) (x * steps);
    fraction = (x - step / steps) * steps;
    row = &table->rows[sex == TV_SEX_FEMALE][step - (int) (table->first_x * steps)];
    if (!(fraction > 0))
        return row;
    between->l = row[0].l + fraction * (row[1].l - row[0].l);
    between->m = row[0].m + fraction * (row[1].m - row[0].m);
    between->s = row[0].s + fraction * (row[1].s - row[0].s);
    return between;
}

double tv_lms_value (const TvLms *lms, double z);

G_END_DECLS
