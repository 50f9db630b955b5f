/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The command line on a protected book: with the password in a file, as one of those who may sign
 * in, and never without. */

#include "tests/cli/tv-cli-run.h"

#include "store/tv-key-ring.h"
#include "store/tv-store-people.h"
#include "store/tv-store-protect.h"
#include "store/tv-store-sign-in.h"
#include "workflows/tv-demo.h"
#include "workflows/tv-sign-in.h"

#include <glib/gstdio.h>
#include <string.h>

#define NURSE_PASSWORD "chị Lan ở phòng y tế"
#define AUDITOR_PASSWORD "đoàn kiểm tra"

static const TvKeyWrapCost cheap = { 1, 64 };

typedef struct {
    char *folder;
    char *book;
    char *password_file;
} Fixture;

static gboolean
put_auditor (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
             GError **error)
{
    const TvPerson auditor = { .name = (char *) "Kiểm Tra",
                               .label = (char *) "Auditor of the ward",
                               .role = TV_ROLE_AUDITOR,
                               .until = TV_DATE_NONE,
                               .is_active = TRUE };

    return tv_store_put_person (change, &auditor, error) != 0;
}

static gpointer
read_people (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return tv_store_list_people (connection, error);
}

static TvKeyRing *
add_holder (TvKeyRing *ring, const TvSecret *key, const TvPerson *person, GError **error)
{
    gboolean is_auditor = person->role == TV_ROLE_AUDITOR;
    g_autoptr (TvSecret) password
        = tv_secret_new_text (is_auditor ? AUDITOR_PASSWORD : NURSE_PASSWORD);

    return tv_key_ring_with_person (ring, key, person->uid,
                                    is_auditor ? person->label : "School nurse", password, cheap,
                                    error);
}

static void
protect (TvStore *store)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvSecret) key = tv_secret_new_random (TV_KEY_SIZE);
    g_autoptr (GPtrArray) people = NULL;
    TvKeyRing *ring = tv_key_ring_new ();

    tv_store_write (store, "add-person", put_auditor, NULL, NULL, &error);
    g_assert_no_error (error);
    people = tv_store_read (store, read_people, NULL, &error);
    g_assert_no_error (error);
    for (guint i = 0; i < people->len; i++) {
        const TvPerson *person = g_ptr_array_index (people, i);
        TvKeyRing *next;

        /* The school's second nurse has no password. */
        if (person->role != TV_ROLE_AUDITOR && i > 0)
            continue;
        next = add_holder (ring, key, person, &error);
        g_assert_no_error (error);
        tv_key_ring_unref (ring);
        ring = next;
    }
    tv_store_protect (store, ring, key, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
    tv_key_ring_unref (ring);
}

static void
write_password (Fixture *self, const char *text)
{
    g_autoptr (GError) error = NULL;

    g_file_set_contents (self->password_file, text, -1, &error);
    g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
    const TvDemoOptions options = { .n_students = 12, .seed = 1, .level = TV_LEVEL_KINDERGARTEN };
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 11, 21));
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = NULL;

    self->folder = tv_cli_run_make_folder ();
    self->book = g_build_filename (self->folder, "book", NULL);
    self->password_file = g_build_filename (self->folder, "password", NULL);
    store = tv_demo_create (self->book, &options, clock, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
    protect (store);
    tv_store_close (store);
    write_password (self, NURSE_PASSWORD "\n");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
    tv_cli_run_remove_folder (self->book);
    tv_cli_run_remove_folder (self->folder);
    g_free (self->folder);
    g_free (self->book);
    g_free (self->password_file);
}

static void
assert_done (const TvCliRunResult *run, const char *words)
{
    g_assert_cmpstr (run->errors, ==, "");
    g_assert_cmpint (run->exit_code, ==, 0);
    if (!strstr (run->output, words))
        g_error ("“%s” is not said in: %s", words, run->output);
}

/* The nurse, as a window lets her in. */
static TvStore *
sign_in (Fixture *self, const char *folder)
{
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 11, 21));
    g_autoptr (TvSecret) password = tv_secret_new_text (NURSE_PASSWORD);
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) names = tv_sign_in_list_wait (folder, &error);
    TvSignIn entry = { .folder = folder, .password = password };
    TvStore *store;

    g_assert_no_error (error);
    entry.person_uid = ((TvSignInName *) g_ptr_array_index (names, 0))->person_uid;
    store = tv_sign_in_wait (&entry, clock, &error);
    g_assert_no_error (error);
    return store;
}

