/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Nobody is at the machine: nothing of the book is seen, and whoever comes back finds it as it was
 * left. */

#include "tests/ui/tv-door-test.h"
#include "tests/ui/tv-keys-test.h"
#include "tests/ui/tv-measuring-test.h"

#include "ui/settings/tv-preferences-window.h"
#include "ui/shell/tv-settings.h"
#include "ui/shell/tv-window-private.h"
#include "ui/sign-in/tv-away-watch.h"
#include "ui/students/tv-student-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

static TvUiTest *
open_protected (void)
{
    TvUiTest *test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);

    g_free (tv_door_test_protect (test));
    return test;
}

static GtkEditable *
cell_at (TvMeasuringPage *page, guint index)
{
    return GTK_EDITABLE (tv_measuring_line_get_cell (tv_measuring_grid_get_line (page->grid, index),
                                                     TV_QUANTITY_WEIGHT));
}

/* By key, as a hand does it. */
static void
lock (TvUiTest *test)
{
    tv_keys_test_press ("ctrl+l");
    tv_test_wait_until (tv_window_is_locked (test->window));
}

static void
come_back (TvUiTest *test)
{
    tv_door_test_sign_in (GTK_WIDGET (test->window), NULL, TV_DOOR_NURSE_PASSWORD);
    tv_test_wait_until (!tv_window_is_locked (test->window));
    tv_ui_test_settle (GTK_WIDGET (test->window));
}

/* Not committed, not lost: "1" would be a weight, and it is none yet. */
static void
test_half_typed_cell (void)
{
    g_autoptr (TvUiTest) test = open_protected ();
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    g_autoptr (TvMeasurement) saved = NULL;
    GtkEditable *cell = cell_at (page, 1);

    tv_keys_test_take_keyboard (test);
    tv_measuring_grid_focus (page->grid, tv_measuring_grid_get_line (page->grid, 1),
                             TV_QUANTITY_WEIGHT);
    tv_keys_test_type ("15");
    tv_keys_test_press ("Left");
    g_assert_cmpstr (gtk_editable_get_text (cell), ==, "15");
    g_assert_cmpint (gtk_editable_get_position (cell), ==, 1);
    lock (test);
    come_back (test);
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    g_assert_cmpstr (gtk_editable_get_text (cell), ==, "15");
    g_assert_cmpint (gtk_editable_get_position (cell), ==, 1);
    g_assert_true (
        gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (test->window)), GTK_WIDGET (cell))
        || gtk_window_get_focus (GTK_WINDOW (test->window)) == GTK_WIDGET (cell));
    g_assert_null (((const TvMeasuringRow *) g_ptr_array_index (page->sheet->rows, 1))->current);

    /* And typing goes on. */
    tv_keys_test_press ("End");
    tv_keys_test_type (",4");
    tv_keys_test_press ("Return");
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    saved = tv_measuring_test_read (test, page, 1);
    g_assert_cmpint (saved->weight_g, ==, 15400);
}

static gboolean
any_window_says (const char *words)
{
    GListModel *windows = gtk_window_get_toplevels ();

    for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
        g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

        if (tv_door_test_says (window, words))
            return TRUE;
    }
    return FALSE;
}

static guint
count_mapped_windows (void)
{
    GListModel *windows = gtk_window_get_toplevels ();
    guint n = 0;

    for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
        g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

        n += gtk_widget_get_mapped (window) ? 1 : 0;
    }
    return n;
}

/* Everything that can be reached from the window by Tab or by a screen reader is visible, and so
 * are all above it. */
static gboolean
is_reachable (GtkWidget *widget)
{
    for (GtkWidget *w = widget; w; w = gtk_widget_get_parent (w)) {
        if (!gtk_widget_get_visible (w))
            return FALSE;
    }
    return TRUE;
}

static void
test_nothing_is_readable (void)
{
    g_autoptr (TvUiTest) test = open_protected ();
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    TvStudent *student
        = (TvStudent *) tv_measuring_line_get_student (tv_measuring_grid_get_line (page->grid, 0));
    g_autofree char *name = g_strdup (student->name);
    GtkWidget *window = GTK_WIDGET (test->window), *dialog;
    guint n_windows;

    dialog
        = GTK_WIDGET (tv_student_dialog_present (test->workspace, student, 0, GTK_WIDGET (page)));
    tv_ui_test_settle (dialog);
    n_windows = count_mapped_windows ();
    g_assert_true (any_window_says (name));
    tv_window_lock (test->window);
    g_assert_false (any_window_says (name));
    g_assert_cmpuint (count_mapped_windows (), ==, 1);
    g_assert_false (is_reachable (GTK_WIDGET (page)));
    for (guint i = 0; i < 50; i++)
        g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD) || i > 0);
    g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                            GTK_WIDGET (test->window->toast_overlay)));
    g_assert_false (tv_door_test_can (test, "win.undo"));
    g_assert_false (tv_door_test_can (test, "win.show-page('students')"));

    /* What opens only now stays hidden until somebody has signed in. */
    tv_test_wait_until (tv_ui_test_find (window, ADW_TYPE_ENTRY_ROW, _ ("Password")));
    g_object_set (dialog, "visible", TRUE, NULL);
    g_assert_false (any_window_says (name));
    tv_ui_test_picture (window, "locked-vi-light");
    come_back (test);
    g_assert_cmpuint (count_mapped_windows (), ==, n_windows);
    g_assert_true (any_window_says (name));
    gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    char **text = user_data;
    char *read = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

    *text = read ? read : g_strdup ("");
}

