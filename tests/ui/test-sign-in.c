/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The way into a protected book: the program opens it, and the window asks who is there. */

#include "tests/ui/tv-door-test.h"

#include "store/tv-store-error.h"
#include "ui/shell/tv-first-start.h"
#include "ui/shell/tv-settings.h"
#include "ui/shell/tv-window-private.h"
#include "workflows/tv-error-sentence.h"

#include <glib/gi18n.h>
#include <string.h>

/* A protected book that nobody has open, and the window in which the program asks for it. */
typedef struct {
    TvUiTest *test;
    char *code;
    TvWindow *window;
} Door;

static TvWindow *
find_asking (TvUiTest *test)
{
    for (GList *link = gtk_application_get_windows (GTK_APPLICATION (test->application)); link;
         link = link->next) {
        if (TV_IS_WINDOW (link->data)
            && tv_ui_test_find (link->data, ADW_TYPE_ENTRY_ROW, _ ("Password")))
            return link->data;
    }
    return NULL;
}

static void
open_door (Door *self)
{
    TvWindow *window = NULL;

    tv_application_open_book (self->test->application, self->test->folder);
    tv_test_wait_until ((window = find_asking (self->test)));
    self->window = g_object_ref (window);
    gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
    tv_ui_test_settle (GTK_WIDGET (window));
}

static void
set_up (Door *self, gconstpointer data)
{
    self->test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 30);
    self->code = tv_door_test_protect (self->test);
    g_settings_reset (tv_settings_get (), "signed-in-last");
    tv_store_close (self->test->store);
    gtk_window_destroy (GTK_WINDOW (self->test->window));
    open_door (self);
}

static void
tear_down (Door *self, gconstpointer data)
{
    gtk_window_destroy (GTK_WINDOW (self->window));
    g_clear_object (&self->window);
    tv_ui_test_close (self->test);
    g_free (self->code);
}

static GtkWidget *
password_row (Door *self)
{
    return tv_door_test_row (GTK_WIDGET (self->window), _ ("Password"));
}

static gboolean
is_in (Door *self)
{
    return tv_window_get_page_code (self->window) != NULL;
}

static gboolean
is_told (Door *self, TvStoreError code)
{
    g_autoptr (GError) error = g_error_new_literal (TV_STORE_ERROR, code, "");
    g_autofree char *sentence = tv_error_sentence (error);

    return tv_door_test_says (GTK_WIDGET (self->window), sentence);
}

static void
test_wrong_then_right (Door *self, gconstpointer data)
{
    GtkWidget *window = GTK_WIDGET (self->window);
    int start, end;

    tv_ui_test_picture (window, "sign-in-vi-light");
    g_assert_false (
        gtk_widget_is_sensitive (tv_ui_test_find (window, GTK_TYPE_BUTTON, _ ("_Sign in"))));
    tv_door_test_sign_in (window, "Hiệu trưởng", "sai rồi");
    tv_test_wait_until (is_told (self, TV_STORE_ERROR_WRONG_PASSWORD)
                        && gtk_widget_is_sensitive (password_row (self)));
    g_assert_false (is_in (self));
    /* It stays, selected, to be typed anew. */
    g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (password_row (self))), ==, "sai rồi");
    g_assert_true (
        gtk_editable_get_selection_bounds (GTK_EDITABLE (password_row (self)), &start, &end));
    g_assert_cmpint (end - start, ==, 7);
    g_assert_true (
        gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), password_row (self)));
    tv_ui_test_picture (window, "sign-in-wrong-vi-light");

    tv_door_test_sign_in (window, NULL, TV_DOOR_PRINCIPAL_PASSWORD);
    tv_test_wait_until (is_in (self));
    g_assert_cmpstr (gtk_label_get_label (self->window->person_label), ==, "Hiệu trưởng");
    g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (self->window->person_label)));
    tv_ui_test_settle (window);
}

