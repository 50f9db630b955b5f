/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The keys of the grid: where Enter and the arrows lead, what Escape gives back, the letter that
 * asks why a child was not measured, and the way to the reasons of its result. */

#include "ui/measuring/tv-measuring-grid-private.h"

#include "ui/measuring/tv-mark-popover.h"
#include "ui/students/tv-explanation-window.h"

#include <glib/gi18n.h>

static void
go_on (TvMeasuringGrid *self)
{
    guint index = _tv_measuring_grid_index_of (self, self->focus_line);

    if (self->order == TV_ENTRY_ORDER_ROW && self->focus_quantity == TV_QUANTITY_WEIGHT)
        _tv_measuring_grid_focus_cell (self, index, TV_QUANTITY_HEIGHT);
    else if (self->order == TV_ENTRY_ORDER_ROW)
        _tv_measuring_grid_focus_cell (self, index + 1, TV_QUANTITY_WEIGHT);
    else if (index + 1 < self->n_lines)
        _tv_measuring_grid_focus_cell (self, index + 1, self->focus_quantity);
    else if (self->focus_quantity == TV_QUANTITY_WEIGHT)
        _tv_measuring_grid_focus_cell (self, 0, TV_QUANTITY_HEIGHT);
}

static void
step (TvMeasuringGrid *self, int n_down)
{
    int index = (int) _tv_measuring_grid_index_of (self, self->focus_line) + n_down;

    _tv_measuring_grid_focus_cell (self, (guint) CLAMP (index, 0, (int) self->n_lines - 1),
                                   self->focus_quantity);
}

static void
mark_chosen_cb (TvMeasuringGrid *self, int state)
{
    TvMeasuringLine *line = self->focus_line;

    gtk_popover_popdown (GTK_POPOVER (self->mark_popover));
    if (!line)
        return;
    tv_measuring_line_mark (line, (TvMeasurementState) state);
    _tv_measuring_grid_focus_cell (
        self, MIN (_tv_measuring_grid_index_of (self, line) + 1, self->n_lines - 1),
        self->focus_quantity);
}

/* A mark is for who has no value at all; it would take the one beside it away. */
static gboolean
offer_marks (TvMeasuringGrid *self)
{
    GtkWidget *cell = tv_measuring_line_get_cell (self->focus_line, self->focus_quantity);

    if (self->is_read_only || *gtk_editable_get_text (GTK_EDITABLE (cell)))
        return FALSE;
    if (tv_measuring_line_is_unmeasured (self->focus_line))
        tv_mark_popover_show_at (TV_MARK_POPOVER (self->mark_popover), cell);
    else
        g_signal_emit_by_name (self, "mark-refused", self->focus_line);
    return TRUE;
}

/* What is half typed counts first, so that what is explained is what is seen. */
static void
explain_line (TvMeasuringGrid *self, TvMeasuringLine *line)
{
    const TvMeasurement *measurement;

    tv_measuring_grid_commit (self);
    measurement = tv_measuring_line_get_measurement (line);
    if (measurement && (measurement->weight_g > 0 || measurement->height_mm > 0))
        tv_explanation_window_present (tv_measuring_line_get_student (line), measurement,
                                       GTK_WIDGET (self));
    else
        gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
explain_cb (TvMeasuringGrid *self)
{
    if (self->menu_line)
        explain_line (self, self->menu_line);
}

static void
open_student_cb (TvMeasuringGrid *self)
{
    tv_measuring_grid_commit (self);
    if (self->menu_line)
        g_signal_emit_by_name (self, "student-wanted", self->menu_line);
}

/* The cells keep the menu that every text field has. */
static void
show_line_menu_cb (TvMeasuringGrid *self, int n_presses, double x, double y)
{
    GtkWidget *picked = gtk_widget_pick (self->list, x, y, GTK_PICK_DEFAULT);
    GtkWidget *line = picked ? gtk_widget_get_ancestor (picked, TV_TYPE_MEASURING_LINE) : NULL;
    TvQuantity quantity;

    if (!line || tv_measuring_line_find_cell (TV_MEASURING_LINE (line), picked, &quantity))
        return;
    self->menu_line = TV_MEASURING_LINE (line);
    gtk_popover_set_pointing_to (GTK_POPOVER (self->line_menu),
                                 &(GdkRectangle){ (int) x, (int) y, 1, 1 });
    gtk_popover_popup (GTK_POPOVER (self->line_menu));
}

static void
add_line_action (TvMeasuringGrid *self, GSimpleActionGroup *group, const char *name,
                 GCallback activated_cb)
{
    g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);

    g_signal_connect_swapped (action, "activate", activated_cb, self);
    g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

static void
add_line_menu (TvMeasuringGrid *self)
{
    g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
    g_autoptr (GMenu) menu = g_menu_new ();
    GtkGesture *clicks = gtk_gesture_click_new ();

    add_line_action (self, group, "explain", G_CALLBACK (explain_cb));
    add_line_action (self, group, "open-student", G_CALLBACK (open_student_cb));
    gtk_widget_insert_action_group (GTK_WIDGET (self), "line", G_ACTION_GROUP (group));
    g_menu_append (menu, _ ("How this result came about"), "line.explain");
    g_menu_append (menu, _ ("Open the page of the child"), "line.open-student");
    self->line_menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
    gtk_popover_set_has_arrow (GTK_POPOVER (self->line_menu), FALSE);
    gtk_widget_set_halign (self->line_menu, GTK_ALIGN_START);
    gtk_widget_set_parent (self->line_menu, self->list);
    gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (clicks), GDK_BUTTON_SECONDARY);
    g_signal_connect_swapped (clicks, "pressed", G_CALLBACK (show_line_menu_cb), self);
    gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (clicks));
}

