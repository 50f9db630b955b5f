/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-round.h"
#include "records/tv-school.h"
#include "records/tv-student.h"
#include "reports/tv-report.h"

G_BEGIN_DECLS

/* One child of a class list. */
typedef struct {
    char *name;
    TvDate birth_date;
    TvSex sex;
    TvDate date; /* measuring day, TV_DATE_NONE if none */
    int weight_g;
    int height_mm;
    char *remark; /* class in words, or why there is none */
    gboolean is_measured;
} TvClassResult;

typedef struct {
    char *name;
    GPtrArray *results; /* of TvClassResult, in roll order */
} TvClassResults;

/* One class, or several one after another. */
typedef struct {
    TvSchool *school;
    char *year_name;
    TvRound *round;     /* (nullable) */
    TvDate date;        /* that the report bears */
    GPtrArray *classes; /* of TvClassResults */
} TvClassResultSet;

TvClassResultSet *tv_class_result_set_new (void);
void tv_class_result_set_free (TvClassResultSet *self);
TvClassResults *tv_class_result_set_add_class (TvClassResultSet *self, const char *name);
void tv_class_results_add (TvClassResults *self, const TvClassResult *values);
TvReport *tv_class_result_set_make_report (const TvClassResultSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvClassResultSet, tv_class_result_set_free)

G_END_DECLS