/* Whoever signed in last is chosen again. */
static void
test_last_one_is_chosen (Door *self, gconstpointer data)
{
    AdwComboRow *who;

    tv_door_test_sign_in (GTK_WIDGET (self->window), "Kiểm tra", TV_DOOR_AUDITOR_PASSWORD);
    tv_test_wait_until (is_in (self));
    tv_store_close (tv_workspace_get_store (self->window->workspace));
    gtk_window_destroy (GTK_WINDOW (self->window));
    g_clear_object (&self->window);
    tv_ui_test_turn ();
    self->window = TV_WINDOW (tv_window_new (GTK_APPLICATION (self->test->application),
                                             g_object_ref (self->test->workspace)));
    g_object_ref (self->window);
    tv_workspace_set_store (self->test->workspace, NULL);
    tv_window_ask_sign_in (self->window, self->test->folder);
    gtk_window_present (GTK_WINDOW (self->window));
    tv_test_wait_until (
        tv_ui_test_find (GTK_WIDGET (self->window), ADW_TYPE_COMBO_ROW, _ ("Who are you?")));
    who = ADW_COMBO_ROW (tv_door_test_row (GTK_WIDGET (self->window), _ ("Who are you?")));
    tv_test_wait_until (adw_combo_row_get_selected_item (who));
    g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (who)), ==,
                     "Kiểm tra");
    g_object_unref (self->test->workspace);
}

static gboolean
is_counting_down (Door *self)
{
    for (guint n_seconds = 1; n_seconds <= 2; n_seconds++) {
        g_autofree char *sentence = g_strdup_printf (
            ngettext ("After several wrong passwords the next one has to wait: %u second.",
                      "After several wrong passwords the next one has to wait: %u seconds.",
                      n_seconds),
            n_seconds);

        if (tv_door_test_says (GTK_WIDGET (self->window), sentence))
            return TRUE;
    }
    return FALSE;
}

static void
try_wrong (Door *self)
{
    tv_door_test_sign_in (GTK_WIDGET (self->window), NULL, "sai");
    tv_test_wait_until (is_told (self, TV_STORE_ERROR_WRONG_PASSWORD) || is_counting_down (self));
}

/* On a busy machine the wait may have begun later than the form was asked. */
static gboolean
gets_in (Door *self)
{
    GtkWidget *row
        = tv_ui_test_find (GTK_WIDGET (self->window), ADW_TYPE_ENTRY_ROW, _ ("Password"));

    if (row && gtk_widget_is_sensitive (row))
        tv_door_test_sign_in (GTK_WIDGET (self->window), NULL, TV_DOOR_NURSE_PASSWORD);
    return is_in (self);
}

/* After three wrong ones the form waits, says for how long, and comes back by itself. */
static void
test_too_soon (Door *self, gconstpointer data)
{
    GtkWidget *window = GTK_WIDGET (self->window);

    for (guint i = 0; i < 4; i++)
        try_wrong (self);
    g_assert_false (gtk_widget_is_sensitive (password_row (self)));
    g_assert_true (is_counting_down (self));
    tv_ui_test_picture (window, "sign-in-too-soon-vi-light");
    tv_test_wait_until (gtk_widget_is_sensitive (password_row (self)));
    g_assert_false (is_counting_down (self));
    tv_test_wait_until (gets_in (self));
}

static void
press (Door *self, const char *label)
{
    GtkWidget *button = tv_ui_test_find (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, label);

    g_assert_nonnull (button);
    g_assert_true (gtk_widget_is_sensitive (button));
    g_signal_emit_by_name (button, "clicked");
}

static void
type_into (Door *self, const char *title, const char *text)
{
    gtk_editable_set_text (GTK_EDITABLE (tv_door_test_row (GTK_WIDGET (self->window), title)),
                           text);
}

