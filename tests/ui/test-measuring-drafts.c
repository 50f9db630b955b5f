/* SPDX-FileCopyrightText: 2026 The Tầm Vóc authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is half typed or refused on a measuring sheet: in the book a moment after the last key, back
 * in its cell at the next start, and taken over by nobody but who says so. */

#include "tests/ui/tv-keys-test.h"
#include "tests/ui/tv-measuring-test.h"

#include "store/tv-store-drafts.h"
#include "store/tv-store-history.h"
#include "store/tv-store-rounds.h"

#include <string.h>

static gpointer
list_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    return tv_store_list_drafts (connection, 0, error);
}

/* What the book keeps of the first draft; "" if there is none. */
static char *
read_draft (TvUiTest *test)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) drafts = tv_store_read (test->store, list_cb, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (drafts->len, <=, 1);
    return g_strdup (drafts->len ? ((TvDraft *) g_ptr_array_index (drafts, 0))->text : "");
}

static gboolean
is_draft (TvUiTest *test, const char *text)
{
    g_autofree char *found = read_draft (test);

    return strcmp (found, text) == 0;
}

static GtkEditable *
cell_of (TvMeasuringPage *page, guint index, TvQuantity quantity)
{
    return GTK_EDITABLE (
        tv_measuring_line_get_cell (tv_measuring_grid_get_line (page->grid, index), quantity));
}

static const char *
text_of (TvMeasuringPage *page, guint index, TvQuantity quantity)
{
    return gtk_editable_get_text (cell_of (page, index, quantity));
}

/* As a key does it: the cell has the focus. */
static void
type (TvMeasuringPage *page, guint index, TvQuantity quantity, const char *text)
{
    tv_measuring_grid_focus (page->grid, tv_measuring_grid_get_line (page->grid, index), quantity);
    gtk_editable_set_text (cell_of (page, index, quantity), text);
}

/* A new window over the same book, as after a crash. */
static TvMeasuringPage *
start_again (TvUiTest *test)
{
    TvMeasuringPage *page;

    tv_ui_test_reopen (test, TV_LANGUAGE_VIETNAMESE, FALSE);
    page = TV_MEASURING_PAGE (tv_ui_test_show_page (test, "measuring"));
    tv_test_wait_until (tv_measuring_test_is_settled (page)
                        && tv_measuring_drafts_is_loaded (page->drafts));
    return page;
}

static gboolean
has_brought (TvMeasuringPage *page, guint index, TvQuantity quantity)
{
    return tv_measuring_line_has_brought (tv_measuring_grid_get_line (page->grid, index), quantity);
}

static void
test_comes_back (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);

    type (page, 1, TV_QUANTITY_WEIGHT, "12,5");
    tv_test_wait_until (is_draft (test, "12,5"));
    page = start_again (test);
    tv_test_wait_until (has_brought (page, 1, TV_QUANTITY_WEIGHT));
    g_assert_cmpstr (text_of (page, 1, TV_QUANTITY_WEIGHT), ==, "12,5");
    g_assert_nonnull (tv_measuring_line_get_sentence (tv_measuring_grid_get_line (page->grid, 1)));
    /* To go past it takes nothing over. */
    tv_measuring_grid_focus (page->grid, tv_measuring_grid_get_line (page->grid, 1),
                             TV_QUANTITY_WEIGHT);
    tv_measuring_grid_focus (page->grid, tv_measuring_grid_get_line (page->grid, 2),
                             TV_QUANTITY_WEIGHT);
    tv_measuring_grid_commit (page->grid);
    tv_test_wait_until (tv_measuring_test_is_settled (page));
    g_assert_null (((TvMeasuringRow *) g_ptr_array_index (page->sheet->rows, 1))->current);
    g_assert_cmpstr (text_of (page, 1, TV_QUANTITY_WEIGHT), ==, "12,5");
    g_assert_true (is_draft (test, "12,5"));
}

/* Enter takes it, and the draft is gone with the value that came of it. */
static void
test_enter_takes (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    g_autoptr (TvMeasurement) saved = NULL;

    type (page, 1, TV_QUANTITY_WEIGHT, "12,");
    tv_test_wait_until (is_draft (test, "12,"));
    page = start_again (test);
    tv_test_wait_until (has_brought (page, 1, TV_QUANTITY_WEIGHT));
    tv_keys_test_take_keyboard (test);
    tv_measuring_grid_focus_first_empty (page->grid);
    tv_measuring_grid_focus (page->grid, tv_measuring_grid_get_line (page->grid, 1),
                             TV_QUANTITY_WEIGHT);
    tv_keys_test_type ("5");
    tv_test_wait_until (g_strcmp0 (text_of (page, 1, TV_QUANTITY_WEIGHT), "12,5") == 0);
    g_assert_false (has_brought (page, 1, TV_QUANTITY_WEIGHT));
    tv_keys_test_press ("Return");
    tv_test_wait_until (tv_measuring_test_is_settled (page)
                        && ((TvMeasuringRow *) g_ptr_array_index (page->sheet->rows, 1))->current);
    saved = tv_measuring_test_read (test, page, 1);
    g_assert_cmpint (saved->weight_g, ==, 12500);
    g_assert_true (is_draft (test, ""));
}

