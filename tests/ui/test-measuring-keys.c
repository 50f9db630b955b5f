/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The measuring grid under real keys: a class of numbers is typed as a nurse types it, and read
 * back from the book. */

#include "tests/ui/tv-keys-test.h"
#include "tests/ui/tv-measuring-test.h"

#include "ui/measuring/tv-measuring-grid-private.h"
#include "ui/shell/tv-settings.h"

#include <glib/gi18n.h>
#include <string.h>

static TvMeasuringPage *
open_page (TvUiTest *test, TvEntryOrder order)
{
    TvMeasuringPage *page;

    g_settings_set_enum (tv_settings_get (), "entry-order", order);
    page = tv_measuring_test_open_round (test);
    tv_keys_test_take_keyboard (test);
    tv_measuring_grid_focus (page->grid, tv_measuring_grid_get_line (page->grid, 0),
                             TV_QUANTITY_WEIGHT);
    return page;
}

static TvMeasuringLine *
focus_line (TvMeasuringPage *page)
{
    GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (page)));
    GtkWidget *line = focus ? gtk_widget_get_ancestor (focus, TV_TYPE_MEASURING_LINE) : NULL;

    return line ? TV_MEASURING_LINE (line) : NULL;
}

static gboolean
is_at (TvMeasuringPage *page, guint index, TvQuantity quantity)
{
    TvMeasuringLine *line = focus_line (page);
    TvQuantity found;

    return line && line == tv_measuring_grid_get_line (page->grid, index)
           && tv_measuring_line_find_cell (
               line, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (page))), &found)
           && found == quantity;
}

static const char *
text_at (TvMeasuringPage *page, guint index, TvQuantity quantity)
{
    return gtk_editable_get_text (GTK_EDITABLE (
        tv_measuring_line_get_cell (tv_measuring_grid_get_line (page->grid, index), quantity)));
}

static int
weight_of (guint index)
{
    return 11000 + 130 * (int) index;
}

static int
height_of (guint index)
{
    return 842 + 7 * (int) index;
}

static gboolean
is_saved (TvMeasuringPage *page, guint index)
{
    const TvMeasuringRow *row = g_ptr_array_index (page->sheet->rows, index);

    return row->current && row->current->height_mm == height_of (index);
}

static gboolean
is_weighed (TvMeasuringPage *page, guint index, int weight_g)
{
    const TvMeasuringRow *row = g_ptr_array_index (page->sheet->rows, index);

    return row->current && row->current->weight_g == weight_g;
}

static void
test_class_child_by_child (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = open_page (test, TV_ENTRY_ORDER_ROW);
    guint n_lines = tv_measuring_grid_n_lines (page->grid);

    g_assert_cmpuint (n_lines, >, 3);
    for (guint i = 0; i < n_lines; i++) {
        g_autofree char *weight = tv_quantity_text (TV_QUANTITY_WEIGHT, weight_of (i));
        g_autofree char *height = tv_quantity_text (TV_QUANTITY_HEIGHT, height_of (i));

        g_assert_true (is_at (page, i, TV_QUANTITY_WEIGHT));
        tv_keys_test_type (weight);
        tv_keys_test_press ("Return");
        tv_test_wait_until (is_at (page, i, TV_QUANTITY_HEIGHT));
        tv_keys_test_type (height);
        tv_keys_test_press ("KP_Enter");
        tv_test_wait_until (i + 1 == n_lines || is_at (page, i + 1, TV_QUANTITY_WEIGHT));
    }
    tv_test_wait_until (tv_measuring_test_is_settled (page) && is_saved (page, n_lines - 1));
    g_assert_cmpuint (gtk_level_bar_get_value (page->progress_bar), ==, n_lines);
    for (guint i = 0; i < n_lines; i++) {
        g_autoptr (TvMeasurement) saved = tv_measuring_test_read (test, page, i);

        g_assert_cmpint (saved->weight_g, ==, weight_of (i));
        g_assert_cmpint (saved->height_mm, ==, height_of (i));
    }
}

