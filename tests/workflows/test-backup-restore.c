/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a backup shows of itself, and putting it in the place of a book that is open. */

#include "tv-test-book.h"

#include "base/tv-key-wrap.h"
#include "store/tv-backup-file.h"
#include "store/tv-store-students.h"
#include "workflows/tv-backup-keep.h"
#include "workflows/tv-backup-restore.h"
#include "workflows/tv-backup.h"
#include "workflows/tv-sign-in.h"

#include <string.h>

typedef struct {
    TvTestBook *book;
    char *folder;
    TvSecret *key; /* (nullable) */
    GPtrArray *known;
    TvBackupPreview *preview;
    GError *error;
    gboolean is_done;
} Fixture;

static void
protect (Fixture *self)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvKeyRing) empty = tv_key_ring_new ();
    g_autoptr (TvSecret) password = tv_secret_new_text ("mật khẩu cũ");
    g_autoptr (TvKeyRing) ring = NULL;
    const TvKeyWrapCost light_work = { 1, 8 };

    self->key = tv_secret_new_random (TV_KEY_SIZE);
    ring = tv_key_ring_with_person (empty, self->key, self->book->nurse_uid, "Nurse", password,
                                    light_work, &error);
    g_assert_no_error (error);
    tv_store_protect (self->book->store, ring, self->key, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
    tv_test_book_sign_in (self->book);
}

static void
set_up (Fixture *self, gconstpointer is_protected)
{
    self->book = tv_test_book_new ();
    self->folder = tv_test_folder_new ();
    if (is_protected)
        protect (self);
}

static void
tear_down (Fixture *self, gconstpointer is_protected)
{
    /* A task that is just ending may hold the store a moment longer. */
    tv_store_close (self->book->store);
    tv_test_book_free (self->book);
    tv_test_folder_remove (self->folder);
    g_free (self->folder);
    g_clear_pointer (&self->key, tv_secret_unref);
    g_clear_pointer (&self->known, g_ptr_array_unref);
    g_clear_pointer (&self->preview, tv_backup_preview_unref);
    g_clear_error (&self->error);
}

static void
wait (Fixture *self)
{
    self->is_done = FALSE;
    while (!self->is_done)
        g_main_context_iteration (NULL, TRUE);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    Fixture *self = user_data;

    self->known = tv_backup_list_finish (TV_STORE (source), result, &self->error);
    self->is_done = TRUE;
}

static const char *
list_newest (Fixture *self)
{
    g_clear_pointer (&self->known, g_ptr_array_unref);
    tv_backup_list_async (self->book->store, NULL, listed_cb, self);
    wait (self);
    g_assert_no_error (self->error);
    g_assert_cmpuint (self->known->len, >=, 1);
    return ((TvKnownBackup *) g_ptr_array_index (self->known, 0))->path;
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    Fixture *self = user_data;

    g_clear_pointer (&self->preview, tv_backup_preview_unref);
    self->preview = tv_backup_preview_finish (result, &self->error);
    self->is_done = TRUE;
}

static void
look_into (Fixture *self, const char *path, const TvBackupOpener *opener, TvStore *present)
{
    tv_backup_preview_async (path, opener, present, NULL, previewed_cb, self);
    wait (self);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    Fixture *self = user_data;

    tv_backup_restore_finish (result, NULL, &self->error);
    self->is_done = TRUE;
}

