/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The import assistant, walked from the file to the book and back again. */

#include "tests/ui/tv-ui-test.h"

#include "ui/importing/tv-import-assistant.h"
#include "ui/importing/tv-import-item.h"
#include "ui/widgets/tv-notice-bar.h"
#include "workflows/tv-roster.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

static GtkWidget *
find_assistant (void)
{
    g_autoptr (GList) windows = gtk_window_list_toplevels ();

    for (GList *l = windows; l; l = l->next) {
        if (TV_IS_IMPORT_ASSISTANT (l->data))
            return l->data;
    }
    return NULL;
}

static const char *
step_of (GtkWidget *assistant)
{
    return gtk_stack_get_visible_child_name (
        GTK_STACK (tv_ui_test_find (assistant, GTK_TYPE_STACK, NULL)));
}

static gboolean
is_at (GtkWidget *assistant, const char *step)
{
    return g_strcmp0 (step_of (assistant), step) == 0;
}

static GtkWidget *
open_assistant (TvUiTest *test, const char *file)
{
    g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "exchange", file, NULL);
    GtkWidget *assistant;

    tv_import_assistant_present (test->workspace, GTK_WINDOW (test->window), path);
    assistant = find_assistant ();
    g_assert_nonnull (assistant);
    tv_test_wait_until (!is_at (assistant, "working"));
    return assistant;
}

static void
go_to_plan (GtkWidget *assistant)
{
    g_assert_true (is_at (assistant, "columns"));
    gtk_widget_activate_action (assistant, "assistant.next", NULL);
    g_assert_true (is_at (assistant, "plan"));
}

static GListModel *
find_rows (GtkWidget *assistant)
{
    GtkWidget *view = tv_ui_test_find (assistant, GTK_TYPE_COLUMN_VIEW, NULL);

    return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));
}

static guint
count_children (TvUiTest *test)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (TvRoster) roster
        = tv_roster_load (test->store, tv_workspace_get_year (test->workspace)->id, &error);

    g_assert_no_error (error);
    return roster->entries->len;
}

static guint
find_refused (GListModel *rows)
{
    for (guint i = 0; i < g_list_model_get_n_items (rows); i++) {
        g_autoptr (TvImportItem) item = g_list_model_get_item (rows, i);

        if (tv_import_item_get_verdict (item) == TV_IMPORT_REFUSED)
            return i;
    }
    return GTK_INVALID_LIST_POSITION;
}

/* From the plan to the book, and one step back. */
static void
test_walk (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    guint n_before = count_children (test);
    GtkWidget *assistant = open_assistant (test, "kindergarten-class-lists.xlsx");

    go_to_plan (assistant);
    g_assert_cmpuint (g_list_model_get_n_items (find_rows (assistant)), ==, 217);
    g_assert_cmpuint (count_children (test), ==, n_before);
    gtk_widget_activate_action (assistant, "assistant.next", NULL);
    tv_test_wait_until (is_at (assistant, "done"));
    g_assert_cmpuint (count_children (test), ==, n_before + 217);
    gtk_widget_activate_action (assistant, "assistant.undo", NULL);
    tv_test_wait_until (!find_assistant ());
    g_assert_cmpuint (count_children (test), ==, n_before);
}

/* A refused row is put right where it stands. */
static void
test_correction (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_PRIMARY, 60);
    GtkWidget *assistant = open_assistant (test, "primary-ministry-export.xlsx");
    GtkWidget *view, *entry;
    GListModel *rows;
    g_autoptr (TvImportItem) item = NULL;
    guint position, index;

    go_to_plan (assistant);
    gtk_drop_down_set_selected (
        GTK_DROP_DOWN (tv_ui_test_find (assistant, GTK_TYPE_DROP_DOWN, NULL)), 0);
    rows = find_rows (assistant);
    view = tv_ui_test_find (assistant, GTK_TYPE_COLUMN_VIEW, NULL);
    for (position = 0; position < g_list_model_get_n_items (rows); position++) {
        g_autoptr (TvImportItem) other = g_list_model_get_item (rows, position);
        g_autofree char *birth_date = NULL;

        g_object_get (other, "birth-date", &birth_date, NULL);
        if (g_strcmp0 (birth_date, "31/02/2018") == 0)
            break;
    }
    gtk_single_selection_set_selected (
        GTK_SINGLE_SELECTION (gtk_column_view_get_model (GTK_COLUMN_VIEW (view))), position);
    entry = tv_ui_test_find (assistant, GTK_TYPE_ENTRY, NULL);
    g_assert_nonnull (entry);
    gtk_editable_set_text (GTK_EDITABLE (entry), "28/02/2016");
    g_signal_emit_by_name (entry, "activate");
    item = g_list_model_get_item (rows, position);
    index = tv_import_item_get_index (item);
    g_assert_cmpuint (index, ==, position);
    g_assert_cmpint (tv_import_item_get_verdict (item), ==, TV_IMPORT_NEW);
    gtk_window_close (GTK_WINDOW (assistant));
}

