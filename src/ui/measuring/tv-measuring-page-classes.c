/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The classes of the round that can be chosen on the measuring page, and the way to the sheet of
 * one of them. */

#include "ui/measuring/tv-measuring-page-private.h"

#include "workflows/tv-class-list.h"

/**
 * _tv_measuring_page_renew:
 * @cancellable: (inout): of a reading whose answer is out of date now
 */
void
_tv_measuring_page_renew (GCancellable **cancellable)
{
    g_cancellable_cancel (*cancellable);
    g_clear_object (cancellable);
    *cancellable = g_cancellable_new ();
}

static guint
find_class (TvMeasuringPage *self, gint64 class_id)
{
    for (guint i = 0; self->classes && i < self->classes->len; i++) {
        const TvRosterClass *roster_class = g_ptr_array_index (self->classes, i);

        if (roster_class->class_->id == class_id)
            return i;
    }
    return GTK_INVALID_LIST_POSITION;
}

/* Brings the drop-down to the class of the sheet. */
void
_tv_measuring_page_show_class (TvMeasuringPage *self)
{
    guint position = find_class (self, self->class_id);

    if (position == GTK_INVALID_LIST_POSITION)
        return;
    self->is_showing = TRUE;
    gtk_drop_down_set_selected (self->class_drop_down, position);
    self->is_showing = FALSE;
}

void
_tv_measuring_page_choose_class (TvMeasuringPage *self, gint64 class_id)
{
    tv_measuring_grid_commit (self->grid);
    self->class_id = class_id;
    self->wants_focus = TRUE;
    _tv_measuring_page_show_class (self);
    _tv_measuring_page_read_sheet (self);
}

static void
show_classes (TvMeasuringPage *self)
{
    g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
    guint position = find_class (self, self->class_id);

    for (guint i = 0; i < self->classes->len; i++) {
        g_autofree char *text = _tv_measuring_page_say_class (g_ptr_array_index (self->classes, i));

        gtk_string_list_append (list, text);
    }
    self->is_showing = TRUE;
    gtk_drop_down_set_model (self->class_drop_down, G_LIST_MODEL (list));
    if (position != GTK_INVALID_LIST_POSITION)
        gtk_drop_down_set_selected (self->class_drop_down, position);
    self->is_showing = FALSE;
    if (position == GTK_INVALID_LIST_POSITION && self->classes->len > 0) {
        const TvRosterClass *first = g_ptr_array_index (self->classes, 0);

        _tv_measuring_page_choose_class (self, first->class_->id);
    } else {
        _tv_measuring_page_choose_page (self);
    }
}

static void
classes_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvMeasuringPage) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) classes = tv_class_list_load_finish (TV_STORE (source), result, &error);

    if (!self->workspace)
        return;
    if (!classes) {
        tv_workspace_tell_error (self->workspace, error);
        return;
    }
    g_clear_pointer (&self->classes, g_ptr_array_unref);
    self->classes = g_steal_pointer (&classes);
    _tv_measuring_page_add_monthly (self);
    _tv_measuring_page_keep_own_class (self);
    show_classes (self);
}

void
_tv_measuring_page_read_classes (TvMeasuringPage *self)
{
    TvSchoolYear *year = tv_workspace_get_year (self->workspace);

    _tv_measuring_page_renew (&self->classes_reading);
    if (year) {
        tv_class_list_load_of_round_async (tv_workspace_get_store (self->workspace), year->id,
                                           self->round_id, self->classes_reading, classes_read_cb,
                                           g_object_ref (self));
        return;
    }
    g_clear_pointer (&self->classes, g_ptr_array_unref);
    self->classes = g_ptr_array_new ();
    _tv_measuring_page_choose_page (self);
}

static void
class_selected_cb (TvMeasuringPage *self)
{
    guint position = gtk_drop_down_get_selected (self->class_drop_down);
    const TvRosterClass *chosen;

    if (self->is_showing || !self->classes || position >= self->classes->len)
        return;
    chosen = g_ptr_array_index (self->classes, position);
    if (!_tv_measuring_page_leads_to_monthly (self, chosen))
        _tv_measuring_page_choose_class (self, chosen->class_->id);
}

/**
 * _tv_measuring_page_connect_classes:
 *
 * Follows what is chosen by hand.
 */
void
_tv_measuring_page_connect_classes (TvMeasuringPage *self)
{
    g_signal_connect_swapped (self->class_drop_down, "notify::selected",
                              G_CALLBACK (class_selected_cb), self);
}
