/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/tv-list-fault.h"
#include "records/tv-measurement.h"
#include "records/tv-student.h"

G_BEGIN_DECLS

/* The column of a value that stands in no cell: the class named above the list. */
#define TV_LIST_NO_COLUMN G_MAXUINT

/* What a row is read against. */
typedef struct {
    const char *class_name; /* above the list, NULL where nothing is */
    TvDate today;
    TvDate measured_on;        /* above the list, TV_DATE_NONE where nothing is */
    gboolean has_measures;     /* whether the list has a column for weight or height */
    gboolean has_two_readings; /* whether the name is one in two encodings that the file has */
} TvListContext;

/* One child's row: what stands in it, what that means, and what is wrong with it. */
typedef struct {
    guint sheet;      /* index of the sheet, from 0 */
    guint source_row; /* as a spreadsheet program numbers it, from 1 */

    char *texts[TV_LIST_N_FIELDS];   /* as they stand, cleaned; NULL where nothing does */
    guint columns[TV_LIST_N_FIELDS]; /* from 0; TV_LIST_NO_COLUMN */

    char *class_name; /* NULL where nothing tells it */
    int roll_number;  /* 0 unknown */
    char *name;
    TvSex sex;
    TvDate birth_date;
    char *personal_number;
    char *ministry_code;
    char *ethnic_group;
    char *guardian_name;
    char *guardian_phone;
    char *notes; /* on the child in a class list, on the measuring in a weighing sheet */
    TvEnrolmentStatus status;
    TvDate status_date;

    gboolean has_measures; /* whether the list it comes from is a weighing sheet */
    TvDate measured_on;
    TvPosition position;
    TvMeasurementState state;
    double typed_weight_kg; /* as typed, even where no child could have it; NAN where none is */
    double typed_height_cm;
    int weight_g; /* 0 where there is none, or where what stands there was refused */
    int height_mm;

    TvListFault *faults;
    guint n_faults;
} TvListRow;

TvListRow *tv_list_row_new (guint sheet, guint source_row, const char *const *texts,
                            const guint *columns, const TvListContext *context);
TvListRow *
tv_list_row_with (const TvListRow *self, TvListField field, const char *text, TvDate today);
TvListRow *tv_list_row_ref (TvListRow *self);
void tv_list_row_unref (TvListRow *self);
gboolean tv_list_row_is_refused (const TvListRow *self);
const TvListFault *tv_list_row_find_fault (const TvListRow *self, TvListField field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvListRow, tv_list_row_unref)

G_END_DECLS
