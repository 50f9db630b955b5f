/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From a backup back to a book. Nothing happens before it was shown what is in the backup and how
 * it stands to the book that is open. */

#include "ui/settings/tv-restore-window.h"

#include "store/tv-store-error.h"
#include "ui/settings/tv-backup-password.h"
#include "ui/settings/tv-merge-window.h"
#include "ui/shell/tv-application.h"
#include "ui/shell/tv-settings.h"
#include "ui/widgets/tv-error-dialog.h"
#include "ui/widgets/tv-progress-dialog.h"
#include "workflows/tv-backup-restore.h"
#include "workflows/tv-record-book.h"

#include <glib/gi18n.h>

struct _TvRestoreWindow {
    AdwWindow parent_instance;

    TvStore *present; /* (nullable): the book that is open */
    TvBackupPreview *preview;
    char *path;   /* of the backup that is looked into */
    char *folder; /* where the book is to stand */
    GtkFileChooserNative *chooser;
    TvProgressDialog *progress; /* unowned: a window; NULL while nothing is put back */

    GtkWidget *content_box;
    GtkWidget *back_button;
    GtkSpinner *spinner;
    GtkStack *stack;
    AdwActionRow *file_row;
    AdwPreferencesGroup *known_group;
    AdwPreferencesGroup *preview_group;
    AdwActionRow *contents_row;
    AdwActionRow *change_row;
    AdwActionRow *comparison_row;
    AdwActionRow *place_row;
    GtkWidget *button_box;
    GtkButton *restore_button;
    GtkWidget *merge_button;
};

G_DEFINE_FINAL_TYPE (TvRestoreWindow, tv_restore_window, ADW_TYPE_WINDOW)

enum {
    RESTORED,
    MERGED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_gone (TvRestoreWindow *self)
{
    return self->content_box == NULL;
}

static void
show_page (TvRestoreWindow *self, const char *page)
{
    gtk_stack_set_visible_child_name (self->stack, page);
    gtk_widget_set_visible (self->back_button, g_str_equal (page, "preview"));
}

static void
show_comparison (TvRestoreWindow *self)
{
    const TvBookComparison *comparison = self->preview->comparison;
    g_autofree char *sentence
        = comparison ? tv_book_comparison_sentence (comparison) : g_strdup ("");
    gboolean can_merge = comparison
                         && (comparison->relation == TV_BOOKS_BOTH_CHANGED
                             || comparison->relation == TV_BOOKS_THEIRS_AHEAD);
    gboolean is_safe = !comparison || comparison->relation == TV_BOOKS_THEIRS_AHEAD;

    adw_action_row_set_subtitle (self->comparison_row, sentence);
    gtk_widget_set_visible (GTK_WIDGET (self->comparison_row), comparison != NULL);
    gtk_widget_set_visible (self->merge_button, can_merge && !is_safe);
    gtk_button_set_label (self->restore_button,
                          comparison ? _ ("_Put in its place…") : _ ("_Restore"));
    if (is_safe)
        gtk_widget_add_css_class (GTK_WIDGET (self->restore_button), "suggested-action");
    else
        gtk_widget_remove_css_class (GTK_WIDGET (self->restore_button), "suggested-action");
}

static void
show_preview (TvRestoreWindow *self)
{
    g_autofree char *contents = tv_backup_preview_describe (self->preview);
    g_autofree char *change = tv_backup_preview_last_change (self->preview);

    adw_preferences_group_set_title (self->preview_group, "");
    adw_preferences_group_set_description (
        self->preview_group, self->preview->is_protected ? _ ("This backup is encrypted.")
                                                         : _ ("This backup is not encrypted."));
    gtk_window_set_title (GTK_WINDOW (self), self->preview->contents->school_name);
    adw_action_row_set_subtitle (self->contents_row, contents);
    adw_action_row_set_subtitle (self->change_row, change);
    adw_action_row_set_subtitle (self->place_row, self->preview->path);
    show_comparison (self);
    show_page (self, "preview");
}

static void look_into (TvRestoreWindow *self, const TvBackupOpener *opener);

static void
opener_given_cb (gpointer object, const TvBackupOpener *opener)
{
    look_into (object, opener);
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvRestoreWindow) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvBackupPreview) preview = tv_backup_preview_finish (result, &error);

    if (is_gone (self))
        return;
    gtk_spinner_stop (self->spinner);
    gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
    if (preview) {
        g_clear_pointer (&self->preview, tv_backup_preview_unref);
        self->preview = g_steal_pointer (&preview);
        show_preview (self);
    } else if (g_error_matches (error, TV_STORE_ERROR, TV_STORE_ERROR_PROTECTED)) {
        tv_backup_password_ask (GTK_WIDGET (self), self->path, NULL, opener_given_cb, self);
    } else if (g_error_matches (error, TV_STORE_ERROR, TV_STORE_ERROR_WRONG_PASSWORD)) {
        tv_backup_password_ask (GTK_WIDGET (self), self->path,
                                _ ("That does not open it. Try again."), opener_given_cb, self);
    } else {
        tv_error_dialog_present (GTK_WINDOW (self), NULL, error);
    }
}

