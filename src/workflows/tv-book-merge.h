/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-merge-plan.h"
#include "store/tv-store.h"

G_BEGIN_DECLS

/* Something that both books have changed into different things. */
typedef struct {
    char *code;   /* by which the answer is kept */
    char *name;   /* what it is, in the chosen language */
    char *ours;   /* as it is here */
    char *theirs; /* as it is there */
} TvMergeQuestion;

/* All that is asked about one child, or about the school itself. */
typedef struct {
    char *student_uid;    /* "": the school */
    char *title;          /* the child's name; words for the school */
    GPtrArray *questions; /* of TvMergeQuestion */
} TvMergeGroup;

/* What a merge would do. */
typedef struct {
    GPtrArray *groups; /* of TvMergeGroup, children in the order of their records */
    guint n_added;
    guint n_changed;
    guint n_deleted;
    guint n_children; /* about whom anything is added or changed */
    guint n_questions;
    guint n_signed_off; /* what stays as it was signed off here, and signatures there */
} TvMergePreview;

/* Which other book, and what is chosen where both were changed. */
typedef struct {
    const char *path;        /* absolute */
    TvSecret *key;           /* (nullable) */
    GHashTable *take_theirs; /* (nullable): code of a question -> whether theirs is taken */
    gboolean is_theirs_default;
} TvMergeRequest;

TvMergePreview *
tv_book_merge_preview (TvStore *store, const TvMergeRequest *request, GError **error);
gboolean tv_book_merge (TvStore *store, const TvMergeRequest *request, TvMergeOutcome *outcome,
                        GError **error);
char *tv_merge_preview_sentence (const TvMergePreview *self);
char *tv_merge_outcome_sentence (const TvMergeOutcome *self);
void tv_merge_preview_free (TvMergePreview *self);

void tv_book_merge_preview_async (TvStore *store, const TvMergeRequest *request,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
TvMergePreview *tv_book_merge_preview_finish (TvStore *store, GAsyncResult *result, GError **error);
void tv_book_merge_async (TvStore *store, const TvMergeRequest *request, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data);
gboolean tv_book_merge_finish (TvStore *store, GAsyncResult *result, TvMergeOutcome *outcome,
                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvMergePreview, tv_merge_preview_free)

G_END_DECLS
