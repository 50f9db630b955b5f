/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-measurement.h"
#include "records/tv-student.h"

G_BEGIN_DECLS

/* What becomes of a measurement when two records are put together. */
typedef enum {
    TV_DUPLICATE_STAYS, /* of the record that stays, as it was */
    TV_DUPLICATE_MOVES, /* of the other record, to the one that stays */
    TV_DUPLICATE_ONCE,  /* both records have it: one of the two goes */
} TvDuplicateFate;

/* Owned by its list. */
typedef struct {
    TvMeasurement *measurement; /* as it is now */
    TvMeasurement *planned;     /* as it will be; its id may be another record's */
    TvDuplicateFate fate;
    gint64 gone_id;       /* which row goes where both have it; else 0 */
    gboolean is_left_out; /* it counts no more: another of the same round does */
} TvDuplicateVisit;

/* What becomes of a place in a class. Owned by its list. */
typedef struct {
    TvEnrolment *planned; /* (nullable): as it will be; NULL: it goes */
    gint64 id;            /* of the row; 0: a new one */
    gboolean is_kept;     /* it is of the record that stays */
} TvDuplicatePlace;

GPtrArray *
tv_duplicate_plan_visits (gint64 student_id, GPtrArray *kept, GPtrArray *gone, const char *reason);
GPtrArray *tv_duplicate_plan_places (gint64 student_id, GPtrArray *kept, GPtrArray *gone);

G_END_DECLS
