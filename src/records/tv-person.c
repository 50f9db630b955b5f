/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody who acts in the book. */

#include "records/tv-person.h"

#include "records/tv-vocabulary.h"

#include <glib/gi18n.h>

static const char *const role_codes[] = { "nurse", "principal", "teacher", "auditor", NULL };

const char *
tv_role_code (TvRole value)
{
    return tv_vocabulary_code (role_codes, value);
}

gboolean
tv_role_parse (const char *code, TvRole *value)
{
    int found;

    if (!tv_vocabulary_parse (role_codes, code, &found))
        return FALSE;
    *value = (TvRole) found;
    return TRUE;
}

const char *
tv_role_label (TvRole value)
{
    switch (value) {
    case TV_ROLE_NURSE:
        return _ ("School nurse");
    case TV_ROLE_PRINCIPAL:
        return _ ("Principal");
    case TV_ROLE_TEACHER:
        return _ ("Class teacher");
    case TV_ROLE_AUDITOR:
        return _ ("Auditor");
    default:
        return "";
    }
}

static void
clear_person (gpointer data)
{
    TvPerson *self = data;

    g_free (self->uid);
    g_free (self->name);
    g_free (self->label);
}

/**
 * tv_person_acts_on:
 * @self: a person
 * @day: a civil date
 *
 * Returns: whether the person may do anything on that day; the last one counts
 */
gboolean
tv_person_acts_on (const TvPerson *self, TvDate day)
{
    return self->is_active && (self->until == TV_DATE_NONE || day <= self->until);
}

/**
 * tv_person_sign_in_label:
 * @self: a person
 *
 * Returns: (transfer none): what stands in the list of those who can sign in, which can be read
 *   without a password: the label that was chosen, or the role, and so never a name by itself
 */
const char *
tv_person_sign_in_label (const TvPerson *self)
{
    return self->label && *self->label ? self->label : tv_role_label (self->role);
}

/**
 * tv_person_new:
 * @values: what it holds
 *
 * Returns: (transfer full): an unchanging copy
 */
TvPerson *
tv_person_new (const TvPerson *values)
{
    TvPerson *self = g_atomic_rc_box_new (TvPerson);

    *self = *values;
    self->uid = g_strdup (values->uid);
    self->name = g_strdup (values->name);
    self->label = g_strdup (values->label);
    return self;
}

TvPerson *
tv_person_ref (TvPerson *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_person_unref (TvPerson *self)
{
    g_atomic_rc_box_release_full (self, clear_person);
}
