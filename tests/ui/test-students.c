/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The children: searching, sorting, choosing, editing. */

#include "tests/ui/tv-keys-test.h"

#include "base/tv-text.h"
#include "ui/students/tv-child-view.h"
#include "ui/students/tv-growth-export.h"
#include "ui/students/tv-measurement-dialog.h"
#include "ui/students/tv-move-window.h"
#include "ui/students/tv-place-dialog.h"
#include "ui/students/tv-roster-item.h"
#include "ui/students/tv-student-dialog.h"
#include "ui/students/tv-visit-table.h"
#include "ui/widgets/tv-drawing-view.h"
#include "workflows/tv-rate-history.h"
#include "workflows/tv-roster.h"
#include "workflows/tv-typed-value.h"

#include <glib/gi18n.h>

static GtkColumnView *
roster_of (TvPage *page)
{
    return GTK_COLUMN_VIEW (tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW, NULL));
}

static GListModel *
model_of (TvPage *page)
{
    return G_LIST_MODEL (gtk_column_view_get_model (roster_of (page)));
}

static guint
n_listed (TvPage *page)
{
    return roster_of (page) ? g_list_model_get_n_items (model_of (page)) : 0;
}

static const TvRosterEntry *
entry_at (TvPage *page, guint position)
{
    g_autoptr (TvRosterItem) item = g_list_model_get_item (model_of (page), position);

    g_assert_nonnull (item);
    return tv_roster_item_get_entry (item);
}

static TvChild *
shown_child (TvPage *page)
{
    GtkWidget *view = tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_CHILD_VIEW, NULL);

    return view ? tv_child_view_get_child (TV_CHILD_VIEW (view)) : NULL;
}

static void
choose (TvPage *page, guint position)
{
    gint64 id = entry_at (page, position)->student->id;

    gtk_selection_model_select_item (gtk_column_view_get_model (roster_of (page)), position, TRUE);
    tv_test_wait_until (shown_child (page) && shown_child (page)->student->id == id);
}

static void
search (TvPage *page, const char *text)
{
    GtkWidget *entry = tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY, NULL);

    gtk_editable_set_text (GTK_EDITABLE (entry), text);
    g_signal_emit_by_name (entry, "search-changed");
}

static TvPage *
open_page (TvUiTest *test)
{
    TvPage *page = tv_ui_test_show_page (test, "students");

    tv_test_wait_until (n_listed (page) > 0);
    return page;
}

/* The dialog that stands over the window. */
static GtkWidget *
find_dialog (GType type)
{
    g_autoptr (GList) windows = gtk_window_list_toplevels ();

    for (GList *link = windows; link; link = link->next) {
        if (g_type_is_a (G_OBJECT_TYPE (link->data), type)
            && gtk_widget_get_visible (GTK_WIDGET (link->data)))
            return link->data;
    }
    return NULL;
}

static void
fill_row (GtkWidget *dialog, guint index, const char *text)
{
    GtkWidget *list = tv_ui_test_find (dialog, GTK_TYPE_LIST_BOX, NULL);
    GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) index);

    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
test_search (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 120);
    TvPage *page = open_page (test);
    guint n_all = n_listed (page);
    g_autofree char *name = g_strdup (entry_at (page, 7)->student->name);
    g_autofree char *plain = tv_text_fold (name);
    gint64 id = entry_at (page, 7)->student->id;
    gboolean is_found = FALSE;

    /* Without accents, and only those who are meant. */
    search (page, plain);
    g_assert_cmpuint (n_listed (page), <, n_all / 4);
    for (guint i = 0; i < n_listed (page); i++)
        is_found = is_found || entry_at (page, i)->student->id == id;
    g_assert_true (is_found);
    search (page, entry_at (page, 0)->student->personal_number);
    g_assert_cmpuint (n_listed (page), ==, 1);
    search (page, "zzzz");
    g_assert_cmpuint (n_listed (page), ==, 0);
    search (page, "");
    g_assert_cmpuint (n_listed (page), ==, n_all);
}

