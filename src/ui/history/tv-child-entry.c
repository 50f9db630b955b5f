/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Children who are found hang below the field; Down goes to them, Enter takes the first. The text
 * of a child that was chosen is its name, and touching it lets the child go. */

#include "ui/history/tv-child-entry.h"

#include "workflows/tv-child-search.h"

#include <glib/gi18n.h>

#define MOST_FOUND 12

struct _TvChildEntry {
    GtkWidget parent_instance;

    GtkSearchEntry *entry;
    GtkPopover *popover;
    GtkListBox *found_list;
    GtkLabel *nobody_label;

    TvWorkspace *workspace;
    gint64 student_id;
    GCancellable *searching;
    char *shown; /* the text as the program set it, which is no search; NULL once it was edited */
};

G_DEFINE_FINAL_TYPE (TvChildEntry, tv_child_entry, GTK_TYPE_WIDGET)

enum {
    CHOSEN,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
stop_searching (TvChildEntry *self)
{
    g_cancellable_cancel (self->searching);
    g_clear_object (&self->searching);
}

static void
show_name (TvChildEntry *self, const char *name)
{
    g_free (self->shown);
    self->shown = g_strdup (name);
    gtk_editable_set_text (GTK_EDITABLE (self->entry), name);
}

static void
choose (TvChildEntry *self, gint64 student_id, const char *name)
{
    stop_searching (self);
    gtk_popover_popdown (self->popover);
    show_name (self, name);
    if (self->student_id == student_id)
        return;
    self->student_id = student_id;
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
row_activated_cb (TvChildEntry *self, GtkListBoxRow *row)
{
    const gint64 *student_id = g_object_get_data (G_OBJECT (row), "student-id");

    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
    choose (self, *student_id, g_object_get_data (G_OBJECT (row), "name"));
}

static GtkWidget *
make_row (const TvChildFound *child)
{
    GtkWidget *row = gtk_list_box_row_new ();
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
    GtkWidget *name = gtk_label_new (child->name);
    GtkWidget *detail = gtk_label_new (child->detail);

    gtk_label_set_xalign (GTK_LABEL (name), 0);
    gtk_widget_set_hexpand (name, TRUE);
    gtk_widget_add_css_class (detail, "dim-label");
    gtk_box_append (GTK_BOX (box), name);
    gtk_box_append (GTK_BOX (box), detail);
    gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
    g_object_set_data_full (G_OBJECT (row), "student-id",
                            g_memdup2 (&child->student_id, sizeof child->student_id), g_free);
    g_object_set_data_full (G_OBJECT (row), "name", g_strdup (child->name), g_free);
    gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name,
                                    detail, NULL, -1);
    return row;
}

static void
show_found (TvChildEntry *self, GPtrArray *found)
{
    GtkListBoxRow *row;

    while ((row = gtk_list_box_get_row_at_index (self->found_list, 0)))
        gtk_list_box_remove (self->found_list, GTK_WIDGET (row));
    for (guint i = 0; i < found->len; i++)
        gtk_list_box_append (self->found_list, make_row (found->pdata[i]));
    gtk_widget_set_visible (GTK_WIDGET (self->nobody_label), found->len == 0);
    gtk_widget_set_visible (GTK_WIDGET (self->found_list), found->len > 0);
    gtk_popover_popup (self->popover);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvChildEntry) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) found = tv_child_search_finish (TV_STORE (source), result, &error);

    if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
    if (!found)
        tv_workspace_tell_error (self->workspace, error);
    else if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        show_found (self, found);
}

static void
let_go (TvChildEntry *self)
{
    if (self->student_id == 0)
        return;
    self->student_id = 0;
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
search_changed_cb (TvChildEntry *self)
{
    const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

    if (!self->workspace || g_strcmp0 (text, self->shown) == 0)
        return;
    g_clear_pointer (&self->shown, g_free);
    stop_searching (self);
    let_go (self);
    if (!*text) {
        gtk_popover_popdown (self->popover);
        return;
    }
    self->searching = g_cancellable_new ();
    tv_child_search_async (tv_workspace_get_store (self->workspace), text, MOST_FOUND,
                           self->searching, found_cb, g_object_ref (self));
}

static void
activate_cb (TvChildEntry *self)
{
    GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->found_list, 0);

    if (first && gtk_widget_get_mapped (GTK_WIDGET (first)))
        row_activated_cb (self, first);
}

