/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The new school year: from the notice to the new classes and one step back. */

#include "tests/ui/tv-form-test.h"

#include "ui/importing/tv-import-assistant.h"
#include "ui/students/tv-year-children.h"
#include "ui/students/tv-year-classes.h"
#include "ui/students/tv-year-preview.h"
#include "ui/students/tv-year-window.h"
#include "ui/widgets/tv-notice-bar.h"
#include "workflows/tv-roster.h"

#include <glib/gi18n.h>

static gboolean
is_at (GtkWidget *window, const char *step)
{
    GtkWidget *stack = tv_ui_test_find (window, GTK_TYPE_STACK, NULL);

    return stack && g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), step) == 0;
}

static GtkWidget *
open_window (TvUiTest *test)
{
    GtkWidget *window;

    gtk_widget_activate_action (GTK_WIDGET (test->window), "win.new-year", NULL);
    window = tv_form_test_find_window (TV_TYPE_YEAR_WINDOW);
    g_assert_nonnull (window);
    tv_test_wait_until (is_at (window, "classes"));
    return window;
}

static void
go_on (GtkWidget *window)
{
    gtk_widget_activate_action (window, "year.next", NULL);
    tv_ui_test_settle (window);
}

static int
chosen_year (TvUiTest *test)
{
    TvSchoolYear *year = tv_workspace_get_year (test->workspace);

    return year ? year->first_year : 0;
}

static void
test_walk (void)
{
    g_autoptr (TvUiTest) test
        = tv_ui_test_open_on (TV_LEVEL_PRIMARY, 160, tv_date_from_ymd (2027, 6, 10));
    GtkWidget *window = open_window (test), *children, *choice, *row, *list, *undo;
    g_autoptr (TvRoster) roster = NULL;

    tv_ui_test_picture (window, "year-classes");
    go_on (window);
    g_assert_true (is_at (window, "children"));
    children = tv_ui_test_find (window, TV_TYPE_YEAR_CHILDREN, NULL);
    list = tv_ui_test_find (children, GTK_TYPE_LIST_VIEW, NULL);
    tv_test_wait_until (tv_ui_test_find (list, GTK_TYPE_DROP_DOWN, NULL));
    choice = tv_ui_test_find (list, GTK_TYPE_DROP_DOWN, NULL);
    gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 1);
    tv_ui_test_picture (window, "year-children");
    go_on (window);
    g_assert_true (is_at (window, "preview"));
    row = tv_ui_test_find (window, ADW_TYPE_EXPANDER_ROW, NULL);
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
    tv_ui_test_settle (window);
    tv_ui_test_picture (window, "year-preview");
    g_assert_cmpint (chosen_year (test), ==, 2026);
    go_on (window);
    tv_test_wait_until (is_at (window, "done"));
    tv_ui_test_picture (window, "year-done");
    tv_test_wait_until (chosen_year (test) == 2027);
    roster = tv_roster_load (test->store, tv_workspace_get_year (test->workspace)->id, NULL);
    g_assert_cmpuint (roster->entries->len, >, 100);
    tv_ui_test_show_page (test, "students");
    undo = tv_ui_test_find (window, GTK_TYPE_BUTTON, _ ("_Undo the new year"));
    g_assert_true (gtk_widget_get_sensitive (undo));
    gtk_widget_activate_action (window, "year.undo", NULL);
    /* Pressed twice, it would take back what came before as well. */
    g_assert_false (gtk_widget_get_sensitive (undo));
    tv_test_wait_until (chosen_year (test) == 2026);
    tv_test_wait_until (!tv_form_test_find_window (TV_TYPE_YEAR_WINDOW));
}

/* After the turn the pages are those of the new year, which has no round yet. */
static void
test_after (void)
{
    g_autoptr (TvUiTest) test
        = tv_ui_test_open_on (TV_LEVEL_KINDERGARTEN, 120, tv_date_from_ymd (2027, 8, 20));
    GtkWidget *banner
        = tv_ui_test_find (GTK_WIDGET (test->window), GTK_TYPE_BUTTON, _ ("_New school year…"));
    GtkWidget *window, *row;

    g_assert_true (gtk_widget_get_mapped (banner));
    tv_ui_test_picture (GTK_WIDGET (test->window), "year-notice");
    window = open_window (test);
    tv_ui_test_picture (window, "year-kindergarten");
    go_on (window);
    go_on (window);
    go_on (window);
    tv_test_wait_until (is_at (window, "done"));
    tv_test_wait_until (chosen_year (test) == 2027);
    gtk_window_close (GTK_WINDOW (window));
    tv_test_wait_until (!gtk_widget_get_mapped (banner));
    tv_ui_test_show_page (test, "measuring");
    tv_ui_test_picture (GTK_WIDGET (test->window), "year-measuring");
    tv_ui_test_show_page (test, "students");
    tv_ui_test_picture (GTK_WIDGET (test->window), "year-students");
    /* Of the year that has turned nobody is left. */
    window = open_window (test);
    tv_ui_test_picture (window, "year-turned");
    go_on (window);
    g_assert_true (is_at (window, "classes"));
    /* For the year after it is early, which is said. */
    row = tv_ui_test_find (window, ADW_TYPE_COMBO_ROW, NULL);
    adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
    tv_test_wait_until (is_at (window, "working"));
    tv_test_wait_until (is_at (window, "classes"));
    tv_ui_test_picture (window, "year-early");
    go_on (window);
    g_assert_true (is_at (window, "children"));
    gtk_window_close (GTK_WINDOW (window));
}

