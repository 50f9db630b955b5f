/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A folder in which backups lie. Their names tell of which school and of which moment they are, so
 * that several schools can share a stick and no list of them can be wrong. */

#include "workflows/tv-backup-place.h"

#include "store/tv-store-file.h"
#include "workflows/tv-backup-schedule.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define ENDING ".tvbackup"
#define ENDING_BEFORE "-before.tvbackup"
#define TIME_LENGTH 17 /* 2026-11-22-153012 */
#define MARK_LENGTH 8

/* Two backups of one second are named as if the second was made a second later. */
#define NAMING_SLACK_S 60

/* A stick's folder is told from the empty one that stands in its place while it is unplugged. */
static const char claim_name[] = ".tamvoc-backups";

/**
 * tv_backup_place_of_book:
 * @book_folder: of a book
 *
 * Returns: (transfer full): where its backups lie if nobody says otherwise
 */
char *
tv_backup_place_of_book (const char *book_folder)
{
    return g_build_filename (book_folder, "backups", NULL);
}

/**
 * tv_backup_place_claim:
 * @folder: a folder that stands, as on a stick
 * @error: (nullable): a #TvStoreError
 *
 * Marks it as a place for backups.
 *
 * Returns: whether it can be written in
 */
gboolean
tv_backup_place_claim (const char *folder, GError **error)
{
    g_autofree char *path = g_build_filename (folder, claim_name, NULL);

    return tv_store_file_replace (path, "Tam Voc\n", strlen ("Tam Voc\n"), error);
}

/**
 * tv_backup_place_is_there:
 * @folder: a folder that was claimed
 *
 * Returns: whether it can be reached just now
 */
