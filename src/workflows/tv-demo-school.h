/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-school.h"
#include "workflows/tv-demo-growth.h"

G_BEGIN_DECLS

#define TV_DEMO_N_YEARS 3

/* A year of childhood at a school; the next one stands after it. */
typedef struct {
    int grade;
    int age; /* in the calendar year the school year begins in */
    int largest_class;
    double share;           /* of the school's children */
    const char *class_name; /* with one %d */
} TvDemoStage;

/* Where a child sits in one year. */
typedef struct {
    int class_index; /* in the school's classes, -1 nowhere */
    int stage;
    int roll_number;
    TvEnrolmentStatus status;
    TvDate from;
    TvDate until;
} TvDemoPlace;

typedef struct {
    gint64 id; /* once it is written */
    TvStudent values;
    char *sort_key;
    TvDemoGrowth growth;
    TvDemoPlace places[TV_DEMO_N_YEARS];
    int last_height_mm;
    int last_weight_g;
} TvDemoChild;

typedef struct {
    gint64 id; /* once it is written */
    int year_index;
    int stage;
    char *name;
    GArray *children; /* of guint: everyone who sits or sat in it, in roll order */
} TvDemoClass;

/* A made-up school: three school years of classes and children. */
typedef struct {
    GRand *random;
    TvLevel level;
    TvDate today;
    int first_year; /* of the oldest school year */
    const TvDemoStage *stages;
    guint n_stages;
    GPtrArray *children; /* of TvDemoChild */
    GPtrArray *classes;  /* of TvDemoClass, year by year in the school's order */
    guint n_numbers[100][2];
} TvDemoSchool;

TvDemoSchool *tv_demo_school_new (TvLevel level, guint n_students, guint32 seed, TvDate today);
void tv_demo_school_free (TvDemoSchool *self);
TvDemoChild *tv_demo_school_child (const TvDemoSchool *self, guint index);
TvDemoClass *tv_demo_school_class (const TvDemoSchool *self, guint index);

const TvDemoStage *tv_demo_stages (TvLevel level, guint *n_stages);
TvDemoChild *tv_demo_child_new (TvDemoSchool *school, int birth_year);
void tv_demo_child_free (TvDemoChild *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvDemoSchool, tv_demo_school_free)

G_END_DECLS
