/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lock of a book: the small file "lock" beside it, on which the one who writes holds the
 * engine's own write lock. So it works wherever the book itself does, goes when a program dies,
 * and others can still read who holds it. */

#include "store/tv-book-lock.h"

#include "base/tv-platform.h"
#include "store/sqlite/tv-sqlite-private.h"

#include <glib/gstdio.h>

struct _TvBookLock {
    TvConnection *connection;
};

/* Two programs that start together wait this long for each other's note of the name. */
#define WAIT_MS 200

static const char sql_holder[] = "SELECT name FROM holder";

static void
set_busy (GError **error, TvConnection *connection)
{
    g_autoptr (TvStatement) statement = tv_connection_prepare (connection, sql_holder, NULL);
    const char *name = statement && tv_statement_step (statement, NULL) == TV_STEP_ROW
                           ? tv_statement_get_text (statement, 0)
                           : "?";

    g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_BUSY, name);
}

static const char sql_forget_holder[] = "DELETE FROM holder";
static const char sql_note_holder[] = "INSERT INTO holder (name) VALUES ($1)";

static gboolean
note_holder (TvConnection *connection, GError **error)
{
    g_autofree char *machine = tv_platform_machine_name ();
    g_autofree char *name = g_strdup_printf ("%s, %s", g_get_real_name (), machine);
    g_autoptr (TvStatement) forget = NULL, note = NULL;

    if (!tv_connection_exec (connection, "CREATE TABLE IF NOT EXISTS holder (name TEXT) STRICT",
                             error))
        return FALSE;
    forget = tv_connection_prepare (connection, sql_forget_holder, error);
    note = tv_connection_prepare (connection, sql_note_holder, error);
    if (!forget || !note)
        return FALSE;
    tv_statement_bind_text (note, 1, name);
    return tv_statement_run (forget, error) && tv_statement_run (note, error);
}

static gboolean
hold (TvConnection *connection, GError **error)
{
    return tv_connection_begin (connection, error) && note_holder (connection, error)
           && tv_connection_commit (connection, error) && tv_connection_begin (connection, error);
}

static TvBookLock *
take (const char *path, GError **error)
{
    g_autoptr (TvBookLock) self = g_new0 (TvBookLock, 1);
    g_autoptr (GError) own_error = NULL;

    self->connection = tv_connection_open (path, TV_CONNECTION_LOCK, NULL, error);
    if (!self->connection)
        return NULL;
    sqlite3_busy_timeout (self->connection->db, WAIT_MS);
    if (hold (self->connection, &own_error))
        return g_steal_pointer (&self);
    tv_connection_rollback (self->connection);
    if (g_error_matches (own_error, TV_STORE_ERROR, TV_STORE_ERROR_BUSY))
        set_busy (error, self->connection);
    else
        g_propagate_error (error, g_steal_pointer (&own_error));
    return NULL;
}

/**
 * tv_book_lock_take:
 * @folder: of a book
 * @error: (nullable): TV_STORE_ERROR_BUSY, the message being who holds it;
 *   TV_STORE_ERROR_READ_ONLY where nothing can be written
 *
 * A lock that cannot be read, as a disk leaves one after a power cut, keeps nobody out: nobody can
 * be holding it.
 *
 * Returns: (transfer full) (nullable): the lock
 */
TvBookLock *
tv_book_lock_take (const char *folder, GError **error)
{
    g_autofree char *path = g_build_filename (folder, "lock", NULL);
    g_autoptr (GError) own_error = NULL;
    TvBookLock *self = take (path, &own_error);

    if (g_error_matches (own_error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_A_BOOK)
        || g_error_matches (own_error, TV_STORE_ERROR, TV_STORE_ERROR_CORRUPT)) {
        g_clear_error (&own_error);
        g_unlink (path);
        self = take (path, &own_error);
    }
    if (own_error)
        g_propagate_error (error, g_steal_pointer (&own_error));
    return self;
}

void
tv_book_lock_free (TvBookLock *self)
{
    if (self->connection) {
        tv_connection_rollback (self->connection);
        tv_connection_free (self->connection);
    }
    g_free (self);
}
