/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-measurement.h"
#include "records/tv-student.h"
#include "store/tv-change.h"

G_BEGIN_DECLS

/* A child as the measuring grid shows it: its measurement of the round, and the one before that in
 * which it was really measured; either is NULL where there is none. */
typedef struct {
    TvStudent *student;
    TvEnrolment *enrolment;
    TvMeasurement *current;
    TvMeasurement *previous;
} TvGridRow;

void tv_grid_row_free (TvGridRow *self);

GPtrArray *
tv_store_list_grid (TvConnection *connection, gint64 class_id, gint64 round_id, GError **error);

G_END_DECLS
