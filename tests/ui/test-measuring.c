/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The measuring grid: typed values go into the book one by one, odd ones are asked about, refused
 * ones stay where they are. Real keys are pressed in test-measuring-keys.c. */

#include "tests/ui/tv-keys-test.h"
#include "tests/ui/tv-measuring-test.h"

#include "ui/students/tv-student-dialog.h"

#include <glib/gi18n.h>

static void
wait_for_sheet (TvUiTest *test, TvPage *page, gpointer data)
{
    tv_test_wait_until (tv_measuring_test_is_settled (TV_MEASURING_PAGE (page)));
}

static void
test_values_are_saved (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    TvMeasuringLine *line = tv_measuring_grid_get_line (page->grid, 0);
    g_autoptr (TvMeasurement) saved = NULL;

    tv_measuring_test_type (page, 0, TV_QUANTITY_WEIGHT, "68,4-53,1");
    tv_measuring_test_type (page, 0, TV_QUANTITY_HEIGHT, "101.2");
    /* The class is there before anything has come back from the book. */
    g_assert_cmpint (page->n_saving, >, 0);
    g_assert_cmpstr (tv_measuring_line_get_finding (line)->words, !=, "");
    g_assert_cmpstr (tv_measuring_test_text (page, 0, TV_QUANTITY_WEIGHT), ==, "15,3");
    g_assert_cmpstr (tv_measuring_test_text (page, 0, TV_QUANTITY_HEIGHT), ==, "101,2");
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    saved = tv_measuring_test_read (test, page, 0);
    g_assert_cmpint (saved->weight_g, ==, 15300);
    g_assert_cmpint (saved->height_mm, ==, 1012);
    g_assert_cmpuint (saved->n_readings, ==, 3);
    g_assert_cmpint (saved->date, ==, tv_date_from_ymd (2026, 11, 21));
}

static void
test_progress (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    guint n_rows = tv_measuring_grid_n_lines (page->grid);

    g_assert_cmpuint (gtk_level_bar_get_value (page->progress_bar), ==, 0);
    g_assert_cmpuint (gtk_level_bar_get_max_value (page->progress_bar), ==, n_rows);
    tv_measuring_test_type (page, 1, TV_QUANTITY_WEIGHT, "15");
    tv_test_wait_until (strstr (gtk_label_get_label (page->progress_label), "1 trẻ"));
    g_assert_cmpuint (gtk_level_bar_get_value (page->progress_bar), ==, 0);
    tv_measuring_test_type (page, 1, TV_QUANTITY_HEIGHT, "100");
    tv_measuring_line_mark (tv_measuring_grid_get_line (page->grid, 2), TV_MEASUREMENT_ABSENT);
    tv_test_wait_until (gtk_level_bar_get_value (page->progress_bar) == 2);
}

static void
test_refused_text_stays (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    TvMeasuringLine *line = tv_measuring_grid_get_line (page->grid, 0);
    guint other_class;

    tv_measuring_test_type (page, 0, TV_QUANTITY_WEIGHT, "mười lăm");
    g_assert_nonnull (tv_measuring_line_get_refusal (line, TV_QUANTITY_WEIGHT));
    g_assert_true (
        gtk_widget_has_css_class (tv_measuring_line_get_cell (line, TV_QUANTITY_WEIGHT), "error"));
    g_assert_cmpint (page->n_saving, ==, 0);
    g_assert_true (gtk_widget_get_visible (GTK_WIDGET (page->questions_button)));

    /* Another class and back: the text has waited. */
    other_class = gtk_drop_down_get_selected (page->class_drop_down) + 1;
    gtk_drop_down_set_selected (page->class_drop_down, other_class);
    tv_test_wait_until (tv_measuring_test_is_settled (page)
                        && g_strcmp0 (tv_measuring_test_text (page, 0, TV_QUANTITY_WEIGHT), "")
                               == 0);
    gtk_drop_down_set_selected (page->class_drop_down, other_class - 1);
    tv_test_wait_until (
        tv_measuring_test_is_settled (page)
        && g_strcmp0 (tv_measuring_test_text (page, 0, TV_QUANTITY_WEIGHT), "mười lăm") == 0);
    g_assert_nonnull (tv_measuring_line_get_refusal (line, TV_QUANTITY_WEIGHT));
    tv_measuring_line_restore (line, TV_QUANTITY_WEIGHT);
    g_assert_cmpstr (tv_measuring_test_text (page, 0, TV_QUANTITY_WEIGHT), ==, "");
    g_assert_false (tv_measuring_line_is_open (line));
}

