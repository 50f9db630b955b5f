/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli zscores on a million rows, CSV to CSV, beside what WHO's R package anthro needs: 34.4
 * seconds on a machine where one pow() takes 18.3 ns, scaled to this one. Then its memory, which
 * must not grow with the rows. */

#include "tv-bench.h"

#include <glib/gstdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define ANTHRO_S 34.4
#define ANTHRO_POW_S 18.3e-9
#define N_ROWS 1000000
#define N_FEW_ROWS 100000
#define N_RUNS 9

typedef struct {
    const char *program;
    char *input;
    char *output;
    long peak_kib;
} Scoring;

static void
clear_scoring (Scoring *scoring)
{
    g_remove (scoring->input);
    g_remove (scoring->output);
    g_free (scoring->input);
    g_free (scoring->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scoring, clear_scoring)

/* Children of 0 to 59 months whose weights and heights are near enough to those of their age. */
static void
write_rows (const char *path, guint n_rows)
{
    g_autoptr (GRand) random = g_rand_new_with_seed (3);
    FILE *file = g_fopen (path, "w");

    g_assert_nonnull (file);
    fputs ("id,sex,age_days,weight_kg,height_cm,measured,oedema\n", file);
    for (guint i = 0; i < n_rows; i++) {
        int age_days = g_rand_int_range (random, 0, 1826);
        int height_mm
            = 500 + age_days * 600 / (age_days + 600) + g_rand_int_range (random, -40, 41) * 2;
        int weight_g = height_mm * height_mm / 1000 * g_rand_int_range (random, 14, 18);

        fprintf (file, "c%u,%c,%d,%d.%d,%d.%d,%c,n\n", i, i % 2 ? 'M' : 'F', age_days,
                 weight_g / 1000, weight_g % 1000 / 100, height_mm / 10, height_mm % 10,
                 age_days < 731 ? 'L' : 'H');
    }
    g_assert_cmpint (fclose (file), ==, 0);
}

static void
init_scoring (Scoring *scoring, const char *program, guint n_rows)
{
    g_autofree char *name = g_strdup_printf ("tamvoc-bench-%u-%d.csv", n_rows, (int) getpid ());

    scoring->program = program;
    scoring->input = g_build_filename (g_get_tmp_dir (), name, NULL);
    scoring->output = g_strconcat (scoring->input, ".out", NULL);
    scoring->peak_kib = 0;
    write_rows (scoring->input, n_rows);
}

static void
run_scoring (gpointer data)
{
    Scoring *scoring = data;
    g_autofree char *command = g_strdup_printf ("exec '%s' zscores '%s' >'%s'", scoring->program,
                                                scoring->input, scoring->output);
    const char *argv[] = { "/bin/sh", "-c", command, NULL };
    struct rusage usage;
    GPid pid;
    int status;

    g_assert_true (g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                                  &pid, NULL));
    g_assert_cmpint (wait4 (pid, &status, 0, &usage), ==, pid);
    g_assert_cmpint (status, ==, 0);
    scoring->peak_kib = MAX (scoring->peak_kib, usage.ru_maxrss);
}

static guint
count_lines (const char *path)
{
    FILE *file = g_fopen (path, "r");
    guint n_lines = 0;

    g_assert_nonnull (file);
    for (int c = getc (file); c != EOF; c = getc (file))
        n_lines += c == '\n';
    fclose (file);
    return n_lines;
}

int
main (int argc, char **argv)
{
    g_auto (Scoring) many = { NULL };
    g_auto (Scoring) few = { NULL };
    double yardstick_s = ANTHRO_S * tv_bench_measure_pow () / ANTHRO_POW_S;
    double ours_s;

    g_assert_cmpint (argc, ==, 2);
    init_scoring (&few, argv[1], N_FEW_ROWS);
    init_scoring (&many, argv[1], N_ROWS);
    run_scoring (&few);
    ours_s = tv_bench_measure (run_scoring, &many, N_RUNS);
    g_assert_cmpuint (count_lines (many.output), ==, N_ROWS + 1);
    tv_bench_print ("zscores of 1,000,000 rows, CSV to CSV / anthro in R", ours_s, yardstick_s,
                    TV_BENCH_TIMES_FASTER, 40);
    tv_bench_print_memory ("zscores, memory at 1,000,000 rows / at 100,000", many.peak_kib,
                           few.peak_kib, 1.1);
    return 0;
}
