/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window itself: pages, year and round, undo, language, the ways to a book. */

#include "tests/ui/tv-keys-test.h"

#include "store/tv-store-error.h"
#include "ui/settings/tv-preferences-window.h"
#include "ui/shell/tv-first-start.h"
#include "ui/shell/tv-page-registry.h"
#include "ui/shell/tv-settings.h"
#include "ui/shell/tv-sidebar.h"
#include "ui/shell/tv-window-private.h"
#include "ui/widgets/tv-progress-dialog.h"
#include "workflows/tv-preferences.h"
#include "workflows/tv-record-book.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

static void
test_pages (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);

    g_assert_cmpuint (tv_page_registry_count (), ==, 6);
    for (guint i = 0; i < tv_page_registry_count (); i++) {
        const TvPageEntry *entry = tv_page_registry_get (i);

        g_assert_true (gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-page", "s",
                                                   entry->code));
        g_assert_cmpstr (tv_window_get_page_code (test->window), ==, entry->code);
        tv_ui_test_settle (GTK_WIDGET (test->window));
        g_assert_nonnull (tv_ui_test_find (GTK_WIDGET (test->window), GTK_TYPE_LABEL,
                                           tv_page_entry_title (entry, TRUE)));
    }
    g_assert_null (tv_page_registry_find ("no-such-page", NULL));
}

static GtkListBoxRow *
find_page_row (TvUiTest *test, const char *title)
{
    GtkWidget *sidebar = tv_ui_test_find (GTK_WIDGET (test->window), TV_TYPE_SIDEBAR, NULL);
    GtkWidget *label = tv_ui_test_find (sidebar, GTK_TYPE_LABEL, title);

    return GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW));
}

/* Tab through the list of pages opens none, and marks none as open. */
static void
test_focus_opens_no_page (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    GtkListBoxRow *overview, *rates;

    tv_ui_test_settle (GTK_WIDGET (test->window));
    overview = find_page_row (test, g_dpgettext2 (NULL, "page", "Overview"));
    rates = find_page_row (test, g_dpgettext2 (NULL, "page", "Rates"));
    gtk_widget_grab_focus (GTK_WIDGET (rates));
    g_assert_true (gtk_list_box_row_is_selected (overview));
    g_assert_false (gtk_list_box_row_is_selected (rates));
    g_signal_emit_by_name (rates, "activate");
    g_assert_true (gtk_list_box_row_is_selected (rates));
    g_assert_cmpstr (tv_window_get_page_code (test->window), ==, "rates");
}

static TvWindow *
open_second_window (TvUiTest *test, TvStore *store, TvWorkspace *workspace)
{
    GtkWidget *window = tv_window_new (GTK_APPLICATION (test->application), workspace);

    gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
    tv_workspace_set_store (workspace, store);
    gtk_window_present (GTK_WINDOW (window));
    tv_test_wait_until (tv_window_get_page_code (TV_WINDOW (window)));
    return TV_WINDOW (window);
}

static gboolean
can_undo (TvWindow *window)
{
    return gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
}

/* A second program on one book says who has it open, and blames no folder. When the other has gone,
 * the window that stands can be written in. */
static void
test_book_open_elsewhere (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvStore) second = tv_store_open (test->folder, tv_store_clock (test->store), &error);
    g_autoptr (TvWorkspace) workspace = tv_workspace_new ();
    TvWindow *window = open_second_window (test, second, workspace);
    GtkWidget *banner = GTK_WIDGET (window->read_only_banner), *button;

    g_assert_no_error (error);
    g_assert_true (gtk_widget_get_visible (banner));
    g_assert_nonnull (strstr (tv_notice_bar_get_sentence (window->read_only_banner),
                              tv_store_get_refusal (second)->message));
    tv_window_show_page (window, "measuring");
    g_assert_true (gtk_widget_get_mapped (banner));
    tv_ui_test_picture (GTK_WIDGET (window), "read-only-vi-light");
    button = tv_ui_test_find (banner, GTK_TYPE_BUTTON, _ ("_Try again"));
    g_assert_nonnull (button);

    g_signal_emit_by_name (button, "clicked");
    tv_test_wait_until (!window->is_trying);
    g_assert_true (gtk_widget_get_visible (banner));
    g_assert_true (tv_workspace_is_read_only (workspace));

    tv_store_close (test->store);
    g_signal_emit_by_name (button, "clicked");
    tv_test_wait_until (!gtk_widget_get_visible (banner));
    g_assert_false (tv_workspace_is_read_only (workspace));
    g_assert_true (can_undo (window));
    tv_ui_test_settle (GTK_WIDGET (window));
    gtk_window_destroy (GTK_WINDOW (window));
    tv_store_close (second);
}

