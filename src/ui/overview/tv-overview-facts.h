/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "workflows/tv-book-gaps.h"
#include "workflows/tv-overview.h"

G_BEGIN_DECLS

/* Which rates have a card, and what is said below the cards. */
gboolean tv_overview_facts_has_card (const TvRates *rates, const TvRateLine *line);
char *tv_overview_facts_write_small (const TvRates *rates);
char *tv_overview_facts_write_rule (const TvRates *rates);

/* The rows of the overview's three lists. */
void tv_overview_facts_add_care (GtkListBox *list, TvOverview *overview, TvBookGaps *gaps);
void tv_overview_facts_add_coverage (GtkListBox *list, TvOverview *overview, TvBookGaps *gaps);
void tv_overview_facts_add_deadlines (GtkListBox *list, TvOverview *overview);
const char *tv_overview_facts_get_children (GtkListBoxRow *row, GArray **children);

G_END_DECLS