static gboolean
key_pressed_cb (TvChildEntry *self, guint key)
{
    GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->found_list, 0);

    if (key == GDK_KEY_Escape && gtk_widget_get_visible (GTK_WIDGET (self->popover))) {
        gtk_popover_popdown (self->popover);
        return TRUE;
    }
    if (key == GDK_KEY_Down && first && gtk_widget_get_mapped (GTK_WIDGET (first)))
        return gtk_widget_grab_focus (GTK_WIDGET (first));
    return FALSE;
}

static void
left_cb (TvChildEntry *self)
{
    gtk_popover_popdown (self->popover);
}

static gboolean
tv_child_entry_grab_focus (GtkWidget *widget)
{
    return gtk_widget_grab_focus (GTK_WIDGET (TV_CHILD_ENTRY (widget)->entry));
}

static void
tv_child_entry_dispose (GObject *object)
{
    TvChildEntry *self = TV_CHILD_ENTRY (object);

    stop_searching (self);
    if (self->popover)
        gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->popover)));
    if (self->entry)
        gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->entry)));
    g_clear_object (&self->workspace);
    g_clear_pointer (&self->shown, g_free);
    G_OBJECT_CLASS (tv_child_entry_parent_class)->dispose (object);
}

static void
tv_child_entry_class_init (TvChildEntryClass *class_)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    G_OBJECT_CLASS (class_)->dispose = tv_child_entry_dispose;
    widget_class->grab_focus = tv_child_entry_grab_focus;
    signals[CHOSEN] = g_signal_new ("chosen", TV_TYPE_CHILD_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
    gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
make_entry (TvChildEntry *self)
{
    GtkEventController *keys = gtk_event_controller_key_new ();

    self->entry = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
    g_object_set (self->entry, "placeholder-text", _ ("All children"), NULL);
    gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 18);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Child: name or number"), -1);
    gtk_widget_set_parent (GTK_WIDGET (self->entry), GTK_WIDGET (self));
    g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (search_changed_cb), self);
    g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
    gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
    g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
    gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

static void
make_popover (TvChildEntry *self)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

    self->found_list = GTK_LIST_BOX (gtk_list_box_new ());
    gtk_list_box_set_selection_mode (self->found_list, GTK_SELECTION_NONE);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->found_list),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Children who were found"),
                                    -1);
    g_signal_connect_swapped (self->found_list, "row-activated", G_CALLBACK (row_activated_cb),
                              self);
    self->nobody_label = GTK_LABEL (gtk_label_new (_ ("No child in this book is called so.")));
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->nobody_label));
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->found_list));
    self->popover = GTK_POPOVER (gtk_popover_new ());
    gtk_popover_set_child (self->popover, box);
    gtk_popover_set_autohide (self->popover, FALSE); /* or the typing would go there */
    gtk_popover_set_has_arrow (self->popover, FALSE);
    gtk_popover_set_position (self->popover, GTK_POS_BOTTOM);
    gtk_widget_set_halign (GTK_WIDGET (self->popover), GTK_ALIGN_START);
    gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
}

static void
tv_child_entry_init (TvChildEntry *self)
{
    GtkEventController *focus = gtk_event_controller_focus_new ();

    make_entry (self);
    make_popover (self);
    g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
    gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

void
tv_child_entry_set_workspace (TvChildEntry *self, TvWorkspace *workspace)
{
    g_return_if_fail (TV_IS_CHILD_ENTRY (self));
    g_set_object (&self->workspace, workspace);
}

static void
named_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvChildEntry) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autofree char *name = tv_child_name_finish (TV_STORE (source), result, &error);

    if (name)
        show_name (self, name);
    else
        tv_workspace_tell_error (self->workspace, error);
}

/**
 * tv_child_entry_set_child:
 * @student_id: who is chosen; 0 for nobody
 *
 * Its name comes as soon as it is read; "chosen" is emitted at once.
 */
void
tv_child_entry_set_child (TvChildEntry *self, gint64 student_id)
{
    g_return_if_fail (TV_IS_CHILD_ENTRY (self));
    choose (self, student_id, "");
    if (student_id == 0)
        return;
    self->searching = g_cancellable_new ();
    tv_child_name_async (tv_workspace_get_store (self->workspace), student_id, self->searching,
                         named_cb, g_object_ref (self));
}

/**
 * tv_child_entry_get_child:
 *
 * Returns: who is chosen; 0 for nobody
 */
gint64
tv_child_entry_get_child (TvChildEntry *self)
{
    return self->student_id;
}
