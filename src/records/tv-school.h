/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/tv-date.h"

G_BEGIN_DECLS

typedef enum {
    TV_LEVEL_KINDERGARTEN,
    TV_LEVEL_PRIMARY,
    TV_LEVEL_LOWER_SECONDARY,
    TV_LEVEL_UPPER_SECONDARY,
    TV_LEVEL_WARD,
} TvLevel;

gboolean tv_level_parse (const char *code, TvLevel *level);
const char *tv_level_code (TvLevel level);
const char *tv_level_label (TvLevel level);
void tv_level_get_grades (TvLevel level, int *first, int *last);

/* A school (or a ward's health station). A practice school's children are made up. */
typedef struct {
    gint64 id;
    char *uid;
    char *name;
    TvLevel level;
    char *authority; /* the body above it, as its letters are headed: "UBND phường …" */
    char *address;
    char *principal;
    char *nurse;
    gboolean is_practice;
} TvSchool;

TvSchool *tv_school_new (const TvSchool *values);
TvSchool *tv_school_ref (TvSchool *self);
void tv_school_unref (TvSchool *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvSchool, tv_school_unref)

/* A school year, named "2026-2027"; the older year's number is enough to know it. */
typedef struct {
    gint64 id;
    char *uid;
    int first_year;
} TvSchoolYear;

TvSchoolYear *tv_school_year_new (const TvSchoolYear *values);
TvSchoolYear *tv_school_year_ref (TvSchoolYear *self);
void tv_school_year_unref (TvSchoolYear *self);
char *tv_school_year_name (int first_year);
gboolean tv_school_year_parse (const char *text, int *first_year);
int tv_school_year_of_date (TvDate date);
TvDate tv_school_year_opening_day (int first_year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvSchoolYear, tv_school_year_unref)

/* A class of one school year. */
typedef struct {
    gint64 id;
    char *uid;
    gint64 year_id;
    char *name;
    int grade;    /* 1 to 12; a kindergarten's 0 nhà trẻ, 3 bé, 4 nhỡ, 5 lớn; -1 unknown */
    int position; /* in the order of the school */
} TvClass;

TvClass *tv_class_new (const TvClass *values);
TvClass *tv_class_ref (TvClass *self);
void tv_class_unref (TvClass *self);
int tv_class_guess_grade (const char *name, TvLevel level);
char *tv_class_grade_label (int grade, TvLevel level);
char *tv_class_name_key (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvClass, tv_class_unref)

G_END_DECLS
