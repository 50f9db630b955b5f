/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whole records in the window: one goes to another school as a file, one comes from there, and two
 * of one child are put together or told apart. */

#include "tests/ui/tv-form-test.h"

#include "exchange/tv-transfer-file.h"
#include "ui/importing/tv-import-assistant.h"
#include "ui/students/tv-child-view.h"
#include "ui/students/tv-duplicate-view.h"
#include "ui/students/tv-duplicates-window.h"
#include "ui/students/tv-transfer-dialog.h"
#include "ui/students/tv-transfer-reading.h"
#include "ui/students/tv-transfer-window.h"
#include "workflows/tv-child-edit.h"
#include "workflows/tv-duplicates.h"
#include "workflows/tv-roster.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

typedef struct {
    TvUiTest *test;
    TvPage *page;
    TvRoster *roster;
    char *folder;
    char *path;
} Fixture;

static TvChild *
shown_child (Fixture *self)
{
    GtkWidget *view = tv_ui_test_find (GTK_WIDGET (self->page), TV_TYPE_CHILD_VIEW, NULL);

    return view ? tv_child_view_get_child (TV_CHILD_VIEW (view)) : NULL;
}

static const TvRosterEntry *
entry_at (Fixture *self, guint index)
{
    return g_ptr_array_index (self->roster->entries, index);
}

static void
show_child (Fixture *self, gint64 student_id)
{
    tv_workspace_open_student (self->test->workspace, student_id);
    tv_test_wait_until (shown_child (self) && shown_child (self)->student->id == student_id);
}

static void
set_up (Fixture *self, gconstpointer data)
{
    g_autoptr (GError) error = NULL;

    self->test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 120);
    self->page = tv_ui_test_show_page (self->test, "students");
    self->roster = tv_roster_load (self->test->store,
                                   tv_workspace_get_year (self->test->workspace)->id, &error);
    g_assert_no_error (error);
    self->folder = g_dir_make_tmp ("tamvoc-records-XXXXXX", NULL);
    self->path = g_build_filename (self->folder, "record.tamvoc-transfer", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
    tv_roster_unref (self->roster);
    tv_ui_test_close (self->test);
    g_unlink (self->path);
    g_rmdir (self->folder);
    g_free (self->path);
    g_free (self->folder);
}

static GtkWidget *
find_code (void)
{
    GtkWidget *dialog = tv_form_test_find_window (ADW_TYPE_MESSAGE_DIALOG);

    return dialog ? adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog)) : NULL;
}

static void
test_send (Fixture *self, gconstpointer data)
{
    TvTransferOut request = { .student_id = entry_at (self, 0)->student->id,
                              .other_school = "Trường mầm non Hoa Sen",
                              .last_day = tv_date_from_ymd (2026, 11, 20),
                              .path = self->path };
    GtkWidget *view, *dialog;

    show_child (self, request.student_id);
    view = tv_ui_test_find (GTK_WIDGET (self->page), TV_TYPE_CHILD_VIEW, NULL);
    gtk_widget_activate_action (view, "child.transfer", NULL);
    tv_test_wait_until ((dialog = tv_form_test_find_window (TV_TYPE_FORM_DIALOG)) != NULL);
    tv_form_test_type (dialog, _ ("Last day here"), "hôm nay");
    g_assert_false (tv_form_test_can_accept (dialog));
    tv_form_test_type (dialog, _ ("Last day here"), "20/11/2026");
    tv_form_test_type (dialog, _ ("To school"), "Trường mầm non Hoa Sen");
    tv_ui_test_settle (dialog);
    tv_ui_test_picture (dialog, "transfer-out");
    g_assert_true (tv_form_test_can_accept (dialog));
    gtk_window_destroy (GTK_WINDOW (dialog));
    request.enrolment_id = shown_child (self)->place->enrolment->id;
    tv_transfer_dialog_write (self->test->workspace, GTK_WINDOW (self->test->window), &request);
    tv_test_wait_until (find_code ());
    g_assert_true (g_file_test (self->path, G_FILE_TEST_EXISTS));
    g_assert_cmpuint (strlen (gtk_label_get_text (GTK_LABEL (find_code ()))), ==, 17);
    dialog = GTK_WIDGET (gtk_widget_get_root (find_code ()));
    tv_ui_test_settle (dialog);
    tv_ui_test_picture (dialog, "transfer-code");
    gtk_window_destroy (GTK_WINDOW (dialog));
    tv_test_wait_until (shown_child (self)
                        && shown_child (self)->place->enrolment->status == TV_ENROLMENT_MOVED_AWAY);
    g_assert_cmpstr (shown_child (self)->place->enrolment->other_school, ==,
                     "Trường mầm non Hoa Sen");
}

