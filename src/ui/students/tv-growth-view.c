/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart of one child with the choice of what it shows, and its ways out. */

#include "ui/students/tv-growth-view.h"

#include "charts/tv-growth-chart-layout.h"
#include "ui/students/tv-growth-export.h"
#include "ui/widgets/tv-drawing-view.h"

#include <glib/gi18n.h>

/* How near the pointer has to come to a point. */
#define REACH_PT 9

#define CHART_WIDTH_PT 240
#define CHART_HEIGHT_PT 235

struct _TvGrowthView {
    GtkWidget parent_instance;

    TvDrawingView *drawing;
    GtkToggleButton *buttons[TV_N_MEASURES];

    TvWorkspace *workspace;
    TvChild *child;
    TvGrowthChart *chart;
    TvMeasure measure;
};

G_DEFINE_FINAL_TYPE (TvGrowthView, tv_growth_view, GTK_TYPE_WIDGET)

static void
draw_chart (gpointer data, cairo_t *cr, double width_pt, double height_pt, const TvTheme *theme)
{
    tv_growth_chart_draw (data, cr, width_pt, height_pt, theme);
}

static char *
describe_chart (gpointer data)
{
    g_auto (GStrv) sentences = tv_growth_chart_describe (data);

    return g_strjoinv (" ", sentences);
}

static char *
tell_of_chart (gpointer data, double x_pt, double y_pt, double width_pt, double height_pt)
{
    const TvGrowthChart *chart = data;
    g_autoptr (TvGrowthChartLayout) layout = tv_growth_chart_layout_new (
        chart, width_pt, height_pt, tv_theme_get (TV_THEME_SCREEN_LIGHT));
    int point = tv_growth_chart_layout_find (layout, x_pt, y_pt, REACH_PT);

    return point < 0 ? NULL : tv_growth_point_describe (&chart->points[point]);
}

static void
free_chart (gpointer data)
{
    tv_growth_chart_unref (data);
}

static const TvDrawingSource chart_source
    = { draw_chart, describe_chart, tell_of_chart, free_chart };

static void
show_chart (TvGrowthView *self)
{
    const TvStudent *student = self->child->student;
    g_autoptr (GPtrArray) measurements = g_ptr_array_new ();

    for (guint i = 0; i < self->child->visits->len; i++) {
        const TvChildVisit *visit = g_ptr_array_index (self->child->visits, i);

        g_ptr_array_add (measurements, visit->measurement);
    }
    g_clear_pointer (&self->chart, tv_growth_chart_unref);
    self->chart = tv_growth_chart_new_for_child (
        self->measure, student->sex, student->birth_date, NULL, NULL,
        (TvMeasurement *const *) measurements->pdata, measurements->len);
    tv_drawing_view_set_source (self->drawing, &chart_source, tv_growth_chart_ref (self->chart));
}

static void
measure_toggled_cb (TvGrowthView *self, GtkToggleButton *button)
{
    if (!gtk_toggle_button_get_active (button))
        return;
    for (int i = 0; i < TV_N_MEASURES; i++) {
        if (self->buttons[i] == button)
            self->measure = (TvMeasure) i;
    }
    if (self->child)
        show_chart (self);
}

static void
print_clicked_cb (TvGrowthView *self)
{
    if (self->child)
        tv_growth_export_print (self->workspace, self->child->student->uid, self->measure,
                                GTK_WIDGET (self));
}

static void
save_clicked_cb (TvGrowthView *self)
{
    if (self->child)
        tv_growth_export_save (self->workspace, self->child->student->uid, self->measure,
                               self->child->student->name, GTK_WIDGET (self));
}

static void
copy_clicked_cb (TvGrowthView *self)
{
    g_autoptr (GdkTexture) picture = NULL;

    if (!self->chart)
        return;
    picture = tv_growth_export_draw (self->chart);
    gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (self)), picture);
    tv_workspace_tell (self->workspace, _("The chart was copied as a picture."), FALSE);
}

static void
tv_growth_view_dispose (GObject *object)
{
    TvGrowthView *self = TV_GROWTH_VIEW (object);
    GtkWidget *child;

    while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
        gtk_widget_unparent (child);
    g_clear_object (&self->workspace);
    g_clear_pointer (&self->child, tv_child_unref);
    g_clear_pointer (&self->chart, tv_growth_chart_unref);
    G_OBJECT_CLASS (tv_growth_view_parent_class)->dispose (object);
}

static void
tv_growth_view_class_init (TvGrowthViewClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    G_OBJECT_CLASS (class_)->dispose = tv_growth_view_dispose;
    gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
    gtk_widget_class_set_css_name (widget_class, "growthview");
}

