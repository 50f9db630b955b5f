/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies that the program itself left in the folder of a book, by an upgrade or as backups, before
 * the book was protected. They are told and deleted only when somebody says so. */

#include "workflows/tv-plain-copies.h"

#include "store/tv-connection.h"

#include <glib/gstdio.h>
#include <string.h>

/* A power cut leaves one under its working name. */
static gboolean
is_copy (const char *name)
{
    g_autofree char *whole = g_strdup (name);

    if (g_str_has_suffix (whole, ".unfinished"))
        whole[strlen (whole) - strlen (".unfinished")] = '\0';
    return (g_str_has_suffix (whole, ".db") || g_str_has_suffix (whole, ".tvbackup"))
           && !g_str_equal (name, "book.db");
}

static void
add_plain (GPtrArray *names, const char *folder, const char *subfolder)
{
    g_autofree char *path = g_build_filename (folder, subfolder, NULL);
    g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
    const char *name;

    while (dir && (name = g_dir_read_name (dir))) {
        g_autofree char *file = g_build_filename (path, name, NULL);

        if (is_copy (name) && g_file_test (file, G_FILE_TEST_IS_REGULAR)
            && tv_engine_file_is_plain (file))
            g_ptr_array_add (names, *subfolder ? g_build_filename (subfolder, name, NULL)
                                               : g_strdup (name));
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
    return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list (const char *folder)
{
    GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

    add_plain (names, folder, "");
    add_plain (names, folder, "backups");
    g_ptr_array_sort (names, compare_names);
    return names;
}

static void
list_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    g_task_return_pointer (task, list (data), (GDestroyNotify) g_ptr_array_unref);
}

static void
delete_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    g_autoptr (GPtrArray) names = list (data);

    for (guint i = 0; i < names->len; i++) {
        g_autofree char *path = g_build_filename (data, g_ptr_array_index (names, i), NULL);
        g_autoptr (GFile) file = g_file_new_for_path (path);
        GError *error = NULL;

        if (!g_file_delete (file, NULL, &error)) {
            g_task_return_error (task, error);
            return;
        }
    }
    g_task_return_boolean (task, TRUE);
}

static void
start (const char *folder, GTaskThreadFunc work, GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

    g_task_set_task_data (task, g_strdup (folder), g_free);
    g_task_run_in_thread (task, work);
}

/**
 * tv_plain_copies_list_async:
 * @folder: of a protected book
 *
 * Ends with tv_plain_copies_list_finish().
 */
void
tv_plain_copies_list_async (const char *folder, GAsyncReadyCallback callback, gpointer user_data)
{
    start (folder, list_thread, callback, user_data);
}

/**
 * tv_plain_copies_list_finish:
 *
 * Returns: (transfer full) (nullable) (element-type utf8): their names within the folder
 */
GPtrArray *
tv_plain_copies_list_finish (GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
    return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tv_plain_copies_delete_async:
 * @folder: of a protected book
 *
 * Deletes all that tv_plain_copies_list_async() finds. Ends with tv_plain_copies_delete_finish().
 */
void
tv_plain_copies_delete_async (const char *folder, GAsyncReadyCallback callback, gpointer user_data)
{
    start (folder, delete_thread, callback, user_data);
}

gboolean
tv_plain_copies_delete_finish (GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
    return g_task_propagate_boolean (G_TASK (result), error);
}
