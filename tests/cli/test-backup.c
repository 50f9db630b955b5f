/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli backup and restore from outside: what comes back is what went in, and what is damaged,
 * altered or foreign does not come back. */

#include "tests/cli/tv-cli-run.h"

#include <glib/gstdio.h>
#include <string.h>

/* A folder with a practice school in "book" and its backup in "backup". */
typedef struct {
    char *folder;
    char *book;
    char *backup;
    char *other_book; /* nothing stands there yet */
} Fixture;

static void
assert_outcome (const TvCliRunResult *run, int exit_code, const char *errors)
{
    g_assert_cmpint (run->exit_code, ==, exit_code);
    if (errors)
        g_assert_nonnull (strstr (run->errors, errors));
    else
        g_assert_cmpstr (run->errors, ==, "");
}

static void
set_up (Fixture *self, gconstpointer data)
{
    g_auto (TvCliRunResult) demo = { 0 };
    g_auto (TvCliRunResult) backup = { 0 };

    self->folder = tv_cli_run_make_folder ();
    self->book = g_build_filename (self->folder, "book", NULL);
    self->backup = g_build_filename (self->folder, "backup", NULL);
    self->other_book = g_build_filename (self->folder, "other", NULL);
    demo = tv_cli_run (NULL, "demo", self->book, "--students=30", "--as-of=2026-11-21", NULL);
    assert_outcome (&demo, 0, NULL);
    backup = tv_cli_run (NULL, "backup", self->book, self->backup, NULL);
    assert_outcome (&backup, 0, NULL);
    g_assert_nonnull (strstr (backup.output, "The file is whole"));
    g_assert_nonnull (strstr (backup.output, "personal data"));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
    tv_cli_run_remove_folder (self->book);
    tv_cli_run_remove_folder (self->other_book);
    tv_cli_run_remove_folder (self->folder);
    g_free (self->folder);
    g_free (self->book);
    g_free (self->backup);
    g_free (self->other_book);
}

/* What the engine's own shell says; it must go well. */
static char *
ask_shell (const char *file, const char *sql)
{
    const char *argv[] = { "sqlite3", file, sql, NULL };
    g_autoptr (GError) error = NULL;
    char *output = NULL;
    int status;

    g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                  &status, &error);
    g_assert_no_error (error);
    g_assert_cmpint (status, ==, 0);
    return output;
}

/* Another program that is in the middle of writing. */
static GSubprocess *
hold (const char *file, const char *sql)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *commands = g_strdup_printf ("BEGIN IMMEDIATE; %s; SELECT 'held';\n", sql);
    GSubprocess *shell
        = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                            "sqlite3", file, NULL);
    g_autoptr (GDataInputStream) lines = NULL;
    g_autofree char *line = NULL;

    g_assert_no_error (error);
    g_assert_true (g_output_stream_write_all (g_subprocess_get_stdin_pipe (shell), commands,
                                              strlen (commands), NULL, NULL, NULL));
    lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (shell));
    do {
        g_free (line);
        line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
        g_assert_nonnull (line);
    } while (!g_str_equal (line, "held"));
    return shell;
}

static void
let_go (GSubprocess *shell)
{
    g_subprocess_force_exit (shell);
    g_assert_true (g_subprocess_wait (shell, NULL, NULL));
}

static char *
dump (const char *folder)
{
    g_autofree char *file = g_build_filename (folder, "book.db", NULL);

    return ask_shell (file, ".dump");
}

static void
assert_nothing_restored (Fixture *self, const char *words)
{
    g_auto (TvCliRunResult) run
        = tv_cli_run (NULL, "restore", self->backup, self->other_book, NULL);
    g_autofree char *file = g_build_filename (self->other_book, "book.db", NULL);

    assert_outcome (&run, 1, words);
    g_assert_cmpstr (run.output, ==, "");
    g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
}

static void
test_round_trip (Fixture *self, gconstpointer data)
{
    g_auto (TvCliRunResult) restore
        = tv_cli_run (NULL, "restore", self->backup, self->other_book, NULL);
    g_auto (TvCliRunResult) check = tv_cli_run (NULL, "check", self->other_book, NULL);
    g_autofree char *before = dump (self->book);
    g_autofree char *after = dump (self->other_book);

    assert_outcome (&restore, 0, NULL);
    g_assert_nonnull (strstr (restore.output, self->other_book));
    assert_outcome (&check, 0, NULL);
    g_assert_nonnull (strstr (before, "INSERT INTO measurement"));
    g_assert_cmpstr (before, ==, after);
}

