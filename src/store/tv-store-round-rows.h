/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-measurement.h"
#include "records/tv-student.h"
#include "store/tv-change.h"

G_BEGIN_DECLS

/* A child of the round's school year and its measurement in the round, as rates are worked out
 * from. Nothing is decided here: children who were not measured, have left or are excluded are
 * among them. The texts live as long as the TvRoundRows they came in. */
typedef struct {
    gint64 student_id;
    const char *uid;
    const char *name;
    TvSex sex;
    TvDate birth_date;
    gint64 class_id;
    const char *class_name;
    int grade;
    int roll_number;
    TvEnrolmentStatus status;
    TvDate from;
    TvDate until;
    gint64 measurement_id; /* 0: not measured in this round, and nothing below means anything */
    gint64 session_id;
    TvDate date;
    TvPosition position;
    TvMeasurementState state;
    int weight_g;
    int height_mm;
    gboolean has_oedema;
    const char *excluded_reason; /* NULL while it counts */
} TvRoundRow;

typedef struct {
    TvRoundRow *rows;
    guint n_rows;
    GArray *array;
    GStringChunk *strings;
} TvRoundRows;

TvRoundRows *tv_round_rows_ref (TvRoundRows *self);
void tv_round_rows_unref (TvRoundRows *self);

TvRoundRows *tv_store_list_round_rows (TvConnection *connection, gint64 round_id, GError **error);
const char *tv_store_round_rows_sql (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvRoundRows, tv_round_rows_unref)

G_END_DECLS
