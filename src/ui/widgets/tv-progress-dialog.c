/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A bar over the window for work that takes longer than half a second. */

#include "ui/widgets/tv-progress-dialog.h"

#define DELAY_MS 500
#define PULSE_MS 80

struct _TvProgressDialog {
    GtkWindow parent_instance;

    GCancellable *cancellable;
    guint delay_source;
    guint pulse_source;

    GtkLabel *doing_label;
    GtkProgressBar *bar;
    GtkWidget *cancel_button;
};

G_DEFINE_FINAL_TYPE (TvProgressDialog, tv_progress_dialog, GTK_TYPE_WINDOW)

static gboolean
pulse_cb (gpointer data)
{
    gtk_progress_bar_pulse (TV_PROGRESS_DIALOG (data)->bar);
    return G_SOURCE_CONTINUE;
}

static gboolean
delay_passed_cb (gpointer data)
{
    TvProgressDialog *self = data;

    self->delay_source = 0;
    gtk_window_present (GTK_WINDOW (self));
    return G_SOURCE_REMOVE;
}

static void
cancel_clicked_cb (TvProgressDialog *self)
{
    gtk_widget_set_sensitive (self->cancel_button, FALSE);
    g_cancellable_cancel (self->cancellable);
}

/* The work decides when the dialog goes; closing it only asks the work to stop. */
static gboolean
tv_progress_dialog_close_request (GtkWindow *window)
{
    cancel_clicked_cb (TV_PROGRESS_DIALOG (window));
    return TRUE;
}

static void
tv_progress_dialog_dispose (GObject *object)
{
    TvProgressDialog *self = TV_PROGRESS_DIALOG (object);

    g_clear_handle_id (&self->delay_source, g_source_remove);
    g_clear_handle_id (&self->pulse_source, g_source_remove);
    g_clear_object (&self->cancellable);
    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_PROGRESS_DIALOG);
    G_OBJECT_CLASS (tv_progress_dialog_parent_class)->dispose (object);
}

static void
tv_progress_dialog_class_init (TvProgressDialogClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    G_OBJECT_CLASS (class_)->dispose = tv_progress_dialog_dispose;
    GTK_WINDOW_CLASS (class_)->close_request = tv_progress_dialog_close_request;
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/widgets/tv-progress-dialog.ui");
    gtk_widget_class_bind_template_child (widget_class, TvProgressDialog, bar);
    gtk_widget_class_bind_template_child (widget_class, TvProgressDialog, cancel_button);
    gtk_widget_class_bind_template_child (widget_class, TvProgressDialog, doing_label);
    gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
}

static void
tv_progress_dialog_init (TvProgressDialog *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
    self->delay_source = g_timeout_add (DELAY_MS, delay_passed_cb, self);
    self->pulse_source = g_timeout_add (PULSE_MS, pulse_cb, self);
}

/**
 * tv_progress_dialog_start:
 * @parent: the window whose work it is
 * @doing: what is being done, a sentence in the chosen language
 * @cancellable: (nullable): stops the work; without it there is no cancel button
 *
 * Returns: (transfer none): a dialog that shows itself after half a second, until
 *   tv_progress_dialog_end()
 */
TvProgressDialog *
tv_progress_dialog_start (GtkWindow *parent, const char *doing, GCancellable *cancellable)
{
    TvProgressDialog *self = g_object_new (TV_TYPE_PROGRESS_DIALOG, "transient-for", parent, NULL);

    gtk_label_set_label (self->doing_label, doing);
    gtk_widget_set_visible (self->cancel_button, cancellable != NULL);
    g_set_object (&self->cancellable, cancellable);
    return self;
}

/**
 * tv_progress_dialog_set_fraction:
 * @fraction: how much of the work is done, 0 to 1
 *
 * Without it the bar only says that something is being done.
 */
void
tv_progress_dialog_set_fraction (TvProgressDialog *self, double fraction)
{
    g_return_if_fail (TV_IS_PROGRESS_DIALOG (self));
    g_clear_handle_id (&self->pulse_source, g_source_remove);
    gtk_progress_bar_set_fraction (self->bar, CLAMP (fraction, 0, 1));
}

/**
 * tv_progress_dialog_set_doing:
 * @doing: what is being done now, a sentence in the chosen language
 */
void
tv_progress_dialog_set_doing (TvProgressDialog *self, const char *doing)
{
    g_return_if_fail (TV_IS_PROGRESS_DIALOG (self));
    gtk_label_set_label (self->doing_label, doing);
}

/**
 * tv_progress_dialog_end:
 *
 * Takes the dialog away, or keeps it from appearing.
 */
void
tv_progress_dialog_end (TvProgressDialog *self)
{
    g_return_if_fail (TV_IS_PROGRESS_DIALOG (self));
    gtk_window_destroy (GTK_WINDOW (self));
}
