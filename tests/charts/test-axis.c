/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks on axes, labels pushed apart. */

#include "base/tv-language.h"
#include "charts/tv-axis.h"
#include "charts/tv-geometry.h"

static void
test_step (void)
{
    static const struct {
        double span;
        guint n_most;
        double step;
    } cases[] = { { 100, 10, 10 }, { 101, 10, 20 }, { 30, 6, 5 },     { 0.9, 5, 0.2 },
                  { 7, 7, 1 },     { 1, 1, 1 },     { 1e-3, 4, 5e-4 } };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        g_assert_cmpfloat_with_epsilon (tv_axis_nice_step (cases[i].span, cases[i].n_most),
                                        cases[i].step, cases[i].step * 1e-9);
    g_assert_cmpint (tv_axis_step_decimals (5), ==, 0);
    g_assert_cmpint (tv_axis_step_decimals (0.5), ==, 1);
    g_assert_cmpint (tv_axis_step_decimals (0.02), ==, 2);
}

static void
test_numbers (void)
{
    g_autoptr (GArray) ticks = tv_axis_number_ticks (12, 20, 4);
    g_autoptr (GArray) fine = tv_axis_number_ticks (0, 1.5, 3);

    g_assert_cmpuint (ticks->len, ==, 5);
    g_assert_cmpstr (g_array_index (ticks, TvTick, 0).label, ==, "12");
    g_assert_cmpstr (g_array_index (ticks, TvTick, 4).label, ==, "20");
    g_assert_cmpuint (fine->len, ==, 4);
    g_assert_cmpstr (g_array_index (fine, TvTick, 3).label, ==, "1.5");
}

static void
test_ages (void)
{
    double first = 2 * TV_DAYS_PER_YEAR, last = 5 * TV_DAYS_PER_YEAR;
    g_autoptr (GArray) months = tv_axis_month_ticks (first, last, 6);
    g_autoptr (GArray) years = tv_axis_year_ticks (first, last, 2);
    g_autoptr (GArray) from_birth = tv_axis_year_ticks (0, last, 1);

    g_assert_cmpuint (months->len, ==, 7);
    g_assert_cmpstr (g_array_index (months, TvTick, 0).label, ==, "24");
    g_assert_true (g_array_index (months, TvTick, 0).is_strong);
    g_assert_cmpstr (g_array_index (months, TvTick, 1).label, ==, "30");
    g_assert_false (g_array_index (months, TvTick, 1).is_strong);
    g_assert_cmpuint (years->len, ==, 4);
    g_assert_cmpstr (g_array_index (years, TvTick, 0).label, ==, "2 years");
    g_assert_null (g_array_index (years, TvTick, 1).label);
    g_assert_cmpstr (g_array_index (from_birth, TvTick, 0).label, ==, "birth");
    g_assert_cmpstr (g_array_index (from_birth, TvTick, 1).label, ==, "1 year");
}

static void
test_room (void)
{
    double year = TV_DAYS_PER_YEAR;

    g_assert_cmpint (tv_axis_month_step (0, year, 400, 20), ==, 1);
    g_assert_cmpint (tv_axis_month_step (0, 5 * year, 400, 20), ==, 3);
    g_assert_cmpint (tv_axis_month_step (0, 5 * year, 100, 20), ==, 12);
    g_assert_cmpint (tv_axis_year_step (0, 19 * year, 1000, 30), ==, 1);
    g_assert_cmpint (tv_axis_year_step (0, 19 * year, 300, 30), ==, 2);
}

static void
test_push (void)
{
    double free_row[] = { 10, 40, 70 };
    double crowd[] = { 10, 11, 12, 90 };
    double end[] = { 95, 97, 99 };

    tv_push_apart (free_row, 3, 12, 0, 100);
    g_assert_cmpfloat (free_row[1], ==, 40);
    tv_push_apart (crowd, 4, 12, 0, 100);
    for (guint i = 1; i < 4; i++)
        g_assert_cmpfloat (crowd[i] - crowd[i - 1], >=, 12);
    g_assert_cmpfloat (crowd[3], ==, 90);
    tv_push_apart (end, 3, 12, 0, 100);
    g_assert_cmpfloat (end[2], ==, 100);
    g_assert_cmpfloat (end[0], ==, 76);
}

/* Long things want more room than short ones; what has room stays where it is. */
static void
test_settle (void)
{
    const double lengths[] = { 40, 10, 20 };
    double free_row[] = { 30, 60, 90 };
    double crowd[] = { 10, 12, 14 };
    double end[] = { 80, 98, 99 };

    tv_settle_apart (free_row, lengths, 3, 4, 0, 100);
    g_assert_cmpfloat (free_row[0], ==, 30);
    g_assert_cmpfloat (free_row[1], ==, 60);
    g_assert_cmpfloat (free_row[2], ==, 90);
    tv_settle_apart (crowd, lengths, 3, 4, 0, 100);
    g_assert_cmpfloat (crowd[0], ==, 20);
    g_assert_cmpfloat (crowd[1], ==, 49);
    g_assert_cmpfloat (crowd[2], ==, 68);
    tv_settle_apart (end, lengths, 3, 4, 0, 100);
    g_assert_cmpfloat (end[2], ==, 90);
    g_assert_cmpfloat (end[1], ==, 71);
    g_assert_cmpfloat (end[0], ==, 42);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_language_start (TV_LANGUAGE_ENGLISH);
    g_test_add_func ("/charts/axis/step", test_step);
    g_test_add_func ("/charts/axis/numbers", test_numbers);
    g_test_add_func ("/charts/axis/ages", test_ages);
    g_test_add_func ("/charts/axis/room", test_room);
    g_test_add_func ("/charts/geometry/push-apart", test_push);
    g_test_add_func ("/charts/geometry/settle-apart", test_settle);
    return g_test_run ();
}
