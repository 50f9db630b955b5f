/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The files of a book before the engine opens them. */

#include "store/tv-store-file.h"

#include "base/tv-platform.h"
#include "store/tv-store-error.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

G_DEFINE_QUARK (tv_store_error_quark, tv_store_error)

static TvStoreError
get_meaning (GIOErrorEnum code)
{
    switch (code) {
    case G_IO_ERROR_NO_SPACE:
        return TV_STORE_ERROR_FULL;
    case G_IO_ERROR_PERMISSION_DENIED:
    case G_IO_ERROR_READ_ONLY:
    case G_IO_ERROR_NOT_DIRECTORY:
    case G_IO_ERROR_EXISTS:
        return TV_STORE_ERROR_READ_ONLY;
    case G_IO_ERROR_NOT_FOUND:
        return TV_STORE_ERROR_NOT_FOUND;
    default:
        return TV_STORE_ERROR_FAILED;
    }
}

/**
 * tv_store_file_set_error:
 * @error: (nullable): where to
 * @path: of the file or folder with which something went wrong
 * @number: the errno of it
 *
 * Says it as a #TvStoreError.
 */
void
tv_store_file_set_error (GError **error, const char *path, int number)
{
    g_set_error (error, TV_STORE_ERROR, get_meaning (g_io_error_from_errno (number)), "%s: %s",
                 path, g_strerror (number));
}

/**
 * tv_store_file_make_folder:
 * @path: a folder; its parents are made too
 * @error: (nullable): a #TvStoreError
 *
 * Returns: whether it is there; one that is made can be looked into by its owner alone
 */
gboolean
tv_store_file_make_folder (const char *path, GError **error)
{
    if (g_mkdir_with_parents (path, 0700) == 0)
        return TRUE;
    tv_store_file_set_error (error, path, errno);
    return FALSE;
}

/**
 * tv_store_file_make_private:
 * @path: a file that may stand already, which is then left as it is
 * @error: (nullable): a #TvStoreError
 *
 * The engine would make a file that others can read; this way no moment passes in which they do.
 *
 * Returns: whether there is a file
 */
gboolean
tv_store_file_make_private (const char *path, GError **error)
{
    g_autoptr (GFile) file = g_file_new_for_path (path);
    g_autoptr (GError) own_error = NULL;
    g_autoptr (GFileOutputStream) stream
        = g_file_create (file, G_FILE_CREATE_PRIVATE, NULL, &own_error);

    if (stream)
        return TRUE;
    if (g_error_matches (own_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
        return TRUE;
    g_set_error (error, TV_STORE_ERROR, get_meaning (own_error->code), "%s: %s", path,
                 own_error->message);
    return FALSE;
}

/* A file system that cannot sync a folder has put the name where it can. */
static gboolean
sync_name (const char *path)
{
    g_autofree char *folder = g_path_get_dirname (path);

    return tv_platform_sync (folder) || errno == EINVAL || errno == ENOSYS || errno == ENOTSUP;
}

/**
 * tv_store_file_move:
 * @from: a file whose content is on the disk
 * @to: its new name in the same folder
 * @error: (nullable): a #TvStoreError
 *
 * Never takes the place of another file; a file that cannot be moved is removed.
 *
 * Returns: whether it has its new name now, also after a power cut
 */
gboolean
tv_store_file_move (const char *from, const char *to, GError **error)
{
    g_autoptr (GFile) source = g_file_new_for_path (from);
    g_autoptr (GFile) target = g_file_new_for_path (to);
    g_autoptr (GError) own_error = NULL;

    if (g_file_move (source, target, G_FILE_COPY_NO_FALLBACK_FOR_MOVE, NULL, NULL, NULL,
                     &own_error)) {
        if (sync_name (to))
            return TRUE;
        tv_store_file_set_error (error, to, errno);
        return FALSE;
    }
    g_unlink (from);
    g_set_error (error, TV_STORE_ERROR, get_meaning (own_error->code), "%s: %s", to,
                 own_error->message);
    return FALSE;
}

/**
 * tv_store_file_read_small:
 * @path: of a file of whatever origin
 * @most: how many bytes it may have
 * @size: (out): how many it has
 * @error: (nullable): TV_STORE_ERROR_NOT_FOUND, or TV_STORE_ERROR_FAILED where it is no file or a
 *   longer one
 *
 * What somebody put in the place of a small file is not waited for and does not fill the memory.
 *
 * Returns: (transfer full) (nullable): what it holds, and a zero byte behind it
 */
char *
tv_store_file_read_small (const char *path, gsize most, gsize *size, GError **error)
{
    g_autoptr (GError) own_error = NULL;
    GStatBuf status;
    char *text = NULL;

    if (g_stat (path, &status) != 0) {
        tv_store_file_set_error (error, path, errno);
        return NULL;
    }
    if (!g_file_test (path, G_FILE_TEST_IS_REGULAR) || (guint64) status.st_size > most) {
        g_set_error (error, TV_STORE_ERROR, TV_STORE_ERROR_FAILED, "%s: not a small file", path);
        return NULL;
    }
    if (!g_file_get_contents (path, &text, size, &own_error))
        g_set_error (error, TV_STORE_ERROR,
                     get_meaning (g_io_error_from_file_error (own_error->code)), "%s: %s", path,
                     own_error->message);
    return text;
}

/**
 * tv_store_file_replace:
 * @path: of a file that may stand already
 * @bytes: (array length=size): what it is to hold
 * @size: how many
 * @error: (nullable): a #TvStoreError; the file there stays as it was
 *
 * Only its owner can read it, and a power cut leaves the file of before or the whole new one.
 *
 * Returns: whether it is on the disk
 */
gboolean
tv_store_file_replace (const char *path, const char *bytes, gsize size, GError **error)
{
    g_autoptr (GError) own_error = NULL;

    if (g_file_set_contents_full (path, bytes, (gssize) size,
                                  G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                  0600, &own_error))
        return TRUE;
    g_set_error (error, TV_STORE_ERROR, get_meaning (g_io_error_from_file_error (own_error->code)),
                 "%s: %s", path, own_error->message);
    return FALSE;
}

/**
 * tv_store_file_take_place:
 * @from: a file whose content is on the disk
 * @to: the file in the same folder that it replaces
 * @error: (nullable): a #TvStoreError; both are as they were
 *
 * Returns: whether @to is the new file now, also after a power cut
 */
gboolean
tv_store_file_take_place (const char *from, const char *to, GError **error)
{
    if (g_rename (from, to) == 0 && sync_name (to))
        return TRUE;
    tv_store_file_set_error (error, to, errno);
    return FALSE;
}
