/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A child, and the child's place in a class. */

#include "records/tv-student.h"

#include "records/tv-vocabulary.h"

#include <glib/gi18n.h>

static const char *const sex_codes[] = { "", "M", "F", NULL };
static const char *const status_codes[] = { "studying", "arrived", "moved-away", "stopped", NULL };

const char *
tv_sex_code (TvSex value)
{
    return tv_vocabulary_code (sex_codes, value);
}

gboolean
tv_sex_parse (const char *code, TvSex *value)
{
    int found;

    if (!tv_vocabulary_parse (sex_codes, code, &found))
        return FALSE;
    *value = (TvSex) found;
    return TRUE;
}

const char *
tv_sex_label (TvSex value)
{
    switch (value) {
    case TV_SEX_MALE:
        return C_ ("sex of a child", "Boy");
    case TV_SEX_FEMALE:
        return C_ ("sex of a child", "Girl");
    default:
        return "";
    }
}

static void
clear_student (gpointer data)
{
    TvStudent *self = data;

    g_free (self->uid);
    g_free (self->name);
    g_free (self->personal_number);
    g_free (self->ministry_code);
    g_free (self->ethnic_group);
    g_free (self->guardian_name);
    g_free (self->guardian_phone);
    g_free (self->notes);
    g_free (self->sort_name);
}

/**
 * tv_student_new:
 * @values: what it holds
 *
 * Returns: (transfer full): an unchanging copy
 */
TvStudent *
tv_student_new (const TvStudent *values)
{
    TvStudent *self = g_atomic_rc_box_new (TvStudent);

    *self = *values;
    self->uid = g_strdup (values->uid);
    self->name = g_strdup (values->name);
    self->personal_number = g_strdup (values->personal_number);
    self->ministry_code = g_strdup (values->ministry_code);
    self->ethnic_group = g_strdup (values->ethnic_group);
    self->guardian_name = g_strdup (values->guardian_name);
    self->guardian_phone = g_strdup (values->guardian_phone);
    self->notes = g_strdup (values->notes);
    self->sort_name = g_strdup (values->sort_name);
    return self;
}

TvStudent *
tv_student_ref (TvStudent *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_student_unref (TvStudent *self)
{
    g_atomic_rc_box_release_full (self, clear_student);
}

/**
 * tv_student_equal:
 *
 * Returns: whether both say the same of a child, whatever their keys
 */
gboolean
tv_student_equal (const TvStudent *a, const TvStudent *b)
{
    return a->sex == b->sex && a->birth_date == b->birth_date && g_strcmp0 (a->name, b->name) == 0
           && g_strcmp0 (a->personal_number, b->personal_number) == 0
           && g_strcmp0 (a->ministry_code, b->ministry_code) == 0
           && g_strcmp0 (a->ethnic_group, b->ethnic_group) == 0
           && g_strcmp0 (a->guardian_name, b->guardian_name) == 0
           && g_strcmp0 (a->guardian_phone, b->guardian_phone) == 0
           && g_strcmp0 (a->notes, b->notes) == 0 && g_strcmp0 (a->sort_name, b->sort_name) == 0;
}

/**
 * tv_student_list_name:
 *
 * Returns: (transfer none): the name by which lists sort the child: its last word goes first
 */
const char *
tv_student_list_name (const TvStudent *self)
{
    return self->sort_name && *self->sort_name ? self->sort_name : self->name;
}

const char *
tv_enrolment_status_code (TvEnrolmentStatus value)
{
    return tv_vocabulary_code (status_codes, value);
}

gboolean
tv_enrolment_status_parse (const char *code, TvEnrolmentStatus *value)
{
    int found;

    if (!tv_vocabulary_parse (status_codes, code, &found))
        return FALSE;
    *value = (TvEnrolmentStatus) found;
    return TRUE;
}

/**
 * tv_enrolment_status_is_here:
 *
 * Returns: whether a child of this status is at this school
 */
gboolean
tv_enrolment_status_is_here (TvEnrolmentStatus status)
{
    return status == TV_ENROLMENT_STUDYING || status == TV_ENROLMENT_ARRIVED;
}

const char *
tv_enrolment_status_label (TvEnrolmentStatus value)
{
    switch (value) {
    case TV_ENROLMENT_STUDYING:
        return _ ("Studying here");
    case TV_ENROLMENT_ARRIVED:
        return _ ("Came from another school");
    case TV_ENROLMENT_MOVED_AWAY:
        return _ ("Moved to another school");
    case TV_ENROLMENT_STOPPED:
        return _ ("Left school");
    default:
        return "";
    }
}

static void
clear_enrolment (gpointer data)
{
    TvEnrolment *self = data;

    g_free (self->uid);
    g_free (self->other_school);
}

/**
 * tv_enrolment_new:
 * @values: what it holds
 *
 * Returns: (transfer full): an unchanging copy
 */
TvEnrolment *
tv_enrolment_new (const TvEnrolment *values)
{
    TvEnrolment *self = g_atomic_rc_box_new (TvEnrolment);

    *self = *values;
    self->uid = g_strdup (values->uid);
    self->other_school = g_strdup (values->other_school);
    return self;
}

TvEnrolment *
tv_enrolment_ref (TvEnrolment *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_enrolment_unref (TvEnrolment *self)
{
    g_atomic_rc_box_release_full (self, clear_enrolment);
}

/**
 * tv_enrolment_is_current:
 *
 * Whoever went into another class keeps the status of the old place, which has a last day then.
 *
 * Returns: whether the child sits in the class today
 */
gboolean
tv_enrolment_is_current (const TvEnrolment *self)
{
    return tv_enrolment_status_is_here (self->status) && self->until == TV_DATE_NONE;
}

/**
 * tv_enrolment_is_finished:
 * @self: the last place of a child in its year
 * @today: the civil date
 *
 * Returns: whether the child studied here to a last day that is over, as whoever finished school
 */
gboolean
tv_enrolment_is_finished (const TvEnrolment *self, TvDate today)
{
    return tv_enrolment_status_is_here (self->status) && self->until != TV_DATE_NONE
           && self->until < today;
}
