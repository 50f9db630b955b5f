/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The order of a class list: the name to sort by in the form of a child, and the class that is
 * numbered anew. */

#include "tests/ui/tv-ui-test.h"

#include "ui/students/tv-student-dialog.h"
#include "ui/students/tv-students-page-private.h"

#include <glib/gi18n.h>

static TvStudentsPage *
open_page (TvUiTest *test)
{
    TvStudentsPage *page = TV_STUDENTS_PAGE (tv_ui_test_show_page (test, "students"));

    tv_test_wait_until (page->roster && page->roster->entries->len > 0);
    tv_ui_test_settle (GTK_WIDGET (page));
    return page;
}

static GtkWidget *
find_dialog (void)
{
    g_autoptr (GList) windows = gtk_window_list_toplevels ();

    for (GList *l = windows; l; l = l->next) {
        if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_visible (l->data))
            return l->data;
    }
    return NULL;
}

static const TvRosterEntry *
entry_at (TvStudentsPage *page, guint index)
{
    return g_ptr_array_index (page->roster->entries, index);
}

static void
test_name_to_sort_by (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvStudentsPage *page = open_page (test);
    gint64 id = entry_at (page, 0)->student->id;
    TvStudentDialog *dialog = tv_student_dialog_present (
        test->workspace, entry_at (page, 0)->student, 0, GTK_WIDGET (page));
    GtkWidget *row = tv_ui_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW,
                                      _ ("Name for the order of lists"));
    GtkWidget *save = gtk_window_get_default_widget (GTK_WINDOW (dialog));

    g_assert_nonnull (row);
    gtk_editable_set_text (GTK_EDITABLE (row), "  Y Niê  Wĩ ");
    tv_ui_test_settle (GTK_WIDGET (dialog));
    tv_ui_test_picture (GTK_WIDGET (dialog), "student-form");
    g_signal_emit_by_name (save, "clicked");
    tv_test_wait_until (entry_at (page, 0)->student->sort_name);
    /* The number keeps its place. */
    g_assert_cmpint (entry_at (page, 0)->student->id, ==, id);
    g_assert_cmpstr (entry_at (page, 0)->student->sort_name, ==, "Y Niê Wĩ");
}

static void
test_class_is_numbered_anew (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvStudentsPage *page = open_page (test);
    gint64 id = entry_at (page, 0)->student->id;
    TvStudent values = *entry_at (page, 0)->student;
    g_autoptr (TvStudent) last = NULL;
    TvStudentDialog *dialog;
    GtkWidget *row;

    values.sort_name = (char *) "Nguyễn Thị Ỷ Yên";
    last = tv_student_new (&values);
    dialog = tv_student_dialog_present (test->workspace, last, 0, GTK_WIDGET (page));
    row = gtk_window_get_default_widget (GTK_WINDOW (dialog));
    g_signal_emit_by_name (row, "clicked");
    tv_test_wait_until (entry_at (page, 0)->student->sort_name);
    tv_page_show_class (TV_PAGE (page), entry_at (page, 0)->class_->id);
    tv_test_wait_until (page->class_id == entry_at (page, 0)->class_->id);
    gtk_widget_activate_action (GTK_WIDGET (page), "students.renumber", NULL);
    tv_test_wait_until (find_dialog ());
    tv_ui_test_settle (find_dialog ());
    tv_ui_test_picture (find_dialog (), "renumber-class");
    adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), "renumber");
    tv_test_wait_until (entry_at (page, 0)->student->id != id);
    g_assert_cmpint (entry_at (page, 0)->enrolment->roll_number, ==, 1);
    gtk_widget_activate_action (GTK_WIDGET (page), "win.undo", NULL);
    tv_test_wait_until (entry_at (page, 0)->student->id == id);
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/student-order/name-to-sort-by", test_name_to_sort_by);
    g_test_add_func ("/student-order/numbered-anew", test_class_is_numbered_anew);
    return g_test_run ();
}
