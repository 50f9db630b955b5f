/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-measurement.h"
#include "records/tv-round.h"
#include "records/tv-school.h"
#include "records/tv-student.h"
#include "reports/tv-report.h"

G_BEGIN_DECLS

/* One child of a class, and what was measured of it last time. */
typedef struct {
    int roll_number; /* 0: none; it is counted then */
    char *name;
    TvDate birth_date;
    TvSex sex;
    int last_weight_g; /* 0: none */
    int last_height_mm;
} TvMeasuringFormChild;

typedef struct {
    char *name;
    GPtrArray *children; /* of TvMeasuringFormChild, in roll order */
} TvMeasuringFormClass;

/* The papers on which a round is measured by hand: a class, or several one after another. */
typedef struct {
    TvSchool *school;
    char *year_name;
    TvRound *round;     /* (nullable) */
    TvDate date;        /* on which it is printed */
    GPtrArray *classes; /* of TvMeasuringFormClass */
} TvMeasuringForm;

TvMeasuringForm *tv_measuring_form_new (void);
void tv_measuring_form_free (TvMeasuringForm *self);
TvMeasuringFormClass *tv_measuring_form_add_class (TvMeasuringForm *self, const char *name);
void tv_measuring_form_add_child (TvMeasuringFormClass *self, const TvMeasuringFormChild *values);
TvReport *tv_measuring_form_make_report (const TvMeasuringForm *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvMeasuringForm, tv_measuring_form_free)

G_END_DECLS
