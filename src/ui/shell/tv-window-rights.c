/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window offers to whoever is at the book, and who that is. What somebody has no right to
 * is not there: neither its page nor its menu line nor its key. */

#include "ui/shell/tv-window-private.h"

#include "ui/widgets/tv-form-dialog.h"

#include <glib/gi18n.h>

typedef struct {
    const char *name;
    guint rights;    /* bits of TvRight: any of them will do; 0: everybody */
    gboolean writes; /* in the book */
} Action;

static const Action actions[] = {
    { "win.show-page", 0, FALSE },
    { "win.search", TV_RIGHT_BIT (TV_RIGHT_READ_CHILDREN) | TV_RIGHT_BIT (TV_RIGHT_REQUEST_RECORDS),
      FALSE },
    { "win.back", 0, FALSE },
    { "win.undo", TV_RIGHTS_TO_WRITE, TRUE },
    { "win.redo", TV_RIGHTS_TO_WRITE, TRUE },
    { "win.import", TV_RIGHT_BIT (TV_RIGHT_EDIT_BOOK), TRUE },
    { "win.import-for-year", TV_RIGHT_BIT (TV_RIGHT_EDIT_BOOK), TRUE },
    { "win.new-year", TV_RIGHT_BIT (TV_RIGHT_EDIT_BOOK), TRUE },
    { "win.preferences", 0, FALSE },
    { "win.shortcuts", 0, FALSE },
    { "win.help", 0, FALSE },
    { "win.self-test", 0, FALSE },
    { "win.about", 0, FALSE },
    { "win.lock", 0, FALSE },
    { "win.show-names", TV_RIGHT_BIT (TV_RIGHT_REQUEST_RECORDS), FALSE },
};

static gboolean
is_offered (TvWindow *self, const Action *action)
{
    TvStore *store = tv_workspace_get_store (self->workspace);

    return store && !tv_workspace_is_locked (self->workspace)
           && !(action->writes && tv_workspace_is_read_only (self->workspace))
           && tv_rights_has_any (store, action->rights);
}

static void
show_person (TvWindow *self)
{
    g_autoptr (TvPerson) person = tv_rights_get_person (tv_workspace_get_store (self->workspace));
    g_autofree char *tooltip = NULL;

    gtk_widget_set_visible (GTK_WIDGET (self->person_label), person != NULL);
    if (!person)
        return;
    gtk_label_set_label (self->person_label, tv_person_sign_in_label (person));
    /* Translators: %s is the name of a person. */
    tooltip = g_strdup_printf (_ ("%s is signed in. Lock the record book (Ctrl+L)"), person->name);
    gtk_widget_set_tooltip_text (self->lock_button, tooltip);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->lock_button),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
}

static void
show_names_state (TvWindow *self)
{
    gboolean are_hidden = tv_rights_hide_names (tv_workspace_get_store (self->workspace));

    if (!are_hidden) {
        tv_notice_bar_tell (self->names_banner, NULL);
    } else if (self->names_timer) {
        tv_notice_bar_tell (self->names_banner,
                            _ ("The children's names and records are shown for a quarter of an "
                               "hour. The history tells that you asked for them, and why."));
        tv_notice_bar_set_action (self->names_banner, NULL, NULL);
    } else {
        tv_notice_bar_tell (self->names_banner,
                            _ ("The children's names are hidden: rates and reports do without."));
        tv_notice_bar_set_action (self->names_banner, _ ("_Show them…"), "win.show-names");
    }
}

/**
 * _tv_window_show_rights:
 * @self: a window
 *
 * Offers what is allowed now; asked again whenever the book, who is at it or the lock changes.
 */
void
_tv_window_show_rights (TvWindow *self)
{
    for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
        gboolean is_enabled = is_offered (self, &actions[i]);

        gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, is_enabled);
    }
    if (!tv_workspace_get_store (self->workspace) || tv_workspace_is_locked (self->workspace))
        return;
    gtk_widget_set_visible (self->undo_button, is_offered (self, &actions[3]));
    gtk_widget_set_visible (self->search_button, is_offered (self, &actions[1]));
    show_person (self);
    show_names_state (self);
}

/**
 * _tv_window_forget_names:
 *
 * What was asked for is over: the names are hidden again.
 */
void
_tv_window_forget_names (TvWindow *self)
{
    g_clear_handle_id (&self->names_timer, g_source_remove);
}

static gboolean
names_hidden_cb (gpointer user_data)
{
    TvWindow *self = user_data;

    self->names_timer = 0;
    if (!tv_workspace_is_locked (self->workspace)) {
        show_names_state (self);
        tv_workspace_reload (self->workspace);
    }
    return G_SOURCE_REMOVE;
}

static void
requested_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvWindow) self = user_data;
    g_autoptr (GError) error = NULL;
    gboolean are_shown = tv_rights_request_records_finish (TV_STORE (source), result, &error);

    if (!self->workspace)
        return;
    if (!are_shown) {
        tv_workspace_tell_error (self->workspace, error);
        return;
    }
    _tv_window_forget_names (self);
    self->names_timer = g_timeout_add_seconds (tv_rights_shown_seconds (), names_hidden_cb, self);
    show_names_state (self);
    tv_workspace_reload (self->workspace);
}

typedef struct {
    TvWindow *window;
    AdwEntryRow *reason_row;
} Request;

static void
free_request (gpointer data, GClosure *closure)
{
    Request *self = data;

    g_object_unref (self->window);
    g_free (self);
}

static void
reason_typed_cb (Request *self, TvFormDialog *dialog)
{
    g_autofree char *reason = tv_entry_row_read (self->reason_row);

    tv_form_dialog_judge (dialog, reason != NULL, NULL);
}

static void
reason_given_cb (Request *self)
{
    g_autofree char *reason = tv_entry_row_read (self->reason_row);
    TvStore *store = tv_workspace_get_store (self->window->workspace);

    if (reason && store)
        tv_rights_request_records_async (store, reason, requested_cb, g_object_ref (self->window));
}

static void
show_names_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    Request *request = g_new0 (Request, 1);
    TvFormDialog *dialog = tv_form_dialog_new (
        widget, _ ("Show the children's names and records?"),
        _ ("They are health data of children: the history keeps who asked for them, when, and why. "
           "After a quarter of an hour they are hidden again."),
        _ ("_Show"));

    request->window = g_object_ref (TV_WINDOW (widget));
    request->reason_row = tv_form_dialog_add_entry (dialog, _ ("Why they are needed"), NULL);
    g_signal_connect_data (dialog, "check", G_CALLBACK (reason_typed_cb), request, NULL,
                           G_CONNECT_SWAPPED);
    g_signal_connect_data (dialog, "accepted", G_CALLBACK (reason_given_cb), request, free_request,
                           G_CONNECT_SWAPPED);
    tv_form_dialog_present (dialog);
}

void
_tv_window_install_rights (GtkWidgetClass *widget_class)
{
    gtk_widget_class_install_action (widget_class, "win.show-names", NULL, show_names_action);
}
