/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the lists of the page show: classes, roster and the chosen child, read and read again. */

#include "ui/students/tv-students-page-private.h"

#include "ui/students/tv-roster-columns.h"
#include "ui/students/tv-roster-item.h"
#include "ui/widgets/tv-steady-list.h"

#include <glib/gi18n.h>

/* What the list needs beside a child and alone, in pixels; the classes fold away before it gets
 * less. */
#define COMPACT_WIDTH 390
#define WIDE_WIDTH 510

static void
renew_cancellable (GCancellable **cancellable)
{
    g_cancellable_cancel (*cancellable);
    g_clear_object (cancellable);
    *cancellable = g_cancellable_new ();
}

/* Whoever is not found may be in another class than the one that is looked through. */
static void
tell_nobody (TvStudentsPage *self)
{
    gboolean is_narrowed = self->class_id != 0 || tv_roster_filter_has_children (self->filter);

    adw_status_page_set_description (
        self->nothing_page,
        is_narrowed
            ? _ ("Only part of the school is looked through.")
            : _ ("Part of a name is enough, with or without accents; so is a class or a number."));
    gtk_widget_set_visible (self->whole_school_button, is_narrowed);
}

static void
show_count (TvStudentsPage *self)
{
    guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
    guint n_here = 0;
    g_autofree char *text = NULL;

    for (guint i = 0; self->roster && i < self->roster->entries->len; i++)
        n_here += ((TvRosterEntry *) g_ptr_array_index (self->roster->entries, i))->is_here;
    /* Translators: how many children are listed, of how many there are. */
    text = g_strdup_printf (_ ("%u of %u"), n_shown, MAX (n_here, n_shown));
    gtk_label_set_label (self->count_label, text);
    if (n_shown == 0)
        tell_nobody (self);
    gtk_stack_set_visible_child_name (self->roster_stack, n_shown > 0 ? "roster" : "nothing");
}

static TvRosterRoom
find_room (TvStudentsPage *self)
{
    if (self->student_id != 0)
        return TV_ROSTER_BESIDE_CHILD;
    return adw_flap_get_folded (self->class_flap) ? TV_ROSTER_NARROW : TV_ROSTER_WIDE;
}

void
_tv_students_page_show_pane (TvStudentsPage *self)
{
    gboolean has_child = self->student_id != 0;

    gtk_widget_set_visible (self->child_pane, has_child);
    gtk_widget_set_size_request (self->list_box, has_child ? COMPACT_WIDTH : WIDE_WIDTH, -1);
    /* Beside a child the classes would leave no room for the names. */
    adw_flap_set_fold_policy (self->class_flap,
                              has_child ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_AUTO);
    tv_roster_columns_set_room (self->roster_view, find_room (self));
}

static void
child_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvStudentsPage) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvChild) child = tv_child_load_finish (TV_STORE (source), result, &error);

    if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->workspace)
        return;
    if (!child) {
        self->student_id = 0;
        _tv_students_page_show_pane (self);
        tv_workspace_tell_error (self->workspace, error);
        return;
    }
    if (child->student->id != self->student_id || !self->roster)
        return;
    tv_child_view_show (self->child_view, child, self->roster->chosen_classes);
    _tv_students_page_show_pane (self);
}

static void
read_child (TvStudentsPage *self)
{
    TvSchoolYear *year = tv_workspace_get_year (self->workspace);

    renew_cancellable (&self->child_reading);
    if (self->student_id == 0 || !year) {
        _tv_students_page_show_pane (self);
        return;
    }
    tv_child_load_async (tv_workspace_get_store (self->workspace), self->student_id, year->id,
                         self->child_reading, child_read_cb, g_object_ref (self));
}

void
_tv_students_page_choose_student (TvStudentsPage *self, gint64 student_id)
{
    self->student_id = student_id;
    read_child (self);
}

static guint
find_position (TvStudentsPage *self, gint64 student_id)
{
    guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

    for (guint i = 0; i < n_items; i++) {
        g_autoptr (TvRosterItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

        if (tv_roster_item_get_entry (item)->student->id == student_id)
            return i;
    }
    return GTK_INVALID_LIST_POSITION;
}

/* GTK 4.8 scrolls a column view by the action of the list inside it. */
static void
scroll_to (TvStudentsPage *self, guint position)
{
    for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->roster_view)); child;
         child = gtk_widget_get_next_sibling (child)) {
        if (GTK_IS_LIST_VIEW (child))
            gtk_widget_activate_action (child, "list.scroll-to-item", "u", position);
    }
}

void
_tv_students_page_select_student (TvStudentsPage *self, gboolean scrolls)
{
    guint position = find_position (self, self->student_id);

    self->is_showing = TRUE;
    gtk_single_selection_set_selected (self->selection, position);
    self->is_showing = FALSE;
    self->wants_scroll = scrolls && position == GTK_INVALID_LIST_POSITION;
    if (scrolls && position != GTK_INVALID_LIST_POSITION)
        scroll_to (self, position);
}

void
_tv_students_page_listing_changed (TvStudentsPage *self)
{
    show_count (self);
    _tv_students_page_select_student (self, self->wants_scroll);
}

