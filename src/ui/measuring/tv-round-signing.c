/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page on which a round is signed off. It is read again whenever the book changes, but only
 * while somebody looks at it. */

#include "ui/measuring/tv-round-signing-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (TvRoundSigning, tv_round_signing, GTK_TYPE_WIDGET)

enum {
    LEFT,
    CHILD_WANTED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_round (TvRoundSigning *self)
{
    TvRound *round = tv_workspace_get_round (self->workspace);
    gboolean is_known = round && self->review;
    gboolean can_write = !tv_workspace_is_read_only (self->workspace)
                         && tv_workspace_may (self->workspace, TV_RIGHT_SIGN_OFF);
    g_autofree char *title = NULL;

    /* Translators: %s is the name of a measuring round. */
    title = g_strdup_printf (_ ("Sign-off: %s"), round ? round->name : "");
    gtk_label_set_label (self->title_label, title);
    gtk_widget_set_visible (self->sign_button, is_known && !round->is_closed);
    gtk_widget_set_visible (self->reopen_button, is_known && round->is_closed);
    gtk_widget_set_sensitive (self->sign_button, can_write);
    gtk_widget_set_sensitive (self->reopen_button, can_write);
    gtk_stack_set_visible_child_name (self->stack, is_known ? "review" : "loading");
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvRoundSigning) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvRoundReview) review
        = tv_round_review_read_finish (TV_STORE (source), result, &error);

    if (!self->workspace || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
    if (!review) {
        tv_workspace_tell_error (self->workspace, error);
        return;
    }
    g_clear_pointer (&self->review, tv_round_review_unref);
    self->review = g_steal_pointer (&review);
    _tv_round_signing_show_lists (self);
    tv_quality_view_show (self->quality_view, self->review->quality);
    show_round (self);
}

static void
read_review (TvRoundSigning *self)
{
    TvRound *round = tv_workspace_get_round (self->workspace);

    g_cancellable_cancel (self->reading);
    g_clear_object (&self->reading);
    self->is_stale = FALSE;
    if (!round || round->kind != TV_ROUND_REGULAR)
        return;
    self->reading = g_cancellable_new ();
    tv_round_review_read_async (tv_workspace_get_store (self->workspace), round, self->reading,
                                read_cb, g_object_ref (self));
}

static void
read_if_seen (TvRoundSigning *self)
{
    self->is_stale = TRUE;
    if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        read_review (self);
}

static void
round_chosen_cb (TvRoundSigning *self)
{
    TvRound *round = tv_workspace_get_round (self->workspace);

    if (self->review && (!round || round->id != self->review->rates->round->id)) {
        g_clear_pointer (&self->review, tv_round_review_unref);
        self->shows_all_classes = FALSE;
        self->shows_all_questions = FALSE;
    }
    show_round (self);
    read_if_seen (self);
}

static void
book_changed_cb (TvRoundSigning *self, guint topics)
{
    if (topics
        & (TV_TOPIC_MEASUREMENTS | TV_TOPIC_STUDENTS | TV_TOPIC_ROUNDS | TV_TOPIC_CLASSES
           | TV_TOPIC_SETTINGS))
        read_if_seen (self);
}

static void
tv_round_signing_map (GtkWidget *widget)
{
    TvRoundSigning *self = TV_ROUND_SIGNING (widget);

    GTK_WIDGET_CLASS (tv_round_signing_parent_class)->map (widget);
    /* What is half typed is no change of the book, and nothing tells of it. */
    if (self->workspace)
        read_review (self);
}

static void
sign_clicked_cb (TvRoundSigning *self)
{
    _tv_round_signing_ask_to_sign (self);
}

static void
reopen_clicked_cb (TvRoundSigning *self)
{
    _tv_round_signing_ask_to_reopen (self);
}

static void
children_wanted_cb (TvRoundSigning *self, const char *title, const GArray *ids)
{
    tv_workspace_show_children_of_round (self->workspace, title, self->review->rates->round,
                                         (const gint64 *) (gpointer) ids->data, ids->len);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    g_signal_emit (widget, signals[LEFT], 0);
}

static void
tv_round_signing_dispose (GObject *object)
{
    TvRoundSigning *self = TV_ROUND_SIGNING (object);

    g_cancellable_cancel (self->reading);
    g_clear_object (&self->reading);
    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_ROUND_SIGNING);
    g_clear_pointer (&self->rows, g_ptr_array_unref);
    g_clear_pointer (&self->review, tv_round_review_unref);
    g_clear_object (&self->workspace);
    G_OBJECT_CLASS (tv_round_signing_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/measuring/tv-round-signing.ui");
    gtk_widget_class_bind_template_child (widget_class, TvRoundSigning, back_button);
    gtk_widget_class_bind_template_child (widget_class, TvRoundSigning, content_box);
    gtk_widget_class_bind_template_child (widget_class, TvRoundSigning, quality_view);
    gtk_widget_class_bind_template_child (widget_class, TvRoundSigning, question_group);
    gtk_widget_class_bind_template_child (widget_class, TvRoundSigning, reopen_button);
    gtk_widget_class_bind_template_child (widget_class, TvRoundSigning, sign_button);
    gtk_widget_class_bind_template_child (widget_class, TvRoundSigning, stack);
    gtk_widget_class_bind_template_child (widget_class, TvRoundSigning, state_group);
    gtk_widget_class_bind_template_child (widget_class, TvRoundSigning, title_label);
    gtk_widget_class_bind_template_child (widget_class, TvRoundSigning, unknown_group);
    gtk_widget_class_bind_template_child (widget_class, TvRoundSigning, unmeasured_group);
    gtk_widget_class_bind_template_callback (widget_class, children_wanted_cb);
    gtk_widget_class_bind_template_callback (widget_class, reopen_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, sign_clicked_cb);
}

static void
tv_round_signing_class_init (TvRoundSigningClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);
    GType type = G_TYPE_FROM_CLASS (class_);

    g_type_ensure (TV_TYPE_QUALITY_VIEW);
    G_OBJECT_CLASS (class_)->dispose = tv_round_signing_dispose;
    widget_class->map = tv_round_signing_map;
    signals[LEFT]
        = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
    signals[CHILD_WANTED] = g_signal_new ("child-wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
    bind_template (widget_class);
    gtk_widget_class_install_action (widget_class, "signing.back", NULL, back_action);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "signing.back", NULL);
}

static void
tv_round_signing_init (TvRoundSigning *self)
{
    self->rows = g_ptr_array_new ();
    self->is_stale = TRUE;
    gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tv_round_signing_set_workspace:
 * @workspace: the open book, whose chosen round it is about; it can be given only once
 */
void
tv_round_signing_set_workspace (TvRoundSigning *self, TvWorkspace *workspace)
{
    g_return_if_fail (TV_IS_ROUND_SIGNING (self) && !self->workspace);
    self->workspace = g_object_ref (workspace);
    g_signal_connect_object (workspace, "notify::round", G_CALLBACK (round_chosen_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (workspace, "changed", G_CALLBACK (book_changed_cb), self,
                             G_CONNECT_SWAPPED);
    show_round (self);
}

/**
 * tv_round_signing_enter:
 *
 * Gives the page the focus.
 */
void
tv_round_signing_enter (TvRoundSigning *self)
{
    gtk_widget_grab_focus (self->back_button);
}