static void
test_swapped_values_are_put_right (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    TvMeasuringLine *line = tv_measuring_grid_get_line (page->grid, 0);
    g_autoptr (TvMeasurement) saved = NULL;

    tv_measuring_test_type (page, 0, TV_QUANTITY_WEIGHT, "101,2");
    tv_measuring_test_type (page, 0, TV_QUANTITY_HEIGHT, "15,4");
    g_assert_true (tv_question_bar_get_line (page->question_bar) == line);
    /* Asking took nothing from the hand that types. */
    g_assert_true (gtk_widget_is_ancestor (
        gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (page))), GTK_WIDGET (page->grid)));
    g_assert_true (tv_question_bar_press (page->question_bar, 1));
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    saved = tv_measuring_test_read (test, page, 0);
    g_assert_cmpint (saved->weight_g, ==, 15400);
    g_assert_cmpint (saved->height_mm, ==, 1012);
    g_assert_cmpstr (tv_measuring_test_text (page, 0, TV_QUANTITY_WEIGHT), ==, "15,4");
    g_assert_null (tv_measuring_line_get_refusal (line, TV_QUANTITY_HEIGHT));
}

/* 0.95 m may be 95.0 to 95.9 cm: nobody gets a height by one key. */
static void
test_metres_are_measured_again (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    TvMeasuringLine *line = tv_measuring_grid_get_line (page->grid, 0);
    const TvMeasuringFinding *finding = tv_measuring_line_get_finding (line);

    tv_measuring_test_type (page, 0, TV_QUANTITY_HEIGHT, "0,95");
    g_assert_cmpuint (finding->n_questions, ==, 1);
    g_assert_cmpint (finding->questions[0].doubt.kind, ==, TV_DOUBT_METRES);
    g_assert_cmpint (finding->questions[0].doubt.height_mm, ==, 950);
    g_assert_true (tv_question_bar_press (page->question_bar, 1));
    g_assert_cmpstr (tv_measuring_test_text (page, 0, TV_QUANTITY_HEIGHT), ==, "");
    g_assert_cmpint (page->n_saving, ==, 0);
    tv_measuring_test_type (page, 0, TV_QUANTITY_HEIGHT, "0,97");
    g_assert_true (tv_question_bar_press (page->question_bar, 3));
    g_assert_cmpstr (tv_measuring_test_text (page, 0, TV_QUANTITY_HEIGHT), ==, "97,0");
    /* With every digit there, the proposal comes first again. */
    tv_measuring_test_type (page, 1, TV_QUANTITY_HEIGHT, "0,955");
    g_assert_true (tv_question_bar_press (page->question_bar, 1));
    g_assert_cmpstr (tv_measuring_test_text (page, 1, TV_QUANTITY_HEIGHT), ==, "95,5");
    tv_test_wait_until (tv_measuring_test_is_settled (page));
}

static void
test_kept_with_a_reason (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    TvMeasuringLine *line = tv_measuring_grid_get_line (page->grid, 0);
    g_autoptr (TvMeasurement) saved = NULL;

    tv_measuring_test_type (page, 0, TV_QUANTITY_WEIGHT, "60");
    g_assert_true (tv_measuring_line_is_open (line));
    tv_measuring_line_keep (line, "bệnh nội tiết, đang điều trị");
    g_assert_false (tv_measuring_line_is_open (line));
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    saved = tv_measuring_test_read (test, page, 0);
    g_assert_cmpint (saved->weight_g, ==, 60000);
    g_assert_cmpstr (saved->kept_reason, ==, "bệnh nội tiết, đang điều trị");
}

