/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-measurement.h"

G_BEGIN_DECLS

/* How far apart two readings of one child may be; more asks for a third. */
#define TV_REPEATS_WEIGHT_G 100
#define TV_REPEATS_HEIGHT_MM 7

/* What a scale or a board showed for a child once. */
typedef struct {
    int value;     /* g or mm, of the child alone */
    int with_g;    /* in somebody's arms: what the scale showed with the child, else 0 */
    int without_g; /* and without it */
} TvRepeat;

GArray *tv_repeats_list (const TvMeasurement *measurement, TvQuantity quantity);
int tv_repeats_accept (const GArray *repeats, TvQuantity quantity);
gboolean tv_repeats_want_third (const GArray *repeats, TvQuantity quantity);
gboolean tv_repeats_agree (const GArray *repeats, TvQuantity quantity);

G_END_DECLS