static void
keep (Fixture *self)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvBackupKept) kept = tv_backup_keep (self->book->store, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (kept->n_written, ==, 1);
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

static void
reopen (Fixture *self)
{
    g_autoptr (GError) error = NULL;

    tv_store_close (self->book->store);
    g_clear_object (&self->book->store);
    self->book->store
        = tv_store_open_with_key (self->book->folder, self->key, self->book->clock, &error);
    g_assert_no_error (error);
    if (self->key)
        tv_test_book_sign_in (self->book);
}

static void
test_preview (Fixture *self, gconstpointer is_protected)
{
    g_autofree char *text = NULL, *last = NULL, *sentence = NULL;

    keep (self);
    tv_test_book_write (self->book, "add-student", add_child_cb, NULL);
    look_into (self, list_newest (self), NULL, self->book->store);
    g_assert_no_error (self->error);
    g_assert_cmpstr (self->preview->contents->school_name, ==, "Mầm non Thử Nghiệm");
    g_assert_cmpint (self->preview->comparison->relation, ==, TV_BOOKS_OURS_AHEAD);
    g_assert_cmpuint (self->preview->comparison->n_ours, ==, 1);
    text = tv_backup_preview_describe (self->preview);
    g_assert_cmpstr (text, ==, "School year 2026-2027 · 4 children · 1 round · 1 measurement");
    last = tv_backup_preview_last_change (self->preview);
    g_assert_nonnull (strstr (last, "2026"));
    sentence = tv_book_comparison_sentence (self->preview->comparison);
    g_assert_nonnull (strstr (sentence, "1 change is not in it"));
}

/* The book as it was is back, and the one that stood there is kept. */
static void
test_restore (Fixture *self, gconstpointer is_protected)
{
    g_autofree char *before = NULL, *after = NULL;
    gboolean has_copy_of_present = FALSE;

    keep (self);
    before = tv_test_book_dump (self->book);
    tv_test_book_write (self->book, "add-student", add_child_cb, NULL);
    look_into (self, list_newest (self), NULL, self->book->store);
    g_assert_no_error (self->error);
    tv_backup_restore_async (self->preview, self->book->folder, self->book->store, NULL,
                             restored_cb, self);
    wait (self);
    g_assert_no_error (self->error);
    reopen (self);
    after = tv_test_book_dump (self->book);
    g_assert_cmpstr (before, ==, after);
    list_newest (self);
    g_assert_cmpuint (self->known->len, ==, 2);
    for (guint i = 0; i < self->known->len; i++) {
        const TvKnownBackup *known = g_ptr_array_index (self->known, i);

        look_into (self, known->path, NULL, self->book->store);
        g_assert_no_error (self->error);
        has_copy_of_present = has_copy_of_present || self->preview->contents->n_students == 5;
    }
    g_assert_true (has_copy_of_present);
}

/* A new machine: no book stands there, and the password of that day is asked. */
static void
test_new_machine (Fixture *self, gconstpointer is_protected)
{
    g_autofree char *folder = g_build_filename (self->folder, "new", NULL);
    g_autofree char *path = NULL;
    g_autoptr (TvSecret) wrong = tv_secret_new_text ("sai");
    g_autoptr (TvSecret) right = tv_secret_new_text ("mật khẩu cũ");
    g_autoptr (TvStore) store = NULL;
    TvBackupOpener opener = { self->book->nurse_uid, wrong };

    keep (self);
    path = g_strdup (list_newest (self));
    look_into (self, path, NULL, NULL);
    if (is_protected) {
        g_autoptr (GPtrArray) holders = NULL;

        g_assert_error (self->error, TV_STORE_ERROR, TV_STORE_ERROR_PROTECTED);
        g_clear_error (&self->error);
        holders = tv_backup_list_holders (path, &self->error);
        g_assert_no_error (self->error);
        g_assert_cmpstr (((TvSignInName *) holders->pdata[0])->label, ==, "Nurse");
        look_into (self, path, &opener, NULL);
        g_assert_error (self->error, TV_STORE_ERROR, TV_STORE_ERROR_WRONG_PASSWORD);
        g_clear_error (&self->error);
        opener.secret = right;
        look_into (self, path, &opener, NULL);
    }
    g_assert_no_error (self->error);
    g_assert_null (self->preview->comparison);
    tv_backup_restore_async (self->preview, folder, NULL, NULL, restored_cb, self);
    wait (self);
    g_assert_no_error (self->error);
    store = tv_store_open_with_key (folder, self->key, self->book->clock, &self->error);
    g_assert_no_error (self->error);
}

/* Without a window: nobody has signed in to the book that comes of it, and its password opens it.
 */
static void
test_put_back (Fixture *self, gconstpointer is_protected)
{
    g_autofree char *path = g_build_filename (self->folder, "backup", NULL);
    g_autofree char *folder = g_build_filename (self->folder, "new", NULL);
    g_autoptr (TvBookReport) written = tv_backup_write (self->book->store, path, &self->error);
    g_autoptr (TvBookReport) report = NULL;
    g_autoptr (TvSecret) password = tv_secret_new_text ("mật khẩu cũ");
    TvSignIn entry
        = { .folder = folder, .person_uid = self->book->nurse_uid, .password = password };
    g_autoptr (TvStore) store = NULL;

    g_assert_no_error (self->error);
    report = tv_backup_put_back (path, self->key, folder, FALSE, self->book->clock, &self->error);
    g_assert_no_error (self->error);
    g_assert_true (report->is_sound);
    g_assert_nonnull (strstr (report->lines->pdata[1], "4"));
    store = is_protected ? tv_sign_in_wait (&entry, self->book->clock, &self->error)
                         : tv_store_open (folder, self->book->clock, &self->error);
    g_assert_no_error (self->error);
    g_assert_cmpint (tv_store_is_protected (store), ==, is_protected != NULL);
}

/* A bit of it is another one: nothing happens to the book that is open. */
static void
test_damaged (Fixture *self, gconstpointer is_protected)
{
    g_autofree char *content = NULL;
    const char *path;
    gsize size;

    keep (self);
    path = list_newest (self);
    look_into (self, path, NULL, self->book->store);
    g_assert_no_error (self->error);
    g_assert_true (g_file_get_contents (path, &content, &size, NULL));
    content[size / 2] ^= 4;
    g_assert_true (g_file_set_contents (path, content, (gssize) size, NULL));
    tv_backup_restore_async (self->preview, self->book->folder, self->book->store, NULL,
                             restored_cb, self);
    wait (self);
    g_assert_nonnull (self->error);
    g_clear_error (&self->error);
    g_assert_cmpint (tv_test_book_count (self->book, "student"), ==, 4);
}

int
main (int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run) (Fixture *self, gconstpointer is_protected);
    } tests[] = {
        { "preview", test_preview },         { "restore", test_restore },
        { "new-machine", test_new_machine }, { "put-back", test_put_back },
        { "damaged", test_damaged },
    };

    g_test_init (&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (tests); i++) {
        g_autofree char *plain = g_strconcat ("/workflows/backup-restore/", tests[i].name, NULL);
        g_autofree char *protected = g_strconcat (plain, "-protected", NULL);

        g_test_add (plain, Fixture, NULL, set_up, tests[i].run, tear_down);
        if (tv_engine_encrypts ())
            g_test_add (protected, Fixture, "protected", set_up, tests[i].run, tear_down);
    }
    return g_test_run ();
}
