/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Backups as files: what is in them, the seal behind them, and what becomes of a book in whose
 * place one is put. */

#include "tv-test-book.h"

#include "base/tv-key-wrap.h"
#include "store/tv-backup-file.h"
#include "store/tv-store-students.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    TvTestBook *book;
    char *folder;
    char *backup;
    TvSecret *key; /* (nullable): of a protected book */
} Fixture;

static const TvKeyWrapCost light_work = { 1, 8 };

static TvKeyRing *
make_ring (const TvSecret *key, const char *password)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvKeyRing) empty = tv_key_ring_new ();
    g_autoptr (TvSecret) secret = tv_secret_new_text (password);
    TvKeyRing *ring = tv_key_ring_with_person (empty, key, "uid-of-the-nurse", "nurse", secret,
                                               light_work, &error);

    g_assert_no_error (error);
    return ring;
}

static void
protect (Fixture *self)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvKeyRing) ring = NULL;

    self->key = tv_secret_new_random (TV_KEY_SIZE);
    ring = make_ring (self->key, "first password");
    tv_store_protect (self->book->store, ring, self->key, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
    tv_test_book_sign_in (self->book);
}

static char *
read_people (const char *folder)
{
    g_autofree char *path = g_build_filename (folder, "people", NULL);
    char *text = NULL;

    g_file_get_contents (path, &text, NULL, NULL);
    return text;
}

static void
write_backup (Fixture *self)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *people = read_people (self->book->folder);
    g_autoptr (TvConnection) source = tv_store_open_source (self->book->store, &error);
    g_autoptr (TvBookContents) contents = NULL;

    g_assert_no_error (error);
    contents = tv_backup_file_write (source, people, self->backup, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpint (contents->n_students, ==, 4);
    g_assert_cmpint (contents->n_measurements, ==, 1);
    g_assert_cmpint (contents->n_rounds, ==, 1);
    g_assert_cmpint (contents->first_year, ==, 2026);
    g_assert_cmpstr (contents->last_kind, ==, "fill");
}

static void
set_up (Fixture *self, gconstpointer is_protected)
{
    self->book = tv_test_book_new ();
    self->folder = tv_test_folder_new ();
    self->backup = g_build_filename (self->folder, "backup.tvbackup", NULL);
    if (is_protected)
        protect (self);
    write_backup (self);
}

static void
tear_down (Fixture *self, gconstpointer is_protected)
{
    tv_test_book_free (self->book);
    tv_test_folder_remove (self->folder);
    g_free (self->folder);
    g_free (self->backup);
    g_clear_pointer (&self->key, tv_secret_unref);
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
reopen_with_key (Fixture *self)
{
    g_autoptr (GError) error = NULL;

    g_clear_object (&self->book->store);
    self->book->store
        = tv_store_open_with_key (self->book->folder, self->key, self->book->clock, &error);
    g_assert_no_error (error);
    tv_test_book_sign_in (self->book);
}

static gboolean
has_bytes (const char *content, gsize size, const char *wanted)
{
    gsize length = strlen (wanted);

    for (gsize i = 0; i + length <= size; i++) {
        if (memcmp (content + i, wanted, length) == 0)
            return TRUE;
    }
    return FALSE;
}

static void
test_one_file (Fixture *self, gconstpointer is_protected)
{
    g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
    g_autofree char *content = NULL;
    gsize size;
    GStatBuf status;

    g_assert_cmpstr (g_dir_read_name (dir), ==, "backup.tvbackup");
    g_assert_null (g_dir_read_name (dir));
    g_assert_cmpint (g_stat (self->backup, &status), ==, 0);
    g_assert_cmpint (status.st_mode & 0777, ==, 0600);
    g_assert_true (g_file_get_contents (self->backup, &content, &size, NULL));
    g_assert_true (tv_backup_file_is_protected (self->backup) == (is_protected != NULL));
    g_assert_true (has_bytes (content, size, "Gia Bảo") == (is_protected == NULL));
    /* 1: the engine is not to look for a journal. */
    if (!is_protected)
        g_assert_cmpint (content[18], ==, 1);
}

static void
test_check (Fixture *self, gconstpointer is_protected)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvBookCheck) found = tv_backup_file_check (self->backup, self->key, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (found->troubles->len, ==, 0);
    g_assert_cmpint (found->n_students, ==, 4);
}

