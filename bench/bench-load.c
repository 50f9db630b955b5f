/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A book far larger than any school's: 100,000 children with three million measurements. It is
 * opened, searched, entered into and counted. Making it takes some minutes and three gigabytes, so
 * it is kept in the folder that is given and used again. */

#include "tv-bench-book.h"
#include "tv-bench.h"

#include "base/tv-text.h"
#include "store/tv-connection.h"
#include "store/tv-store-round-rows.h"
#include "store/tv-store-rounds.h"
#include "workflows/tv-measuring-save.h"
#include "workflows/tv-measuring-sheet.h"
#include "workflows/tv-rates.h"
#include "workflows/tv-record-book.h"
#include "workflows/tv-roster.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define N_STUDENTS 100000
#define N_ROUNDS 32
#define N_MEASUREMENTS 3000000
#define N_SMALL_STUDENTS 240
#define N_SMALL_ROUNDS N_ROUNDS
#define N_COLUMNS 21
#define N_RUNS 5
#define N_SHORT_RUNS 200
#define FRAME_S 0.0167

typedef struct {
    TvStore *store;
    char *database;
    char *sums;
    TvRound *round; /* the latest that is open */
    gint64 class_id;
    TvRoster *roster;
    TvMeasuringSheet *sheet;
    guint n_saved;
} Book;

/* ---- the book ---- */

static TvStore *
open_store (const char *folder)
{
    g_autoptr (TvClock) clock = tv_clock_new_system ();
    g_autoptr (GError) error = NULL;
    TvStore *store = tv_store_open (folder, clock, &error);

    g_assert_no_error (error);
    return store;
}

static gpointer
count_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvStatement) statement
        = tv_connection_prepare (connection, "SELECT count(*) FROM measurement", error);

    g_assert_cmpint (tv_statement_step (statement, error), ==, TV_STEP_ROW);
    return GSIZE_TO_POINTER ((gsize) tv_statement_get_int (statement, 0));
}

static gpointer
find_round_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    TvRound *latest = NULL;

    tv_store_find_latest_round (connection, &latest, error);
    return latest;
}

/* The class in the middle: it is as likely as any. */
static gint64
choose_class (const TvRoster *roster)
{
    const TvRosterClass *class_ = g_ptr_array_index (roster->classes, roster->classes->len / 2);

    return class_->class_->id;
}

static void
look_into (Book *self, const char *folder)
{
    g_autoptr (GError) error = NULL;

    self->store = open_store (folder);
    self->database = g_build_filename (folder, "book.db", NULL);
    self->round = tv_store_read (self->store, find_round_cb, NULL, &error);
    g_assert_no_error (error);
    self->roster = tv_roster_load (self->store, self->round->year_id, &error);
    g_assert_no_error (error);
    self->class_id = choose_class (self->roster);
}

static void
forget (Book *self)
{
    g_clear_pointer (&self->sheet, tv_measuring_sheet_unref);
    g_clear_pointer (&self->roster, tv_roster_unref);
    g_clear_pointer (&self->round, tv_round_unref);
    tv_store_close (self->store);
    g_clear_object (&self->store);
    g_free (self->database);
    g_free (self->sums);
}

static void
make_large_book (const char *folder)
{
    g_autofree char *unfinished = g_strconcat (folder, "-unfinished", NULL);

    if (tv_store_exists (folder))
        return;
    tv_bench_remove_folder (unfinished);
    tv_bench_make_book (unfinished, N_STUDENTS, N_ROUNDS);
    g_assert_cmpint (g_rename (unfinished, folder), ==, 0);
}

/* ---- what is done with it ---- */

static void
open_book (gpointer data)
{
    g_autoptr (TvStore) store = open_store (data);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvBookCover) cover = tv_book_cover_read (store, &error);

    g_assert_no_error (error);
    g_assert_false (tv_store_is_read_only (store));
    g_assert_cmpuint (cover->rounds->len, >=, N_SMALL_ROUNDS);
}

/* One letter more in the search, with every child of the school to be looked at. */
static void
search (gpointer data)
{
    const Book *book = data;
    g_autofree char *query = tv_text_fold ("Nguyễn Gia B");
    guint n_found = 0;

    for (guint i = 0; i < book->roster->entries->len; i++)
        n_found += tv_roster_entry_matches (g_ptr_array_index (book->roster->entries, i), query);
    g_assert_cmpuint (n_found, >, 0);
    g_assert_cmpuint (n_found, <, book->roster->entries->len);
}

static void
load_roster (gpointer data)
{
    const Book *book = data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvRoster) roster = tv_roster_load (book->store, book->round->year_id, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (roster->entries->len, >=, N_STUDENTS);
}

static void
open_class (gpointer data)
{
    Book *book = data;
    g_autoptr (GError) error = NULL;

    g_clear_pointer (&book->sheet, tv_measuring_sheet_unref);
    book->sheet = tv_measuring_sheet_load (book->store, book->round->id, book->class_id, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (book->sheet->rows->len, >, 0);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    Book *book = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvSession) session = tv_measuring_save_finish (TV_STORE (source), result, &error);

    g_assert_no_error (error);
    book->n_saved++;
}