static void
test_measured_again (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    TvMeasuringLine *line = tv_measuring_grid_get_line (page->grid, 0);
    g_autoptr (TvMeasurement) saved = NULL;

    tv_measuring_test_type (page, 0, TV_QUANTITY_HEIGHT, "101");
    tv_measuring_line_measure_again (line, TV_QUANTITY_HEIGHT);
    g_assert_cmpstr (tv_measuring_test_text (page, 0, TV_QUANTITY_HEIGHT), ==, "");
    tv_measuring_test_type (page, 0, TV_QUANTITY_HEIGHT, "100,6");
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    saved = tv_measuring_test_read (test, page, 0);
    g_assert_cmpint (saved->height_mm, ==, 1008);
    g_assert_cmpuint (saved->n_readings, ==, 2);
    g_assert_cmpint (saved->readings[0].value, ==, 1010);
}

static void
test_position_is_turned (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    TvMeasuringLine *line = tv_measuring_grid_get_line (page->grid, 0);
    g_autoptr (TvMeasurement) before = NULL;
    g_autoptr (TvMeasurement) after = NULL;

    tv_measuring_line_turn_position (line);
    g_assert_cmpint (page->n_saving, ==, 0);
    tv_measuring_test_type (page, 0, TV_QUANTITY_HEIGHT, "88,4");
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    before = tv_measuring_test_read (test, page, 0);
    tv_measuring_line_turn_position (line);
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    after = tv_measuring_test_read (test, page, 0);
    g_assert_cmpint (before->position, !=, TV_POSITION_UNKNOWN);
    g_assert_cmpint (after->position, !=, before->position);
    g_assert_cmpint (after->height_mm, ==, 884);
}

static void
test_undo (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);

    tv_measuring_test_type (page, 0, TV_QUANTITY_WEIGHT, "15,3");
    tv_measuring_test_type (page, 0, TV_QUANTITY_HEIGHT, "101,2");
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    gtk_widget_activate_action (GTK_WIDGET (page), "win.undo", NULL);
    tv_test_wait_until (g_strcmp0 (tv_measuring_test_text (page, 0, TV_QUANTITY_HEIGHT), "") == 0);
    g_assert_cmpstr (tv_measuring_test_text (page, 0, TV_QUANTITY_WEIGHT), ==, "15,3");
    gtk_widget_activate_action (GTK_WIDGET (page), "win.undo", NULL);
    tv_test_wait_until (g_strcmp0 (tv_measuring_test_text (page, 0, TV_QUANTITY_WEIGHT), "") == 0);
}

/* A session that the book does not know makes saving fail, as a full disk would. */
static void
test_unsaved_text_is_given_back (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    TvMeasuringLine *line = tv_measuring_grid_get_line (page->grid, 0);
    TvSession values = *tv_session_bar_get_session (page->session_bar);
    g_autoptr (TvSession) unknown = NULL;
    g_autoptr (TvMeasurement) saved = NULL;

    values.id = 99999;
    unknown = tv_session_new (&values);
    tv_session_bar_show (page->session_bar, unknown, values.date, TRUE);
    tv_measuring_test_type (page, 0, TV_QUANTITY_WEIGHT, "15,3");
    tv_test_wait_until (tv_measuring_line_get_refusal (line, TV_QUANTITY_WEIGHT));
    tv_test_wait_until (tv_measuring_test_is_settled (page)
                        && tv_session_bar_get_session (page->session_bar)->id == 0);
    g_assert_cmpstr (tv_measuring_test_text (page, 0, TV_QUANTITY_WEIGHT), ==, "15,3");
    g_assert_true (tv_measuring_line_is_open (line));

    /* The same text, taken once more, is saved. */
    tv_measuring_grid_commit (page->grid);
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    saved = tv_measuring_test_read (test, page, 0);
    g_assert_cmpint (saved->weight_g, ==, 15300);
    g_assert_null (tv_measuring_line_get_refusal (line, TV_QUANTITY_WEIGHT));
}

static void
test_session (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    GtkWidget *drop_down
        = tv_ui_test_find (GTK_WIDGET (page->session_bar), GTK_TYPE_DROP_DOWN, NULL);

    tv_measuring_test_type (page, 0, TV_QUANTITY_WEIGHT, "15,3");
    tv_test_wait_until (tv_measuring_test_is_settled (page) && page->sheet->sessions->len == 1);
    gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), TV_CLOTHING_COAT_ON);
    tv_test_wait_until (((TvSession *) g_ptr_array_index (page->sheet->sessions, 0))->clothing
                        == TV_CLOTHING_COAT_ON);
    g_assert_cmpuint (page->sheet->sessions->len, ==, 1);
}

