/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/tv-date.h"

G_BEGIN_DECLS

typedef enum {
    TV_SEX_UNKNOWN,
    TV_SEX_MALE,
    TV_SEX_FEMALE,
} TvSex;

gboolean tv_sex_parse (const char *code, TvSex *sex);
const char *tv_sex_code (TvSex sex);
const char *tv_sex_label (TvSex sex);

/* A child known to the school. Texts that are not known are NULL, a birth date TV_DATE_NONE. */
typedef struct {
    gint64 id;
    char *uid;
    char *name;
    TvSex sex;
    TvDate birth_date;
    char *personal_number; /* số định danh cá nhân, 12 digits */
    char *ministry_code;   /* mã học sinh of the ministry's data base */
    char *ethnic_group;
    char *guardian_name;
    char *guardian_phone;
    char *notes;
    char *sort_name; /* as lists are to sort it, where the last word is not the given name */
} TvStudent;

TvStudent *tv_student_new (const TvStudent *values);
TvStudent *tv_student_ref (TvStudent *self);
void tv_student_unref (TvStudent *self);
const char *tv_student_list_name (const TvStudent *self);
gboolean tv_student_equal (const TvStudent *a, const TvStudent *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvStudent, tv_student_unref)

typedef enum {
    TV_ENROLMENT_STUDYING,
    TV_ENROLMENT_ARRIVED,    /* chuyển đến: studies here, came from another school */
    TV_ENROLMENT_MOVED_AWAY, /* chuyển đi */
    TV_ENROLMENT_STOPPED,    /* thôi học */
} TvEnrolmentStatus;

gboolean tv_enrolment_status_is_here (TvEnrolmentStatus status);
const char *tv_enrolment_status_code (TvEnrolmentStatus status);
gboolean tv_enrolment_status_parse (const char *code, TvEnrolmentStatus *status);
const char *tv_enrolment_status_label (TvEnrolmentStatus status);

/* A child's place in a class of one school year. */
typedef struct {
    gint64 id;
    char *uid;
    gint64 student_id;
    gint64 class_id;
    gint64 year_id;
    int roll_number; /* số thứ tự in the class list; 0 unknown */
    TvEnrolmentStatus status;
    TvDate from;        /* first day here, TV_DATE_NONE from the year's start */
    TvDate until;       /* last day here, TV_DATE_NONE while here */
    char *other_school; /* where the child came from, or where it went */
} TvEnrolment;

TvEnrolment *tv_enrolment_new (const TvEnrolment *values);
TvEnrolment *tv_enrolment_ref (TvEnrolment *self);
void tv_enrolment_unref (TvEnrolment *self);
gboolean tv_enrolment_is_current (const TvEnrolment *self);
gboolean tv_enrolment_is_finished (const TvEnrolment *self, TvDate today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvEnrolment, tv_enrolment_unref)

G_END_DECLS
