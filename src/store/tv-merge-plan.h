/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-history-fork.h"
#include "store/tv-portable-row.h"

G_BEGIN_DECLS

typedef enum {
    TV_MERGE_INSERT,
    TV_MERGE_UPDATE,
    TV_MERGE_DELETE,
} TvMergeAction;

/* One column that the other book has changed. */
typedef struct {
    TvPortableField theirs;
    gboolean is_conflict; /* this book has changed it too, into something else */
    char *question;       /* (nullable): what the choice is kept by; NULL: not asked, ours stays */
} TvMergeField;

/* One record that the other book has changed. */
typedef struct {
    TvMergeAction action;
    const char *table;    /* static */
    char *uid;            /* in this book */
    gint64 id;            /* in this book; 0: it does not stand here */
    char *student_uid;    /* "" where it is about no child */
    GPtrArray *fields;    /* of TvMergeField */
    gboolean is_conflict; /* it was deleted in one book and changed in the other */
    char *question;       /* (nullable): as in TvMergeField, where it is a conflict */
} TvMergeRecord;

/* What is to be done here so that nothing of the other book is lost. */
typedef struct {
    GPtrArray *records; /* of TvMergeRecord, each after those it refers to */
    GPtrArray *heads;   /* of char *, up to where the other book is known then */
    guint n_signed_off; /* records of rounds that are signed off here, and signatures there */
} TvMergePlan;

TvMergePlan *tv_merge_plan_make (TvConnection *ours, TvConnection *theirs, GError **error);
void tv_merge_plan_free (TvMergePlan *self);

typedef struct {
    guint n_added;
    guint n_changed;
    guint n_deleted;
    guint n_kept;     /* answers by which ours stays */
    guint n_left_out; /* records that do not fit what was changed here */
} TvMergeOutcome;

gboolean tv_merge_plan_apply (const TvMergePlan *self, TvChange *change, GHashTable *take_theirs,
                              gboolean is_theirs_default, TvMergeOutcome *outcome, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvMergePlan, tv_merge_plan_free)

G_END_DECLS
