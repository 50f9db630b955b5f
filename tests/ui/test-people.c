/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* People, passwords and the protection of the book, in the preferences. */

#include "tests/ui/tv-form-test.h"

#include "ui/settings/tv-person-row.h"
#include "ui/settings/tv-preferences-window.h"
#include "ui/settings/tv-protect-window.h"
#include "ui/widgets/tv-form-dialog.h"
#include "workflows/tv-error-sentence.h"
#include "workflows/tv-protection.h"

#include <glib/gi18n.h>
#include <string.h>

#define PASSWORD "ba từ dễ nhớ"
#define SECOND_PASSWORD "bốn từ dễ nhớ hơn"
/* What a small screen has room for, in pixels. */
#define WIDEST 720

static GtkWidget *
open_people (TvUiTest *test)
{
    GtkWidget *window = tv_preferences_window_new (GTK_WINDOW (test->window), test->workspace);

    gtk_window_present (GTK_WINDOW (window));
    adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (window), "people");
    tv_test_wait_until (tv_ui_test_find (window, TV_TYPE_PERSON_ROW, NULL));
    tv_ui_test_settle (window);
    return window;
}

static GtkWidget *
activate (GtkWidget *window, const char *title, GType type)
{
    GtkWidget *row = tv_ui_test_find (window, ADW_TYPE_ACTION_ROW, title);
    GtkWidget *opened = NULL;

    g_assert_nonnull (row);
    g_signal_emit_by_name (row, "activated");
    tv_test_wait_until ((opened = tv_form_test_find_window (type)));
    tv_ui_test_settle (opened);
    return opened;
}

static void
test_a_substitute_is_added (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 12);
    GtkWidget *window = open_people (test);
    GtkWidget *dialog = activate (window, _ ("Add somebody…"), TV_TYPE_FORM_DIALOG);
    GtkWidget *role = tv_ui_test_find (dialog, ADW_TYPE_COMBO_ROW, _ ("Role"));
    const char *until = _ ("Last day, for a substitute (empty: without end)");

    g_assert_false (tv_form_test_can_accept (dialog));
    tv_form_test_type (dialog, _ ("Full name"), "Lê Thị Thay");
    g_assert_false (tv_form_test_can_accept (dialog)); /* a class teacher without a class */
    adw_combo_row_set_selected (ADW_COMBO_ROW (role), TV_ROLE_NURSE);
    g_assert_true (tv_form_test_can_accept (dialog));
    tv_form_test_type (dialog, until, "32/13/2026");
    g_assert_false (tv_form_test_can_accept (dialog));
    tv_form_test_type (dialog, until, "31/12/2026");
    tv_form_test_accept (dialog);
    tv_test_wait_until (tv_ui_test_find (window, TV_TYPE_PERSON_ROW, "Lê Thị Thay"));
    g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (
                                  tv_ui_test_find (window, TV_TYPE_PERSON_ROW, "Lê Thị Thay"))),
                              "31/12/2026"));
    gtk_window_destroy (GTK_WINDOW (window));
}

static const char *
describe (GtkWidget *window, const char *name)
{
    GtkWidget *row = tv_ui_test_find (window, TV_TYPE_PERSON_ROW, name);

    return row ? adw_action_row_get_subtitle (ADW_ACTION_ROW (row)) : "";
}

/* The menu is there whenever it offers something. */
static void
choose (GtkWidget *window, const char *name, const char *action)
{
    GtkWidget *row = tv_ui_test_find (window, TV_TYPE_PERSON_ROW, name);

    g_assert_nonnull (tv_ui_test_find (row, GTK_TYPE_MENU_BUTTON, NULL));
    g_assert_true (gtk_widget_activate_action (row, action, NULL));
}

