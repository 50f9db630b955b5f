/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A child is erased from the command line only where it is meant, with a reason that is not the
 * child's name. */

#define _GNU_SOURCE

#include "tests/cli/tv-cli-run.h"

#include <string.h>

static void
expect (TvCliRunResult *run, int status)
{
    if (run->exit_code != status)
        g_error ("%d, not %d: %s %s", run->exit_code, status, run->output, run->errors);
}

/* The key and the name of the first child of the list. */
static void
find_child (const char *folder, char **uid, char **name)
{
    g_auto (TvCliRunResult) run = tv_cli_run (NULL, "list", folder, "students", NULL);
    g_auto (GStrv) lines = g_strsplit (run.output, "\n", -1);
    g_auto (GStrv) fields = g_strsplit (lines[1], ",", -1);

    *uid = g_strdup (fields[0]);
    *name = g_strdup (fields[1]);
}

static gboolean
book_shows (const char *folder, const char *text)
{
    g_autofree char *path = g_build_filename (folder, "book.db", NULL);
    g_autofree char *content = NULL;
    gsize size;

    g_assert_true (g_file_get_contents (path, &content, &size, NULL));
    return memmem (content, size, text, strlen (text)) != NULL;
}

static void
test_erase (void)
{
    g_autofree char *parent = tv_cli_run_make_folder ();
    g_autofree char *folder = g_build_filename (parent, "book", NULL);
    g_autofree char *uid = NULL, *name = NULL, *reason = NULL;
    g_auto (TvCliRunResult) demo = tv_cli_run (NULL, "demo", folder, "--students=30", NULL);

    expect (&demo, 0);
    find_child (folder, &uid, &name);
    reason = g_strdup_printf ("Nhà của %s xin", name);
    {
        g_auto (TvCliRunResult) unmeant
            = tv_cli_run (NULL, "erase", folder, "--student", uid, "--reason", "Theo đơn", NULL);
        g_auto (TvCliRunResult) naming = tv_cli_run (NULL, "erase", folder, "--student", uid,
                                                     "--for-good", "--reason", reason, NULL);
        g_auto (TvCliRunResult) empty = tv_cli_run (NULL, "erase", folder, "--student", uid,
                                                    "--for-good", "--reason", " ", NULL);
        g_auto (TvCliRunResult) nobody = tv_cli_run (NULL, "erase", folder, "--student", "x",
                                                     "--for-good", "--reason", "Theo đơn", NULL);

        expect (&unmeant, 2);
        expect (&naming, 1);
        expect (&empty, 1);
        expect (&nobody, 1);
    }
    g_assert_true (book_shows (folder, name));
    {
        g_auto (TvCliRunResult) erased = tv_cli_run (NULL, "erase", folder, "--student", uid,
                                                     "--for-good", "--reason", "Theo đơn", NULL);
        g_auto (TvCliRunResult) check = tv_cli_run (NULL, "check", folder, NULL);

        expect (&erased, 0);
        expect (&check, 0);
    }
    g_assert_false (book_shows (folder, name));
    tv_cli_run_remove_folder (parent);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/cli/erase", test_erase);
    return g_test_run ();
}
