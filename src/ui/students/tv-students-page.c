/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The children: classes, the roster and the chosen child beside each other. The whole roster of a
 * year is held; searching and sorting never ask the book. */

#include "ui/students/tv-students-page.h"

#include "ui/shell/tv-page.h"
#include "ui/students/tv-child-view.h"
#include "ui/students/tv-roster-columns.h"
#include "ui/students/tv-roster-filter.h"
#include "ui/students/tv-roster-item.h"
#include "ui/students/tv-student-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _TvStudentsPage {
    GtkWidget parent_instance;

    TvWorkspace *workspace;

    GtkStack *stack;
    AdwStatusPage *empty_page;
    AdwLeaflet *leaflet;
    GtkListBox *class_list;
    GtkSearchEntry *search_entry;
    GtkWidget *chip;
    GtkLabel *chip_label;
    GtkLabel *count_label;
    GtkButton *add_button;
    GtkStack *roster_stack;
    GtkColumnView *roster_view;
    GtkWidget *child_pane;
    TvChildView *child_view;

    GListStore *items;
    TvRosterFilter *filter;
    GtkSingleSelection *selection;
    TvRoster *roster;
    gint64 class_id;   /* 0: all */
    gint64 student_id; /* 0: nobody */
    GCancellable *reading;
    GCancellable *child_reading;
    gboolean is_showing; /* lists change, but not by hand */
};

static void tv_students_page_page_init (TvPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TvStudentsPage, tv_students_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TV_TYPE_PAGE, tv_students_page_page_init))

enum {
    PROP_0,
    PROP_WORKSPACE,
    N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
renew_cancellable (GCancellable **cancellable)
{
    g_cancellable_cancel (*cancellable);
    g_clear_object (cancellable);
    *cancellable = g_cancellable_new ();
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
    text = g_strdup_printf (_("%u of %u"), n_shown, MAX (n_here, n_shown));
    gtk_label_set_label (self->count_label, text);
    gtk_stack_set_visible_child_name (self->roster_stack, n_shown > 0 ? "roster" : "nothing");
}

static void
show_pane (TvStudentsPage *self)
{
    gboolean has_child = self->student_id != 0;

    gtk_widget_set_visible (self->child_pane, has_child);
    tv_roster_columns_set_compact (self->roster_view, has_child);
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
        show_pane (self);
        tv_workspace_tell_error (self->workspace, error);
        return;
    }
    if (child->student->id != self->student_id || !self->roster)
        return;
    tv_child_view_show (self->child_view, child, self->roster->classes);
    show_pane (self);
}

static void
read_child (TvStudentsPage *self)
{
    TvSchoolYear *year = tv_workspace_get_year (self->workspace);

    renew_cancellable (&self->child_reading);
    if (self->student_id == 0 || !year) {
        show_pane (self);
        return;
    }
    tv_child_load_async (tv_workspace_get_store (self->workspace), self->student_id, year->id,
                         self->child_reading, child_read_cb, g_object_ref (self));
}

static void
choose_student (TvStudentsPage *self, gint64 student_id)
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

static void
select_student (TvStudentsPage *self, gboolean scrolls)
{
    guint position = find_position (self, self->student_id);

    self->is_showing = TRUE;
    gtk_single_selection_set_selected (self->selection, position);
    self->is_showing = FALSE;
    if (scrolls && position != GTK_INVALID_LIST_POSITION)
        scroll_to (self, position);
}

static void
listing_changed (TvStudentsPage *self)
{
    show_count (self);
    select_student (self, FALSE);
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
    g_object_set_data_full (G_OBJECT (row), "class-id", g_memdup2 (&class_id, sizeof class_id),
                            g_free);
    return row;
}

static void
show_classes (TvStudentsPage *self)
{
    GtkListBoxRow *row;
    guint n_all = 0, selected = 0;

    self->is_showing = TRUE;
    while ((row = gtk_list_box_get_row_at_index (self->class_list, 0)))
        gtk_list_box_remove (self->class_list, GTK_WIDGET (row));
    for (guint i = 0; i < self->roster->classes->len; i++) {
        const TvRosterClass *roster_class = g_ptr_array_index (self->roster->classes, i);

        n_all += roster_class->n_students;
        if (roster_class->class_->id == self->class_id)
            selected = i + 1;
        gtk_list_box_append (self->class_list,
                             make_class_row (roster_class->class_->name, roster_class->n_students,
                                             roster_class->class_->id));
    }
    /* Translators: all classes of the school. */
    gtk_list_box_prepend (self->class_list, make_class_row (C_ ("class", "All"), n_all, 0));
    gtk_list_box_select_row (self->class_list,
                             gtk_list_box_get_row_at_index (self->class_list, (int) selected));
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

    show_classes (self);
    tv_roster_filter_set_class (self->filter, self->class_id);
    self->is_showing = TRUE;
    g_list_store_splice (self->items, 0, n_old, items->pdata, items->len);
    self->is_showing = FALSE;
    listing_changed (self);
    gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "students");
    read_child (self);
}