static void
test_clipboard (void)
{
    g_autoptr (TvUiTest) test = open_protected ();
    GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (test->window));
    g_autofree char *text = NULL;

    gdk_clipboard_set_text (clipboard, "Nguyễn Gia Bảo 15,4");
    g_assert_true (gdk_clipboard_is_local (clipboard));
    tv_window_lock (test->window);
    gdk_clipboard_read_text_async (clipboard, NULL, clipboard_read_cb, &text);
    tv_test_wait_until (text);
    g_assert_cmpstr (text, ==, "");
    come_back (test);
}

/* A book without a password is hidden all the same, and says what that is worth. */
static void
test_plain_book (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 30);
    GtkWidget *window = GTK_WIDGET (test->window), *button = NULL;

    tv_keys_test_take_keyboard (test);
    lock (test);
    tv_test_wait_until ((button = tv_ui_test_find (window, GTK_TYPE_BUTTON, _ ("_Continue"))));
    g_assert_false (is_reachable (GTK_WIDGET (test->window->page_stack)));
    tv_ui_test_picture (window, "hidden-vi-light");
    g_signal_emit_by_name (button, "clicked");
    tv_test_wait_until (!tv_window_is_locked (test->window));
    tv_ui_test_settle (window);
    g_assert_true (is_reachable (GTK_WIDGET (test->window->page_stack)));
    g_assert_true (gtk_widget_activate_action (window, "win.show-page", "s", "rates"));
    tv_ui_test_settle (window);
}

static GtkWidget *
find_preferences (void)
{
    GListModel *windows = gtk_window_get_toplevels ();

    for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
        g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

        if (TV_IS_PREFERENCES_WINDOW (window) && gtk_widget_get_mapped (window))
            return window;
    }
    return NULL;
}

/* From the hidden book straight to giving it a password. */
static void
test_way_to_protection (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 30);
    GtkWidget *window = GTK_WIDGET (test->window), *button = NULL, *preferences = NULL;

    tv_window_lock (test->window);
    tv_test_wait_until (
        (button = tv_ui_test_find (window, GTK_TYPE_BUTTON, _ ("_Protect this book…"))));
    g_signal_emit_by_name (button, "clicked");
    tv_test_wait_until ((preferences = find_preferences ()));
    g_assert_false (tv_window_is_locked (test->window));
    g_assert_cmpstr (
        adw_preferences_window_get_visible_page_name (ADW_PREFERENCES_WINDOW (preferences)), ==,
        "people");
    tv_ui_test_settle (preferences);
    gtk_window_destroy (GTK_WINDOW (preferences));
}

typedef struct {
    GMutex mutex;
    GCond released;
    gboolean is_released;
} Work;

static gpointer
work_until_released (TvConnection *connection, gpointer input, GCancellable *cancellable,
                     GError **error)
{
    Work *work = input;

    g_mutex_lock (&work->mutex);
    while (!work->is_released)
        g_cond_wait (&work->released, &work->mutex);
    g_mutex_unlock (&work->mutex);
    return g_strdup ("done");
}

static void
work_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (GError) error = NULL;
    char **answer = user_data;

    *answer = tv_store_read_finish (TV_STORE (source), result, &error);
    g_assert_no_error (error);
}

/* What is under way is finished before the book is locked, and hidden at once. */
static void
test_work_under_way (void)
{
    g_autoptr (TvUiTest) test = open_protected ();
    GtkWidget *window = GTK_WIDGET (test->window);
    Work work = { .is_released = FALSE };
    g_autofree char *answer = NULL;

    tv_store_read_async (test->store, work_until_released, &work, NULL, g_free, NULL, work_done_cb,
                         &answer);
    tv_window_lock (test->window);
    g_assert_false (is_reachable (GTK_WIDGET (test->window->page_stack)));
    tv_ui_test_settle (window);
    g_assert_true (tv_door_test_says (window, _ ("Locking the record book…")));
    g_assert_null (answer);
    tv_ui_test_picture (window, "locking-vi-light");
    g_mutex_lock (&work.mutex);
    work.is_released = TRUE;
    g_cond_signal (&work.released);
    g_mutex_unlock (&work.mutex);
    tv_test_wait_until (answer);
    come_back (test);
    g_assert_false (tv_store_is_locked (test->store));
}

