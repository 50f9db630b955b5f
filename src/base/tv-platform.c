/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one place for calls that differ between operating systems: permissions and the machine's
 * name. */

#include "base/tv-platform.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

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
 * tv_platform_sync:
 * @path: of a file or a folder
 *
 * Waits until what it holds is on the disk and not only on its way there; of a folder that is which
 * files are in it.
 *
 * Returns: whether it is; errno says why not
 */
gboolean
tv_platform_sync (const char *path)
{
    int file = g_open (path, O_RDONLY | O_CLOEXEC, 0);
    gboolean is_synced = file >= 0 && g_fsync (file) == 0;

    if (file >= 0)
        close (file);
    return is_synced;
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
