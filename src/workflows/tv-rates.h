/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "indicators/tv-prevalence.h"
#include "records/tv-round.h"
#include "records/tv-school.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

typedef enum {
    TV_SPLIT_NONE,
    TV_SPLIT_CLASS,
    TV_SPLIT_GRADE,
    TV_SPLIT_SEX,
    TV_SPLIT_AGE,
    TV_SPLIT_EVERY, /* all of these, one after another */
} TvSplit;

gboolean tv_split_parse (const char *code, TvSplit *split);
const char *tv_split_label (TvSplit split);

/* Why a child stands outside the count. */
typedef enum {
    TV_LEFT_OUT_NOT,
    TV_LEFT_OUT_NOT_MEASURED, /* no measurement in the round yet */
    TV_LEFT_OUT_ABSENT,
    TV_LEFT_OUT_REFUSED,
    TV_LEFT_OUT_IMPOSSIBLE,
    TV_LEFT_OUT_EXCLUDED, /* somebody took the measurement out, with a reason */
    TV_LEFT_OUT_NO_BIRTH_DATE,
    TV_LEFT_OUT_NO_SEX,
    TV_LEFT_OUT_OTHER_AGE,   /* not of this population on the measuring day */
    TV_LEFT_OUT_IMPLAUSIBLE, /* flagged by WHO's limits (told for each indicator) */
    TV_LEFT_OUT_NO_VALUE,    /* weight or height missing for this indicator */
    TV_LEFT_OUT_NOT_ENROLLED,
} TvLeftOut;

const char *tv_left_out_code (TvLeftOut reason);
const char *tv_left_out_label (TvLeftOut reason);

/* A child of the round, with what was found. Owned by its #TvRates. */
typedef struct {
    gint64 student_id;
    const char *uid;
    const char *name;
    TvSex sex;
    TvDate birth_date;
    gint64 class_id;
    const char *class_name;
    int grade;
    TvDate date; /* measuring day, TV_DATE_NONE if none */
    int weight_g;
    int height_mm;
    TvPosition position;
    gint64 session_id;    /* 0: none */
    const char *measurer; /* of the child's session, "" where nobody wrote it down */
    TvSubject subject;
    TvLeftOut left_out; /* whether and why it stands outside the whole population */
} TvRateChild;

/* One line of a table: an indicator in a group. */
typedef struct {
    const TvIndicator *indicator;
    TvSplit split;    /* which it comes from; TV_SPLIT_NONE for the whole school */
    char *group;      /* for people: "Toàn trường", "Lớp 1A", "Bé trai" */
    char *group_code; /* for files: "All", "1A", "M", "12-23 mo" */
    TvRate rate;
    TvTarget *target; /* (nullable) only for the whole school */
    TvJudgement judgement;
    GArray *cases; /* of guint: indexes of the children counted, in the children's order */
} TvRateLine;

/* What one round says of a school, worked out anew from its measurements. Never changes. */
typedef struct {
    TvSchool *school;
    TvRound *round; /* (nullable) when there is none yet */
    TvPopulation population;
    TvOverweightRule overweight_rule;
    int plan_year;        /* whose targets it is held against: that of the round's first day */
    gboolean has_targets; /* the book holds some of that year */
    TvIntervalKind interval;
    TvSplit split;
    GPtrArray *classes;    /* of TvClassCount, of the round's year in the order of the school */
    GArray *children;      /* of TvRateChild, everyone enrolled or measured in the round */
    guint n_enrolled;      /* enrolled on their measuring day, or now while not measured */
    guint n_measured;      /* of whom a value was taken */
    guint n_half_measured; /* of these, with a weight or a height alone */
    guint n_population;    /* measured and of the population */
    GPtrArray *lines;      /* of TvRateLine: the whole school first, then the split's groups */
    gboolean has_coats_on; /* some were weighed with the coat on: said beside weight rates */
} TvRates;

/* What to work out. @round_code NULL: the latest regular round. */
typedef struct {
    char *round_code;
    TvPopulation population; /* -1: under five if any child of the round is, else school age */
    TvOverweightRule overweight_rule; /* -1: as the book has chosen */
    TvIntervalKind interval;
    TvSplit split;
} TvRatesQuery;

#define TV_POPULATION_BY_SCHOOL ((TvPopulation) -1)
#define TV_OVERWEIGHT_BY_BOOK ((TvOverweightRule) -1)

TvRates *tv_rates_work_out (TvStore *store, const TvRatesQuery *query, GError **error);
void tv_rates_work_out_async (TvStore *store, const TvRatesQuery *query, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
TvRates *tv_rates_work_out_finish (TvStore *store, GAsyncResult *result, GError **error);
TvRates *tv_rates_ref (TvRates *self);
void tv_rates_unref (TvRates *self);
gboolean tv_rates_is_under_way (const TvRates *self);
const char *tv_rates_say_verdict (const TvRates *self, gboolean is_met);
char *tv_rates_progress_sentence (const TvRates *self);
char *tv_rates_targets_sentence (const TvRates *self);
const TvRateLine *tv_rates_find (const TvRates *self, TvIndicatorId id, const char *group_code);
const TvRateChild *tv_rates_child (const TvRates *self, guint index);
gboolean tv_rate_child_is_half_measured (const TvRateChild *child);
TvLeftOut
tv_rates_left_out (const TvRates *self, const TvRateChild *child, const TvIndicator *indicator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvRates, tv_rates_unref)

G_END_DECLS
