/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A child goes to another school: where and when, then where the file with its record is to lie,
 * then the code that opens it. */

#include "ui/students/tv-transfer-dialog.h"

#include "ui/widgets/tv-progress-dialog.h"

#include <glib/gi18n.h>

typedef struct {
    TvWorkspace *workspace;
    TvChild *child;
    GtkWindow *window;
    AdwEntryRow *school_row;
    AdwEntryRow *date_row; /* NULL: the child has left already */
    AdwComboRow *code_row;
    AdwComboRow *notes_row;
    TvTransferOut request;
    char *other_school;
    GtkFileChooserNative *chooser;
} Sending;

static void
clear_sending (gpointer data)
{
    Sending *self = data;

    g_object_unref (self->workspace);
    g_clear_object (&self->window);
    g_clear_object (&self->chooser);
    tv_child_unref (self->child);
    g_free (self->other_school);
}

static void
sending_unref (gpointer data, GClosure *closure)
{
    g_rc_box_release_full (data, clear_sending);
}

static gboolean
is_here (const TvChild *child)
{
    return child->place && tv_enrolment_is_current (child->place->enrolment);
}

static void
code_answered_cb (AdwMessageDialog *dialog, const char *response)
{
    const char *code = g_object_get_data (G_OBJECT (dialog), "tv-code");

    if (g_strcmp0 (response, "copy") == 0)
        gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (dialog)), code);
}

static void
tell_code (GtkWindow *parent, const char *name, const char *code)
{
    GtkWidget *dialog = adw_message_dialog_new (parent, _ ("The file and its code"), NULL);
    GtkWidget *label = gtk_label_new (code);
    /* Translators: %s is the name of a file. */
    g_autofree char *body
        = g_strdup_printf (_ ("“%s” was written. It opens with the code below alone. Say the code "
                              "to the other school by telephone, or send it apart from the file. "
                              "It is kept nowhere: if it is lost, write the file again."),
                           name);

    adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
    gtk_label_set_selectable (GTK_LABEL (label), TRUE);
    gtk_widget_add_css_class (label, "title-1");
    gtk_widget_add_css_class (label, "numeric");
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), label);
    adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "copy", _ ("C_opy the code"),
                                      "close", _ ("_Close"), NULL);
    adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
    adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
    g_object_set_data_full (G_OBJECT (dialog), "tv-code", g_strdup (code), g_free);
    g_signal_connect (dialog, "response", G_CALLBACK (code_answered_cb), NULL);
    gtk_window_present (GTK_WINDOW (dialog));
}

typedef struct {
    TvWorkspace *workspace;
    GtkWindow *window;
    char *name;
    gboolean has_left;
    TvProgressDialog *progress; /* unowned: a window */
} Writing;

static void
writing_free (Writing *self)
{
    g_object_unref (self->workspace);
    g_object_unref (self->window);
    g_free (self->name);
    g_free (self);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    Writing *self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvSecret) code = NULL;
    g_autofree char *sentence = NULL;
    gboolean is_written = tv_transfer_out_finish (TV_STORE (source), result, &code, &error);

    tv_progress_dialog_end (self->progress);
    if (!is_written) {
        tv_workspace_tell_error (self->workspace, error);
    } else {
        /* Translators: %s is the name of a file. */
        sentence = g_strdup_printf (_ ("%s was written. It holds personal data of a child."),
                                    self->name);
        tv_workspace_tell (self->workspace, sentence, self->has_left);
        if (code)
            tell_code (self->window, self->name, tv_secret_text (code));
    }
    writing_free (self);
}

/**
 * tv_transfer_dialog_write:
 * @workspace: the open book
 * @window: over which it is told what came of it
 * @request: who goes where, and into which file
 *
 * Lets the child leave and writes its file, and shows the code where it has one.
 */
void
tv_transfer_dialog_write (TvWorkspace *workspace, GtkWindow *window, const TvTransferOut *request)
{
    Writing *self = g_new0 (Writing, 1);

    self->workspace = g_object_ref (workspace);
    self->window = g_object_ref (window);
    self->name = g_filename_display_basename (request->path);
    self->has_left = request->enrolment_id != 0;
    self->progress = tv_progress_dialog_start (window, _ ("Writing the child's record…"), NULL);
    tv_transfer_out_async (tv_workspace_get_store (workspace), request, NULL, written_cb, self);
}

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, Sending *self)
{
    g_autoptr (GFile) file = NULL;
    g_autofree char *chosen = NULL;
    g_autofree char *path = NULL;

    if (response == GTK_RESPONSE_ACCEPT) {
        file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
        chosen = file ? g_file_get_path (file) : NULL;
        path = chosen ? tv_transfer_out_complete_name (chosen) : NULL;
    }
    self->request.path = path;
    self->request.is_completed = g_strcmp0 (path, chosen) != 0;
    if (path)
        tv_transfer_dialog_write (self->workspace, self->window, &self->request);
    /* Its answer holds what holds it. */
    g_clear_object (&self->chooser);
}

