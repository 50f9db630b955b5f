/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* It shows nothing but the ring of the focus, which comes from the theme's style of links. */

#include "ui/widgets/tv-figure-link.h"

struct _TvFigureLink {
    GtkWidget parent_instance;
    guint column;
};

enum {
    ACTIVATE,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TvFigureLink, tv_figure_link, GTK_TYPE_WIDGET)

/* The list around it would keep these keys and do nothing with them. */
static gboolean
step_cb (GtkWidget *widget, GVariant *direction, gpointer user_data)
{
    gtk_widget_child_focus (gtk_widget_get_parent (widget),
                            (GtkDirectionType) g_variant_get_int32 (direction));
    return TRUE;
}

static void
tv_figure_link_class_init (TvFigureLinkClass *klass)
{
    static const guint activating[]
        = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

    signals[ACTIVATE]
        = g_signal_new ("activate", TV_TYPE_FIGURE_LINK, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0,
                        NULL, NULL, NULL, G_TYPE_NONE, 0);
    gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATE]);
    for (guint i = 0; i < G_N_ELEMENTS (activating); i++)
        gtk_widget_class_add_binding_signal (widget_class, activating[i], 0, "activate", NULL);
    gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, step_cb, "i", GTK_DIR_LEFT);
    gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, step_cb, "i", GTK_DIR_RIGHT);
    gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LINK);
    gtk_widget_class_set_css_name (widget_class, "link");
}

static void
tv_figure_link_init (TvFigureLink *self)
{
    gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * tv_figure_link_set_name:
 * @name: what a screen reader says, in the chosen language
 */
void
tv_figure_link_set_name (TvFigureLink *self, const char *name)
{
    g_return_if_fail (TV_IS_FIGURE_LINK (self));
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * tv_figure_link_new:
 * @column: of the figure, counted from 0
 * @name: what a screen reader says, in the chosen language
 */
GtkWidget *
tv_figure_link_new (guint column, const char *name)
{
    TvFigureLink *self = g_object_new (TV_TYPE_FIGURE_LINK, NULL);

    self->column = column;
    tv_figure_link_set_name (self, name);
    return GTK_WIDGET (self);
}

guint
tv_figure_link_get_column (TvFigureLink *self)
{
    g_return_val_if_fail (TV_IS_FIGURE_LINK (self), 0);
    return self->column;
}
