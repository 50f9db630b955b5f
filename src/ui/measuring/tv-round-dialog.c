/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for kind, name, days and classes of a measuring round, proposed beforehand, and opens it;
 * or for those of one that stands, and changes it. */

#include "ui/measuring/tv-round-dialog.h"

#include "ui/measuring/tv-round-class-picker.h"
#include "ui/widgets/tv-form-dialog.h"
#include "workflows/tv-round-opening.h"

#include <glib/gi18n.h>

typedef struct {
    TvWorkspace *workspace;
    GtkWidget *parent;
    TvRoundKind kind;
    TvRoundPlan *plan;
    AdwMessageDialog *dialog;
    AdwComboRow *kind_row; /* NULL of a round that stands: its kind stays */
    AdwEntryRow *name_row;
    AdwEntryRow *first_row;
    AdwEntryRow *last_row;
    TvRoundClassPicker *picker;
} Form;

static void
form_free (gpointer data, GClosure *closure)
{
    Form *self = data;

    g_object_unref (self->workspace);
    g_object_unref (self->parent);
    g_clear_pointer (&self->plan, tv_round_plan_unref);
    g_free (self);
}

/* Takes the round over for the window; NULL where it was refused, which is told. */
static TvRound *
take_round (TvWorkspace *workspace, GObject *source, GAsyncResult *result)
{
    g_autoptr (GError) error = NULL;
    TvRound *round = tv_round_opening_save_finish (TV_STORE (source), result, &error);

    if (round)
        tv_workspace_set_round (workspace, round);
    else
        tv_workspace_tell_error (workspace, error);
    return round;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvWorkspace) workspace = user_data;
    g_autoptr (TvRound) round = take_round (workspace, source, result);
    g_autofree char *sentence = NULL;

    if (!round)
        return;
    /* Translators: %s is the name of a measuring round. */
    sentence = g_strdup_printf (_ ("%s is open."), round->name);
    tv_workspace_tell (workspace, sentence, TRUE);
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvWorkspace) workspace = user_data;
    g_autoptr (TvRound) round = take_round (workspace, source, result);
    g_autofree char *sentence = NULL;

    if (!round)
        return;
    /* Translators: %s is the name of a measuring round. */
    sentence = g_strdup_printf (_ ("%s was changed."), round->name);
    tv_workspace_tell (workspace, sentence, TRUE);
}

static TvDate
read_date (AdwEntryRow *row)
{
    return tv_date_parse_typed (gtk_editable_get_text (GTK_EDITABLE (row)));
}

static void
accept_cb (Form *form)
{
    g_autofree char *name = tv_entry_row_read (form->name_row);
    g_autoptr (GArray) class_ids = tv_round_class_picker_list (form->picker);
    TvRound values = *form->plan->rounds[form->kind];

    values.name = name;
    values.first_day = read_date (form->first_row);
    values.last_day = read_date (form->last_row);
    tv_round_opening_save_async (tv_workspace_get_store (form->workspace), &values, class_ids, NULL,
                                 values.id ? changed_cb : opened_cb,
                                 g_object_ref (form->workspace));
}

static void
check_cb (Form *form, TvFormDialog *dialog)
{
    g_autofree char *name = tv_entry_row_read (form->name_row);
    g_autoptr (GArray) class_ids = tv_round_class_picker_list (form->picker);
    g_autofree char *remark = NULL;
    const TvRoundWish wish = { .kind = form->kind,
                               .name = name,
                               .first_day = read_date (form->first_row),
                               .last_day = read_date (form->last_row),
                               .takes_in_all = tv_round_class_picker_takes_in_all (form->picker),
                               .n_classes = class_ids->len };
    gboolean can_accept = tv_round_plan_judge (form->plan, &wish, &remark);

    tv_form_dialog_judge (dialog, can_accept, remark);
}

