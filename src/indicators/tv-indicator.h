/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "growth/tv-growth.h"

G_BEGIN_DECLS

typedef enum {
    TV_POPULATION_UNDER_FIVE, /* rounded day at most 1826 */
    TV_POPULATION_SCHOOL_AGE, /* 60 to 228 months */
} TvPopulation;

typedef enum {
    TV_UNDERWEIGHT,
    TV_SEVERE_UNDERWEIGHT,
    TV_STUNTING,
    TV_SEVERE_STUNTING,
    TV_WASTING,
    TV_SEVERE_WASTING,
    TV_THINNESS,
    TV_SEVERE_THINNESS,
    TV_OVERWEIGHT,
    TV_OBESITY,
    TV_SEVERE_OBESITY,
} TvIndicatorId;

/* How under-fives are counted as overweight: the plan does not say, so the print does. */
typedef enum {
    TV_OVERWEIGHT_BY_WEIGHT_FOR_HEIGHT,
    TV_OVERWEIGHT_BY_BMI_FOR_AGE,
} TvOverweightRule;

/* What is counted: a z beyond a cut-off, strictly. */
typedef struct {
    TvIndicatorId id;
    const char *code; /* "underweight" */
    const char *rule; /* "waz<-2" */
    TvZKind kind;
    gint32 cut_hundredths;
    gboolean is_below;
} TvIndicator;

const TvIndicator *tv_indicators (TvPopulation population, TvOverweightRule rule, guint *n);
const TvIndicator *
tv_indicator_find (TvPopulation population, TvOverweightRule rule, TvIndicatorId id);
const char *tv_indicator_label (TvPopulation population, TvIndicatorId id);
char *tv_indicator_rule_label (const TvIndicator *indicator);

G_END_DECLS
