/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Backups as files: a copy of a book with a seal behind it, written under another name, read back
 * and counted before it gets its own. */

#include "store/tv-backup-file.h"

#include "store/tv-schema.h"
#include "store/tv-store-file.h"

#include <glib/gstdio.h>
#include <string.h>

static gpointer
open_twin (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return tv_connection_open_twin (connection, error);
}

/**
 * tv_store_open_source:
 * @store: an open book
 * @error: (nullable): a #TvStoreError, TV_STORE_ERROR_LOCKED …
 *
 * A long copy is made on a connection of its own, so that nobody waits for it. It sees the whole
 * book, whoever is signed in: what comes of it must be as closed as the book. Blocks shortly.
 *
 * Returns: (transfer full) (nullable): a connection to copy from
 */
TvConnection *
tv_store_open_source (TvStore *store, GError **error)
{
    return tv_store_read (store, open_twin, NULL, error);
}

/* A copy may lie where nothing can be written, not even a journal's index. Somebody may also have
 * put a book's own file there, together with its journal. */
static TvConnection *
open_copy (const char *path, TvSecret *key, GError **error)
{
    g_autofree char *journal = g_strconcat (path, "-wal", NULL);
    gboolean has_journal = g_file_test (journal, G_FILE_TEST_EXISTS);
    g_autoptr (TvConnection) connection = tv_connection_open (
        path, has_journal ? TV_CONNECTION_READ : TV_CONNECTION_UNLOCKED, key, error);
    guint n_steps;
    const TvSchemaStep *steps = tv_schema_get_steps (&n_steps);
    int version;

    if (!connection
        || !tv_schema_identify (connection, steps[n_steps - 1].version, &version, error))
        return NULL;
    return g_steal_pointer (&connection);
}

static gboolean
set_protected (GError **error, const char *path)
{
    int code = tv_engine_encrypts () ? TV_STORE_ERROR_PROTECTED : TV_STORE_ERROR_NO_ENCRYPTION;

    g_set_error_literal (error, TV_STORE_ERROR, code, path);
    return FALSE;
}

/* Noise without keys behind it is no backup of ours, but another program's file. */
static gboolean
fits_key (const char *path, TvSecret *key, GError **error)
{
    g_autoptr (TvBackupSeal) seal = NULL;

    if (key || !tv_backup_file_is_protected (path))
        return TRUE;
    seal = tv_backup_seal_read (path, error);
    if (!seal)
        return FALSE;
    return !seal->keys || set_protected (error, path);
}

/**
 * tv_backup_file_open:
 * @path: an absolute path of a backup
 * @key: (nullable): what it is protected with; passed over where it is not
 * @error: (nullable): TV_STORE_ERROR_NOT_FOUND, _PROTECTED where there is no @key, _CORRUPT where
 *   the @key does not read it, _NEWER …
 *
 * Does not look at the seal.
 *
 * Returns: (transfer full) (nullable): a connection to the book in it
 */
TvConnection *
tv_backup_file_open (const char *path, TvSecret *key, GError **error)
{
    g_autoptr (GError) own_error = NULL;
    TvConnection *connection;

    if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_FOUND, path);
        return NULL;
    }
    if (!tv_backup_file_is_protected (path))
        key = NULL;
    if (!fits_key (path, key, error))
        return NULL;
    connection = open_copy (path, key, &own_error);
    if (key && g_error_matches (own_error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_A_BOOK))
        own_error->code = TV_STORE_ERROR_CORRUPT;
    if (own_error)
        g_propagate_error (error, g_steal_pointer (&own_error));
    return connection;
}

/**
 * tv_backup_file_is_protected:
 * @path: of a backup
 *
 * Returns: whether its book is encrypted
 */
gboolean
tv_backup_file_is_protected (const char *path)
{
    return !tv_engine_file_is_plain (path);
}

/**
 * tv_backup_file_read_keys:
 * @path: of a protected backup
 * @error: (nullable): TV_STORE_ERROR_NO_KEYS, _CORRUPT …
 *
 * Returns: (transfer full) (nullable): whose passwords open it
 */
TvKeyRing *
tv_backup_file_read_keys (const char *path, GError **error)
{
    g_autoptr (TvBackupSeal) seal = tv_backup_seal_read (path, error);

    if (!seal)
        return NULL;
    if (seal->keys)
        return tv_key_ring_parse (seal->keys, strlen (seal->keys), error);
    g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_NO_KEYS, path);
    return NULL;
}

