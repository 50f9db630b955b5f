/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli create, list and check from outside. */

#include "tests/cli/tv-cli-run.h"

#include <string.h>

static TvCliRunResult
create (const char *folder)
{
    return tv_cli_run (NULL, "create", folder, "--school", "Mầm non Thử Nghiệm", "--level",
                       "kindergarten", NULL);
}

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
test_create (void)
{
    g_autofree char *folder = tv_cli_run_make_folder ();
    g_auto (TvCliRunResult) first = create (folder);
    g_auto (TvCliRunResult) second = create (folder);

    assert_outcome (&first, 0, NULL);
    g_assert_nonnull (strstr (first.output, folder));
    assert_outcome (&second, 1, "already");
    tv_cli_run_remove_folder (folder);
}

static void
test_usage (void)
{
    g_auto (TvCliRunResult) no_name
        = tv_cli_run (NULL, "create", "/nowhere", "--level=primary", NULL);
    g_auto (TvCliRunResult) empty_name
        = tv_cli_run (NULL, "create", "/nowhere", "--school= ", "--level=primary", NULL);
    g_auto (TvCliRunResult) no_level = tv_cli_run (NULL, "create", "/nowhere", "--school=A", NULL);
    g_auto (TvCliRunResult) no_such_level
        = tv_cli_run (NULL, "create", "/nowhere", "--school=A", "--level=nursery", NULL);
    g_auto (TvCliRunResult) no_folder = tv_cli_run (NULL, "create", NULL);
    g_auto (TvCliRunResult) no_book = tv_cli_run (NULL, "list", NULL);
    g_auto (TvCliRunResult) no_such_list = tv_cli_run (NULL, "list", "/nowhere", "teachers", NULL);

    assert_outcome (&no_name, 2, "--school");
    assert_outcome (&empty_name, 2, "--school");
    assert_outcome (&no_level, 2, "--level");
    assert_outcome (&no_such_level, 2, "nursery");
    assert_outcome (&no_folder, 2, "create BOOK --school NAME --level LEVEL");
    assert_outcome (&no_book, 2, "BOOK");
    assert_outcome (&no_such_list, 2, "teachers");
}

static void
assert_list (const char *folder, const char *name, const char *header, guint n_lines)
{
    g_auto (TvCliRunResult) run = tv_cli_run (NULL, "list", folder, name, NULL);
    g_auto (GStrv) lines = NULL;

    assert_outcome (&run, 0, NULL);
    lines = g_strsplit (run.output, "\n", -1);
    g_assert_cmpstr (lines[0], ==, header);
    g_assert_cmpuint (g_strv_length (lines), ==, n_lines + 2);
}

static void
test_list (void)
{
    g_autofree char *folder = tv_cli_run_make_folder ();
    g_auto (TvCliRunResult) run = create (folder);

    assert_outcome (&run, 0, NULL);
    assert_list (folder, "students",
                 "uid,name,sex,birth_date,class,status,personal_number,ministry_code", 0);
    assert_list (folder, "classes", "uid,year,name,grade,students", 0);
    assert_list (folder, "rounds", "code,name,kind,first_day,last_day,closed", 0);
    assert_list (folder, "measurements",
                 "student_uid,name,class,round,date,weight_kg,height_cm,measured,state,doubts,"
                 "waz,haz,whz,baz",
                 0);
    /* Lists of children, and this one, are entered in the history themselves. */
    assert_list (folder, "history", "sequence,time,person,device,kind,undo_of,undone,records", 5);
    tv_cli_run_remove_folder (folder);
}

static void
assert_history (const char *folder, const char *option, guint n_lines)
{
    g_auto (TvCliRunResult) run = tv_cli_run (NULL, "list", folder, "history", option, NULL);
    g_auto (GStrv) lines = NULL;

    assert_outcome (&run, 0, NULL);
    lines = g_strsplit (run.output, "\n", -1);
    g_assert_cmpuint (g_strv_length (lines), ==, n_lines + 2);
}

