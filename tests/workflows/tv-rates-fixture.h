/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-student.h"
#include "workflows/tv-rates.h"

G_BEGIN_DECLS

/* A record book in a folder of its own, on 2026-09-20. */
typedef struct {
    char *folder;
    TvClock *clock;
    TvStore *store;
} TvRatesFixture;

#define TV_RATES_SAMPLE_ROUNDS 3

/* What was found in one round; without weight and height the child was not called up. */
typedef struct {
    int weight_g;
    int height_mm;
    const char *measurer;
    const char *excluded_reason;
    TvMeasurementState state;
} TvRatesSampleValue;

/* A boy of a made-up kindergarten; keys are given in order, from 1. */
typedef struct {
    const char *name;
    const char *class_name;
    int birth[3];
    TvRatesSampleValue values[TV_RATES_SAMPLE_ROUNDS]; /* 2025-1, 2025-2 and 2026-1 */
} TvRatesSample;

void tv_rates_fixture_set_up (TvRatesFixture *self, gconstpointer data);
void tv_rates_fixture_tear_down (TvRatesFixture *self, gconstpointer data);
void tv_rates_fixture_fill (TvRatesFixture *self, const TvRatesSample *children, guint n);
void tv_rates_fixture_practise (TvRatesFixture *self, TvLevel level, guint n_students);
TvRates *tv_rates_fixture_work_out (TvRatesFixture *self, const char *round_code,
                                    TvPopulation population, TvSplit split);
char *tv_rates_fixture_names (const TvRates *rates, const GArray *student_ids);

G_END_DECLS
