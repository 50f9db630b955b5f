/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The backups of the open book in the preferences. */

#include "ui/settings/tv-backup-group.h"

#include "ui/settings/tv-restore-window.h"
#include "ui/shell/tv-settings.h"
#include "ui/widgets/tv-progress-dialog.h"
#include "workflows/tv-backup-keep.h"

#include <glib/gi18n.h>

struct _TvBackupGroup {
    AdwPreferencesGroup parent_instance;

    TvWorkspace *workspace;
    GtkFileChooserNative *chooser;
    GCancellable *working;      /* (nullable): a backup is being written */
    TvProgressDialog *progress; /* unowned: a window */

    AdwActionRow *here_row;
    AdwActionRow *second_row;
    AdwActionRow *restore_row;
    GtkWidget *now_button;
    GtkWidget *second_box;
    GtkWidget *choose_button;
    GtkWidget *forget_button;
};

G_DEFINE_FINAL_TYPE (TvBackupGroup, tv_backup_group, ADW_TYPE_PREFERENCES_GROUP)

enum {
    TOLD,
    FAILED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TvStore *
get_store (TvBackupGroup *self)
{
    return tv_workspace_get_store (self->workspace);
}

static GtkWindow *
get_window (TvBackupGroup *self)
{
    return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static gboolean
is_practice (TvBackupGroup *self)
{
    TvSchool *school = tv_workspace_get_school (self->workspace);

    return school && school->is_practice;
}

static void
show_now_button (TvBackupGroup *self)
{
    gtk_widget_set_sensitive (self->now_button,
                              !tv_workspace_is_read_only (self->workspace) && !is_practice (self));
}

static void
show_state (TvBackupGroup *self, const TvBackupState *state)
{
    TvClock *clock = tv_store_clock (get_store (self));
    g_autofree char *here = tv_backup_state_describe_here (state);
    g_autofree char *second = tv_backup_state_describe_second (state);
    int age_days = tv_backup_state_age_days (state, clock);
    gboolean is_old = age_days < 0 || age_days > TV_BACKUP_OLD_DAYS;

    adw_action_row_set_subtitle (
        self->here_row, is_practice (self) ? _ ("A practice school is not backed up.") : here);
    adw_action_row_set_subtitle (
        self->second_row,
        second ? second
               : _ ("A folder on another disk, such as a USB stick: the backup beside the "
                    "book is lost when this computer is."));
    gtk_widget_set_visible (self->forget_button, second != NULL);
    if (is_old && !is_practice (self))
        gtk_widget_add_css_class (GTK_WIDGET (second ? self->second_row : self->here_row),
                                  "warning");
    else {
        gtk_widget_remove_css_class (GTK_WIDGET (self->here_row), "warning");
        gtk_widget_remove_css_class (GTK_WIDGET (self->second_row), "warning");
    }
}

static void
state_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvBackupGroup) self = user_data;
    g_autoptr (TvBackupState) state = tv_backup_state_read_finish (result);

    if (self->workspace && get_store (self))
        show_state (self, state);
}

static void
load (TvBackupGroup *self)
{
    g_autofree char *second = g_settings_get_string (tv_settings_get (), "second-backup-folder");

    tv_backup_state_read_async (tv_store_folder (get_store (self)), second, state_read_cb,
                                g_object_ref (self));
}

static void
tell_kept (TvBackupGroup *self, const TvBackupKept *kept)
{
    if (kept->here_error)
        g_signal_emit (self, signals[FAILED], 0, kept->here_error);
    else if (kept->second_error)
        g_signal_emit (self, signals[FAILED], 0, kept->second_error);
    else if (kept->is_practice)
        g_signal_emit (self, signals[TOLD], 0, _ ("A practice school is not backed up."));
    else if (kept->n_written == 0)
        g_signal_emit (self, signals[TOLD], 0, _ ("Nothing was changed since the last backup."));
    else
        g_signal_emit (self, signals[TOLD], 0, _ ("The backup was written and read back."));
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvBackupGroup) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvBackupKept) kept = tv_backup_keep_finish (TV_STORE (source), result, &error);

    g_clear_object (&self->working);
    tv_progress_dialog_end (self->progress);
    self->progress = NULL;
    if (!self->workspace || !get_store (self))
        return;
    show_now_button (self);
    if (kept)
        tell_kept (self, kept);
    else
        g_signal_emit (self, signals[FAILED], 0, error);
    load (self);
}

