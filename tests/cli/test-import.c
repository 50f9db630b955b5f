/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli import from outside: what it prints is what it writes. */

#include "tests/cli/tv-cli-run.h"

#include <string.h>

typedef struct {
    char *folder;
    char *book;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
    g_auto (TvCliRunResult) run = { 0 };

    self->folder = tv_cli_run_make_folder ();
    self->book = g_build_filename (self->folder, "book", NULL);
    run = tv_cli_run (NULL, "create", self->book, "--school=A", "--level=primary", NULL);
    g_assert_cmpint (run.exit_code, ==, 0);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
    tv_cli_run_remove_folder (self->book);
    tv_cli_run_remove_folder (self->folder);
    g_free (self->folder);
    g_free (self->book);
}

static TvCliRunResult
import (Fixture *self, const char *name, const char *option)
{
    g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "exchange", name, NULL);

    return tv_cli_run (NULL, "import", self->book, path, "--as-of=2026-09-20", option, NULL);
}

static guint
count_lines (const char *text, const char *beginning)
{
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
    guint n = 0;

    for (char **line = lines; *line; line++)
        n += g_str_has_prefix (*line, beginning);
    return n;
}

static guint
count_students (Fixture *self)
{
    g_auto (TvCliRunResult) run = tv_cli_run (NULL, "list", self->book, "students", NULL);
    g_auto (GStrv) lines = g_strsplit (run.output, "\n", -1);

    g_assert_cmpint (run.exit_code, ==, 0);
    return g_strv_length (lines) - 2;
}

static void
assert_done (const TvCliRunResult *run)
{
    g_assert_cmpstr (run->errors, ==, "");
    g_assert_cmpint (run->exit_code, ==, 0);
    g_assert_true (g_str_has_prefix (
        run->output, "verdict,sheet,row,class,name,birth_date,sex,details,remarks\n"));
}

static void
test_plan_and_rows (Fixture *self, gconstpointer data)
{
    g_auto (TvCliRunResult) trial = import (self, "primary-ministry-export.xlsx", "--dry-run");
    g_auto (TvCliRunResult) run = { 0 };
    g_auto (TvCliRunResult) again = { 0 };

    assert_done (&trial);
    g_assert_cmpuint (count_students (self), ==, 0);
    run = import (self, "primary-ministry-export.xlsx", NULL);
    assert_done (&run);
    g_assert_cmpuint (count_lines (run.output, "new,"), ==, count_lines (trial.output, "new,"));
    g_assert_cmpuint (count_lines (run.output, "new,") + count_lines (run.output, "left,")
                          + count_lines (run.output, "suspicious,"),
                      ==, count_students (self));
    g_assert_cmpuint (count_lines (run.output, "refused,Sheet1,1075,5E,"), ==, 1);
    g_assert_nonnull (strstr (run.output, "C1075: "));
    g_assert_nonnull (strstr (run.output, "D1076: "));
    g_assert_nonnull (strstr (run.output, "E1077: "));
    g_assert_nonnull (strstr (run.output, "K1078: "));
    again = import (self, "primary-ministry-export.xlsx", NULL);
    assert_done (&again);
    g_assert_cmpuint (count_lines (again.output, "unchanged,"), ==, 1074);
    g_assert_cmpuint (count_students (self), ==, 1074);
}

/* One list in two formats is one plan, to the letter. */
static void
test_editions (Fixture *self, gconstpointer data)
{
    static const char *const lists[][2]
        = { { "primary-ministry-export.xls", "primary-ministry-export.xlsx" },
            { "kindergarten-class-lists.ods", "kindergarten-class-lists.xlsx" } };

    for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
        g_auto (TvCliRunResult) one = import (self, lists[i][0], "--dry-run");
        g_auto (TvCliRunResult) other = import (self, lists[i][1], "--dry-run");

        assert_done (&one);
        g_assert_cmpuint (
            count_lines (one.output, "new,") + count_lines (one.output, "suspicious,"), >, 200);
        g_assert_cmpstr (one.output, ==, other.output);
    }
}

/* An old encoding is said, with names before and after. */
static void
test_old_encoding (Fixture *self, gconstpointer data)
{
    g_auto (TvCliRunResult) run = import (self, "primary-list-tcvn3.xlsx", NULL);
    g_auto (TvCliRunResult) unicode = import (self, "primary-list.csv", "--dry-run");

    assert_done (&run);
    g_assert_cmpuint (count_lines (run.output, "new,"), ==, 60);
    g_assert_nonnull (strstr (run.output, "TCVN3 (ABC)"));
    g_assert_nonnull (strstr (run.output, "→ Dương Quỳnh Giang\n"));
    g_assert_cmpuint (count_students (self), ==, 60);
    g_assert_null (strstr (unicode.output, "TCVN3"));
    g_assert_cmpuint (count_lines (unicode.output, "unchanged,"), ==, 60);
}

static void
test_refusals (Fixture *self, gconstpointer data)
{
    g_auto (TvCliRunResult) missing = import (self, "nothing.xlsx", NULL);
    g_auto (TvCliRunResult) date = import (self, "primary-list.csv", "--date=31/02/2026");
    g_auto (TvCliRunResult) year = import (self, "primary-list.csv", "--year=2026");
    g_auto (TvCliRunResult) future
        = import (self, "kindergarten-weighing-1.xlsx", "--date=2026-12-01");
    g_auto (TvCliRunResult) alone = tv_cli_run (NULL, "import", self->book, NULL);
    g_auto (TvCliRunResult) no_book = tv_cli_run (NULL, "import", "/nowhere", "/nowhere.csv", NULL);

    g_assert_cmpint (missing.exit_code, ==, 1);
    g_assert_cmpint (date.exit_code, ==, 2);
    g_assert_cmpint (year.exit_code, ==, 2);
    g_assert_cmpint (alone.exit_code, ==, 2);
    g_assert_cmpint (no_book.exit_code, ==, 1);
    g_assert_cmpint (future.exit_code, ==, 1);
    g_assert_cmpuint (count_lines (future.output, "refused,"), ==, 217);
    g_assert_cmpuint (count_students (self), ==, 0);
}

/* The year and the day that are given stand over those in the file. */
static void
test_given_day (Fixture *self, gconstpointer data)
{
    g_auto (TvCliRunResult) run
        = import (self, "kindergarten-weighing-1.xlsx", "--date=2026-09-10");
    g_auto (TvCliRunResult) other_year = import (self, "primary-list.csv", "--year=2025-2026");
    g_auto (TvCliRunResult) rounds = tv_cli_run (NULL, "list", self->book, "rounds", NULL);
    g_auto (TvCliRunResult) classes = tv_cli_run (NULL, "list", self->book, "classes", NULL);

    assert_done (&run);
    assert_done (&other_year);
    g_assert_nonnull (strstr (rounds.output, "2026-09-10"));
    g_assert_null (strstr (rounds.output, "2026-09-15"));
    g_assert_nonnull (strstr (classes.output, "2025"));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
    g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    add ("/cli-import/plan-and-rows", test_plan_and_rows);
    add ("/cli-import/editions", test_editions);
    add ("/cli-import/old-encoding", test_old_encoding);
    add ("/cli-import/refusals", test_refusals);
    add ("/cli-import/given-day", test_given_day);
    return g_test_run ();
}
