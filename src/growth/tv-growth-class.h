/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "growth/tv-growth.h"

G_BEGIN_DECLS

/* What a z-score says in words; the Vietnamese terms are the handbook's. */
typedef enum {
    TV_CLASS_NONE,
    TV_CLASS_NORMAL,
    TV_CLASS_UNDERWEIGHT,
    TV_CLASS_SEVERELY_UNDERWEIGHT,
    TV_CLASS_HIGH_WEIGHT, /* high weight for age: a zone of the chart, not overweight */
    TV_CLASS_STUNTED,
    TV_CLASS_SEVERELY_STUNTED,
    TV_CLASS_TALL,
    TV_CLASS_WASTED, /* under five, weight-for-height */
    TV_CLASS_SEVERELY_WASTED,
    TV_CLASS_THIN, /* school age, BMI-for-age */
    TV_CLASS_SEVERELY_THIN,
    TV_CLASS_OVERWEIGHT,
    TV_CLASS_OBESE,
    TV_CLASS_SEVERELY_OBESE,
    TV_CLASS_IMPLAUSIBLE, /* beyond WHO's limits: says nothing of the child until measured again */
} TvGrowthClass;

/* How much somebody should care, for shape, colour and order. */
typedef enum {
    TV_CONCERN_UNKNOWN,
    TV_CONCERN_NONE,
    TV_CONCERN_LOW_MODERATE,
    TV_CONCERN_LOW_SEVERE,
    TV_CONCERN_HIGH_MODERATE,
    TV_CONCERN_HIGH_SEVERE,
    TV_CONCERN_QUESTION, /* of the value, not of the child */
} TvConcern;

TvGrowthClass tv_growth_class (TvStandard standard, TvZKind kind, gint32 hundredths);
TvConcern tv_growth_class_concern (TvGrowthClass growth_class);
const char *tv_growth_class_label (TvGrowthClass growth_class);
TvGrowthClass tv_growth_main_class (const TvGrowth *growth);
gboolean tv_growth_is_undernourished (const TvGrowth *growth);
gboolean tv_growth_is_overweight (const TvGrowth *growth);
gboolean tv_growth_is_obese (const TvGrowth *growth);
char *tv_growth_words (const TvGrowth *growth);
const char *tv_z_kind_label (TvZKind kind);
const char *tv_z_kind_code (TvZKind kind); /* waz haz whz baz */

G_END_DECLS
