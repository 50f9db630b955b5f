/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* GTK writes the title of every column at its start, and has no property for it. */

#include "ui/rates/tv-number-columns.h"

/**
 * tv_number_columns_align:
 * @view: a table with its columns
 * @first: the first column that shows numbers at its end
 * @n: how many there are
 *
 * Puts their titles at the end as well, above the numbers.
 */
void
tv_number_columns_align (GtkColumnView *view, guint first, guint n)
{
    GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
    GtkWidget *title = header ? gtk_widget_get_first_child (header) : NULL;

    for (guint i = 0; title && i < first + n; i++, title = gtk_widget_get_next_sibling (title)) {
        GtkWidget *words = gtk_widget_get_first_child (title);

        if (i >= first && words)
            gtk_widget_set_halign (words, GTK_ALIGN_END);
    }
}
