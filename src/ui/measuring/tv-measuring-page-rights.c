/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What whoever is at the book does on the measuring page: a class teacher measures one class, the
 * principal looks on and signs off. And what happens to a half-typed cell while the book is locked.
 */

#include "ui/measuring/tv-measuring-page-private.h"

#include "workflows/tv-class-list.h"

gboolean
_tv_measuring_page_can_measure (TvMeasuringPage *self)
{
    return !tv_workspace_is_read_only (self->workspace)
           && tv_workspace_may (self->workspace, TV_RIGHT_MEASURE);
}

/**
 * _tv_measuring_page_keep_own_class:
 *
 * Leaves a class teacher only that class to choose.
 */
void
_tv_measuring_page_keep_own_class (TvMeasuringPage *self)
{
    gint64 own_id = tv_rights_own_class (tv_workspace_get_store (self->workspace));

    for (guint i = self->classes->len; own_id && i > 0; i--) {
        const TvRosterClass *roster_class = g_ptr_array_index (self->classes, i - 1);

        if (roster_class->class_->id != own_id)
            g_ptr_array_remove_index (self->classes, i - 1);
    }
}

static void
locked_cb (TvMeasuringPage *self)
{
    tv_measuring_grid_hold (self->grid, tv_workspace_is_locked (self->workspace));
}

/**
 * _tv_measuring_page_show_rights:
 *
 * Shows the ways to what is allowed and no others, and follows the lock.
 */
void
_tv_measuring_page_show_rights (TvMeasuringPage *self)
{
    gboolean may_edit = tv_workspace_may (self->workspace, TV_RIGHT_EDIT_BOOK);

    gtk_widget_set_visible (GTK_WIDGET (self->add_button), may_edit);
    gtk_widget_set_visible (self->open_round_button, may_edit);
    g_signal_connect_object (self->workspace, "notify::is-locked", G_CALLBACK (locked_cb), self,
                             G_CONNECT_SWAPPED);
}
