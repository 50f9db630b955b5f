/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The seal of a backup. The engine reads as many pages as the book's own header counts and never
 * looks at what stands behind them, so that a sealed backup is a book like any other.
 *
 *   book · keys · digest of both (32) · size of the book (8) · size of the keys (4) · version (4) ·
 *   magic (16)
 *
 * Numbers are little endian. */

#include "store/tv-backup-seal.h"

#include "base/tv-platform.h"
#include "store/tv-store-error.h"
#include "store/tv-store-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define VERSION 1
#define MAGIC_SIZE 16
#define FOOT_SIZE (TV_FILE_DIGEST_SIZE + 8 + 4 + 4 + MAGIC_SIZE)

/* The line end shows whether somebody sent the file as text. */
static const char magic[MAGIC_SIZE + 1] = "TamVoc backup \r\n";

static void
put_number (guint8 *to, guint64 number, guint n_bytes)
{
    for (guint i = 0; i < n_bytes; i++)
        to[i] = (guint8) (number >> (8 * i));
}

static guint64
get_number (const guint8 *from, guint n_bytes)
{
    guint64 number = 0;

    for (guint i = 0; i < n_bytes; i++)
        number |= (guint64) from[i] << (8 * i);
    return number;
}

static void
set_corrupt (GError **error, const char *path, const char *why)
{
    g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_CORRUPT, "%s: %s", path, why);
}

static gboolean
read_at (GFileInputStream *stream, guint64 place, gpointer bytes, gsize size, GError **error)
{
    gsize n_read;

    if (!g_seekable_seek (G_SEEKABLE (stream), (goffset) place, G_SEEK_SET, NULL, error)
        || !g_input_stream_read_all (G_INPUT_STREAM (stream), bytes, size, &n_read, NULL, error))
        return FALSE;
    if (n_read == size)
        return TRUE;
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "the file ends too soon");
    return FALSE;
}

/* Each size is held against the file's own before anything is read by it. */
static gboolean
read_foot (TvBackupSeal *self, const guint8 *foot, guint64 file_size, gsize *keys_size)
{
    guint64 book_size = get_number (foot + TV_FILE_DIGEST_SIZE, 8);
    guint64 n_keys = get_number (foot + TV_FILE_DIGEST_SIZE + 8, 4);

    if (get_number (foot + TV_FILE_DIGEST_SIZE + 12, 4) != VERSION
        || n_keys > TV_BACKUP_SEAL_MAX_KEYS || file_size < FOOT_SIZE + n_keys
        || book_size != file_size - FOOT_SIZE - n_keys)
        return FALSE;
    memcpy (self->digest, foot, TV_FILE_DIGEST_SIZE);
    self->is_sealed = TRUE;
    self->book_size = book_size;
    self->seal_start = book_size + n_keys;
    *keys_size = (gsize) n_keys;
    return TRUE;
}

static gboolean
read_keys (TvBackupSeal *self, GFileInputStream *stream, gsize size, GError **error)
{
    if (size == 0)
        return TRUE;
    self->keys = g_malloc0 (size + 1);
    return read_at (stream, self->book_size, self->keys, size, error);
}

static gboolean
read_seal (TvBackupSeal *self, GFileInputStream *stream, const char *path, guint64 file_size,
           GError **error)
{
    guint8 foot[FOOT_SIZE];
    gsize keys_size;

    self->book_size = self->seal_start = file_size;
    if (file_size < FOOT_SIZE)
        return TRUE;
    if (!read_at (stream, file_size - FOOT_SIZE, foot, FOOT_SIZE, error))
        return FALSE;
    if (memcmp (foot + FOOT_SIZE - MAGIC_SIZE, magic, MAGIC_SIZE) != 0)
        return TRUE;
    if (!read_foot (self, foot, file_size, &keys_size)) {
        set_corrupt (error, path, "the seal does not fit the file");
        return FALSE;
    }
    if (!read_keys (self, stream, keys_size, error))
        return FALSE;
    if (self->keys && strlen (self->keys) != keys_size) {
        set_corrupt (error, path, "the keys in the seal are no text");
        return FALSE;
    }
    return TRUE;
}

