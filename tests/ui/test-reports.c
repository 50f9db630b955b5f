/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The reports page: a card for each kind, real pages behind it, and the printer gets the same. */

#include "tests/ui/tv-ui-test.h"

#include "ui/reports/tv-report-card.h"
#include "ui/reports/tv-report-print.h"
#include "ui/widgets/tv-drawing-view.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

static GtkWidget *
find_stack_child (TvPage *page)
{
    GtkWidget *stack = gtk_widget_get_first_child (GTK_WIDGET (page));

    return gtk_stack_get_visible_child (GTK_STACK (stack));
}

/* A card has its picture once a drawing stands in it. */
static void
wait_for_pictures (TvUiTest *test, TvPage *page, gpointer data)
{
    tv_test_wait_until (tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_DRAWING_VIEW, NULL));
}

static void
open_summary (TvUiTest *test, TvPage *page, gpointer data)
{
    GtkWidget *card = tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_REPORT_CARD, NULL);

    g_assert_nonnull (card);
    g_signal_emit_by_name (card, "clicked");
    tv_test_wait_until (tv_ui_test_find (find_stack_child (page), TV_TYPE_DRAWING_VIEW, NULL));
}

static void
test_gallery (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 120);
    guint n_kinds;
    const TvReportKind *kinds = tv_report_kinds (&n_kinds);
    TvPage *page = tv_ui_test_show_page (test, "reports");

    g_assert_cmpuint (n_kinds, >=, 2);
    for (guint i = 0; i < n_kinds; i++)
        g_assert_nonnull (tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_REPORT_CARD,
                                           tv_report_kind_label (&kinds[i])));
    wait_for_pictures (test, page, NULL);
}

static void
test_pages (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 120);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvReport) report
        = tv_report_build (test->store, "annual-summary", NULL, NULL, &error);
    TvPage *page = tv_ui_test_show_page (test, "reports");
    GtkWidget *sheet;
    guint n_sheets = 0;

    g_assert_no_error (error);
    open_summary (test, page, NULL);
    sheet = tv_ui_test_find (find_stack_child (page), TV_TYPE_DRAWING_VIEW, NULL);
    for (; sheet; sheet = gtk_widget_get_next_sibling (sheet))
        n_sheets++;
    g_assert_cmpuint (n_sheets, ==, tv_report_n_pages (report));
    gtk_widget_activate_action (GTK_WIDGET (page), "report.back", NULL);
    g_assert_null (tv_ui_test_find (find_stack_child (page), GTK_TYPE_SPINNER, NULL));
}

/* A deadline leads to the figures that are due, not only to the gallery. */
static void
test_deadline (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvPage *overview = tv_ui_test_show_page (test, "overview");
    TvPage *page;
    GtkWidget *label;

    tv_test_wait_until ((label = tv_ui_test_find (GTK_WIDGET (overview), GTK_TYPE_LABEL,
                                                  _ ("School-health report"))));
    g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW), "activate");
    g_assert_cmpstr (tv_window_get_page_code (test->window), ==, "reports");
    page = tv_window_show_page (test->window, "reports");
    g_assert_null (tv_ui_test_find (find_stack_child (page), TV_TYPE_REPORT_CARD, NULL));
    tv_test_wait_until (tv_ui_test_find (find_stack_child (page), TV_TYPE_DRAWING_VIEW, NULL));
}

/* What is written elsewhere makes the report anew, of the class that was chosen. */
static void
test_class_stays (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 120);
    TvPage *page = tv_ui_test_show_page (test, "reports");
    GtkWidget *card = tv_ui_test_find (GTK_WIDGET (page), TV_TYPE_REPORT_CARD,
                                       tv_report_kind_label (tv_report_kind_find ("class-list")));
    GtkDropDown *classes;
    GListModel *before;

    g_signal_emit_by_name (card, "clicked");
    classes = GTK_DROP_DOWN (tv_ui_test_find (GTK_WIDGET (page), GTK_TYPE_DROP_DOWN, NULL));
    tv_test_wait_until (gtk_drop_down_get_model (classes)
                        && g_list_model_get_n_items (gtk_drop_down_get_model (classes)) > 2);
    gtk_drop_down_set_selected (classes, 2);
    before = gtk_drop_down_get_model (classes);
    g_signal_emit_by_name (test->workspace, "changed", (guint) TV_TOPIC_MEASUREMENTS);
    tv_test_wait_until (gtk_drop_down_get_model (classes) != before);
    g_assert_cmpuint (gtk_drop_down_get_selected (classes), ==, 2);
    tv_test_wait_until (tv_ui_test_find (find_stack_child (page), TV_TYPE_DRAWING_VIEW, NULL));
}

static void
test_print (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 120);
    g_autoptr (GError) error = NULL;
    g_autoptr (TvReport) report
        = tv_report_build (test->store, "annual-summary", NULL, NULL, &error);
    g_autoptr (GtkPrintOperation) operation = NULL;
    g_autofree char *path = g_build_filename (test->folder, "print.pdf", NULL);
    g_autofree char *bytes = NULL;
    gsize size;

    g_assert_no_error (error);
    operation = tv_report_print_new (report);
    gtk_print_operation_set_export_filename (operation, path);
    g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                              GTK_WINDOW (test->window), &error),
                     ==, GTK_PRINT_OPERATION_RESULT_APPLY);
    g_assert_no_error (error);
    g_assert_true (g_file_get_contents (path, &bytes, &size, &error));
    g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
    g_assert_cmpuint (size, >, 5000);
}

static void
test_pictures (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 200);

    tv_ui_test_picture_page (test, "reports", "reports", wait_for_pictures, NULL);
    tv_ui_test_picture_page (test, "reports", "report-pages", open_summary, NULL);
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/ui/reports/gallery", test_gallery);
    g_test_add_func ("/ui/reports/pages", test_pages);
    g_test_add_func ("/ui/reports/deadline", test_deadline);
    g_test_add_func ("/ui/reports/class-stays", test_class_stays);
    g_test_add_func ("/ui/reports/print", test_print);
    g_test_add_func ("/ui/reports/pictures", test_pictures);
    return g_test_run ();
}
