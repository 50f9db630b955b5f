/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Copying a book that is in use, page by page, by the engine's own means. */

#include "store/sqlite/tv-sqlite-private.h"

#include <gio/gio.h>

/* 2 MiB at a time: often enough to be stopped at once, seldom enough to cost nothing. */
#define PAGES_A_STEP 512

/**
 * tv_connection_open_twin:
 * @self: a connection
 * @error: (nullable): a #TvStoreError
 *
 * Returns: (transfer full) (nullable): another reading connection to the same file, for another
 *   thread; what is hidden from @self is not hidden from it
 */
TvConnection *
tv_connection_open_twin (TvConnection *self, GError **error)
{
    const char *path = sqlite3_db_filename (self->db, "main");
    gboolean is_unlocked = sqlite3_uri_boolean (path, "immutable", 0) != 0;

    return tv_connection_open (path, is_unlocked ? TV_CONNECTION_UNLOCKED : TV_CONNECTION_READ,
                               self->key, error);
}

/* The last page may be copied long after the first: all of them are to be of one moment, which
 * begins with the first thing that is read. */
static gboolean
begin_reading (TvConnection *self, GError **error)
{
    g_autoptr (TvStatement) first = NULL;

    tv_connection_rollback (self);
    if (!tv_connection_exec (self, "BEGIN", error))
        return FALSE;
    first = tv_connection_prepare (self, "SELECT COUNT(*) FROM sqlite_schema", error);
    return first && tv_statement_step (first, error) == TV_STEP_ROW;
}

static gboolean
is_stopped (sqlite3_backup *backup, TvConnectionProgress progress, gpointer data)
{
    int n_pages = sqlite3_backup_pagecount (backup);
    int n_done = n_pages - sqlite3_backup_remaining (backup);

    return progress && !progress (n_pages > 0 ? (double) n_done / n_pages : 1, data);
}

static gboolean
copy_pages (TvConnection *self, TvConnection *to, TvConnectionProgress progress, gpointer data,
            GError **error)
{
    sqlite3_backup *backup = sqlite3_backup_init (to->db, "main", self->db, "main");
    gboolean is_given_up;
    int code;

    if (!backup) {
        tv_sqlite_set_error (error, to->db, sqlite3_errcode (to->db), "copy");
        return FALSE;
    }
    do {
        code = sqlite3_backup_step (backup, PAGES_A_STEP);
        is_given_up
            = (code == SQLITE_OK || code == SQLITE_DONE) && is_stopped (backup, progress, data);
    } while (code == SQLITE_OK && !is_given_up);
    sqlite3_backup_finish (backup);
    if (is_given_up) {
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "given up");
        return FALSE;
    }
    if (code == SQLITE_DONE)
        return TRUE;
    tv_sqlite_set_error (error, NULL, code, "copy");
    return FALSE;
}

/* The copy says of itself that it has a journal, as the book does, and one file is to be all. The
 * engine must have read that before it can be told otherwise. */
static gboolean
leave_journal (TvConnection *to, GError **error)
{
    g_autoptr (TvStatement) look
        = tv_connection_prepare (to, "SELECT COUNT(*) FROM sqlite_schema", error);

    if (!look || tv_statement_step (look, error) != TV_STEP_ROW)
        return FALSE;
    g_clear_pointer (&look, tv_statement_free);
    return tv_connection_exec (to, "PRAGMA journal_mode = DELETE", error);
}

/**
 * tv_connection_copy:
 * @self: a connection; a transaction on it is ended
 * @to: a connection to an empty file, opened by TV_CONNECTION_COPY and with the same key
 * @progress: (nullable): told how far it has come; FALSE gives it up
 * @data: handed to @progress
 * @error: (nullable): a #TvStoreError, or G_IO_ERROR_CANCELLED
 *
 * Copies all that is committed at this moment; others may write meanwhile. Afterwards @self is in
 * a transaction that still reads that moment, for whoever wants to count; end it by
 * tv_connection_rollback(). The copy has no journal. It is not waited for until it is on the disk.
 *
 * Returns: whether all of it was copied
 */
gboolean
tv_connection_copy (TvConnection *self, TvConnection *to, TvConnectionProgress progress,
                    gpointer data, GError **error)
{
    return begin_reading (self, error) && copy_pages (self, to, progress, data, error)
           && leave_journal (to, error);
}
