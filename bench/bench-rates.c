/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All groups of one round of a school of 100,000 children with nine rounds, beside the engine's own
 * shell summing every column of the rows that are fetched for it. A folder with such a book may be
 * given, since making one takes a minute. */

#include "tv-bench.h"

#include "store/tv-store-round-rows.h"
#include "store/tv-store-rounds.h"
#include "workflows/tv-demo.h"
#include "workflows/tv-rates.h"

#include <gio/gio.h>
#include <string.h>

#define N_STUDENTS 100000
#define N_COLUMNS 21
#define N_RUNS 5

typedef struct {
    TvStore *store;
    char *database;
    char *sums;
} Book;

static TvStore *
make_book (const char *folder)
{
    /* On that day the ninth round is just over. */
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2027, 4, 1));
    const TvDemoOptions options
        = { .n_students = N_STUDENTS, .seed = 1, .level = TV_LEVEL_KINDERGARTEN };
    g_autoptr (GError) error = NULL;
    TvStore *store = tv_store_exists (folder)
                         ? tv_store_open (folder, clock, &error)
                         : tv_demo_create (folder, &options, clock, NULL, NULL, NULL, &error);

    g_assert_no_error (error);
    return store;
}

static gpointer
find_round_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    g_autoptr (GPtrArray) rounds = tv_store_list_rounds (connection, 0, error);
    TvRound *latest = NULL;

    g_assert_cmpuint (rounds->len, ==, 9);
    tv_store_find_latest_round (connection, &latest, error);
    return latest;
}

static char *
write_sums (TvStore *store)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvRound) round = tv_store_read (store, find_round_cb, NULL, &error);
    g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, round->id);
    g_autoptr (GString) query = g_string_new (tv_store_round_rows_sql ());
    g_autoptr (GString) names = g_string_new ("c1");
    g_autoptr (GString) sums = g_string_new ("sum(c1)");

    g_string_replace (query, "$1", id, 0);
    for (int i = 2; i <= N_COLUMNS; i++) {
        g_string_append_printf (names, ", c%d", i);
        g_string_append_printf (sums, ", sum(c%d)", i);
    }
    return g_strdup_printf ("WITH q (%s) AS (%s) SELECT %s FROM q", names->str, query->str,
                            sums->str);
}

static void
work_out (gpointer data)
{
    const TvRatesQuery query = { .population = TV_POPULATION_UNDER_FIVE, .split = TV_SPLIT_EVERY };
    g_autoptr (GError) error = NULL;
    g_autoptr (TvRates) rates = tv_rates_work_out (((Book *) data)->store, &query, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (rates->n_enrolled, >=, N_STUDENTS);
    g_assert_cmpuint (rates->n_population, >, N_STUDENTS / 2);
}

static void
sum_in_shell (gpointer data)
{
    const Book *book = data;
    const char *argv[] = { "sqlite3", "-readonly", book->database, book->sums, NULL };
    g_autofree char *output = NULL;
    g_autoptr (GError) error = NULL;
    int status;

    g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                  &status, &error);
    g_assert_no_error (error);
    g_assert_cmpint (status, ==, 0);
    g_assert_cmpuint (strlen (output), >, 20);
}

int
main (int argc, char **argv)
{
    g_autofree char *own_folder = argc > 1 ? NULL : g_dir_make_tmp ("tv-bench-XXXXXX", NULL);
    const char *folder = argc > 1 ? argv[1] : own_folder;
    Book book = { .store = make_book (folder) };

    book.database = g_build_filename (folder, "book.db", NULL);
    book.sums = write_sums (book.store);
    tv_bench_print ("rates of 100,000 children, 9 rounds, all groups / shell's sums",
                    tv_bench_measure (work_out, &book, N_RUNS),
                    tv_bench_measure (sum_in_shell, &book, N_RUNS), TV_BENCH_AT_MOST, 1.5);
    tv_store_close (book.store);
    g_object_unref (book.store);
    if (own_folder)
        tv_bench_remove_folder (own_folder);
    g_free (book.database);
    g_free (book.sums);
    return 0;
}
