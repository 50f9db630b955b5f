/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Three buttons at an empty cell. */

#include "ui/measuring/tv-mark-popover.h"

#include "records/tv-measurement.h"

struct _TvMarkPopover {
    GtkPopover parent_instance;

    GtkWidget *first_button;
};

G_DEFINE_FINAL_TYPE (TvMarkPopover, tv_mark_popover, GTK_TYPE_POPOVER)

static guint chosen_signal;

static void
clicked_cb (GtkButton *button, TvMarkPopover *self)
{
    int state = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "state"));

    g_signal_emit (self, chosen_signal, 0, state);
}

static void
tv_mark_popover_class_init (TvMarkPopoverClass *class_)
{
    chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (class_), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
tv_mark_popover_init (TvMarkPopover *self)
{
    static const TvMeasurementState states[]
        = { TV_MEASUREMENT_ABSENT, TV_MEASUREMENT_REFUSED, TV_MEASUREMENT_IMPOSSIBLE };
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

    for (guint i = 0; i < G_N_ELEMENTS (states); i++) {
        GtkWidget *button = gtk_button_new_with_label (tv_measurement_state_label (states[i]));

        gtk_widget_add_css_class (button, "flat");
        g_object_set_data (G_OBJECT (button), "state", GINT_TO_POINTER (states[i]));
        g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
        gtk_box_append (GTK_BOX (box), button);
        if (!self->first_button)
            self->first_button = button;
    }
    gtk_popover_set_child (GTK_POPOVER (self), box);
}

GtkWidget *
tv_mark_popover_new (void)
{
    return g_object_new (TV_TYPE_MARK_POPOVER, NULL);
}

/**
 * tv_mark_popover_show_at:
 * @cell: the cell it belongs to, somewhere under its parent
 *
 * The first choice has the focus, so that Enter takes it.
 */
void
tv_mark_popover_show_at (TvMarkPopover *self, GtkWidget *cell)
{
    graphene_rect_t bounds;
    GdkRectangle at;

    g_return_if_fail (TV_IS_MARK_POPOVER (self));
    if (gtk_widget_compute_bounds (cell, gtk_widget_get_parent (GTK_WIDGET (self)), &bounds)) {
        at.x = (int) bounds.origin.x;
        at.y = (int) bounds.origin.y;
        at.width = (int) bounds.size.width;
        at.height = (int) bounds.size.height;
        gtk_popover_set_pointing_to (GTK_POPOVER (self), &at);
    }
    gtk_popover_popup (GTK_POPOVER (self));
    gtk_widget_grab_focus (self->first_button);
}
