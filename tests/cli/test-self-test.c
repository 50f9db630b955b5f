/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli self-test from outside. */

#include "tests/cli/tv-cli-run.h"

#include <string.h>

static void
test_good (void)
{
    g_auto (TvCliRunResult) run = tv_cli_run (NULL, "self-test", NULL);
    g_auto (GStrv) lines = NULL;
    guint n_good = 0;

    g_assert_cmpstr (run.errors, ==, "");
    g_assert_cmpint (run.exit_code, ==, 0);
    lines = g_strsplit (run.output, "\n", -1);
    for (guint i = 0; lines[i]; i++)
        n_good += strstr (lines[i], ": good (") != NULL;
    g_assert_cmpuint (n_good, ==, 5);
    g_assert_nonnull (strstr (run.output, "\nAll right.\n"));
    g_assert_nonnull (strstr (run.output, "checksum "));
}

/* Where no record book can be made the rest is tested all the same. */
static void
test_no_place_for_books (void)
{
    g_autofree char *folder = tv_cli_run_make_folder ();
    g_autofree char *nowhere = g_build_filename (folder, "none", NULL);
    g_autofree char *place = g_strdup (g_getenv ("TMPDIR"));
    g_auto (TvCliRunResult) run = { 0 };

    g_setenv ("TMPDIR", nowhere, TRUE);
    run = tv_cli_run (NULL, "self-test", NULL);
    if (place)
        g_setenv ("TMPDIR", place, TRUE);
    else
        g_unsetenv ("TMPDIR");
    g_assert_cmpint (run.exit_code, ==, 1);
    g_assert_nonnull (strstr (run.output, ": WRONG (1 of 1)\n"));
    g_assert_nonnull (strstr (run.output, ": good ("));
    g_assert_null (strstr (run.output, "All right"));
    g_assert_nonnull (strstr (run.output, "Do not rely"));
    tv_cli_run_remove_folder (folder);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/cli/self-test/good", test_good);
    g_test_add_func ("/cli/self-test/no-place-for-books", test_no_place_for_books);
    return g_test_run ();
}