static void
test_given_names_first (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 120);
    TvPage *page = open_page (test);
    GListModel *columns = gtk_column_view_get_columns (roster_of (page));
    g_autoptr (GtkColumnViewColumn) name_column = g_list_model_get_item (columns, 1);

    gtk_column_view_sort_by_column (roster_of (page), name_column, GTK_SORT_ASCENDING);
    for (guint i = 1; i < n_listed (page); i++)
        g_assert_cmpint (strcmp (entry_at (page, i - 1)->sort_key, entry_at (page, i)->sort_key),
                         <=, 0);
}

static void
test_classes (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 120);
    TvPage *page = open_page (test);
    GtkListBox *list = GTK_LIST_BOX (tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_LIST_BOX, NULL));
    guint n_all = n_listed (page);
    gint64 class_id;

    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 1)));
    g_assert_cmpuint (n_listed (page), ==, n_all);
    g_signal_emit_by_name (gtk_list_box_get_row_at_index (list, 2), "activate");
    class_id = entry_at (page, 0)->class_->id;
    for (guint i = 0; i < n_listed (page); i++)
        g_assert_cmpint (entry_at (page, i)->class_->id, ==, class_id);
    g_assert_cmpuint (n_listed (page), <, 60);
}

static void
test_some_children_only (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 120);
    TvPage *page = open_page (test);
    guint n_all = n_listed (page);
    gint64 ids[] = { entry_at (page, 3)->student->id, entry_at (page, 30)->student->id };
    GtkWidget *chip, *button;

    tv_page_show_children (page, "Thấp còi", ids, G_N_ELEMENTS (ids));
    g_assert_cmpuint (n_listed (page), ==, 2);
    chip = tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "Thấp còi");
    g_assert_nonnull (chip);
    g_signal_emit_by_name (gtk_widget_get_next_sibling (gtk_widget_get_parent (chip)), "clicked");
    g_assert_cmpuint (n_listed (page), ==, n_all);
    tv_page_show_children (page, "Không ai", NULL, 0);
    g_assert_cmpuint (n_listed (page), ==, 0);
    button = tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, _ ("Search in the whole school"));
    g_assert_nonnull (button);
    g_signal_emit_by_name (button, "clicked");
    g_assert_cmpuint (n_listed (page), ==, n_all);
    /* Who was not measured in one round may well have been in another. */
    tv_page_show_children (page, "Chưa đo", ids, G_N_ELEMENTS (ids));
    g_assert_cmpuint (n_listed (page), ==, 2);
    tv_workspace_set_round (test->workspace, NULL);
    g_assert_cmpuint (n_listed (page), ==, n_all);
    g_assert_null (tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "Chưa đo"));
}

typedef struct {
    TvRateHistory *history;
    const TvRateRound *first;
    TvRoster *now;
    gint64 ids[2]; /* one that has left since the first round, one that was weighed again */
} TwoChildren;

static const TvRosterEntry *
find_entry (const TvRoster *roster, gint64 student_id)
{
    for (guint i = 0; i < roster->entries->len; i++) {
        const TvRosterEntry *entry = g_ptr_array_index (roster->entries, i);

        if (entry->student->id == student_id)
            return entry;
    }
    return NULL;
}

static void
find_two_children (TvUiTest *test, TwoChildren *two)
{
    two->history = tv_rate_history_read (test->store, NULL);
    two->first = g_ptr_array_index (two->history->rounds, 0);
    two->now = tv_roster_load (test->store, tv_workspace_get_year (test->workspace)->id, NULL);
    for (guint i = 0; i < two->first->moments->len; i++) {
        const TvRateMoment *moment = &g_array_index (two->first->moments, TvRateMoment, i);
        const TvRosterEntry *entry = find_entry (two->now, moment->student_id);

        if (!entry)
            two->ids[0] = moment->student_id;
        else if (entry->is_here && entry->last->weight_g != moment->weight_g)
            two->ids[1] = moment->student_id;
    }
    g_assert_true (two->ids[0] != 0 && two->ids[1] != 0);
}

