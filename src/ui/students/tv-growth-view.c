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

/* How thick the ring of the keyboard is. */
#define RING_PT 1.5

#define CHART_WIDTH_PT 240
#define CHART_HEIGHT_PT 235

struct _TvGrowthView {
    GtkWidget parent_instance;

    TvDrawingView *drawing;
    GtkLabel *point_label;
    GtkToggleButton *buttons[TV_N_MEASURES];

    TvWorkspace *workspace;
    TvChild *child;
    TvGrowthChart *chart;
    TvMeasure measure;
    int point; /* that the keyboard stands on, -1 for none */
};

G_DEFINE_FINAL_TYPE (TvGrowthView, tv_growth_view, GTK_TYPE_WIDGET)

/* The chart as the drawing holds it, with the point that the keyboard stands on. */
typedef struct {
    TvGrowthChart *chart;
    const int *point; /* -1: none */
} Drawn;

/* A ring around the point that the keyboard stands on. */
static void
draw_ring (const Drawn *drawn, cairo_t *cr, const TvGrowthChartLayout *layout, const TvTheme *theme)
{
    const TvGrowthMark *mark;

    if (*drawn->point < 0 || (guint) *drawn->point >= layout->marks->len)
        return;
    mark = &g_array_index (layout->marks, TvGrowthMark, *drawn->point);
    tv_colour_set (&theme->ink, cr);
    cairo_set_line_width (cr, RING_PT);
    cairo_new_sub_path (cr);
    cairo_arc (cr, mark->spot.x_pt, mark->spot.y_pt, mark->radius_pt + 2 * RING_PT, 0, 2 * G_PI);
    cairo_stroke (cr);
}

static void
draw_chart (gpointer data, cairo_t *cr, double width_pt, double height_pt, const TvTheme *theme)
{
    const Drawn *drawn = data;
    g_autoptr (TvGrowthChartLayout) layout
        = tv_growth_chart_layout_new (drawn->chart, width_pt, height_pt, theme);

    tv_growth_chart_paint (layout, cr, theme);
    draw_ring (drawn, cr, layout, theme);
}

static char *
describe_chart (gpointer data)
{
    const Drawn *drawn = data;
    g_auto (GStrv) sentences = tv_growth_chart_describe (drawn->chart);

    return g_strjoinv (" ", sentences);
}

static char *
tell_of_chart (gpointer data, double x_pt, double y_pt, double width_pt, double height_pt)
{
    const TvGrowthChart *chart = ((Drawn *) data)->chart;
    g_autoptr (TvGrowthChartLayout) layout = tv_growth_chart_layout_new (
        chart, width_pt, height_pt, tv_theme_get (TV_THEME_SCREEN_LIGHT));
    int point = tv_growth_chart_layout_find (layout, x_pt, y_pt, REACH_PT);

    return point < 0 ? NULL : tv_growth_point_describe (&chart->points[point]);
}

static void
free_chart (gpointer data)
{
    Drawn *drawn = data;

    tv_growth_chart_unref (drawn->chart);
    g_free (drawn);
}

static const TvDrawingSource chart_source
    = { draw_chart, describe_chart, tell_of_chart, free_chart };

static void
stand_on (TvGrowthView *self, int point)
{
    g_autofree char *words
        = point < 0 ? NULL : tv_growth_point_describe (&self->chart->points[point]);

    self->point = point;
    gtk_label_set_label (self->point_label, words ? words : "");
    gtk_widget_set_visible (GTK_WIDGET (self->point_label), words != NULL);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->drawing),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words ? words : "", -1);
    gtk_widget_queue_draw (GTK_WIDGET (self->drawing));
}

static void
show_chart (TvGrowthView *self)
{
    const TvStudent *student = self->child->student;
    Drawn *drawn;
    g_autoptr (GPtrArray) measurements = g_ptr_array_new ();

    for (guint i = 0; i < self->child->visits->len; i++) {
        const TvChildVisit *visit = g_ptr_array_index (self->child->visits, i);

        g_ptr_array_add (measurements, visit->measurement);
    }
    g_clear_pointer (&self->chart, tv_growth_chart_unref);
    self->chart = tv_growth_chart_new_for_child (
        self->measure, student->sex, student->birth_date, NULL, NULL,
        (TvMeasurement *const *) measurements->pdata, measurements->len);
    drawn = g_new0 (Drawn, 1);
    drawn->chart = tv_growth_chart_ref (self->chart);
    drawn->point = &self->point;
    tv_drawing_view_set_source (self->drawing, &chart_source, drawn);
    stand_on (self, -1);
}

static gboolean
key_pressed_cb (TvGrowthView *self, guint key, guint code, GdkModifierType state)
{
    int n_points = self->chart ? (int) self->chart->n_points : 0;
    int point = self->point;

    if (n_points == 0)
        return FALSE;
    if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
        point = point < 0 ? n_points - 1 : point - 1;
    else if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
        point = point + 1;
    else if (key == GDK_KEY_Home)
        point = 0;
    else if (key == GDK_KEY_End)
        point = n_points - 1;
    else
        return FALSE;
    stand_on (self, CLAMP (point, 0, n_points - 1));
    return TRUE;
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
    tv_workspace_tell (self->workspace, _ ("The chart was copied as a picture."), FALSE);
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
    [TV_MEASURE_BMI] = NC_ ("chart", "BMI"),
    [TV_MEASURE_WEIGHT_FOR_HEIGHT] = NC_ ("chart", "Weight/height"),
    [TV_MEASURE_Z] = NC_ ("chart", "All (z)"),
};

static void
add_measures (TvGrowthView *self)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

    gtk_widget_add_css_class (box, "linked");
    gtk_widget_add_css_class (box, "growth-measures");
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

    add_button (self, bar, _ ("_Print…"), _ ("Print the chart"), G_CALLBACK (print_clicked_cb));
    add_button (self, bar, _ ("_Save as PDF…"), _ ("Save the chart as PDF, SVG or PNG"),
                G_CALLBACK (save_clicked_cb));
    add_button (self, bar, _ ("_Copy picture"), _ ("Copy the chart as a picture"),
                G_CALLBACK (copy_clicked_cb));
    gtk_widget_set_halign (bar, GTK_ALIGN_END);
    gtk_widget_set_parent (bar, GTK_WIDGET (self));
}

/* Left and right lead from point to point, and the words of the point stand under the chart. */
static void
add_keys (TvGrowthView *self)
{
    GtkEventController *keys = gtk_event_controller_key_new ();

    gtk_widget_set_focusable (GTK_WIDGET (self->drawing), TRUE);
    g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
    gtk_widget_add_controller (GTK_WIDGET (self->drawing), keys);
    self->point_label = GTK_LABEL (gtk_label_new (NULL));
    gtk_label_set_xalign (self->point_label, 0);
    gtk_label_set_wrap (self->point_label, TRUE);
    gtk_widget_set_visible (GTK_WIDGET (self->point_label), FALSE);
    gtk_widget_set_parent (GTK_WIDGET (self->point_label), GTK_WIDGET (self));
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
    add_keys (self);
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
