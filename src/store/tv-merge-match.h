/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-history-fork.h"

G_BEGIN_DECLS

/* Which records of two books are one, though each book made it by itself. */
typedef struct _TvMergeMatch TvMergeMatch;

TvMergeMatch *tv_merge_match_new (TvConnection *ours, TvConnection *theirs);
void tv_merge_match_free (TvMergeMatch *self);
gboolean tv_merge_match_find (TvMergeMatch *self, const TvForkedRecord *theirs, GPtrArray *row,
                              GError **error);
const char *tv_merge_match_uid (TvMergeMatch *self, const char *table, const char *uid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvMergeMatch, tv_merge_match_free)

G_END_DECLS
