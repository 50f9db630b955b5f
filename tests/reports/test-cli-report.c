/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli report from outside: files that stand, what is said of them, and wrong calls. */

#include "tests/cli/tv-cli-run.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
    char *folder;
    char *book;
    char *output;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer ending)
{
    g_auto (TvCliRunResult) run = { 0 };
    g_autofree char *name = g_strconcat ("report", ending, NULL);

    fixture->folder = tv_cli_run_make_folder ();
    fixture->book = g_build_filename (fixture->folder, "book", NULL);
    fixture->output = g_build_filename (fixture->folder, name, NULL);
    run = tv_cli_run (NULL, "demo", fixture->book, "--students=40", "--seed=5",
                      "--level=kindergarten", "--as-of=2026-11-20", "--language=en", NULL);
    g_assert_cmpint (run.exit_code, ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer ending)
{
    tv_cli_run_remove_folder (fixture->folder);
    g_free (fixture->folder);
    g_free (fixture->book);
    g_free (fixture->output);
}

static void
assert_private_file (const char *path, const char *magic)
{
    g_autofree char *bytes = NULL;
    g_autoptr (GError) error = NULL;
    GStatBuf status;
    gsize size;

    g_file_get_contents (path, &bytes, &size, &error);
    g_assert_no_error (error);
    g_assert_true (size > 1000 && memcmp (bytes, magic, strlen (magic)) == 0);
    g_assert_cmpint (g_stat (path, &status), ==, 0);
    g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_summary (Fixture *fixture, gconstpointer ending)
{
    g_auto (TvCliRunResult) run
        = tv_cli_run (NULL, "report", fixture->book, "annual-summary", "--output", fixture->output,
                      "--language=en", "--as-of=2026-11-20", NULL);

    g_assert_cmpstr (run.errors, ==, "");
    g_assert_cmpint (run.exit_code, ==, 0);
    g_assert_nonnull (strstr (run.output, fixture->output));
    g_assert_null (strstr (run.output, "personal data"));
    assert_private_file (fixture->output, g_str_equal (ending, ".pdf") ? "%PDF" : "PK");
}

static void
test_class_list (Fixture *fixture, gconstpointer ending)
{
    g_auto (TvCliRunResult) run
        = tv_cli_run (NULL, "report", fixture->book, "class-list", "--output", fixture->output,
                      "--language=en", "--as-of=2026-11-20", NULL);

    g_assert_cmpint (run.exit_code, ==, 0);
    g_assert_nonnull (strstr (run.output, "personal data"));
    assert_private_file (fixture->output, g_str_equal (ending, ".pdf") ? "%PDF" : "PK");
}

static void
test_list (Fixture *fixture, gconstpointer ending)
{
    g_auto (TvCliRunResult) run = tv_cli_run (NULL, "report", "--list", "--language=en", NULL);

    g_assert_cmpint (run.exit_code, ==, 0);
    g_assert_nonnull (strstr (run.output, "annual-summary "));
    g_assert_nonnull (strstr (run.output, "class-list "));
}

static void
assert_fails (int exit_code, const char *book, const char *kind, const char *option,
              const char *wanted)
{
    g_auto (TvCliRunResult) run
        = tv_cli_run (NULL, "report", book, kind, "--language=en", option, NULL);

    g_assert_cmpint (run.exit_code, ==, exit_code);
    if (!strstr (run.errors, wanted))
        g_error ("“%s” is not in “%s”", wanted, run.errors);
}

static void
test_wrong_calls (Fixture *fixture, gconstpointer ending)
{
    g_autofree char *doc = g_strconcat ("--output=", fixture->folder, "/a.doc", NULL);
    g_autofree char *good = g_strconcat ("--output=", fixture->output, NULL);
    g_autofree char *nowhere = g_strconcat ("--output=", fixture->folder, "/none/a.pdf", NULL);
    g_autofree char *other = g_build_filename (fixture->folder, "no-book", NULL);

    assert_fails (2, fixture->book, "no-such-report", good, "--list names");
    assert_fails (2, fixture->book, "annual-summary", NULL, "--output");
    assert_fails (2, fixture->book, "annual-summary", doc, ".pdf or .xlsx");
    assert_fails (1, fixture->book, "annual-summary", nowhere, "none");
    assert_fails (1, other, "annual-summary", good, "There is no record book");
    g_assert_false (g_file_test (fixture->output, G_FILE_TEST_EXISTS));
}

#define ADD(path, ending, test) g_test_add (path, Fixture, ending, set_up, test, tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    ADD ("/cli-report/summary-pdf", ".pdf", test_summary);
    ADD ("/cli-report/summary-xlsx", ".xlsx", test_summary);
    ADD ("/cli-report/class-list-pdf", ".pdf", test_class_list);
    ADD ("/cli-report/class-list-xlsx", ".xlsx", test_class_list);
    ADD ("/cli-report/list", ".pdf", test_list);
    ADD ("/cli-report/wrong-calls", ".pdf", test_wrong_calls);
    return g_test_run ();
}