static void
progress_cb (double fraction, gpointer user_data)
{
    TvBackupGroup *self = user_data;

    if (self->progress)
        tv_progress_dialog_set_fraction (self->progress, fraction);
}

static void
back_up_cb (TvBackupGroup *self)
{
    g_autofree char *second = g_settings_get_string (tv_settings_get (), "second-backup-folder");

    if (self->working)
        return;
    self->working = g_cancellable_new ();
    self->progress
        = tv_progress_dialog_start (get_window (self), _ ("Writing the backup…"), self->working);
    gtk_widget_set_sensitive (self->now_button, FALSE);
    tv_backup_keep_async (get_store (self), second, progress_cb, self, self->working, kept_cb,
                          g_object_ref (self));
}

static void
claimed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvBackupGroup) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = tv_backup_claim_finish (result, &error);

    if (!self->workspace || !get_store (self))
        return;
    if (!folder) {
        g_signal_emit (self, signals[FAILED], 0, error);
        return;
    }
    g_settings_set_string (tv_settings_get (), "second-backup-folder", folder);
    back_up_cb (self);
}

static void
chosen_cb (TvBackupGroup *self, int response)
{
    g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
    g_autofree char *path = file ? g_file_get_path (file) : NULL;

    g_clear_object (&self->chooser);
    if (response == GTK_RESPONSE_ACCEPT && path)
        tv_backup_claim_async (path, claimed_cb, g_object_ref (self));
}

static void
choose_cb (TvBackupGroup *self)
{
    if (self->chooser)
        return;
    self->chooser = gtk_file_chooser_native_new (_ ("Folder for backups"), get_window (self),
                                                 GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL);
    gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
    g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self,
                             G_CONNECT_SWAPPED);
    gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
forget_cb (TvBackupGroup *self)
{
    g_settings_reset (tv_settings_get (), "second-backup-folder");
    load (self);
}

static void
merged_cb (TvBackupGroup *self, const char *sentence)
{
    g_signal_emit (self, signals[TOLD], 0, sentence);
}

static void
restore_cb (TvBackupGroup *self)
{
    TvRestoreWindow *window = tv_restore_window_new (get_window (self), get_store (self));

    g_signal_connect_object (window, "merged", G_CALLBACK (merged_cb), self, G_CONNECT_SWAPPED);
    gtk_window_present (GTK_WINDOW (window));
}

static void
tv_backup_group_dispose (GObject *object)
{
    TvBackupGroup *self = TV_BACKUP_GROUP (object);

    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_BACKUP_GROUP);
    g_clear_object (&self->chooser);
    g_clear_object (&self->workspace);
    G_OBJECT_CLASS (tv_backup_group_parent_class)->dispose (object);
}

static void
tv_backup_group_class_init (TvBackupGroupClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);
    GType type = G_TYPE_FROM_CLASS (class_);

    G_OBJECT_CLASS (class_)->dispose = tv_backup_group_dispose;
    signals[TOLD] = g_signal_new ("told", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);
    signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_ERROR);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/settings/tv-backup-group.ui");
    gtk_widget_class_bind_template_child (widget_class, TvBackupGroup, choose_button);
    gtk_widget_class_bind_template_child (widget_class, TvBackupGroup, forget_button);
    gtk_widget_class_bind_template_child (widget_class, TvBackupGroup, here_row);
    gtk_widget_class_bind_template_child (widget_class, TvBackupGroup, now_button);
    gtk_widget_class_bind_template_child (widget_class, TvBackupGroup, restore_row);
    gtk_widget_class_bind_template_child (widget_class, TvBackupGroup, second_box);
    gtk_widget_class_bind_template_child (widget_class, TvBackupGroup, second_row);
    gtk_widget_class_bind_template_callback (widget_class, back_up_cb);
    gtk_widget_class_bind_template_callback (widget_class, choose_cb);
    gtk_widget_class_bind_template_callback (widget_class, forget_cb);
    gtk_widget_class_bind_template_callback (widget_class, restore_cb);
}

static void
tv_backup_group_init (TvBackupGroup *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tv_backup_group_set_workspace:
 * @workspace: the open book; it can be given only once
 */
void
tv_backup_group_set_workspace (TvBackupGroup *self, TvWorkspace *workspace)
{
    gboolean can_write = !tv_workspace_is_read_only (workspace);

    g_return_if_fail (TV_IS_BACKUP_GROUP (self) && !self->workspace);
    self->workspace = g_object_ref (workspace);
    show_now_button (self);
    gtk_widget_set_sensitive (GTK_WIDGET (self->restore_row), can_write);
    load (self);
}
