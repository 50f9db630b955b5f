/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The children: classes, the roster and the chosen child beside each other. The whole roster of a
 * year is held; searching and sorting never ask the book. */

#include "ui/students/tv-students-page-private.h"

#include "ui/shell/tv-page.h"
#include "ui/students/tv-explanation-window.h"
#include "ui/students/tv-move-window.h"
#include "ui/students/tv-roster-columns.h"
#include "ui/students/tv-roster-item.h"
#include "ui/students/tv-student-dialog.h"
#include "ui/widgets/tv-steady-list.h"

#include <glib/gi18n.h>
#include <string.h>

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
book_changed_cb (TvStudentsPage *self, guint topics)
{
    if (topics & (TV_TOPIC_STUDENTS | TV_TOPIC_CLASSES | TV_TOPIC_SETTINGS))
        self->is_counted = FALSE;
    if (topics & (TV_TOPIC_STUDENTS | TV_TOPIC_CLASSES | TV_TOPIC_MEASUREMENTS))
        _tv_students_page_read_roster (self);
}

static void
class_activated_cb (TvStudentsPage *self, GtkListBoxRow *row)
{
    const gint64 *class_id = g_object_get_data (G_OBJECT (row), "class-id");

    tv_steady_list_choose (self->class_list, row);
    self->class_id = *class_id;
    if (adw_flap_get_folded (self->class_flap))
        adw_flap_set_reveal_flap (self->class_flap, FALSE);
    self->is_showing = TRUE;
    tv_roster_filter_set_class (self->filter, self->class_id);
    self->is_showing = FALSE;
    _tv_students_page_listing_changed (self);
}

static gboolean
fit_columns (gpointer user_data)
{
    TvStudentsPage *self = user_data;

    self->folding_idle = 0;
    _tv_students_page_show_pane (self);
    return G_SOURCE_REMOVE;
}

/* Not at once, since this is told while widgets get their places. */
static void
folded_cb (TvStudentsPage *self)
{
    adw_flap_set_reveal_flap (self->class_flap, !adw_flap_get_folded (self->class_flap));
    if (self->folding_idle == 0)
        self->folding_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_columns, self, NULL);
}

static void
search_changed_cb (TvStudentsPage *self)
{
    self->is_showing = TRUE;
    tv_roster_filter_set_query (self->filter,
                                gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
    self->is_showing = FALSE;
    _tv_students_page_listing_changed (self);
}

/* Enter in the search opens the first who was found. */
static void
search_activated_cb (TvStudentsPage *self)
{
    if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
        gtk_single_selection_set_selected (self->selection, 0);
}

/* Whether there is room for the list beside the child turns out only when the child is there. */
static void
show_wanted_child (TvStudentsPage *self)
{
    if (self->wants_child && adw_leaflet_get_folded (self->leaflet)
        && gtk_widget_get_visible (self->child_pane))
        adw_leaflet_set_visible_child (self->leaflet, self->child_pane);
}

static void
student_selected_cb (TvStudentsPage *self)
{
    TvRosterItem *item = gtk_single_selection_get_selected_item (self->selection);

    if (self->is_showing || !item)
        return;
    _tv_students_page_choose_student (self, tv_roster_item_get_entry (item)->student->id);
    /* One click is enough where the child takes the place of the list; the arrow keys go on. */
    self->wants_child = self->is_clicked;
    show_wanted_child (self);
}

static void
roster_pressed_cb (TvStudentsPage *self)
{
    self->is_clicked = TRUE;
}

static gboolean
roster_key_pressed_cb (TvStudentsPage *self)
{
    self->is_clicked = FALSE;
    return FALSE;
}

/* On a narrow window the child takes the place of the list. */
static void
row_activated_cb (TvStudentsPage *self)
{
    self->is_clicked = TRUE;
    student_selected_cb (self);
}

static void
back_clicked_cb (TvStudentsPage *self)
{
    self->wants_child = FALSE;
    if (adw_leaflet_get_folded (self->leaflet)) {
        adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
        return;
    }
    gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
    _tv_students_page_choose_student (self, 0);
}

static void
chip_removed_cb (TvStudentsPage *self)
{
    _tv_students_page_leave_list (self);
}

/* Whoever goes back to the number is done with the list behind it. */
static void
way_back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    TvStudentsPage *self = TV_STUDENTS_PAGE (widget);
    g_autofree char *page = g_strdup (self->way_back);

    if (!page)
        return;
    _tv_students_page_leave_list (self);
    tv_workspace_open_page (self->workspace, page);
}

/* Children without a value in one round may well have one in another. */
static void
round_changed_cb (TvStudentsPage *self)
{
    TvSchoolYear *year = tv_workspace_get_year (self->workspace);
    TvRound *round = tv_workspace_get_round (self->workspace);

    if (tv_roster_filter_has_children (self->filter)
        && (self->chip_year_id != (year ? year->id : 0)
            || self->chip_round_id != (round ? round->id : 0)))
        _tv_students_page_leave_list (self);
}

