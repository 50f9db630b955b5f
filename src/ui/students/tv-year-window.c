/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A new school year: what the book proposes is corrected class by class and child by child, looked
 * at once more, and only then written, all at once. */

#include "ui/students/tv-year-window.h"

#include "ui/shell/tv-undo-outcome.h"
#include "ui/students/tv-year-children.h"
#include "ui/students/tv-year-classes.h"
#include "ui/students/tv-year-preview.h"
#include "ui/widgets/tv-error-dialog.h"
#include "ui/widgets/tv-progress-dialog.h"

#include <glib/gi18n.h>

struct _TvYearWindow {
    AdwWindow parent_instance;

    TvWorkspace *workspace;
    TvYearTurn *turn;
    gint64 new_year_id; /* 0 until it is written */
    int new_first_year;
    GCancellable *cancellable;
    TvProgressDialog *progress; /* unowned: a window; NULL while nothing is written */
    gboolean are_children_shown;

    GtkWidget *content_box;
    AdwWindowTitle *window_title;
    GtkWidget *cancel_button;
    GtkWidget *back_button;
    GtkButton *next_button;
    GtkLabel *fault_label;
    GtkStack *stack;
    TvYearClasses *classes_view;
    TvYearChildren *children_view;
    TvYearPreview *preview_view;
    AdwStatusPage *done_page;
    GtkWidget *import_button;
    GtkWidget *finish_button;
};

G_DEFINE_FINAL_TYPE (TvYearWindow, tv_year_window, ADW_TYPE_WINDOW)

static gboolean
is_at (TvYearWindow *self, const char *step)
{
    return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), step) == 0;
}

static void
show_fault (TvYearWindow *self)
{
    g_autofree char *fault
        = self->turn && self->new_year_id == 0 ? tv_year_turn_find_fault (self->turn) : NULL;
    gboolean has_children = self->turn && tv_year_turn_get_proposal (self->turn)->children->len > 0;

    /* That nobody is left to be placed is told with the rest. */
    gtk_label_set_label (self->fault_label, fault ? fault : "");
    gtk_widget_set_visible (GTK_WIDGET (self->fault_label), fault != NULL && has_children);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "year.next", self->turn && !fault);
}

static void
show_step (TvYearWindow *self, const char *step)
{
    gboolean is_classes, is_preview, is_done;

    gtk_stack_set_visible_child_name (self->stack, step);
    is_classes = is_at (self, "classes");
    is_preview = is_at (self, "preview");
    is_done = is_at (self, "done");
    gtk_widget_set_visible (self->back_button, is_preview || is_at (self, "children"));
    gtk_widget_set_visible (GTK_WIDGET (self->next_button), !is_done && !is_at (self, "working"));
    gtk_widget_set_visible (self->cancel_button, !is_done);
    gtk_button_set_label (self->next_button, is_preview   ? _ ("_Turn the year")
                                             : is_classes ? _ ("_Single children")
                                                          : _ ("_Preview"));
    show_fault (self);
    if (is_done)
        gtk_widget_grab_focus (self->finish_button);
}

static void
proposal_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvYearWindow) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvYearProposal) proposal
        = tv_year_proposal_read_finish (TV_STORE (source), result, &error);
    TvBookCover *cover;
    TvDate today;
    g_autofree char *name = NULL;

    if (!self->content_box || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
    if (!proposal) {
        tv_error_dialog_present (GTK_WINDOW (self), NULL, error);
        return;
    }
    cover = tv_workspace_get_cover (self->workspace);
    today = tv_workspace_today (self->workspace);
    g_clear_pointer (&self->turn, tv_year_turn_free);
    self->turn = tv_year_turn_new (proposal);
    self->new_first_year = proposal->first_year + 1;
    self->are_children_shown = FALSE;
    name = tv_school_year_name (self->new_first_year);
    adw_window_title_set_subtitle (self->window_title, name);
    tv_year_classes_show (self->classes_view, self->turn, cover->years, today);
    show_step (self, "classes");
    gtk_widget_child_focus (GTK_WIDGET (self->classes_view), GTK_DIR_TAB_FORWARD);
}

static void
read_proposal (TvYearWindow *self, gint64 year_id)
{
    show_step (self, "working");
    tv_year_proposal_read_async (tv_workspace_get_store (self->workspace), year_id,
                                 self->cancellable, proposal_read_cb, g_object_ref (self));
}

static void
year_chosen_cb (TvYearWindow *self, gint64 year_id)
{
    read_proposal (self, year_id);
}

static void
changed_cb (TvYearWindow *self)
{
    show_fault (self);
}

/* The new year is chosen as soon as the workspace knows of it. */
static void
choose_new_year (TvYearWindow *self)
{
    TvBookCover *cover = tv_workspace_get_cover (self->workspace);

    for (guint i = 0; cover && i < cover->years->len; i++) {
        TvSchoolYear *year = g_ptr_array_index (cover->years, i);

        if (year->id != self->new_year_id)
            continue;
        g_signal_handlers_disconnect_by_func (self->workspace, choose_new_year, self);
        tv_workspace_set_year (self->workspace, year);
        return;
    }
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvYearWindow) self = user_data;
    g_autoptr (GError) error = NULL;
    TvYearTurned turned;
    gboolean is_written = tv_year_turn_write_finish (TV_STORE (source), result, &turned, &error);
    g_autofree char *sentence = NULL;

    tv_progress_dialog_end (self->progress);
    self->progress = NULL;
    if (!self->content_box)
        return;
    gtk_widget_set_sensitive (self->content_box, TRUE);
    if (!is_written) {
        if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
            tv_error_dialog_present (GTK_WINDOW (self), NULL, error);
        g_cancellable_reset (self->cancellable);
        return;
    }
    self->new_year_id = turned.year_id;
    sentence = tv_year_turned_sentence (&turned);
    adw_status_page_set_description (self->done_page, sentence);
    show_step (self, "done");
    g_signal_connect_object (self->workspace, "notify::cover", G_CALLBACK (choose_new_year), self,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
    choose_new_year (self);
}

