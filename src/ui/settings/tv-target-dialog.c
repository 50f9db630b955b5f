/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The form for one target. */

#include "ui/settings/tv-target-dialog.h"

#include "base/tv-number.h"
#include "ui/settings/tv-target-row.h"
#include "workflows/tv-targets.h"

#include <glib/gi18n.h>

typedef struct {
    TvTarget *target;
    TvTargetTaken taken;
    GObject *object;
    AdwEntryRow *value_row;
    AdwComboRow *direction_row;
    AdwEntryRow *wording_vi_row;
    AdwEntryRow *wording_en_row;
    AdwEntryRow *source_row;
} Form;

/* In the order in which they are offered. */
static const TvDirection directions[]
    = { TV_DIRECTION_BELOW, TV_DIRECTION_AT_MOST, TV_DIRECTION_AT_LEAST };

static void
form_free (gpointer data, GClosure *closure)
{
    Form *self = data;

    tv_target_unref (self->target);
    g_object_unref (self->object);
    g_free (self);
}

static GListModel *
list_directions (void)
{
    GtkStringList *list = gtk_string_list_new (NULL);

    gtk_string_list_append (list, C_ ("target", "Below the value (<)"));
    gtk_string_list_append (list, C_ ("target", "The value at most (≤)"));
    gtk_string_list_append (list, C_ ("target", "The value at least (≥)"));
    return G_LIST_MODEL (list);
}

static guint
index_of_direction (TvDirection direction)
{
    for (guint i = 0; i < G_N_ELEMENTS (directions); i++) {
        if (directions[i] == direction)
            return i;
    }
    return G_N_ELEMENTS (directions) - 1;
}

/* Returns NULL where what is typed as the value is no number. */
static TvTarget *
read_form (Form *form)
{
    TvTarget values = *form->target;
    g_autofree char *value = tv_entry_row_read (form->value_row);
    g_autofree char *wording_vi = tv_entry_row_read (form->wording_vi_row);
    g_autofree char *wording_en = tv_entry_row_read (form->wording_en_row);
    g_autofree char *source = tv_entry_row_read (form->source_row);

    values.has_value = value != NULL;
    values.value_thousandths = 0;
    values.direction = TV_DIRECTION_NONE;
    if (value && !tv_number_parse_fixed (value, 3, &values.value_thousandths))
        return NULL;
    if (value)
        values.direction = directions[adw_combo_row_get_selected (form->direction_row)];
    values.wording_vi = wording_vi;
    values.wording_en = wording_en;
    values.source = source;
    return tv_target_new (&values);
}

static void
check_cb (Form *form, TvFormDialog *dialog)
{
    g_autoptr (TvTarget) values = read_form (form);
    const char *fault
        = values ? tv_target_find_fault (values) : _ ("A number such as 6.4 is needed here");
    const char *remark = fault;

    if (!fault && !values->has_value)
        remark = _ ("Without a value nothing is judged by this target.");
    gtk_widget_set_sensitive (GTK_WIDGET (form->direction_row), !values || values->has_value);
    tv_form_dialog_judge (dialog, !fault, remark);
}

static void
accept_cb (Form *form)
{
    g_autoptr (TvTarget) values = read_form (form);

    if (values && !tv_target_find_fault (values))
        form->taken (form->object, values);
}

static char *
write_value_title (const TvTarget *target)
{
    const char *unit = tv_target_unit_label (target->unit);

    if (!*unit)
        return g_strdup (C_ ("target", "Value"));
    /* Translators: %s is a unit such as "%" or "per 1,000" */
    return g_strdup_printf (C_ ("target", "Value (%s)"), unit);
}

static void
add_fields (Form *form, TvFormDialog *dialog)
{
    const TvTarget *target = form->target;
    g_autofree char *value_title = write_value_title (target);
    g_autofree char *value
        = target->has_value ? tv_number_format_fixed (target->value_thousandths, 3, 0) : NULL;

    form->value_row = tv_form_dialog_add_entry (dialog, value_title, value);
    form->direction_row
        = tv_form_dialog_add_choice (dialog, C_ ("target", "Direction"), list_directions (),
                                     index_of_direction (target->direction));
    form->wording_vi_row
        = tv_form_dialog_add_entry (dialog, _ ("Wording in Vietnamese"), target->wording_vi);
    form->wording_en_row
        = tv_form_dialog_add_entry (dialog, _ ("Wording in English"), target->wording_en);
    form->source_row = tv_form_dialog_add_entry (dialog, _ ("Source"), target->source);
}

/**
 * tv_target_dialog_present:
 * @parent: a widget of the window that asks
 * @target: what is edited
 * @taken: called with the answer, if there is one
 * @object: a #GObject for @taken
 *
 * Returns: (transfer none): the form, shown
 */
TvFormDialog *
tv_target_dialog_present (GtkWidget *parent, TvTarget *target, TvTargetTaken taken, gpointer object)
{
    Form *form = g_new0 (Form, 1);
    /* Translators: %1$s is a target's number in the plan, such as E-I.2a, %2$d a calendar year */
    g_autofree char *heading
        = g_strdup_printf (_ ("Target %1$s of %2$d"), target->code, target->year);
    TvFormDialog *dialog = tv_form_dialog_new (parent, heading, NULL, _ ("_Save"));

    form->target = tv_target_ref (target);
    form->taken = taken;
    form->object = g_object_ref (object);
    add_fields (form, dialog);
    g_signal_connect_swapped (dialog, "check", G_CALLBACK (check_cb), form);
    g_signal_connect_data (dialog, "accepted", G_CALLBACK (accept_cb), form, form_free,
                           G_CONNECT_SWAPPED);
    tv_form_dialog_present (dialog);
    return dialog;
}