static void
child_added_cb (TvStudentsPage *self, gint64 student_id)
{
    tv_page_show_student (TV_PAGE (self), student_id);
}

static void
add_clicked_cb (TvStudentsPage *self)
{
    TvStudentDialog *dialog;

    if (!tv_workspace_can_edit (self->workspace))
        return;
    dialog = tv_student_dialog_present (self->workspace, NULL, self->class_id, GTK_WIDGET (self));
    g_signal_connect_object (dialog, "added", G_CALLBACK (child_added_cb), self, G_CONNECT_SWAPPED);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    add_clicked_cb (TV_STUDENTS_PAGE (widget));
}

/* Of the children that the list shows: a class, or who was looked for. */
static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    TvStudentsPage *self = TV_STUDENTS_PAGE (widget);

    if (self->roster && self->roster->chosen_classes->len > 0)
        tv_move_window_present (self->workspace, GTK_WINDOW (gtk_widget_get_root (widget)),
                                G_LIST_MODEL (self->selection), self->roster->chosen_classes);
}

/* Of the child that is chosen in the list, without leaving the list. */
static void
explain_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    TvStudentsPage *self = TV_STUDENTS_PAGE (widget);
    TvRosterItem *item = gtk_single_selection_get_selected_item (self->selection);
    const TvRosterEntry *entry = item ? tv_roster_item_get_entry (item) : NULL;

    if (entry && entry->last)
        tv_explanation_window_present (entry->student, entry->last, widget);
    else
        gtk_widget_error_bell (widget);
}

static void
choose_all_classes (TvStudentsPage *self)
{
    self->class_id = 0;
    tv_roster_filter_set_class (self->filter, 0);
    if (self->roster)
        _tv_students_page_show_classes (self);
}

static void
whole_school_clicked_cb (TvStudentsPage *self)
{
    choose_all_classes (self);
    _tv_students_page_leave_list (self);
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
tv_students_page_show_student (TvPage *page, gint64 student_id)
{
    TvStudentsPage *self = TV_STUDENTS_PAGE (page);

    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
    _tv_students_page_leave_list (self);
    choose_all_classes (self);
    self->wants_child = TRUE;
    _tv_students_page_choose_student (self, student_id);
    _tv_students_page_select_student (self, TRUE);
    show_wanted_child (self);
}

static void
tv_students_page_show_class (TvPage *page, gint64 class_id)
{
    TvStudentsPage *self = TV_STUDENTS_PAGE (page);

    self->class_id = class_id;
    tv_roster_filter_set_class (self->filter, class_id);
    if (self->roster)
        _tv_students_page_show_classes (self);
    _tv_students_page_listing_changed (self);
}

/* Says of which round the values are. */
static void
show_heading (TvStudentsPage *self, const char *title)
{
    g_autofree char *sentence = NULL;

    gtk_label_set_label (self->chip_label, title);
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->chip_label), title);
    if (self->list_round)
        /* Translators: %s is the name of a measuring round. */
        sentence = g_strdup_printf (_ ("As measured in: %s"), self->list_round->name);
    gtk_label_set_label (self->chip_round_label, sentence ? sentence : "");
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->chip_round_label), sentence);
    gtk_widget_set_visible (GTK_WIDGET (self->chip_round_label), sentence != NULL);
    gtk_widget_set_visible (self->chip, TRUE);
}

static gboolean
take_round (TvStudentsPage *self, TvRound *round)
{
    gboolean is_other = (self->list_round ? self->list_round->id : 0) != (round ? round->id : 0);

    g_clear_pointer (&self->list_round, tv_round_unref);
    self->list_round = round ? tv_round_ref (round) : NULL;
    return is_other;
}

static void
tv_students_page_set_way_back (TvPage *page, const char *code)
{
    TvStudentsPage *self = TV_STUDENTS_PAGE (page);
    gboolean leads_on = code && strcmp (code, "students") != 0;

    g_free (self->way_back);
    self->way_back = leads_on ? g_strdup (code) : NULL;
    gtk_widget_set_visible (self->way_back_button, leads_on);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "students.way-back", leads_on);
}

static void
tv_students_page_show_children (TvPage *page, const char *title, TvRound *round,
                                const gint64 *student_ids, guint n_students)
{
    static const gint64 nobody;
    TvStudentsPage *self = TV_STUDENTS_PAGE (page);
    TvSchoolYear *chosen_year = tv_workspace_get_year (self->workspace);
    TvRound *chosen_round = tv_workspace_get_round (self->workspace);
    gboolean is_other_roster = take_round (self, round);

    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
    self->chip_year_id = chosen_year ? chosen_year->id : 0;
    self->chip_round_id = chosen_round ? chosen_round->id : 0;
    tv_students_page_set_way_back (page, NULL);
    self->is_showing = TRUE;
    show_heading (self, title);
    tv_roster_filter_set_children (self->filter, n_students > 0 ? student_ids : &nobody,
                                   n_students);
    choose_all_classes (self);
    self->is_showing = FALSE;
    _tv_students_page_choose_student (self, 0);
    if (is_other_roster)
        _tv_students_page_renew_roster (self);
    else
        _tv_students_page_listing_changed (self);
}

