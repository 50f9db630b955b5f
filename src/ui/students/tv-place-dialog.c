/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A child goes to another class, leaves the school, or comes back. */

#include "ui/students/tv-place-dialog.h"

#include "workflows/tv-child-edit.h"
#include "workflows/tv-class-move.h"
#include "workflows/tv-roster.h"

#include <glib/gi18n.h>

typedef struct {
    TvWorkspace *workspace;
    TvChild *child;
    GPtrArray *classes; /* of TvClass: where the child can go */
    AdwComboRow *choice_row;
    AdwEntryRow *date_row;
} Form;

static void
form_free (gpointer data, GClosure *closure)
{
    Form *self = data;

    g_object_unref (self->workspace);
    tv_child_unref (self->child);
    g_clear_pointer (&self->classes, g_ptr_array_unref);
    g_free (self);
}

static void
moved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvWorkspace) workspace = user_data;
    g_autoptr (GError) error = NULL;

    if (tv_child_edit_finish (TV_STORE (source), result, &error) == 0)
        tv_workspace_tell_error (workspace, error);
    else
        tv_workspace_tell (workspace, _ ("The change was saved."), TRUE);
}

static TvDate
read_date (Form *form)
{
    return tv_date_parse_typed (gtk_editable_get_text (GTK_EDITABLE (form->date_row)));
}

static void
check_cb (Form *form, TvFormDialog *dialog)
{
    TvDate date = read_date (form);
    TvDate from = form->child->place->enrolment->from;
    gboolean is_date = date != TV_DATE_NONE;
    gboolean is_in_order = is_date && (from == TV_DATE_NONE || date > from);

    if (!is_date)
        tv_form_dialog_judge (dialog, FALSE,
                              _ ("This is not a date. Type day, month and year: 5/10/2026."));
    else if (!is_in_order)
        tv_form_dialog_judge (dialog, FALSE,
                              _ ("The child came into its class only after this day."));
    else
        tv_form_dialog_judge (dialog, !form->classes || form->classes->len > 0, NULL);
}

static void
accept_class_cb (Form *form)
{
    guint position = adw_combo_row_get_selected (form->choice_row);
    const TvClass *class_ = g_ptr_array_index (form->classes, position);

    tv_child_change_class_async (tv_workspace_get_store (form->workspace),
                                 form->child->place->enrolment->id, class_->id, read_date (form),
                                 NULL, moved_cb, g_object_ref (form->workspace));
}

static void
accept_leaving_cb (Form *form)
{
    TvEnrolmentStatus status = adw_combo_row_get_selected (form->choice_row) == 0
                                   ? TV_ENROLMENT_MOVED_AWAY
                                   : TV_ENROLMENT_STOPPED;

    tv_child_leave_async (tv_workspace_get_store (form->workspace),
                          form->child->place->enrolment->id, status, read_date (form), NULL,
                          moved_cb, g_object_ref (form->workspace));
}

/* Between the last day here and the first day again the child is nowhere. */
static void
check_coming_back_cb (Form *form, TvFormDialog *dialog)
{
    TvSchoolYear *year = tv_workspace_get_year (form->workspace);
    const TvChildPlace *place = form->child->place;
    TvDate date = read_date (form);
    g_autofree char *fault = tv_class_move_find_fault (year->first_year, date);

    if (!fault && place && place->year->id == year->id && place->enrolment->until != TV_DATE_NONE
        && date <= place->enrolment->until)
        fault = g_strdup (_ ("The child left only on this day or later."));
    tv_form_dialog_judge (dialog, fault == NULL, fault);
}

static void
accept_coming_back_cb (Form *form)
{
    guint position = adw_combo_row_get_selected (form->choice_row);
    const TvClass *class_ = g_ptr_array_index (form->classes, position);

    tv_child_come_back_async (tv_workspace_get_store (form->workspace), form->child->student->id,
                              class_->id, read_date (form), NULL, moved_cb,
                              g_object_ref (form->workspace));
}

