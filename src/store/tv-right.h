/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/tv-person.h"
#include "store/tv-store-history.h"

G_BEGIN_DECLS

/* What somebody may do in a book, as the window and the command line ask before they offer it. */
typedef enum {
    TV_RIGHT_READ_RATES,      /* rates, verdicts, reports without names */
    TV_RIGHT_READ_CHILDREN,   /* every child's record */
    TV_RIGHT_REQUEST_RECORDS, /* every child's record for a while, with a reason */
    TV_RIGHT_MEASURE,         /* height and weight; a class teacher's own class alone */
    TV_RIGHT_EDIT_BOOK,       /* children, classes, rounds, targets, settings, imports */
    TV_RIGHT_SIGN_OFF,        /* rounds, and reopening them */
    TV_RIGHT_MANAGE_PEOPLE,
    TV_RIGHT_READ_HISTORY,
    TV_RIGHT_EXPORT, /* whatever the person sees, to a file or on paper */
    TV_RIGHT_BACK_UP,
    TV_RIGHT_ERASE,
    TV_RIGHT_UNPROTECT, /* everybody is the nurse of a plain book */
} TvRight;

gboolean tv_right_has (TvRole role, TvRight right);

gboolean tv_right_may_write (TvRole role, const char *table, TvAction action);
gboolean tv_right_may_set (TvRole role, const char *table, const char *column);
gboolean tv_right_may_name (TvRole role, const char *table, const char *name);

G_END_DECLS