static gboolean
is_as_sealed (const char *path)
{
    g_autoptr (TvBackupSeal) seal = tv_backup_seal_read (path, NULL);

    return seal && tv_backup_seal_verify (seal, path, NULL, NULL);
}

/* The book, the keys, the digest, the numbers: whatever bit is another one, the backup is not as it
 * was sealed. Only without its magic a seal is none, and the book before it is whole. */
static void
test_every_byte_counts (Fixture *self, gconstpointer is_protected)
{
    g_autofree char *content = NULL;
    gsize size;
    guint n_flipped = 0, n_found = 0;

    g_assert_true (g_file_get_contents (self->backup, &content, &size, NULL));
    for (gsize place = 0; place < size;
         place += place + 100 < size ? MIN (2503, size - 100 - place) : 1) {
        content[place] ^= 1 << (place % 8);
        g_assert_true (g_file_set_contents (self->backup, content, (gssize) size, NULL));
        content[place] ^= 1 << (place % 8);
        n_flipped++;
        if (is_as_sealed (self->backup))
            g_assert_cmpuint (place, >=, size - 16);
        else
            n_found++;
    }
    g_test_message ("%u bits flipped, %u found", n_flipped, n_found);
    g_assert_cmpuint (n_flipped - n_found, ==, 16);
}

static void
test_hostile_seal (Fixture *self, gconstpointer is_protected)
{
    g_autofree char *content = NULL;
    gsize size;
    static const struct {
        int from_end; /* where the foot's number begins */
        guint8 bytes[8];
        int n_bytes;
    } lies[] = {
        { 32, { 255, 255, 255, 255, 255, 255, 255, 255 }, 8 }, /* size of the book */
        { 32, { 0 }, 8 },
        { 24, { 255, 255, 255, 255 }, 4 }, /* size of the keys */
        { 24, { 0, 0, 3 }, 4 },
        { 20, { 2 }, 4 }, /* a version that nobody knows */
    };

    g_assert_true (g_file_get_contents (self->backup, &content, &size, NULL));
    for (guint i = 0; i < G_N_ELEMENTS (lies); i++) {
        g_autofree char *lie = g_memdup2 (content, size);
        g_autoptr (GError) error = NULL;
        g_autoptr (TvBackupSeal) seal = NULL;

        memcpy (lie + size - lies[i].from_end, lies[i].bytes, (gsize) lies[i].n_bytes);
        g_assert_true (g_file_set_contents (self->backup, lie, (gssize) size, NULL));
        seal = tv_backup_seal_read (self->backup, &error);
        g_assert_null (seal);
        g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_CORRUPT);
    }
}

/* Programs before this one wrote backups without a seal. */
static void
test_unsealed (Fixture *self, gconstpointer is_protected)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvBackupSeal) seal = tv_backup_seal_read (self->backup, &error);
    g_autoptr (TvBackupSeal) none = NULL;
    g_autoptr (TvBookCheck) found = NULL;

    g_assert_no_error (error);
    g_assert_true (seal->is_sealed);
    g_assert_cmpint (truncate (self->backup, (off_t) seal->book_size), ==, 0);
    none = tv_backup_seal_read (self->backup, &error);
    g_assert_no_error (error);
    g_assert_false (none->is_sealed);
    found = tv_backup_file_check (self->backup, self->key, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (found->troubles->len, ==, 0);
}

static void
stop_at_once (double fraction, gpointer data)
{
    g_cancellable_cancel (data);
}

static void
test_given_up (Fixture *self, gconstpointer is_protected)
{
    g_autofree char *other = g_build_filename (self->folder, "other", NULL);
    g_autofree char *unfinished = g_strconcat (other, ".unfinished", NULL);
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GError) error = NULL;
    g_autoptr (TvConnection) source = tv_store_open_source (self->book->store, &error);
    g_autoptr (TvBookContents) contents = NULL;

    g_assert_no_error (error);
    contents = tv_backup_file_write (source, NULL, other, stop_at_once, cancellable, cancellable,
                                     &error);
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_assert_null (contents);
    g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
    g_assert_false (g_file_test (unfinished, G_FILE_TEST_EXISTS));
}

