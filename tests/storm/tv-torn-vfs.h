/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file system under the engine that remembers what was written and what was synced, so that a
 * power cut at any moment can be played; or that fails from a chosen write on. */

/* What was done to the files of one folder, in order. */
typedef enum {
    TV_TORN_WRITE,
    TV_TORN_TRUNCATE,
    TV_TORN_SYNC,
    TV_TORN_SYNC_FOLDER,
    TV_TORN_LINK,
    TV_TORN_UNLINK,
    TV_TORN_RENAME,
    TV_TORN_MARK, /* something was reported as committed */
    TV_TORN_N_KINDS,
} TvTornKind;

typedef struct {
    TvTornKind kind;
    char *name;    /* of the file in the folder */
    char *to;      /* its new name */
    GBytes *bytes; /* that were written */
    gint64 offset; /* where, or the new size */
} TvTornOp;

/* Takes the place of the engine's own file system, and gives it back. */
void tv_torn_vfs_begin (const char *folder);
GPtrArray *tv_torn_vfs_end (void);
void tv_torn_vfs_mark (void);

/* Each write, growth or sync from number @first (counted from 1) on fails with @code, half of it
 * done; the failing lasts for @n_failures of them. */
void tv_torn_vfs_fail (guint first, guint n_failures, int code);
guint tv_torn_vfs_stop_failing (void);

G_END_DECLS
