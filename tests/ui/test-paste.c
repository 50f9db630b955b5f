/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A block that was copied in a spreadsheet is pasted into the sheet with real keys: seen first,
 * then taken over as one change, or left. */

#include "tests/ui/tv-keys-test.h"
#include "tests/ui/tv-measuring-test.h"

#include "ui/measuring/tv-paste-window-private.h"

static TvMeasuringPage *
open_page (TvUiTest *test, guint index)
{
    TvMeasuringPage *page = tv_measuring_test_open_round (test);

    tv_keys_test_take_keyboard (test);
    tv_measuring_grid_focus (page->grid, tv_measuring_grid_get_line (page->grid, index),
                             TV_QUANTITY_WEIGHT);
    tv_test_wait_until (page->grid && gtk_root_get_focus (GTK_ROOT (test->window)));
    return page;
}

static TvPasteWindow *
find_window (void)
{
    g_autoptr (GList) windows = gtk_window_list_toplevels ();

    for (GList *l = windows; l; l = l->next) {
        if (TV_IS_PASTE_WINDOW (l->data) && gtk_widget_get_visible (l->data))
            return l->data;
    }
    return NULL;
}

static void
copy (TvUiTest *test, const char *text)
{
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (test->window)), text);
}

static TvPasteWindow *
paste (TvUiTest *test, const char *text)
{
    copy (test, text);
    tv_keys_test_press ("ctrl+v");
    tv_test_wait_until (find_window ());
    tv_keys_test_take_keyboard_for (GTK_WINDOW (find_window ()));
    return find_window ();
}

static const char *
text_at (TvMeasuringPage *page, guint index, TvQuantity quantity)
{
    return gtk_editable_get_text (GTK_EDITABLE (
        tv_measuring_line_get_cell (tv_measuring_grid_get_line (page->grid, index), quantity)));
}

static gboolean
says (TvMeasuringPage *page, guint index, const char *weight, const char *height)
{
    return g_strcmp0 (text_at (page, index, TV_QUANTITY_WEIGHT), weight) == 0
           && g_strcmp0 (text_at (page, index, TV_QUANTITY_HEIGHT), height) == 0;
}

static void
test_taken_over_and_undone (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = open_page (test, 1);
    TvPasteWindow *window = paste (test, "12,5\t88,2\r\n13,1\t89,0\r\n");
    g_autoptr (TvMeasurement) saved = NULL;

    g_assert_cmpuint (window->plan->rows->len, ==, 2);
    g_assert_true (says (page, 1, "", ""));
    tv_test_wait_until (gtk_root_get_focus (GTK_ROOT (window)) == window->take_button);
    tv_keys_test_press ("Return");
    tv_test_wait_until (!find_window ());
    tv_test_wait_until (says (page, 1, "12,5", "88,2") && says (page, 2, "13,1", "89,0"));
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    saved = tv_measuring_test_read (test, page, 2);
    g_assert_cmpint (saved->weight_g, ==, 13100);
    g_assert_cmpint (saved->height_mm, ==, 890);
    /* One step takes all of it back. */
    tv_keys_test_take_keyboard (test);
    tv_keys_test_press ("ctrl+z");
    tv_test_wait_until (says (page, 1, "", "") && says (page, 2, "", ""));
}

static void
test_left_by_escape (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = open_page (test, 0);

    paste (test, "12,5\t88,2\n13,1\t89,0\n");
    tv_keys_test_press ("Escape");
    tv_test_wait_until (!find_window ());
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    g_assert_true (says (page, 0, "", ""));
    g_assert_null (((TvMeasuringRow *) g_ptr_array_index (page->sheet->rows, 0))->current);
}

static char *
write_by_name (TvMeasuringPage *page)
{
    const TvMeasuringRow *first = g_ptr_array_index (page->sheet->rows, 0);
    const TvMeasuringRow *third = g_ptr_array_index (page->sheet->rows, 2);

    return g_strdup_printf ("Họ và tên\tCân nặng\tChiều cao\n%s\t12,9\t881\n%s\t13,4\t89,5\n"
                            "Không Có Ai\t14\t90\n",
                            third->student->name, first->student->name);
}

