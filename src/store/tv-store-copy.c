/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A copy of a book as a single file. The engine writes it, since a file that is copied byte by
 * byte may lack what still stands in the journal. */

#include "store/tv-store-copy.h"

#include "base/tv-platform.h"
#include "store/tv-store-file.h"

#include <errno.h>
#include <glib/gstdio.h>

typedef struct {
    TvStoreProgress progress; /* (nullable) */
    gpointer data;
    GCancellable *cancellable; /* (nullable) */
} Watch;

static gboolean
progress_cb (double fraction, gpointer data)
{
    const Watch *watch = data;

    if (watch->progress)
        watch->progress (fraction, watch->data);
    return !g_cancellable_is_cancelled (watch->cancellable);
}

static TvBookContents *
write_copy (TvConnection *connection, const char *path, Watch *watch, GError **error)
{
    g_autoptr (TvConnection) copy
        = tv_connection_open (path, TV_CONNECTION_COPY, tv_connection_key (connection), error);

    if (!copy || !tv_connection_copy (connection, copy, progress_cb, watch, error))
        return NULL;
    return tv_book_contents_read (connection, error);
}

/* A journal beside an unfinished copy would be taken for that of the next one. */
static void
remove_copy (const char *path)
{
    g_autofree char *journal = g_strconcat (path, "-wal", NULL);

    g_unlink (path);
    g_unlink (journal);
}

/**
 * tv_store_copy_with_progress:
 * @connection: a connection; a transaction on it is ended
 * @path: an absolute path at which no file stands, or an empty one
 * @progress: (nullable): told how far it has come, on this thread
 * @data: handed to @progress
 * @cancellable: (nullable): gives it up
 * @error: (nullable): a #TvStoreError, or G_IO_ERROR_CANCELLED
 *
 * Writes all that is committed in the book at this moment into one file, which only its owner can
 * read and which is encrypted as the book is. Others may write in the book meanwhile. What a copy
 * left unfinished is removed.
 *
 * Returns: (transfer full) (nullable): what the book held at that moment; the whole copy is on the
 *   disk then
 */
TvBookContents *
tv_store_copy_with_progress (TvConnection *connection, const char *path, TvStoreProgress progress,
                             gpointer data, GCancellable *cancellable, GError **error)
{
    Watch watch = { progress, data, cancellable };
    g_autoptr (TvBookContents) contents = write_copy (connection, path, &watch, error);

    tv_connection_rollback (connection);
    if (contents && !tv_platform_sync (path)) {
        tv_store_file_set_error (error, path, errno);
        g_clear_pointer (&contents, tv_book_contents_free);
    }
    if (!contents)
        remove_copy (path);
    return g_steal_pointer (&contents);
}

/**
 * tv_store_copy:
 * @connection: a connection; a transaction on it is ended
 * @path: an absolute path at which no file stands, or an empty one
 * @error: (nullable): a #TvStoreError
 *
 * As tv_store_copy_with_progress(), for whoever waits.
 *
 * Returns: whether the whole copy is on the disk
 */
gboolean
tv_store_copy (TvConnection *connection, const char *path, GError **error)
{
    g_autoptr (TvBookContents) contents
        = tv_store_copy_with_progress (connection, path, NULL, NULL, NULL, error);

    return contents != NULL;
}