static void
add_date_and_present (Form *form, TvFormDialog *dialog, const char *title, GCallback check,
                      GCallback accept_cb)
{
    g_autofree char *today = tv_date_to_text (tv_workspace_today (form->workspace));

    form->date_row = tv_form_dialog_add_entry (dialog, title, today);
    g_signal_connect_swapped (dialog, "check", check, form);
    g_signal_connect_data (dialog, "accepted", accept_cb, form, form_free, G_CONNECT_SWAPPED);
    tv_form_dialog_present (dialog);
}

static Form *
form_new (TvWorkspace *workspace, TvChild *child)
{
    Form *form = g_new0 (Form, 1);

    form->workspace = g_object_ref (workspace);
    form->child = tv_child_ref (child);
    return form;
}

static void
add_classes (Form *form, TvFormDialog *dialog, GPtrArray *classes, gint64 but_id)
{
    GtkStringList *list = gtk_string_list_new (NULL);

    form->classes = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_class_unref);
    for (guint i = 0; i < classes->len; i++) {
        const TvRosterClass *roster_class = g_ptr_array_index (classes, i);

        if (roster_class->class_->id == but_id)
            continue;
        g_ptr_array_add (form->classes, tv_class_ref (roster_class->class_));
        gtk_string_list_append (list, roster_class->class_->name);
    }
    form->choice_row = tv_form_dialog_add_choice (dialog, _ ("To class"), G_LIST_MODEL (list), 0);
}

/**
 * tv_place_dialog_change_class:
 * @workspace: the open book
 * @child: who goes to another class; it has a place
 * @classes: (element-type TvRosterClass): the classes of the year
 * @parent: a widget of the window that asks
 *
 * Returns: (transfer none): the dialog, shown
 */
TvFormDialog *
tv_place_dialog_change_class (TvWorkspace *workspace, TvChild *child, GPtrArray *classes,
                              GtkWidget *parent)
{
    TvFormDialog *dialog = tv_form_dialog_new (
        parent, _ ("Change the class"),
        _ ("What was measured before that day stays with the old class."), _ ("_Change the class"));
    Form *form = form_new (workspace, child);

    add_classes (form, dialog, classes, child->place->class_->id);
    add_date_and_present (form, dialog, _ ("First day there"), G_CALLBACK (check_cb),
                          G_CALLBACK (accept_class_cb));
    return dialog;
}

/**
 * tv_place_dialog_leave:
 * @workspace: the open book
 * @child: who leaves; it has a place
 * @parent: a widget of the window that asks
 *
 * Returns: (transfer none): the dialog, shown
 */
TvFormDialog *
tv_place_dialog_leave (TvWorkspace *workspace, TvChild *child, GtkWidget *parent)
{
    TvFormDialog *dialog = tv_form_dialog_new (
        parent, _ ("The child leaves the school"),
        _ ("Rounds in which it was measured before that day keep counting it."), _ ("_Leave"));
    Form *form = form_new (workspace, child);
    GtkStringList *list = gtk_string_list_new (NULL);

    gtk_string_list_append (list, tv_enrolment_status_label (TV_ENROLMENT_MOVED_AWAY));
    gtk_string_list_append (list, tv_enrolment_status_label (TV_ENROLMENT_STOPPED));
    form->choice_row = tv_form_dialog_add_choice (dialog, _ ("Why"), G_LIST_MODEL (list), 0);
    add_date_and_present (form, dialog, _ ("Last day here"), G_CALLBACK (check_cb),
                          G_CALLBACK (accept_leaving_cb));
    return dialog;
}

/**
 * tv_place_dialog_come_back:
 * @workspace: the open book
 * @child: who left, or has no place in the chosen year
 * @classes: (element-type TvRosterClass): the classes of the chosen year
 * @parent: a widget of the window that asks
 *
 * Returns: (transfer none): the dialog, shown
 */
TvFormDialog *
tv_place_dialog_come_back (TvWorkspace *workspace, TvChild *child, GPtrArray *classes,
                           GtkWidget *parent)
{
    TvFormDialog *dialog = tv_form_dialog_new (
        parent, _ ("The child comes back"),
        _ ("Rounds that were over before that day do not count it."), _ ("_Come back"));
    Form *form = form_new (workspace, child);

    add_classes (form, dialog, classes, 0);
    add_date_and_present (form, dialog, _ ("First day there"), G_CALLBACK (check_coming_back_cb),
                          G_CALLBACK (accept_coming_back_cb));
    return dialog;
}
