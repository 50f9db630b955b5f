/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Before personal data leaves the book, for a file, for paper or for another program: whether
 * whoever asks may, and the entry in the history that says so. */

#include "workflows/tv-export-log.h"

#include "store/tv-store-access.h"
#include "store/tv-store-sign-in.h"
#include "store/tv-store-students.h"

#include <glib/gi18n.h>

/* Whoever has the second right sees all of it in the window too, without asking. */
static const struct {
    const char *kind;
    TvRight right;
    TvRight right_unlogged;
} exports[] = {
    [TV_EXPORT_LIST] = { TV_ACCESS_EXPORT_LIST, TV_RIGHT_EXPORT, TV_RIGHT_READ_CHILDREN },
    [TV_EXPORT_REPORT] = { TV_ACCESS_EXPORT_REPORT, TV_RIGHT_EXPORT, TV_RIGHT_READ_CHILDREN },
    [TV_EXPORT_CHART] = { TV_ACCESS_EXPORT_CHART, TV_RIGHT_EXPORT, TV_RIGHT_READ_CHILDREN },
    [TV_EXPORT_BACKUP] = { TV_ACCESS_EXPORT_BACKUP, TV_RIGHT_BACK_UP, TV_RIGHT_BACK_UP },
    [TV_EXPORT_TRANSFER] = { TV_ACCESS_EXPORT_TRANSFER, TV_RIGHT_EDIT_BOOK, TV_RIGHT_EDIT_BOOK },
    [TV_EXPORT_HISTORY] = { TV_ACCESS_EXPORT_LIST, TV_RIGHT_READ_HISTORY, TV_RIGHT_READ_HISTORY },
};

static gpointer
find_student (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    TvStudent *student = NULL;

    if (tv_store_find_student_by_uid (connection, input, &student, error) && !student)
        g_set_error_literal (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_FOUND, input);
    return student;
}

/* Where nothing can be written nothing can be entered: whoever sees all anyway may go on, whoever
 * sees it on request may not. It was no change that was not saved. */
static gboolean
check_unlogged (TvStore *store, TvExport what, const GError *refusal, GError **error)
{
    if (tv_store_may (store, exports[what].right_unlogged))
        return TRUE;
    if (g_error_matches (refusal, TV_STORE_ERROR, TV_STORE_ERROR_BUSY))
        g_set_error_literal (
            error, G_IO_ERROR, G_IO_ERROR_BUSY,
            _ ("What you take out of the record book is entered in its history first, and somebody "
               "else is writing in the book just now. Nothing was written. Try again once the "
               "other window is closed."));
    else
        g_propagate_error (error, g_error_copy (refusal));
    return FALSE;
}

/* A copy of a book that takes no more entries is worth more than the entry. */
static gboolean
is_past_writing (const GError *error)
{
    return g_error_matches (error, TV_STORE_ERROR, TV_STORE_ERROR_CORRUPT)
           || g_error_matches (error, TV_STORE_ERROR, TV_STORE_ERROR_FULL);
}

/**
 * tv_export_log:
 * @store: an open book
 * @what: what is about to leave it
 * @student_uid: (nullable): the one child it is about
 * @error: (nullable): TV_STORE_ERROR_NOT_ALLOWED; G_IO_ERROR_BUSY with a sentence for people where
 *   somebody else writes in the book, or whatever keeps the entry from being written
 *
 * Waits for the book; for the command line, tests and worker threads.
 *
 * Returns: whether it may leave the book
 */
gboolean
tv_export_log (TvStore *store, TvExport what, const char *student_uid, GError **error)
{
    const GError *refusal = tv_store_get_refusal (store);
    g_autoptr (TvStudent) student = NULL;
    g_autoptr (GError) own_error = NULL;

    if (!tv_store_check_right (store, exports[what].right, error))
        return FALSE;
    if (refusal)
        return check_unlogged (store, what, refusal, error);
    if (student_uid) {
        student = tv_store_read (store, find_student, (gpointer) student_uid, error);
        if (!student)
            return FALSE;
    }
    if (tv_store_log_access (store, exports[what].kind, student ? student->id : 0, NULL, &own_error)
        || (what == TV_EXPORT_BACKUP && is_past_writing (own_error)))
        return TRUE;
    /* Another program writes in the file without having asked for the book's lock. */
    if (g_error_matches (own_error, TV_STORE_ERROR, TV_STORE_ERROR_BUSY))
        return check_unlogged (store, what, own_error, error);
    g_propagate_error (error, g_steal_pointer (&own_error));
    return FALSE;
}

typedef struct {
    TvExport what;
    char *student_uid;
} Request;

static void
free_request (gpointer data)
{
    Request *self = data;

    g_free (self->student_uid);
    g_free (self);
}

static void
log_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    const Request *request = data;
    GError *error = NULL;

    if (tv_export_log (source, request->what, request->student_uid, &error))
        g_task_return_boolean (task, TRUE);
    else
        g_task_return_error (task, error);
}

/**
 * tv_export_log_async:
 *
 * As tv_export_log(), on a thread of its own. End it with tv_export_log_finish().
 */
void
tv_export_log_async (TvStore *store, TvExport what, const char *student_uid,
                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
    Request *request = g_new0 (Request, 1);

    request->what = what;
    request->student_uid = g_strdup (student_uid);
    g_task_set_source_tag (task, tv_export_log_async);
    g_task_set_task_data (task, request, free_request);
    g_task_run_in_thread (task, log_thread);
}

gboolean
tv_export_log_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, store), FALSE);
    return g_task_propagate_boolean (G_TASK (result), error);
}
