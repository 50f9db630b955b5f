/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workflows/tv-rate-history.h"
#include "workflows/tv-rates-months.h"
#include "workflows/tv-rates.h"

G_BEGIN_DECLS

/* What is asked of a round. */
typedef struct {
    TvRatesQuery query;
    char *since;         /* (nullable): code of the round to compare with; NULL: the one before */
    gboolean has_rounds; /* each round before it is a group, too */
    gboolean is_brief;   /* nothing beside the rates is told */
} TvCliRatesQuestion;

/* All that is told of a round, in whatever format. */
typedef struct {
    TvRates *rates;
    gboolean has_rounds;
    TvRateHistory *history;    /* (nullable): where nobody asked for it */
    const TvRateRound *before; /* (nullable): with which it is compared */
    gboolean is_by_book;       /* overweight is counted as the history of the book counts it */
    TvMonthsReading *months;   /* these three are NULL where only the rates are told */
    GPtrArray *quality;        /* of TvQualityLine */
    GHashTable *by_id;         /* student id to TvRateChild */
} TvCliRatesFacts;

TvCliRatesFacts *
tv_cli_rates_facts_read (TvStore *store, const TvCliRatesQuestion *question, GError **error);
void tv_cli_rates_facts_free (TvCliRatesFacts *self);

const TvRateChild *tv_cli_rates_facts_find (const TvCliRatesFacts *self, gint64 student_id);
gboolean tv_cli_rates_facts_has_past (const TvCliRatesFacts *self, const TvIndicator *indicator);
GArray *tv_cli_rates_facts_follow (const TvCliRatesFacts *self, const TvIndicator *indicator);
TvRateComparison *
tv_cli_rates_facts_compare (const TvCliRatesFacts *self, const TvIndicator *indicator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvCliRatesFacts, tv_cli_rates_facts_free)

G_END_DECLS
