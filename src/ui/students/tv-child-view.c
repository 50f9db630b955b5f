/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of one child. Words come first, then the chart, then the numbers. */

#include "ui/students/tv-child-view.h"

#include "base/tv-date.h"
#include "ui/students/tv-explanation-window.h"
#include "ui/students/tv-growth-view.h"
#include "ui/students/tv-place-dialog.h"
#include "ui/students/tv-student-dialog.h"
#include "ui/students/tv-transfer-dialog.h"
#include "ui/students/tv-visit-table.h"
#include "ui/widgets/tv-class-badge.h"

#include <glib/gi18n.h>

struct _TvChildView {
    GtkWidget parent_instance;

    GtkWidget *scrolled_window;
    GtkLabel *name_label;
    GtkLabel *facts_label;
    TvClassBadge *badge;
    GtkLabel *sentence_label;
    GtkLabel *number_label;
    GtkLabel *notes_label;
    TvGrowthView *growth_view;
    TvVisitTable *visit_table;

    TvWorkspace *workspace;
    TvChild *child;
    GPtrArray *classes; /* of TvRosterClass */
};

G_DEFINE_FINAL_TYPE (TvChildView, tv_child_view, GTK_TYPE_WIDGET)

static char *
write_facts (TvChildView *self)
{
    const TvStudent *student = self->child->student;
    const TvChildPlace *place = self->child->place;
    const char *class_name = place ? place->class_->name : "–";
    g_autofree char *age = tv_age_text (student->birth_date, tv_workspace_today (self->workspace));
    g_autofree char *birth = student->birth_date == TV_DATE_NONE
                                 ? g_strdup (_ ("date of birth not known"))
                                 : tv_date_to_text (student->birth_date);

    if (tv_workspace_is_kindergarten (self->workspace)) {
        /* Translators: sex, age, date of birth, class of a child in a kindergarten. */
        return g_strdup_printf (C_ ("kindergarten", "%s · %s · %s · class %s"),
                                tv_sex_label (student->sex), age, birth, class_name);
    }
    /* Translators: sex, age, date of birth, class of a student. */
    return g_strdup_printf (C_ ("school", "%s · %s · %s · class %s"), tv_sex_label (student->sex),
                            age, birth, class_name);
}

static void
show_text (GtkLabel *label, const char *text)
{
    gtk_label_set_label (label, text ? text : "");
    gtk_widget_set_visible (GTK_WIDGET (label), text && *text);
}

static char *
write_numbers (const TvStudent *student)
{
    if (student->personal_number && student->ministry_code) {
        /* Translators: personal number and the ministry's code of a child. */
        return g_strdup_printf (_ ("Personal number %s · ministry code %s"),
                                student->personal_number, student->ministry_code);
    }
    if (student->personal_number) {
        /* Translators: personal number of a child. */
        return g_strdup_printf (_ ("Personal number %s"), student->personal_number);
    }
    if (student->ministry_code) {
        /* Translators: the ministry's code of a child. */
        return g_strdup_printf (_ ("Ministry code %s"), student->ministry_code);
    }
    return g_strdup (_ ("No personal number and no ministry code yet"));
}

static gboolean
has_left (TvChildView *self, const TvChildPlace *place)
{
    return place
           && (!tv_enrolment_status_is_here (place->enrolment->status)
               || tv_enrolment_is_finished (place->enrolment,
                                            tv_workspace_today (self->workspace)));
}

static const char *
say_left (const TvChildPlace *place)
{
    TvEnrolmentStatus status = place->enrolment->status;

    return tv_enrolment_status_is_here (status) ? _ ("No longer at the school")
                                                : tv_enrolment_status_label (status);
}

static char *
write_notes (TvChildView *self)
{
    const TvChildPlace *place = self->child->place;
    g_autofree char *day = NULL;

    if (!has_left (self, place))
        return g_strdup (self->child->student->notes);
    if (place->enrolment->until == TV_DATE_NONE)
        return g_strdup (say_left (place));
    day = tv_date_to_text (place->enrolment->until);
    /* Translators: how a child left and its last day, such as "moved away, last day 5/10/2026". */
    return g_strdup_printf (_ ("%s, last day %s"), say_left (place), day);
}

static void
update_actions (TvChildView *self)
{
    gboolean can_edit = self->child && tv_workspace_can_edit (self->workspace);
    const TvChildPlace *place = can_edit ? self->child->place : NULL;
    TvSchoolYear *year = tv_workspace_get_year (self->workspace);
    gboolean is_here = place && !has_left (self, place);
    gboolean is_of_year = place && year && place->year->id == year->id;

    gtk_widget_action_set_enabled (GTK_WIDGET (self), "child.edit", can_edit);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "child.change-class",
                                   is_here && is_of_year && self->classes->len > 1);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "child.come-back",
                                   can_edit && !(is_here && is_of_year) && self->classes->len > 0);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "child.leave", is_here);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "child.transfer", can_edit);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    TvChildView *self = TV_CHILD_VIEW (widget);

    tv_student_dialog_present (self->workspace, self->child->student, 0, widget);
}

static void
change_class_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    TvChildView *self = TV_CHILD_VIEW (widget);

    tv_place_dialog_change_class (self->workspace, self->child, self->classes, widget);
}

