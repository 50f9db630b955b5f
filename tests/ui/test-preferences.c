/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Preferences: what is changed is saved at once, and can be taken back. */

#include "tests/ui/tv-form-test.h"

#include "ui/settings/tv-preferences-window.h"
#include "ui/settings/tv-target-row.h"
#include "ui/shell/tv-settings.h"
#include "ui/widgets/tv-form-dialog.h"
#include "workflows/tv-overview.h"
#include "workflows/tv-preferences.h"
#include "workflows/tv-targets.h"

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

static const TvTarget *
get_target (GtkWidget *window, const char *code)
{
    TvTargetRow *row = find_target (window, code);

    return row ? tv_target_row_get_target (row) : NULL;
}

static gint64
target_value (GtkWidget *window)
{
    const TvTarget *target = get_target (window, "E-I.2a");

    return target ? target->value_thousandths : -1;
}

static GtkWidget *
open_targets (TvUiTest *test)
{
    GtkWidget *window = open_preferences (test);

    adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (window), "targets");
    tv_test_wait_until (target_value (window) == 6400);
    return window;
}

static GtkWidget *
edit_target (GtkWidget *window, const char *code)
{
    GtkWidget *dialog = NULL;

    g_signal_emit_by_name (find_target (window, code), "activated");
    tv_test_wait_until ((dialog = tv_form_test_find_window (TV_TYPE_FORM_DIALOG)));
    tv_ui_test_settle (dialog);
    return dialog;
}

/* What is typed is checked at once; what was saved can be taken back. */
static void
test_target (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    GtkWidget *window = open_targets (test);
    GtkWidget *dialog = edit_target (window, "E-I.2a");
    g_autofree char *value = g_strdup_printf (C_ ("target", "Value (%s)"), "%");

    tv_form_test_type (dialog, value, "một");
    g_assert_false (tv_form_test_can_accept (dialog));
    g_assert_nonnull (
        tv_ui_test_find (dialog, GTK_TYPE_LABEL, _ ("A number such as 6.4 is needed here")));
    tv_form_test_type (dialog, value, "107");
    g_assert_false (tv_form_test_can_accept (dialog));
    g_assert_nonnull (tv_ui_test_find (dialog, GTK_TYPE_LABEL, _ ("A share is not above 100 %.")));
    tv_form_test_type (dialog, value, "7,25");
    tv_form_test_type (dialog, _ ("Wording in Vietnamese"), "");
    g_assert_false (tv_form_test_can_accept (dialog));
    tv_form_test_type (dialog, _ ("Wording in Vietnamese"), "Nhẹ cân");
    tv_form_test_type (dialog, _ ("Source"), "Kế hoạch của phường");
    adw_combo_row_set_selected (ADW_COMBO_ROW (tv_ui_test_find (dialog, ADW_TYPE_COMBO_ROW, NULL)),
                                1);
    tv_form_test_accept (dialog);
    tv_test_wait_until (target_value (window) == 7250);
    g_assert_cmpint (get_target (window, "E-I.2a")->direction, ==, TV_DIRECTION_AT_MOST);
    g_assert_cmpstr (get_target (window, "E-I.2a")->wording_vi, ==, "Nhẹ cân");
    g_assert_cmpstr (get_target (window, "E-I.2a")->source, ==, "Kế hoạch của phường");
    gtk_widget_activate_action (window, "preferences.undo", NULL);
    tv_test_wait_until (target_value (window) == 6400);
    g_assert_cmpint (get_target (window, "E-I.2a")->direction, ==, TV_DIRECTION_BELOW);
    gtk_window_destroy (GTK_WINDOW (window));
}