static void
test_somebody_comes_back (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 12);
    GtkWidget *window = open_people (test);
    GtkWidget *dialog = activate (window, _ ("Add somebody…"), TV_TYPE_FORM_DIALOG);
    GtkWidget *role = tv_ui_test_find (dialog, ADW_TYPE_COMBO_ROW, _ ("Role"));
    const char *name = "Lê Thị Thay";

    adw_combo_row_set_selected (ADW_COMBO_ROW (role), TV_ROLE_NURSE);
    tv_form_test_type (dialog, _ ("Full name"), name);
    tv_form_test_accept (dialog);
    tv_test_wait_until (tv_ui_test_find (window, TV_TYPE_PERSON_ROW, name));
    choose (window, name, "person.end-wanted");
    tv_test_wait_until (strstr (describe (window, name), _ ("no longer acts in the book")));
    tv_ui_test_settle (window);
    tv_ui_test_picture (window, "people-ended-vi");
    choose (window, name, "person.return-wanted");
    tv_test_wait_until (tv_ui_test_find (window, TV_TYPE_PERSON_ROW, name)
                        && !strstr (describe (window, name), _ ("no longer acts in the book")));
    g_assert_false (
        gtk_widget_has_css_class (tv_ui_test_find (window, TV_TYPE_PERSON_ROW, name), "dim-label"));
    gtk_window_destroy (GTK_WINDOW (window));
}

/* The code's label stands on the second page only. */
static const char *
find_code (GtkWidget *root)
{
    const char *code = NULL;

    for (GtkWidget *child = gtk_widget_get_first_child (root); child && !code;
         child = gtk_widget_get_next_sibling (child)) {
        if (GTK_IS_LABEL (child)
            && g_regex_match_simple ("^([0-9A-Z]{5}-){5}[0-9A-Z]{5}$",
                                     gtk_label_get_label (GTK_LABEL (child)), 0, 0))
            return gtk_label_get_label (GTK_LABEL (child));
        code = find_code (child);
    }
    return code;
}

static GtkWidget *
find_button (GtkWidget *window, const char *label)
{
    GtkWidget *button = tv_ui_test_find (window, GTK_TYPE_BUTTON, label);

    g_assert_nonnull (button);
    return button;
}

static void
click (GtkWidget *window, const char *label)
{
    g_signal_emit_by_name (find_button (window, label), "clicked");
}

/* From the explanation to the code; the password is checked on the way. */
static GtkWidget *
go_to_code (GtkWidget *window)
{
    GtkWidget *protect = activate (window, _ ("Protect this book…"), TV_TYPE_PROTECT_WINDOW);
    GtkWidget *next = find_button (protect, _ ("_Next"));

    g_assert_false (gtk_widget_get_sensitive (next));
    tv_form_test_type (protect, _ ("Password"), "12345678");
    g_assert_nonnull (
        tv_ui_test_find (protect, GTK_TYPE_LABEL, tv_protection_find_weakness ("12345678")));
    tv_form_test_type (protect, _ ("Password"), PASSWORD);
    tv_form_test_type (protect, _ ("Password once more"), "ba từ");
    g_assert_false (gtk_widget_get_sensitive (next));
    tv_form_test_type (protect, _ ("Password once more"), PASSWORD);
    g_assert_true (gtk_widget_get_sensitive (next));
    tv_ui_test_picture (protect, "protect-password-vi");
    click (protect, _ ("_Next"));
    tv_ui_test_settle (protect);
    return protect;
}

/* As a hand writes them from paper. */
static char *
miswrite (const char *group)
{
    char *written = g_ascii_strdown (group, -1);

    return g_strdelimit (g_strdelimit (written, "0", 'o'), "1", 'l');
}

static void
protect (GtkWidget *window)
{
    GtkWidget *opened = go_to_code (window);
    const char *code = find_code (opened);
    const char *confirmation = _ ("The last five signs of the code, from the paper");
    const char *remark = _ ("These are not the last five signs of the code on the sheet.");
    g_autofree char *group = NULL;

    g_assert_nonnull (code);
    tv_ui_test_picture (opened, "protect-code-vi");
    g_assert_cmpint (gtk_widget_get_width (opened), <=, WIDEST);
    tv_form_test_type (opened, confirmation, "AAAA");
    g_assert_null (tv_ui_test_find (opened, GTK_TYPE_LABEL, remark)); /* still typing */
    tv_form_test_type (opened, confirmation, "AAAAA");
    g_assert_nonnull (tv_ui_test_find (opened, GTK_TYPE_LABEL, remark));
    g_assert_false (gtk_widget_get_sensitive (find_button (opened, _ ("_Protect the book"))));
    group = miswrite (code + strlen (code) - 5);
    tv_form_test_type (opened, confirmation, group);
    g_assert_null (tv_ui_test_find (opened, GTK_TYPE_LABEL, remark));
    g_assert_true (gtk_widget_get_sensitive (find_button (opened, _ ("_Protect the book"))));
    click (opened, _ ("_Protect the book"));
    tv_test_wait_until (!tv_form_test_find_window (TV_TYPE_PROTECT_WINDOW));
}

