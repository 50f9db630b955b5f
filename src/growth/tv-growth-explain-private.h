/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "growth/tv-growth-child.h"

G_BEGIN_DECLS

/* One z-score being explained, and the sentences told so far. Of growth alone. */
typedef struct {
    TvStandard standard;
    TvZKind kind;
    const TvZScore *z;
    gboolean is_told_by_proportion; /* weight-for-height gives the class, BMI-for-age a zone */
    TvGrowthChild child;
    TvTableId table;
    double x; /* where the table is asked: days, months or cm */
    TvLms lms;
    double value; /* what is judged: kg, cm, kg/m² */
    GStrvBuilder *sentences;
} TvGrowthExplanation;

void tv_growth_explanation_take (TvGrowthExplanation *self, char *sentence);
char *tv_growth_explanation_say (double value, int n_decimals);
char *tv_growth_explanation_say_operand (double value, int n_decimals);
char *tv_growth_explanation_say_signed (double value, int n_decimals);
char *tv_growth_explanation_say_value (TvZKind kind, double value, int n_decimals);

void tv_growth_explanation_add_conclusion (TvGrowthExplanation *self);
void tv_growth_explanation_add_row (TvGrowthExplanation *self);
void tv_growth_explanation_add_steps (TvGrowthExplanation *self);

G_END_DECLS
