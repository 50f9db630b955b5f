/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget around every drawing: it only scales from points to pixels, picks the theme and tells
 * the screen reader and the mouse what the drawing says of itself. */

#include "ui/widgets/tv-drawing-view.h"

#include <adwaita.h>

struct _TvDrawingView {
    GtkWidget parent_instance;
    const TvDrawingSource *source;
    gpointer data;
    const TvTheme *theme; /* NULL: as the desktop has it */
    double width_pt;
    double height_pt;
};

/* A CSS pixel is 1/96 inch, a point 1/72. */
#define PX_PER_PT (96.0 / 72.0)

G_DEFINE_FINAL_TYPE (TvDrawingView, tv_drawing_view, GTK_TYPE_WIDGET)

static const TvTheme *
desktop_theme (void)
{
    AdwStyleManager *style = adw_style_manager_get_default ();

    if (adw_style_manager_get_high_contrast (style) && !adw_style_manager_get_dark (style))
        return tv_theme_get (TV_THEME_HIGH_CONTRAST);
    return tv_theme_get (adw_style_manager_get_dark (style) ? TV_THEME_SCREEN_DARK
                                                            : TV_THEME_SCREEN_LIGHT);
}

static void
tv_drawing_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
    TvDrawingView *self = TV_DRAWING_VIEW (widget);
    int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
    cairo_t *cr;

    if (!self->source || width <= 0 || height <= 0)
        return;
    cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
    cairo_scale (cr, PX_PER_PT, PX_PER_PT);
    self->source->draw (self->data, cr, width / PX_PER_PT, height / PX_PER_PT,
                        self->theme ? self->theme : desktop_theme ());
    cairo_destroy (cr);
}

static void
tv_drawing_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
    TvDrawingView *self = TV_DRAWING_VIEW (widget);
    double size_pt = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width_pt : self->height_pt;

    *minimum = *natural = (int) (size_pt * PX_PER_PT + 0.5);
}

static gboolean
query_tooltip_cb (TvDrawingView *self, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
    g_autofree char *words = NULL;

    if (!self->source || !self->source->tell || is_keyboard)
        return FALSE;
    words = self->source->tell (self->data, x / PX_PER_PT, y / PX_PER_PT,
                                gtk_widget_get_width (GTK_WIDGET (self)) / PX_PER_PT,
                                gtk_widget_get_height (GTK_WIDGET (self)) / PX_PER_PT);
    gtk_tooltip_set_text (tooltip, words);
    return words != NULL;
}

static void
drop_source (TvDrawingView *self)
{
    if (self->source && self->source->free && self->data)
        self->source->free (self->data);
    self->source = NULL;
    self->data = NULL;
}

static void
tv_drawing_view_dispose (GObject *object)
{
    drop_source (TV_DRAWING_VIEW (object));
    G_OBJECT_CLASS (tv_drawing_view_parent_class)->dispose (object);
}

static void
tv_drawing_view_class_init (TvDrawingViewClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

    G_OBJECT_CLASS (klass)->dispose = tv_drawing_view_dispose;
    widget_class->snapshot = tv_drawing_view_snapshot;
    widget_class->measure = tv_drawing_view_measure;
    gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
    gtk_widget_class_set_css_name (widget_class, "drawing");
}

static void
tv_drawing_view_init (TvDrawingView *self)
{
    AdwStyleManager *style = adw_style_manager_get_default ();

    self->width_pt = 150;
    self->height_pt = 150;
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
    gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
    g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
    g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                             self, G_CONNECT_SWAPPED);
}

GtkWidget *
tv_drawing_view_new (void)
{
    return g_object_new (TV_TYPE_DRAWING_VIEW, NULL);
}

/**
 * tv_drawing_view_set_source:
 * @source: (transfer none): what can be asked of the drawing; stands as long as the program
 * @data: (transfer full) (nullable): the drawing, freed by the source
 */
void
tv_drawing_view_set_source (TvDrawingView *self, const TvDrawingSource *source, gpointer data)
{
    g_autofree char *words = NULL;

    g_return_if_fail (TV_IS_DRAWING_VIEW (self));
    drop_source (self);
    self->source = source;
    self->data = data;
    /* A picture of nothing is nothing to a screen reader. */
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, source == NULL,
                                 -1);
    if (source && source->describe) {
        words = source->describe (data);
        gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                        -1);
    }
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tv_drawing_view_set_size:
 * @width_pt: the least width, in points
 * @height_pt: the least height, in points
 */
void
tv_drawing_view_set_size (TvDrawingView *self, double width_pt, double height_pt)
{
    self->width_pt = width_pt;
    self->height_pt = height_pt;
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tv_drawing_view_set_theme:
 * @theme: (nullable): always this theme; %NULL follows the desktop
 */
void
tv_drawing_view_set_theme (TvDrawingView *self, const TvTheme *theme)
{
    self->theme = theme;
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