/* The printed code lets in whoever forgot the password, and the new one holds from then on. */
static void
test_recovery (Door *self, gconstpointer data)
{
    GtkWidget *window = GTK_WIDGET (self->window), *button;

    tv_test_wait_until (gtk_widget_is_sensitive (password_row (self)));
    press (self, _ ("_Forgot the password?"));
    button = tv_ui_test_find (window, GTK_TYPE_BUTTON, _ ("_Set the password and sign in"));
    type_into (self, _ ("Recovery code"), "AAAAA-BBBBB");
    type_into (self, _ ("New password"), "mật khẩu mới tinh");
    type_into (self, _ ("New password once more"), "mật khẩu khác");
    g_assert_false (gtk_widget_is_sensitive (button));
    tv_ui_test_picture (window, "sign-in-recovery-vi-light");
    type_into (self, _ ("New password once more"), "mật khẩu mới tinh");
    press (self, _ ("_Set the password and sign in"));
    tv_test_wait_until (gtk_widget_is_sensitive (button));
    g_assert_false (is_in (self));
    type_into (self, _ ("Recovery code"), self->code);
    press (self, _ ("_Set the password and sign in"));
    tv_test_wait_until (is_in (self));

    tv_window_lock (self->window);
    tv_door_test_sign_in (window, NULL, "mật khẩu mới tinh");
    tv_test_wait_until (!tv_window_is_locked (self->window));
}

/* The password is right, but the last day is past. */
static void
test_ended_person (Door *self, gconstpointer data)
{
    tv_door_test_sign_in (GTK_WIDGET (self->window), "Làm thay", TV_DOOR_ENDED_PASSWORD);
    tv_test_wait_until (tv_door_test_says (
        GTK_WIDGET (self->window),
        _ ("That password is right, but this person does not act in the book any more: the last "
           "day is past. The school nurse or the principal can set another last day.")));
    g_assert_false (is_in (self));
}

static gboolean
shows_first_start (Door *self)
{
    for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self->test->application));
         link; link = link->next) {
        if (TV_IS_FIRST_START (link->data))
            return TRUE;
    }
    return FALSE;
}

static void
test_back (Door *self, gconstpointer data)
{
    g_signal_emit_by_name (self->window->sign_in_page, "left");
    /* Another book may be open still, from a test before; then its window is what is left. */
    g_assert_null (find_asking (self->test));
    g_assert_true (
        shows_first_start (self)
        || g_list_length (gtk_application_get_windows (GTK_APPLICATION (self->test->application)))
               == 0);
}

static void
test_pictures (Door *self, gconstpointer data)
{
    GtkSettings *settings = gtk_settings_get_default ();
    int dpi, width;

    tv_test_wait_until (gtk_widget_is_sensitive (password_row (self)));
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                        ADW_COLOR_SCHEME_FORCE_DARK);
    tv_ui_test_picture (GTK_WIDGET (self->window), "sign-in-vi-dark");
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                        ADW_COLOR_SCHEME_FORCE_LIGHT);
    g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
    g_object_set (settings, "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
    tv_ui_test_picture (GTK_WIDGET (self->window), "sign-in-large-text-vi-light");
    gtk_widget_measure (GTK_WIDGET (self->window), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL,
                        NULL, NULL);
    g_assert_cmpint (width, <=, 1366);
    g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

static void
add (const char *path, void (*test) (Door *, gconstpointer))
{
    g_test_add (path, Door, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    if (!tv_engine_encrypts ()) {
        g_test_skip ("built without encryption");
        return 0;
    }
    add ("/ui/sign-in/back", test_back);
    add ("/ui/sign-in/wrong-then-right", test_wrong_then_right);
    add ("/ui/sign-in/last-one-is-chosen", test_last_one_is_chosen);
    add ("/ui/sign-in/too-soon", test_too_soon);
    add ("/ui/sign-in/recovery", test_recovery);
    add ("/ui/sign-in/ended-person", test_ended_person);
    add ("/ui/sign-in/pictures", test_pictures);
    return g_test_run ();
}
