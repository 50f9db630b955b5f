/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-list-row.h"
#include "records/tv-round.h"
#include "workflows/tv-import.h"

G_BEGIN_DECLS

/* One row of the plan: what it was read from, what it would write, and what is shown of it. What
 * is NULL is not written. */
typedef struct {
    TvListRow *row;         /* NULL: a child of the book that a whole-school list lacks */
    TvStudent *known;       /* the child of the book; NULL where it is new */
    TvStudent *student;     /* the child as it is to stand */
    TvEnrolment *ending;    /* its old place, as it ends */
    TvEnrolment *enrolment; /* its place as it is to stand; class_id 0: the class of class_name */
    TvMeasurement *measurement;
    TvRound *round; /* the measurement's; id 0: a round that is to be opened */
    gboolean is_skipped;
    gboolean is_refused;
    gboolean is_questioned;
    gboolean has_refused_value;
    gboolean is_move;
    gboolean is_leaving;
    gboolean is_first_measurement;
    gboolean stands_already; /* the measurement is in the book as the row has it */
    gboolean is_withheld;    /* neither weight nor height is taken before they are put right */
    gboolean is_swapped;     /* weight and height changed places: one correction puts both right */
    TvImportRow shown;
} TvImportStep;

TvImportStep *tv_import_step_new (TvListRow *row);
void tv_import_step_free (TvImportStep *self);
gboolean tv_import_step_writes (const TvImportStep *self);
guint tv_import_step_n_values_left (const TvImportStep *self);
void tv_import_step_add_remark (TvImportStep *self, TvListField field, const char *sentence,
                                const char *proposal, gboolean refuses);
void tv_import_step_refuse (TvImportStep *self, TvListField field, const char *sentence);
void tv_import_step_question (TvImportStep *self, TvListField field, const char *sentence,
                              const char *proposal);
void tv_import_step_add_faults (TvImportStep *self);
void tv_import_step_show (TvImportStep *self, const char *sheet, const char *details);

G_END_DECLS