static void
look_into (TvRestoreWindow *self, const TvBackupOpener *opener)
{
    gtk_spinner_start (self->spinner);
    gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
    tv_backup_preview_async (self->path, opener, self->present, NULL, previewed_cb,
                             g_object_ref (self));
}

static void
file_chosen_cb (TvRestoreWindow *self, int response)
{
    g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
    g_autofree char *path = file ? g_file_get_path (file) : NULL;

    g_clear_object (&self->chooser);
    if (response == GTK_RESPONSE_ACCEPT && path)
        tv_restore_window_look_into (self, path);
}

static void
file_cb (TvRestoreWindow *self)
{
    if (self->chooser)
        return;
    self->chooser = gtk_file_chooser_native_new (_ ("Choose a backup"), GTK_WINDOW (self),
                                                 GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
    gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
    g_signal_connect_object (self->chooser, "response", G_CALLBACK (file_chosen_cb), self,
                             G_CONNECT_SWAPPED);
    gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
known_activated_cb (TvRestoreWindow *self, AdwActionRow *row)
{
    tv_restore_window_look_into (self, g_object_get_data (G_OBJECT (row), "tv-path"));
}

static void
add_known (TvRestoreWindow *self, const TvKnownBackup *known)
{
    GtkWidget *row = adw_action_row_new ();

    g_object_set (row, "use-markup", FALSE, "title", known->title, "subtitle", known->detail,
                  "subtitle-lines", 0, "activatable", TRUE, NULL);
    g_object_set_data_full (G_OBJECT (row), "tv-path", g_strdup (known->path), g_free);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("go-next-symbolic"));
    g_signal_connect_object (row, "activated", G_CALLBACK (known_activated_cb), self,
                             G_CONNECT_SWAPPED);
    adw_preferences_group_add (self->known_group, row);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvRestoreWindow) self = user_data;
    g_autoptr (GPtrArray) known = tv_backup_list_finish (TV_STORE (source), result, NULL);

    if (is_gone (self) || !known)
        return;
    for (guint i = 0; i < known->len; i++)
        add_known (self, g_ptr_array_index (known, i));
    gtk_widget_set_visible (GTK_WIDGET (self->known_group), known->len > 0);
}

static void
list_known (TvRestoreWindow *self)
{
    g_autofree char *second = g_settings_get_string (tv_settings_get (), "second-backup-folder");

    tv_backup_list_async (self->present, second, listed_cb, g_object_ref (self));
}

static void
back_cb (TvRestoreWindow *self)
{
    show_page (self, "choose");
}

/* The book that stands there now is opened, whichever of the two it is. */
static void
open_restored (TvRestoreWindow *self)
{
    GApplication *application = g_application_get_default ();

    g_signal_emit (self, signals[RESTORED], 0, self->folder);
    if (TV_IS_APPLICATION (application))
        tv_application_reopen_book (TV_APPLICATION (application), self->folder);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvRestoreWindow) self = user_data;
    g_autoptr (GError) error = NULL;
    gboolean is_closed = FALSE;
    gboolean is_restored = tv_backup_restore_finish (result, &is_closed, &error);

    tv_progress_dialog_end (self->progress);
    self->progress = NULL;
    if (is_gone (self))
        return;
    if (!is_restored)
        tv_error_dialog_present (GTK_WINDOW (self), NULL, error);
    if (is_restored || is_closed)
        open_restored (self);
}

static void
put_back (TvRestoreWindow *self)
{
    if (self->progress)
        return;
    g_free (self->folder);
    self->folder = self->present ? g_strdup (tv_store_folder (self->present))
                                 : tv_record_book_new_folder (self->preview->contents->school_name);
    self->progress
        = tv_progress_dialog_start (GTK_WINDOW (self), _ ("Putting the backup back…"), NULL);
    tv_backup_restore_async (self->preview, self->folder, self->present, NULL, restored_cb,
                             g_object_ref (self));
}

static void
sure_cb (TvRestoreWindow *self, const char *response)
{
    if (g_strcmp0 (response, "restore") == 0)
        put_back (self);
}

