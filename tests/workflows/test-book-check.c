/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person is told of a record book that was examined. */

#include "tv-test-book.h"

#include "workflows/tv-book-check.h"
#include "workflows/tv-book-trouble-words.h"

#include <string.h>

static TvBookReport *
examine (TvTestBook *book)
{
    g_autoptr (GError) error = NULL;
    TvBookReport *report;

    g_clear_object (&book->store);
    report = tv_book_check (book->folder, book->clock, &error);
    g_assert_no_error (error);
    return report;
}

static const char *
last_line (TvBookReport *report)
{
    return g_ptr_array_index (report->lines, report->lines->len - 1);
}

static void
test_sound (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvBookReport) report = examine (book);

    g_assert_true (report->is_sound);
    g_assert_cmpuint (report->lines->len, ==, 5);
    g_assert_nonnull (strstr (last_line (report), "the history agrees with all of them"));
}

static void
test_value (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvBookReport) report = NULL;

    tv_test_book_tamper (book, "UPDATE measurement SET weight_g = 12000");
    report = examine (book);
    g_assert_false (report->is_sound);
    g_assert_cmpstr (g_ptr_array_index (report->lines, 4), ==,
                     "1 thing is wrong in this record book:");
    g_assert_cmpstr (last_line (report), ==,
                     "Something in record 1 (measurement) is not what the history says was "
                     "entered.");
}

/* Twenty are told one by one, the rest as a number. */
static void
test_many (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvBookReport) report = NULL;

    tv_test_book_tamper (
        book,
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION SELECT i + 1 FROM n WHERE i < 25)"
        " INSERT INTO setting (uid, school_id, name, value) SELECT i, 1, 'x' || i, '' FROM n");
    report = examine (book);
    g_assert_cmpstr (g_ptr_array_index (report->lines, 4), ==,
                     "25 things are wrong in this record book:");
    g_assert_cmpuint (report->lines->len, ==, 5 + 20 + 1);
    g_assert_cmpstr (last_line (report), ==, "There are 5 more of this kind.");
}

/* Each kind has a sentence of its own that says where. */
static void
test_sentences (void)
{
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

    for (guint kind = 0; kind < TV_BOOK_TROUBLE_N_KINDS; kind++) {
        TvBookTrouble trouble = {
            .kind = kind, .id = 417, .table = (char *) "reading", .detail = (char *) "student"
        };
        char *sentence = tv_book_trouble_sentence (&trouble);

        g_assert_true (strstr (sentence, "417") || strstr (sentence, "reading")
                       || strstr (sentence, "student"));
        g_assert_null (strchr (sentence, '%'));
        g_assert_true (g_hash_table_add (seen, sentence));
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/book-check/sound", test_sound);
    g_test_add_func ("/book-check/value", test_value);
    g_test_add_func ("/book-check/many", test_many);
    g_test_add_func ("/book-check/sentences", test_sentences);
    return g_test_run ();
}
