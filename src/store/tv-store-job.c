/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A piece of work on its way to a thread of the store and back. */

#include "store/tv-store-job.h"

/**
 * tv_job_new:
 * @input: (transfer full) (nullable): handed to the work
 * @free_input: (nullable): frees @input
 * @free_result: (nullable): frees a result that nobody takes
 * @cancellable: (nullable): gives it up
 *
 * Returns: (transfer full): work that tv_job_wait() or, with a task, tv_job_answer() ends
 */
TvJob *
tv_job_new (gpointer input, GDestroyNotify free_input, GDestroyNotify free_result,
            GCancellable *cancellable)
{
    TvJob *self = g_new0 (TvJob, 1);

    self->input = input;
    self->free_input = free_input;
    self->free_result = free_result;
    self->cancellable = cancellable ? g_object_ref (cancellable) : NULL;
    g_mutex_init (&self->mutex);
    g_cond_init (&self->cond);
    return self;
}

void
tv_job_drop_result (TvJob *self)
{
    if (self->result && self->free_result)
        self->free_result (self->result);
    self->result = NULL;
}

static void
free_job (TvJob *self)
{
    if (self->free_input)
        self->free_input (self->input);
    tv_job_drop_result (self);
    g_clear_error (&self->error);
    g_clear_object (&self->cancellable);
    g_mutex_clear (&self->mutex);
    g_cond_clear (&self->cond);
    g_free (self->kind);
    g_free (self);
}

static gboolean
unref_task_cb (gpointer data)
{
    g_object_unref (data);
    return G_SOURCE_REMOVE;
}

/* The task is let go where it was asked for: it may hold the last reference to the store, whose
 * end waits for the very thread that answers. */
static void
return_task (TvJob *self)
{
    g_autoptr (GSource) source = g_idle_source_new ();
    GTask *task = self->task;

    g_source_set_priority (source, g_task_get_priority (task));
    g_source_set_callback (source, unref_task_cb, task, NULL);
    if (self->error)
        g_task_return_error (task, g_steal_pointer (&self->error));
    else
        g_task_return_pointer (task, g_steal_pointer (&self->result), self->free_result);
    g_source_attach (source, g_task_get_context (task));
}

/**
 * tv_job_answer:
 * @self: (transfer full if it has a task): work that has its result or error
 *
 * Called by the thread that did the work.
 */
void
tv_job_answer (TvJob *self)
{
    if (self->task) {
        return_task (self);
        free_job (self);
        return;
    }
    g_mutex_lock (&self->mutex);
    self->is_done = TRUE;
    g_cond_signal (&self->cond);
    g_mutex_unlock (&self->mutex);
}

/**
 * tv_job_wait:
 * @self: (transfer full): work without a task
 * @is_good: (out): whether it went well
 * @error: (nullable): what it failed with
 *
 * Returns: its result
 */
gpointer
tv_job_wait (TvJob *self, gboolean *is_good, GError **error)
{
    gpointer result;

    g_mutex_lock (&self->mutex);
    while (!self->is_done)
        g_cond_wait (&self->cond, &self->mutex);
    g_mutex_unlock (&self->mutex);
    *is_good = self->error == NULL;
    if (self->error)
        g_propagate_error (error, g_steal_pointer (&self->error));
    result = g_steal_pointer (&self->result);
    free_job (self);
    return result;
}
