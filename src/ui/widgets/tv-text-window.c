/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A text to be read at leisure and copied: how a figure came about, what a test found. */

#include "ui/widgets/tv-text-window.h"

#include <adwaita.h>

static gboolean
close_cb (GtkWidget *window, GVariant *arguments, gpointer user_data)
{
    gtk_window_destroy (GTK_WINDOW (window));
    return TRUE;
}

static void
close_with_escape (GtkWidget *window)
{
    GtkEventController *controller = gtk_shortcut_controller_new ();

    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                          gtk_callback_action_new (close_cb, NULL, NULL)));
    gtk_widget_add_controller (window, controller);
}

static GtkWidget *
make_text (const char *text)
{
    GtkWidget *scrolled_window = gtk_scrolled_window_new ();
    GtkWidget *label = gtk_label_new (text);

    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_selectable (GTK_LABEL (label), TRUE);
    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_yalign (GTK_LABEL (label), 0);
    gtk_widget_set_margin_top (label, 12);
    gtk_widget_set_margin_bottom (label, 18);
    gtk_widget_set_margin_start (label, 18);
    gtk_widget_set_margin_end (label, 18);
    gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled_window), GTK_POLICY_NEVER,
                                    GTK_POLICY_AUTOMATIC);
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled_window), label);
    gtk_widget_set_vexpand (scrolled_window, TRUE);
    gtk_widget_set_focusable (scrolled_window, TRUE);
    return scrolled_window;
}

/**
 * tv_text_window_present:
 * @parent: a widget of the window that asks
 * @title: what the text is
 * @text: its lines
 *
 * Returns: (transfer none): the window, shown
 */
GtkWindow *
tv_text_window_present (GtkWidget *parent, const char *title, const char *text)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
    GtkWidget *lines = make_text (text);
    GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "title", title, "modal", TRUE,
                                      "transient-for", gtk_widget_get_root (parent),
                                      "default-width", 620, "default-height", 560, NULL);

    gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
    gtk_box_append (GTK_BOX (box), lines);
    adw_window_set_content (ADW_WINDOW (window), box);
    close_with_escape (window);
    /* A label that gets the focus selects all it says. */
    gtk_window_set_focus (GTK_WINDOW (window), lines);
    gtk_window_present (GTK_WINDOW (window));
    return GTK_WINDOW (window);
}
