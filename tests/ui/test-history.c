/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The history page: it lists what is done as it is done, reads no further than somebody looks,
 * finds by child, and takes one step back. */

#include "tests/ui/tv-keys-test.h"

#include "ui/history/tv-child-entry.h"
#include "ui/history/tv-history-detail.h"
#include "ui/history/tv-history-list.h"
#include "ui/history/tv-history-record-card.h"
#include "ui/history/tv-history-row.h"
#include "workflows/tv-child-edit.h"
#include "workflows/tv-child.h"
#include "workflows/tv-preferences.h"
#include "workflows/tv-roster.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static TvHistoryList *
find_list (TvPage *page)
{
    return TV_HISTORY_LIST (tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_HISTORY_LIST, NULL));
}

static GtkWidget *
find_row (TvPage *page, const char *what)
{
    return tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_HISTORY_ROW, what);
}

static TvPage *
show_history (TvUiTest *test)
{
    TvPage *page = tv_ui_test_show_page (test, "history");

    tv_test_wait_until (tv_history_list_count (find_list (page)) > 0);
    return page;
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    *(GAsyncResult **) user_data = g_object_ref (result);
}

static TvRoster *
load_roster (TvUiTest *test)
{
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;
    TvRoster *roster;

    tv_roster_load_async (test->store, tv_workspace_get_year (test->workspace)->id, NULL, result_cb,
                          &result);
    tv_test_wait_until (result);
    roster = tv_roster_load_finish (test->store, result, &error);
    g_assert_no_error (error);
    return roster;
}

static const TvRosterEntry *
find_measured (TvRoster *roster)
{
    for (guint i = 0; i < roster->entries->len; i++) {
        const TvRosterEntry *entry = g_ptr_array_index (roster->entries, i);

        if (entry->last && entry->last->weight_g && entry->last->height_mm)
            return entry;
    }
    g_error ("nobody was measured");
}

static void
wait_for_edit (TvUiTest *test, GAsyncResult **result)
{
    g_autoptr (GError) error = NULL;

    tv_test_wait_until (*result);
    g_assert_cmpint (tv_child_edit_finish (test->store, *result, &error), !=, 0);
    g_assert_no_error (error);
    g_clear_object (result);
}

/* Somebody corrects a phone number and a measurement, then leaves the measurement out. */
static gint64
do_something (TvUiTest *test)
{
    g_autoptr (TvRoster) roster = load_roster (test);
    const TvRosterEntry *entry = find_measured (roster);
    TvStudent values = *entry->student;
    TvMeasurement measurement = *entry->last;
    GAsyncResult *result = NULL;

    values.guardian_phone = (char *) "0912 345 678";
    tv_child_save_async (test->store, &values, 0, NULL, result_cb, &result);
    wait_for_edit (test, &result);
    measurement.weight_g += 250;
    measurement.date--;
    tv_child_edit_measurement_async (test->store, &measurement, NULL, result_cb, &result);
    wait_for_edit (test, &result);
    tv_child_exclude_async (test->store, entry->last->id, "cân chưa về số 0", NULL, result_cb,
                            &result);
    wait_for_edit (test, &result);
    return entry->student->id;
}

static void
rename_school (TvUiTest *test, const char *name)
{
    TvSchool values = *tv_workspace_get_school (test->workspace);
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;

    values.name = (char *) name;
    tv_preferences_save_school_async (test->store, &values, result_cb, &result);
    tv_test_wait_until (result);
    g_assert_true (tv_preferences_save_finish (test->store, result, &error));
    g_assert_no_error (error);
    tv_test_wait_until (g_strcmp0 (tv_workspace_get_school (test->workspace)->name, name) == 0);
}

static void
choose (TvPage *page, GtkWidget *row)
{
    GtkWidget *cell = gtk_widget_get_parent (row);

    g_assert_nonnull (row);
    gtk_widget_activate_action (cell, "listitem.select", "(bb)", FALSE, FALSE);
}

static gboolean
shows_record (TvPage *page, const char *label)
{
    GtkWidget *card = tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_HISTORY_RECORD_CARD, label);

    return card && gtk_widget_get_mapped (card);
}

static const char *
kind (const char *label)
{
    return g_dgettext (NULL, label);
}

static void
open_measurement (TvUiTest *test, TvPage *page, gpointer data)
{
    const char *what = kind (data ? data : "Leaving a measurement out");

    tv_test_wait_until (find_row (page, what));
    tv_ui_test_settle (GTK_WIDGET (page));
    choose (page, find_row (page, what));
    tv_test_wait_until (shows_record (page, g_dpgettext2 (NULL, "history", "Measurement")));
}

static void
test_open (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvPage *page;

    do_something (test);
    page = show_history (test);
    open_measurement (test, page, NULL);
    g_assert_nonnull (tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "cân chưa về số 0"));
    choose (page, find_row (page, kind ("Editing a child")));
    tv_test_wait_until (shows_record (page, g_dpgettext2 (NULL, "history", "Child")));
    g_assert_nonnull (tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "0912 345 678"));
}