static void
write_turn (TvYearWindow *self)
{
    if (self->progress)
        return;
    gtk_widget_set_sensitive (self->content_box, FALSE);
    self->progress = tv_progress_dialog_start (
        GTK_WINDOW (self), _ ("Writing the new school year…"), self->cancellable);
    tv_year_turn_write_async (self->turn, tv_workspace_get_store (self->workspace),
                              self->cancellable, written_cb, g_object_ref (self));
}

static void
next_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
    TvYearWindow *self = TV_YEAR_WINDOW (widget);

    if (is_at (self, "classes")) {
        if (!self->are_children_shown)
            tv_year_children_show (self->children_view, self->turn);
        self->are_children_shown = TRUE;
        show_step (self, "children");
    } else if (is_at (self, "children")) {
        tv_year_preview_show (self->preview_view, self->turn);
        show_step (self, "preview");
    } else if (is_at (self, "preview")) {
        write_turn (self);
    }
}

static void
back_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
    TvYearWindow *self = TV_YEAR_WINDOW (widget);

    show_step (self, is_at (self, "preview") ? "children" : "classes");
}

static void
undo_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
    tv_undo_outcome_take_back (TV_YEAR_WINDOW (widget)->workspace, GTK_WINDOW (widget),
                               "year.undo");
}

static void
import_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
    TvYearWindow *self = TV_YEAR_WINDOW (widget);
    GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

    gtk_widget_activate_action (GTK_WIDGET (parent), "win.import-for-year", "i",
                                self->new_first_year);
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
tv_year_window_close_request (GtkWindow *window)
{
    TvYearWindow *self = TV_YEAR_WINDOW (window);

    g_cancellable_cancel (self->cancellable);
    return GTK_WINDOW_CLASS (tv_year_window_parent_class)->close_request (window);
}

static void
tv_year_window_dispose (GObject *object)
{
    TvYearWindow *self = TV_YEAR_WINDOW (object);

    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_YEAR_WINDOW);
    g_clear_pointer (&self->turn, tv_year_turn_free);
    g_clear_object (&self->cancellable);
    g_clear_object (&self->workspace);
    G_OBJECT_CLASS (tv_year_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
    gtk_widget_class_bind_template_child (klass, TvYearWindow, back_button);
    gtk_widget_class_bind_template_child (klass, TvYearWindow, cancel_button);
    gtk_widget_class_bind_template_child (klass, TvYearWindow, children_view);
    gtk_widget_class_bind_template_child (klass, TvYearWindow, classes_view);
    gtk_widget_class_bind_template_child (klass, TvYearWindow, content_box);
    gtk_widget_class_bind_template_child (klass, TvYearWindow, done_page);
    gtk_widget_class_bind_template_child (klass, TvYearWindow, fault_label);
    gtk_widget_class_bind_template_child (klass, TvYearWindow, finish_button);
    gtk_widget_class_bind_template_child (klass, TvYearWindow, import_button);
    gtk_widget_class_bind_template_child (klass, TvYearWindow, next_button);
    gtk_widget_class_bind_template_child (klass, TvYearWindow, preview_view);
    gtk_widget_class_bind_template_child (klass, TvYearWindow, stack);
    gtk_widget_class_bind_template_child (klass, TvYearWindow, window_title);
    gtk_widget_class_bind_template_callback (klass, changed_cb);
    gtk_widget_class_bind_template_callback (klass, year_chosen_cb);
}

static void
tv_year_window_class_init (TvYearWindowClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

    G_OBJECT_CLASS (klass)->dispose = tv_year_window_dispose;
    GTK_WINDOW_CLASS (klass)->close_request = tv_year_window_close_request;
    g_type_ensure (TV_TYPE_YEAR_CHILDREN);
    g_type_ensure (TV_TYPE_YEAR_CLASSES);
    g_type_ensure (TV_TYPE_YEAR_PREVIEW);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/students/tv-year-window.ui");
    bind_children (widget_class);
    gtk_widget_class_install_action (widget_class, "year.next", NULL, next_action);
    gtk_widget_class_install_action (widget_class, "year.back", NULL, back_action);
    gtk_widget_class_install_action (widget_class, "year.undo", NULL, undo_action);
    gtk_widget_class_install_action (widget_class, "year.import", NULL, import_action);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tv_year_window_init (TvYearWindow *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
    self->cancellable = g_cancellable_new ();
}

/**
 * tv_year_window_present:
 * @workspace: the open book
 * @parent: the window it stands over
 */
void
tv_year_window_present (TvWorkspace *workspace, GtkWindow *parent)
{
    TvYearWindow *self = g_object_new (TV_TYPE_YEAR_WINDOW, "transient-for", parent, NULL);

    self->workspace = g_object_ref (workspace);
    read_proposal (self, 0);
    gtk_window_present (GTK_WINDOW (self));
}
