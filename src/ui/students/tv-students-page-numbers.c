/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbering the chosen class anew by name: said beforehand, asked once, taken back in one step. */

#include "ui/students/tv-students-page-private.h"

#include "workflows/tv-roll-numbers.h"

#include <glib/gi18n.h>

/* The class that somebody was asked about, whatever is chosen by then. */
typedef struct {
    TvStudentsPage *page;
    gint64 class_id;
    char *class_name;
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
    Asking *self = data;

    g_object_unref (self->page);
    g_free (self->class_name);
    g_free (self);
}

static void
renewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvStudentsPage) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autofree char *sentence = NULL;
    guint n_changed;

    gboolean is_written;

    is_written = tv_roll_numbers_renew_finish (TV_STORE (source), result, &n_changed, &error);
    if (!self->workspace)
        return;
    if (!is_written) {
        tv_workspace_tell_error (self->workspace, error);
        return;
    }
    sentence = g_strdup_printf (
        ngettext ("%u child got another number.", "%u children got other numbers.", n_changed),
        n_changed);
    tv_workspace_tell (self->workspace, sentence, TRUE);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
    Asking *asking = user_data;

    if (g_strcmp0 (response, "renumber") == 0)
        tv_roll_numbers_renew_async (tv_workspace_get_store (asking->page->workspace),
                                     asking->class_id, NULL, renewed_cb,
                                     g_object_ref (asking->page));
}

static void
ask (Asking *asking, const TvRollNumbers *numbers)
{
    GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (asking->page));
    /* Translators: %s is a class. */
    g_autofree char *title = g_strdup_printf (_ ("Number class %s anew?"), asking->class_name);
    /* Translators: two counts of children. */
    g_autofree char *body = g_strdup_printf (
        _ ("The %1$u children of the class are numbered from 1 in the order of their given names. "
           "%2$u of them get another number. The school's own list may have the old numbers."),
        numbers->n_children, numbers->n_changed);
    GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (root), title, body);

    adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                      "renumber", _ ("_Number anew"), NULL);
    adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "renumber");
    adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
    g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), asking, asking_free, 0);
    gtk_window_present (GTK_WINDOW (dialog));
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    Asking *asking = user_data;
    g_autoptr (GError) error = NULL;
    g_autofree TvRollNumbers *numbers
        = tv_roll_numbers_look_finish (TV_STORE (source), result, &error);

    if (numbers && numbers->n_changed > 0 && gtk_widget_get_root (GTK_WIDGET (asking->page))) {
        ask (asking, numbers);
        return;
    }
    if (!asking->page->workspace) {
        asking_free (asking, NULL);
        return;
    }
    if (numbers) {
        /* Translators: %s is a class. */
        g_autofree char *sentence
            = g_strdup_printf (_ ("The children of class %s have their numbers in the order of "
                                  "their names."),
                               asking->class_name);

        tv_workspace_tell (asking->page->workspace, sentence, FALSE);
    } else {
        tv_workspace_tell_error (asking->page->workspace, error);
    }
    asking_free (asking, NULL);
}

static const TvClass *
find_class (TvStudentsPage *self)
{
    for (guint i = 0; self->roster && i < self->roster->classes->len; i++) {
        const TvRosterClass *entry = g_ptr_array_index (self->roster->classes, i);

        if (entry->class_->id == self->class_id)
            return entry->class_;
    }
    return NULL;
}

/**
 * _tv_students_page_renumber:
 *
 * Says what numbering the chosen class anew by name would change, and asks whether to do so.
 */
void
_tv_students_page_renumber (GtkWidget *widget, const char *name, GVariant *parameter)
{
    TvStudentsPage *self = TV_STUDENTS_PAGE (widget);
    const TvClass *class_ = find_class (self);
    Asking *asking;

    if (!tv_workspace_can_edit (self->workspace))
        return;
    if (!class_) {
        tv_workspace_tell (self->workspace, _ ("Choose one class at the left first."), FALSE);
        return;
    }
    asking = g_new (Asking, 1);
    *asking = (Asking){ g_object_ref (self), class_->id, g_strdup (class_->name) };
    tv_roll_numbers_look_async (tv_workspace_get_store (self->workspace), class_->id, NULL,
                                looked_cb, asking);
}