/* What is done while the page is seen comes in at the top, and what was chosen stays so. */
static void
test_follows (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvPage *page;
    guint n_before;

    do_something (test);
    page = show_history (test);
    open_measurement (test, page, NULL);
    n_before = tv_history_list_count (find_list (page));
    rename_school (test, "Mầm non Hoa Sữa");
    tv_test_wait_until (tv_history_list_count (find_list (page)) == n_before + 1);
    tv_test_wait_until (find_row (page, kind ("Editing the school")));
    g_assert_true (shows_record (page, g_dpgettext2 (NULL, "history", "Measurement")));
}

static GtkWidget *
find_button (TvPage *page, const char *label)
{
    GtkWidget *button = tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, label);

    return button && gtk_widget_get_mapped (button) ? button : NULL;
}

static AdwMessageDialog *
find_dialog (void)
{
    GListModel *windows = gtk_window_get_toplevels ();

    for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
        g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

        if (ADW_IS_MESSAGE_DIALOG (window))
            return ADW_MESSAGE_DIALOG (window);
    }
    return NULL;
}

static void
test_take_back (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    g_autofree char *old_name = g_strdup (tv_workspace_get_school (test->workspace)->name);
    TvPage *page;
    GtkWidget *button;

    rename_school (test, "Mầm non Hoa Sữa");
    do_something (test);
    page = show_history (test);
    choose (page, find_row (page, kind ("Editing the school")));
    tv_test_wait_until ((button = find_button (page, _ ("_Take this back"))));
    g_signal_emit_by_name (button, "clicked");
    tv_test_wait_until (g_strcmp0 (tv_workspace_get_school (test->workspace)->name, old_name) == 0);
    /* It is told, and can be done again from the line that took it back. */
    tv_test_wait_until (
        tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, C_ ("history", "taken back")));
    tv_test_wait_until (!find_button (page, _ ("_Take this back")));
    g_assert_null (find_dialog ());
}

/* A step on which another stands is refused with a sentence, and nothing is lost. */
static void
test_refusal (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvPage *page;
    GtkWidget *button;
    AdwMessageDialog *dialog;

    rename_school (test, "Mầm non Hoa Sữa");
    page = show_history (test);
    choose (page, find_row (page, kind ("Editing the school")));
    tv_test_wait_until ((button = find_button (page, _ ("_Take this back"))));
    rename_school (test, "Mầm non Hoa Sen");
    tv_test_wait_until ((button = find_button (page, _ ("_Take this back"))));
    g_signal_emit_by_name (button, "clicked");
    tv_test_wait_until ((dialog = find_dialog ()));
    g_assert_cmpstr (tv_workspace_get_school (test->workspace)->name, ==, "Mầm non Hoa Sen");
    gtk_window_destroy (GTK_WINDOW (dialog));
}

/* A child's page leads to what was done about this child. */
static void
test_of_child (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    gint64 student_id = do_something (test);
    TvPage *page;
    GtkWidget *button;

    rename_school (test, "Mầm non Hoa Sữa");
    page = show_history (test);
    g_assert_nonnull (find_row (page, kind ("Editing the school")));
    tv_workspace_open_history (test->workspace, student_id);
    tv_test_wait_until (tv_history_list_count (find_list (page)) > 0
                        && !find_row (page, kind ("Editing the school")));
    g_assert_nonnull (find_row (page, kind ("Editing a child")));
    button = find_button (page, _ ("Show _everything"));
    g_assert_true (gtk_widget_is_sensitive (button));
    g_signal_emit_by_name (button, "clicked");
    tv_test_wait_until (find_row (page, kind ("Editing the school")));
    g_assert_false (gtk_widget_is_sensitive (button));
}

/* Typed without accents and taken with Enter, as a person finds a child. */
static void
test_find_by_keys (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    gint64 student_id = do_something (test);
    TvPage *page = show_history (test);
    GtkWidget *entry = tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_CHILD_ENTRY, NULL);
    GtkWidget *popover = gtk_widget_get_last_child (entry);

    tv_keys_test_take_keyboard (test);
    gtk_widget_grab_focus (entry);
    tv_keys_test_press ("n");
    tv_test_wait_until (gtk_widget_get_mapped (popover));
    tv_ui_test_picture (GTK_WIDGET (popover), "history-child-found-vi-light");
    tv_keys_test_press ("Return");
    tv_test_wait_until (tv_child_entry_get_child (TV_CHILD_ENTRY (entry)) != 0);
    tv_test_wait_until (!gtk_widget_get_mapped (popover));
    tv_keys_test_press ("BackSpace");
    tv_test_wait_until (tv_child_entry_get_child (TV_CHILD_ENTRY (entry)) == 0);
    tv_child_entry_set_child (TV_CHILD_ENTRY (entry), student_id);
    tv_test_wait_until (find_row (page, kind ("Editing a child")));
}

