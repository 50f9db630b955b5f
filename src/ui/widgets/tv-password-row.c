/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What libadwaita's field for a password lacks: the button with the eye has a picture and no name,
 * and the text in it, which lives on for the key that closes a dialog, tells a field that is gone
 * that the focus has left it. The program ended by Escape (libadwaita 1.2). */

#include "ui/widgets/tv-password-row.h"

#include <glib/gi18n.h>

static void
name_buttons (GtkWidget *widget)
{
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
         child = gtk_widget_get_next_sibling (child)) {
        if (GTK_IS_BUTTON (child))
            gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                            _ ("Show or hide the password"), -1);
        else
            name_buttons (child);
    }
}

static void
destroyed_cb (GtkWidget *row, GObject *text)
{
    g_signal_handlers_disconnect_by_data (text, row);
}

static void
let_go_of_text (GtkWidget *row)
{
    GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (row));

    g_signal_connect_object (row, "destroy", G_CALLBACK (destroyed_cb), text, 0);
}

/**
 * tv_password_row_set_up:
 * @row: a field for a password
 *
 * Gives what can be pressed in it a name for the screen reader, and lets it be closed by a key that
 * is pressed in it.
 */
void
tv_password_row_set_up (AdwPasswordEntryRow *row)
{
    g_return_if_fail (ADW_IS_PASSWORD_ENTRY_ROW (row));
    name_buttons (GTK_WIDGET (row));
    let_go_of_text (GTK_WIDGET (row));
}
