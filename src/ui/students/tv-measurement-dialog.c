/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Correcting one measurement, and taking it out of the count with a reason. */

#include "ui/students/tv-measurement-dialog.h"

#include "workflows/tv-child-edit.h"
#include "workflows/tv-measuring.h"

#include <glib/gi18n.h>

typedef struct {
    TvWorkspace *workspace;
    TvStudent *student;
    TvMeasurement *measurement;
    AdwEntryRow *date_row;
    AdwEntryRow *weight_row;
    AdwEntryRow *height_row;
    AdwComboRow *position_row;
    AdwEntryRow *reason_row;
} Form;

static void
form_free (gpointer data, GClosure *closure)
{
    Form *self = data;

    g_object_unref (self->workspace);
    g_clear_pointer (&self->student, tv_student_unref);
    tv_measurement_unref (self->measurement);
    g_free (self);
}

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvWorkspace) workspace = user_data;
    g_autoptr (GError) error = NULL;

    if (tv_child_edit_finish (TV_STORE (source), result, &error) == 0)
        tv_workspace_tell_error (workspace, error);
    else
        tv_workspace_tell (workspace, _ ("The measurement was changed."), TRUE);
}

static void
read_value (AdwEntryRow *row, TvQuantity quantity, TvTypedValue *typed)
{
    tv_typed_value_read (typed, quantity, gtk_editable_get_text (GTK_EDITABLE (row)));
}

/* What is typed, as it would stand; only readings of changed values make way for new ones. */
static TvMeasurement *
read_form (Form *form, const TvTypedValue *weight, const TvTypedValue *height)
{
    g_autoptr (TvMeasurement) weighed = NULL;
    g_autoptr (TvMeasurement) measured = NULL;
    TvSession session = { .round_id = form->measurement->round_id };
    TvMeasuringEntry entry;
    TvMeasurement values;

    session.date = form->measurement->date;
    session.id = form->measurement->session_id;
    weighed = tv_measurement_ref (form->measurement);
    if (weight->value != weighed->weight_g) {
        tv_measuring_entry_of_value (&entry, TV_QUANTITY_WEIGHT, weight, FALSE);
        tv_measurement_unref (weighed);
        weighed = tv_measuring_enter (form->measurement, &session, form->student, &entry);
    }
    measured = weighed ? tv_measurement_ref (weighed) : NULL;
    if (height->value != (weighed ? weighed->height_mm : 0)) {
        tv_measuring_entry_of_value (&entry, TV_QUANTITY_HEIGHT, height, FALSE);
        g_clear_pointer (&measured, tv_measurement_unref);
        measured = tv_measuring_enter (weighed, &session, form->student, &entry);
    }
    if (!measured)
        return NULL;
    values = *measured;
    values.id = form->measurement->id;
    values.uid = form->measurement->uid;
    values.date = tv_date_parse_typed (gtk_editable_get_text (GTK_EDITABLE (form->date_row)));
    values.position = (TvPosition) adw_combo_row_get_selected (form->position_row);
    return values.date == TV_DATE_NONE ? NULL : tv_measurement_new (&values);
}

static void
accept_edit_cb (Form *form)
{
    g_auto (TvTypedValue) weight = { 0 };
    g_auto (TvTypedValue) height = { 0 };
    g_autoptr (TvMeasurement) measurement = NULL;

    read_value (form->weight_row, TV_QUANTITY_WEIGHT, &weight);
    read_value (form->height_row, TV_QUANTITY_HEIGHT, &height);
    measurement = read_form (form, &weight, &height);
    if (measurement)
        tv_child_edit_measurement_async (tv_workspace_get_store (form->workspace), measurement,
                                         NULL, edited_cb, g_object_ref (form->workspace));
}

static void
check_edit_cb (Form *form, TvFormDialog *dialog)
{
    g_auto (TvTypedValue) weight = { 0 };
    g_auto (TvTypedValue) height = { 0 };
    g_auto (TvMeasuringFinding) finding = { 0 };
    g_autoptr (TvMeasurement) measurement = NULL;
    TvDate date = tv_date_parse_typed (gtk_editable_get_text (GTK_EDITABLE (form->date_row)));

    read_value (form->weight_row, TV_QUANTITY_WEIGHT, &weight);
    read_value (form->height_row, TV_QUANTITY_HEIGHT, &height);
    if (weight.refusal || height.refusal) {
        tv_form_dialog_judge (dialog, FALSE, weight.refusal ? weight.refusal : height.refusal);
        return;
    }
    if (date == TV_DATE_NONE || date > tv_workspace_today (form->workspace)
        || (form->student->birth_date != TV_DATE_NONE && date < form->student->birth_date)) {
        tv_form_dialog_judge (dialog, FALSE,
                              _ ("The date must be a day between birth and today, such as "
                                 "5/10/2026."));
        return;
    }
    if (weight.is_empty && height.is_empty) {
        tv_form_dialog_judge (dialog, FALSE, _ ("A weight or a height is needed."));
        return;
    }
    measurement = read_form (form, &weight, &height);
    tv_measuring_assess (form->student, measurement, NULL, &finding);
    tv_form_dialog_judge (dialog, measurement != NULL,
                          finding.n_questions > 0 ? finding.questions[0].sentence : NULL);
}