static void
two_children_clear (TwoChildren *self)
{
    tv_rate_history_unref (self->history);
    tv_roster_unref (self->now);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TwoChildren, two_children_clear)

static gboolean
shows_round (TvPage *page, guint n, gint64 round_id)
{
    return n_listed (page) == n && entry_at (page, 0)->last
           && entry_at (page, 0)->last->round_id == round_id;
}

static void
assert_as_in_round (TvPage *page, const TwoChildren *two)
{
    for (guint i = 0; i < 2; i++) {
        const TvRosterEntry *entry = entry_at (page, i);
        const TvRateMoment *moment = tv_rate_round_find (two->first, entry->student->id);
        gboolean has_left = entry->student->id == two->ids[0];
        g_autofree char *weight = tv_quantity_text (TV_QUANTITY_WEIGHT, moment->weight_g);
        g_autofree char *place = has_left
                                     ? g_strdup_printf ("%s\n%s", entry->class_->name, entry->gone)
                                     : g_strdup (entry->class_->name);
        GtkWidget *label;

        g_assert_cmpint (entry->last->round_id, ==, two->first->round->id);
        g_assert_cmpint (entry->last->weight_g, ==, moment->weight_g);
        g_assert_true ((entry->gone != NULL) == has_left);
        g_assert_nonnull (
            tv_ui_test_find (GTK_WIDGET (roster_of (page)), GTK_TYPE_INSCRIPTION, weight));
        label = tv_ui_test_find (GTK_WIDGET (roster_of (page)), GTK_TYPE_LABEL, place);
        g_assert_nonnull (label);
        g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
    }
}

/* A number of an earlier round leads to the children it counts, as they were then. */
static void
test_children_of_a_round (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 120);
    TvPage *page = open_page (test);
    guint n_all = n_listed (page);
    g_auto (TwoChildren) two = { 0 };
    TvRound *round;
    g_autofree char *heading = NULL;
    GtkWidget *chip;

    find_two_children (test, &two);
    round = two.first->round;
    tv_workspace_show_children_of_round (test->workspace, "Nhẹ cân", round, two.ids, 2);
    tv_test_wait_until (shows_round (page, 2, round->id));
    tv_ui_test_settle (GTK_WIDGET (page));
    assert_as_in_round (page, &two);
    heading = g_strdup_printf (_ ("As measured in: %s"), round->name);
    g_assert_nonnull (tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, heading));
    /* The child behind a row is as everywhere else. */
    choose (page, entry_at (page, 0)->student->id == two.ids[0] ? 0 : 1);
    g_assert_cmpint (shown_child (page)->student->id, ==, two.ids[0]);
    /* From the list of children itself there is no way back but the cross. */
    g_assert_null (tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, _ ("Back")));
    chip = tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "Nhẹ cân");
    g_signal_emit_by_name (gtk_widget_get_next_sibling (gtk_widget_get_parent (chip)), "clicked");
    tv_test_wait_until (n_listed (page) == n_all);
    for (guint i = 0; i < n_all; i++) {
        const TvRosterEntry *entry = entry_at (page, i);

        g_assert_true (entry->last == NULL
                       || entry->last->id == find_entry (two.now, entry->student->id)->last->id);
    }
}

/* The list leads back to the page of the number, and closes behind it. */
static void
test_way_back (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 120);
    TvPage *page = open_page (test);
    guint n_all = n_listed (page);
    g_auto (TwoChildren) two = { 0 };

    find_two_children (test, &two);
    for (guint i = 0; i < 2; i++) {
        const char *from = i == 0 ? "rates" : "overview";

        tv_ui_test_show_page (test, from);
        tv_workspace_show_children_of_round (test->workspace, "Nhẹ cân", two.first->round, two.ids,
                                             2);
        g_assert_cmpstr (tv_window_get_page_code (test->window), ==, "students");
        tv_test_wait_until (shows_round (page, 2, two.first->round->id));
        tv_keys_test_take_keyboard (test);
        if (i == 0) {
            tv_ui_test_picture (GTK_WIDGET (test->window), "students-of-a-round-vi-light");
            g_signal_emit_by_name (tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, _ ("Back")),
                                   "clicked");
        } else {
            tv_keys_test_press ("alt+Left");
        }
        tv_test_wait_until (g_strcmp0 (tv_window_get_page_code (test->window), from) == 0);
        tv_ui_test_show_page (test, "students");
        tv_test_wait_until (n_listed (page) == n_all);
        g_assert_null (tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "Nhẹ cân"));
        tv_keys_test_press ("alt+Left");
        g_assert_cmpstr (tv_window_get_page_code (test->window), ==, "students");
    }
}

