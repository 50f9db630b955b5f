/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The self-test, asked for in the main menu: it runs behind the window, which keeps its language,
 * and what it found is there to be read. */

#include "tests/ui/tv-ui-test.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

static GtkWindow *
find_text_window (TvUiTest *test)
{
    g_autoptr (GList) windows = gtk_window_list_toplevels ();

    for (GList *link = windows; link; link = link->next) {
        if (ADW_IS_WINDOW (link->data)
            && gtk_window_get_transient_for (link->data) == GTK_WINDOW (test->window))
            return link->data;
    }
    return NULL;
}

static guint
count_text_windows (TvUiTest *test)
{
    g_autoptr (GList) windows = gtk_window_list_toplevels ();
    guint n_windows = 0;

    for (GList *link = windows; link; link = link->next)
        n_windows += ADW_IS_WINDOW (link->data)
                     && gtk_window_get_transient_for (link->data) == GTK_WINDOW (test->window);
    return n_windows;
}

static GtkWidget *
find_main_menu (GtkWidget *root)
{
    if (GTK_IS_MENU_BUTTON (root) && gtk_menu_button_get_primary (GTK_MENU_BUTTON (root)))
        return root;
    for (GtkWidget *child = gtk_widget_get_first_child (root); child;
         child = gtk_widget_get_next_sibling (child)) {
        GtkWidget *found = find_main_menu (child);

        if (found)
            return found;
    }
    return NULL;
}

/* Opens the main menu and presses one of its items, as a mouse does. */
static void
press_menu_item (TvUiTest *test, const char *label)
{
    GtkWidget *button = find_main_menu (GTK_WIDGET (test->window));
    GtkWidget *item;

    g_assert_nonnull (button);
    gtk_menu_button_popup (GTK_MENU_BUTTON (button));
    tv_test_wait_until ((item = tv_ui_test_find (button, GTK_TYPE_LABEL, label)));
    tv_ui_test_settle (GTK_WIDGET (test->window));
    while (item && !gtk_widget_activate (item))
        item = gtk_widget_get_parent (item);
    g_assert_nonnull (item);
}

static const char *
get_result (GtkWindow *window)
{
    GtkWidget *pane = tv_ui_test_find (GTK_WIDGET (window), GTK_TYPE_SCROLLED_WINDOW, NULL);

    return gtk_label_get_label (GTK_LABEL (tv_ui_test_find (pane, GTK_TYPE_LABEL, NULL)));
}

static void
test_menu (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    GtkWindow *window;
    const char *text;

    tv_ui_test_settle (GTK_WIDGET (test->window));
    press_menu_item (test, _ ("Self-test"));
    tv_test_wait_until ((window = find_text_window (test)));
    g_assert_cmpstr (gtk_window_get_title (window), ==, _ ("Self-test"));
    g_assert_cmpint (tv_language_get (), ==, TV_LANGUAGE_VIETNAMESE);
    text = get_result (window);
    g_assert_true (g_str_has_prefix (text, "Tầm Vóc " TV_VERSION));
    g_assert_nonnull (strstr (text, _ ("All right.")));
    g_assert_nonnull (strstr (text, _ ("The z-scores of solved cases come out")));
    tv_ui_test_picture (GTK_WIDGET (window), "self-test-vi-light");
    gtk_window_destroy (window);
}

static void
ask_for_test (TvUiTest *test)
{
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (test->window), "win.self-test", NULL));
}

static void
wait_a_while (void)
{
    for (guint i = 0; i < 50; i++) {
        g_usleep (10000);
        tv_ui_test_turn ();
    }
}

/* Asked for twice it runs once; when its window is closed, it can be asked for again. */
static void
test_twice (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    GtkWindow *window;

    tv_ui_test_settle (GTK_WIDGET (test->window));
    for (guint i = 0; i < 2; i++) {
        ask_for_test (test);
        ask_for_test (test);
        tv_test_wait_until ((window = find_text_window (test)));
        ask_for_test (test);
        wait_a_while ();
        g_assert_cmpuint (count_text_windows (test), ==, 1);
        gtk_window_destroy (window);
        tv_test_wait_until (!find_text_window (test));
    }
}

/* Whoever closes the window while the test runs gets no other one, and nothing breaks. */
static void
test_closed_meanwhile (void)
{
    TvUiTest *test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);

    tv_ui_test_settle (GTK_WIDGET (test->window));
    ask_for_test (test);
    tv_ui_test_close (test);
    wait_a_while ();
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/ui/self-test/menu", test_menu);
    g_test_add_func ("/ui/self-test/twice", test_twice);
    g_test_add_func ("/ui/self-test/closed-meanwhile", test_closed_meanwhile);
    return g_test_run ();
}
