/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "indicators/tv-transition.h"
#include "workflows/tv-rates.h"

G_BEGIN_DECLS

/* A bit beside those of the indicators: underweight, stunted, or wasted or thin. */
#define TV_CONDITION_MALNOURISHED 15

/* A child that was counted in a round, in as few bytes as can be: a school keeps many rounds. */
typedef struct {
    gint64 student_id;
    int weight_g;
    int height_mm;
    guint8 population; /* a TvPopulation */
    guint16 values;    /* one bit for each TvIndicatorId of that population, and for malnutrition */
    guint16 cases;
} TvRateMoment;

typedef struct {
    TvRound *round;
    guint n_enrolled;
    guint n_measured;
    GArray *moments; /* of TvRateMoment, in the order of student_id */
} TvRateRound;

/* All regular rounds of a book, the oldest first, by the same rules as tv-rates.h. Never changes.
 */
typedef struct {
    GPtrArray *rounds; /* of TvRateRound */
} TvRateHistory;

TvRateHistory *tv_rate_history_read (TvStore *store, GError **error);
void tv_rate_history_read_async (TvStore *store, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
TvRateHistory *tv_rate_history_read_finish (TvStore *store, GAsyncResult *result, GError **error);
TvRateHistory *tv_rate_history_ref (TvRateHistory *self);
void tv_rate_history_unref (TvRateHistory *self);
const TvRateRound *
tv_rate_history_find (const TvRateHistory *self, const char *code, const TvRateRound **before);
const TvRateMoment *tv_rate_round_find (const TvRateRound *self, gint64 student_id);

/* One indicator in one round: of everybody, and of the children counted in the chosen round. */
typedef struct {
    const TvRound *round;
    TvRate all;
    TvRate same;
} TvRatePoint;

GArray *tv_rate_history_follow (const TvRateHistory *self, const char *code,
                                TvPopulation population, guint condition, TvIntervalKind interval);

/* The same children in a round and in one before it. Lists are of student ids (gint64). */
typedef struct {
    const TvRound *before;
    const TvRound *now;
    TvTransition transition;
    GArray *stayed;
    GArray *fresh; /* cases now, none before */
    GArray *recovered;
    GArray *turned_five; /* counted under five before, school age now */
    guint n_only_now;    /* counted now, not comparable before */
    guint n_only_before;
} TvRateComparison;

TvRateComparison *
tv_rate_history_compare (const TvRateHistory *self, const char *code, const char *before_code,
                         TvPopulation population, guint condition);
void tv_rate_comparison_free (TvRateComparison *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvRateHistory, tv_rate_history_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvRateComparison, tv_rate_comparison_free)

G_END_DECLS
