/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands at a z must have that z: every table, both sexes, inside and beyond ±3. */

#include "growth/tv-growth-curve.h"

#include <math.h>

typedef struct {
    const char *path;
    TvStandard standard;
    TvZKind kind;
    TvPosition position;
    double first_x, last_x;
} Table;

static const Table tables[] = {
    { "/growth/curve/2006/weight", TV_STANDARD_2006, TV_Z_WEIGHT_FOR_AGE, TV_POSITION_UNKNOWN, 0,
      1826 },
    { "/growth/curve/2006/height", TV_STANDARD_2006, TV_Z_HEIGHT_FOR_AGE, TV_POSITION_UNKNOWN, 0,
      1826 },
    { "/growth/curve/2006/bmi", TV_STANDARD_2006, TV_Z_BMI_FOR_AGE, TV_POSITION_UNKNOWN, 0, 1826 },
    { "/growth/curve/2006/weight-for-length", TV_STANDARD_2006, TV_Z_WEIGHT_FOR_HEIGHT,
      TV_POSITION_RECUMBENT, 45, 110 },
    { "/growth/curve/2006/weight-for-height", TV_STANDARD_2006, TV_Z_WEIGHT_FOR_HEIGHT,
      TV_POSITION_STANDING, 65, 120 },
    { "/growth/curve/2007/weight", TV_STANDARD_2007, TV_Z_WEIGHT_FOR_AGE, TV_POSITION_UNKNOWN, 60,
      120 },
    { "/growth/curve/2007/height", TV_STANDARD_2007, TV_Z_HEIGHT_FOR_AGE, TV_POSITION_UNKNOWN, 60,
      228 },
    { "/growth/curve/2007/bmi", TV_STANDARD_2007, TV_Z_BMI_FOR_AGE, TV_POSITION_UNKNOWN, 60, 228 },
};

/* Somebody of whom the curve says @value; BMI is that of one metre. */
static TvGrowthInput
make_input (const Table *table, TvSex sex, double x, double value)
{
    TvGrowthInput input = { .sex = sex, .age_days = NAN, .age_months = NAN };

    input.weight_kg = value;
    input.height_cm = table->kind == TV_Z_HEIGHT_FOR_AGE ? value : 100;
    input.position = table->position;
    if (table->kind == TV_Z_WEIGHT_FOR_HEIGHT)
        input.height_cm = x;
    else if (table->standard == TV_STANDARD_2006)
        input.age_days = x;
    else
        input.age_months = x;
    return input;
}

static void
check_round_trip (const Table *table, TvSex sex, double x)
{
    static const double scores[] = { -5.5, -3.5, -3, -2, -1, 0, 1, 2, 3, 3.5, 5.5 };

    for (guint i = 0; i < G_N_ELEMENTS (scores); i++) {
        double value = tv_growth_curve_value (table->standard, table->kind, table->position, sex, x,
                                              scores[i]);
        TvGrowthInput input = make_input (table, sex, x, value);
        TvGrowth growth;

        tv_growth_score (&input, table->standard, &growth);
        g_assert_cmpint (growth.z[table->kind].hundredths, ==, lrint (scores[i] * 100));
    }
}

/* A hair below and above the middle between two hundredths: the z itself must be that exact. */
static void
check_rounding (const Table *table, TvSex sex, double x)
{
    for (int i = -415; i < 415; i += 23) {
        for (int side = 0; side < 2; side++) {
            double z = (i + 0.5) / 100 + (side == 0 ? -1e-9 : 1e-9);
            double value
                = tv_growth_curve_value (table->standard, table->kind, table->position, sex, x, z);
            TvGrowthInput input = make_input (table, sex, x, value);
            TvGrowth growth;

            tv_growth_score (&input, table->standard, &growth);
            g_assert_cmpint (growth.z[table->kind].hundredths, ==, i + side);
        }
    }
}

static void
test_round_trip (gconstpointer data)
{
    const Table *table = data;
    double first_x, last_x;

    g_assert_true (
        tv_growth_curve_range (table->standard, table->kind, table->position, &first_x, &last_x));
    g_assert_cmpfloat (first_x, ==, table->first_x);
    g_assert_cmpfloat (last_x, ==, table->last_x);
    for (TvSex sex = TV_SEX_MALE; sex <= TV_SEX_FEMALE; sex++) {
        for (int i = 0; i <= 1000; i++) {
            check_round_trip (table, sex, first_x + (last_x - first_x) * i / 1000);
            check_rounding (table, sex, first_x + (last_x - first_x) * i / 1000);
        }
        g_assert_true (isnan (tv_growth_curve_value (table->standard, table->kind, table->position,
                                                     sex, first_x - 0.6, 0)));
        g_assert_true (isnan (tv_growth_curve_value (table->standard, table->kind, table->position,
                                                     sex, last_x + 0.6, 0)));
    }
    g_assert_true (isnan (tv_growth_curve_value (table->standard, table->kind, table->position,
                                                 TV_SEX_UNKNOWN, first_x, 0)));
}