static void
roster_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (TvStudentsPage) self = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (TvRoster) roster = tv_roster_load_finish (TV_STORE (source), result, &error);

    if (!self->workspace)
        return;
    if (!roster) {
        tv_workspace_tell_error (self->workspace, error);
        return;
    }
    g_clear_pointer (&self->roster, tv_roster_unref);
    self->roster = g_steal_pointer (&roster);
    show_roster (self);
}

static void
read_roster (TvStudentsPage *self)
{
    TvSchoolYear *year = tv_workspace_get_year (self->workspace);

    renew_cancellable (&self->reading);
    if (year)
        tv_roster_load_async (tv_workspace_get_store (self->workspace), year->id, self->reading,
                              roster_read_cb, g_object_ref (self));
    else
        gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
book_changed_cb (TvStudentsPage *self, guint topics)
{
    if (topics & (TV_TOPIC_STUDENTS | TV_TOPIC_CLASSES | TV_TOPIC_MEASUREMENTS))
        read_roster (self);
}

static void
class_selected_cb (TvStudentsPage *self, GtkListBoxRow *row)
{
    const gint64 *class_id;

    if (self->is_showing || !row)
        return;
    class_id = g_object_get_data (G_OBJECT (row), "class-id");
    self->class_id = *class_id;
    self->is_showing = TRUE;
    tv_roster_filter_set_class (self->filter, self->class_id);
    self->is_showing = FALSE;
    listing_changed (self);
}

static void
search_changed_cb (TvStudentsPage *self)
{
    self->is_showing = TRUE;
    tv_roster_filter_set_query (self->filter,
                                gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
    self->is_showing = FALSE;
    listing_changed (self);
}

/* Enter in the search opens the first who was found. */
static void
search_activated_cb (TvStudentsPage *self)
{
    if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
        gtk_single_selection_set_selected (self->selection, 0);
}

static void
student_selected_cb (TvStudentsPage *self)
{
    TvRosterItem *item = gtk_single_selection_get_selected_item (self->selection);

    if (self->is_showing || !item)
        return;
    choose_student (self, tv_roster_item_get_entry (item)->student->id);
}

/* On a narrow window the child takes the place of the list. */
static void
row_activated_cb (TvStudentsPage *self)
{
    student_selected_cb (self);
    if (adw_leaflet_get_folded (self->leaflet))
        adw_leaflet_set_visible_child (self->leaflet, self->child_pane);
}

static void
back_clicked_cb (TvStudentsPage *self)
{
    if (adw_leaflet_get_folded (self->leaflet)) {
        adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
        return;
    }
    gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
    choose_student (self, 0);
}

static void
show_all (TvStudentsPage *self)
{
    self->is_showing = TRUE;
    gtk_widget_set_visible (self->chip, FALSE);
    tv_roster_filter_set_children (self->filter, NULL, 0);
    self->is_showing = FALSE;
    listing_changed (self);
}

static void
chip_removed_cb (TvStudentsPage *self)
{
    show_all (self);
}

static void
add_clicked_cb (TvStudentsPage *self)
{
    if (!tv_workspace_is_read_only (self->workspace))
        tv_student_dialog_present (self->workspace, NULL, self->class_id, GTK_WIDGET (self));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    add_clicked_cb (TV_STUDENTS_PAGE (widget));
}

static void
choose_all_classes (TvStudentsPage *self)
{
    self->class_id = 0;
    tv_roster_filter_set_class (self->filter, 0);
    if (self->roster)
        show_classes (self);
}

static void
tv_students_page_show_student (TvPage *page, gint64 student_id)
{
    TvStudentsPage *self = TV_STUDENTS_PAGE (page);

    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
    show_all (self);
    choose_all_classes (self);
    choose_student (self, student_id);
    select_student (self, TRUE);
}

static void
tv_students_page_show_class (TvPage *page, gint64 class_id)
{
    TvStudentsPage *self = TV_STUDENTS_PAGE (page);

    self->class_id = class_id;
    tv_roster_filter_set_class (self->filter, class_id);
    if (self->roster)
        show_classes (self);
    listing_changed (self);
}

static void
tv_students_page_show_children (TvPage *page, const char *title, const gint64 *student_ids,
                                guint n_students)
{
    static const gint64 nobody;
    TvStudentsPage *self = TV_STUDENTS_PAGE (page);

    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
    self->is_showing = TRUE;
    gtk_label_set_label (self->chip_label, title);
    gtk_widget_set_visible (self->chip, TRUE);
    tv_roster_filter_set_children (self->filter, n_students > 0 ? student_ids : &nobody,
                                   n_students);
    choose_all_classes (self);
    self->is_showing = FALSE;
    choose_student (self, 0);
    listing_changed (self);
}

static void
tv_students_page_focus_search (TvPage *page)
{
    gtk_widget_grab_focus (GTK_WIDGET (TV_STUDENTS_PAGE (page)->search_entry));
}

static void
tv_students_page_page_init (TvPageInterface *iface)
{
    iface->show_student = tv_students_page_show_student;
    iface->show_class = tv_students_page_show_class;
    iface->show_children = tv_students_page_show_children;
    iface->focus_search = tv_students_page_focus_search;
}

static void
set_words (TvStudentsPage *self)
{
    gboolean is_kindergarten = tv_workspace_is_kindergarten (self->workspace);
    const char *add = is_kindergarten       ? C_ ("kindergarten", "Add a child (Ctrl+N)")
                                            : C_ ("school", "Add a student (Ctrl+N)");

    gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_button), add);
    gtk_widget_set_sensitive (GTK_WIDGET (self->add_button),
                              !tv_workspace_is_read_only (self->workspace));
    adw_status_page_set_title (self->empty_page,
                               is_kindergarten       ? C_ ("kindergarten", "There is no child yet")
                                                     : C_ ("school", "There is no student yet"));
    g_object_set (self->search_entry, "placeholder-text", _("Name, class or number"), NULL);
}

