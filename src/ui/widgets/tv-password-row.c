/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The button with the eye in a field for a password has a picture and no name of its own. */

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

/**
 * tv_password_row_name_parts:
 * @row: a field for a password
 *
 * Gives what can be pressed in it a name for the screen reader.
 */
void
tv_password_row_name_parts (AdwPasswordEntryRow *row)
{
    g_return_if_fail (ADW_IS_PASSWORD_ENTRY_ROW (row));
    name_buttons (GTK_WIDGET (row));
}