/* With Escape: what is being typed into has the key in hand while the dialog goes. */
static void
give_up_on_a_password (GtkWidget *window)
{
    GtkWidget *dialog = activate (window, _ ("Change my password…"), TV_TYPE_FORM_DIALOG);
    GtkWidget *row = tv_ui_test_find (dialog, ADW_TYPE_ENTRY_ROW, _ ("New password"));
    g_autoptr (GObject) text
        = g_object_ref (G_OBJECT (gtk_editable_get_delegate (GTK_EDITABLE (row))));

    g_object_add_weak_pointer (G_OBJECT (row), (gpointer *) &row);
    gtk_window_close (GTK_WINDOW (dialog));
    tv_test_wait_until (!row);
    g_object_notify (text, "has-focus");
    g_object_notify (text, "visibility");
}

static void
test_escape_closes_the_window (void)
{
    g_autoptr (TvUiTest) test = NULL;
    GtkWidget *window, *opened;

    if (!tv_protection_is_possible ())
        return;
    test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 12);
    window = open_people (test);
    opened = activate (window, _ ("Protect this book…"), TV_TYPE_PROTECT_WINDOW);
    g_assert_true (tv_ui_test_press_escape (opened));
    tv_test_wait_until (!tv_form_test_find_window (TV_TYPE_PROTECT_WINDOW));
    g_assert_false (tv_store_is_protected (test->store));
    gtk_window_destroy (GTK_WINDOW (window));
}

/* Beside a long line the chosen time was cut to its first sign. */
static void
test_the_time_until_locking_is_readable (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 12);
    GtkWidget *window = tv_preferences_window_new (GTK_WINDOW (test->window), test->workspace);
    GtkWidget *row, *label;
    g_autofree char *chosen = NULL;

    gtk_window_present (GTK_WINDOW (window));
    tv_ui_test_settle (window);
    row = tv_ui_test_find (window, ADW_TYPE_COMBO_ROW,
                           _ ("Lock when nobody touches keyboard and pointer"));
    g_assert_nonnull (row);
    adw_combo_row_set_selected (ADW_COMBO_ROW (row), 4);
    tv_ui_test_settle (window);
    chosen = g_strdup_printf (ngettext ("After %u minute", "After %u minutes", 30), 30u);
    label = tv_ui_test_find (row, GTK_TYPE_LABEL, chosen);
    g_assert_nonnull (label);
    g_assert_true (gtk_widget_get_mapped (label));
    g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
    tv_ui_test_picture (window, "preferences-lock-vi");
    gtk_window_destroy (GTK_WINDOW (window));
}

static const char *
wrong_sentence (void)
{
    static char *sentence;
    g_autoptr (GError) error = NULL;

    if (!sentence) {
        error = g_error_new_literal (TV_STORE_ERROR, TV_STORE_ERROR_WRONG_PASSWORD, "");
        sentence = tv_error_sentence (error);
    }
    return sentence;
}

static void
change_password (GtkWidget *window, const char *present, const char *told)
{
    GtkWidget *dialog = activate (window, _ ("Change my password…"), TV_TYPE_FORM_DIALOG);

    tv_form_test_type (dialog, _ ("New password"), SECOND_PASSWORD);
    tv_form_test_type (dialog, _ ("New password once more"), SECOND_PASSWORD);
    g_assert_false (tv_form_test_can_accept (dialog));
    tv_form_test_type (dialog, _ ("Your present password"), present);
    tv_ui_test_picture (dialog, "people-password-vi");
    tv_form_test_accept (dialog);
    tv_test_wait_until (tv_ui_test_find (window, GTK_TYPE_LABEL, told));
}

static char *
read_keys (TvUiTest *test)
{
    g_autofree char *path = g_build_filename (test->folder, "people", NULL);
    char *text = NULL;

    g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    return text;
}

