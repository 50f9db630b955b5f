/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TV_STORE_ERROR (tv_store_error_quark ())
GQuark tv_store_error_quark (void);

typedef enum {
    TV_STORE_ERROR_FAILED,
    TV_STORE_ERROR_NOT_FOUND,  /* there is no book in that folder */
    TV_STORE_ERROR_EXISTS,     /* a book stands there already */
    TV_STORE_ERROR_NOT_A_BOOK, /* a data base of another program, or no data base */
    TV_STORE_ERROR_NEWER,      /* made by a newer Tầm Vóc */
    TV_STORE_ERROR_CORRUPT,
    TV_STORE_ERROR_READ_ONLY,    /* folder or file cannot be written */
    TV_STORE_ERROR_FULL,         /* no room on the disk */
    TV_STORE_ERROR_BUSY,         /* somebody else writes in it */
    TV_STORE_ERROR_CONSTRAINT,   /* two records with one key */
    TV_STORE_ERROR_EDITED_SINCE, /* undo: later edits stand on it */
    TV_STORE_ERROR_NOTHING_TO_UNDO,
    TV_STORE_ERROR_NOT_ALLOWED,    /* the person has no right to it */
    TV_STORE_ERROR_SIGNED_OFF,     /* the round it is of is closed */
    TV_STORE_ERROR_TO_REOPEN,      /* undo: the round stands signed, it is to be reopened instead */
    TV_STORE_ERROR_PROTECTED,      /* the book is encrypted and no key was given */
    TV_STORE_ERROR_NO_ENCRYPTION,  /* this program was built without an engine that encrypts */
    TV_STORE_ERROR_WRONG_PASSWORD, /* no key opens with it */
    TV_STORE_ERROR_TOO_SOON,       /* after wrong passwords; the message is how many seconds */
    TV_STORE_ERROR_LOCKED,         /* the book is locked until somebody signs in */
    TV_STORE_ERROR_NO_KEYS,        /* the file that keeps the keys is missing or damaged */
    TV_STORE_ERROR_NO_REASON,      /* it asks for a reason, and none was given */
    TV_STORE_ERROR_ERASED,         /* undo: values of the change were erased for good */
    TV_STORE_ERROR_LAST_NURSE,     /* nobody would be left who may do everything */
} TvStoreError;

G_END_DECLS
