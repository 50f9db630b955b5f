/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Backups in the window: made at closing, shown before they are put back, merged child by child. */

#include "tests/ui/tv-form-test.h"

#include "store/tv-backup-file.h"
#include "store/tv-change.h"
#include "store/tv-store-people.h"
#include "store/tv-store-sign-in.h"
#include "ui/overview/tv-backup-line.h"
#include "ui/settings/tv-backup-group.h"
#include "ui/settings/tv-merge-window.h"
#include "ui/settings/tv-preferences-window.h"
#include "ui/settings/tv-restore-window.h"
#include "ui/shell/tv-book-failure.h"
#include "workflows/tv-backup-keep.h"
#include "workflows/tv-backup.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct {
    const char *table;
    gint64 id;
    TvField field;
} Put;

static gboolean
put_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
        GError **error)
{
    const Put *put = input;

    return tv_change_put (change, put->table, put->id, NULL, &put->field, 1, error) != 0;
}

static void
set_field (TvStore *store, const char *table, gint64 id, TvField field)
{
    g_autoptr (GError) error = NULL;
    Put put = { table, id, field };

    tv_store_write (store, "edit-student", put_cb, &put, NULL, &error);
    g_assert_no_error (error);
}

/* A school of its own: the practice school is not backed up. */
static TvUiTest *
open_school (void)
{
    TvUiTest *test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 12);
    const TvField field = TV_FIELD_OF_INT ("is_practice", 0);

    set_field (test->store, "school", 1, field);
    tv_test_wait_until (tv_workspace_get_school (test->workspace)
                        && !tv_workspace_get_school (test->workspace)->is_practice);
    return test;
}

static guint
count_backups (TvUiTest *test)
{
    g_autofree char *folder = g_build_filename (test->folder, "backups", NULL);
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    const char *name;
    guint n = 0;

    while (dir && (name = g_dir_read_name (dir)))
        n += g_str_has_suffix (name, ".tvbackup");
    return n;
}

static void
click (GtkWidget *window, const char *label)
{
    GtkWidget *button = tv_ui_test_find (window, GTK_TYPE_BUTTON, label);

    g_assert_nonnull (button);
    g_assert_true (gtk_widget_is_sensitive (button));
    g_signal_emit_by_name (button, "clicked");
}

static void
test_now (void)
{
    g_autoptr (TvUiTest) test = open_school ();
    GtkWidget *window = tv_preferences_window_new (GTK_WINDOW (test->window), test->workspace);

    gtk_window_present (GTK_WINDOW (window));
    tv_ui_test_settle (window);
    click (window, _ ("_Back up now"));
    tv_test_wait_until (count_backups (test) == 1);
    tv_test_wait_until (
        tv_ui_test_find (window, GTK_TYPE_LABEL, _ ("The backup was written and read back.")));
    tv_ui_test_settle (window);
    tv_ui_test_picture (window, "backup-group");
    gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_gone (TvUiTest *test)
{
    return !gtk_widget_get_realized (GTK_WIDGET (test->window));
}

/* The overview says when and where, and warns while there is none. */
static void
test_overview (void)
{
    g_autoptr (TvUiTest) test = open_school ();
    TvPage *page = tv_ui_test_show_page (test, "overview");
    g_autoptr (GError) error = NULL;
    GtkWidget *label = NULL;

    tv_test_wait_until (
        (label = tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL,
                                  _ ("No backup of this record book was made yet."))));
    g_assert_true (gtk_widget_has_css_class (label, "warning"));
    tv_ui_test_settle (GTK_WIDGET (page));
    tv_ui_test_picture (GTK_WIDGET (test->window), "backup-overview");
    tv_backup_kept_free (tv_backup_keep (test->store, NULL, &error));
    g_assert_no_error (error);
    set_field (test->store, "student", 3, (TvField) TV_FIELD_OF_TEXT ("notes", "x"));
    tv_test_wait_until (!gtk_widget_has_css_class (label, "warning"));
    g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (label)), "backups"));
}

