/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for name and days of a new measuring round, proposed beforehand, and opens it. */

#include "ui/measuring/tv-round-dialog.h"

#include "ui/widgets/tv-form-dialog.h"
#include "workflows/tv-round-opening.h"

#include <glib/gi18n.h>

typedef struct {
    TvWorkspace *workspace;
    GtkWidget *parent;
    TvRound *proposal;
    AdwEntryRow *name_row;
    AdwEntryRow *first_row;
    AdwEntryRow *last_row;
} Form;

static void
form_free (gpointer data, GClosure *closure)
{
    Form *self = data;

    g_object_unref (self->workspace);
    g_object_unref (self->parent);
    g_clear_pointer (&self->proposal, tv_round_unref);
    g_free (self);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvWorkspace) workspace = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvRound) round = tv_round_opening_open_finish (TV_STORE (source), result, &error);
    g_autofree char *sentence = NULL;

    if (!round) {
        tv_workspace_tell_error (workspace, error);
        return;
    }
    tv_workspace_set_round (workspace, round);
    /* Translators: %s is the name of a measuring round. */
    sentence = g_strdup_printf (_ ("%s is open."), round->name);
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
    TvRound values = *form->proposal;

    values.name = name;
    values.first_day = read_date (form->first_row);
    values.last_day = read_date (form->last_row);
    tv_round_opening_open_async (tv_workspace_get_store (form->workspace), &values, NULL, opened_cb,
                                 g_object_ref (form->workspace));
}

static void
check_cb (Form *form, TvFormDialog *dialog)
{
    g_autofree char *name = tv_entry_row_read (form->name_row);
    TvDate first = read_date (form->first_row);
    TvDate last = read_date (form->last_row);

    if (first == TV_DATE_NONE || last == TV_DATE_NONE)
        tv_form_dialog_judge (dialog, FALSE,
                              _ ("This is not a date. Type day, month and year: 5/10/2026."));
    else if (first > last)
        tv_form_dialog_judge (dialog, FALSE, _ ("The last day is before the first."));
    else
        tv_form_dialog_judge (dialog, name != NULL, NULL);
}

static void
ask (Form *form)
{
    TvFormDialog *dialog
        = tv_form_dialog_new (form->parent, _ ("Open a new round"),
                              _ ("Its rates count every child enrolled on its own measuring day."),
                              _ ("_Open the round"));
    g_autofree char *first = tv_date_to_text (form->proposal->first_day);
    g_autofree char *last = tv_date_to_text (form->proposal->last_day);

    form->name_row = tv_form_dialog_add_entry (dialog, C_ ("round", "Name"), form->proposal->name);
    form->first_row = tv_form_dialog_add_entry (dialog, _ ("First day"), first);
    form->last_row = tv_form_dialog_add_entry (dialog, _ ("Last day"), last);
    g_signal_connect_swapped (dialog, "check", G_CALLBACK (check_cb), form);
    g_signal_connect_data (dialog, "accepted", G_CALLBACK (accept_cb), form, form_free,
                           G_CONNECT_SWAPPED);
    tv_form_dialog_present (dialog);
}

static void
proposed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    Form *form = user_data;
    g_autoptr (GError) error = NULL;

    form->proposal = tv_round_opening_propose_finish (TV_STORE (source), result, &error);
    if (form->proposal) {
        ask (form);
        return;
    }
    tv_workspace_tell_error (form->workspace, error);
    form_free (form, NULL);
}

/**
 * tv_round_dialog_present:
 * @workspace: the open book; the chosen year gets the round
 * @parent: a widget of the window that asks
 */
void
tv_round_dialog_present (TvWorkspace *workspace, GtkWidget *parent)
{
    TvSchoolYear *year = tv_workspace_get_year (workspace);
    Form *form;

    if (!year || !tv_workspace_can_edit (workspace))
        return;
    form = g_new0 (Form, 1);
    form->workspace = g_object_ref (workspace);
    form->parent = g_object_ref (parent);
    tv_round_opening_propose_async (tv_workspace_get_store (workspace), year->id, NULL, proposed_cb,
                                    form);
}
