/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "growth/tv-growth-class.h"
#include "growth/tv-growth.h"
#include "records/tv-measurement.h"
#include "records/tv-school.h"
#include "records/tv-student.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

/* A stay in a class. Owned by its #TvChild. */
typedef struct {
    TvEnrolment *enrolment;
    TvClass *class_;
    TvSchoolYear *year;
} TvChildPlace;

/* A day on which the child was measured, or was to be. Owned by its #TvChild. */
typedef struct {
    TvMeasurement *measurement;
    TvGrowth growth;
    char *words; /* class in words, "" where there is none */
    TvConcern concern;
} TvChildVisit;

/* Everything the page of one child shows. Never changes. */
typedef struct {
    TvStudent *student;
    GPtrArray *places;         /* of TvChildPlace, the latest first */
    GPtrArray *visits;         /* of TvChildVisit, the earliest first */
    const TvChildPlace *place; /* (nullable) in the year asked for, else the latest */
    const TvChildVisit *last;  /* (nullable) the latest visit that counts and has a value */
    char *sentence;            /* how the child does, in words */
} TvChild;

TvChild *tv_child_load (TvStore *store, gint64 student_id, gint64 year_id, GError **error);
void
tv_child_load_async (TvStore *store, gint64 student_id, gint64 year_id, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer user_data);
TvChild *tv_child_load_finish (TvStore *store, GAsyncResult *result, GError **error);
TvChild *
tv_child_read (TvConnection *connection, gint64 student_id, gint64 year_id, GError **error);
TvChild *tv_child_ref (TvChild *self);
void tv_child_unref (TvChild *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvChild, tv_child_unref)

TvChildVisit *tv_child_visit_new (const TvStudent *student, TvMeasurement *measurement);
void tv_child_visit_free (TvChildVisit *self);
char *tv_child_visit_sentence (const TvChildVisit *visit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvChildVisit, tv_child_visit_free)

char *tv_age_text (TvDate birth_date, TvDate day);

G_END_DECLS
