/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* When a book was last backed up, and where. It is written down beside the book, since the second
 * place is a stick that may lie in a drawer. */

#include "workflows/tv-backup-keep-private.h"

#include "base/tv-moment.h"
#include "store/tv-store-file.h"
#include "workflows/tv-backup-place.h"

#include <glib/gi18n.h>
#include <string.h>

static char *
get_path (const char *book_folder)
{
    return g_build_filename (book_folder, "backups", "last", NULL);
}

static GKeyFile *
load (const char *book_folder)
{
    g_autofree char *path = get_path (book_folder);
    GKeyFile *file = g_key_file_new ();

    /* A file that is missing or damaged says that nothing was backed up: then it is done again. */
    g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
    return file;
}

/**
 * tv_backup_state_note:
 * @book_folder: of a book
 * @place: the folder in which a backup was made
 * @file_name: of the backup
 * @state: of the book in it
 * @time_utc: when
 *
 * Writes it down. What cannot be written down is done once more next time.
 */
void
tv_backup_state_note (const char *book_folder, const char *place, const char *file_name,
                      const char *state, const char *time_utc)
{
    g_autofree char *path = get_path (book_folder);
    g_autoptr (GKeyFile) file = load (book_folder);
    g_autofree char *text = NULL;
    g_autoptr (GError) error = NULL;

    g_key_file_set_string (file, place, "file", file_name);
    g_key_file_set_string (file, place, "state", state);
    g_key_file_set_string (file, place, "time", time_utc);
    text = g_key_file_to_data (file, NULL, NULL);
    if (!tv_store_file_replace (path, text, strlen (text), &error))
        g_info ("%s", error->message);
}

/**
 * tv_backup_state_is_current:
 * @book_folder: of a book
 * @place: a folder that is there
 * @state: of the book now
 *
 * Returns: whether the last backup there is of just this state, and still lies there
 */