static void
add_visit (TvTransfer *transfer, const char *uid, const char *date, int weight_g, int height_mm)
{
    g_autoptr (TvMeasurement) measurement
        = tv_measurement_new (&(TvMeasurement){ .uid = (char *) uid,
                                                .date = tv_date_parse_iso (date),
                                                .position = TV_POSITION_STANDING,
                                                .weight_g = weight_g,
                                                .height_mm = height_mm });

    tv_transfer_add_visit (transfer, measurement)->round_name = g_strdup ("Đợt 1");
}

/* A file as another school writes it, about @student. */
static void
write_file (Fixture *self, const TvStudent *student, const char *code)
{
    g_autoptr (TvStudent) written = tv_student_new (student);
    g_autoptr (TvTransfer) transfer
        = tv_transfer_new ("Trường mầm non Hoa Sen", tv_date_from_ymd (2026, 11, 18), written);
    g_autoptr (TvSecret) secret = code ? tv_secret_new_text (code) : NULL;
    TvTransferPlace *place = tv_transfer_add_place (transfer);
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) file = NULL;

    place->first_year = 2026;
    place->class_name = g_strdup ("Mẫu giáo bé B");
    place->status = TV_ENROLMENT_MOVED_AWAY;
    add_visit (transfer, "01890000-0000-7000-8000-00000000000a", "2025-09-15", 12900, 921);
    add_visit (transfer, "01890000-0000-7000-8000-00000000000b", "2026-09-14", 14800, 985);
    file = tv_transfer_file_pack (transfer, secret, (TvKeyWrapCost){ 1, 8 }, &error);
    g_assert_no_error (error);
    g_assert_true (tv_transfer_file_write (file, self->path, &error));
}

static void
press (GtkWidget *window, const char *label)
{
    GtkWidget *button = tv_ui_test_find (window, GTK_TYPE_BUTTON, label);

    g_assert_nonnull (button);
    tv_test_wait_until (gtk_widget_get_sensitive (button));
    g_signal_emit_by_name (button, "clicked");
}

static void
test_take_in (Fixture *self, gconstpointer data)
{
    TvStudent student = { .uid = "01890000-0000-7000-8000-000000000001",
                          .name = "Hoàng Thử Nghiệm",
                          .sex = TV_SEX_MALE,
                          .birth_date = tv_date_from_ymd (2022, 8, 9) };
    GtkWidget *window, *row;

    write_file (self, &student, NULL);
    /* The assistant for lists leads there. */
    tv_import_assistant_present (self->test->workspace, GTK_WINDOW (self->test->window),
                                 self->path);
    tv_test_wait_until ((window = tv_form_test_find_window (TV_TYPE_TRANSFER_WINDOW)) != NULL);
    g_assert_null (tv_form_test_find_window (TV_TYPE_IMPORT_ASSISTANT));
    /* Nothing is written before somebody has chosen the class. */
    row = tv_ui_test_find (window, ADW_TYPE_COMBO_ROW, NULL);
    tv_test_wait_until (adw_combo_row_get_model (ADW_COMBO_ROW (row)));
    g_assert_false (
        gtk_widget_get_sensitive (tv_ui_test_find (window, GTK_TYPE_BUTTON, _ ("_Take in"))));
    adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
    tv_ui_test_settle (window);
    tv_ui_test_picture (window, "transfer-in");
    press (window, _ ("_Take in"));
    tv_test_wait_until (shown_child (self)
                        && g_str_equal (shown_child (self)->student->name, "Hoàng Thử Nghiệm"));
    g_assert_cmpuint (shown_child (self)->visits->len, ==, 2);
    g_assert_cmpint (shown_child (self)->place->enrolment->status, ==, TV_ENROLMENT_ARRIVED);
    g_assert_null (tv_form_test_find_window (TV_TYPE_TRANSFER_WINDOW));
}

