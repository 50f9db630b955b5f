/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Work and yardstick, measured in the same run, so that the ratio means the same on any machine. */

#include "tv-bench.h"

#include <glib/gstdio.h>
#include <math.h>

#define N_POWERS 100000
#define N_RUNS 60

typedef struct {
    double bases[N_POWERS];
    double exponents[N_POWERS];
    double sum;
} Powers;

static void
sum_powers (gpointer data)
{
    Powers *powers = data;

    for (guint i = 0; i < N_POWERS; i++)
        powers->sum += pow (powers->bases[i], powers->exponents[i]);
}

/**
 * tv_bench_measure:
 * @n_runs: how often to do the work
 *
 * Returns: seconds of the fastest run, which other programs disturbed least
 */
double
tv_bench_measure (TvBenchWork work, gpointer data, guint n_runs)
{
    double best_s = G_MAXDOUBLE;

    for (guint i = 0; i < n_runs; i++) {
        gint64 start_us = g_get_monotonic_time ();

        work (data);
        best_s = MIN (best_s, (double) (g_get_monotonic_time () - start_us) / G_USEC_PER_SEC);
    }
    return best_s;
}

/**
 * tv_bench_measure_pow:
 *
 * One pow() with bases and exponents as z-scores have them: measures of 0.6 to 1.6 medians,
 * powers of -2 to 1.
 *
 * Returns: seconds
 */
double
tv_bench_measure_pow (void)
{
    g_autofree Powers *powers = g_new0 (Powers, 1);
    g_autoptr (GRand) random = g_rand_new_with_seed (1);
    double seconds;

    for (guint i = 0; i < N_POWERS; i++) {
        powers->bases[i] = g_rand_double_range (random, 0.6, 1.6);
        powers->exponents[i] = g_rand_double_range (random, -2, 1);
    }
    seconds = tv_bench_measure (sum_powers, powers, N_RUNS) / N_POWERS;
    g_assert_true (isfinite (powers->sum));
    return seconds;
}

static char *
format_duration (double seconds)
{
    if (seconds < 1e-6)
        return g_strdup_printf ("%.1f ns", seconds * 1e9);
    if (seconds < 1e-3)
        return g_strdup_printf ("%.1f us", seconds * 1e6);
    if (seconds < 1)
        return g_strdup_printf ("%.1f ms", seconds * 1e3);
    return g_strdup_printf ("%.2f s", seconds);
}

static void
print_row (const char *what, const char *ours, const char *yardstick, double ratio, double goal,
           gboolean is_reached)
{
    static gboolean has_head;

    if (!has_head)
        g_print ("%-60s %10s %10s %10s %10s  %s\n", "what", "ours", "yardstick", "ratio", "goal",
                 "reached");
    has_head = TRUE;
    g_print ("%-60s %10s %10s %8.2f x %8.2f x  %s\n", what, ours, yardstick, ratio, goal,
             is_reached ? "yes" : "NO");
}

/**
 * tv_bench_print:
 * @what: what was measured, and what the yardstick is, in at most 60 letters
 * @ours_s: seconds
 * @yardstick_s: seconds of the yardstick in the same run
 * @goal: the ratio to reach, in the sense of @kind
 *
 * Prints a row of the table, and its head before the first.
 */
void
tv_bench_print (const char *what, double ours_s, double yardstick_s, TvBenchGoal kind, double goal)
{
    gboolean is_faster = kind == TV_BENCH_TIMES_FASTER;
    double ratio = is_faster ? yardstick_s / ours_s : ours_s / yardstick_s;
    g_autofree char *ours = format_duration (ours_s);
    g_autofree char *yardstick = format_duration (yardstick_s);

    print_row (what, ours, yardstick, ratio, goal, is_faster ? ratio >= goal : ratio <= goal);
}

/**
 * tv_bench_print_memory:
 * @what: what was measured, and what the yardstick is, in at most 60 letters
 * @ours_kib: the most memory that ever stood in RAM at once
 * @yardstick_kib: the same of the yardstick
 * @goal: how many times the yardstick it may be
 *
 * As tv_bench_print(), for memory.
 */
void
tv_bench_print_memory (const char *what, long ours_kib, long yardstick_kib, double goal)
{
    double ratio = (double) ours_kib / (double) yardstick_kib;
    g_autofree char *ours = g_strdup_printf ("%ld KiB", ours_kib);
    g_autofree char *yardstick = g_strdup_printf ("%ld KiB", yardstick_kib);

    print_row (what, ours, yardstick, ratio, goal, ratio <= goal);
}

/**
 * tv_bench_remove_folder:
 * @folder: one that the benchmark made
 *
 * Removes it with all that is in it.
 */
void
tv_bench_remove_folder (const char *folder)
{
    g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
    const char *name;

    while (files && (name = g_dir_read_name (files))) {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
            tv_bench_remove_folder (path);
        else
            g_remove (path);
    }
    g_rmdir (folder);
}
