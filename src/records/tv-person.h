/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/tv-date.h"

G_BEGIN_DECLS

typedef enum {
    TV_ROLE_NURSE,
    TV_ROLE_PRINCIPAL,
    TV_ROLE_TEACHER,
    TV_ROLE_AUDITOR,
} TvRole;

const char *tv_role_code (TvRole role);
gboolean tv_role_parse (const char *code, TvRole *role);
const char *tv_role_label (TvRole role);

/* Somebody who acts in the book. */
typedef struct {
    gint64 id;
    char *uid;
    char *name;
    char *label; /* in the list of those who can sign in; NULL: the role's own word */
    TvRole role;
    gint64 class_id; /* the one class of a class teacher, 0 for everybody else */
    TvDate until;    /* the last day on which the person acts, TV_DATE_NONE without end */
    gboolean is_active;
} TvPerson;

gboolean tv_person_acts_on (const TvPerson *self, TvDate day);
const char *tv_person_sign_in_label (const TvPerson *self);

TvPerson *tv_person_new (const TvPerson *values);
TvPerson *tv_person_ref (TvPerson *self);
void tv_person_unref (TvPerson *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvPerson, tv_person_unref)

G_END_DECLS
