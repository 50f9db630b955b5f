/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who may do what: the one place where it stands. Which rows of a table a person sees, and so may
 * write, is in tv-access.c. */

#include "store/tv-right.h"

#include <string.h>

#define NURSE (1u << TV_ROLE_NURSE)
#define PRINCIPAL (1u << TV_ROLE_PRINCIPAL)
#define TEACHER (1u << TV_ROLE_TEACHER)
#define AUDITOR (1u << TV_ROLE_AUDITOR)

static const guint roles_of_right[] = {
    [TV_RIGHT_READ_RATES] = NURSE | PRINCIPAL,
    [TV_RIGHT_READ_CHILDREN] = NURSE,
    [TV_RIGHT_REQUEST_RECORDS] = PRINCIPAL,
    [TV_RIGHT_MEASURE] = NURSE | TEACHER,
    [TV_RIGHT_EDIT_BOOK] = NURSE,
    [TV_RIGHT_SIGN_OFF] = NURSE | PRINCIPAL,
    [TV_RIGHT_MANAGE_PEOPLE] = NURSE | PRINCIPAL,
    [TV_RIGHT_READ_HISTORY] = NURSE | AUDITOR,
    [TV_RIGHT_EXPORT] = NURSE | PRINCIPAL,
    [TV_RIGHT_BACK_UP] = NURSE,
    [TV_RIGHT_ERASE] = NURSE,
    [TV_RIGHT_UNPROTECT] = NURSE,
};

#define INSERT (1u << TV_ACTION_INSERT)
#define UPDATE (1u << TV_ACTION_UPDATE)
#define DELETE (1u << TV_ACTION_DELETE)

/* What a role that is not the nurse's writes. Whatever does not stand here it may not. */
typedef struct {
    guint roles;
    const char *table;
    guint actions;
    const char *const *columns; /* that may come out otherwise; NULL: all */
    const char *const *names;   /* how the name of a setting begins; NULL: the table has none */
} TvWriting;

/* The last day is fixed when a round is signed off. */
static const char *const columns_of_signing[] = { "is_closed", "last_day", NULL };
static const char *const settings_of_signing[] = { "signed-", "reopened-", NULL };

/* A finding such as oedema, and whether a measurement counts, is the nurse's word. */
static const char *const columns_of_measuring[]
    = { "round_id", "session_id", "date",        "position", "state",
        "weight_g", "height_mm",  "kept_reason", "note",     NULL };

static const TvWriting writings[] = {
    { PRINCIPAL, "round", UPDATE, columns_of_signing, NULL },
    { PRINCIPAL, "setting", INSERT | UPDATE | DELETE, NULL, settings_of_signing },
    { PRINCIPAL, "person", INSERT | UPDATE, NULL, NULL },
    { TEACHER, "session", INSERT | UPDATE | DELETE, NULL, NULL },
    { TEACHER, "measurement", INSERT | UPDATE | DELETE, columns_of_measuring, NULL },
    { TEACHER, "reading", INSERT | UPDATE | DELETE, NULL, NULL },
    { TEACHER, "draft", INSERT | UPDATE | DELETE, NULL, NULL },
    { PRINCIPAL | TEACHER | AUDITOR, "access", INSERT, NULL, NULL },
};

static const TvWriting *
find_writing (TvRole role, const char *table)
{
    for (guint i = 0; i < G_N_ELEMENTS (writings); i++) {
        if (writings[i].roles & 1u << role && strcmp (writings[i].table, table) == 0)
            return &writings[i];
    }
    return NULL;
}

/**
 * tv_right_has:
 * @role: of a person
 * @right: what is to be done
 *
 * Returns: whether the role has the right
 */
gboolean
tv_right_has (TvRole role, TvRight right)
{
    g_return_val_if_fail ((guint) right < G_N_ELEMENTS (roles_of_right), FALSE);
    return (roles_of_right[right] & 1u << role) != 0;
}

/**
 * tv_right_may_write:
 * @role: of a person
 * @table: a recorded table
 * @action: what is to happen to one of its records
 *
 * Returns: whether the role may do that to some records at least
 */
gboolean
tv_right_may_write (TvRole role, const char *table, TvAction action)
{
    const TvWriting *writing;

    if (role == TV_ROLE_NURSE)
        return TRUE;
    writing = find_writing (role, table);
    return writing && (writing->actions & 1u << action) != 0;
}

/**
 * tv_right_may_set:
 * @role: of a person who may change records of @table
 * @table: a recorded table
 * @column: of it
 *
 * Returns: whether a record may come out with another value in that column
 */
gboolean
tv_right_may_set (TvRole role, const char *table, const char *column)
{
    const TvWriting *writing = find_writing (role, table);

    if (role == TV_ROLE_NURSE)
        return TRUE;
    return writing && (!writing->columns || g_strv_contains (writing->columns, column));
}

/**
 * tv_right_may_name:
 * @role: of a person who may write in @table
 * @table: a recorded table
 * @name: (nullable): what the record is called
 *
 * Returns: whether a record of that name may be written
 */
gboolean
tv_right_may_name (TvRole role, const char *table, const char *name)
{
    const TvWriting *writing = find_writing (role, table);

    if (role == TV_ROLE_NURSE || (writing && !writing->names))
        return TRUE;
    for (guint i = 0; writing && name && writing->names[i]; i++) {
        if (g_str_has_prefix (name, writing->names[i]))
            return TRUE;
    }
    return FALSE;
}
