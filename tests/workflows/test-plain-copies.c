/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies that lie in plain beside a protected book are told, the unfinished ones too. */

#include "tv-test-book.h"
#include "tv-test-result.h"

#include "workflows/tv-plain-copies.h"

#include <glib/gstdio.h>

#define PLAIN "SQLite format 3"
#define NOISE "9f8a7b6c5d4e3f2a1b0c"

static const struct {
    const char *name;
    const char *content;
    gboolean is_told;
} files[] = {
    { "backups/a.tvbackup", PLAIN, TRUE },
    { "backups/b.tvbackup.unfinished", PLAIN, TRUE },
    { "book-version-1.db", PLAIN, TRUE },
    { "book-version-1.db.unfinished", PLAIN, TRUE },
    { "backups/c.tvbackup", NOISE, FALSE },
    { "backups/last", PLAIN, FALSE },
    { "book.db", NOISE, FALSE },
    { "people", PLAIN, FALSE },
};

static void
check_list (const char *folder, guint n_expected)
{
    GAsyncResult *pending = NULL;
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GPtrArray) names = NULL;
    g_autoptr (GError) error = NULL;

    tv_plain_copies_list_async (folder, tv_test_keep_result, &pending);
    result = tv_test_take_result (&pending);
    names = tv_plain_copies_list_finish (result, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (names->len, ==, n_expected);
    for (guint i = 0; i < n_expected; i++)
        g_assert_cmpstr (g_ptr_array_index (names, i), ==, files[i].name);
}

static void
test_told_and_deleted (void)
{
    g_autofree char *folder = tv_test_folder_new ();
    g_autofree char *backups = g_build_filename (folder, "backups", NULL);
    GAsyncResult *pending = NULL;
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (g_mkdir (backups, 0700), ==, 0);
    for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
        g_autofree char *path = g_build_filename (folder, files[i].name, NULL);

        g_assert_true (g_file_set_contents (path, files[i].content, sizeof PLAIN, &error));
    }
    check_list (folder, 4);
    tv_plain_copies_delete_async (folder, tv_test_keep_result, &pending);
    result = tv_test_take_result (&pending);
    g_assert_true (tv_plain_copies_delete_finish (result, &error));
    g_assert_no_error (error);
    check_list (folder, 0);
    for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
        g_autofree char *path = g_build_filename (folder, files[i].name, NULL);

        g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) != files[i].is_told);
    }
    tv_test_folder_remove (folder);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/workflows/plain-copies", test_told_and_deleted);
    return g_test_run ();
}
