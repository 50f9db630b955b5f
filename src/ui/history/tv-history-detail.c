/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was done, by whom and when; each record it touched; and the way back. What was done before
 * today is taken back only after a question, since nobody has it before their eyes any more. */

#include "ui/history/tv-history-detail.h"

#include "ui/history/tv-history-record-card.h"
#include "ui/shell/tv-undo-outcome.h"
#include "workflows/tv-undo.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define PAGE_SIZE 40 /* records at once */

struct _TvHistoryDetail {
    GtkWidget parent_instance;

    GtkStack *stack;
    GtkScrolledWindow *scrolled_window;
    GtkLabel *what_label;
    GtkLabel *about_label;
    GtkLabel *when_label;
    GtkLabel *state_label;
    GtkLabel *refusal_label;
    GtkButton *undo_button;
    GtkWidget *child_button;
    GtkBox *record_box;
    GtkWidget *more_button;

    TvWorkspace *workspace;
    gint64 id; /* 0: none is open */
    TvHistoryChange *change;
    GCancellable *reading;
};

G_DEFINE_FINAL_TYPE (TvHistoryDetail, tv_history_detail, GTK_TYPE_WIDGET)

static void
show_text (GtkLabel *label, const char *text)
{
    gtk_label_set_label (label, text ? text : "");
    gtk_widget_set_visible (GTK_WIDGET (label), text && *text);
}

static void
show_records (TvHistoryDetail *self)
{
    for (guint i = 0; i < self->change->records->len; i++)
        gtk_box_append (self->record_box,
                        tv_history_record_card_new (self->change->records->pdata[i]));
    gtk_widget_set_visible (self->more_button, self->change->has_more);
}

static void
drop_records (TvHistoryDetail *self)
{
    GtkWidget *child;

    while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->record_box))))
        gtk_box_remove (self->record_box, child);
}

static char *
write_when (const TvHistoryChange *change)
{
    if (!*change->line->who)
        return g_strdup_printf ("%s · %s", change->line->when, change->device);
    return g_strdup_printf ("%s · %s · %s", change->line->when, change->line->who, change->device);
}

static void
show_undo (TvHistoryDetail *self)
{
    const TvHistoryLine *line = self->change->line;
    gboolean can_try = !self->change->refusal && tv_workspace_can_edit (self->workspace);

    gtk_button_set_label (self->undo_button,
                          line->is_undo ? _ ("Do it _again") : _ ("_Take this back"));
    gtk_widget_set_visible (GTK_WIDGET (self->undo_button), can_try);
    show_text (self->refusal_label, self->change->refusal);
}

static void
show_change (TvHistoryDetail *self)
{
    const TvHistoryLine *line = self->change->line;
    g_autofree char *when = write_when (self->change);

    show_text (self->what_label, line->what);
    show_text (self->about_label, line->about);
    show_text (self->when_label, when);
    show_text (self->state_label, self->change->state);
    gtk_widget_set_visible (self->child_button, line->student_id != 0);
    show_undo (self);
    drop_records (self);
    show_records (self);
    gtk_stack_set_visible_child_name (self->stack, "change");
}

static TvHistoryChange *
take_answer (TvHistoryDetail *self, GObject *source, GAsyncResult *result)
{
    g_autoptr (GError) error = NULL;
    TvHistoryChange *change = tv_history_change_load_finish (TV_STORE (source), result, &error);

    if (error && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tv_workspace_tell_error (self->workspace, error);
    return change;
}

static void
change_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvHistoryDetail) self = user_data;
    g_autoptr (TvHistoryChange) change = take_answer (self, source, result);

    if (!change)
        return;
    g_clear_pointer (&self->change, tv_history_change_free);
    self->change = g_steal_pointer (&change);
    show_change (self);
}

static void
more_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvHistoryDetail) self = user_data;
    g_autoptr (TvHistoryChange) change = take_answer (self, source, result);
    GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->record_box));

    gtk_widget_set_sensitive (self->more_button, TRUE);
    if (!change)
        return;
    /* Whether it can be taken back was told with the first records. */
    change->refusal = self->change->refusal;
    g_clear_pointer (&self->change, tv_history_change_free);
    self->change = g_steal_pointer (&change);
    show_records (self);
    if (!self->change->has_more && last)
        gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_BACKWARD);
}

static void
read_change (TvHistoryDetail *self, gint64 after, GAsyncReadyCallback callback)
{
    g_cancellable_cancel (self->reading);
    g_clear_object (&self->reading);
    self->reading = g_cancellable_new ();
    tv_history_change_load_async (tv_workspace_get_store (self->workspace), self->id, after,
                                  PAGE_SIZE, self->reading, callback, g_object_ref (self));
}

static void
more_clicked_cb (TvHistoryDetail *self)
{
    gtk_widget_set_sensitive (self->more_button, FALSE);
    read_change (self, self->change->last_entry, more_read_cb);
}

static void
child_clicked_cb (TvHistoryDetail *self)
{
    tv_workspace_open_student (self->workspace, self->change->line->student_id);
}

