/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Backups that nobody asks for: beside the book and on a stick that comes and goes. */

#include "tv-test-book.h"

#include "store/tv-store-students.h"
#include "workflows/tv-backup-keep.h"
#include "workflows/tv-backup-place.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
    TvTestBook *book;
    char *stick;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
    self->book = tv_test_book_new ();
    self->stick = tv_test_folder_new ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
    /* A task that is just ending may hold the store a moment longer. */
    tv_store_close (self->book->store);
    tv_test_book_free (self->book);
    tv_test_folder_remove (self->stick);
    g_free (self->stick);
}

static gboolean
add_child_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
              GError **error)
{
    TvStudent student = { .name = (char *) "Vũ Thêm Sau",
                          .sex = TV_SEX_FEMALE,
                          .birth_date = tv_date_from_ymd (2022, 5, 6) };

    return tv_store_put_student (change, &student, error) != 0;
}

static gpointer
read_uid_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvStatement) row
        = tv_connection_prepare (connection, "SELECT uid FROM school", error);

    g_assert_cmpint (tv_statement_step (row, error), ==, TV_STEP_ROW);
    return g_strdup (tv_statement_get_text (row, 0));
}

static guint
count_in (Fixture *self, const char *folder)
{
    g_autofree char *uid = tv_store_read (self->book->store, read_uid_cb, NULL, NULL);
    g_autoptr (GPtrArray) entries = tv_backup_place_list (folder, uid);

    return entries->len;
}

static guint
count_here (Fixture *self)
{
    g_autofree char *place = tv_backup_place_of_book (self->book->folder);

    return count_in (self, place);
}

static TvBackupKept *
keep (Fixture *self, const char *second)
{
    g_autoptr (GError) error = NULL;
    TvBackupKept *kept = tv_backup_keep (self->book->store, second, &error);

    g_assert_no_error (error);
    g_assert_no_error (kept->here_error);
    return kept;
}

static void
test_only_what_changed (Fixture *self, gconstpointer data)
{
    g_autoptr (TvBackupKept) first = keep (self, NULL);
    g_autoptr (TvBackupKept) again = keep (self, NULL);
    g_autoptr (TvBackupKept) changed = NULL;
    g_autofree char *sentence = NULL;

    g_assert_cmpuint (first->n_written, ==, 1);
    g_assert_cmpuint (again->n_written, ==, 0);
    g_assert_cmpuint (count_here (self), ==, 1);
    tv_test_book_write (self->book, "add-student", add_child_cb, NULL);
    changed = keep (self, NULL);
    g_assert_cmpuint (changed->n_written, ==, 1);
    /* One a day is kept, and it is the later one. */
    g_assert_cmpuint (count_here (self), ==, 1);
    g_assert_cmpint (tv_backup_state_age_days (changed->state, self->book->clock), ==, 0);
    sentence = tv_backup_state_sentence (changed->state);
    g_assert_nonnull (strstr (sentence, "backups"));
}

static void
test_deleted_one_is_written_again (Fixture *self, gconstpointer data)
{
    g_autoptr (TvBackupKept) first = keep (self, NULL);
    g_autofree char *place = tv_backup_place_of_book (self->book->folder);
    g_autofree char *uid = tv_store_read (self->book->store, read_uid_cb, NULL, NULL);
    g_autoptr (GPtrArray) entries = tv_backup_place_list (place, uid);
    g_autoptr (TvBackupState) state = NULL;
    g_autoptr (TvBackupKept) again = NULL;

    g_unlink (((TvBackupEntry *) g_ptr_array_index (entries, 0))->path);
    state = tv_backup_state_read (self->book->folder, NULL);
    g_assert_null (state->here_time_utc);
    g_assert_cmpint (tv_backup_state_age_days (state, self->book->clock), ==, -1);
    again = keep (self, NULL);
    g_assert_cmpuint (again->n_written, ==, 1);
}

static void
test_stick_comes_and_goes (Fixture *self, gconstpointer data)
{
    g_autofree char *away = g_strconcat (self->stick, "-away", NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvBackupKept) with = NULL, without = NULL, back = NULL;
    g_autofree char *sentence = NULL;

    g_assert_true (tv_backup_place_claim (self->stick, &error));
    with = keep (self, self->stick);
    g_assert_cmpuint (with->n_written, ==, 2);
    g_assert_cmpuint (count_in (self, self->stick), ==, 1);

    /* Unplugged; an empty folder stands where it was. */
    g_assert_cmpint (g_rename (self->stick, away), ==, 0);
    g_assert_cmpint (g_mkdir (self->stick, 0700), ==, 0);
    tv_test_book_write (self->book, "add-student", add_child_cb, NULL);
    without = keep (self, self->stick);
    g_assert_cmpuint (without->n_written, ==, 1);
    g_assert_no_error (without->second_error);
    g_assert_false (without->state->is_second_there);
    g_assert_nonnull (without->state->second_time_utc);
    sentence = tv_backup_state_sentence (without->state);
    g_assert_nonnull (strstr (sentence, "not plugged in"));
    g_assert_cmpuint (count_in (self, self->stick), ==, 0);

    /* Plugged in again: what it missed is written. */
    g_assert_cmpint (g_rmdir (self->stick), ==, 0);
    g_assert_cmpint (g_rename (away, self->stick), ==, 0);
    back = keep (self, self->stick);
    g_assert_cmpuint (back->n_written, ==, 1);
    g_assert_true (back->state->is_second_there);
}

