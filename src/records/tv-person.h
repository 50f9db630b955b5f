/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

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
    TvRole role;
    gboolean is_active;
} TvPerson;

TvPerson *tv_person_new (const TvPerson *values);
TvPerson *tv_person_ref (TvPerson *self);
void tv_person_unref (TvPerson *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvPerson, tv_person_unref)

G_END_DECLS
