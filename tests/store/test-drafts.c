/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is half typed: kept in the book and out of its history, each person's own, and refused to
 * who may not measure. */

#include "tv-test-people.h"

#include "store/tv-store-drafts.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-sign-in.h"
#include "store/tv-store-students.h"

static gboolean
put_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
        GError **error)
{
    return tv_store_put_draft (change, input, error);
}

static gboolean
drop_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
         GError **error)
{
    const TvDraft *draft = input;

    return tv_store_drop_draft (change, draft->round_id, draft->student_id, draft->quantity, error);
}

static gboolean
try_draft (TvTestBook *book, guint student, TvQuantity quantity, const char *text, GError **error)
{
    TvDraft draft = { .round_id = book->round_id,
                      .student_id = book->student_ids[student],
                      .quantity = quantity,
                      .text = (char *) text };

    return tv_store_write (book->store, "draft", text ? put_cb : drop_cb, &draft, NULL, error);
}

static void
put_draft (TvTestBook *book, guint student, TvQuantity quantity, const char *text)
{
    g_autoptr (GError) error = NULL;

    try_draft (book, student, quantity, text, &error);
    g_assert_no_error (error);
}

static gpointer
list_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return tv_store_list_drafts (connection, *(gint64 *) input, error);
}

/* "1 weight 12,; 2 height 9" with the place of each child in the book. */
static char *
list_drafts (TvTestBook *book)
{
    gint64 person_id = tv_store_get_actor_id (book->store);
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) drafts = tv_store_read (book->store, list_cb, &person_id, &error);
    GString *text = g_string_new (NULL);

    g_assert_no_error (error);
    for (guint i = 0; i < drafts->len; i++) {
        const TvDraft *draft = g_ptr_array_index (drafts, i);

        g_assert_cmpint (draft->round_id, ==, book->round_id);
        for (guint j = 0; j < G_N_ELEMENTS (book->student_ids); j++) {
            if (book->student_ids[j] == draft->student_id)
                g_string_append_printf (text, "%s%u %s %s", i > 0 ? "; " : "", j,
                                        tv_quantity_code (draft->quantity), draft->text);
        }
    }
    return g_string_free (text, FALSE);
}

static void
assert_drafts (TvTestBook *book, const char *expected)
{
    g_autofree char *found = list_drafts (book);

    g_assert_cmpstr (found, ==, expected);
}

static void
count_cb (TvStore *store, guint topics, guint *n_changes)
{
    (*n_changes)++;
}

static void
test_out_of_history (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    gint64 n_sets = tv_test_book_count (book, "change_set");
    gint64 n_entries = tv_test_book_count (book, "change_entry");
    guint n_changes = 0;

    while (g_main_context_iteration (NULL, FALSE))
        continue;
    g_signal_connect (book->store, "changed", G_CALLBACK (count_cb), &n_changes);
    put_draft (book, 0, TV_QUANTITY_WEIGHT, "1");
    put_draft (book, 0, TV_QUANTITY_WEIGHT, "12,");
    put_draft (book, 1, TV_QUANTITY_HEIGHT, "9 4");
    assert_drafts (book, "0 weight 12,; 1 height 9 4");
    put_draft (book, 0, TV_QUANTITY_WEIGHT, NULL);
    put_draft (book, 0, TV_QUANTITY_HEIGHT, NULL);
    assert_drafts (book, "1 height 9 4");
    tv_test_book_reopen (book);
    assert_drafts (book, "1 height 9 4");
    g_assert_cmpint (tv_test_book_count (book, "change_set"), ==, n_sets);
    g_assert_cmpint (tv_test_book_count (book, "change_entry"), ==, n_entries);
    while (g_main_context_iteration (NULL, FALSE))
        continue;
    g_assert_cmpuint (n_changes, ==, 0);
}