static void
test_private (Fixture *self, gconstpointer data)
{
    g_autofree char *book = g_build_filename (self->other_book, "book.db", NULL);
    g_auto (TvCliRunResult) restore
        = tv_cli_run (NULL, "restore", self->backup, self->other_book, NULL);
    const char *const files[] = { self->backup, book };
    GStatBuf status;

    assert_outcome (&restore, 0, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
        g_assert_cmpint (g_stat (files[i], &status), ==, 0);
        g_assert_cmpint (status.st_mode & 0777, ==, 0600);
    }
}

static void
test_nothing_overwritten (Fixture *self, gconstpointer data)
{
    g_autofree char *before = dump (self->book);
    g_autofree char *content = NULL, *content_after = NULL;
    gsize size, size_after;
    g_auto (TvCliRunResult) backup = { 0 };
    g_auto (TvCliRunResult) restore = { 0 };
    g_autofree char *after = NULL;

    g_assert_true (g_file_get_contents (self->backup, &content, &size, NULL));
    backup = tv_cli_run (NULL, "backup", self->book, self->backup, NULL);
    restore = tv_cli_run (NULL, "restore", self->backup, self->book, NULL);
    assert_outcome (&backup, 1, "left as it is");
    assert_outcome (&restore, 1, "already");
    after = dump (self->book);
    g_assert_cmpstr (before, ==, after);
    g_assert_true (g_file_get_contents (self->backup, &content_after, &size_after, NULL));
    g_assert_cmpmem (content, size, content_after, size_after);
}

static void
test_truncated (Fixture *self, gconstpointer data)
{
    static const struct {
        gsize size;
        const char *words;
    } cuts[] = { { 0, "another program" }, { 50, "damaged" }, { 4096, "damaged" }, { 0, NULL } };
    g_autofree char *content = NULL;
    gsize size;

    g_assert_true (g_file_get_contents (self->backup, &content, &size, NULL));
    for (guint i = 0; cuts[i].words; i++) {
        g_assert_true (g_file_set_contents (self->backup, content, (gssize) cuts[i].size, NULL));
        assert_nothing_restored (self, cuts[i].words);
    }
    g_assert_true (g_file_set_contents (self->backup, content, (gssize) (size - 4096), NULL));
    assert_nothing_restored (self, "damaged");
}

/* Whoever must can have an altered book back, and is told that it is one. */
static void
test_altered (Fixture *self, gconstpointer data)
{
    g_autofree char *none = ask_shell (
        self->backup, "UPDATE measurement SET weight_g = weight_g - 1000 WHERE id = 7");
    g_auto (TvCliRunResult) accepted = { 0 };

    g_assert_cmpstr (none, ==, "");
    assert_nothing_restored (self, "changed it");
    accepted
        = tv_cli_run (NULL, "restore", "--despite-damage", self->backup, self->other_book, NULL);
    assert_outcome (&accepted, 0, NULL);
    g_assert_nonnull (strstr (accepted.output, "1 thing is wrong"));
}

/* A book that is not sound gives a backup all the same, and the program says so. */
static void
test_unsound_book (Fixture *self, gconstpointer data)
{
    g_autofree char *file = g_build_filename (self->book, "book.db", NULL);
    g_autofree char *none = ask_shell (file, "DELETE FROM reading WHERE id = 5");
    g_auto (TvCliRunResult) run = { 0 };

    g_assert_cmpstr (none, ==, "");
    g_remove (self->backup);
    run = tv_cli_run (NULL, "backup", self->book, self->backup, NULL);
    assert_outcome (&run, 1, "not sound");
    g_assert_nonnull (strstr (run.output, "wrong"));
    g_assert_true (g_file_test (self->backup, G_FILE_TEST_EXISTS));
}

/* The window may have the book open: its lock and a write that is not committed stand in nobody's
 * way, and are not in the copy. */
static void
test_held_book (Fixture *self, gconstpointer data)
{
    g_autofree char *file = g_build_filename (self->book, "book.db", NULL);
    g_autofree char *lock = g_build_filename (self->book, "lock", NULL);
    g_autofree char *before = dump (self->book);
    g_autofree char *after = NULL;
    g_autoptr (GSubprocess) lock_holder = hold (lock, "SELECT 1");
    g_autoptr (GSubprocess) writer = hold (file, "DELETE FROM reading");
    g_auto (TvCliRunResult) run = { 0 };

    g_remove (self->backup);
    run = tv_cli_run (NULL, "backup", self->book, self->backup, NULL);
    let_go (writer);
    let_go (lock_holder);
    assert_outcome (&run, 0, NULL);
    after = ask_shell (self->backup, ".dump");
    g_assert_cmpstr (before, ==, after);
}

static void
test_newer (Fixture *self, gconstpointer data)
{
    g_autofree char *none = ask_shell (self->backup, "PRAGMA user_version = 999");

    g_assert_cmpstr (none, ==, "");
    assert_nothing_restored (self, "newer");
}

