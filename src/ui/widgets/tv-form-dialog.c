/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Small forms all look and work the same: fields in a list, one remark under them, and a button
 * that waits until the answer makes sense. */

#include "ui/widgets/tv-form-dialog.h"

#include "base/tv-text.h"
#include "ui/widgets/tv-password-row.h"

#include <glib/gi18n.h>

struct _TvFormDialog {
    AdwMessageDialog parent_instance;

    GtkWidget *box;
    GtkWidget *list;
    GtkLabel *remark_label;
};

G_DEFINE_FINAL_TYPE (TvFormDialog, tv_form_dialog, ADW_TYPE_MESSAGE_DIALOG)

enum {
    CHECK,
    ACCEPTED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tv_form_dialog_response (AdwMessageDialog *dialog, const char *response)
{
    if (g_strcmp0 (response, "accept") == 0)
        g_signal_emit (dialog, signals[ACCEPTED], 0);
}

static void
tv_form_dialog_class_init (TvFormDialogClass *class_)
{
    GType type = G_TYPE_FROM_CLASS (class_);

    ADW_MESSAGE_DIALOG_CLASS (class_)->response = tv_form_dialog_response;
    signals[CHECK]
        = g_signal_new ("check", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
    signals[ACCEPTED]
        = g_signal_new ("accepted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tv_form_dialog_init (TvFormDialog *self)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

    self->list = gtk_list_box_new ();
    gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
    gtk_widget_add_css_class (self->list, "boxed-list");
    self->remark_label = GTK_LABEL (gtk_label_new (NULL));
    gtk_label_set_wrap (self->remark_label, TRUE);
    gtk_label_set_xalign (self->remark_label, 0);
    gtk_widget_add_css_class (GTK_WIDGET (self->remark_label), "question");
    gtk_widget_set_visible (GTK_WIDGET (self->remark_label), FALSE);
    self->box = box;
    gtk_box_append (GTK_BOX (box), self->list);
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->remark_label));
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self), box);
}

/**
 * tv_form_dialog_new:
 * @parent: a widget of the window that asks
 * @heading: what is asked
 * @body: (nullable): what it means
 * @accept_label: what the button says, with a mnemonic
 *
 * Returns: (transfer none): the dialog, not yet shown
 */
TvFormDialog *
tv_form_dialog_new (GtkWidget *parent, const char *heading, const char *body,
                    const char *accept_label)
{
    GtkRoot *root = gtk_widget_get_root (parent);
    TvFormDialog *self
        = g_object_new (TV_TYPE_FORM_DIALOG, "transient-for", root, "modal", TRUE, NULL);
    AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);

    adw_message_dialog_set_heading (dialog, heading);
    adw_message_dialog_set_body (dialog, body ? body : "");
    adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "accept", accept_label,
                                      NULL);
    adw_message_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_SUGGESTED);
    adw_message_dialog_set_default_response (dialog, "accept");
    adw_message_dialog_set_close_response (dialog, "cancel");
    return self;
}

static AdwEntryRow *
add_entry_row (TvFormDialog *self, GtkWidget *row, const char *title)
{
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
    adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
    gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    g_signal_connect_swapped (row, "changed", G_CALLBACK (tv_form_dialog_check), self);
    return ADW_ENTRY_ROW (row);
}

/**
 * tv_form_dialog_add_entry:
 * @text: (nullable): what stands in it at first
 *
 * Returns: (transfer none): the field
 */
AdwEntryRow *
tv_form_dialog_add_entry (TvFormDialog *self, const char *title, const char *text)
{
    AdwEntryRow *row = add_entry_row (self, adw_entry_row_new (), title);

    gtk_editable_set_text (GTK_EDITABLE (row), text ? text : "");
    return row;
}

/**
 * tv_form_dialog_add_password:
 *
 * Returns: (transfer none): a field whose letters are hidden until they are asked for
 */
AdwEntryRow *
tv_form_dialog_add_password (TvFormDialog *self, const char *title)
{
    GtkWidget *row = adw_password_entry_row_new ();

    tv_password_row_set_up (ADW_PASSWORD_ENTRY_ROW (row));
    return add_entry_row (self, row, title);
}

/**
 * tv_form_dialog_add_choice:
 * @choices: (transfer full): the answers to choose from
 * @chosen: which is chosen at first
 *
 * Returns: (transfer none): the field
 */
AdwComboRow *
tv_form_dialog_add_choice (TvFormDialog *self, const char *title, GListModel *choices, guint chosen)
{
    GtkWidget *row = adw_combo_row_new ();

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
    adw_combo_row_set_model (ADW_COMBO_ROW (row), choices);
    adw_combo_row_set_selected (ADW_COMBO_ROW (row), chosen);
    g_object_unref (choices);
    gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (tv_form_dialog_check), self);
    return ADW_COMBO_ROW (row);
}

/**
 * tv_form_dialog_add_below:
 * @widget: (transfer floating): what is chosen otherwise than in a field of the list
 *
 * Puts it between the list and the remark. Whatever changes in it calls tv_form_dialog_check().
 */
void
tv_form_dialog_add_below (TvFormDialog *self, GtkWidget *widget)
{
    g_return_if_fail (TV_IS_FORM_DIALOG (self));
    gtk_box_insert_child_after (GTK_BOX (self->box), widget, self->list);
}

/**
 * tv_form_dialog_check:
 *
 * Has the answer judged as it stands now.
 */
void
tv_form_dialog_check (TvFormDialog *self)
{
    g_signal_emit (self, signals[CHECK], 0);
}

/**
 * tv_form_dialog_judge:
 * @can_accept: whether the answer can be taken as it stands
 * @remark: (nullable): what is odd or missing, in a sentence
 */
void
tv_form_dialog_judge (TvFormDialog *self, gboolean can_accept, const char *remark)
{
    g_return_if_fail (TV_IS_FORM_DIALOG (self));
    adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "accept", can_accept);
    gtk_label_set_label (self->remark_label, remark ? remark : "");
    gtk_widget_set_visible (GTK_WIDGET (self->remark_label), remark != NULL);
}

/**
 * tv_form_dialog_present:
 *
 * Checks what stands in the fields at first, and shows the dialog.
 */
void
tv_form_dialog_present (TvFormDialog *self)
{
    GtkWidget *first = gtk_widget_get_first_child (self->list);

    tv_form_dialog_check (self);
    /* Else the first button had the focus, and a space would close what is to be filled in. */
    if (first)
        gtk_widget_grab_focus (first);
    gtk_window_present (GTK_WINDOW (self));
}

/**
 * tv_entry_row_read:
 *
 * Returns: (transfer full) (nullable): what is typed, cleaned; %NULL where there is nothing
 */
char *
tv_entry_row_read (AdwEntryRow *row)
{
    g_autofree char *text = tv_text_clean (gtk_editable_get_text (GTK_EDITABLE (row)));

    return *text ? g_steal_pointer (&text) : NULL;
}