/* The keys to the page and to its search leave the class that was chosen. */
static void
test_keys_keep_the_class (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 120);
    TvPage *page = open_page (test);
    guint n_all = n_listed (page);
    GtkWidget *entry = tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY, NULL);
    int start, end;

    search (page, "nguyen");
    tv_keys_test_take_keyboard (test);
    for (guint i = 0; i < 3; i++) {
        tv_keys_test_press ("ctrl+1");
        tv_test_wait_until (g_strcmp0 (tv_window_get_page_code (test->window), "overview") == 0);
        tv_keys_test_press ("ctrl+2");
        tv_test_wait_until (g_strcmp0 (tv_window_get_page_code (test->window), "students") == 0);
    }
    tv_keys_test_press ("ctrl+f");
    tv_test_wait_until (gtk_editable_get_selection_bounds (GTK_EDITABLE (entry), &start, &end)
                        && end == 6);
    tv_keys_test_press ("BackSpace");
    tv_test_wait_until (n_listed (page) == n_all);
}

static gboolean
shows_classes (TvPage *page)
{
    return gtk_widget_get_mapped (tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_LIST_BOX, NULL));
}

/* On a small screen one click shows the child; on half of one the classes make room. */
static void
test_small_windows (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 120);
    TvPage *page = open_page (test);
    static const int widths[] = { 1280, 700 };

    for (guint i = 0; i < G_N_ELEMENTS (widths); i++) {
        g_autofree char *list = g_strdup_printf ("students-%d-vi-light", widths[i]);
        g_autofree char *child = g_strdup_printf ("child-%d-vi-light", widths[i]);
        gint64 id = entry_at (page, 3)->student->id;
        GtkWidget *row, *view;

        gtk_window_set_default_size (GTK_WINDOW (test->window), widths[i], 768);
        tv_test_wait_until (gtk_widget_get_width (GTK_WIDGET (test->window)) <= widths[i]
                            && shows_classes (page) == (widths[i] > 1000));
        tv_ui_test_picture (GTK_WIDGET (test->window), list);
        row = tv_ui_test_find (GTK_WIDGET (roster_of (page)), GTK_TYPE_INSCRIPTION,
                               entry_at (page, 3)->student->name);
        g_assert_nonnull (row);
        tv_keys_test_take_keyboard (test);
        tv_keys_test_click (test, row);
        tv_test_wait_until (shown_child (page) && shown_child (page)->student->id == id);
        view = tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_CHILD_VIEW, NULL);
        tv_test_wait_until (gtk_widget_get_mapped (view));
        g_assert_false (shows_classes (page));
        tv_ui_test_picture (GTK_WIDGET (test->window), child);
        g_signal_emit_by_name (
            tv_ui_test_find (gtk_widget_get_parent (view), GTK_TYPE_BUTTON, NULL), "clicked");
    }
}