static void
test_closing (void)
{
    g_autoptr (TvUiTest) test = open_school ();

    gtk_window_close (GTK_WINDOW (test->window));
    g_assert_false (is_gone (test));
    tv_test_wait_until (is_gone (test));
    g_assert_cmpuint (count_backups (test), ==, 1);
}

/* What goes wrong is said, and whoever wants to close closes. */
static void
test_closing_anyway (void)
{
    g_autoptr (TvUiTest) test = open_school ();
    g_autofree char *folder = g_build_filename (test->folder, "backups", NULL);
    GtkWidget *dialog = NULL;

    g_assert_true (g_file_set_contents (folder, "", 0, NULL));
    gtk_window_close (GTK_WINDOW (test->window));
    tv_test_wait_until ((dialog = tv_form_test_find_window (ADW_TYPE_MESSAGE_DIALOG)));
    tv_ui_test_settle (dialog);
    tv_ui_test_picture (dialog, "backup-failed");
    g_assert_nonnull (
        strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)),
                _ ("The place for backups cannot be written in. The record book itself is "
                   "saved. Choose another place in the preferences.")));
    adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "stay");
    tv_ui_test_turn ();
    g_assert_false (is_gone (test));
    gtk_window_close (GTK_WINDOW (test->window));
    tv_test_wait_until ((dialog = tv_form_test_find_window (ADW_TYPE_MESSAGE_DIALOG)));
    adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "close");
    tv_test_wait_until (is_gone (test));
}

/* A practice school has no backups, and nobody is warned of that. */
static void
test_practice_is_not_warned_of (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 12);
    GtkWidget *window = tv_preferences_window_new (GTK_WINDOW (test->window), test->workspace);
    GtkWidget *row = NULL;

    gtk_window_present (GTK_WINDOW (window));
    tv_ui_test_settle (window);
    row = tv_ui_test_find (window, ADW_TYPE_ACTION_ROW, _ ("Beside the record book"));
    tv_test_wait_until (g_strcmp0 (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                                   _ ("A practice school is not backed up."))
                        == 0);
    g_assert_false (gtk_widget_has_css_class (row, "warning"));
    g_assert_false (
        gtk_widget_get_sensitive (tv_ui_test_find (window, GTK_TYPE_BUTTON, _ ("_Back up now"))));
    tv_ui_test_picture (window, "backup-practice");
    gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
add_principal_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                  GError **error)
{
    const TvPerson values
        = { .name = "Trần Thị Hòa", .role = TV_ROLE_PRINCIPAL, .is_active = TRUE };

    return tv_store_put_person (change, &values, error) != 0;
}

static gpointer
find_principal_cb (TvConnection *connection, gpointer input, GCancellable *cancellable,
                   GError **error)
{
    g_autoptr (GPtrArray) people = tv_store_list_people (connection, error);

    for (guint i = 0; people && i < people->len; i++) {
        TvPerson *person = g_ptr_array_index (people, i);

        if (person->role == TV_ROLE_PRINCIPAL)
            return tv_person_ref (person);
    }
    return NULL;
}

/* Whoever cannot back the book up is neither asked to nor offered it. */
static void
test_principal_is_offered_none (void)
{
    g_autoptr (TvUiTest) test = open_school ();
    g_autoptr (TvPerson) principal = NULL;
    g_autoptr (GError) error = NULL;
    GtkWidget *window;
    TvPage *page;

    tv_store_write (test->store, "add-person", add_principal_cb, NULL, NULL, &error);
    g_assert_no_error (error);
    principal = tv_store_read (test->store, find_principal_cb, NULL, &error);
    g_assert_no_error (error);
    tv_store_sign_in (test->store, principal->uid, &error);
    g_assert_no_error (error);
    tv_ui_test_reopen (test, TV_LANGUAGE_VIETNAMESE, FALSE);
    page = tv_ui_test_show_page (test, "overview");
    window = tv_preferences_window_new (GTK_WINDOW (test->window), test->workspace);
    gtk_window_present (GTK_WINDOW (window));
    tv_ui_test_settle (window);
    g_assert_null (tv_ui_test_find (window, TV_TYPE_BACKUP_GROUP, NULL));
    g_assert_nonnull (tv_ui_test_find (window, ADW_TYPE_ACTION_ROW, _ ("Folder")));
    g_assert_null (tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_BACKUP_LINE, NULL));
    gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_escape_closes_the_windows (void)
{
    g_autoptr (TvUiTest) test = open_school ();
    TvRestoreWindow *window = tv_restore_window_new (GTK_WINDOW (test->window), test->store);

    gtk_window_present (GTK_WINDOW (window));
    tv_ui_test_settle (GTK_WIDGET (window));
    g_assert_true (tv_ui_test_press_escape (GTK_WIDGET (window)));
    tv_test_wait_until (!tv_form_test_find_window (TV_TYPE_RESTORE_WINDOW));
}