/* At twice the size of letters both cells are still on the sheet; other columns have gone. */
static void
test_large_letters (void)
{
    g_autoptr (TvUiTest) test = NULL;
    TvMeasuringPage *page;
    GtkWidget *content, *cell;
    graphene_rect_t bounds;
    int dpi;

    g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 192 * 1024, NULL);
    test = tv_ui_test_open (TV_LEVEL_PRIMARY, 60);
    page = TV_MEASURING_PAGE (tv_ui_test_show_page (test, "measuring"));
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (test->window));
    tv_ui_test_picture (content, "measuring-large-letters");
    cell = tv_measuring_line_get_cell (tv_measuring_grid_get_line (page->grid, 0),
                                       TV_QUANTITY_HEIGHT);
    g_assert_true (gtk_widget_compute_bounds (cell, content, &bounds));
    g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (content));
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
}

static void
fill_some (TvUiTest *test, TvPage *page_widget, gpointer data)
{
    TvMeasuringPage *page = TV_MEASURING_PAGE (page_widget);

    tv_workspace_set_round (test->workspace, data);
    tv_test_wait_until (page->sheet && page->sheet->round->id == ((TvRound *) data)->id
                        && tv_measuring_test_is_settled (page));
    tv_measuring_test_type (page, 0, TV_QUANTITY_WEIGHT, "15,3");
    tv_measuring_test_type (page, 0, TV_QUANTITY_HEIGHT, "95,5");
    tv_measuring_test_type (page, 1, TV_QUANTITY_WEIGHT, "12,8");
    tv_measuring_test_type (page, 1, TV_QUANTITY_HEIGHT, "1125");
    tv_measuring_test_type (page, 2, TV_QUANTITY_WEIGHT, "12x");
    tv_measuring_line_mark (tv_measuring_grid_get_line (page->grid, 3), TV_MEASUREMENT_ABSENT);
    tv_measuring_test_type (page, 4, TV_QUANTITY_WEIGHT, "11,5");
    tv_measuring_test_type (page, 4, TV_QUANTITY_HEIGHT, "80,2");
    tv_measuring_test_type (page, 1, TV_QUANTITY_WEIGHT, "12,9");
    tv_test_wait_until (tv_measuring_test_is_settled (page));
}

/* Typing after a click into a filled cell takes the place of what stood there. */
static void
test_click_selects (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    TvMeasuringLine *line = tv_measuring_grid_get_line (page->grid, 1);
    GtkWidget *cell = tv_measuring_line_get_cell (line, TV_QUANTITY_WEIGHT);

    tv_measuring_test_type (page, 1, TV_QUANTITY_WEIGHT, "11");
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    tv_measuring_grid_focus (page->grid, tv_measuring_grid_get_line (page->grid, 3),
                             TV_QUANTITY_WEIGHT);
    tv_ui_test_settle (GTK_WIDGET (page));
    tv_keys_test_take_keyboard (test);
    tv_keys_test_click (test, cell);
    tv_test_wait_until (gtk_editable_get_selection_bounds (GTK_EDITABLE (cell), NULL, NULL));
    tv_keys_test_type ("12,3");
    tv_test_wait_until (g_strcmp0 (tv_measuring_test_text (page, 1, TV_QUANTITY_WEIGHT), "12,3")
                        == 0);
}

