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

/* The rate explained is the one listed, for the whole school and for a group. */
static void
test_rate (Book *book, gconstpointer data)
{
    g_auto (TvCliRunResult) list
        = tv_cli_run (NULL, "rates", book->folder, "--by=sex", "--format=csv", NULL);
    g_auto (GStrv) lines = g_strsplit (list.output, "\n", -1);
    guint n_told = 0;

    for (guint i = 1; lines[i] && *lines[i]; i++) {
        g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);
        g_autofree char *share = g_strdup_printf ("p = %s / %s = ", fields[4], fields[3]);
        g_auto (TvCliRunResult) run = tv_cli_run (NULL, "explain", book->folder, "--indicator",
                                                  fields[0], "--group", fields[2], NULL);

        g_test_message ("%s: %s", lines[i], run.output);
        g_assert_cmpint (run.exit_code, ==, 0);
        g_assert_nonnull (strstr (run.output, "What makes a case\n"));
        g_assert_nonnull (strstr (run.output, share));
        n_told++;
    }
    g_assert_cmpuint (n_told, ==, 24);
}

static void
test_rate_choices (Book *book, gconstpointer data)
{
    g_auto (TvCliRunResult) whole
        = tv_cli_run (NULL, "explain", book->folder, "--indicator=stunting", NULL);
    g_auto (TvCliRunResult) logit = tv_cli_run (NULL, "explain", book->folder,
                                                "--indicator=stunting", "--interval=logit", NULL);
    g_auto (TvCliRunResult) by_bmi = tv_cli_run (
        NULL, "explain", book->folder, "--indicator=overweight", "--overweight=baz", NULL);
    g_auto (TvCliRunResult) older
        = tv_cli_run (NULL, "explain", book->folder, "--indicator=thinness",
                      "--population=school-age", "--round=2025-1", NULL);

    g_assert_nonnull (strstr (whole.output, "Stunting – Whole school\n"));
    g_assert_nonnull (strstr (whole.output, "height-for-age below −2 SD"));
    g_assert_nonnull (strstr (whole.output, "Wilson"));
    g_assert_nonnull (strstr (whole.output, "the whole city"));
    g_assert_nonnull (strstr (logit.output, "WHO's interval"));
    g_assert_null (strstr (logit.output, "Wilson"));
    g_assert_nonnull (strstr (by_bmi.output, "A case is a child with BMI-for-age above +2 SD."));
    g_assert_nonnull (strstr (by_bmi.output, "Overweight goes by BMI-for-age here"));
    g_assert_cmpint (older.exit_code, ==, 0);
    g_assert_nonnull (strstr (older.output, "Thinness"));
    g_assert_nonnull (strstr (older.output, "2025-2026"));
    g_assert_nonnull (strstr (older.output, "from 60 to 228 months"));
}

static void
test_rate_refusals (Book *book, gconstpointer data)
{
    static const struct {
        const char *arguments[3];
        int exit_code;
        const char *said;
    } cases[] = {
        { { "--indicator=tallness" }, 1, "tallness" },
        { { "--indicator=thinness" }, 1, "severe_wasting" },
        { { "--indicator=stunting", "--group=X9" }, 1, "“X9”; there are: All" },
        { { "--indicator=stunting", "--round=1999-1" }, 1, "1999-1" },
        { { "--indicator=stunting", "--population=adults" }, 2, "adults" },
        { { "--indicator=stunting", "--interval=wide" }, 2, "wide" },
        { { "--indicator=stunting", "--student=x" }, 2, "not both" },
        { { "--indicator=stunting", "--overweight=waist" }, 2, "waist" },
        { { "--student=x", "--group=M" }, 2, "--indicator" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_auto (TvCliRunResult) run
            = tv_cli_run (NULL, "explain", book->folder, cases[i].arguments[0],
                          cases[i].arguments[1], cases[i].arguments[2], NULL);

        g_test_message ("%s: %s", cases[i].said, run.errors);
        g_assert_cmpint (run.exit_code, ==, cases[i].exit_code);
        g_assert_cmpstr (run.output, ==, "");
        g_assert_nonnull (strstr (run.errors, cases[i].said));
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add ("/cli/explain/child", Book, NULL, set_up, test_explain, tear_down);
    g_test_add ("/cli/explain/refusals", Book, NULL, set_up, test_refusals, tear_down);
    g_test_add ("/cli/explain/rate", Book, NULL, set_up, test_rate, tear_down);
    g_test_add ("/cli/explain/rate-choices", Book, NULL, set_up, test_rate_choices, tear_down);
    g_test_add ("/cli/explain/rate-refusals", Book, NULL, set_up, test_rate_refusals, tear_down);
    return g_test_run ();
}
