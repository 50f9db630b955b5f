/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the chart draws, in words and numbers. A child has a few dozen measurements at most, so the
 * rows are plain widgets. */

#include "ui/students/tv-visit-table.h"

#include "base/tv-date.h"
#include "ui/students/tv-explanation-window.h"
#include "ui/students/tv-measurement-dialog.h"
#include "ui/widgets/tv-class-badge.h"
#include "workflows/tv-measuring.h"
#include "workflows/tv-typed-value.h"

#include <glib/gi18n.h>

enum {
    COLUMN_DATE,
    COLUMN_AGE,
    COLUMN_WEIGHT,
    COLUMN_HEIGHT,
    COLUMN_RESULT,
    COLUMN_WHY,
    COLUMN_EDIT,
    COLUMN_EXCLUDE,
};

struct _TvVisitTable {
    GtkWidget parent_instance;

    GtkGrid *grid;

    TvWorkspace *workspace;
    TvChild *child;
};

G_DEFINE_FINAL_TYPE (TvVisitTable, tv_visit_table, GTK_TYPE_WIDGET)

static const TvChildVisit *
visit_of (TvVisitTable *self, GtkWidget *button)
{
    guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "visit"));

    return g_ptr_array_index (self->child->visits, index);
}

static void
why_clicked_cb (TvVisitTable *self, GtkWidget *button)
{
    tv_explanation_window_present (self->child->student, visit_of (self, button)->measurement,
                                   button);
}

/* Of the row in which the focus is. */
static gboolean
explain_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
    TvVisitTable *self = TV_VISIT_TABLE (widget);
    GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
    const TvMeasurement *measurement;

    if (!GTK_IS_BUTTON (focus) || gtk_widget_get_parent (focus) != GTK_WIDGET (self->grid))
        return FALSE;
    measurement = visit_of (self, focus)->measurement;
    if (measurement->weight_g > 0 || measurement->height_mm > 0)
        tv_explanation_window_present (self->child->student, measurement, focus);
    else
        gtk_widget_error_bell (widget);
    return TRUE;
}

static void
edit_clicked_cb (TvVisitTable *self, GtkWidget *button)
{
    tv_measurement_dialog_edit (self->workspace, self->child->student,
                                visit_of (self, button)->measurement, button);
}

static void
exclude_clicked_cb (TvVisitTable *self, GtkWidget *button)
{
    tv_measurement_dialog_exclude (self->workspace, visit_of (self, button)->measurement, button);
}

static GtkWidget *
attach_label (TvVisitTable *self, int column, int row, const char *text, float xalign)
{
    GtkWidget *label = gtk_label_new (text);

    gtk_label_set_xalign (GTK_LABEL (label), xalign);
    gtk_widget_add_css_class (label, "numeric");
    gtk_grid_attach (self->grid, label, column, row, 1, 1);
    return label;
}

static GtkWidget *
attach_button (TvVisitTable *self, int column, int row, const char *icon_name, const char *tooltip,
               GCallback clicked_cb, guint visit)
{
    GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

    gtk_widget_set_tooltip_text (button, tooltip);
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                    -1);
    gtk_widget_add_css_class (button, "flat");
    g_object_set_data (G_OBJECT (button), "visit", GUINT_TO_POINTER (visit));
    g_signal_connect_swapped (button, "clicked", clicked_cb, self);
    gtk_grid_attach (self->grid, button, column, row, 1, 1);
    return button;
}

/* What stands beside the numbers: why it does not count, else the class. */
static void
attach_result (TvVisitTable *self, int row, const TvChildVisit *visit)
{
    const TvMeasurement *measurement = visit->measurement;
    GtkWidget *badge = tv_class_badge_new ();
    g_autofree char *words = NULL;

    gtk_widget_set_hexpand (badge, TRUE);
    tv_class_badge_set_lines (TV_CLASS_BADGE (badge), 0);
    if (measurement->excluded_reason) {
        /* Translators: %s is the reason somebody gave. */
        words = g_strdup_printf (_ ("Not counted: %s"), measurement->excluded_reason);
        tv_class_badge_set (TV_CLASS_BADGE (badge), TV_CONCERN_UNKNOWN, words);
    } else if (measurement->state != TV_MEASUREMENT_MEASURED) {
        tv_class_badge_set (TV_CLASS_BADGE (badge), TV_CONCERN_UNKNOWN,
                            tv_measurement_state_label (measurement->state));
    } else {
        tv_class_badge_set (TV_CLASS_BADGE (badge), visit->concern, visit->words);
    }
    gtk_grid_attach (self->grid, badge, COLUMN_RESULT, row, 1, 1);
}