gboolean
tv_backup_state_is_current (const char *book_folder, const char *place, const char *state)
{
    g_autoptr (GKeyFile) file = load (book_folder);
    g_autofree char *name = g_key_file_get_string (file, place, "file", NULL);
    g_autofree char *noted = g_key_file_get_string (file, place, "state", NULL);
    g_autofree char *base = name ? g_path_get_basename (name) : NULL;
    g_autofree char *path = base ? g_build_filename (place, base, NULL) : NULL;

    return path && g_strcmp0 (noted, state) == 0 && g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Of a place that is there, what lies there counts and not what was written down. */
static char *
read_time (GKeyFile *file, const char *place)
{
    g_autofree char *name = g_key_file_get_string (file, place, "file", NULL);
    g_autofree char *base = name ? g_path_get_basename (name) : NULL;
    g_autofree char *path = base ? g_build_filename (place, base, NULL) : NULL;

    if (!path || (tv_backup_place_is_there (place) && !g_file_test (path, G_FILE_TEST_EXISTS)))
        return NULL;
    return g_key_file_get_string (file, place, "time", NULL);
}

/**
 * tv_backup_state_read:
 * @book_folder: of a book
 * @second: (nullable): the second place, where one is chosen
 *
 * Reads a small file; for a thread that may wait.
 *
 * Returns: (transfer full): how the backups of the book stand
 */
TvBackupState *
tv_backup_state_read (const char *book_folder, const char *second)
{
    TvBackupState *self = g_new0 (TvBackupState, 1);
    g_autoptr (GKeyFile) file = load (book_folder);

    self->here = tv_backup_place_of_book (book_folder);
    self->here_time_utc = read_time (file, self->here);
    if (second && *second) {
        self->second = g_strdup (second);
        self->second_time_utc = read_time (file, second);
        self->is_second_there = tv_backup_place_is_there (second);
    }
    return self;
}

void
tv_backup_state_free (TvBackupState *self)
{
    g_free (self->here);
    g_free (self->here_time_utc);
    g_free (self->second);
    g_free (self->second_time_utc);
    g_free (self);
}

static int
count_days (const char *time_utc, TvClock *clock)
{
    TvDate day = time_utc ? tv_moment_day (time_utc) : TV_DATE_NONE;

    return day == TV_DATE_NONE ? -1 : MAX (0, tv_clock_today (clock) - day);
}

/**
 * tv_backup_state_age_days:
 *
 * Returns: how many days old the backup is that is to be relied on: the one in the second place
 *   where one is chosen, for the one beside the book goes with its disk; -1 where there is none
 */
int
tv_backup_state_age_days (const TvBackupState *self, TvClock *clock)
{
    return count_days (self->second ? self->second_time_utc : self->here_time_utc, clock);
}

static char *
describe_place (const char *time_utc, const char *place, gboolean is_second)
{
    g_autofree char *time = time_utc ? tv_moment_to_text (time_utc) : NULL;

    if (!time && is_second)
        /* Translators: %s is a folder, such as one on a USB stick */
        return g_strdup_printf (_ ("No backup was written to “%s” yet."), place);
    if (!time)
        return g_strdup (_ ("No backup of this record book was made yet."));
    if (is_second)
        /* Translators: %1$s is a day and time, %2$s a folder, such as one on a USB stick */
        return g_strdup_printf (_ ("In the second place: %1$s, in “%2$s”."), time, place);
    /* Translators: %1$s is a day and time, %2$s a folder */
    return g_strdup_printf (_ ("Last backup: %1$s, in “%2$s”."), time, place);
}

/**
 * tv_backup_state_describe_here:
 *
 * Returns: (transfer full): when the backup beside the book was written, and where it lies
 */
char *
tv_backup_state_describe_here (const TvBackupState *self)
{
    return describe_place (self->here_time_utc, self->here, FALSE);
}

/**
 * tv_backup_state_describe_second:
 *
 * Returns: (transfer full) (nullable): the same of the second place; %NULL where none is chosen
 */
char *
tv_backup_state_describe_second (const TvBackupState *self)
{
    g_autofree char *text
        = self->second ? describe_place (self->second_time_utc, self->second, TRUE) : NULL;

    if (!text || self->is_second_there)
        return g_steal_pointer (&text);
    return g_strconcat (text, " ", _ ("It is not plugged in just now."), NULL);
}

/**
 * tv_backup_state_sentence:
 *
 * Returns: (transfer full): when and where the book was last backed up, in whole sentences
 */
char *
tv_backup_state_sentence (const TvBackupState *self)
{
    g_autofree char *here = tv_backup_state_describe_here (self);
    g_autofree char *second = tv_backup_state_describe_second (self);

    return second ? g_strconcat (here, " ", second, NULL) : g_steal_pointer (&here);
}

typedef struct {
    char *folder;
    char *second;
} Question;

static void
free_question (gpointer data)
{
    Question *self = data;

    g_free (self->folder);
    g_free (self->second);
    g_free (self);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    const Question *question = data;

    g_task_return_pointer (task, tv_backup_state_read (question->folder, question->second),
                           (GDestroyNotify) tv_backup_state_free);
}

/**
 * tv_backup_state_read_async:
 *
 * As tv_backup_state_read(), on another thread. End it with tv_backup_state_read_finish().
 */
void
tv_backup_state_read_async (const char *book_folder, const char *second,
                            GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
    Question *question = g_new0 (Question, 1);

    question->folder = g_strdup (book_folder);
    question->second = g_strdup (second);
    g_task_set_task_data (task, question, free_question);
    g_task_run_in_thread (task, read_thread);
}

TvBackupState *
tv_backup_state_read_finish (GAsyncResult *result)
{
    g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
    return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
claim_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    GError *error = NULL;

    if (tv_backup_place_claim (data, &error))
        g_task_return_pointer (task, g_strdup (data), g_free);
    else
        g_task_return_error (task, error);
}

/**
 * tv_backup_claim_async:
 * @folder: a folder that stands
 *
 * Makes it a place for backups. End it with tv_backup_claim_finish().
 */
void
tv_backup_claim_async (const char *folder, GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

    g_task_set_task_data (task, g_strdup (folder), g_free);
    g_task_run_in_thread (task, claim_thread);
}

/**
 * tv_backup_claim_finish:
 *
 * Returns: (transfer full) (nullable): the folder, %NULL where nothing can be written in it
 */
char *
tv_backup_claim_finish (GAsyncResult *result, GError **error)
{
    g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
    return g_task_propagate_pointer (G_TASK (result), error);
}
