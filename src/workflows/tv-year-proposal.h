/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "records/tv-person.h"
#include "records/tv-student.h"
#include "store/tv-store.h"
#include "workflows/tv-year-promotion.h"

G_BEGIN_DECLS

/* A class of the year that ends. Owned by its #TvYearProposal. */
typedef struct {
    TvClass *class_;
    guint n_children; /* of it who have no place in the new year */
    TvYearPromotion promotion;
} TvYearClass;

/* A child of the year that ends, without a place in the new one. Owned by its #TvYearProposal. */
typedef struct {
    TvStudent *student;
    TvEnrolment *enrolment;
    guint class_index; /* in the proposal's classes */
} TvYearChild;

/* How the book stands before a school year turns, and what would become of its classes. Never
 * changes. */
typedef struct {
    TvLevel level;
    int first_year; /* of the year that ends; the new one is the next */
    gint64 year_id;
    GPtrArray *classes;      /* of TvYearClass, in the school's order, those without children too */
    GPtrArray *children;     /* of TvYearChild, in roll order */
    GPtrArray *next_classes; /* of TvClass, which the new year has already */
    GPtrArray *teachers;     /* of TvPerson: the class teachers of the year that ends */
    guint n_placed;          /* children of the year that ends who have their place already */
    TvDate first_end;        /* the first day that can be a last one: rounds reach that far */
    char *open_rounds;       /* (nullable) names of its rounds that are not signed off */
} TvYearProposal;

gboolean tv_year_is_due (GPtrArray *years, TvDate today);
TvDate tv_year_last_day (int first_year);

TvYearProposal *tv_year_proposal_read (TvStore *store, gint64 year_id, GError **error);
void tv_year_proposal_read_async (TvStore *store, gint64 year_id, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
TvYearProposal *tv_year_proposal_read_finish (TvStore *store, GAsyncResult *result, GError **error);
TvYearProposal *tv_year_proposal_ref (TvYearProposal *self);
void tv_year_proposal_unref (TvYearProposal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvYearProposal, tv_year_proposal_unref)

G_END_DECLS