/* The practice school closes at once. */
static void
test_practice (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 12);

    gtk_window_close (GTK_WINDOW (test->window));
    tv_test_wait_until (is_gone (test));
    g_assert_cmpuint (count_backups (test), ==, 0);
}

/* Carries the book away and changes both: one value that only the other one changed, two that both
 * did. Returns the path of what comes back. */
static char *
carry (TvUiTest *test)
{
    g_autofree char *copy = g_build_filename (test->folder, "copy", NULL);
    g_autofree char *other = g_build_filename (test->folder, "other", NULL);
    char *back = g_build_filename (test->folder, "back", NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvBookContents) contents
        = tv_backup_copy (test->store, copy, NULL, NULL, NULL, &error);
    g_autoptr (TvBookContents) back_contents = NULL;
    g_autoptr (TvStore) store = NULL;

    g_assert_no_error (error);
    tv_backup_file_put_back (copy, NULL, other, &error);
    g_assert_no_error (error);
    store = tv_store_open (other, tv_store_clock (test->store), &error);
    g_assert_no_error (error);
    for (int i = 1; i <= 2; i++) {
        set_field (store, "student", i,
                   (TvField) TV_FIELD_OF_TEXT ("guardian_phone", "0900000001"));
        set_field (test->store, "student", i,
                   (TvField) TV_FIELD_OF_TEXT ("guardian_phone", "0900000002"));
    }
    set_field (store, "student", 3, (TvField) TV_FIELD_OF_TEXT ("notes", "dị ứng sữa"));
    set_field (store, "student", 1, (TvField) TV_FIELD_OF_TEXT ("guardian_name", "Bà Tư"));
    set_field (test->store, "student", 1, (TvField) TV_FIELD_OF_TEXT ("guardian_name", "Ông Ba"));
    back_contents = tv_backup_copy (store, back, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
    tv_store_close (store);
    return back;
}

static gpointer
read_phone_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvStatement) row = tv_connection_prepare (
        connection,
        "SELECT guardian_phone || ' ' || COALESCE (notes, '') FROM student WHERE id = $1", error);

    tv_statement_bind_int (row, 1, GPOINTER_TO_INT (input));
    g_assert_cmpint (tv_statement_step (row, error), ==, TV_STEP_ROW);
    return g_strdup (tv_statement_get_text (row, 0));
}

static void
note_sentence_cb (char **sentence, const char *told)
{
    *sentence = g_strdup (told);
}