static void
come_back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    TvChildView *self = TV_CHILD_VIEW (widget);

    tv_place_dialog_come_back (self->workspace, self->child, self->classes, widget);
}

static void
leave_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    TvChildView *self = TV_CHILD_VIEW (widget);

    tv_place_dialog_leave (self->workspace, self->child, widget);
}

static void
transfer_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    TvChildView *self = TV_CHILD_VIEW (widget);

    tv_transfer_dialog_send (self->workspace, self->child, widget);
}

static void
explain_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    TvChildView *self = TV_CHILD_VIEW (widget);

    if (self->child && self->child->last)
        tv_explanation_window_present (self->child->student, self->child->last->measurement,
                                       widget);
}

static void
measure_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    TvChildView *self = TV_CHILD_VIEW (widget);

    if (self->child && self->child->place)
        tv_workspace_open_class_grid (self->workspace, self->child->place->class_->id);
}

static void
history_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    TvChildView *self = TV_CHILD_VIEW (widget);

    if (self->child)
        tv_workspace_open_history (self->workspace, self->child->student->id);
}

static void
tv_child_view_dispose (GObject *object)
{
    TvChildView *self = TV_CHILD_VIEW (object);

    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_CHILD_VIEW);
    g_clear_object (&self->workspace);
    g_clear_pointer (&self->child, tv_child_unref);
    g_clear_pointer (&self->classes, g_ptr_array_unref);
    G_OBJECT_CLASS (tv_child_view_parent_class)->dispose (object);
}

static void
tv_child_view_class_init (TvChildViewClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    g_type_ensure (TV_TYPE_CLASS_BADGE);
    g_type_ensure (TV_TYPE_GROWTH_VIEW);
    g_type_ensure (TV_TYPE_VISIT_TABLE);
    G_OBJECT_CLASS (class_)->dispose = tv_child_view_dispose;
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/students/tv-child-view.ui");
    gtk_widget_class_bind_template_child (widget_class, TvChildView, badge);
    gtk_widget_class_bind_template_child (widget_class, TvChildView, facts_label);
    gtk_widget_class_bind_template_child (widget_class, TvChildView, growth_view);
    gtk_widget_class_bind_template_child (widget_class, TvChildView, name_label);
    gtk_widget_class_bind_template_child (widget_class, TvChildView, notes_label);
    gtk_widget_class_bind_template_child (widget_class, TvChildView, number_label);
    gtk_widget_class_bind_template_child (widget_class, TvChildView, scrolled_window);
    gtk_widget_class_bind_template_child (widget_class, TvChildView, sentence_label);
    gtk_widget_class_bind_template_child (widget_class, TvChildView, visit_table);
    gtk_widget_class_install_action (widget_class, "child.edit", NULL, edit_action);
    gtk_widget_class_install_action (widget_class, "child.change-class", NULL, change_class_action);
    gtk_widget_class_install_action (widget_class, "child.come-back", NULL, come_back_action);
    gtk_widget_class_install_action (widget_class, "child.leave", NULL, leave_action);
    gtk_widget_class_install_action (widget_class, "child.transfer", NULL, transfer_action);
    gtk_widget_class_install_action (widget_class, "child.explain", NULL, explain_action);
    gtk_widget_class_install_action (widget_class, "child.measure", NULL, measure_action);
    gtk_widget_class_install_action (widget_class, "child.history", NULL, history_action);
}

static void
tv_child_view_init (TvChildView *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
    tv_class_badge_set_lines (self->badge, 0);
}

void
tv_child_view_set_workspace (TvChildView *self, TvWorkspace *workspace)
{
    g_return_if_fail (TV_IS_CHILD_VIEW (self));
    g_set_object (&self->workspace, workspace);
    tv_growth_view_set_workspace (self->growth_view, workspace);
    tv_visit_table_set_workspace (self->visit_table, workspace);
    update_actions (self);
}

/**
 * tv_child_view_show:
 * @child: who to show
 * @classes: (element-type TvRosterClass): the classes of the chosen year
 */
void
tv_child_view_show (TvChildView *self, TvChild *child, GPtrArray *classes)
{
    g_autofree char *facts = NULL;
    g_autofree char *numbers = NULL;
    g_autofree char *notes = NULL;

    g_return_if_fail (TV_IS_CHILD_VIEW (self));
    tv_child_ref (child);
    g_clear_pointer (&self->child, tv_child_unref);
    self->child = child;
    g_ptr_array_ref (classes);
    g_clear_pointer (&self->classes, g_ptr_array_unref);
    self->classes = classes;
    facts = write_facts (self);
    numbers = write_numbers (child->student);
    notes = write_notes (self);
    show_text (self->name_label, child->student->name);
    show_text (self->facts_label, facts);
    show_text (self->sentence_label, child->sentence);
    show_text (self->number_label, numbers);
    show_text (self->notes_label, notes);
    tv_class_badge_set (self->badge, child->last ? child->last->concern : TV_CONCERN_UNKNOWN,
                        child->last ? child->last->words : NULL);
    gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->badge)), child->last != NULL);
    tv_growth_view_show (self->growth_view, child);
    tv_visit_table_show (self->visit_table, child);
    update_actions (self);
}

/**
 * tv_child_view_get_child:
 *
 * Returns: (transfer none) (nullable): who is shown
 */
TvChild *
tv_child_view_get_child (TvChildView *self)
{
    return self->child;
}
