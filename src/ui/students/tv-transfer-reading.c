/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The way to the preview of a child from another school: its file, and the code where it has one.
 */

#include "ui/students/tv-transfer-reading.h"

#include "ui/students/tv-transfer-window.h"
#include "ui/widgets/tv-error-dialog.h"
#include "ui/widgets/tv-form-dialog.h"
#include "ui/widgets/tv-progress-dialog.h"
#include "workflows/tv-error-sentence.h"

#include <glib/gi18n.h>

typedef struct Reading Reading;

struct Reading {
    TvWorkspace *workspace;
    GtkWindow *parent;
    char *path;
    gboolean has_asked;    /* for the code */
    AdwEntryRow *code_row; /* of the question that stands */
    GtkFileChooserNative *chooser;
    TvProgressDialog *progress; /* unowned: a window */
    GCancellable *cancellable;
    void (*read) (Reading *self, const char *code);
};

static void
clear_reading (gpointer data)
{
    Reading *self = data;

    g_object_unref (self->workspace);
    g_clear_object (&self->parent);
    g_clear_object (&self->chooser);
    g_clear_object (&self->cancellable);
    g_free (self->path);
}

static void
reading_unref (gpointer data, GClosure *closure)
{
    g_rc_box_release_full (data, clear_reading);
}

static void
code_check_cb (Reading *self, TvFormDialog *dialog)
{
    g_autofree char *typed = tv_entry_row_read (self->code_row);

    tv_form_dialog_judge (dialog, typed != NULL, NULL);
}

static void
code_accepted_cb (Reading *self)
{
    g_autofree char *typed = tv_entry_row_read (self->code_row);

    self->read (self, typed);
}

static void
ask_code (Reading *self, const GError *error)
{
    g_autofree char *sentence = tv_error_sentence (error);
    TvFormDialog *dialog = tv_form_dialog_new (
        GTK_WIDGET (self->parent),
        self->has_asked ? _ ("The code does not open the file") : _ ("The code of the file"),
        sentence, _ ("_Open the file"));

    self->has_asked = TRUE;
    self->code_row = tv_form_dialog_add_entry (dialog, _ ("Code"), NULL);
    g_signal_connect_data (dialog, "check", G_CALLBACK (code_check_cb), g_rc_box_acquire (self),
                           reading_unref, G_CONNECT_SWAPPED);
    g_signal_connect_data (dialog, "accepted", G_CALLBACK (code_accepted_cb),
                           g_rc_box_acquire (self), reading_unref, G_CONNECT_SWAPPED);
    tv_form_dialog_present (dialog);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    Reading *self = user_data;
    g_autoptr (GError) error = NULL;
    TvTransferPreview *preview = tv_transfer_preview_finish (TV_STORE (source), result, &error);

    tv_progress_dialog_end (self->progress);
    self->progress = NULL;
    if (preview)
        tv_transfer_window_present (self->workspace, self->parent, preview);
    else if (tv_transfer_in_asks_code (error))
        ask_code (self, error);
    else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tv_error_dialog_present (self->parent, NULL, error);
    reading_unref (self, NULL);
}

static void
read_file (Reading *self, const char *code)
{
    self->progress = tv_progress_dialog_start (self->parent, _ ("Opening the child's record…"),
                                               self->cancellable);
    tv_transfer_preview_async (tv_workspace_get_store (self->workspace), self->path, code,
                               self->cancellable, read_cb, g_rc_box_acquire (self));
}

static Reading *
reading_new (TvWorkspace *workspace, GtkWindow *parent)
{
    Reading *self = g_rc_box_new0 (Reading);

    self->workspace = g_object_ref (workspace);
    self->parent = g_object_ref (parent);
    self->cancellable = g_cancellable_new ();
    self->read = read_file;
    return self;
}

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, Reading *self)
{
    g_autoptr (GFile) file = NULL;

    if (response == GTK_RESPONSE_ACCEPT) {
        file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
        self->path = file ? g_file_get_path (file) : NULL;
    }
    if (self->path)
        read_file (self, NULL);
    /* Its answer holds what holds it. */
    g_clear_object (&self->chooser);
}

/**
 * tv_transfer_reading_choose:
 * @workspace: the open book
 * @parent: the window that asks
 *
 * Asks for the file of a child from another school, and goes on as tv_transfer_reading_open().
 */
void
tv_transfer_reading_choose (TvWorkspace *workspace, GtkWindow *parent)
{
    Reading *self = reading_new (workspace, parent);
    g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

    self->chooser
        = gtk_file_chooser_native_new (_ ("Choose a child's record from another school"), parent,
                                       GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
    gtk_file_filter_set_name (filter, _ ("Children's records of Tầm Vóc"));
    gtk_file_filter_add_pattern (filter, "*.tamvoc-transfer");
    gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
    g_signal_connect_data (self->chooser, "response", G_CALLBACK (file_chosen_cb), self,
                           reading_unref, 0);
    gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/**
 * tv_transfer_reading_open:
 * @workspace: the open book
 * @parent: the window that asks
 * @path: of the file of a child from another school
 *
 * Asks for the code where the file has one, and shows what the file says.
 */
void
tv_transfer_reading_open (TvWorkspace *workspace, GtkWindow *parent, const char *path)
{
    Reading *self = reading_new (workspace, parent);

    self->path = g_strdup (path);
    read_file (self, NULL);
    reading_unref (self, NULL);
}
