/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The keys of the grid: where Enter and the arrows lead, what Escape gives back, and the letter
 * that asks why a child was not measured. */

#include "ui/measuring/tv-measuring-grid-private.h"

#include "ui/measuring/tv-mark-popover.h"

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

static gboolean
offer_marks (TvMeasuringGrid *self)
{
    if (self->is_read_only || !tv_measuring_line_is_unmeasured (self->focus_line))
        return FALSE;
    tv_mark_popover_show_at (TV_MARK_POPOVER (self->mark_popover),
                             tv_measuring_line_get_cell (self->focus_line, self->focus_quantity));
    return TRUE;
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

/* Left and right leave a cell in which nothing is typed; otherwise they move in the text. */
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
    if (n_down == 0)
        go_on (self);
    else
        step (self, n_down);
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
        _tv_measuring_grid_focus_cell (self, 0, self->focus_quantity);
        return TRUE;
    case GDK_KEY_End:
        _tv_measuring_grid_focus_cell (self, self->n_lines - 1, self->focus_quantity);
        return TRUE;
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
        commit_and_step (self, 0);
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
        commit_and_step (self, 10);
        return TRUE;
    case GDK_KEY_Page_Up:
        commit_and_step (self, -10);
        return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
        return step_aside (self, TV_QUANTITY_WEIGHT);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
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
}