static gboolean
has_class (GtkWidget *widget, const char *name)
{
    return gtk_widget_has_css_class (widget, name);
}

/* A refused text stays, over another class and another start, with the reason and the proposal. */
static void
test_refused (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    gint64 class_id = page->class_id;
    const TvRosterClass *other = g_ptr_array_index (page->classes, 1);

    type (page, 0, TV_QUANTITY_HEIGHT, "abc");
    tv_measuring_grid_commit (page->grid);
    g_assert_true (has_class (GTK_WIDGET (cell_of (page, 0, TV_QUANTITY_HEIGHT)), "error"));
    tv_test_wait_until (is_draft (test, "abc"));
    tv_page_show_class (TV_PAGE (page), other->class_->id);
    tv_test_wait_until (page->sheet->class_->id == other->class_->id);
    g_assert_cmpstr (text_of (page, 0, TV_QUANTITY_HEIGHT), ==, "");
    tv_page_show_class (TV_PAGE (page), class_id);
    tv_test_wait_until (page->sheet->class_->id == class_id);
    g_assert_cmpstr (text_of (page, 0, TV_QUANTITY_HEIGHT), ==, "abc");
    page = start_again (test);
    tv_test_wait_until (has_brought (page, 0, TV_QUANTITY_HEIGHT));
    g_assert_cmpstr (text_of (page, 0, TV_QUANTITY_HEIGHT), ==, "abc");
    g_assert_nonnull (tv_measuring_line_get_refusal (tv_measuring_grid_get_line (page->grid, 0),
                                                     TV_QUANTITY_HEIGHT));
    tv_measuring_line_restore (tv_measuring_grid_get_line (page->grid, 0), TV_QUANTITY_HEIGHT);
    tv_test_wait_until (is_draft (test, ""));
}

static gboolean
put_draft_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
              GError **error)
{
    return tv_store_put_draft (change, input, error);
}

static void
put_draft (TvUiTest *test, TvMeasuringPage *page, guint index, TvQuantity quantity,
           const char *text)
{
    TvMeasuringLine *line = tv_measuring_grid_get_line (page->grid, index);
    TvDraft draft = { .round_id = page->sheet->round->id,
                      .student_id = tv_measuring_line_get_student (line)->id,
                      .quantity = quantity,
                      .text = (char *) text };
    g_autoptr (GError) error = NULL;

    tv_store_write (test->store, "draft", put_draft_cb, &draft, NULL, &error);
    g_assert_no_error (error);
}

/* The book was given a value meanwhile, by another window or an import: neither goes by itself. */
static void
test_other_value (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    TvMeasuringLine *line = tv_measuring_grid_get_line (page->grid, 0);
    g_autoptr (TvMeasurement) saved = NULL;

    type (page, 0, TV_QUANTITY_WEIGHT, "12,5");
    tv_measuring_grid_commit (page->grid);
    tv_test_wait_until (tv_measuring_test_is_settled (page) && is_draft (test, ""));
    put_draft (test, page, 0, TV_QUANTITY_WEIGHT, "12,9");
    page = start_again (test);
    tv_test_wait_until (has_brought (page, 0, TV_QUANTITY_WEIGHT));
    line = tv_measuring_grid_get_line (page->grid, 0);
    g_assert_nonnull (strstr (tv_measuring_line_get_sentence (line), "12,5 kg"));
    saved = tv_measuring_test_read (test, page, 0);
    g_assert_cmpint (saved->weight_g, ==, 12500);
    /* Escape leaves what the book says. */
    tv_measuring_line_restore (line, TV_QUANTITY_WEIGHT);
    g_assert_cmpstr (text_of (page, 0, TV_QUANTITY_WEIGHT), ==, "12,5");
    tv_test_wait_until (is_draft (test, ""));
}

static gpointer
count_sets_cb (TvConnection *connection, gpointer input, GCancellable *cancellable, GError **error)
{
    g_autoptr (TvStatement) row
        = tv_connection_prepare (connection, "SELECT COUNT(*) FROM change_set", error);

    g_assert_cmpint (tv_statement_step (row, error), ==, TV_STEP_ROW);
    return GSIZE_TO_POINTER (tv_statement_get_int (row, 0));
}

/* Half of a value is written and forgotten again without a word in the history. */
static void
test_no_history (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    gpointer n_sets = tv_store_read (test->store, count_sets_cb, NULL, NULL);

    type (page, 0, TV_QUANTITY_WEIGHT, "1");
    type (page, 0, TV_QUANTITY_WEIGHT, "1x");
    tv_test_wait_until (is_draft (test, "1x"));
    tv_measuring_line_restore (tv_measuring_grid_get_line (page->grid, 0), TV_QUANTITY_WEIGHT);
    tv_test_wait_until (is_draft (test, ""));
    g_assert_true (tv_store_read (test->store, count_sets_cb, NULL, NULL) == n_sets);
}

