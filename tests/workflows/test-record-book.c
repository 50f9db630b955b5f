/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where books lie, how they are made and opened, and what is chosen when one is. */

#include "records/tv-school.h"
#include "store/tv-store-error.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-years.h"
#include "workflows/tv-record-book.h"

#include <glib/gstdio.h>

typedef struct {
    GMainLoop *loop;
    TvStore *store;
    GError *error;
} Answer;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    Answer *answer = user_data;

    answer->store = tv_record_book_finish (result, &answer->error);
    g_main_loop_quit (answer->loop);
}

static TvStore *
create (const char *folder, const TvSchool *school, GError **error)
{
    g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
    Answer answer = { loop, NULL, NULL };

    tv_record_book_create_async (folder, school, NULL, opened_cb, &answer);
    g_main_loop_run (loop);
    if (answer.error)
        g_propagate_error (error, answer.error);
    return answer.store;
}

static TvStore *
open_book (const char *folder, GError **error)
{
    g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
    Answer answer = { loop, NULL, NULL };

    tv_record_book_open_async (folder, NULL, opened_cb, &answer);
    g_main_loop_run (loop);
    if (answer.error)
        g_propagate_error (error, answer.error);
    return answer.store;
}

static TvStore *
open_practice (GError **error)
{
    g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
    Answer answer = { loop, NULL, NULL };

    tv_record_book_open_practice_async (NULL, NULL, NULL, opened_cb, &answer);
    g_main_loop_run (loop);
    if (answer.error)
        g_propagate_error (error, answer.error);
    return answer.store;
}

static void
close_book (TvStore *store)
{
    tv_store_close (store);
    g_object_unref (store);
}

/* A folder is named as the school is, without accents, and never one that stands. */
static void
test_folders (void)
{
    g_autofree char *first = tv_record_book_new_folder ("Trường Mầm non  Đống Đa (cơ sở 2)");
    g_autofree char *second = NULL, *nameless = tv_record_book_new_folder ("  ");
    g_autofree char *name = g_path_get_basename (first);

    g_assert_cmpstr (name, ==, "truong-mam-non-dong-da-co-so-2");
    g_assert_true (g_str_has_suffix (nameless, G_DIR_SEPARATOR_S "book"));
    g_mkdir_with_parents (first, 0700);
    second = tv_record_book_new_folder ("Trường Mầm non Đống Đa (cơ sở 2)");
    g_assert_true (g_str_has_suffix (second, "co-so-2-2"));
}

/* A new book has its school and this school year, and opens again as it was left. */
static void
test_create (void)
{
    const TvSchool values = { .name = (char *) "Trường Tiểu học Kim Liên",
                              .level = TV_LEVEL_PRIMARY,
                              .authority = (char *) "UBND phường Kim Liên" };
    g_autofree char *folder = tv_record_book_new_folder (values.name);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvBookCover) cover = NULL;
    TvStore *store = create (folder, &values, &error);

    g_assert_no_error (error);
    close_book (store);
    g_assert_null (create (folder, &values, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_EXISTS);
    g_clear_error (&error);
    store = open_book (folder, &error);
    g_assert_no_error (error);
    cover = tv_book_cover_read (store, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (cover->school->name, ==, values.name);
    g_assert_cmpstr (cover->school->authority, ==, values.authority);
    g_assert_cmpint (cover->school->level, ==, TV_LEVEL_PRIMARY);
    g_assert_false (cover->school->is_practice);
    g_assert_cmpuint (cover->years->len, ==, 1);
    g_assert_cmpuint (cover->rounds->len, ==, 0);
    close_book (store);
}

static void
test_nothing_there (void)
{
    g_autofree char *folder = tv_record_book_new_folder ("không có gì");
    g_autoptr (GError) error = NULL;

    g_assert_null (open_book (folder, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_NOT_FOUND);
    g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

/* Made once: the second opening finds the same school, by the uid that no other book has. */
static void
test_practice (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvBookCover) first = NULL, second = NULL;
    TvStore *store = open_practice (&error);

    g_assert_no_error (error);
    first = tv_book_cover_read (store, &error);
    close_book (store);
    store = open_practice (&error);
    g_assert_no_error (error);
    second = tv_book_cover_read (store, &error);
    close_book (store);
    g_assert_true (first->school->is_practice);
    g_assert_cmpstr (first->school->uid, ==, second->school->uid);
}

static TvSchoolYear *
make_year (gint64 id, int first_year)
{
    const TvSchoolYear values = { .id = id, .first_year = first_year };

    return tv_school_year_new (&values);
}

static TvRound *
make_round (gint64 id, gint64 year_id, TvRoundKind kind)
{
    const TvRound values = { .id = id, .year_id = year_id, .kind = kind };

    return tv_round_new (&values);
}

/* What was chosen stays; otherwise today's year, and its newest round that counts. */
static void
test_choices (void)
{
    g_autoptr (GPtrArray) years
        = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_school_year_unref);
    g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_round_unref);
    TvBookCover cover = { NULL, years, rounds };
    TvDate today = tv_date_from_ymd (2026, 11, 21);

    g_assert_null (tv_book_cover_pick_year (&cover, 0, today));
    g_ptr_array_add (years, make_year (3, 2027));
    g_ptr_array_add (years, make_year (2, 2026));
    g_ptr_array_add (years, make_year (1, 2025));
    g_ptr_array_add (rounds, make_round (9, 2, TV_ROUND_MONTHLY));
    g_ptr_array_add (rounds, make_round (8, 2, TV_ROUND_REGULAR));
    g_ptr_array_add (rounds, make_round (7, 2, TV_ROUND_REGULAR));

    g_assert_cmpint (tv_book_cover_pick_year (&cover, 0, today)->id, ==, 2);
    g_assert_cmpint (tv_book_cover_pick_year (&cover, 1, today)->id, ==, 1);
    g_assert_cmpint (tv_book_cover_pick_year (&cover, 0, tv_date_from_ymd (2030, 1, 1))->id, ==, 3);
    g_assert_cmpint (tv_book_cover_pick_round (&cover, 2, 0)->id, ==, 8);
    g_assert_cmpint (tv_book_cover_pick_round (&cover, 2, 7)->id, ==, 7);
    g_assert_cmpint (tv_book_cover_pick_round (&cover, 2, 9)->id, ==, 9);
    g_assert_null (tv_book_cover_pick_round (&cover, 1, 8));
}

static void
remove_folder (const char *path)
{
    g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
    const char *name;

    while (dir && (name = g_dir_read_name (dir))) {
        g_autofree char *child = g_build_filename (path, name, NULL);

        if (g_file_test (child, G_FILE_TEST_IS_DIR))
            remove_folder (child);
        else
            g_unlink (child);
    }
    g_rmdir (path);
}

int
main (int argc, char **argv)
{
    g_autofree char *home = g_dir_make_tmp ("tv-home-XXXXXX", NULL);
    int result;

    /* GLib's own isolation of a test's folders leaks. */
    g_setenv ("XDG_DATA_HOME", home, TRUE);
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/workflows/record-book/folders", test_folders);
    g_test_add_func ("/workflows/record-book/create", test_create);
    g_test_add_func ("/workflows/record-book/nothing-there", test_nothing_there);
    g_test_add_func ("/workflows/record-book/practice", test_practice);
    g_test_add_func ("/workflows/record-book/choices", test_choices);
    result = g_test_run ();
    remove_folder (home);
    return result;
}
