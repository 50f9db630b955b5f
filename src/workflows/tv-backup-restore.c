/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From a backup back to a book: which backups there are, what is in one, and putting it back. What
 * stands there is copied first, so that no way leads to nothing. */

#include "workflows/tv-backup-restore.h"

#include "base/tv-moment.h"
#include "store/tv-backup-file.h"
#include "store/tv-recovery-code.h"
#include "store/tv-store-file.h"
#include "store/tv-store-sign-in.h"
#include "workflows/tv-backup-place.h"
#include "workflows/tv-backup.h"
#include "workflows/tv-sign-in.h"
#include "workflows/tv-undo.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
    char *path;
    char *folder;
    char *person_uid;
    char *second;
    TvSecret *secret;
    TvStore *present;
    TvBackupPreview *preview;
    gboolean is_closed; /* the book that was open */
} Work;

static void
free_work (gpointer data)
{
    Work *self = data;

    g_free (self->path);
    g_free (self->folder);
    g_free (self->person_uid);
    g_free (self->second);
    g_clear_pointer (&self->secret, tv_secret_unref);
    g_clear_object (&self->present);
    g_clear_pointer (&self->preview, tv_backup_preview_unref);
    g_free (self);
}

static void
free_known (gpointer data)
{
    TvKnownBackup *self = data;

    g_free (self->path);
    g_free (self->title);
    g_free (self->detail);
    g_free (self);
}

static void
add_known (GPtrArray *known, const char *place, const char *school_uid)
{
    g_autoptr (GPtrArray) entries = tv_backup_place_list (place, school_uid);

    for (guint i = 0; i < entries->len; i++) {
        const TvBackupEntry *entry = g_ptr_array_index (entries, i);
        g_autofree char *size = g_format_size ((guint64) entry->size);
        TvKnownBackup *one = g_new0 (TvKnownBackup, 1);

        one->path = g_strdup (entry->path);
        one->title = g_strdup (entry->day_and_time);
        one->detail = entry->is_before
                          /* Translators: %1$s is a folder, %2$s a size such as "12 MB" */
                          ? g_strdup_printf (
                              _ ("%1$s · %2$s · made before another one was put back"), place, size)
                          : g_strdup_printf ("%s · %s", place, size);
        g_ptr_array_add (known, one);
    }
}

static void
list_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    const Work *work = data;
    GError *error = NULL;
    g_autoptr (TvConnection) book = tv_store_open_source (source, &error);
    g_autoptr (TvBookContents) contents = book ? tv_book_contents_read (book, &error) : NULL;
    g_autofree char *here = tv_backup_place_of_book (tv_store_folder (source));
    GPtrArray *known;

    if (!contents) {
        g_task_return_error (task, error);
        return;
    }
    known = g_ptr_array_new_with_free_func (free_known);
    add_known (known, here, contents->school_uid);
    if (work->second)
        add_known (known, work->second, contents->school_uid);
    g_task_return_pointer (task, known, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * tv_backup_list_async:
 * @store: an open book
 * @second: (nullable): the second place for its backups
 *
 * Looks for the backups of the book in the places that are there. End it with
 * tv_backup_list_finish().
 */
void
tv_backup_list_async (TvStore *store, const char *second, GAsyncReadyCallback callback,
                      gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (store, NULL, callback, user_data);
    Work *work = g_new0 (Work, 1);

    work->second = second && *second ? g_strdup (second) : NULL;
    g_task_set_task_data (task, work, free_work);
    g_task_run_in_thread (task, list_thread);
}

/**
 * tv_backup_list_finish:
 *
 * Returns: (transfer full) (nullable) (element-type TvKnownBackup): the newest of each place first
 */
GPtrArray *
tv_backup_list_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, store), NULL);
    return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tv_backup_list_holders:
 * @path: of a protected backup
 * @error: (nullable): a #TvStoreError
 *
 * Reads the last bytes of the file alone.
 *
 * Returns: (transfer full) (nullable) (element-type TvSignInName): whose passwords open it
 */
GPtrArray *
tv_backup_list_holders (const char *path, GError **error)
{
    g_autoptr (TvKeyRing) ring = tv_backup_file_read_keys (path, error);

    return ring ? tv_sign_in_names (ring) : NULL;
}

/**
 * tv_backup_parse_code:
 * @typed: a recovery code as somebody typed it from paper
 *
 * Returns: (transfer full): the code; of what is none, something that opens nothing
 */
TvSecret *
tv_backup_parse_code (const char *typed)
{
    TvSecret *code = tv_recovery_code_parse (typed);

    return code ? code : tv_secret_new_text (typed);
}

/**
 * tv_backup_unlock:
 * @path: of a protected backup
 * @opener: whose password of that day it is, or the recovery code
 * @error: (nullable): TV_STORE_ERROR_WRONG_PASSWORD, _NO_KEYS, _CORRUPT …
 *
 * Takes as long as a password costs.
 *
 * Returns: (transfer full) (nullable): what the backup is protected with
 */