static void
assert_refused (const TvCliRunResult *run, const char *words)
{
    g_assert_cmpint (run->exit_code, ==, 1);
    g_assert_nonnull (strstr (run->errors, words));
    g_assert_null (strstr (run->errors, "phòng y tế"));
    g_assert_cmpstr (run->output, ==, "");
}

static void
test_without_password (Fixture *self, gconstpointer data)
{
    g_auto (TvCliRunResult) list = tv_cli_run (NULL, "list", self->book, "students", NULL);
    g_auto (TvCliRunResult) check = tv_cli_run (NULL, "check", self->book, NULL);

    assert_refused (&list, "--password-file");
    assert_refused (&check, "--password-file");
}

/* Without a word the nurse signs in; the end of the line is no part of the password. */
static void
test_nurse (Fixture *self, gconstpointer data)
{
    g_auto (TvCliRunResult) list = { 0 };
    g_auto (TvCliRunResult) check = { 0 };

    list = tv_cli_run (NULL, "list", self->book, "students", "--password-file", self->password_file,
                       "--as-of=2026-11-21", NULL);
    g_assert_cmpstr (list.errors, ==, "");
    g_assert_cmpint (list.exit_code, ==, 0);
    g_assert_nonnull (strstr (list.output, "\n"));
    write_password (self, NURSE_PASSWORD "\r\n");
    check = tv_cli_run (NULL, "--password-file", self->password_file, "check", self->book,
                        "--as-of=2026-11-21", NULL);
    g_assert_cmpstr (check.errors, ==, "");
    g_assert_cmpint (check.exit_code, ==, 0);
    g_assert_nonnull (strstr (check.output, "The file is whole"));
}

static void
test_wrong_password (Fixture *self, gconstpointer data)
{
    g_auto (TvCliRunResult) run = { 0 };

    write_password (self, "khác hẳn\n");
    run = tv_cli_run (NULL, "list", self->book, "students", "--password-file", self->password_file,
                      NULL);
    assert_refused (&run, "does not open the book");
    g_assert_null (strstr (run.errors, "khác hẳn"));
}

/* Somebody else, and what they may not see. */
static void
test_auditor (Fixture *self, gconstpointer data)
{
    g_auto (TvCliRunResult) history = { 0 };
    g_auto (TvCliRunResult) nobody = { 0 };

    write_password (self, AUDITOR_PASSWORD);
    history
        = tv_cli_run (NULL, "list", self->book, "students", "--password-file", self->password_file,
                      "--sign-in-as", "Auditor of the ward", "--as-of=2026-11-21", NULL);
    /* The heading at most: an auditor sees no child. */
    g_assert_null (strstr (history.output, ",2023-"));
    nobody = tv_cli_run (NULL, "list", self->book, "students", "--password-file",
                         self->password_file, "--sign-in-as", "Gardener", NULL);
    assert_refused (&nobody, "“Auditor of the ward”");
}

/* The nurse's window stands open, or is locked: whoever may read all reads on, and what cannot be
 * entered in the history then is not missed. */
static void
test_beside_window (Fixture *self, gconstpointer data)
{
    g_autoptr (TvStore) window = sign_in (self, self->book);
    g_autofree char *output = g_build_filename (self->folder, "handover.pdf", NULL);
    g_auto (TvCliRunResult) list = { 0 };
    g_auto (TvCliRunResult) report = { 0 };
    g_auto (TvCliRunResult) beside_locked = { 0 };

    g_assert_false (tv_store_is_read_only (window));
    list = tv_cli_run (NULL, "list", self->book, "students", "--password-file", self->password_file,
                       "--as-of=2026-11-21", NULL);
    assert_done (&list, ",2023-");
    report = tv_cli_run (NULL, "report", self->book, "handover", "--output", output,
                         "--password-file", self->password_file, "--as-of=2026-11-21", NULL);
    assert_done (&report, output);
    g_unlink (output);
    tv_store_lock (window);
    beside_locked = tv_cli_run (NULL, "list", self->book, "measurements", "--password-file",
                                self->password_file, "--as-of=2026-11-21", NULL);
    assert_done (&beside_locked, "2026-");
}

