/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which cell of the grid has the focus, what happens to the one that is left, and where the focus
 * goes when nobody says so. */

#include "ui/measuring/tv-measuring-grid-private.h"

void
_tv_measuring_grid_focus_cell (TvMeasuringGrid *self, guint index, TvQuantity quantity)
{
    TvMeasuringLine *line;

    if (index >= self->n_lines)
        return;
    line = g_ptr_array_index (self->lines, index);
    gtk_widget_grab_focus (tv_measuring_line_get_cell (line, quantity));
    if (tv_measuring_line_has_brought (line, quantity))
        gtk_editable_set_position (GTK_EDITABLE (tv_measuring_line_get_cell (line, quantity)), -1);
}

static gboolean
find_focus (TvMeasuringGrid *self, TvMeasuringLine **line, TvQuantity *quantity)
{
    GtkWidget *focus = self->root ? gtk_root_get_focus (self->root) : NULL;
    GtkWidget *found = focus ? gtk_widget_get_ancestor (focus, TV_TYPE_MEASURING_LINE) : NULL;

    if (!found || !gtk_widget_is_ancestor (found, GTK_WIDGET (self)))
        return FALSE;
    *line = TV_MEASURING_LINE (found);
    return tv_measuring_line_find_cell (*line, focus, quantity);
}

/* What was typed earlier and comes back is not taken by going past it. */
static void
leave_cell (TvMeasuringLine *line, TvQuantity quantity)
{
    if (!tv_measuring_line_has_brought (line, quantity))
        tv_measuring_line_commit (line, quantity);
}

static void
focus_changed_cb (TvMeasuringGrid *self)
{
    TvMeasuringLine *old_line = self->focus_line;
    TvMeasuringLine *line = NULL;
    TvQuantity quantity = TV_QUANTITY_WEIGHT;
    gboolean has_focus = find_focus (self, &line, &quantity);

    if (self->is_held)
        return;
    if (has_focus && line == old_line && quantity == self->focus_quantity)
        return;
    /* The choice of a mark belongs to the cell it was asked for. */
    if (!has_focus && gtk_widget_get_visible (self->mark_popover))
        return;
    if (old_line)
        leave_cell (old_line, self->focus_quantity);
    if (old_line && old_line != line)
        gtk_widget_remove_css_class (GTK_WIDGET (old_line), "current");
    self->focus_line = has_focus ? line : NULL;
    self->focus_quantity = quantity;
    if (has_focus && old_line != line) {
        gtk_widget_add_css_class (GTK_WIDGET (line), "current");
        g_signal_emit_by_name (self, "line-entered", line);
    }
}

static gboolean
select_cell (gpointer user_data)
{
    TvMeasuringGrid *self = user_data;

    self->select_idle = 0;
    if (self->focus_line
        && !tv_measuring_line_is_half_typed (self->focus_line, self->focus_quantity))
        gtk_editable_select_region (
            GTK_EDITABLE (tv_measuring_line_get_cell (self->focus_line, self->focus_quantity)), 0,
            -1);
    return G_SOURCE_REMOVE;
}

/* A click into another cell selects what stands there, as Tab does; only after the cell has put its
 * cursor where the click was. */
void
_tv_measuring_grid_select_when_entered (TvMeasuringGrid *self, TvMeasuringLine *line,
                                        GtkWidget *picked)
{
    TvQuantity quantity;

    if (!tv_measuring_line_find_cell (line, picked, &quantity)
        || (line == self->focus_line && quantity == self->focus_quantity))
        return;
    if (self->select_idle == 0)
        self->select_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, select_cell, self, NULL);
}

void
_tv_measuring_grid_follow_focus (TvMeasuringGrid *self)
{
    self->root = gtk_widget_get_root (GTK_WIDGET (self));
    self->focus_handler = g_signal_connect_swapped (self->root, "notify::focus-widget",
                                                    G_CALLBACK (focus_changed_cb), self);
}

void
_tv_measuring_grid_leave_focus (TvMeasuringGrid *self)
{
    g_clear_signal_handler (&self->focus_handler, self->root);
    self->root = NULL;
}

/**
 * tv_measuring_grid_commit:
 *
 * Takes what is typed in the cell that has the focus; not what was typed earlier, which waits for
 * Enter.
 */
void
tv_measuring_grid_commit (TvMeasuringGrid *self)
{
    g_return_if_fail (TV_IS_MEASURING_GRID (self));
    if (self->focus_line)
        leave_cell (self->focus_line, self->focus_quantity);
}

/**
 * tv_measuring_grid_hold:
 * @is_held: whether the cell that has the focus stays as it is, though the focus leaves it
 *
 * For a while in which the grid is not seen: what is half typed is taken only when its own cell is
 * left.
 */
void
tv_measuring_grid_hold (TvMeasuringGrid *self, gboolean is_held)
{
    g_return_if_fail (TV_IS_MEASURING_GRID (self));
    if (self->is_held == is_held)
        return;
    self->is_held = is_held;
    if (!is_held)
        focus_changed_cb (self);
}

void
tv_measuring_grid_focus (TvMeasuringGrid *self, TvMeasuringLine *line, TvQuantity quantity)
{
    _tv_measuring_grid_focus_cell (self, _tv_measuring_grid_index_of (self, line), quantity);
}

/* Where measuring goes on in a line: what was typed earlier, or nothing at all. */
static gboolean
find_open_cell (TvMeasuringLine *line, TvQuantity *quantity)
{
    for (int i = 0; i < TV_MEASURING_N_CELLS; i++) {
        *quantity = (TvQuantity) i;
        if (tv_measuring_line_has_brought (line, *quantity))
            return TRUE;
    }
    *quantity = TV_QUANTITY_WEIGHT;
    return tv_measuring_line_is_unmeasured (line) && !*tv_measuring_line_get_finding (line)->words;
}

/**
 * tv_measuring_grid_focus_first_empty:
 *
 * Puts the cursor where measuring goes on: the first child without any value or with one that was
 * typed earlier and not taken over, else the first.
 */
void
tv_measuring_grid_focus_first_empty (TvMeasuringGrid *self)
{
    for (guint i = 0; i < self->n_lines; i++) {
        TvQuantity quantity;

        if (find_open_cell (g_ptr_array_index (self->lines, i), &quantity)) {
            _tv_measuring_grid_focus_cell (self, i, quantity);
            return;
        }
    }
    _tv_measuring_grid_focus_cell (self, 0, TV_QUANTITY_WEIGHT);
}
