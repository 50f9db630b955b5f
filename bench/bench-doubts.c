/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How many slips of a hand get a question, and how many good rows get one for nothing: rows of
 * three practice schools, spoilt on purpose. It measures no time and has no yardstick. */

#include "tests/workflows/tv-doubt-simulation.h"

#define N_CHILDREN 1000

static void
print_case (TvSimulationCase which, const TvDoubtSimulation *simulation)
{
    g_print ("\nQuestions, %s: %u good rows, %.2f in 1,000 questioned for nothing\n",
             tv_simulation_case_name (which), simulation->good.n_rows,
             1000 * tv_simulation_asked (&simulation->good));
    for (int kind = 0; kind < TV_DOUBT_N_KINDS; kind++) {
        if (simulation->n_false[kind] > 0)
            g_print ("    %-36s %6.2f in 1,000\n", tv_doubt_code (kind),
                     1000.0 * simulation->n_false[kind] / simulation->good.n_rows);
    }
    g_print ("  %-36s %8s %9s %9s\n", "slip", "rows", "asked", "right");
    for (int slip = 0; slip < TV_N_SLIPS; slip++) {
        const TvSimulationCount *count = &simulation->slips[slip];

        if (count->n_rows > 0)
            g_print ("  %-36s %8u %7.1f %% %7.1f %%\n", tv_slip_name (slip), count->n_rows,
                     100 * tv_simulation_asked (count), 100 * tv_simulation_right (count));
    }
}

int
main (void)
{
    TvDoubtSimulation simulations[TV_N_SIMULATION_CASES];

    tv_doubt_simulate (N_CHILDREN, simulations);
    for (int which = 0; which < TV_N_SIMULATION_CASES; which++)
        print_case (which, &simulations[which]);
    return 0;
}
