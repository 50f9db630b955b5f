/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Preferences: what is changed is saved at once, and can be taken back. */

#include "tests/ui/tv-ui-test.h"

#include "ui/settings/tv-preferences-window.h"
#include "ui/settings/tv-target-row.h"
#include "ui/shell/tv-settings.h"
#include "workflows/tv-overview.h"
#include "workflows/tv-preferences.h"

#include <glib/gi18n.h>

static GtkWidget *
open_preferences (TvUiTest *test)
{
    GtkWidget *window = tv_preferences_window_new (GTK_WINDOW (test->window), test->workspace);

    gtk_window_present (GTK_WINDOW (window));
    tv_ui_test_settle (window);
    return window;
}

static TvTargetRow *
find_target (GtkWidget *root, const char *code)
{
    if (TV_IS_TARGET_ROW (root)
        && g_strcmp0 (tv_target_row_get_target (TV_TARGET_ROW (root))->code, code) == 0)
        return TV_TARGET_ROW (root);
    for (GtkWidget *child = gtk_widget_get_first_child (root); child;
         child = gtk_widget_get_next_sibling (child)) {
        TvTargetRow *found = find_target (child, code);

        if (found)
            return found;
    }
    return NULL;
}

static gint64
target_value (GtkWidget *window)
{
    TvTargetRow *row = find_target (window, "E-I.2a");

    return row ? tv_target_row_get_target (row)->value_thousandths : -1;
}

static void
type_target (GtkWidget *window, const char *text)
{
    GtkWidget *entry
        = tv_ui_test_find (GTK_WIDGET (find_target (window, "E-I.2a")), GTK_TYPE_ENTRY, NULL);

    gtk_editable_set_text (GTK_EDITABLE (entry), text);
    g_signal_emit_by_name (entry, "activate");
}

/* The stored plan, the verdict and the way back. */
static void
test_target (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    GtkWidget *window = open_preferences (test);

    adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (window), "targets");
    tv_test_wait_until (target_value (window) == 6400);
    type_target (window, "một");
    g_assert_true (gtk_widget_has_css_class (
        tv_ui_test_find (GTK_WIDGET (find_target (window, "E-I.2a")), GTK_TYPE_ENTRY, NULL),
        "error"));
    type_target (window, "7,25");
    tv_test_wait_until (target_value (window) == 7250);
    gtk_widget_activate_action (window, "preferences.undo", NULL);
    tv_test_wait_until (target_value (window) == 6400);
    gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_school (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    GtkWidget *window = open_preferences (test);
    GtkWidget *row, *other;

    adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (window), "school");
    tv_ui_test_settle (window);
    row = tv_ui_test_find (window, ADW_TYPE_ENTRY_ROW, _ ("Principal"));
    g_assert_nonnull (row);
    tv_test_wait_until (*gtk_editable_get_text (
        GTK_EDITABLE (tv_ui_test_find (window, ADW_TYPE_ENTRY_ROW, _ ("Name of the school")))));
    gtk_editable_set_text (GTK_EDITABLE (row), "  Nguyễn  Thị Hoa ");
    g_signal_emit_by_name (row, "entry-activated");
    tv_test_wait_until (
        g_strcmp0 (tv_workspace_get_school (test->workspace)->principal, "Nguyễn Thị Hoa") == 0);
    /* What was typed is saved when the line is left, and when the window is closed. */
    tv_test_wait_until (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), "Nguyễn Thị Hoa")
                        == 0);
    gtk_widget_grab_focus (row);
    gtk_editable_set_text (GTK_EDITABLE (row), "Lê Thu Hà");
    other = tv_ui_test_find (window, ADW_TYPE_ENTRY_ROW, _ ("School nurse"));
    gtk_widget_grab_focus (other);
    tv_test_wait_until (
        g_strcmp0 (tv_workspace_get_school (test->workspace)->principal, "Lê Thu Hà") == 0);
    gtk_editable_set_text (GTK_EDITABLE (other), "Đỗ Mai");
    gtk_window_close (GTK_WINDOW (window));
    tv_test_wait_until (g_strcmp0 (tv_workspace_get_school (test->workspace)->nurse, "Đỗ Mai")
                        == 0);
}

/* The rule that counts overweight is the school's, so the rates must follow it. */
static void
test_overweight_rule (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    GtkWidget *window = open_preferences (test);
    g_autoptr (GError) error = NULL;
    TvOverweightRule rule = TV_OVERWEIGHT_BY_WEIGHT_FOR_HEIGHT;
    g_autoptr (TvOverview) overview = NULL;
    GtkWidget *row;

    adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (window), "targets");
    tv_test_wait_until (target_value (window) == 6400);
    row = tv_ui_test_find (window, ADW_TYPE_COMBO_ROW, _ ("Rule"));
    adw_combo_row_set_selected (ADW_COMBO_ROW (row), TV_OVERWEIGHT_BY_BMI_FOR_AGE);
    tv_test_wait_until (tv_overweight_rule_get (test->store, &rule, &error)
                        && rule == TV_OVERWEIGHT_BY_BMI_FOR_AGE);
    overview = tv_overview_work_out (test->store, tv_workspace_get_round (test->workspace)->code,
                                     &error);
    g_assert_no_error (error);
    g_assert_cmpint (overview->rates->overweight_rule, ==, TV_OVERWEIGHT_BY_BMI_FOR_AGE);
    gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_entry_order (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    GtkWidget *window = open_preferences (test);
    g_autofree char *order = NULL;

    adw_combo_row_set_selected (
        ADW_COMBO_ROW (tv_ui_test_find (window, ADW_TYPE_COMBO_ROW, _ ("Order of entry"))), 1);
    order = g_settings_get_string (tv_settings_get (), "entry-order");
    g_assert_cmpstr (order, ==, "column");
    g_settings_reset (tv_settings_get (), "entry-order");
    gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_pictures (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    static const char *const pages[] = { "program", "school", "targets" };
    GtkWidget *window = open_preferences (test);

    adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (window), "targets");
    tv_test_wait_until (target_value (window) == 6400);
    for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
        g_autofree char *name = g_strdup_printf ("preferences-%s-vi-light", pages[i]);

        adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (window), pages[i]);
        tv_ui_test_picture (window, name);
    }
    gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/ui/preferences/target", test_target);
    g_test_add_func ("/ui/preferences/school", test_school);
    g_test_add_func ("/ui/preferences/overweight-rule", test_overweight_rule);
    g_test_add_func ("/ui/preferences/entry-order", test_entry_order);
    g_test_add_func ("/ui/preferences/pictures", test_pictures);
    return g_test_run ();
}
