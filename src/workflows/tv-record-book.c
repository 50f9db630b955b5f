/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening a record book: where books lie, making a new one, and what stands on its cover. */

#include "workflows/tv-record-book.h"

#include "base/tv-text.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-school.h"
#include "store/tv-store-years.h"

/* Any number; the same one, so that everybody practises on the same school. */
#define PRACTICE_SEED 1

typedef struct {
    char *folder;
    TvSchool *school; /* NULL: the book stands already */
} Request;

static void
free_request (Request *self)
{
    g_free (self->folder);
    g_clear_pointer (&self->school, tv_school_unref);
    g_free (self);
}

static gboolean
write_first_year (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                  GError **error)
{
    TvDate today = tv_clock_today (tv_change_clock (change));

    return tv_store_ensure_year (change, tv_school_year_of_date (today), error) != 0;
}

static void
open_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    const Request *request = data;
    g_autoptr (TvClock) clock = tv_clock_new_system ();
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = NULL;

    if (request->school)
        store = tv_record_book_create (request->folder, request->school, clock, &error);
    else
        store = tv_store_open (request->folder, clock, &error);
    if (store)
        g_task_return_pointer (task, g_steal_pointer (&store), g_object_unref);
    else
        g_task_return_error (task, g_steal_pointer (&error));
}

static void
start (const char *folder, const TvSchool *school, GCancellable *cancellable,
       GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
    Request *request = g_new0 (Request, 1);

    request->folder = g_strdup (folder);
    request->school = school ? tv_school_new (school) : NULL;
    g_task_set_source_tag (task, tv_record_book_finish);
    g_task_set_task_data (task, request, (GDestroyNotify) free_request);
    g_task_run_in_thread (task, open_thread);
}

static char *
books_folder (void)
{
    return g_build_filename (g_get_user_data_dir (), "tamvoc", NULL);
}

/* A folder's name from a school's: no accents, no signs, words parted by hyphens. */
static char *
folder_name (const char *school_name)
{
    g_autofree char *folded = tv_text_fold (school_name ? school_name : "");
    GString *name = g_string_new (NULL);

    for (const char *p = folded; *p; p++) {
        if (g_ascii_isalnum (*p))
            g_string_append_c (name, *p);
        else if (name->len > 0 && name->str[name->len - 1] != '-')
            g_string_append_c (name, '-');
    }
    if (name->len > 0 && name->str[name->len - 1] == '-')
        g_string_truncate (name, name->len - 1);
    if (name->len == 0)
        g_string_append (name, "book");
    return g_string_free (name, FALSE);
}

static void
free_cover (gpointer data)
{
    TvBookCover *self = data;

    g_clear_pointer (&self->school, tv_school_unref);
    g_clear_pointer (&self->years, g_ptr_array_unref);
    g_clear_pointer (&self->rounds, g_ptr_array_unref);
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
    const TvSchoolYear *first = *(const TvSchoolYear *const *) a;
    const TvSchoolYear *second = *(const TvSchoolYear *const *) b;

    return second->first_year - first->first_year;
}

static int
compare_rounds (gconstpointer a, gconstpointer b)
{
    const TvRound *first = *(const TvRound *const *) a;
    const TvRound *second = *(const TvRound *const *) b;

    if (first->first_day != second->first_day)
        return first->first_day < second->first_day ? 1 : -1;
    return -g_strcmp0 (first->code, second->code);
}

static gboolean
add_rounds (TvBookCover *cover, TvConnection *connection, GError **error)
{
    for (guint i = 0; i < cover->years->len; i++) {
        const TvSchoolYear *year = g_ptr_array_index (cover->years, i);
        g_autoptr (GPtrArray) rounds = tv_store_list_rounds (connection, year->id, error);

        if (!rounds)
            return FALSE;
        for (guint k = 0; k < rounds->len; k++)
            g_ptr_array_add (cover->rounds, tv_round_ref (g_ptr_array_index (rounds, k)));
    }
    return TRUE;
}

static gpointer
read_cover (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvBookCover) cover = g_atomic_rc_box_new0 (TvBookCover);

    cover->school = tv_store_get_school (connection, error);
    if (!cover->school)
        return NULL;
    cover->years = tv_store_list_years (connection, error);
    if (!cover->years)
        return NULL;
    cover->rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_round_unref);
    if (!add_rounds (cover, connection, error))
        return NULL;
    g_ptr_array_sort (cover->years, compare_years);
    g_ptr_array_sort (cover->rounds, compare_rounds);
    return g_steal_pointer (&cover);
}

/**
 * tv_record_book_practice_folder:
 *
 * Returns: (transfer full): where the practice school lies
 */
char *
tv_record_book_practice_folder (void)
{
    g_autofree char *books = books_folder ();

    return g_build_filename (books, "practice", NULL);
}

/**
 * tv_record_book_new_folder:
 * @school_name: the school's name
 *
 * Returns: (transfer full): a folder for its book, in which nothing stands yet
 */
char *
tv_record_book_new_folder (const char *school_name)
{
    g_autofree char *books = books_folder ();
    g_autofree char *name = folder_name (school_name);
    char *folder = g_build_filename (books, name, NULL);

    for (guint n = 2; g_file_test (folder, G_FILE_TEST_EXISTS); n++) {
        g_free (folder);
        folder = g_strdup_printf ("%s" G_DIR_SEPARATOR_S "%s-%u", books, name, n);
    }
    return folder;
}

/**
 * tv_record_book_create:
 * @folder: where the book is to lie; it may not stand yet
 * @school: whose book it is; id and uid are given by the book
 * @clock: where the time comes from
 * @error: (nullable): a #TvStoreError
 *
 * Makes a new book with the school year of today. Waits until it stands.
 *
 * Returns: (transfer full) (nullable): the open book
 */
