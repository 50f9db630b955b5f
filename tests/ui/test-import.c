/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The import assistant, walked from the file to the book and back again. */

#include "tests/ui/tv-ui-test.h"

#include "ui/importing/tv-import-assistant.h"
#include "ui/importing/tv-import-item.h"
#include "workflows/tv-roster.h"

#include <adwaita.h>

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

static void
test_pictures (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_PRIMARY, 60);
    GtkWidget *assistant = open_assistant (test, "primary-ministry-export.xlsx");
    GtkWidget *view;

    tv_ui_test_picture (assistant, "import-columns-vi-light");
    go_to_plan (assistant);
    view = tv_ui_test_find (assistant, GTK_TYPE_COLUMN_VIEW, NULL);
    gtk_single_selection_set_selected (
        GTK_SINGLE_SELECTION (gtk_column_view_get_model (GTK_COLUMN_VIEW (view))),
        find_refused (find_rows (assistant)));
    tv_ui_test_picture (assistant, "import-plan-vi-light");
    gtk_window_close (GTK_WINDOW (assistant));
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/ui/import/walk", test_walk);
    g_test_add_func ("/ui/import/correction", test_correction);
    g_test_add_func ("/ui/import/wrong-file", test_wrong_file);
    g_test_add_func ("/ui/import/pictures", test_pictures);
    return g_test_run ();
}