static void
test_put_back (Fixture *self, gconstpointer is_protected)
{
    g_autofree char *before = tv_test_book_dump (self->book);
    g_autofree char *people = read_people (self->book->folder);
    g_autofree char *folder = g_build_filename (self->folder, "new", NULL);
    g_autofree char *people_after = NULL, *after = NULL;
    g_autoptr (GError) error = NULL;
    TvTestBook other = { .folder = folder, .nurse_uid = self->book->nurse_uid };

    tv_backup_file_put_back (self->backup, self->key, folder, &error);
    g_assert_no_error (error);
    people_after = read_people (folder);
    g_assert_cmpstr (people, ==, people_after);
    other.store = tv_store_open_with_key (folder, self->key, self->book->clock, &error);
    g_assert_no_error (error);
    tv_test_book_sign_in (&other);
    after = tv_test_book_dump (&other);
    g_assert_cmpstr (before, ==, after);
    g_clear_object (&other.store);
    g_assert_false (tv_backup_file_put_back (self->backup, self->key, folder, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_EXISTS);
}

/* What a power cut leaves of a book that was in the middle of a commit: its first page as it was
 * before, empty, which the engine writes back into whatever stands there under the name of the
 * book. See "The Rollback Journal Format" of sqlite.org/fileformat2.html. */
static void
leave_hot_journal (const char *folder)
{
    static const guint8 head[28]
        = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7, 0, 0, 0, 1, 0,    0,
            0,    0,    0,    0,    0,    1,    0,    0,    2, 0, 0, 0, 0x10, 0 };
    g_autofree char *path = g_build_filename (folder, "book.db-journal", NULL);
    g_autofree guint8 *journal = g_malloc0 (512 + 4 + 4096 + 4);

    memcpy (journal, head, sizeof head);
    journal[512 + 3] = 1;
    g_assert_true (g_file_set_contents (path, (char *) journal, 512 + 4 + 4096 + 4, NULL));
}

static void
test_replace (Fixture *self, gconstpointer is_protected)
{
    g_autofree char *before = tv_test_book_dump (self->book);
    g_autofree char *after = NULL;
    g_autoptr (GError) error = NULL;

    tv_test_book_write (self->book, "add-student", add_child_cb, NULL);
    g_assert_cmpint (tv_test_book_count (self->book, "student"), ==, 5);
    /* Not while somebody has the book open. */
    g_assert_false (tv_backup_file_replace (self->backup, self->key, self->book->folder, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_BUSY);
    g_clear_error (&error);
    g_clear_object (&self->book->store);
    leave_hot_journal (self->book->folder);
    tv_backup_file_replace (self->backup, self->key, self->book->folder, &error);
    g_assert_no_error (error);
    reopen_with_key (self);
    after = tv_test_book_dump (self->book);
    g_assert_cmpstr (before, ==, after);
}

static void
test_needs_key (Fixture *self, gconstpointer is_protected)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvSecret) wrong = tv_secret_new_random (TV_KEY_SIZE);
    g_autoptr (TvSecret) password = tv_secret_new_text ("first password");
    g_autoptr (TvKeyRing) ring = NULL;
    g_autoptr (TvSecret) key = NULL;

    g_assert_null (tv_backup_file_open (self->backup, NULL, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_PROTECTED);
    g_clear_error (&error);
    g_assert_null (tv_backup_file_open (self->backup, wrong, &error));
    g_assert_error (error, TV_STORE_ERROR, TV_STORE_ERROR_CORRUPT);
    g_clear_error (&error);
    ring = tv_backup_file_read_keys (self->backup, &error);
    g_assert_no_error (error);
    key = tv_key_ring_open (ring, "uid-of-the-nurse", password, &error);
    g_assert_no_error (error);
    g_assert_true (tv_secret_equal (key, self->key));
}

/* A book that was protected anew has another key. At the worst moment of putting a backup of before
 * in its place the book stands and its keys do not; who opens it finds both. */
