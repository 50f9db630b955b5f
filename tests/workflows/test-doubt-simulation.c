/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bounds on what docs/METHODS.md says of the questions: how many slips get one, and how many good
 * rows get one for nothing. The figures are those of ./dev bench, with some room. */

#include "tests/workflows/tv-doubt-simulation.h"

#define N_CHILDREN 250

/* In percent, at least. */
typedef struct {
    TvSlip slip;
    int asked;
    int right;
} Bound;

static TvDoubtSimulation simulations[TV_N_SIMULATION_CASES];

static void
assert_bounds (TvSimulationCase which, const Bound *bounds, guint n_bounds)
{
    for (guint i = 0; i < n_bounds; i++) {
        const TvSimulationCount *count = &simulations[which].slips[bounds[i].slip];
        double asked = 100 * tv_simulation_asked (count), right = 100 * tv_simulation_right (count);

        g_test_message ("%s, %s: %u rows, asked %.1f %%, right %.1f %%",
                        tv_simulation_case_name (which), tv_slip_name (bounds[i].slip),
                        count->n_rows, asked, right);
        g_assert_cmpuint (count->n_rows, >, 1000);
        g_assert_cmpfloat (asked, >=, bounds[i].asked);
        g_assert_cmpfloat (right, >=, bounds[i].right);
    }
}

static void
assert_false_alarms (TvSimulationCase which, double per_1000)
{
    double asked = 1000 * tv_simulation_asked (&simulations[which].good);

    g_test_message ("%s: %u good rows, %.2f in 1,000 questioned", tv_simulation_case_name (which),
                    simulations[which].good.n_rows, asked);
    g_assert_cmpfloat (asked, <=, per_1000);
}

/* Whatever no child can have is seen the first time as well as later, with the right proposal. */
static void
test_impossible (gconstpointer which)
{
    static const Bound bounds[] = {
        { TV_SLIP_SWAPPED, 99, 99 },
        { TV_SLIP_WEIGHT_POINT_LOST, 99, 99 },
        { TV_SLIP_HEIGHT_POINT_LOST, 99, 99 },
        { TV_SLIP_WEIGHT_POINT_MOVED, 99, 99 },
        { TV_SLIP_HEIGHT_POINT_MOVED, 99, 99 },
        { TV_SLIP_METRES, 99, 99 },
        { TV_SLIP_POSITION, 99, 98 },
    };

    assert_bounds (GPOINTER_TO_INT (which), bounds, G_N_ELEMENTS (bounds));
}

static void
test_first (void)
{
    static const Bound bounds[] = {
        { TV_SLIP_WEIGHT_DIGITS, 32, 29 },
        { TV_SLIP_HEIGHT_DIGITS, 43, 40 },
    };

    assert_bounds (TV_SIMULATION_FIRST, bounds, G_N_ELEMENTS (bounds));
    assert_false_alarms (TV_SIMULATION_FIRST, 1);
}

static void
test_measured_before (gconstpointer which)
{
    static const Bound bounds[] = {
        { TV_SLIP_WEIGHT_DIGITS, 66, 55 },    { TV_SLIP_HEIGHT_DIGITS, 77, 70 },
        { TV_SLIP_NEIGHBOUR, 82, 73 },        { TV_SLIP_COPIED, 99, 99 },
        { TV_SLIP_COPIED_HEIGHT, 78, 74 },    { TV_SLIP_TEN_CENTIMETRES, 99, 99 },
        { TV_SLIP_FIVE_CENTIMETRES, 85, 85 }, { TV_SLIP_FIVE_KILOGRAMS, 66, 66 },
    };

    assert_bounds (GPOINTER_TO_INT (which), bounds, G_N_ELEMENTS (bounds));
    assert_false_alarms (GPOINTER_TO_INT (which),
                         GPOINTER_TO_INT (which) == TV_SIMULATION_HURRIED ? 12 : 1);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    tv_doubt_simulate (N_CHILDREN, simulations);
    g_test_add_data_func ("/doubt-simulation/impossible-first",
                          GINT_TO_POINTER (TV_SIMULATION_FIRST), test_impossible);
    g_test_add_data_func ("/doubt-simulation/impossible-later",
                          GINT_TO_POINTER (TV_SIMULATION_HURRIED), test_impossible);
    g_test_add_func ("/doubt-simulation/first", test_first);
    g_test_add_data_func ("/doubt-simulation/careful", GINT_TO_POINTER (TV_SIMULATION_CAREFUL),
                          test_measured_before);
    g_test_add_data_func ("/doubt-simulation/hurried", GINT_TO_POINTER (TV_SIMULATION_HURRIED),
                          test_measured_before);
    return g_test_run ();
}
