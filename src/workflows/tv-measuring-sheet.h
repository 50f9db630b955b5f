/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "records/tv-measurement.h"
#include "records/tv-round.h"
#include "records/tv-school.h"
#include "records/tv-student.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

/* A child on the sheet. Owned by its #TvMeasuringSheet. */
typedef struct {
    TvStudent *student;
    TvClass *class_; /* where it sits */
    int roll_number;
    TvMeasurement *current;  /* (nullable) of this round */
    TvMeasurement *previous; /* (nullable) the one before in which it was really measured */
} TvMeasuringRow;

/* One class in one round, as it is measured; or all classes of the round, of a monthly one those
 * alone who are weighed every month: then class_ is none of the school's and has the key 0. Never
 * changes. */
typedef struct {
    TvRound *round;
    TvClass *class_;
    GPtrArray *sessions; /* of TvSession, the earliest first; empty before the first value */
    GPtrArray *rows;     /* of TvMeasuringRow, in roll order, class by class */
} TvMeasuringSheet;

/* Instead of a class: all that the round takes in. */
#define TV_MEASURING_ALL_CLASSES 0

/* How far a class has come. */
typedef struct {
    guint n_measured; /* weighed and measured */
    guint n_half;     /* of whom one value is missing */
    guint n_marked;   /* said to be absent, not willing or not measurable */
} TvMeasuringProgress;

TvMeasuringSheet *
tv_measuring_sheet_load (TvStore *store, gint64 round_id, gint64 class_id, GError **error);
void tv_measuring_sheet_load_async (TvStore *store, gint64 round_id, gint64 class_id,
                                    GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);
TvMeasuringSheet *
tv_measuring_sheet_load_finish (TvStore *store, GAsyncResult *result, GError **error);
TvMeasuringSheet *tv_measuring_sheet_ref (TvMeasuringSheet *self);
void tv_measuring_sheet_unref (TvMeasuringSheet *self);
gboolean tv_measuring_row_count (const TvMeasuringRow *row, TvMeasuringProgress *progress);
void tv_measuring_sheet_count (const TvMeasuringSheet *self, TvMeasuringProgress *progress);
TvSession *tv_measuring_sheet_session (const TvMeasuringSheet *self, TvDate today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvMeasuringSheet, tv_measuring_sheet_unref)

G_END_DECLS
