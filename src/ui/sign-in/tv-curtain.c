/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* While a book is locked nothing of it is seen, reached by Tab or read by a screen reader: the
 * content of the window is not visible, its popovers are closed, and its dialogs are hidden, those
 * too that open only now since some work has ended. All of it comes back as it was, with the cursor
 * where it stood. */

#include "ui/sign-in/tv-curtain.h"

struct _TvCurtain {
    GtkWindow *window;
    GtkWidget *content;
    GtkWidget *focus;  /* (nullable): watched weakly */
    GPtrArray *hidden; /* of GWeakRef: windows */
    int cursor;        /* in the field with the focus: where it stands, what is selected */
    int selection_start, selection_end;
};

static void
free_weak_ref (gpointer data)
{
    g_weak_ref_clear (data);
    g_free (data);
}

static void
close_popovers (GtkWidget *widget)
{
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
         child = gtk_widget_get_next_sibling (child)) {
        close_popovers (child);
        if (GTK_IS_POPOVER (child) && gtk_widget_get_visible (child))
            gtk_popover_popdown (GTK_POPOVER (child));
    }
}

/* A window for another book is none of this one's, nor what stands over it. */
static gboolean
belongs_here (TvCurtain *self, GtkWindow *other)
{
    while (other && other != self->window) {
        if (GTK_IS_APPLICATION_WINDOW (other))
            return FALSE;
        if (!gtk_window_get_transient_for (other))
            return TRUE;
        other = gtk_window_get_transient_for (other);
    }
    return other != NULL;
}

static void
hide_window (TvCurtain *self, GtkWindow *other)
{
    GWeakRef *hidden = g_new (GWeakRef, 1);

    g_weak_ref_init (hidden, other);
    g_ptr_array_add (self->hidden, hidden);
    gtk_widget_set_visible (GTK_WIDGET (other), FALSE);
}

static void
shown_cb (GtkWindow *other, GParamSpec *pspec, TvCurtain *self)
{
    if (gtk_widget_get_visible (GTK_WIDGET (other)) && belongs_here (self, other))
        hide_window (self, other);
}

static void
watch_window (TvCurtain *self, GtkWindow *other)
{
    if (other == self->window)
        return;
    g_signal_handlers_disconnect_by_func (other, shown_cb, self);
    g_signal_connect (other, "notify::visible", G_CALLBACK (shown_cb), self);
    shown_cb (other, NULL, self);
}

static void
toplevels_changed_cb (GListModel *toplevels, guint position, guint n_removed, guint n_added,
                      TvCurtain *self)
{
    for (guint i = 0; i < n_added; i++) {
        g_autoptr (GtkWindow) other = g_list_model_get_item (toplevels, position + i);

        watch_window (self, other);
    }
}

static void
remember_focus (TvCurtain *self)
{
    GtkWidget *focus = gtk_window_get_focus (self->window);

    if (!focus)
        return;
    g_set_weak_pointer (&self->focus, focus);
    if (!GTK_IS_EDITABLE (focus))
        return;
    self->cursor = gtk_editable_get_position (GTK_EDITABLE (focus));
    gtk_editable_get_selection_bounds (GTK_EDITABLE (focus), &self->selection_start,
                                       &self->selection_end);
}

static void
give_focus_back (TvCurtain *self)
{
    if (!self->focus || !gtk_widget_get_mapped (self->focus))
        return;
    if (GTK_IS_TEXT (self->focus))
        gtk_text_grab_focus_without_selecting (GTK_TEXT (self->focus));
    else
        gtk_widget_grab_focus (self->focus);
    if (!GTK_IS_EDITABLE (self->focus))
        return;
    if (self->selection_start == self->selection_end)
        gtk_editable_set_position (GTK_EDITABLE (self->focus), self->cursor);
    else if (self->cursor == self->selection_start)
        gtk_editable_select_region (GTK_EDITABLE (self->focus), self->selection_end,
                                    self->selection_start);
    else
        gtk_editable_select_region (GTK_EDITABLE (self->focus), self->selection_start,
                                    self->selection_end);
}

static void
stop_watching (TvCurtain *self)
{
    GListModel *toplevels = gtk_window_get_toplevels ();

    g_signal_handlers_disconnect_by_data (toplevels, self);
    for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++) {
        g_autoptr (GtkWindow) other = g_list_model_get_item (toplevels, i);

        g_signal_handlers_disconnect_by_func (other, shown_cb, self);
    }
}

static void
free_curtain (TvCurtain *self)
{
    g_clear_weak_pointer (&self->focus);
    g_ptr_array_unref (self->hidden);
    g_object_unref (self->content);
    g_object_unref (self->window);
    g_free (self);
}

/* Only what was copied here: what comes from elsewhere is not the book's. */
static void
clear_clipboard (GdkClipboard *clipboard)
{
    if (gdk_clipboard_is_local (clipboard))
        gdk_clipboard_set_content (clipboard, NULL);
}

/**
 * tv_curtain_draw:
 * @window: a window with an open book
 * @content: what is to be hidden in it; something else is shown in its place already
 *
 * Hides it with all that belongs to it, and clears the clipboard of what was copied there.
 *
 * Returns: (transfer full): to be ended with tv_curtain_open() or tv_curtain_drop()
 */
TvCurtain *
tv_curtain_draw (GtkWindow *window, GtkWidget *content)
{
    TvCurtain *self = g_new0 (TvCurtain, 1);
    GListModel *toplevels = gtk_window_get_toplevels ();
    GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (window));

    self->window = g_object_ref (window);
    self->content = g_object_ref (content);
    self->hidden = g_ptr_array_new_with_free_func (free_weak_ref);
    remember_focus (self);
    close_popovers (content);
    gtk_window_set_focus (window, NULL);
    gtk_widget_set_visible (content, FALSE);
    toplevels_changed_cb (toplevels, 0, 0, g_list_model_get_n_items (toplevels), self);
    g_signal_connect (toplevels, "items-changed", G_CALLBACK (toplevels_changed_cb), self);
    clear_clipboard (gdk_display_get_clipboard (display));
    clear_clipboard (gdk_display_get_primary_clipboard (display));
    return self;
}

/**
 * tv_curtain_open:
 * @self: (transfer full): what was drawn
 *
 * Brings everything back as it was; the content is shown again already, in its place.
 */
void
tv_curtain_open (TvCurtain *self)
{
    stop_watching (self);
    give_focus_back (self);
    for (guint i = 0; i < self->hidden->len; i++) {
        g_autoptr (GtkWindow) hidden = g_weak_ref_get (g_ptr_array_index (self->hidden, i));

        if (hidden)
            gtk_window_present (hidden);
    }
    free_curtain (self);
}

/**
 * tv_curtain_drop:
 * @self: (transfer full): what was drawn
 *
 * Closes what was hidden: it is not for whoever comes now. The content itself goes with its window.
 */
void
tv_curtain_drop (TvCurtain *self)
{
    stop_watching (self);
    for (guint i = 0; i < self->hidden->len; i++) {
        g_autoptr (GtkWindow) hidden = g_weak_ref_get (g_ptr_array_index (self->hidden, i));

        if (hidden)
            gtk_window_destroy (hidden);
    }
    free_curtain (self);
}