/* Whoever is added while measuring is measured next. */
static void
test_added_child_is_next (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    guint n_lines = tv_measuring_grid_n_lines (page->grid);
    g_autoptr (GList) windows = NULL;
    GtkWindow *dialog = NULL;
    GtkWidget *row, *save, *focus;
    TvMeasuringLine *line;
    TvQuantity quantity;

    tv_measuring_grid_focus (page->grid, tv_measuring_grid_get_line (page->grid, 2),
                             TV_QUANTITY_HEIGHT);
    g_signal_emit_by_name (page->add_button, "clicked");
    windows = gtk_window_list_toplevels ();
    for (GList *link = windows; link; link = link->next) {
        if (TV_IS_STUDENT_DIALOG (link->data))
            dialog = link->data;
    }
    g_assert_nonnull (dialog);
    row = tv_ui_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, NULL);
    gtk_editable_set_text (GTK_EDITABLE (row), "Đỗ Khánh Linh");
    save = gtk_window_get_default_widget (dialog);
    tv_test_wait_until (gtk_widget_get_sensitive (save));
    g_signal_emit_by_name (save, "clicked");
    tv_test_wait_until (tv_measuring_grid_n_lines (page->grid) == n_lines + 1
                        && page->added_id == 0);
    focus = gtk_root_get_focus (GTK_ROOT (test->window));
    line = TV_MEASURING_LINE (gtk_widget_get_ancestor (focus, TV_TYPE_MEASURING_LINE));
    g_assert_cmpstr (tv_measuring_line_get_student (line)->name, ==, "Đỗ Khánh Linh");
    g_assert_true (tv_measuring_line_find_cell (line, focus, &quantity));
    g_assert_cmpint (quantity, ==, TV_QUANTITY_WEIGHT);
}

/* With a cell in use, what was taken back can be done again by either pair of keys. */
static void
test_redo (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    static const char *const keys[] = { "ctrl+shift+z", "ctrl+y" };

    tv_measuring_test_type (page, 0, TV_QUANTITY_WEIGHT, "12,5");
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    tv_keys_test_take_keyboard (test);
    for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
        tv_keys_test_press ("ctrl+z");
        tv_test_wait_until (g_strcmp0 (tv_measuring_test_text (page, 0, TV_QUANTITY_WEIGHT), "")
                            == 0);
        tv_keys_test_press (keys[i]);
        tv_test_wait_until (g_strcmp0 (tv_measuring_test_text (page, 0, TV_QUANTITY_WEIGHT), "12,5")
                            == 0);
    }
}

static gboolean
offers_undo (TvUiTest *test)
{
    return tv_ui_test_find (GTK_WIDGET (test->window), GTK_TYPE_BUTTON, _ ("Undo")) != NULL;
}

/* The button of a toast must take back the change it tells of, and no other. */
static void
test_stale_toast (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);

    tv_workspace_tell (test->workspace, "Something was changed.", TRUE);
    tv_test_wait_until (offers_undo (test));
    tv_measuring_test_type (page, 0, TV_QUANTITY_WEIGHT, "12,5");
    tv_test_wait_until (tv_measuring_test_is_settled (page) && !offers_undo (test));
    tv_workspace_tell (test->workspace, "Something was changed.", TRUE);
    tv_test_wait_until (offers_undo (test));
    gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
    tv_test_wait_until (!offers_undo (test));
}

static void
test_pictures (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 160);
    TvMeasuringPage *page;
    TvRound *round;

    tv_ui_test_picture_page (test, "measuring", "measuring", wait_for_sheet, NULL);
    page = tv_measuring_test_open_round (test);
    round = tv_round_ref (page->sheet->round);
    tv_ui_test_picture_page (test, "measuring", "measuring-typing", fill_some, round);
    tv_round_unref (round);
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/measuring/values-are-saved", test_values_are_saved);
    g_test_add_func ("/measuring/progress", test_progress);
    g_test_add_func ("/measuring/refused-text-stays", test_refused_text_stays);
    g_test_add_func ("/measuring/swapped-values", test_swapped_values_are_put_right);
    g_test_add_func ("/measuring/metres-are-measured-again", test_metres_are_measured_again);
    g_test_add_func ("/measuring/kept-with-a-reason", test_kept_with_a_reason);
    g_test_add_func ("/measuring/measured-again", test_measured_again);
    g_test_add_func ("/measuring/position", test_position_is_turned);
    g_test_add_func ("/measuring/undo", test_undo);
    g_test_add_func ("/measuring/unsaved-text", test_unsaved_text_is_given_back);
    g_test_add_func ("/measuring/session", test_session);
    g_test_add_func ("/measuring/large-letters", test_large_letters);
    g_test_add_func ("/measuring/click-selects", test_click_selects);
    g_test_add_func ("/measuring/added-child-is-next", test_added_child_is_next);
    g_test_add_func ("/measuring/redo", test_redo);
    g_test_add_func ("/measuring/stale-toast", test_stale_toast);
    g_test_add_func ("/measuring/pictures", test_pictures);
    return g_test_run ();
}