static void
answer (const char *response)
{
    GtkWidget *dialog = tv_form_test_find_window (ADW_TYPE_MESSAGE_DIALOG);

    g_assert_nonnull (dialog);
    adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
    gtk_window_destroy (GTK_WINDOW (dialog));
}

/* A list of a year that the book does not have turns the year first, and the newcomers' list is of
 * the new year. */
static void
test_import (void)
{
    g_autoptr (TvUiTest) test
        = tv_ui_test_open_on (TV_LEVEL_PRIMARY, 60, tv_date_from_ymd (2027, 8, 20));
    g_autofree char *path = g_build_filename (test->folder, "list.csv", NULL);
    GtkWidget *window;

    g_assert_true (g_file_set_contents (path,
                                        "DANH SÁCH LỚP 1A1 NĂM HỌC 2027-2028\n"
                                        "STT,Họ và tên,Ngày sinh,Giới tính,Lớp\n"
                                        "1,Nguyễn Tân Sinh,04/03/2021,Nam,1A1\n",
                                        -1, NULL));
    tv_import_assistant_present (test->workspace, GTK_WINDOW (test->window), path);
    tv_test_wait_until (tv_form_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
    tv_ui_test_picture (tv_form_test_find_window (ADW_TYPE_MESSAGE_DIALOG), "year-import");
    answer ("turn");
    tv_test_wait_until (!tv_form_test_find_window (TV_TYPE_IMPORT_ASSISTANT));
    window = tv_form_test_find_window (TV_TYPE_YEAR_WINDOW);
    g_assert_nonnull (window);
    tv_test_wait_until (is_at (window, "classes"));
    go_on (window);
    go_on (window);
    go_on (window);
    tv_test_wait_until (is_at (window, "done"));
    gtk_widget_activate_action (window, "year.import", NULL);
    tv_test_wait_until (!tv_form_test_find_window (TV_TYPE_YEAR_WINDOW));
    /* The practice school asks whether real children are to be imported into it. */
    answer ("import");
    g_assert_nonnull (tv_form_test_find_window (TV_TYPE_IMPORT_ASSISTANT));
}

static void
test_faults (void)
{
    g_autoptr (TvUiTest) test
        = tv_ui_test_open_on (TV_LEVEL_PRIMARY, 60, tv_date_from_ymd (2027, 6, 10));
    GtkWidget *window = open_window (test), *entry, *day;
    g_autofree char *name = NULL;

    entry = tv_ui_test_find (window, GTK_TYPE_ENTRY, NULL);
    name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
    gtk_editable_set_text (GTK_EDITABLE (entry), "");
    go_on (window);
    g_assert_true (is_at (window, "classes"));
    gtk_editable_set_text (GTK_EDITABLE (entry), name);
    day = tv_ui_test_find (window, ADW_TYPE_ENTRY_ROW, NULL);
    gtk_editable_set_text (GTK_EDITABLE (day), "31/13/2027");
    tv_ui_test_picture (window, "year-fault");
    go_on (window);
    g_assert_true (is_at (window, "classes"));
    gtk_editable_set_text (GTK_EDITABLE (day), "31/5/2027");
    go_on (window);
    g_assert_true (is_at (window, "children"));
    gtk_widget_activate_action (window, "year.back", NULL);
    g_assert_true (is_at (window, "classes"));
    g_assert_true (tv_ui_test_press_escape (window));
    tv_test_wait_until (!tv_form_test_find_window (TV_TYPE_YEAR_WINDOW));
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/year/walk", test_walk);
    g_test_add_func ("/year/after", test_after);
    g_test_add_func ("/year/import", test_import);
    g_test_add_func ("/year/faults", test_faults);
    return g_test_run ();
}
