/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From a backup to a book, where none stands or in the place of one. The new book is written whole
 * under another name and takes its place in one step, so that a power cut leaves the old one or the
 * new one. A protected book needs two files that belong together: until both have their names, the
 * keys carry the first bytes of the book they are for, which no two protected books share, and
 * whoever opens the book next finishes what was begun. */

#include "store/tv-backup-file.h"

#include "base/tv-platform.h"
#include "store/tv-book-lock.h"
#include "store/tv-store-file.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define N_MARK_BYTES 16

typedef struct {
    char *book;
    char *unfinished;
    char *people;
    char *waiting_people; /* (nullable): the keys until the book stands */
} Places;

static void
clear_places (Places *self)
{
    g_free (self->book);
    g_free (self->unfinished);
    g_free (self->people);
    g_free (self->waiting_people);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Places, clear_places)

static void
find_places (Places *self, const char *folder)
{
    self->book = g_build_filename (folder, "book.db", NULL);
    self->unfinished = g_strconcat (self->book, ".unfinished", NULL);
    self->people = g_build_filename (folder, "people", NULL);
}

/* An encrypted book begins with random bytes of its own. */
static char *
name_waiting_people (const char *people, const char *book)
{
    guint8 bytes[N_MARK_BYTES];
    FILE *file = g_fopen (book, "rb");
    gboolean is_read = file && fread (bytes, sizeof bytes, 1, file) == 1;
    GString *name;

    if (file)
        fclose (file);
    if (!is_read)
        return NULL;
    name = g_string_new (people);
    g_string_append_c (name, '-');
    for (guint i = 0; i < N_MARK_BYTES; i++)
        g_string_append_printf (name, "%02x", bytes[i]);
    return g_string_free (name, FALSE);
}

static gboolean
write_unfinished (const char *path, TvSecret *key, const char *unfinished, GError **error)
{
    g_autoptr (TvConnection) connection = tv_backup_file_open (path, key, error);
    g_autoptr (TvBookContents) contents = NULL;

    g_unlink (unfinished);
    if (connection)
        contents = tv_store_copy_with_progress (connection, unfinished, NULL, NULL, NULL, error);
    if (contents
        && tv_backup_file_holds (unfinished, tv_connection_key (connection), contents, error))
        return TRUE;
    g_unlink (unfinished);
    return FALSE;
}

/* Keys that lie beside a plain book open nothing, so a plain one needs none to wait. */
static gboolean
write_waiting_people (Places *places, const char *path, const char *folder, GError **error)
{
    g_autoptr (TvBackupSeal) seal = NULL;

    if (!tv_backup_file_is_protected (places->unfinished))
        return TRUE;
    seal = tv_backup_seal_read (path, error);
    if (!seal)
        return FALSE;
    if (!seal->keys) {
        if (tv_key_ring_exists (folder))
            return TRUE;
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_NO_KEYS, path);
        return FALSE;
    }
    places->waiting_people = name_waiting_people (places->people, places->unfinished);
    return places->waiting_people
           && tv_store_file_replace (places->waiting_people, seal->keys, strlen (seal->keys),
                                     error);
}

/* A journal of the book before, of either kind, would be taken for the new one's. What it holds has
 * been copied by whoever makes room. */
static void
remove_journal (const char *book)
{
    static const char *const endings[] = { "-wal", "-shm", "-journal" };

    for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
        g_autofree char *journal = g_strconcat (book, endings[i], NULL);

        g_unlink (journal);
    }
}

static gboolean
take_place (Places *places, GError **error)
{
    remove_journal (places->book);
    if (!tv_store_file_take_place (places->unfinished, places->book, error))
        return FALSE;
    if (!tv_backup_file_is_protected (places->book))
        g_unlink (places->people);
    else if (places->waiting_people)
        return tv_store_file_take_place (places->waiting_people, places->people, error);
    return TRUE;
}

static gboolean
restore (const char *path, TvSecret *key, const char *folder, GError **error)
{
    g_auto (Places) places = { 0 };

    find_places (&places, folder);
    if (write_unfinished (path, key, places.unfinished, error)
        && write_waiting_people (&places, path, folder, error) && take_place (&places, error))
        return TRUE;
    g_unlink (places.unfinished);
    return FALSE;
}

/**
 * tv_backup_file_put_back:
 * @path: an absolute path of a backup
 * @key: (nullable): what it is protected with
 * @folder: where the book is to stand; made if need be
 * @error: (nullable): TV_STORE_ERROR_EXISTS where a book stands already, or another #TvStoreError
 *
 * A protected backup gives a protected book, with the passwords of its day.
 *
 * Returns: whether the whole book is in @folder now; if not, nothing of it is
 */
gboolean
tv_backup_file_put_back (const char *path, TvSecret *key, const char *folder, GError **error)
{
    g_autoptr (TvConnection) look = tv_backup_file_open (path, key, error);
    g_autoptr (TvBookLock) lock = NULL;

    if (!look || !tv_store_file_make_folder (folder, error))
        return FALSE;
    g_clear_pointer (&look, tv_connection_free);
    lock = tv_book_lock_take (folder, error);
    if (!lock)
        return FALSE;
    if (tv_store_exists (folder)) {
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_EXISTS, folder);
        return FALSE;
    }
    return restore (path, key, folder, error);
}

/**
 * tv_backup_file_replace:
 * @path: an absolute path of a backup
 * @key: (nullable): what it is protected with
 * @folder: of a book that nobody has open, and of which there is a copy
 * @error: (nullable): TV_STORE_ERROR_BUSY, _FULL …
 *
 * Puts the book of the backup in the place of the one that stands there.
 *
 * Returns: whether the new book stands; if not, the old one does
 */
gboolean
tv_backup_file_replace (const char *path, TvSecret *key, const char *folder, GError **error)
{
    g_autoptr (TvBookLock) lock = tv_book_lock_take (folder, error);

    return lock && restore (path, key, folder, error);
}

/**
 * tv_backup_file_finish_replacing:
 * @folder: of a book
 *
 * Gives the keys their name where a power cut came between those of the book and of its keys. To
 * be called before the keys of a book are looked at.
 */
void
tv_backup_file_finish_replacing (const char *folder)
{
    g_auto (Places) places = { 0 };

    find_places (&places, folder);
    if (!tv_store_exists (folder) || !tv_backup_file_is_protected (places.book))
        return;
    places.waiting_people = name_waiting_people (places.people, places.book);
    if (places.waiting_people && g_file_test (places.waiting_people, G_FILE_TEST_EXISTS)
        && !tv_store_file_take_place (places.waiting_people, places.people, NULL))
        g_warning ("the keys of %s wait for their name", folder);
}
