/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "growth/tv-doubt.h"

G_BEGIN_DECLS

/* What a hand does to a row that was measured well. */
typedef enum {
    TV_SLIP_SWAPPED,
    TV_SLIP_WEIGHT_POINT_LOST,
    TV_SLIP_HEIGHT_POINT_LOST,
    TV_SLIP_WEIGHT_POINT_MOVED,
    TV_SLIP_HEIGHT_POINT_MOVED,
    TV_SLIP_METRES,
    TV_SLIP_WEIGHT_DIGITS,
    TV_SLIP_HEIGHT_DIGITS,
    TV_SLIP_NEIGHBOUR,
    TV_SLIP_COPIED,
    TV_SLIP_COPIED_HEIGHT,
    TV_SLIP_POSITION,
    TV_SLIP_TEN_CENTIMETRES,
    TV_SLIP_FIVE_CENTIMETRES,
    TV_SLIP_FIVE_KILOGRAMS,
} TvSlip;

#define TV_N_SLIPS 15

/* What is known of the children whose rows are simulated. */
typedef enum {
    TV_SIMULATION_FIRST,   /* nothing was measured before */
    TV_SIMULATION_CAREFUL, /* last time is known, both were measured to 2 mm */
    TV_SIMULATION_HURRIED, /* the same, with readings of 0.5 cm and 0.2 kg */
} TvSimulationCase;

#define TV_N_SIMULATION_CASES 3

typedef struct {
    guint n_rows;
    guint n_asked; /* with any question */
    guint n_right; /* with the right one first, its proposal right, too */
} TvSimulationCount;

typedef struct {
    TvSimulationCount good;
    guint n_false[TV_DOUBT_N_KINDS]; /* of the good ones: what was asked first */
    TvSimulationCount slips[TV_N_SLIPS];
} TvDoubtSimulation;

void tv_doubt_simulate (guint n_children, TvDoubtSimulation simulations[TV_N_SIMULATION_CASES]);
const char *tv_slip_name (TvSlip slip);
const char *tv_simulation_case_name (TvSimulationCase which);
double tv_simulation_asked (const TvSimulationCount *count);
double tv_simulation_right (const TvSimulationCount *count);

G_END_DECLS
