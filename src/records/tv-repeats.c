/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The readings behind an accepted value: a child measured twice or three times, and which of it
 * counts. A child weighed in somebody's arms gives two numbers for one reading; the second is kept
 * below zero, and so told apart from a repeat. */

#include "records/tv-repeats.h"

#include <stdlib.h>

/* Nobody who carries a child weighs less. */
#define LEAST_CARRIER_G 30000

static int
tolerance (TvQuantity quantity)
{
    return quantity == TV_QUANTITY_WEIGHT ? TV_REPEATS_WEIGHT_G : TV_REPEATS_HEIGHT_MM;
}

static const TvRepeat *
at (const GArray *repeats, guint index)
{
    return &g_array_index (repeats, TvRepeat, index);
}

/* Older books kept both numbers above zero. A child lighter than whoever carries it cannot have
 * given them one after the other by itself, with their difference as what counts. */
static gboolean
is_old_pair (const TvMeasurement *measurement, const GArray *repeats)
{
    return repeats->len == 2 && at (repeats, 1)->value >= LEAST_CARRIER_G
           && at (repeats, 0)->value - at (repeats, 1)->value == measurement->weight_g
           && measurement->weight_g > 0 && measurement->weight_g < at (repeats, 1)->value;
}

static void
join (GArray *repeats, int without_g)
{
    TvRepeat *repeat = &g_array_index (repeats, TvRepeat, repeats->len - 1);

    repeat->with_g = repeat->value;
    repeat->without_g = without_g;
    repeat->value -= without_g;
}

/**
 * tv_repeats_list:
 * @measurement: (nullable): a measurement with its readings
 * @quantity: weight or height
 *
 * Returns: (transfer full) (element-type TvRepeat): how often it was taken, in order
 */
GArray *
tv_repeats_list (const TvMeasurement *measurement, TvQuantity quantity)
{
    GArray *repeats = g_array_new (FALSE, FALSE, sizeof (TvRepeat));

    for (guint i = 0; measurement && i < measurement->n_readings; i++) {
        const TvReading *reading = &measurement->readings[i];
        TvRepeat repeat = { reading->value, 0, 0 };

        if (reading->quantity != quantity)
            continue;
        if (reading->value >= 0)
            g_array_append_val (repeats, repeat);
        else if (repeats->len > 0 && at (repeats, repeats->len - 1)->with_g == 0)
            join (repeats, -reading->value);
    }
    if (measurement && quantity == TV_QUANTITY_WEIGHT && is_old_pair (measurement, repeats)) {
        int without_g = at (repeats, 1)->value;

        g_array_set_size (repeats, 1);
        join (repeats, without_g);
    }
    return repeats;
}

/* The least distance between any two. */
static int
closest (const GArray *repeats)
{
    int least = G_MAXINT;

    for (guint i = 0; i < repeats->len; i++) {
        for (guint k = i + 1; k < repeats->len; k++)
            least = MIN (least, abs (at (repeats, i)->value - at (repeats, k)->value));
    }
    return least;
}

/* The mean of the means of all pairs that are that far apart, rounded once, a half up. */
static int
mean_of_closest (const GArray *repeats, int distance)
{
    gint64 sum = 0, n_values = 0;

    for (guint i = 0; i < repeats->len; i++) {
        for (guint k = i + 1; k < repeats->len; k++) {
            if (abs (at (repeats, i)->value - at (repeats, k)->value) != distance)
                continue;
            sum += at (repeats, i)->value + at (repeats, k)->value;
            n_values += 2;
        }
    }
    return (int) ((2 * sum + n_values) / (2 * n_values));
}

/**
 * tv_repeats_accept:
 * @repeats: (element-type TvRepeat): from tv_repeats_list()
 * @quantity: which they are of
 *
 * Of two that are too far apart the later one stands until there is a third; of three or more the
 * mean of the closest two counts.
 *
 * Returns: g or mm; 0 where nothing was taken
 */
int
tv_repeats_accept (const GArray *repeats, TvQuantity quantity)
{
    if (repeats->len == 0)
        return 0;
    if (repeats->len == 1 || tv_repeats_want_third (repeats, quantity))
        return at (repeats, repeats->len - 1)->value;
    return mean_of_closest (repeats, closest (repeats));
}

/**
 * tv_repeats_want_third:
 *
 * Returns: whether there are two readings, more than the tolerance apart
 */
gboolean
tv_repeats_want_third (const GArray *repeats, TvQuantity quantity)
{
    return repeats->len == 2 && closest (repeats) > tolerance (quantity);
}

/**
 * tv_repeats_agree:
 *
 * Returns: whether two readings confirm each other
 */
gboolean
tv_repeats_agree (const GArray *repeats, TvQuantity quantity)
{
    return repeats->len >= 2 && closest (repeats) <= tolerance (quantity);
}
