/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What each role finds in the window, and what it does not. */

#include "tests/ui/tv-door-test.h"
#include "tests/ui/tv-measuring-test.h"

#include "ui/settings/tv-preferences-window.h"
#include "ui/shell/tv-page-registry.h"
#include "ui/shell/tv-sidebar.h"
#include "ui/shell/tv-window-private.h"
#include "ui/widgets/tv-form-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

static TvUiTest *
open_as (TvRole role)
{
    TvUiTest *test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);

    g_free (tv_door_test_protect (test));
    tv_door_test_enter_as (test, role);
    return test;
}

static char *
list_pages (TvUiTest *test)
{
    GString *codes = g_string_new (NULL);

    for (guint i = 0; i < tv_page_registry_count (); i++) {
        const TvPageEntry *entry = tv_page_registry_get (i);
        GtkWidget *row = tv_ui_test_find (GTK_WIDGET (test->window->sidebar), GTK_TYPE_LIST_BOX_ROW,
                                          tv_page_entry_title (entry, TRUE));
        gboolean is_shown = tv_window_show_page (test->window, entry->code) != NULL;

        /* Neither a line of the list nor a key leads to a page that is not allowed. */
        g_assert_true (is_shown == (row != NULL));
        if (row)
            g_string_append_printf (codes, "%s ", entry->code);
    }
    return g_string_free (codes, FALSE);
}

static void
test_nurse (void)
{
    g_autoptr (TvUiTest) test = open_as (TV_ROLE_NURSE);
    g_autofree char *pages = list_pages (test);

    g_assert_cmpstr (pages, ==, "overview students measuring rates reports history ");
    g_assert_false (gtk_widget_get_visible (GTK_WIDGET (test->window->names_banner)));
    g_assert_true (gtk_widget_get_visible (test->window->undo_button));
    tv_ui_test_settle (GTK_WIDGET (test->window));
}

static void
test_teacher (void)
{
    g_autoptr (TvUiTest) test = open_as (TV_ROLE_TEACHER);
    g_autofree char *pages = list_pages (test);
    TvMeasuringPage *page;

    g_assert_cmpstr (pages, ==, "measuring ");
    g_assert_false (tv_door_test_can (test, "win.search"));
    g_assert_false (tv_door_test_can (test, "win.import"));
    g_assert_false (gtk_widget_get_visible (test->window->search_button));
    page = TV_MEASURING_PAGE (tv_ui_test_show_page (test, "measuring"));
    tv_test_wait_until (tv_measuring_grid_n_lines (page->grid) > 0);
    g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (page->class_drop_down)),
                      ==, 1);
    g_assert_false (gtk_widget_get_visible (GTK_WIDGET (page->add_button)));
    /* What is switched off is not in the menu. */
    g_assert_false (tv_door_test_can_in (page->stack, "measuring.new-round"));
    g_assert_false (tv_door_test_can_in (page->stack, "measuring.change-round"));
    g_assert_false (gtk_widget_get_visible (page->signing_button));
    tv_ui_test_picture (GTK_WIDGET (test->window), "role-teacher-vi-light");
}

static void
test_auditor (void)
{
    g_autoptr (TvUiTest) test = open_as (TV_ROLE_AUDITOR);
    g_autofree char *pages = list_pages (test);

    g_assert_cmpstr (pages, ==, "history ");
    g_assert_false (tv_door_test_can (test, "win.undo"));
    g_assert_false (tv_door_test_can (test, "win.import"));
    g_assert_false (tv_door_test_can (test, "win.show-names"));
    tv_ui_test_settle (GTK_WIDGET (test->window));
    tv_ui_test_picture (GTK_WIDGET (test->window), "role-auditor-vi-light");
}

static GtkWidget *
find_form (void)
{
    GListModel *windows = gtk_window_get_toplevels ();

    for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
        g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

        if (TV_IS_FORM_DIALOG (window) && gtk_widget_get_mapped (window))
            return window;
    }
    return NULL;
}

/* Names are hidden until they are asked for with a reason. */
static void
test_principal (void)
{
    g_autoptr (TvUiTest) test = open_as (TV_ROLE_PRINCIPAL);
    g_autofree char *pages = list_pages (test);
    GtkWidget *window = GTK_WIDGET (test->window), *form = NULL;
    TvPage *page;

    g_assert_cmpstr (pages, ==, "overview students measuring rates reports ");
    g_assert_false (tv_door_test_can (test, "win.import"));
    page = tv_ui_test_show_page (test, "students");
    tv_test_wait_until (tv_door_test_says (GTK_WIDGET (page), "•••"));
    g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (test->window->names_banner)));
    tv_ui_test_picture (window, "role-principal-vi-light");

    g_assert_true (gtk_widget_activate_action (window, "win.show-names", NULL));
    tv_test_wait_until ((form = find_form ()));
    g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (form), "accept"));
    gtk_editable_set_text (
        GTK_EDITABLE (tv_ui_test_find (form, ADW_TYPE_ENTRY_ROW, _ ("Why they are needed"))),
        "Phụ huynh hỏi");
    tv_ui_test_picture (form, "role-principal-reason-vi-light");
    adw_message_dialog_response (ADW_MESSAGE_DIALOG (form), "accept");
    gtk_window_destroy (GTK_WINDOW (form));
    tv_test_wait_until (!tv_door_test_says (GTK_WIDGET (page), "•••"));
    g_assert_true (tv_door_test_says (
        window, _ ("The children's names and records are shown for a quarter of an hour. The "
                   "history tells that you asked for them, and why.")));
    tv_ui_test_settle (window);
    tv_ui_test_picture (window, "role-principal-names-vi-light");
}

/* What belongs to the school is not for whoever may only measure. */
static void
test_preferences (void)
{
    g_autoptr (TvUiTest) test = open_as (TV_ROLE_TEACHER);
    GtkWidget *window = tv_preferences_window_new (GTK_WINDOW (test->window), test->workspace);

    gtk_window_present (GTK_WINDOW (window));
    tv_ui_test_settle (window);
    g_assert_null (tv_ui_test_find (window, ADW_TYPE_ENTRY_ROW, _ ("Name of the school")));
    g_assert_null (tv_ui_test_find (window, GTK_TYPE_LABEL, _ ("Backups")));
    g_assert_nonnull (tv_ui_test_find (window, ADW_TYPE_COMBO_ROW,
                                       _ ("Lock when nobody touches keyboard and pointer")));
    tv_ui_test_picture (window, "role-teacher-preferences-vi-light");
    gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    if (!tv_engine_encrypts ()) {
        g_test_skip ("built without encryption");
        return 0;
    }
    g_test_add_func ("/ui/roles/nurse", test_nurse);
    g_test_add_func ("/ui/roles/teacher", test_teacher);
    g_test_add_func ("/ui/roles/auditor", test_auditor);
    g_test_add_func ("/ui/roles/principal", test_principal);
    g_test_add_func ("/ui/roles/preferences", test_preferences);
    return g_test_run ();
}