TvStore *
tv_record_book_create (const char *folder, const TvSchool *school, TvClock *clock, GError **error)
{
    g_autoptr (TvStore) store = tv_store_create (folder, school, clock, error);

    if (!store || !tv_store_write (store, "create", write_first_year, NULL, NULL, error))
        return NULL;
    return g_steal_pointer (&store);
}

/**
 * tv_record_book_create_async:
 * @folder: where the book is to lie; it may not stand yet
 * @school: whose book it is; id and uid are given by the book
 *
 * Makes a new book with the school year of today. End it with tv_record_book_finish().
 */
void
tv_record_book_create_async (const char *folder, const TvSchool *school, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
    g_return_if_fail (folder && school);
    start (folder, school, cancellable, callback, user_data);
}

/**
 * tv_record_book_open_async:
 * @folder: a record book
 *
 * Opens it. End it with tv_record_book_finish().
 */
void
tv_record_book_open_async (const char *folder, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
    g_return_if_fail (folder);
    start (folder, NULL, cancellable, callback, user_data);
}

/**
 * tv_record_book_open_practice_async:
 * @progress: (nullable): told how far the making is, in this thread's main context
 * @progress_data: for @progress
 *
 * Opens the practice school, and makes it up first where it does not stand yet. End it with
 * tv_record_book_finish().
 */
void
tv_record_book_open_practice_async (TvDemoProgress progress, gpointer progress_data,
                                    GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data)
{
    g_autofree char *folder = tv_record_book_practice_folder ();
    g_autoptr (TvClock) clock = tv_clock_new_system ();
    const TvDemoOptions options = { .n_students = TV_DEMO_DEFAULT_STUDENTS,
                                    .seed = PRACTICE_SEED,
                                    .level = TV_LEVEL_KINDERGARTEN };

    if (tv_store_exists (folder))
        start (folder, NULL, cancellable, callback, user_data);
    else
        tv_demo_create_async (folder, &options, clock, progress, progress_data, cancellable,
                              callback, user_data);
}

/**
 * tv_record_book_finish:
 *
 * Returns: (transfer full): the open book, or NULL with @error set
 */
TvStore *
tv_record_book_finish (GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
    return g_task_propagate_pointer (G_TASK (result), error);
}

static void
try_writing_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    g_autoptr (GError) error = NULL;

    if (tv_store_try_writing (TV_STORE (source), &error))
        g_task_return_boolean (task, TRUE);
    else
        g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * tv_record_book_try_writing_async:
 * @store: a book that can only be read, since somebody else had it open
 *
 * Tries whether it can be written in by now; see tv_store_try_writing(). End it with
 * tv_record_book_try_writing_finish().
 */
void
tv_record_book_try_writing_async (TvStore *store, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

    g_task_set_source_tag (task, tv_record_book_try_writing_async);
    g_task_set_check_cancellable (task, FALSE);
    g_task_run_in_thread (task, try_writing_thread);
}

/**
 * tv_record_book_try_writing_finish:
 * @error: (nullable): TV_STORE_ERROR_BUSY, the message being who has it open; or what opening
 *   gives
 *
 * Returns: whether it can be written in
 */
gboolean
tv_record_book_try_writing_finish (GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_async_result_is_tagged (result, tv_record_book_try_writing_async),
                          FALSE);
    return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * tv_book_cover_read:
 * @store: an open book
 *
 * Returns: (transfer full): its cover, or NULL with @error set
 */
TvBookCover *
tv_book_cover_read (TvStore *store, GError **error)
{
    return tv_store_read (store, read_cover, NULL, error);
}

void
tv_book_cover_read_async (TvStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
    tv_store_read_async (store, read_cover, NULL, NULL, (GDestroyNotify) tv_book_cover_unref,
                         cancellable, callback, user_data);
}

TvBookCover *
tv_book_cover_read_finish (TvStore *store, GAsyncResult *result, GError **error)
{
    return tv_store_read_finish (store, result, error);
}

TvBookCover *
tv_book_cover_ref (TvBookCover *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
tv_book_cover_unref (TvBookCover *self)
{
    g_atomic_rc_box_release_full (self, free_cover);
}

/**
 * tv_book_cover_pick_year:
 * @year_id: the year that was chosen before, 0 if none was
 * @today: the civil date
 *
 * Returns: (transfer none) (nullable): the same year again, else the year of @today, else the
 *   newest
 */
TvSchoolYear *
tv_book_cover_pick_year (TvBookCover *self, gint64 year_id, TvDate today)
{
    TvSchoolYear *of_today = NULL;

    for (guint i = 0; i < self->years->len; i++) {
        TvSchoolYear *year = g_ptr_array_index (self->years, i);

        if (year->id == year_id)
            return year;
        if (year->first_year == tv_school_year_of_date (today))
            of_today = year;
    }
    if (of_today)
        return of_today;
    return self->years->len > 0 ? g_ptr_array_index (self->years, 0) : NULL;
}

/**
 * tv_book_cover_pick_round:
 * @year_id: the chosen year
 * @round_id: the round that was chosen before, 0 if none was
 *
 * Returns: (transfer none) (nullable): the same round again if it is of the year, else the year's
 *   newest regular one
 */
TvRound *
tv_book_cover_pick_round (TvBookCover *self, gint64 year_id, gint64 round_id)
{
    TvRound *newest = NULL;

    for (guint i = 0; i < self->rounds->len; i++) {
        TvRound *round = g_ptr_array_index (self->rounds, i);

        if (round->year_id != year_id)
            continue;
        if (round->id == round_id)
            return round;
        if (!newest && round->kind == TV_ROUND_REGULAR)
            newest = round;
    }
    return newest;
}