/* The target that the program came with is one button away. */
static void
test_put_back (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    GtkWidget *window = open_targets (test);
    GtkWidget *dialog = edit_target (window, "E-I.2a");
    g_autofree char *value = g_strdup_printf (C_ ("target", "Value (%s)"), "%");
    GtkWidget *button;

    g_assert_null (
        tv_ui_test_find (GTK_WIDGET (find_target (window, "E-I.2a")), GTK_TYPE_BUTTON, NULL));
    tv_form_test_type (dialog, value, "");
    tv_form_test_accept (dialog);
    tv_test_wait_until (!get_target (window, "E-I.2a")->has_value);
    button = tv_ui_test_find (GTK_WIDGET (find_target (window, "E-I.2a")), GTK_TYPE_BUTTON, NULL);
    g_assert_nonnull (button);
    g_signal_emit_by_name (button, "clicked");
    tv_test_wait_until (target_value (window) == 6400);
    g_assert_true (get_target (window, "E-I.2a")->has_value);
    gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
shows_year (GtkWidget *window, int year)
{
    const TvTarget *target = get_target (window, "E-I.2a");

    return target && target->year == year;
}

/* A further year begins as a copy, is shown at once, and is gone again with one step back. */
static void
test_next_year (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    GtkWidget *window = open_targets (test);
    g_autofree char *title = g_strdup_printf (_ ("Add the targets of %d"), 2027);
    g_autofree char *value = g_strdup_printf (C_ ("target", "Value (%s)"), "%");
    GtkWidget *row = tv_ui_test_find (window, ADW_TYPE_ACTION_ROW, title);
    GtkWidget *year_row = tv_ui_test_find (window, ADW_TYPE_COMBO_ROW, _ ("Year of the plan"));
    GtkWidget *dialog;

    g_signal_emit_by_name (row, "activated");
    tv_test_wait_until (shows_year (window, 2027));
    g_assert_cmpint (target_value (window), ==, 6400);
    dialog = edit_target (window, "E-I.2a");
    tv_form_test_type (dialog, value, "6,1");
    tv_form_test_accept (dialog);
    tv_test_wait_until (target_value (window) == 6100);
    /* There is none of that year in the program to be put back. */
    g_assert_null (
        tv_ui_test_find (GTK_WIDGET (find_target (window, "E-I.2a")), GTK_TYPE_BUTTON, NULL));
    adw_combo_row_set_selected (ADW_COMBO_ROW (year_row), 0);
    tv_test_wait_until (shows_year (window, 2026));
    g_assert_cmpint (target_value (window), ==, 6400);
    gtk_widget_activate_action (window, "preferences.undo", NULL);
    adw_combo_row_set_selected (ADW_COMBO_ROW (year_row), 1);
    tv_test_wait_until (shows_year (window, 2027) && target_value (window) == 6400);
    gtk_widget_activate_action (window, "preferences.undo", NULL);
    tv_test_wait_until (shows_year (window, 2026));
    g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (year_row))),
                      ==, 1);
    gtk_window_destroy (GTK_WINDOW (window));
}

/* A round of a year without targets is judged by nothing, which is said where they are added. */
static void
test_missing_year (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvBookCover *cover = tv_workspace_get_cover (test->workspace);
    g_autofree char *title = NULL, *label = NULL;
    TvRound *earliest = NULL;
    GtkWidget *window;
    int year;

    for (guint i = 0; i < cover->rounds->len; i++)
        earliest = g_ptr_array_index (cover->rounds, i);
    year = tv_targets_year_of_round (earliest, tv_workspace_today (test->workspace));
    g_assert_cmpint (year, <, 2026);
    tv_workspace_set_round (test->workspace, earliest);
    window = open_targets (test);
    title = g_strdup_printf (_ ("There are no targets for %d yet"), year);
    label = g_strdup_printf (_ ("Add those of %d"), year);
    g_assert_nonnull (tv_ui_test_find (window, ADW_TYPE_ACTION_ROW, title));
    tv_ui_test_picture (window, "preferences-missing-year-vi-light");
    g_signal_emit_by_name (tv_ui_test_find (window, GTK_TYPE_BUTTON, label), "clicked");
    tv_test_wait_until (shows_year (window, year));
    g_assert_null (tv_ui_test_find (window, ADW_TYPE_ACTION_ROW, title));
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
    GtkSettings *settings = gtk_settings_get_default ();
    GtkWidget *window = open_targets (test);

    for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
        g_autofree char *name = g_strdup_printf ("preferences-%s-vi-light", pages[i]);

        adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (window), pages[i]);
        tv_ui_test_picture (window, name);
    }
    tv_ui_test_picture (edit_target (window, "E-I.2a"), "preferences-target-form-vi-light");
    gtk_window_destroy (GTK_WINDOW (tv_form_test_find_window (TV_TYPE_FORM_DIALOG)));
    gtk_window_destroy (GTK_WINDOW (window));
    tv_ui_test_reopen (test, TV_LANGUAGE_VIETNAMESE, TRUE);
    g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
    window = open_targets (test);
    tv_ui_test_picture (window, "preferences-targets-vi-dark-large");
    tv_ui_test_picture (edit_target (window, "E-I.2a"), "preferences-target-form-vi-dark-large");
    gtk_window_destroy (GTK_WINDOW (tv_form_test_find_window (TV_TYPE_FORM_DIALOG)));
    gtk_window_destroy (GTK_WINDOW (window));
    g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
    tv_ui_test_reopen (test, TV_LANGUAGE_VIETNAMESE, FALSE);
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/ui/preferences/target", test_target);
    g_test_add_func ("/ui/preferences/put-back", test_put_back);
    g_test_add_func ("/ui/preferences/next-year", test_next_year);
    g_test_add_func ("/ui/preferences/missing-year", test_missing_year);
    g_test_add_func ("/ui/preferences/school", test_school);
    g_test_add_func ("/ui/preferences/overweight-rule", test_overweight_rule);
    g_test_add_func ("/ui/preferences/entry-order", test_entry_order);
    g_test_add_func ("/ui/preferences/pictures", test_pictures);
    return g_test_run ();
}