static void
back_up (Fixture *self, const char *backup)
{
    g_auto (TvCliRunResult) run = tv_cli_run (NULL, "backup", self->book, backup, "--password-file",
                                              self->password_file, "--as-of=2026-11-21", NULL);

    assert_done (&run, "It was read through");
}

/* The password of the day opens the backup, and the book that comes of it. */
static void
test_restore (Fixture *self, gconstpointer data)
{
    g_autofree char *backup = g_build_filename (self->folder, "backup", NULL);
    g_autofree char *other = g_build_filename (self->folder, "other", NULL);
    g_auto (TvCliRunResult) without = { 0 }, wrong = { 0 }, right = { 0 }, list = { 0 };

    back_up (self, backup);
    without = tv_cli_run (NULL, "restore", backup, other, NULL);
    assert_refused (&without, "That backup is protected");
    write_password (self, "khác hẳn\n");
    wrong
        = tv_cli_run (NULL, "restore", backup, other, "--password-file", self->password_file, NULL);
    assert_refused (&wrong, "does not open");
    g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
    write_password (self, AUDITOR_PASSWORD);
    right = tv_cli_run (NULL, "restore", backup, other, "--password-file", self->password_file,
                        "--sign-in-as", "Auditor of the ward", "--as-of=2026-11-21", NULL);
    assert_done (&right, "The file is whole");
    write_password (self, NURSE_PASSWORD);
    list = tv_cli_run (NULL, "list", other, "students", "--password-file", self->password_file,
                       "--as-of=2026-11-21", NULL);
    assert_done (&list, ",2023-");
    tv_cli_run_remove_folder (other);
    g_unlink (backup);
}

/* With another key than before; the auditor who comes to it is one more change. */
static void
protect_again (Fixture *self)
{
    g_autoptr (TvClock) clock = tv_clock_new_fixed (tv_date_from_ymd (2026, 11, 21));
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) store = tv_store_open (self->book, clock, &error);

    g_assert_no_error (error);
    protect (store);
    tv_store_close (store);
}

/* A backup of a book whose protection was taken off or renewed since needs the password of its day.
 */
static void
test_merge (Fixture *self, gconstpointer data)
{
    g_autofree char *backup = g_build_filename (self->folder, "backup", NULL);
    g_autoptr (TvStore) store = NULL;
    g_autoptr (GError) error = NULL;
    g_auto (TvCliRunResult) protected = { 0 }, without = { 0 }, with = { 0 }, other_key = { 0 };

    back_up (self, backup);
    protected = tv_cli_run (NULL, "merge", self->book, backup, "--password-file",
                            self->password_file, "--as-of=2026-11-21", NULL);
    assert_done (&protected, "It holds the same");
    store = sign_in (self, self->book);
    tv_store_unprotect (store, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
    tv_store_close (store);
    without = tv_cli_run (NULL, "merge", self->book, backup, NULL);
    assert_refused (&without, "That backup is protected");
    with = tv_cli_run (NULL, "merge", self->book, backup, "--password-file", self->password_file,
                       NULL);
    assert_done (&with, "It holds the same");
    protect_again (self);
    other_key = tv_cli_run (NULL, "merge", self->book, backup, "--password-file",
                            self->password_file, "--as-of=2026-11-21", NULL);
    assert_done (&other_key, "1 change is not in it");
    g_unlink (backup);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    if (!tv_engine_encrypts ()) {
        g_test_skip ("built without encryption");
        return 0;
    }
    g_test_add ("/cli/protected/without-password", Fixture, NULL, set_up, test_without_password,
                tear_down);
    g_test_add ("/cli/protected/nurse", Fixture, NULL, set_up, test_nurse, tear_down);
    g_test_add ("/cli/protected/wrong-password", Fixture, NULL, set_up, test_wrong_password,
                tear_down);
    g_test_add ("/cli/protected/auditor", Fixture, NULL, set_up, test_auditor, tear_down);
    g_test_add ("/cli/protected/beside-window", Fixture, NULL, set_up, test_beside_window,
                tear_down);
    g_test_add ("/cli/protected/restore", Fixture, NULL, set_up, test_restore, tear_down);
    g_test_add ("/cli/protected/merge", Fixture, NULL, set_up, test_merge, tear_down);
    return g_test_run ();
}
