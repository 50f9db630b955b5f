/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A page scrolls up and down, so its width is given and its height follows. GtkStack asks all the
 * same for the least width at the height it got, and boxes and labels find that by trying: each
 * label is set a dozen times for each try of the box around it, a thousand times for a page of
 * forty rows. The least width there is is the right answer, since the height was worked out for a
 * width no smaller than that. */

#include "ui/widgets/tv-width-first-layout.h"

struct _TvWidthFirstLayout {
    GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (TvWidthFirstLayout, tv_width_first_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
tv_width_first_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
    return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static GtkWidget *
find_child (GtkWidget *widget)
{
    GtkWidget *child = gtk_widget_get_first_child (widget);

    return child && gtk_widget_should_layout (child) ? child : NULL;
}

static void
tv_width_first_layout_measure (GtkLayoutManager *manager, GtkWidget *widget,
                               GtkOrientation orientation, int for_size, int *minimum, int *natural,
                               int *minimum_baseline, int *natural_baseline)
{
    GtkWidget *child = find_child (widget);

    if (child)
        gtk_widget_measure (child, orientation,
                            orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size, minimum,
                            natural, minimum_baseline, natural_baseline);
}

static void
tv_width_first_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                                int baseline)
{
    GtkWidget *child = find_child (widget);

    if (child)
        gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
tv_width_first_layout_class_init (TvWidthFirstLayoutClass *klass)
{
    GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

    manager_class->get_request_mode = tv_width_first_layout_get_request_mode;
    manager_class->measure = tv_width_first_layout_measure;
    manager_class->allocate = tv_width_first_layout_allocate;
}

static void
tv_width_first_layout_init (TvWidthFirstLayout *self)
{
}
