/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How long somebody waits for the window: from starting the program on a school of 3,000 children
 * with 30 rounds to its first frame, and to the overview's figures, beside an empty libadwaita
 * window. Every start is a process of its own. */

#include "tv-bench-book.h"
#include "tv-bench.h"

#include "base/tv-language.h"
#include "ui/overview/tv-rate-card.h"
#include "ui/shell/tv-application.h"

#include <gio/gio.h>
#include <string.h>

#define N_STUDENTS 3000
#define N_ROUNDS 30
#define N_STARTS 7

/* ---- the program that is started ---- */

typedef struct {
    GtkWindow *window;
    gboolean has_frame;
    gboolean wants_figures;
} Start;

static GtkWidget *
find_card (GtkWidget *root)
{
    if (TV_IS_RATE_CARD (root))
        return gtk_widget_get_mapped (root) ? root : NULL;
    for (GtkWidget *child = gtk_widget_get_first_child (root); child;
         child = gtk_widget_get_next_sibling (child)) {
        GtkWidget *found = find_card (child);

        if (found)
            return found;
    }
    return NULL;
}

static void
painted_cb (Start *start)
{
    if (!start->has_frame)
        g_print ("frame\n");
    start->has_frame = TRUE;
    if (start->wants_figures && !find_card (GTK_WIDGET (start->window)))
        return;
    g_print ("done\n");
    exit (0);
}

static void
realized_cb (Start *start)
{
    g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (start->window)),
                              "after-paint", G_CALLBACK (painted_cb), start);
}

static void
window_added_cb (Start *start, GtkWindow *window)
{
    if (start->window)
        return;
    start->window = window;
    g_signal_connect_swapped (window, "realize", G_CALLBACK (realized_cb), start);
}

static void
show_empty_cb (GtkApplication *application)
{
    GtkWidget *window = adw_application_window_new (application);

    gtk_window_set_default_size (GTK_WINDOW (window), 1280, 720);
    gtk_window_present (GTK_WINDOW (window));
}

static int
start_program (const char *book)
{
    Start start = { .wants_figures = book != NULL };
    g_autoptr (GApplication) application = NULL;
    char *arguments[] = { (char *) "tamvoc", (char *) book, NULL };

    gtk_disable_setlocale ();
    tv_language_start (TV_LANGUAGE_VIETNAMESE);
    if (book) {
        application = G_APPLICATION (tv_application_new ());
        g_application_set_flags (application,
                                 G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_NON_UNIQUE);
    } else {
        application = G_APPLICATION (
            adw_application_new ("io.github.tamvoc.Empty", G_APPLICATION_NON_UNIQUE));
        g_signal_connect (application, "activate", G_CALLBACK (show_empty_cb), NULL);
    }
    g_signal_connect_swapped (application, "window-added", G_CALLBACK (window_added_cb), &start);
    return g_application_run (application, book ? 2 : 1, arguments);
}

/* ---- the watch ---- */

static void
wait_for_line (GDataInputStream *lines, const char *word, gint64 begin, double *best_s)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, &error);
    double seconds = (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;

    g_assert_no_error (error);
    g_assert_cmpstr (line, ==, word);
    *best_s = MIN (*best_s, seconds);
}

static void
watch_start (const char *program, const char *book, double *frame_s, double *done_s)
{
    g_autoptr (GError) error = NULL;
    gint64 begin = g_get_monotonic_time ();
    g_autoptr (GSubprocess) process
        = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--start", book, NULL);
    g_autoptr (GDataInputStream) lines = NULL;

    g_assert_no_error (error);
    lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
    wait_for_line (lines, "frame", begin, frame_s);
    wait_for_line (lines, "done", begin, done_s);
    g_subprocess_wait (process, NULL, NULL);
}

int
main (int argc, char **argv)
{
    g_autofree char *parent = NULL, *book = NULL;
    double empty_s = G_MAXDOUBLE, frame_s = G_MAXDOUBLE, figures_s = G_MAXDOUBLE,
           unused = G_MAXDOUBLE;

    if (argc > 1 && strcmp (argv[1], "--start") == 0)
        return start_program (argc > 2 ? argv[2] : NULL);
    parent = g_dir_make_tmp ("tv-bench-XXXXXX", NULL);
    book = g_build_filename (parent, "book", NULL);
    tv_bench_make_book (book, N_STUDENTS, N_ROUNDS);
    for (int i = 0; i < N_STARTS; i++) {
        watch_start (argv[0], NULL, &empty_s, &unused);
        watch_start (argv[0], book, &frame_s, &figures_s);
    }
    tv_bench_print ("3,000 children, 30 rounds: first frame / empty window", frame_s, empty_s,
                    TV_BENCH_AT_MOST, 1.5);
    tv_bench_print ("3,000 children, 30 rounds: overview's figures / empty window", figures_s,
                    empty_s, TV_BENCH_AT_MOST, 2.5);
    tv_bench_remove_folder (parent);
    return 0;
}
