/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Backups that nobody has to think of: when the window closes, daily while it is open, and when the
 * stick of the second place is plugged in. What goes wrong is said and never keeps the window
 * open against somebody's will. */

#include "ui/shell/tv-window-private.h"

#include "store/tv-store-error.h"
#include "ui/shell/tv-settings.h"
#include "ui/widgets/tv-progress-dialog.h"
#include "workflows/tv-backup-keep.h"
#include "workflows/tv-error-sentence.h"

#include <glib/gi18n.h>

#define HOUR_S 3600
#define HOURS_A_DAY 24

/* A stick that was just plugged in is not written to before it has settled. */
#define SETTLING_S 3

struct _TvWindowBackups {
    GVolumeMonitor *volumes;
    GFileMonitor *second_monitor; /* (nullable): of the folder of the second place */
    gulong mount_handler;
    gulong settings_handler;
    guint hour_source;
    guint settling_source;
    guint n_hours;              /* since the last backup was looked after */
    GCancellable *working;      /* (nullable): a backup is being written */
    TvProgressDialog *progress; /* (nullable): unowned, a window */
    gboolean is_closing;
    gboolean is_done; /* the window may close */
};

static char *
get_second (void)
{
    return g_settings_get_string (tv_settings_get (), "second-backup-folder");
}

static gboolean
can_back_up (TvWindow *self)
{
    TvStore *store = self->workspace ? tv_workspace_get_store (self->workspace) : NULL;
    TvSchool *school = store ? tv_workspace_get_school (self->workspace) : NULL;

    return school && !school->is_practice && !tv_workspace_is_read_only (self->workspace)
           && !tv_store_is_locked (store) && tv_workspace_may (self->workspace, TV_RIGHT_BACK_UP);
}

static void
close_now (TvWindow *self)
{
    self->backups->is_done = TRUE;
    gtk_window_close (GTK_WINDOW (self));
}

static void
closing_answered_cb (TvWindow *self, const char *response)
{
    if (self->backups && g_strcmp0 (response, "close") == 0)
        close_now (self);
}

static void
ask_whether_to_close (TvWindow *self, const char *sentence)
{
    GtkWidget *dialog
        = adw_message_dialog_new (GTK_WINDOW (self), _ ("No backup was written"), sentence);

    adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "stay", _ ("_Stay"), "close",
                                      _ ("_Close anyway"), NULL);
    adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
    adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
    g_signal_connect_object (dialog, "response", G_CALLBACK (closing_answered_cb), self,
                             G_CONNECT_SWAPPED);
    gtk_window_present (GTK_WINDOW (dialog));
}

/* The store speaks of the book, which is well: it is the backup that has no room. */
static char *
write_failure (const GError *error)
{
    g_autofree char *sentence = NULL;

    if (g_error_matches (error, TV_STORE_ERROR, TV_STORE_ERROR_FULL)
        || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
        return g_strdup (
            _ ("There is no room left for the backup. The record book itself is saved. "
               "Make room there, or choose another place in the preferences."));
    if (g_error_matches (error, TV_STORE_ERROR, TV_STORE_ERROR_READ_ONLY)
        || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY)
        || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
        return g_strdup (_ ("The place for backups cannot be written in. The record book itself is "
                            "saved. Choose another place in the preferences."));
    if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return g_strdup (_ ("The backup was stopped. The record book itself is saved."));
    sentence = tv_error_sentence (error);
    /* Translators: %s are sentences about what went wrong */
    return g_strdup_printf (_ ("The record book itself is saved; its backup failed. %s"), sentence);
}

static const GError *
find_failure (const TvBackupKept *kept, const GError *error)
{
    if (!kept)
        return error;
    return kept->here_error ? kept->here_error : kept->second_error;
}

static void
end_closing (TvWindow *self, const GError *failure)
{
    g_autofree char *sentence = failure ? write_failure (failure) : NULL;

    self->backups->is_closing = FALSE;
    /* A locked book cannot be looked at; it is backed up when somebody has signed in. */
    if (!failure || g_error_matches (failure, TV_STORE_ERROR, TV_STORE_ERROR_LOCKED))
        close_now (self);
    else
        ask_whether_to_close (self, sentence);
}

static void
tell_in_passing (TvWindow *self, const TvBackupKept *kept, const GError *failure)
{
    g_autofree char *sentence = NULL;

    if (failure && !g_error_matches (failure, TV_STORE_ERROR, TV_STORE_ERROR_LOCKED))
        sentence = write_failure (failure);
    else if (kept && kept->n_written > 0 && kept->state->second && kept->state->is_second_there)
        sentence = g_strdup (_ ("A backup was written to the second place as well."));
    if (sentence)
        tv_workspace_tell (self->workspace, sentence, FALSE);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvWindow) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvBackupKept) kept = tv_backup_keep_finish (TV_STORE (source), result, &error);
    const GError *failure = find_failure (kept, error);

    if (!self->backups)
        return;
    g_clear_object (&self->backups->working);
    g_clear_pointer (&self->backups->progress, tv_progress_dialog_end);
    self->backups->n_hours = 0;
    if (self->backups->is_closing)
        end_closing (self, failure);
    else
        tell_in_passing (self, kept, failure);
}