/* The carried book goes its own way on another machine, then comes back. */
static void
test_merge (Fixture *self, gconstpointer data)
{
    g_autofree char *carried = g_build_filename (self->folder, "carried", NULL);
    g_auto (TvCliRunResult) restore
        = tv_cli_run (NULL, "restore", self->backup, self->other_book, NULL);
    g_auto (TvCliRunResult) same
        = tv_cli_run (NULL, "merge", self->book, self->backup, "--dry-run", NULL);
    g_auto (TvCliRunResult) import = { 0 };
    g_auto (TvCliRunResult) back = { 0 };
    g_auto (TvCliRunResult) shown = { 0 };
    g_auto (TvCliRunResult) merged = { 0 };
    g_auto (TvCliRunResult) again = { 0 };
    g_auto (TvCliRunResult) check = { 0 };
    g_auto (TvCliRunResult) wrong = { 0 };
    g_autofree char *list = g_build_filename (self->folder, "list.csv", NULL);
    g_autofree char *before = dump (self->book);
    g_autofree char *after = NULL;

    assert_outcome (&restore, 0, NULL);
    assert_outcome (&same, 0, NULL);
    g_assert_nonnull (strstr (same.output, "the same"));
    g_assert_true (g_file_set_contents (list,
                                        "Họ và tên,Ngày sinh,Giới tính,Lớp\n"
                                        "Lò Mang Theo,05/06/2022,Nữ,3A\n",
                                        -1, NULL));
    import = tv_cli_run (NULL, "import", self->other_book, list, "--as-of=2026-11-21", NULL);
    assert_outcome (&import, 0, NULL);
    back = tv_cli_run (NULL, "backup", self->other_book, carried, NULL);
    assert_outcome (&back, 0, NULL);
    shown = tv_cli_run (NULL, "merge", self->book, carried, "--dry-run", NULL);
    assert_outcome (&shown, 0, NULL);
    g_assert_nonnull (strstr (shown.output, "of 1 children"));
    after = dump (self->book);
    g_assert_cmpstr (before, ==, after);
    merged = tv_cli_run (NULL, "merge", self->book, carried, "--prefer=theirs", NULL);
    assert_outcome (&merged, 0, NULL);
    g_assert_nonnull (strstr (merged.output, "Merged: "));
    g_free (after);
    after = dump (self->book);
    g_assert_nonnull (strstr (after, "Lò Mang Theo"));
    again = tv_cli_run (NULL, "merge", self->book, carried, NULL);
    assert_outcome (&again, 0, NULL);
    g_assert_null (strstr (again.output, "Merged: "));
    check = tv_cli_run (NULL, "check", self->book, NULL);
    assert_outcome (&check, 0, NULL);
    wrong = tv_cli_run (NULL, "merge", self->book, carried, "--prefer=both", NULL);
    assert_outcome (&wrong, 2, "mine or theirs");
}

static void
test_wrong_places (Fixture *self, gconstpointer data)
{
    g_autofree char *nowhere = g_build_filename (self->folder, "none", "backup", NULL);
    g_auto (TvCliRunResult) no_folder = tv_cli_run (NULL, "backup", self->book, nowhere, NULL);
    g_auto (TvCliRunResult) no_book = tv_cli_run (NULL, "backup", self->other_book, nowhere, NULL);
    g_auto (TvCliRunResult) no_backup
        = tv_cli_run (NULL, "restore", nowhere, self->other_book, NULL);
    g_auto (TvCliRunResult) no_file = tv_cli_run (NULL, "backup", self->book, NULL);

    assert_outcome (&no_folder, 1, "no folder");
    assert_outcome (&no_book, 1, "no record book");
    assert_outcome (&no_backup, 1, "no such backup");
    assert_outcome (&no_file, 2, "BOOK FILE");
}

int
main (int argc, char **argv)
{
    static const struct {
        const char *path;
        void (*run) (Fixture *self, gconstpointer data);
    } tests[] = {
        { "/cli/backup/round-trip", test_round_trip },
        { "/cli/backup/private", test_private },
        { "/cli/backup/nothing-overwritten", test_nothing_overwritten },
        { "/cli/backup/truncated", test_truncated },
        { "/cli/backup/altered", test_altered },
        { "/cli/backup/unsound-book", test_unsound_book },
        { "/cli/backup/held-book", test_held_book },
        { "/cli/backup/newer", test_newer },
        { "/cli/backup/merge", test_merge },
        { "/cli/backup/wrong-places", test_wrong_places },
    };

    g_test_init (&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
        g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
    return g_test_run ();
}