static void
test_other_key (Fixture *self, gconstpointer is_protected)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvSecret) old_key = tv_secret_ref (self->key);
    g_autofree char *old_people = read_people (self->book->folder);
    g_autofree char *new_people = NULL, *people = NULL;
    g_autofree char *path = g_build_filename (self->book->folder, "people", NULL);
    g_autofree char *waiting = NULL;
    GString *mark = g_string_new (path);
    g_autofree char *book = g_build_filename (self->book->folder, "book.db", NULL);
    g_autofree char *content = NULL;
    g_autoptr (TvKeyRing) ring = NULL;

    tv_store_unprotect (self->book->store, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
    g_clear_pointer (&self->key, tv_secret_unref);
    protect (self);
    g_clear_object (&self->book->store);
    new_people = read_people (self->book->folder);
    g_assert_cmpstr (old_people, !=, new_people);
    tv_backup_file_replace (self->backup, old_key, self->book->folder, &error);
    g_assert_no_error (error);
    people = read_people (self->book->folder);
    g_assert_cmpstr (people, ==, old_people);

    /* As if the power had gone between the two names. */
    g_assert_true (g_file_get_contents (book, &content, NULL, NULL));
    g_string_append_c (mark, '-');
    for (guint i = 0; i < 16; i++)
        g_string_append_printf (mark, "%02x", (guint8) content[i]);
    waiting = g_string_free (mark, FALSE);
    g_assert_cmpint (g_rename (path, waiting), ==, 0);
    g_assert_true (g_file_set_contents (path, new_people, -1, NULL));
    ring = tv_key_ring_read (self->book->folder, &error);
    g_assert_no_error (error);
    g_free (people);
    people = read_people (self->book->folder);
    g_assert_cmpstr (people, ==, old_people);
    g_assert_false (g_file_test (waiting, G_FILE_TEST_EXISTS));
    g_clear_pointer (&self->key, tv_secret_unref);
    self->key = g_steal_pointer (&old_key);
    reopen_with_key (self);
    g_assert_cmpint (tv_test_book_count (self->book, "student"), ==, 4);
}

/* Whoever writes during a long copy waits for nobody, and is not in it. */
static void
write_meanwhile (double fraction, gpointer data)
{
    Fixture *self = data;

    if (tv_test_book_count (self->book, "student") == 4)
        tv_test_book_write (self->book, "add-student", add_child_cb, NULL);
}

static void
test_one_moment (Fixture *self, gconstpointer is_protected)
{
    g_autofree char *path = g_build_filename (self->folder, "moment", NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvConnection) source = tv_store_open_source (self->book->store, &error);
    g_autoptr (TvBookContents) contents = NULL;
    g_autoptr (TvBookCheck) found = NULL;

    g_assert_no_error (error);
    contents = tv_store_copy_with_progress (source, path, write_meanwhile, self, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpint (tv_test_book_count (self->book, "student"), ==, 5);
    g_assert_cmpint (contents->n_students, ==, 4);
    found = tv_backup_file_check (path, self->key, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (found->troubles->len, ==, 0);
    g_assert_cmpint (found->n_students, ==, 4);
}

int
main (int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run) (Fixture *self, gconstpointer is_protected);
        gboolean is_for_plain;
        gboolean is_for_protected;
    } tests[] = {
        { "one-file", test_one_file, TRUE, TRUE },
        { "check", test_check, TRUE, TRUE },
        { "every-byte-counts", test_every_byte_counts, TRUE, TRUE },
        { "hostile-seal", test_hostile_seal, TRUE, TRUE },
        { "unsealed", test_unsealed, TRUE, TRUE },
        { "given-up", test_given_up, TRUE, TRUE },
        { "put-back", test_put_back, TRUE, TRUE },
        { "replace", test_replace, TRUE, TRUE },
        { "one-moment", test_one_moment, TRUE, TRUE },
        { "needs-key", test_needs_key, FALSE, TRUE },
        { "other-key", test_other_key, FALSE, TRUE },
    };

    g_test_init (&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (tests); i++) {
        g_autofree char *plain = g_strconcat ("/store/backup/plain/", tests[i].name, NULL);
        g_autofree char *protected = g_strconcat ("/store/backup/protected/", tests[i].name, NULL);

        if (tests[i].is_for_plain)
            g_test_add (plain, Fixture, NULL, set_up, tests[i].run, tear_down);
        if (tests[i].is_for_protected && tv_engine_encrypts ())
            g_test_add (protected, Fixture, "protected", set_up, tests[i].run, tear_down);
    }
    return g_test_run ();
}
