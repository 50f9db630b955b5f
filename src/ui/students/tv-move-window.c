/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Children of the list that stands on the page, to be ticked for another class. */

#include "ui/students/tv-move-window.h"

#include "ui/students/tv-roster-item.h"
#include "workflows/tv-class-move.h"
#include "workflows/tv-error-sentence.h"
#include "workflows/tv-roster.h"

#include <glib/gi18n.h>

struct _TvMoveWindow {
    AdwWindow parent_instance;

    TvWorkspace *workspace;
    GListStore *items;   /* of TvRosterItem: who can be ticked */
    GHashTable *ticked;  /* of TvRosterItem */
    GPtrArray *classes;  /* of TvClass */
    char *target_name;   /* of the class they are on their way to; NULL: nothing is written */
    gboolean is_filling; /* ticks show what is chosen, and choose nothing */

    AdwComboRow *class_row;
    AdwEntryRow *date_row;
    GtkLabel *fault_label;
    GtkButton *move_button;
    GtkListView *list; /* NULL when the window has gone */
};

G_DEFINE_FINAL_TYPE (TvMoveWindow, tv_move_window, ADW_TYPE_WINDOW)

static const TvRosterEntry *
entry_at (TvMoveWindow *self, guint position)
{
    g_autoptr (TvRosterItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

    return tv_roster_item_get_entry (item);
}

static const TvClass *
chosen_class (TvMoveWindow *self)
{
    guint position = adw_combo_row_get_selected (self->class_row);

    return position < self->classes->len ? g_ptr_array_index (self->classes, position) : NULL;
}

static TvDate
read_day (TvMoveWindow *self)
{
    return tv_date_parse_typed (gtk_editable_get_text (GTK_EDITABLE (self->date_row)));
}

/* Who sits in that class already does not go there. */
static GArray *
list_movers (TvMoveWindow *self)
{
    GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    const TvClass *class_ = chosen_class (self);

    for (guint i = 0; class_ && i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++) {
        g_autoptr (TvRosterItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
        const TvRosterEntry *entry = tv_roster_item_get_entry (item);

        if (g_hash_table_contains (self->ticked, item) && entry->class_->id != class_->id)
            g_array_append_val (ids, entry->enrolment->id);
    }
    return ids;
}

static void
judge (TvMoveWindow *self)
{
    TvSchoolYear *year = tv_workspace_get_year (self->workspace);
    g_autofree char *fault = tv_class_move_find_fault (year->first_year, read_day (self));
    g_autoptr (GArray) movers = list_movers (self);
    g_autofree char *label = NULL;

    /* Translators: a button; %u is how many children go to another class. */
    label = g_strdup_printf (ngettext ("_Move %u child", "_Move %u children", movers->len),
                             movers->len);
    gtk_button_set_label (self->move_button, label);
    gtk_label_set_label (self->fault_label, fault ? fault : "");
    gtk_widget_set_visible (GTK_WIDGET (self->fault_label), fault != NULL);
    gtk_widget_set_sensitive (GTK_WIDGET (self->move_button),
                              !fault && movers->len > 0 && !self->target_name);
}

static void
tick_cb (TvMoveWindow *self, GtkCheckButton *check)
{
    GtkListItem *list_item = g_object_get_data (G_OBJECT (check), "tv-list-item");
    gpointer item = gtk_list_item_get_item (list_item);

    if (self->is_filling || !item)
        return;
    if (gtk_check_button_get_active (check))
        g_hash_table_add (self->ticked, item);
    else
        g_hash_table_remove (self->ticked, item);
    judge (self);
}

static void
setup_cb (TvMoveWindow *self, GtkListItem *list_item)
{
    GtkWidget *check = gtk_check_button_new ();

    g_object_set_data (G_OBJECT (check), "tv-list-item", list_item);
    gtk_check_button_set_use_underline (GTK_CHECK_BUTTON (check), FALSE);
    g_signal_connect_object (check, "toggled", G_CALLBACK (tick_cb), self, G_CONNECT_SWAPPED);
    gtk_list_item_set_child (list_item, check);
    gtk_list_item_set_activatable (list_item, FALSE);
    gtk_list_item_set_selectable (list_item, FALSE);
}

static void
bind_cb (TvMoveWindow *self, GtkListItem *list_item)
{
    GtkCheckButton *check = GTK_CHECK_BUTTON (gtk_list_item_get_child (list_item));
    TvRosterItem *item = gtk_list_item_get_item (list_item);
    const TvRosterEntry *entry = tv_roster_item_get_entry (item);
    g_autofree char *label = g_strdup_printf ("%s · %s", entry->student->name, entry->class_->name);

    self->is_filling = TRUE;
    gtk_check_button_set_label (check, label);
    gtk_check_button_set_active (check, g_hash_table_contains (self->ticked, item));
    self->is_filling = FALSE;
}

static void
tick_all_cb (TvMoveWindow *self)
{
    guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));
    gboolean are_all = g_hash_table_size (self->ticked) == n_items;

    g_hash_table_remove_all (self->ticked);
    for (guint i = 0; !are_all && i < n_items; i++) {
        g_autoptr (TvRosterItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

        g_hash_table_add (self->ticked, item);
    }
    g_list_model_items_changed (G_LIST_MODEL (self->items), 0, n_items, n_items);
    judge (self);
}

static void
moved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvMoveWindow) self = user_data;
    g_autoptr (GError) error = NULL;
    guint n_moved = tv_class_move_finish (TV_STORE (source), result, &error);
    g_autofree char *sentence = NULL;

    if (!self->list)
        return;
    if (n_moved == 0) {
        g_clear_pointer (&self->target_name, g_free);
        judge (self);
        sentence = tv_error_sentence (error);
        gtk_label_set_label (self->fault_label, sentence);
        gtk_widget_set_visible (GTK_WIDGET (self->fault_label), TRUE);
        return;
    }
    /* Translators: %u is a number of children, %s the name of a class. */
    sentence = g_strdup_printf (ngettext ("%u child was moved to class %s.",
                                          "%u children were moved to class %s.", n_moved),
                                n_moved, self->target_name);
    tv_workspace_tell (self->workspace, sentence, TRUE);
    gtk_window_close (GTK_WINDOW (self));
}

