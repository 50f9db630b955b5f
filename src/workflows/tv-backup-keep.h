/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-store.h"

G_BEGIN_DECLS

/* How the latest backups of a book stand: beside the book, and in the second place. */
typedef struct {
    char *here;            /* the folder beside the book */
    char *here_time_utc;   /* (nullable): when the last one was made */
    char *second;          /* (nullable): the second place, where one is chosen */
    char *second_time_utc; /* (nullable): when the last one was made there */
    gboolean is_second_there;
} TvBackupState;

/* What came of keeping a book's backups up to date. */
typedef struct {
    gboolean is_practice; /* a practice school needs none */
    guint n_written;      /* how many were written; what did not change was not written again */
    TvBackupState *state;
    GError *here_error;   /* (nullable) */
    GError *second_error; /* (nullable); a second place that is not there is no error */
} TvBackupKept;

/* A backup older than this says that something is wrong. */
#define TV_BACKUP_OLD_DAYS 7

/* How far it has come, from 0 to 1; called in the main context from which it was started. */
typedef void (*TvBackupProgress) (double fraction, gpointer user_data);

void tv_backup_keep_async (TvStore *store, const char *second, TvBackupProgress progress,
                           gpointer progress_data, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data);
TvBackupKept *tv_backup_keep_finish (TvStore *store, GAsyncResult *result, GError **error);
TvBackupKept *tv_backup_keep (TvStore *store, const char *second, GError **error);
void tv_backup_kept_free (TvBackupKept *self);

TvBackupState *tv_backup_state_read (const char *book_folder, const char *second);
int tv_backup_state_age_days (const TvBackupState *self, TvClock *clock);
void tv_backup_state_read_async (const char *book_folder, const char *second,
                                 GAsyncReadyCallback callback, gpointer user_data);
TvBackupState *tv_backup_state_read_finish (GAsyncResult *result);
char *tv_backup_state_describe_here (const TvBackupState *self);
char *tv_backup_state_describe_second (const TvBackupState *self);
char *tv_backup_state_sentence (const TvBackupState *self);
void tv_backup_state_free (TvBackupState *self);

void tv_backup_claim_async (const char *folder, GAsyncReadyCallback callback, gpointer user_data);
char *tv_backup_claim_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvBackupKept, tv_backup_kept_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvBackupState, tv_backup_state_free)

G_END_DECLS