static void
renew_code (GtkWidget *window)
{
    GtkWidget *opened = activate (window, _ ("New recovery code…"), TV_TYPE_PROTECT_WINDOW);
    const char *code = find_code (opened);

    tv_form_test_type (opened, _ ("The last five signs of the code, from the paper"),
                       code + strlen (code) - 5);
    g_assert_false (gtk_widget_get_sensitive (find_button (opened, _ ("_Use the new code"))));
    tv_form_test_type (opened, _ ("Your present password"), PASSWORD);
    click (opened, _ ("_Use the new code"));
    tv_test_wait_until (tv_ui_test_find (opened, GTK_TYPE_LABEL, wrong_sentence ()));
    tv_ui_test_picture (opened, "protect-new-code-vi");
    tv_form_test_type (opened, _ ("Your present password"), SECOND_PASSWORD);
    click (opened, _ ("_Use the new code"));
    tv_test_wait_until (!tv_form_test_find_window (TV_TYPE_PROTECT_WINDOW));
}

static void
remove_protection (GtkWidget *window, const char *present)
{
    GtkWidget *dialog = activate (window, _ ("Remove the protection…"), TV_TYPE_FORM_DIALOG);

    g_assert_false (tv_form_test_can_accept (dialog));
    tv_form_test_type (dialog, _ ("Your present password"), present);
    tv_form_test_accept (dialog);
}

/* Whoever finds the book open and nobody there changes nothing of this. */
static void
test_the_present_password_is_asked_for (void)
{
    g_autoptr (TvUiTest) test = NULL;
    g_autofree char *before = NULL, *refused = NULL, *changed = NULL, *renewed = NULL;
    GtkWidget *window;

    if (!tv_protection_is_possible ())
        return;
    test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 12);
    window = open_people (test);
    protect (window);
    tv_test_wait_until (tv_ui_test_find (window, ADW_TYPE_ACTION_ROW, _ ("Change my password…")));
    before = read_keys (test);
    change_password (window, "sai rồi nhé", wrong_sentence ());
    refused = read_keys (test);
    g_assert_cmpstr (before, ==, refused);
    change_password (window, PASSWORD, _ ("The new password holds from now on."));
    changed = read_keys (test);
    g_assert_cmpstr (before, !=, changed);
    renew_code (window);
    renewed = read_keys (test);
    g_assert_cmpstr (changed, !=, renewed);
    remove_protection (window, PASSWORD);
    tv_test_wait_until (tv_ui_test_find (window, GTK_TYPE_LABEL, wrong_sentence ()));
    g_assert_true (tv_store_is_protected (test->store));
    gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_the_book_is_protected_and_plain_again (void)
{
    g_autoptr (TvUiTest) test = NULL;
    GtkWidget *window;

    if (!tv_protection_is_possible ())
        return;
    test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 12);
    window = open_people (test);
    protect (window);
    g_assert_true (tv_store_is_protected (test->store));
    tv_test_wait_until (
        tv_ui_test_find (window, ADW_TYPE_ACTION_ROW, _ ("Remove the protection…")));
    tv_ui_test_settle (window);
    tv_ui_test_picture (window, "people-protected-vi");
    give_up_on_a_password (window);
    remove_protection (window, PASSWORD);
    tv_test_wait_until (!tv_store_is_protected (test->store) && !tv_store_is_locked (test->store));
    tv_test_wait_until (tv_ui_test_find (window, ADW_TYPE_ACTION_ROW, _ ("Protect this book…")));
    gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_without_encryption_it_says_so (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 12);
    GtkWidget *window = open_people (test);
    GtkWidget *row = tv_ui_test_find (window, ADW_TYPE_ACTION_ROW, _ ("Protect this book…"));

    tv_test_wait_until (gtk_widget_get_sensitive (row) == tv_protection_is_possible ());
    g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), !=, "");
    tv_ui_test_picture (window, "people-vi");
    gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/people/substitute", test_a_substitute_is_added);
    g_test_add_func ("/people/back", test_somebody_comes_back);
    g_test_add_func ("/people/protect", test_the_book_is_protected_and_plain_again);
    g_test_add_func ("/people/present", test_the_present_password_is_asked_for);
    g_test_add_func ("/people/escape", test_escape_closes_the_window);
    g_test_add_func ("/people/lock", test_the_time_until_locking_is_readable);
    g_test_add_func ("/people/engine", test_without_encryption_it_says_so);
    return g_test_run ();
}