/* A space within a new name is a space, and the new child is shown. */
static void
test_type_a_name (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvPage *page = open_page (test);
    TvStudentDialog *dialog = NULL;
    GtkWidget *save, *focus;

    tv_keys_test_take_keyboard (test);
    tv_keys_test_press ("ctrl+n");
    tv_test_wait_until ((dialog = TV_STUDENT_DIALOG (find_dialog (TV_TYPE_STUDENT_DIALOG))));
    tv_ui_test_settle (GTK_WIDGET (dialog));
    focus = gtk_window_get_focus (GTK_WINDOW (dialog));
    g_assert_true (gtk_widget_get_ancestor (focus, ADW_TYPE_ENTRY_ROW)
                   == tv_ui_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, NULL));
    fill_row (GTK_WIDGET (dialog), 0, "Đỗ Khánh Linh");
    save = gtk_window_get_default_widget (GTK_WINDOW (dialog));
    tv_test_wait_until (gtk_widget_get_sensitive (save));
    g_signal_emit_by_name (save, "clicked");
    tv_test_wait_until (shown_child (page)
                        && g_strcmp0 (shown_child (page)->student->name, "Đỗ Khánh Linh") == 0);
}

static void
test_show_student (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 120);
    TvPage *page = open_page (test);
    gint64 id = entry_at (page, 90)->student->id;

    search (page, "zzzz");
    tv_page_show_student (page, id);
    tv_test_wait_until (shown_child (page) && shown_child (page)->student->id == id);
    g_assert_true (
        gtk_selection_model_is_selected (gtk_column_view_get_model (roster_of (page)), 90));
}

static void
test_add_child (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvPage *page = open_page (test);
    guint n_all = n_listed (page);
    TvStudentDialog *dialog = tv_student_dialog_present (
        test->workspace, NULL, entry_at (page, 0)->class_->id, GTK_WIDGET (page));
    GtkWidget *save;

    tv_ui_test_settle (GTK_WIDGET (dialog));
    save = gtk_window_get_default_widget (GTK_WINDOW (dialog));
    g_assert_nonnull (save);
    g_assert_false (gtk_widget_get_sensitive (save));
    fill_row (GTK_WIDGET (dialog), 0, "  Đỗ   Khánh Linh ");
    fill_row (GTK_WIDGET (dialog), 2, "31/02/2022");
    g_assert_false (gtk_widget_get_sensitive (save));
    fill_row (GTK_WIDGET (dialog), 2, "3/4/2022");
    tv_test_wait_until (gtk_widget_get_sensitive (save));
    tv_ui_test_picture (adw_window_get_content (ADW_WINDOW (dialog)), "student-dialog");
    g_signal_emit_by_name (save, "clicked");
    tv_test_wait_until (n_listed (page) == n_all + 1);
    search (page, "do khanh linh");
    tv_test_wait_until (n_listed (page) == 1);
    g_assert_cmpstr (entry_at (page, 0)->student->name, ==, "Đỗ Khánh Linh");
    g_assert_cmpint (entry_at (page, 0)->student->birth_date, ==, tv_date_from_ymd (2022, 4, 3));
}

static void
accept (GtkWidget *dialog)
{
    adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "accept");
}

static gboolean
can_accept (GtkWidget *dialog)
{
    return adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept");
}

static void
test_edit_and_exclude (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvPage *page = open_page (test);
    const TvChildVisit *visit;
    GtkWidget *dialog;
    guint position = 20, last;

    while (!entry_at (page, position)->last)
        position++;
    choose (page, position);
    last = shown_child (page)->visits->len - 1;
    visit = g_ptr_array_index (shown_child (page)->visits, last);
    dialog = GTK_WIDGET (tv_measurement_dialog_edit (test->workspace, shown_child (page)->student,
                                                     visit->measurement, GTK_WIDGET (page)));
    tv_ui_test_settle (dialog);
    fill_row (dialog, 1, "mười");
    g_assert_false (can_accept (dialog));
    fill_row (dialog, 1, "14,2");
    g_assert_true (can_accept (dialog));
    accept (dialog);
    tv_test_wait_until (((TvChildVisit *) g_ptr_array_index (shown_child (page)->visits, last))
                            ->measurement->weight_g
                        == 14200);
    visit = g_ptr_array_index (shown_child (page)->visits, last);
    tv_measurement_dialog_exclude (test->workspace, visit->measurement, GTK_WIDGET (page));
    dialog = find_dialog (TV_TYPE_FORM_DIALOG);
    g_assert_nonnull (dialog);
    g_assert_false (can_accept (dialog));
    fill_row (dialog, 0, "đi giày");
    g_assert_true (can_accept (dialog));
    accept (dialog);
    tv_test_wait_until (((TvChildVisit *) g_ptr_array_index (shown_child (page)->visits, last))
                            ->measurement->excluded_reason);
    visit = g_ptr_array_index (shown_child (page)->visits, last);
    tv_measurement_dialog_exclude (test->workspace, visit->measurement, GTK_WIDGET (page));
    tv_test_wait_until (!((TvChildVisit *) g_ptr_array_index (shown_child (page)->visits, last))
                             ->measurement->excluded_reason);
}