/* A book in the hands of a sync program opens as any other, and the window says what may come of
 * it, until somebody has read it. */
static void
test_synced_folder (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    g_autofree char *parent = g_path_get_dirname (test->folder);
    g_autofree char *mark = g_build_filename (parent, ".dropbox.cache", NULL);
    g_autoptr (TvWorkspace) workspace = tv_workspace_new ();
    TvNoticeBar *banner;
    TvWindow *window;

    g_assert_false (gtk_widget_get_visible (GTK_WIDGET (test->window->folder_banner)));
    g_assert_cmpint (g_mkdir (mark, 0700), ==, 0);
    window = open_second_window (test, test->store, workspace);
    banner = window->folder_banner;
    tv_test_wait_until (gtk_widget_get_visible (GTK_WIDGET (banner)));
    g_assert_nonnull (strstr (tv_notice_bar_get_sentence (banner), "Dropbox"));
    g_assert_false (tv_workspace_is_read_only (workspace));
    tv_ui_test_picture (GTK_WIDGET (window), "synced-folder-vi-light");
    g_signal_emit_by_name (tv_ui_test_find (GTK_WIDGET (banner), GTK_TYPE_BUTTON, NULL), "clicked");
    g_assert_false (gtk_widget_get_visible (GTK_WIDGET (banner)));
    gtk_window_destroy (GTK_WINDOW (window));
}

static int
least_width (TvUiTest *test)
{
    int width;

    gtk_widget_measure (GTK_WIDGET (test->window), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL,
                        NULL, NULL);
    return width;
}

/* Whoever needs letters of twice the size can still use every page on the usual laptop. */
static void
test_large_text (void)
{
    g_autoptr (TvUiTest) test = NULL;
    GtkSettings *settings = gtk_settings_get_default ();
    int dpi;

    g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
    g_object_set (settings, "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
    test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    for (guint i = 0; i < tv_page_registry_count (); i++) {
        const char *code = tv_page_registry_get (i)->code;
        g_autofree char *name = g_strdup_printf ("%s-large-text-vi-light", code);

        tv_ui_test_show_page (test, code);
        tv_ui_test_picture (GTK_WIDGET (test->window), name);
        g_assert_cmpint (least_width (test), <=, 1366);
    }
    g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* Another year brings its own newest round, and back again. */
static void
test_years (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvBookCover *cover = tv_workspace_get_cover (test->workspace);
    TvSchoolYear *first = g_ptr_array_index (cover->years, 0);
    TvSchoolYear *second = g_ptr_array_index (cover->years, 1);

    g_assert_cmpint (tv_workspace_get_year (test->workspace)->first_year, ==, 2026);
    g_assert_cmpint (tv_workspace_get_round (test->workspace)->year_id, ==, first->id);
    tv_workspace_set_year (test->workspace, second);
    g_assert_cmpint (tv_workspace_get_round (test->workspace)->year_id, ==, second->id);
    tv_workspace_set_year (test->workspace, first);
    g_assert_cmpint (tv_workspace_get_round (test->workspace)->year_id, ==, first->id);
}

static GtkDropDown *
find_drop_down (TvUiTest *test, const char *label)
{
    return GTK_DROP_DOWN (tv_ui_test_find (GTK_WIDGET (test->window), GTK_TYPE_DROP_DOWN, label));
}

/* Chosen as a person does it, in the list that opens: it is still at work when the choice comes
 * back to the sidebar. */
static void
test_year_by_keys (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvBookCover *cover = tv_workspace_get_cover (test->workspace);
    TvSchoolYear *second = g_ptr_array_index (cover->years, 1);
    g_autofree char *name
        = tv_school_year_name (tv_workspace_get_year (test->workspace)->first_year);
    GtkDropDown *drop_down;
    GListModel *model;

    tv_ui_test_settle (GTK_WIDGET (test->window));
    tv_keys_test_take_keyboard (test);
    drop_down = find_drop_down (test, name);
    g_assert_nonnull (drop_down);
    model = gtk_drop_down_get_model (drop_down);
    gtk_widget_grab_focus (GTK_WIDGET (drop_down));
    tv_keys_test_press ("space");
    tv_ui_test_settle (GTK_WIDGET (test->window));
    tv_keys_test_press ("Down");
    tv_keys_test_press ("Return");
    tv_test_wait_until (tv_workspace_get_year (test->workspace)->id == second->id);
    tv_ui_test_settle (GTK_WIDGET (test->window));
    g_assert_true (gtk_drop_down_get_model (drop_down) == model);
    g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 1);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (GError) error = NULL;

    g_assert_true (tv_preferences_save_finish (TV_STORE (source), result, &error));
    g_assert_no_error (error);
}

static const char *
school_name (TvUiTest *test)
{
    return tv_workspace_get_school (test->workspace)->name;
}

/* What is changed stands on the window at once, and so does what is taken back. */
static void
test_undo (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    g_autofree char *old_name = g_strdup (school_name (test));
    TvSchool values = *tv_workspace_get_school (test->workspace);

    values.name = (char *) "Trường Mầm non Hoa Sữa";
    tv_preferences_save_school_async (test->store, &values, saved_cb, NULL);
    tv_test_wait_until (g_strcmp0 (school_name (test), "Trường Mầm non Hoa Sữa") == 0);
    tv_ui_test_settle (GTK_WIDGET (test->window));
    g_assert_nonnull (
        tv_ui_test_find (GTK_WIDGET (test->window), GTK_TYPE_LABEL, "Trường Mầm non Hoa Sữa"));
    gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
    tv_test_wait_until (g_strcmp0 (school_name (test), old_name) == 0);
    gtk_widget_activate_action (GTK_WIDGET (test->window), "win.redo", NULL);
    tv_test_wait_until (g_strcmp0 (school_name (test), "Trường Mầm non Hoa Sữa") == 0);
}

/* A failure is told in words, and the window goes on. */
static void
test_failure (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    g_autoptr (GError) error
        = g_error_new_literal (TV_STORE_ERROR, TV_STORE_ERROR_READ_ONLY, "technical detail");
    GListModel *windows = gtk_window_get_toplevels ();
    guint n_before = g_list_model_get_n_items (windows);
    g_autoptr (GtkWindow) dialog = NULL;

    tv_workspace_tell_error (test->workspace, error);
    g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n_before + 1);
    dialog = g_list_model_get_item (windows, n_before);
    if (!ADW_IS_MESSAGE_DIALOG (dialog))
        g_set_object (&dialog, g_list_model_get_item (windows, 0));
    g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
    g_assert_null (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "technical"));
    gtk_window_destroy (dialog);
}

