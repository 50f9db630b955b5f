/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "growth/tv-growth.h"

G_BEGIN_DECLS

/* What may be wrong with a weight or height that was typed. A doubt asks; it never forbids. */
typedef enum {
    TV_DOUBT_SWAPPED,       /* weight and height changed places */
    TV_DOUBT_WEIGHT_POINT,  /* 154 or 1.54 for 15.4 */
    TV_DOUBT_HEIGHT_POINT,  /* 1125 or 11.25 for 112.5 */
    TV_DOUBT_METRES,        /* 1.125 for 112.5 */
    TV_DOUBT_NEIGHBOUR,     /* the values of the child one row above or below */
    TV_DOUBT_WEIGHT_DIGITS, /* 51.4 for 15.4 */
    TV_DOUBT_HEIGHT_DIGITS, /* 121.5 for 112.5 */
    TV_DOUBT_LIMITS,        /* beyond WHO's limits of plausibility */
    TV_DOUBT_SHORTER,       /* than last time, by more than 0.5 cm */
    TV_DOUBT_HEIGHT_CHANGE, /* grown more than children do in that time */
    TV_DOUBT_SAME,          /* as last time, to the digit */
    TV_DOUBT_WEIGHT_CHANGE, /* gained or lost more than children do in that time */
    TV_DOUBT_Z_JUMP,        /* by more than one standard deviation within a year */
    TV_DOUBT_POSITION,      /* standing before the second birthday, or lying after it */
    TV_DOUBT_READINGS,      /* measured twice, and the two are too far apart */
} TvDoubtKind;

#define TV_DOUBT_N_KINDS 15

typedef enum {
    TV_DOUBT_ABOVE,
    TV_DOUBT_BELOW,
} TvDoubtSide;

#define TV_DOUBT_N_SIDES 2

/* A child beside the one that is measured: what stands in its row by now, and what was measured of
 * it last time. NAN where there is no value. */
typedef struct {
    const char *name; /* NULL where there is no such child */
    TvSex sex;
    TvDate birth_date;
    double weight_kg;
    double height_cm;
    TvDate previous_date; /* TV_DATE_NONE before the first measurement */
    TvPosition previous_position;
    double previous_weight_kg;
    double previous_height_cm;
} TvDoubtNeighbour;

/* What is known where a value is typed. Numbers are as typed, even where no child could have
 * them; NAN where there is none. Before the first measurement previous_date is TV_DATE_NONE. */
typedef struct {
    TvSex sex;
    TvDate birth_date;
    TvDate date;
    TvPosition position;
    double weight_kg;
    double height_cm;
    TvDate previous_date;
    TvPosition previous_position;
    double previous_weight_kg;
    double previous_height_cm;
    TvDoubtNeighbour neighbours[TV_DOUBT_N_SIDES]; /* all 0 where nobody knows them */
} TvDoubtInput;

typedef struct {
    TvDoubtKind kind;
    TvZKind z_kind;        /* of LIMITS, SAME, Z_JUMP and READINGS: which z the value decides */
    int weight_g;          /* what it probably should be; 0 where nobody can say */
    int height_mm;         /* the same */
    gboolean lost_a_digit; /* the last one is gone with the decimal sign, better measure again */
    TvPosition position;   /* of POSITION: what it probably was */
    TvDoubtSide side;      /* of NEIGHBOUR: whose values these probably are */
    gboolean is_slip;      /* of NEIGHBOUR: the row on the other side has this child's values */
    gboolean can_exchange; /* of NEIGHBOUR: its row is empty, or has this child's values */
    int readings[2];       /* of READINGS: g or mm, in the order in which they were taken */
} TvDoubt;

guint tv_doubt_find (const TvDoubtInput *input, TvDoubt doubts[TV_DOUBT_N_KINDS]);
gboolean tv_doubt_has_proposal (const TvDoubt *doubt);
gboolean tv_doubt_is_about (const TvDoubt *doubt, TvQuantity quantity);
const char *tv_doubt_code (TvDoubtKind kind);
char *tv_doubt_sentence (const TvDoubt *doubt, const TvDoubtInput *input);

G_END_DECLS
