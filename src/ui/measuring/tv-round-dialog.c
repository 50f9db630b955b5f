/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for name and days of a new measuring round, proposed beforehand, and opens it. */

#include "ui/measuring/tv-round-dialog.h"

#include "base/tv-text.h"
#include "workflows/tv-round-opening.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct {
    TvWorkspace *workspace;
    TvRound *proposal;
    GtkWindow *parent;
    AdwMessageDialog *dialog;
    GtkEditable *name_entry;
    GtkEditable *first_entry;
    GtkEditable *last_entry;
} Asking;

static void
asking_free (Asking *self)
{
    g_object_unref (self->workspace);
    g_clear_pointer (&self->proposal, tv_round_unref);
    g_clear_object (&self->parent);
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
    sentence = g_strdup_printf (_("%s is open."), round->name);
    tv_workspace_tell (workspace, sentence, TRUE);
}

static void
response_cb (Asking *self, const char *response)
{
    g_autofree char *name = tv_text_clean (gtk_editable_get_text (self->name_entry));
    g_autoptr (TvRound) round = NULL;
    TvRound values = *self->proposal;

    if (g_strcmp0 (response, "open") == 0) {
        values.name = name;
        values.first_day = tv_date_parse_typed (gtk_editable_get_text (self->first_entry));
        values.last_day = tv_date_parse_typed (gtk_editable_get_text (self->last_entry));
        round = tv_round_new (&values);
        tv_round_opening_open_async (tv_workspace_get_store (self->workspace), round, NULL,
                                     opened_cb, g_object_ref (self->workspace));
    }
}

/* The round can be opened when it has a name and its days are in order. */
static void
check_cb (Asking *self)
{
    g_autofree char *name = tv_text_clean (gtk_editable_get_text (self->name_entry));
    TvDate first = tv_date_parse_typed (gtk_editable_get_text (self->first_entry));
    TvDate last = tv_date_parse_typed (gtk_editable_get_text (self->last_entry));
    gboolean is_in_order = first != TV_DATE_NONE && last != TV_DATE_NONE && first <= last;

    if (is_in_order)
        gtk_widget_remove_css_class (GTK_WIDGET (self->last_entry), "error");
    else
        gtk_widget_add_css_class (GTK_WIDGET (self->last_entry), "error");
    adw_message_dialog_set_response_enabled (self->dialog, "open", is_in_order && *name);
}

static GtkEditable *
add_row (Asking *self, GtkWidget *list, const char *title, const char *text)
{
    GtkWidget *row = adw_entry_row_new ();

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
    gtk_editable_set_text (GTK_EDITABLE (row), text);
    gtk_list_box_append (GTK_LIST_BOX (list), row);
    return GTK_EDITABLE (row);
}

static void
ask (Asking *self)
{
    GtkWidget *dialog = adw_message_dialog_new (
        self->parent, _("Open a new round"), _("Its rates count every child enrolled on its "
                                                  "own measuring day."));
    GtkWidget *list = gtk_list_box_new ();
    g_autofree char *first = tv_date_to_text (self->proposal->first_day);
    g_autofree char *last = tv_date_to_text (self->proposal->last_day);

    self->dialog = ADW_MESSAGE_DIALOG (dialog);
    gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
    gtk_widget_add_css_class (list, "boxed-list");
    self->name_entry = add_row (self, list, _("Name"), self->proposal->name);
    self->first_entry = add_row (self, list, _("First day"), first);
    self->last_entry = add_row (self, list, _("Last day"), last);
    g_signal_connect_swapped (self->name_entry, "changed", G_CALLBACK (check_cb), self);
    g_signal_connect_swapped (self->first_entry, "changed", G_CALLBACK (check_cb), self);
    g_signal_connect_swapped (self->last_entry, "changed", G_CALLBACK (check_cb), self);
    adw_message_dialog_set_extra_child (self->dialog, list);
    adw_message_dialog_add_responses (self->dialog, "cancel",
                                      _("_Cancel"), "open", _("_Open the round"), NULL);
    adw_message_dialog_set_response_appearance (self->dialog, "open", ADW_RESPONSE_SUGGESTED);
    adw_message_dialog_set_default_response (self->dialog, "open");
    g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), self,
                           (GClosureNotify) (void (*) (void)) asking_free, G_CONNECT_SWAPPED);
    gtk_window_present (GTK_WINDOW (dialog));
}

static void
proposed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    Asking *self = user_data;
    g_autoptr (GError) error = NULL;

    self->proposal = tv_round_opening_propose_finish (TV_STORE (source), result, &error);
    if (self->proposal) {
        ask (self);
        return;
    }
    tv_workspace_tell_error (self->workspace, error);
    asking_free (self);
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
    GtkRoot *root = gtk_widget_get_root (parent);
    Asking *self;

    if (!year || tv_workspace_is_read_only (workspace))
        return;
    self = g_new0 (Asking, 1);
    self->workspace = g_object_ref (workspace);
    self->parent = GTK_IS_WINDOW (root) ? g_object_ref (GTK_WINDOW (root)) : NULL;
    tv_round_opening_propose_async (tv_workspace_get_store (workspace), year->id, NULL, proposed_cb,
                                    self);
}
