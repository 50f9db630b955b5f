/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/shell/tv-workspace.h"
#include "workflows/tv-rate-history.h"

G_BEGIN_DECLS

/* What is chosen at the head of the rates page. Borrowed for the length of a call: who needs it
 * longer takes references. */
typedef struct {
    TvWorkspace *workspace;
    TvRates *rates;         /* of the chosen round, with the groups of every split */
    TvRateHistory *history; /* (nullable) until it has been read */
    const TvIndicator *indicator;
    TvSplit split; /* the chosen one; TV_SPLIT_NONE for the whole school alone */
    TvIntervalKind interval;
} TvRatesShown;

/* A part of the rates page under the same choices. Only the one that is seen is shown anything. */
#define TV_TYPE_RATES_SECTION (tv_rates_section_get_type ())
G_DECLARE_INTERFACE (TvRatesSection, tv_rates_section, TV, RATES_SECTION, GtkWidget)

struct _TvRatesSectionInterface {
    GTypeInterface parent_interface;

    void (*show) (TvRatesSection *self, const TvRatesShown *shown);
};

void tv_rates_section_show (TvRatesSection *self, const TvRatesShown *shown);

gboolean tv_rates_shown_holds (const TvRatesShown *shown, const TvRateLine *line);

G_END_DECLS
