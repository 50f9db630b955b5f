/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one place for calls that differ between operating systems: permissions and the machine's
 * name. */

#include "base/tv-platform.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/**
 * tv_platform_make_private_folder:
 * @path: a folder; its parents are made too
 * @error: (nullable): a #GFileError
 *
 * Returns: whether @path is there and only its owner can look into it
 */
gboolean
tv_platform_make_private_folder (const char *path, GError **error)
{
    if (g_mkdir_with_parents (path, 0700) == 0)
        return TRUE;
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", path,
                 g_strerror (errno));
    return FALSE;
}

/**
 * tv_platform_make_private_file:
 * @path: a file that stands
 *
 * Lets only the owner read and write it; a file system without permissions is left as it is.
 */
void
tv_platform_make_private_file (const char *path)
{
    if (g_chmod (path, 0600) != 0)
        g_debug ("%s: %s", path, g_strerror (errno));
}

/**
 * tv_platform_write_private_file:
 * @path: where to
 * @data: (array length=size): what
 * @size: how many bytes
 * @error: (nullable): a #GFileError
 *
 * Writes the whole file or leaves the one that stood there.
 *
 * Returns: whether it was written
 */
gboolean
tv_platform_write_private_file (const char *path, const char *data, gsize size, GError **error)
{
    return g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT,
                                     0600, error);
}

/**
 * tv_platform_can_write:
 * @path: a file that stands
 *
 * Returns: whether whoever runs the program may write in it
 */
gboolean
tv_platform_can_write (const char *path)
{
#ifdef G_OS_UNIX
    return faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) == 0;
#else
    return g_access (path, W_OK) == 0;
#endif
}

/**
 * tv_platform_machine_name:
 *
 * Returns: (transfer full): what this machine calls itself, for the history
 */
char *
tv_platform_machine_name (void)
{
    return g_utf8_make_valid (g_get_host_name (), -1);
}
