/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A second program works on a book and is killed at a random moment. Whatever it had reported as
 * committed must be in the book afterwards, and the book must be sound. */

#define _GNU_SOURCE /* ppoll */

#include "tv-storm-book.h"
#include "tv-storm-scale.h"
#include "tv-storm-work.h"

#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *program;

typedef struct {
    guint n_begun;
    guint n_done;
    gboolean has_ended;
} Progress;

static void
count_reports (Progress *progress, const char *letters, gssize n)
{
    for (gssize i = 0; i < n; i++) {
        progress->n_begun += letters[i] == '-';
        progress->n_done += letters[i] == '+';
    }
    progress->has_ended = n == 0;
}

/* Reads what is reported until @until_us, or @n_begun pieces have begun, or the program is no more.
 */
static void
listen_until (int pipe, gint64 until_us, guint n_begun, Progress *progress)
{
    struct pollfd waiting = { .fd = pipe, .events = POLLIN };
    char letters[256];

    while (!progress->has_ended && progress->n_begun < n_begun) {
        gint64 left_us = until_us - g_get_monotonic_time ();
        struct timespec left = { left_us / G_USEC_PER_SEC, left_us % G_USEC_PER_SEC * 1000 };

        if (left_us <= 0 || ppoll (&waiting, 1, &left, NULL) <= 0)
            return;
        count_reports (progress, letters, read (pipe, letters, sizeof letters));
    }
}

static GPid
start (const TvStormWork *work, const char *folder, int *pipe)
{
    const char *arguments[] = { program, "--work", work->name, folder, NULL };
    g_autoptr (GError) error = NULL;
    GPid child;

    g_spawn_async_with_pipes (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL,
                              NULL, &child, NULL, pipe, NULL, &error);
    g_assert_no_error (error);
    return child;
}

/* Kills the work @delay_us after it began its piece number @n_begun, or lets it end. Returns how
 * long it lived from its first piece on. */
static gint64
storm_over (const TvStormWork *work, const char *folder, guint n_begun, gint64 delay_us,
            Progress *progress)
{
    int pipe, status;
    GPid child = start (work, folder, &pipe);
    gint64 begin;

    listen_until (pipe, G_MAXINT64, 1, progress);
    begin = g_get_monotonic_time ();
    listen_until (pipe, G_MAXINT64, n_begun, progress);
    listen_until (pipe, g_get_monotonic_time () + delay_us, G_MAXUINT, progress);
    begin = g_get_monotonic_time () - begin;
    kill (child, SIGKILL);
    listen_until (pipe, G_MAXINT64, G_MAXUINT, progress);
    g_assert_cmpint (waitpid (child, &status, 0), ==, child);
    g_assert_true (WIFSIGNALED (status) || WEXITSTATUS (status) == 0);
    g_spawn_close_pid (child);
    close (pipe);
    return begin;
}

typedef struct {
    guint n_killed;
    guint n_inside; /* between the beginning of a piece and its report */
    guint n_committed;
} Counts;

static void
kill_once (const TvStormWork *work, const char *base, guint n_begun, gint64 delay_us,
           Counts *counts)
{
    g_autofree char *folder = tv_storm_folder_new ();
    g_autofree char *trouble = NULL;
    Progress progress = { 0 };

    tv_storm_folder_copy (base, folder);
    storm_over (work, folder, n_begun, delay_us, &progress);
    counts->n_killed++;
    counts->n_inside += progress.n_begun > progress.n_done;
    counts->n_committed += progress.n_done;
    trouble = tv_storm_work_look (work, folder, progress.n_done);
    if (trouble)
        g_test_fail_printf ("killed %" G_GINT64_FORMAT " µs after piece %u began: %s", delay_us,
                            n_begun, trouble);
    tv_storm_folder_remove (folder);
}

/* The whole work once, undisturbed: that it does what it says, how many pieces it has, and how
 * long one of them lasts. */
static gint64
measure_piece (const TvStormWork *work, const char *base, guint *n_pieces)
{
    g_autofree char *folder = tv_storm_folder_new ();
    g_autofree char *trouble = NULL;
    Progress progress = { 0 };
    gint64 lasted_us;

    tv_storm_folder_copy (base, folder);
    lasted_us = storm_over (work, folder, G_MAXUINT, 0, &progress);
    g_assert_cmpuint (progress.n_done, >, 0);
    trouble = tv_storm_work_look (work, folder, progress.n_done);
    g_assert_cmpstr (trouble, ==, NULL);
    tv_storm_folder_remove (folder);
    *n_pieces = progress.n_begun;
    return lasted_us / progress.n_begun;
}

static void
test_kills (gconstpointer data)
{
    const TvStormWork *work = data;
    guint n_kills = tv_storm_scale (6, 120), n_pieces;
    g_autoptr (GRand) random = tv_storm_random ();
    g_autofree char *base = tv_storm_folder_new ();
    Counts counts = { 0 };
    gint64 lasts_us;

    work->prepare (base);
    lasts_us = measure_piece (work, base, &n_pieces);
    for (guint i = 0; i < n_kills; i++) {
        guint piece = (guint) g_rand_int_range (random, 1, (gint32) n_pieces + 1);

        kill_once (work, base, piece, g_rand_int_range (random, 0, (gint32) lasts_us + 1), &counts);
    }
    tv_storm_tell ("%s: %u kills, %u of them inside one of %u pieces of %.1f ms; %u pieces were "
                   "reported, and none was lost",
                   work->name, counts.n_killed, counts.n_inside, n_pieces, (double) lasts_us / 1000,
                   counts.n_committed);
    if (n_kills >= 20)
        g_assert_cmpuint (counts.n_inside, >, 0);
    tv_storm_folder_remove (base);
}

int
main (int argc, char **argv)
{
    const TvStormWork *works;
    guint n_works;

    if (argc == 4 && strcmp (argv[1], "--work") == 0)
        return tv_storm_work_serve (argv[2], argv[3]);
    program = argv[0];
    g_test_init (&argc, &argv, NULL);
    works = tv_storm_work_list (&n_works);
    for (guint i = 0; i < n_works; i++) {
        g_autofree char *path = g_strconcat ("/storm/kills/", works[i].name, NULL);

        g_test_add_data_func (path, &works[i], test_kills);
    }
    return g_test_run ();
}
