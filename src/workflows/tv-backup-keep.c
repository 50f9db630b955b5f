/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeping the backups of a book up to date without anybody asking: at closing, daily while it is
 * open, and when the stick of the second place is plugged in. A book that did not change is not
 * copied again. */

#include "workflows/tv-backup-keep-private.h"

#include "store/tv-backup-file.h"
#include "store/tv-store-file.h"
#include "workflows/tv-backup-place.h"
#include "workflows/tv-backup.h"

typedef struct {
    TvStore *store;
    char *second; /* (nullable) */
    TvBackupProgress progress;
    gpointer progress_data;
    GMainContext *context; /* (nullable): where @progress is called */
    TvBookContents *contents;
    char *state; /* of the book and its passwords */
} Keeping;

static void
free_keeping (gpointer data)
{
    Keeping *self = data;

    g_object_unref (self->store);
    g_free (self->second);
    g_free (self->state);
    g_clear_pointer (&self->context, g_main_context_unref);
    g_clear_pointer (&self->contents, tv_book_contents_free);
    g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Keeping, free_keeping)

typedef struct {
    TvBackupProgress progress;
    gpointer user_data;
    double fraction;
} Notice;

static gboolean
tell_cb (gpointer data)
{
    const Notice *notice = data;

    notice->progress (notice->fraction, notice->user_data);
    return G_SOURCE_REMOVE;
}

static void
progress_cb (double fraction, gpointer data)
{
    const Keeping *self = data;
    Notice *notice;

    if (!self->progress)
        return;
    notice = g_new0 (Notice, 1);
    *notice = (Notice){ self->progress, self->progress_data, fraction };
    g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, tell_cb, notice, g_free);
}

/* A new password is a reason for a new backup: the old one does not open with it. */
static char *
describe_state (TvStore *store, const TvBookContents *contents)
{
    g_autofree char *path = g_build_filename (tv_store_folder (store), "people", NULL);
    g_autofree char *people = NULL;
    g_autofree char *digest = NULL;
    gsize size = 0;

    if (tv_store_is_protected (store))
        g_file_get_contents (path, &people, &size, NULL);
    digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, people ? people : "", (gssize) size);
    return g_strdup_printf ("%s %.16s", contents->state, digest);
}

static gboolean
look_at_book (Keeping *self, GError **error)
{
    g_autoptr (TvConnection) source = tv_store_open_source (self->store, error);

    self->contents = source ? tv_book_contents_read (source, error) : NULL;
    if (!self->contents)
        return FALSE;
    self->state = describe_state (self->store, self->contents);
    return TRUE;
}

/* The name is given last, so what stands in the folder is whole. Old ones go only after that. */
static gboolean
write_in (Keeping *self, const char *place, guint *n_written, GCancellable *cancellable,
          GError **error)
{
    const char *book_folder = tv_store_folder (self->store);
    TvClock *clock = tv_store_clock (self->store);
    g_autofree char *path = NULL;
    g_autofree char *name = NULL;
    g_autofree char *time = NULL;
    g_autofree char *state = NULL;
    g_autoptr (TvBookContents) contents = NULL;

    if (tv_backup_state_is_current (book_folder, place, self->state))
        return TRUE;
    path = tv_backup_place_name_file (place, book_folder, self->contents->school_uid, FALSE, clock);
    contents = tv_backup_copy (self->store, path, progress_cb, self, cancellable, error);
    if (!contents)
        return FALSE;
    name = g_path_get_basename (path);
    time = tv_clock_now_utc (clock);
    state = describe_state (self->store, contents);
    tv_backup_state_note (book_folder, place, name, state, time);
    tv_backup_place_rotate (place, contents->school_uid, clock);
    (*n_written)++;
    return TRUE;
}

static gboolean
write_here (Keeping *self, guint *n_written, GCancellable *cancellable, GError **error)
{
    g_autofree char *place = tv_backup_place_of_book (tv_store_folder (self->store));

    return tv_store_file_make_folder (place, error) && tv_backup_place_claim (place, error)
           && write_in (self, place, n_written, cancellable, error);
}

static TvBackupKept *
keep (Keeping *self, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvBackupKept) kept = g_new0 (TvBackupKept, 1);

    if (!look_at_book (self, error))
        return NULL;
    kept->is_practice = self->contents->is_practice;
    if (!kept->is_practice) {
        write_here (self, &kept->n_written, cancellable, &kept->here_error);
        if (self->second && tv_backup_place_is_there (self->second)
            && !g_cancellable_is_cancelled (cancellable))
            write_in (self, self->second, &kept->n_written, cancellable, &kept->second_error);
    }
    kept->state = tv_backup_state_read (tv_store_folder (self->store), self->second);
    return g_steal_pointer (&kept);
}

static void
keep_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    GError *error = NULL;
    TvBackupKept *kept = keep (data, cancellable, &error);

    if (kept)
        g_task_return_pointer (task, kept, (GDestroyNotify) tv_backup_kept_free);
    else
        g_task_return_error (task, error);
}

static Keeping *
new_keeping (TvStore *store, const char *second)
{
    Keeping *self = g_new0 (Keeping, 1);

    self->store = g_object_ref (store);
    self->second = second && *second ? g_strdup (second) : NULL;
    return self;
}

/**
 * tv_backup_keep_async:
 * @store: an open book
 * @second: (nullable): a second folder for backups, which may not be there just now
 * @progress: (nullable): told how far the copy under way has come
 * @progress_data: for @progress
 *
 * Writes a backup beside the book, and one to the second place where it is there, if something was
 * changed since the last one; then lets the older ones go that are not to be kept. Each is read
 * back before it counts. End it with tv_backup_keep_finish().
 */
void
tv_backup_keep_async (TvStore *store, const char *second, TvBackupProgress progress,
                      gpointer progress_data, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
    Keeping *keeping = new_keeping (store, second);

    keeping->progress = progress;
    keeping->progress_data = progress_data;
    keeping->context = g_main_context_ref_thread_default ();
    g_task_set_source_tag (task, tv_backup_keep_async);
    g_task_set_check_cancellable (task, FALSE);
    g_task_set_task_data (task, keeping, free_keeping);
    g_task_run_in_thread (task, keep_thread);
}

/**
 * tv_backup_keep_finish:
 *
 * Returns: (transfer full) (nullable): what came of it; %NULL with @error set where the book itself
 *   could not be looked at, as TV_STORE_ERROR_LOCKED
 */
TvBackupKept *
tv_backup_keep_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, store), NULL);
    return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tv_backup_keep:
 *
 * As tv_backup_keep_async(), for whoever waits.
 *
 * Returns: (transfer full) (nullable): what came of it
 */
TvBackupKept *
tv_backup_keep (TvStore *store, const char *second, GError **error)
{
    g_autoptr (Keeping) keeping = new_keeping (store, second);

    return keep (keeping, NULL, error);
}

void
tv_backup_kept_free (TvBackupKept *self)
{
    g_clear_pointer (&self->state, tv_backup_state_free);
    g_clear_error (&self->here_error);
    g_clear_error (&self->second_error);
    g_free (self);
}
