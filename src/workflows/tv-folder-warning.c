/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to be said of a folder that is not on this machine alone: a book is damaged by it, and
 * children's records in a company's hands are a transfer under the law on personal data. It is a
 * warning; whoever reads it decides. */

#include "workflows/tv-folder-warning.h"

#include <glib/gi18n.h>

typedef struct {
    char *folder;
    TvFolderUse use;
} Request;

static void
free_request (Request *self)
{
    g_free (self->folder);
    g_free (self);
}

/* Translators: in all of these the first %s is a service such as "OneDrive", the last %s what the
 * folder is known by, such as ".dropbox" or "nfs4". */
static char *
write_for_book (const TvFolderKind *kind)
{
    if (kind->place == TV_FOLDER_ON_NETWORK)
        return g_strdup_printf (
            _ ("This record book lies on a network drive (known by “%s”). There it can be damaged "
               "when two computers open it or the network fails. Keep it on this computer, and "
               "only its backups on the network."),
            kind->sign);
    return g_strdup_printf (
        _ ("This record book lies in a folder of %s (known by “%s”). Synchronising can damage it, "
           "and the children’s records leave this computer. Move the folder out of there while the "
           "program is closed, then open it again."),
        kind->service, kind->sign);
}

static char *
write_for_backup (const TvFolderKind *kind)
{
    if (kind->place == TV_FOLDER_ON_NETWORK)
        return g_strdup_printf (
            _ ("This backup place is a network drive (known by “%s”). Whoever can read it can copy "
               "the backups; protect the record book by a password, and see that the drive is "
               "there when the program is closed."),
            kind->sign);
    return g_strdup_printf (
        _ ("This backup place is a folder of %s (known by “%s”): the backups will be copied out of "
           "this computer. Ask your school whether children’s records may be kept there, and "
           "protect the record book by a password first."),
        kind->service, kind->sign);
}

/**
 * tv_folder_warning_write:
 * @kind: where a folder lies
 * @use: what it is for
 *
 * Returns: (transfer full) (nullable): whole sentences in the chosen language; %NULL where there is
 *   nothing to warn of
 */
char *
tv_folder_warning_write (const TvFolderKind *kind, TvFolderUse use)
{
    g_return_val_if_fail (kind, NULL);
    if (kind->place == TV_FOLDER_ON_THIS_MACHINE)
        return NULL;
    return use == TV_FOLDER_FOR_BOOK ? write_for_book (kind) : write_for_backup (kind);
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    const Request *request = data;
    g_autoptr (TvFolderKind) kind = tv_folder_kind_look (request->folder);

    g_task_return_pointer (task, tv_folder_warning_write (kind, request->use), g_free);
}

/**
 * tv_folder_warning_async:
 * @folder: a place, which need not stand yet
 * @use: what it is for
 * @cancellable: (nullable): makes the answer %NULL
 * @callback: called in this thread's main context
 * @user_data: handed to @callback
 *
 * Looks where the folder lies. End it with tv_folder_warning_finish().
 */
void
tv_folder_warning_async (const char *folder, TvFolderUse use, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
    Request *request = g_new0 (Request, 1);

    g_return_if_fail (folder);
    request->folder = g_strdup (folder);
    request->use = use;
    g_task_set_source_tag (task, tv_folder_warning_async);
    g_task_set_task_data (task, request, (GDestroyNotify) free_request);
    g_task_run_in_thread (task, look_thread);
}

/**
 * tv_folder_warning_finish:
 *
 * Returns: (transfer full) (nullable): as tv_folder_warning_write()
 */
char *
tv_folder_warning_finish (GAsyncResult *result)
{
    g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
    return g_task_propagate_pointer (G_TASK (result), NULL);
}