static gboolean
is_as_sealed (const char *path, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvBackupSeal) seal = tv_backup_seal_read (path, error);

    return seal && tv_backup_seal_verify (seal, path, cancellable, error);
}

/**
 * tv_backup_file_holds:
 * @path: an absolute path of a copy of a book
 * @key: (nullable): what it is protected with
 * @contents: what the book held when it was copied
 * @error: (nullable): TV_STORE_ERROR_CORRUPT where it holds something else …
 *
 * Returns: whether the copy can be read and holds just that
 */
gboolean
tv_backup_file_holds (const char *path, TvSecret *key, const TvBookContents *contents,
                      GError **error)
{
    g_autoptr (TvConnection) connection = tv_backup_file_open (path, key, error);
    g_autoptr (TvBookContents) found
        = connection ? tv_book_contents_read (connection, error) : NULL;

    if (!found)
        return FALSE;
    if (tv_book_contents_equal (found, contents))
        return TRUE;
    g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_CORRUPT,
                 "%s: the copy does not hold what the book held", path);
    return FALSE;
}

static TvBookContents *
write_and_read_back (TvConnection *source, const char *keys, const char *unfinished,
                     const char *path, TvStoreProgress progress, gpointer data,
                     GCancellable *cancellable, GError **error)
{
    g_autoptr (TvBookContents) contents
        = tv_store_copy_with_progress (source, unfinished, progress, data, cancellable, error);

    if (!contents || !tv_backup_seal_write (unfinished, keys, cancellable, error)
        || !is_as_sealed (unfinished, cancellable, error)
        || !tv_backup_file_holds (unfinished, tv_connection_key (source), contents, error)
        || !tv_store_file_move (unfinished, path, error))
        return NULL;
    return g_steal_pointer (&contents);
}

/**
 * tv_backup_file_write:
 * @source: a connection to the book, of this thread; tv_store_open_source() gives one
 * @keys: (nullable): the text of the file "people" of a protected book
 * @path: an absolute path at which no file stands
 * @progress: (nullable): told how far it has come, on this thread
 * @data: handed to @progress
 * @cancellable: (nullable): gives it up
 * @error: (nullable): a #TvStoreError or #GIOError; nothing is left at @path then
 *
 * Writes a backup that only its owner can read, encrypted as the book is, seals it, reads it back,
 * opens it and counts, and only then gives it its name. Whether the book itself is sound is another
 * question: see tv_backup_file_check().
 *
 * Returns: (transfer full) (nullable): what is in it
 */
TvBookContents *
tv_backup_file_write (TvConnection *source, const char *keys, const char *path,
                      TvStoreProgress progress, gpointer data, GCancellable *cancellable,
                      GError **error)
{
    g_autofree char *unfinished = g_strconcat (path, ".unfinished", NULL);
    g_autoptr (GError) own_error = NULL;
    TvBookContents *contents;

    g_unlink (unfinished);
    contents = write_and_read_back (source, keys, unfinished, path, progress, data, cancellable,
                                    &own_error);
    if (own_error) {
        g_unlink (unfinished);
        g_propagate_error (error, g_steal_pointer (&own_error));
    }
    return contents;
}

/**
 * tv_backup_file_check:
 * @path: an absolute path of a backup
 * @key: (nullable): what it is protected with
 * @cancellable: (nullable): gives it up
 * @error: (nullable): a #TvStoreError if there is no book in that file, or one that cannot be read
 *
 * Returns: (transfer full) (nullable): what tv_store_check() finds in the file; that it is not as
 *   it was sealed is one of the troubles
 */
TvBookCheck *
tv_backup_file_check (const char *path, TvSecret *key, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvConnection) connection = tv_backup_file_open (path, key, error);
    g_autoptr (TvBookCheck) found = connection ? tv_store_check (connection, error) : NULL;
    g_autoptr (GError) own_error = NULL;

    if (!found || is_as_sealed (path, cancellable, &own_error))
        return g_steal_pointer (&found);
    if (!g_error_matches (own_error, TV_STORE_ERROR, TV_STORE_ERROR_CORRUPT)) {
        g_propagate_error (error, g_steal_pointer (&own_error));
        return NULL;
    }
    tv_book_check_add (found, TV_BOOK_TROUBLE_FILE, NULL, 0, "it is not as it was sealed");
    return g_steal_pointer (&found);
}