static void
tv_students_page_focus_search (TvPage *page)
{
    TvStudentsPage *self = TV_STUDENTS_PAGE (page);

    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
    gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

static void
tv_students_page_page_init (TvPageInterface *iface)
{
    iface->show_student = tv_students_page_show_student;
    iface->show_class = tv_students_page_show_class;
    iface->show_children = tv_students_page_show_children;
    iface->set_way_back = tv_students_page_set_way_back;
    iface->focus_search = tv_students_page_focus_search;
}

static void
set_words (TvStudentsPage *self)
{
    gboolean is_kindergarten = tv_workspace_is_kindergarten (self->workspace);
    const char *add = is_kindergarten ? C_ ("kindergarten", "Add a child (Ctrl+N)")
                                      : C_ ("school", "Add a student (Ctrl+N)");

    gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_button), add);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
    gtk_widget_set_sensitive (GTK_WIDGET (self->add_button),
                              tv_workspace_can_edit (self->workspace));
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "students.move",
                                   tv_workspace_can_edit (self->workspace));
    adw_status_page_set_title (self->empty_page, is_kindergarten
                                                     ? C_ ("kindergarten", "There is no child yet")
                                                     : C_ ("school", "There is no student yet"));
    g_object_set (self->search_entry, "placeholder-text", _ ("Name, class or number"), NULL);
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
    g_signal_connect_object (self->workspace, "notify::year",
                             G_CALLBACK (_tv_students_page_read_roster), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (self->workspace, "notify::year", G_CALLBACK (round_changed_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (self->workspace, "notify::round", G_CALLBACK (round_changed_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (self->workspace, "notify::school", G_CALLBACK (set_words), self,
                             G_CONNECT_SWAPPED);
    set_words (self);
    _tv_students_page_show_pane (self);
    _tv_students_page_read_roster (self);
}

static void
tv_students_page_dispose (GObject *object)
{
    TvStudentsPage *self = TV_STUDENTS_PAGE (object);

    g_clear_handle_id (&self->folding_idle, g_source_remove);
    g_cancellable_cancel (self->reading);
    g_cancellable_cancel (self->child_reading);
    g_cancellable_cancel (self->counting);
    g_clear_object (&self->reading);
    g_clear_object (&self->child_reading);
    g_clear_object (&self->counting);
    gtk_widget_dispose_template (GTK_WIDGET (self), TV_TYPE_STUDENTS_PAGE);
    g_clear_object (&self->selection);
    g_clear_object (&self->items);
    g_clear_object (&self->filter);
    g_clear_pointer (&self->roster, tv_roster_unref);
    g_clear_pointer (&self->list_round, tv_round_unref);
    g_clear_pointer (&self->way_back, g_free);
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
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, chip_round_label);
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, class_flap);
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, class_list);
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, count_label);
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, empty_page);
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, leaflet);
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, list_box);
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, nothing_page);
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, records_section);
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, roster_stack);
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, roster_view);
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, search_entry);
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, stack);
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, way_back_button);
    gtk_widget_class_bind_template_child (widget_class, TvStudentsPage, whole_school_button);
    gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, chip_removed_cb);
    gtk_widget_class_bind_template_callback (widget_class, class_activated_cb);
    gtk_widget_class_bind_template_callback (widget_class, folded_cb);
    gtk_widget_class_bind_template_callback (widget_class, roster_key_pressed_cb);
    gtk_widget_class_bind_template_callback (widget_class, roster_pressed_cb);
    gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
    gtk_widget_class_bind_template_callback (widget_class, show_wanted_child);
    gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
    gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
    gtk_widget_class_bind_template_callback (widget_class, whole_school_clicked_cb);
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
    gtk_widget_class_install_action (widget_class, "students.move", NULL, move_action);
    gtk_widget_class_install_action (widget_class, "students.explain", NULL, explain_action);
    gtk_widget_class_install_action (widget_class, "students.renumber", NULL,
                                     _tv_students_page_renumber);
    gtk_widget_class_install_action (widget_class, "students.way-back", NULL, way_back_action);
    gtk_widget_class_install_action (widget_class, "students.transfer-in", NULL,
                                     _tv_students_page_transfer_in);
    gtk_widget_class_install_action (widget_class, "students.duplicates", NULL,
                                     _tv_students_page_find_duplicates);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK,
                                         "students.way-back", NULL);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "students.add",
                                         NULL);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, GDK_SHIFT_MASK,
                                         "students.explain", NULL);
}

static void
tv_students_page_init (TvStudentsPage *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "students.way-back", FALSE);
    gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->roster_view));
}

GtkWidget *
tv_students_page_new (TvWorkspace *workspace)
{
    return g_object_new (TV_TYPE_STUDENTS_PAGE, "workspace", workspace, NULL);
}
