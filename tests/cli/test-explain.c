/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli explain from outside: a child of the practice school, and what there is not. */

#include "tests/cli/tv-cli-run.h"

#include <string.h>

typedef struct {
    char *folder;
    char *uid;
    char *date;
    char *haz;
} Book;

/* A practice school, and in it the last measurement that has a height. */
static void
set_up (Book *book, gconstpointer data)
{
    g_auto (GStrv) lines = NULL;

    book->folder = tv_cli_run_make_folder ();
    {
        g_auto (TvCliRunResult) demo
            = tv_cli_run (NULL, "demo", book->folder, "--students=30", "--level=kindergarten",
                          "--as-of=2026-11-20", NULL);
        g_auto (TvCliRunResult) list
            = tv_cli_run (NULL, "list", book->folder, "measurements", NULL);

        g_assert_cmpint (demo.exit_code, ==, 0);
        lines = g_strsplit (list.output, "\n", -1);
    }
    for (guint i = 1; lines[i] && *lines[i]; i++) {
        g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);

        if (g_strv_length (fields) == 14 && *fields[11] && strcmp (fields[11], "0.00") != 0) {
            g_free (book->uid);
            g_free (book->date);
            g_free (book->haz);
            book->uid = g_strdup (fields[0]);
            book->date = g_strdup (fields[4]);
            book->haz = g_strdup (fields[11]);
        }
    }
    g_assert_nonnull (book->uid);
}

static void
tear_down (Book *book, gconstpointer data)
{
    tv_cli_run_remove_folder (book->folder);
    g_free (book->folder);
    g_free (book->uid);
    g_free (book->date);
    g_free (book->haz);
}

/* The z explained is the one listed. */
static void
test_explain (Book *book, gconstpointer data)
{
    g_auto (TvCliRunResult) run = tv_cli_run (NULL, "explain", book->folder, "--student", book->uid,
                                              "--date", book->date, NULL);
    g_autofree char *heading
        = g_strdup_printf ("height for age: z = %s%s\n", *book->haz == '-' ? "−" : "+",
                           book->haz + (*book->haz == '-'));

    g_assert_cmpstr (run.errors, ==, "");
    g_assert_cmpint (run.exit_code, ==, 0);
    g_test_message ("%s in %s", heading, run.output);
    g_assert_nonnull (strstr (run.output, heading));
    g_assert_nonnull (strstr (run.output, "Table: WHO "));
}

static void
test_refusals (Book *book, gconstpointer data)
{
    g_auto (TvCliRunResult) nobody
        = tv_cli_run (NULL, "explain", book->folder, "--student=nobody", NULL);
    g_auto (TvCliRunResult) never = tv_cli_run (NULL, "explain", book->folder, "--student",
                                                book->uid, "--date=1999-01-01", NULL);
    g_auto (TvCliRunResult) no_student = tv_cli_run (NULL, "explain", book->folder, NULL);
    g_auto (TvCliRunResult) no_date
        = tv_cli_run (NULL, "explain", book->folder, "--student=x", "--date=tomorrow", NULL);

    g_assert_cmpint (nobody.exit_code, ==, 1);
    g_assert_nonnull (strstr (nobody.errors, "nobody"));
    g_assert_cmpint (never.exit_code, ==, 1);
    g_assert_nonnull (strstr (never.errors, "not measured then"));
    g_assert_cmpint (no_student.exit_code, ==, 2);
    g_assert_nonnull (strstr (no_student.errors, "--student"));
    g_assert_cmpint (no_date.exit_code, ==, 2);
    g_assert_nonnull (strstr (no_date.errors, "tomorrow"));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add ("/cli/explain/child", Book, NULL, set_up, test_explain, tear_down);
    g_test_add ("/cli/explain/refusals", Book, NULL, set_up, test_refusals, tear_down);
    return g_test_run ();
}
