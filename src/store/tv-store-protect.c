/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From a plain book to a protected one and back. The engine writes a whole second file, which is
 * read back and counted before it takes the first one's place in one step: at every moment one of
 * the two stands there whole. Whether a book is protected its file's head says; keys that lie
 * beside a plain book open nothing. */

#include "store/tv-store-protect.h"

#include "base/tv-platform.h"
#include "store/tv-store-file.h"
#include "store/tv-store-private.h"
#include "store/tv-store-sign-in.h"

#include <errno.h>
#include <glib/gstdio.h>

typedef struct {
    const char *folder;
    char *path;
    char *unfinished;
    TvStoreProgress progress;
    gpointer data;
    GCancellable *cancellable;
    goffset size; /* of the file that is left */
} Change;

static goffset
get_size (const char *path)
{
    GStatBuf status;

    return g_stat (path, &status) == 0 ? status.st_size : 0;
}

/* The second file becomes about as long as the first. */
static gboolean
watch_cb (gpointer data)
{
    Change *self = data;
    double fraction = self->size > 0 ? (double) get_size (self->unfinished) / self->size : 0;

    if (self->progress)
        self->progress (MIN (fraction, 1) * 0.8, self->data);
    return !g_cancellable_is_cancelled (self->cancellable);
}

static const char sql_list_tables[]
    = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";

/* How many rows every table has, as text. */
static char *
count_rows (TvConnection *connection, GError **error)
{
    g_autoptr (TvStatement) tables = tv_connection_prepare (connection, sql_list_tables, error);
    g_autoptr (GString) counts = g_string_new (NULL);
    TvStep step = TV_STEP_ERROR;

    while (tables && (step = tv_statement_step (tables, error)) == TV_STEP_ROW) {
        const char *name = tv_statement_get_text (tables, 0);
        g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\"", name);
        g_autoptr (TvStatement) count = tv_connection_prepare (connection, sql, error);

        if (!count || tv_statement_step (count, error) != TV_STEP_ROW)
            return NULL;
        g_string_append_printf (counts, "%s %" G_GINT64_FORMAT "\n", name,
                                tv_statement_get_int (count, 0));
    }
    return step == TV_STEP_DONE ? g_strdup (counts->str) : NULL;
}

static gboolean
is_whole (TvConnection *connection, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_connection_prepare (connection, "PRAGMA integrity_check (1)", error);
    const char *answer;

    if (!statement || tv_statement_step (statement, error) != TV_STEP_ROW)
        return FALSE;
    answer = tv_statement_get_text (statement, 0);
    if (g_strcmp0 (answer, "ok") == 0)
        return TRUE;
    g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_CORRUPT, "the new file: %s", answer);
    return FALSE;
}

static gboolean
is_equal (Change *self, const char *counts, TvSecret *key, GError **error)
{
    g_autoptr (TvConnection) connection
        = tv_connection_open (self->unfinished, TV_CONNECTION_READ, key, error);
    g_autofree char *own_counts = connection ? count_rows (connection, error) : NULL;

    if (!own_counts || !is_whole (connection, error))
        return FALSE;
    if (g_strcmp0 (counts, own_counts) == 0)
        return TRUE;
    g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_CORRUPT,
                         "the new file does not hold as many records");
    return FALSE;
}