/* Short work is done before anything appears; long work can be stopped. */
static void
test_progress (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    TvProgressDialog *dialog
        = tv_progress_dialog_start (GTK_WINDOW (test->window), "Short work", cancellable);
    GtkWidget *button;

    g_assert_false (gtk_widget_get_visible (GTK_WIDGET (dialog)));
    tv_progress_dialog_end (dialog);
    dialog = tv_progress_dialog_start (GTK_WINDOW (test->window), "Long work", cancellable);
    tv_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
    tv_progress_dialog_set_fraction (dialog, 0.4);
    tv_ui_test_picture (GTK_WIDGET (dialog), "progress-vi-light");
    button = tv_ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, _ ("_Cancel"));
    g_signal_emit_by_name (button, "clicked");
    g_assert_true (g_cancellable_is_cancelled (cancellable));
    tv_progress_dialog_end (dialog);
}

/* On half a screen the list of pages makes room for the page, and comes back when asked for. */
static void
test_narrow (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    GtkWidget *sidebar = tv_ui_test_find (GTK_WIDGET (test->window), TV_TYPE_SIDEBAR, NULL);

    tv_ui_test_settle (sidebar);
    gtk_window_set_default_size (GTK_WINDOW (test->window), 683, 768);
    tv_test_wait_until (!gtk_widget_get_mapped (sidebar));
    tv_ui_test_picture (GTK_WIDGET (test->window), "overview-narrow-vi-light");
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (test->window), "win.back", NULL));
    tv_test_wait_until (gtk_widget_get_mapped (sidebar));
    tv_ui_test_picture (GTK_WIDGET (test->window), "sidebar-narrow-vi-light");
    tv_window_show_page (test->window, "rates");
    tv_test_wait_until (!gtk_widget_get_mapped (sidebar));
}

static void
test_practice_banner (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_PRIMARY, 60);

    g_assert_nonnull (
        tv_ui_test_find (GTK_WIDGET (test->window), GTK_TYPE_LABEL, _ ("PRACTICE DATA")));
}

static GtkWindow *
find_window (TvApplication *application, GType type)
{
    for (GList *link = gtk_application_get_windows (GTK_APPLICATION (application)); link;
         link = link->next) {
        if (g_type_is_a (G_OBJECT_TYPE (link->data), type))
            return link->data;
    }
    return NULL;
}