/* What goes wrong in one place keeps nothing from the other. */
static void
test_failing_place (Fixture *self, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvBackupKept) kept = NULL;
    g_autofree char *here = tv_backup_place_of_book (self->book->folder);

    g_assert_true (tv_backup_place_claim (self->stick, &error));
    /* A file stands where the folder should be. */
    g_assert_true (g_file_set_contents (here, "", 0, NULL));
    kept = tv_backup_keep (self->book->store, self->stick, &error);
    g_assert_no_error (error);
    g_assert_error (kept->here_error, TV_STORE_ERROR, TV_STORE_ERROR_READ_ONLY);
    g_assert_no_error (kept->second_error);
    g_assert_cmpuint (count_in (self, self->stick), ==, 1);
}

static char *
leave_unfinished (const char *folder, const char *uid, const char *time)
{
    g_autofree char *name = g_strdup_printf ("So-%s-%s.tvbackup.unfinished",
                                             uid + strlen (uid) - strlen ("12345678"), time);
    char *path = g_build_filename (folder, name, NULL);

    g_assert_true (g_file_set_contents (path, "a part of the book", -1, NULL));
    return path;
}

/* A power cut leaves what no list shows; it would lie there for ever. */
static void
test_unfinished_ones_go (Fixture *self, gconstpointer data)
{
    g_autofree char *uid = tv_store_read (self->book->store, read_uid_cb, NULL, NULL);
    g_autofree char *of_last_week = leave_unfinished (self->stick, uid, "2026-09-14-153012");
    g_autofree char *under_way = leave_unfinished (self->stick, uid, "2026-09-21-000001");
    g_autofree char *of_others = leave_unfinished (self->stick, "87654321", "2026-09-14-153012");
    g_autoptr (GError) error = NULL;
    g_autoptr (TvBackupKept) kept = NULL;

    g_assert_true (tv_backup_place_claim (self->stick, &error));
    kept = keep (self, self->stick);
    g_assert_cmpuint (count_in (self, self->stick), ==, 1);
    g_assert_false (g_file_test (of_last_week, G_FILE_TEST_EXISTS));
    g_assert_true (g_file_test (under_way, G_FILE_TEST_EXISTS));
    g_assert_true (g_file_test (of_others, G_FILE_TEST_EXISTS));
}

/* Two schools share a stick: neither sees or deletes what is the other's. */
static void
test_other_school (Fixture *self, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvBackupKept) kept = NULL;
    g_autofree char *other
        = g_build_filename (self->stick, "other-0000aaaa-2001-01-01-080000.tvbackup", NULL);
    g_autofree char *foreign = g_build_filename (self->stick, "photo.jpg", NULL);

    g_assert_true (tv_backup_place_claim (self->stick, &error));
    g_assert_true (g_file_set_contents (other, "x", 1, NULL));
    g_assert_true (g_file_set_contents (foreign, "x", 1, NULL));
    kept = keep (self, self->stick);
    g_assert_cmpuint (count_in (self, self->stick), ==, 1);
    g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
    g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (GError) error = NULL;
    TvBackupKept **kept = user_data;

    *kept = tv_backup_keep_finish (TV_STORE (source), result, &error);
    g_assert_no_error (error);
}

static void
progress_cb (double fraction, gpointer user_data)
{
    *(double *) user_data = fraction;
}

static void
test_async (Fixture *self, gconstpointer data)
{
    TvBackupKept *kept = NULL;
    double fraction = 0;

    tv_backup_keep_async (self->book->store, NULL, progress_cb, &fraction, NULL, kept_cb, &kept);
    while (!kept)
        g_main_context_iteration (NULL, TRUE);
    g_assert_cmpuint (kept->n_written, ==, 1);
    g_assert_cmpfloat (fraction, ==, 1);
    tv_backup_kept_free (kept);
}

int
main (int argc, char **argv)
{
    static const struct {
        const char *path;
        void (*run) (Fixture *self, gconstpointer data);
    } tests[] = {
        { "/workflows/backup-keep/only-what-changed", test_only_what_changed },
        { "/workflows/backup-keep/deleted-one", test_deleted_one_is_written_again },
        { "/workflows/backup-keep/stick", test_stick_comes_and_goes },
        { "/workflows/backup-keep/failing-place", test_failing_place },
        { "/workflows/backup-keep/unfinished", test_unfinished_ones_go },
        { "/workflows/backup-keep/other-school", test_other_school },
        { "/workflows/backup-keep/async", test_async },
    };

    g_test_init (&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
        g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
    return g_test_run ();
}