static void
test_wrong_file (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_PRIMARY, 60);
    g_autofree char *path = g_build_filename (test->folder, "list.xlsx", NULL);
    GtkWidget *assistant;

    g_assert_true (g_file_set_contents (path, "no spreadsheet at all", -1, NULL));
    tv_import_assistant_present (test->workspace, GTK_WINDOW (test->window), path);
    assistant = find_assistant ();
    tv_test_wait_until (is_at (assistant, "choose"));
    gtk_window_close (GTK_WINDOW (assistant));
}

static GtkWidget *
open_text (TvUiTest *test, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename (test->folder, name, NULL);
    GtkWidget *assistant;

    g_assert_true (g_file_set_contents (path, text, -1, NULL));
    tv_import_assistant_present (test->workspace, GTK_WINDOW (test->window), path);
    assistant = find_assistant ();
    g_assert_nonnull (assistant);
    tv_test_wait_until (!is_at (assistant, "working"));
    return assistant;
}

static gboolean
find_combo_cb (GtkWidget *widget, gpointer title)
{
    return ADW_IS_COMBO_ROW (widget)
           && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

static GtkWidget *
find_deep (GtkWidget *widget, gboolean (*is_wanted) (GtkWidget *, gpointer), gpointer data)
{
    if (is_wanted (widget, data))
        return widget;
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
         child = gtk_widget_get_next_sibling (child)) {
        GtkWidget *found = find_deep (child, is_wanted, data);

        if (found)
            return found;
    }
    return NULL;
}

static AdwComboRow *
find_combo (GtkWidget *assistant, const char *title)
{
    GtkWidget *row = find_deep (assistant, find_combo_cb, (gpointer) title);

    g_assert_nonnull (row);
    return ADW_COMBO_ROW (row);
}

static char *
first_name (GtkWidget *assistant)
{
    g_autoptr (TvImportItem) item = g_list_model_get_item (find_rows (assistant), 0);
    char *name;

    g_object_get (item, "name", &name, NULL);
    return name;
}

static const char *
notice_of (GtkWidget *assistant)
{
    return tv_notice_bar_get_sentence (
        TV_NOTICE_BAR (tv_ui_test_find (assistant, TV_TYPE_NOTICE_BAR, NULL)));
}

/* An old encoding is read, shown on five names, and another choice changes the plan. */
static void
test_charset (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_PRIMARY, 60);
    GtkWidget *assistant = open_assistant (test, "primary-list-tcvn3.xlsx");
    AdwComboRow *row = find_combo (assistant, _ ("Text is read as"));
    g_autofree char *name = NULL;

    g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (row)));
    g_assert_false (
        gtk_widget_get_visible (GTK_WIDGET (find_combo (assistant, _ ("Dates are read")))));
    g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
    g_assert_nonnull (strstr (notice_of (assistant), "TCVN3"));
    tv_ui_test_picture (assistant, "import-tcvn3-vi-light");
    /* As it stands no column is one of names. */
    adw_combo_row_set_selected (row, 1);
    g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
    g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), !=, "");
    adw_combo_row_set_selected (row, 2);
    g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 2);
    g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "");
    go_to_plan (assistant);
    name = first_name (assistant);
    g_assert_cmpstr (name, ==, "Dương Quỳnh Giang");
    tv_ui_test_picture (assistant, "import-tcvn3-plan-vi-light");
    gtk_window_close (GTK_WINDOW (assistant));
}