static void
test_column_by_column (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = open_page (test, TV_ENTRY_ORDER_COLUMN);

    tv_keys_test_type ("12.5");
    tv_keys_test_press ("Return");
    tv_test_wait_until (is_at (page, 1, TV_QUANTITY_WEIGHT));
    tv_keys_test_type ("13");
    tv_keys_test_press ("Down");
    tv_test_wait_until (is_at (page, 2, TV_QUANTITY_WEIGHT));
    tv_keys_test_press ("Up");
    tv_test_wait_until (is_at (page, 1, TV_QUANTITY_WEIGHT));
    g_assert_cmpstr (text_at (page, 0, TV_QUANTITY_WEIGHT), ==, "12,5");
    g_assert_cmpstr (text_at (page, 1, TV_QUANTITY_WEIGHT), ==, "13,0");
    tv_keys_test_press ("Right");
    tv_test_wait_until (is_at (page, 1, TV_QUANTITY_HEIGHT));
    tv_keys_test_press ("Left");
    tv_test_wait_until (is_at (page, 1, TV_QUANTITY_WEIGHT));
}

static void
press_to (TvMeasuringPage *page, const char *key, guint index, TvQuantity quantity)
{
    tv_keys_test_press (key);
    tv_test_wait_until (is_at (page, index, quantity));
}

/* Where nothing is typed the keys go from cell to cell, as in a spreadsheet. */
static void
test_ways (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = open_page (test, TV_ENTRY_ORDER_ROW);
    guint last = tv_measuring_grid_n_lines (page->grid) - 1;

    g_assert_cmpuint (last, >, 1);
    press_to (page, "End", 0, TV_QUANTITY_HEIGHT);
    press_to (page, "Home", 0, TV_QUANTITY_WEIGHT);
    press_to (page, "ctrl+Right", 0, TV_QUANTITY_HEIGHT);
    press_to (page, "ctrl+Down", last, TV_QUANTITY_HEIGHT);
    press_to (page, "ctrl+Left", last, TV_QUANTITY_WEIGHT);
    press_to (page, "ctrl+Up", 0, TV_QUANTITY_WEIGHT);
    press_to (page, "ctrl+End", last, TV_QUANTITY_WEIGHT);
    press_to (page, "ctrl+Home", 0, TV_QUANTITY_WEIGHT);
    press_to (page, "Next", MIN (10, last), TV_QUANTITY_WEIGHT);
    press_to (page, "Prior", 0, TV_QUANTITY_WEIGHT);
    press_to (page, "Tab", 0, TV_QUANTITY_HEIGHT);
    press_to (page, "Tab", 1, TV_QUANTITY_WEIGHT);
    press_to (page, "shift+Tab", 0, TV_QUANTITY_HEIGHT);
    press_to (page, "Down", 1, TV_QUANTITY_HEIGHT);
    press_to (page, "KP_Up", 0, TV_QUANTITY_HEIGHT);
}

/* Inside half a value the same keys move in the text, and leaving by any way commits. */
static void
test_ways_while_typing (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = open_page (test, TV_ENTRY_ORDER_ROW);

    tv_keys_test_type ("2,5");
    tv_keys_test_press ("Home");
    tv_keys_test_type ("1");
    tv_test_wait_until (g_strcmp0 (text_at (page, 0, TV_QUANTITY_WEIGHT), "12,5") == 0);
    tv_keys_test_press ("Left");
    tv_keys_test_press ("End");
    tv_keys_test_type ("5");
    tv_test_wait_until (g_strcmp0 (text_at (page, 0, TV_QUANTITY_WEIGHT), "12,55") == 0);
    g_assert_true (is_at (page, 0, TV_QUANTITY_WEIGHT));
    tv_keys_test_press ("BackSpace");
    press_to (page, "Tab", 0, TV_QUANTITY_HEIGHT);
    tv_test_wait_until (tv_measuring_test_is_settled (page) && is_weighed (page, 0, 12500));
    tv_keys_test_type ("98");
    press_to (page, "ctrl+Up", 0, TV_QUANTITY_HEIGHT);
    press_to (page, "shift+Tab", 0, TV_QUANTITY_WEIGHT);
    tv_test_wait_until (tv_measuring_test_is_settled (page) && is_weighed (page, 0, 12500));
    g_assert_cmpstr (text_at (page, 0, TV_QUANTITY_HEIGHT), ==, "98,0");
}