TvSecret *
tv_backup_unlock (const char *path, const TvBackupOpener *opener, GError **error)
{
    g_autoptr (TvKeyRing) ring = tv_backup_file_read_keys (path, error);

    if (!ring)
        return NULL;
    if (opener->person_uid)
        return tv_key_ring_open (ring, opener->person_uid, opener->secret, error);
    return tv_key_ring_recover (ring, opener->secret, error);
}

/**
 * tv_backup_needs_password:
 * @path: an absolute path of a backup
 * @present: (nullable): the book that is open; its key opens most of its backups
 * @key: (out) (nullable) (transfer full): what the backup is protected with, %NULL for a plain one
 *
 * What else is wrong with the file is left to whoever reads it.
 *
 * Returns: whether it must be asked who opens it; @key is %NULL then
 */
gboolean
tv_backup_needs_password (const char *path, TvStore *present, TvSecret **key)
{
    g_autoptr (TvSecret) present_key = present ? tv_backup_key_of (present) : NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvConnection) look = tv_backup_file_open (path, present_key, &error);

    *key = NULL;
    if (look && !tv_connection_key (look))
        return FALSE;
    if (g_error_matches (error, TV_STORE_ERROR, TV_STORE_ERROR_PROTECTED)
        || (present_key && g_error_matches (error, TV_STORE_ERROR, TV_STORE_ERROR_CORRUPT)))
        return TRUE;
    *key = g_steal_pointer (&present_key);
    return FALSE;
}

static gboolean
find_key (const Work *work, TvSecret **key, GError **error)
{
    const TvBackupOpener opener = { work->person_uid, work->secret };

    if (!work->secret || !tv_backup_file_is_protected (work->path)) {
        tv_backup_needs_password (work->path, work->present, key);
        return TRUE;
    }
    *key = tv_backup_unlock (work->path, &opener, error);
    return *key != NULL;
}

static gboolean
compare_with_present (TvBackupPreview *self, const Work *work, GError **error)
{
    if (!work->present)
        return TRUE;
    self->comparison = tv_book_compare (work->present, work->path, self->key, error);
    return self->comparison != NULL;
}

/* A backup that does not show what it holds to just anybody who sits there. */
static gboolean
may_look (const Work *work, GError **error)
{
    return !work->present || tv_store_check_right (work->present, TV_RIGHT_BACK_UP, error);
}

static void
preview_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    const Work *work = data;
    g_autoptr (TvBackupPreview) self = g_atomic_rc_box_new0 (TvBackupPreview);
    g_autoptr (TvConnection) book = NULL;
    GError *error = NULL;

    self->path = g_strdup (work->path);
    self->is_protected = tv_backup_file_is_protected (work->path);
    if (may_look (work, &error) && find_key (work, &self->key, &error))
        book = tv_backup_file_open (work->path, self->key, &error);
    if (book)
        self->contents = tv_book_contents_read (book, &error);
    if (self->contents && compare_with_present (self, work, &error))
        g_task_return_pointer (task, g_steal_pointer (&self),
                               (GDestroyNotify) tv_backup_preview_unref);
    else
        g_task_return_error (task, error);
}

/**
 * tv_backup_preview_async:
 * @path: an absolute path of a backup
 * @opener: (nullable): who opens it, if it is protected
 * @present: (nullable): the book that is open
 *
 * Looks into a backup. Ends with TV_STORE_ERROR_PROTECTED where it must be asked who opens it, see
 * tv_backup_list_holders(). End it with tv_backup_preview_finish().
 */
void
tv_backup_preview_async (const char *path, const TvBackupOpener *opener, TvStore *present,
                         GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
    Work *work = g_new0 (Work, 1);

    g_return_if_fail (g_path_is_absolute (path));
    work->path = g_strdup (path);
    work->person_uid = opener ? g_strdup (opener->person_uid) : NULL;
    work->secret = opener && opener->secret ? tv_secret_ref (opener->secret) : NULL;
    work->present = present ? g_object_ref (present) : NULL;
    g_task_set_task_data (task, work, free_work);
    g_task_run_in_thread (task, preview_thread);
}

TvBackupPreview *
tv_backup_preview_finish (GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
    return g_task_propagate_pointer (G_TASK (result), error);
}

TvBackupPreview *
tv_backup_preview_ref (TvBackupPreview *self)
{
    return g_atomic_rc_box_acquire (self);
}

static void
free_preview (gpointer data)
{
    TvBackupPreview *self = data;

    g_free (self->path);
    g_clear_pointer (&self->key, tv_secret_unref);
    g_clear_pointer (&self->contents, tv_book_contents_free);
    g_free (self->comparison);
}

void
tv_backup_preview_unref (TvBackupPreview *self)
{
    g_atomic_rc_box_release_full (self, free_preview);
}

/**
 * tv_backup_preview_describe:
 *
 * Returns: (transfer full): how much is in it
 */
