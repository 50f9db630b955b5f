/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "records/tv-measurement.h"
#include "records/tv-student.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

/* What an import would do with one row of the file. */
typedef enum {
    TV_IMPORT_NEW,        /* a child the book does not hold yet */
    TV_IMPORT_CHANGED,    /* a known child, something differs */
    TV_IMPORT_MOVED,      /* a known child, now in another class */
    TV_IMPORT_LEFT,       /* the file says the child has left */
    TV_IMPORT_MEASURED,   /* a known child's measurement, nothing odd */
    TV_IMPORT_UNCHANGED,  /* the book says the same already */
    TV_IMPORT_SUSPICIOUS, /* written, with a question */
    TV_IMPORT_REFUSED,    /* not written until corrected */
} TvImportVerdict;

const char *tv_import_verdict_code (TvImportVerdict verdict);
const char *tv_import_verdict_label (TvImportVerdict verdict);

/* What is wrong, or odd, in one cell. */
typedef struct {
    char *column;     /* letter as the spreadsheet shows it, "" where no cell is to blame */
    char *field;      /* code of the field: "birth_date", "height", … */
    char *sentence;   /* for people, in the chosen language */
    char *proposal;   /* (nullable) text that would put it right */
    gboolean refuses; /* whether the row waits until this is corrected */
} TvImportRemark;

typedef struct {
    char *sheet;
    guint row; /* as the spreadsheet numbers it */
    TvImportVerdict verdict;
    char *class_name;
    char *name;
    char *birth_date; /* as text: what was read, even when it is no date */
    char *sex;
    char *details;      /* one line: what is new or changes, "15,4 kg · 101,2 cm" */
    GPtrArray *remarks; /* of TvImportRemark */
} TvImportRow;

/* The plan of one file: nothing is written until it is applied. */
#define TV_TYPE_IMPORT_PLAN (tv_import_plan_get_type ())
G_DECLARE_FINAL_TYPE (TvImportPlan, tv_import_plan, TV, IMPORT_PLAN, GObject)

/* One recognised column, for the step where a person can correct it. */
typedef struct {
    char *sheet;
    char *column; /* letter */
    char *header; /* as in the file */
    char *field;  /* code, NULL when passed over */
} TvImportColumn;

typedef struct {
    TvDate measuring_date;    /* TV_DATE_NONE: as the file says, else today */
    int first_year;           /* school year; 0: as the file says, else by the date */
    gboolean is_whole_school; /* children of the book that the file lacks have left */
    gboolean takes_personal_numbers;
} TvImportOptions;

#define TV_IMPORT_OPTIONS_INIT                                                                     \
    {                                                                                              \
        TV_DATE_NONE, 0, FALSE, TRUE                                                               \
    }

typedef struct {
    guint n_rows;
    guint n_by_verdict[TV_IMPORT_REFUSED + 1];
    guint n_students_new;
    guint n_students_changed;
    guint n_measurements; /* of whom a value was taken */
    guint n_absences;     /* said to be absent, not willing or not measurable */
    guint n_values_left;  /* weights and heights that no child has: not taken over */
    guint n_classes_new;
} TvImportCounts;

TvImportPlan *tv_import_plan_read (TvStore *store, const char *path, const TvImportOptions *options,
                                   GCancellable *cancellable, GError **error);
void tv_import_plan_read_async (TvStore *store, const char *path, const TvImportOptions *options,
                                GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);
TvImportPlan *tv_import_plan_read_finish (TvStore *store, GAsyncResult *result, GError **error);

int tv_import_plan_first_year (TvImportPlan *self);
guint tv_import_plan_n_rows (TvImportPlan *self);
const TvImportRow *tv_import_plan_row (TvImportPlan *self, guint index);
GPtrArray *tv_import_plan_columns (TvImportPlan *self);
GPtrArray *tv_import_plan_fields (void);
const char *tv_import_field_label (const char *field);
void tv_import_plan_count (TvImportPlan *self, TvImportCounts *counts);
char *tv_import_plan_summary (TvImportPlan *self);
char *tv_import_written_sentence (const TvImportCounts *written);

/* Corrections: each re-checks what it touches; the plan is read anew from what the file held. */
void tv_import_plan_correct (TvImportPlan *self, guint index, const char *field, const char *text);
void tv_import_plan_set_skipped (TvImportPlan *self, guint index, gboolean is_skipped);

gboolean tv_import_plan_apply (TvImportPlan *self, TvImportCounts *written, GError **error);
void tv_import_plan_apply_async (TvImportPlan *self, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
gboolean tv_import_plan_apply_finish (TvImportPlan *self, GAsyncResult *result,
                                      TvImportCounts *written, GError **error);

G_END_DECLS
