/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "growth/tv-growth.h"

G_BEGIN_DECLS

/* What may be wrong with a weight or height that was typed. A doubt asks; it never forbids. */
typedef enum {
    TV_DOUBT_SWAPPED,       /* weight and height changed places */
    TV_DOUBT_WEIGHT_POINT,  /* 154 for 15.4 */
    TV_DOUBT_HEIGHT_POINT,  /* 1125 for 112.5 */
    TV_DOUBT_METRES,        /* 1.125 for 112.5 */
    TV_DOUBT_LIMITS,        /* beyond WHO's limits of plausibility */
    TV_DOUBT_SHORTER,       /* than last time, by more than 0.5 cm */
    TV_DOUBT_SAME,          /* both values as last time, to the digit */
    TV_DOUBT_WEIGHT_CHANGE, /* by more than 15 % within a quarter */
    TV_DOUBT_Z_JUMP,        /* by more than one standard deviation within a year */
} TvDoubtKind;

#define TV_DOUBT_N_KINDS 9

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
} TvDoubtInput;

typedef struct {
    TvDoubtKind kind;
    TvZKind z_kind;        /* of TV_DOUBT_LIMITS and TV_DOUBT_Z_JUMP: which z tells it */
    int weight_g;          /* what it probably should be; 0 where nobody can say */
    int height_mm;         /* the same */
    gboolean lost_a_digit; /* of TV_DOUBT_METRES: millimetres are gone, better measure again */
} TvDoubt;

guint tv_doubt_find (const TvDoubtInput *input, TvDoubt doubts[TV_DOUBT_N_KINDS]);
const char *tv_doubt_code (TvDoubtKind kind);
char *tv_doubt_sentence (const TvDoubt *doubt, const TvDoubtInput *input);

G_END_DECLS