char *
tv_backup_preview_describe (const TvBackupPreview *self)
{
    const TvBookContents *contents = self->contents;
    g_autofree char *students
        = g_strdup_printf (ngettext ("%u child", "%u children", (gulong) contents->n_students),
                           (guint) contents->n_students);
    g_autofree char *rounds
        = g_strdup_printf (ngettext ("%u round", "%u rounds", (gulong) contents->n_rounds),
                           (guint) contents->n_rounds);
    g_autofree char *measurements = g_strdup_printf (
        ngettext ("%u measurement", "%u measurements", (gulong) contents->n_measurements),
        (guint) contents->n_measurements);

    if (contents->first_year == 0)
        return g_strdup_printf ("%s · %s · %s", students, rounds, measurements);
    /* Translators: %1$d-%2$d is a school year, then come counts of children, rounds, measurements
     */
    return g_strdup_printf (_ ("School year %1$d-%2$d · %3$s · %4$s · %5$s"), contents->first_year,
                            contents->first_year + 1, students, rounds, measurements);
}

/**
 * tv_backup_preview_last_change:
 *
 * Returns: (transfer full): when, by whom and what was written last in it
 */
char *
tv_backup_preview_last_change (const TvBackupPreview *self)
{
    const TvBookContents *contents = self->contents;
    g_autofree char *time = NULL;

    if (!contents->last_time_utc)
        return g_strdup (_ ("Nothing was written in it yet."));
    time = tv_moment_to_text (contents->last_time_utc);
    /* Translators: %1$s is a day and time, %2$s a person, %3$s such as "Editing a child" */
    return g_strdup_printf (_ ("%1$s, %2$s: %3$s"), time,
                            contents->last_person ? contents->last_person : "?",
                            tv_change_kind_label (contents->last_kind));
}

static void
set_not_good (GError **error)
{
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("This backup is damaged, or somebody changed it. It was not put back, "
                            "and nothing was changed. Take an older backup."));
}

static gboolean
is_good (const TvBackupPreview *preview, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvBookCheck) found
        = tv_backup_file_check (preview->path, preview->key, cancellable, error);

    if (!found)
        return FALSE;
    if (found->troubles->len == 0)
        return TRUE;
    set_not_good (error);
    return FALSE;
}

/* What stands there is kept apart, and no rotation takes it away. */
static gboolean
copy_present (const Work *work, GCancellable *cancellable, GError **error)
{
    g_autofree char *place = tv_backup_place_of_book (work->folder);
    g_autofree char *path = NULL;
    g_autoptr (TvConnection) book = tv_store_open_source (work->present, error);
    g_autoptr (TvBookContents) before = book ? tv_book_contents_read (book, error) : NULL;
    g_autoptr (TvBookContents) contents = NULL;

    if (!before || !tv_store_file_make_folder (place, error)
        || !tv_backup_place_claim (place, error))
        return FALSE;
    path = tv_backup_place_name_file (place, work->folder, before->school_uid, TRUE,
                                      tv_store_clock (work->present));
    contents = tv_backup_copy (work->present, path, NULL, NULL, cancellable, error);
    return contents != NULL;
}

static gboolean
restore (Work *work, GCancellable *cancellable, GError **error)
{
    const TvBackupPreview *preview = work->preview;

    if (!is_good (preview, cancellable, error))
        return FALSE;
    if (!work->present)
        return tv_backup_file_put_back (preview->path, preview->key, work->folder, error);
    if (!tv_store_check_right (work->present, TV_RIGHT_EDIT_BOOK, error)
        || !copy_present (work, cancellable, error))
        return FALSE;
    tv_store_close (work->present);
    work->is_closed = TRUE;
    return tv_backup_file_replace (preview->path, preview->key, work->folder, error);
}

static void
restore_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    GError *error = NULL;

    if (restore (data, cancellable, &error))
        g_task_return_boolean (task, TRUE);
    else
        g_task_return_error (task, error);
}

/**
 * tv_backup_restore_async:
 * @preview: what is to be put back
 * @folder: where the book is to stand
 * @present: (nullable): the book that stands there and is open; %NULL where none stands
 *
 * Reads the backup through, copies the book that stands there, closes it and puts the backup in its
 * place in one step. @present is closed afterwards, unless it failed before that: whoever asked
 * opens the folder again. End it with tv_backup_restore_finish().
 */
void
tv_backup_restore_async (TvBackupPreview *preview, const char *folder, TvStore *present,
                         GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
    Work *work = g_new0 (Work, 1);

    work->preview = tv_backup_preview_ref (preview);
    work->folder = g_strdup (folder);
    work->present = present ? g_object_ref (present) : NULL;
    g_task_set_check_cancellable (task, FALSE);
    g_task_set_task_data (task, work, free_work);
    g_task_run_in_thread (task, restore_thread);
}

/**
 * tv_backup_restore_finish:
 * @is_closed: (out) (optional): whether the book that was open is closed now, also where it failed
 * @error: (nullable): a #TvStoreError, or a #GIOError with a sentence for people
 *
 * Returns: whether the book of the backup stands in the folder
 */
gboolean
tv_backup_restore_finish (GAsyncResult *result, gboolean *is_closed, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
    if (is_closed)
        *is_closed = ((Work *) g_task_get_task_data (G_TASK (result)))->is_closed;
    return g_task_propagate_boolean (G_TASK (result), error);
}