/* Until it is on the disk; the window does not wait for it. */
static void
enter_cell (gpointer data)
{
    Book *book = data;
    guint n_saved = book->n_saved;
    const TvMeasuringRow *row
        = g_ptr_array_index (book->sheet->rows, n_saved % book->sheet->rows->len);
    g_autoptr (TvSession) session
        = tv_measuring_sheet_session (book->sheet, book->round->first_day);
    TvMeasuringEntry entry = { .kind = TV_ENTRY_VALUE,
                               .quantity = TV_QUANTITY_WEIGHT,
                               .value = 14000 + (int) g_random_int_range (0, 3000) };

    tv_measuring_save_async (book->store, session, row->student->id, &entry, NULL, saved_cb, book);
    while (book->n_saved == n_saved)
        g_main_context_iteration (NULL, TRUE);
}

static void
work_out_rates (gpointer data)
{
    const TvRatesQuery query = { .population = TV_POPULATION_UNDER_FIVE, .split = TV_SPLIT_EVERY };
    g_autoptr (GError) error = NULL;
    g_autoptr (TvRates) rates = tv_rates_work_out (((Book *) data)->store, &query, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (rates->n_enrolled, >=, N_STUDENTS);
}

/* ---- the yardsticks ---- */

static void
run_shell (const Book *book, const char *sql)
{
    const char *argv[] = { "sqlite3", "-readonly", book->database, sql, NULL };
    g_autofree char *output = NULL;
    g_autoptr (GError) error = NULL;
    int status;

    g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                  &status, &error);
    g_assert_no_error (error);
    g_assert_cmpint (status, ==, 0);
    g_assert_cmpuint (strlen (output), >, 0);
}

static void
write_sums (Book *book)
{
    g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, book->round->id);
    g_autoptr (GString) query = g_string_new (tv_store_round_rows_sql ());
    g_autoptr (GString) names = g_string_new ("c1");
    g_autoptr (GString) sums = g_string_new ("sum(c1)");

    g_string_replace (query, "$1", id, 0);
    for (int i = 2; i <= N_COLUMNS; i++) {
        g_string_append_printf (names, ", c%d", i);
        g_string_append_printf (sums, ", sum(c%d)", i);
    }
    book->sums = g_strdup_printf ("WITH q (%s) AS (%s) SELECT %s FROM q", names->str, query->str,
                                  sums->str);
}

static void
sum_in_shell (gpointer data)
{
    const Book *book = data;

    run_shell (book, book->sums);
}

/* Before anybody else has them open. */
static void
measure_opening (char *large_folder, char *small_folder)
{
    open_book (large_folder);
    tv_bench_print ("3,000,000 measurements: book opened / that of 240 children",
                    tv_bench_measure (open_book, large_folder, N_SHORT_RUNS),
                    tv_bench_measure (open_book, small_folder, N_SHORT_RUNS), TV_BENCH_AT_MOST,
                    1.5);
}

static void
measure (Book *large, Book *small)
{
    double sums_s = tv_bench_measure (sum_in_shell, large, N_RUNS);

    tv_bench_print ("all groups of a round / shell's sums",
                    tv_bench_measure (work_out_rates, large, N_RUNS), sums_s, TV_BENCH_AT_MOST,
                    1.5);
    /* Read, judged, and made ready to be searched and sorted, away from the window. */
    tv_bench_print ("list of 100,000 children / shell's sums",
                    tv_bench_measure (load_roster, large, N_RUNS), sums_s, TV_BENCH_AT_MOST, 6);
    tv_bench_print ("one letter of a search / frame of 16.7 ms",
                    tv_bench_measure (search, large, N_SHORT_RUNS), FRAME_S, TV_BENCH_AT_MOST, 1);
    tv_bench_print ("a class's sheet / frame of 16.7 ms",
                    tv_bench_measure (open_class, large, N_SHORT_RUNS), FRAME_S, TV_BENCH_AT_MOST,
                    1);
    open_class (small);
    tv_bench_print ("a cell on the disk / the same with 240 children",
                    tv_bench_measure (enter_cell, large, N_SHORT_RUNS),
                    tv_bench_measure (enter_cell, small, N_SHORT_RUNS), TV_BENCH_AT_MOST, 1.5);
}

int
main (int argc, char **argv)
{
    g_autofree char *parent = g_dir_make_tmp ("tv-bench-XXXXXX", NULL);
    g_autofree char *small_folder = g_build_filename (parent, "small", NULL);
    g_autofree char *large_folder
        = argc > 1 ? g_strdup (argv[1]) : g_build_filename (parent, "large", NULL);
    Book large = { 0 }, small = { 0 };
    gpointer n_measurements;

    make_large_book (large_folder);
    tv_bench_make_book (small_folder, N_SMALL_STUDENTS, N_SMALL_ROUNDS);
    measure_opening (large_folder, small_folder);
    look_into (&large, large_folder);
    look_into (&small, small_folder);
    n_measurements = tv_store_read (large.store, count_cb, NULL, NULL);
    g_assert_cmpuint (GPOINTER_TO_SIZE (n_measurements), >=, N_MEASUREMENTS);
    write_sums (&large);
    measure (&large, &small);
    forget (&large);
    forget (&small);
    tv_bench_remove_folder (parent);
    return 0;
}
