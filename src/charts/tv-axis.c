/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where an axis has its marks and what stands beside them: numbers in steps of 1, 2 or 5, ages in
 * months and in years. */

#include "charts/tv-axis.h"

#include "base/tv-number.h"

#include <glib/gi18n.h>
#include <math.h>

static void
clear_tick (gpointer data)
{
    TvTick *tick = data;

    g_free (tick->label);
}

/**
 * tv_axis_ticks_new:
 *
 * Returns: (transfer full) (element-type TvTick): no marks yet
 */
GArray *
tv_axis_ticks_new (void)
{
    GArray *ticks = g_array_new (FALSE, FALSE, sizeof (TvTick));

    g_array_set_clear_func (ticks, clear_tick);
    return ticks;
}

/**
 * tv_axis_nice_step:
 * @span: how far the axis reaches, above 0
 * @n_most: the most steps that have room
 *
 * Returns: the smallest of 1, 2, 5 times a power of ten of which at most @n_most fit in @span
 */
double
tv_axis_nice_step (double span, guint n_most)
{
    static const double parts[] = { 1, 2, 5, 10 };
    double least, power;

    g_return_val_if_fail (span > 0 && n_most > 0, 1);
    least = span / n_most;
    power = pow (10, floor (log10 (least)));
    for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
        if (parts[i] * power >= least * (1 - 1e-9))
            return parts[i] * power;
    }
    return 10 * power;
}

/**
 * tv_axis_step_decimals:
 *
 * Returns: how many decimals the numbers at that step need, 0 to 6
 */
int
tv_axis_step_decimals (double step)
{
    return CLAMP ((int) ceil (-log10 (step) - 1e-9), 0, 6);
}

/**
 * tv_axis_number_ticks:
 * @first: where the axis begins
 * @last: where it ends, above @first
 * @n_most: the most numbers that have room
 *
 * Returns: (transfer full) (element-type TvTick): marks with their numbers, from low to high
 */
GArray *
tv_axis_number_ticks (double first, double last, guint n_most)
{
    GArray *ticks = tv_axis_ticks_new ();
    double step = tv_axis_nice_step (last - first, n_most);
    int n_decimals = tv_axis_step_decimals (step);

    for (double k = ceil (first / step - 1e-9); k * step <= last + step * 1e-9; k++) {
        TvTick tick = { .value = k * step,
                        .is_strong = TRUE,
                        .label = tv_number_format (k * step, n_decimals) };

        g_array_append_val (ticks, tick);
    }
    return ticks;
}

/**
 * tv_axis_month_ticks:
 * @first_days: where the axis begins
 * @last_days: where it ends
 * @step_months: how many months from mark to mark
 *
 * Returns: (transfer full) (element-type TvTick): marks at full months, numbered
 */
GArray *
tv_axis_month_ticks (double first_days, double last_days, int step_months)
{
    GArray *ticks = tv_axis_ticks_new ();
    int month = (int) ceil (first_days / TV_DAYS_PER_MONTH - 1e-9);

    month += (step_months - month % step_months) % step_months;
    for (; month * TV_DAYS_PER_MONTH <= last_days + 1e-6; month += step_months) {
        TvTick tick = { .value = month * TV_DAYS_PER_MONTH,
                        .is_strong = month % 12 == 0,
                        .label = tv_number_format (month, 0) };

        g_array_append_val (ticks, tick);
    }
    return ticks;
}

/**
 * tv_axis_year_ticks:
 * @first_days: where the axis begins
 * @last_days: where it ends
 * @step_years: how many years from words to words; each year has a mark
 *
 * Returns: (transfer full) (element-type TvTick): marks at birthdays
 */
GArray *
tv_axis_year_ticks (double first_days, double last_days, int step_years)
{
    GArray *ticks = tv_axis_ticks_new ();
    int year = (int) ceil (first_days / TV_DAYS_PER_YEAR - 1e-9);

    for (; year * TV_DAYS_PER_YEAR <= last_days + 1e-6; year++) {
        TvTick tick = { .value = year * TV_DAYS_PER_YEAR, .is_strong = TRUE };

        if (year == 0)
            tick.label = g_strdup (C_ ("age axis", "birth"));
        else if (year % step_years == 0)
            /* Translators: an age on the axis of a growth chart; "2 tuổi" */
            tick.label = g_strdup_printf (ngettext ("%d year", "%d years", (gulong) year), year);
        g_array_append_val (ticks, tick);
    }
    return ticks;
}

static int
first_fitting (const int *steps, guint n_steps, double n_units, double width_pt, double label_pt)
{
    for (guint i = 0; i < n_steps; i++) {
        if (n_units / steps[i] * label_pt <= width_pt)
            return steps[i];
    }
    return steps[n_steps - 1];
}

/**
 * tv_axis_month_step:
 * @width_pt: how wide the axis is
 * @label_pt: how much room one number wants, with the space around it
 *
 * Returns: 1, 2, 3, 6 or 12: how many months may part two numbers
 */
int
tv_axis_month_step (double first_days, double last_days, double width_pt, double label_pt)
{
    static const int steps[] = { 1, 2, 3, 6, 12 };

    return first_fitting (steps, G_N_ELEMENTS (steps), (last_days - first_days) / TV_DAYS_PER_MONTH,
                          width_pt, label_pt);
}

/**
 * tv_axis_year_step:
 * @width_pt: how wide the axis is
 * @label_pt: how much room one age wants, with the space around it
 *
 * Returns: 1, 2 or 5: how many years may part two ages
 */
int
tv_axis_year_step (double first_days, double last_days, double width_pt, double label_pt)
{
    static const int steps[] = { 1, 2, 5 };

    return first_fitting (steps, G_N_ELEMENTS (steps), (last_days - first_days) / TV_DAYS_PER_YEAR,
                          width_pt, label_pt);
}