static void
test_merge (void)
{
    g_autoptr (TvUiTest) test = open_school ();
    g_autofree char *back = carry (test);
    TvRestoreWindow *window = tv_restore_window_new (GTK_WINDOW (test->window), test->store);
    g_autofree char *sentence = NULL;
    g_autofree char *phone = NULL;
    GtkWidget *merge = NULL;

    g_signal_connect_swapped (window, "merged", G_CALLBACK (note_sentence_cb), &sentence);
    gtk_window_present (GTK_WINDOW (window));
    tv_restore_window_look_into (window, back);
    tv_test_wait_until (
        tv_ui_test_find (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, _ ("What is in it")));
    tv_test_wait_until (gtk_widget_get_mapped (
        tv_ui_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, _ ("_Merge…"))));
    tv_ui_test_settle (GTK_WIDGET (window));
    tv_ui_test_picture (GTK_WIDGET (window), "backup-preview");
    click (GTK_WIDGET (window), _ ("_Merge…"));
    tv_test_wait_until ((merge = tv_form_test_find_window (TV_TYPE_MERGE_WINDOW)));
    tv_test_wait_until (
        tv_ui_test_find (merge, GTK_TYPE_BUTTON, _ ("All as _there"))
        && gtk_widget_is_sensitive (tv_ui_test_find (merge, GTK_TYPE_BUTTON, _ ("_Merge"))));
    tv_ui_test_settle (merge);
    tv_ui_test_picture (merge, "backup-merge");
    click (merge, _ ("All as _there"));
    click (merge, _ ("_Merge"));
    tv_test_wait_until (sentence);
    phone = tv_store_read (test->store, read_phone_cb, GINT_TO_POINTER (1), NULL);
    g_assert_true (g_str_has_prefix (phone, "0900000001"));
    g_free (phone);
    phone = NULL;
    tv_test_wait_until (!tv_form_test_find_window (TV_TYPE_RESTORE_WINDOW));
}

/* On a new machine nothing is open: what is in the backup is shown, and there is no merging. */
static void
test_new_machine (void)
{
    g_autoptr (TvUiTest) test = open_school ();
    g_autofree char *copy = g_build_filename (test->folder, "copy", NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvBookContents) contents
        = tv_backup_copy (test->store, copy, NULL, NULL, NULL, &error);
    TvRestoreWindow *window = tv_restore_window_new (GTK_WINDOW (test->window), NULL);
    GtkWidget *button;

    g_assert_no_error (error);
    gtk_window_present (GTK_WINDOW (window));
    tv_ui_test_settle (GTK_WIDGET (window));
    tv_ui_test_picture (GTK_WIDGET (window), "backup-choose");
    tv_restore_window_look_into (window, copy);
    tv_test_wait_until (
        (button = tv_ui_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, _ ("_Restore"))));
    tv_test_wait_until (gtk_widget_get_mapped (button));
    g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, contents->school_name);
    gtk_window_destroy (GTK_WINDOW (window));
}

/* A damaged book is not the end: a backup is offered on the spot. */
static void
test_damaged_book (void)
{
    g_autoptr (TvUiTest) test = open_school ();
    g_autoptr (GError) busy = g_error_new_literal (TV_STORE_ERROR, TV_STORE_ERROR_BUSY, "x");
    g_autoptr (GError) damaged = g_error_new_literal (TV_STORE_ERROR, TV_STORE_ERROR_CORRUPT, "x");
    GtkWidget *dialog = NULL;

    tv_book_failure_tell (GTK_APPLICATION (test->application), busy);
    tv_test_wait_until ((dialog = tv_form_test_find_window (ADW_TYPE_MESSAGE_DIALOG)));
    g_assert_false (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), "restore"));
    gtk_window_destroy (GTK_WINDOW (dialog));
    tv_book_failure_tell (GTK_APPLICATION (test->application), damaged);
    tv_test_wait_until ((dialog = tv_form_test_find_window (ADW_TYPE_MESSAGE_DIALOG)));
    adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "restore");
    gtk_window_destroy (GTK_WINDOW (dialog));
    tv_test_wait_until ((dialog = tv_form_test_find_window (TV_TYPE_RESTORE_WINDOW)));
    gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/ui/backups/now", test_now);
    g_test_add_func ("/ui/backups/overview", test_overview);
    g_test_add_func ("/ui/backups/closing", test_closing);
    g_test_add_func ("/ui/backups/closing-anyway", test_closing_anyway);
    g_test_add_func ("/ui/backups/practice", test_practice);
    g_test_add_func ("/ui/backups/practice-warning", test_practice_is_not_warned_of);
    g_test_add_func ("/ui/backups/principal", test_principal_is_offered_none);
    g_test_add_func ("/ui/backups/escape", test_escape_closes_the_windows);
    g_test_add_func ("/ui/backups/merge", test_merge);
    g_test_add_func ("/ui/backups/new-machine", test_new_machine);
    g_test_add_func ("/ui/backups/damaged-book", test_damaged_book);
    return g_test_run ();
}
