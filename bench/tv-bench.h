/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*TvBenchWork) (gpointer data);

/* How the goal is meant. */
typedef enum {
    TV_BENCH_AT_MOST,      /* ours may take so many times the yardstick */
    TV_BENCH_TIMES_FASTER, /* the yardstick takes at least so many times ours */
} TvBenchGoal;

double tv_bench_measure (TvBenchWork work, gpointer data, guint n_runs);
double tv_bench_measure_pow (void);
void
tv_bench_print (const char *what, double ours_s, double yardstick_s, TvBenchGoal kind, double goal);
void tv_bench_print_memory (const char *what, long ours_kib, long yardstick_kib, double goal);
void tv_bench_remove_folder (const char *folder);

G_END_DECLS
