/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is pasted into a cell: one value is text like any other, more than one is somebody else's to
 * judge, before anything of it is taken. */

#include "ui/measuring/tv-measuring-grid-private.h"

#include <string.h>

/* A paste on its way: the clipboard may belong to another program, which answers when it likes. */
typedef struct {
    TvMeasuringGrid *grid;
    TvMeasuringLine *line;
    TvQuantity quantity;
    gint64 student_id;
} Pasting;

static void
pasting_free (Pasting *self)
{
    g_object_unref (self->grid);
    g_object_unref (self->line);
    g_free (self);
}

/* A spreadsheet ends even a single cell with a new line. */
static gboolean
has_many_cells (const char *text)
{
    return strpbrk (text, "\t\r\n") != NULL;
}

static void
replace_selection (GtkEditable *cell, const char *text)
{
    int position;

    gtk_editable_delete_selection (cell);
    position = gtk_editable_get_position (cell);
    gtk_editable_insert_text (cell, text, -1, &position);
    gtk_editable_set_position (cell, position);
}

/* Whoever has gone on to another cell in between does not want it there. */
static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    Pasting *pasting = user_data;
    TvMeasuringGrid *self = pasting->grid;
    g_autofree char *read = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
    g_autofree char *text = read ? g_strdup (read) : NULL;

    if (text && self->focus_line == pasting->line && self->focus_quantity == pasting->quantity
        && tv_measuring_line_get_student (pasting->line)->id == pasting->student_id) {
        /* Tabs before and after are empty cells, and count. */
        if (has_many_cells (g_strchomp (text)) || strchr (read, '\t'))
            g_signal_emit_by_name (self, "paste-wanted", pasting->line, (int) pasting->quantity,
                                   read);
        else
            replace_selection (
                GTK_EDITABLE (tv_measuring_line_get_cell (pasting->line, pasting->quantity)),
                g_strstrip (text));
    } else {
        gtk_widget_error_bell (GTK_WIDGET (self));
    }
    pasting_free (pasting);
}

static void
paste_cb (GtkWidget *text, TvMeasuringGrid *self)
{
    Pasting *pasting;

    if (self->is_read_only || !self->focus_line)
        return;
    g_signal_stop_emission_by_name (text, "paste-clipboard");
    pasting = g_new0 (Pasting, 1);
    pasting->grid = g_object_ref (self);
    pasting->line = g_object_ref (self->focus_line);
    pasting->quantity = self->focus_quantity;
    pasting->student_id = tv_measuring_line_get_student (self->focus_line)->id;
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (text), NULL, text_read_cb, pasting);
}

/**
 * _tv_measuring_grid_add_paste:
 * @line: a new line
 *
 * Takes over what Ctrl+V, Shift+Insert and the menu do in its cells.
 */
void
_tv_measuring_grid_add_paste (TvMeasuringGrid *self, TvMeasuringLine *line)
{
    for (int quantity = 0; quantity < TV_MEASURING_N_CELLS; quantity++) {
        GtkEditable *cell = GTK_EDITABLE (tv_measuring_line_get_cell (line, quantity));

        g_signal_connect (gtk_editable_get_delegate (cell), "paste-clipboard",
                          G_CALLBACK (paste_cb), self);
    }
}
