/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A connection to the book's file, set up for records that must not be lost. */

#include "store/sqlite/tv-sqlite-private.h"

#include "store/tv-store-file.h"

/* FULL: a commit is on the disk before it is answered, or the last morning's values could go with
 * the power. trusted_schema, cell_size_check: a book may come from anybody's USB stick.
 * secure_delete: what was erased is not to be found in the file. recursive_triggers:
 * replacing a row of the history is deleting it. */
static const char read_settings[] = "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
                                    "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;"
                                    "PRAGMA foreign_keys = ON;";
static const char write_settings[] = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                                     "PRAGMA secure_delete = ON; PRAGMA recursive_triggers = ON;";

/* A lock's content is worth nothing after a power cut. */
static const char lock_settings[] = "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;";

/* An unfinished copy is worth nothing either; who makes it waits for the disk in the end. */
static const char copy_settings[] = "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;"
                                    "PRAGMA locking_mode = EXCLUSIVE;";

static const char *const settings_of_mode[] = {
    [TV_CONNECTION_CREATE] = write_settings, [TV_CONNECTION_WRITE] = write_settings,
    [TV_CONNECTION_LOCK] = lock_settings,    [TV_CONNECTION_COPY] = copy_settings,
    [TV_CONNECTION_RECOVER] = NULL,          [TV_CONNECTION_READ] = NULL,
    [TV_CONNECTION_UNLOCKED] = NULL,
};

#define BUSY_TIMEOUT_MS 5000

/* The engine's count of the memory it has needs a lock with every piece of it, and nobody asks. */
static void
do_without_count (void)
{
    static gsize is_done = 0;

    if (g_once_init_enter (&is_done)) {
        sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
        g_once_init_leave (&is_done, 1);
    }
}

static int
open_file (const char *path, TvConnectionMode mode, sqlite3 **db)
{
    static const int flags[] = {
        [TV_CONNECTION_CREATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
        [TV_CONNECTION_WRITE] = SQLITE_OPEN_READWRITE,
        [TV_CONNECTION_LOCK] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
        [TV_CONNECTION_COPY] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
        [TV_CONNECTION_RECOVER] = SQLITE_OPEN_READWRITE,
        [TV_CONNECTION_READ] = SQLITE_OPEN_READONLY,
        [TV_CONNECTION_UNLOCKED] = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
    };
    g_autofree char *uri = NULL;

    if (mode == TV_CONNECTION_UNLOCKED) {
        g_autofree char *absolute = g_canonicalize_filename (path, NULL);
        g_autofree char *plain = g_filename_to_uri (absolute, NULL, NULL);

        uri = g_strconcat (plain, "?immutable=1", NULL);
    }
    return sqlite3_open_v2 (uri ? uri : path, db, flags[mode] | SQLITE_OPEN_NOMUTEX, NULL);
}

/**
 * tv_connection_open:
 * @path: of the file
 * @mode: what is to be done with it
 * @key: (nullable): what its pages are encrypted with; %NULL where they are not
 * @error: (nullable): a #TvStoreError, TV_STORE_ERROR_NO_ENCRYPTION where there is a @key and the
 *   engine has no use for it
 *
 * A connection is used by one thread at a time.
 *
 * Returns: (transfer full) (nullable): the connection
 */
TvConnection *
tv_connection_open (const char *path, TvConnectionMode mode, TvSecret *key, GError **error)
{
    g_autoptr (TvConnection) self = g_new0 (TvConnection, 1);
    int code;

    do_without_count ();
    self->statements = g_hash_table_new (g_str_hash, g_str_equal);
    if ((mode == TV_CONNECTION_CREATE || mode == TV_CONNECTION_LOCK || mode == TV_CONNECTION_COPY)
        && !tv_store_file_make_private (path, error))
        return NULL;
    code = open_file (path, mode, &self->db);
    if (code != SQLITE_OK) {
        tv_sqlite_set_error (error, self->db, code, path);
        return NULL;
    }
    sqlite3_extended_result_codes (self->db, 1);
    sqlite3_busy_timeout (self->db, BUSY_TIMEOUT_MS);
    if (!tv_sqlite_harden (self->db, error))
        return NULL;
    if (key) {
        self->key = tv_secret_ref (key);
        if (!tv_sqlite_set_key (self->db, key, error))
            return NULL;
    }
    if (!tv_connection_exec (self, read_settings, error)
        || (settings_of_mode[mode] && !tv_connection_exec (self, settings_of_mode[mode], error)))
        return NULL;
    return g_steal_pointer (&self);
}

/**
 * tv_connection_free:
 * @self: (transfer full): a connection none of whose statements is on loan
 */
void
tv_connection_free (TvConnection *self)
{
    GHashTableIter iter;
    gpointer statement;

    g_hash_table_iter_init (&iter, self->statements);
    while (g_hash_table_iter_next (&iter, NULL, &statement))
        tv_sqlite_statement_drop (statement);
    g_hash_table_unref (self->statements);
    if (sqlite3_close (self->db) != SQLITE_OK)
        g_critical ("a statement outlived its connection: %s", sqlite3_errmsg (self->db));
    g_clear_pointer (&self->key, tv_secret_unref);
    g_clear_pointer (&self->access, tv_sqlite_access_free);
    g_free (self);
}

/**
 * tv_connection_key:
 *
 * Returns: (transfer none) (nullable): what the file's pages are encrypted with
 */
TvSecret *
tv_connection_key (TvConnection *self)
{
    return self->key;
}

/**
 * tv_connection_exec:
 * @self: a connection
 * @sql: statements without parameters, parted by semicolons; rows that come are passed over
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether all of them were done
 */
gboolean
tv_connection_exec (TvConnection *self, const char *sql, GError **error)
{
    int code = sqlite3_exec (self->db, sql, NULL, NULL, NULL);

    if (code == SQLITE_OK)
        return TRUE;
    tv_sqlite_set_error (error, self->db, code, sql);
    return FALSE;
}

/**
 * tv_connection_empty_journal:
 * @self: a connection that writes, outside a transaction
 * @error: (nullable): TV_STORE_ERROR_BUSY if somebody reads in the file just now
 *
 * Brings what the journal holds into the file itself and cuts the journal to nothing.
 *
 * Returns: whether nothing is left in it
 */
gboolean
tv_connection_empty_journal (TvConnection *self, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_connection_prepare (self, "PRAGMA wal_checkpoint (TRUNCATE)", error);

    if (!statement || tv_statement_step (statement, error) != TV_STEP_ROW)
        return FALSE;
    if (tv_statement_get_int (statement, 0) == 0)
        return TRUE;
    g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_BUSY, "?");
    return FALSE;
}