/* Escape leaves the hand where it was. */
static void
marks_closed_cb (TvMeasuringGrid *self)
{
    if (self->focus_line)
        _tv_measuring_grid_focus_cell (self, _tv_measuring_grid_index_of (self, self->focus_line),
                                       self->focus_quantity);
}

static gboolean
is_half_typed (TvMeasuringGrid *self)
{
    return tv_measuring_line_is_half_typed (self->focus_line, self->focus_quantity);
}

/* Left and right, and the ends of the row, leave a cell in which nothing is typed; otherwise these
 * keys move in the text. */
static gboolean
step_aside (TvMeasuringGrid *self, TvQuantity quantity)
{
    if (is_half_typed (self) || self->focus_quantity == quantity)
        return FALSE;
    _tv_measuring_grid_focus_cell (self, _tv_measuring_grid_index_of (self, self->focus_line),
                                   quantity);
    return TRUE;
}

static gboolean
restore (TvMeasuringGrid *self)
{
    if (!is_half_typed (self)
        && !tv_measuring_line_get_refusal (self->focus_line, self->focus_quantity))
        return FALSE;
    tv_measuring_line_restore (self->focus_line, self->focus_quantity);
    gtk_editable_select_region (
        GTK_EDITABLE (tv_measuring_line_get_cell (self->focus_line, self->focus_quantity)), 0, -1);
    return TRUE;
}

static void
commit_and_step (TvMeasuringGrid *self, int n_down)
{
    tv_measuring_grid_commit (self);
    step (self, n_down);
}

/* Enter means what stands there, also what was typed on an earlier day. */
static void
commit_and_go_on (TvMeasuringGrid *self)
{
    tv_measuring_line_touch (self->focus_line, self->focus_quantity);
    tv_measuring_grid_commit (self);
    go_on (self);
}

/* Inside half a value it is the text field that takes typing back. */
static gboolean
change_history (TvMeasuringGrid *self, const char *action)
{
    return !is_half_typed (self) && gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

static gboolean
press_with_control (TvMeasuringGrid *self, guint key)
{
    switch (key) {
    case GDK_KEY_z:
    case GDK_KEY_Z:
        return change_history (self, "win.undo");
    case GDK_KEY_y:
    case GDK_KEY_Y:
        return change_history (self, "win.redo");
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
        tv_measuring_grid_commit (self);
        g_signal_emit_by_name (self, "student-wanted", self->focus_line);
        return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
        commit_and_step (self, -(int) self->n_lines);
        return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
        commit_and_step (self, (int) self->n_lines);
        return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
        return step_aside (self, TV_QUANTITY_WEIGHT);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
        return step_aside (self, TV_QUANTITY_HEIGHT);
    default:
        return FALSE;
    }
}

static gboolean
press_plain (TvMeasuringGrid *self, guint key)
{
    switch (key) {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
        commit_and_go_on (self);
        return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
        commit_and_step (self, 1);
        return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
        commit_and_step (self, -1);
        return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
        commit_and_step (self, 10);
        return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
        commit_and_step (self, -10);
        return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
        return step_aside (self, TV_QUANTITY_WEIGHT);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
        return step_aside (self, TV_QUANTITY_HEIGHT);
    case GDK_KEY_Escape:
        return restore (self);
    case GDK_KEY_F4:
        tv_measuring_line_turn_position (self->focus_line);
        return TRUE;
    case GDK_KEY_F6:
        tv_measuring_grid_commit (self);
        g_signal_emit_by_name (self, "questions-wanted");
        return TRUE;
    case GDK_KEY_v:
    case GDK_KEY_V:
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
        return offer_marks (self);
    default:
        return FALSE;
    }
}

/* Before the input method sees the key: under Telex a v would wait for the next letter. */
static gboolean
key_pressed_cb (TvMeasuringGrid *self, guint key, guint code, GdkModifierType state)
{
    GdkModifierType modifiers
        = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_SHIFT_MASK);

    if (!self->focus_line || gtk_widget_get_visible (self->mark_popover))
        return FALSE;
    if (modifiers == GDK_CONTROL_MASK)
        return press_with_control (self, key);
    if (modifiers == (GDK_CONTROL_MASK | GDK_SHIFT_MASK) && (key == GDK_KEY_z || key == GDK_KEY_Z))
        return change_history (self, "win.redo");
    if (modifiers == GDK_SHIFT_MASK && key == GDK_KEY_F1) {
        explain_line (self, self->focus_line);
        return TRUE;
    }
    return modifiers == 0 && press_plain (self, key);
}

void
_tv_measuring_grid_add_keys (TvMeasuringGrid *self)
{
    GtkEventController *keys = gtk_event_controller_key_new ();

    self->mark_popover = tv_mark_popover_new ();
    gtk_widget_set_parent (self->mark_popover, GTK_WIDGET (self));
    g_signal_connect_swapped (self->mark_popover, "chosen", G_CALLBACK (mark_chosen_cb), self);
    g_signal_connect_swapped (self->mark_popover, "closed", G_CALLBACK (marks_closed_cb), self);
    gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
    g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
    gtk_widget_add_controller (GTK_WIDGET (self), keys);
    add_line_menu (self);
}
