/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo and redo as the window asks for them, and the sentence they answer with. */

#include "tv-test-book.h"

#include "store/tv-store-measurements.h"
#include "store/tv-store-settings.h"
#include "workflows/tv-undo.h"

typedef struct {
    GMainLoop *loop;
    char *sentence;
    GError *error;
} Answer;

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    Answer *answer = user_data;

    answer->sentence = tv_undo_last_finish (TV_STORE (source), result, &answer->error);
    g_main_loop_quit (answer->loop);
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    Answer *answer = user_data;

    answer->sentence = tv_redo_last_finish (TV_STORE (source), result, &answer->error);
    g_main_loop_quit (answer->loop);
}

static void
assert_answer (TvTestBook *book, gboolean is_redo, const char *sentence, int code)
{
    Answer answer = { .loop = g_main_loop_new (NULL, FALSE) };

    if (is_redo)
        tv_redo_last_async (book->store, NULL, redone_cb, &answer);
    else
        tv_undo_last_async (book->store, NULL, undone_cb, &answer);
    g_main_loop_run (answer.loop);
    g_main_loop_unref (answer.loop);
    g_assert_cmpstr (answer.sentence, ==, sentence);
    if (sentence)
        g_assert_no_error (answer.error);
    else
        g_assert_error (answer.error, TV_STORE_ERROR, code);
    g_clear_error (&answer.error);
    g_free (answer.sentence);
}

static gboolean
exclude_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
            GError **error)
{
    TvTestBook *book = input;

    return tv_store_exclude_measurement (change, book->measurement_id, "cân hỏng", error);
}

static gboolean
put_setting_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                GError **error)
{
    return tv_store_put_setting (change, "entry-order", "height-first", error);
}

static void
test_sentences (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new_empty ();

    assert_answer (book, FALSE, NULL, TV_STORE_ERROR_NOTHING_TO_UNDO);
    assert_answer (book, TRUE, NULL, TV_STORE_ERROR_NOTHING_TO_UNDO);
    tv_test_book_write (book, "edit-settings", put_setting_cb, NULL);
    assert_answer (book, FALSE, "Taken back: Editing the settings.", 0);
    g_assert_cmpint (tv_test_book_count (book, "setting"), ==, 0);
    assert_answer (book, TRUE, "Done again: Editing the settings.", 0);
    g_assert_cmpint (tv_test_book_count (book, "setting"), ==, 1);
    assert_answer (book, TRUE, NULL, TV_STORE_ERROR_NOTHING_TO_UNDO);
}

/* Something new after an undo is taken back next, and what was undone before it stays undone. */
static void
test_walk_back (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();

    tv_test_book_write (book, "exclude-measurement", exclude_cb, book);
    assert_answer (book, FALSE, "Taken back: Leaving a measurement out.", 0);
    tv_test_book_write (book, "edit-settings", put_setting_cb, NULL);
    assert_answer (book, TRUE, NULL, TV_STORE_ERROR_NOTHING_TO_UNDO);
    assert_answer (book, FALSE, "Taken back: Editing the settings.", 0);
    assert_answer (book, FALSE, "Taken back: fill.", 0);
    assert_answer (book, FALSE, NULL, TV_STORE_ERROR_NOTHING_TO_UNDO);
    g_assert_cmpint (tv_test_book_count (book, "student"), ==, 0);
}

/* A practice school stays, however often somebody presses undo. */
static void
test_practice (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new_empty ();

    tv_test_book_write (book, "practice", put_setting_cb, NULL);
    assert_answer (book, FALSE, NULL, TV_STORE_ERROR_NOTHING_TO_UNDO);
    g_assert_cmpint (tv_test_book_count (book, "setting"), ==, 1);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/undo/sentences", test_sentences);
    g_test_add_func ("/undo/walk-back", test_walk_back);
    g_test_add_func ("/undo/practice", test_practice);
    return g_test_run ();
}