static void
choose_file (Sending *self)
{
    g_autofree char *name = tv_transfer_out_file_name (self->child->student->name,
                                                       tv_workspace_today (self->workspace));

    self->chooser
        = gtk_file_chooser_native_new (_ ("Save the child's record"), self->window,
                                       GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
    g_signal_connect_data (self->chooser, "response", G_CALLBACK (file_chosen_cb),
                           g_rc_box_acquire (self), sending_unref, 0);
    gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static TvDate
read_date (Sending *self)
{
    return tv_date_parse_typed (gtk_editable_get_text (GTK_EDITABLE (self->date_row)));
}

static void
check_cb (Sending *self, TvFormDialog *dialog)
{
    TvDate date = self->date_row ? read_date (self) : TV_DATE_NONE;
    TvDate from = self->date_row ? self->child->place->enrolment->from : TV_DATE_NONE;

    if (self->date_row && date == TV_DATE_NONE)
        tv_form_dialog_judge (dialog, FALSE,
                              _ ("This is not a date. Type day, month and year: 5/10/2026."));
    else if (self->date_row && from != TV_DATE_NONE && date < from)
        tv_form_dialog_judge (dialog, FALSE,
                              _ ("The child came into its class only after this day."));
    else if (adw_combo_row_get_selected (self->code_row) == 1)
        tv_form_dialog_judge (dialog, TRUE,
                              _ ("Whoever gets the file in hand reads the child's whole record."));
    else
        tv_form_dialog_judge (dialog, TRUE, NULL);
}

static void
accepted_cb (Sending *self)
{
    self->other_school = tv_entry_row_read (self->school_row);
    self->request = (TvTransferOut){
        .student_id = self->child->student->id,
        .enrolment_id = self->date_row ? self->child->place->enrolment->id : 0,
        .other_school = self->other_school,
        .last_day = self->date_row ? read_date (self) : TV_DATE_NONE,
        .is_open = adw_combo_row_get_selected (self->code_row) == 1,
        .has_notes = adw_combo_row_get_selected (self->notes_row) == 1,
    };
    choose_file (self);
}

static AdwComboRow *
add_choice (TvFormDialog *dialog, const char *title, const char *first, const char *second)
{
    const char *const texts[] = { first, second, NULL };

    return tv_form_dialog_add_choice (dialog, title, G_LIST_MODEL (gtk_string_list_new (texts)), 0);
}

static void
add_rows (Sending *self, TvFormDialog *dialog)
{
    const TvChildPlace *place = self->child->place;
    g_autofree char *today = tv_date_to_text (tv_workspace_today (self->workspace));

    self->school_row = tv_form_dialog_add_entry (
        dialog, _ ("To school"),
        place && !is_here (self->child) ? place->enrolment->other_school : NULL);
    if (is_here (self->child))
        self->date_row = tv_form_dialog_add_entry (dialog, _ ("Last day here"), today);
    else
        gtk_widget_set_visible (GTK_WIDGET (self->school_row), FALSE);
    self->code_row
        = add_choice (dialog, _ ("The file opens"), _ ("with a code alone"), _ ("without a code"));
    self->notes_row = add_choice (dialog, _ ("Notes"), _ ("stay here"), _ ("go with the child"));
}

/**
 * tv_transfer_dialog_send:
 * @workspace: the open book
 * @child: who goes to another school, or went there
 * @parent: a widget of the window that asks
 *
 * Returns: (transfer none): the dialog, shown
 */
TvFormDialog *
tv_transfer_dialog_send (TvWorkspace *workspace, TvChild *child, GtkWidget *parent)
{
    TvFormDialog *dialog = tv_form_dialog_new (
        parent, is_here (child) ? _ ("To another school") : _ ("The child's record once more"),
        is_here (child)
            ? _ ("The child leaves on its last day, and a file is written with all that was "
                 "measured here, for the other school. Neither is done without the other.")
            : _ ("A file is written with all that was measured here, for the other school. The "
                 "record book is not changed."),
        _ ("_Write the file…"));
    Sending *self = g_rc_box_new0 (Sending);

    self->workspace = g_object_ref (workspace);
    self->child = tv_child_ref (child);
    self->window = g_object_ref (GTK_WINDOW (gtk_widget_get_root (parent)));
    add_rows (self, dialog);
    g_signal_connect_swapped (dialog, "check", G_CALLBACK (check_cb), self);
    g_signal_connect_data (dialog, "accepted", G_CALLBACK (accepted_cb), self, sending_unref,
                           G_CONNECT_SWAPPED);
    tv_form_dialog_present (dialog);
    return dialog;
}
