/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicators/tv-measuring-quality.h"
#include "workflows/tv-rate-history.h"

G_BEGIN_DECLS

typedef enum {
    TV_QUALITY_OF_ROUND,
    TV_QUALITY_OF_CLASS,
    TV_QUALITY_OF_MEASURER,
} TvQualitySplit;

/* A child of a line. */
typedef struct {
    gint64 student_id;
    TvQualityCounts counts; /* in which it stands */
} TvQualityMember;

typedef struct {
    TvQualitySplit split;
    char *group; /* for people: the whole round, a class, whoever measured */
    TvMeasuringQuality quality;
    GArray *members; /* of TvQualityMember: quality.n_children of them, as the round has them */
} TvQualityLine;

GPtrArray *tv_rates_check_quality (const TvRates *rates, const TvRateRound *before);
GArray *tv_quality_line_list (const TvQualityLine *self, TvQualityCounts counts);

G_END_DECLS
