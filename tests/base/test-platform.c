/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the machine tells of a path: where it really leads, and on what kind of disk. */

#include "base/tv-platform.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void
assert_real (const char *path, const char *expected)
{
    g_autofree char *real = tv_platform_real_path (path);

    g_assert_cmpstr (real, ==, expected);
}

/* A link and what it leads to are one place, also for what does not stand yet. */
static void
test_real_path (void)
{
    g_autofree char *made = g_dir_make_tmp ("tv-platform-XXXXXX", NULL);
    g_autofree char *parent = tv_platform_real_path (made);
    g_autofree char *book = g_build_filename (parent, "book", NULL);
    g_autofree char *link = g_build_filename (parent, "link", NULL);
    g_autofree char *winding = g_build_filename (parent, "link", "..", "link", ".", NULL);
    g_autofree char *new_book = g_build_filename (book, "a", "b", NULL);
    g_autofree char *new_by_link = g_build_filename (link, "a", "b", NULL);

    g_assert_cmpint (g_mkdir (book, 0700), ==, 0);
    g_assert_cmpint (symlink ("book", link), ==, 0);
    assert_real (book, book);
    assert_real (link, book);
    assert_real (winding, book);
    assert_real (new_by_link, new_book);
    assert_real ("/", "/");
    assert_real ("/no-such-folder/book", "/no-such-folder/book");
    g_assert_cmpint (g_unlink (link), ==, 0);
    g_assert_cmpint (g_rmdir (book), ==, 0);
    g_assert_cmpint (g_rmdir (parent), ==, 0);
}

static void
test_file_system (void)
{
    g_autofree char *of_proc = tv_platform_file_system ("/proc");
    g_autofree char *of_nothing = tv_platform_file_system ("/no-such-folder");

#ifdef __linux__
    g_assert_cmpstr (of_proc, ==, "proc");
#endif
    g_assert_null (of_nothing);
}

/* A child that crashes on purpose leaves nothing. */
static void
test_no_core_dump (void)
{
    int status;
    pid_t child = fork ();

    g_assert_cmpint (child, >=, 0);
    if (child == 0) {
        tv_platform_forbid_core_dumps ();
        signal (SIGABRT, SIG_DFL);
        kill (getpid (), SIGABRT);
        _exit (1);
    }
    g_assert_cmpint (waitpid (child, &status, 0), ==, child);
    g_assert_true (WIFSIGNALED (status));
    g_assert_false (WCOREDUMP (status));
}

/* What a confined process may no more: start one, write a file, spend time without end. */
static void
test_confined (void)
{
    g_autofree char *path = NULL;
    int file = g_file_open_tmp ("tv-platform-XXXXXX", &path, NULL);
    int status;
    pid_t child = fork ();

    g_assert_cmpint (child, >=, 0);
    if (child == 0) {
        tv_platform_confine (G_MAXSIZE, 1);
        signal (SIGXFSZ, SIG_IGN);
        signal (SIGXCPU, SIG_DFL);
        if (write (file, "a", 1) >= 0)
            _exit (1);
        for (volatile guint64 i = 0; i < G_MAXUINT64; i++)
            ;
    }
    g_assert_cmpint (waitpid (child, &status, 0), ==, child);
    g_assert_true (WIFSIGNALED (status));
    g_assert_true (WTERMSIG (status) == SIGXCPU || WTERMSIG (status) == SIGKILL);
    close (file);
    g_unlink (path);
}

static void
test_open_bytes (void)
{
    g_autoptr (GBytes) bytes = g_bytes_new_static ("nội dung", strlen ("nội dung"));
    g_autoptr (GError) error = NULL;
    int file = tv_platform_open_bytes (bytes, &error);
    char text[32] = { 0 };

    g_assert_no_error (error);
    g_assert_cmpint (read (file, text, sizeof text), ==, g_bytes_get_size (bytes));
    g_assert_cmpstr (text, ==, "nội dung");
    close (file);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/platform/real-path", test_real_path);
    g_test_add_func ("/platform/file-system", test_file_system);
    g_test_add_func ("/platform/no-core-dump", test_no_core_dump);
    g_test_add_func ("/platform/confined", test_confined);
    g_test_add_func ("/platform/open-bytes", test_open_bytes);
    return g_test_run ();
}
