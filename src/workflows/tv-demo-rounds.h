/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-change.h"
#include "workflows/tv-demo-school.h"

G_BEGIN_DECLS

/* A measuring round of the made-up school, as it is to be written. */
typedef struct {
    int year_index;
    int number; /* 1 for the first of its school year */
    TvDate first_day;
    TvDate last_day;
    gboolean is_latest;
    const char *measurer;
} TvDemoRound;

GArray *tv_demo_rounds_plan (const TvDemoSchool *school, const char *measurer);
gboolean tv_demo_round_write (const TvDemoRound *self, TvDemoSchool *school, TvChange *change,
                              GError **error);

G_END_DECLS