static GFileInputStream *
open_file (const char *path, guint64 *size, GError **error)
{
    g_autoptr (GFile) file = g_file_new_for_path (path);
    g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
    g_autoptr (GFileInfo) info
        = stream
              ? g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, error)
              : NULL;

    if (!info)
        return NULL;
    *size = (guint64) g_file_info_get_size (info);
    return g_steal_pointer (&stream);
}

/**
 * tv_backup_seal_read:
 * @path: of a backup, sealed or not
 * @error: (nullable): TV_STORE_ERROR_CORRUPT where there is a seal that does not fit the file, or
 *   a #GIOError
 *
 * Reads the last bytes alone; whether the rest is as it was written says tv_backup_seal_verify().
 *
 * Returns: (transfer full) (nullable): the seal
 */
TvBackupSeal *
tv_backup_seal_read (const char *path, GError **error)
{
    g_autoptr (TvBackupSeal) self = g_new0 (TvBackupSeal, 1);
    guint64 size;
    g_autoptr (GFileInputStream) stream = open_file (path, &size, error);

    if (!stream || !read_seal (self, stream, path, size, error))
        return NULL;
    return g_steal_pointer (&self);
}

void
tv_backup_seal_free (TvBackupSeal *self)
{
    g_free (self->keys);
    g_free (self);
}

static gboolean
append (const char *path, gconstpointer bytes, gsize size, GError **error)
{
    FILE *file = g_fopen (path, "ab");
    gboolean is_written = file && (size == 0 || fwrite (bytes, size, 1, file) == 1);
    int number = errno;

    if (file && fclose (file) != 0 && is_written) {
        is_written = FALSE;
        number = errno;
    }
    if (!is_written)
        tv_store_file_set_error (error, path, number);
    return is_written;
}

/**
 * tv_backup_seal_write:
 * @path: of a book in one file, to which nobody else writes
 * @keys: (nullable): the text of the file "people" of a protected book
 * @cancellable: (nullable): gives it up
 * @error: (nullable): a #TvStoreError or #GIOError
 *
 * Puts the seal behind the book, and waits until all of the file is on the disk.
 *
 * Returns: whether it is
 */
gboolean
tv_backup_seal_write (const char *path, const char *keys, GCancellable *cancellable, GError **error)
{
    gsize n_keys = keys ? strlen (keys) : 0;
    guint8 foot[FOOT_SIZE];
    GStatBuf status;

    g_return_val_if_fail (n_keys <= TV_BACKUP_SEAL_MAX_KEYS, FALSE);
    if (g_stat (path, &status) != 0) {
        tv_store_file_set_error (error, path, errno);
        return FALSE;
    }
    put_number (foot + TV_FILE_DIGEST_SIZE, (guint64) status.st_size, 8);
    put_number (foot + TV_FILE_DIGEST_SIZE + 8, n_keys, 4);
    put_number (foot + TV_FILE_DIGEST_SIZE + 12, VERSION, 4);
    memcpy (foot + FOOT_SIZE - MAGIC_SIZE, magic, MAGIC_SIZE);
    if (!append (path, keys, n_keys, error)
        || !tv_file_digest (path, (guint64) status.st_size + n_keys, foot, cancellable, error)
        || !append (path, foot, FOOT_SIZE, error))
        return FALSE;
    if (tv_platform_sync (path))
        return TRUE;
    tv_store_file_set_error (error, path, errno);
    return FALSE;
}

/**
 * tv_backup_seal_verify:
 * @self: what tv_backup_seal_read() gave
 * @path: of the same file
 * @cancellable: (nullable): gives it up
 * @error: (nullable): TV_STORE_ERROR_CORRUPT where the file is not as it was sealed, or a #GIOError
 *
 * Reads the whole file. Of one without a seal nothing can be said, and it is let pass.
 *
 * Returns: whether the file is as it was sealed
 */
gboolean
tv_backup_seal_verify (const TvBackupSeal *self, const char *path, GCancellable *cancellable,
                       GError **error)
{
    guint8 digest[TV_FILE_DIGEST_SIZE];

    if (!self->is_sealed)
        return TRUE;
    if (!tv_file_digest (path, self->seal_start, digest, cancellable, error))
        return FALSE;
    if (memcmp (digest, self->digest, TV_FILE_DIGEST_SIZE) == 0)
        return TRUE;
    set_corrupt (error, path, "it was changed since it was sealed");
    return FALSE;
}