/* A list had brought the child, with another date of birth; and the file has a code. */
static void
test_take_in_known (Fixture *self, gconstpointer data)
{
    const TvStudent *known = entry_at (self, 5)->student;
    TvStudent student = *known;
    GtkWidget *dialog, *window, *theirs;
    g_autofree char *label = NULL, *day = NULL;
    guint n_before;

    show_child (self, known->id);
    n_before = shown_child (self)->visits->len;
    student.uid = "01890000-0000-7000-8000-000000000001";
    student.birth_date = known->birth_date + 1;
    write_file (self, &student, "00000-00000-00000");
    tv_transfer_reading_open (self->test->workspace, GTK_WINDOW (self->test->window), self->path);
    tv_test_wait_until ((dialog = tv_form_test_find_window (TV_TYPE_FORM_DIALOG)) != NULL);
    tv_ui_test_settle (dialog);
    tv_ui_test_picture (dialog, "transfer-in-code");
    g_assert_false (tv_form_test_can_accept (dialog));
    tv_form_test_type (dialog, _ ("Code"), "12345");
    tv_form_test_accept (dialog);
    tv_test_wait_until ((dialog = tv_form_test_find_window (TV_TYPE_FORM_DIALOG)) != NULL);
    tv_form_test_type (dialog, _ ("Code"), "ooooo ooooo ooooo");
    tv_form_test_accept (dialog);
    tv_test_wait_until ((window = tv_form_test_find_window (TV_TYPE_TRANSFER_WINDOW)) != NULL);
    day = tv_date_to_text (student.birth_date);
    label = g_strdup_printf (_ ("In the file: %s"), day);
    theirs = tv_ui_test_find (window, GTK_TYPE_CHECK_BUTTON, label);
    g_assert_nonnull (theirs);
    tv_ui_test_settle (window);
    tv_ui_test_picture (window, "transfer-in-known");
    gtk_check_button_set_active (GTK_CHECK_BUTTON (theirs), TRUE);
    press (window, _ ("_Take in"));
    tv_test_wait_until (shown_child (self)
                        && shown_child (self)->student->birth_date == student.birth_date);
    tv_test_wait_until (shown_child (self)->visits->len == n_before + 2);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (GError) error = NULL;

    *(gint64 *) user_data = tv_child_edit_finish (TV_STORE (source), result, &error);
    g_assert_no_error (error);
}

/* A child of the roster a second time, as a newcomer. */
static void
add_twice (Fixture *self, guint index)
{
    const TvRosterEntry *entry = entry_at (self, index);
    TvStudent student = { .name = entry->student->name,
                          .sex = entry->student->sex,
                          .birth_date = entry->student->birth_date,
                          .guardian_phone = "0900000009",
                          .notes = "vào lớp trước khi có danh sách" };
    gint64 id = 0;

    tv_child_save_async (self->test->store, &student, entry->class_->id, NULL, added_cb, &id);
    tv_test_wait_until (id != 0);
}

static guint
n_pairs (Fixture *self)
{
    g_autoptr (GPtrArray) pairs = tv_duplicates_find (self->test->store, NULL);

    return pairs->len;
}

static const TvDuplicatePreview *
shown_pair (GtkWidget *window)
{
    GtkWidget *view = tv_ui_test_find (window, TV_TYPE_DUPLICATE_VIEW, NULL);

    return view ? tv_duplicate_view_get_preview (TV_DUPLICATE_VIEW (view)) : NULL;
}

static void
test_duplicates (Fixture *self, gconstpointer data)
{
    guint n_before = n_pairs (self);
    GtkWidget *window;

    add_twice (self, 3);
    add_twice (self, 9);
    g_assert_cmpuint (n_pairs (self), ==, n_before + 2);
    gtk_widget_activate_action (GTK_WIDGET (self->page), "students.duplicates", NULL);
    tv_test_wait_until ((window = tv_form_test_find_window (TV_TYPE_DUPLICATES_WINDOW)) != NULL);
    tv_test_wait_until (shown_pair (window));
    tv_ui_test_settle (window);
    tv_ui_test_picture (window, "duplicates");
    press (window, _ ("_Put together"));
    tv_test_wait_until (n_pairs (self) == n_before + 1);
    tv_test_wait_until (shown_pair (window));
    press (window, _ ("These are _two children"));
    tv_test_wait_until (n_pairs (self) == n_before);
    if (n_before == 0) {
        tv_test_wait_until (tv_ui_test_find (window, ADW_TYPE_STATUS_PAGE, NULL));
        tv_ui_test_settle (window);
        tv_ui_test_picture (window, "duplicates-none");
    }
    gtk_window_destroy (GTK_WINDOW (window));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
    g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    add ("/records/send", test_send);
    add ("/records/take-in", test_take_in);
    add ("/records/take-in-known", test_take_in_known);
    add ("/records/duplicates", test_duplicates);
    return g_test_run ();
}