/* From the first field by Tab to the list, by Enter into what was done. */
static void
test_open_by_keys (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvPage *page;
    GtkWidget *view;

    do_something (test);
    page = show_history (test);
    tv_test_wait_until (find_row (page, kind ("Leaving a measurement out")));
    view = gtk_widget_get_ancestor (find_row (page, kind ("Editing a child")), GTK_TYPE_LIST_VIEW);
    tv_keys_test_take_keyboard (test);
    gtk_widget_grab_focus (tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_CHILD_ENTRY, NULL));
    for (int i = 0; i < 6 && !gtk_widget_get_focus_child (view); i++)
        tv_keys_test_press ("Tab");
    g_assert_nonnull (gtk_widget_get_focus_child (view));
    tv_keys_test_press ("Return");
    tv_test_wait_until (shows_record (page, g_dpgettext2 (NULL, "history", "Measurement")));
    /* What is opened is marked in the list. */
    g_assert_true (gtk_selection_model_is_selected (
        GTK_SELECTION_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view))), 0));
}

static GtkEntry *
find_day_entry (TvPage *page, int nth)
{
    GtkWidget *bar = gtk_widget_get_ancestor (
        tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_CHILD_ENTRY, NULL), GTK_TYPE_FLOW_BOX);
    GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (bar), nth);

    return GTK_ENTRY (tv_ui_test_find (GTK_WIDGET (child), GTK_TYPE_ENTRY, NULL));
}

static void
type_day (GtkEntry *entry, const char *text)
{
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
    g_signal_emit_by_name (entry, "activate");
}

static void
test_days (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvPage *page;
    guint n_all;

    do_something (test);
    page = show_history (test);
    n_all = tv_history_list_count (find_list (page));
    type_day (find_day_entry (page, 3), "32/10/2026");
    g_assert_nonnull (
        tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL,
                         _ ("This is not a date. Type day, month and year: 5/10/2026.")));
    g_assert_cmpuint (tv_history_list_count (find_list (page)), ==, n_all);
    type_day (find_day_entry (page, 3), "22/11/2026");
    tv_test_wait_until (
        tv_ui_test_find (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE, _ ("Nothing to show")));
    tv_ui_test_picture (GTK_WIDGET (test->window), "history-empty-vi-light");
    type_day (find_day_entry (page, 4), "21/11/2026");
    g_assert_nonnull (tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL,
                                       _ ("The last day is before the first.")));
    type_day (find_day_entry (page, 3), "21/11/2026");
    tv_test_wait_until (find_row (page, kind ("Editing a child")));
}

/* However long the history is, no more of it is read than is looked at. */
static void
test_reads_as_far_as_seen (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    GtkScrolledWindow *scrolled;
    GtkAdjustment *adjustment;
    TvPage *page;
    guint n_first;

    for (int i = 0; i < 400; i++) {
        g_autofree char *name = g_strdup_printf ("Mầm non %d", i);

        rename_school (test, name);
    }
    page = show_history (test);
    tv_ui_test_settle (GTK_WIDGET (page));
    n_first = tv_history_list_count (find_list (page));
    g_assert_cmpuint (n_first, <, 200);
    scrolled = GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (
        find_row (page, kind ("Editing the school")), GTK_TYPE_SCROLLED_WINDOW));
    adjustment = gtk_scrolled_window_get_vadjustment (scrolled);
    while (tv_history_list_count (find_list (page)) <= 400) {
        guint n_before = tv_history_list_count (find_list (page));

        gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
        tv_test_wait_until (tv_history_list_count (find_list (page)) > n_before);
        tv_ui_test_settle (GTK_WIDGET (page));
    }
}

static void
test_pictures (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 120);

    rename_school (test, "Mầm non Hoa Sữa");
    do_something (test);
    tv_ui_test_picture_page (test, "history", "history", open_measurement,
                             (gpointer) "Correcting a measurement");
    tv_ui_test_show_page (test, "history");
    gtk_window_set_default_size (GTK_WINDOW (test->window), 700, 768);
    tv_ui_test_settle (GTK_WIDGET (test->window));
    tv_ui_test_picture (GTK_WIDGET (test->window), "history-narrow-vi-light");
}

static void
test_large_text (void)
{
    g_autoptr (TvUiTest) test = NULL;
    GtkSettings *settings = gtk_settings_get_default ();
    int dpi, width;

    g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
    g_object_set (settings, "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
    test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    do_something (test);
    open_measurement (test, show_history (test), NULL);
    tv_ui_test_picture (GTK_WIDGET (test->window), "history-open-large-text-vi-light");
    gtk_widget_measure (GTK_WIDGET (test->window), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL,
                        NULL, NULL);
    g_assert_cmpint (width, <=, 1366);
    g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/ui/history/open", test_open);
    g_test_add_func ("/ui/history/follows", test_follows);
    g_test_add_func ("/ui/history/take-back", test_take_back);
    g_test_add_func ("/ui/history/refusal", test_refusal);
    g_test_add_func ("/ui/history/of-child", test_of_child);
    g_test_add_func ("/ui/history/find-by-keys", test_find_by_keys);
    g_test_add_func ("/ui/history/open-by-keys", test_open_by_keys);
    g_test_add_func ("/ui/history/days", test_days);
    g_test_add_func ("/ui/history/reads-as-far-as-seen", test_reads_as_far_as_seen);
    g_test_add_func ("/ui/history/large-text", test_large_text);
    g_test_add_func ("/ui/history/pictures", test_pictures);
    return g_test_run ();
}