/* Short enough for five beside each other; the full names are in the tooltips. */
static const char *const short_labels[TV_N_MEASURES] = {
    [TV_MEASURE_HEIGHT] = NC_ ("chart", "Height"),
                               [TV_MEASURE_WEIGHT] = NC_ ("chart", "Weight"),
                                                          [TV_MEASURE_BMI]
                                                          = NC_ ("chart", "BMI"),
                                                                 [TV_MEASURE_WEIGHT_FOR_HEIGHT]
                                                                 = NC_ ("chart", "Weight/height"),
                                                                        [TV_MEASURE_Z]
                                                                        = NC_ ("chart", "All (z)"),
                                                                        };

static void
add_measures (TvGrowthView *self)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

    gtk_widget_add_css_class (box, "linked");
    for (int i = 0; i < TV_N_MEASURES; i++) {
        GtkWidget *button
            = gtk_toggle_button_new_with_label (g_dpgettext2 (NULL, "chart", short_labels[i]));

        gtk_widget_set_tooltip_text (button, tv_measure_label ((TvMeasure) i));
        self->buttons[i] = GTK_TOGGLE_BUTTON (button);
        if (i > 0)
            gtk_toggle_button_set_group (self->buttons[i], self->buttons[0]);
        gtk_box_append (GTK_BOX (box), button);
    }
    gtk_toggle_button_set_active (self->buttons[0], TRUE);
    for (int i = 0; i < TV_N_MEASURES; i++)
        g_signal_connect_swapped (self->buttons[i], "toggled", G_CALLBACK (measure_toggled_cb),
                                  self);
    gtk_widget_set_parent (box, GTK_WIDGET (self));
}

static void
add_button (TvGrowthView *self, GtkWidget *bar, const char *label, const char *tooltip,
            GCallback clicked_cb)
{
    GtkWidget *button = gtk_button_new_with_mnemonic (label);

    gtk_widget_set_tooltip_text (button, tooltip);
    gtk_widget_add_css_class (button, "flat");
    g_signal_connect_swapped (button, "clicked", clicked_cb, self);
    gtk_box_append (GTK_BOX (bar), button);
}

static void
add_ways_out (TvGrowthView *self)
{
    GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

    add_button (self, bar, _("_Print…"), _("Print the chart"), G_CALLBACK (print_clicked_cb));
    add_button (self, bar,
                _("_Save as PDF…"), _("Save the chart as PDF, SVG or PNG"),
                                        G_CALLBACK (save_clicked_cb));
    add_button (self, bar,
                _("_Copy picture"), _("Copy the chart as a picture"),
                                        G_CALLBACK (copy_clicked_cb));
    gtk_widget_set_halign (bar, GTK_ALIGN_END);
    gtk_widget_set_parent (bar, GTK_WIDGET (self));
}

static void
tv_growth_view_init (TvGrowthView *self)
{
    GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

    gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
    gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
    add_measures (self);
    self->drawing = TV_DRAWING_VIEW (tv_drawing_view_new ());
    tv_drawing_view_set_size (self->drawing, CHART_WIDTH_PT, CHART_HEIGHT_PT);
    gtk_widget_set_parent (GTK_WIDGET (self->drawing), GTK_WIDGET (self));
    add_ways_out (self);
}

void
tv_growth_view_set_workspace (TvGrowthView *self, TvWorkspace *workspace)
{
    g_return_if_fail (TV_IS_GROWTH_VIEW (self));
    g_set_object (&self->workspace, workspace);
}

/**
 * tv_growth_view_show:
 * @child: whose growth to show, in the measure that was chosen last
 */
void
tv_growth_view_show (TvGrowthView *self, TvChild *child)
{
    gboolean has_weight_for_height = FALSE;

    g_return_if_fail (TV_IS_GROWTH_VIEW (self));
    tv_child_ref (child);
    g_clear_pointer (&self->child, tv_child_unref);
    self->child = child;
    for (guint i = 0; i < child->visits->len; i++) {
        const TvChildVisit *visit = g_ptr_array_index (child->visits, i);

        if (visit->growth.z[TV_Z_WEIGHT_FOR_HEIGHT].hundredths != TV_Z_NONE)
            has_weight_for_height = TRUE;
    }
    gtk_widget_set_visible (GTK_WIDGET (self->buttons[TV_MEASURE_WEIGHT_FOR_HEIGHT]),
                            has_weight_for_height);
    if (!has_weight_for_height && self->measure == TV_MEASURE_WEIGHT_FOR_HEIGHT)
        gtk_toggle_button_set_active (self->buttons[TV_MEASURE_HEIGHT], TRUE);
    show_chart (self);
}