/* A window with a book in it that is neither of these. */
static TvWindow *
find_other_window (TvUiTest *test, TvWindow *known)
{
    for (GList *link = gtk_application_get_windows (GTK_APPLICATION (test->application)); link;
         link = link->next) {
        if (TV_IS_WINDOW (link->data) && link->data != test->window && link->data != known
            && tv_window_get_page_code (link->data))
            return link->data;
    }
    return NULL;
}

/* What was half typed waits for whoever typed it, also over somebody else's work. */
static void
assert_waits (TvUiTest *test, TvWindow *other)
{
    TvWindow *third = NULL;
    TvMeasuringPage *page;

    tv_window_lock (other);
    tv_door_test_sign_in (GTK_WIDGET (other), tv_role_label (TV_ROLE_NURSE),
                          TV_DOOR_NURSE_PASSWORD);
    tv_test_wait_until ((third = find_other_window (test, other)));
    page = TV_MEASURING_PAGE (tv_window_show_page (third, "measuring"));
    tv_test_wait_until (tv_measuring_test_is_settled (page)
                        && tv_measuring_line_has_brought (
                            tv_measuring_grid_get_line (page->grid, 0), TV_QUANTITY_WEIGHT));
    g_assert_cmpstr (gtk_editable_get_text (cell_at (page, 0)), ==, "15");
    gtk_window_destroy (GTK_WINDOW (third));
}

/* Nothing of what the one before looked at is left. */
static void
test_another_person (void)
{
    g_autoptr (TvUiTest) test = open_protected ();
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    g_autofree char *name = g_strdup (
        tv_measuring_line_get_student (tv_measuring_grid_get_line (page->grid, 0))->name);
    TvWindow *other = NULL;

    tv_measuring_grid_focus (page->grid, tv_measuring_grid_get_line (page->grid, 0),
                             TV_QUANTITY_WEIGHT);
    gtk_editable_set_text (cell_at (page, 0), "15");
    tv_window_lock (test->window);
    tv_door_test_sign_in (GTK_WIDGET (test->window), "Hiệu trưởng", TV_DOOR_PRINCIPAL_PASSWORD);
    tv_test_wait_until ((other = find_other_window (test, NULL)));
    tv_test_wait_until (!gtk_widget_get_mapped (GTK_WIDGET (test->window)));
    g_assert_false (tv_door_test_says (GTK_WIDGET (other),
                                       _ ("What somebody else had begun to type is not in the "
                                          "book.")));
    tv_window_show_page (other, "students");
    tv_ui_test_settle (GTK_WIDGET (other));
    tv_test_wait_until (tv_door_test_says (GTK_WIDGET (other), "•••"));
    g_assert_false (any_window_says (name));
    assert_waits (test, other);
}

static void
note_away (TvAwayWatch *watch, gboolean *is_away)
{
    *is_away = TRUE;
}

/* A key begins the minutes anew; when they are over nobody is there. */
static void
test_idle (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 30);
    g_autoptr (TvAwayWatch) watch = tv_away_watch_new (GTK_APPLICATION (test->application));
    gboolean is_away = FALSE;
    GSource *first, *second;
    guint first_id;

    g_signal_connect (watch, "away", G_CALLBACK (note_away), &is_away);
    first = g_main_context_find_source_by_user_data (NULL, watch);
    first_id = g_source_get_id (first);
    tv_keys_test_take_keyboard (test);
    tv_keys_test_press ("Tab");
    tv_test_wait_until ((second = g_main_context_find_source_by_user_data (NULL, watch))
                        && g_source_get_id (second) != first_id);
    g_settings_set_uint (tv_settings_get (), "lock-after-minutes", 0);
    g_assert_null (g_main_context_find_source_by_user_data (NULL, watch));
    g_settings_set_uint (tv_settings_get (), "lock-after-minutes", 5);
    second = g_main_context_find_source_by_user_data (NULL, watch);
    g_assert_cmpint ((g_source_get_ready_time (second) - g_get_monotonic_time ()) / G_USEC_PER_SEC,
                     >=, 5 * 60 - 5);
    g_source_set_ready_time (second, 0);
    tv_test_wait_until (is_away);
    g_settings_reset (tv_settings_get (), "lock-after-minutes");
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/ui/lock/plain-book", test_plain_book);
    g_test_add_func ("/ui/lock/idle", test_idle);
    if (!tv_engine_encrypts ())
        return g_test_run ();
    g_test_add_func ("/ui/lock/way-to-protection", test_way_to_protection);
    g_test_add_func ("/ui/lock/half-typed-cell", test_half_typed_cell);
    g_test_add_func ("/ui/lock/nothing-is-readable", test_nothing_is_readable);
    g_test_add_func ("/ui/lock/work-under-way", test_work_under_way);
    g_test_add_func ("/ui/lock/clipboard", test_clipboard);
    g_test_add_func ("/ui/lock/another-person", test_another_person);
    return g_test_run ();
}
