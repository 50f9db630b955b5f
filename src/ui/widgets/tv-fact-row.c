/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One fact in a list, with the way to the children behind it. */

#include "ui/widgets/tv-fact-row.h"

struct _TvFactRow {
    GtkListBoxRow parent_instance;

    GtkImage *icon;
    GtkLabel *title_label;
    GtkLabel *subtitle_label;
    GtkLabel *value_label;
    GtkProgressBar *bar;
};

G_DEFINE_FINAL_TYPE (TvFactRow, tv_fact_row, GTK_TYPE_LIST_BOX_ROW)

static void
tv_fact_row_dispose (GObject *object)
{
    gtk_widget_dispose_template (GTK_WIDGET (object), TV_TYPE_FACT_ROW);
    G_OBJECT_CLASS (tv_fact_row_parent_class)->dispose (object);
}

static void
tv_fact_row_class_init (TvFactRowClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    G_OBJECT_CLASS (class_)->dispose = tv_fact_row_dispose;
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/widgets/tv-fact-row.ui");
    gtk_widget_class_bind_template_child (widget_class, TvFactRow, bar);
    gtk_widget_class_bind_template_child (widget_class, TvFactRow, icon);
    gtk_widget_class_bind_template_child (widget_class, TvFactRow, subtitle_label);
    gtk_widget_class_bind_template_child (widget_class, TvFactRow, title_label);
    gtk_widget_class_bind_template_child (widget_class, TvFactRow, value_label);
}

static void
tv_fact_row_init (TvFactRow *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    self->title_label, self->value_label, NULL,
                                    GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->subtitle_label,
                                    NULL, -1);
}

/**
 * tv_fact_row_new:
 * @icon_name: (nullable): a symbolic icon
 * @title: what it is about
 */
GtkWidget *
tv_fact_row_new (const char *icon_name, const char *title)
{
    TvFactRow *self = g_object_new (TV_TYPE_FACT_ROW, NULL);

    gtk_image_set_from_icon_name (self->icon, icon_name);
    gtk_widget_set_visible (GTK_WIDGET (self->icon), icon_name != NULL);
    gtk_label_set_label (self->title_label, title);
    return GTK_WIDGET (self);
}

void
tv_fact_row_set_subtitle (TvFactRow *self, const char *subtitle)
{
    g_return_if_fail (TV_IS_FACT_ROW (self));
    gtk_label_set_label (self->subtitle_label, subtitle);
    gtk_widget_set_visible (GTK_WIDGET (self->subtitle_label), subtitle && *subtitle);
}

void
tv_fact_row_set_value (TvFactRow *self, const char *value)
{
    g_return_if_fail (TV_IS_FACT_ROW (self));
    gtk_label_set_label (self->value_label, value);
}

/**
 * tv_fact_row_set_fraction:
 * @fraction: 0 to 1: how much of all it is, drawn as a bar under the title
 */
void
tv_fact_row_set_fraction (TvFactRow *self, double fraction)
{
    g_return_if_fail (TV_IS_FACT_ROW (self));
    gtk_progress_bar_set_fraction (self->bar, CLAMP (fraction, 0, 1));
    gtk_widget_set_visible (GTK_WIDGET (self->bar), TRUE);
}

/**
 * tv_fact_row_set_leads_on:
 * @leads_on: whether activating the row opens something
 */
void
tv_fact_row_set_leads_on (TvFactRow *self, gboolean leads_on)
{
    g_return_if_fail (TV_IS_FACT_ROW (self));
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), leads_on);
}
