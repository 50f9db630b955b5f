/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bringing two copies of a book together that were both written in. */

#include "workflows/tv-book-merge-private.h"

#include "store/tv-backup-file.h"
#include "store/tv-change-private.h"
#include "store/tv-store-sign-in.h"
#include "workflows/tv-book-compare.h"

#include <glib/gi18n.h>

static gboolean
is_mergeable (TvConnection *ours, TvConnection *theirs, GError **error)
{
    g_autofree TvBookComparison *comparison = tv_book_compare_connections (ours, theirs, error);

    if (!comparison)
        return FALSE;
    if (comparison->relation != TV_BOOKS_UNRELATED)
        return TRUE;
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                         _ ("These are not two copies of one record book: they are of different "
                            "schools, or were made separately. Nothing was changed. Lists of "
                            "children and measurements can be imported instead."));
    return FALSE;
}

static TvMergePlan *
make_plan (TvConnection *ours, TvConnection *theirs, GError **error)
{
    return is_mergeable (ours, theirs, error) ? tv_merge_plan_make (ours, theirs, error) : NULL;
}

/**
 * tv_book_merge_preview:
 * @store: an open book
 * @request: which other one
 * @error: (nullable): a #TvStoreError, or a #GIOError with a sentence for people
 *
 * Blocks; not for the store's own threads.
 *
 * Returns: (transfer full) (nullable): what a merge would do; nothing is written
 */
TvMergePreview *
tv_book_merge_preview (TvStore *store, const TvMergeRequest *request, GError **error)
{
    g_autoptr (TvConnection) ours = tv_store_check_right (store, TV_RIGHT_EDIT_BOOK, error)
                                        ? tv_store_open_source (store, error)
                                        : NULL;
    g_autoptr (TvConnection) theirs
        = ours ? tv_backup_file_open (request->path, request->key, error) : NULL;
    g_autoptr (TvMergePlan) plan = NULL;
    TvMergePreview *preview;

    if (!theirs || !tv_connection_begin (ours, error))
        return NULL;
    plan = make_plan (ours, theirs, error);
    preview = plan ? tv_merge_preview_new (plan, ours, theirs, error) : NULL;
    tv_connection_rollback (ours);
    return preview;
}

typedef struct {
    const TvMergeRequest *request;
    TvMergeOutcome *outcome;
} Merging;

/* The plan is made anew: something may have been changed since it was shown. */
static gboolean
merge_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
          GError **error)
{
    const Merging *merging = input;
    const TvMergeRequest *request = merging->request;
    g_autoptr (TvConnection) theirs = tv_backup_file_open (request->path, request->key, error);
    g_autoptr (TvMergePlan) plan
        = theirs ? make_plan (tv_change_connection (change), theirs, error) : NULL;

    return plan
           && tv_merge_plan_apply (plan, change, request->take_theirs, request->is_theirs_default,
                                   merging->outcome, error);
}

/**
 * tv_book_merge:
 * @store: an open book
 * @request: which other one, and what was chosen
 * @outcome: (out caller-allocates): what was done
 * @error: (nullable): a #TvStoreError, or a #GIOError with a sentence for people
 *
 * Takes over what the other book went through, as one change that can be taken back. Blocks; not
 * for the store's own threads.
 *
 * Returns: whether it was done; if not, nothing was
 */
gboolean
tv_book_merge (TvStore *store, const TvMergeRequest *request, TvMergeOutcome *outcome,
               GError **error)
{
    Merging merging = { request, outcome };

    return tv_store_check_right (store, TV_RIGHT_EDIT_BOOK, error)
           && tv_store_write (store, "merge", merge_cb, &merging, NULL, error);
}

/**
 * tv_merge_outcome_sentence:
 *
 * Returns: (transfer full): what was done, in whole sentences
 */
char *
tv_merge_outcome_sentence (const TvMergeOutcome *self)
{
    GString *text = g_string_new (NULL);

    g_string_append_printf (
        text, _ ("Merged: %1$u records added, %2$u changed, %3$u deleted; %4$u stayed as here."),
        self->n_added, self->n_changed, self->n_deleted, self->n_kept);
    if (self->n_left_out > 0) {
        g_string_append_c (text, ' ');
        g_string_append_printf (
            text,
            ngettext ("%u record of the other book does not fit what was changed here and was left "
                      "out.",
                      "%u records of the other book do not fit what was changed here and were left "
                      "out.",
                      self->n_left_out),
            self->n_left_out);
    }
    return g_string_free (text, FALSE);
}

/* A request that outlives its caller. */
typedef struct {
    TvMergeRequest request;
    char *path;
    TvMergeOutcome outcome;
} Work;

static void
free_work (gpointer data)
{
    Work *self = data;

    g_free (self->path);
    g_clear_pointer (&self->request.key, tv_secret_unref);
    g_clear_pointer (&self->request.take_theirs, g_hash_table_unref);
    g_free (self);
}

static void
preview_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    Work *work = data;
    GError *error = NULL;
    TvMergePreview *preview = tv_book_merge_preview (source, &work->request, &error);

    if (preview)
        g_task_return_pointer (task, preview, (GDestroyNotify) tv_merge_preview_free);
    else
        g_task_return_error (task, error);
}

static void
merge_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    Work *work = data;
    GError *error = NULL;

    if (tv_book_merge (source, &work->request, &work->outcome, &error))
        g_task_return_boolean (task, TRUE);
    else
        g_task_return_error (task, error);
}

static void
start (TvStore *store, const TvMergeRequest *request, GTaskThreadFunc function,
       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
    Work *work = g_new0 (Work, 1);

    work->path = g_strdup (request->path);
    work->request = *request;
    work->request.path = work->path;
    work->request.key = request->key ? tv_secret_ref (request->key) : NULL;
    work->request.take_theirs
        = request->take_theirs ? g_hash_table_ref (request->take_theirs) : NULL;
    g_task_set_task_data (task, work, free_work);
    g_task_run_in_thread (task, function);
}

/**
 * tv_book_merge_preview_async:
 *
 * As tv_book_merge_preview(), on another thread. End it with tv_book_merge_preview_finish().
 */
void
tv_book_merge_preview_async (TvStore *store, const TvMergeRequest *request,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
    start (store, request, preview_thread, cancellable, callback, user_data);
}

TvMergePreview *
tv_book_merge_preview_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, store), NULL);
    return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tv_book_merge_async:
 * @request: its answers may not be changed until it is done
 *
 * As tv_book_merge(), on another thread. End it with tv_book_merge_finish().
 */
void
tv_book_merge_async (TvStore *store, const TvMergeRequest *request, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer user_data)
{
    start (store, request, merge_thread, cancellable, callback, user_data);
}

gboolean
tv_book_merge_finish (TvStore *store, GAsyncResult *result, TvMergeOutcome *outcome, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, store), FALSE);
    *outcome = ((Work *) g_task_get_task_data (G_TASK (result)))->outcome;
    return g_task_propagate_boolean (G_TASK (result), error);
}