static void
set_date (AdwEntryRow *row, TvDate date)
{
    g_autofree char *text = date == TV_DATE_NONE ? g_strdup ("") : tv_date_to_text (date);

    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
show_round (Form *form)
{
    const TvRound *round = form->plan->rounds[form->kind];

    gtk_editable_set_text (GTK_EDITABLE (form->name_row), round->name);
    set_date (form->first_row, round->first_day);
    set_date (form->last_row, round->last_day);
}

static const char *
describe_kind (TvRoundKind kind)
{
    switch (kind) {
    case TV_ROUND_MONTHLY:
        return _ ("Children under 24 months, and those who were malnourished or overweight when "
                  "they were last measured. It never enters the rates.");
    case TV_ROUND_CLINIC:
        return _ ("What a clinic measured at a check-up. It never enters the rates.");
    default:
        return _ ("Its rates count every child enrolled on its own measuring day.");
    }
}

/* What was proposed for one kind is no name for another. */
static void
kind_selected_cb (Form *form)
{
    form->kind = (TvRoundKind) adw_combo_row_get_selected (form->kind_row);
    adw_message_dialog_set_body (form->dialog, describe_kind (form->kind));
    show_round (form);
}

static GListModel *
list_kinds (void)
{
    GtkStringList *list = gtk_string_list_new (NULL);

    for (int kind = 0; kind < TV_ROUND_N_KINDS; kind++)
        gtk_string_list_append (list, tv_round_kind_label ((TvRoundKind) kind));
    return G_LIST_MODEL (list);
}

static void
add_kind_row (Form *form, TvFormDialog *dialog)
{
    form->kind_row
        = tv_form_dialog_add_choice (dialog, C_ ("round", "Kind"), list_kinds (), form->kind);
}

static void
ask (Form *form)
{
    const TvRound *standing = tv_round_plan_get_standing (form->plan);
    TvFormDialog *dialog = tv_form_dialog_new (
        form->parent, standing ? _ ("Change the round") : _ ("Open a new round"),
        describe_kind (form->kind), standing ? _ ("_Change") : _ ("_Open the round"));

    form->dialog = ADW_MESSAGE_DIALOG (dialog);
    if (!standing)
        add_kind_row (form, dialog);
    form->name_row = tv_form_dialog_add_entry (dialog, C_ ("round", "Name"), NULL);
    form->first_row = tv_form_dialog_add_entry (dialog, _ ("First day"), NULL);
    form->last_row = tv_form_dialog_add_entry (dialog, _ ("Last day"), NULL);
    form->picker = TV_ROUND_CLASS_PICKER (tv_round_class_picker_new (form->plan));
    tv_form_dialog_add_below (dialog, GTK_WIDGET (form->picker));
    show_round (form);
    if (form->kind_row)
        g_signal_connect_swapped (form->kind_row, "notify::selected", G_CALLBACK (kind_selected_cb),
                                  form);
    g_signal_connect_object (form->picker, "changed", G_CALLBACK (tv_form_dialog_check), dialog,
                             G_CONNECT_SWAPPED);
    g_signal_connect_swapped (dialog, "check", G_CALLBACK (check_cb), form);
    g_signal_connect_data (dialog, "accepted", G_CALLBACK (accept_cb), form, form_free,
                           G_CONNECT_SWAPPED);
    tv_form_dialog_present (dialog);
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    Form *form = user_data;
    g_autoptr (GError) error = NULL;

    form->plan = tv_round_opening_plan_finish (TV_STORE (source), result, &error);
    if (form->plan && gtk_widget_get_root (form->parent)) {
        ask (form);
        return;
    }
    if (error)
        tv_workspace_tell_error (form->workspace, error);
    form_free (form, NULL);
}

static void
present (TvWorkspace *workspace, TvRoundKind kind, gint64 round_id, GtkWidget *parent)
{
    TvSchoolYear *year = tv_workspace_get_year (workspace);
    Form *form;

    if (!year || !tv_workspace_can_edit (workspace))
        return;
    form = g_new0 (Form, 1);
    form->workspace = g_object_ref (workspace);
    form->parent = g_object_ref (parent);
    form->kind = kind;
    tv_round_opening_plan_async (tv_workspace_get_store (workspace), year->id, round_id, NULL,
                                 planned_cb, form);
}

/**
 * tv_round_dialog_open_new:
 * @workspace: the open book; the chosen year gets the round
 * @kind: which is chosen at first
 * @parent: a widget of the window that asks
 */
void
tv_round_dialog_open_new (TvWorkspace *workspace, TvRoundKind kind, GtkWidget *parent)
{
    present (workspace, kind, 0, parent);
}

/**
 * tv_round_dialog_edit:
 * @workspace: the open book, whose chosen round is to be changed
 * @parent: a widget of the window that asks
 */
void
tv_round_dialog_edit (TvWorkspace *workspace, GtkWidget *parent)
{
    TvRound *round = tv_workspace_get_round (workspace);

    if (round && !round->is_closed)
        present (workspace, round->kind, round->id, parent);
}
