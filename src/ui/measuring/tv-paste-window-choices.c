/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person settles in the preview: which column is what, and who is meant by a name that
 * nobody has. */

#include "ui/measuring/tv-paste-window-private.h"

#include <glib/gi18n.h>

/* As many values as tell a column from the next. */
#define N_SAMPLES 3

static char *
write_sample (const TvPastePlan *plan, guint column)
{
    g_autoptr (GString) text = g_string_new (NULL);
    guint n = 0;

    for (guint i = plan->columns.n_header_lines; i < plan->table->lines->len && n < N_SAMPLES;
         i++) {
        const char *cell = tv_paste_table_cell (plan->table, i, column);

        if (!*cell)
            continue;
        g_string_append_printf (text, "%s%s", n > 0 ? "; " : "", cell);
        n++;
    }
    return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
field_chosen_cb (GtkDropDown *drop_down, GParamSpec *pspec, TvPasteWindow *self)
{
    guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (drop_down), "tv-column"));

    if (self->is_showing)
        return;
    tv_paste_plan_set_field (self->plan, column,
                             (TvPasteField) gtk_drop_down_get_selected (drop_down));
    _tv_paste_window_show (self);
}

static GtkWidget *
make_fields (TvPasteWindow *self, guint column, const char *sample)
{
    g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
    GtkWidget *drop_down;

    for (guint i = 0; i < TV_PASTE_N_FIELDS; i++)
        gtk_string_list_append (labels, tv_paste_field_label ((TvPasteField) i));
    drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
    gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), self->plan->columns.fields[column]);
    g_object_set_data (G_OBJECT (drop_down), "tv-column", GUINT_TO_POINTER (column));
    gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    sample, -1);
    g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (field_chosen_cb), self, 0);
    return drop_down;
}

static GtkWidget *
make_column (TvPasteWindow *self, guint column, const char *sample)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
    GtkWidget *label = gtk_label_new (sample);

    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
    gtk_widget_set_tooltip_text (label, sample);
    gtk_widget_add_css_class (label, "caption");
    gtk_box_append (GTK_BOX (box), label);
    gtk_box_append (GTK_BOX (box), make_fields (self, column, sample));
    return box;
}

static void
empty (GtkBox *box)
{
    GtkWidget *child;

    while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))))
        gtk_box_remove (box, child);
}

/* The drop-downs stay while somebody walks through them, and only say something else. */
static void
update_columns (TvPasteWindow *self)
{
    for (GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->columns_box)); box;
         box = gtk_widget_get_next_sibling (box)) {
        GtkWidget *drop_down = gtk_widget_get_last_child (box);
        guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (drop_down), "tv-column"));

        gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), self->plan->columns.fields[column]);
    }
}

/**
 * _tv_paste_window_show_columns:
 *
 * Shows what each column is taken for, to be corrected.
 */
void
_tv_paste_window_show_columns (TvPasteWindow *self)
{
    if (gtk_widget_get_first_child (GTK_WIDGET (self->columns_box))) {
        update_columns (self);
        return;
    }
    for (guint i = 0; i < self->plan->columns.n_columns; i++) {
        g_autofree char *sample = write_sample (self->plan, i);

        if (*sample)
            gtk_box_append (self->columns_box, make_column (self, i, sample));
    }
}

static void
near_clicked_cb (GtkButton *button, TvPasteWindow *self)
{
    TvPasteItem *item = gtk_single_selection_get_selected_item (self->selection);
    int child = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "tv-child"));

    if (!item)
        return;
    tv_paste_plan_choose_child (self->plan, tv_paste_item_get_index (item), child);
    _tv_paste_window_show (self);
}

static void
add_near (TvPasteWindow *self, int child)
{
    const TvMeasuringRow *row = tv_paste_plan_child (self->plan, child);
    g_autofree char *day = tv_date_to_text (row->student->birth_date);
    /* Translators: a child's name and date of birth; the button says who is meant by a line. */
    g_autofree char *text = g_strdup_printf (_ ("It is %1$s, born %2$s"), row->student->name, day);
    GtkWidget *button = gtk_button_new_with_label (text);

    g_object_set_data (G_OBJECT (button), "tv-child", GINT_TO_POINTER (child));
    g_signal_connect_object (button, "clicked", G_CALLBACK (near_clicked_cb), self, 0);
    gtk_box_append (self->near_box, button);
}

static void
add_remarks (TvPasteWindow *self, const TvPasteRow *row)
{
    for (guint i = 0; i < row->remarks->len; i++) {
        GtkWidget *label = gtk_label_new (g_ptr_array_index (row->remarks, i));

        gtk_label_set_xalign (GTK_LABEL (label), 0);
        gtk_label_set_wrap (GTK_LABEL (label), TRUE);
        gtk_box_append (self->near_box, label);
    }
}

/**
 * _tv_paste_window_show_near:
 *
 * Shows all that is to be said of the chosen line, and whom it may be about.
 */
void
_tv_paste_window_show_near (TvPasteWindow *self)
{
    TvPasteItem *item = gtk_single_selection_get_selected_item (self->selection);
    const TvPasteRow *row = item ? tv_paste_item_get_row (item) : NULL;

    empty (self->near_box);
    if (row)
        add_remarks (self, row);
    for (guint i = 0; row && row->match.child == TV_PASTE_NOBODY && i < row->match.n_near; i++)
        add_near (self, row->match.near[i]);
    gtk_revealer_set_reveal_child (
        self->near_revealer, gtk_widget_get_first_child (GTK_WIDGET (self->near_box)) != NULL);
}
