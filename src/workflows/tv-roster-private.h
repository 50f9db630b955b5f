/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-store-roster.h"
#include "workflows/tv-roster.h"

G_BEGIN_DECLS

/* What the rosters of a year and of a round are both made of. */

TvRoster *
_tv_roster_new (TvConnection *connection, gint64 year_id, gint64 chosen_year_id, GError **error);
TvRosterEntry *_tv_roster_entry_new (const TvRosterRow *row);
void _tv_roster_entry_take (TvRosterEntry *entry, TvMeasurement *measurement);
void _tv_roster_entry_take_nothing (TvRosterEntry *entry, const char *words);
GHashTable *_tv_roster_choose_places (GPtrArray *rows, TvDate today);

G_END_DECLS