static GListModel *
list_positions (void)
{
    GtkStringList *list = gtk_string_list_new (NULL);

    gtk_string_list_append (list, _ ("Not known"));
    gtk_string_list_append (list, tv_position_label (TV_POSITION_RECUMBENT));
    gtk_string_list_append (list, tv_position_label (TV_POSITION_STANDING));
    return G_LIST_MODEL (list);
}

/**
 * tv_measurement_dialog_edit:
 * @workspace: the open book
 * @student: whose measurement it is
 * @measurement: the measurement
 * @parent: a widget of the window that asks
 *
 * Returns: (transfer none): the dialog, shown
 */
TvFormDialog *
tv_measurement_dialog_edit (TvWorkspace *workspace, const TvStudent *student,
                            TvMeasurement *measurement, GtkWidget *parent)
{
    TvFormDialog *dialog = tv_form_dialog_new (
        parent, _ ("Edit the measurement"), _ ("The old values stay in the history."), _ ("_Save"));
    g_autofree char *date = tv_date_to_text (measurement->date);
    g_autofree char *weight = tv_quantity_text (TV_QUANTITY_WEIGHT, measurement->weight_g);
    g_autofree char *height = tv_quantity_text (TV_QUANTITY_HEIGHT, measurement->height_mm);
    Form *form = g_new0 (Form, 1);

    form->workspace = g_object_ref (workspace);
    form->student = tv_student_new (student);
    form->measurement = tv_measurement_ref (measurement);
    form->date_row = tv_form_dialog_add_entry (dialog, _ ("Date"), date);
    form->weight_row = tv_form_dialog_add_entry (dialog, _ ("Weight (kg)"), weight);
    form->height_row = tv_form_dialog_add_entry (dialog, _ ("Height (cm)"), height);
    form->position_row = tv_form_dialog_add_choice (dialog, _ ("Measured"), list_positions (),
                                                    measurement->position);
    g_signal_connect_swapped (dialog, "check", G_CALLBACK (check_edit_cb), form);
    g_signal_connect_data (dialog, "accepted", G_CALLBACK (accept_edit_cb), form, form_free,
                           G_CONNECT_SWAPPED);
    tv_form_dialog_present (dialog);
    return dialog;
}

static void
exclude (Form *form, const char *reason)
{
    tv_child_exclude_async (tv_workspace_get_store (form->workspace), form->measurement->id, reason,
                            NULL, edited_cb, g_object_ref (form->workspace));
}

static void
accept_exclude_cb (Form *form)
{
    g_autofree char *reason = tv_entry_row_read (form->reason_row);

    exclude (form, reason);
}

static void
check_exclude_cb (Form *form, TvFormDialog *dialog)
{
    g_autofree char *reason = tv_entry_row_read (form->reason_row);

    tv_form_dialog_judge (dialog, reason != NULL, NULL);
}

/**
 * tv_measurement_dialog_exclude:
 * @workspace: the open book
 * @measurement: the measurement
 * @parent: a widget of the window that asks
 *
 * Asks why the measurement is to be taken out of the count; one that is out counts again at once.
 */
void
tv_measurement_dialog_exclude (TvWorkspace *workspace, TvMeasurement *measurement,
                               GtkWidget *parent)
{
    TvFormDialog *dialog;
    Form *form = g_new0 (Form, 1);

    form->workspace = g_object_ref (workspace);
    form->measurement = tv_measurement_ref (measurement);
    if (measurement->excluded_reason) {
        exclude (form, NULL);
        form_free (form, NULL);
        return;
    }
    dialog = tv_form_dialog_new (parent, _ ("Take the measurement out of the count"),
                                 _ ("It stays in the book and on the chart, marked, and does not "
                                    "enter any rate."),
                                 _ ("_Take it out"));
    form->reason_row = tv_form_dialog_add_entry (dialog, _ ("Reason"), NULL);
    g_signal_connect_swapped (dialog, "check", G_CALLBACK (check_exclude_cb), form);
    g_signal_connect_data (dialog, "accepted", G_CALLBACK (accept_exclude_cb), form, form_free,
                           G_CONNECT_SWAPPED);
    tv_form_dialog_present (dialog);
}
