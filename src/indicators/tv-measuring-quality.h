/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicators/tv-prevalence.h"
#include "indicators/tv-z-distribution.h"

G_BEGIN_DECLS

/* The fewest values from which a digit pattern or a spread means anything. */
#define TV_QUALITY_FEWEST 50

/* The last digits of what was written down: tenths of a centimetre, tenths of a kilogram. */
typedef struct {
    guint n;
    guint digits[10];
    guint n_whole;      /* whole centimetres, whole kilograms */
    double score;       /* digit preference score, 0 even to 100; NAN where n is 0 */
    double score_limit; /* what chance alone stays under 95 times in 100; NAN where n is 0 */
    gboolean is_uneven; /* enough values, beyond chance, and beyond what surveys accept */
} TvDigitPattern;

/* A child that was to be measured. Values that are missing are 0. */
typedef struct {
    const TvSubject *subject; /* NULL where nothing was measured */
    int weight_g;
    int height_mm;
    int last_weight_g; /* of the round before */
    int last_height_mm;
} TvQualityChild;

/* In which counts a child stands. */
typedef enum {
    TV_QUALITY_TO_MEASURE = 1 << 0, /* every child */
    TV_QUALITY_MEASURED = 1 << 1,   /* a weight and a height were taken */
    TV_QUALITY_MISSING = 1 << 2,    /* one of them, or both, were not */
    TV_QUALITY_WHOLE_KG = 1 << 3,
    TV_QUALITY_WHOLE_CM = 1 << 4,
    TV_QUALITY_SCORED = 1 << 5,
    TV_QUALITY_FLAGGED = 1 << 6,
    TV_QUALITY_COMPARED = 1 << 7,
    TV_QUALITY_REPEATED = 1 << 8,
} TvQualityCounts;

/* How well a group was measured. */
typedef struct {
    guint n_children;
    guint n_missing; /* a weight or a height, or both, were not taken */
    TvDigitPattern weight;
    TvDigitPattern height;
    TvZDistribution z[TV_Z_N_KINDS]; /* by TvZKind */
    guint n_scored;                  /* children with a z */
    guint n_flagged;                 /* of these, with one beyond WHO's limits */
    guint n_compared;                /* children with both values now and in the round before */
    guint n_repeated;                /* of these, with the same two to the digit */
} TvMeasuringQuality;

TvQualityCounts tv_measuring_quality_add (TvMeasuringQuality *self, const TvQualityChild *child);
void tv_measuring_quality_close (TvMeasuringQuality *self);
char **tv_measuring_quality_remarks (const TvMeasuringQuality *self);

G_END_DECLS
