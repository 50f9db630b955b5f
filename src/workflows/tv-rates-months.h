/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "growth/tv-growth-class.h"
#include "workflows/tv-rates.h"

G_BEGIN_DECLS

/* A child whose class is another one when the tables are read at completed months. */
typedef struct {
    guint child; /* index into the rates' children */
    TvZKind kind;
    int completed_months;
    gint32 exact_hundredths; /* TV_Z_NONE for none */
    gint32 months_hundredths;
    TvGrowthClass exact_class;
    TvGrowthClass months_class;
} TvMonthsDifference;

/* The whole school read at completed months, beside the exact day. Never changes. */
typedef struct {
    GArray *differences; /* of TvMonthsDifference, in the order of the children */
    guint n_children;    /* of these, each counted once */
    GArray *rates;       /* of TvRate, one for each indicator of the population, in their order */
} TvMonthsReading;

TvMonthsReading *tv_rates_read_in_months (const TvRates *rates);
void tv_months_reading_free (TvMonthsReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvMonthsReading, tv_months_reading_free)

G_END_DECLS