static void
make_model (TvStudentsPage *self)
{
    GtkSorter *sorter = gtk_column_view_get_sorter (self->roster_view);
    GtkFilterListModel *filtered;
    GtkSortListModel *sorted;

    self->items = g_list_store_new (TV_TYPE_ROSTER_ITEM);
    self->filter = tv_roster_filter_new ();
    filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)),
                                          GTK_FILTER (g_object_ref (self->filter)));
    sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (sorter));
    self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
    gtk_single_selection_set_autoselect (self->selection, FALSE);
    gtk_single_selection_set_can_unselect (self->selection, TRUE);
    gtk_column_view_set_model (self->roster_view, GTK_SELECTION_MODEL (self->selection));
    g_signal_connect_object (self->selection, "notify::selected-item",
                             G_CALLBACK (student_selected_cb), self, G_CONNECT_SWAPPED);
}

static void
tv_students_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    TvStudentsPage *self = TV_STUDENTS_PAGE (object);

    switch (id) {
    case PROP_WORKSPACE:
        self->workspace = g_value_dup_object (value);
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tv_students_page_constructed (GObject *object)
{
    TvStudentsPage *self = TV_STUDENTS_PAGE (object);

    G_OBJECT_CLASS (tv_students_page_parent_class)->constructed (object);
    tv_roster_columns_add (self->roster_view, tv_workspace_is_kindergarten (self->workspace));
    make_model (self);
    tv_child_view_set_workspace (self->child_view, self->workspace);
    g_signal_connect_object (self->workspace, "changed", G_CALLBACK (book_changed_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (self->workspace, "notify::year", G_CALLBACK (read_roster), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (self->workspace, "notify::school", G_CALLBACK (set_words), self,
                             G_CONNECT_SWAPPED);
    set_words (self);
    show_pane (self);
    read_roster (self);
}

static void
tv_students_page_dispose (GObject *object)
{
    TvStudentsPage *self = TV_STUDENTS_PAGE (object);

    g_cancellable_cancel (self->reading);
    g_cancellable_cancel (self->child_reading);
    g_clear_object (&self->reading);
    g_clear_object (&self->child_reading);
    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_STUDENTS_PAGE);
    g_clear_object (&self->selection);
    g_clear_object (&self->items);
    g_clear_object (&self->filter);
    g_clear_pointer (&self->roster, tv_roster_unref);
    g_clear_object (&self->workspace);
    G_OBJECT_CLASS (tv_students_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
    gtk_widget_class_set_template_from_resource (
        widget_class, "/io/github/tamvoc/TamVoc/ui/students/tv-students-page.ui");
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, add_button);
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, child_pane);
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, child_view);
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, chip);
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, chip_label);
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, class_list);
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, count_label);
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, empty_page);
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, leaflet);
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, roster_stack);
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, roster_view);
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, search_entry);
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, stack);
    gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, chip_removed_cb);
    gtk_widget_class_bind_template_callback (widget_class, class_selected_cb);
    gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
    gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
    gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
tv_students_page_class_init (TvStudentsPageClass *class_)
{
    GObjectClass *object_class = G_OBJECT_CLASS (class_);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class_);

    g_type_ensure (TV_TYPE_CHILD_VIEW);
    object_class->set_property = tv_students_page_set_property;
    object_class->constructed = tv_students_page_constructed;
    object_class->dispose = tv_students_page_dispose;
    properties[PROP_WORKSPACE]
        = g_param_spec_object ("workspace", NULL, NULL, TV_TYPE_WORKSPACE,
                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
    g_object_class_install_properties (object_class, N_PROPS, properties);
    bind_template (widget_class);
    gtk_widget_class_install_action (widget_class, "students.add", NULL, add_action);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "students.add",
                                         NULL);
}

static void
tv_students_page_init (TvStudentsPage *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
    gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->roster_view));
}

GtkWidget *
tv_students_page_new (TvWorkspace *workspace)
{
    return g_object_new (TV_TYPE_STUDENTS_PAGE, "workspace", workspace, NULL);
}
