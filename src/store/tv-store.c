/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An open record book: one thread that writes, one that reads, each with a connection of its own.
 * Whoever asks gets an answer later, in the main context from which it was asked, or waits for it
 * where waiting is harmless. */

#include "store/tv-store-private.h"

#include "store/tv-store-job.h"

G_DEFINE_FINAL_TYPE (TvStore, tv_store, G_TYPE_OBJECT)

enum { SIGNAL_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

typedef struct {
    GWeakRef store;
    guint topics;
} Notice;

static gboolean
emit_changed_cb (gpointer data)
{
    Notice *notice = data;
    g_autoptr (TvStore) self = g_weak_ref_get (&notice->store);

    if (self)
        g_signal_emit (self, signals[SIGNAL_CHANGED], 0, notice->topics);
    return G_SOURCE_REMOVE;
}

static void
free_notice (gpointer data)
{
    Notice *notice = data;

    g_weak_ref_clear (&notice->store);
    g_free (notice);
}

/**
 * tv_store_notify_changed:
 * @self: an open book
 * @topics: #TvTopics that were touched
 *
 * Lets the main context that opened the book emit "changed".
 */
void
tv_store_notify_changed (TvStore *self, guint topics)
{
    g_autoptr (GSource) source = g_idle_source_new ();
    Notice *notice = g_new0 (Notice, 1);

    g_weak_ref_init (&notice->store, self);
    notice->topics = topics;
    g_source_set_priority (source, G_PRIORITY_DEFAULT);
    g_source_set_callback (source, emit_changed_cb, notice, free_notice);
    g_source_attach (source, self->context);
}

static void
push_task (TvStore *self, TvJob *job, gpointer tag, GAsyncReadyCallback callback,
           gpointer user_data)
{
    job->task = g_task_new (self, job->cancellable, callback, user_data);
    /* What was committed is told as committed, whenever it was cancelled. */
    g_task_set_check_cancellable (job->task, FALSE);
    g_task_set_source_tag (job->task, tag);
    tv_store_push (self, job);
}

static gpointer
push_and_wait (TvStore *self, TvJob *job, gboolean *is_good, GError **error)
{
    tv_store_push (self, job);
    return tv_job_wait (job, is_good, error);
}

static void
tv_store_finalize (GObject *object)
{
    TvStore *self = TV_STORE (object);

    tv_store_close (self);
    g_mutex_clear (&self->mutex);
    g_mutex_clear (&self->changing);
    g_free (self->folder);
    g_clear_pointer (&self->person, tv_person_unref);
    g_clear_error (&self->refusal);
    g_ptr_array_unref (self->former_refusals);
    g_clear_pointer (&self->random, g_rand_free);
    g_main_context_unref (self->context);
    tv_clock_unref (self->clock);
    G_OBJECT_CLASS (tv_store_parent_class)->finalize (object);
}

static void
tv_store_class_init (TvStoreClass *klass)
{
    G_OBJECT_CLASS (klass)->finalize = tv_store_finalize;

    /**
     * TvStore::changed:
     * @self: the store
     * @topics: #TvTopics that the change touched
     */
    signals[SIGNAL_CHANGED] = g_signal_new ("changed", TV_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
tv_store_init (TvStore *self)
{
    g_mutex_init (&self->mutex);
    g_mutex_init (&self->changing);
    self->former_refusals = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
    self->context = g_main_context_ref_thread_default ();
    tv_store_start_threads (self);
}

/**
 * tv_store_new:
 * @folder: of the book
 * @lock: (transfer full) (nullable): keeps others from writing
 * @writer: (transfer full) (nullable): the connection that writes
 * @reader: (transfer full): the connection that reads
 * @refusal: (nullable): what every write is answered with where there is no @writer
 * @clock: where the time comes from
 * @random: (transfer full) (nullable): where uids come from
 *
 * Returns: (transfer full): the open book
 */
TvStore *
tv_store_new (const char *folder, TvBookLock *lock, TvConnection *writer, TvConnection *reader,
              const GError *refusal, TvClock *clock, GRand *random)
{
    TvStore *self = g_object_new (TV_TYPE_STORE, NULL);

    g_assert ((writer == NULL) == (refusal != NULL));
    self->folder = g_strdup (folder);
    self->refusal = refusal ? g_error_copy (refusal) : NULL;
    self->clock = tv_clock_ref (clock);
    self->random = random;
    self->lock = lock;
    self->writer = writer;
    self->reader = reader;
    tv_store_take_key (self);
    return self;
}

/**
 * tv_store_close:
 * @self: a book; it may be closed already
 *
 * Waits for what the threads have been given, then closes the file and lets go of the lock. The
 * store's object may live on; whatever is asked of it then is answered with an error.
 */
void
tv_store_close (TvStore *self)
{
    g_return_if_fail (TV_IS_STORE (self));
    g_mutex_lock (&self->changing);
    tv_store_stop_threads (self);
    self->is_closed = TRUE;
    g_clear_pointer (&self->lock, tv_book_lock_free);
    g_mutex_unlock (&self->changing);
}

const char *
tv_store_folder (TvStore *self)
{
    return self->folder;
}

/**
 * tv_store_is_read_only:
 *
 * Returns: whether nothing can be written: the folder cannot be, the disk is full, or another
 *   program writes in the book just now; a write says which
 */
gboolean
tv_store_is_read_only (TvStore *self)
{
    return tv_store_get_refusal (self) != NULL;
}

/**
 * tv_store_get_refusal:
 *
 * Returns: (transfer none) (nullable): why nothing can be written; of TV_STORE_ERROR_BUSY the
 *   message is the name of who has the book open
 */
const GError *
tv_store_get_refusal (TvStore *self)
{
    return g_atomic_pointer_get (&self->refusal);
}

static gboolean
is_same (const GError *one, const GError *other)
{
    return one == other
           || (one && other && g_error_matches (one, other->domain, other->code)
               && g_str_equal (one->message, other->message));
}

/**
 * tv_store_set_refusal:
 * @self: a book
 * @refusal: (nullable): why nothing can be written from now on
 *
 * The one before goes with the store.
 */
void
tv_store_set_refusal (TvStore *self, const GError *refusal)
{
    GError *former = self->refusal;

    if (is_same (former, refusal))
        return;
    if (former)
        g_ptr_array_add (self->former_refusals, former);
    g_atomic_pointer_set (&self->refusal, refusal ? g_error_copy (refusal) : NULL);
}

TvClock *
tv_store_clock (TvStore *self)
{
    return self->clock;
}

void
tv_store_set_actor (TvStore *self, gint64 person_id)
{
    g_mutex_lock (&self->mutex);
    self->actor_id = person_id;
    g_clear_pointer (&self->person, tv_person_unref);
    g_mutex_unlock (&self->mutex);
}

/**
 * tv_store_read_async:
 * @self: a book
 * @work: what reads; all it reads is of one moment
 * @input: (transfer full) (nullable): handed to @work
 * @free_input: (nullable): frees @input
 * @free_result: (nullable): frees what @work returns if nobody takes it
 * @cancellable: (nullable): gives it up before it began; @work may look at it too
 * @callback: called in this thread's main context
 * @user_data: handed to @callback
 */
void
tv_store_read_async (TvStore *self, TvReadWork work, gpointer input, GDestroyNotify free_input,
                     GDestroyNotify free_result, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer user_data)
{
    TvJob *job;

    g_return_if_fail (TV_IS_STORE (self) && work);
    job = tv_job_new (input, free_input, free_result, cancellable);
    job->read = work;
    push_task (self, job, tv_store_read_async, callback, user_data);
}

gpointer
tv_store_read_finish (TvStore *self, GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, self), NULL);
    return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tv_store_read:
 * @self: a book
 * @work: what reads
 * @input: (nullable): handed to @work; stays the caller's
 * @error: (nullable): what @work failed with
 *
 * Waits for the reading thread; for the command line, tests and worker threads.
 *
 * Returns: what @work returned
 */
gpointer
tv_store_read (TvStore *self, TvReadWork work, gpointer input, GError **error)
{
    gboolean is_good;
    TvJob *job;

    g_return_val_if_fail (TV_IS_STORE (self) && work, NULL);
    job = tv_job_new (input, NULL, NULL, NULL);
    job->read = work;
    return push_and_wait (self, job, &is_good, error);
}

/**
 * tv_store_write_async:
 * @self: a book
 * @kind: a code for the history such as "import"
 * @work: what writes
 * @input: (transfer full) (nullable): handed to @work
 * @free_input: (nullable): frees @input
 * @free_result: (nullable): frees the result if nobody takes it
 * @cancellable: (nullable): gives it up until it is committed
 * @callback: called in this thread's main context, after the commit
 * @user_data: handed to @callback
 */
void
tv_store_write_async (TvStore *self, const char *kind, TvWriteWork work, gpointer input,
                      GDestroyNotify free_input, GDestroyNotify free_result,
                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
    TvJob *job;

    g_return_if_fail (TV_IS_STORE (self) && kind && work);
    job = tv_job_new (input, free_input, free_result, cancellable);
    job->write = work;
    job->kind = g_strdup (kind);
    push_task (self, job, tv_store_write_async, callback, user_data);
}

/**
 * tv_store_write_finish:
 *
 * A work that gives no result is told from one that failed by @error.
 *
 * Returns: the result of the work
 */
gpointer
tv_store_write_finish (TvStore *self, GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, self), NULL);
    return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tv_store_write:
 * @self: a book
 * @kind: a code for the history
 * @work: what writes
 * @input: (nullable): handed to @work; stays the caller's
 * @result: (out) (optional): what @work gave, also where it was not committed: the caller's to free
 * @error: (nullable): what @work failed with
 *
 * Waits for the writing thread; for the command line, tests and worker threads.
 *
 * Returns: whether it was committed
 */
gboolean
tv_store_write (TvStore *self, const char *kind, TvWriteWork work, gpointer input, gpointer *result,
                GError **error)
{
    gboolean is_good;
    gpointer given;
    TvJob *job;

    g_return_val_if_fail (TV_IS_STORE (self) && kind && work, FALSE);
    job = tv_job_new (input, NULL, NULL, NULL);
    job->write = work;
    job->kind = g_strdup (kind);
    given = push_and_wait (self, job, &is_good, error);
    if (result)
        *result = given;
    return is_good;
}
