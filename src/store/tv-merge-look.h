/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tv-history-fork.h"
#include "store/tv-merge-match.h"
#include "store/tv-portable-row.h"
#include "store/tv-recorded-table.h"

G_BEGIN_DECLS

/* Two copies of a book, and the table that is gone through. Nothing of it is owned. */
typedef struct {
    TvConnection *ours;
    TvConnection *theirs;
    TvHistoryFork *our_fork;
    TvMergeMatch *match;
    const TvRecordedTable *table;
} TvMergeSides;

/* One record of the other book, with all that it is held against. */
typedef struct {
    const TvForkedRecord *forked;
    const TvForkedRecord *our_forked; /* (nullable): we have touched it too */
    gboolean is_there;                /* still stands in the other book */
    GPtrArray *now;                   /* theirs, as it is */
    GPtrArray *base;                  /* theirs, as it was */
    char *uid;                        /* in our book */
    gint64 id;                        /* in our book; 0: it does not stand */
    GPtrArray *our_now;
    GPtrArray *our_base;
} TvMergeLook;

gboolean tv_merge_look_take (TvMergeLook *self, const TvMergeSides *sides,
                             const TvForkedRecord *forked, GError **error);
gboolean tv_merge_look_is_of_closed_round (const TvMergeLook *self, const TvMergeSides *sides,
                                           gboolean *is_closed, GError **error);
gboolean tv_merge_look_is_erased (const TvMergeLook *self, const TvMergeSides *sides,
                                  gboolean *is_erased, GError **error);
char *
tv_merge_look_find_student (const TvMergeLook *self, const TvMergeSides *sides, GError **error);
void tv_merge_look_clear (TvMergeLook *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TvMergeLook, tv_merge_look_clear)

G_END_DECLS
