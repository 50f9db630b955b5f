/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "workflows/tv-rates.h"

G_BEGIN_DECLS

/* Reports that are due on a day of every year. */
typedef enum {
    TV_DEADLINE_SCHOOL_HEALTH, /* by 10 May */
    TV_DEADLINE_HALF_YEAR,     /* before 5 June */
    TV_DEADLINE_YEAR,          /* before 5 December */
} TvDeadlineKind;

#define TV_DEADLINE_N_KINDS 3

typedef struct {
    TvDeadlineKind kind;
    TvDate due;
    int n_days_left;
} TvDeadline;

/* What the first page shows of a round. Lists are of student ids (gint64). Never changes. */
typedef struct {
    TvRates *rates;            /* (nullable) NULL while the year has no round */
    gboolean has_round_before; /* otherwise the lists hold every case, not only new ones */
    GArray *malnourished;      /* now, and not in the round before */
    GArray *obese;             /* now, and not in the round before */
    GArray *not_measured;      /* though enrolled */
    TvDeadline deadlines[TV_DEADLINE_N_KINDS]; /* the next one first */
} TvOverview;

TvOverview *tv_overview_work_out (TvStore *store, const char *round_code, GError **error);
void tv_overview_work_out_async (TvStore *store, const char *round_code, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
TvOverview *tv_overview_work_out_finish (TvStore *store, GAsyncResult *result, GError **error);
TvOverview *tv_overview_ref (TvOverview *self);
void tv_overview_unref (TvOverview *self);
GArray *tv_overview_list_cases (const TvOverview *self, const TvRateLine *line);
GArray *tv_overview_list_counted (const TvOverview *self, const TvRateLine *line);
const char *tv_deadline_label (TvDeadlineKind kind);
char *tv_deadline_say_due (const TvDeadline *self);
void tv_overview_find_deadlines (TvDate today, TvDeadline deadlines[TV_DEADLINE_N_KINDS]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvOverview, tv_overview_unref)

G_END_DECLS
