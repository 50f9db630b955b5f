/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The classes of a round that is opened or changed. Most rounds take in the whole school, so the
 * single classes come only when they are asked for. */

#include "ui/measuring/tv-round-class-picker.h"

#include <glib/gi18n.h>

/* So many rows of classes are seen at once; the others are scrolled to. */
#define LIST_HEIGHT 132

struct _TvRoundClassPicker {
    GtkWidget parent_instance;

    TvRoundPlan *plan;
    GtkCheckButton *all_check;
    GtkWidget *window;  /* around the single classes */
    GPtrArray *buttons; /* of GtkCheckButton, in the order of the plan's classes; not owned */
};

G_DEFINE_FINAL_TYPE (TvRoundClassPicker, tv_round_class_picker, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
changed_cb (TvRoundClassPicker *self)
{
    gtk_widget_set_visible (self->window, !tv_round_class_picker_takes_in_all (self));
    g_signal_emit (self, changed_signal, 0);
}

static void
tv_round_class_picker_dispose (GObject *object)
{
    TvRoundClassPicker *self = TV_ROUND_CLASS_PICKER (object);
    GtkWidget *child;

    while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
        gtk_widget_unparent (child);
    g_clear_pointer (&self->buttons, g_ptr_array_unref);
    g_clear_pointer (&self->plan, tv_round_plan_unref);
    G_OBJECT_CLASS (tv_round_class_picker_parent_class)->dispose (object);
}

static void
tv_round_class_picker_class_init (TvRoundClassPickerClass *class_)
{
    G_OBJECT_CLASS (class_)->dispose = tv_round_class_picker_dispose;
    changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (class_), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
    gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class_), GTK_TYPE_BOX_LAYOUT);
}

static void
tv_round_class_picker_init (TvRoundClassPicker *self)
{
    GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

    gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
    gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
    self->buttons = g_ptr_array_new ();
}

/* A class of whose children the round holds something stays in it. */
static GtkWidget *
make_button (TvRoundClassPicker *self, const TvRoundPlanClass *class_)
{
    /* Translators: a class and how many children sit in it. */
    g_autofree char *label
        = g_strdup_printf (C_ ("class", "%s (%u)"), class_->class_->name, class_->n_students);
    GtkWidget *button = gtk_check_button_new_with_label (label);

    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), class_->is_taken_in);
    if (class_->n_values > 0) {
        gtk_widget_set_sensitive (button, FALSE);
        gtk_widget_set_tooltip_text (
            button, _ ("This class has values in the round, so it cannot be left out."));
    }
    g_signal_connect_swapped (button, "toggled", G_CALLBACK (changed_cb), self);
    g_ptr_array_add (self->buttons, button);
    return button;
}

static GtkWidget *
make_list (TvRoundClassPicker *self)
{
    GtkWidget *box = gtk_flow_box_new ();
    GtkWidget *window = gtk_scrolled_window_new ();

    gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
    gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (box), TRUE);
    gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (box), 2);
    gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), 3);
    for (guint i = 0; i < self->plan->classes->len; i++) {
        gtk_flow_box_append (GTK_FLOW_BOX (box),
                             make_button (self, g_ptr_array_index (self->plan->classes, i)));
        gtk_widget_set_focusable (gtk_widget_get_last_child (box), FALSE);
    }
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), box);
    gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                    GTK_POLICY_AUTOMATIC);
    gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
    gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), LIST_HEIGHT);
    return window;
}

/**
 * tv_round_class_picker_new:
 * @plan: what is known of the round and its classes
 *
 * Returns: (transfer full): the choice as it stands in the plan
 */
GtkWidget *
tv_round_class_picker_new (TvRoundPlan *plan)
{
    TvRoundClassPicker *self = g_object_new (TV_TYPE_ROUND_CLASS_PICKER, NULL);
    GtkWidget *all, *some;

    self->plan = tv_round_plan_ref (plan);
    all = gtk_check_button_new_with_label (_ ("All classes of the school year"));
    some = gtk_check_button_new_with_label (_ ("Only these classes:"));
    gtk_check_button_set_group (GTK_CHECK_BUTTON (some), GTK_CHECK_BUTTON (all));
    gtk_check_button_set_active (GTK_CHECK_BUTTON (plan->takes_in_all ? all : some), TRUE);
    self->all_check = GTK_CHECK_BUTTON (all);
    self->window = make_list (self);
    gtk_widget_set_visible (self->window, !plan->takes_in_all);
    gtk_widget_set_parent (all, GTK_WIDGET (self));
    gtk_widget_set_parent (some, GTK_WIDGET (self));
    gtk_widget_set_parent (self->window, GTK_WIDGET (self));
    g_signal_connect_swapped (all, "toggled", G_CALLBACK (changed_cb), self);
    return GTK_WIDGET (self);
}

/**
 * tv_round_class_picker_takes_in_all:
 *
 * Returns: whether the round takes in every class, also those that come later in the year
 */
gboolean
tv_round_class_picker_takes_in_all (TvRoundClassPicker *self)
{
    return gtk_check_button_get_active (self->all_check);
}

/**
 * tv_round_class_picker_list:
 *
 * Returns: (transfer full) (element-type gint64): the classes that are ticked; none where the round
 *   takes in all
 */
GArray *
tv_round_class_picker_list (TvRoundClassPicker *self)
{
    GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

    for (guint i = 0; i < self->buttons->len && !tv_round_class_picker_takes_in_all (self); i++) {
        const TvRoundPlanClass *class_ = g_ptr_array_index (self->plan->classes, i);

        if (gtk_check_button_get_active (g_ptr_array_index (self->buttons, i)))
            g_array_append_val (ids, class_->class_->id);
    }
    return ids;
}