static void
test_each_their_own (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvTestPeople) people = tv_test_people_new (book);

    tv_test_people_sign_in (people, book, TV_ROLE_NURSE);
    put_draft (book, 0, TV_QUANTITY_WEIGHT, "12,");
    tv_test_people_sign_in (people, book, TV_ROLE_TEACHER);
    assert_drafts (book, "");
    put_draft (book, 0, TV_QUANTITY_WEIGHT, "13");
    put_draft (book, 0, TV_QUANTITY_WEIGHT, "13,4");
    put_draft (book, 2, TV_QUANTITY_WEIGHT, "7");
    put_draft (book, 2, TV_QUANTITY_WEIGHT, NULL);
    assert_drafts (book, "0 weight 13,4");
    tv_test_people_sign_in (people, book, TV_ROLE_PRINCIPAL);
    assert_drafts (book, "");
    tv_test_people_sign_in (people, book, TV_ROLE_NURSE);
    assert_drafts (book, "0 weight 12,");
}

static void
assert_refused (TvTestBook *book, guint student, TvStoreError code)
{
    g_autofree char *before = list_drafts (book);
    g_autoptr (GError) error = NULL;

    g_assert_false (try_draft (book, student, TV_QUANTITY_WEIGHT, "12", &error));
    g_assert_error (error, TV_STORE_ERROR, (int) code);
    assert_drafts (book, before);
}

/* A class teacher types for one class, the principal and the auditor for none. */
static void
test_rights (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autoptr (TvTestPeople) people = tv_test_people_new (book);

    tv_test_people_sign_in (people, book, TV_ROLE_TEACHER);
    assert_refused (book, 3, TV_STORE_ERROR_NOT_ALLOWED);
    put_draft (book, 0, TV_QUANTITY_WEIGHT, "12");
    tv_test_people_sign_in (people, book, TV_ROLE_PRINCIPAL);
    assert_refused (book, 0, TV_STORE_ERROR_NOT_ALLOWED);
    tv_test_people_sign_in (people, book, TV_ROLE_AUDITOR);
    assert_refused (book, 0, TV_STORE_ERROR_NOT_ALLOWED);
}

static gboolean
close_round_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                GError **error)
{
    TvTestBook *book = input;
    g_autoptr (TvRound) round
        = tv_store_get_round (tv_change_connection (change), book->round_id, error);
    TvRound values = *round;

    values.is_closed = TRUE;
    return tv_store_put_round (change, &values, error) != 0;
}

/* What was typed before is there again when the round is reopened. */
static void
test_signed_off (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();

    put_draft (book, 1, TV_QUANTITY_HEIGHT, "94");
    tv_test_book_write (book, "round", close_round_cb, book);
    assert_refused (book, 1, TV_STORE_ERROR_SIGNED_OFF);
    assert_drafts (book, "1 height 94");
}

static gboolean
add_student_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                GError **error)
{
    TvStudent values = { .name = (char *) "Lê Thử", .birth_date = TV_DATE_NONE };

    *(gint64 *) input = tv_store_put_student (change, &values, error);
    return *(gint64 *) input != 0;
}

/* Taking a child back that was added takes along what was typed for it. */
static void
test_goes_with_child (void)
{
    g_autoptr (TvTestBook) book = tv_test_book_new ();
    g_autofree char *before = tv_test_book_dump (book);
    g_autofree char *after = NULL;
    g_autoptr (GError) error = NULL;

    tv_test_book_write (book, "add-student", add_student_cb, &book->student_ids[3]);
    put_draft (book, 3, TV_QUANTITY_WEIGHT, "12,");
    assert_drafts (book, "3 weight 12,");
    tv_test_book_undo_last (book, &error);
    g_assert_no_error (error);
    after = tv_test_book_dump (book);
    g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/drafts/out-of-history", test_out_of_history);
    g_test_add_func ("/drafts/each-their-own", test_each_their_own);
    g_test_add_func ("/drafts/rights", test_rights);
    g_test_add_func ("/drafts/signed-off", test_signed_off);
    g_test_add_func ("/drafts/goes-with-child", test_goes_with_child);
    return g_test_run ();
}
