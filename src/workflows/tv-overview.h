/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "workflows/tv-rates.h"

G_BEGIN_DECLS

/* Why somebody should look at some children. */
typedef enum {
    TV_CARE_MALNOURISHED, /* now, and not in the round before */
    TV_CARE_OBESE,        /* now, and not in the round before */
    TV_CARE_DOUBTFUL,     /* a value raises a question that nobody has answered */
    TV_CARE_NOT_MEASURED, /* in this round, though enrolled */
    TV_CARE_INCOMPLETE,   /* without birth date or sex no class can be told */
} TvCareKind;

#define TV_CARE_N_KINDS 5

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

/* What the first page shows of a year and a round. Never changes. */
typedef struct {
    TvRates *rates;            /* (nullable) of the round; NULL while the year has none */
    gboolean has_round_before; /* otherwise the care lists hold every case, not only new ones */
    guint n_students;          /* enrolled now */
    guint n_with_birth_date;
    guint n_with_sex;
    guint n_with_personal_number;
    GArray *without_birth_date; /* of gint64, as all lists of children here */
    GArray *without_sex;
    GArray *without_personal_number;
    GArray *care[TV_CARE_N_KINDS];
    TvDeadline deadlines[TV_DEADLINE_N_KINDS]; /* the next one first */
} TvOverview;

/* @round_code NULL: the year has no round yet. */
TvOverview *
tv_overview_work_out (TvStore *store, gint64 year_id, const char *round_code, GError **error);
void tv_overview_work_out_async (TvStore *store, gint64 year_id, const char *round_code,
                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data);
TvOverview *tv_overview_work_out_finish (TvStore *store, GAsyncResult *result, GError **error);
TvOverview *tv_overview_ref (TvOverview *self);
void tv_overview_unref (TvOverview *self);
GArray *tv_overview_list_cases (const TvOverview *self, const TvRateLine *line);
GArray *tv_overview_list_counted (const TvOverview *self, const TvRateLine *line);
void tv_overview_find_deadlines (TvDate today, TvDeadline deadlines[TV_DEADLINE_N_KINDS]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvOverview, tv_overview_unref)

G_END_DECLS