static void
attach_visit (TvVisitTable *self, int row, guint index)
{
    const TvChildVisit *visit = g_ptr_array_index (self->child->visits, index);
    const TvMeasurement *measurement = visit->measurement;
    g_autofree char *date = tv_date_to_text (measurement->date);
    g_autofree char *age = tv_age_text (self->child->student->birth_date, measurement->date);
    g_autofree char *weight = tv_quantity_text (TV_QUANTITY_WEIGHT, measurement->weight_g);
    g_autofree char *height = tv_quantity_text (TV_QUANTITY_HEIGHT, measurement->height_mm);
    gboolean is_excluded = measurement->excluded_reason != NULL;
    gboolean can_edit = tv_workspace_can_edit (self->workspace);
    GtkWidget *why, *edit, *exclude;

    attach_label (self, COLUMN_DATE, row, date, 0);
    attach_label (self, COLUMN_AGE, row, age, 0);
    attach_label (self, COLUMN_WEIGHT, row, weight, 1);
    attach_label (self, COLUMN_HEIGHT, row, height, 1);
    attach_result (self, row, visit);
    why = attach_button (self, COLUMN_WHY, row, "tv-question-symbolic",
                         _ ("How this result came about"), G_CALLBACK (why_clicked_cb), index);
    edit = attach_button (self, COLUMN_EDIT, row, "document-edit-symbolic",
                          _ ("Edit this measurement"), G_CALLBACK (edit_clicked_cb), index);
    exclude = attach_button (
        self, COLUMN_EXCLUDE, row, is_excluded ? "list-add-symbolic" : "list-remove-symbolic",
        is_excluded ? _ ("Let it count again") : _ ("Take it out of the count, with a reason"),
        G_CALLBACK (exclude_clicked_cb), index);
    gtk_widget_set_sensitive (why, measurement->weight_g > 0 || measurement->height_mm > 0);
    gtk_widget_set_sensitive (edit, can_edit);
    gtk_widget_set_sensitive (exclude, can_edit);
}

static void
attach_titles (TvVisitTable *self)
{
    static const struct {
        int column;
        const char *title;
        float xalign;
    } titles[] = {
        { COLUMN_DATE, NC_ ("column", "Date"), 0 },     { COLUMN_AGE, NC_ ("column", "Age"), 0 },
        { COLUMN_WEIGHT, NC_ ("column", "kg"), 1 },     { COLUMN_HEIGHT, NC_ ("column", "cm"), 1 },
        { COLUMN_RESULT, NC_ ("column", "Result"), 0 },
    };

    for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
        GtkWidget *label
            = attach_label (self, titles[i].column, 0,
                            g_dpgettext2 (NULL, "column", titles[i].title), titles[i].xalign);

        gtk_widget_add_css_class (label, "heading");
    }
}

static void
tv_visit_table_dispose (GObject *object)
{
    TvVisitTable *self = TV_VISIT_TABLE (object);

    if (self->grid)
        gtk_widget_unparent (GTK_WIDGET (self->grid));
    self->grid = NULL;
    g_clear_object (&self->workspace);
    g_clear_pointer (&self->child, tv_child_unref);
    G_OBJECT_CLASS (tv_visit_table_parent_class)->dispose (object);
}

static void
tv_visit_table_class_init (TvVisitTableClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    G_OBJECT_CLASS (class_)->dispose = tv_visit_table_dispose;
    gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
    gtk_widget_class_set_css_name (widget_class, "visittable");
    gtk_widget_class_add_binding (widget_class, GDK_KEY_F1, GDK_SHIFT_MASK, explain_cb, NULL);
}

static void
tv_visit_table_init (TvVisitTable *self)
{
    GtkWidget *grid = gtk_grid_new ();

    gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
    gtk_widget_set_parent (grid, GTK_WIDGET (self));
    self->grid = GTK_GRID (grid);
}

void
tv_visit_table_set_workspace (TvVisitTable *self, TvWorkspace *workspace)
{
    g_return_if_fail (TV_IS_VISIT_TABLE (self));
    g_set_object (&self->workspace, workspace);
}

/**
 * tv_visit_table_show:
 * @child: whose measurements to list
 */
void
tv_visit_table_show (TvVisitTable *self, TvChild *child)
{
    GtkWidget *old;
    int row = 1;

    g_return_if_fail (TV_IS_VISIT_TABLE (self));
    while ((old = gtk_widget_get_first_child (GTK_WIDGET (self->grid))))
        gtk_grid_remove (self->grid, old);
    tv_child_ref (child);
    g_clear_pointer (&self->child, tv_child_unref);
    self->child = child;
    gtk_widget_set_visible (GTK_WIDGET (self), child->visits->len > 0);
    attach_titles (self);
    for (guint i = child->visits->len; i > 0; i--)
        attach_visit (self, row++, i - 1);
}
