/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one way in which lists, grids and pages show a class: never by colour alone. */

#include "ui/widgets/tv-class-badge.h"

#define SHAPE_SIZE 12

struct _TvClassBadge {
    GtkWidget parent_instance;

    GtkWidget *shape;
    GtkLabel *label;
    TvConcern concern;
};

G_DEFINE_FINAL_TYPE (TvClassBadge, tv_class_badge, GTK_TYPE_WIDGET)

static const char *const concern_classes[] = {
    [TV_CONCERN_UNKNOWN] = "unknown",    [TV_CONCERN_NONE] = "good",
    [TV_CONCERN_LOW_MODERATE] = "low",   [TV_CONCERN_LOW_SEVERE] = "low-severe",
    [TV_CONCERN_HIGH_MODERATE] = "high", [TV_CONCERN_HIGH_SEVERE] = "high-severe",
    [TV_CONCERN_QUESTION] = "question",
};

/* A triangle that fills the box; @tip and @base are heights in it. */
static void
add_triangle (cairo_t *cr, double size, double tip, double base)
{
    cairo_move_to (cr, size / 2, tip);
    cairo_line_to (cr, size, base);
    cairo_line_to (cr, 0, base);
    cairo_close_path (cr);
}

static void
add_diamond (cairo_t *cr, double size)
{
    cairo_move_to (cr, size / 2, 0);
    cairo_line_to (cr, size, size / 2);
    cairo_line_to (cr, size / 2, size);
    cairo_line_to (cr, 0, size / 2);
    cairo_close_path (cr);
}

static void
add_shape (cairo_t *cr, TvConcern concern, double size)
{
    switch (concern) {
    case TV_CONCERN_NONE:
        cairo_arc (cr, size / 2, size / 2, size / 4, 0, 2 * G_PI);
        break;
    case TV_CONCERN_LOW_MODERATE:
        add_triangle (cr, size, 0.85 * size, 0.2 * size);
        break;
    case TV_CONCERN_LOW_SEVERE:
        add_triangle (cr, size, 0.5 * size, 0);
        add_triangle (cr, size, size, 0.5 * size);
        break;
    case TV_CONCERN_HIGH_MODERATE:
        add_triangle (cr, size, 0.15 * size, 0.8 * size);
        break;
    case TV_CONCERN_HIGH_SEVERE:
        add_triangle (cr, size, 0, 0.5 * size);
        add_triangle (cr, size, 0.5 * size, size);
        break;
    case TV_CONCERN_QUESTION:
        add_diamond (cr, size);
        break;
    case TV_CONCERN_UNKNOWN:
    default:
        break;
    }
}

static void
draw_shape_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
    TvClassBadge *self = TV_CLASS_BADGE (user_data);
    double size = MIN (width, height);
    GdkRGBA colour;

    gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &colour);
    gdk_cairo_set_source_rgba (cr, &colour);
    add_shape (cr, self->concern, size);
    cairo_fill (cr);
}

/* Words that are cut off show whole. */
static gboolean
query_tooltip_cb (TvClassBadge *self, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
    if (!pango_layout_is_ellipsized (gtk_label_get_layout (self->label)))
        return FALSE;
    gtk_tooltip_set_text (tooltip, gtk_label_get_text (self->label));
    return TRUE;
}

static void
tv_class_badge_dispose (GObject *object)
{
    GtkWidget *child;

    while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
        gtk_widget_unparent (child);
    G_OBJECT_CLASS (tv_class_badge_parent_class)->dispose (object);
}

static void
tv_class_badge_class_init (TvClassBadgeClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    G_OBJECT_CLASS (class_)->dispose = tv_class_badge_dispose;
    gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
    gtk_widget_class_set_css_name (widget_class, "classbadge");
}

static void
tv_class_badge_init (TvClassBadge *self)
{
    GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

    gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
    gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
    g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
    self->shape = gtk_drawing_area_new ();
    gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->shape), SHAPE_SIZE);
    gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->shape), SHAPE_SIZE);
    gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->shape), draw_shape_cb, self, NULL);
    gtk_widget_set_valign (self->shape, GTK_ALIGN_CENTER);
    gtk_widget_set_parent (self->shape, GTK_WIDGET (self));
    self->label = GTK_LABEL (gtk_label_new (""));
    gtk_label_set_xalign (self->label, 0);
    gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
    gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
    gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
    gtk_widget_add_css_class (self->shape, concern_classes[self->concern]);
}

GtkWidget *
tv_class_badge_new (void)
{
    return g_object_new (TV_TYPE_CLASS_BADGE, NULL);
}

/* Alone on a line, words begin with a capital. */
static char *
with_capital (const char *words)
{
    char first[7] = { 0 };

    if (!*words)
        return g_strdup ("");
    g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (words)), first);
    return g_strconcat (first, g_utf8_next_char (words), NULL);
}

/**
 * tv_class_badge_set:
 * @concern: which shape and colour
 * @words: (nullable): the class in words
 */
void
tv_class_badge_set (TvClassBadge *self, TvConcern concern, const char *words)
{
    g_autofree char *shown = with_capital (words ? words : "");

    g_return_if_fail (TV_IS_CLASS_BADGE (self));
    if (concern != self->concern) {
        gtk_widget_remove_css_class (self->shape, concern_classes[self->concern]);
        gtk_widget_add_css_class (self->shape, concern_classes[concern]);
        self->concern = concern;
        gtk_widget_queue_draw (self->shape);
    }
    gtk_label_set_label (self->label, shown);
}

/**
 * tv_class_badge_set_width_chars:
 * @n_chars: how wide the words are, however long they are
 */
void
tv_class_badge_set_width_chars (TvClassBadge *self, int n_chars)
{
    g_return_if_fail (TV_IS_CLASS_BADGE (self));
    gtk_label_set_width_chars (self->label, n_chars);
    gtk_label_set_max_width_chars (self->label, n_chars);
}

/**
 * tv_class_badge_set_lines:
 * @n_lines: in how many lines the words may stand before they are cut; 0 for any number
 */
void
tv_class_badge_set_lines (TvClassBadge *self, int n_lines)
{
    g_return_if_fail (TV_IS_CLASS_BADGE (self));
    gtk_label_set_ellipsize (self->label, n_lines > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
    gtk_label_set_wrap (self->label, n_lines != 1);
    gtk_label_set_lines (self->label, n_lines > 0 ? n_lines : -1);
}