static void
move_cb (TvMoveWindow *self)
{
    g_autoptr (GArray) movers = list_movers (self);
    const TvClass *class_ = chosen_class (self);

    self->target_name = g_strdup (class_->name);
    judge (self);
    tv_class_move_async (tv_workspace_get_store (self->workspace),
                         (const gint64 *) (gpointer) movers->data, movers->len, class_->id,
                         read_day (self), NULL, moved_cb, g_object_ref (self));
}

static GtkWidget *
make_header (TvMoveWindow *self)
{
    GtkWidget *header = adw_header_bar_new (), *cancel, *all;

    cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
    gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
    all = gtk_button_new_with_label (_ ("Tick all"));
    g_signal_connect_object (all, "clicked", G_CALLBACK (tick_all_cb), self, G_CONNECT_SWAPPED);
    self->move_button = GTK_BUTTON (gtk_button_new ());
    gtk_button_set_use_underline (self->move_button, TRUE);
    gtk_widget_add_css_class (GTK_WIDGET (self->move_button), "suggested-action");
    g_signal_connect_object (self->move_button, "clicked", G_CALLBACK (move_cb), self,
                             G_CONNECT_SWAPPED);
    adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
    adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
    adw_header_bar_pack_end (ADW_HEADER_BAR (header), GTK_WIDGET (self->move_button));
    adw_header_bar_pack_end (ADW_HEADER_BAR (header), all);
    return header;
}

static GtkWidget *
make_fields (TvMoveWindow *self)
{
    GtkWidget *group = adw_preferences_group_new ();

    self->class_row = ADW_COMBO_ROW (adw_combo_row_new ());
    self->date_row = ADW_ENTRY_ROW (adw_entry_row_new ());
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->class_row), _ ("To class"));
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->date_row), _ ("First day there"));
    adw_preferences_group_set_description (
        ADW_PREFERENCES_GROUP (group),
        _ ("Tick who goes to another class, from among those the list shows. What was measured "
           "before that day stays with the old class."));
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->class_row));
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->date_row));
    return group;
}

static GtkWidget *
make_list (TvMoveWindow *self)
{
    GtkWidget *window = gtk_scrolled_window_new ();
    GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
    GtkNoSelection *selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->items)));

    g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
    self->list = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory));
    gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                    GTK_POLICY_AUTOMATIC);
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (self->list));
    gtk_widget_set_vexpand (window, TRUE);
    gtk_widget_add_css_class (window, "card");
    return window;
}

static void
tv_move_window_dispose (GObject *object)
{
    TvMoveWindow *self = TV_MOVE_WINDOW (object);

    self->list = NULL;
    gtk_window_set_default_widget (GTK_WINDOW (self), NULL);
    adw_window_set_content (ADW_WINDOW (self), NULL);
    g_clear_object (&self->items);
    g_clear_pointer (&self->ticked, g_hash_table_unref);
    g_clear_pointer (&self->classes, g_ptr_array_unref);
    g_clear_pointer (&self->target_name, g_free);
    g_clear_object (&self->workspace);
    G_OBJECT_CLASS (tv_move_window_parent_class)->dispose (object);
}