static gboolean
is_alone (TvApplication *application)
{
    return g_list_length (gtk_application_get_windows (GTK_APPLICATION (application))) == 1;
}

static TvWorkspace *
get_workspace (TvApplication *application)
{
    GtkWindow *window = find_window (application, TV_TYPE_WINDOW);

    return window ? tv_window_get_workspace (TV_WINDOW (window)) : NULL;
}

static gboolean
has_school (TvApplication *application, const char *name)
{
    TvWorkspace *workspace = get_workspace (application);
    TvSchool *school = workspace ? tv_workspace_get_school (workspace) : NULL;

    return school && (!name || g_strcmp0 (school->name, name) == 0);
}

/* From nothing: choose a language, name the school, and stand in an empty book that is opened
 * again the next time. */
static void
test_first_start (void)
{
    TvApplication *application = tv_ui_test_application ();
    g_autofree char *folder = NULL, *remembered = NULL;
    GtkWidget *entry, *button;
    GtkWindow *window;

    gtk_window_present (GTK_WINDOW (tv_first_start_new (application)));
    tv_application_change_language (application, TV_LANGUAGE_ENGLISH);
    window = find_window (application, TV_TYPE_FIRST_START);
    tv_ui_test_settle (GTK_WIDGET (window));
    g_assert_nonnull (
        tv_ui_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Start a new record book"));
    tv_ui_test_picture (GTK_WIDGET (window), "first-start-en-light");
    tv_application_change_language (application, TV_LANGUAGE_VIETNAMESE);
    window = find_window (application, TV_TYPE_FIRST_START);
    tv_ui_test_settle (GTK_WIDGET (window));
    tv_ui_test_picture (GTK_WIDGET (window), "first-start-vi-light");

    button
        = tv_ui_test_find (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, _ ("Start a new record book"));
    adw_action_row_activate (ADW_ACTION_ROW (button));
    entry = tv_ui_test_find (GTK_WIDGET (window), ADW_TYPE_ENTRY_ROW, NULL);
    button = tv_ui_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, _ ("Make the record book"));
    g_assert_false (gtk_widget_get_sensitive (button));
    gtk_editable_set_text (GTK_EDITABLE (entry), "Trường Mầm non Hoa Sen");
    g_assert_true (gtk_widget_get_sensitive (button));
    tv_ui_test_picture (GTK_WIDGET (window), "first-start-new-vi-light");
    g_signal_emit_by_name (button, "clicked");
    tv_test_wait_until (has_school (application, "Trường Mầm non Hoa Sen"));
    g_assert_null (find_window (application, TV_TYPE_FIRST_START));
    folder = g_build_filename (g_get_user_data_dir (), "tamvoc", "truong-mam-non-hoa-sen", NULL);
    remembered = g_settings_get_string (tv_settings_get (), "book-folder");
    g_assert_cmpstr (remembered, ==, folder);

    window = find_window (application, TV_TYPE_WINDOW);
    tv_test_wait_until (tv_ui_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON,
                                         _ ("Import a class list from Excel")));
    tv_ui_test_picture (GTK_WIDGET (window), "overview-empty-vi-light");
    gtk_window_destroy (window);
}

static GtkWindow *
find_preferences (void)
{
    g_autoptr (GList) windows = gtk_window_list_toplevels ();

    for (GList *link = windows; link; link = link->next) {
        if (TV_IS_PREFERENCES_WINDOW (link->data) && gtk_widget_get_mapped (link->data))
            return link->data;
    }
    return NULL;
}

static gboolean
has_list_open (GtkWidget *widget)
{
    if (GTK_IS_POPOVER (widget) && gtk_widget_get_mapped (widget))
        return TRUE;
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
         child = gtk_widget_get_next_sibling (child)) {
        if (has_list_open (child))
            return TRUE;
    }
    return FALSE;
}

static void
choose_language_by_keys (TvApplication *application, const char *key, TvLanguage language)
{
    GtkWindow *window = find_window (application, TV_TYPE_WINDOW);
    TvUiTest test = { .window = TV_WINDOW (window) };
    GtkWindow *preferences = NULL;
    GtkWidget *row;

    gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL);
    tv_test_wait_until ((preferences = find_preferences ()));
    tv_ui_test_settle (GTK_WIDGET (preferences));
    test.window = (gpointer) preferences;
    tv_keys_test_take_keyboard (&test);
    row = tv_ui_test_find (GTK_WIDGET (preferences), ADW_TYPE_COMBO_ROW, _ ("Language"));
    gtk_widget_grab_focus (row);
    tv_keys_test_press ("space");
    tv_test_wait_until (has_list_open (row));
    tv_keys_test_press (key);
    tv_keys_test_press ("Return");
    tv_test_wait_until (tv_language_get () == language && has_school (application, NULL)
                        && is_alone (application) && !find_preferences ());
}