/* The order that was chosen by hand is that of the next start. */
static void
test_order_stays (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = open_page (test, TV_ENTRY_ORDER_ROW);

    gtk_drop_down_set_selected (page->order_drop_down, TV_ENTRY_ORDER_COLUMN);
    tv_ui_test_reopen (test, TV_LANGUAGE_VIETNAMESE, FALSE);
    page = TV_MEASURING_PAGE (tv_ui_test_show_page (test, "measuring"));
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    g_assert_cmpuint (gtk_drop_down_get_selected (page->order_drop_down), ==,
                      TV_ENTRY_ORDER_COLUMN);
    tv_keys_test_take_keyboard (test);
    tv_measuring_grid_focus (page->grid, tv_measuring_grid_get_line (page->grid, 0),
                             TV_QUANTITY_HEIGHT);
    press_to (page, "Return", 1, TV_QUANTITY_HEIGHT);
}

static void
test_escape_and_undo (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = open_page (test, TV_ENTRY_ORDER_ROW);

    tv_keys_test_type ("12,5");
    tv_keys_test_press ("Return");
    tv_test_wait_until (is_at (page, 0, TV_QUANTITY_HEIGHT) && tv_measuring_test_is_settled (page));
    tv_keys_test_press ("Left");
    tv_test_wait_until (is_at (page, 0, TV_QUANTITY_WEIGHT));
    tv_keys_test_type ("99");
    tv_test_wait_until (g_strcmp0 (text_at (page, 0, TV_QUANTITY_WEIGHT), "99") == 0);
    tv_keys_test_press ("Escape");
    tv_test_wait_until (g_strcmp0 (text_at (page, 0, TV_QUANTITY_WEIGHT), "12,5") == 0);
    tv_keys_test_press ("ctrl+z");
    tv_test_wait_until (g_strcmp0 (text_at (page, 0, TV_QUANTITY_WEIGHT), "") == 0);
}

static void
test_marks (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = open_page (test, TV_ENTRY_ORDER_ROW);
    g_autoptr (TvMeasurement) absent = NULL;
    g_autoptr (TvMeasurement) refused = NULL;

    tv_keys_test_press ("v");
    tv_test_wait_until (GTK_IS_BUTTON (gtk_root_get_focus (GTK_ROOT (test->window))));
    tv_keys_test_press ("Return");
    tv_test_wait_until (is_at (page, 1, TV_QUANTITY_WEIGHT));
    tv_keys_test_press ("KP_Subtract");
    tv_test_wait_until (GTK_IS_BUTTON (gtk_root_get_focus (GTK_ROOT (test->window))));
    tv_keys_test_press ("Tab");
    tv_keys_test_press ("Return");
    tv_test_wait_until (is_at (page, 2, TV_QUANTITY_WEIGHT) && tv_measuring_test_is_settled (page));
    absent = tv_measuring_test_read (test, page, 0);
    refused = tv_measuring_test_read (test, page, 1);
    g_assert_cmpint (absent->state, ==, TV_MEASUREMENT_ABSENT);
    g_assert_cmpint (refused->state, ==, TV_MEASUREMENT_REFUSED);
}

static void
told_cb (char **told, const char *sentence)
{
    g_free (*told);
    *told = g_strdup (sentence);
}

/* A mark would take away the value beside it, and the letter is no value. */
static void
test_no_mark_beside_a_value (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = open_page (test, TV_ENTRY_ORDER_ROW);
    g_autoptr (TvMeasurement) kept = NULL;
    g_autofree char *told = NULL;

    tv_keys_test_type ("12,5");
    tv_keys_test_press ("Return");
    tv_test_wait_until (is_at (page, 0, TV_QUANTITY_HEIGHT));
    g_signal_connect_swapped (page->workspace, "told", G_CALLBACK (told_cb), &told);
    tv_keys_test_press ("v");
    tv_test_wait_until (told != NULL);
    g_assert_nonnull (strstr (told, _ ("Absent and the like go only to who has no value at all. "
                                       "One value may stand alone: leave the other cell empty.")));
    g_assert_true (is_at (page, 0, TV_QUANTITY_HEIGHT));
    g_assert_cmpstr (text_at (page, 0, TV_QUANTITY_HEIGHT), ==, "");
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    kept = tv_measuring_test_read (test, page, 0);
    g_assert_cmpint (kept->state, ==, TV_MEASUREMENT_MEASURED);
    g_assert_cmpint (kept->weight_g, ==, 12500);
    g_signal_handlers_disconnect_by_data (page->workspace, &told);
}

