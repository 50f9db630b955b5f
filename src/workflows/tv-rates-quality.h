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

typedef struct {
    TvQualitySplit split;
    char *group; /* for people: the whole round, a class, whoever measured */
    TvMeasuringQuality quality;
} TvQualityLine;

GPtrArray *tv_rates_check_quality (const TvRates *rates, const TvRateRound *before);

G_END_DECLS
