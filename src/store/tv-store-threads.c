/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The two threads of an open book: what is handed to them, who may hand it, and what they make of
 * it. */

#include "store/tv-store-private.h"

#include "store/tv-access.h"
#include "store/tv-change-private.h"
#include "store/tv-store-job.h"

/* Where nothing can be written there is no connection for it, and nothing to be done on it. */
static void
run_bare (TvStore *self, TvJob *job)
{
    TvConnection *connection = job->is_on_writer ? self->writer : self->reader;

    if (connection)
        job->result = job->bare (connection, job->input, &job->error);
}

static void
run_read (TvStore *self, TvJob *job)
{
    if (!tv_access_keep (self->reader, self->clock, &job->error)
        || !tv_connection_begin (self->reader, &job->error))
        return;
    job->result = job->read (self->reader, job->input, job->cancellable, &job->error);
    tv_connection_rollback (self->reader);
}

static gboolean
run_change (TvStore *self, TvJob *job, guint *topics)
{
    g_autoptr (TvChange) change = tv_change_new (self->writer, self->clock, self->random, job->kind,
                                                 job->actor_id, &job->error);

    if (!change || !job->write (change, job->input, &job->result, job->cancellable, &job->error)
        || g_cancellable_set_error_if_cancelled (job->cancellable, &job->error)
        || !tv_change_finish (change, &job->error)
        || !tv_connection_commit (self->writer, &job->error))
        return FALSE;
    *topics = change->topics;
    return TRUE;
}

static void
run_write (TvStore *self, TvJob *job)
{
    const GError *refusal = tv_store_get_refusal (self);
    guint topics = 0;

    if (refusal) {
        job->error = g_error_copy (refusal);
        return;
    }
    if (!tv_access_keep (self->writer, self->clock, &job->error)
        || !tv_connection_begin (self->writer, &job->error))
        return;
    if (!run_change (self, job, &topics)) {
        tv_connection_rollback (self->writer);
        if (!job->error)
            g_set_error (&job->error, TV_STORE_ERROR, TV_STORE_ERROR_FAILED,
                         "the work of \"%s\" was given up without a reason", job->kind);
        if (job->free_result)
            tv_job_drop_result (job);
    }
    if (topics != 0)
        tv_store_notify_changed (self, topics);
}

static void
run_job_cb (gpointer data, gpointer user_data)
{
    TvStore *self = user_data;
    TvJob *job = data;

    if (g_cancellable_set_error_if_cancelled (job->cancellable, &job->error)) {
        tv_job_answer (job);
        return;
    }
    if (job->bare)
        run_bare (self, job);
    else if (job->write)
        run_write (self, job);
    else
        run_read (self, job);
    tv_job_answer (job);
}

/* Whether anybody is there who may ask for anything; a substitute's right ends with the last day,
 * also at a window that stands open overnight. */
static gboolean
check_actor (TvStore *self, TvJob *job)
{
    if (job->is_signing_in)
        return TRUE;
    if (self->is_protected && self->actor_id == 0)
        g_set_error_literal (&job->error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED,
                             "nobody has signed in");
    else if (self->person && !tv_person_acts_on (self->person, tv_clock_today (self->clock)))
        g_set_error (&job->error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_ALLOWED,
                     "the last day of person %" G_GINT64_FORMAT " is over", self->actor_id);
    return job->error == NULL;
}

static void
set_closed (TvStore *self, TvJob *job)
{
    if (tv_store_is_locked (self))
        g_set_error_literal (&job->error, TV_STORE_ERROR, TV_STORE_ERROR_LOCKED,
                             job->kind ? job->kind : "reading");
    else
        g_set_error_literal (&job->error, TV_STORE_ERROR, TV_STORE_ERROR_FAILED,
                             "the book is closed");
}

/**
 * tv_store_push:
 * @self: a book
 * @job: (transfer full): work
 *
 * A job never comes back before it was done, so a closed book, one in which whoever signed in has
 * no right any more, and a protected one in which nobody did, answers with an error at once.
 */
void
tv_store_push (TvStore *self, TvJob *job)
{
    GThreadPool *pool;
    gboolean is_taken;

    g_mutex_lock (&self->mutex);
    pool = job->write || job->is_on_writer ? self->writing : self->reading;
    job->actor_id = self->actor_id;
    is_taken = pool && check_actor (self, job);
    if (is_taken)
        g_thread_pool_push (pool, job, NULL);
    g_mutex_unlock (&self->mutex);
    if (is_taken)
        return;
    if (!job->error)
        set_closed (self, job);
    tv_job_answer (job);
}

/**
 * tv_store_start_threads:
 * @self: a book whose threads have stopped, or were never started
 */
void
tv_store_start_threads (TvStore *self)
{
    g_mutex_lock (&self->mutex);
    self->writing = g_thread_pool_new (run_job_cb, self, 1, TRUE, NULL);
    self->reading = g_thread_pool_new (run_job_cb, self, 1, TRUE, NULL);
    g_mutex_unlock (&self->mutex);
}

/**
 * tv_store_stop_threads:
 * @self: a book; its threads may have stopped already
 *
 * Waits for what the threads have been given, then closes the connections. The caller holds
 * @changing, so that nobody else closes them meanwhile.
 */
void
tv_store_stop_threads (TvStore *self)
{
    GThreadPool *writing, *reading;

    g_mutex_lock (&self->mutex);
    writing = g_steal_pointer (&self->writing);
    reading = g_steal_pointer (&self->reading);
    g_mutex_unlock (&self->mutex);
    if (writing)
        g_thread_pool_free (writing, FALSE, TRUE);
    if (reading)
        g_thread_pool_free (reading, FALSE, TRUE);
    g_clear_pointer (&self->reader, tv_connection_free);
    g_clear_pointer (&self->writer, tv_connection_free);
    g_mutex_lock (&self->mutex);
    g_clear_pointer (&self->key, tv_secret_unref);
    g_mutex_unlock (&self->mutex);
    /* What kept somebody to a part of the book went with the connections. */
    tv_store_set_actor (self, 0);
}
