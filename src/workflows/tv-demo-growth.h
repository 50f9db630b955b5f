/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-measurement.h"
#include "records/tv-student.h"

G_BEGIN_DECLS

/* How a made-up child grows: where it stands among others, in standard deviations, and where it
 * drifts to in a year. */
typedef struct {
    TvDate since; /* the day it stood there */
    double height;
    double bmi;
    double height_drift;
    double bmi_drift;
    double height_cm; /* when it was measured last: nobody shrinks */
} TvDemoGrowth;

void tv_demo_growth_init (TvDemoGrowth *self, GRand *random, TvDate since);
void tv_demo_growth_measure (TvDemoGrowth *self, GRand *random, TvSex sex, TvDate birth_date,
                             TvDate day, int *height_mm, int *weight_g);

double tv_demo_gauss (GRand *random);
gboolean tv_demo_chance (GRand *random, double probability);

G_END_DECLS
