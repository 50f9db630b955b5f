/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies of a book as single files, and books made of such copies. The engine writes them, since a
 * file that is copied byte by byte may lack what still stands in the journal. */

#include "store/tv-store-copy.h"

#include "store/tv-book-lock.h"
#include "store/tv-schema.h"
#include "store/tv-store-file.h"

#include <glib/gstdio.h>

static const char sql_copy[] = "VACUUM INTO $1";

static gboolean
write_copy (TvConnection *connection, const char *path, GError **error)
{
    g_autoptr (TvStatement) statement = tv_connection_prepare (connection, sql_copy, error);

    /* The engine takes an empty file, and so nobody else can read the copy from the start. */
    if (!statement || !tv_store_file_make_private (path, error))
        return FALSE;
    tv_statement_bind_text (statement, 1, path);
    return tv_statement_run (statement, error);
}

/**
 * tv_store_copy:
 * @connection: a connection; a transaction on it that reads is ended, for the engine copies outside
 *   of one
 * @path: an absolute path at which no file stands, or an empty one
 * @error: (nullable): a #TvStoreError
 *
 * Writes all that is committed in the book into one file, which only its owner can read. What a
 * copy left unfinished is removed.
 *
 * Returns: whether the whole copy is on the disk
 */
gboolean
tv_store_copy (TvConnection *connection, const char *path, GError **error)
{
    tv_connection_rollback (connection);
    if (write_copy (connection, path, error))
        return TRUE;
    g_unlink (path);
    return FALSE;
}

/* A copy may lie where nothing can be written, not even a journal's index. Somebody may also have
 * put a book's own file there, together with its journal. */
static TvConnection *
open_copy (const char *path, GError **error)
{
    g_autofree char *journal = g_strconcat (path, "-wal", NULL);
    gboolean has_journal = g_file_test (journal, G_FILE_TEST_EXISTS);
    g_autoptr (TvConnection) connection = NULL;
    guint n_steps;
    const TvSchemaStep *steps = tv_schema_get_steps (&n_steps);
    int version;

    if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_FOUND, path);
        return NULL;
    }
    connection = tv_connection_open (
        path, has_journal ? TV_CONNECTION_READ : TV_CONNECTION_UNLOCKED, NULL, error);
    if (!connection
        || !tv_schema_identify (connection, steps[n_steps - 1].version, &version, error))
        return NULL;
    return g_steal_pointer (&connection);
}

/**
 * tv_store_check_copy:
 * @path: an absolute path
 * @error: (nullable): a #TvStoreError if there is no book in that file, or one that cannot be read
 *
 * Returns: (transfer full) (nullable): what tv_store_check() finds in the file
 */
TvBookCheck *
tv_store_check_copy (const char *path, GError **error)
{
    g_autoptr (TvConnection) connection = open_copy (path, error);

    return connection ? tv_store_check (connection, error) : NULL;
}

/**
 * tv_store_put_back:
 * @path: an absolute path of a copy
 * @folder: where the book is to stand; made if need be
 * @error: (nullable): TV_STORE_ERROR_EXISTS where a book stands already, or another #TvStoreError
 *
 * Returns: whether the whole book is in @folder now; if not, nothing of it is
 */
gboolean
tv_store_put_back (const char *path, const char *folder, GError **error)
{
    g_autofree char *book = g_build_filename (folder, "book.db", NULL);
    g_autofree char *unfinished = g_strconcat (book, ".unfinished", NULL);
    g_autoptr (TvConnection) connection = open_copy (path, error);
    g_autoptr (TvBookLock) lock = NULL;

    if (!connection || !tv_store_file_make_folder (folder, error))
        return FALSE;
    lock = tv_book_lock_take (folder, error);
    if (!lock)
        return FALSE;
    if (tv_store_exists (folder)) {
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_EXISTS, folder);
        return FALSE;
    }
    g_unlink (unfinished);
    return tv_store_copy (connection, unfinished, error)
           && tv_store_file_move (unfinished, book, error);
}