static void
progress_cb (double fraction, gpointer user_data)
{
    TvWindow *self = user_data;

    if (self->backups && self->backups->progress)
        tv_progress_dialog_set_fraction (self->backups->progress, fraction);
}

static void
keep (TvWindow *self)
{
    g_autofree char *second = get_second ();

    if (self->backups->working || !can_back_up (self))
        return;
    self->backups->working = g_cancellable_new ();
    tv_backup_keep_async (tv_workspace_get_store (self->workspace), second, progress_cb, self,
                          self->backups->working, kept_cb, g_object_ref (self));
}

static gboolean
hour_passed_cb (gpointer data)
{
    TvWindow *self = data;

    if (++self->backups->n_hours >= HOURS_A_DAY)
        keep (self);
    return G_SOURCE_CONTINUE;
}

static gboolean
settled_cb (gpointer data)
{
    TvWindow *self = data;

    self->backups->settling_source = 0;
    keep (self);
    return G_SOURCE_REMOVE;
}

static void
something_appeared_cb (TvWindow *self)
{
    g_autofree char *second = get_second ();

    if (*second && self->backups->settling_source == 0)
        self->backups->settling_source = g_timeout_add_seconds (SETTLING_S, settled_cb, self);
}

static void
second_changed_cb (TvWindow *self, GFile *file, GFile *other, GFileMonitorEvent event)
{
    if (event == G_FILE_MONITOR_EVENT_CREATED)
        something_appeared_cb (self);
}

/* The folder that is watched need not stand yet. */
static void
watch_second (TvWindow *self)
{
    g_autofree char *second = get_second ();
    g_autoptr (GFile) folder = *second ? g_file_new_for_path (second) : NULL;

    g_clear_object (&self->backups->second_monitor);
    if (!folder)
        return;
    self->backups->second_monitor = g_file_monitor (folder, G_FILE_MONITOR_NONE, NULL, NULL);
    if (self->backups->second_monitor)
        g_signal_connect_object (self->backups->second_monitor, "changed",
                                 G_CALLBACK (second_changed_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
close_requested_cb (TvWindow *self)
{
    TvWindowBackups *backups = self->backups;

    if (backups->is_done || !can_back_up (self))
        return FALSE;
    if (backups->is_closing)
        return TRUE;
    backups->is_closing = TRUE;
    keep (self);
    backups->progress = tv_progress_dialog_start (
        GTK_WINDOW (self), _ ("Writing the backup before closing…"), backups->working);
    return TRUE;
}

/**
 * _tv_window_start_backups:
 * @self: a window with its workspace
 */
void
_tv_window_start_backups (TvWindow *self)
{
    TvWindowBackups *backups = g_new0 (TvWindowBackups, 1);

    self->backups = backups;
    backups->volumes = g_volume_monitor_get ();
    backups->mount_handler = g_signal_connect_swapped (backups->volumes, "mount-added",
                                                       G_CALLBACK (something_appeared_cb), self);
    backups->settings_handler = g_signal_connect_swapped (
        tv_settings_get (), "changed::second-backup-folder", G_CALLBACK (watch_second), self);
    backups->hour_source = g_timeout_add_seconds (HOUR_S, hour_passed_cb, self);
    g_signal_connect (self, "close-request", G_CALLBACK (close_requested_cb), NULL);
    watch_second (self);
}

/**
 * _tv_window_stop_backups:
 * @self: a window that goes; what is being written is given up
 */
void
_tv_window_stop_backups (TvWindow *self)
{
    TvWindowBackups *backups = g_steal_pointer (&self->backups);

    if (!backups)
        return;
    g_clear_handle_id (&backups->hour_source, g_source_remove);
    g_clear_handle_id (&backups->settling_source, g_source_remove);
    g_clear_signal_handler (&backups->mount_handler, backups->volumes);
    g_clear_signal_handler (&backups->settings_handler, tv_settings_get ());
    g_cancellable_cancel (backups->working);
    g_clear_object (&backups->working);
    g_clear_pointer (&backups->progress, tv_progress_dialog_end);
    g_clear_object (&backups->second_monitor);
    g_clear_object (&backups->volumes);
    g_free (backups);
}