static void
test_questions (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = open_page (test, TV_ENTRY_ORDER_ROW);
    const TvMeasurement *last
        = ((TvMeasuringRow *) g_ptr_array_index (page->sheet->rows, 0))->previous;
    int weight_g = last->weight_g + 300, height_mm = last->height_mm + 12;
    g_autofree char *weight = tv_quantity_text (TV_QUANTITY_WEIGHT, weight_g);
    g_autofree char *height = tv_quantity_text (TV_QUANTITY_HEIGHT, height_mm);
    g_autoptr (TvMeasurement) righted = NULL;
    g_autoptr (TvMeasurement) kept = NULL;

    /* One child with height and weight swapped, one far too heavy. */
    tv_keys_test_type (height);
    tv_keys_test_press ("Return");
    tv_keys_test_type (weight);
    tv_keys_test_press ("Return");
    tv_test_wait_until (is_at (page, 1, TV_QUANTITY_WEIGHT));
    tv_keys_test_type ("60");
    tv_keys_test_press ("Return");
    tv_test_wait_until (is_at (page, 1, TV_QUANTITY_HEIGHT));
    tv_keys_test_press ("F6");
    tv_test_wait_until (!focus_line (page));
    /* The newest question is shown first: keep it, with a reason. */
    tv_keys_test_press ("2");
    tv_test_wait_until (GTK_IS_TEXT (gtk_root_get_focus (GTK_ROOT (test->window))));
    tv_keys_test_press ("Return");
    tv_keys_test_type ("fat");
    tv_keys_test_press ("Return");
    tv_test_wait_until (GTK_IS_BUTTON (gtk_root_get_focus (GTK_ROOT (test->window))));
    tv_keys_test_press ("1");
    tv_test_wait_until (focus_line (page) && tv_measuring_test_is_settled (page));
    righted = tv_measuring_test_read (test, page, 0);
    kept = tv_measuring_test_read (test, page, 1);
    g_assert_cmpint (righted->weight_g, ==, weight_g);
    g_assert_cmpint (righted->height_mm, ==, height_mm);
    g_assert_cmpint (kept->weight_g, ==, 60000);
    g_assert_cmpstr (kept->kept_reason, ==, "fat");
}

static void
test_to_the_child (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = open_page (test, TV_ENTRY_ORDER_ROW);
    g_autoptr (TvMeasurement) saved = NULL;

    tv_keys_test_type ("12,5");
    tv_keys_test_press ("ctrl+Return");
    tv_test_wait_until (g_strcmp0 (tv_window_get_page_code (test->window), "students") == 0
                        && tv_measuring_test_is_settled (page));
    saved = tv_measuring_test_read (test, page, 0);
    g_assert_cmpint (saved->weight_g, ==, 12500);
}

/* The window over the program's own, with one measurement explained. */
static GtkWidget *
find_explanation (TvUiTest *test)
{
    g_autoptr (GList) windows = gtk_window_list_toplevels ();

    for (GList *link = windows; link; link = link->next) {
        if (gtk_window_get_transient_for (link->data) == GTK_WINDOW (test->window)
            && gtk_widget_get_mapped (link->data))
            return link->data;
    }
    return NULL;
}

static void
assert_explains (GtkWidget *window, const TvStudent *student, const char *value)
{
    GtkWidget *label = tv_ui_test_find (tv_ui_test_find (window, GTK_TYPE_SCROLLED_WINDOW, NULL),
                                        GTK_TYPE_LABEL, NULL);
    const char *text = gtk_label_get_text (GTK_LABEL (label));

    g_test_message ("%s", text);
    g_assert_true (g_str_has_prefix (text, student->name));
    g_assert_nonnull (strstr (text, value));
    g_assert_nonnull (strstr (text, "z = ((y / M)^L"));
}

/* Shift+F1 explains what is typed, and Escape leads back into the cell. */
static void
test_why (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = open_page (test, TV_ENTRY_ORDER_ROW);
    TvMeasuringLine *line = tv_measuring_grid_get_line (page->grid, 0);

    tv_keys_test_press ("shift+F1");
    g_assert_null (find_explanation (test));
    tv_keys_test_type ("12,5");
    tv_keys_test_press ("shift+F1");
    tv_test_wait_until (find_explanation (test) != NULL);
    assert_explains (find_explanation (test), tv_measuring_line_get_student (line), "12,5 kg");
    gtk_window_destroy (GTK_WINDOW (find_explanation (test)));
    tv_keys_test_take_keyboard (test);
    g_assert_true (is_at (page, 0, TV_QUANTITY_WEIGHT));
    /* The same by the menu of the line. */
    page->grid->menu_line = line;
    g_assert_true (gtk_widget_activate_action (page->grid->list, "line.explain", NULL));
    assert_explains (find_explanation (test), tv_measuring_line_get_student (line), "12,5 kg");
    gtk_window_destroy (GTK_WINDOW (find_explanation (test)));
}

