/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one place for calls that differ between operating systems: permissions, what lies on the disk
 * and on what kind of disk, the machine's name, and the limits of a process. */

#define _GNU_SOURCE /* memfd_create() */

#include "base/tv-platform.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#ifdef G_OS_UNIX
#include <sys/resource.h>
#endif
#include <unistd.h>
#ifdef __linux__
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#endif

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

/**
 * tv_platform_real_path:
 * @path: of a file or folder, which need not stand
 *
 * Returns: (transfer full): the one absolute path to it, without links as far as it stands
 */
char *
tv_platform_real_path (const char *path)
{
    g_autofree char *whole = g_canonicalize_filename (path, NULL);
    g_autofree char *parent = NULL, *name = NULL, *real_parent = NULL;
    char *real = NULL;

#ifdef G_OS_UNIX
    real = realpath (whole, NULL);
#endif
    if (real)
        return real;
    parent = g_path_get_dirname (whole);
    if (g_str_equal (parent, whole))
        return g_steal_pointer (&whole);
    name = g_path_get_basename (whole);
    real_parent = tv_platform_real_path (parent);
    return g_build_filename (real_parent, name, NULL);
}

#ifdef __linux__
/* The numbers are those of the kernel's own files, statfs(2) lists them. All of FUSE has one. */
static const struct {
    guint32 magic;
    const char *name;
} file_systems[] = {
    { 0x00006969, "nfs" },    { 0xff534d42, "cifs" },     { 0xfe534d42, "smb3" },
    { 0x0000517b, "smbfs" },  { 0x01021997, "9p" },       { 0x65735546, "fuse" },
    { 0x00c36400, "ceph" },   { 0x5346414f, "afs" },      { 0x6b414653, "afs" },
    { 0x73757245, "coda" },   { 0x0000564c, "ncpfs" },    { 0x786f4256, "vboxsf" },
    { 0xbacbacbc, "vmhgfs" }, { 0x0bd00bd0, "lustre" },   { 0x01161970, "gfs2" },
    { 0x7461636f, "ocfs2" },  { 0x6a656a63, "virtiofs" }, { 0x19830326, "beegfs" },
};

static char *
ask_number (const char *path)
{
    struct statfs facts;

    if (statfs (path, &facts) != 0)
        return NULL;
    for (guint i = 0; i < G_N_ELEMENTS (file_systems); i++) {
        if (file_systems[i].magic == (guint32) facts.f_type)
            return g_strdup (file_systems[i].name);
    }
    return NULL;
}

/* A line of the list is "36 35 98:0 /root /where options - type source more". */
static char *
read_mount_line (const char *line, const char *device)
{
    g_auto (GStrv) words = g_strsplit (line, " ", -1);
    guint n_words = g_strv_length (words);

    if (n_words < 7 || !g_str_equal (words[2], device))
        return NULL;
    for (guint i = 6; i + 1 < n_words; i++) {
        if (g_str_equal (words[i], "-"))
            return g_strdup (words[i + 1]);
    }
    return NULL;
}

/* Only the list of what is mounted tells one FUSE from another. */
static char *
ask_mounts (const char *path)
{
    g_autofree char *mounts = NULL, *device = NULL;
    g_auto (GStrv) lines = NULL;
    struct stat facts;
    char *type = NULL;

    if (stat (path, &facts) != 0
        || !g_file_get_contents ("/proc/self/mountinfo", &mounts, NULL, NULL))
        return NULL;
    device = g_strdup_printf ("%u:%u", major (facts.st_dev), minor (facts.st_dev));
    lines = g_strsplit (mounts, "\n", -1);
    for (guint i = 0; lines[i] && !type; i++)
        type = read_mount_line (lines[i], device);
    return type;
}
#endif

/**
 * tv_platform_file_system:
 * @path: of a folder that stands
 *
 * May wait for a server that is slow to answer.
 *
 * Returns: (transfer full) (nullable): what kind of file system it lies on, as the kernel names it:
 *   "ext4", "nfs4", "fuse.sshfs"; %NULL where nobody can tell
 */
char *
tv_platform_file_system (const char *path)
{
    char *type = NULL;

#ifdef __linux__
    type = ask_mounts (path);
    if (!type)
        type = ask_number (path);
#endif
    return type;
}

/**
 * tv_platform_forbid_core_dumps:
 *
 * A program that crashes may leave all it had in memory in a file, the children's names too. A
 * limit of one byte, unlike none, also keeps what is written through a pipe to a collector of such
 * files.
 */
void
tv_platform_forbid_core_dumps (void)
{
#ifdef G_OS_UNIX
    const struct rlimit limit = { 1, 1 };

    setrlimit (RLIMIT_CORE, &limit);
#endif
}

#ifdef G_OS_UNIX
static void
set_limit (int what, rlim_t value)
{
    const struct rlimit limit = { value, value };

    setrlimit (what, &limit);
}
#endif

/**
 * tv_platform_confine:
 * @n_bytes: memory that is enough
 * @n_seconds: of the processor's time that are enough
 *
 * For a program whose one work is a stranger's file: from here on it gets no more than that, puts
 * no byte into a file, starts no other process, gains no right by what it might become, and ends
 * with the program that started it. Root may start processes all the same. Where the sanitizers are
 * built in, which ask for much memory that they never use, memory is not limited.
 */
void
tv_platform_confine (gsize n_bytes, guint n_seconds)
{
    tv_platform_forbid_core_dumps ();
#ifdef G_OS_UNIX
    set_limit (RLIMIT_CPU, n_seconds);
    set_limit (RLIMIT_FSIZE, 0);
    set_limit (RLIMIT_NPROC, 0);
    set_limit (RLIMIT_NOFILE, 16);
#ifndef TV_HAS_SANITIZERS
    set_limit (RLIMIT_AS, n_bytes);
#endif
#endif
#ifdef __linux__
    prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl (PR_SET_PDEATHSIG, 9, 0, 0, 0);
#endif
}

/* A file that has no name any more. */
static int
open_nameless (GError **error)
{
    g_autofree char *path = NULL;
    int file;

#ifdef __linux__
    file = memfd_create ("tamvoc", MFD_CLOEXEC);
    if (file >= 0)
        return file;
#endif
    file = g_file_open_tmp ("tamvoc-XXXXXX", &path, error);
    if (file >= 0)
        g_unlink (path);
    return file;
}

/**
 * tv_platform_open_bytes:
 * @bytes: what another process is to read
 * @error: G_FILE_ERROR
 *
 * Returns: an open file with them, at its begin, which lies in memory where the system can do that
 *   and under no name where it cannot; -1 on an error
 */
int
tv_platform_open_bytes (GBytes *bytes, GError **error)
{
    gsize size, n_written = 0;
    const guint8 *data = g_bytes_get_data (bytes, &size);
    int file = open_nameless (error);
    gssize n = 0;

    while (file >= 0 && n_written < size && (n >= 0 || errno == EINTR)) {
        n = write (file, data + n_written, size - n_written);
        n_written += (gsize) MAX (n, 0);
    }
    if (file < 0 || (n_written == size && lseek (file, 0, SEEK_SET) == 0))
        return file;
    g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                         "no memory for what another process is to read");
    close (file);
    return -1;
}