/* What was typed a moment before is in the preview; it stays unless somebody ticks. */
static void
test_by_name (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = open_page (test, 0);
    g_autofree char *text = write_by_name (page);
    TvPasteWindow *window;

    tv_keys_test_type ("13,0");
    tv_test_wait_until (g_strcmp0 (text_at (page, 0, TV_QUANTITY_WEIGHT), "13,0") == 0);
    window = paste (test, text);
    g_assert_cmpint (window->plan->mode, ==, TV_PASTE_BY_NAME);
    g_assert_cmpint (tv_paste_plan_row (window->plan, 0)->match.child, ==, 2);
    g_assert_cmpint (tv_paste_plan_row (window->plan, 1)->match.child, ==, 0);
    g_assert_cmpint (tv_paste_plan_row (window->plan, 2)->verdict, ==, TV_PASTE_ROW_NOBODY);
    g_assert_cmpint (tv_paste_plan_row (window->plan, 1)->parts[TV_PASTE_PART_WEIGHT].news, ==,
                     TV_PASTE_OTHER);
    tv_keys_test_press ("Return");
    tv_test_wait_until (!find_window ());
    tv_test_wait_until (says (page, 0, "13,0", "89,5"));
    /* 881 is no height: it stands in its cell with its question, as if it had been typed. */
    tv_test_wait_until (says (page, 2, "12,9", "881"));
    g_assert_nonnull (tv_measuring_line_get_refusal (tv_measuring_grid_get_line (page->grid, 2),
                                                     TV_QUANTITY_HEIGHT));
    tv_test_wait_until (tv_measuring_test_is_settled (page));
}

static void
test_choices (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = open_page (test, 0);
    g_autofree char *text = write_by_name (page);
    TvPasteWindow *window;

    tv_keys_test_type ("13,0");
    tv_keys_test_press ("Left");
    window = paste (test, text);
    gtk_check_button_set_active (window->replace_check, TRUE);
    g_assert_true (tv_paste_plan_row (window->plan, 1)->parts[TV_PASTE_PART_WEIGHT].is_taken);
    gtk_check_button_set_active (window->look_check, TRUE);
    g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (window->selection)), ==, 3);
    gtk_drop_down_set_selected (window->mode_drop_down, TV_PASTE_BY_ORDER);
    g_assert_cmpint (window->plan->mode, ==, TV_PASTE_BY_ORDER);
    g_assert_cmpint (tv_paste_plan_row (window->plan, 0)->match.child, ==, 0);
    tv_keys_test_press ("Escape");
    tv_test_wait_until (!find_window ());
}

static void
failed_cb (TvWorkspace *workspace, const GError *error, gboolean *has_failed)
{
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    *has_failed = TRUE;
}

static void
test_nothing_on_the_clipboard (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = open_page (test, 0);
    gboolean has_failed = FALSE;

    g_signal_connect (test->workspace, "failed", G_CALLBACK (failed_cb), &has_failed);
    copy (test, "\n\n");
    gtk_widget_activate_action (GTK_WIDGET (page), "measuring.paste", NULL);
    tv_test_wait_until (has_failed);
    g_assert_null (find_window ());
    copy (test, "12,5\t88,2\n");
    gtk_widget_activate_action (GTK_WIDGET (page), "measuring.paste", NULL);
    tv_test_wait_until (find_window ());
    gtk_window_close (GTK_WINDOW (find_window ()));
}

static void
fill (TvUiTest *test, TvPage *page, gpointer data)
{
    TvMeasuringPage *self = TV_MEASURING_PAGE (page);

    tv_test_wait_until (tv_measuring_test_is_settled (self));
}

static void
test_pictures (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = open_page (test, 0);
    g_autofree char *text = NULL;
    g_autoptr (GString) lines = g_string_new (NULL);
    TvPasteWindow *window;

    fill (test, TV_PAGE (page), NULL);
    tv_keys_test_type ("13,0");
    tv_test_wait_until (g_strcmp0 (text_at (page, 0, TV_QUANTITY_WEIGHT), "13,0") == 0);
    for (guint i = 0; i < page->sheet->rows->len; i++) {
        const TvMeasuringRow *row = g_ptr_array_index (page->sheet->rows, i);
        g_autofree char *day = tv_date_to_text (row->student->birth_date);

        if (i == 3)
            g_string_append_printf (lines, "%u\t%s\t%s\tvắng\t\n", i + 1, row->student->name, day);
        else if (i == 5)
            g_string_append_printf (lines, "%u\t%s\t%s\t12,4\t885\n", i + 1, row->student->name,
                                    day);
        else if (i == 6)
            g_string_append_printf (lines, "%u\t%sh\t01/01/2020\t12,4\t88,5\n", i + 1,
                                    row->student->name);
        else
            g_string_append_printf (lines, "%u\t%s\t%s\t1%u,%u\t8%u,%u\n", i + 1,
                                    row->student->name, day, 1 + i % 3, i % 10, 4 + i % 5, i % 10);
    }
    window = paste (test, lines->str);
    gtk_single_selection_set_selected (window->selection, 5);
    tv_ui_test_settle (GTK_WIDGET (window));
    tv_ui_test_picture (GTK_WIDGET (window), "paste-by-name");
    gtk_window_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/paste/taken-over-and-undone", test_taken_over_and_undone);
    g_test_add_func ("/paste/left-by-escape", test_left_by_escape);
    g_test_add_func ("/paste/by-name", test_by_name);
    g_test_add_func ("/paste/choices", test_choices);
    g_test_add_func ("/paste/nothing-on-the-clipboard", test_nothing_on_the_clipboard);
    g_test_add_func ("/paste/pictures", test_pictures);
    return g_test_run ();
}
