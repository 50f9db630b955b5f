/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of the grid: their titles, and which of them there is room for. With large letters or
 * a narrow window last time's values go first, then the age; the cells to type in never go. */

#include "ui/measuring/tv-measuring-grid-private.h"

#include <glib/gi18n.h>

/* The roomiest first. */
static const TvMeasuringWidths fits[] = {
    { 19, 10, 20, 17, 12 },
    { 19, 10, 0, 17, 12 },
    { 19, 0, 0, 17, 8 },
    { 12, 0, 0, 12, 0 },
};

/* What frames and shapes take besides the characters: a line, two cells, a badge. */
#define LINE_PADDING_PX 16
#define CELL_PADDING_PX 22
#define SHAPE_PX 18

static GtkWidget *
add_title (TvMeasuringGrid *self, const char *title, float xalign)
{
    GtkWidget *label = gtk_label_new (title);

    gtk_label_set_xalign (GTK_LABEL (label), xalign);
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_widget_set_tooltip_text (label, title);
    gtk_box_append (GTK_BOX (self->header), label);
    return label;
}

static void
set_width (GtkWidget *title, int n_chars)
{
    gtk_label_set_width_chars (GTK_LABEL (title), n_chars);
    gtk_label_set_max_width_chars (GTK_LABEL (title), n_chars);
    gtk_widget_set_visible (title, n_chars > 0);
}

static void
add_cell_title (TvMeasuringGrid *self, TvQuantity quantity, const char *text)
{
    GtkWidget *title = add_title (self, text, 1);

    /* The unit goes below where the words and it do not fit beside each other. */
    gtk_label_set_wrap (GTK_LABEL (title), TRUE);
    gtk_label_set_lines (GTK_LABEL (title), 2);
    gtk_label_set_justify (GTK_LABEL (title), GTK_JUSTIFY_RIGHT);
    set_width (title, TV_MEASURING_CELL_CHARS);
    gtk_size_group_add_widget (self->cell_widths[quantity], title);
}

void
_tv_measuring_grid_add_titles (TvMeasuringGrid *self)
{
    /* Translators: heading of the roll number's column, very short. */
    set_width (add_title (self, C_ ("column", "No."), 1), TV_MEASURING_ROLL_CHARS);
    self->name_title = add_title (self, C_ ("column", "Name"), 0);
    self->age_title = add_title (self, C_ ("column", "Age"), 0);
    self->last_title = add_title (self, C_ ("column", "Last time"), 0);
    add_cell_title (self, TV_QUANTITY_WEIGHT, C_ ("column", "Weight (kg)"));
    add_cell_title (self, TV_QUANTITY_HEIGHT, C_ ("column", "Height (cm)"));
    self->position_title = add_title (self, C_ ("column", "Position"), 0);
    self->class_title = add_title (self, C_ ("column", "Result"), 0);
    self->remark_title = add_title (self, C_ ("column", "z-scores, or a question"), 0);
    gtk_widget_set_hexpand (self->remark_title, TRUE);
    set_width (self->position_title, TV_MEASURING_POSITION_CHARS + 2);
    _tv_measuring_grid_apply_fit (self);
}

/**
 * _tv_measuring_grid_get_widths:
 *
 * Returns: (transfer none): the widths that are used
 */
const TvMeasuringWidths *
_tv_measuring_grid_get_widths (TvMeasuringGrid *self)
{
    return &fits[self->fit];
}

void
_tv_measuring_grid_apply_fit (TvMeasuringGrid *self)
{
    const TvMeasuringWidths *widths = &fits[self->fit];

    set_width (self->name_title, widths->name);
    set_width (self->age_title, widths->age);
    set_width (self->last_title, widths->last);
    set_width (self->class_title, widths->class_ + 2);
    set_width (self->remark_title, widths->remark);
    gtk_label_set_max_width_chars (GTK_LABEL (self->remark_title), -1);
    for (guint i = 0; i < self->lines->len; i++)
        tv_measuring_line_set_widths (g_ptr_array_index (self->lines, i), widths);
}

/* As GtkLabel reckons with characters. */
static int
width_of_char (TvMeasuringGrid *self)
{
    PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
    PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
    int width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                     pango_font_metrics_get_approximate_digit_width (metrics));

    pango_font_metrics_unref (metrics);
    return PANGO_PIXELS_CEIL (width);
}

static int
needed_width (TvMeasuringGrid *self, guint fit)
{
    const TvMeasuringWidths *widths = &fits[fit];
    gboolean has_position = gtk_widget_get_visible (self->position_title);
    int n_chars = TV_MEASURING_ROLL_CHARS + 2 * TV_MEASURING_CELL_CHARS + widths->name + widths->age
                  + widths->last + widths->class_ + widths->remark
                  + (has_position ? TV_MEASURING_POSITION_CHARS + 2 : 0);
    int n_gaps = 4 + has_position + (widths->age > 0) + (widths->last > 0) + (widths->remark > 0);

    return n_chars * width_of_char (self) + n_gaps * TV_MEASURING_SPACING + LINE_PADDING_PX
           + 2 * CELL_PADDING_PX + SHAPE_PX;
}

/**
 * _tv_measuring_grid_least_width:
 *
 * Returns: what the grid can do with, in pixels
 */
int
_tv_measuring_grid_least_width (TvMeasuringGrid *self)
{
    return needed_width (self, G_N_ELEMENTS (fits) - 1);
}

static gboolean
apply_fit (gpointer user_data)
{
    TvMeasuringGrid *self = TV_MEASURING_GRID (user_data);

    self->fit_idle = 0;
    _tv_measuring_grid_apply_fit (self);
    return G_SOURCE_REMOVE;
}

/**
 * _tv_measuring_grid_fit_into:
 * @width: how wide the grid is, in pixels
 *
 * Chooses the columns; not at once, since this is asked while widgets get their places.
 */
void
_tv_measuring_grid_fit_into (TvMeasuringGrid *self, int width)
{
    guint fit = 0;

    while (fit + 1 < G_N_ELEMENTS (fits) && needed_width (self, fit) > width)
        fit++;
    if (fit == self->fit)
        return;
    self->fit = fit;
    if (self->fit_idle == 0)
        self->fit_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, apply_fit, self, NULL);
}