static void
test_leave_and_undo (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvPage *page = open_page (test);
    guint n_all = n_listed (page);
    GtkWidget *dialog;

    choose (page, 5);
    dialog = GTK_WIDGET (
        tv_place_dialog_leave (test->workspace, shown_child (page), GTK_WIDGET (page)));
    tv_ui_test_settle (dialog);
    g_assert_true (can_accept (dialog));
    accept (dialog);
    /* Today is the last day; who left before today is no longer listed. */
    tv_test_wait_until (shown_child (page)->place->enrolment->status == TV_ENROLMENT_MOVED_AWAY);
    g_assert_cmpuint (n_listed (page), ==, n_all);
    gtk_widget_activate_action (GTK_WIDGET (page), "win.undo", NULL);
    tv_test_wait_until (tv_enrolment_status_is_here (shown_child (page)->place->enrolment->status));
}

/* Whoever left comes back to a class; the stay before keeps its last day. */
static void
test_come_back (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvPage *page = open_page (test);
    GtkWidget *view, *dialog;

    choose (page, 5);
    view = tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_CHILD_VIEW, NULL);
    dialog = GTK_WIDGET (
        tv_place_dialog_leave (test->workspace, shown_child (page), GTK_WIDGET (page)));
    tv_ui_test_settle (dialog);
    fill_row (dialog, 1, "2/11/2026");
    accept (dialog);
    tv_test_wait_until (shown_child (page)->place->enrolment->status == TV_ENROLMENT_MOVED_AWAY);
    gtk_window_destroy (GTK_WINDOW (dialog));
    g_assert_true (gtk_widget_activate_action (view, "child.come-back", NULL));
    dialog = find_dialog (TV_TYPE_FORM_DIALOG);
    g_assert_nonnull (dialog);
    tv_ui_test_settle (dialog);
    fill_row (dialog, 1, "1/11/2026");
    g_assert_false (can_accept (dialog));
    fill_row (dialog, 1, "16/11/2026");
    g_assert_true (can_accept (dialog));
    accept (dialog);
    tv_test_wait_until (tv_enrolment_is_current (shown_child (page)->place->enrolment));
    g_assert_cmpint (shown_child (page)->place->enrolment->from, ==,
                     tv_date_from_ymd (2026, 11, 16));
}

static guint
count_in_class (TvPage *page, gint64 class_id)
{
    guint n = 0;

    for (guint i = 0; i < n_listed (page); i++)
        n += entry_at (page, i)->class_->id == class_id;
    return n;
}

/* All of the smallest class go to the first one, and come back by one undo. */
static void
test_move_several (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_PRIMARY, 60);
    TvPage *page = open_page (test);
    gint64 first_id = entry_at (page, 0)->class_->id;
    gint64 moved_id = entry_at (page, n_listed (page) - 1)->class_->id;
    guint n_moved = count_in_class (page, moved_id), n_first = count_in_class (page, first_id);
    GtkWidget *window;

    tv_page_show_class (page, moved_id);
    tv_test_wait_until (n_listed (page) == n_moved);
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "students.move", NULL));
    window = find_dialog (TV_TYPE_MOVE_WINDOW);
    g_assert_nonnull (window);
    g_signal_emit_by_name (tv_ui_test_find (window, GTK_TYPE_BUTTON, _ ("Tick all")), "clicked");
    tv_ui_test_settle (window);
    tv_ui_test_picture (window, "students-move");
    g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (window)), "clicked");
    tv_test_wait_until (!find_dialog (TV_TYPE_MOVE_WINDOW));
    tv_page_show_class (page, 0);
    tv_test_wait_until (count_in_class (page, first_id) == n_first + n_moved);
    g_assert_cmpuint (count_in_class (page, moved_id), ==, 0);
    gtk_widget_activate_action (GTK_WIDGET (page), "win.undo", NULL);
    tv_test_wait_until (count_in_class (page, moved_id) == n_moved);
    g_assert_cmpuint (count_in_class (page, first_id), ==, n_first);
}