/* The history can be narrowed as on its page; what the book does not know is said. */
static void
test_list_history (void)
{
    g_autofree char *folder = tv_cli_run_make_folder ();
    g_auto (TvCliRunResult) run = create (folder);
    g_auto (TvCliRunResult) no_child
        = tv_cli_run (NULL, "list", folder, "history", "--child=000", NULL);
    g_auto (TvCliRunResult) no_person
        = tv_cli_run (NULL, "list", folder, "history", "--person=Không Ai", NULL);
    g_auto (TvCliRunResult) no_day
        = tv_cli_run (NULL, "list", folder, "history", "--from=5/10/2026", NULL);
    g_auto (TvCliRunResult) no_history
        = tv_cli_run (NULL, "list", folder, "students", "--kind=measure", NULL);

    assert_outcome (&run, 0, NULL);
    assert_outcome (&no_child, 1, "000");
    assert_outcome (&no_person, 1, "Không Ai");
    assert_outcome (&no_day, 2, "5/10/2026");
    assert_outcome (&no_history, 2, "history");
    assert_history (folder, "--kind=create", 2);
    assert_history (folder, "--kind=measure", 0);
    assert_history (folder, "--until=2000-01-01", 0);
    /* Each of the six questions was entered before it was answered, this one too. */
    assert_history (folder, "--from=2000-01-01", 2 + 6);
    tv_cli_run_remove_folder (folder);
}

/* Changes one letter of the school's name in the file, past the program. */
static void
change_a_letter (const char *folder)
{
    g_autofree char *path = g_build_filename (folder, "book.db", NULL);
    g_autofree char *content = NULL;
    g_autoptr (GError) error = NULL;
    const char *name = "non Thử";
    gsize size, i = 0;

    g_file_get_contents (path, &content, &size, &error);
    g_assert_no_error (error);
    while (i + strlen (name) < size && memcmp (content + i, name, strlen (name)) != 0)
        i++;
    g_assert_cmpuint (i + strlen (name), <, size);
    content[i] = 'N';
    g_file_set_contents (path, content, (gssize) size, &error);
    g_assert_no_error (error);
}

static void
test_check (void)
{
    g_autofree char *folder = tv_cli_run_make_folder ();
    g_auto (TvCliRunResult) made = create (folder);
    g_auto (TvCliRunResult) sound = tv_cli_run (NULL, "check", folder, NULL);
    g_auto (TvCliRunResult) altered = { 0 };
    g_auto (TvCliRunResult) missing = tv_cli_run (NULL, "check", "/nowhere", NULL);

    assert_outcome (&made, 0, NULL);
    assert_outcome (&sound, 0, NULL);
    g_assert_nonnull (strstr (sound.output, "The file is whole"));
    assert_outcome (&missing, 1, "no record book");
    change_a_letter (folder);
    altered = tv_cli_run (NULL, "check", folder, NULL);
    assert_outcome (&altered, 1, NULL);
    g_assert_nonnull (strstr (altered.output, "wrong"));
    tv_cli_run_remove_folder (folder);
}

static void
test_refusals (void)
{
    g_autofree char *folder = tv_cli_run_make_folder ();
    g_autofree char *path = g_build_filename (folder, "book.db", NULL);
    g_auto (TvCliRunResult) none = tv_cli_run (NULL, "list", folder, "students", NULL);
    g_auto (TvCliRunResult) other = { 0 };
    g_auto (TvCliRunResult) inside = { 0 };

    assert_outcome (&none, 1, "no record book");
    g_assert_true (g_file_set_contents (path, "họ tên;lớp\n", -1, NULL));
    other = tv_cli_run (NULL, "list", folder, "students", NULL);
    assert_outcome (&other, 1, "another program");
    g_assert_cmpstr (other.output, ==, "");
    inside = create (path);
    assert_outcome (&inside, 1, "read-only");
    tv_cli_run_remove_folder (folder);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/cli/book/create", test_create);
    g_test_add_func ("/cli/book/usage", test_usage);
    g_test_add_func ("/cli/book/list", test_list);
    g_test_add_func ("/cli/book/list-history", test_list_history);
    g_test_add_func ("/cli/book/check", test_check);
    g_test_add_func ("/cli/book/refusals", test_refusals);
    return g_test_run ();
}