gboolean
tv_backup_place_is_there (const char *folder)
{
    g_autofree char *path = g_build_filename (folder, claim_name, NULL);

    return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* The end of a uid is its random part. */
static const char *
get_mark (const char *school_uid)
{
    gsize length = strlen (school_uid);

    return length > MARK_LENGTH ? school_uid + length - MARK_LENGTH : school_uid;
}

static GDateTime *
get_now (TvClock *clock)
{
    g_autoptr (GDateTime) utc
        = g_date_time_new_from_unix_utc (tv_clock_now_us (clock) / G_USEC_PER_SEC);

    return g_date_time_to_local (utc);
}

static gint64
get_civil_seconds (GDateTime *time)
{
    return g_date_time_to_unix (time) + g_date_time_get_utc_offset (time) / G_USEC_PER_SEC;
}

/**
 * tv_backup_place_name_file:
 * @folder: a place
 * @book_folder: of the book
 * @school_uid: of its school
 * @is_before: whether another backup is about to take the book's place
 * @clock: where the time comes from
 *
 * Returns: (transfer full): the path of a backup that is made now; nothing stands there
 */
char *
tv_backup_place_name_file (const char *folder, const char *book_folder, const char *school_uid,
                           gboolean is_before, TvClock *clock)
{
    g_autofree char *book = g_path_get_basename (book_folder);
    g_autoptr (GDateTime) now = get_now (clock);
    g_autoptr (GDateTime) time = g_steal_pointer (&now);

    for (;;) {
        g_autofree char *text = g_date_time_format (time, "%Y-%m-%d-%H%M%S");
        g_autofree char *name = g_strdup_printf ("%s-%s-%s%s", book, get_mark (school_uid), text,
                                                 is_before ? ENDING_BEFORE : ENDING);
        g_autofree char *path = g_build_filename (folder, name, NULL);
        GDateTime *next;

        if (!g_file_test (path, G_FILE_TEST_EXISTS))
            return g_steal_pointer (&path);
        next = g_date_time_add_seconds (time, 1);
        g_date_time_unref (time);
        time = next;
    }
}

static gboolean
parse_time (const char *text, gint64 *time_s, char **day_and_time)
{
    int year, month, day, hour, minute, second, length = 0;
    g_autoptr (GDateTime) time = NULL;

    if (sscanf (text, "%4d-%2d-%2d-%2d%2d%2d%n", &year, &month, &day, &hour, &minute, &second,
                &length)
            != 6
        || length != TIME_LENGTH)
        return FALSE;
    time = g_date_time_new_utc (year, month, day, hour, minute, second);
    if (!time)
        return FALSE;
    *time_s = g_date_time_to_unix (time);
    *day_and_time = g_date_time_format (time, "%d/%m/%Y %H:%M");
    return TRUE;
}

static void
free_entry (gpointer data)
{
    TvBackupEntry *self = data;

    g_free (self->path);
    g_free (self->day_and_time);
    g_free (self);
}

/* NULL for what is no backup of the school's. */
static TvBackupEntry *
read_entry (const char *folder, const char *name, const char *school_uid)
{
    gboolean is_before = g_str_has_suffix (name, ENDING_BEFORE);
    const char *ending = is_before ? ENDING_BEFORE : ENDING;
    g_autofree char *mark = g_strconcat ("-", get_mark (school_uid), "-", NULL);
    gsize length = strlen (name), n_behind = strlen (mark) + TIME_LENGTH + strlen (ending);
    const char *behind = length > n_behind ? name + length - n_behind : NULL;
    TvBackupEntry entry = { .is_before = is_before };
    GStatBuf status;

    if (!behind || !g_str_has_prefix (behind, mark) || !g_str_has_suffix (name, ending)
        || !parse_time (behind + strlen (mark), &entry.time_s, &entry.day_and_time))
        return NULL;
    entry.path = g_build_filename (folder, name, NULL);
    if (g_stat (entry.path, &status) == 0)
        entry.size = status.st_size;
    return g_memdup2 (&entry, sizeof entry);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
    const TvBackupEntry *first = *(const TvBackupEntry *const *) a;
    const TvBackupEntry *second = *(const TvBackupEntry *const *) b;

    return (first->time_s < second->time_s) - (first->time_s > second->time_s);
}

/**
 * tv_backup_place_list:
 * @folder: a place, which may not be there
 * @school_uid: whose backups are wanted
 *
 * Returns: (transfer full) (element-type TvBackupEntry): the backups there, the newest first
 */
GPtrArray *
tv_backup_place_list (const char *folder, const char *school_uid)
{
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    GPtrArray *entries = g_ptr_array_new_with_free_func (free_entry);
    const char *name;

    while (dir && (name = g_dir_read_name (dir))) {
        TvBackupEntry *entry = read_entry (folder, name, school_uid);

        if (entry)
            g_ptr_array_add (entries, entry);
    }
    g_ptr_array_sort (entries, compare_entries);
    return entries;
}

#define ENDING_UNFINISHED ".unfinished"
#define DAY_S (24 * 60 * 60)

/* What a power cut left half written gets no name any more; what is younger may be under way. */
static void
remove_unfinished (const char *folder, const char *school_uid, gint64 now_s)
{
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    const char *name;

    while (dir && (name = g_dir_read_name (dir))) {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        g_autofree char *whole = g_strdup (name);
        TvBackupEntry *entry;

        if (!g_str_has_suffix (name, ENDING_UNFINISHED))
            continue;
        whole[strlen (whole) - strlen (ENDING_UNFINISHED)] = '\0';
        entry = read_entry (folder, whole, school_uid);
        if (entry && entry->time_s < now_s - DAY_S)
            g_unlink (path);
        g_clear_pointer (&entry, free_entry);
    }
}

/**
 * tv_backup_place_rotate:
 * @folder: a place
 * @school_uid: whose backups are looked through
 * @clock: where the time comes from
 *
 * Deletes what tv_backup_schedule_choose() does not keep, and what was never finished. To be called
 * when a new backup is known to be good.
 */
void
tv_backup_place_rotate (const char *folder, const char *school_uid, TvClock *clock)
{
    g_autoptr (GPtrArray) entries = tv_backup_place_list (folder, school_uid);
    g_autoptr (GDateTime) now = get_now (clock);
    g_autofree gint64 *times_s = g_new (gint64, entries->len + 1);
    g_autofree gboolean *is_kept = NULL;

    remove_unfinished (folder, school_uid, get_civil_seconds (now));
    for (guint i = entries->len; i > 0; i--) {
        if (((TvBackupEntry *) g_ptr_array_index (entries, i - 1))->is_before)
            g_ptr_array_remove_index (entries, i - 1);
    }
    for (guint i = 0; i < entries->len; i++)
        times_s[i] = ((TvBackupEntry *) g_ptr_array_index (entries, i))->time_s;
    is_kept = tv_backup_schedule_choose (times_s, entries->len,
                                         get_civil_seconds (now) + NAMING_SLACK_S);
    for (guint i = 0; i < entries->len; i++) {
        const TvBackupEntry *entry = g_ptr_array_index (entries, i);

        if (!is_kept[i] && g_unlink (entry->path) != 0)
            g_warning ("%s could not be deleted", entry->path);
    }
}
