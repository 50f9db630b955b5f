/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/tv-book-contents.h"
#include "workflows/tv-book-compare.h"

G_BEGIN_DECLS

/* A backup as people see it before they put it back. Never changes. */
typedef struct {
    char *path;
    gboolean is_protected;
    TvSecret *key; /* (nullable): what opens it */
    TvBookContents *contents;
    TvBookComparison *comparison; /* (nullable): with the book that is open */
} TvBackupPreview;

/* Who opens a protected backup; all of it NULL where the book that is open has the same key. */
typedef struct {
    const char *person_uid; /* (nullable): NULL where @secret is the recovery code */
    TvSecret *secret;       /* (nullable) */
} TvBackupOpener;

/* A backup that is known of. */
typedef struct {
    char *path;
    char *title;  /* when it was made */
    char *detail; /* where it lies */
} TvKnownBackup;

void tv_backup_list_async (TvStore *store, const char *second, GAsyncReadyCallback callback,
                           gpointer user_data);
GPtrArray *tv_backup_list_finish (TvStore *store, GAsyncResult *result, GError **error);

TvSecret *tv_backup_parse_code (const char *typed);
GPtrArray *tv_backup_list_holders (const char *path, GError **error);
gboolean tv_backup_needs_password (const char *path, TvStore *present, TvSecret **key);
TvSecret *tv_backup_unlock (const char *path, const TvBackupOpener *opener, GError **error);

void tv_backup_preview_async (const char *path, const TvBackupOpener *opener, TvStore *present,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);
TvBackupPreview *tv_backup_preview_finish (GAsyncResult *result, GError **error);
TvBackupPreview *tv_backup_preview_ref (TvBackupPreview *self);
void tv_backup_preview_unref (TvBackupPreview *self);
char *tv_backup_preview_describe (const TvBackupPreview *self);
char *tv_backup_preview_last_change (const TvBackupPreview *self);

void tv_backup_restore_async (TvBackupPreview *preview, const char *folder, TvStore *present,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean tv_backup_restore_finish (GAsyncResult *result, gboolean *is_closed, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvBackupPreview, tv_backup_preview_unref)

G_END_DECLS
