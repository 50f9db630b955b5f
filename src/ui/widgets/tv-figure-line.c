/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A label for each figure of a large table costs more than all the figures: style, size and place
 * of thousands of widgets. A line writes its texts itself and tells them to the screen reader in
 * one sentence, with the titles of the columns. */

#include "ui/widgets/tv-figure-line.h"

#define SPACE 7 /* at each side of a column */
#define SPACE_ABOVE 6

struct _TvFigureLine {
    GtkWidget parent_instance;
    const TvFigurePlan *plan;
    GStrv texts;
};

G_DEFINE_FINAL_TYPE (TvFigureLine, tv_figure_line, GTK_TYPE_WIDGET)

/* Figures stand under each other only where all digits are of one width. */
static PangoLayout *
make_layout (GtkWidget *widget, const char *text)
{
    PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
    g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
    pango_layout_set_attributes (layout, attributes);
    return layout;
}

static int
natural_width (const TvFigurePlan *plan)
{
    int width = 0;

    for (guint i = 0; i < plan->n_columns; i++) {
        if (plan->columns[i].is_visible)
            width += plan->columns[i].width + 2 * SPACE;
    }
    return width;
}

static void
write_text (TvFigureLine *self, GtkSnapshot *snapshot, guint column, int x, int width)
{
    g_autoptr (PangoLayout) layout = make_layout (GTK_WIDGET (self), self->texts[column]);
    gboolean is_text = self->plan->columns[column].is_text;
    int text_width, text_height;
    GdkRGBA colour;

    pango_layout_set_alignment (layout, is_text ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
    pango_layout_get_pixel_size (layout, &text_width, &text_height);
    gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
    gtk_snapshot_save (snapshot);
    gtk_snapshot_translate (
        snapshot,
        &GRAPHENE_POINT_INIT (x + (is_text ? 0 : width - text_width),
                              (gtk_widget_get_height (GTK_WIDGET (self)) - text_height) / 2));
    gtk_snapshot_append_layout (snapshot, layout, &colour);
    gtk_snapshot_restore (snapshot);
}

/* What is left of the width goes to the first column of words. */
static void
tv_figure_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
    TvFigureLine *self = TV_FIGURE_LINE (widget);
    int rest = MAX (gtk_widget_get_width (widget) - natural_width (self->plan), 0);
    int x = SPACE;

    for (guint i = 0; self->texts && i < self->plan->n_columns; i++) {
        const TvFigurePlace *column = &self->plan->columns[i];
        int width = column->width;

        if (!column->is_visible)
            continue;
        if (column->is_text) {
            width += rest;
            rest = 0;
        }
        write_text (self, snapshot, i, x, width);
        x += width + 2 * SPACE;
    }
}

static void
tv_figure_line_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
    TvFigureLine *self = TV_FIGURE_LINE (widget);
    int size = self->plan->height, height = 0;

    if (orientation == GTK_ORIENTATION_HORIZONTAL) {
        *minimum = *natural = natural_width (self->plan);
        return;
    }
    for (guint i = 0; self->texts && i < self->plan->n_columns; i++) {
        if (strchr (self->texts[i], '\n'))
            tv_figure_line_measure_text (widget, self->texts[i], NULL, &height);
        size = MAX (size, height);
    }
    *minimum = *natural = size + 2 * SPACE_ABOVE;
}

static void
tv_figure_line_finalize (GObject *object)
{
    g_strfreev (TV_FIGURE_LINE (object)->texts);
    G_OBJECT_CLASS (tv_figure_line_parent_class)->finalize (object);
}

static void
tv_figure_line_class_init (TvFigureLineClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

    G_OBJECT_CLASS (klass)->finalize = tv_figure_line_finalize;
    widget_class->snapshot = tv_figure_line_snapshot;
    widget_class->measure = tv_figure_line_measure;
    gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
    gtk_widget_class_set_css_name (widget_class, "figures");
}

static void
tv_figure_line_init (TvFigureLine *self)
{
}

/**
 * tv_figure_line_new:
 * @plan: where the columns stand; outlives the line
 */
GtkWidget *
tv_figure_line_new (const TvFigurePlan *plan)
{
    TvFigureLine *self = g_object_new (TV_TYPE_FIGURE_LINE, NULL);

    self->plan = plan;
    return GTK_WIDGET (self);
}

/* "Group: Lớp 1A, Children: 24, …" */
static char *
make_sentence (TvFigureLine *self)
{
    GString *sentence = g_string_new (NULL);

    for (guint i = 0; i < self->plan->n_columns; i++) {
        const TvFigurePlace *column = &self->plan->columns[i];

        if (!column->is_visible)
            continue;
        g_string_append_printf (sentence, "%s%s: %s", sentence->len > 0 ? ", " : "", column->title,
                                self->texts[i]);
    }
    g_strdelimit (sentence->str, "\n", ' ');
    return g_string_free (sentence, FALSE);
}

/**
 * tv_figure_line_set_texts:
 * @texts: one for each column; copied
 */
void
tv_figure_line_set_texts (TvFigureLine *self, const char *const *texts)
{
    g_autofree char *sentence = NULL;

    g_return_if_fail (TV_IS_FIGURE_LINE (self));
    if (self->texts && g_strv_equal ((const char *const *) self->texts, texts))
        return;
    g_strfreev (self->texts);
    self->texts = g_strdupv ((GStrv) texts);
    sentence = make_sentence (self);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                    -1);
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tv_figure_line_measure_text:
 * @widget: whose font it is
 * @text: of one or more rows
 * @width: (out) (optional): in pixels
 * @height: (out) (optional): in pixels
 */
void
tv_figure_line_measure_text (GtkWidget *widget, const char *text, int *width, int *height)
{
    g_autoptr (PangoLayout) layout = make_layout (widget, text);

    pango_layout_get_pixel_size (layout, width, height);
}