static void
restore_cb (TvRestoreWindow *self)
{
    g_autofree char *sentence = NULL;
    g_autofree char *body = NULL;
    GtkWidget *dialog;

    if (!self->preview->comparison) {
        put_back (self);
        return;
    }
    sentence = tv_book_comparison_sentence (self->preview->comparison);
    /* Translators: %s are whole sentences */
    body = g_strdup_printf (_ ("%s\n\nThe record book that is open is copied into its folder "
                               "“backups” first, and can be put back in the same way."),
                            sentence);
    dialog = adw_message_dialog_new (GTK_WINDOW (self),
                                     _ ("Put this backup in the place of the record book?"), body);
    adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                      "restore", _ ("_Put in its place"), NULL);
    adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "restore",
                                                ADW_RESPONSE_DESTRUCTIVE);
    adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
    adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
    g_signal_connect_object (dialog, "response", G_CALLBACK (sure_cb), self, G_CONNECT_SWAPPED);
    gtk_window_present (GTK_WINDOW (dialog));
}

static void
merged_cb (TvRestoreWindow *self, const char *sentence)
{
    g_signal_emit (self, signals[MERGED], 0, sentence);
    gtk_window_close (GTK_WINDOW (self));
}

static void
merge_cb (TvRestoreWindow *self)
{
    TvMergeWindow *window = tv_merge_window_new (GTK_WINDOW (self), self->present,
                                                 self->preview->path, self->preview->key);

    g_signal_connect_object (window, "merged", G_CALLBACK (merged_cb), self, G_CONNECT_SWAPPED);
    gtk_window_present (GTK_WINDOW (window));
}

/* Who closed it while the book is put back would never see the book that stands there then. */
static gboolean
close_requested_cb (TvRestoreWindow *self)
{
    return self->progress != NULL;
}

static void
tv_restore_window_dispose (GObject *object)
{
    TvRestoreWindow *self = TV_RESTORE_WINDOW (object);

    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_RESTORE_WINDOW);
    g_clear_object (&self->chooser);
    g_clear_object (&self->present);
    g_clear_pointer (&self->preview, tv_backup_preview_unref);
    g_clear_pointer (&self->path, g_free);
    g_clear_pointer (&self->folder, g_free);
    G_OBJECT_CLASS (tv_restore_window_parent_class)->dispose (object);
}

static void
tv_restore_window_class_init (TvRestoreWindowClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);
    GType type = G_TYPE_FROM_CLASS (class_);

    G_OBJECT_CLASS (class_)->dispose = tv_restore_window_dispose;
    signals[RESTORED] = g_signal_new ("restored", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_STRING);
    signals[MERGED] = g_signal_new ("merged", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/settings/tv-restore-window.ui");
    gtk_widget_class_bind_template_child (widget_class, TvRestoreWindow, back_button);
    gtk_widget_class_bind_template_child (widget_class, TvRestoreWindow, button_box);
    gtk_widget_class_bind_template_child (widget_class, TvRestoreWindow, change_row);
    gtk_widget_class_bind_template_child (widget_class, TvRestoreWindow, comparison_row);
    gtk_widget_class_bind_template_child (widget_class, TvRestoreWindow, content_box);
    gtk_widget_class_bind_template_child (widget_class, TvRestoreWindow, contents_row);
    gtk_widget_class_bind_template_child (widget_class, TvRestoreWindow, file_row);
    gtk_widget_class_bind_template_child (widget_class, TvRestoreWindow, known_group);
    gtk_widget_class_bind_template_child (widget_class, TvRestoreWindow, merge_button);
    gtk_widget_class_bind_template_child (widget_class, TvRestoreWindow, place_row);
    gtk_widget_class_bind_template_child (widget_class, TvRestoreWindow, preview_group);
    gtk_widget_class_bind_template_child (widget_class, TvRestoreWindow, restore_button);
    gtk_widget_class_bind_template_child (widget_class, TvRestoreWindow, spinner);
    gtk_widget_class_bind_template_child (widget_class, TvRestoreWindow, stack);
    gtk_widget_class_bind_template_callback (widget_class, back_cb);
    gtk_widget_class_bind_template_callback (widget_class, close_requested_cb);
    gtk_widget_class_bind_template_callback (widget_class, file_cb);
    gtk_widget_class_bind_template_callback (widget_class, merge_cb);
    gtk_widget_class_bind_template_callback (widget_class, restore_cb);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tv_restore_window_init (TvRestoreWindow *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tv_restore_window_new:
 * @parent: the window that asks
 * @present: (nullable): the book that is open; %NULL on a new machine
 */
TvRestoreWindow *
tv_restore_window_new (GtkWindow *parent, TvStore *present)
{
    TvRestoreWindow *self = g_object_new (TV_TYPE_RESTORE_WINDOW, "transient-for", parent, NULL);

    g_set_object (&self->present, present);
    if (present)
        list_known (self);
    return self;
}

/**
 * tv_restore_window_look_into:
 * @path: an absolute path of a backup
 *
 * Shows what is in it.
 */
void
tv_restore_window_look_into (TvRestoreWindow *self, const char *path)
{
    g_return_if_fail (TV_IS_RESTORE_WINDOW (self) && path);
    g_free (self->path);
    self->path = g_strdup (path);
    look_into (self, NULL);
}