#define AMBIGUOUS                                                                                  \
    "TT;Họ và tên;Ngày sinh;Giới tính;CN (kg);CC (cm);BMI;Huyết áp;Mắt trái\n"       \
    "1;Vũ Minh;02/03/2023;Nam;15,1;98,0;15,7;90/60;10/10\n"                                       \
    "2;Vũ Mai;05/04/2023;Nữ;14,1;97,0;15,0;90/60;10/10\n"                                       \
    "3;Vũ Lan;01/05/2019;Nữ;16,3;99,5;16,5;90/60;10/10\n"

/* Dates that can be read both ways, a clinic's columns, and nobody whom the book knows. */
static void
test_clinic_sheet (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    GtkWidget *assistant = open_text (test, "Mẫu giáo bé C1.csv", AMBIGUOUS);
    AdwComboRow *row = find_combo (assistant, _ ("Dates are read"));
    g_autofree char *birth_date = NULL;
    g_autofree char *turned = NULL;
    g_autofree char *class_name = NULL;
    g_autoptr (TvImportItem) item = NULL;

    g_assert_nonnull (strstr (notice_of (assistant),
                              _ ("No name of this file is known in this record book. Is it of "
                                 "another school or of another year?")));
    tv_ui_test_picture (assistant, "import-clinic-vi-light");
    go_to_plan (assistant);
    item = g_list_model_get_item (find_rows (assistant), 0);
    g_object_get (item, "birth-date", &birth_date, NULL);
    g_assert_cmpstr (birth_date, ==, "02/03/2023");
    g_assert_nonnull (notice_of (assistant));
    g_object_get (item, "class-name", &class_name, NULL);
    g_assert_cmpstr (class_name, ==, "Mẫu giáo bé C1");
    gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (find_rows (assistant)), 2);
    tv_ui_test_picture (assistant, "import-clinic-plan-vi-light");
    gtk_widget_activate_action (assistant, "assistant.back", NULL);
    adw_combo_row_set_selected (row, 2);
    go_to_plan (assistant);
    g_clear_object (&item);
    item = g_list_model_get_item (find_rows (assistant), 0);
    g_object_get (item, "birth-date", &turned, NULL);
    g_assert_cmpstr (turned, ==, "03/02/2023");
    gtk_window_close (GTK_WINDOW (assistant));
}

static void
test_pictures (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_PRIMARY, 60);
    GtkWidget *assistant = open_assistant (test, "primary-ministry-export.xlsx");
    GtkWidget *view;

    gtk_widget_activate_action (assistant, "assistant.back", NULL);
    g_assert_true (is_at (assistant, "choose"));
    tv_ui_test_picture (assistant, "import-choose-vi-light");
    gtk_window_close (GTK_WINDOW (assistant));
    assistant = open_assistant (test, "primary-ministry-export.xlsx");
    tv_ui_test_picture (assistant, "import-columns-vi-light");
    go_to_plan (assistant);
    view = tv_ui_test_find (assistant, GTK_TYPE_COLUMN_VIEW, NULL);
    gtk_single_selection_set_selected (
        GTK_SINGLE_SELECTION (gtk_column_view_get_model (GTK_COLUMN_VIEW (view))),
        find_refused (find_rows (assistant)));
    tv_ui_test_picture (assistant, "import-plan-vi-light");
    gtk_widget_activate_action (assistant, "assistant.next", NULL);
    tv_test_wait_until (is_at (assistant, "done"));
    tv_ui_test_picture (assistant, "import-done-vi-light");
    gtk_window_close (GTK_WINDOW (assistant));
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/ui/import/walk", test_walk);
    g_test_add_func ("/ui/import/correction", test_correction);
    g_test_add_func ("/ui/import/wrong-file", test_wrong_file);
    g_test_add_func ("/ui/import/charset", test_charset);
    g_test_add_func ("/ui/import/clinic-sheet", test_clinic_sheet);
    g_test_add_func ("/ui/import/pictures", test_pictures);
    return g_test_run ();
}
