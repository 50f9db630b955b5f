/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "growth/tv-growth.h"

G_BEGIN_DECLS

/* What was measured of a child before; NAN and TV_DATE_NONE where nothing was. */
typedef struct {
    TvSex sex;
    TvDate birth_date;
    TvDate date;
    TvPosition position;
    double weight_kg;
    double height_cm;
} TvDoubtBefore;

/* What weight and height a child is expected to have on a day, and how far off is still usual. */
typedef struct {
    TvSex sex;
    double age_days;  /* NAN if not known */
    double height_cm; /* as the table of that age has it; NAN if nothing was before */
    double height_tolerance_cm;
    double weight_kg;        /* NAN if nothing was before */
    double weight_tolerance; /* of the logarithm: 0.1 is about a tenth */
} TvDoubtFit;

void tv_doubt_fit_init (TvDoubtFit *self, const TvDoubtBefore *before, TvDate day);
double tv_doubt_fit_height (const TvDoubtFit *self, double cm, TvPosition position);
double tv_doubt_fit_weight (const TvDoubtFit *self, double kg, double cm);
double tv_doubt_fit_misfit (const TvDoubtFit *self, double kg, double cm, TvPosition position);

G_END_DECLS
