/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The engine's calls pass through to its own file system and are noted on the way. What the program
 * itself does to files without the engine (renaming, removing, syncing) is noted by standing in
 * front of the C library's functions of those names. */

#include "tv-torn-vfs.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

typedef struct {
    sqlite3_file base;
    char *name; /* NULL: a file that is not followed */
    sqlite3_file *real;
} TornFile;

static struct {
    GMutex mutex;
    sqlite3_vfs *real;
    sqlite3_vfs vfs;
    char *folder;
    GPtrArray *ops; /* NULL: nothing is noted */
    GHashTable *known;
    guint n_tried; /* writes, since failing was asked for */
    guint first_failure;
    guint n_failures;
    int failure;
} torn;

/* The engine's own calls of the C library are noted as calls of the engine. */
static _Thread_local gboolean is_inside;

/* ---- noting ---------------------------------------------------------------------------- */

static void
free_op (gpointer data)
{
    TvTornOp *self = data;

    g_free (self->name);
    g_free (self->to);
    g_clear_pointer (&self->bytes, g_bytes_unref);
    g_free (self);
}

static void
note (TvTornKind kind, const char *name, const char *to, gconstpointer bytes, gsize size,
      gint64 offset)
{
    TvTornOp *op = g_new0 (TvTornOp, 1);

    op->kind = kind;
    op->name = g_strdup (name);
    op->to = g_strdup (to);
    op->bytes = bytes ? g_bytes_new (bytes, size) : NULL;
    op->offset = offset;
    g_mutex_lock (&torn.mutex);
    if (torn.ops)
        g_ptr_array_add (torn.ops, op);
    else
        free_op (op);
    g_mutex_unlock (&torn.mutex);
}

/* The index of the journal lies in memory and is made anew after every start. */
static char *
name_to_follow (const char *path)
{
    gsize length = torn.folder ? strlen (torn.folder) : 0;

    if (length == 0 || !path || strncmp (path, torn.folder, length) != 0 || path[length] != '/'
        || g_str_has_suffix (path, "-shm") || strchr (path + length + 1, '/'))
        return NULL;
    return g_strdup (path + length + 1);
}

static gboolean
become_known (const char *name)
{
    gboolean is_new;

    g_mutex_lock (&torn.mutex);
    is_new = torn.known && g_hash_table_add (torn.known, g_strdup (name));
    g_mutex_unlock (&torn.mutex);
    return is_new;
}

static void
become_unknown (const char *name)
{
    g_mutex_lock (&torn.mutex);
    if (torn.known)
        g_hash_table_remove (torn.known, name);
    g_mutex_unlock (&torn.mutex);
}

static void
link_if_new (const char *name)
{
    if (become_known (name))
        note (TV_TORN_LINK, name, NULL, NULL, 0, 0);
}

/* What the program wrote without the engine. */
static void
note_content (const char *name)
{
    g_autofree char *path = g_build_filename (torn.folder, name, NULL);
    g_autofree char *bytes = NULL;
    gsize size;

    if (!g_file_get_contents (path, &bytes, &size, NULL))
        return;
    link_if_new (name);
    note (TV_TORN_TRUNCATE, name, NULL, NULL, 0, (gint64) size);
    note (TV_TORN_WRITE, name, NULL, bytes, size, 0);
}

/* ---- the C library's functions --------------------------------------------------------- */

static void
note_sync (int file)
{
    g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", file);
    g_autofree char *path = is_inside ? NULL : g_file_read_link (link, NULL);
    g_autofree char *name = path ? name_to_follow (path) : NULL;

    if (name) {
        note_content (name);
        note (TV_TORN_SYNC, name, NULL, NULL, 0, 0);
    } else if (path && g_strcmp0 (path, torn.folder) == 0) {
        note (TV_TORN_SYNC_FOLDER, "", NULL, NULL, 0, 0);
    }
}

int
fsync (int file)
{
    int result = (int) syscall (SYS_fsync, file);

    if (result == 0)
        note_sync (file);
    return result;
}

int
fdatasync (int file)
{
    int result = (int) syscall (SYS_fdatasync, file);

    if (result == 0)
        note_sync (file);
    return result;
}

int
rename (const char *from, const char *to)
{
    g_autofree char *name = name_to_follow (from);
    g_autofree char *new_name = name_to_follow (to);
    int result;

    if (name && new_name)
        note_content (name);
    result = (int) syscall (SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);
    if (result == 0 && name && new_name) {
        become_unknown (name);
        become_known (new_name);
        note (TV_TORN_RENAME, name, new_name, NULL, 0, 0);
    }
    return result;
}

