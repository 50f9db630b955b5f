/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of WHO's tables, and what lies between two of them. */

#include "growth/tv-reference-table.h"

#include <math.h>

/**
 * tv_reference_table_interpolate:
 * @id: which table
 * @sex: male or female
 * @x: cm or months
 * @lms: (out): L, M and S at @x, each on the straight line between the rows below and above, as
 *   WHO's own programs do it; exactly on a row, that row alone
 *
 * Returns: whether @x lies in the table, both ends included
 */
gboolean
tv_reference_table_interpolate (TvTableId id, TvSex sex, double x, TvLms *lms)
{
    const TvReferenceTable *table = &tv_reference_tables[id];
    const TvLms *row;
    double fraction;
    int step;

    if (!(x >= table->first_x && x <= table->last_x))
        return FALSE;
    step = (int) (x * table->steps_per_unit);
    fraction = (x - step / table->steps_per_unit) * table->steps_per_unit;
    row = &table->rows[sex == TV_SEX_FEMALE][step - table->first_x * (int) table->steps_per_unit];
    *lms = row[0];
    if (fraction > 0) {
        lms->l += fraction * (row[1].l - row[0].l);
        lms->m += fraction * (row[1].m - row[0].m);
        lms->s += fraction * (row[1].s - row[0].s);
        lms->ln_m = log (lms->m);
    }
    return TRUE;
}

/**
 * tv_lms_value:
 * @lms: a row, or what lies between two
 * @z: how many standard deviations from the median, -3 to 3
 *
 * Returns: M (1 + L S z)^(1/L): what somebody measures at @z
 */
double
tv_lms_value (const TvLms *lms, double z)
{
    return lms->m * exp (log1p (lms->l * lms->s * z) / lms->l);
}
