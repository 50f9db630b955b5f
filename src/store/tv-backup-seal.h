/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/tv-file-digest.h"

G_BEGIN_DECLS

/* The last bytes of a backup, behind the book: the keys of a protected one, and what proves that
 * nothing before them was changed or lost. Backups of older programs have none. */
typedef struct {
    gboolean is_sealed;
    guint64 book_size;  /* bytes of the book itself */
    guint64 seal_start; /* bytes before the digest: the book and the keys */
    char *keys;         /* (nullable): the text of the file "people" */
    guint8 digest[TV_FILE_DIGEST_SIZE];
} TvBackupSeal;

/* More than any school's ring of keys; what claims more is no seal. */
#define TV_BACKUP_SEAL_MAX_KEYS (256 * 1024)

TvBackupSeal *tv_backup_seal_read (const char *path, GError **error);
void tv_backup_seal_free (TvBackupSeal *self);
gboolean tv_backup_seal_write (const char *path, const char *keys, GCancellable *cancellable,
                               GError **error);
gboolean tv_backup_seal_verify (const TvBackupSeal *self, const char *path,
                                GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvBackupSeal, tv_backup_seal_free)

G_END_DECLS