/* The list in which the language is chosen closes with its window. */
static void
test_language_by_keys (void)
{
    TvApplication *application = tv_ui_test_application ();

    tv_application_open_practice (application);
    tv_test_wait_until (has_school (application, NULL));
    tv_ui_test_settle (GTK_WIDGET (find_window (application, TV_TYPE_WINDOW)));
    choose_language_by_keys (application, "Down", TV_LANGUAGE_ENGLISH);
    choose_language_by_keys (application, "Up", TV_LANGUAGE_VIETNAMESE);
    gtk_window_destroy (find_window (application, TV_TYPE_WINDOW));
}

/* What is no book is refused in words, and the first start stands there again. */
static void
test_wrong_folder (void)
{
    TvApplication *application = tv_ui_test_application ();
    g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "nothing-here", NULL);
    GtkWindow *window;

    tv_application_open_book (application, folder);
    tv_test_wait_until (find_window (application, TV_TYPE_FIRST_START));
    g_assert_null (find_window (application, TV_TYPE_WINDOW));
    g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
    while ((window = gtk_application_get_active_window (GTK_APPLICATION (application))))
        gtk_window_destroy (window);
}

/* Made once, opened again, never remembered as the school's own book. */
static void
test_practice (void)
{
    TvApplication *application = tv_ui_test_application ();
    g_autofree char *folder = tv_record_book_practice_folder ();
    g_autofree char *remembered = NULL;
    GtkWindow *window;

    g_settings_reset (tv_settings_get (), "book-folder");
    tv_application_open_practice (application);
    tv_test_wait_until (has_school (application, NULL));
    g_assert_true (tv_workspace_get_school (get_workspace (application))->is_practice);
    g_assert_cmpstr (tv_store_folder (tv_workspace_get_store (get_workspace (application))), ==,
                     folder);
    remembered = g_settings_get_string (tv_settings_get (), "book-folder");
    g_assert_cmpstr (remembered, ==, "");
    window = find_window (application, TV_TYPE_WINDOW);
    tv_application_open_practice (application);
    g_assert_true (find_window (application, TV_TYPE_WINDOW) == window);
    g_object_ref (window);
    tv_window_show_page (TV_WINDOW (window), "rates");
    tv_application_change_language (application, TV_LANGUAGE_ENGLISH);
    g_assert_nonnull (gtk_window_get_application (window));
    tv_test_wait_until (is_alone (application) && !gtk_window_get_application (window)
                        && has_school (application, NULL));
    g_object_unref (window);
    g_assert_cmpstr (
        tv_window_get_page_code (TV_WINDOW (find_window (application, TV_TYPE_WINDOW))), ==,
        "rates");
    tv_application_change_language (application, TV_LANGUAGE_VIETNAMESE);
    tv_test_wait_until (has_school (application, NULL) && is_alone (application));
    gtk_window_destroy (find_window (application, TV_TYPE_WINDOW));
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/ui/shell/pages", test_pages);
    g_test_add_func ("/ui/shell/focus-opens-no-page", test_focus_opens_no_page);
    g_test_add_func ("/ui/shell/book-open-elsewhere", test_book_open_elsewhere);
    g_test_add_func ("/ui/shell/synced-folder", test_synced_folder);
    g_test_add_func ("/ui/shell/large-text", test_large_text);
    g_test_add_func ("/ui/shell/years", test_years);
    g_test_add_func ("/ui/shell/year-by-keys", test_year_by_keys);
    g_test_add_func ("/ui/shell/undo", test_undo);
    g_test_add_func ("/ui/shell/failure", test_failure);
    g_test_add_func ("/ui/shell/progress", test_progress);
    g_test_add_func ("/ui/shell/narrow", test_narrow);
    g_test_add_func ("/ui/shell/practice-banner", test_practice_banner);
    g_test_add_func ("/ui/shell/first-start", test_first_start);
    g_test_add_func ("/ui/shell/wrong-folder", test_wrong_folder);
    g_test_add_func ("/ui/shell/practice", test_practice);
    g_test_add_func ("/ui/shell/language-by-keys", test_language_by_keys);
    return g_test_run ();
}
