/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The cells of the preview that can be ticked: what is pasted, and what stands there now. */

#include "ui/measuring/tv-paste-window-private.h"

#include <glib/gi18n.h>

/* One cell: a tick and its words; the tick is hidden where there is nothing to choose. */
typedef struct {
    TvPasteWindow *window;
    TvPastePartKind part; /* of the column */
    GtkWidget *check;
    GtkWidget *label;
    TvPasteItem *item; /* (nullable) that it shows; the list owns it */
    gboolean is_binding;
} Cell;

/* That a child was absent stands in the column of the weights. */
static TvPastePartKind
part_of (const Cell *cell, const TvPasteRow *row)
{
    return cell->part == TV_PASTE_PART_WEIGHT
                   && row->parts[TV_PASTE_PART_STATE].news != TV_PASTE_NOTHING
               ? TV_PASTE_PART_STATE
               : cell->part;
}

static char *
write_part (const TvPastePart *part)
{
    switch (part->news) {
    case TV_PASTE_NOTHING:
        return g_strdup ("");
    case TV_PASTE_REFUSED:
        return g_strdup_printf ("✕ %s", part->text);
    case TV_PASTE_SAME:
        return g_strdup_printf ("= %s", part->text);
    case TV_PASTE_NEW:
    case TV_PASTE_OTHER:
    default:
        /* Translators: what stands in a cell now, and what is pasted into it. */
        return *part->old_text ? g_strdup_printf (_ ("%1$s → %2$s"), part->old_text, part->text)
                               : g_strdup (part->text);
    }
}

/* What a screen reader says of a tick: whose it is, and what. */
static void
tell_what (Cell *cell, const char *text)
{
    g_autofree char *child = NULL;
    g_autofree char *label = NULL;

    g_object_get (cell->item, "child", &child, NULL);
    label = g_strjoin (", ", child, text, NULL);
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    label, -1);
}

static void
show_part (Cell *cell)
{
    const TvPasteRow *row = tv_paste_item_get_row (cell->item);
    const TvPastePart *part = &row->parts[part_of (cell, row)];
    g_autofree char *text = write_part (part);
    gboolean can_take = row->match.child != TV_PASTE_NOBODY
                        && (part->news == TV_PASTE_NEW || part->news == TV_PASTE_OTHER);

    cell->is_binding = TRUE;
    gtk_label_set_label (GTK_LABEL (cell->label), text);
    gtk_widget_set_tooltip_text (cell->label, *text ? text : NULL);
    gtk_widget_set_visible (cell->check, can_take);
    gtk_check_button_set_active (GTK_CHECK_BUTTON (cell->check), part->is_taken);
    tell_what (cell, text);
    cell->is_binding = FALSE;
}

static void
toggled_cb (GtkCheckButton *check, Cell *cell)
{
    TvPasteItem *item = cell->item;
    const TvPasteRow *row;

    if (cell->is_binding || !item)
        return;
    row = tv_paste_item_get_row (item);
    tv_paste_plan_take (cell->window->plan, tv_paste_item_get_index (item), part_of (cell, row),
                        gtk_check_button_get_active (check));
    _tv_paste_window_ticked (cell->window, item);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, TvPasteWindow *self)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
    Cell *cell = g_new0 (Cell, 1);

    cell->window = self;
    cell->part = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "tv-part"));
    cell->check = gtk_check_button_new ();
    cell->label = gtk_label_new ("");
    gtk_label_set_xalign (GTK_LABEL (cell->label), 0);
    gtk_label_set_ellipsize (GTK_LABEL (cell->label), PANGO_ELLIPSIZE_END);
    gtk_widget_add_css_class (cell->label, "numeric");
    gtk_box_append (GTK_BOX (box), cell->check);
    gtk_box_append (GTK_BOX (box), cell->label);
    g_signal_connect (cell->check, "toggled", G_CALLBACK (toggled_cb), cell);
    g_object_set_data_full (G_OBJECT (box), "tv-cell", cell, g_free);
    gtk_list_item_set_child (list_item, box);
}

static Cell *
cell_of (GtkListItem *list_item)
{
    return g_object_get_data (G_OBJECT (gtk_list_item_get_child (list_item)), "tv-cell");
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
    Cell *cell = cell_of (list_item);

    cell->item = gtk_list_item_get_item (list_item);
    show_part (cell);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
    cell_of (list_item)->item = NULL;
}

static void
add_cells_to (TvPasteWindow *self, GtkColumnViewColumn *column, TvPastePartKind part)
{
    g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

    g_object_set_data (G_OBJECT (factory), "tv-part", GINT_TO_POINTER (part));
    g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
    g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
    g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
    gtk_column_view_column_set_factory (column, factory);
}

void
_tv_paste_window_add_cells (TvPasteWindow *self)
{
    add_cells_to (self, self->weight_column, TV_PASTE_PART_WEIGHT);
    add_cells_to (self, self->height_column, TV_PASTE_PART_HEIGHT);
}
