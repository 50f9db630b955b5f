/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which value counts of a child that was measured more than once, at the borders of the rule. */

#include "records/tv-repeats.h"

#define MAX_READINGS 5

typedef struct {
    TvQuantity quantity;
    int readings[MAX_READINGS]; /* up to the first 0 */
    guint n_repeats;
    int accepted;
    gboolean wants_third;
    gboolean agree;
} Case;

static const Case cases[] = {
    { TV_QUANTITY_HEIGHT, { 0 }, 0, 0, FALSE, FALSE },
    { TV_QUANTITY_HEIGHT, { 1010 }, 1, 1010, FALSE, FALSE },
    /* 0.7 cm and 0.1 kg are not more than themselves. */
    { TV_QUANTITY_HEIGHT, { 1010, 1017 }, 2, 1014, FALSE, TRUE },
    { TV_QUANTITY_HEIGHT, { 1010, 1018 }, 2, 1018, TRUE, FALSE },
    { TV_QUANTITY_HEIGHT, { 1018, 1010 }, 2, 1010, TRUE, FALSE },
    { TV_QUANTITY_WEIGHT, { 15400, 15500 }, 2, 15450, FALSE, TRUE },
    { TV_QUANTITY_WEIGHT, { 15400, 15501 }, 2, 15501, TRUE, FALSE },
    { TV_QUANTITY_WEIGHT, { 15400, 15400 }, 2, 15400, FALSE, TRUE },
    /* A half goes up. */
    { TV_QUANTITY_HEIGHT, { 1010, 1011 }, 2, 1011, FALSE, TRUE },
    { TV_QUANTITY_HEIGHT, { 1011, 1010 }, 2, 1011, FALSE, TRUE },
    /* The closest two, wherever they stand. */
    { TV_QUANTITY_HEIGHT, { 1010, 1030, 1012 }, 3, 1011, FALSE, TRUE },
    { TV_QUANTITY_HEIGHT, { 1154, 1012, 1010 }, 3, 1011, FALSE, TRUE },
    { TV_QUANTITY_WEIGHT, { 154000, 15400, 15480 }, 3, 15440, FALSE, TRUE },
    /* Equally far apart: the middle one. */
    { TV_QUANTITY_HEIGHT, { 1000, 1010, 1020 }, 3, 1010, FALSE, FALSE },
    { TV_QUANTITY_HEIGHT, { 1020, 1000, 1010 }, 3, 1010, FALSE, FALSE },
    { TV_QUANTITY_HEIGHT, { 1000, 1005, 1010 }, 3, 1005, FALSE, TRUE },
    /* Three that are all too far apart ask for no fourth. */
    { TV_QUANTITY_HEIGHT, { 1000, 1010, 1030 }, 3, 1005, FALSE, FALSE },
    { TV_QUANTITY_HEIGHT, { 1000, 1010, 1030, 1031 }, 4, 1031, FALSE, TRUE },
    { TV_QUANTITY_HEIGHT, { 1010, 1010, 1010 }, 3, 1010, FALSE, TRUE },
    /* In somebody's arms: two numbers, one reading. */
    { TV_QUANTITY_WEIGHT, { 68400, -53100 }, 1, 15300, FALSE, FALSE },
    { TV_QUANTITY_WEIGHT, { 68400, -53100, 15400 }, 2, 15350, FALSE, TRUE },
    { TV_QUANTITY_WEIGHT, { 68400, -53100, 68600, -53100 }, 2, 15500, TRUE, FALSE },
    { TV_QUANTITY_WEIGHT, { 15600, 68400, -53100, 15400 }, 3, 15350, FALSE, TRUE },
};

static TvMeasurement *
make (const Case *one)
{
    TvReading readings[MAX_READINGS + 1] = { { one->quantity, one->readings[0] } };
    TvMeasurement values = { .readings = readings };
    guint n_readings = 0;

    /* One of the other quantity in between is none of this. */
    for (guint i = 0; i < MAX_READINGS && one->readings[i]; i++) {
        readings[n_readings++] = (TvReading){ one->quantity, one->readings[i] };
        if (i == 0)
            readings[n_readings++] = (TvReading){ !one->quantity, 777 };
    }
    values.n_readings = n_readings;
    return tv_measurement_new (&values);
}

static void
test_accepted (void)
{
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        const Case *one = &cases[i];
        g_autoptr (TvMeasurement) measurement = make (one);
        g_autoptr (GArray) repeats = tv_repeats_list (measurement, one->quantity);

        g_test_message ("case %u", i);
        g_assert_cmpuint (repeats->len, ==, one->n_repeats);
        g_assert_cmpint (tv_repeats_accept (repeats, one->quantity), ==, one->accepted);
        g_assert_cmpint (tv_repeats_want_third (repeats, one->quantity), ==, one->wants_third);
        g_assert_cmpint (tv_repeats_agree (repeats, one->quantity), ==, one->agree);
    }
}

/* Both numbers above zero, as books had them at first. */
static void
test_old_pairs (void)
{
    TvReading arms[] = { { TV_QUANTITY_WEIGHT, 68400 }, { TV_QUANTITY_WEIGHT, 53100 } };
    TvReading twice[] = { { TV_QUANTITY_WEIGHT, 30600 }, { TV_QUANTITY_WEIGHT, 15300 } };
    TvMeasurement values = { .weight_g = 15300, .readings = arms, .n_readings = 2 };
    g_autoptr (TvMeasurement) carried = tv_measurement_new (&values);
    g_autoptr (GArray) of_carried = tv_repeats_list (carried, TV_QUANTITY_WEIGHT);
    g_autoptr (TvMeasurement) weighed = NULL;
    g_autoptr (GArray) of_weighed = NULL;

    g_assert_cmpuint (of_carried->len, ==, 1);
    g_assert_cmpint (g_array_index (of_carried, TvRepeat, 0).value, ==, 15300);
    g_assert_cmpint (g_array_index (of_carried, TvRepeat, 0).with_g, ==, 68400);
    g_assert_cmpint (g_array_index (of_carried, TvRepeat, 0).without_g, ==, 53100);
    values.readings = twice;
    weighed = tv_measurement_new (&values);
    of_weighed = tv_repeats_list (weighed, TV_QUANTITY_WEIGHT);
    g_assert_cmpuint (of_weighed->len, ==, 2);
}

/* What stands below zero without anything before it is left out, not taken for a weight. */
static void
test_odd_readings (void)
{
    TvReading readings[] = { { TV_QUANTITY_WEIGHT, -53100 },
                             { TV_QUANTITY_WEIGHT, 68400 },
                             { TV_QUANTITY_WEIGHT, -53100 },
                             { TV_QUANTITY_WEIGHT, -53000 } };
    TvMeasurement values = { .readings = readings, .n_readings = G_N_ELEMENTS (readings) };
    g_autoptr (TvMeasurement) measurement = tv_measurement_new (&values);
    g_autoptr (GArray) repeats = tv_repeats_list (measurement, TV_QUANTITY_WEIGHT);
    g_autoptr (GArray) none = tv_repeats_list (NULL, TV_QUANTITY_WEIGHT);

    g_assert_cmpuint (repeats->len, ==, 1);
    g_assert_cmpint (tv_repeats_accept (repeats, TV_QUANTITY_WEIGHT), ==, 15300);
    g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/records/repeats/accepted", test_accepted);
    g_test_add_func ("/records/repeats/old-pairs", test_old_pairs);
    g_test_add_func ("/records/repeats/odd-readings", test_odd_readings);
    return g_test_run ();
}