static void
paste_wanted_cb (TvMeasuringGrid *grid, TvMeasuringLine *line, int quantity, const char *text,
                 GString *told)
{
    g_string_append_printf (told, "%s %d %s", tv_measuring_line_get_student (line)->name, quantity,
                            text);
}

/* One value is pasted as text; what has more in it is handed on and leaves the cell alone. */
static void
test_paste (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = open_page (test, TV_ENTRY_ORDER_ROW);
    GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (page));
    g_autoptr (GString) told = g_string_new (NULL);
    g_autofree char *expected = g_strdup_printf (
        "%s 1 12,5\t94,2\n13,1\t96,0\n",
        tv_measuring_line_get_student (tv_measuring_grid_get_line (page->grid, 0))->name);

    g_signal_connect (page->grid, "paste-wanted", G_CALLBACK (paste_wanted_cb), told);
    gdk_clipboard_set_text (clipboard, " 12,5\n");
    tv_keys_test_type ("7");
    tv_test_wait_until (g_strcmp0 (text_at (page, 0, TV_QUANTITY_WEIGHT), "7") == 0);
    tv_keys_test_press ("ctrl+a");
    tv_keys_test_press ("ctrl+v");
    tv_test_wait_until (g_strcmp0 (text_at (page, 0, TV_QUANTITY_WEIGHT), "12,5") == 0);
    g_assert_cmpstr (told->str, ==, "");
    tv_keys_test_press ("Return");
    tv_test_wait_until (is_at (page, 0, TV_QUANTITY_HEIGHT));
    gdk_clipboard_set_text (clipboard, "12,5\t94,2\n13,1\t96,0\n");
    tv_keys_test_press ("shift+Insert");
    tv_test_wait_until (told->len > 0);
    g_assert_cmpstr (told->str, ==, expected);
    g_assert_cmpstr (text_at (page, 0, TV_QUANTITY_HEIGHT), ==, "");
    g_assert_cmpstr (text_at (page, 0, TV_QUANTITY_WEIGHT), ==, "12,5");
}

/* The right button opens the menu on the child's name, not in a cell. */
static void
test_line_menu (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = open_page (test, TV_ENTRY_ORDER_ROW);
    TvMeasuringLine *line = tv_measuring_grid_get_line (page->grid, 2);
    GtkWidget *name = tv_ui_test_find (GTK_WIDGET (line), GTK_TYPE_LABEL,
                                       tv_measuring_line_get_student (line)->name);

    tv_keys_test_click_with (test, tv_measuring_line_get_cell (line, TV_QUANTITY_WEIGHT), 3);
    tv_test_wait_until (is_at (page, 2, TV_QUANTITY_WEIGHT));
    g_assert_false (gtk_widget_get_visible (page->grid->line_menu));
    tv_keys_test_press ("Escape");
    tv_keys_test_click_with (test, name, 3);
    tv_test_wait_until (gtk_widget_get_mapped (page->grid->line_menu));
    g_assert_true (page->grid->menu_line == line);
    tv_ui_test_picture (page->grid->line_menu, "measuring-line-menu");
    gtk_popover_popdown (GTK_POPOVER (page->grid->line_menu));
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/measuring-keys/child-by-child", test_class_child_by_child);
    g_test_add_func ("/measuring-keys/column-by-column", test_column_by_column);
    g_test_add_func ("/measuring-keys/ways", test_ways);
    g_test_add_func ("/measuring-keys/ways-while-typing", test_ways_while_typing);
    g_test_add_func ("/measuring-keys/order-stays", test_order_stays);
    g_test_add_func ("/measuring-keys/escape-and-undo", test_escape_and_undo);
    g_test_add_func ("/measuring-keys/marks", test_marks);
    g_test_add_func ("/measuring-keys/no-mark-beside-a-value", test_no_mark_beside_a_value);
    g_test_add_func ("/measuring-keys/questions", test_questions);
    g_test_add_func ("/measuring-keys/to-the-child", test_to_the_child);
    g_test_add_func ("/measuring-keys/why", test_why);
    g_test_add_func ("/measuring-keys/line-menu", test_line_menu);
    g_test_add_func ("/measuring-keys/paste", test_paste);
    return g_test_run ();
}
