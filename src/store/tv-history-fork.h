/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-connection.h"

G_BEGIN_DECLS

/* The settings by which a book remembers whose changes were merged into it: this and the uid of the
 * last change set that was. */
#define TV_HISTORY_MERGED_PREFIX "merged-"

/* A record that one of two books has touched since they parted. */
typedef struct {
    char *table;
    char *uid;
    gint64 id;              /* in the book that touched it */
    gboolean is_base_known; /* not where its values were erased */
    char *base_json;        /* (nullable): as it was when they parted; NULL: it did not stand */
} TvForkedRecord;

/* What one of two books went through since they parted. */
typedef struct {
    guint n_changes;     /* change sets, without those that only tell who looked */
    gboolean has_common; /* whether the other book knows any of it before */
    GPtrArray *heads; /* of char *, the uid of the last change set of each device that is unknown */
    GHashTable *records; /* tv_history_fork_key() -> TvForkedRecord */
} TvHistoryFork;

TvHistoryFork *tv_history_fork_read (TvConnection *book, TvConnection *other, GError **error);
void tv_history_fork_free (TvHistoryFork *self);
char *tv_history_fork_key (const char *table, const char *uid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvHistoryFork, tv_history_fork_free)

G_END_DECLS
