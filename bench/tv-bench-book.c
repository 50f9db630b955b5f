/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A book as large as the window has to bear it: the practice school, with its rounds measured again
 * and again. */

#include "tv-bench-book.h"

#include "store/tv-store-measurements.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-years.h"

static gboolean
copy_round (TvChange *change, const TvRound *round, GPtrArray *measurements, int n_days,
            GError **error)
{
    TvRound values = *round;
    g_autofree char *code = tv_store_next_round_code (tv_change_connection (change), round->year_id,
                                                      TV_ROUND_REGULAR, error);

    values.id = 0;
    values.uid = NULL;
    values.is_closed = FALSE;
    values.code = code;
    values.first_day += n_days;
    values.last_day += n_days;
    values.id = tv_store_put_round (change, &values, error);
    if (!code || !values.id)
        return FALSE;
    for (guint i = 0; i < measurements->len; i++) {
        TvMeasurement copy = *(TvMeasurement *) g_ptr_array_index (measurements, i);

        copy.id = 0;
        copy.uid = NULL;
        copy.session_id = 0;
        copy.round_id = values.id;
        copy.date += n_days;
        if (!tv_store_put_measurement (change, &copy, error))
            return FALSE;
    }
    return TRUE;
}

/* Rounds of a week's distance after the first of each year, all before the one that goes on. */
static gboolean
add_rounds (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
            GError **error)
{
    TvConnection *connection = tv_change_connection (change);
    g_autoptr (GPtrArray) rounds = tv_store_list_rounds (connection, 0, error);
    guint n_rounds = rounds ? rounds->len : 0, n_wanted = *(const guint *) input;

    g_assert_cmpuint (n_rounds, >, 0);
    for (guint n = 0; n_rounds < n_wanted; n++) {
        const TvRound *round = g_ptr_array_index (rounds, n % (rounds->len - 1));
        g_autoptr (GPtrArray) measurements
            = tv_store_list_measurements_of_round (connection, round->id, error);

        if (!measurements
            || !copy_round (change, round, measurements, 3 * (int) (1 + n / rounds->len), error))
            return FALSE;
        n_rounds++;
    }
    return TRUE;
}

/**
 * tv_bench_make_book:
 * @folder: where the book is made
 * @n_students: how many children the kindergarten has
 * @n_rounds: how many regular rounds it has in three years
 */
void
tv_bench_make_book (const char *folder, guint n_students, guint n_rounds)
{
    g_autoptr (TvClock) clock = tv_clock_new_system ();
    const TvDemoOptions options
        = { .n_students = n_students, .seed = 1, .level = TV_LEVEL_KINDERGARTEN };
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = tv_demo_create (folder, &options, clock, NULL, NULL, NULL, &error);

    g_assert_no_error (error);
    tv_store_write (store, "bench", add_rounds, &n_rounds, NULL, &error);
    g_assert_no_error (error);
    tv_store_close (store);
}
