/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* tamvoc-cli chart from outside: a practice school's class and child into files, and every way to
 * ask for what there is not. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct {
    char *folder;
    char *book;
    char *output;
} Fixture;

/* Runs the program and returns how it ended; @errors gets what it said. */
static int
run (char **errors, ...)
{
    g_autoptr (GPtrArray) argv = g_ptr_array_new ();
    g_autoptr (GSubprocess) process = NULL;
    g_autoptr (GError) error = NULL;
    const char *argument;
    va_list arguments;

    g_ptr_array_add (argv, (char *) g_getenv ("TV_CLI"));
    va_start (arguments, errors);
    while ((argument = va_arg (arguments, const char *)))
        g_ptr_array_add (argv, (char *) argument);
    va_end (arguments);
    g_ptr_array_add (argv, (char *) "--language=en");
    g_ptr_array_add (argv, NULL);
    process = g_subprocess_newv ((const char *const *) argv->pdata,
                                 G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                                 &error);
    g_assert_no_error (error);
    g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, errors, &error);
    g_assert_no_error (error);
    g_assert_true (g_subprocess_get_if_exited (process));
    return g_subprocess_get_exit_status (process);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
    g_autofree char *errors = NULL;

    fixture->folder = g_dir_make_tmp ("tamvoc-XXXXXX", NULL);
    fixture->book = g_build_filename (fixture->folder, "book", NULL);
    fixture->output = g_build_filename (fixture->folder, data, NULL);
    g_assert_cmpint (run (&errors, "demo", fixture->book, "--level=kindergarten", "--students=60",
                          "--seed=5", "--as-of=2026-11-20", NULL),
                     ==, 0);
}

static void
remove_tree (const char *path)
{
    g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
    const char *name;

    while (dir && (name = g_dir_read_name (dir))) {
        g_autofree char *inner = g_build_filename (path, name, NULL);

        remove_tree (inner);
    }
    g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
    remove_tree (fixture->folder);
    g_free (fixture->folder);
    g_free (fixture->book);
    g_free (fixture->output);
}

/* The first class of the practice school. */
#define CLASS "--class=Mẫu giáo bé C1"

static void
test_class (Fixture *fixture, gconstpointer data)
{
    g_autofree char *output = g_strconcat ("--output=", fixture->output, NULL);
    g_autofree char *errors = NULL;
    g_autofree char *content = NULL;

    g_assert_cmpint (run (&errors, "chart", fixture->book, CLASS, "--measure=z", output, NULL), ==,
                     0);
    g_assert_cmpstr (errors, ==, "");
    g_assert_true (g_file_get_contents (fixture->output, &content, NULL, NULL));
    g_assert_true (g_str_has_prefix (content, "%PDF-"));
}

static void
test_picture (Fixture *fixture, gconstpointer data)
{
    g_autofree char *output = g_strconcat ("--output=", fixture->output, NULL);
    g_autofree char *errors = NULL;

    g_assert_cmpint (run (&errors, "chart", fixture->book, CLASS, output, NULL), ==, 1);
    g_assert_nonnull (strstr (errors, "A picture holds one chart."));
    g_assert_false (g_file_test (fixture->output, G_FILE_TEST_EXISTS));
}

static void
test_wrong_use (Fixture *fixture, gconstpointer data)
{
    g_autofree char *output = g_strconcat ("--output=", fixture->output, NULL);
    static const char *const cases[][3] = {
        { "--student=1", CLASS, "Name either a child by --student or a class by --class." },
        { CLASS, "--measure=size", "There is no chart of “size”." },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *errors = NULL;

        g_assert_cmpint (
            run (&errors, "chart", fixture->book, cases[i][0], cases[i][1], output, NULL), ==, 2);
        g_assert_nonnull (strstr (errors, cases[i][2]));
    }
    {
        g_autofree char *errors = NULL;

        g_assert_cmpint (run (&errors, "chart", fixture->book, CLASS, NULL), ==, 2);
        g_assert_nonnull (strstr (errors, "Name the file to write by --output."));
    }
}

static void
test_not_there (Fixture *fixture, gconstpointer data)
{
    g_autofree char *output = g_strconcat ("--output=", fixture->output, NULL);
    g_autofree char *errors = NULL;
    g_autofree char *more_errors = NULL;

    g_assert_cmpint (run (&errors, "chart", fixture->book, "--class=9Z", output, NULL), ==, 1);
    g_assert_nonnull (strstr (errors, "There is no class “9Z” in this record book."));
    g_assert_cmpint (run (&more_errors, "chart", fixture->folder, CLASS, output, NULL), ==, 1);
    g_assert_nonnull (strstr (more_errors, "There is no record book in that folder."));
}

#define ADD(path, file, function) g_test_add (path, Fixture, file, set_up, function, tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    ADD ("/cli/chart/class", "class.pdf", test_class);
    ADD ("/cli/chart/picture", "class.png", test_picture);
    ADD ("/cli/chart/wrong-use", "chart.pdf", test_wrong_use);
    ADD ("/cli/chart/not-there", "chart.pdf", test_not_there);
    return g_test_run ();
}
