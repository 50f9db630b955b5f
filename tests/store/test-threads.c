/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Asking from several threads, waiting and not waiting, and the end of a book. */

#include "tv-test-book.h"

#include "store/tv-store-settings.h"
#include "store/tv-store-students.h"

#define N_WRITES 40
#define N_THREADS 4

static gboolean
add_student_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                GError **error)
{
    TvStudent student = { .name = (char *) "A", .birth_date = TV_DATE_NONE };
    gint64 id = tv_store_put_student (change, &student, error);

    *result = g_strdup_printf ("%" G_GINT64_FORMAT, id);
    return id != 0;
}

static gpointer
list_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return tv_store_list_students (connection, error);
}

typedef struct {
    guint n_left;
    guint n_bad;
    guint topics;
    GMainLoop *loop;
} Waiting;

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    Waiting *waiting = user_data;
    g_autofree char *id = tv_store_write_finish (TV_STORE (source), result, NULL);

    if (!id)
        waiting->n_bad++;
    if (--waiting->n_left == 0)
        g_main_loop_quit (waiting->loop);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    Waiting *waiting = user_data;
    g_autoptr (GPtrArray) students = tv_store_read_finish (TV_STORE (source), result, NULL);

    if (!students)
        waiting->n_bad++;
    if (--waiting->n_left == 0)
        g_main_loop_quit (waiting->loop);
}

static void
changed_cb (TvStore *store, guint topics, gpointer user_data)
{
    Waiting *waiting = user_data;

    waiting->topics |= topics;
}

static void
test_async (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    Waiting waiting = { .n_left = 2 * N_WRITES, .loop = g_main_loop_new (NULL, FALSE) };

    while (g_main_context_iteration (NULL, FALSE))
        continue;
    g_signal_connect (book->store, "changed", G_CALLBACK (changed_cb), &waiting);
    for (int i = 0; i < N_WRITES; i++) {
        tv_store_write_async (book->store, "edit", add_student_cb, g_strdup ("input"), g_free,
                              g_free, NULL, written_cb, &waiting);
        tv_store_read_async (book->store, list_cb, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                             NULL, read_cb, &waiting);
    }
    g_main_loop_run (waiting.loop);
    g_main_loop_unref (waiting.loop);
    g_assert_cmpuint (waiting.n_bad, ==, 0);
    g_assert_cmphex (waiting.topics, ==, TV_TOPIC_STUDENTS);
    g_assert_cmpint (tv_test_book_count (book, "student"), ==, 4 + N_WRITES);
}

static void
cancelled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    Waiting *waiting = user_data;
    g_autoptr (GError) error = NULL;
    g_autofree char *id = tv_store_write_finish (TV_STORE (source), result, &error);

    g_assert_null (id);
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_main_loop_quit (waiting->loop);
}

static gboolean
cancel_meanwhile_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                     GError **error)
{
    gboolean is_good = add_student_cb (change, input, result, cancellable, error);

    g_cancellable_cancel (cancellable);
    return is_good;
}

/* Cancelled before its commit, a change leaves nothing. */
static void
test_cancel (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    Waiting waiting = { .loop = g_main_loop_new (NULL, FALSE) };

    tv_store_write_async (book->store, "edit", cancel_meanwhile_cb, NULL, NULL, g_free, cancellable,
                          cancelled_cb, &waiting);
    g_main_loop_run (waiting.loop);
    g_main_loop_unref (waiting.loop);
    g_assert_cmpint (tv_test_book_count (book, "student"), ==, 4);
}

static gpointer
write_much (gpointer data)
{
    TvTestBook *book = data;

    for (int i = 0; i < N_WRITES; i++) {
        g_autoptr (GPtrArray) students = tv_store_read (book->store, list_cb, NULL, NULL);
        gpointer id = NULL;

        g_assert_cmpuint (students->len, >=, 4);
        g_assert_true (tv_store_write (book->store, "edit", add_student_cb, NULL, &id, NULL));
        g_free (id);
    }
    return NULL;
}

static void
test_many_threads (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    GThread *threads[N_THREADS];

    for (int i = 0; i < N_THREADS; i++)
        threads[i] = g_thread_new ("writer", write_much, book);
    for (int i = 0; i < N_THREADS; i++)
        g_thread_join (threads[i]);
    g_assert_cmpint (tv_test_book_count (book, "student"), ==, 4 + N_THREADS * N_WRITES);
}

