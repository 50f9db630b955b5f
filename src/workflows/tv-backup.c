/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Backups: a book in one file, read through before it gets its name, and put back only where no
 * book stands. */

#include "workflows/tv-backup.h"

#include "store/tv-backup-file.h"
#include "store/tv-backup-seal.h"
#include "store/tv-store-file.h"
#include "workflows/tv-export-log.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

static gboolean
is_free (const char *path, GError **error)
{
    g_autofree char *folder = g_path_get_dirname (path);

    if (g_file_test (path, G_FILE_TEST_EXISTS)) {
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                             _ ("A file of that name stands there already, and it was left as it "
                                "is. Nothing was written. Choose another name for the backup."));
        return FALSE;
    }
    if (!g_file_test (folder, G_FILE_TEST_IS_DIR)) {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                     /* Translators: %s is a folder */
                     _ ("There is no folder “%s”. Nothing was written. Choose a folder that is "
                        "there, on another disk if you can."),
                     folder);
        return FALSE;
    }
    return TRUE;
}

/* The passwords of the day belong to the backup: a later change of them must not lock it. */
static gboolean
read_keys (TvStore *store, char **keys, GError **error)
{
    g_autofree char *path = g_build_filename (tv_store_folder (store), "people", NULL);

    gsize size;

    *keys = NULL;
    if (!tv_store_is_protected (store))
        return TRUE;
    *keys = tv_store_file_read_small (path, TV_BACKUP_SEAL_MAX_KEYS, &size, error);
    return *keys != NULL;
}

/**
 * tv_backup_copy:
 * @store: an open book; others may write in it meanwhile
 * @path: an absolute path of a file that does not stand yet
 * @progress: (nullable): told how far it has come, on this thread
 * @data: handed to @progress
 * @cancellable: (nullable): gives it up
 * @error: (nullable): a #TvStoreError or #GIOError; nothing is left at @path then
 *
 * Writes a backup, reads it back, opens it and counts. Blocks; may be called from any thread but
 * those of the store.
 *
 * Returns: (transfer full) (nullable): what is in it
 */
TvBookContents *
tv_backup_copy (TvStore *store, const char *path, TvStoreProgress progress, gpointer data,
                GCancellable *cancellable, GError **error)
{
    g_autofree char *keys = NULL;
    g_autoptr (TvConnection) source = NULL;

    g_return_val_if_fail (TV_IS_STORE (store) && g_path_is_absolute (path), NULL);
    if (!read_keys (store, &keys, error))
        return NULL;
    source = tv_store_open_source (store, error);
    if (!source)
        return NULL;
    return tv_backup_file_write (source, keys, path, progress, data, cancellable, error);
}

/**
 * tv_backup_key_of:
 * @store: an open book
 *
 * Blocks; not for the store's own threads.
 *
 * Returns: (transfer full) (nullable): what the book and the backups made of it are protected with
 */
TvSecret *
tv_backup_key_of (TvStore *store)
{
    g_autoptr (TvConnection) source = tv_store_open_source (store, NULL);
    TvSecret *key = source ? tv_connection_key (source) : NULL;

    return key ? tv_secret_ref (key) : NULL;
}

/**
 * tv_backup_write:
 * @store: an open book; others may write in it meanwhile
 * @path: of a file that does not stand yet
 * @error: (nullable): a #TvStoreError, or a #GIOError with a sentence for people
 *
 * Writes a backup as tv_backup_copy() does, and examines the book in it from beginning to end.
 * Blocks; may be called from any thread but those of the store.
 *
 * Returns: (transfer full) (nullable): what was found in the copy; a book that is not sound gives a
 *   copy that is not, which is better than none
 */
TvBookReport *
tv_backup_write (TvStore *store, const char *path, GError **error)
{
    g_autofree char *full_path = g_canonicalize_filename (path, NULL);
    g_autoptr (TvBookContents) contents = NULL;
    g_autoptr (TvSecret) key = NULL;
    g_autoptr (TvBookCheck) found = NULL;

    g_return_val_if_fail (TV_IS_STORE (store), NULL);
    if (!is_free (full_path, error) || !tv_export_log (store, TV_EXPORT_BACKUP, NULL, error))
        return NULL;
    contents = tv_backup_copy (store, full_path, NULL, NULL, NULL, error);
    if (!contents)
        return NULL;
    key = tv_backup_key_of (store);
    found = tv_backup_file_check (full_path, key, NULL, error);
    return found ? tv_book_report_new (found) : NULL;
}

static void
set_damaged (GError **error)
{
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("This backup is damaged, or somebody changed it. It was not put back, "
                            "and nothing was changed. Take an older backup."));
}

/* The store speaks of books; here it is the backup that is missing or damaged. */
static void
set_backup_error (GError **error, GError *own_error)
{
    if (g_error_matches (own_error, TV_STORE_ERROR, TV_STORE_ERROR_CORRUPT)) {
        set_damaged (error);
        g_error_free (own_error);
    } else if (g_error_matches (own_error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_FOUND)) {
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                             _ ("There is no such backup. Nothing was changed. Look for the file, "
                                "or plug in the disk on which it lies."));
        g_error_free (own_error);
    } else {
        g_propagate_error (error, own_error);
    }
}

static gboolean
is_good (const char *path, TvSecret *key, gboolean is_damage_accepted, GError **error)
{
    GError *own_error = NULL;
    g_autoptr (TvBookCheck) found = tv_backup_file_check (path, key, NULL, &own_error);

    if (!found) {
        set_backup_error (error, own_error);
        return FALSE;
    }
    if (found->troubles->len == 0 || is_damage_accepted)
        return TRUE;
    set_damaged (error);
    return FALSE;
}

/* Nobody has signed in yet to a protected book, so it is looked through on a connection of its own
 * with the key; the store has brought a book of an older version up to date before. */
static TvBookCheck *
check_book (const char *folder, TvSecret *key, TvClock *clock, GError **error)
{
    g_autofree char *path = g_build_filename (folder, "book.db", NULL);
    g_autoptr (TvStore) store = tv_store_open_with_key (folder, key, clock, error);
    g_autoptr (TvConnection) connection = NULL;

    if (!store)
        return NULL;
    tv_store_close (store);
    connection = tv_backup_file_open (path, key, error);
    return connection ? tv_store_check (connection, error) : NULL;
}

/**
 * tv_backup_put_back:
 * @path: of a backup
 * @key: (nullable): what it is protected with
 * @folder: where the book is to stand; no book may stand there
 * @is_damage_accepted: whether a backup that can be read but is not sound will do
 * @clock: where the time comes from
 * @error: (nullable): a #TvStoreError, or a #GIOError with a sentence for people
 *
 * Reads the backup through first, and the book that came of it afterwards. Blocks; may be called
 * from any thread.
 *
 * Returns: (transfer full) (nullable): what was found in the book that stands now
 */
TvBookReport *
tv_backup_put_back (const char *path, TvSecret *key, const char *folder,
                    gboolean is_damage_accepted, TvClock *clock, GError **error)
{
    g_autofree char *full_path = g_canonicalize_filename (path, NULL);
    g_autofree char *full_folder = g_canonicalize_filename (folder, NULL);
    g_autoptr (TvBookCheck) found = NULL;

    if (tv_store_exists (full_folder)) {
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_EXISTS, full_folder);
        return NULL;
    }
    if (!is_good (full_path, key, is_damage_accepted, error)
        || !tv_backup_file_put_back (full_path, key, full_folder, error))
        return NULL;
    found = check_book (full_folder, key, clock, error);
    return found ? tv_book_report_new (found) : NULL;
}
