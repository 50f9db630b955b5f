/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-round.h"
#include "records/tv-school.h"

G_BEGIN_DECLS

/* A class that a round may take in. Owned by its #TvRoundPlan. */
typedef struct {
    TvClass *class_;
    guint n_students;
    guint n_values; /* children of whom the round holds something already */
    gboolean is_taken_in;
} TvRoundPlanClass;

/* What is known where a round is opened, or one that stands is changed. Never changes. */
typedef struct {
    int first_year;                    /* of its school year */
    TvRound *rounds[TV_ROUND_N_KINDS]; /* as it would be of each kind; one that stands: its own */
    GPtrArray *classes;                /* of TvRoundPlanClass, in the order of the school */
    GPtrArray *others;                 /* of TvRound: the other regular rounds of the year */
    gboolean takes_in_all;
    TvDate first_value; /* the days on which it was measured in; TV_DATE_NONE: none yet */
    TvDate last_value;
} TvRoundPlan;

/* What somebody wants of it. */
typedef struct {
    TvRoundKind kind;
    const char *name; /* (nullable) */
    TvDate first_day; /* TV_DATE_NONE: what was typed is no day */
    TvDate last_day;
    gboolean takes_in_all;
    guint n_classes; /* that are ticked otherwise */
} TvRoundWish;

TvRoundPlan *tv_round_plan_new (void);
TvRoundPlan *tv_round_plan_ref (TvRoundPlan *self);
void tv_round_plan_unref (TvRoundPlan *self);
const TvRound *tv_round_plan_get_standing (const TvRoundPlan *self);
gboolean tv_round_plan_judge (const TvRoundPlan *self, const TvRoundWish *wish, char **remark);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvRoundPlan, tv_round_plan_unref)

G_END_DECLS