static gboolean
write_other (Change *self, TvSecret *from, TvSecret *to, GError **error)
{
    g_autoptr (TvConnection) connection
        = tv_connection_open (self->path, TV_CONNECTION_WRITE, from, error);
    g_autofree char *counts = NULL;

    /* Left behind beside the new file, the journal would be taken for that one's. */
    if (!connection || !tv_connection_empty_journal (connection, error))
        return FALSE;
    self->size = get_size (self->path);
    counts = count_rows (connection, error);
    if (!counts || !tv_store_file_make_private (self->unfinished, error)
        || !tv_connection_export (connection, self->unfinished, to, watch_cb, self, error))
        return FALSE;
    if (self->progress)
        self->progress (0.8, self->data);
    if (!is_equal (self, counts, to, error))
        return FALSE;
    if (!tv_platform_sync (self->unfinished)) {
        tv_store_file_set_error (error, self->unfinished, errno);
        return FALSE;
    }
    return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static gboolean
exchange (Change *self, TvKeyRing *ring, TvSecret *from, TvSecret *to, GError **error)
{
    gboolean is_written;

    g_unlink (self->unfinished);
    is_written = write_other (self, from, to, error)
                 && (!ring || tv_key_ring_write (ring, self->folder, error))
                 && tv_store_file_take_place (self->unfinished, self->path, error);
    if (!is_written) {
        g_unlink (self->unfinished);
        if (error && g_cancellable_is_cancelled (self->cancellable)) {
            g_clear_error (error);
            g_cancellable_set_error_if_cancelled (self->cancellable, error);
        }
    } else if (self->progress) {
        self->progress (1, self->data);
    }
    return is_written;
}

/* The book is closed meanwhile, and its lock held; whatever comes of it, it is open again
 * afterwards. */
static gboolean
change (TvStore *store, TvKeyRing *ring, TvSecret *to, TvStoreProgress progress, gpointer data,
        GCancellable *cancellable, GError **error)
{
    const char *folder = tv_store_folder (store);
    g_autofree char *path = g_build_filename (folder, "book.db", NULL);
    g_autofree char *unfinished = g_strconcat (path, ".unfinished", NULL);
    g_autoptr (TvSecret) from = tv_store_get_key (store);
    Change self = { folder, path, unfinished, progress, data, cancellable, 0 };
    const GError *refusal = tv_store_get_refusal (store);
    gboolean is_changed;

    if (refusal) {
        g_propagate_error (error, g_error_copy (refusal));
        return FALSE;
    }
    tv_store_lock (store);
    is_changed = exchange (&self, ring, from, to, error);
    return tv_store_unlock (store, is_changed ? to : from, is_changed ? error : NULL) && is_changed;
}

/**
 * tv_store_protect:
 * @store: a plain book
 * @ring: who can open it from now on, each with @key
 * @key: of TV_KEY_SIZE bytes
 * @progress: (nullable): told how far it has come
 * @data: handed to @progress
 * @cancellable: (nullable): gives it up until the last step
 * @error: (nullable): TV_STORE_ERROR_NO_ENCRYPTION, _BUSY, _FULL …; G_IO_ERROR_CANCELLED; the book
 *   is as it was
 *
 * Waits, and answers meanwhile whatever is asked of the book with TV_STORE_ERROR_LOCKED; nobody has
 * signed in afterwards. Copies that were made of the book before stay as they are: in plain.
 *
 * Returns: whether the book is protected now
 */
gboolean
tv_store_protect (TvStore *store, TvKeyRing *ring, TvSecret *key, TvStoreProgress progress,
                  gpointer data, GCancellable *cancellable, GError **error)
{
    g_return_val_if_fail (TV_IS_STORE (store) && ring && key, FALSE);
    g_return_val_if_fail (!tv_store_is_protected (store), FALSE);
    return change (store, ring, key, progress, data, cancellable, error);
}

/**
 * tv_store_unprotect:
 * @store: a protected book in which its nurse has signed in
 * @progress: (nullable): told how far it has come
 * @data: handed to @progress
 * @cancellable: (nullable): gives it up until the last step
 * @error: (nullable): as tv_store_protect(), or TV_STORE_ERROR_NOT_ALLOWED
 *
 * Waits. Returns: whether anybody who has the file can read it now; its keys are gone
 */
gboolean
tv_store_unprotect (TvStore *store, TvStoreProgress progress, gpointer data,
                    GCancellable *cancellable, GError **error)
{
    g_autofree char *people = NULL;

    g_return_val_if_fail (TV_IS_STORE (store) && tv_store_is_protected (store), FALSE);
    if (!tv_store_check_right (store, TV_RIGHT_UNPROTECT, error)
        || !change (store, NULL, NULL, progress, data, cancellable, error))
        return FALSE;
    people = g_build_filename (tv_store_folder (store), "people", NULL);
    g_unlink (people);
    return TRUE;
}
