/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Erasing a child on a lawful request, from beginning to end: the records, the history's values,
 * the journal; and which copies of the book beside it still hold the child. */

#include "workflows/tv-erasing.h"

#include "base/tv-text.h"
#include "store/tv-store-erasing.h"
#include "store/tv-store-students.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

typedef struct {
    char *student_uid;
    char *reason;
} Request;

static void
free_request (gpointer data)
{
    Request *self = data;

    g_free (self->student_uid);
    g_free (self->reason);
    g_free (self);
}

/* The reason stays in the history, where the name must not. */
static gboolean
check_reason (const TvStudent *student, const char *reason, GError **error)
{
    g_autofree char *words = tv_text_fold (reason);
    g_autofree char *name = tv_text_fold (student->name);

    if (!*name || !strstr (words, name))
        return TRUE;
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                         _ ("The reason names the child, and it stays in the history when the "
                            "child is erased. Nothing was changed. Write it without the name."));
    return FALSE;
}

static gboolean
erase (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
       GError **error)
{
    const Request *request = input;
    g_autoptr (TvStudent) student = NULL;

    if (!tv_store_find_student_by_uid (tv_change_connection (change), request->student_uid,
                                       &student, error))
        return FALSE;
    if (!student) {
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                             _ ("The book knows no child of that key. Nothing was changed."));
        return FALSE;
    }
    return check_reason (student, request->reason, error)
           && tv_store_erase_student (change, student->id, request->reason, error);
}

/* What an upgrade left beside the book holds it as it was. */
static char **
list_copies (const char *folder)
{
    g_autoptr (GStrvBuilder) copies = g_strv_builder_new ();
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    const char *name;

    while (dir && (name = g_dir_read_name (dir))) {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        if (g_str_has_prefix (name, "book-version-") && g_str_has_suffix (name, ".db"))
            g_strv_builder_add (copies, path);
    }
    return g_strv_builder_end (copies);
}

/**
 * tv_erasing_run:
 * @store: an open book
 * @student_uid: the child
 * @reason: on whose request and why, without the child's name
 * @error: (nullable): a #TvStoreError as tv_store_erase_student() gives, TV_STORE_ERROR_BUSY if
 *   the child was erased but another program reads in the book, so that its journal still stands;
 *   or a #GIOError with a sentence for people
 *
 * Waits for the book; for the command line, tests and worker threads.
 *
 * Returns: (transfer full) (nullable): the older copies of the book in its folder, which still hold
 *   the child and are deleted by hand; backups do so as well, until they are rotated away
 */
char **
tv_erasing_run (TvStore *store, const char *student_uid, const char *reason, GError **error)
{
    Request request = { (char *) student_uid, (char *) (reason ? reason : "") };

    g_return_val_if_fail (TV_IS_STORE (store) && student_uid, NULL);
    if (!tv_store_write (store, TV_CHANGE_ERASE, erase, &request, NULL, error)
        || !tv_store_empty_journal (store, error))
        return NULL;
    return list_copies (tv_store_folder (store));
}

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    const Request *request = data;
    GError *error = NULL;
    char **copies = tv_erasing_run (source, request->student_uid, request->reason, &error);

    if (copies)
        g_task_return_pointer (task, copies, (GDestroyNotify) g_strfreev);
    else
        g_task_return_error (task, error);
}

/**
 * tv_erasing_run_async:
 *
 * As tv_erasing_run(), on a thread of its own. End it with tv_erasing_run_finish().
 */
void
tv_erasing_run_async (TvStore *store, const char *student_uid, const char *reason,
                      GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (store, NULL, callback, user_data);
    Request *request = g_new0 (Request, 1);

    request->student_uid = g_strdup (student_uid);
    request->reason = g_strdup (reason);
    g_task_set_source_tag (task, tv_erasing_run_async);
    g_task_set_task_data (task, request, free_request);
    g_task_run_in_thread (task, run_thread);
}

char **
tv_erasing_run_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, store), NULL);
    return g_task_propagate_pointer (G_TASK (result), error);
}