int
unlink (const char *path)
{
    g_autofree char *name = name_to_follow (path);
    int result = (int) syscall (SYS_unlinkat, AT_FDCWD, path, 0);

    if (result == 0 && name) {
        become_unknown (name);
        note (TV_TORN_UNLINK, name, NULL, NULL, 0, 0);
    }
    return result;
}

/* ---- the engine's files ---------------------------------------------------------------- */

/* Whether this try of a write is one that fails. */
static gboolean
must_fail (TornFile *self)
{
    gboolean fails;

    if (!self->name || torn.first_failure == 0)
        return FALSE;
    g_mutex_lock (&torn.mutex);
    torn.n_tried++;
    fails
        = torn.n_tried >= torn.first_failure && torn.n_tried - torn.first_failure < torn.n_failures;
    g_mutex_unlock (&torn.mutex);
    return fails;
}

static int
torn_close (sqlite3_file *file)
{
    TornFile *self = (TornFile *) file;

    g_free (self->name);
    return self->real->pMethods ? self->real->pMethods->xClose (self->real) : SQLITE_OK;
}

static int
torn_read (sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset)
{
    sqlite3_file *real = ((TornFile *) file)->real;

    return real->pMethods->xRead (real, bytes, size, offset);
}

static int
torn_write (sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
    TornFile *self = (TornFile *) file;
    gboolean fails = must_fail (self);
    int code;

    if (fails)
        size /= 2;
    code = size > 0 ? self->real->pMethods->xWrite (self->real, bytes, size, offset) : SQLITE_OK;
    if (code == SQLITE_OK && self->name && size > 0)
        note (TV_TORN_WRITE, self->name, NULL, bytes, (gsize) size, offset);
    return fails ? torn.failure : code;
}

static int
torn_truncate (sqlite3_file *file, sqlite3_int64 size)
{
    TornFile *self = (TornFile *) file;
    int code;

    if (must_fail (self))
        return torn.failure == SQLITE_FULL ? SQLITE_IOERR_TRUNCATE : torn.failure;
    code = self->real->pMethods->xTruncate (self->real, size);
    if (code == SQLITE_OK && self->name)
        note (TV_TORN_TRUNCATE, self->name, NULL, NULL, 0, size);
    return code;
}

static int
torn_sync (sqlite3_file *file, int flags)
{
    TornFile *self = (TornFile *) file;
    int code;

    if (must_fail (self))
        return SQLITE_IOERR_FSYNC;
    is_inside = TRUE;
    code = self->real->pMethods->xSync (self->real, flags);
    is_inside = FALSE;
    if (code == SQLITE_OK && self->name)
        note (TV_TORN_SYNC, self->name, NULL, NULL, 0, 0);
    return code;
}

static int
torn_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
    sqlite3_file *real = ((TornFile *) file)->real;

    return real->pMethods->xFileSize (real, size);
}

static int
torn_lock (sqlite3_file *file, int level)
{
    sqlite3_file *real = ((TornFile *) file)->real;

    return real->pMethods->xLock (real, level);
}

static int
torn_unlock (sqlite3_file *file, int level)
{
    sqlite3_file *real = ((TornFile *) file)->real;

    return real->pMethods->xUnlock (real, level);
}

static int
torn_check_reserved_lock (sqlite3_file *file, int *result)
{
    sqlite3_file *real = ((TornFile *) file)->real;

    return real->pMethods->xCheckReservedLock (real, result);
}

static int
torn_file_control (sqlite3_file *file, int op, void *argument)
{
    sqlite3_file *real = ((TornFile *) file)->real;

    return real->pMethods->xFileControl (real, op, argument);
}

static int
torn_sector_size (sqlite3_file *file)
{
    sqlite3_file *real = ((TornFile *) file)->real;

    return real->pMethods->xSectorSize (real);
}

static int
torn_device_characteristics (sqlite3_file *file)
{
    sqlite3_file *real = ((TornFile *) file)->real;

    return real->pMethods->xDeviceCharacteristics (real);
}

static int
torn_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **place)
{
    sqlite3_file *real = ((TornFile *) file)->real;

    return real->pMethods->xShmMap (real, page, size, extend, place);
}

static int
torn_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
    sqlite3_file *real = ((TornFile *) file)->real;

    return real->pMethods->xShmLock (real, offset, n, flags);
}

static void
torn_shm_barrier (sqlite3_file *file)
{
    sqlite3_file *real = ((TornFile *) file)->real;

    real->pMethods->xShmBarrier (real);
}

