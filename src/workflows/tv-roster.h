/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "growth/tv-growth.h"
#include "growth/tv-growth-class.h"
#include "records/tv-measurement.h"
#include "records/tv-school.h"
#include "records/tv-student.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

/* A class of the year with how many sit in it. Owned by its #TvRoster. */
typedef struct {
    TvClass *class_;
    guint n_students;
} TvRosterClass;

/* A child of the year, in the class where it sits or sat last: last measured when, how that child
 * does. Owned by its #TvRoster. */
typedef struct {
    TvStudent *student;
    TvEnrolment *enrolment;
    TvClass *class_;
    gboolean is_here;    /* today, or to the year's end; of a round: on its day */
    const char *gone;    /* (nullable) for people: that the child is no longer at the school */
    TvMeasurement *last; /* (nullable) latest measured one that counts; of a round: its own */
    TvGrowth growth;     /* of it */
    char *words;         /* class in words; "" when never measured; of a round: why not counted */
    TvConcern concern;
    char *search_text; /* folded name, class, numbers, one a line: for tv_roster_entry_matches() */
    char *sort_key;    /* given name first, for strcmp() */
} TvRosterEntry;

/* All children of one school year, or of one round of it. Never changes. */
typedef struct {
    GPtrArray *classes;        /* of TvRosterClass, in the school's order */
    GPtrArray *chosen_classes; /* of TvRosterClass, of the year asked for, whatever the round's */
    GPtrArray *entries;        /* of TvRosterEntry, in roll order within the classes */
} TvRoster;

gboolean tv_roster_entry_matches (const TvRosterEntry *self, const char *folded_query);

TvRoster *tv_roster_load (TvStore *store, gint64 year_id, GError **error);
TvRoster *tv_roster_load_round (TvStore *store, gint64 round_id, gint64 year_id, GError **error);
void tv_roster_load_async (TvStore *store, gint64 year_id, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data);
void tv_roster_load_round_async (TvStore *store, gint64 round_id, gint64 year_id,
                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data);
TvRoster *tv_roster_load_finish (TvStore *store, GAsyncResult *result, GError **error);
TvRoster *tv_roster_ref (TvRoster *self);
void tv_roster_unref (TvRoster *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvRoster, tv_roster_unref)

G_END_DECLS