/**
 * tv_connection_begin:
 * @self: a connection outside a transaction
 * @error: (nullable): a #TvStoreError, TV_STORE_ERROR_BUSY if another program writes
 *
 * Begins a transaction: one that may write, or on a reading connection one that sees the book as
 * it is now until it ends.
 *
 * Returns: whether it began
 */
gboolean
tv_connection_begin (TvConnection *self, GError **error)
{
    gboolean can_write = sqlite3_db_readonly (self->db, "main") == 0;

    return tv_connection_exec (self, can_write ? "BEGIN IMMEDIATE" : "BEGIN", error);
}

gboolean
tv_connection_commit (TvConnection *self, GError **error)
{
    return tv_connection_exec (self, "COMMIT", error);
}

/**
 * tv_connection_rollback:
 * @self: a connection
 *
 * Leaves nothing of the transaction under way; the engine may have ended it by itself already.
 */
void
tv_connection_rollback (TvConnection *self)
{
    if (!sqlite3_get_autocommit (self->db) && !tv_connection_exec (self, "ROLLBACK", NULL))
        g_warning ("rollback: %s", sqlite3_errmsg (self->db));
}

/**
 * tv_connection_last_key:
 * @self: a connection
 *
 * Returns: the key of the row that was inserted last; what a trigger inserted does not count
 */
gint64
tv_connection_last_key (TvConnection *self)
{
    return sqlite3_last_insert_rowid (self->db);
}

/**
 * tv_connection_fill_random:
 * @self: a connection
 * @bytes: (out caller-allocates) (array length=size): where to
 * @size: how many
 *
 * Bytes nobody can foretell, from the engine's generator, which the operating system seeds.
 */
void
tv_connection_fill_random (TvConnection *self, guint8 *bytes, gsize size)
{
    sqlite3_randomness ((int) size, bytes);
}
