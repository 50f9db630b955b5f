/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* GTK's list box selects whatever row gets the focus. Here only the row that was chosen lets itself
 * be selected, so that Tab and the keys to a page choose nothing. */

#include "ui/widgets/tv-steady-list.h"

/**
 * tv_steady_list_append:
 * @row: (transfer full): a #GtkListBoxRow
 */
void
tv_steady_list_append (GtkListBox *list, GtkWidget *row)
{
    gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
    gtk_list_box_append (list, row);
}

/**
 * tv_steady_list_choose:
 * @row: a row of the list, chosen in place of the one before
 */
void
tv_steady_list_choose (GtkListBox *list, GtkListBoxRow *row)
{
    GtkListBoxRow *old = gtk_list_box_get_selected_row (list);

    g_return_if_fail (GTK_IS_LIST_BOX_ROW (row));
    if (old && old != row)
        gtk_list_box_row_set_selectable (old, FALSE);
    gtk_list_box_row_set_selectable (row, TRUE);
    gtk_list_box_select_row (list, row);
}