static gboolean
close_round_cb (TvChange *change, gpointer input, gpointer *result, GCancellable *cancellable,
                GError **error)
{
    TvRound values = *(const TvRound *) input;

    values.is_closed = TRUE;
    return tv_store_put_round (change, &values, error) != 0;
}

/* In a round that is signed off nothing comes back, and that is said. */
static void
test_signed_off (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    g_autoptr (GError) error = NULL;

    type (page, 2, TV_QUANTITY_WEIGHT, "12,");
    tv_test_wait_until (is_draft (test, "12,"));
    tv_store_write (test->store, "sign-off", close_round_cb, page->sheet->round, NULL, &error);
    g_assert_no_error (error);
    tv_ui_test_reopen (test, TV_LANGUAGE_VIETNAMESE, FALSE);
    page = TV_MEASURING_PAGE (tv_ui_test_show_page (test, "measuring"));
    tv_test_wait_until (tv_measuring_test_is_settled (page) && page->dormant_class_id != 0);
    g_assert_cmpstr (text_of (page, 2, TV_QUANTITY_WEIGHT), ==, "");
    g_assert_true (is_draft (test, "12,"));
}

static void
wait_for_draft (TvUiTest *test, TvPage *page, gpointer data)
{
    TvMeasuringPage *self = TV_MEASURING_PAGE (page);

    tv_test_wait_until (tv_measuring_test_is_settled (self)
                        && has_brought (self, 1, TV_QUANTITY_WEIGHT)
                        && has_brought (self, 2, TV_QUANTITY_HEIGHT));
    tv_measuring_grid_focus_first_empty (self->grid);
}

/* Two drafts, one of them no value, beside a child that was measured: by day, by night, and at
 * twice the size of letters, where both cells are still there. */
static void
test_pictures (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);
    GtkWidget *content, *cell;
    graphene_rect_t bounds;
    int dpi;

    type (page, 0, TV_QUANTITY_WEIGHT, "12,5");
    tv_measuring_grid_commit (page->grid);
    tv_test_wait_until (tv_measuring_test_is_settled (page) && is_draft (test, ""));
    put_draft (test, page, 1, TV_QUANTITY_WEIGHT, "12,3");
    put_draft (test, page, 2, TV_QUANTITY_HEIGHT, "8450");
    tv_ui_test_picture_page (test, "measuring", "measuring-drafts", wait_for_draft, NULL);
    g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 192 * 1024, NULL);
    page = start_again (test);
    wait_for_draft (test, TV_PAGE (page), NULL);
    content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (test->window));
    tv_ui_test_picture (GTK_WIDGET (test->window), "measuring-drafts-large-letters");
    cell = tv_measuring_line_get_cell (tv_measuring_grid_get_line (page->grid, 1),
                                       TV_QUANTITY_WEIGHT);
    g_assert_true (gtk_widget_compute_bounds (cell, content, &bounds));
    g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (content));
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
}

static gboolean
has_focus_in (TvMeasuringPage *page, guint index, TvQuantity quantity)
{
    GtkWidget *cell
        = tv_measuring_line_get_cell (tv_measuring_grid_get_line (page->grid, index), quantity);

    return gtk_widget_get_state_flags (cell) & GTK_STATE_FLAG_FOCUS_WITHIN;
}

/* F6 leads into the cell, where Enter and Escape do what its sentence says. */
static void
test_visited_in_the_cell (void)
{
    g_autoptr (TvUiTest) test = tv_ui_test_open (TV_LEVEL_KINDERGARTEN, 60);
    TvMeasuringPage *page = tv_measuring_test_open_round (test);

    put_draft (test, page, 1, TV_QUANTITY_WEIGHT, "12,3");
    put_draft (test, page, 2, TV_QUANTITY_HEIGHT, "84,5");
    page = start_again (test);
    wait_for_draft (test, TV_PAGE (page), NULL);
    g_signal_emit_by_name (page->grid, "questions-wanted");
    tv_test_wait_until (has_focus_in (page, 1, TV_QUANTITY_WEIGHT));
    g_signal_emit_by_name (page->grid, "questions-wanted");
    tv_test_wait_until (has_focus_in (page, 2, TV_QUANTITY_HEIGHT));
    g_signal_emit_by_name (page->grid, "questions-wanted");
    tv_test_wait_until (has_focus_in (page, 1, TV_QUANTITY_WEIGHT));
}

int
main (int argc, char **argv)
{
    tv_ui_test_init (&argc, &argv);
    g_test_add_func ("/measuring-drafts/comes-back", test_comes_back);
    g_test_add_func ("/measuring-drafts/enter-takes", test_enter_takes);
    g_test_add_func ("/measuring-drafts/refused", test_refused);
    g_test_add_func ("/measuring-drafts/other-value", test_other_value);
    g_test_add_func ("/measuring-drafts/no-history", test_no_history);
    g_test_add_func ("/measuring-drafts/signed-off", test_signed_off);
    g_test_add_func ("/measuring-drafts/pictures", test_pictures);
    g_test_add_func ("/measuring-drafts/visited-in-the-cell", test_visited_in_the_cell);
    return g_test_run ();
}