static void
tv_move_window_class_init (TvMoveWindowClass *class_)
{
    G_OBJECT_CLASS (class_)->dispose = tv_move_window_dispose;
    gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (class_), GDK_KEY_Escape, 0,
                                         "window.close", NULL);
}

static void
tv_move_window_init (TvMoveWindow *self)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
    GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

    self->items = g_list_store_new (TV_TYPE_ROSTER_ITEM);
    self->ticked = g_hash_table_new (NULL, NULL);
    self->classes = g_ptr_array_new_with_free_func ((GDestroyNotify) tv_class_unref);
    gtk_window_set_title (GTK_WINDOW (self), _ ("Change the class"));
    gtk_window_set_modal (GTK_WINDOW (self), TRUE);
    gtk_window_set_default_size (GTK_WINDOW (self), 640, 620);
    self->fault_label = GTK_LABEL (gtk_label_new (NULL));
    gtk_label_set_wrap (self->fault_label, TRUE);
    gtk_label_set_xalign (self->fault_label, 0);
    gtk_widget_add_css_class (GTK_WIDGET (self->fault_label), "error");
    gtk_widget_set_margin_top (content, 12);
    gtk_widget_set_margin_bottom (content, 12);
    gtk_widget_set_margin_start (content, 18);
    gtk_widget_set_margin_end (content, 18);
    gtk_box_append (GTK_BOX (content), make_fields (self));
    gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->fault_label));
    gtk_box_append (GTK_BOX (content), make_list (self));
    gtk_box_append (GTK_BOX (box), make_header (self));
    gtk_box_append (GTK_BOX (box), content);
    adw_window_set_content (ADW_WINDOW (self), box);
    gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->move_button));
}

/* Whoever has left, and whoever is listed as an earlier year found it, stays where it is. */
static void
take_children (TvMoveWindow *self, GListModel *listed)
{
    TvSchoolYear *year = tv_workspace_get_year (self->workspace);

    for (guint i = 0; i < g_list_model_get_n_items (listed); i++) {
        g_autoptr (TvRosterItem) item = g_list_model_get_item (listed, i);
        const TvEnrolment *enrolment = tv_roster_item_get_entry (item)->enrolment;

        if (enrolment->year_id == year->id && tv_enrolment_is_current (enrolment))
            g_list_store_append (self->items, item);
    }
}

/* Another class of the grade of the first child, else any other. */
static guint
propose_class (TvMoveWindow *self)
{
    gboolean has_children = g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0;
    const TvClass *own = has_children ? entry_at (self, 0)->class_ : NULL;
    guint proposed = 0;
    gboolean is_same_grade = FALSE;

    for (guint i = self->classes->len; own && i-- > 0;) {
        const TvClass *class_ = g_ptr_array_index (self->classes, i);

        if (class_->id == own->id || (is_same_grade && class_->grade != own->grade))
            continue;
        proposed = i;
        is_same_grade = class_->grade == own->grade;
    }
    return proposed;
}

static void
take_classes (TvMoveWindow *self, GPtrArray *classes)
{
    g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

    for (guint i = 0; i < classes->len; i++) {
        const TvRosterClass *class_ = g_ptr_array_index (classes, i);

        g_ptr_array_add (self->classes, tv_class_ref (class_->class_));
        gtk_string_list_append (names, class_->class_->name);
    }
    adw_combo_row_set_model (self->class_row, G_LIST_MODEL (names));
    adw_combo_row_set_selected (self->class_row, propose_class (self));
}

/**
 * tv_move_window_present:
 * @workspace: the open book, with a chosen school year
 * @parent: the window it stands over
 * @listed: (element-type TvRosterItem): the children that the page lists
 * @classes: (element-type TvRosterClass): those of the chosen year, one at least
 */
void
tv_move_window_present (TvWorkspace *workspace, GtkWindow *parent, GListModel *listed,
                        GPtrArray *classes)
{
    TvMoveWindow *self = g_object_new (TV_TYPE_MOVE_WINDOW, "transient-for", parent, NULL);
    g_autofree char *today = tv_date_to_text (tv_workspace_today (workspace));

    self->workspace = g_object_ref (workspace);
    take_children (self, listed);
    take_classes (self, classes);
    gtk_editable_set_text (GTK_EDITABLE (self->date_row), today);
    g_signal_connect_object (self->class_row, "notify::selected", G_CALLBACK (judge), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (self->date_row, "changed", G_CALLBACK (judge), self,
                             G_CONNECT_SWAPPED);
    judge (self);
    gtk_window_present (GTK_WINDOW (self));
}