static void
test_picture_of_the_chart (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvPage *page = open_page (test);
    g_autoptr (TvGrowthChart) chart = NULL;
    g_autoptr (GdkTexture) picture = NULL;
    g_autofree guint32 *pixels = NULL;
    TvChild *child;
    guint n_inked = 0, n_pixels;

    choose (page, 20);
    child = shown_child (page);
    chart = tv_growth_chart_new_for_child (TV_MEASURE_WEIGHT, child->student->sex,
                                           child->student->birth_date, NULL, NULL, NULL, 0);
    picture = tv_growth_export_draw (chart);
    n_pixels = (guint) (gdk_texture_get_width (picture) * gdk_texture_get_height (picture));
    g_assert_cmpuint (n_pixels, >, 500000);
    pixels = g_new0 (guint32, n_pixels);
    gdk_texture_download (picture, (guchar *) pixels, 4 * (gsize) gdk_texture_get_width (picture));
    for (guint i = 0; i < n_pixels; i++)
        n_inked += pixels[i] != pixels[0];
    g_assert_cmpuint (n_inked, >, n_pixels / 20);
}

static void
test_why (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvPage *page = open_page (test);
    guint position = 20;
    GtkWidget *view, *window, *label;

    while (!entry_at (page, position)->last)
        position++;
    choose (page, position);
    view = tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_CHILD_VIEW, NULL);
    g_assert_true (gtk_widget_activate_action (view, "child.explain", NULL));
    window = find_dialog (ADW_TYPE_WINDOW);
    g_assert_nonnull (window);
    tv_ui_test_settle (window);
    label = tv_ui_test_find (tv_ui_test_find (window, GTK_TYPE_SCROLLED_WINDOW, NULL),
                             GTK_TYPE_LABEL, NULL);
    g_assert_nonnull (
        strstr (gtk_label_get_text (GTK_LABEL (label)), shown_child (page)->student->name));
    g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (label)), "z ="));
    tv_ui_test_picture (window, "explanation");
    gtk_window_destroy (GTK_WINDOW (window));
}

static const char *
explained (GtkWidget *window)
{
    GtkWidget *label = tv_ui_test_find (tv_ui_test_find (window, GTK_TYPE_SCROLLED_WINDOW, NULL),
                                        GTK_TYPE_LABEL, NULL);

    return gtk_label_get_text (GTK_LABEL (label));
}

/* Shift+F1 explains the child chosen in the list, and in the table the row of the focus. */
static void
test_why_by_keyboard (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvPage *page = open_page (test);
    guint position = 20;
    const TvChildVisit *first;
    GtkWidget *table, *button = NULL;
    g_autofree char *last_date = NULL, *first_date = NULL;

    while (!entry_at (page, position)->last || entry_at (page, position)->class_->grade < 5)
        position++;
    choose (page, position);
    first = g_ptr_array_index (shown_child (page)->visits, 0);
    first_date = tv_date_to_text (first->measurement->date);
    last_date = tv_date_to_text (entry_at (page, position)->last->date);
    g_assert_cmpstr (first_date, !=, last_date);
    tv_keys_test_take_keyboard (test);
    gtk_widget_grab_focus (GTK_WIDGET (roster_of (page)));
    tv_keys_test_press ("shift+F1");
    tv_test_wait_until (find_dialog (ADW_TYPE_WINDOW) != NULL);
    g_assert_nonnull (strstr (explained (find_dialog (ADW_TYPE_WINDOW)), last_date));
    gtk_window_destroy (GTK_WINDOW (find_dialog (ADW_TYPE_WINDOW)));
    tv_keys_test_take_keyboard (test);
    /* The earliest measurement stands in the last row. */
    table = tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_VISIT_TABLE, NULL);
    for (GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_first_child (table)); child;
         child = gtk_widget_get_next_sibling (child)) {
        if (GTK_IS_BUTTON (child) && gtk_widget_get_sensitive (child))
            button = child;
    }
    gtk_widget_grab_focus (button);
    tv_keys_test_press ("shift+F1");
    tv_test_wait_until (find_dialog (ADW_TYPE_WINDOW) != NULL);
    g_assert_nonnull (strstr (explained (find_dialog (ADW_TYPE_WINDOW)), first_date));
    gtk_window_destroy (GTK_WINDOW (find_dialog (ADW_TYPE_WINDOW)));
}