/* What was asked before the end is still done, what is asked after it is refused. */
static void
test_close (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    Waiting waiting = { .n_left = N_WRITES, .loop = g_main_loop_new (NULL, FALSE) };
    g_autoptr (GError) error = NULL;

    for (int i = 0; i < N_WRITES; i++)
        tv_store_write_async (book->store, "edit", add_student_cb, NULL, NULL, g_free, NULL,
                              written_cb, &waiting);
    tv_store_close (book->store);
    tv_store_close (book->store);
    g_main_loop_run (waiting.loop);
    g_main_loop_unref (waiting.loop);
    g_assert_cmpuint (waiting.n_bad, ==, 0);
    g_assert_null (tv_store_read (book->store, list_cb, NULL, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_FAILED);
    tv_test_book_reopen (book);
    g_assert_cmpint (tv_test_book_count (book, "student"), ==, 4 + N_WRITES);
}

static gpointer
read_until_closed (gpointer data)
{
    g_autoptr (GError) error = NULL;
    guint n_reads = 0;

    while (!error) {
        g_autoptr (GPtrArray) students = tv_store_read (data, list_cb, NULL, &error);

        g_assert_true ((students != NULL) == (error == NULL));
        n_reads++;
    }
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_FAILED);
    return GUINT_TO_POINTER (n_reads);
}

/* Workers that go on asking while the book is closed get an answer, each time. */
static void
test_close_under_readers (void)
{
    for (int round = 0; round < 20; round++) {
        g_autoptr (TvTestBook) book = tv_test_book_new_empty ();
        GThread *threads[N_THREADS];

        for (int i = 0; i < N_THREADS; i++)
            threads[i] = g_thread_new ("reader", read_until_closed, book->store);
        tv_store_close (book->store);
        for (int i = 0; i < N_THREADS; i++)
            g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), >, 0);
    }
}

static void
finalized_cb (gpointer data, GObject *where)
{
    g_main_loop_quit (data);
}

/* The last reference goes while the answer is on its way, without the thread waiting for itself. */
static void
test_last_reference (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

    g_object_weak_ref (G_OBJECT (book->store), finalized_cb, loop);
    tv_store_write_async (book->store, "edit", add_student_cb, NULL, NULL, g_free, NULL, NULL,
                          NULL);
    g_clear_object (&book->store);
    g_main_loop_run (loop);
}

#define N_LOOKS 3000

typedef struct {
    GMutex mutex;
    GCond cond;
    gboolean has_begun;
} Looking;

/* Asks again and again, of a connection that must be there until the end. */
static gpointer
look_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    Looking *looking = input;

    g_mutex_lock (&looking->mutex);
    looking->has_begun = TRUE;
    g_cond_signal (&looking->cond);
    g_mutex_unlock (&looking->mutex);
    for (guint i = 0; i < N_LOOKS; i++) {
        g_autoptr (GPtrArray) students = tv_store_list_students (connection, error);

        if (!students)
            return NULL;
    }
    return tv_store_list_students (connection, error);
}

static gpointer
look_thread (gpointer data)
{
    gpointer *both = data;

    return tv_store_read (both[0], look_cb, both[1], NULL);
}

static gpointer
lock_thread (gpointer data)
{
    tv_store_lock (data);
    return NULL;
}

/* Ctrl+L, and the machine is suspended at once, while a page is still loading. */
static void
test_locked_twice (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    Looking looking = { .has_begun = FALSE };
    gpointer both[] = { book->store, &looking };
    GThread *reader = g_thread_new ("look", look_thread, both);
    GThread *lockers[2];
    g_autoptr (GPtrArray) students = NULL;
    g_autoptr (GError) error = NULL;

    g_mutex_lock (&looking.mutex);
    while (!looking.has_begun)
        g_cond_wait (&looking.cond, &looking.mutex);
    g_mutex_unlock (&looking.mutex);
    for (guint i = 0; i < G_N_ELEMENTS (lockers); i++)
        lockers[i] = g_thread_new ("lock", lock_thread, book->store);
    for (guint i = 0; i < G_N_ELEMENTS (lockers); i++)
        g_thread_join (lockers[i]);
    students = g_thread_join (reader);
    g_assert_nonnull (students);
    g_assert_true (tv_store_is_locked (book->store));
    g_assert_true (tv_store_unlock (book->store, NULL, &error));
    g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/threads/async", test_async);
    g_test_add_func ("/threads/cancel", test_cancel);
    g_test_add_func ("/threads/many-threads", test_many_threads);
    g_test_add_func ("/threads/close", test_close);
    g_test_add_func ("/threads/close-under-readers", test_close_under_readers);
    g_test_add_func ("/threads/locked-twice", test_locked_twice);
    g_test_add_func ("/threads/last-reference", test_last_reference);
    return g_test_run ();
}
