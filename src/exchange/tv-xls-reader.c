/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Has an .xls file read by a process of its own, and listens to what that tells. Whatever goes
 * wrong there, be it a crash, a silence or nonsense, is a damaged file here. */

#include "exchange/tv-xls-reader.h"

#include "base/tv-platform.h"
#include "exchange/tv-exchange-error.h"
#include "exchange/tv-xls-stream.h"

/* The process gives up by itself after 20 seconds of work; this is for a machine with much else to
 * do, and for a process that waits for nothing. */
#define MAX_SECONDS 60

#define LOOK_UP_MS 50 /* how late a cancelling may be seen */

/* A listening that ends with the process's words, with too many of them, or when it takes too
 * long. */
typedef struct {
    GMainContext *context;
    GPollableInputStream *stream;
    GCancellable *cancellable;
    GByteArray *told;
    gboolean is_late;
} Listener;

static gboolean
wake_cb (GObject *stream, gpointer user_data)
{
    return G_SOURCE_CONTINUE;
}

static gboolean
look_up_cb (gpointer user_data)
{
    return G_SOURCE_CONTINUE;
}

static gboolean
end_patience_cb (gpointer user_data)
{
    Listener *self = user_data;

    self->is_late = TRUE;
    return G_SOURCE_REMOVE;
}

static gboolean
set_broken (GError **error, const char *detail)
{
    g_set_error_literal (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_BROKEN, detail);
    return FALSE;
}

/* The program as it was installed, or where the build put it. */
static const char *
find_program (void)
{
    const char *given = g_getenv ("TV_XLS_READER");

    if (given)
        return given;
    return g_file_test (TV_XLS_READER, G_FILE_TEST_IS_EXECUTABLE) ? TV_XLS_READER
                                                                  : TV_BUILD_XLS_READER;
}

static GSubprocess *
start (GBytes *bytes, GError **error)
{
    g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
        G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
    g_autoptr (GSubprocess) process = NULL;
    g_autoptr (GError) cause = NULL;
    int file = tv_platform_open_bytes (bytes, &cause);

    if (file >= 0) {
        g_subprocess_launcher_take_stdin_fd (launcher, file);
        process = g_subprocess_launcher_spawn (launcher, &cause, find_program (), NULL);
    }
    if (!process)
        g_set_error (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_IO,
                     "the reader of .xls files does not start: %s", cause->message);
    return g_steal_pointer (&process);
}

/* Takes in what is there. Returns whether more may come. */
static gboolean
take_block (Listener *self, gboolean *is_over, GError **error)
{
    guint8 block[65536];
    g_autoptr (GError) cause = NULL;
    gssize n = g_pollable_input_stream_read_nonblocking (self->stream, block, sizeof block,
                                                         self->cancellable, &cause);

    if (n < 0 && g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK)) {
        g_main_context_iteration (self->context, TRUE);
        return !self->is_late || set_broken (error, "the reader of .xls files takes too long");
    }
    if (n < 0) {
        g_propagate_error (error, g_steal_pointer (&cause));
        return FALSE;
    }
    g_byte_array_append (self->told, block, (guint) n);
    *is_over = n == 0;
    if (self->told->len <= TV_XLS_STREAM_MAX_BYTES)
        return TRUE;
    g_set_error_literal (error, TV_EXCHANGE_ERROR, TV_EXCHANGE_ERROR_TOO_LARGE,
                         "the reader of .xls files tells more than any list of children");
    return FALSE;
}

static void
attach (Listener *self, GSource *source, GSourceFunc callback)
{
    g_source_set_callback (source, callback, self, NULL);
    g_source_attach (source, self->context);
    g_source_unref (source);
}

static gboolean
listen (Listener *self, GError **error)
{
    gboolean is_over = FALSE, is_good = TRUE;

    g_main_context_push_thread_default (self->context);
    attach (self, g_pollable_input_stream_create_source (self->stream, NULL),
            G_SOURCE_FUNC (wake_cb));
    /* A source that waits for the cancellable may be left behind by GLib 2.74 when another thread
     * cancels it, so that is looked after now and then. */
    attach (self, g_timeout_source_new (LOOK_UP_MS), look_up_cb);
    attach (self, g_timeout_source_new_seconds (MAX_SECONDS), end_patience_cb);
    while (is_good && !is_over)
        is_good = take_block (self, &is_over, error);
    g_main_context_pop_thread_default (self->context);
    return is_good;
}

/**
 * tv_xls_read:
 * @name: the file's name, without its folder
 * @bytes: what it holds
 * @cancellable: (nullable): to stop it at any moment
 * @error: #TvExchangeError, IO where this installation cannot read such files, or
 *   G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the workbook
 */
TvWorkbook *
tv_xls_read (const char *name, GBytes *bytes, GCancellable *cancellable, GError **error)
{
    g_autoptr (GSubprocess) process = start (bytes, error);
    g_autoptr (GMainContext) context = g_main_context_new ();
    g_autoptr (GByteArray) told = g_byte_array_new ();
    Listener listener = { context, NULL, cancellable, told, FALSE };
    gboolean is_heard;

    if (!process)
        return NULL;
    listener.stream = G_POLLABLE_INPUT_STREAM (g_subprocess_get_stdout_pipe (process));
    is_heard = listen (&listener, error);
    /* It has said all, or nobody listens to the rest; nothing of it is left behind. */
    g_subprocess_force_exit (process);
    g_subprocess_wait (process, NULL, NULL);
    return is_heard ? tv_xls_stream_read (name, told->data, told->len, cancellable, error) : NULL;
}