static int
torn_shm_unmap (sqlite3_file *file, int is_deleted)
{
    sqlite3_file *real = ((TornFile *) file)->real;

    return real->pMethods->xShmUnmap (real, is_deleted);
}

static const sqlite3_io_methods torn_methods = {
    .iVersion = 2,
    .xClose = torn_close,
    .xRead = torn_read,
    .xWrite = torn_write,
    .xTruncate = torn_truncate,
    .xSync = torn_sync,
    .xFileSize = torn_file_size,
    .xLock = torn_lock,
    .xUnlock = torn_unlock,
    .xCheckReservedLock = torn_check_reserved_lock,
    .xFileControl = torn_file_control,
    .xSectorSize = torn_sector_size,
    .xDeviceCharacteristics = torn_device_characteristics,
    .xShmMap = torn_shm_map,
    .xShmLock = torn_shm_lock,
    .xShmBarrier = torn_shm_barrier,
    .xShmUnmap = torn_shm_unmap,
};

static int
torn_open (sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out_flags)
{
    TornFile *self = (TornFile *) file;
    int code;

    memset (self, 0, sizeof *self);
    self->real = (sqlite3_file *) (self + 1);
    code = torn.real->xOpen (torn.real, path, self->real, flags, out_flags);
    if (!self->real->pMethods)
        return code;
    self->base.pMethods = &torn_methods;
    self->name = code == SQLITE_OK ? name_to_follow (path) : NULL;
    if (self->name)
        link_if_new (self->name);
    return code;
}

static int
torn_delete (sqlite3_vfs *vfs, const char *path, int syncs_folder)
{
    return torn.real->xDelete (torn.real, path, syncs_folder);
}

static int
torn_access (sqlite3_vfs *vfs, const char *path, int flags, int *result)
{
    return torn.real->xAccess (torn.real, path, flags, result);
}

static int
torn_full_pathname (sqlite3_vfs *vfs, const char *path, int size, char *full)
{
    return torn.real->xFullPathname (torn.real, path, size, full);
}

/* ---- public ---------------------------------------------------------------------------- */

/**
 * tv_torn_vfs_begin:
 * @folder: whose files are followed; what lies there now is on the disk
 */
void
tv_torn_vfs_begin (const char *folder)
{
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    const char *name;

    torn.real = torn.real ? torn.real : sqlite3_vfs_find (NULL);
    torn.vfs = *torn.real;
    torn.vfs.iVersion = 2;
    torn.vfs.pNext = NULL;
    torn.vfs.zName = "torn";
    torn.vfs.szOsFile = (int) sizeof (TornFile) + torn.real->szOsFile;
    torn.vfs.xOpen = torn_open;
    torn.vfs.xDelete = torn_delete;
    torn.vfs.xAccess = torn_access;
    torn.vfs.xFullPathname = torn_full_pathname;
    torn.folder = g_strdup (folder);
    torn.ops = g_ptr_array_new_with_free_func (free_op);
    torn.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    while (dir && (name = g_dir_read_name (dir)))
        g_hash_table_add (torn.known, g_strdup (name));
    g_assert_cmpint (sqlite3_vfs_register (&torn.vfs, 1), ==, SQLITE_OK);
}

/**
 * tv_torn_vfs_end:
 *
 * Returns: (transfer full): all that was done since tv_torn_vfs_begin(), of #TvTornOp
 */
GPtrArray *
tv_torn_vfs_end (void)
{
    GPtrArray *ops = g_steal_pointer (&torn.ops);

    sqlite3_vfs_unregister (&torn.vfs);
    g_assert_cmpint (sqlite3_vfs_register (torn.real, 1), ==, SQLITE_OK);
    torn.first_failure = 0;
    g_clear_pointer (&torn.folder, g_free);
    g_clear_pointer (&torn.known, g_hash_table_unref);
    return ops;
}

void
tv_torn_vfs_mark (void)
{
    note (TV_TORN_MARK, "", NULL, NULL, 0, 0);
}

void
tv_torn_vfs_fail (guint first, guint n_failures, int code)
{
    g_mutex_lock (&torn.mutex);
    torn.n_tried = 0;
    torn.first_failure = first;
    torn.n_failures = n_failures;
    torn.failure = code;
    g_mutex_unlock (&torn.mutex);
}

/**
 * tv_torn_vfs_stop_failing:
 *
 * Returns: how many of the asked failures happened
 */
guint
tv_torn_vfs_stop_failing (void)
{
    guint n = torn.n_tried >= torn.first_failure ? torn.n_tried - torn.first_failure + 1 : 0;

    torn.first_failure = 0;
    return MIN (n, torn.n_failures);
}