/* Cut-offs as WHO prints them, to 0.1. */
static void
test_printed (void)
{
    static const struct {
        TvZKind kind;
        TvSex sex;
        double age_days;
        double z;
        double value;
    } printed[] = {
        { TV_Z_HEIGHT_FOR_AGE, TV_SEX_MALE, 1461, -2, 94.9 },
        { TV_Z_WEIGHT_FOR_AGE, TV_SEX_FEMALE, 365, 0, 8.9 },
        { TV_Z_BMI_FOR_AGE, TV_SEX_MALE, 120 * TV_DAYS_PER_MONTH, 1, 18.5 },
        { TV_Z_BMI_FOR_AGE, TV_SEX_MALE, 120 * TV_DAYS_PER_MONTH, 2, 21.4 },
    };

    for (guint i = 0; i < G_N_ELEMENTS (printed); i++)
        g_assert_cmpfloat_with_epsilon (
            tv_growth_curve_value_at_age (printed[i].kind, printed[i].sex, printed[i].age_days,
                                          printed[i].z),
            printed[i].value, 0.05);
}

static void
test_at_age (void)
{
    double last = tv_growth_curve_value_at_age (TV_Z_HEIGHT_FOR_AGE, TV_SEX_MALE, 1826.4, 0);
    double first = tv_growth_curve_value_at_age (TV_Z_HEIGHT_FOR_AGE, TV_SEX_MALE, 1827, 0);

    g_assert_cmpfloat (last, ==,
                       tv_growth_curve_value (TV_STANDARD_2006, TV_Z_HEIGHT_FOR_AGE,
                                              TV_POSITION_UNKNOWN, TV_SEX_MALE, 1826, 0));
    g_assert_cmpfloat (first, ==,
                       tv_growth_curve_value (TV_STANDARD_2007, TV_Z_HEIGHT_FOR_AGE,
                                              TV_POSITION_UNKNOWN, TV_SEX_MALE,
                                              1827 / TV_DAYS_PER_MONTH, 0));
    g_assert_true (
        isnan (tv_growth_curve_value_at_age (TV_Z_WEIGHT_FOR_HEIGHT, TV_SEX_MALE, 1000, 0)));
    g_assert_true (
        isnan (tv_growth_curve_value_at_age (TV_Z_HEIGHT_FOR_AGE, TV_SEX_MALE, 6940, 0)));
    g_assert_true (isnan (tv_growth_curve_value_at_age (TV_Z_HEIGHT_FOR_AGE, TV_SEX_MALE, NAN, 0)));
}

static void
test_no_table (void)
{
    double first_x, last_x;

    g_assert_false (tv_growth_curve_range (TV_STANDARD_2007, TV_Z_WEIGHT_FOR_HEIGHT,
                                           TV_POSITION_STANDING, &first_x, &last_x));
    g_assert_false (tv_growth_curve_range (TV_STANDARD_NONE, TV_Z_WEIGHT_FOR_AGE,
                                           TV_POSITION_STANDING, &first_x, &last_x));
    g_assert_cmpint (tv_growth_curve_axis (TV_STANDARD_2006, TV_Z_BMI_FOR_AGE), ==,
                     TV_AXIS_AGE_DAYS);
    g_assert_cmpint (tv_growth_curve_axis (TV_STANDARD_2007, TV_Z_BMI_FOR_AGE), ==,
                     TV_AXIS_AGE_MONTHS);
    g_assert_cmpint (tv_growth_curve_axis (TV_STANDARD_2006, TV_Z_WEIGHT_FOR_HEIGHT), ==,
                     TV_AXIS_HEIGHT_CM);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
        g_test_add_data_func (tables[i].path, &tables[i], test_round_trip);
    g_test_add_func ("/growth/curve/printed", test_printed);
    g_test_add_func ("/growth/curve/at-age", test_at_age);
    g_test_add_func ("/growth/curve/no-table", test_no_table);
    return g_test_run ();
}
