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
    gboolean is_here;    /* today; otherwise left, or not come yet */
    TvMeasurement *last; /* (nullable) latest measured one that counts */
    TvGrowth growth;     /* of it */
    char *words;         /* class in words, "" when never measured */
    TvConcern concern;
    char **search_keys; /* folded name, class, numbers: for tv_roster_entry_matches() */
    char *sort_key;     /* given name first, for strcmp() */
} TvRosterEntry;

/* All children of one school year. Never changes. */
typedef struct {
    GPtrArray *classes; /* of TvRosterClass, in the school's order */
    GPtrArray *entries; /* of TvRosterEntry, in roll order within the classes */
} TvRoster;

gboolean tv_roster_entry_matches (const TvRosterEntry *self, const char *folded_query);

TvRoster *tv_roster_load (TvStore *store, gint64 year_id, GError **error);
void tv_roster_load_async (TvStore *store, gint64 year_id, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data);
TvRoster *tv_roster_load_finish (TvStore *store, GAsyncResult *result, GError **error);
TvRoster *tv_roster_ref (TvRoster *self);
void tv_roster_unref (TvRoster *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvRoster, tv_roster_unref)

G_END_DECLS
