/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "records/tv-measurement.h"
#include "workflows/tv-rates.h"

G_BEGIN_DECLS

/* A child of whom a weight or a height is missing in the round. */
typedef struct {
    gint64 student_id;
    const char *name;
    TvLeftOut why; /* TV_LEFT_OUT_NO_VALUE: one of the two was taken */
} TvUnmeasuredChild;

typedef struct {
    gint64 class_id;
    char *class_name;
    GArray *children; /* of TvUnmeasuredChild, in roll order */
} TvUnmeasuredClass;

/* A child whose values raise questions that nobody has answered. */
typedef struct {
    gint64 student_id;
    gint64 class_id;
    char *name;
    char *class_name;
    char *sentences;
} TvOpenQuestion;

/* What somebody has typed into a cell and left there, so that the round does not hold it. */
typedef struct {
    gint64 student_id;
    gint64 class_id;
    const char *name;
    const char *class_name;
    TvQuantity quantity;
    char *text;
} TvHalfTyped;

/* The round was signed off or opened again, or one of these was taken back. */
typedef struct {
    TvSigningKind kind;
    char *person_name; /* (nullable) */
    TvDate date;
    char *reason; /* (nullable) of a reopening */
} TvSigningEvent;

/* What somebody looks at before a round is signed off. Never changes. */
typedef struct {
    TvRates *rates;   /* of the round; keeps the children's names */
    guint n_measured; /* weighed and measured, of rates->n_enrolled */
    guint n_unmeasured;
    GPtrArray *unmeasured;      /* of TvUnmeasuredClass: those with children to name */
    GPtrArray *questions;       /* of TvOpenQuestion, class by class */
    GPtrArray *half_typed;      /* of TvHalfTyped */
    GArray *without_birth_date; /* of gint64: student ids */
    GArray *without_sex;
    GPtrArray *quality; /* of TvQualityLine */
    GPtrArray *events;  /* of TvSigningEvent, the latest first */
    /* (nullable): of char *: which figures are not as they were signed; %NULL while the round is
     * open, and where the figures were not kept */
    GPtrArray *changed_figures;
} TvRoundReview;

TvRoundReview *tv_round_review_read (TvStore *store, const TvRound *round,
                                     GCancellable *cancellable, GError **error);
void tv_round_review_read_async (TvStore *store, TvRound *round, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
TvRoundReview *tv_round_review_read_finish (TvStore *store, GAsyncResult *result, GError **error);
TvRoundReview *tv_round_review_ref (TvRoundReview *self);
void tv_round_review_unref (TvRoundReview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvRoundReview, tv_round_review_unref)

G_END_DECLS