static void
take_back (TvHistoryDetail *self, const TvHistoryLine *line)
{
    TvStore *store = tv_workspace_get_store (self->workspace);

    if (line->is_undo)
        tv_redo_change_async (store, line->id, NULL, tv_undo_outcome_redone_cb,
                              g_object_ref (self->workspace));
    else
        tv_undo_change_async (store, line->id, NULL, tv_undo_outcome_undone_cb,
                              g_object_ref (self->workspace));
}

static void
answered_cb (TvHistoryDetail *self, const char *response, GtkWidget *dialog)
{
    TvHistoryLine *line = g_object_get_data (G_OBJECT (dialog), "line");

    if (g_str_equal (response, "accept"))
        take_back (self, line);
}

static void
ask (TvHistoryDetail *self, TvHistoryLine *line)
{
    /* Translators: what was done, about whom, and the moment: "Editing a child", "21/11/2026 08:15"
     */
    g_autofree char *body = g_strdup_printf (
        _ ("%1$s\n%2$s\nIt was done on %3$s. What came later stays, and this step stays in the "
           "history, too."),
        line->what, line->about, line->when);
    GtkWidget *dialog
        = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                  line->is_undo ? _ ("Do again what was taken back before today?")
                                                : _ ("Take back what was done before today?"),
                                  body);

    adw_message_dialog_add_responses (
        ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "accept",
        line->is_undo ? _ ("Do it _again") : _ ("_Take it back"), NULL);
    adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
    adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
    g_object_set_data_full (G_OBJECT (dialog), "line", tv_history_line_ref (line),
                            (GDestroyNotify) tv_history_line_unref);
    g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
    gtk_window_present (GTK_WINDOW (dialog));
}

static void
undo_clicked_cb (TvHistoryDetail *self)
{
    TvHistoryLine *line = self->change->line;

    if (line->day < tv_workspace_today (self->workspace))
        ask (self, line);
    else
        take_back (self, line);
}

static void
tv_history_detail_dispose (GObject *object)
{
    TvHistoryDetail *self = TV_HISTORY_DETAIL (object);

    g_cancellable_cancel (self->reading);
    g_clear_object (&self->reading);
    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_HISTORY_DETAIL);
    g_clear_object (&self->workspace);
    g_clear_pointer (&self->change, tv_history_change_free);
    G_OBJECT_CLASS (tv_history_detail_parent_class)->dispose (object);
}

static void
tv_history_detail_class_init (TvHistoryDetailClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    G_OBJECT_CLASS (class_)->dispose = tv_history_detail_dispose;
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/history/tv-history-detail.ui");
    gtk_widget_class_bind_template_child (widget_class, TvHistoryDetail, about_label);
    gtk_widget_class_bind_template_child (widget_class, TvHistoryDetail, child_button);
    gtk_widget_class_bind_template_child (widget_class, TvHistoryDetail, more_button);
    gtk_widget_class_bind_template_child (widget_class, TvHistoryDetail, record_box);
    gtk_widget_class_bind_template_child (widget_class, TvHistoryDetail, refusal_label);
    gtk_widget_class_bind_template_child (widget_class, TvHistoryDetail, scrolled_window);
    gtk_widget_class_bind_template_child (widget_class, TvHistoryDetail, stack);
    gtk_widget_class_bind_template_child (widget_class, TvHistoryDetail, state_label);
    gtk_widget_class_bind_template_child (widget_class, TvHistoryDetail, undo_button);
    gtk_widget_class_bind_template_child (widget_class, TvHistoryDetail, what_label);
    gtk_widget_class_bind_template_child (widget_class, TvHistoryDetail, when_label);
    gtk_widget_class_bind_template_callback (widget_class, child_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
}

static void
tv_history_detail_init (TvHistoryDetail *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
}

void
tv_history_detail_set_workspace (TvHistoryDetail *self, TvWorkspace *workspace)
{
    g_return_if_fail (TV_IS_HISTORY_DETAIL (self));
    g_set_object (&self->workspace, workspace);
}

/**
 * tv_history_detail_open:
 * @id: of a change set; 0 to show none
 */
void
tv_history_detail_open (TvHistoryDetail *self, gint64 id)
{
    GtkAdjustment *adjustment;

    g_return_if_fail (TV_IS_HISTORY_DETAIL (self));
    if (id == self->id)
        return;
    self->id = id;
    adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);
    gtk_adjustment_set_value (adjustment, 0);
    if (id != 0) {
        read_change (self, 0, change_read_cb);
        return;
    }
    g_cancellable_cancel (self->reading);
    gtk_stack_set_visible_child_name (self->stack, "none");
}

/**
 * tv_history_detail_refresh:
 *
 * Reads again what is open: it may have been taken back meanwhile.
 */
void
tv_history_detail_refresh (TvHistoryDetail *self)
{
    g_return_if_fail (TV_IS_HISTORY_DETAIL (self));
    if (self->id != 0)
        read_change (self, 0, change_read_cb);
}
