/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The book that storms go over, and the look at what is left of it. */

#include "tv-storm-book.h"

#include "store/tv-store-check.h"
#include "store/tv-store-classes.h"
#include "store/tv-store-enrolments.h"
#include "store/tv-store-rounds.h"
#include "store/tv-store-sign-in.h"
#include "store/tv-store-students.h"
#include "store/tv-store-years.h"

#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
put_child (TvChange *change, int i, gint64 class_id, gint64 year_id, GError **error)
{
    g_autofree char *name = g_strdup_printf ("Trẻ Bão %d", i + 1);
    TvStudent student = { .name = name, .sex = i % 2 ? TV_SEX_FEMALE : TV_SEX_MALE };
    TvEnrolment enrolment = { .class_id = class_id,
                              .year_id = year_id,
                              .roll_number = i + 1,
                              .from = TV_DATE_NONE,
                              .until = TV_DATE_NONE };

    student.birth_date = tv_date_from_ymd (2022, 1 + i % 12, 10);
    enrolment.student_id = tv_store_put_student (change, &student, error);
    return enrolment.student_id == i + 1 && tv_store_put_enrolment (change, &enrolment, error) != 0;
}

static gboolean
fill_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
         GError **error)
{
    gint64 year_id = tv_store_ensure_year (change, 2026, error);
    gint64 class_id = tv_store_ensure_class (change, year_id, "4A", 4, error);
    TvRound round = { .year_id = year_id,
                      .code = (char *) "2026-1",
                      .name = (char *) "Đợt 1",
                      .first_day = tv_date_from_ymd (2026, 9, 14),
                      .last_day = tv_date_from_ymd (2026, 9, 30) };

    for (int i = 0; i < TV_STORM_N_STUDENTS; i++) {
        if (!put_child (change, i, class_id, year_id, error))
            return FALSE;
    }
    return tv_store_put_round (change, &round, error) != 0;
}

/* Who signs in to the book once it is protected; beside it, for whoever finds it after the storm.
 */
static gpointer
read_nurse_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvStatement) row
        = tv_connection_prepare (connection, "SELECT uid FROM person WHERE id = 1", error);

    return row && tv_statement_fetch (row, error) ? g_strdup (tv_statement_get_text (row, 0))
                                                  : NULL;
}

static void
note_nurse (TvStore *store, const char *folder)
{
    g_autofree char *path = g_build_filename (folder, "nurse", NULL);
    g_autoptr (GError) error = NULL;
    g_autofree char *uid = tv_store_read (store, read_nurse_cb, NULL, &error);

    g_assert_no_error (error);
    g_assert_true (g_file_set_contents (path, uid, -1, NULL));
}

/* Whoever is to write in a protected book; in a plain one nobody needs to be asked. */
gboolean
tv_storm_book_sign_in (TvStore *store, GError **error)
{
    g_autofree char *path = g_build_filename (tv_store_folder (store), "nurse", NULL);
    g_autofree char *uid = NULL;

    g_assert_true (g_file_get_contents (path, &uid, NULL, NULL));
    return tv_store_sign_in (store, uid, error);
}

static TvStore *
open_protected (const char *folder, TvClock *clock, GError **error)
{
    g_autoptr (TvSecret) key = tv_storm_book_key ();
    g_autoptr (TvStore) store = tv_store_open_with_key (folder, key, clock, error);

    if (store && tv_storm_book_sign_in (store, error))
        return g_steal_pointer (&store);
    if (store)
        tv_store_close (store);
    return NULL;
}

void
tv_storm_book_make (const char *folder)
{
    TvSchool school = { .name = (char *) "Mầm non Bão", .level = TV_LEVEL_KINDERGARTEN };
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 9, 21));
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = tv_store_create_seeded (folder, &school, clock, 2026, &error);

    g_assert_no_error (error);
    tv_store_write (store, "import", fill_cb, NULL, NULL, &error);
    g_assert_no_error (error);
    note_nurse (store, folder);
}

TvSecret *
tv_storm_book_key (void)
{
    return tv_secret_new ("0123456789abcdefFEDCBA9876543210", 32);
}

TvStore *
tv_storm_book_open (const char *folder, GError **error)
{
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 9, 21));
    g_autoptr (GError) own_error = NULL;
    TvStore *store = tv_store_open (folder, clock, &own_error);

    if (g_error_matches (own_error, TV_STORE_ERROR, TV_STORE_ERROR_PROTECTED))
        return open_protected (folder, clock, error);
    if (own_error)
        g_propagate_error (error, g_steal_pointer (&own_error));
    return store;
}

static gpointer
check_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return tv_store_check (connection, error);
}

char *
tv_storm_book_examine (TvStore *store)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvBookCheck) found = tv_store_read (store, check_cb, NULL, &error);
    const TvBookTrouble *first;

    if (!found)
        return g_strdup_printf ("cannot be examined: %s", error->message);
    if (found->troubles->len == 0)
        return NULL;
    first = g_ptr_array_index (found->troubles, 0);
    return g_strdup_printf ("%u troubles, first %s %s %" G_GINT64_FORMAT " %s",
                            found->troubles->len, tv_book_trouble_code (first->kind), first->table,
                            first->id, first->detail);
}

static gpointer
ask_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvStatement) row = tv_connection_prepare (connection, input, error);
    gint64 *answer;

    if (!row || tv_statement_step (row, error) != TV_STEP_ROW)
        return NULL;
    answer = g_new (gint64, 1);
    *answer = tv_statement_get_int (row, 0);
    return answer;
}

gint64
tv_storm_book_ask (TvStore *store, const char *sql)
{
    g_autoptr (GError) error = NULL;
    g_autofree gint64 *answer = tv_store_read (store, ask_cb, (gpointer) sql, &error);

    g_assert_no_error (error);
    return *answer;
}

/* In memory where there is such a place: a kill does not care, and the power cuts are played. */
char *
tv_storm_folder_new (void)
{
    gboolean has_memory = g_access ("/dev/shm", W_OK | X_OK) == 0;
    char *folder = g_build_filename (has_memory ? "/dev/shm" : g_get_tmp_dir (),
                                     "tamvoc-storm-XXXXXX", NULL);

    g_assert_nonnull (g_mkdtemp (folder));
    return folder;
}

void
tv_storm_folder_copy (const char *from, const char *to)
{
    g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
    const char *name;

    g_assert_cmpint (g_mkdir_with_parents (to, 0700), ==, 0);
    while (dir && (name = g_dir_read_name (dir))) {
        g_autofree char *source = g_build_filename (from, name, NULL);
        g_autofree char *target = g_build_filename (to, name, NULL);
        g_autofree char *bytes = NULL;
        gsize size;

        g_assert_true (g_file_get_contents (source, &bytes, &size, NULL));
        g_assert_true (g_file_set_contents (target, bytes, (gssize) size, NULL));
    }
}

void
tv_storm_folder_remove (const char *folder)
{
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    const char *name;

    while (dir && (name = g_dir_read_name (dir))) {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        if (g_file_test (path, G_FILE_TEST_IS_DIR))
            tv_storm_folder_remove (path);
        else
            g_unlink (path);
    }
    g_rmdir (folder);
}
