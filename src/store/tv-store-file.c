/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The files of a book before the engine opens them. */

#include "store/tv-store-file.h"

#include "store/tv-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>

G_DEFINE_QUARK (tv_store_error_quark, tv_store_error)

static TvStoreError
get_meaning (int number)
{
    switch (number) {
    case ENOSPC:
#ifdef EDQUOT
    case EDQUOT:
#endif
        return TV_STORE_ERROR_FULL;
    case EACCES:
    case EPERM:
    case EROFS:
    case ENOTDIR:
    case EEXIST:
        return TV_STORE_ERROR_READ_ONLY;
    case ENOENT:
        return TV_STORE_ERROR_NOT_FOUND;
    default:
        return TV_STORE_ERROR_FAILED;
    }
}

/**
 * tv_store_set_errno_error:
 * @error: (nullable): where to
 * @number: what errno was
 * @path: the file it is about
 */
void
tv_store_set_errno_error (GError **error, int number, const char *path)
{
    g_set_error (error, TV_STORE_ERROR, get_meaning (number), "%s: %s", path, g_strerror (number));
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
    int file = g_open (path, O_CREAT | O_EXCL | O_RDWR, 0600);

    if (file >= 0)
        return g_close (file, error);
    if (errno == EEXIST)
        return TRUE;
    tv_store_set_errno_error (error, errno, path);
    return FALSE;
}