static void
test_chart_by_keyboard (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvPage *page = open_page (test);
    guint position = 20;
    GtkWidget *drawing, *label;
    g_autofree char *first = NULL;

    while (!entry_at (page, position)->last)
        position++;
    choose (page, position);
    tv_keys_test_take_keyboard (test);
    drawing = tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_DRAWING_VIEW, NULL);
    label = gtk_widget_get_next_sibling (drawing);
    g_assert_false (gtk_widget_get_visible (label));
    gtk_widget_grab_focus (drawing);
    tv_test_wait_until (gtk_widget_has_focus (drawing) && gtk_widget_get_mapped (drawing));
    tv_keys_test_press ("Left");
    tv_test_wait_until (gtk_widget_get_visible (label));
    first = g_strdup (gtk_label_get_text (GTK_LABEL (label)));
    g_assert_nonnull (strstr (first, "cm"));
    tv_keys_test_press ("Home");
    tv_test_wait_until (shown_child (page)->visits->len < 2
                        || g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), first) != 0);
}

static void
wait_for_roster (TvUiTest *test, TvPage *page, gpointer data)
{
    tv_test_wait_until (n_listed (page) > 0);
}

static void
show_old_child (TvUiTest *test, TvPage *page, gpointer data)
{
    guint oldest;

    wait_for_roster (test, page, NULL);
    oldest = n_listed (page) - 4;
    choose (page, oldest);
    tv_ui_test_settle (GTK_WIDGET (page));
}

static void
test_pictures (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);

    tv_ui_test_picture_page (test, "students", "students", wait_for_roster, NULL);
    tv_ui_test_picture_page (test, "students", "child", show_old_child, NULL);
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/students/search", test_search);
    g_test_add_func ("/students/given-names-first", test_given_names_first);
    g_test_add_func ("/students/classes", test_classes);
    g_test_add_func ("/students/some-children-only", test_some_children_only);
    g_test_add_func ("/students/children-of-a-round", test_children_of_a_round);
    g_test_add_func ("/students/way-back", test_way_back);
    g_test_add_func ("/students/keys-keep-the-class", test_keys_keep_the_class);
    g_test_add_func ("/students/small-windows", test_small_windows);
    g_test_add_func ("/students/type-a-name", test_type_a_name);
    g_test_add_func ("/students/show-student", test_show_student);
    g_test_add_func ("/students/add-child", test_add_child);
    g_test_add_func ("/students/edit-and-exclude", test_edit_and_exclude);
    g_test_add_func ("/students/leave-and-undo", test_leave_and_undo);
    g_test_add_func ("/students/come-back", test_come_back);
    g_test_add_func ("/students/move-several", test_move_several);
    g_test_add_func ("/students/picture-of-the-chart", test_picture_of_the_chart);
    g_test_add_func ("/students/why", test_why);
    g_test_add_func ("/students/why-by-keyboard", test_why_by_keyboard);
    g_test_add_func ("/students/chart-by-keyboard", test_chart_by_keyboard);
    g_test_add_func ("/students/pictures", test_pictures);
    return g_test_run ();
}