static GtkWidget *
make_class_row (const char *name, guint n_students, gint64 class_id)
{
    GtkWidget *row = gtk_list_box_row_new ();
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
    GtkWidget *name_label = gtk_label_new (name);
    g_autofree char *count = g_strdup_printf ("%u", n_students);
    GtkWidget *count_label = gtk_label_new (count);

    gtk_label_set_xalign (GTK_LABEL (name_label), 0);
    gtk_label_set_ellipsize (GTK_LABEL (name_label), PANGO_ELLIPSIZE_END);
    gtk_widget_set_hexpand (name_label, TRUE);
    gtk_widget_add_css_class (count_label, "numeric");
    gtk_widget_add_css_class (count_label, "dim-label");
    gtk_box_append (GTK_BOX (box), name_label);
    gtk_box_append (GTK_BOX (box), count_label);
    gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
    gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    name_label, count_label, NULL, -1);
    g_object_set_data_full (G_OBJECT (row), "class-id", g_memdup2 (&class_id, sizeof class_id),
                            g_free);
    return row;
}

void
_tv_students_page_show_classes (TvStudentsPage *self)
{
    GtkListBoxRow *row;
    guint n_all = 0, selected = 0;

    self->is_showing = TRUE;
    while ((row = gtk_list_box_get_row_at_index (self->class_list, 0)))
        gtk_list_box_remove (self->class_list, GTK_WIDGET (row));
    for (guint i = 0; i < self->roster->classes->len; i++)
        n_all += ((TvRosterClass *) g_ptr_array_index (self->roster->classes, i))->n_students;
    /* Translators: all classes of the school. */
    tv_steady_list_append (self->class_list, make_class_row (C_ ("class", "All"), n_all, 0));
    for (guint i = 0; i < self->roster->classes->len; i++) {
        const TvRosterClass *roster_class = g_ptr_array_index (self->roster->classes, i);

        if (roster_class->class_->id == self->class_id)
            selected = i + 1;
        tv_steady_list_append (self->class_list,
                               make_class_row (roster_class->class_->name, roster_class->n_students,
                                               roster_class->class_->id));
    }
    row = gtk_list_box_get_row_at_index (self->class_list, (int) selected);
    tv_steady_list_choose (self->class_list, row);
    if (selected == 0)
        self->class_id = 0;
    self->is_showing = FALSE;
}

static void
show_roster (TvStudentsPage *self)
{
    g_autoptr (GPtrArray) items = tv_roster_items_new (self->roster);
    guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->items));
    gboolean is_empty = self->roster->classes->len == 0 && items->len == 0;
    gboolean is_first = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "loading") == 0;

    _tv_students_page_show_classes (self);
    tv_roster_filter_set_class (self->filter, self->class_id);
    self->is_showing = TRUE;
    g_list_store_splice (self->items, 0, n_old, items->pdata, items->len);
    self->is_showing = FALSE;
    _tv_students_page_listing_changed (self);
    gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "students");
    /* While the list was being read there was nothing that could take the focus, and the keys of
     * the page work only with it. */
    if (is_first && gtk_widget_get_mapped (GTK_WIDGET (self)))
        gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
    read_child (self);
}

static void
roster_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvStudentsPage) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvRoster) roster = tv_roster_load_finish (TV_STORE (source), result, &error);

    if (!self->workspace || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
    if (!roster) {
        tv_workspace_tell_error (self->workspace, error);
        /* The round may have been deleted meanwhile. */
        if (self->list_round)
            _tv_students_page_leave_list (self);
        return;
    }
    g_clear_pointer (&self->roster, tv_roster_unref);
    self->roster = g_steal_pointer (&roster);
    show_roster (self);
    _tv_students_page_count_records (self);
}

void
_tv_students_page_read_roster (TvStudentsPage *self)
{
    TvSchoolYear *year = tv_workspace_get_year (self->workspace);
    TvStore *store = tv_workspace_get_store (self->workspace);

    renew_cancellable (&self->reading);
    if (!year)
        gtk_stack_set_visible_child_name (self->stack, "empty");
    else if (self->list_round)
        tv_roster_load_round_async (store, self->list_round->id, year->id, self->reading,
                                    roster_read_cb, g_object_ref (self));
    else
        tv_roster_load_async (store, year->id, self->reading, roster_read_cb, g_object_ref (self));
}

/* What stands there is of another round: it must not be seen under the new heading. */
void
_tv_students_page_renew_roster (TvStudentsPage *self)
{
    self->is_showing = TRUE;
    g_list_store_remove_all (self->items);
    self->is_showing = FALSE;
    g_clear_pointer (&self->roster, tv_roster_unref);
    gtk_stack_set_visible_child_name (self->stack, "loading");
    _tv_students_page_read_roster (self);
}

void
_tv_students_page_leave_list (TvStudentsPage *self)
{
    g_autoptr (TvRound) round = g_steal_pointer (&self->list_round);

    g_clear_pointer (&self->way_back, g_free);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "students.way-back", FALSE);
    self->is_showing = TRUE;
    gtk_widget_set_visible (self->chip, FALSE);
    tv_roster_filter_set_children (self->filter, NULL, 0);
    self->is_showing = FALSE;
    if (round)
        _tv_students_page_renew_roster (self);
    else
        _tv_students_page_listing_changed (self);
}
