/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-measurement.h"
#include "records/tv-student.h"
#include "store/tv-change.h"

G_BEGIN_DECLS

/* A child in its class, with the last time it was measured, whatever the round; NULL if never. */
typedef struct {
    TvStudent *student;
    TvEnrolment *enrolment;
    TvClass *class_;
    TvMeasurement *last;
} TvRosterRow;

void tv_roster_row_free (TvRosterRow *self);

GPtrArray *
tv_store_list_roster (TvConnection *connection, gint64 year_id, gint64 class_id, GError **error);

G_END_DECLS
